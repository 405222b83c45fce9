r"""Signs of Markdown inside a paragraph: those that are plainly meant as markup, and those that belong to the text.

Emphasis stands round whole words, a link has an address without spaces, a pair of backticks stands round whole words.
Every other sign is the article's own, such as the stars of `5*3*2`.

For example, of `*very* 5*3*2` the first two stars are markup, and the last two are candidates for a backslash.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from html import unescape

from newsbrief.content.html_tags import find_html
from newsbrief.content.pasted_emphasis import Run, pair_runs, read_run
from newsbrief.content.pasted_labels import Labels
from newsbrief.content.pasted_remarks import (
    Candidate,
    MarkupFindings,
    Remark,
    SourceLine,
    find_word,
    is_network_path,
    is_path,
    protect,
)

_SIGN = re.compile(r"\\+|`+|[*_]+|!?\[|\]|<|&(?:#[0-9]+|#x[0-9a-fA-F]+|[0-9a-zA-Z]+);|~~+")
_ESCAPABLE = frozenset("\\`*_{}[]()>#+-.!|")
_TARGET = re.compile(
    r"""\(\s*+(?:<[^<>\n]*+>|(?>(?:[^\s()<>]++|\([^\s()<>]*+\))*))(?:\s++(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?\s*+\)"""
)
_LABEL = re.compile(r" ?\[([^\[\]\n]*+)\]")
_NOTE = re.compile(r"\[\^([^\[\]\n]*+)\]")
_AUTOMATIC = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]*+://[^<>]*+|[^<> !]+@[^@<> ]+)>")
_REFERENCE = re.compile(r"#?\w+;")
_WRITTEN = re.compile(r"&#(?:3[3-9]|4[0-7]|5[89]|6[0-4]|9[1-6]|12[3-6]);")
"""References for signs that a backslash cannot protect, or not here."""


class Paragraph:
    """Lines that Markdown reads as one text, each with its place in the article."""

    def __init__(self, lines: Sequence[SourceLine]) -> None:
        self.text = "\n".join(line.text for line in lines)
        self._places = [line.start for line in lines]
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line.text) + 1)
        self._starts.pop()

    def place(self, at: int) -> int:
        """Return the place in the article of the character at `at`."""
        number = bisect_right(self._starts, at) - 1
        return self._places[number] + at - self._starts[number]


def read_signs(lines: Sequence[SourceLine], labels: Labels, found: MarkupFindings) -> None:
    """Add what the signs of a paragraph are to the findings."""
    paragraph = Paragraph(lines)
    if _SIGN.search(paragraph.text):
        _SignReader(paragraph, labels, found).read()


class _SignReader:
    def __init__(self, paragraph: Paragraph, labels: Labels, found: MarkupFindings) -> None:
        self.paragraph = paragraph
        self.text = paragraph.text
        self.labels = labels
        self.found = found
        self.brackets = _pair_brackets(self.text)
        self.ends: dict[int, int] = {}
        self.runs: list[Run] = []
        self.stars = self.text.count("*")
        self.strikes = 0

    def read(self) -> None:
        at = 0
        while match := _SIGN.search(self.text, at):
            at = self._read_sign(match)
        for run, is_markup in pair_runs(self.runs, self.text):
            if is_markup:
                self.mark(run.start, run.start + len(run.text))
            else:
                for offset in range(run.start, run.start + len(run.text)):
                    self.protect(offset, "emphasis stands round whole words")

    def _read_sign(self, match: re.Match[str]) -> int:
        """Take in the sign at a match, and return where the next one may begin."""
        start, end, sign = match.start(), match.end(), match[0]
        match sign[0]:
            case "\\":
                return self._read_backslashes(start, end)
            case "`":
                return self._read_backticks(start, sign)
            case "*" | "_":
                self.runs.append(read_run(self.text, start, sign))
            case "!" | "[":
                return self._read_bracket(start, end)
            case "]":
                if start in self.ends:
                    self.mark(start, self.ends[start])
                    return self.ends[start]
            case "<":
                return self._read_angle(start)
            case "&":
                self._read_entity(start, sign)
            case _ if not self.strikes:
                self.strikes += 1
                hint = "nothing is struck out in an article; delete the signs if the words are to stand"
                self.note(start, f"“{sign}” is kept as text", hint)
        return end

    def _read_backslashes(self, start: int, end: int) -> int:
        length, after = end - start, self.text[end : end + 1]
        first, word = find_word(self.text, start)
        is_network = length == 2 and is_network_path(word) and first >= start - 1
        if is_network or (length == 1 and after in _ESCAPABLE and is_path(word)):
            for offset in range(start, end):
                self.protect(offset, "two backslashes stand for one")
            return end
        for offset in range(start, end - length % 2, 2):
            self.mark(offset, offset + 1)
        if length % 2 and after and after in _ESCAPABLE:
            self.mark(end - 1, end)
            if after in "{}" or (after == "*" and self.stars == 1 and self.text[:start].strip(" \t")):
                self.note(end - 1, f"“\\{after}” is read as “{after}”", f"to show the backslash, write \\\\{after}")
            return end + 1
        return end

    def _read_backticks(self, start: int, sign: str) -> int:
        end = start + len(sign)
        close = self.text.find("`", end)
        closed = close + len(sign)
        inside = self.text[end:close] if close >= 0 else ""
        is_run = self.text.startswith(sign, close) and not self.text.startswith("`", closed)
        is_apart = not self.text[start - 1 : start].isalnum() and not self.text[closed : closed + 1].isalnum()
        if inside and inside == inside.strip() and is_run and is_apart:
            self.mark(start, end)
            self.mark(close, closed)
            return closed
        for offset in range(start, end):
            self.protect(offset, "code stands between two backticks, round whole words")
        return end

    def _read_bracket(self, start: int, end: int) -> int:
        """Take in an opening bracket at `end` - 1, with a mark of exclamation before it if it may be a picture's."""
        is_picture = self.text[start] == "!"
        if not is_picture and (note := _NOTE.match(self.text, start)):
            return self._read_reference_mark(note)
        close = self.brackets.get(end - 1)
        target = self._target_end(end - 1, close) if close is not None else None
        if close is None or target is None:
            self.protect(end - 1, "a link has an address without spaces behind it")
            return end
        if is_picture:
            self.mark(start, target)
            return target
        self.mark(start, end)
        self.ends[close] = target
        return end

    def _target_end(self, start: int, close: int) -> int | None:
        """Return where the address behind a closing bracket ends; None where there is none."""
        address = _TARGET.match(self.text, close + 1)
        if address and any(map(str.isalpha, address[0])):
            return address.end()
        label = _LABEL.match(self.text, close + 1)
        if not self.labels.addresses:
            return None
        words = " ".join(self.text[start + 1 : min(close, start + 300)].split()).lower()
        if label and (label[1].lower() or words) in self.labels.addresses:
            return label.end()
        return close + 1 if words in self.labels.addresses else None

    def _read_reference_mark(self, note: re.Match[str]) -> int:
        if note[1] in self.labels.footnotes:
            self.mark(note.start(), note.end())
        else:
            at = self.paragraph.place(note.start())
            edit = protect(SourceLine(at - note.start(), self.text), note.start())
            hint = f"write \\{note[0]}, or add a paragraph that begins with {note[0]}: and has the footnote's words"
            message = f"“{note[0]}” is kept as text, because there is no footnote of this name"
            self.found.remarks.append(Remark(at, True, message, hint, (edit,)))
        return note.end()

    def _read_angle(self, start: int) -> int:
        if link := _AUTOMATIC.match(self.text, start):
            self.mark(start, start + 1)
            self.mark(link.end() - 1, link.end())
            return link.end()
        if tag := find_html(self.text, start):
            self.found.html.append((self.paragraph.place(start), self.paragraph.place(tag.end - 1) + 1, tag.is_block))
            return tag.end
        return start + 1

    def _read_entity(self, start: int, sign: str) -> None:
        shown = unescape(sign)
        if shown == sign:
            return
        end = start + len(sign)
        after = self.text[end : end + 1]
        self.mark(start, end, shown)
        is_needed = _WRITTEN.fullmatch(sign) or (shown == "<" and (after.isalpha() or after in "/!?"))
        if not is_needed and not (shown == "&" and _REFERENCE.match(self.text, end)):
            what = f"“{shown}”" if shown.isprintable() and not shown.isspace() else "a character of its own"
            hint = f"write that itself; to show {sign} in the text, write &amp;{sign[1:]}"
            self.note(start, f"the HTML reference {sign} is read as {what}", hint)

    def mark(self, start: int, end: int, shown: str = "") -> None:
        """Note that these characters are markup, which shows others or nothing."""
        places = [self.paragraph.place(start), self.paragraph.place(end - 1) + 1]
        self.found.markup.append((places[0], places[1], shown))

    def protect(self, at: int, why: str) -> None:
        place = self.paragraph.place(at)
        edit = protect(SourceLine(place - at, self.text), at)
        self.found.candidates.append(Candidate(place, place + 1, edit, why))

    def note(self, at: int, message: str, hint: str) -> None:
        self.found.remarks.append(Remark(self.paragraph.place(at), True, message, hint))


def _pair_brackets(text: str) -> Mapping[int, int]:
    """Return the place of the closing bracket for each opening one."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for match in re.finditer(r"\\.|[\[\]]", text):
        if match[0] == "[":
            opened.append(match.start())
        elif match[0] == "]" and opened:
            pairs[opened.pop()] = match.start()
    return pairs
