"""The clauses of a sentence, each with the signs and the things in it.

`read_clauses(split_words("Der Umsatz stieg, der Gewinn sank", …), lexicon)` are two clauses, each with its thing.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from newsbrief.reading.plain_claims.lexicon import FoundSign, PlainLexicon
from newsbrief.reading.sentence_words import Word

_ENDS = frozenset(".,;:!?()[]–—،؛؟。，；：、")
_LAST = frozenset(".;!?؛؟。；")


class PlainClause(Struct, frozen=True):
    """The words of a clause, the signs among them, the stems of its words of content, and its actors and numbers.

    `is_last` says whether a main clause ends with it: at a full stop or a semicolon.
    """

    words: tuple[Word, ...]
    signs: tuple[FoundSign, ...]
    things: frozenset[str]
    actors: frozenset[str]
    numbers: frozenset[str]
    is_last: bool

    def has(self, *keys: str) -> bool:
        """Say whether a sign of one of some keys stands in the clause."""
        return any(found.sign.key in keys for found in self.signs)

    @property
    def all(self) -> frozenset[str]:
        """All that the clause is of."""
        return self.things | self.actors | self.numbers


def read_clauses(words: Sequence[Word], lexicon: PlainLexicon) -> list[PlainClause]:
    """Return the clauses of a sentence, from sign to sign and from one joining word to the next."""
    return [_read(part, end in _LAST, lexicon) for part, end in _cut(words, lexicon)]


def _cut(words: Sequence[Word], lexicon: PlainLexicon) -> Iterator[tuple[list[Word], str]]:
    """Yield the words of each clause, with the sign that ends it; "" where another word does."""
    part: list[Word] = []
    for word in words:
        is_sign = word.actor is None and word.text in _ENDS
        # “Lehnte aber den Parkplatz ab” goes on behind its first word.
        is_joining = word.actor is None and word.lower in lexicon.joining and len(part) > 1
        if part and (is_sign or is_joining):
            yield part, word.text if is_sign else ""
            part = []
        if not is_sign:
            part.append(word)
    if part:
        yield part, ""


def _read(words: Sequence[Word], is_last: bool, lexicon: PlainLexicon) -> PlainClause:
    return PlainClause(
        tuple(words),
        tuple(lexicon.find(words)),
        frozenset(thing_of(word, lexicon) for word in words) - {""},
        frozenset(word.actor for word in words if word.actor),
        frozenset(word.text for word in words if word.actor is None and word.text[0].isdigit()),
        is_last,
    )


def thing_of(word: Word, lexicon: PlainLexicon) -> str:
    """Return the stem of a word of content; nothing of a name, a number or a small word."""
    return "" if word.actor or not word.lower[0].isalpha() else lexicon.stem(word.lower)
