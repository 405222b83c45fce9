"""Dates: their form, how they are known, and their agreement with the article's words."""

from newsbrief.content.fact_sheet import DateEntry, as_date
from newsbrief.evidence.findings import Findings
from newsbrief.model.dates import parse_date
from newsbrief.model.problems import Problem
from newsbrief.reading.date_words import judge_date, read_worded_date


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
    front = findings.article.front
    if not findings.article.is_dated:
        return []
    problems = []
    for path, entry in findings.facts.of(DateEntry):
        span = findings.found.get((*path, "when"))
        given = as_date(entry)
        if span is None or given is None:
            continue
        words = findings.evidence.words(span)
        _, fault = judge_date(read_worded_date(words, front.language), given, front.as_of, entry.source is not None)
        if fault:
            line = findings.article.line_of(span.start)
            hint = f"the article says “{words}” ({line}); fix `date`, `when` or `as_of`"
            if "only" in fault or "as-of" in fault or "far from" in fault:
                hint += ", or name a `source` for the date"
            problems.append(findings.problem((*path, "date"), f"date and words disagree: {fault}", hint))
    return problems
