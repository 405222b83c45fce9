"""The dates in the editor's sentences, against those in the words cited and the entry's own date."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from newsbrief.content.fact_sheet import DateEntry, as_date
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.evidence.verbatim_sentences import place_in_article
from newsbrief.model.document import Span
from newsbrief.model.patterns import compile_late
from newsbrief.model.problems import Problem
from newsbrief.reading.dates import DateWords, find_dates
from newsbrief.reading.dates.finals import is_final
from newsbrief.reading.dates.periods import Period
from newsbrief.reading.dates.running_text import cut_dated_sentences
from newsbrief.reading.numbers.find import find_numbers
from newsbrief.reading.numbers.number_words import TIME, Reading, lengths_of
from newsbrief.reading.numbers.units import lengths_of_one
from newsbrief.rules.sentence_language import language_of_sentence
from newsbrief.rules.sentence_order import is_part_of_a_match, tells_backwards

_YEAR_ONLY = compile_late(r"\W*(?:[^\W\d]+\W+)?\d{4}\W*")
_OWNED = compile_late(r"['’]s? ((?:[^\W\d_][\w-]*(?: |\b)){1,3})")
_WORDS = compile_late(r"[^\W\d_]+")
_PIECE = compile_late(r"[^,;]+")

_LONGEST = {
    "day": 1,
    "weekend": 3,
    "week": 7,
    "month": 31,
    "season": 93,
    "quarter": 92,
    "half": 184,
    "year": 366,
    "decade": 3653,
}
_CENTURY = 36525
_MOST_SHOWN = 8

Bounds = tuple[date, date]


def sentences_have_the_dates_of_their_words(findings: Findings) -> list[Problem]:
    if not findings.article.is_dated:
        return []
    problems: list[Problem] = []
    for sentence in findings.sentences.all:
        if place_in_article(findings, sentence):
            continue
        stated = stated_dates(findings, sentence)
        if not stated:
            continue
        if sentence.cited is None:
            cited = findings.once_of_article(_dates_of_article)
        else:
            cited = list(cited_dates(findings, sentence.cited))
        for each in stated:
            if not _is_borne_out(findings, sentence, each, cited) and not _is_told_otherwise(
                findings, sentence, each, cited
            ):
                problems += _doubt(findings, sentence, each, cited)
    return problems


def _dates_of_article(findings: Findings) -> list[DateWords]:
    return _once(cited_dates(findings, findings.article.document.paragraphs))


def stated_dates(findings: Findings, sentence: Sentence) -> list[DateWords]:
    """Return the dates of a sentence, without bare years, which are numbers, and without words of names."""
    start = sentence.span.start
    names = [Span(place.span.start - start, place.span.end - start) for place in findings.sentences.names_in(sentence)]
    language = language_of_sentence(findings, sentence.text)
    found = list(read_dates(sentence.text, language, findings.article.front.as_of))
    if not found:
        return []
    numbers = find_numbers(sentence.text, language)
    # “A hundred years old” and “three quarters of an hour” are no dates.
    times = [number.span for number in numbers if TIME in number.units or lengths_of(number)]
    return [
        each
        for each in found
        if not any(name.meets(each.span) for name in names)
        and not any(time.holds(each.span) for time in times)
        and not _is_of_another(each, findings.article.front.as_of)
        and not is_final(sentence.text, each.span, language)
    ]


def _is_of_another(words: DateWords, as_of: date) -> bool:
    """Say whether words point at a date named beside them: "that day", "the quarter"."""
    return words.value.basis == "elsewhere" and any(each.first <= as_of <= each.last for each in words.value.choices)


def cited_dates(findings: Findings, spans: Iterable[Span]) -> Iterator[DateWords]:
    """Yield the dates in stretches of the article, at their places in it."""
    text, front = findings.evidence.text, findings.article.front
    for span in spans:
        for each in read_dates(text[span.start : span.end], front.language, front.as_of, with_years=True):
            yield DateWords(Span(each.span.start + span.start, each.span.end + span.start), each.words, each.value)


def read_dates(text: str, language: str, as_of: date, *, with_years: bool = False) -> Iterator[DateWords]:
    """Yield the dates of a text that have a value, sentence by sentence."""
    for sentence in cut_dated_sentences(text, language):
        for each in _read_sentence(text[sentence.start : sentence.end], language, as_of, with_years=with_years):
            span = Span(each.span.start + sentence.start, each.span.end + sentence.start)
            yield DateWords(span, each.words, each.value)


def _read_sentence(text: str, language: str, as_of: date, *, with_years: bool = False) -> Iterator[DateWords]:
    """Yield the dates of a sentence; of words that do not fit together, each piece."""
    for each in find_dates(text, language, as_of):
        if each.value.choices:
            if with_years or not _is_year(each):
                yield each
            continue
        for piece in _PIECE.finditer(each.words) if _PIECE.fullmatch(each.words) is None else ():
            start = each.span.start + piece.start()
            for part in _read_sentence(piece[0], language, as_of, with_years=with_years):
                yield DateWords(Span(start + part.span.start, start + part.span.end), part.words, part.value)


def _is_year(words: DateWords) -> bool:
    """Say whether words name a whole year alone, which is a number as well: "in 2018", not "May 2018"."""
    is_whole = all(each.grain == "year" and each.whole is None for each in words.value.choices)
    return is_whole and _YEAR_ONLY.fullmatch(words.words) is not None


def _once(dates: Iterable[DateWords]) -> list[DateWords]:
    """Return one of the dates of each value."""
    return list({(each.value.choices, each.value.is_span): each for each in dates}.values())


def _is_borne_out(findings: Findings, sentence: Sentence, stated: DateWords, cited: list[DateWords]) -> bool:
    """Say whether a date holds one that is cited, or the entry's own; "today" needs only not contradict them."""
    is_counted_elsewhere = stated.value.basis == "elsewhere"
    cited = [each for each in cited if (each.value.basis == "elsewhere") is is_counted_elsewhere]
    choices = [each for each in stated.value.choices if stated.value.is_span or not _is_open(each)]
    bounds = [(each.first, each.last) for each in choices]
    if any(_holds(bounds, (choice.first, choice.last)) for each in cited for choice in each.value.choices):
        return True
    if any(choice in each.value.choices for each in cited for choice in stated.value.choices):
        return True
    if any(_is_end_of_range(stated, each) for each in cited):
        return True
    if any(_is_of_same_thing(findings, sentence, stated, each) for each in cited):
        return True
    if isinstance(sentence.entry, DateEntry) and (own := as_date(sentence.entry)) and _holds(bounds, own.bounds):
        return True
    as_of = findings.article.front.as_of
    return not cited and bounds == [(as_of, as_of)]


