"""The numbers in the editor's sentences, against those in the words cited."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from newsbrief.content.fact_sheet import DateEntry, as_date
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.evidence.verbatim_sentences import place_in_article
from newsbrief.model.document import Span
from newsbrief.model.patterns import compile_late
from newsbrief.model.problems import Problem
from newsbrief.reading.numbers.bounds import ALL_BUT, bound_of, contradict, is_most, lies_within, may_say
from newsbrief.reading.numbers.find import find_numbers
from newsbrief.reading.numbers.number_words import NumberWords, bears_out, is_year, is_year_in, lengths_of
from newsbrief.reading.numbers.numerals import numerals_of
from newsbrief.reading.numbers.units import lengths_of_one
from newsbrief.reading.references import References
from newsbrief.rules.cited_numbers import CitedNumbers, read_cited, read_stated
from newsbrief.rules.reckoning import follows
from newsbrief.rules.sentence_changes import judge_change
from newsbrief.rules.sentence_dates import cited_dates
from newsbrief.rules.sentence_exceptions import is_said_of_exceptions
from newsbrief.rules.sentence_language import language_of_sentence
from newsbrief.rules.sentences import show_cited

_MOST_SHOWN = 8
_MOST_COMPARED = 50
_TWO = ("", Fraction(2))
_WORD = compile_late(r"[^\W\d_]+")
_COUNTED = compile_late(r"[\s\u00a0-]*((?:[^\W\d_]{1,3}\s)*[^\W\d_]*)")


def sentences_have_the_numbers_of_their_words(findings: Findings) -> list[Problem]:
    problems: list[Problem] = []
    for sentence in findings.sentences.all:
        place = place_in_article(findings, sentence)
        if place and _has_its_bounds(findings, sentence, place):
            continue
        stated = read_stated(findings, sentence)
        if not stated:
            continue
        if sentence.cited is None:
            cited = findings.once_of_article(_numbers_of_article)
        else:
            cited = CitedNumbers(read_cited(findings, sentence.cited))
        for number in stated:
            is_borne_out = _is_borne_out(number, cited, sentence, findings)
            if not is_borne_out and follows(findings, sentence, number, stated, cited):
                continue
            if not is_borne_out or _is_repeated(number, stated, cited.all):
                problems += findings.doubts_about(sentence, *_explain(findings, sentence, number, cited.all))
            else:
                problems += _judge_bound(findings, sentence, number, cited)
                problems += judge_change(findings, sentence, number, cited.equal_to(number))
    return problems


def _numbers_of_article(findings: Findings) -> CitedNumbers:
    return CitedNumbers(read_cited(findings, findings.article.document.paragraphs))


def _has_its_bounds(findings: Findings, sentence: Sentence, place: Span) -> bool:
    """Say whether words around the place of a sentence in the article, such as "more than", change no number of it."""
    text, language = findings.evidence.text, language_of_sentence(findings, sentence.text)
    numbers = find_numbers(sentence.text, language)
    if not numbers:
        return True
    shift = place.start - (len(sentence.text) - len(sentence.text.lstrip()))
    if abs(place.end - place.start - len(sentence.text.rstrip(" .…"))) > 1:
        return False
    return all(
        bound_of(sentence.text, each.span, each.units, language)
        == bound_of(text, Span(shift + each.span.start, shift + each.span.end), each.units, language)
        for each in numbers
    )


def _judge_bound(findings: Findings, sentence: Sentence, number: NumberWords, cited: CitedNumbers) -> list[Problem]:
    """Return the problem of a number that the words cited bound otherwise: "more than 300" for "fewer than 300"."""
    theirs = cited.equal_to(number) if not number.is_vague and not number.weak else []
    theirs = [each for each in theirs if not each.is_vague]
    if not theirs or any(may_say(each.bound, number.bound) for each in theirs) or _is_bound_of(number, cited):
        return []
    if any(each.bound == ALL_BUT for each in theirs) and is_said_of_exceptions(findings, sentence):
        return []
    their = theirs[0]
    message = (
        f"the cited words have {_with_bound(their)}, and the sentence {_with_bound(number)}"
        if sentence.cited is not None
        else f"the article has {_with_bound(their)}, and the sentence {_with_bound(number)}"
    )
    hint = f"they stand at {findings.article.line_of(their.span.start)}; write it as they do"
    if any(contradict(each.bound, number.bound) for each in theirs):
        return [findings.problem_with(sentence, message, hint)]
    return findings.doubts_about(sentence, message, hint)


def _with_bound(number: NumberWords) -> str:
    return f"{_SAID.get(number.bound, number.bound)} “{number.words}”".strip()


_SAID = {"more": "more than", "fewer": "fewer than"}


def _is_borne_out(number: NumberWords, cited: CitedNumbers, sentence: Sentence, findings: Findings) -> bool:
    if cited.equal_to(number) or _counts_actors(number, sentence, findings) or _is_bound_of(number, cited):
        return True
    text, language = findings.evidence.text, findings.article.front.language
    if any(is_most(number, text[span.start : span.end], language) for span in sentence.cited or ()):
        return True
    if _TWO in number.readings and _speak_of_two(sentence, findings):
        return True
    if (lengths := lengths_of(number)) and any(
        lengths & lengths_of_one(text[span.start : span.end]) for span in sentence.cited or ()
    ):
        # “Within a week” is within seven days.
        return True
    if number.weak:
        return sentence.cited is None or not _replaces_another(number, sentence.text, cited.all, findings)
    return _is_of_the_date(number, sentence) or _is_year_of_a_date(number, sentence, findings)


def _is_year_of_a_date(number: NumberWords, sentence: Sentence, findings: Findings) -> bool:
    """Say whether a year is the one that the words cited mean by others, such as “next year”."""
    if not is_year_in(sentence.text, number) or sentence.cited is None or not findings.article.is_dated:
        return False
    choices = (choice for each in cited_dates(findings, sentence.cited) for choice in each.value.choices)
    years = {each.first.year for each in choices if each.grain == "year" and each.first.year == each.last.year}
    return not years.isdisjoint(number.values_in(frozenset({""})))


def _is_bound_of(number: NumberWords, cited: CitedNumbers) -> bool:
    """Say whether a number with a bound is that of another one, as in “more than 6,000” of 6,200."""
    return bool(number.bound) and any(
        lies_within(each, number) and not (is_year(each) and not is_year(number)) for each in cited.all
    )


def _is_repeated(number: NumberWords, stated: Sequence[NumberWords], cited: Sequence[NumberWords]) -> bool:
    """Say whether a sentence has a number more often than the words cited, and another one of them not at all."""
    same = [each for each in stated if each.readings & number.readings] if len(stated) < _MOST_COMPARED else []
    if len(same) < 2 or number is same[0]:
        return False
    theirs = [each for each in cited if bears_out(each, number)]
    unused = [each for each in cited if not each.weak and not any(bears_out(each, other) for other in stated)]
    return len(theirs) < len(same) and any(each.units & number.units for each in unused)


def _counts_actors(number: NumberWords, sentence: Sentence, findings: Findings) -> bool:
    """Say whether a number in words counts the actors whom the words cited name: "the two towns"."""
    if sentence.cited is None or not number.words.isalpha():
        return False
    actors = {place.actor for span in sentence.cited for place in findings.names_in(span)}
    persons = {actor for actor in actors if findings.actors[actor].kind == "person"}
    # “Two ministers” are those of “the Q7 figures are ministers Aske and Vane”, in which a third one is named.
    return any(1 < len(each) < 10 and len(each) in number.values_in(frozenset({""})) for each in (actors, persons))


def _speak_of_two(sentence: Sentence, findings: Findings) -> bool:
    """Say whether words cited say “both”, or “they” after a sentence that names two or has the number."""
    numerals = numerals_of(findings.article.front.language)
    text, references = findings.evidence.text, References(findings)
    for span in sentence.cited or ():
        if numerals.speak_of_two(_WORD.findall(text[span.start : span.end].lower())):
            return True
        for at, pronoun in references.pronouns_in(span):
            if not pronoun.gender and pronoun.sort == "any" and len(references.nearest(at, pronoun)) == 2:
                return True
    return False


def _replaces_another(number: NumberWords, text: str, cited: Iterable[NumberWords], findings: Findings) -> bool:
    """Say whether "one of the seven" is said where the words cited have "three of the seven"."""
    counted = _counted_after(text, number.span.end)
    if len(counted) < 4:
        return False
    return any(
        other.units & number.units and _counted_after(findings.evidence.text, other.span.end) == counted
        for other in cited
    )


def _counted_after(text: str, end: int) -> str:
    match = _COUNTED.match(text, end)
    return match[1].lower() if match else ""


def _is_of_the_date(number: NumberWords, sentence: Sentence) -> bool:
    """Say whether a number is the year of the entry's own date."""
    if not isinstance(sentence.entry, DateEntry) or (given := as_date(sentence.entry)) is None:
        return False
    first, last = given.bounds
    return any(value in (first.year, last.year) for value in number.values_in(frozenset({""})))


def _explain(
    findings: Findings, sentence: Sentence, number: NumberWords, cited: Sequence[NumberWords]
) -> tuple[str, str]:
    if sentence.cited is None:
        return f"the article does not have the number “{number.words}”", "give a number of the article, or leave it out"
    words = show_cited(findings, sentence.cited)
    message = f"the cited words do not have the number “{number.words}”"
    if any(each.words == number.words and each.is_age for each in cited):
        message = f"in the cited words “{number.words}” is how old somebody is"
    shown = list(dict.fromkeys(f"“{each.words}”" for each in cited if not each.weak))[:_MOST_SHOWN]
    theirs = ", ".join(shown)
    have = f"their numbers are {theirs}" if theirs else f"they are “{words}”"
    where = findings.article.line_of(sentence.cited[0].start)
    return message, f"{have} ({where}); correct the number, or cite the words that have it"
