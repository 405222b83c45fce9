"""The marks 《》 and 〈〉: in Chinese and Japanese they are the signs for titles of works; elsewhere they quote.

`are_title_marks("他读《红楼梦》。", Span(0, 8))` is True.
"""

from newsbrief.model.document import Span
from newsbrief.model.scripts import HAN_OR_KANA, Letters

_OTHERS = Letters("\u0370-\u1fff\ua000-\ud7ff")


def are_title_marks(text: str, paragraph: Span) -> bool:
    """Say whether a paragraph is in Chinese or Japanese, whose 《》 only mark titles, and not in Korean or others."""
    return HAN_OR_KANA.stand_in(text, *paragraph) and not _OTHERS.stand_in(text, *paragraph)
