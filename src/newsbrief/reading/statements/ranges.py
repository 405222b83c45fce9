"""Ranges of numbers, which have a first and a last: between 4 and 6 p.m., von 3 bis 5.

`find_turned_range([words of “between 6 and 4”], [words of “between 4 and 6”], lexicon)` are the two numbers.
"""

from collections.abc import Iterable, Iterator, Sequence

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.roles import Exchange, is_number


def find_turned_range(
    stated: Iterable[Sequence[Word]], cited: Iterable[Sequence[Word]], lexicon: StatementLexicon
) -> Exchange | None:
    """Return the two numbers of a range that the words cited have the other way round."""
    ours = [each for words in stated for each in _read_ranges(words, lexicon)]
    theirs = {each for words in (cited if ours else ()) for each in _read_ranges(words, lexicon)}
    for first, last in ours:
        if (last, first) in theirs and (first, last) not in theirs:
            return Exchange(first, last)
    return None


def _read_ranges(words: Sequence[Word], lexicon: StatementLexicon) -> Iterator[tuple[str, str]]:
    for at in range(1, len(words) - 2):
        first, last = words[at].actor or "", words[at + 2].actor or ""
        is_range = lexicon.has("range begins", words[at - 1].lower) and lexicon.has(
            "range goes on", words[at + 1].lower
        )
        if is_range and is_number(first) and is_number(last):
            yield first, last
