"""How sure a text is of its words: denied, put off, left open to others, or stated.

`read_words(split_words("Aske did not sign", …), lexicon)` has the word `sign`, with `not` among its hedges.
"""

from collections.abc import Container, Iterator, Sequence

from msgspec import Struct

from newsbrief.model.document import Span
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.hedge_walk import ALLEGED, NOT, OPEN, HedgeWalk, is_failing
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.operator_table import CLAIMED, CONDITIONAL, DOUBTED, UNDONE
from newsbrief.reading.statements.operators import Operator, find_operators
from newsbrief.reading.statements.taken_back import direction_after, is_noun

_BY_OPERATORS = {
    UNDONE: frozenset({UNDONE}),
    CLAIMED: frozenset({ALLEGED, CLAIMED}),
    DOUBTED: frozenset({DOUBTED}),
    CONDITIONAL: frozenset({OPEN}),
}
_SHORTEST = 3


class SureWord(Struct, frozen=True):
    """A word of content: its stem, what hedges it, the actor named last before it, and if it has the form of a past.

    `direction` is a word such as “against” right after it. `span` reaches from the first word that hedges it to the
    word itself.
    """

    span: Span
    stem: str
    hedges: frozenset[str]
    actor: str | None
    is_past: bool
    direction: str = ""


def read_words(
    words: Sequence[Word],
    lexicon: StatementLexicon,
    wanted: Container[str] | None = None,
    operators: Sequence[Operator] | None = None,
) -> Iterator[SureWord]:
    """Yield the words of content of a sentence, those with `wanted` stems only, with how sure it is of each.

    `operators` are those of the sentence, if they are known.
    """
    found = find_operators(words, lexicon) if operators is None else operators
    operators = [each for each in found if each.kind in _BY_OPERATORS]
    by_operators = {head: _BY_OPERATORS[each.kind] for each in operators for head in each.heads}
    small, failing, closing = lexicon.small, lexicon.failing, lexicon.closing
    ends = [at for at, word in enumerate(words) if word.lower in closing]
    takes_back = not lexicon.taking_back.isdisjoint(word.lower for word in words)
    undone = frozenset(head for each in operators if each.kind == UNDONE for head in each.heads)
    for number, word in enumerate(words):
        if word.actor is not None or len(word.lower) < _SHORTEST:
            continue
        if word.lower in small and (word.lower not in failing or not is_failing(words, number, lexicon)):
            continue
        denied = lexicon.denying.get(word.lower)
        stem = denied or lexicon.stem_of_meaning(word.lower)
        if (wanted is None or stem in wanted) and word.lower.isalpha():
            walk = HedgeWalk(words, number, lexicon, undone, ends, takes_back)
            hedges = walk.hedges_before()
            hedges |= by_operators.get(number, frozenset())
            if denied:
                hedges = hedges ^ {NOT}
            span = Span(words[walk.first].span.start, word.span.end)
            is_past = lexicon.is_past(word.lower) and not is_noun(words, number, lexicon)
            direction = direction_after(words, number, lexicon)
            yield SureWord(span, stem, hedges, walk.actor, is_past or walk.is_finished, direction)
