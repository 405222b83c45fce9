"""The kind that an editor means by a word that is none: of the same meaning, or misspelt, never just similar.

`suggest_kind("attacks", ("backs", "fights"))` is `did you mean 'fights'?`.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from newsbrief.content.similar_words import Vocabulary

SAME_MEANING: Mapping[str, str] = {
    "backs": "endorses favours favors recognises recognizes funds finances helps aids ally-of allied-with",
    "supports": "assists sponsors defends protects",
    "arms": "supplies equips",
    "leads": "heads commands runs chairs rules governs directs manages controls",
    "part-of": "member-of belongs-to in within branch-of subsidiary-of joins",
    "owns": "buys bought acquires holds parent-of",
    "employs": "hires appoints pays",
    "succeeds": "replaces follows takes-over-from",
    "fights": "attacks battles bombs invades shells strikes kills clashes-with at-war-with besieges raids",
    "resists": "defies refuses rejects rebuffs",
    "opposes": "against disputes objects-to protests-against",
    "criticises": "criticizes condemns denounces blasts slams rebukes",
    "accuses": "blames charges alleges indicts",
    "arrests": "detains jails imprisons seizes captures",
    "sues": "takes-to-court litigates",
    "sanctions": "blacklists punishes fines bans embargoes",
    "calls-on": "asks urges demands appeals-to tells warns",
    "agrees-with": "signs-with deals-with settles-with",
    "merges-with": "fuses-with combines-with",
    "meets": "visits receives sees",
    "talks-to": "speaks-to negotiates-with talks-with discusses-with",
    "neutral": "impartial neutral-towards",
    "person": "individual man woman human politician journalist",
    "government": "ministry cabinet administration authority",
    "armed-group": "militia rebels guerrilla insurgents gang",
    "military": "army navy air-force forces troops",
    "alliance": "coalition bloc union league",
    "international-body": "international-organisation international-organization un-body",
    "state": "country nation",
    "group": "organisation organization movement tribe community ngo charity people team club",
    "company": "firm business corporation bank",
    "party": "political-party",
    "media": "newspaper broadcaster magazine press outlet",
    "court": "tribunal judge",
    "police": "police-force",
    "agency": "regulator watchdog office",
    "university": "college school institute",
    "place": "city town region village",
    "event": "conference summit election meeting",
}


def suggest_kind(written: str, kinds: Sequence[str]) -> str:
    """Return a hint that names the kind of the same meaning or stem as `written`, or else all kinds."""
    word = "-".join(written[:60].lower().replace("_", " ").split())
    meant = _kinds_by_word().get(word)
    if meant not in kinds:
        meant = next((kind for kind in kinds if _stem(kind) == _stem(word)), None)
    if meant is None:
        near = Vocabulary(tuple(kinds)).nearest(word, cutoff=0.8)
        meant = near if near and near[0] == word[0] else None
    return f"did you mean {meant!r}?" if meant else f"choose one of: {', '.join(sorted(kinds))}"


def _stem(word: str) -> str:
    return re.sub(r"(?:ed|ing|es|s|e)$", "", word)


@cache
def _kinds_by_word() -> Mapping[str, str]:
    return {word: kind for kind, words in SAME_MEANING.items() for word in words.split()}
