"""What stands beside a quotation mark, by which something begins or ends there.

`leans_right(*beside("so “yes”", Span(0, 8), 3))` is True: “ stands behind a space and before a letter.
"""

from newsbrief.evidence.apostrophes import category, is_letter
from newsbrief.evidence.mark_families import SIGNS
from newsbrief.model.document import Span


def beside(text: str, paragraph: Span, at: int, length: int = 1) -> tuple[str, str]:
    """Return the characters before and after a mark; nothing where the paragraph begins or ends."""
    end = at + length
    return text[at - 1] if at > paragraph.start else "", text[end] if end < paragraph.end else ""


def leans_right(before: str, after: str) -> bool:
    """Say whether something begins here: a space or an opening sign before, a word or the like after."""
    return begins(before) and may_come_first(after)


def leans_left(before: str, after: str) -> bool:
    """Say whether something ends here: no space before, no letter after."""
    return bool(before) and not before.isspace() and before not in "([{¿¡" and ends(after)


def begins(before: str) -> bool:
    """Say whether something may begin behind `before`: a space, an opening sign, a dash, an arrow."""
    if not before or before.isspace() or before in SIGNS:
        return True
    return before in "¿¡…/&@#*†‡" or category(before) in ("Ps", "Pi", "Pd", "Sm", "Sc", "So", "Sk", "Zs")


def ends(after: str) -> bool:
    """Say whether something may end before `after`: anything but a letter or a digit."""
    return not is_letter(after)


def may_come_first(after: str) -> bool:
    """Say whether `after` may stand first in a quotation: no space, no sign that only closes."""
    if not after or after.isspace():
        return False
    return after in "…¿¡&@#*/%" or category(after) not in ("Po", "Pe", "Pf") or after in SIGNS
