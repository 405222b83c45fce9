"""Split a text into characters as a reader counts them: a letter and its accents are one.

>>> list(split_clusters("cafe\u0301"))
['c', 'a', 'f', 'é']
"""

from collections.abc import Iterator
from unicodedata import category, combining

_JOINER = "\u200d"
_VIRAMA = 9
"""The combining class of the sign that joins two consonants of an Indic script."""


def split_clusters(text: str) -> Iterator[str]:
    """Yield the parts of a text that no reader sees as several characters.

    They are the extended grapheme clusters of Unicode Standard Annex #29, a few rare signs aside, which stay with the
    character before them instead of the one behind.
    """
    cluster = ""
    for char in text:
        if cluster and not _belongs(char, cluster):
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


def _belongs(char: str, cluster: str) -> bool:
    """Say whether a character belongs to the cluster before it."""
    if char.isascii():
        return False
    kind, last = category(char), cluster[-1]
    if kind in ("Mn", "Me", "Mc", "Cf") or last == _JOINER:
        return True
    if _is_flag_letter(char):
        return len(cluster) == 1 and _is_flag_letter(cluster)
    return (combining(last) == _VIRAMA and kind == "Lo") or "\u1160" <= char <= "\u11ff" or "🏻" <= char <= "🏿"


def _is_flag_letter(char: str) -> bool:
    return "🇦" <= char <= "🇿"
