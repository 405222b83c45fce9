r"""Lines of a paragraph in a pasted text: signs at their start, and what other programs leave behind at their ends.

For example, of the lines `The may-` and `or spoke` it says that a word is divided.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from newsbrief.content.pasted_remarks import (
    BULLETS,
    Candidate,
    DividedWord,
    Edit,
    MarkupFindings,
    Remark,
    SourceLine,
    protect,
)
from newsbrief.model.document import Span

_BLANK = re.compile(r"[ \t]*+")
_FIRST = re.compile(r"[ \t]*+")
_ENTRY = re.compile(r"(?:[*+-]|\d+\.)(?=[ \t]|$)")
_HYPHEN = re.compile(r"-(?=\s)")
_RULE = re.compile(r"(?:(?:-[ ]{0,2}){3,}|(?:_[ ]{0,2}){3,}|(?:\*[ ]{0,2}){3,})[ ]*$")
_UNDERLINE = re.compile(r"(?:=+|-+)[ ]*$")
_DEFINED = re.compile(r":[ ]{1,3}")
_DIVIDED = re.compile(r"([^\W\d_]+)([-\u2010])[ \t]*$")
_WORD = re.compile(r"[^\W\d_]+")
_BULLET = re.compile(rf"[{BULLETS}][ \t\u00a0]*|·[ \t\u00a0]+")

_WHY_ENTRY = {
    True: "a list has several entries and counts from 1",
    False: "a list has several entries",
}


def list_lines(text: str) -> list[SourceLine]:
    """Return the lines of a text."""
    lines: list[SourceLine] = []
    at = 0
    for row in text.split("\n"):
        lines.append(SourceLine(at, row))
        at += len(row) + 1
    return lines


def divide_lines(lines: Sequence[SourceLine], fences: Sequence[Span] = ()) -> list[list[SourceLine]]:
    """Return the blocks of lines that blank lines and blocks of code divide."""
    blocks: list[list[SourceLine]] = [[]]
    starts = [fence.start for fence in fences]
    for line in lines:
        number = bisect_right(starts, line.start) - 1
        if _BLANK.fullmatch(line.text) or (number >= 0 and line.start < fences[number].end):
            if blocks[-1]:
                blocks.append([])
        else:
            blocks[-1].append(line)
    return [block for block in blocks if block]


def read_lines(lines: Sequence[SourceLine], found: MarkupFindings, is_top: bool) -> None:
    """Add what the starts and ends of a paragraph's lines are to the findings; `is_top` outside lists and the like."""
    for number, line in enumerate(lines):
        lead = _FIRST.match(line.text)
        start = lead.end() if lead else 0
        _read_start(line.behind(start), bool(number), found)
        if number == 1 or (number and line.text.startswith("---")):
            _read_underline(lines[number - 1], line, found, is_top)
    for above, below in pairwise(lines):
        _read_end(above, below, found)
    if len(lines) > 1:
        _read_bullets(lines, found)


def _read_start(line: SourceLine, is_later: bool, found: MarkupFindings) -> None:
    text = line.text
    if not text:
        return
    if entry := _ENTRY.match(text):
        if not is_later:
            is_number = text[0].isdigit()
            at = line.start + (entry.end() - 1 if is_number else 0)
            edit = protect(line, at - line.start)
            found.candidates.append(Candidate(line.start, line.start + entry.end(), edit, _WHY_ENTRY[is_number]))
            rest = text[entry.end() :]
            blanks = _FIRST.match(rest)
            _read_start(line.behind(entry.end() + (blanks.end() if blanks else 0)), False, found)
    elif text[0] == "#":
        why = "a heading stands between blank lines, with a space and words behind its signs"
        length = len(text) - len(text.lstrip("#"))
        found.candidates.append(Candidate(line.start, line.start + length, protect(line, 0), why))
    elif text[0] == ">":
        why = "a block quotation begins with words"
        found.candidates.append(Candidate(line.start, line.start + 1, protect(line, 0), why))
    elif _DEFINED.match(text):
        why = "a definition stands below its term"
        edit = Edit(line.start, line.start + 1, "&#58;")
        found.candidates.append(Candidate(line.start, line.start + 1, edit, why))
    if _RULE.match(text):
        why = "a divider stands alone between blank lines"
        found.candidates.append(Candidate(line.start, line.start + len(text), protect(line, 0), why))


def _read_underline(above: SourceLine, line: SourceLine, found: MarkupFindings, is_top: bool) -> None:
    if not _UNDERLINE.match(line.text):
        return
    signs = line.text.strip()
    protected = {"=": "&#61;"}.get(signs[0], "\\-")
    edits = [Edit(line.start, line.start + 1, protected)]
    if is_top:
        edits = [Edit(line.start, line.start, "\n" if signs[0] == "=" else "\n\\")]
    message = f"the line “{_cut(signs)}” would make a heading of “{_cut(above.text)}”"
    hint = "leave a blank line above it" + ("" if signs[0] == "=" else f" and write \\{_cut(signs)}")
    hint += f"; for a heading, write ## {_cut(above.text)} and delete the line"
    found.remarks.append(Remark(line.start, False, message, hint, tuple(edits)))


def _read_end(above: SourceLine, below: SourceLine, found: MarkupFindings) -> None:
    if not above.text.rstrip(" \t").endswith(("-", "\u2010")):
        return
    first, second = _DIVIDED.search(above.text), _WORD.match(below.text.lstrip(" \t"))
    if not first or not second or not first[1][-1].islower() or not second[0][0].islower():
        return
    start = below.start + len(below.text) - len(below.text.lstrip(" \t"))
    found.divided.append(DividedWord(above.start + first.start(2), start, first[1], second[0]))


def _read_bullets(lines: Sequence[SourceLine], found: MarkupFindings) -> None:
    marks = [(line, mark) for line in lines if (mark := _BULLET.match(line.text))]
    if len(marks) > 1:
        new = ["- "] * len(marks) if marks[0][0] == lines[0] else ["\n- ", *["- "] * (len(marks) - 1)]
        for line, mark in marks:
            _read_start(line.behind(mark.end()), False, found)
        found.markup += ((line.start, line.start + mark.end(), "") for line, mark in marks)
        edits = tuple(Edit(a.start, a.start + m.end(), sign) for (a, m), sign in zip(marks, new, strict=True))
        line, mark = marks[0]
        message = f"bullets would run together in one paragraph here: {_cut(line.text)}"
        hint = f"for a list, write - {_cut(line.text[mark.end() :])}, and so on, with a blank line above"
        found.remarks.append(Remark(line.start, False, message, hint, edits))
    else:
        dashes = [line for line in lines[1:] if _HYPHEN.match(line.text)]
        if len(dashes) > 1:
            message = "these lines run together in one paragraph"
            found.remarks.append(
                Remark(dashes[0].start, True, message, "for a list, leave a blank line above this one")
            )


def _cut(text: str, most: int = 40) -> str:
    text = text.strip()
    return text if len(text) <= most else f"{text[:most].rstrip()} …"
