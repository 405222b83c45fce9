"""The relations in passages of languages that are read by stems: which kinds they speak of, and who surely acts.

`read_passage("{0} wird von {1} unterstützt", …)` knows that the one after “von” backs the one before.
"""

import re

from msgspec import Struct

from newsbrief.reading.relation_stems import Cues

_NEAR = 30


class PassageWords(Struct, frozen=True):
    """What a passage says of two parties, as far as stems can say it.

    `kinds` have words in it. `hedges` fit its words. `acts_first` says which of the two acts: True the first asked
    about, False the second, None where it is not understood.
    """

    kinds: frozenset[str]
    hedges: frozenset[str]
    is_negated: bool
    acts_first: bool | None


def read_passage(words: str, first: tuple[int, int], second: tuple[int, int], cues: Cues, kind: str) -> PassageWords:
    """Return what `words` say of the parties that stand in them from and to these places."""
    plain = _without(words, first, second)
    kinds = frozenset(name for name, cue in cues.kinds.items() if cue.search(plain))
    is_negated = bool(cues.negation.search(plain))
    hedges = {hedge for hedge, cue in cues.hedges.items() if cue.search(plain)}
    if kind in ("accuses", "criticises") and "accuses" in kinds:
        hedges.discard("alleged")
    if is_negated:
        hedges.add("denied")
    if "alleged" in hedges:
        hedges.add("reported")
    return PassageWords(kinds, frozenset(hedges), is_negated, _acts_first(plain, first, second, cues, kind))


def _without(words: str, *places: tuple[int, int]) -> str:
    for start, end in places:
        words = words[:start] + "\0" * (end - start) + words[end:]
    return words


def _acts_first(plain: str, first: tuple[int, int], second: tuple[int, int], cues: Cues, kind: str) -> bool | None:
    if cues.agent is None or cues.passive is None or kind not in cues.kinds:
        return None
    cue = cues.kinds[kind].search(plain)
    if cue is None:
        return None
    is_passive = bool(cues.passive.search(plain))
    agents = [_follows_agent(plain, place[0], cues.agent) for place in (first, second)]
    if is_passive and agents[0] != agents[1]:
        return agents[0]
    if is_passive or any(agents) or not cues.is_subject_first:
        return None
    if first[1] <= cue.start() and cue.end() <= second[0]:
        return True
    if second[1] <= cue.start() and cue.end() <= first[0]:
        return False
    return None


def _follows_agent(plain: str, at: int, agent: re.Pattern[str]) -> bool:
    before = plain[max(0, at - _NEAR) : at]
    found = [match.end() for match in agent.finditer(before)]
    return bool(found) and len(before[found[-1] :].split()) <= 2 and "\0" not in before[found[-1] :]
