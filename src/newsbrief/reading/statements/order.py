"""The order of events in time: one before another, or after it.

`read_orders(split_words("Vane resigned after the vote", …), lexicon)` has the vote before the resignation.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.opposite_places import Things, stems_of

_ENDS = frozenset(".;:!?")
_FEWEST = 2
"""The fewest words that must have changed their places."""


class EventOrder(NamedTuple):
    """The words of an event and of a later one, and the word that stands between them or before both."""

    earlier: Things
    later: Things
    marker: Word
    is_after: bool


def read_orders(words: Sequence[Word], lexicon: StatementLexicon) -> Iterator[EventOrder]:
    """Yield the events of which a sentence says that one is before or after the other."""
    markers = [at for at, word in enumerate(words) if _key_of(word, lexicon)]
    if any(_is_of_pronoun(words, at, lexicon) for at in markers):
        return
    for number, at in enumerate(markers):
        begin = _begin(words, at, lexicon)
        last = markers[number + 1] if number + 1 < len(markers) else len(words)
        start = max((place + 1 for place in range(at) if words[place].text in _ENDS), default=0)
        end = next((place for place in range(at, len(words)) if words[place].text in _ENDS), len(words))
        if begin == start or (begin == start + 1 and lexicon.has("joining", words[start].lower)):
            comma = next((place for place in range(at, end) if words[place].text == ","), None)
            middle = comma if comma is not None else _end_of_noun(words, at + 1, end, lexicon)
            if middle is None:
                continue
            inner, outer = words[at + 1 : middle], words[middle:end]
        else:
            inner, outer = words[at + 1 : min(end, last)], words[start:begin]
            if number and (cut := _last_comma(words, markers[number - 1], begin)):
                outer = words[cut + 1 : begin]
            if last < end and (cut := _last_comma(words, at, last)):
                inner = words[at + 1 : cut]
        inner = list(takewhile(lambda word: not lexicon.has("contrasts", word.lower), inner))
        if any(lexicon.has("negations", word.lower) for word in (*inner, *outer)):
            continue
        one, other = stems_of(inner, lexicon), stems_of(outer, lexicon)
        if one and other:
            is_after = _key_of(words[at], lexicon) == "after"
            yield EventOrder(*((one, other) if is_after else (other, one)), words[at], is_after)


def _is_of_pronoun(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether a word has nothing but a pronoun after it: “before the war, and after it”."""
    after = words[at + 1 : at + 3]
    is_last = len(after) < 2 or not after[1].text[0].isalpha()
    return bool(after) and is_last and lexicon.has("pronouns", after[0].lower)


def _key_of(word: Word, lexicon: StatementLexicon) -> str:
    return next((key for key in ("after", "before") if word.actor is None and lexicon.has(key, word.lower)), "")


def _last_comma(words: Sequence[Word], start: int, end: int) -> int:
    """Return the number of the last comma between two words that something follows; 0 if there is none."""
    return next((at for at in range(end - 2, start, -1) if words[at].text == ","), 0)


def _end_of_noun(words: Sequence[Word], at: int, end: int, lexicon: StatementLexicon) -> int | None:
    """Return where the second noun begins: “ten months after the flood | the school reopened”."""
    for number in range(at + 1, end):
        word = words[number]
        starts = word.actor is not None or any(lexicon.has(key, word.lower) for key in ("determiners", "pronouns"))
        if starts and not lexicon.has("prepositions", words[number - 1].lower) and stems_of(words[at:number], lexicon):
            return number
    return None


def _begin(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> int:
    """Return the number of the word with which words such as “two months after” begin."""
    while at and (
        words[at - 1].text[0].isdigit()
        or any(lexicon.has(key, words[at - 1].lower) for key in ("numbers", "spans of time", "determiners"))
    ):
        at -= 1
    return at


def find_turned(stated: Sequence[EventOrder], cited: Sequence[EventOrder]) -> tuple[Word, Word] | None:
    """Return the words between two events that stand the other way round in the words cited, theirs last."""
    for own in stated:
        theirs = [(each, *_agreement(own, each)) for each in cited]
        if any(straight >= crossed and straight for _, straight, crossed in theirs):
            continue
        for each, straight, crossed in theirs:
            if crossed >= _FEWEST and crossed > straight:
                return own.marker, each.marker
    return None


def tell_backwards(stated: Sequence[EventOrder], cited: Sequence[EventOrder]) -> bool:
    """Say whether two events are in one order, told with “before” in one of the two, and with “after” in the other."""
    for own in stated:
        for each in cited:
            straight, crossed = _agreement(own, each)
            if not (own.earlier & each.earlier and own.later & each.later):
                continue
            if own.is_after != each.is_after and straight >= _FEWEST and straight > crossed:
                return True
    return False


def _agreement(own: EventOrder, their: EventOrder) -> tuple[int, int]:
    straight = len(own.earlier & their.earlier) + len(own.later & their.later)
    crossed = len(own.earlier & their.later) + len(own.later & their.earlier)
    return straight, crossed
