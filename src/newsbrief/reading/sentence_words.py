"""The words of a sentence, one by one, with the names of actors among them as single words.

`split_words("Sorland’s navy", 0, ())` are `Sorland`, `'s` and `navy`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct

from newsbrief.evidence.names import NamePlace
from newsbrief.model.document import Span

T = TypeVar("T")
L = TypeVar("L")

_WORD = re.compile(r"[’']s(?!\w)|[^\W\d_]+(?:(?![’']s(?!\w))[’'-][^\W\d_]+)*|\d[\d.,]*\d|\d|[^\w\s]")


class Word(Struct, frozen=True):
    """A word or a sign at its place in the article; `actor` is the id of the actor whom it names.

    `is_own_cue` marks a word by which a relation of the site's own is stated.
    """

    text: str
    lower: str
    span: Span
    actor: str | None
    is_own_cue: bool = False

    @property
    def is_capitalised(self) -> bool:
        return self.text[:1].isupper()


class SentenceWords(tuple[Word, ...]):
    """The words of a sentence, and what was read of them: many rules ask the same of one sentence.

    `readings` are by the function that read them, each with its lexicon.
    """

    readings: dict[Callable[..., Any], tuple[Any, Any]]

    def __init__(self, words: Iterable[Word]) -> None:
        self.readings = {}

    @cached_property
    def lowers(self) -> frozenset[str]:
        """The words in small letters."""
        return frozenset(word.lower for word in self)


def split_words(text: str, sentence: Span, names: Sequence[NamePlace]) -> SentenceWords:
    """Return the words at `sentence` of a text; `names` are those in it, in order."""
    words: list[Word] = []
    at = sentence.start
    for name in names:
        words += _plain_words(text, at, name.span.start)
        written = text[name.span.start : name.span.end]
        words.append(Word(written, written.lower(), name.span, name.actor))
        at = name.span.end
    words += _plain_words(text, at, sentence.end)
    return SentenceWords(words)


def _plain_words(text: str, start: int, end: int) -> Iterator[Word]:
    for match in _WORD.finditer(text, start, end):
        written = match[0]
        yield Word(written, written.lower().replace("’", "'"), Span(*match.span()), None)


def read_once(read: Callable[[Sequence[Word], L], T], words: Sequence[Word], lexicon: L) -> T:
    """Return what `read` finds in some words by a lexicon; of a whole sentence, it is kept for the next who asks."""
    if not isinstance(words, SentenceWords):
        return read(words, lexicon)
    known = words.readings.get(read)
    if known is None or known[0] is not lexicon:
        words.readings[read] = known = lexicon, read(words, lexicon)
    found: T = known[1]
    return found


def lowers_of(words: Sequence[Word]) -> Set[str]:
    """Return some words in small letters."""
    return words.lowers if isinstance(words, SentenceWords) else {word.lower for word in words}
