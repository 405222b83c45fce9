r"""Lists in a pasted text: several entries with bullets, or several that are numbered 1, 2, 3.

For example, `find_list` finds one in the blocks of `1. rain` and `2. wind`, and none in those of `1986. What a year.`
"""

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from newsbrief.content.pasted_remarks import Candidate, MarkupFindings, Remark, SourceLine, protect

_ENTRY = re.compile(r"([ \t]*)([*+-]|\d+\.)(?:[ \t]+|$)")
_INDENTED = re.compile(r" {4}| {0,3}\t")
_SIGNED_NUMBER = re.compile(r"[-+][ \t]+\d")
_LONGEST_NUMBER = 4


class PlainList(Struct, frozen=True):
    """The blocks of a list, and whether its entries are numbered."""

    blocks: tuple[list[SourceLine], ...]
    is_numbered: bool


def find_list(blocks: Sequence[list[SourceLine]], number: int, least: int) -> PlainList | None:
    """Return the list that begins with the block of this number, if it plainly is one of `least` entries or more."""
    mark = _top_entry(blocks[number][0])
    if not mark:
        return None
    is_numbered = mark[2][0].isdigit()
    taken: list[list[SourceLine]] = []
    count = 0
    for block in blocks[number:]:
        first = _top_entry(block[0])
        if not _INDENTED.match(block[0].text):
            if not first or first[2][0].isdigit() != is_numbered:
                break
            entries = [entry for line in block if (entry := _top_entry(line))]
            numbers = [entry[2] for entry in entries if entry[2][0].isdigit() == is_numbered]
            if is_numbered and not _counts(numbers, count):
                break
            count += len(numbers)
        taken.append(block)
    while taken and _INDENTED.match(taken[-1][0].text) and count < least:
        taken.pop()
    if count < least or _are_sums(taken):
        return None
    return PlainList(tuple(taken), is_numbered)


def _top_entry(line: SourceLine) -> re.Match[str] | None:
    mark = _ENTRY.match(line.text)
    return mark if mark and not _INDENTED.match(line.text) else None


def _counts(numbers: Sequence[str], before: int) -> bool:
    """Say whether numbers go on from the one before in steps of one."""
    return all(
        len(number) <= _LONGEST_NUMBER and int(number[:-1]) == before + step for step, number in enumerate(numbers, 1)
    )


def _are_sums(blocks: Sequence[list[SourceLine]]) -> bool:
    """Say whether all entries begin with a plus and a number, as no list does."""
    entries = [line.text for block in blocks for line in block if _top_entry(line)]
    return all(text.lstrip()[0] == "+" and _SIGNED_NUMBER.match(text.lstrip()) for text in entries)


def read_list(
    block: list[SourceLine], plain: PlainList, found: MarkupFindings, read: Callable[[Sequence[SourceLine]], None]
) -> None:
    """Read one block of a list: its marks are markup, and its entries are read one by one by `read`."""
    entry: list[SourceLine] = []
    numbers: dict[int, int] = {}
    for line in block:
        mark = _ENTRY.match(line.text)
        depth = len(mark[1].expandtabs(4)) if mark else 0
        if mark and depth < 4:
            numbers.clear()
            is_mark = mark[2][0].isdigit() == plain.is_numbered
        elif mark:
            is_mark = _is_nested(mark[2], depth, numbers)
        if not mark or not is_mark:
            entry.append(line)
            if mark:
                at = mark.end(2) - 1
                why = "a list counts from 1"
                found.candidates.append(
                    Candidate(line.start + mark.start(2), line.start + mark.end(2), protect(line, at), why)
                )
            continue
        if entry:
            read(entry)
        found.markup.append((line.start, line.start + mark.end(), ""))
        _remark_on_sign(line, mark, found)
        entry = [line.behind(mark.end())]
    if entry:
        read(entry)


def _is_nested(mark: str, depth: int, numbers: dict[int, int]) -> bool:
    """Say whether a mark begins an entry of a list inside another."""
    for deeper in [each for each in numbers if each > depth]:
        del numbers[deeper]
    if not mark[0].isdigit():
        numbers.pop(depth, None)
        return True
    if not _counts([mark], numbers.get(depth, 0)):
        return False
    numbers[depth] = numbers.get(depth, 0) + 1
    return True


def _remark_on_sign(line: SourceLine, mark: re.Match[str], found: MarkupFindings) -> None:
    if _SIGNED_NUMBER.match(line.text, mark.start(2)):
        sign = mark[2]
        message = f"this is read as an entry of a list, and “{sign}” is no sign of its number"
        rest = line.text[mark.end() :][:30].strip()
        hint = f"if it is, write \\{sign} {rest}; to say that it is a list, write * {rest}"
        found.remarks.append(Remark(line.start + mark.start(2), True, message, hint))
