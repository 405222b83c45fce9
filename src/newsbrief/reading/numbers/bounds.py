"""How far a number goes: at least, at most, more than, fewer than, nearly, about it, or all but it.

`bound_of("More than 300 shops", Span(10, 13), "en")` is `more`.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

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


class _Patterns(NamedTuple):
    before: re.Pattern[str]
    after: re.Pattern[str] | None
    bounds: Mapping[str, str]
    going: re.Pattern[str]


def bound_of(text: str, span: Span, units: frozenset[str], language: str) -> str:
    """Return the bound of a number with these units at `span` of a text; nothing where the text sets none."""
    patterns = _patterns_of(language)
    if patterns is None:
        return ""
    start = max(0, span.start - _NEAR)
    near = _plain(text[start : span.start])
    if found := patterns.before.search(near):
        phrase = _plain(found[1])
        bound = patterns.bounds[phrase]
        is_going = phrase in _TO and patterns.going.search(near[: found.start()])
        if not is_going and not (bound.endswith("of things") and units & _TIMES):
            return bound.removesuffix(" of things")
    if patterns.after and (found := patterns.after.match(_plain(text[span.end : span.end + _NEAR]))):
        return patterns.bounds["… " + found[1]]
    return ""


def _plain(words: str) -> str:
    """Return words in small letters, with single blanks and straight apostrophes, and without commas."""
    return _BLANKS.sub(" ", words.lower().replace("’", "'"))


_BLANKS = re.compile(r"[\s,]+")
_TO = frozenset({"up to", "bis zu", "over", "as many as", "as much as"})


@cache
def _patterns_of(language: str) -> _Patterns | None:
    table = read_table(language)
    if table is None or not table.bounds:
        return None
    bounds = {
        phrase: bound for bound, phrases in table.bounds.items() if bound != "going" for phrase in _split(phrases)
    }
    before = [phrase for phrase in bounds if not phrase.startswith("…")]
    after = [phrase.removeprefix("… ") for phrase in bounds if phrase.startswith("…")]
    return _Patterns(
        re.compile(rf"(?<!\w)({_choice(before)})(?: (?:(?:{_FILLERS}) )?|(?<='))\(?$"),
        re.compile(rf"(?:\s[^\W\d_]+){{0,2}}?\s({_choice(after)})(?!\w)") if after else None,
        bounds,
        re.compile(rf"(?:{_choice(_split(table.bounds.get('going', '')) or ['-'])})\s+$"),
    )


_FILLERS = "a|an|some|about|of|eine?[nmrs]?|une?|una|uno|uma?"


def _split(phrases: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in phrases.split(",") if phrase.strip()]


def _choice(phrases: list[str]) -> str:
    longest = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase) for phrase in longest)
