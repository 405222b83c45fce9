"""Characters that no reader sees: controls, zero-width characters, bidirectional marks.

`find_invisible("to\\u200bwn")` returns `[(2, "invisible character U+200B ZERO WIDTH SPACE")]`.
"""

import re
import unicodedata

from newsbrief.model.patterns import compile_late
from newsbrief.model.scripts import Letters

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ZERO_WIDTH = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
)
_TAGS = "\U000e0000-\U000e007f"
_JOINERS = "\u200c\u200d"
_CONTROLS = "\u2028\u2029\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff"
_INVISIBLE = re.compile(f"[{_CONTROLS}{_BIDI}{_ZERO_WIDTH}{_TAGS}{_JOINERS}]")
# The scripts that need the joiners U+200C and U+200D: Arabic to Mongolian, and Arabic's presentation forms.
_JOINING_SCRIPTS = Letters("\u0600-\u18af\ufb50-\ufdff\ufe70-\ufefc")
# Thai, Lao, Burmese and Khmer may separate words by U+200B.
_UNSPACED_SCRIPTS = Letters("\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff")
_LONGEST_FLAG = 32
"""Characters of the longest flag of a region, which has a tag for each letter of its code."""
_FLAG = compile_late("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f?")


def has_invisible(text: str) -> bool:
    """Say whether `text` contains a control, zero-width or bidi character, even one that spelling needs."""
    return _INVISIBLE.search(text) is not None


def find_invisible(text: str) -> list[tuple[int, str]]:
    """Return the offset and description of every control, zero-width and bidi character that spelling does not need.

    Spelling needs joiners in some scripts and in emoji, U+200B in scripts without spaces, and tags in a flag.
    """
    if not has_invisible(text):
        return []
    return [
        (match.start(), f"invisible character U+{ord(match[0]):04X} {_name(match[0])}")
        for match in _INVISIBLE.finditer(text)
        if not _is_spelling(text, match.start())
    ]


def _is_spelling(text: str, offset: int) -> bool:
    """Say whether the spelling of a word or an emoji needs the invisible character at `offset`."""
    if text[offset] == "\u200b":
        return offset > 0 and text[offset - 1] in _UNSPACED_SCRIPTS
    if text[offset] not in _JOINERS:
        flag = text.rfind("\U0001f3f4", max(0, offset - _LONGEST_FLAG), offset)
        return flag >= 0 and bool(_FLAG.fullmatch(text, flag, offset + 1))
    before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
    in_script = before in _JOINING_SCRIPTS and before.isprintable()
    in_emoji = before + after != "" and all(unicodedata.category(char) in ("So", "Sk", "Mn") for char in before + after)
    return in_script or (text[offset] == "\u200d" and len(before + after) == 2 and in_emoji)


def _name(char: str) -> str:
    return unicodedata.name(char, "control character")
