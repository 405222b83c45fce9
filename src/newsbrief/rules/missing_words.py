"""Words that must be in the article, and the hints that show what the article has instead."""

from collections.abc import Mapping
from typing import Any

from newsbrief.content.fact_sheet import list_at
from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.missing import Missing, Reason
from newsbrief.evidence.typography import fold_words
from newsbrief.evidence.whole_words import MOST_PLACES
from newsbrief.model.document import Span
from newsbrief.model.problems import Problem

MOST_SELECTORS = 50
"""The most problems of a kind for which a selector is proposed; it is tried out against the whole article."""

_EXPLANATIONS: Mapping[Reason, tuple[str, str]] = {
    "absent": ("{noun} is not in the article", "the article's nearest words: "),
    "case": ("{noun} is not in the article", "the article has, with different capitals: "),
    "punctuation": ("{noun} is not in the article", "the article has, with different punctuation or capitals: "),
    "part of a word": ("{noun} cuts a word in two", "the article has "),
    "apart": ("{noun} is not in the article in one piece", "its parts stand apart; list them: "),
    "elsewhere": ("{noun} is in the article, but not here", "it stands at "),
    "repeated": ("the {noun} occurs {number} times", "at "),
    "empty": ("{noun} is empty", ""),
}
"""The message and the beginning of the hint for each reason; the places in the article follow."""


def words_are_in_the_article(findings: Findings) -> list[Problem]:
    problems = []
    selectors = 0
    for path, missing in findings.missing.items():
        selectors += missing.reason == "repeated"
        problems.append(_explain_missing(findings, path, missing, is_telling=selectors <= MOST_SELECTORS))
    return problems


def _explain_missing(findings: Findings, path: Path, missing: Missing, is_telling: bool) -> Problem:
    section, key = list_at(path)
    if missing.reason != "repeated" and (line := _find_in_html(findings, path)):
        message = f"{section.words[key]} stands only in an HTML tag, which is no text of the article"
        return findings.problem(path, message, f"delete this entry, and the tag ({line})")
    message, hint = _EXPLANATIONS[missing.reason]
    number = len(missing.places)
    message = message.format(noun=section.words[key], number=f"{number}{' or more' if number == MOST_PLACES else ''}")
    if not missing.places:
        hint = "copy the words from the article"
    elif missing.reason == "repeated":
        hint += _tell_apart(findings, missing, is_telling)
    elif missing.reason == "elsewhere":
        hint += ", ".join(_show(findings, span, around=30) for span in missing.places[:5])
        if near := section.beside.get(key):
            hint += f"; it is searched in the words under `{near}`, then beside them"
    else:
        hint += ", ".join(_show(findings, span) for span in missing.places)
    return findings.problem(path, message, hint)


def _find_in_html(findings: Findings, path: Path) -> str:
    """Return the line of the HTML tag that has the words of a selector; "" where none has."""
    words: Any = findings.facts.file.values
    for part in path if findings.article.html else ():
        words = words[part]
    exact = fold_words(str(words.get("exact", "") if isinstance(words, dict) else words))
    for html in findings.article.html:
        if exact and exact in fold_words(html.text):
            return findings.article.line_of_source(html.at)
    return ""


def _show(findings: Findings, span: Span, around: int = 0) -> str:
    """Return the article's words at `span`, with those `around` it, and their line."""
    words = findings.evidence.text[max(0, span.start - around) : span.end + around]
    return f"“{shorten(words)}” ({findings.article.line_of(span.start)})"


def _tell_apart(findings: Findings, missing: Missing, is_telling: bool) -> str:
    """Return the lines of several places and, if `is_telling`, a selector for the first of them."""
    lines = ", ".join(dict.fromkeys(findings.article.line_of(place.start) for place in missing.places[:5]))
    if is_telling and (selector := write_selector(findings, missing.places[0])):
        return f"{lines}; to choose the first, write: {selector}"
    return f"{lines}; choose one with `prefix` or `suffix`, the words right before or after it"


def write_selector(findings: Findings, span: Span) -> str:
    """Return the YAML that finds the words at `span`: plain text, or a selector if they occur more than once."""
    text, evidence = findings.evidence.text, findings.evidence
    exact = text[span.start : span.end]
    if len(evidence.occurrences(exact, most=2)) == 1:
        return as_yaml(exact)
    before, after = text[max(0, span.start - 200) : span.start].split(), text[span.end : span.end + 200].split()
    for count in range(1, 9):
        for key, words in (("prefix", " ".join(before[-count:])), ("suffix", " ".join(after[:count]))):
            meaningful = any(char.isalnum() for char in words)
            if meaningful and evidence.occurrences(exact, **{key: words}, most=2) == (span,):
                return f"{{exact: {as_yaml(exact)}, {key}: {as_yaml(words)}}}"
    return ""


def as_yaml(words: str) -> str:
    """Return `words` as a quoted YAML scalar on one line."""
    return "'" + words.replace("'", "''").replace("\n", " ") + "'"


def shorten(words: str, most: int = 90) -> str:
    """Return at most `most` characters, cut between words."""
    plain = " ".join(words.split())
    return plain if len(plain) <= most else plain[:most].rsplit(" ", 1)[0] + " …"
