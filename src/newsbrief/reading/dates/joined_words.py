"""What words of a lattice mean together, whatever date they make: phrases read whole, times, names given twice."""

from typing import TYPE_CHECKING

from newsbrief.reading.dates.tokens import Token

if TYPE_CHECKING:
    from newsbrief.reading.dates.lattice import Edge

Edges = list[list["Edge"]]


def keep_phrases_whole(edges: Edges) -> None:
    """Drop the readings of single words inside a phrase that is read whole: “por la mañana” holds no tomorrow."""
    for at in range(len(edges)):
        end = max((edge.end for edge in edges[at] if edge.kind == "WHOLE"), default=at)
        if end > at:
            edges[at] = [edge for edge in edges[at] if edge.end >= end and edge.kind != "WHOLE"]
            for inside in range(at + 1, end):
                edges[inside] = []


def add_times_after_words(edges: Edges) -> None:
    """Make a number after a word of the clock a time: “kl. 14”, “الساعة 4”."""
    for at in range(len(edges)):
        for word in [edge for edge in edges[at] if edge.kind == "CLOCK_BEFORE" and edge.end < len(edges)]:
            times = [edge for edge in edges[word.end] if edge.kind in ("NUMBER", "TIME")]
            edges[at] += [word._replace(kind="TIME", value=None, end=time.end) for time in times]


def join_months_named_twice(tokens: tuple[Token, ...], edges: Edges) -> None:
    """Make one of a month that stands there under two names: “أيار/مايو”, “آذار (مارس)”."""
    for at in range(len(edges)):
        for month in [edge for edge in edges[at] if edge.kind == "MONTH" and edge.end < len(edges) - 1]:
            sign = tokens[month.end].text
            if sign not in ("/", "("):
                continue
            for again in edges[month.end + 1]:
                end = again.end + (sign == "(")
                is_closed = sign == "/" or (again.end < len(tokens) and tokens[again.end].text == ")")
                if again.kind == "MONTH" and again.value == month.value and is_closed:
                    edges[at].append(month._replace(end=end))
