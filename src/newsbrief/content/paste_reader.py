"""Compares what Markdown makes of a pasted text with the text itself, and protects the signs that would be lost.

For example, `PasteReader("5*3*2", read_markdown("5*3*2")).read().document.text` is `5*3*2`, and not `532`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from newsbrief.content.markdown import read_markdown
from newsbrief.content.pasted_blocks import read_blocks
from newsbrief.content.pasted_remarks import (
    BULLETS,
    STRANGE,
    Candidate,
    DividedWord,
    Edit,
    HtmlText,
    MarkupFindings,
    PastedText,
    Remark,
    apply_edits,
)
from newsbrief.model.document import Document

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LONGEST_SHOWN = 60
_LETTER_BULLET = re.compile(r"^[ \t]*o[ \t\u00a0]+(?=\S)", re.MULTILINE)
_LETTER = re.compile(r"(?<![\w’'´])[oO](?![\w’'´])")


class PasteReader:
    """Reads one text; `document` is what Markdown makes of it as it stands."""

    def __init__(self, text: str, document: Document) -> None:
        self.text = text
        self.document = document
        self.line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.found = read_blocks(text)
        self.remarks = [*self.found.remarks, *self._find_strange(), *self._remark_on_divided_words()]
        self.remarks += self._remark_on_letter_bullets()
        self.html = tuple(self._join_html())
        self.shown = _list_shown(text, self.found)

    def read(self) -> PastedText:
        """Return the text as it is to be read."""
        remarks = self.remarks
        edits = [edit for remark in remarks for edit in remark.edits]
        tags = [Edit(start, end, " " if is_block else "") for start, end, is_block in self.found.html]
        document = self.document
        if edits or tags:
            document = read_markdown(apply_edits(self.text, [*edits, *tags]))
        chosen: set[Candidate] = set()
        for choose in (self._choose_lost, self._choose_near, self._choose_all):
            lost = _find_lost(self.shown, document.text)
            if not lost:
                break
            chosen.update(choose(lost))
            protecting = [candidate.edit for candidate in chosen]
            document = read_markdown(apply_edits(self.text, [*edits, *tags, *protecting]))
        remarks += self._remark_on_signs(chosen)
        if not self.html:
            remarks += [_remark_on_loss(at) for at in _find_lost(self.shown, document.text)[:1]]
        remarks += [_remark_on_html(each) for each in self.html]
        return PastedText(self.text, document, tuple(sorted(remarks)), self.html)

    def _choose_lost(self, lost: Sequence[int]) -> Iterator[Candidate]:
        """Yield the candidates whose own signs are lost."""
        at = set(lost)
        return (each for each in self.found.candidates if any(n in at for n in range(each.start, each.end)))

    def _choose_near(self, lost: Sequence[int]) -> Iterator[Candidate]:
        """Yield the candidates in the paragraphs in which signs are lost."""
        ends = [match.start() for match in re.finditer(r"\n[ \t]*\n", self.text)]
        paragraphs = {bisect_right(ends, at) for at in lost}
        return (each for each in self.found.candidates if bisect_right(ends, each.start) in paragraphs)

    def _choose_all(self, _: Sequence[int]) -> Iterable[Candidate]:
        return self.found.candidates

    def _line_of(self, at: int) -> int:
        """Return the number of a line, from 0."""
        return bisect_right(self.line_starts, at) - 1

    def _remark_on_divided_words(self) -> Iterator[Remark]:
        """Yield the remarks on words divided at the ends of lines; the article's other words say how to write them."""
        if not self.found.divided:
            return
        words = {match[0].lower().replace("\u2010", "-") for match in _WORD.finditer(self.text)}
        for word in self.found.divided:
            joined, hyphenated = word.first + word.second, f"{word.first}-{word.second}"
            edits: tuple[Edit, ...] = ()
            if joined.lower() in words and hyphenated.lower() not in words:
                edits = (Edit(word.hyphen, word.start, ""),)
                self.found.markup.append((word.hyphen, word.hyphen + 1, ""))
            elif hyphenated.lower() in words and joined.lower() not in words:
                edits = (Edit(word.hyphen + 1, word.start, ""),)
            yield Remark(word.hyphen, False, *_explain_division(word), edits)

    def _remark_on_letter_bullets(self) -> Iterator[Remark]:
        """Yield the remark on lines that begin with “o” as a bullet, in a text in which it is no word elsewhere."""
        bullets = list(_LETTER_BULLET.finditer(self.text))
        if len(bullets) > 1 and len(bullets) == sum(1 for _ in _LETTER.finditer(self.text)):
            message = f"{len(bullets)} lines begin with “o”, as a word processor writes bullets"
            hint = "for a list, write - instead of o, and leave a blank line above it"
            yield Remark(bullets[0].start(), False, message, hint)

    def _remark_on_signs(self, chosen: Iterable[Candidate]) -> Iterator[Remark]:
        """Yield a note for each line with signs that Markdown would drop, and that are protected from it."""
        for number, group in groupby(sorted(chosen), lambda each: self._line_of(each.start)):
            candidates = list(group)
            start = self.line_starts[number]
            line = self.text[start : (*self.line_starts, len(self.text) + 1)[number + 1] - 1]
            edits = tuple(dict.fromkeys(each.edit for each in candidates))
            signs = " ".join(_join_signs(self.text, candidates))
            message = f"“{signs}” is kept as text: {candidates[0].why}"
            yield Remark(candidates[0].start, True, message, f"write {_show_written(line, start, edits)}", edits)

    def _join_html(self) -> Iterator[HtmlText]:
        """Yield the tags of each line."""
        for _, group in groupby(sorted(self.found.html), lambda tag: self._line_of(tag[0])):
            tags = list(group)
            yield HtmlText(tags[0][0], " ".join(self.text[start:end] for start, end, _ in tags))

    def _find_strange(self) -> Iterator[Remark]:
        """Yield the remarks on characters that stand for others, one a line."""
        for _, group in groupby(STRANGE.finditer(self.text), lambda match: self._line_of(match.start())):
            for match in (each for each in group if each[0] not in BULLETS):
                message = (
                    f"U+{ord(match[0]):04X} is a character for private use, which others see as a box or not at all"
                )
                if match[0] == "\ufffd":
                    message = "a character was lost here when the text was copied: U+FFFD stands in its place"
                yield Remark(match.start(), False, message, "write the character that the article has here")
                break


