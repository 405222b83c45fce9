"""The marks 《》 and 〈〉: in Chinese and Japanese they are the signs for titles of works; elsewhere they quote.

`are_title_marks("他读《红楼梦》。", Span(0, 8))` is True.
"""

import re

from newsbrief.model.document import Span

_HAN_OR_KANA = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_OTHERS = re.compile("[\u0370-\u1fff\ua000-\ud7ff]")


def are_title_marks(text: str, paragraph: Span) -> bool:
    """Say whether a paragraph is in Chinese or Japanese, whose 《》 only mark titles, and not in Korean or others."""
    return bool(_HAN_OR_KANA.search(text, *paragraph)) and not _OTHERS.search(text, *paragraph)
