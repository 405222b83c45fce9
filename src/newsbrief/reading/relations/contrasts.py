"""Clauses that go on where another one is denied: the pronoun of the second is the subject of the first.

`find_contrasted(words, 6, frozenset())` of “Vane did not meet Aske, but she met Dorn” is Vane.
"""

from collections.abc import Sequence

from newsbrief.evidence.findings import Findings
from newsbrief.reading.attribution import read_speech
from newsbrief.reading.relations import grammar
from newsbrief.reading.relations.arguments import Argument, before_determiners, hedges_of
from newsbrief.reading.relations.tie import Tie
from newsbrief.reading.sentence_words import Word


def find_contrasted(words: Sequence[Word], pronoun: int, hedges: frozenset[str]) -> Argument | None:
    """Return whom the pronoun at a place means: the subject of a clause before it that is denied, if there is one."""
    at = pronoun - 1
    while at > 0 and (words[at].lower == "," or words[at].lower in grammar.ADVERBS):
        at -= 1
    is_conceded = words[0].lower in grammar.CONCEDING and words[pronoun - 1].lower == ","
    if at <= 0 or not (words[at].lower in grammar.CONTRASTS or is_conceded):
        return None
    first = next((number for number in range(at) if words[number].actor), None)
    if first is None or words[first + 1].lower == "'s":
        return None
    before = before_determiners(words, first)
    if before >= 0 and words[before].lower in grammar.PREPOSITIONS:
        return None
    if not any(hedges_of(word.lower) & {"not", "denied"} for word in words[first + 1 : at]):
        return None
    return Argument((words[first].actor or "",), first, hedges, pronoun + 1, words[pronoun].lower)


def may_mean(findings: Findings, tie: Tie) -> bool:
    """Say whether the pronoun of a tie, if it has one, may stand for the one whom it is read to mean."""
    cast = findings.once_of_article(read_speech).cast
    return not tie.pronoun or cast.fits(cast.lexicon.pronouns.get(tie.pronoun, "x"), tie.meant)
