"""How far a number goes: at least, at most, more than, fewer than, nearly, about it, or all but it.

`bound_of("More than 300 shops", Span(10, 13), "en")` is `more`.
"""

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from newsbrief.content.own_tables import split_phrases
from newsbrief.model.document import Span
from newsbrief.reading.numbers.lexicon import read_table

_NEAR = 48
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "clock"})
_UP, _DOWN = frozenset({"at least", "more"}), frozenset({"at most", "fewer", "nearly"})
_ALLOWED: Mapping[str, frozenset[str]] = {
    "": frozenset({"", "about", "at least", "at most"}),
    "about": frozenset({"", "about"}),
    "at least": frozenset({"at least"}),
    "more": frozenset({"more", "at least"}),
    "at most": frozenset({"at most"}),
    "fewer": frozenset({"fewer", "at most"}),
    "nearly": frozenset({"nearly", "fewer", "at most", "about"}),
    "all but": frozenset({"all but"}),
}
"""The bounds that may be said of a number, by the one that the words cited give it."""


def may_say(cited: str, stated: str) -> bool:
    """Say whether a number with the bound `cited` in the article may be told with the bound `stated`."""
    return stated in _ALLOWED[cited]


def contradict(cited: str, stated: str) -> bool:
    """Say whether one bound takes back the other: "more than" and "fewer than", "all but" and any other."""
    if (cited == "all but") != (stated == "all but"):
        return True
    return (cited in _UP and stated in _DOWN) or (cited in _DOWN and stated in _UP)


class _Phrases(Struct, frozen=True):
    bounds: Mapping[str, str]
    after: re.Pattern[str] | None
    going: str


def bound_of(text: str, span: Span, units: frozenset[str], language: str) -> str:
    """Return the bound of a number with these units at `span` of a text; nothing where the text sets none."""
    phrases = _phrases_of(language)
    if phrases is None:
        return ""
    start = max(0, span.start - _NEAR)
    near = _plain(text[start : span.start])
    if phrase := _phrase_before(near, phrases.bounds):
        bound = phrases.bounds[phrase]
        is_going = phrase in _TO and re.search(phrases.going, near[: near.rindex(phrase)])
        if not is_going and not (bound.endswith("of things") and units & _TIMES):
            return bound.removesuffix(" of things")
    if phrases.after and (found := phrases.after.match(_plain(text[span.end : span.end + _NEAR]))):
        return phrases.bounds["… " + found[1]]
    return ""


def _phrase_before(near: str, bounds: Mapping[str, str]) -> str:
    """Return the longest phrase that ends right before a number, or before "a", "some" and the like beside it."""
    near = near.removesuffix("(")
    words = near.removesuffix(" ")
    if words == near and not near.endswith("'"):
        return ""
    before, _, last = words.rpartition(" ")
    ends = (words, before) if words != near and last in _FILLERS else (words,)
    for start in range(len(words)):
        if words[start].isalpha() and not words[start - 1 : start].isalnum():
            for end in ends:
                if end[start:] in bounds:
                    return end[start:]
    return ""


def _plain(words: str) -> str:
    """Return words in small letters, with single blanks and straight apostrophes, and without commas."""
    return _BLANKS.sub(" ", words.lower().replace("’", "'"))


_BLANKS = re.compile(r"[\s,]+")
_TO = frozenset({"up to", "bis zu", "over", "über", "as many as", "as much as"})


@cache
def _phrases_of(language: str) -> _Phrases | None:
    table = read_table(language)
    if table is None or not table.bounds:
        return None
    bounds = {
        phrase: bound
        for bound, phrases in table.bounds.items()
        if bound != "going"
        for phrase in split_phrases(phrases)
    }
    after = [phrase.removeprefix("… ") for phrase in bounds if phrase.startswith("…")]
    return _Phrases(
        bounds,
        re.compile(rf"(?:\s[^\W\d_]+){{0,2}}?\s({_choice(after)})(?!\w)") if after else None,
        rf"(?:{_choice(split_phrases(table.bounds.get('going', '')) or ['-'])})\s+$",
    )


_FILLERS = frozenset({"a", "an", "some", "about", "of", "un", "une", "una", "uno", "um", "uma"})
_FILLERS |= {"ein", "eine", "einen", "einem", "einer", "eines"}


def _choice(phrases: list[str]) -> str:
    longest = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase) for phrase in longest)
