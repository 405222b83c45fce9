"""Words that must be in the article, and the ways in which they can fail to be."""

from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.missing import Missing
from newsbrief.model.document import Span
from newsbrief.model.problems import Problem


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
        return findings.problem(path, f"the {noun} occurs {len(missing.places)} times", _tell_apart(findings, missing))
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
        "elsewhere": (f"{noun} is in the article, but not there", _tell_neighbours(findings, missing)),
        "empty": (f"{noun} is empty", "copy the words from the article"),
    }[missing.reason]
    if message.startswith(noun) and missing.reason == "elsewhere" and noun == "date's wording":
        hint += "; it is looked for inside the words cited, then in the paragraphs beside them"
    return findings.problem(path, message, hint)


def _tell_neighbours(findings: Findings, missing: Missing) -> str:
    """Return what does stand around each place where the words are."""
    text = findings.evidence.text
    around = [
        f"“{shorten(text[max(0, span.start - 30) : span.end + 30])}” ({findings.article.line_of(span.start)})"
        for span in missing.places[:5]
    ]
    return f"it stands at {', '.join(around)}"


def _tell_apart(findings: Findings, missing: Missing) -> str:
    """Return a selector for the first of several places, and where they all are."""
    lines = dict.fromkeys(findings.article.line_of(place.start) for place in missing.places[:5])
    if selector := write_selector(findings, missing.places[0]):
        return f"at {', '.join(lines)}; say which, for the first: {selector}"
    return f"at {', '.join(lines)}; say which with `prefix` or `suffix`, the words right before or after it"


def write_selector(findings: Findings, span: Span) -> str:
    """Return the YAML that finds the words at `span`: plain text, or a selector where they occur more than once."""
    text, evidence = findings.evidence.text, findings.evidence
    exact = text[span.start : span.end]
    if len(evidence.occurrences(exact)) == 1:
        return as_yaml(exact)
    before, after = text[max(0, span.start - 200) : span.start].split(), text[span.end : span.end + 200].split()
    for count in range(1, 9):
        for key, words in (("prefix", " ".join(before[-count:])), ("suffix", " ".join(after[:count]))):
            meaningful = any(char.isalnum() for char in words)
            if meaningful and evidence.occurrences(exact, **{key: words}) == (span,):
                return f"{{exact: {as_yaml(exact)}, {key}: {as_yaml(words)}}}"
    return ""


def as_yaml(words: str) -> str:
    """Return `words` as a quoted YAML scalar on one line."""
    return "'" + words.replace("'", "''").replace("\n", " ") + "'"


def shorten(words: str, most: int = 90) -> str:
    """Return at most `most` characters, cut between words."""
    plain = " ".join(words.split())
    return plain if len(plain) <= most else plain[:most].rsplit(" ", 1)[0] + " …"
