"""The numbers of a text, each with the values and units that its words may have.

`find_numbers("12 percent of them", "en")[0].readings` is `{("percent", Fraction(12))}`.
"""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache

from newsbrief.model.document import Span
from newsbrief.model.scripts import EAST_ASIAN, HAN_OR_KANA
from newsbrief.reading.function_words import ALL_FUNCTION_WORDS
from newsbrief.reading.numbers.ages import mark_ages
from newsbrief.reading.numbers.clock import CLOCK, CLOCK_PHRASE, NAMED, read_clock
from newsbrief.reading.numbers.figures import FIGURES, plain_digits, read_figures, read_vulgar
from newsbrief.reading.numbers.ideographs import IDEOGRAPHS, SCALE_SIGNS, read_ideographs
from newsbrief.reading.numbers.number_words import FRACTION, ORDINAL, TIME, NumberWords, Reading
from newsbrief.reading.numbers.numerals import Numerals, numerals_of
from newsbrief.reading.numbers.ranges import share_units
from newsbrief.reading.numbers.spelled import NumberInWords, read_spelled
from newsbrief.reading.numbers.units import MULTIPLES, unit_at, unit_before

_ATOM = (
    rf"(?P<code>(?<![^\W_])[a-z]{{1,7}}-?\d+[^\W_]*)|(?P<clock>(?<![\d.,]){CLOCK})"
    rf"|(?P<figures>{FIGURES})(?P<vulgar>[¼-¾⅐-⅞])?|(?P<sign>[¼-¾⅐-⅞])"
)
_IN_IDEOGRAPHS = rf"{_ATOM}|(?P<ideographs>{IDEOGRAPHS})|(?P<word>[^\W\d_\u3040-\u30ff\u3400-\u9fff]+)"
_IN_LETTERS = rf"{_ATOM}|(?P<word>[^\W\d_]+)"
"""The same for a text without ideographs, which costs less to compile."""

_SIGNS = re.compile(r"\d|[¼-¾⅐-⅞]")
_LETTERS = re.compile(r"[^\W\d_]+")
_NO_CODE = r"(?:us|usd|eur|gbp|chf|rs|nr|no|mid|pre|post|kl)-?\d|[a-z]+-[12]\d{3}(?!\w)"
_ORDINAL_ENDING = re.compile(
    r"(?:st|nd|rd|th|er|re|ère|e|ème|eme|de|ste|º|ª|°(?! ?c)|-?(?:й|я|е|го|му|м|ю|ая|ый|ой|ого))(?![^\W_])"
    r"|\.(?= ?[^\W\d_])"
)
_DECADE_ENDING = re.compile(r"'?s(?![^\W_])|er (?=jahre)|-?(?:х|е|ті|х гг)(?![^\W_])")
_GERMANIC_POINT = frozenset({"de", "da", "no", "nb", "fi", "cs", "sk", "pl", "hu", "tr", "hr", "sr", "sl"})
_NOT_FAR = re.compile(r"[\s\u00a0]?-?")
_UP_TO_UNIT = re.compile(r"\.(?= [^\W\d_])[\s\u00a0]|[\s\u00a0]?-?")
_TWO_PART_YEAR = re.compile(r"(eighteen|nineteen|twenty)[ -]((?:oh[ -])?[a-z]+(?:-[a-z]+)?)")
_OF_UNIT = re.compile(r"[\s\u00a0](?:de |di |d'|of |[^\W\d_]+ )")
_NEXT_WORD = re.compile(r"[\s\u00a0]?-?([^\W\d_]+)")
_AS_MANY = re.compile(
    r"[\s\u00a0](?:as|the|more|that|its|their|his|her|larger|higher|bigger|so|wie|mehr|plus|más|di)\b"
)
_MINUS = re.compile(r"(?:(?<![^\s(])-|\b(?:minus|moins|menos|meno|минус|мінус|سالب|マイナス|零下)\s?)$")
_SECOND_OF_TIME = r"\b(?:a|per|each|every|split|one)[\s-]second$"
_MONEY = frozenset(
    [
        "dollar",
        "euro",
        "pound",
        "yen",
        "yuan",
        "rupee",
        "rouble",
        "franc",
        "crown",
        "peso",
        "shekel",
        "riyal",
        "dinar",
        "dirham",
        "lira",
        "real",
    ]
)


