"""How sure a text is of its words: denied, put off, left open to others, or stated.

`read_words(split_words("Aske did not sign", …), lexicon)` has the word `sign`, with `not` among its hedges.
"""

from collections.abc import Container, Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from newsbrief.model.document import Span
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.hedge_walk import ALLEGED, ASKED, NOT, OPEN, HedgeWalk, is_failing
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
    asked = _find_asked(words)
    for number, word in enumerate(words):
        if word.actor is not None or (len(word.lower) < _SHORTEST and word.lower not in lexicon.irregular_bases):
            continue
        if word.lower in small and (word.lower not in failing or not is_failing(words, number, lexicon)):
            continue
        denied = lexicon.denying.get(word.lower)
        stem = denied or lexicon.stem_of_meaning(word.lower)
        if (wanted is None or stem in wanted) and word.lower.isalpha():
            walk = HedgeWalk(words, number, lexicon, undone, ends, takes_back)
            hedges = walk.hedges_before()
            hedges |= by_operators.get(number, frozenset())
            if number in asked:
                hedges |= {ASKED}
            spares = number > 0 and lexicon.has("sparing", words[number - 1].lower)
            if denied or (spares and not lexicon.has("negations", words[number - 1].lower)):
                # “Escaped injury” denies the injury.
                hedges = hedges ^ {NOT}
            span = Span(words[walk.first].span.start, word.span.end)
            is_past = lexicon.is_past(word.lower) and not is_noun(words, number, lexicon)
            direction = direction_after(words, number, lexicon)
            is_present = _is_present(words, number, lexicon)
            yield SureWord(span, stem, hedges, walk.actor, is_past or walk.is_finished, direction, is_present)


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
