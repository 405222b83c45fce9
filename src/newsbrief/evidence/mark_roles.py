"""The role of a quotation mark: it opens, it closes, or it is none, such as an apostrophe.

The role follows from the sign, from the characters beside it, from what is open, and from the marks that come later in
the paragraph. A mark that could be one and fits nowhere opens or closes all the same; so it is found without a partner.

`ParagraphMarks("It's 'so'", Span(0, 9)).role("'", 5, "")` is "open".
"""

import re
from functools import cached_property

from newsbrief.evidence import apostrophes as signs
from newsbrief.evidence.mark_families import ALWAYS_CLOSE, ALWAYS_OPEN, FAMILIES, MARK
from newsbrief.evidence.mark_sides import beside, leans_left, leans_right
from newsbrief.evidence.single_marks import Role, SingleMarks
from newsbrief.model.document import Span

# Hebrew acronyms have a mark before their last letter.
_GERSHAYIM = re.compile('[\u05d0-\u05ea]["”″][\u05d0-\u05ea](?:[^\u05d0-\u05ea]|$)')
_MEASURES = frozenset(['"', "”", "″", "''", "’’", "＂"])
"""Marks that are signs of inches or seconds as well."""


class ParagraphMarks:
    """The marks of one paragraph, and what stands beside and behind each."""

    def __init__(
        self, text: str, paragraph: Span, language: str = "", skip: frozenset[int] = frozenset(), is_turned: bool = True
    ) -> None:
        self.text, self.paragraph, self.skip = text, paragraph, skip
        self.singles = SingleMarks(text, paragraph, language, skip, is_turned)

    def role(self, mark: str, at: int, opened: str, is_letter: bool = False) -> Role:
        """Return the role of the mark at `at`; `opened` is the innermost mark of its family that is open.

        `is_letter`: that one is a letter unless it is plainly closed.
        """
        if mark in ALWAYS_OPEN:
            return "open"
        if mark in ALWAYS_CLOSE:
            return "close"
        if FAMILIES[mark] == "single":
            return self.singles.role(mark, at, opened, is_letter)
        before, after = beside(self.text, self.paragraph, at, len(mark))
        if mark in '"”″' and _GERSHAYIM.fullmatch(self.text, max(0, at - 1), at + 3):
            return "none"
        if not (before or after or opened):
            return "none"  # Alone in a cell of a table, it is a ditto sign.
        right, left = leans_right(before, after), leans_left(before, after)
        if mark in _MEASURES and before.isnumeric() and (not opened or self._closes_later.get(at, False)):
            return "none"
        if mark in ("″", "‶") and not opened and signs.is_letter(before):
            return "none"
        if mark in ("“", "‘‘"):
            is_turned = opened in ("„", "‚‚", ",,") or (opened in ("”", "“", '"') and left and not right)
            return "close" if is_turned else "open"
        if mark in ("«", "‹", "<<"):
            return "close" if opened and opened in "»›>>" else "open"
        if mark in ("”", "’’", "»", "›", ">>"):
            return "close" if opened or not right else "open"
        if right != left:
            return "open" if right else "close"
        return "close" if opened else "open"

    def is_double(self, at: int, opened: str, opened_single: str) -> bool:
        """Say whether two single marks side by side are one double mark: `opened` is one, or no single mark is open."""
        before, after = beside(self.text, self.paragraph, at, 2)
        if opened and opened not in '"“”' and not leans_right(before, after):
            return True
        if not opened_single and leans_left(before, after):
            return True
        return before.isnumeric() or (leans_right(before, after) and not leans_left(before, after))

    @cached_property
    def _closes_later(self) -> dict[int, bool]:
        """Of each double mark, whether the next one that is no measure closes."""
        ahead: dict[int, bool] = {}
        is_ahead = False
        for match in reversed(list(MARK.finditer(self.text, *self.paragraph))):
            at, mark = match.start(), match[0]
            if FAMILIES[mark] != "double" or at in self.skip:
                continue
            ahead[at] = is_ahead
            before, after = beside(self.text, self.paragraph, at, len(mark))
            right, left = leans_right(before, after), leans_left(before, after)
            if right or mark in "“„":
                is_ahead = False
            elif left and not before.isnumeric():
                is_ahead = True
        return ahead
