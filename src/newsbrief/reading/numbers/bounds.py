"""How far a number goes: at least, at most, within it, more than, fewer than, nearly, about it, or all but it.

`bound_of("More than 300 shops", Span(10, 13), "en")` is `more`.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from msgspec import Struct

from newsbrief.content.own_tables import split_phrases
from newsbrief.model.document import Span
from newsbrief.reading.numbers.lexicon import read_table
from newsbrief.reading.numbers.number_words import FRACTION, NumberWords, Reading, lengths_of

_NEAR = 48
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "clock"})
ALL_BUT = "all but"
_UP, _DOWN = frozenset({"at least", "more"}), frozenset({"at most", "fewer", "nearly", "within"})
_ALLOWED: Mapping[str, frozenset[str]] = {
    "": frozenset({"", "about", "at least", "at most", "within"}),
    "about": frozenset({"", "about"}),
    "at least": frozenset({"at least"}),
    "more": frozenset({"more", "at least"}),
    "at most": frozenset({"at most", "within"}),
    "within": frozenset({"within", "at most", ""}),
    "fewer": frozenset({"fewer", "at most", "within"}),
    "nearly": frozenset({"nearly", "fewer", "at most", "about", "within"}),
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


_GAP, _WORDS = re.escape(" … "), r" (?:\w+ ){1,6}"
_FAR, _NEARLY = Fraction(1, 4), Fraction(1, 10)
"""How much more or less than its bound a number may be: 6,200 are more than 6,000, and nobody says so of 12,000."""

_NO_AMOUNTS = frozenset({"clock", "ordinal", "code"})


def lies_within(cited: NumberWords, stated: NumberWords) -> bool:
    """Say whether a number that is cited has the bound that is stated, and is near it: 6,200, more than 6,000."""
    least, most = _REACH.get(stated.bound, (Fraction(1), Fraction(1)))
    if least == most or cited.bound in _NOT_OF.get(stated.bound, ()):
        return False
    if not _is_rounder(stated, cited):
        return False
    ours = (*stated.readings, *lengths_of(stated))
    theirs = (*cited.readings, *lengths_of(cited))
    return any(
        unit == other and unit not in _NO_AMOUNTS and value * least <= amount <= value * most
        for unit, value in ours
        for other, amount in theirs
        if isinstance(value, Fraction) and isinstance(amount, Fraction) and value > 0
    )


def is_most(number: NumberWords, text: str, language: str) -> bool:
    """Say whether a number is more than half, and a text has a word for that: most of the bread."""
    table = read_table(language)
    if table is None or number.bound != "more" or (FRACTION, Fraction(1, 2)) not in number.readings:
        return False
    return not set(plain_words(text).split()).isdisjoint(split_phrases(table.more_than_half))


def _is_rounder(stated: NumberWords, cited: NumberWords) -> bool:
    """Say whether a number has fewer digits than another one that are not noughts, or is a half or the like."""
    if FRACTION in stated.units:
        return True
    return min(map(_digits, stated.readings)) < max(map(_digits, cited.readings))


def _digits(reading: Reading) -> int:
    return len(str(reading[1]).strip("0")) if isinstance(reading[1], Fraction) else 0


_REACH: Mapping[str, tuple[Fraction, Fraction]] = {
    "more": (Fraction(1), 1 + _FAR),
    "at least": (Fraction(1), 1 + _FAR),
    "fewer": (1 - _FAR, Fraction(1)),
    "at most": (1 - _FAR, Fraction(1)),
    "nearly": (1 - _NEARLY, Fraction(1)),
    "about": (1 - _NEARLY, 1 + _NEARLY),
}
_NOT_OF: Mapping[str, frozenset[str]] = {
    "more": _DOWN | {"all but"},
    "at least": _DOWN | {"all but"},
    "fewer": _UP | {"all but"},
    "at most": _UP | {"all but"},
    "nearly": _UP | {"all but"},
    "about": frozenset({"all but"}),
}


class _Phrases(Struct, frozen=True):
    exceptions: re.Pattern[str]
    around: re.Pattern[str]
    bounds: Mapping[str, str]
    after: re.Pattern[str] | None
    going: str


def find_exceptions(text: str, language: str) -> bool:
    """Say whether a text has words for "all but", at little cost."""
    phrases = _phrases_of(language)
    return phrases is not None and phrases.exceptions.search(plain_words(text)) is not None


def bound_of(text: str, span: Span, units: frozenset[str], language: str) -> str:
    """Return the bound of a number with these units at `span` of a text; nothing where the text sets none."""
    phrases = _phrases_of(language)
    if phrases is None:
        return ""
    start = max(0, span.start - _NEAR)
    near = plain_words(text[start : span.start])
    if phrase := _phrase_before(near, phrases.bounds):
        bound = phrases.bounds[phrase]
        is_going = phrase in _TO and re.search(phrases.going, near[: near.rindex(phrase)])
        if not is_going and not (bound.endswith("of things") and units & _TIMES):
            return bound.removesuffix(" of things")
    if phrases.around.search(near):
        return ALL_BUT
    if phrases.after and (found := phrases.after.match(plain_words(text[span.end : span.end + _NEAR]))):
        return phrases.bounds["… " + found[1]]
    return ""


def _phrase_before(near: str, bounds: Mapping[str, str]) -> str:
    """Return the longest phrase that ends right before a number, or before "a", "some" and the like beside it."""
    near = near.removesuffix("(")
    words = near.removesuffix(" ")
    if words == near and not near.endswith("'"):
        return ""
    before, _, last = words.rpartition(" ")
    ends = (words, before) if words != near and last in FILLERS else (words,)
    for start in range(len(words)):
        if words[start].isalpha() and not words[start - 1 : start].isalnum():
            for end in ends:
                if end[start:] in bounds:
                    return end[start:]
    return ""


def plain_words(words: str) -> str:
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
    around = [phrase for phrase in bounds if "… " in phrase[1:]]
    exceptions = [phrase.removeprefix("… ") for phrase, bound in bounds.items() if bound == ALL_BUT]
    return _Phrases(
        re.compile(rf"(?<!\w)(?:{_choice([*exceptions, *(phrase.rpartition(' ')[2] for phrase in around)])})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{_choice(around).replace(_GAP, _WORDS)}) $" if around else "(?!)"),
        bounds,
        re.compile(rf"(?:\s[^\W\d_]+){{0,2}}?\s({_choice(after)})(?!\w)") if after else None,
        rf"(?:{_choice(split_phrases(table.bounds.get('going', '')) or ['-'])})\s+$",
    )


@cache
def words_of_bounds(language: str) -> frozenset[str]:
    """Return the words of all phrases of a language that say how far a number goes."""
    table = read_table(language)
    phrases = table.bounds.values() if table else ()
    return frozenset(word for each in phrases for phrase in split_phrases(each) for word in phrase.split())


FILLERS = frozenset({"a", "an", "some", "about", "of", "un", "une", "una", "uno", "um", "uma"})
FILLERS |= {"ein", "eine", "einen", "einem", "einer", "eines"}


def _choice(phrases: list[str]) -> str:
    longest = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase) for phrase in longest)
