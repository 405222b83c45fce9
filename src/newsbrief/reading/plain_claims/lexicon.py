"""The words of a language by which a sentence says the opposite, or less surely, of the same: one table each.

`read_lexicon("de").find(words)` has for “lehnte den Plan ab” the second side of the row of those who agree.

The words of a key are divided by commas. Each is the beginning of a word: `steig` is `steigt` and `Steigerung`. One
that ends in `$` is the whole word. `_` stands between a word and a later one of the same clause (`lehn_ab`), `_+`
between one and the beginning of the very next one. Every key may be left out.

- `contraries` are rows of words of which the one side says the opposite of the other, divided by a stroke. `before
  nouns` are so before the same noun (with, without), `beside nouns` on either side of it (larger, smaller).
- `doers` are such rows of verbs of two, of which the second does the opposite (win, lose). Who has promised what is
  on the first side of `promises` need not have done what is on the second one.
- `order` is `first acts` where the first of two named acts, `forms` where only other forms of both names say that they
  have changed places; words of `passive` leave it open.
- `turning` are things of which it is the opposite to agree to them: who rejects an appeal confirms what it is against.
- `negations` deny a word after them in their clause, `denials` one before them (jouera pas). `denying` verbs deny what
  follows them, `accusing` ones leave it to others, `hearsay` does so to its whole clause. `planning` words put it off,
  `open` ones leave open whether it comes about; `saying` words in a sentence show that others say it.
- `past` is the pattern of a verb that says that it is done, `participle` that of one that does so beside an auxiliary
  of `perfect`, and `planned` that of one that does not (infinitives). `joining` words begin a clause of its own,
  `adding` ones (and) may begin one with a verb of its own.
- `for` and `against` are the words for the two sides of a vote.
- `strip` is the pattern of what the forms of a word may change, `irregular` are words with the forms that it misses;
  languages with a table in `statements/` use that one. `inner` is the pattern of what may be left out of a word but
  for its first group (ein-zu-legen), `prefixes` that of what may be written before it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple
from unicodedata import combining, normalize

from msgspec import Struct

from newsbrief.content.own_tables import read_own_table, split_phrases
from newsbrief.model.document import Span
from newsbrief.model.languages import primary_language
from newsbrief.model.paths import PACKAGE
from newsbrief.model.patterns import compile_late
from newsbrief.reading.function_words import ALL_FUNCTION_WORDS
from newsbrief.reading.sentence_words import Word, split_words
from newsbrief.reading.statements.lexicon import read_lexicon as read_statement_lexicon

_FOLDER = PACKAGE / "reading" / "plain_claims" / "lexicons"
_FIRST = 2
"""The letters of a word by which it is looked up."""

CONTRARIES, DOERS, PROMISES = "contraries", "doers", "promises"
BEFORE_NOUNS, BESIDE_NOUNS = "before nouns", "beside nouns"
ROWS = (CONTRARIES, DOERS, PROMISES, BEFORE_NOUNS, BESIDE_NOUNS)
_PATTERNS = ("strip", "inner", "past", "participle", "planned", "prefixes")
_SETS = ("joining", "adding", "perfect", "small words", "order", "passive")
_SHORTEST = 3
_ELIDED = compile_late(r"(?:[cdjlmnst]|qu|un|all|dall|dell|nell|sull|quest|jusqu|lorsqu|puisqu)['’](?=\w)")


class WordSign(NamedTuple):
    """The beginning of a word, or a whole one, with a later word that it wants, and the key and row that have it."""

    beginning: str
    is_whole: bool
    later: str
    key: str
    row: int
    side: int


class FoundSign(NamedTuple):
    """A sign at the word number `at` of a clause."""

    at: int
    sign: WordSign


class PlainLexicon(Struct, frozen=True, dict=True):
    """The signs of one language, by the first letters of their words."""

    language: str
    signs: Mapping[str, tuple[WordSign, ...]] = {}
    joining: frozenset[str] = frozenset()
    adding: frozenset[str] = frozenset()
    perfect: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    order: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    bases: Mapping[str, str] = {}
    patterns: Mapping[str, re.Pattern[str]] = {}

    def find(self, words: Sequence[Word]) -> Iterator[FoundSign]:
        """Yield the signs among the words of a clause, of several rows those of each."""
        for at, word in enumerate(words):
            if word.actor is None and word.lower[0].isalpha():
                for sign in self._signs_of(word.lower):
                    if not sign.later or self._has_later(words, at + 1, sign.later):
                        yield FoundSign(at, sign)

    def _has_later(self, words: Sequence[Word], at: int, wanted: str) -> bool:
        """Say whether a later word is the one wanted; after `+`, the very next one begins with it."""
        if wanted[0] == "+":
            return at < len(words) and words[at].lower.startswith(wanted[1:])
        return any(self._is(word, wanted) for word in words[at:])

    def _is(self, word: Word, wanted: str) -> bool:
        whole = wanted.removesuffix("$")
        return word.lower == whole or (wanted == whole and len(whole) > _SHORTEST and word.lower.startswith(whole))

    def _signs_of(self, word: str) -> tuple[WordSign, ...]:
        found = self._known.get(word)
        if found is None:
            forms = self._forms_of(word)
            found = tuple(
                sign
                for form in forms
                for sign in self.signs.get(form[:_FIRST], ())
                if form == sign.beginning or (not sign.is_whole and form.startswith(sign.beginning))
            )
            self._known[word] = found
        return found

    @cached_property
    def _wholes(self) -> frozenset[str]:
        return frozenset(sign.beginning for signs in self.signs.values() for sign in signs if sign.is_whole)

    @cached_property
    def _known(self) -> dict[str, tuple[WordSign, ...]]:
        return {}

    def _forms_of(self, word: str) -> tuple[str, ...]:
        """Return a word, and what it is without what may be written before it."""
        pattern = self.patterns.get("prefixes")
        match = pattern.match(word) if pattern else None
        if not match:
            return (word,) if word in self._wholes else (word, bare(word))
        ends = {match.end(group) for group in range(match.re.groups + 1)} - {-1, 0}
        return (word, *(word[end:] for end in sorted(ends)))

    def stem(self, word: str) -> str:
        """Return what the forms of a word have in common; nothing of a small word."""
        found = self._stems.get(word)
        if found is None:
            plain = bare(word)
            is_small = len(plain) < _SHORTEST or plain in ALL_FUNCTION_WORDS or plain in self.small
            self._stems[word] = found = "" if is_small else self._strip(self._shorten(plain))
        return found

    @cached_property
    def _stems(self) -> dict[str, str]:
        return {}

    def _shorten(self, word: str) -> str:
        """Return a word without what stands amid it (einzulegen) or makes it one of the future (recurrirá)."""
        pattern = self.patterns.get("inner")
        return pattern.sub(r"\1", word) if pattern else word

    def _strip(self, word: str) -> str:
        statements = read_statement_lexicon(self.language)
        if "strip" in statements.words:
            return statements.stem(word)
        if word in self.bases:
            return self.bases[word]
        plain = "".join(char for char in normalize("NFD", word) if not combining(char))
        pattern = self.patterns.get("strip")
        stem = pattern.sub("", plain) if pattern else plain[: max(_SHORTEST + 1, len(plain) - 2)]
        return stem if len(stem) >= _SHORTEST else plain

    def denies(self, text: str) -> bool:
        """Say whether a text has a word that denies something."""
        return self._has(text, "denying", "negations", "denials")

    def puts_off(self, text: str) -> bool:
        """Say whether a text has a word that puts something off."""
        return self._has(text, "planning")

    def _has(self, text: str, *keys: str) -> bool:
        return any(found.sign.key in keys for found in self.find(split_words(text, Span(0, len(text)), ())))

    def fits(self, key: str, word: str) -> bool:
        """Say whether a word has the form of a key: `past`, `participle` or `planned`."""
        pattern = self.patterns.get(key)
        return bool(pattern and pattern.fullmatch(bare(word)))


@cache
def read_lexicon(language: str) -> PlainLexicon | None:
    """Return the lexicon of a BCP 47 language tag; None where there is no table."""
    path = _FOLDER / f"{primary_language(language)}.yaml"
    if not path.is_file():
        return None
    table = read_own_table(path)
    signs: dict[str, list[WordSign]] = {}
    for key, text in table.items():
        for sign in _read_signs(key, split_phrases(text)) if key not in (*_PATTERNS, *_SETS, "irregular") else ():
            signs.setdefault(sign.beginning[:_FIRST], []).append(sign)
    bases = {form: forms.split()[0] for forms in split_phrases(table.get("irregular")) for form in forms.split()}
    joining, adding, perfect, small, order, passive = (frozenset(split_phrases(table.get(key))) for key in _SETS)
    return PlainLexicon(
        language,
        {first: tuple(each) for first, each in signs.items()},
        joining,
        adding,
        perfect,
        small,
        order,
        passive,
        {form: _plain(base) for form, base in bases.items()},
        {key: re.compile(table[key]) for key in _PATTERNS if key in table},
    )


def read_any_lexicon(language: str) -> PlainLexicon:
    """Return the lexicon of a language; one without words where there is no table."""
    return read_lexicon(language) or PlainLexicon(language)


def bare(word: str) -> str:
    """Return a word without an article or the like that is written before it: `ouvrir`, of `d’ouvrir`."""
    return _ELIDED.sub("", word, count=1) if "'" in word or "’" in word else word


def _plain(word: str) -> str:
    return "".join(char for char in normalize("NFD", word) if not combining(char))


def _read_signs(key: str, phrases: Sequence[str]) -> Iterator[WordSign]:
    for row, phrase in enumerate(phrases):
        for side, text in enumerate(phrase.split("/")):
            for written in text.split():
                first, _, later = written.partition("_")
                whole = first.removesuffix("$")
                yield WordSign(whole, whole != first, later, key, row if key in ROWS else 0, side)
