"""The layout of a fact sheet as its editor wrote it, and the places where an entry may be inserted.

`list_insertions(layout, "quotes", entries, 2)` yields the places for entries before the third quotation, the finest
first: who inserts there reads the result again, since a sheet may be laid out in any way that YAML knows.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from newsbrief.content.fact_sheet import SECTIONS
from newsbrief.content.yaml_positions import YamlFile
from newsbrief.content.yaml_text import write_flow
from newsbrief.draft.yaml_writer import SheetEntry, order_keys, write_entries

_INDENT = 2
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_EMPTY = re.compile(r"[ \t]*(?:\[[ \t]*\]|null|Null|NULL|~)")
_MOST_BRACKETS = 40


class TextInsertion(NamedTuple):
    """A text that takes the place of the characters from `start` to `end`, which are none or the sign of emptiness."""

    start: int
    end: int
    text: str


class SheetLayout:
    """The lines of a sheet with their ends, and where the YAML reader found its values."""

    def __init__(self, text: str, yaml: YamlFile) -> None:
        self.text = text
        self.yaml = yaml
        self.lines: list[str] = _LINE.findall(text)
        self.starts = [0, *accumulate(map(len, self.lines))]
        self.line_end = next((end for line in self.lines if (end := line[len(line.rstrip("\r\n")) :])), "\n")

    def offset(self, line: int, column: int) -> int:
        """Return the place of a line and column, both from 1."""
        return self.starts[min(line, len(self.starts)) - 1] + column - 1

    def row(self, number: int) -> str:
        """Return a line without its end, by its number from 0."""
        return self.lines[number].rstrip("\r\n")

    def is_blank(self, number: int) -> bool:
        """Say whether a line holds nothing."""
        return not self.row(number).strip()

    def is_comment(self, number: int) -> bool:
        """Say whether a line holds a comment alone, if it is outside a text of several lines."""
        return self.row(number).lstrip().startswith("#")

    def indentation(self, number: int) -> int:
        """Return the number of blanks at the start of a line."""
        return len(self.row(number)) - len(self.row(number).lstrip(" "))

    def section_line(self, key: str) -> int:
        """Return the number, from 0, of the line with a section's key."""
        return self.yaml.key_places[key,][0] - 1

    def end_of(self, key: str) -> int:
        """Return the number of the line behind a section: that of the next key, or behind the last."""
        lines = sorted(line - 1 for path, (line, _) in self.yaml.key_places.items() if len(path) == 1)
        return next((line for line in lines if line > self.section_line(key)), len(self.lines))

    def dashes(self, key: str) -> int | None:
        """Return the column, from 0, of a section's dashes; None for one that is no list in lines."""
        line, column = self.yaml.places[key,]
        return column - 1 if self.row(line - 1)[column - 1 : column] == "-" else None

    def entry_line(self, key: str, number: int) -> int:
        """Return the number of the line with the dash of an entry, in a list in lines."""
        line = self.yaml.places[key, number][0] - 1
        column = self.dashes(key) or 0
        while line > 0 and (self.row(line)[column : column + 1] != "-" or self.row(line)[:column].strip()):
            line -= 1
        return line


def list_insertions(layout: SheetLayout, key: str, entries: Sequence[SheetEntry], at: int) -> Iterator[TextInsertion]:
    """Yield the places at which entries may go into a section, before its entry number `at`, the finest first."""
    values = layout.yaml.values
    if key not in values:
        yield from _add_section(layout, key, entries)
    elif not values[key]:
        yield from _fill_section(layout, key, entries)
    elif (column := layout.dashes(key)) is None:
        yield from _insert_in_flow(layout, key, entries, at)
    else:
        yield from _insert_lines(layout, key, entries, at, column)


def _insert_lines(
    layout: SheetLayout, key: str, entries: Sequence[SheetEntry], at: int, column: int
) -> Iterator[TextInsertion]:
    """Yield the places in a list with a dash before each entry."""
    count = len(layout.yaml.values[key])
    offset = max(layout.yaml.places[key, count - 1][1] - 1 - column, 2)
    if layout.yaml.places[key, count - 1][0] - 1 != layout.entry_line(key, count - 1):
        offset = 2
    lines = _write_lines(key, entries, column, offset)
    is_spaced = count > 1 and _has_blank_above(layout, layout.entry_line(key, count - 1))
    if is_spaced:
        lines = [row for number, entry in enumerate(entries) for row in _space(key, entry, number, column, offset)]
    if at < count:
        line = _above_comments(layout, layout.entry_line(key, at), column)
        yield _put_lines(layout, line, [*lines, *([""] if is_spaced else [])])
        return
    for line in _list_ends(layout, key, column):
        yield _put_lines(layout, line, [*([""] if is_spaced else []), *lines])


def _space(key: str, entry: SheetEntry, number: int, column: int, offset: int) -> list[str]:
    return [*([""] if number else []), *_write_lines(key, [entry], column, offset)]


def _write_lines(key: str, entries: Sequence[SheetEntry], column: int, offset: int) -> list[str]:
    """Return the lines of entries with their dashes in a column, and their keys so much further right."""
    lines = write_entries(key, entries)
    blanks, further = " " * column, " " * (offset - 2)
    return [
        f"{blanks}-{further} {line[2:]}"
        if line.startswith("- ")
        else f"{blanks}{further if line[:1] == ' ' else ''}{line}"
        for line in lines
    ]


