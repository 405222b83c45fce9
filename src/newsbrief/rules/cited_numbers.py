"""The numbers of the editor's sentences and of the words that they cite, at their places.

`read_stated(findings, sentence)` of “Twelve workers left in May” is the twelve; the words of a date are none.
"""

from collections.abc import Iterable, Sequence

from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.coverage import Coverage
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.model.document import Span
from newsbrief.reading.numbers.bounds import bound_of
from newsbrief.reading.numbers.find import find_numbers
from newsbrief.reading.numbers.number_words import FRACTION, ORDINAL, NumberWords, bears_out, lengths_of
from newsbrief.reading.numbers.parts import find_numbers_and_shares
from newsbrief.rules.sentence_dates import cited_dates, stated_dates
from newsbrief.rules.sentence_language import language_of_sentence

_NO_SPAN = Span(0, 0)
_PLAIN = frozenset({""})


class CitedNumbers:
    """The numbers of words cited, by their values."""

    def __init__(self, numbers: Sequence[NumberWords]) -> None:
        self.all = numbers
        self.by_value: dict[object, list[NumberWords]] = {}
        for number in numbers:
            for value in {value for _, value in (*number.readings, *lengths_of(number))}:
                self.by_value.setdefault(value, []).append(number)
        self.found: dict[NumberWords, list[NumberWords]] = {}

    def equal_to(self, number: NumberWords) -> list[NumberWords]:
        """Return the numbers that are the one stated."""
        key = number._replace(span=_NO_SPAN)
        if key not in self.found:
            values = {value for _, value in (*number.readings, *lengths_of(number))}
            likely = (
                self.all if number.is_vague else [each for value in values for each in self.by_value.get(value, ())]
            )
            self.found[key] = [each for each in likely if bears_out(each, number) or self._shares_unit(each, number)]
        return self.found[key]

    def _shares_unit(self, cited: NumberWords, stated: NumberWords) -> bool:
        """Say whether the unit of one cited is left out, and is that of another: "3 million pounds and 5 million"."""
        if (
            cited.is_age
            or not cited.bare
            or "" not in cited.units
            or not cited.values_in(_PLAIN) & stated.values_in(stated.units)
        ):
            return False
        return any(
            other.units & stated.units for other in self.all if other is not cited and FRACTION not in other.units
        )


def _cited(_: Findings) -> dict[tuple[Span, ...], list[NumberWords]]:
    """Return the numbers in stretches of the article that were read for some rule, for all others."""
    return {}


def _stated(_: Findings) -> dict[tuple[str, Path, Span], list[NumberWords]]:
    """Return the numbers of sentences of the editor's that were read for some rule, for all others."""
    return {}


def read_cited(findings: Findings, spans: Iterable[Span]) -> Sequence[NumberWords]:
    """Return the numbers in stretches of the article, at their places in it."""
    known, key = findings.once_of_article(_cited), tuple(spans)
    if key not in known:
        known[key] = _find_cited(findings, key)
    return known[key]


def _find_cited(findings: Findings, spans: Sequence[Span]) -> list[NumberWords]:
    text, language = findings.evidence.text, findings.article.front.language
    found: list[NumberWords] = []
    for span in spans:
        numbers = find_numbers_and_shares(text[span.start : span.end], language)
        if numbers:
            names = Coverage(place.span for place in findings.names_in(span))
            # The digit of a name is no number: Q7, Studio 54.
            numbers = tuple(each for each in numbers if not names.meets(_move(each, span.start).span))
        placed = [
            number._replace(bound=bound_of(text, number.span, number.units, language))
            for number in (_move(each, span.start) for each in numbers)
        ]
        dates = cited_dates(findings, (span,)) if placed and findings.article.is_dated else ()
        # “After nine days” names no day: its nine are a number.
        days = [each.span for each in dates if each.value.basis != "elsewhere"]
        found += [
            number for number in placed if _stands_in_dates(number) or not any(day.meets(number.span) for day in days)
        ]
    return found


def _move(number: NumberWords, by: int) -> NumberWords:
    return number._replace(span=Span(number.span.start + by, number.span.end + by))


def _stands_in_dates(number: NumberWords) -> bool:
    """Say whether a number inside a date is still a number: a year, or a time of day."""
    return len(number.words) == 4 or "clock" in number.units or _is_share(number)


def _is_share(number: NumberWords) -> bool:
    """Say whether a number is a share, which stands beside a date by chance: “by a quarter last year”."""
    return not number.units.isdisjoint((FRACTION, "percent")) and not number.units & {ORDINAL, ""}


def read_stated(findings: Findings, sentence: Sentence) -> Sequence[NumberWords]:
    """Return the numbers of a sentence, without those inside names of actors and dates."""
    known, key = findings.once(_stated), (sentence.text, sentence.path, sentence.span)
    if key not in known:
        known[key] = _find_stated(findings, sentence)
    return known[key]


def _find_stated(findings: Findings, sentence: Sentence) -> list[NumberWords]:
    language = language_of_sentence(findings, sentence.text)
    numbers = [
        number._replace(bound=bound_of(sentence.text, number.span, number.units, language))
        for number in find_numbers(sentence.text, language)
    ]
    if not numbers:
        return []
    start = sentence.span.start
    names = [Span(place.span.start - start, place.span.end - start) for place in findings.sentences.names_in(sentence)]
    taken = [*names, *(each.span for each in stated_dates(findings, sentence))] if findings.article.is_dated else names
    return [
        number
        for number in numbers
        if "clock" in number.units or _is_share(number) or not any(span.meets(number.span) for span in taken)
    ]