@lru_cache(maxsize=512)
def find_numbers(text: str, language: str) -> tuple[NumberWords, ...]:
    """Return the numbers of a text in order; words for numbers are those of its language, units those of many."""
    plain = plain_digits(text)
    numerals = numerals_of(language)
    if not _may_hold_numbers(plain, numerals):
        return ()
    found: list[NumberWords] = []
    at = 0
    source = _NumberText(text, plain, language, numerals)
    pattern = re.compile(_IN_IDEOGRAPHS if HAN_OR_KANA.stand_in(plain) else _IN_LETTERS)
    while match := pattern.search(plain, at):
        if match.lastgroup == "word" and not numerals.may_begin(match[0]):
            at = match.end()
            continue
        number, at = _read_atom(source, match)
        if number:
            found.append(number)
        at = max(at, match.start() + 1)
    return tuple(mark_ages(text, plain, share_units(text, plain, found), language))


def _may_hold_numbers(plain: str, numerals: Numerals) -> bool:
    """Say whether a text has figures or a word for a number, at little cost: most sentences have none."""
    if (
        _SIGNS.search(plain)
        or HAN_OR_KANA.stand_in(plain)
        or numerals.prefixes
        or (numerals.thousand and numerals.thousand in plain)
    ):
        return True
    return not numerals.every_word.isdisjoint(_LETTERS.findall(plain))


class _NumberText:
    """A text, as it is and in small letters with plain digits, and its language."""

    __slots__ = ("language", "numerals", "plain", "text")

    def __init__(self, text: str, plain: str, language: str, numerals: Numerals) -> None:
        self.text, self.plain, self.language, self.numerals = text, plain, language, numerals

    def number(self, start: int, end: int, readings: Iterable[Reading], weak: bool = False) -> NumberWords:
        following = _NEXT_WORD.match(self.plain, end)
        bare = following is None or following[1] in ALL_FUNCTION_WORDS
        return NumberWords(Span(start, end), self.text[start:end], frozenset(readings), weak, bare)


def _read_atom(source: _NumberText, match: re.Match[str]) -> tuple[NumberWords | None, int]:
    """Return the number that begins at a match, if there is one, and where to read on."""
    start, end = match.span()
    sort = match.lastgroup if match.lastgroup != "vulgar" else "figures"
    if sort == "word":
        return _read_word(source, match)
    if sort == "code":
        return _read_code(source, match)
    if match["clock"] and (number := _read_time(source, start, end)):
        return number, number.span.end
    if match["clock"]:
        found = re.compile(FIGURES).match(source.plain, start)
        assert found is not None
        return _read_figures(source, start, found.end(), found[0], "")
    if match["figures"]:
        return _read_figures(source, start, match.end("figures"), match["figures"], match["vulgar"] or "")
    if match["sign"]:
        value = read_vulgar(match["sign"]) or Fraction(0)
        return source.number(start, end, _fraction(value)), end
    return _read_ideographs(source, start, end)


def _read_code(source: _NumberText, match: re.Match[str]) -> tuple[NumberWords | None, int]:
    """Return a name with a number in it, such as F-16 or COVID-19; it has no other value than its letters."""
    start, end = match.span()
    letters = source.text[start:end].partition("-")[0]
    if re.match(_NO_CODE, match[0]) or ("-" in match[0] and letters == letters.lower()):
        digits = re.search(r"\d", match[0])
        return None, start + (digits.start() if digits else 1)
    return source.number(start, end, [("code", match[0].replace("-", ""))]), end


def _read_time(source: _NumberText, start: int, end: int) -> NumberWords | None:
    hour, minutes = (int(part) for part in re.findall(r"\d+", source.plain[start:end]))
    stop, times, is_sure = read_clock(source.plain, start, end, hour, minutes)
    if not times:
        return None
    readings: list[Reading] = [(TIME, Fraction(time)) for time in times]
    if not is_sure and "." in source.plain[start:end]:
        readings.append(("", Fraction(source.plain[start:end].replace(" ", ""))))
    return source.number(start, stop, readings)