def _list_ends(layout: SheetLayout, key: str, column: int) -> Iterator[int]:
    """Yield the numbers of the lines before which a section may end, the finest first."""
    end = layout.end_of(key)
    line = end
    while line > layout.section_line(key) + 1 and _is_behind(layout, line - 1, column):
        line -= 1
    yield line
    while line < end:
        line += 1
        yield line


def _is_behind(layout: SheetLayout, number: int, column: int) -> bool:
    """Say whether a line belongs to what follows a section, and not to its last entry."""
    if layout.is_comment(number):
        return layout.indentation(number) < column or column == 0
    return layout.is_blank(number) or layout.row(number).rstrip() == "..."


def _has_blank_above(layout: SheetLayout, line: int) -> bool:
    line = _above_comments(layout, line, layout.indentation(line))
    return line > 0 and layout.is_blank(line - 1)


def _above_comments(layout: SheetLayout, line: int, column: int) -> int:
    """Return the number of the first of the comment lines right above an entry."""
    while line > 0 and layout.is_comment(line - 1) and layout.indentation(line - 1) == column:
        line -= 1
    return line


def _put_lines(layout: SheetLayout, line: int, rows: Sequence[str]) -> TextInsertion:
    """Return the insertion of lines before a line, or behind the last, which may have no end."""
    at = layout.starts[line]
    text = layout.line_end.join(rows)
    if at and layout.text[at - 1] not in "\r\n":
        return TextInsertion(at, at, layout.line_end + text)
    return TextInsertion(at, at, text + layout.line_end)


def _fill_section(layout: SheetLayout, key: str, entries: Sequence[SheetEntry]) -> Iterator[TextInsertion]:
    """Yield the places in a section that is empty; the sign of that goes."""
    column = _usual_column(layout)
    lines = _write_lines(key, entries, column, 2)
    number = layout.section_line(key)
    place = layout.offset(*layout.yaml.key_places[key,])
    colon = layout.text.find(":", place + len(key))
    sign = _EMPTY.match(layout.text, colon + 1)
    row_end = layout.starts[number] + len(layout.row(number))
    if sign and layout.yaml.places[key,][0] - 1 == number:
        rest = layout.text[sign.end() : row_end]
        yield TextInsertion(colon + 1, row_end, layout.line_end.join([rest, *lines]))
        return
    for line in _list_ends(layout, key, column):
        yield _put_lines(layout, line, lines)
    yield _put_lines(layout, number + 1, lines)


def _add_section(layout: SheetLayout, key: str, entries: Sequence[SheetEntry]) -> Iterator[TextInsertion]:
    """Yield the places for a section that is not there: behind those before it in the order of sections."""
    lines = [f"{key}:", *_write_lines(key, entries, _usual_column(layout), 2)]
    order = [section.key for section in SECTIONS]
    there = [each for each in order if each in layout.yaml.values]
    earlier = [each for each in there if order.index(each) < order.index(key)]
    if not there:
        yield _put_lines(layout, len(layout.lines), [""] * _needs_blank(layout, len(layout.lines)) + lines)
        return
    if earlier:
        last = max(earlier, key=layout.section_line)
        for line in _list_ends(layout, last, 1):
            yield _put_lines(layout, line, ["", *lines])
        return
    line = _above_comments(layout, layout.section_line(there[0]), 0)
    if line and not any(layout.is_blank(number) for number in range(line)) and not layout.row(0)[:1].isalpha():
        # Comments at the head of the file are about the whole of it.
        line = layout.section_line(there[0])
    yield _put_lines(layout, line, [*lines, ""])


def _needs_blank(layout: SheetLayout, line: int) -> bool:
    return line > 0 and not layout.is_blank(line - 1)


def _usual_column(layout: SheetLayout) -> int:
    """Return the column of the dashes in the sheet's other sections."""
    found = (layout.dashes(key) for key, value in layout.yaml.values.items() if isinstance(value, list) and value)
    return next((column for column in found if column is not None), _INDENT)


def _insert_in_flow(layout: SheetLayout, key: str, entries: Sequence[SheetEntry], at: int) -> Iterator[TextInsertion]:
    """Yield the places in a list in brackets, on one line or several."""
    written = [write_flow(order_keys(key, entry.values)) for entry in entries]
    count = len(layout.yaml.values[key])
    last = layout.yaml.places[key, count - 1]
    row = layout.row(last[0] - 1)
    is_on_own_line = not row[: last[1] - 1].strip()
    between = f",{layout.line_end}{row[: last[1] - 1]}" if is_on_own_line else ", "
    if at < count:
        place = layout.offset(*layout.yaml.places[key, at])
        yield TextInsertion(place, place, between.join([*written, ""]))
        return
    start, end = layout.offset(*last), layout.starts[layout.end_of(key)]
    for _ in range(_MOST_BRACKETS):
        end = layout.text.rfind("]", start, end)
        if end < 0:
            return
        behind = len(layout.text[:end].rstrip())
        has_comma = layout.text[behind - 1] == ","
        text = between.join(written)
        yield TextInsertion(behind, behind, f"{between[1:]}{text}," if has_comma else between + text)
