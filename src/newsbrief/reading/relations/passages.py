"""The relations in passages of languages that are read by stems: which kinds they speak of, and who surely acts.

`read_passage("{0} wird von {1} unterstützt", …)` knows that the one after “von” backs the one before.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from newsbrief.model.patterns import compile_late
from newsbrief.reading.relations.lexicon import RelationLexicon

_NEAR = 30
_PARTS = r"[,;:()—–،؛]"
_ASIDE = compile_late(r"[,،] [^,،;:.]{3,200}[,،]")
_PLAIN_WORD = compile_late(r"(?<![^\W\d_])[^\W\d_A-ZÄÖÜÉ]\w+")
_FEWEST_OF_ASIDE = 2
"""The fewest words in small letters of an aside; “the director, Vane,” has none."""
_MOST_SMALL = 2
"""The most small words between “but” and the party after it whose verb stands before."""

_WORD = compile_late(r"[^\W\d_]+")
_LAST_WORD = compile_late(r"([^\W\d_]+)\W*$")


class NamePart(NamedTuple):
    """Where a party is named in a passage: from, to, and if its name has the form that the fact sheet gives.

    A family name alone has it, too, and so has a name with another first letter.
    """

    start: int
    end: int
    is_base: bool = True


class PassageWords(Struct, frozen=True):
    """What a passage says of two parties, as far as stems can say it.

    `kinds` have words in it. `hedges` fit its words. `acts_first` says which of the two acts: True the first asked
    about, False the second, None where it is not understood. `is_of_others` if its word belongs to a third one,
    `is_naming` if one of the two calls the other something.
    """

    kinds: frozenset[str]
    hedges: frozenset[str]
    is_negated: bool
    acts_first: bool | None
    is_of_others: bool = False
    is_naming: bool = False


def _second_clause(
    words: str, first: NamePart, second: NamePart, others: Sequence[NamePart], lexicon: RelationLexicon, kind: str
) -> str:
    """Return the words without a clause that is denied before that of the other party: `traf A nicht, sie traf B`.

    The party named first must be the subject of both, in the second by a pronoun, or with no other verb in it.
    """
    earlier, later = sorted((first, second))
    but, negation, verbs = lexicon.pattern("but"), lexicon.pattern("negation"), lexicon.kind(kind)
    turns = list(but.finditer(words, earlier.end, later.start)) if but else []
    if not turns or negation is None or verbs is None or any(each.start < earlier.start for each in others):
        return words
    turn = turns[-1]
    denied = negation.search(words, earlier.end, turn.start())
    if (
        not denied
        or negation.search(words, turn.end(), later.start)
        or any(turn.end() <= each.start < later.start for each in others)
    ):
        return words
    between = _WORD.findall(words[turn.end() : later.start])
    pronouns = lexicon.pattern("second subjects")
    is_led = any(each and each.match(words, turn.end() + 1) for each in (pronouns, verbs))
    if verbs.search(words, turn.end()) and is_led:
        return words[: earlier.end] + " " * (turn.end() - earlier.end) + words[turn.end() :]
    if len(between) > _MOST_SMALL or verbs.search(words, turn.end()):
        return words
    # “Hat nicht A verklagt, sondern B”: the verb is that of the first clause.
    blanked = [(denied.start(), denied.end()), (turn.start(), turn.end())]
    blanked += [(each.start, each.end) for each in others if earlier.end <= each.start < turn.start()]
    blanked += [found.span() for found in negation.finditer(words, denied.end(), turn.start())]
    plain = words
    for start, end in blanked:
        plain = plain[:start] + " " * (end - start) + plain[end:]
    comma = plain.rfind(",", earlier.end, turn.start())
    return plain if comma < 0 else f"{plain[:comma]} {plain[comma + 1 :]}"


def read_passage(
    words: str, first: NamePart, second: NamePart, others: Sequence[NamePart], lexicon: RelationLexicon, kind: str
) -> PassageWords:
    """Return what `words` say of the parties named in them at these places; `others` are the names of third ones."""
    plain = _second_clause(words, first, second, others, lexicon, kind)
    for each in (first, second):
        plain = plain[: each.start] + "\0" * (each.end - each.start) + plain[each.end :]
    kinds = lexicon.kinds_in(plain)
    pattern = lexicon.kind(kind)
    cue = pattern.search(plain) if pattern else None
    is_negated = _is_negated(plain, cue, lexicon) or _is_left_out(plain, first, second, cue, lexicon)
    hedges = {
        hedge
        for hedge, key in (("alleged", "allegation"), ("planned", "plan"), ("past", "past"), ("denied", "denial"))
        if (hedging := lexicon.pattern(key)) and hedging.search(plain)
    }
    if kind in ("accuses", "criticises") and "accuses" in kinds:
        hedges.discard("alleged")
    if is_negated:
        hedges.add("denied")
    if "alleged" in hedges:
        hedges.add("reported")
    acts_first = _acts_first(plain, first, second, lexicon, cue) if cue else None
    swapped = lexicon.pattern("swapped")
    if acts_first is not None and cue and swapped and swapped.fullmatch(cue[0]) and kind in ("employs", "owns"):
        acts_first = not acts_first
    reverse = lexicon.reverse(kind)
    if acts_first is not None and cue and reverse and reverse.fullmatch(cue[0]):
        acts_first = not acts_first
    of_others = cue is not None and (
        _is_of_others(plain, first, second, others, lexicon, cue)
        or _is_apart(plain, first, second, others, cue)
        or _is_of_further_clause(plain, first, second, others, lexicon, cue)
    )
    earlier, later = sorted((first, second))
    naming = lexicon.pattern("naming")
    is_naming = bool(naming and naming.search(plain, earlier.end, later.start))
    return PassageWords(kinds, frozenset(hedges), is_negated, acts_first, of_others, is_naming)


def _is_negated(plain: str, cue: re.Match[str] | None, lexicon: RelationLexicon) -> bool:
    """Say whether a negation stands in the part of the sentence that has the word of the kind."""
    negation, contrast = lexicon.pattern("negation"), lexicon.pattern("contrast")
    if negation is None:
        return False
    start, end = 0, len(plain)
    if cue:
        start = max((sign.end() for sign in re.compile(_PARTS).finditer(plain, 0, cue.start())), default=0)
        following = re.compile(_PARTS).search(plain, cue.end())
        end = following.start() if following else end
    for found in negation.finditer(plain, start, end):
        before = _LAST_WORD.search(plain, start, found.start())
        if not (contrast and before and contrast.fullmatch(before[1])):
            return True
    return False


def _is_left_out(
    plain: str, first: NamePart, second: NamePart, cue: re.Match[str] | None, lexicon: RelationLexicon
) -> bool:
    """Say whether the later party is one to whom it is not done: `traf B, aber nicht A`."""
    earlier, later = sorted((first, second))
    but, negation = lexicon.pattern("but"), lexicon.pattern("negation")
    if but is None or negation is None or cue is None:
        return False
    turn = next(but.finditer(plain, max(earlier.end, cue.end()), later.start), None)
    return turn is not None and negation.match(plain, turn.end() + 1) is not None


def _is_of_further_clause(
    plain: str,
    first: NamePart,
    second: NamePart,
    others: Sequence[NamePart],
    lexicon: RelationLexicon,
    cue: re.Match[str],
) -> bool:
    """Say whether the word of the kind stands after “but” and a name of its own, or after a pronoun of its own."""
    earlier, later = sorted((first, second))
    but, pronouns = lexicon.pattern("but"), lexicon.pattern("second subjects")
    for turn in but.finditer(plain, earlier.end, cue.start()) if but else ():
        if any(turn.end() <= each.start and each.end <= cue.start() for each in others):
            return True
    sign = max((found.end() for found in re.compile(_PARTS).finditer(plain, later.end, cue.start())), default=0)
    return bool(sign and pronouns and pronouns.match(plain, sign + 1))


def _acts_first(
    plain: str, first: NamePart, second: NamePart, lexicon: RelationLexicon, cue: re.Match[str]
) -> bool | None:
    passive, agent = lexicon.pattern("passive"), lexicon.pattern("agent")
    is_passive = bool(passive and passive.search(plain))
    agents = [bool(agent) and _follows(plain, part.start, agent) for part in (first, second)]
    if is_passive and agents[0] != agents[1]:
        return agents[0]
    if lexicon.is_true("inflects") and first.is_base != second.is_base:
        return first.is_base != is_passive
    if not lexicon.is_true("subject first") or any(agents) or (is_passive and lexicon.is_true("inflects")):
        return None
    nouns, markers = lexicon.pattern("nouns"), lexicon.pattern("object markers")
    if nouns and nouns.fullmatch(cue[0]):
        return None
    marked = [bool(markers) and _follows(plain, part.start, markers, most=0) for part in (first, second)]
    if marked[0] != marked[1]:
        return marked[1]
    earlier, later = sorted((first, second))
    is_between = earlier.end <= cue.start() and cue.end() <= later.start
    is_after = later.end <= cue.start() and lexicon.is_true("verb last")
    is_before = cue.end() <= earlier.start and (lexicon.is_true("verb first") or lexicon.is_true("verb last"))
    if is_between and _is_done_to(plain, earlier, cue, lexicon):
        return later == first
    return earlier == first if is_between or is_after or is_before else None


def _is_done_to(plain: str, name: NamePart, cue: re.Match[str], lexicon: RelationLexicon) -> bool:
    """Say whether a clause about a name says what another one does to it: «Заря», которой владеет Орлов."""
    pronouns = lexicon.pattern("relative objects")
    found = pronouns.search(plain, name.end, cue.start()) if pronouns else None
    return found is not None and plain[name.end : found.start()].strip("»“” ") == ","


def _follows(plain: str, at: int, pattern: re.Pattern[str] | None, most: int = 2) -> bool:
    """Say whether a name at `at` follows a word, with at most so many words between."""
    before = plain[max(0, at - _NEAR) : at]
    found = [match.end() for match in pattern.finditer(before)] if pattern else []
    return bool(found) and len(before[found[-1] :].split()) <= most and "\0" not in before[found[-1] :]


def _is_apart(plain: str, first: NamePart, second: NamePart, others: Sequence[NamePart], cue: re.Match[str]) -> bool:
    """Say whether commas part the word of the kind from a party: what an aside says is of the name before it."""
    for name in (first, second, *others):
        aside = _ASIDE.match(plain, name.end)
        if aside is None or len(_PLAIN_WORD.findall(aside[0])) < _FEWEST_OF_ASIDE:
            continue
        inside = [aside.start() <= part.start < aside.end() for part in (first, second)]
        if aside.start() <= cue.start() < aside.end():
            if not all(is_inside or part == name for is_inside, part in zip(inside, (first, second), strict=True)):
                return True
        elif any(inside):
            return True
    return False


def _is_of_others(
    plain: str,
    first: NamePart,
    second: NamePart,
    others: Sequence[NamePart],
    lexicon: RelationLexicon,
    cue: re.Match[str],
) -> bool:
    """Say whether a third one stands right before a verb that both parties follow: who acts is that one."""
    if lexicon.is_true("verb first") or not lexicon.is_true("subject first") or min(first, second).start < cue.end():
        return False
    nouns = lexicon.pattern("nouns")
    if nouns and nouns.fullmatch(cue[0]):
        return False
    before = [each for each in others if each.end <= cue.start()]
    return bool(before) and not re.compile(_PARTS).search(plain, before[-1].end, cue.start())
