r"""The limits of Markdown: what would take too long to read, though no article holds it, is refused beforehand.

Python-Markdown copies a paragraph for every sign that it understands there, looks for the end of a link from every
bracket on, and reads a paragraph again for every heading inside it: its time can grow with the square of a text. Here
such signs are counted, in time that grows with the text alone, and what they take is added up in about nanoseconds.

>>> find_tangle("[" * 9000).message
'one paragraph holds too many square brackets'
>>> find_tangle("A [link](https://example.org) and *emphasis*.")
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from newsbrief.content.code_blocks import CodeBlocks, blank_out, find_code_blocks
from newsbrief.model.patterns import compile_late

MOST_TIME = 3_000_000_000
"""What a text may take: 150,000 signs of emphasis, say, or 30,000 paragraphs, or 250 links among 100,000 letters."""

DEEPEST = 30
"""The most lists and quotations that a line may open inside each other."""


class Sign(NamedTuple):
    """A sign of Markdown, and what it takes each time: by itself, and for each character of the text around it."""

    name: str
    once: int
    each: int


_SIGNS = {
    "[": Sign("square brackets", 20_000, 120),
    "`": Sign("backticks", 20_000, 40),
    "\\": Sign("backslashes", 20_000, 1),
    "*": Sign("stars", 20_000, 1),
    "_": Sign("underscores", 20_000, 1),
    "<": Sign("angle brackets", 20_000, 1),
    "&": Sign("ampersands", 10_000, 1),
    "|": Sign("vertical bars", 40_000, 1),
    "  \n": Sign("forced line breaks", 20_000, 1),
}
_STAND_IN = 16

_OWN_LINES = Sign("headings, rules or definitions", 100_000, 70)
_BLOCKS = Sign("paragraphs, entries of lists and rows of tables", 100_000, 0)
_CODE_BLOCKS = Sign("blocks of code", 100_000, 1)
_LONE_FENCES = Sign("lines of ``` or ~~~ that open or close nothing", 0, 10)
_FOOTNOTES = Sign("footnotes", 500, 0)

_LEVELS = Sign("levels", 0, 0)

_BLANK_LINES = compile_late(r"\n[ \t]*+(?>(?:\n[ \t]*+)+)")
_OPENING = compile_late(r"^(?>(?:[ \t]*+(?:>|[*+-](?=[ \t])|\d++\.(?=[ \t])))+)", re.MULTILINE)
_OPENED = compile_late(r"[>*+.-]")
_RULE = compile_late(r"[-*_\s]*+")
_OWN_LINE = compile_late(r"^[ >]*+(?:[#:]|[-*_=][-*_= ]*+$)", re.MULTILINE)
_ENTRIES = tuple(
    re.compile(rf"^ {{0,3}}{sign}", re.MULTILINE) for sign in (r"[*+-][ \t]", r"\d++\.[ \t]", r"\[\^[^\]\n]*+\]:")
)
_ADDRESS = r""" {0,3}\[(?!\^)[^\[\]\n]*+\]: *+\S++ *+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\))? *"""
_ADDRESSES = compile_late(rf"{_ADDRESS}(?>(?:\n{_ADDRESS})*)")
_DIVIDER = compile_late(r"[ |:-]*-[ |:-]*")


class Tangle(NamedTuple):
    """What makes a text too tangled to read, and where in it."""

    offset: int
    message: str
    hint: str


class _Count(NamedTuple):
    """What a sign takes in one paragraph, or, of those that count in all the text, everywhere."""

    sign: Sign
    time: int
    offset: int
    is_of_paragraph: bool = False


def find_tangle(text: str) -> Tangle | None:
    """Return the reason why `text` is too tangled to be read, or None for all that an article may hold."""
    counts: list[_Count] = []
    time = 0
    for count in _count_signs(text):
        if count.sign is _LEVELS:
            hint = "write it with fewer levels, or put it between two lines of ```"
            return Tangle(count.offset, "lists or quotations are nested too deeply", hint)
        counts.append(count)
        time += count.time
        if time > MOST_TIME:
            return _name_tangle(counts)
    return None


def _count_signs(text: str) -> Iterator[_Count]:
    """Yield what the signs of a text take, with their places."""
    code = find_code_blocks(text)
    yield from _count_code_blocks(code, len(text))
    text = blank_out(text, code.closed)
    yield _Count(_FOOTNOTES, _FOOTNOTES.once * text.count("[^") ** 2, max(0, text.find("[^")))
    ends = [match.start() for match in _BLANK_LINES.finditer(text)]
    for start, end in pairwise([0, *ends, len(text)]):
        for count in _count_paragraph(text[start:end]):
            yield count._replace(offset=start + count.offset)


def _name_tangle(counts: list[_Count]) -> Tangle:
    """Return the tangle of the sign that takes the most, at the place where it does."""
    times: dict[Sign, int] = {}
    for count in counts:
        times[count.sign] = times.get(count.sign, 0) + count.time
    sign = max(times, key=lambda each: times[each])
    worst = max((count for count in counts if count.sign == sign), key=lambda count: count.time)
    if worst.is_of_paragraph and worst.time * 2 > times[sign]:
        hint = "divide it by blank lines, or put it between two lines of ``` if it is to stand as it is"
        return Tangle(worst.offset, f"one paragraph holds too many {sign.name}", hint)
    return Tangle(worst.offset, f"it holds too many {sign.name}", "an article holds far fewer: is this the right text?")


def _find_depth(paragraph: str) -> int | None:
    """Return the place of a line that opens too many lists and quotations, or stands in as many by its indentation."""
    for match in _OPENING.finditer(paragraph):
        lead = match[0].expandtabs(4)
        levels = (len(lead) - len(lead.lstrip(" "))) // 4
        if len(lead) > DEEPEST and levels + len(_OPENED.findall(lead)) > DEEPEST:
            line = paragraph[match.start() :].partition("\n")[0]
            if not _RULE.fullmatch(line):
                return match.start()
    return None


def _count_code_blocks(code: CodeBlocks, length: int) -> Iterator[_Count]:
    if code.closed:
        time = len(code.closed) * (_CODE_BLOCKS.once + _CODE_BLOCKS.each * length)
        yield _Count(_CODE_BLOCKS, time, code.closed[0].start)
    if code.lone:
        yield _Count(_LONE_FENCES, len(code.lone) * _LONE_FENCES.each * length, code.lone[0])


def _count_paragraph(paragraph: str) -> Iterator[_Count]:
    """Yield what the signs of one paragraph take, with their places in it."""
    if (place := _find_depth(paragraph)) is not None:
        yield _Count(_LEVELS, 0, place)
    is_table = _is_table(paragraph)
    opened = sum(len(_OPENED.findall(match[0])) for match in _OPENING.finditer(paragraph))
    yield _Count(_BLOCKS, _BLOCKS.once * (1 + opened + is_table * paragraph.count("\n")), 0)
    own_lines = [match.start() for match in _OWN_LINE.finditer(paragraph)]
    if own_lines:
        time = len(own_lines) * (_OWN_LINES.once + _OWN_LINES.each * len(paragraph))
        yield _Count(_OWN_LINES, time, own_lines[0], True)
    if _ADDRESSES.fullmatch(paragraph.strip("\n")):
        return
    for start, part in _divide(paragraph, is_table, bool(own_lines)):
        # A tab becomes four spaces; what the other two mark is replaced by a word until all signs have been read.
        length = len(part) + 3 * part.count("\t") + _STAND_IN * (part.count("\\") + part.count("`"))
        for char, sign in _SIGNS.items():
            if number := part.count(char):
                yield _Count(sign, number * (sign.once + sign.each * length), start + part.find(char), True)


def _divide(paragraph: str, is_table: bool, has_own_lines: bool) -> Iterator[tuple[int, str]]:
    """Yield the parts of a paragraph that are read one by one, with their places: rows, entries of a list, or all."""
    first = len(paragraph) - len(paragraph.lstrip("\n"))
    bounds = [first]
    if is_table:
        bounds = [first, *(match.end() for match in re.finditer("\n", paragraph[first:]))]
    elif not has_own_lines:
        for entry in _ENTRIES:
            if entry.match(paragraph, first):
                bounds = [match.start() for match in entry.finditer(paragraph)]
    yield from ((start, paragraph[start:end]) for start, end in pairwise([*bounds, len(paragraph)]))


def _is_table(paragraph: str) -> bool:
    """Say whether a paragraph is plainly a table; of others, Markdown may understand some as one, too."""
    head, _, rest = paragraph.lstrip("\n").partition("\n")
    divider = rest.partition("\n")[0]
    if "|" not in head or "`" in head or "\\" in head or not _DIVIDER.fullmatch(divider):
        return False
    return _shape_of(head) == _shape_of(divider)


def _shape_of(row: str) -> tuple[int, bool, bool]:
    """Return the number of bars in a row of a table, and whether it begins and ends with one."""
    row = row.strip(" ")
    return row.count("|"), row.startswith("|"), row.endswith("|")