def _read_figures(
    source: _NumberText, start: int, end: int, figures: str, vulgar: str
) -> tuple[NumberWords | None, int]:
    plain = source.plain
    values = read_figures(figures, source.language)
    if not values:
        return source.number(start, end, [("code", figures)]), end
    if vulgar:
        values, end = (values[0] + (read_vulgar(vulgar) or 0),), end + 1
    if _MINUS.search(plain[max(0, start - 9) : start]):
        values = tuple(-value for value in values)
    if (
        plain.startswith("/", end)
        and (below := re.match(r"(\d{1,2})(?!\d|/)", plain[end + 1 :]))
        and values[0] < int(below[1])
    ):
        value = values[0] / int(below[1])
        return source.number(
            start, end + 1 + below.end(), [*_fraction(value), ("code", f"{figures}/{below[1]}")]
        ), end + 1 + below.end()
    if figures.isdigit():
        if len(figures) == 4 and figures.endswith("0") and (decade := _DECADE_ENDING.match(plain, end)):
            return source.number(start, decade.end(), [("decade", values[0])]), decade.end()
        ordinal = _ORDINAL_ENDING.match(plain, end)
        if (
            ordinal
            and ordinal[0] == "."
            and (source.language not in _GERMANIC_POINT or not source.text[end + 1 :].strip())
        ):
            ordinal = None
        if ordinal and not plain.startswith("-", end):
            # German "3." may end a sentence as well.
            also: list[Reading] = [("", values[0])] if ordinal[0] == "." else []
            return source.number(start, ordinal.end(), [(ORDINAL, values[0]), *also]), ordinal.end()
    return _with_unit(source, start, *_scale(source, end, values), is_spelled=False)


def _scale(source: _NumberText, end: int, values: tuple[Fraction, ...]) -> tuple[int, list[Fraction], list[Fraction]]:
    """Return the end of figures with the words for thousands or millions after them, and the values.

    The last values are those that they have if a sign such as "m" is no million.
    """
    scaled, unscaled = list(values), list[Fraction]()
    while True:
        at = _NOT_FAR.match(source.plain, end)
        word = re.compile(r"[^\W\d_]+").match(source.plain, at.end() if at else end)
        if not word:
            return end, scaled, unscaled
        if power := SCALE_SIGNS.get(word[0][0]):
            scaled, end = [value * 10**power for value in scaled], word.start() + 1
            continue
        numeral = source.numerals.read(word[0])
        if numeral is None or numeral.sort not in ("scale", "dozen", "hundred"):
            return end, scaled, unscaled
        if word[0] in ("m", "t"):
            unscaled = scaled
        scaled, end = [value * numeral.value for value in scaled], word.end()


def _with_unit(
    source: _NumberText, start: int, end: int, values: list[Fraction], unscaled: list[Fraction], *, is_spelled: bool
) -> tuple[NumberWords, int]:
    """Return a number with the unit before or after it; a small one may be a time of day."""
    plain = source.plain
    readings: list[Reading] = []
    if len(values) == 1 and values[0].denominator == 1 and 0 <= values[0] <= 24 and not unscaled:
        stop, times, is_sure = read_clock(plain, start, end, int(values[0]), None)
        readings += [(TIME, Fraction(time)) for time in times]
        if is_sure and times:
            return source.number(start, stop, readings), stop
    before = unit_before(plain, start)
    stop = end
    if before:
        unit: str | None = before[0]
        start = before[1]
    else:
        unit, stop = _unit_after(plain, end)
    if source.text[start : start + 1].isspace():
        start += 1
    base, factor = MULTIPLES.get(unit or "", (unit or "", 1))
    readings += [(base, value * factor) for value in values]
    if unit == "time" and not _AS_MANY.match(plain, stop):
        # “Scored three times” is three goals; “three times as many” is not.
        readings += [("", value) for value in values]
    if unscaled and unit is None:
        readings += [("metre", value) for value in unscaled]
    weak = is_spelled and values == [1] and unit not in {"percent", *_MONEY}
    if plain[stop : stop + 1] in EAST_ASIAN and unit is None:
        return source.number(start, stop, readings, weak)._replace(bare=False), stop
    return source.number(start, stop, readings, weak), stop


