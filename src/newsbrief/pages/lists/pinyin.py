"""The order of Chinese names by their sound, as a Chinese index has them: under the first letter of pinyin.

>>> [spell_for_order(name, is_person=False)[0] for name in ("重庆", "青湖大学", "NATO")]
['c', 'q', 'N']

GB 2312 has its 3,755 commonest signs in the order of pinyin, each by its commonest sound. What else there is has its
letter from the table by which addresses are written in Latin letters.
"""

from bisect import bisect_right

from newsbrief.model.scripts import HAN

_LETTERS = "abcdefghjklmnopqrstwxyz"
_FIRST_SIGNS = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_STARTS = [sign.encode("gb2312") for sign in _FIRST_SIGNS]
_END = b"\xd7\xfa"
"""The letters, the first sign of each in the order of GB 2312, and the code behind the last of the commonest signs."""

_FAMILY_NAMES = {"单": "s", "仇": "q", "解": "x", "查": "z", "区": "o", "翟": "z", "覃": "q", "缪": "m", "尉": "y"}
_PLACES = {"重庆": "c", "蚌埠": "b", "番禺": "p", "亳州": "b", "六安": "l", "朝鲜": "c", "乐清": "y"}
"""Letters of signs that sound otherwise as family names, and at the beginning of names of places."""


def spell_for_order(name: str, is_person: bool) -> str:
    """Return what a name has its place by: a letter of pinyin before its signs; a name in other letters as it is."""
    if name[:1] not in HAN:
        return name
    known = _FAMILY_NAMES if is_person else _PLACES
    letter = next((letter for start, letter in known.items() if name.startswith(start)), "")
    return (letter or _find_letter(name[0])) + "".join(map(_place, name))


def _find_letter(sign: str) -> str:
    if code := _find_code(sign):
        return _LETTERS[bisect_right(_STARTS, code) - 1]
    from slugify import slugify

    return slugify(sign)[:1] or sign


def _place(sign: str) -> str:
    """Return a character for private use that has the place of a sign in the order of GB 2312; others as they are."""
    code = _find_code(sign)
    return chr(0xE000 + 94 * (code[0] - 0xB0) + code[1] - 0xA1) if code else sign


def _find_code(sign: str) -> bytes:
    """Return the code of one of the commonest signs; b"" of any other."""
    code = sign.encode("gb2312", errors="ignore")
    return code if _STARTS[0] <= code < _END else b""
