r"""The blocks of a pasted text: those that are plainly meant as markup, and those that are the article's own words.

A heading stands between blank lines and has words; a list has several entries, and one with numbers counts from 1; a
block quotation begins with words. Every other sign at the start of a line is the article's own, as in `2024. The year`.

For example, `read_blocks("# Ports\n\n- 5 degrees\n")` has one sign as markup, and one as a candidate for a backslash.
"""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from newsbrief.content.code_blocks import find_code_blocks
from newsbrief.content.pasted_labels import ADDRESS, FOOTNOTE, Labels, find_labels
from newsbrief.content.pasted_lines import divide_lines, list_lines, read_lines
from newsbrief.content.pasted_lists import PlainList, find_list, read_list
from newsbrief.content.pasted_remarks import Candidate, Edit, MarkupFindings, Remark, SourceLine, protect
from newsbrief.content.pasted_signs import read_signs

_INDENTED = re.compile(r" {4}| {0,3}\t")
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\d|.*[^\W\d_])(.*?)(?:[ \t]+#+)?[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:-[ ]{0,2}){3,}|(?:_[ ]{0,2}){3,}|(?:\*[ ]{0,2}){3,})[ ]*$")
_QUOTED = re.compile(r" {0,3}>[ ]?")
_QUOTED_WORDS = re.compile(r" {0,3}>[ \t]*+(?![\d=<$€£%.,+~-])")
_DEFINED = re.compile(r" {0,3}:[ ]{1,3}(?=\S)")
_DIVIDER = re.compile(r"[ |:-]*-[ |:-]*")
_BAR = re.compile(r"(\\*)(\|)")


def read_blocks(text: str) -> MarkupFindings:
    """Return the markup of an article, and the signs in it that are its own."""
    found = MarkupFindings()
    fences = find_code_blocks(text).closed if "```" in text or "~~~" in text else []
    for fence in fences:
        lines = text[fence.start : fence.end].split("\n")
        found.markup.append((fence.start, fence.start + len(lines[0]), ""))
        found.markup.append((fence.end - len(lines[-1]), fence.end, ""))
    _BlockReader(find_labels(text), found).read(divide_lines(list_lines(text), fences))
    return found


class _BlockReader:
    """Reads blocks, those inside lists, quotations and footnotes as well."""

    def __init__(self, labels: Labels, found: MarkupFindings) -> None:
        self.labels = labels
        self.found = found

    def read(self, blocks: list[list[SourceLine]], inside: str = "") -> None:
        """Read blocks; `inside` names what they stand in."""
        number = 0
        takes_indented = False
        while number < len(blocks):
            parts = list(takewhile(_is_indented, blocks[number:])) if takes_indented else []
            if parts:
                self._read_parts(parts, inside or "list")
                number += len(parts)
                continue
            if _is_indented(blocks[number]):
                blocks[number] = self._outdent(blocks[number])
            if entries := find_list(blocks, number, least=1 if inside == "list" else 2):
                self._read_list(entries)
                number += len(entries.blocks)
                takes_indented = True
                continue
            takes_indented = self._read_block(blocks[number], inside)
            number += 1

    def _read_list(self, plain: PlainList) -> None:
        number = 0
        while number < len(plain.blocks):
            parts = list(takewhile(_is_indented, plain.blocks[number:]))
            if parts:
                self._read_parts(parts, "list")
            else:
                read_list(plain.blocks[number], plain, self.found, self._read_paragraph)
            number += len(parts) or 1

    def _read_parts(self, parts: Sequence[Sequence[SourceLine]], inside: str) -> None:
        """Read indented blocks that belong to what stands before them."""
        blocks = [divide_lines([line.behind(_indentation(line.text)) for line in part]) for part in parts]
        self.read([block for each in blocks for block in each], inside)

    def _outdent(self, block: list[SourceLine]) -> list[SourceLine]:
        """Return a block without the indentation that would make code of it, and remark on this."""
        outdented = [line.behind(len(line.text) - len(line.text.lstrip(" \t"))) for line in block]
        edits = tuple(Edit(a.start, b.start, "") for a, b in zip(block, outdented, strict=True) if a != b)
        message = "blanks at the start of this paragraph would make code of it"
        hint = "begin the line with its first word; code stands between two lines of ```"
        self.found.remarks.append(Remark(outdented[0].start, False, message, hint, edits))
        return outdented

    def _read_block(self, block: list[SourceLine], inside: str) -> bool:
        """Read one block that is no list, and say whether indented blocks behind it belong to it."""
        if len(block) == 1 and (heading := _HEADING.match(block[0].text)) and not _is_number_sign(heading):
            self._read_heading(block[0], heading)
            return False
        if len(block) == 1 and _RULE.match(block[0].text):
            self._hide(block[0], len(block[0].text))
            return False
        if self._read_table(block):
            return False
        words: list[SourceLine] = []
        takes_indented = False
        for number, line in enumerate(block):
            if (quote := _QUOTED.match(line.text)) and _is_quotation(block[number:]):
                self._read_words(words, inside)
                self._read_quotation(block[number:])
                return False
            rest = self._read_mark(line, bool(words), inside) if not quote else None
            if rest is None:
                words.append(line)
                continue
            self._read_words(words, inside)
            takes_indented = takes_indented or _DEFINED.match(line.text) is not None
            if FOOTNOTE.match(line.text):
                return self._read_footnotes(block[number:])
            words = [rest] if rest.text else []
        self._read_words(words, inside)
        return takes_indented

    def _read_mark(self, line: SourceLine, is_below_words: bool, inside: str) -> SourceLine | None:
        """Take in the mark of a footnote, an address or a definition, and return the rest of the line; None without."""
        if note := FOOTNOTE.match(line.text):
            if note[1] in self.labels.footnotes:
                return line
            self._protect(line, line.text.index("["), "no footnote of this name is used, or it is defined twice")
        elif address := ADDRESS.match(line.text):
            if address[1].lower() in self.labels.addresses:
                self._hide(line, len(line.text))
                return line.behind(len(line.text))
            self._protect(line, line.text.index("["), "no link uses this address")
        elif is_below_words and (mark := _DEFINED.match(line.text)):
            self._hide(line, mark.end())
            return line.behind(mark.end())
        return None

    def _read_words(self, words: Sequence[SourceLine], inside: str) -> None:
        if words:
            self._read_paragraph(words, is_top=not inside)

    def _hide(self, line: SourceLine, length: int) -> None:
        """Note that the start of a line is markup."""
        self.found.markup.append((line.start, line.start + length, ""))

    def _read_heading(self, line: SourceLine, heading: re.Match[str]) -> None:
        start = line.start + heading.start(2)
        self.found.markup.append((line.start, start, ""))
        end = line.start + heading.end(2)
        self.found.markup.append((end, line.start + len(line.text), ""))
        words = heading[2]
        if words.endswith("#"):
            at = len(words.rstrip("#"))
            for offset in range(at, len(words)):
                self._protect(SourceLine(start, words), offset, "signs at the end of a heading are markup")
        read_signs([SourceLine(start, words)], self.labels, self.found)

    def _read_table(self, block: list[SourceLine]) -> bool:
        if len(block) < 2 or "|" not in block[0].text or "|" not in block[1].text:
            return False
        if not _DIVIDER.fullmatch(block[1].text.strip()):
            return False
        for number, line in enumerate(block):
            if number == 1:
                self.found.markup.append((line.start, line.start + len(line.text), ""))
                continue
            at = 0
            for bar in _BAR.finditer(line.text):
                if len(bar[1]) % 2:
                    continue
                read_signs([SourceLine(line.start + at, line.text[at : bar.start(2)])], self.labels, self.found)
                self.found.markup.append((line.start + bar.start(2), line.start + bar.end(2), ""))
                at = bar.end(2)
            read_signs([line.behind(at)], self.labels, self.found)
        return True

    def _read_quotation(self, block: list[SourceLine]) -> None:
        inner: list[SourceLine] = []
        for line in block:
            mark = _QUOTED.match(line.text)
            length = mark.end() if mark else 0
            self._hide(line, length)
            inner.append(line.behind(length))
        self.read(divide_lines(inner), "quotation")

    def _read_footnotes(self, block: list[SourceLine]) -> bool:
        """Read lines that begin with a footnote's name; say that what is indented behind them belongs to them."""
        notes = [n for n, line in enumerate(block) if (m := FOOTNOTE.match(line.text)) and self._is_used(line, m)]
        for start, end in pairwise([*notes, len(block)]):
            first = block[start]
            length = len(FOOTNOTE.match(first.text)[0])  # type: ignore[index]
            self._hide(first, length)
            self.found.asides.append((first.start, block[end - 1].start + len(block[end - 1].text)))
            self.read(divide_lines([first.behind(length), *block[start + 1 : end]]), "footnote")
        return True

    def _is_used(self, line: SourceLine, note: re.Match[str]) -> bool:
        if note[1] not in self.labels.footnotes:
            self._protect(line, line.text.index("["), "no footnote of this name is used, or it is defined twice")
        return note[1] in self.labels.footnotes

    def _read_paragraph(self, lines: Sequence[SourceLine], is_top: bool = False) -> None:
        read_lines(lines, self.found, is_top)
        read_signs(lines, self.labels, self.found)

    def _protect(self, line: SourceLine, at: int, why: str) -> None:
        place = line.start + at
        self.found.candidates.append(Candidate(place, place + 1, protect(line, at), why))


def _is_indented(block: Sequence[SourceLine]) -> bool:
    return _INDENTED.match(block[0].text) is not None


def _indentation(text: str) -> int:
    """Return how many characters make up the first four columns of white space, or what there is of them."""
    column = 0
    for number, char in enumerate(text):
        if column >= 4 or char not in " \t":
            return number
        column = column + 1 if char == " " else column // 4 * 4 + 4
    return len(text)


def _is_number_sign(heading: re.Match[str]) -> bool:
    return heading[1] == "#" and heading[2][:1].isdigit()


def _is_quotation(block: Sequence[SourceLine]) -> bool:
    """Say whether lines that begin with > are a block quotation, and not a sign of the text."""
    if _QUOTED_WORDS.match(block[0].text):
        return True
    return len(block) > 1 and all(_QUOTED.match(line.text) for line in block)
