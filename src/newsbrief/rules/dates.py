"""Dates: their form, how they are known, and their agreement with the article's words."""

from newsbrief.content.fact_sheet import DateEntry, as_date
from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.findings import Findings
from newsbrief.model.dates import DateRange, parse_date
from newsbrief.model.problems import Problem
from newsbrief.reading.dates import DateValue, judge, read_date, write_period


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

    What the words plainly do not say is a contradiction. Words that are not understood, or say less than the
    date, vouch for nothing: an outside source must give the date, or the editor's reading.
    """
    if not findings.article.is_dated:
        return []
    problems = []
    for path, entry in findings.facts.of(DateEntry):
        span = findings.found.get((*path, "when"))
        given = as_date(entry)
        if span is not None and given is not None:
            words = findings.evidence.words(span)
            where = f"“{' '.join(words.split())}” ({findings.article.line_of(span.start)})"
            problems += _judge_entry(findings, (*path, "date"), entry, given, words, where)
    return problems


def _judge_entry(
    findings: Findings, path: Path, entry: DateEntry, given: DateRange, words: str, where: str
) -> list[Problem]:
    front = findings.article.front
    value = read_date(words, front.language, front.as_of)
    if value is None:
        message = f"the words for this date are not understood: {where}"
        hint = "cite in `when` only the words that give the date, or name a `source` for it"
        return [] if entry.source else findings.doubts(path, message, hint)
    verdict = judge(value, given)
    if verdict == "agrees":
        return []
    said = _say(value, findings)
    if verdict == "outside" and not _may_recur(value, given, words, front.language):
        hint = f"fix the date, or the words in `when`, or `as_of`{_to_paste(value)}"
        return [findings.problem(path, f"date and words disagree: {where} {said}; the date is {given}", hint)]
    if entry.source:
        return []
    return findings.doubts(path, f"{_REASONS[verdict].format(given)}: {where} {said}", _remedy(value, verdict))


_REASONS = {
    "finer": "the date {} is more precise than its words",
    "wider": "the date {} reaches beyond its words",
    "elsewhere": "the words for the date {} count from a day that they do not name",
    "outside": "the words for the date {} leave open which one they mean",
}


def _say(value: DateValue, findings: Findings) -> str:
    """Return what words say as dates: "counted from the as-of day 2019-04-10, is 2019-04-09"."""
    if not value.choices:
        return "names no day that there is"
    dates = " or ".join(dict.fromkeys(map(write_period, value.choices)))
    return (
        f"is {dates}"
        if value.basis == "stated"
        else f"counted from the as-of day {findings.article.front.as_of} is {dates}"
    )


def _to_paste(value: DateValue) -> str:
    return f"; to take the words: `date: {write_period(value.choices[0])}`" if value.choices else ""


def _remedy(value: DateValue, verdict: str) -> str:
    return f"name a `source` for the date{_to_paste(value)}"


def _may_recur(value: DateValue, given: DateRange, words: str, language: str) -> bool:
    """Say whether words that leave open the week or the year may mean a date far from the as-of day."""
    if not value.cycle:
        return False
    there = read_date(words, language, given.bounds[0])
    return there is not None and judge(there, given) == "agrees"
