"""The role of a single quotation mark, which may be an apostrophe or a letter as well.

`SingleMarks("It's 'so'", Span(0, 9)).role("'", 5, "")` is "open".
"""

import re
from functools import cached_property
from typing import Literal

from newsbrief.evidence import apostrophes as signs
from newsbrief.evidence.mark_families import ALWAYS_CLOSE, ALWAYS_OPEN, FAMILIES, MARK
from newsbrief.evidence.mark_sides import beside, leans_left, leans_right
from newsbrief.model.document import Span
from newsbrief.model.patterns import compile_late

Role = Literal["open", "close", "none"]
_Lean = Literal["open", "close", "weak", "pass"]

# Of two single marks with nothing but punctuation between them, the last one closes: the workers’.’
_CLOSED_LATER = r"[.,;:!?…]+[’'](?!\w)"
_CONTRACTED = compile_late(r"(?:s|d|ll|ve|re|er|ers|ed|ing)\b")
_TURNED_IN = frozenset(["sv", "fi", "sr", "hr", "bs", "bg", "mk", "hu", "sl", "nl", "et", "nb", "nn", "no", "da"])
"""Languages that may open a quotation within another with the mark ’ that closes it."""
_SUFFIXES_IN = frozenset(["tr", "az", "fi", "et", "hu", "kk", "tk", "eu"])
"""Languages that add endings to a word in quotation marks."""


