"""How sure a text is of its words: denied, put off, left open to others, or stated.

`read_words(split_words("Aske did not sign", …), lexicon)` has the word `sign`, with `not` among its hedges.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile

from msgspec import Struct

from newsbrief.model.document import Span
from newsbrief.reading.sentence_words import Word, read_once
from newsbrief.reading.statements.hedge_walk import HedgeWalk, is_failing
from newsbrief.reading.statements.hedged_sentence import HedgedSentence
from newsbrief.reading.statements.hedges import ALLEGED, ASKED, NOT, OPEN
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.operator_table import CLAIMED, CONDITIONAL, DOUBTED, UNDONE
from newsbrief.reading.statements.taken_back import direction_after, is_noun

_BY_OPERATORS = {
    UNDONE: frozenset({UNDONE}),
    CLAIMED: frozenset({ALLEGED, CLAIMED}),
    DOUBTED: frozenset({DOUBTED}),
    CONDITIONAL: frozenset({OPEN}),
}
_SHORTEST = 3
_NONE: frozenset[str] = frozenset()


class SureWord(Struct, frozen=True):
    """A word of content: its stem, what hedges it, the actor named last before it, and if it has the form of a past.

    `is_present` marks a verb in the present (contains), `direction` is a word such as “against” right after it.
    `span` reaches from the first word that hedges it to the word itself.
    """

    span: Span
    stem: str
    hedges: frozenset[str]
    actor: str | None
    is_past: bool
    direction: str = ""
    is_present: bool = False


def read_words(
    words: Sequence[Word], lexicon: StatementLexicon, wanted: Container[str] | None = None
) -> Iterator[SureWord]:
    """Yield the words of content of a sentence, those with `wanted` stems only, with how sure it is of each."""
    return read_once(_SureWords, words, lexicon).of(wanted)


class _SureWords:
    """The words of content of a sentence by their stems; how sure it is of each is read when it is asked for."""

    def __init__(self, words: Sequence[Word], lexicon: StatementLexicon) -> None:
        self.sentence = HedgedSentence(words, lexicon)
        self.words, self.lexicon = self.sentence.words, lexicon
        self.stems = {number: stem for number, word in enumerate(words) if (stem := self._stem(number, word))}
        self.known: dict[int, SureWord] = {}

    def of(self, wanted: Container[str] | None) -> Iterator[SureWord]:
        """Yield the words that have `wanted` stems."""
        for number, stem in self.stems.items():
            if wanted is None or stem in wanted:
                if number not in self.known:
                    self.known[number] = self._read(number, stem)
                yield self.known[number]

    def _stem(self, number: int, word: Word) -> str:
        """Return the stem of a word of content, or the one that it denies by itself; nothing for any other."""
        lower, lexicon = word.lower, self.lexicon
        if word.actor is not None or (len(lower) < _SHORTEST and lower not in lexicon.irregular_bases):
            return ""
        if lower in lexicon.small and (lower not in lexicon.failing or not is_failing(self.words, number, lexicon)):
            return ""
        return (lexicon.denying.get(lower) or lexicon.stem_of_meaning(lower)) if lower.isalpha() else ""

    @cached_property
    def _asked(self) -> Container[int]:
        return _find_asked(self.words)

    @cached_property
    def _by_operators(self) -> Mapping[int, frozenset[str]]:
        """The hedges that operators put on words, by the numbers of these."""
        operators = (each for each in self.sentence.operators if each.kind in _BY_OPERATORS)
        return {head: _BY_OPERATORS[each.kind] for each in operators for head in each.heads}

    def _read(self, number: int, stem: str) -> SureWord:
        words, lexicon, lower = self.words, self.lexicon, self.words[number].lower
        walk = HedgeWalk(self.sentence, number)
        hedges = walk.hedges_before() | self._by_operators.get(number, _NONE)
        if number in self._asked:
            hedges |= {ASKED}
        spares = number > 0 and lexicon.has("sparing", words[number - 1].lower)
        if lexicon.denies(lower) or (spares and not lexicon.has("negations", words[number - 1].lower)):
            # “Escaped injury” denies the injury.
            hedges = hedges ^ {NOT}
        span = Span(words[walk.first].span.start, words[number].span.end)
        is_past = lexicon.is_past(lower) and not is_noun(words, number, lexicon)
        direction = direction_after(words, number, lexicon)
        is_present = _is_present(words, number, lexicon)
        return SureWord(span, stem, hedges, walk.actor, is_past or walk.is_finished, direction, is_present)


def _find_asked(words: Sequence[Word]) -> Container[int]:
    """Return the numbers of the words between “whether” and the end of its clause, but for “whether or not”."""
    starts = [at for at, word in enumerate(words) if word.lower == "whether"]
    asked: list[int] = []
    for start in starts:
        if start + 1 < len(words) and words[start + 1].lower == "or":
            continue
        asked += takewhile(lambda at: words[at].text not in ",;:.", range(start + 1, len(words)))
    return asked


def _is_present(words: Sequence[Word], number: int, lexicon: StatementLexicon) -> bool:
    """Say whether a word in -s stands where a verb does, after a noun or a pronoun: “the moon contains ice”."""
    lower = words[number].lower
    if not lower.endswith("s") or lower.endswith("ss") or number + 1 == len(words) or words[number + 1].lower == "of":
        return False
    at = number - 1
    while at > 0 and (lexicon.has("adverbs", words[at].lower) or words[at].lower.endswith("ly")):
        at -= 1
    if at < 0:
        return False
    before = words[at]
    if before.actor is not None or lexicon.has("pronouns", before.lower):
        return True
    return before.lower.isalpha() and not before.lower.endswith("s") and before.lower not in lexicon.small
