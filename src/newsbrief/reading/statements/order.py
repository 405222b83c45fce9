"""The order of events in time: one before another, or after it.

`read_orders(split_words("Vane resigned after the vote", …), lexicon)` has the vote before the resignation.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.opposite_places import Things, stems_of

_ENDS = frozenset(".;:!?")
_FEWEST = 2
"""The fewest words that must have changed their places."""


class Order(NamedTuple):
    """The words of an event and of a later one, and the word that stands between them or before both."""

    earlier: Things
    later: Things
    marker: Word
    is_after: bool


def read_orders(words: Sequence[Word], lexicon: StatementLexicon) -> Iterator[Order]:
    """Yield the events of which a sentence says that one is before or after the other."""
    markers = [at for at, word in enumerate(words) if _key_of(word, lexicon)]
    for number, at in enumerate(markers):
        begin = _begin(words, at, lexicon)
        first = max([markers[number - 1] + 1] if number else [0], default=0)
        last = markers[number + 1] if number + 1 < len(markers) else len(words)
        start = max((place + 1 for place in range(at) if words[place].text in _ENDS), default=0)
        end = next((place for place in range(at, len(words)) if words[place].text in _ENDS), len(words))
        if begin == start or (begin == start + 1 and lexicon.has("joining", words[start].lower)):
            comma = next((place for place in range(at, end) if words[place].text == ","), None)
            if comma is None:
                continue
            inner, outer = words[at + 1 : comma], words[comma + 1 : end]
        else:
            inner, outer = words[at + 1 : min(end, last)], words[max(start, first) : begin]
        one, other = stems_of(inner, lexicon), stems_of(outer, lexicon)
        if one and other:
            is_after = _key_of(words[at], lexicon) == "after"
            yield Order(*((one, other) if is_after else (other, one)), words[at], is_after)


def _key_of(word: Word, lexicon: StatementLexicon) -> str:
    return next((key for key in ("after", "before") if word.actor is None and lexicon.has(key, word.lower)), "")


def _begin(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> int:
    """Return the number of the word with which words such as “two months after” begin."""
    while at and (
        words[at - 1].text[0].isdigit()
        or any(lexicon.has(key, words[at - 1].lower) for key in ("numbers", "spans of time", "determiners"))
    ):
        at -= 1
    return at


def find_turned(stated: Sequence[Order], cited: Sequence[Order]) -> tuple[Word, Word] | None:
    """Return the words between two events that stand the other way round in the words cited, theirs last."""
    for own in stated:
        theirs = [(each, *_agreement(own, each)) for each in cited]
        if any(straight >= crossed and straight for _, straight, crossed in theirs):
            continue
        for each, straight, crossed in theirs:
            if crossed >= _FEWEST and crossed > straight:
                return own.marker, each.marker
    return None


def tell_backwards(stated: Sequence[Order], cited: Sequence[Order]) -> bool:
    """Say whether two events are in one order, told with “before” in one of the two, and with “after” in the other."""
    for own in stated:
        for each in cited:
            straight, crossed = _agreement(own, each)
            if own.is_after != each.is_after and straight >= _FEWEST and straight > crossed:
                return True
    return False


def _agreement(own: Order, their: Order) -> tuple[int, int]:
    straight = len(own.earlier & their.earlier) + len(own.later & their.later)
    crossed = len(own.earlier & their.later) + len(own.later & their.earlier)
    return straight, crossed
