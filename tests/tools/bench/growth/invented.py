"""Invented words, and the content of a site of one briefing. All is made from numbers alone.

`words(1, 3)` is a text of three words that no other number has.
"""

from collections.abc import Iterable
from pathlib import Path

FRONT = "---\ntitle: A long article\nas_of: 2019-04-07\n---\n\n"
_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"
_COMMON = ("the", "council", "of", "the", "town", "and", "that", "of", "the", "harbour", "said", "in", "a", "letter")


def word(number: int) -> str:
    """Return an invented word of letters; two numbers make two words."""
    letters = ""
    number += 700
    while number:
        number, syllable = divmod(number, 70)
        letters += _CONSONANTS[syllable % 14] + _VOWELS[syllable // 14]
    return letters


def words(number: int, count: int = 6) -> str:
    """Return `count` invented words with common ones between them; no other number has the same."""
    return " ".join(f"{word(number * count + at)} {_COMMON[at % len(_COMMON)]}" for at in range(count))


def name(number: int) -> str:
    """Return an invented name of two words."""
    return f"{word(number).capitalize()} {word(number + 7).capitalize()}on"


def write_one(content: Path, paragraphs: Iterable[str], facts: Iterable[str] = (), front: str = FRONT) -> None:
    """Write the content of a site with one briefing, of these paragraphs and lines of a fact sheet."""
    folder = content / "long"
    folder.mkdir(parents=True)
    (content / "site.yaml").write_text("title: Long\n", encoding="utf-8")
    (folder / "article.md").write_text(front + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
    (folder / "facts.yaml").write_text("\n".join(facts) + "\n", encoding="utf-8")


def said(number: int, by: str = "a voice") -> str:
    return f"“{words(number).capitalize()},” said {by}."
