"""The signs that may be quotation marks, in families: a mark closes only what one of its own family opened.

`read_mark("``yes''", 0)` is "``", one sign of two characters.
"""

import re

_SINGLE = "'‘’‚‛❛❜＇`´′‵"
_DOUBLE = '"“”„‟❝❞＂″‶'

FAMILIES = {
    **dict.fromkeys([*_DOUBLE, "``", "´´", ",,", "''", "‘‘", "’’", "‚‚"], "double"),
    **dict.fromkeys(_SINGLE, "single"),
    **dict.fromkeys(["«", "»", "<<", ">>"], "guillemets"),
    **dict.fromkeys("‹›", "single guillemets"),
    **dict.fromkeys("「」｢｣﹁﹂", "corner"),
    **dict.fromkeys("『』﹃﹄", "white corner"),
    **dict.fromkeys("〝〞〟", "prime"),
    **dict.fromkeys("《》", "title"),
    **dict.fromkeys("〈〉", "single title"),
}
"""The family of each sign. 〝 and 〟 stand for themselves; `` and '' are the double marks of a typewriter."""

_DOUBLED = r"(?<=`)`|(?<=´)´(?!´)|(?<=')'(?!')|(?<=‘)‘|(?<=’)’(?!’)|(?<=‚)‚|(?<=(?<!,),),(?=\w)"
_ANGLES = r"(?<=(?<!<)<)<(?!<)|(?<=(?<!>)>)>(?!>)"
MARK = re.compile(f"[,<>{''.join(sign for sign in FAMILIES if len(sign) == 1)}](?:{_DOUBLED}|{_ANGLES}|(?<![,<>]))")
"""A sign that may be a quotation mark. It begins with a class of characters, which makes the search twice as fast."""

SIGNS = frozenset("".join(FAMILIES)) - frozenset(",<>")
"""The characters of the families, without those that are first of all something else."""

ALWAYS_OPEN = frozenset(["„", "‚", "‟", "‛", "❝", "❛", "``", ",,", "‚‚", *"「｢﹁『﹃〝《〈"])
ALWAYS_CLOSE = frozenset("❞❜」｣﹂』﹄〞〟》〉")
PAIRS_OF_SINGLE = frozenset(["''", "‘‘", "’’", "´´"])
"""Two single marks that may be one double mark, or may be two."""

TITLES = frozenset(["title", "single title"])
"""Families that mark the titles of works in Chinese and Japanese, as italics do elsewhere."""


def read_mark(text: str, at: int) -> str:
    """Return the sign at `at` that may be a quotation mark, or nothing."""
    match = MARK.match(text, at)
    return match[0] if match else ""
