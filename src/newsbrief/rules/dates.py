"""Dates: their form, how they are known, and their agreement with the article's words."""

import calendar
from datetime import date

from newsbrief.content.fact_sheet import DateEntry, as_date
from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.findings import Findings
from newsbrief.model.dates import DateRange, parse_date
from newsbrief.model.document import Span
from newsbrief.model.problems import Problem
from newsbrief.reading.dates import DateValue, Period, judge, read_date, speaks_of_past, tense_of_clause, write_period
from newsbrief.reading.sentence_ends import find_sentence


def dates_are_dates(findings: Findings) -> list[Problem]:
    problems = []
    for path, entry in findings.facts.of(DateEntry):
        try:
            parse_date(str(entry.date))
        except ValueError as error:
            hint = "write it as 2019-04-07, 2019-04 or 2019; a range as 2019-04-04/2019-04-07"
            problems.append(findings.problem((*path, "date"), f"{str(entry.date)!r} is not a date: {error}", hint))
    return problems


def dates_are_known_from_words_or_a_source(findings: Findings) -> list[Problem]:
    hint = "add `when` with the article's words for the date, or a `source` for it"
    return [
        findings.problem((*path, "date"), "nothing says how this date is known", hint)
        for path, entry in findings.facts.of(DateEntry)
        if entry.cite is not None and entry.when is None and entry.source is None
    ]


def dates_agree_with_their_words(findings: Findings) -> list[Problem]:
    """Hold each date against the value of its words.

    What the words plainly do not say is a contradiction. Words that are not understood, or say less than the date,
    vouch for nothing: an outside source must give the date, or the editor's reading.
    """
    if not findings.article.is_dated:
        return []
    problems = []
    for path, entry in findings.facts.of(DateEntry):
        span = findings.found.get((*path, "when"))
        given = as_date(entry)
        if span is not None and given is not None:
            problems += _judge_entry(findings, path, entry, given, span)
    return problems


def _judge_entry(findings: Findings, path: Path, entry: DateEntry, given: DateRange, span: Span) -> list[Problem]:
    front, words = findings.article.front, findings.evidence.words(span)
    at = (*path, "date")
    value = read_date(words, front.language, front.as_of)
    if value is None:
        hint = "cite in `when` only the words that give the date, or name a `source` for it"
        message = f"the words for this date are not understood: {_show(findings, span)}"
        return [] if entry.source else findings.doubts(at, message, hint)
    verdict: str = judge(value, given)
    if verdict == "agrees" and value.cycle:
        verdict = _tense_against(findings, value, given, span) or verdict
    if verdict == "agrees":
        return []
    said = f"{_show(findings, span)}{_say(value, front.as_of)}; the date is {_name(given)}"
    if verdict == "outside" and not _may_recur(value, given, words, front.language):
        hint = f"{_to_paste(value)}fix the words in `when`, or `as_of`"
        return [findings.problem(at, f"date and words disagree: {said}", hint)]
    if entry.source:
        return []
    hint = f"{'' if verdict == 'elsewhere' else _to_paste(value)}name a `source` for the date"
    return findings.doubts(at, f"{_REASONS[verdict]}: {said}", hint)


def _show(findings: Findings, span: Span) -> str:
    """Return the words for a date, with their line."""
    return f"“{' '.join(findings.evidence.words(span).split())}” ({findings.article.line_of(span.start)})"


_REASONS = {
    "finer": "the date says more than its words",
    "wider": "the date reaches beyond its words",
    "elsewhere": "the words for this date count from a day that they do not name",
    "outside": "the words leave open which day they mean, and the nearest is another",
    "past": "the sentence is about the past",
    "coming": "the sentence is about what is to come",
}


def _say(value: DateValue, as_of: date) -> str:
    """Return the dates that words name: ", counted from the as-of day 2019-04-10, is 2019-04-09"."""
    if not value.choices:
        return " names no day that there is"
    dates = " or ".join(dict.fromkeys(map(_say_period, value.choices)))
    return f" is {dates}" if value.basis == "stated" else f", counted from the as-of day {as_of}, is {dates}"


def _say_period(period: Period) -> str:
    """Return a period in words: "2019-04-01 to 2019-04-07", or "until 2018", "2020 or later" for one that is open."""
    start, _, end = write_period(period).partition("/")
    if period.first == date.min:
        return f"until {end}"
    if period.last == date.max:
        return f"{start} or later"
    return f"{start} to {end}" if end else start


def _name(given: DateRange) -> str:
    """Return a date with its weekday."""
    is_day = given.end is None and given.start.day
    return f"{given}, a {calendar.day_name[given.start.first.weekday()]}" if is_day else str(given)


def _to_paste(value: DateValue) -> str:
    """Return the part of a hint that has the date to write; "" where there is none, or it has no beginning or end."""
    if not value.choices or value.choices[0].first == date.min or value.choices[0].last == date.max:
        return ""
    return f"write `date: {write_period(value.choices[0])}`, as the words have it, or "


def _may_recur(value: DateValue, given: DateRange, words: str, language: str) -> bool:
    """Say whether words that leave open the week or the year may mean a date far from the as-of day."""
    if not value.cycle:
        return False
    there = read_date(words, language, given.bounds[0])
    return there is not None and judge(there, given) == "agrees"


def _tense_against(findings: Findings, value: DateValue, given: DateRange, span: Span) -> str:
    """Return the tense of the words beside a date ("past", "coming") if it speaks against this one of its times."""
    as_of, language = findings.article.front.as_of, findings.article.front.language
    first, last = given.bounds
    text = findings.evidence.text
    around = find_sentence(text, span.start)
    start, sentence = around.start, text[around.start : max(around.end, span.end)]
    tense = tense_of_clause(sentence, Span(span.start - start, span.end - start), language)
    if first > as_of and (tense == "past" or (value.cycle == "week" and speaks_of_past(sentence, language))):
        return "past"
    return "coming" if last < as_of and tense == "coming" else ""
