"""The sentences of a paragraph, and the places in them where somebody says something."""

from msgspec import Struct

from newsbrief.reading.speech.grammar import Grammar
from newsbrief.reading.speech.phrases import Phrase
from newsbrief.reading.speech.tokens import Token

_MOST_WORDS = 60
"""The most words of a sentence over which a verb reaches."""


class Saying(Struct, frozen=True):
    """Tokens that say who speaks: from `first` to `end`, with the verb or noun at `at`.

    `role` is the role of the verb, or "source" (according to), "noun" (her verdict), "label" (ASKE:).
    """

    at: int
    first: int
    end: int
    subjects: tuple[Phrase, ...]
    role: str
    hedges: frozenset[str] = frozenset()
    allowed: frozenset[str] = frozenset()
    is_denied: bool = False
    is_unsaid: bool = False
    is_sure: bool = True
    is_inverted: bool = False


class TokenSentences(Struct, frozen=True):
    """A paragraph's grammar with the first token of the sentence of each token."""

    grammar: Grammar
    starts: list[int]

    def goes_on(self, at: int, following: int) -> bool:
        """Say whether a token soon after another one stands in its sentence."""
        return following < min(len(self.starts), at + _MOST_WORDS) and self.starts[following] == self.starts[at]


def divide(grammar: Grammar) -> TokenSentences:
    """Find where the sentences of a paragraph begin: after a full stop, and after marks that hold one."""
    starts: list[int] = []
    start = 0
    tokens = grammar.tokens
    for at, token in enumerate(tokens):
        if at and tokens[at - 1].kind == "end":
            start = at
        elif at and tokens[at - 1].kind == "passage" and tokens[at - 1].word in (".", "。", "।", "۔"):
            start = start if token.kind == "sign" or not _begins(token) else at
        starts.append(start)
    return TokenSentences(grammar, starts)


def _begins(token: Token) -> bool:
    return token.kind in ("passage", "name") or token.is_capital
