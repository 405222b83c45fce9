"""The tense of the words beside a date, which chooses among the last time and the next one.

`tense_of_clause("They will meet on Friday.", Span(18, 24), "en")` is "coming".
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

import msgspec

from newsbrief.model.document import Span
from newsbrief.reading.dates.lattice import Lattice, read_lattice
from newsbrief.reading.dates.lexicon import DateLexicon, read_lexicon
from newsbrief.reading.dates.periods import Period
from newsbrief.reading.dates.tokens import DateToken, cut_tokens
from newsbrief.reading.dates.values import DateValue

Tense = Literal["", "past", "coming"]

_FAR, _NEAR = 20, 4
_LEADING = 4
_COMING, _SURELY_COMING = frozenset({"COMING", "FUTURE"}), frozenset({"FUTURE"})
_AHEAD = {"day": timedelta(days=100), "month": timedelta(days=60)}
_LATELY = timedelta(days=60)
_STOPS = frozenset(".!?;\n")
_CLAUSE_ENDS = _STOPS | frozenset(',:()“”"«»„—–')


def tense_beside(tokens: Sequence[DateToken], lattice: Lattice, lexicon: DateLexicon, first: int, end: int) -> Tense:
    """Return the tense of the verb nearest to a date in its sentence: one before it, or else one after it.

    Where the words of a language for the past are not listed, only the words right before the date count.
    """
    reach = _FAR if lexicon.knows_past else _NEAR
    before = range(first - 1, max(-1, first - 1 - reach), -1)
    is_ahead = any(edge.kind == "BEFORE" and edge.end == first for at in before[:_LEADING] for edge in lattice[at])
    after = range(end, min(len(tokens), end + reach)) if lexicon.knows_past else ()
    for places, kinds in ((before, _COMING), (after, _SURELY_COMING)):
        for at in places:
            if tokens[at].text in _STOPS and not _is_short_form(tokens, at):
                break
            if tense := _tense_at(tokens, lattice, lexicon, at, kinds):
                return tense
            if is_ahead and any(edge.kind == "PRESENT" for edge in lattice[at]):
                # What is so “ahead of Tuesday’s debate” waits for it.
                return "coming"
    return ""


def _is_short_form(tokens: Sequence[DateToken], at: int) -> bool:
    """Say whether a full stop belongs to a short form: “Gen. Smith”, “U.S.”."""
    return at > 0 and tokens[at].is_joined and len(tokens[at - 1].text) < 4 and tokens[at - 1].is_capital


def _tense_at(
    tokens: Sequence[DateToken], lattice: Lattice, lexicon: DateLexicon, at: int, coming: frozenset[str]
) -> Tense:
    kinds = {edge.kind for edge in lattice[at]}
    if kinds & coming:
        return "coming"
    if "PAST" not in kinds and not _is_past_form(tokens[at], kinds, lexicon):
        return ""
    # A participle has the tense of the verb before it: “will be closed”.
    before = {edge.kind for edges in lattice[max(0, at - 2) : at] for edge in edges}
    return "coming" if before & coming else "past"


def _is_past_form(token: DateToken, kinds: set[str], lexicon: DateLexicon) -> bool:
    """Say whether a word has the ending of a past verb; a name has none."""
    if token.is_capital or kinds - {"ENDING", "PRESENT"} or not token.text.endswith(lexicon.past_endings):
        return False
    return len(token.text) > 4 and not token.text.endswith("eed")


def in_tense(value: DateValue, tense: Tense, as_of: date) -> DateValue:
    """Return a value with the times of a tense first, among those that its words leave open.

    In a year, a near time is likelier than the tense of a verb: "Dec. 15", written in November, is the coming one.
    """
    if not tense or any(_is_near(choice, value.cycle, as_of) for choice in value.choices):
        return value
    choices = sorted(value.choices, key=lambda each: (each.last < as_of) if tense == "coming" else (each.first > as_of))
    return msgspec.structs.replace(value, choices=tuple(choices))


def _is_near(choice: Period, cycle: str, as_of: date) -> bool:
    ahead = _AHEAD.get(choice.grain, timedelta(0))
    return cycle == "year" and choice.first - as_of < ahead and as_of - choice.last < _LATELY


@lru_cache(maxsize=512)
def tense_of_clause(sentence: str, span: Span, language: str) -> Tense:
    """Return the tense of the clause around words of a sentence, if it has but one; no tense where it is not sure."""
    lexicon = read_lexicon(language)
    if not lexicon.knows_past:
        return ""
    tokens, lattice = cut_tokens(sentence), read_lattice(sentence, language)
    first = next((at for at, token in enumerate(tokens) if token.end > span.start), len(tokens))
    end = next((at for at, token in enumerate(tokens) if token.start >= span.end), len(tokens))
    start, stop = first, end
    while start > 0 and tokens[start - 1].text not in _CLAUSE_ENDS:
        start -= 1
    while stop < len(tokens) and tokens[stop].text not in _CLAUSE_ENDS:
        stop += 1
    clause = [*range(start, first), *range(end, stop)]
    past = {at for at in clause if _tense_at(tokens, lattice, lexicon, at, _COMING) == "past"}
    kinds = {at: {edge.kind for edge in lattice[at]} for at in clause}
    if past and not any(kinds[at] & {"COMING", "FUTURE", "PRESENT"} and not _is_perfect(at, past) for at in clause):
        return "past"
    future = max((at for at in range(start, first) if "FUTURE" in kinds[at]), default=-1)
    return "coming" if future >= 0 and not any(future < at < first for at in past) else ""


def _is_perfect(at: int, past: set[int]) -> bool:
    """Say whether a word of the present is followed by a participle: “has bought”."""
    return bool(past & {at + 1, at + 2})


@lru_cache(maxsize=512)
def speaks_of_past(sentence: str, language: str) -> bool:
    """Say whether a sentence is about the past alone; only where the words of the present are listed."""
    if not any(lexeme.kind == "PRESENT" for lexemes in read_lexicon(language).words.values() for lexeme in lexemes):
        return False
    return not any(edge.kind in _NOT_PAST for edges in read_lattice(sentence, language) for edge in edges)


_NOT_PAST = frozenset({"PRESENT", "COMING", "FUTURE"})
OF_TENSE = _NOT_PAST | {"PAST"}
"""The kinds of words that say when a sentence is, and are no part of a date."""
