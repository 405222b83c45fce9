"""The words of a paragraph as its language's table knows them: which end a phrase, which are verbs, which only colour.

`Grammar(tokens, lexicon).is_(3, "prepositions")` says whether the fourth token is a preposition.
"""

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from newsbrief.reading.speech.lexicon import Lexicon
from newsbrief.reading.speech.tokens import Token

_FAR_ONLY = 8
"""The most words from half a negation to the word that makes an "only" of it."""

_CLOSED = ("prepositions", "conjunctions", "subordinators", "auxiliaries", "negations", "sources")
"""Small words over which no noun phrase goes on."""


_NO_KEYS: frozenset[str] = frozenset()


class Grammar(Struct, frozen=True, dict=True):
    """The tokens of a paragraph with the words of their language."""

    tokens: Sequence[Token]
    lexicon: Lexicon

    @cached_property
    def keys(self) -> tuple[frozenset[str], ...]:
        """The keys under which the table lists each token; none for what is no word."""
        keys_of = self.lexicon.keys_of
        return tuple(keys_of(token.word) if token.kind == "word" else _NO_KEYS for token in self.tokens)

    def is_(self, at: int, *keys: str) -> bool:
        """Say whether the token is a word that the table lists under one of these keys."""
        return 0 <= at < len(self.tokens) and not self.keys[at].isdisjoint(keys)

    def is_genitive_name(self, at: int) -> bool:
        """Say whether an ending makes a name an owner, before no noun: `nach Ansicht Steins ist`."""
        if self.kind(at + 1) != "possessive" or not self.lexicon.has("joined owners", self.tokens[at + 1].word):
            return False
        return self.kind(at + 2) != "word" or not self.tokens[at + 2].is_capital

    def denies(self, at: int) -> bool:
        """Say whether a token denies its verb; half a negation before a word for "only" does not: `n’a dit que`."""
        if not self.is_(at, "half negations"):
            return self.is_(at, "negations")
        for each in range(at + 1, at + _FAR_ONLY):
            if self.is_(each, "only after"):
                return False
            if self.is_(each, "negations") or self.kind(each) in ("end", "passage"):
                break
        return True

    def kind(self, at: int) -> str:
        """Return the kind of a token, "end" beyond either end of the paragraph."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else "end"

    def word(self, at: int) -> str:
        """Return a token's word in small letters, "" for a passage and beyond either end."""
        return self.tokens[at].word if 0 <= at < len(self.tokens) and self.tokens[at].kind != "passage" else ""

    def is_pronoun(self, at: int) -> bool:
        """Say whether the token is a pronoun that can be the subject of a verb."""
        return self.kind(at) == "word" and self.word(at) in self.lexicon.pronouns

    def is_finite(self, at: int) -> bool:
        """Say whether the token is plainly a verb, so that a noun phrase ends there."""
        forms = self.lexicon.verbs.get(self.word(at)) if self.kind(at) == "word" else None
        if not forms or self.tokens[at].is_capital:
            return False
        if self.is_(at - 1, "articles", "indefinite") or self.kind(at - 1) == "possessive":
            return False
        return any(form.shape in ("past", "gerund", "participle", "any") for form in forms.values())

    def ends_phrase(self, at: int) -> bool:
        """Say whether no noun phrase goes on over this token."""
        if self.kind(at) not in ("word", "name", "possessive"):
            return True
        if self.kind(at) != "word":
            return False
        if self.is_(at, *_CLOSED) or self.word(at) in self.lexicon.hedges:
            return True
        if self.is_pronoun(at):
            return not self._opens_noun(at)
        return self.is_finite(at) or (self.is_adverb(at) and not self.tokens[at].is_capital)

    def _opens_noun(self, at: int) -> bool:
        """Say whether a word that can be a pronoun is an article here: `die Frage`, `la oferta`."""
        is_both = self.is_(at, "articles") and self.kind(at + 1) == "word"
        return (
            is_both and not self.is_(at + 1, *_CLOSED, "articles", "clitics", "adverbs") and not self.is_finite(at + 1)
        )

    def opens_phrase(self, at: int) -> bool:
        """Say whether a word that can be a pronoun is an article where no clause can begin: `sagte die Nordbank`."""
        is_article = self.is_(at, "articles") and not self.is_(at, "that", "subordinators")
        return is_article and (self.kind(at + 1) == "name" or self._opens_noun(at))

    def names_person(self, at: int) -> bool:
        """Say whether the token is a noun for a person or a text, as in "Halden Steel chief Tom Aske"."""
        return (
            self.is_(at, "others", "roles", "spokespeople", "women", "men", "texts")
            or self.word(at) in self.lexicon.titles
        )

    def has_tail(self, at: int, *keys: str) -> bool:
        """Say whether the last part of a word with hyphens is listed under one of these keys: `co-host`."""
        tail = self.word(at).rpartition("-")[2] if self.kind(at) == "word" else ""
        return bool(tail) and self.lexicon.has_any(keys, tail)

    def is_adverb(self, at: int) -> bool:
        """Say whether the token only colours a verb, as "later" and words in -ly do."""
        if self.kind(at) != "word":
            return False
        endings = self.lexicon.words.get("adverb endings", ())
        word = self.word(at)
        return self.is_(at, "adverbs") or any(len(word) > len(end) + 2 and word.endswith(end) for end in endings)

    def is_opened_by(self, at: int) -> bool:
        """Say whether the token is the first of its noun phrase: an article, a number or a possessive pronoun."""
        return self.is_(at, "articles", "indefinite", "numbers") or self.word(at) in self.lexicon.possessives