def _is_end_of_range(stated: DateWords, cited: DateWords) -> bool:
    """Say whether a date is one end of a range, in its words: until 6 June, of “from May until 6 June”."""
    ours, theirs = (each.words.strip(" .,;").lower() for each in (stated, cited))
    return any(_is_open(choice) for choice in stated.value.choices) and ours in theirs


def _is_of_same_thing(findings: Findings, sentence: Sentence, stated: DateWords, cited: DateWords) -> bool:
    """Say whether both dates own one thing: “Tuesday’s debate”, which the words cited have “ahead of” it."""
    name = stated.words.strip(" .,;").split()[-1:]
    ours = _OWNED.match(sentence.text, stated.span.end)
    theirs = _OWNED.match(findings.evidence.text, cited.span.end)
    if not ours or not theirs or cited.words.strip(" .,;").split()[-1:] != name:
        return False
    things = [word.lower() for word in theirs[1].split()]
    return next((word.lower() in things for word in reversed(ours[1].split()) if len(word) > 2), False) or (
        ours[1].split()[0].lower() in things
    )


def _is_told_otherwise(findings: Findings, sentence: Sentence, stated: DateWords, cited: list[DateWords]) -> bool:
    """Say whether “two months before” one event is “two months after” the other, and the two are these events.

    The first half of a match is told as the time before its half-time.
    """
    if all(choice.grain == "half" for choice in stated.value.choices):
        return is_part_of_a_match(findings, sentence, stated.span)
    if stated.value.basis != "elsewhere":
        return False
    length = _length_of(findings, stated.words)
    theirs = [each for each in cited if each.value.basis == "elsewhere" and _length_of(findings, each.words) & length]
    as_of = findings.article.front.as_of
    if theirs and all(_is_later(each, as_of) != _is_later(stated, as_of) for each in theirs):
        return tells_backwards(findings, sentence)
    text = findings.evidence.text
    if not length.isdisjoint(_lengths_between_years(findings, sentence.cited or ())):
        return True
    # “After two decades” is after 20 years.
    return any(length & _length_of(findings, text[span.start : span.end]) for span in sentence.cited or ())


def _lengths_between_years(findings: Findings, spans: Iterable[Span]) -> frozenset[Reading]:
    """Return the time between the only two years of the words cited: in 2012 and in 2016, four years later."""
    years = {
        choice.first.year
        for each in cited_dates(findings, spans)
        for choice in each.value.choices
        if choice.grain == "year" and choice.first.year == choice.last.year
    }
    return frozenset({("month", Fraction((max(years) - min(years)) * 12))}) if len(years) == 2 else frozenset()


def _is_later(words: DateWords, as_of: date) -> bool:
    return words.value.choices[0].first > as_of


def _length_of(findings: Findings, words: str) -> frozenset[Reading]:
    """Return the lengths of time in words such as “two months after”."""
    numbers = find_numbers(words, findings.article.front.language)
    return frozenset(length for number in numbers for length in lengths_of(number)) | lengths_of_one(
        words
    ) or frozenset([(" ".join(_WORDS.findall(words.lower())[:-1]), "")])


def _is_open(period: Period) -> bool:
    """Say whether a period reaches from a date on or up to it, as "since May" does."""
    return (period.last - period.first).days > _LONGEST.get(period.grain, _CENTURY)


def _holds(wide: Iterable[Bounds], narrow: Bounds) -> bool:
    return any(first <= narrow[0] and narrow[1] <= last for first, last in wide)


def _doubt(findings: Findings, sentence: Sentence, stated: DateWords, cited: list[DateWords]) -> list[Problem]:
    words = stated.words.strip(" .,;")
    if sentence.cited is None:
        hint = "give a date of the article, or leave it out"
        return findings.doubts_about(sentence, f"the article does not have the date “{words}”", hint)
    theirs = ", ".join(list(dict.fromkeys(f"“{each.words.strip(' .,;')}”" for each in cited))[:_MOST_SHOWN])
    have = f"their dates are {theirs}" if theirs else "they have no date"
    where = findings.article.line_of(sentence.cited[0].start)
    hint = f"{have} ({where}); correct the date, or cite the words that have it"
    return findings.doubts_about(sentence, f"the cited words do not have the date “{words}”", hint)
