"""Words that must be in the article, and the ways in which they can fail to be."""

from newsbrief.errors import Problem
from newsbrief.evidence import Missing
from newsbrief.findings import Findings
from newsbrief.yamlfile import Path


def words_are_in_the_article(findings: Findings) -> list[Problem]:
    return [_explain_missing(findings, path, missing) for path, missing in findings.missing.items()]


_NOUNS = {"text": "quotation", "cue": "cue", "when": "date's wording", "cite": "cited passage"}


def _explain_missing(findings: Findings, path: Path, missing: Missing) -> Problem:
    """Tell apart the ways in which words can fail to be in an article."""
    noun = next(_NOUNS[step] for step in reversed(path) if isinstance(step, str) and step in _NOUNS)
    if noun == "quotation" and path[0] == "not_speech":
        noun = "wording"
    places = [
        f"“{shorten(findings.evidence.words(span))}” ({findings.article.line_of(span.start)})"
        for span in missing.places[:5]
    ]
    if missing.reason == "repeated":
        return findings.problem(
            path, f"the {noun} occurs {len(missing.places)} times", _tell_apart(findings, path, missing)
        )
    message, hint = {
        "absent": (
            f"{noun} is not in the article",
            f"the nearest words there are: {places[0]}" if places else "copy the words from the article",
        ),
        "case": (f"{noun} is not in the article", f"the article has, in other case: {' '.join(places)}"),
        "punctuation": (
            f"{noun} is not in the article",
            f"the article has, with other punctuation or case: {' '.join(places)}",
        ),
        "part of a word": (f"{noun} cuts a word in two", f"the article has {' '.join(places)}"),
        "apart": (
            f"{noun} is not in the article in one piece",
            f"its parts stand apart; list them: {', '.join(places)}",
        ),
        "elsewhere": (f"{noun} is in the article, but not there", f"it stands at {', '.join(places)}"),
        "empty": (f"{noun} is empty", "copy the words from the article"),
    }[missing.reason]
    if message.startswith(noun) and missing.reason == "elsewhere" and noun == "date's wording":
        hint += "; it is looked for inside the words cited, then in the paragraphs beside them"
    return findings.problem(path, message, hint)


def _tell_apart(findings: Findings, path: Path, missing: Missing) -> str:
    """Return a selector for the first of several places, and where they all are."""
    text, span = findings.evidence.text, missing.places[0]
    lines = ", ".join(findings.article.line_of(place.start) for place in missing.places[:5])
    paragraph = findings.article.document.paragraphs[findings.evidence.paragraph_of(span.start)]
    exact = as_yaml(findings.evidence.words(span))
    for count in range(1, 7):
        prefix = " ".join(text[paragraph.start : span.start].split()[-count:])
        suffix = " ".join(text[span.end : paragraph.end].split()[:count])
        for key, words in (("prefix", prefix), ("suffix", suffix)):
            if not any(char.isalnum() for char in words):
                continue
            places = findings.evidence.occurrences(text[span.start : span.end], **{key: words})
            if len(places) == 1:
                return f"at {lines}; say which, for the first: {{exact: {exact}, {key}: {as_yaml(words)}}}"
    return f"at {lines}; say which with `prefix` or `suffix`, the words right before or after it"


def as_yaml(words: str) -> str:
    return "'" + words.replace("'", "''").replace("\n", " ") + "'"


def shorten(words: str, most: int = 90) -> str:
    """Return at most `most` characters, cut between words."""
    plain = " ".join(words.split())
    return plain if len(plain) <= most else plain[:most].rsplit(" ", 1)[0] + " …"
