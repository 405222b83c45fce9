"""Who acts on whom, in languages that are read by the order of their words.

`read_acts(split_words("Nordkai verklagte Seefracht", …), lexicon)` is one act, from Nordkai to Seefracht.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.plain_order import cut_clauses, stem_of
from newsbrief.reading.statements.roles import Exchange, is_number

_FAR = 4
"""The most words between a name and the preposition or marker before it."""


class Act(NamedTuple):
    """What one does to another, or alone, by the stem of the verb."""

    subject: str
    object: str
    stem: str


def read_acts(words: Sequence[Word], lexicon: StatementLexicon) -> Iterator[Act]:
    """Yield what one of two does to the other, in clauses that name two; names after prepositions do not count."""
    for clause in cut_clauses(words, lexicon):
        before = {
            number: _word_before(clause, number, lexicon)
            for number, word in enumerate(clause)
            if word.actor and not is_number(word.actor)
        }
        has_agent = any(lexicon.has("agent", word) for word in before.values())
        is_passive = (has_agent and lexicon.has("order", "agents act")) or any(
            lexicon.has("passive", word.lower) for word in clause
        )
        kept = {
            number: word
            for number, word in before.items()
            if not lexicon.has("prepositions", word) or (is_passive and lexicon.has("agent", word))
        }
        if len(kept) == 2 and len({clause[number].actor for number in kept}) == 2:
            yield from _acts_of(clause, kept, is_passive, lexicon)
        elif len(kept) == 1 and not is_passive:
            yield from _acts_of_one(clause, next(iter(kept)), lexicon)


def _acts_of_one(clause: Sequence[Word], number: int, lexicon: StatementLexicon) -> Iterator[Act]:
    """Yield what the only one named in a clause does, by the verb beside its name."""
    if _word_before(clause, number, lexicon):
        return
    if lexicon.has("order", "verb last"):
        if lexicon.has("articles", clause[0].text):
            # “…, die Nordkai verkauften”: the clause is of whom the pronoun means.
            return
        beside = (at for at in (number - 1, number + 1) if 0 <= at < len(clause))
        verbs = [clause[at] for at in beside if not clause[at].is_capitalised]
    else:
        after = (word for word in clause[number + 1 :] if word.actor or stem_of(word, lexicon))
        verbs = [word for word in [next(after, None)] if word is not None]
    yield from (Act(clause[number].actor or "", "", stem) for word in verbs if (stem := stem_of(word, lexicon)))


def _acts_of(
    clause: Sequence[Word], before: Mapping[int, str], is_passive: bool, lexicon: StatementLexicon
) -> Iterator[Act]:
    """Yield the acts of two names, each with the word that stands before it."""
    earlier, later = before
    subject = _subject(clause, before, is_passive, lexicon)
    if subject is None:
        return
    object = later if subject == earlier else earlier
    for number, word in enumerate(clause):
        is_noun = word.is_capitalised and lexicon.has("order", "capital nouns")
        stem = "" if is_noun else stem_of(word, lexicon)
        if stem and (earlier < number < later or lexicon.has("order", "verb last")):
            yield Act(clause[subject].actor or "", clause[object].actor or "", stem)
            if not lexicon.has("order", "verb last"):
                # What follows the verb is a noun, an adverb or a second verb.
                return


def _subject(
    clause: Sequence[Word], before: Mapping[int, str], is_passive: bool, lexicon: StatementLexicon
) -> int | None:
    """Return the number of the one of two names who acts; None where the order of the words does not say."""
    earlier, later = before
    if later > earlier + 1 and all(lexicon.has("joining", word.lower) for word in clause[earlier + 1 : later]):
        return None
    if is_passive:
        agents = [number for number, word in before.items() if lexicon.has("agent", word)]
        return agents[0] if len(agents) == 1 else None
    marked = [number for number, word in before.items() if lexicon.has("object markers", word)]
    if len(marked) == 1:
        return later if marked[0] == earlier else earlier
    return None if marked or lexicon.has("unsure markers", before[later]) else earlier


def _word_before(clause: Sequence[Word], number: int, lexicon: StatementLexicon) -> str:
    """Return the preposition before a name, or else the marker, over articles, titles and nouns of it."""
    marker = ""
    for at in range(number - 1, max(-1, number - 1 - _FAR), -1):
        word = clause[at]
        if word.actor:
            break
        if lexicon.has("prepositions", word.lower) or lexicon.has("agent", word.lower):
            return word.lower
        if lexicon.has("object markers", word.lower) or lexicon.has("unsure markers", word.lower):
            marker = marker or word.lower
        elif not word.is_capitalised and not lexicon.has("articles", word.lower):
            break
    return marker


def find_turned_act(stated: Sequence[Act], cited: Sequence[Act]) -> Exchange | None:
    """Return two of whom the one does, or suffers, what the other does in the words cited."""
    for act in stated:
        same = [each for each in cited if each.stem == act.stem]
        if any(_agree(act.subject, each.subject) and _agree(act.object, each.object) for each in same):
            continue
        for each in same:
            if (each.subject, each.object) == (act.object, act.subject):
                return Exchange(act.subject, act.object)
            if _agree(each.object, act.object):
                return Exchange(act.subject, each.subject)
            if each.subject == act.subject:
                return Exchange(act.object, each.object)
    return None


def _agree(one: str, other: str) -> bool:
    """Say whether two may be the same one; where none is named, anyone may be meant."""
    return one == other or not (one and other)
