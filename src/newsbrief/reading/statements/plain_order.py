"""Who acts on whom, and what each number counts, in languages that are read by the order of their words.

`read_acts(split_words("Nordkai verklagte Seefracht", …), lexicon)` is one act, from Nordkai to Seefracht. The tables in
`lexicons/` have for this, besides the keys of `lexicon.py`:

- `order`: `verb between` where the verb stands between who acts and who does not; `verb last` where it may stand after
  both or before both as well; `capital nouns` where nouns are written so, and so are no verbs.
- `order` has `agents act` where an agent acts without a word of the passive as well (battu par).
- `passive` with `agent` before a name says that this one acts; `object markers` stand before who does not act, `unsure
  markers` before a later name that may act all the same.
- `articles` may stand before a name and change nothing.
- `prepositions` stand before names that neither act nor suffer; `joining` between names that do the same.
- `part of` stand between a part and its whole (12 of 40), with `articles` and `owners` (of their 40).
- `from` and `to` stand before the numbers between which something moves (von 3 auf 17).
- `mutual` are verbs of two that act alike, `small words` say nothing by themselves; `strip` is the pattern of endings.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from newsbrief.model.document import Span
from newsbrief.reading.function_words import ALL_FUNCTION_WORDS
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.role_words import split_asides
from newsbrief.reading.statements.roles import NUMBER, YEAR, Exchange, is_number, sort_of

_ENDS = frozenset('.,;:!?()[]“”„«»"–—')
_SHORTEST = 3
_FAR = 4
"""The most words between a name and the preposition or marker before it."""

_NEAR = 3
"""The most words after a number among which the noun is that it counts."""


class Act(NamedTuple):
    """What one does to another, or alone, by the stem of the verb."""

    subject: str
    object: str
    stem: str


class Count(NamedTuple):
    """The noun that a number counts, and the stems around it.

    `way` is `from` or `to` where something moves, and `part` or `whole` where one number is of the other.
    """

    noun: str
    around: frozenset[str]
    way: str


def cut_clauses(words: Sequence[Word], lexicon: StatementLexicon) -> Iterator[list[Word]]:
    """Yield the words of a sentence without its asides, from sign to sign."""
    for number, part in enumerate(split_asides(words)):
        if number and lexicon.has("order", "agents act"):
            # “Brod, battu par Holt”: the aside says it of the name before it.
            part = [part[0], *part[2:]]
        clause: list[Word] = []
        for word in part:
            if word.actor is None and word.text in _ENDS:
                yield clause
                clause = []
            else:
                clause.append(word)
        yield clause


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
        after = (word for word in clause[number + 1 :] if word.actor or _stem(word, lexicon))
        verbs = [word for word in [next(after, None)] if word is not None]
    yield from (Act(clause[number].actor or "", "", stem) for word in verbs if (stem := _stem(word, lexicon)))


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
        stem = "" if is_noun else _stem(word, lexicon)
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


def read_counts(words: Sequence[Word], lexicon: StatementLexicon) -> Mapping[str, Count]:
    """Return what each number of a sentence counts; of a number that stands twice, nothing."""
    found: dict[str, Count] = {}
    twice: set[str] = set()
    for clause in cut_clauses(words, lexicon):
        numbers = [at for at, word in enumerate(clause) if sort_of(word.actor or "") == NUMBER]
        noun, around, following = "", frozenset[str](), len(clause)
        for place in reversed(range(len(numbers))):
            at, start = numbers[place], numbers[place - 1] + 1 if place else 0
            each = _count_at(clause, Span(start, following), at, lexicon)
            # “12 of the 40 schools” counts schools twice.
            is_bare = not any(_stem(word, lexicon) for word in clause[at + 1 : following])
            noun = each.noun or (noun if is_bare else "")
            around = each.around | (around if is_bare else frozenset())
            is_whole = bool(place) and _is_whole(clause, numbers[place - 1], at, lexicon)
            is_part = following < len(clause) and _is_whole(clause, at, following, lexicon)
            way = "whole" if is_whole else "part" if is_part else each.way
            key = clause[at].actor or ""
            twice |= {key} & found.keys()
            found[key] = Count(noun, around, way)
            following = at
    return {key: each for key, each in found.items() if key not in twice}


def _is_whole(clause: Sequence[Word], part: int, at: int, lexicon: StatementLexicon) -> bool:
    """Say whether a number is the whole of which the one before it is a part: 12 of the 40, 12 schools of 40."""
    between = [word.lower for word in clause[part + 1 : at]]
    if between and lexicon.has("joining", between[0]):
        return False
    while between and (lexicon.has("articles", between[-1]) or lexicon.has("owners", between[-1])):
        between.pop()
    return len(between) <= _NEAR and bool(between) and lexicon.has("part of", between[-1])


def _count_at(clause: Sequence[Word], own: Span, at: int, lexicon: StatementLexicon) -> Count:
    """Return what the number at `at` counts; words at `own` are its own, up to those that join."""
    joints = [number for number in range(own.start, own.end) if lexicon.has("joining", clause[number].lower)]
    start = max((number + 1 for number in joints if number < at), default=own.start)
    end = min((number for number in joints if number > at), default=own.end)
    after = [stem for word in clause[at + 1 : min(end, at + 1 + _NEAR)] if (stem := _stem(word, lexicon))]
    around = {stem for word in clause[start:end] if (stem := _stem(word, lexicon))}
    # A year beside a number says of when it is.
    around |= {word.actor for word in clause[start:end] if word.actor and sort_of(word.actor) == YEAR}
    before = clause[at - 1].lower if at else ""
    way = next((key for key in ("from", "to") if lexicon.has(key, before)), "")
    return Count(after[0] if after else "", frozenset(around), way)


def find_exchanged_numbers(stated: Mapping[str, Count], cited: Mapping[str, Count]) -> Exchange | None:
    """Return two numbers of which each counts what the other does in the words cited, or one that does so."""
    both = [key for key in stated if key in cited]
    for one, other in combinations(both, 2):
        if _are_exchanged(stated[one], stated[other], cited[one], cited[other]):
            return Exchange(one, other)
    for one in both:
        ours, theirs = stated[one], cited[one]
        if not ours.noun or ours.noun == theirs.noun or theirs.noun in ours.around:
            continue
        for other, its in cited.items():
            if other != one and ours.noun == its.noun and (theirs.noun or not ours.around & theirs.around):
                return Exchange(one, other)
    return None


_TURNS = (("from", "to"), ("to", "from"), ("part", "whole"), ("whole", "part"))


def _are_exchanged(ours: Count, our_other: Count, theirs: Count, their_other: Count) -> bool:
    stated, cited = (ours.way, our_other.way), (theirs.way, their_other.way)
    if stated in _TURNS and cited in _TURNS:
        return stated == cited[::-1]
    if theirs.noun != their_other.noun and (ours.noun, our_other.noun) == (their_other.noun, theirs.noun):
        return True
    same = theirs.around & their_other.around | ours.around & our_other.around
    crossed = (ours.around & their_other.around) - same, (our_other.around & theirs.around) - same
    straight = (ours.around & theirs.around | our_other.around & their_other.around) - same
    return all(crossed) and not straight


def _stem(word: Word, lexicon: StatementLexicon) -> str:
    """Return the stem of a word that says something, without accents; nothing for a small word."""
    lower = word.lower
    if word.actor or len(lower) < _SHORTEST or not lower.isalpha():
        return ""
    if lower in ALL_FUNCTION_WORDS or lower in lexicon.small or lexicon.has("prepositions", lower):
        return ""
    stem = lexicon.stem(lower)
    return "" if stem in lexicon.mutual else stem