def _join_signs(text: str, candidates: Iterable[Candidate]) -> list[str]:
    """Return the signs of candidates, those side by side together, each once."""
    ranges: list[list[int]] = []
    for each in candidates:
        if ranges and each.start <= ranges[-1][1]:
            ranges[-1][1] = max(ranges[-1][1], each.end)
        else:
            ranges.append([each.start, each.end])
    return list(dict.fromkeys(text[start:end] for start, end in ranges))


def _show_written(line: str, start: int, edits: Sequence[Edit]) -> str:
    """Return the words of a line around its edits, with the edits made."""
    first = line.rfind(" ", 0, edits[0].start - start) + 1
    last = edits[-1].end - start + 1
    ends = [at for at in (line.find(" ", last), line.find(" ", max(last, first + 16))) if at >= 0]
    end = ends[-1] if len(ends) == 2 else len(line)
    moved = [Edit(edit.start - start, edit.end - start, edit.text) for edit in edits]
    written = apply_edits(line[:end], moved)[first:]
    return written if len(written) <= _LONGEST_SHOWN else f"{written[:_LONGEST_SHOWN]} …"


def _explain_division(word: DividedWord) -> tuple[str, str]:
    first, second = word.first, word.second
    message = f"a word is divided at the end of this line: {first}- {second}"
    return (
        message,
        f"write {first}{second} or {first}-{second} on one line; or {first}- {second}, if the hyphen ends a word",
    )


def _list_shown(text: str, found: MarkupFindings) -> list[tuple[int, str]]:
    """Return what is to be shown, in pieces, each with its place in the text; footnotes come last."""
    gaps = sorted([*found.markup, *((start, end, "") for start, end, _ in found.html)])
    pieces: list[tuple[int, str]] = []
    asides: list[tuple[int, str]] = []
    at = 0
    for start, end, shown in [*gaps, (len(text), len(text), "")]:
        if start > at:
            pieces.append((at, text[at:start]))
        if shown:
            pieces.append((start, shown))
        at = max(at, end)
    if not found.asides:
        return pieces
    body: list[tuple[int, str]] = []
    starts = [start for start, _ in sorted(found.asides)]
    ends = [end for _, end in sorted(found.asides)]
    for place, piece in pieces:
        number = bisect_right(starts, place) - 1
        is_aside = number >= 0 and place < ends[number]
        (asides if is_aside else body).append((place, piece))
    return body + asides


def _find_lost(shown: Sequence[tuple[int, str]], text: str) -> list[int]:
    """Return the places of the signs that should be shown, and that a canonical text does not have in their order."""
    has = "".join(text.split())
    if "".join("".join(piece.split()) for _, piece in shown) == has:
        return []
    lost: list[int] = []
    at = 0
    signs = [(place + number, char) for place, piece in shown for number, char in enumerate(piece) if char.strip()]
    for number, (place, char) in enumerate(signs):
        if at < len(has) and has[at] == char:
            at += 1
        elif at + 1 < len(has) and not has[at].isalnum() and _goes_on(has, at + 1, signs, number):
            # Markup that Markdown does not take as such, and shows.
            at += 2
        else:
            lost.append(place)
    return lost


def _goes_on(has: str, at: int, signs: Sequence[tuple[int, str]], number: int) -> bool:
    following = "".join(char for _, char in signs[number : number + 4])
    return has.startswith(following, at)


def _remark_on_html(html: HtmlText) -> Remark:
    tags = " ".join(html.text.split())
    shown = tags if len(tags) <= _LONGEST_SHOWN else f"{tags[:_LONGEST_SHOWN]} …"
    hint = "delete the tags; if they are words of the article, write &lt; in place of <"
    return Remark(html.at, False, f"this is HTML, not text: {shown}", hint)


def _remark_on_loss(at: int) -> Remark:
    message = "Markdown does not show these signs as they stand here"
    hint = "put a backslash before each sign that is no markup, and give each row of a table as many cells as its head"
    return Remark(at, False, message, hint)
