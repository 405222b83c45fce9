"""The words of an article, each with what stands before it, as the search for names needs them.

`read_article_words(text, paragraphs, words).all[0].opens` is True: a sentence begins with the first word.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from newsbrief.model.document import Span
from newsbrief.reading.actors.lexicon import NamingWords, read_common

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?=\W|$)|[^\W_]++(?>(?:(?![’']s\b)['’&.‑-][^\W_]++)*)(?![$€£¥])",
)
_OPENS = re.compile('[.!?:;…\n"“”«»„‘()\\[\\]—–•*_|]')
_PARTICLE_NAME = re.compile(r"(?:al|el|as|ash|ar|at|ul|an|bin|ibn|d|de|von|van)[-‑'’][A-ZÀ-Þ]")
_HEADLINE = 200
_LONGEST_SHORTENED = 4


class ArticleWord(Struct, frozen=True):
    """A word of an article; `gap` is what stands before it, `opens` says that a sentence or a quotation begins here."""

    text: str
    low: str
    start: int
    end: int
    gap: str
    opens: bool

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper() or bool(_PARTICLE_NAME.match(self.text))

    @property
    def plain(self) -> str:
        """The word in small letters without full stops."""
        return self.low.replace(".", "")


class ArticleWords(Struct, frozen=True):
    """The words of an article; `small` are those that it also writes without a capital."""

    text: str
    all: tuple[ArticleWord, ...]
    small: frozenset[str]

    def at(self, number: int) -> str:
        """Return the word of a number in small letters, or "" where there is none."""
        return self.all[number].low if 0 <= number < len(self.all) else ""

    def joins(self, number: int) -> bool:
        """Say whether nothing but a space stands before a word."""
        return 0 < number < len(self.all) and self.all[number].gap in (" ", "\u00a0", ". ")


def read_article_words(text: str, paragraphs: Sequence[Span], words: NamingWords) -> ArticleWords:
    """Return the words of the paragraphs; of lines in which every word has a capital, none."""
    found: list[ArticleWord] = []
    for paragraph in paragraphs:
        if not _is_headline(text, paragraph):
            found += _read(text, paragraph, words)
    small = frozenset(word.low for word in found if not word.text[0].isupper())
    return ArticleWords(text, tuple(found), small)


def _is_headline(text: str, span: Span) -> bool:
    if span.end - span.start > _HEADLINE or text[span.end - 1] in '.!?…”"':
        return False
    if text[span.start : span.end].isupper():
        return True
    longer = re.findall(r"[^\W\d_]{4,}", text[span.start : span.end])
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) >= len(longer) * 0.9


def _read(text: str, paragraph: Span, words: NamingWords) -> Iterator[ArticleWord]:
    before = paragraph.start
    previous = ""
    for match in _WORD.finditer(text, *paragraph):
        gap = text[before : match.start()]
        if gap.startswith(".") and _is_shortened(previous, gap, words):
            opens = False
        else:
            opens = before == paragraph.start or bool(_OPENS.search(gap))
            gap = ".  " if gap == ". " else gap
        start = match.start() + _elided(match[0], words)
        written = _without_participle(text[start : match.end()], words)
        gap = gap if start == match.start() else " "
        yield ArticleWord(written, written.lower().replace("’", "'"), start, start + len(written), gap, opens)
        previous, before = match[0], match.end()


def _elided(word: str, words: NamingWords) -> int:
    """Return how many letters of a word belong to another one that is joined to its front: 2 for `l’Union`."""
    front, mark, rest = word.replace("’", "'").partition("'")
    return len(front) + 1 if mark and rest and words.has("elisions", f"{front.lower()}'") else 0


def _without_participle(word: str, words: NamingWords) -> str:
    """Return the name in a word such as `NATO-backed`; the word itself where it is one name or a title."""
    name, hyphen, rest = word.partition("-")
    if hyphen and word[0].isupper() and rest[:1].islower() and not words.has("titles", word.lower()):
        return name
    return word


def _is_shortened(word: str, gap: str, words: NamingWords) -> bool:
    """Say whether the full stop behind a word belongs to it: an initial or a title."""
    if gap != ". " or not word:
        return False
    if (len(word) == 1 and word.isupper()) or word in ("St", "Mt", "Ft"):
        return True
    low = word.lower()
    is_short = len(word) <= _LONGEST_SHORTENED and word[0].isupper()
    return is_short and words.has("titles", low) and low not in read_common("whole titles")