class SingleMarks:
    """The single marks of one paragraph, and what stands beside and behind each."""

    def __init__(
        self, text: str, paragraph: Span, language: str = "", skip: frozenset[int] = frozenset(), is_turned: bool = True
    ) -> None:
        self.text = text
        self.paragraph = paragraph
        self.language = language.partition("-")[0].lower()
        self.skip = skip
        self.is_turned = is_turned

    def _after(self, at: int) -> str:
        return self.text[at] if at < self.paragraph.end else ""

    def role(self, mark: str, at: int, opened: str, is_letter: bool = False) -> Role:
        """Return the role of the mark at `at`; `opened` is the innermost single mark that is open.

        `is_letter`: that one is a letter unless it is plainly closed.
        """
        before, after = beside(self.text, self.paragraph, at)
        if signs.is_around_n(self.text, at):
            return "none"
        if signs.is_letter(before) and signs.is_letter(after):
            return self._inside_word(mark, at, before, after, opened)
        if not opened and after == " " and signs.is_set_apart(self.text, at):
            return "none"
        if signs.shortens_front(self.text, at) or signs.shortens_year(self.text, at):
            return self._at_short_word(mark, at, opened)
        if before.isnumeric():
            return "close" if opened and not self.strong_ahead(at) else "none"
        if signs.is_letter(before) and after and after in ("«“„‹" if opened else '«“„‹"‘'):
            return "none"  # A word shortened before a quotation, as in l’« école » and all’‘amico’.
        right, left = leans_right(before, after), leans_left(before, after)
        if mark == "′" and left and not opened:
            return "none"
        if mark in "‘`":
            if left and not right:
                closes = (opened and not is_letter) or signs.attaches(before)
                return "close" if closes else "none" if mark == "‘" and before.isalpha() else "open"
            return "close" if opened == "‚" else "open"
        if right and not left:
            return "open" if mark != "’" or self._turned_opens(at) else "none"
        if left and not right:
            return self._closing_role(at, before, opened, is_letter)
        if not right and _CONTRACTED.match(self.text, at + 1) and not after.isspace():
            return "none"
        return "close" if opened or mark in "’＇" else "open"

    def _closing_role(self, at: int, before: str, opened: str, is_letter: bool) -> Role:
        cut_short = signs.shortens_end(self.text, at, self.language)
        if not opened:
            return "none" if cut_short else "close"
        if (
            (cut_short and is_letter)
            or re.compile(_CLOSED_LATER).match(self.text, at + 1)
            or signs.ends_romanised(self.text, at)
        ):
            return "none"
        return "none" if cut_short and self._goes_on(at) and self.strong_ahead(at) else "close"

    def _goes_on(self, at: int) -> bool:
        """Say whether another word follows the mark, as one follows a possessive: the boys’ coats, the boys’ “no”."""
        after = self._after(at + 2)
        return self._after(at + 1) == " " and (signs.is_letter(after) or (bool(after) and after in "“\"«‘'"))

    def _at_short_word(self, mark: str, at: int, opened: str) -> Role:
        """Return the role of a mark before a word that is often shortened at its front, or a year."""
        is_free = mark == "‘" or (mark != "’" and not opened)
        is_year = signs.shortens_year(self.text, at) and (mark != "‘" or opened)
        if is_year and is_free and signs.attaches(self._after(at + 3)):
            return "open" if any(other > at for other in self._singles_ahead) else "none"
        return "open" if is_free and not is_year and self.strong_ahead(at) else "none"

    def _turned_opens(self, at: int) -> bool:
        """Say whether ’ opens a quotation here, as in Swedish and, turned about, in Urdu."""
        if signs.attaches(self._after(at + 1)) or signs.is_hebrew(self._after(at + 1)):
            return True
        if not self.is_turned or signs.is_known_letter(self.text, at) or not self.strong_ahead(at):
            return False
        return self.language in _TURNED_IN or not signs.looks_like_letter(self.text, at)

    def _inside_word(self, mark: str, at: int, before: str, after: str, opened: str) -> Role:
        """Return the role of a single mark between two letters."""
        if signs.attaches(before) or signs.attaches(after):
            return "open" if mark in "‘`" else "close" if opened or mark == "’" else "open"
        if signs.is_indic(before) or signs.is_indic(after):
            return "open" if mark == "‘" else "close" if opened and not self.strong_ahead(at) else "none"
        if signs.is_hebrew(before) and signs.is_hebrew(after):
            opens = not opened and self._any_ahead(at) and signs.follows_hebrew_prefix(self.text, at)
            return "open" if opens else "none"
        if opened and after.isdigit() and before.isalpha() and not self._any_ahead(at):
            return "close"  # The sign of a footnote: ‘fine’1
        ends = bool(opened) and self.language in _SUFFIXES_IN and not self.strong_ahead(at) and after.islower()
        return "close" if ends and opened in "‘'" and not self._any_ahead(at) else "none"

    def strong_ahead(self, at: int) -> bool:
        """Say whether the next single mark that plainly closes comes before the next that plainly opens."""
        return self._singles_ahead.get(at, (False, False))[0]

    def _any_ahead(self, at: int) -> bool:
        """Say whether the next single mark that may close comes before the next that plainly opens."""
        return self._singles_ahead.get(at, (False, False))[1]

    @cached_property
    def _singles_ahead(self) -> dict[int, tuple[bool, bool]]:
        ahead: dict[int, tuple[bool, bool]] = {}
        is_strong = is_any = False
        for at in reversed([at for at, mark in self._characters if FAMILIES[mark] == "single"]):
            ahead[at] = is_strong, is_any
            lean = self._lean(self.text[at], at)
            if lean in ("open", "close"):
                is_strong = is_any = lean == "close"
            elif lean == "weak":
                is_any = True
        return ahead

    @cached_property
    def _characters(self) -> list[tuple[int, str]]:
        """Each single character of the families, with its place."""
        found = [(at, char) for match in MARK.finditer(self.text, *self.paragraph) for at, char in _spell(match)]
        return [(at, char) for at, char in found if at not in self.skip]

    def _lean(self, mark: str, at: int) -> _Lean:
        """Return what a single mark plainly does, whatever is open."""
        if mark in ALWAYS_OPEN or mark in ALWAYS_CLOSE:
            return "open" if mark in ALWAYS_OPEN else "close"
        before, after = beside(self.text, self.paragraph, at)
        if signs.is_letter(before) and signs.is_letter(after):
            if signs.is_hebrew(after) and signs.follows_hebrew_prefix(self.text, at):
                return "open"
            is_mark = signs.attaches(before) or signs.attaches(after)
            return "pass" if not is_mark or mark not in "‘’" else "open" if mark == "‘" else "close"
        known = (
            signs.shortens_front(self.text, at)
            or signs.shortens_year(self.text, at)
            or signs.is_around_n(self.text, at)
        )
        known = known or signs.is_set_apart(self.text, at)
        if known or signs.is_known_letter(self.text, at):
            return "pass"
        right, left = leans_right(before, after), leans_left(before, after)
        if after and after in "«“„‹‘" and signs.is_letter(before) and mark not in "‘`":
            return "weak"
        if left and not right and mark not in "‘`":
            if before.isnumeric():
                return "weak"
            cut_short = self._goes_on(at) and signs.shortens_end(self.text, at, self.language)
            return "weak" if cut_short else "close"
        if mark == "‘" and left and signs.attaches(before):
            return "close"
        return "open" if right and not left and (mark != "’" or signs.attaches(after)) else "pass"


def _spell(match: re.Match[str]) -> list[tuple[int, str]]:
    return [(match.start() + number, char) for number, char in enumerate(match[0]) if char in FAMILIES]
