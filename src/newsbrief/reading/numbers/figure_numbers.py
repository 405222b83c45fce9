"""Numbers in figures: with what belongs to them, as times of day, ordinals, decades, fractions and names with a number.

`read_figure_number(source, 0, 3, "2.5", "")` of “2.5 million” has the value 2,500,000.
"""

import re
from fractions import Fraction

from newsbrief.model.patterns import compile_late
from newsbrief.reading.numbers.clock import read_clock
from newsbrief.reading.numbers.figures import read_figures, read_vulgar
from newsbrief.reading.numbers.ideographs import SCALE_SIGNS
from newsbrief.reading.numbers.number_text import MINUS, NumberText, as_fraction, with_unit
from newsbrief.reading.numbers.number_words import ORDINAL, TIME, NumberWords, Reading

_NO_CODE = r"(?:us|usd|eur|gbp|chf|rs|nr|no|mid|pre|post|kl)-?\d|[a-z]+-[12]\d{3}(?!\w)"
_ORDINAL_ENDING = compile_late(
    r"(?:st|nd|rd|th|er|re|ère|e|ème|eme|de|ste|º|ª|°(?! ?c)|-?(?:й|я|е|го|му|м|ю|ая|ый|ой|ого))(?![^\W_])"
    r"|\.(?= ?[^\W\d_])"
)
_DECADE_ENDING = compile_late(r"'?s(?![^\W_])|er (?=jahre)|-?(?:х|е|ті|х гг)(?![^\W_])")
_GERMANIC_POINT = frozenset({"de", "da", "no", "nb", "fi", "cs", "sk", "pl", "hu", "tr", "hr", "sr", "sl"})
_NOT_FAR = compile_late(r"[\s\u00a0]?-?")


def read_code(source: NumberText, match: re.Match[str]) -> tuple[NumberWords | None, int]:
    """Return a name with a number in it, such as F-16 or COVID-19; it has no other value than its letters."""
    start, end = match.span()
    letters = source.text[start:end].partition("-")[0]
    if re.match(_NO_CODE, match[0]) or ("-" in match[0] and letters == letters.lower()):
        digits = re.search(r"\d", match[0])
        return None, start + (digits.start() if digits else 1)
    return source.number(start, end, [("code", match[0].replace("-", ""))]), end


def read_time(source: NumberText, start: int, end: int) -> NumberWords | None:
    """Return the time of day that figures from `start` to `end` name, or None."""
    hour, minutes = (int(part) for part in re.findall(r"\d+", source.plain[start:end]))
    stop, times, is_sure = read_clock(source.plain, start, end, hour, minutes)
    if not times:
        return None
    readings: list[Reading] = [(TIME, Fraction(time)) for time in times]
    if not is_sure and "." in source.plain[start:end]:
        readings.append(("", Fraction(source.plain[start:end].replace(" ", ""))))
    return source.number(start, stop, readings)


def read_figure_number(
    source: NumberText, start: int, end: int, figures: str, vulgar: str
) -> tuple[NumberWords | None, int]:
    """Return the number in figures from `start` to `end`, with a vulgar fraction after it, and where to read on."""
    plain = source.plain
    values = read_figures(figures, source.language)
    if not values:
        return source.number(start, end, [("code", figures)]), end
    if vulgar:
        values, end = (values[0] + (read_vulgar(vulgar) or 0),), end + 1
    if MINUS.search(plain[max(0, start - 9) : start]):
        values = tuple(-value for value in values)
    if (
        plain.startswith("/", end)
        and (below := re.match(r"(\d{1,2})(?!\d|/)", plain[end + 1 :]))
        and values[0] < int(below[1])
    ):
        value = values[0] / int(below[1])
        return source.number(
            start, end + 1 + below.end(), [*as_fraction(value), ("code", f"{figures}/{below[1]}")]
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
    return with_unit(source, start, *_scale(source, end, values), is_spelled=False)


def _scale(source: NumberText, end: int, values: tuple[Fraction, ...]) -> tuple[int, list[Fraction], list[Fraction]]:
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
