"""How the invented articles are written: in Markdown, and three of four of them with signs of it.

Every fourth is plain. Of the others, some have emphasis and escapes, some links, a heading and a list, some all but the
escapes; one of twelve has a table besides, and one of twelve a footnote.
`read_words("*One* [of](https://a.example) two")` is `One of two`.
"""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from tools.bench.draws import Lot, Words

Body = list[list[str]]
"""The blocks of an article, each with its sentences or, in a list or table, its lines."""

OMITTED = (("notice",), ("letter", "demand"), ("letter", "notice", "demand"))
"""The sentences that the articles leave out in turns, so that some quote less than others."""

_EMPHASIS = (
    ("traffic", "goods", "*{}*"),
    ("founding", "works", "*{}*"),
    ("engineer", "parts", "**{}**"),
    ("strike", "goods", "**{}**"),
    ("report", "parts", "*{}*"),
    ("members", "coins", "_{}_"),
)
_LINKS = (
    ("warning", "board", "[{}](https://commission.example.org/)"),
    ("promise", "council", "[{}](https://council.example.org/help?year=1)"),
    ("talks", "union", "[{}](https://union.example.org/#talks)"),
)
_EARLIER = "An [earlier article](../{before}/) told of another such closing, {tens} days before."
_ESCAPED = r"In the register it stands as {abbr}\_{hundreds}\_{tens}; loads marked \*late\* wait until dusk."
_HEADING = "## What they will talk about"
_LIST = (
    "- who pays the members of the {union} for {tens} days;",
    "- which {vehicles} may cross first, and at *what* hour;",
    "- how many of the {parts} are to be kept for the [museum](https://museum.example.org/) of {town}.",
)
_TABLE = (
    "| Load | Counted | Too heavy |",
    "|---|--:|--:|",
    "| {goods} | {hundreds} | {tens} |",
    "| bricks and *tiles* | {hundreds} | {tens} |",
    "| people on foot | {hundreds} | {few} |",
)
_FOOTNOTE = "[^1]: Counted by {few} wardens from {region}, who stood there for {tens} days."
_SIGNS = re.compile(r"\\(.)|!?\[([^\]^]*)\]\([^)]*\)|\[\^\d\]:? ?|[*_]+|^(?:#+|-) ", re.MULTILINE)


class Dress(NamedTuple):
    """What articles are written with, and the numbers that are: those whose remainder by `of` is in `rests`."""

    put: Callable[[Body, Words], Body]
    of: int
    rests: tuple[int, ...]


def write_body(number: int, plan: Body, told: Mapping[str, str], words: Mapping[str, str], before: str) -> Body:
    """Return the blocks of an article: its sentences by the plan, written with the signs that its number has.

    `told` has the sentences by their name, and `before` the name of the briefing before; "" where there is none.
    """
    omitted = OMITTED[number % len(OMITTED)]
    signed = {slot: _sign(number, slot, text, words) for slot, text in told.items()}
    kept = ([slot for slot in paragraph if slot not in omitted] for paragraph in plan)
    body = [[signed[slot] for slot in paragraph] for paragraph in kept if paragraph]
    filled = Words(Lot(f"markup {number}"), {**words, "before": before})
    for dress in _DRESSES:
        if number % dress.of in dress.rests:
            body = dress.put(body, filled)
    return body


def join_body(body: Body) -> str:
    """Return the text of an article in Markdown."""
    return "\n\n".join(("\n" if _is_lined(block) else " ").join(block) for block in body) + "\n"


def read_words(markdown: str) -> str:
    """Return the words of a text as a reader sees them."""
    return _SIGNS.sub(lambda sign: sign[1] or sign[2] or "", markdown)


def list_words(body: Body) -> list[str]:
    """Return what a page shows of the blocks: whole paragraphs, the entries of lists, the cells of tables."""
    shown: list[str] = []
    for block in body:
        if block[0].startswith("|"):
            rows = [row.strip("| ").split(" | ") for row in block if not row.startswith("|-")]
            shown += [read_words(cell) for row in rows for cell in row]
        else:
            shown += [read_words(entry) for entry in (block if _is_lined(block) else [" ".join(block)])]
    return shown


def _is_lined(block: list[str]) -> bool:
    return block[0].startswith(("|", "- "))


def _sign(number: int, slot: str, text: str, words: Mapping[str, str]) -> str:
    """Return a sentence with the first of certain words emphasised or linked."""
    signs = [*(_EMPHASIS if number % 4 in (1, 3) else ()), *(_LINKS if number % 4 in (2, 3) else ())]
    for of, key, form in signs:
        if of == slot:
            text = re.sub(rf"\b{re.escape(words[key])}\b", form.format(words[key]), text, count=1)
    return text


def _put_escapes(body: Body, words: Words) -> Body:
    return [*body[:-1], [*body[-1], words.fill(_ESCAPED)]]


def _put_earlier(body: Body, words: Words) -> Body:
    return [body[0], [*body[1], words.fill(_EARLIER)], *body[2:]] if words["before"] else body


def _put_list(body: Body, words: Words) -> Body:
    return [*body[:-2], [_HEADING], body[-2], [words.fill(line) for line in _LIST], body[-1]]


def _put_table(body: Body, words: Words) -> Body:
    return [*body[:-1], [words.fill(line) for line in _TABLE], body[-1]]


def _put_footnote(body: Body, words: Words) -> Body:
    first = [*body[0][:-1], body[0][-1] + "[^1]"]
    return [first, *body[1:], [words.fill(_FOOTNOTE)]]


_DRESSES = (
    Dress(_put_escapes, 4, (1,)),
    Dress(_put_earlier, 4, (2, 3)),
    Dress(_put_list, 4, (2, 3)),
    Dress(_put_table, 12, (5,)),
    Dress(_put_footnote, 12, (11,)),
)
