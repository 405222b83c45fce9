"""Words that are an article as well as a preposition, told apart by the word after them.

Portuguese `a` is an article in “disse a ministra” and a preposition in “disse a jornalistas”: `double articles` gives
it with an article that is nothing else, and `article endings` the endings of the nouns before which it is one.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from newsbrief.reading.speech.lexicon import Lexicon
from newsbrief.reading.speech.tokens import Token

_NO_NOUNS = ("articles", "indefinite", "prepositions", "conjunctions", "adverbs")


def tell_articles(tokens: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens; one of two meanings that is an article here has the word of one that is nothing else."""
    doubles = _read_doubles(lexicon.words.get("double articles", frozenset()))
    return list(_tell(tokens, doubles, lexicon)) if doubles else list(tokens)


def _tell(tokens: Sequence[Token], doubles: dict[str, str], lexicon: Lexicon) -> Iterator[Token]:
    for each, following in zip(tokens, [*tokens[1:], None], strict=True):
        is_article = each.kind == "word" and each.word in doubles and following and _opens_noun(following, lexicon)
        yield replace(each, word=doubles[each.word]) if is_article else each


def _opens_noun(token: Token, lexicon: Lexicon) -> bool:
    is_small = token.kind == "word" and not token.is_capital and token.word not in lexicon.pronouns
    endings = tuple(lexicon.words.get("article endings", ()))
    return is_small and token.word.endswith(endings) and not lexicon.has_any(_NO_NOUNS, token.word)


@cache
def _read_doubles(entries: frozenset[str]) -> dict[str, str]:
    return {first: second for first, _, second in (each.partition("=") for each in entries)}
