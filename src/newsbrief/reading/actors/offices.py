"""Titles and offices inside a run of capitalised words: `Gen.`, `Prime Minister`, `Secretary of State`.

`find_title(words, run)` says where the title begins and ends in `Spanish Farm Minister Loyola Prats`.
"""

from newsbrief.reading.actors.lexicon import NamingWords, list_words, read_given_names
from newsbrief.reading.actors.runs import NameRun

OFFICES = list_words(
    "minister secretary commissioner judge senator sen rep representative governor gov mayor congressman congresswoman"
    " sheriff prosecutor"
)
"""Titles before which words without a head are a part of the office."""


def is_title(words: NamingWords, low: str) -> bool:
    """Say whether a word in small letters is a title, or stands before one."""
    return is_office(words, low) or words.has("title modifiers", low)


def is_office(words: NamingWords, low: str) -> bool:
    """Say whether a word in small letters is a title, or ends in one: `Bundesverkehrsminister`, `Dorn-Manager`."""
    if words.has("titles", low):
        return True
    if not words.has_capital_nouns:
        return False
    _, hyphen, tail = low.rpartition("-")
    if hyphen:
        return words.has("titles", tail) or words.has("role nouns", tail)
    return any(low.endswith(title) for title in words.long_titles)


def find_title(words: NamingWords, run: NameRun) -> tuple[int, int]:
    """Return where a title begins and ends in a run; an end of 0 where there is none."""
    lows, given = run.lows, read_given_names()
    if words.kind_of(lows) and not any(low in given for low in lows[1:-1]):
        return 0, 0
    for number, low in enumerate(lows):
        if not is_office(words, low) or not run.words[number].text[0].isupper():
            continue
        if number and number == len(lows) - 1 and is_surname(words, lows[number - 1], low):
            continue
        if number and lows[number - 1] == "of" and low.endswith("s"):
            # The Board of Supervisors
            continue
        if lows[number + 1 : number + 2] == ("s",):
            # King’s College
            continue
        if low in given and number == 0 and len(lows) > 1:
            continue
        first, end = number, number + 1
        while first and words.has("title modifiers", lows[first - 1]) and lows[first - 1] not in given:
            first -= 1
        while end < len(lows) and is_title(words, lows[end]) and lows[end] not in given:
            end += 1
        return first, _past_office(words, lows, end)
    return 0, 0


SURNAMES = list_words("king dean prince bishop pope judge major marshal abbot earl duke baron chancellor sergeant")
"""Titles that are surnames as well."""


def is_surname(words: NamingWords, before: str, low: str) -> bool:
    """Say whether a title behind another word is a surname: `Peter King`, but not `Spanish King`, `the Chief Judge`."""
    is_other = is_office(words, before) or words.has("title modifiers", before) or before in words.heads
    is_known = before in words.demonyms or before in words.small_territories or is_other
    return low in SURNAMES and not is_known and not before[0].isdigit()


def _past_office(words: NamingWords, lows: tuple[str, ...], at: int) -> int:
    """Return where the name begins in `Secretary of State Nora Vane`."""
    if at >= len(lows) or lows[at] != "of":
        return at
    given = read_given_names()
    for end in range(at + 1, len(lows)):
        if lows[end] in given:
            return end
    is_place = not words.small_territories.isdisjoint((lows[-1], " ".join(lows[-2:])))
    return len(lows) - 2 if len(lows) - at > 3 and not is_place else len(lows)


def without_branch(words: NamingWords, run: NameRun | None) -> NameRun | None:
    """Return a run without the branch of the forces that stands before a rank: `Marine Corps Gen.`"""
    for count in (2, 1) if run else ():
        if run and words.has("branches", " ".join(run.lows[-count:])):
            return run.part(0, len(run.words) - count)
    return run