def _unit_after(plain: str, end: int) -> tuple[str | None, int]:
    at = _UP_TO_UNIT.match(plain, end)
    found = unit_at(plain, at.end() if at else end)
    if found:
        return found
    between = _OF_UNIT.match(plain, end)
    if between and (found := unit_at(plain, between.end())) and found[0] in _MONEY:
        return found
    return None, end


def _read_word(source: _NumberText, match: re.Match[str]) -> tuple[NumberWords | None, int]:
    start, end = match.span()
    if match[0] in NAMED:
        return source.number(start, end, [(TIME, Fraction(NAMED[match[0]]))]), end
    if (phrase := CLOCK_PHRASE.match(source.plain, start)) and (number := _read_clock_phrase(source, phrase)):
        return number, number.span.end
    if (year := _TWO_PART_YEAR.match(source.plain, start)) and (number := _read_year(source, year)):
        return number, number.span.end
    spelled = read_spelled(source.plain, start, source.numerals)
    if spelled is None:
        return None, end
    number = _as_number(source, start, spelled)
    return number, max(number.span.end, end)


def _read_clock_phrase(source: _NumberText, match: re.Match[str]) -> NumberWords | None:
    """Return a time such as "half past four" or "a quarter to five"."""
    hour = read_spelled(source.plain, match.start(3), source.numerals)
    value = int(match[3]) if match[3].isdigit() else int(hour.value) if hour else 0
    if not 1 <= value <= 12:
        return None
    minutes = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}[match[1]]
    stop, times, _ = read_clock(source.plain, match.start(3), match.end(), value, 0)
    times = times or (value * 60, (value * 60 + 720) % 1440)
    shift = minutes if match[2] == "past" else -minutes
    return source.number(match.start(), stop, [(TIME, Fraction((time + shift) % 1440)) for time in times])


def _read_year(source: _NumberText, match: re.Match[str]) -> NumberWords | None:
    """Return a year in English words: nineteen eighty-four."""
    century = source.numerals.read(match[1])
    rest = read_spelled(source.plain, match.start(2), source.numerals)
    if century is None or rest is None or not 10 <= rest.value < 100 or rest.is_ordinal or rest.fraction is not None:
        return None
    return source.number(match.start(), rest.end, [("", century.value * 100 + rest.value)])


def _as_number(source: _NumberText, start: int, spelled: NumberInWords) -> NumberWords:
    if spelled.is_vague:
        return source.number(start, spelled.end, [("", spelled.value)])._replace(is_vague=True)
    if spelled.is_ordinal:
        readings: list[Reading] = [(ORDINAL, spelled.value)]
        if spelled.fraction:
            readings += _fraction(spelled.fraction)
        before = source.plain[max(0, start - 8) : start]
        words = source.plain[start : spelled.end]
        weak = spelled.value == 1 or bool(re.search(_SECOND_OF_TIME, before + words))
        return source.number(start, spelled.end, readings, weak)
    if spelled.fraction is not None:
        return source.number(start, spelled.end, _fraction(spelled.fraction))
    value = -spelled.value if _MINUS.search(source.plain[max(0, start - 9) : start]) else spelled.value
    number = _with_unit(source, start, spelled.end, [value], [], is_spelled=True)[0]
    is_loose = source.plain[start : spelled.end] in source.numerals.loose
    return number._replace(weak=True) if is_loose else number


def _read_ideographs(source: _NumberText, start: int, end: int) -> tuple[NumberWords | None, int]:
    value, is_ordinal = read_ideographs(source.plain, start, end)
    if value is None:
        return None, end
    if is_ordinal:
        return source.number(start, end, [(ORDINAL, value)], value == 1), end
    return _with_unit(source, start, end, [value], [], is_spelled=True)


def _fraction(value: Fraction) -> Iterator[Reading]:
    yield FRACTION, value
    yield "percent", value * 100
