"""Numbers in the characters of Chinese and Japanese.

`read_ideographs("三十五人", 0, 3)` is `(Fraction(35), False)`.
"""

import re
from fractions import Fraction

IDEOGRAPHS = "[〇零一二三四五六七八九十百千万萬億亿兆两兩]+"
SCALE_SIGNS = {
    "万": 4,
    "萬": 4,
    "億": 8,
    "亿": 8,
    "兆": 12,
    "만": 4,
    "억": 8,
    "조": 12,
    "千": 3,
    "천": 3,
    "百": 2,
    "백": 2,
}
_DIGITS = {
    char: value
    for value, chars in enumerate(("〇零", "一", "二两兩", "三", "四", "五", "六", "七", "八", "九"))
    for char in chars
}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_COUNTERS = (
    "[人名年月日時时分秒件個个台隻只艘割元円倍週周天次位国條条歳岁才%％カか回度番層层階戸社校軒杯本枚頭头匹羽座家架辆輛点點世万億亿倍]"
    "|パーセント|小时|小時|公里|キロ|メートル|ドル|ユーロ"
)


def read_ideographs(text: str, start: int, end: int) -> tuple[Fraction | None, bool]:
    """Return the value of a run of numerals, and whether it is ordinal; None where it is part of a word."""
    run = text[start:end]
    is_ordinal = text[max(0, start - 1) : start] == "第"
    is_share = text[max(0, start - 3) : start] == "百分之"
    if not (is_ordinal or is_share or re.compile(_COUNTERS).match(text, end)):
        return None, False
    if run in ("十", "万", "千", "百") and text[end : end + 1] in ("分", "一"):
        # 十分 is also "enough".
        return None, False
    if not any(char in _SMALL or char in SCALE_SIGNS for char in run):
        return Fraction(int("".join(str(_DIGITS[char]) for char in run))), is_ordinal
    return Fraction(_add_up(run)), is_ordinal


def _add_up(run: str) -> int:
    total = part = digit = 0
    for char in run:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _SMALL:
            part += (digit or 1) * _SMALL[char]
            digit = 0
        else:
            total += (part + digit or 1) * 10 ** SCALE_SIGNS[char]
            part = digit = 0
    return total + part + digit
