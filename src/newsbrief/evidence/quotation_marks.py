"""Quotation marks: which open, which close, and which are apostrophes.

The role of a mark follows from the mark itself and from the characters beside it. Pairs are found with a stack, one
paragraph after the other. A quotation may run through several paragraphs if each opens it again and only the last
closes it.

`pair_quotation_marks(text, paragraphs).passages` are the passages in quotation marks.
"""

import re
from typing import Literal

from msgspec import Struct

from newsbrief.model.document import Passage, Span

Role = Literal["open", "close", "either", "none"]

FAMILIES = {
    **dict.fromkeys('"“”„‟＂', "double"),
    **dict.fromkeys("'‘’‚‛", "single"),
    **dict.fromkeys("«»", "guillemets"),
    **dict.fromkeys("‹›", "single guillemets"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "white corner"),
    **dict.fromkeys("〝〞〟", "prime"),
}
_MARK = re.compile(f"[{''.join(FAMILIES)}]")
_SINGLE = re.compile("['‘’‚‛]")
_ALWAYS_OPEN = "„‚‟‛「『〝"
_ALWAYS_CLOSE = "」』〞〟"
_OPENING_SIDE = "([{¿¡-‐‑‒–—―/…" + "".join(FAMILIES)
_CLOSING_SIDE = ")]}.,;:!?-‐‑‒–—―/…%" + "".join(FAMILIES)
_NEVER_FIRST = ",;:!?.)]}"
# Words that English shortens at their front, always with an apostrophe.
_ELISION = re.compile(
    r"(?:\d{2}s\b|(?:n|em|tis|twas|til|till|cause|cos|bout|round|neath|ere|un|uns|kay)\b)", re.IGNORECASE
)
# Hebrew acronyms have a mark before their last letter.
_GERSHAYIM = re.compile('[\u05d0-\u05ea]["”][\u05d0-\u05ea](?:[^\u05d0-\u05ea]|$)')
_YEAR_SHORTENED = re.compile(r"\d{2}\b")
# Of two single marks with nothing but punctuation between them, the last one closes: the workers’.’
_CLOSED_LATER = re.compile(r"[.,;:!?…]+[’'](?!\w)")


_MOST_OPEN = 40
"""The most marks that are open at a time; an article that opens another one has left the first one open."""


class UnpairedMark(Struct, frozen=True):
    """An opening or closing mark at `offset` without a partner."""

    offset: int
    opens: bool


class Marks(Struct, frozen=True):
    """The quotation marks of a text. `reopening` are the offsets of marks that open a quotation again."""

    passages: tuple[Passage, ...]
    unpaired: tuple[UnpairedMark, ...]
    reopening: tuple[int, ...]


class _Open(Struct):
    """An opening mark. `done` are the words inside it in the paragraphs above; in this one, they begin later."""

    mark: str
    offset: int
    inner_start: int
    done: list[Span]

    @property
    def family(self) -> str:
        return FAMILIES[self.mark]


def pair_quotation_marks(text: str, paragraphs: tuple[Span, ...]) -> Marks:
    """Return the passages in quotation marks, in the order of their opening marks, and the marks without a partner."""
    pairing = _Pairing(text)
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        pairing.is_reopened = following is not None and text[following.start : following.start + 1] == "'"
        pairing.read(paragraph)
        pairing.end(paragraph, following)
    passages = tuple(sorted(pairing.passages, key=lambda passage: passage.outer))
    unpaired = tuple(sorted(pairing.unpaired, key=lambda mark: mark.offset))
    return Marks(passages, unpaired, tuple(sorted(pairing.reopening)))


