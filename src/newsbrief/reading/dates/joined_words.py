"""What words of a lattice mean together, whatever date they make: phrases read whole, times, names given twice."""

from newsbrief.reading.dates.tokens import DateToken, Edge

Edges = list[list[Edge]]


def keep_phrases_whole(edges: Edges) -> None:
    """Drop the readings of single words inside a phrase that is read whole: “por la mañana” holds no tomorrow."""
    for at in range(len(edges)):
        end = max((edge.end for edge in edges[at] if edge.kind in ("WHOLE", "NIGHT")), default=at)
        if end > at:
            edges[at] = [edge for edge in edges[at] if edge.end >= end and edge.kind != "WHOLE"]
            for inside in range(at + 1, end):
                edges[inside] = []


def add_times_after_words(edges: Edges) -> None:
    """Make a number after a word of the clock a time: “kl. 14”, “الساعة 4”."""
    for at in range(len(edges)):
        for word in [edge for edge in edges[at] if edge.kind == "CLOCK_BEFORE" and edge.end < len(edges)]:
            times = [edge for edge in edges[word.end] if edge.kind in ("NUMBER", "TIME", "CLOCK_FIGURES")]
            edges[at] += [word._replace(kind="TIME", value=None, end=time.end) for time in times]


def join_months_named_twice(tokens: tuple[DateToken, ...], edges: Edges) -> None:
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


def read_short_names(tokens: tuple[DateToken, ...], edges: Edges) -> None:
    """Take a short name as a month or a weekday where a figure makes it one: “5 abr”, “vie, 5 de abril”, “ott 2019”."""
    for at, here in enumerate(edges):
        is_other_word = any(not edge.kind.startswith("SHORT") for edge in here)
        for short in [edge for edge in here if edge.kind.startswith("SHORT")]:
            is_month = short.kind == "SHORT_MONTH"
            after = _number_after(tokens, edges, short.end)
            if is_month and (_is_figure_before(tokens, edges, at) or (after is not None and len(after.text) == 4)):
                here.append(short._replace(kind="MONTH"))
            elif not is_month and not is_other_word and after is not None and len(after.text) < 3:
                here.append(short._replace(kind="WEEKDAY"))


def _number_after(tokens: tuple[DateToken, ...], edges: Edges, at: int) -> DateToken | None:
    """Return the figures after a word, where nothing but a comma, a full stop or a filler stands between."""
    while at < len(tokens) and (tokens[at].text in ".,،" or _is_filler(edges, at)):
        at += 1
    return tokens[at] if at < len(tokens) and tokens[at].number is not None else None


def _is_figure_before(tokens: tuple[DateToken, ...], edges: Edges, at: int) -> bool:
    while at > 0 and (tokens[at - 1].text == "." or _is_filler(edges, at - 1)):
        at -= 1
    return at > 0 and tokens[at - 1].number is not None


def _is_filler(edges: Edges, at: int) -> bool:
    return any(edge.kind == "FILLER" for edge in edges[at])


def take_days_after_words(tokens: tuple[DateToken, ...], edges: Edges) -> None:
    """Take figures after a weekday or a mark of days as a day: “terça-feira (9)”, “Selasa (9/4)”, “ngày 7/4”."""
    for here in list(edges):
        for word in [edge for edge in here if (edge.kind, edge.value) in _BEFORE_DAYS or edge.kind == "WEEKDAY"]:
            at = word.end
            is_open = at < len(tokens) and tokens[at].text in "(（"
            for day in edges[at + is_open] if at + is_open < len(edges) else []:
                is_closed = day.end < len(tokens) and tokens[day.end].text in ")）"
                if day.kind == "SLASHED_DAY" and is_open <= is_closed:
                    edges[at].append(day._replace(kind="DAY_AND_MONTH", end=day.end + is_open))
                elif day.kind == "NUMBER" and is_open and is_closed and 1 <= (day.value or 0) <= 31:
                    edges[at].append(day._replace(kind="ORDINAL", end=day.end + 1))


_BEFORE_DAYS = frozenset({("MARK_BEFORE", "day")})


def add_days_after_months(edges: Edges) -> None:
    """Make a number right after a month a day of it, but not after "in": "in March 12 soldiers" has no day."""
    for at, here in enumerate(edges):
        for month in [edge for edge in here if edge.kind == "MONTH" and edge.end < len(edges)]:
            if at and any(edge.kind == "IN" for edge in edges[at - 1]):
                continue
            days = [edge for edge in edges[month.end] if edge.kind == "DAY"]
            edges[month.end] += [Edge("DAY_NUMBER", day.value, day.end) for day in days]


def mark_days_of_months(edges: Edges) -> None:
    """Make an ordinal one that may be a day of a month, but not after "in": "in May in the 11th Circuit"."""
    for at, here in enumerate(edges):
        before = edges[at - 1] if at else []
        if any(edge.kind == "FILLER" for edge in before) and not any(edge.kind == "IN" for edge in before):
            before = [*before, *(edges[at - 2] if at > 1 else [])]
        if not any(edge.kind == "IN" for edge in before):
            here += [edge._replace(kind="NTH_DAY") for edge in here if edge.kind == "ORDINAL"]


def keep_counts_whole(edges: Edges) -> None:
    """Make “over” of “over a year ago” no word that changes nothing."""
    for at, here in enumerate(edges):
        ends = {edge.end for edge in here if edge.kind == "MORE"}
        if any(edge.kind in ("NUMBER", "COUNT") for end in ends if end < len(edges) for edge in edges[end]):
            edges[at] = [edge for edge in here if edge.kind != "FILLER" or edge.end not in ends]


_BEFORE_TIMES = frozenset({"ABOUT", "BEFORE", "AFTER", "SINCE", "UNTIL", "BY", "FROM"})


def add_times_between(edges: Edges) -> None:
    """Make "between 4 p.m. and 6 p.m." and "4–6 p.m." one time of day."""

    def ends_of(kinds: frozenset[str], starts: set[int]) -> set[int]:
        return {edge.end for at in starts if at < len(edges) for edge in edges[at] if edge.kind in kinds}

    for at in reversed(range(len(edges))):
        kinds = {edge.kind for edge in edges[at]}
        for time in [edge for edge in edges[at] if edge.kind == "TIME"]:
            edges[at] += [Edge("TIME", None, end) for end in sorted(ends_of(frozenset({"CLOCK"}), {time.end}))]
        if kinds & _BEFORE_TIMES:
            ends = ends_of(frozenset({"TIME"}), ends_of(_BEFORE_TIMES, {at}))
            edges[at] += [Edge("TIME", None, end) for end in sorted(ends)]
        if kinds & {"FROM", "TIME", "NUMBER"}:
            begun = {at} | ends_of(frozenset({"FROM"}), {at})
            joins = ends_of(frozenset({"TO", "AND", "DASH"}), ends_of(frozenset({"TIME", "NUMBER"}), begun))
            ends = ends_of(frozenset({"TIME"}), joins)
            edges[at] += [Edge("TIME", None, end) for end in sorted(ends)]
