"""Every way to read the tokens of a text as words of a language for dates.

In the lattice of "7th May", the edges at 0 are the number 7 (to 1) and the ordinal 7 (to 2).
"""

from collections.abc import Iterator
from functools import lru_cache

from newsbrief.reading.dates.joined_words import (
    add_days_after_months,
    add_times_after_words,
    add_times_between,
    join_months_named_twice,
    keep_counts_whole,
    keep_phrases_whole,
    mark_days_of_months,
    read_short_names,
    take_days_after_words,
)
from newsbrief.reading.dates.lexicon import DateLexicon, read_lexicon
from newsbrief.reading.dates.number_edges import NumberEdges
from newsbrief.reading.dates.tokens import DateToken, Edge, cut_tokens
from newsbrief.reading.dates.word_edges import WordEdges

SKIPPED = frozenset({"FILLER", "PART_OF_DAY", "TIME"})
"""The kinds of words that change nothing."""

Lattice = tuple[tuple[Edge, ...], ...]

_SIGNS = (
    dict.fromkeys(",،、，", "COMMA")
    | dict.fromkeys("-–", "DASH")
    | dict.fromkeys('()（）“”„"', "FILLER")
    | {"/": "SLASH"}
)


@lru_cache(maxsize=256)
def read_lattice(text: str, language: str) -> Lattice:
    """Return the edges at each token of a text."""
    tokens = cut_tokens(text)
    lexicon = read_lexicon(language)
    words = WordEdges(tokens, lexicon)
    numbers = NumberEdges(text, tokens, [token.start for token in tokens], words)
    edges: list[list[Edge]] = []
    for at, token in enumerate(tokens):
        edges.append([] if _is_other_word(token, lexicon) else list(dict.fromkeys(_edges_at(at, words, numbers))))
    kinds = {edge.kind for here in edges for edge in here}
    if kinds & {"WHOLE", "NIGHT"}:
        keep_phrases_whole(edges)
    if kinds & {"SHORT_MONTH", "SHORT_WEEKDAY"}:
        read_short_names(tokens, edges)
    take_days_after_words(tokens, edges)
    join_months_named_twice(tokens, edges)
    if "CLOCK_BEFORE" in kinds:
        add_times_after_words(edges)
    _add_days(tokens, edges)
    if lexicon.day_after_month:
        add_days_after_months(edges)
    mark_days_of_months(edges)
    if "MORE" in kinds:
        keep_counts_whole(edges)
    if kinds & {"TIME", "CLOCK_BEFORE"}:
        add_times_between(edges)
    return tuple(map(tuple, edges))


def _is_other_word(token: DateToken, lexicon: DateLexicon) -> bool:
    """Say whether a token is plainly a word that has nothing to do with dates, as most of an article are."""
    is_plain = token.text.isalpha() and not token.is_capital
    return is_plain and token.text not in lexicon.longest and not lexicon.joins_words


def _edges_at(at: int, words: WordEdges, numbers: NumberEdges) -> Iterator[Edge]:
    token = words.tokens[at]
    if token.number is not None:
        yield from numbers.figures(at)
    elif token.text in _SIGNS:
        yield Edge(_SIGNS[token.text], token.text, at + 1)
        if token.text == "-" and _joins_words(words.tokens, at):
            yield Edge("FILLER", None, at + 1)
    elif token.text == ".":
        yield Edge("STOP", None, at + 1)
    elif token.text == "'" and not token.is_joined:
        yield from numbers.short_years(at)
    found = list(words.at(at))
    yield from found
    if any(edge.kind == "NUMBER" for edge in found):
        yield from numbers.sums(at)
    if token.is_capital:
        yield from numbers.romans(at)


def _joins_words(tokens: tuple[DateToken, ...], at: int) -> bool:
    """Say whether a hyphen joins two words: "third-quarter"."""
    return (
        0 < at < len(tokens) - 1
        and tokens[at].is_joined
        and tokens[at + 1].is_joined
        and tokens[at - 1].number is tokens[at + 1].number is None
    )


def _add_days(tokens: tuple[DateToken, ...], edges: list[list[Edge]]) -> None:
    """Make each number one that may be a day; "a" and "one" are none: "a January" is not 1 January."""
    for token, here in zip(tokens, edges, strict=True):
        numbers = [edge for edge in here if edge.kind == "NUMBER" and (token.number is not None or edge.value != 1)]
        here += [edge._replace(kind="DAY") for edge in numbers]