class _Pairing:
    def __init__(self, text: str) -> None:
        self.text = text
        self.closers_ahead: dict[int, bool] = {}
        self.last_curly = -1
        self.stack: list[_Open] = []
        self.passages: list[Passage] = []
        self.unpaired: list[UnpairedMark] = []
        self.reopening: set[int] = set()
        self.is_reopened = False

    def read(self, paragraph: Span) -> None:
        self.closers_ahead.clear()
        self.last_curly = max(self.text.rfind(mark, *paragraph) for mark in "”“")
        for match in _MARK.finditer(self.text, *paragraph):
            if match.start() in self.reopening:
                continue
            role = self.role(match[0], match.start(), paragraph)
            if role == "open":
                self.begin(match[0], match.start())
            elif role == "close":
                self.close(match[0], match.start())

    def begin(self, mark: str, offset: int) -> None:
        if len(self.stack) == _MOST_OPEN:
            self.drop(self.stack.pop(0))
        self.stack.append(_Open(mark, offset, offset + 1, []))

    def close(self, mark: str, offset: int) -> None:
        at = self.innermost(FAMILIES[mark])
        if at is None:
            self.unpaired.append(UnpairedMark(offset, opens=False))
            return
        for crossed in self.stack[at + 1 :]:
            self.drop(crossed)
        opening = self.stack[at]
        del self.stack[at:]
        inner = (*opening.done, Span(opening.inner_start, offset))
        self.passages.append(Passage(inner, Span(opening.offset, offset + 1), at))

    def end(self, paragraph: Span, following: Span | None) -> None:
        """Continue the quotations that the next paragraph opens again; report the others as unpaired."""
        at, end = following if following else (len(self.text), len(self.text))
        carried: list[_Open] = []
        for number, opening in enumerate(self.stack):
            again = FAMILIES.get(self.text[at : at + 1]) == opening.family and len(carried) == number
            if not again:
                self.drop(opening)
                continue
            self.reopening.add(at)
            at = self.skip_space(at + 1, end)
            opening.done.append(Span(opening.inner_start, paragraph.end))
            opening.inner_start = at
            carried.append(opening)
        self.stack = carried

    def drop(self, opening: _Open) -> None:
        """Report an opening mark as unpaired, unless it is an apostrophe that looked like one."""
        if opening.mark not in "'’":
            self.unpaired.append(UnpairedMark(opening.offset, opens=True))

    def skip_space(self, at: int, end: int) -> int:
        while at < end and self.text[at].isspace():
            at += 1
        return at

    def innermost(self, family: str) -> int | None:
        return next((at for at in reversed(range(len(self.stack))) if self.stack[at].family == family), None)

    def role(self, mark: str, at: int, paragraph: Span) -> Role:
        before = self.text[at - 1] if at > paragraph.start else ""
        after = self.text[at + 1] if at + 1 < paragraph.end else ""
        opening = self.innermost(FAMILIES[mark])
        opened_by = self.stack[opening].mark if opening is not None else ""
        if mark in _ALWAYS_OPEN:
            return "open"
        if mark in _ALWAYS_CLOSE:
            return "close"
        if mark in '"”' and _GERSHAYIM.fullmatch(self.text, max(0, at - 1), at + 3):
            return "none"
        if FAMILIES[mark] == "single":
            return self.single_role(mark, at, paragraph, before, after, opened_by)
        if mark == "“":
            return "close" if opened_by == "„" else "open"
        if mark in "«‹":
            return "close" if opened_by and opened_by in "»›" else "open"
        if mark in "”»›":
            return "close" if opened_by or not _leans_right(before, after) else "open"
        return self.straight_role(at, paragraph, before, after, opened_by)

    def straight_role(self, at: int, paragraph: Span, before: str, after: str, opened_by: str) -> Role:
        right, left = _leans_right(before, after), _leans_left(before, after)
        if right != left:
            return "open" if right else self.close_or_measure(at, before, opened_by)
        return "close" if opened_by else "open"

    def close_or_measure(self, at: int, before: str, opened_by: str) -> Role:
        """Return the role of a straight mark after a digit, which may be the sign for inches or seconds."""
        closed_later = opened_by in ("“", "„") and at < self.last_curly
        return "none" if before.isdigit() and (not opened_by or closed_later) else "close"

    def single_role(self, mark: str, at: int, paragraph: Span, before: str, after: str, opened_by: str) -> Role:
        if self.is_around_n(at) or (before.isalnum() and after.isalnum()):
            return "none"
        if self.shortens_front(at, before):
            return "none" if mark in "'’" or not self.closer_ahead(at, paragraph) else "open"
        if _YEAR_SHORTENED.match(self.text, at + 1) and not before.isalnum() and (opened_by or mark == "’"):
            return "none"
        if mark == "‘":
            return "close" if opened_by == "‚" else "open"
        if opened_by and _leans_left(before, after):
            later = _CLOSED_LATER.match(self.text, at + 1)
            return "none" if later or self.is_plural_possessive(before, after, at, paragraph) else "close"
        closed = self.closer_ahead(at, paragraph) or (mark == "'" and at == paragraph.start and self.is_reopened)
        return "open" if mark in "'’" and _leans_right(before, after) and closed else "none"

    def shortens_front(self, at: int, before: str) -> bool:
        """Say whether the mark replaces letters at the front of a word, as in 'em or '90s."""
        return bool(_ELISION.match(self.text, at + 1)) and not before.isalnum()

    def is_around_n(self, at: int) -> bool:
        """Say whether the mark replaces a letter of "and", as in rock 'n' roll, curled either way."""
        before, after = self.text[max(0, at - 2) : at].lower(), self.text[at + 1 : at + 3].lower()
        return after in ("n'", "n’") or before in ("'n", "’n", "‘n")

    def is_plural_possessive(self, before: str, after: str, at: int, paragraph: Span) -> bool:
        is_after_s = before in "sSzZxX" and after == " " and self.text[at + 2 : at + 3].isalpha()
        return is_after_s and self.closer_ahead(at, paragraph)

    def closer_ahead(self, at: int, paragraph: Span) -> bool:
        """Say whether the next single mark that can only close comes before the next that can only open."""
        if not self.closers_ahead:
            is_ahead = False
            for match in reversed(list(_SINGLE.finditer(self.text, *paragraph))):
                self.closers_ahead[match.start()] = is_ahead
                is_ahead = self.closes(match.start(), paragraph, is_ahead)
        return self.closers_ahead[at]

    def closes(self, at: int, paragraph: Span, otherwise: bool) -> bool:
        """Say whether a single mark can only close; `otherwise` where it might as well open, or be an apostrophe."""
        before = self.text[at - 1] if at > paragraph.start else ""
        after = self.text[at + 1] if at + 1 < paragraph.end else ""
        shortened = self.shortens_front(at, before) or self.is_around_n(at)
        year = _YEAR_SHORTENED.match(self.text, at + 1) and not before.isalnum()
        if shortened or year or (before.isalnum() and after.isalnum()):
            return otherwise
        if _leans_left(before, after):
            return True
        return False if self.text[at] in "‘'" and _leans_right(before, after) else otherwise


def _leans_right(before: str, after: str) -> bool:
    """Say whether something begins here: a space or an opening sign before, a word or the like after."""
    begins = not before or before.isspace() or before in _OPENING_SIDE
    return begins and bool(after) and not after.isspace() and after not in _NEVER_FIRST


def _leans_left(before: str, after: str) -> bool:
    """Say whether something ends here: no space before, a space or a closing sign after."""
    return bool(before) and not before.isspace() and (not after or after.isspace() or after in _CLOSING_SIDE)
