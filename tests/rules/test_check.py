"""The rules: every diagnosis as an editor reads it, and what must hold for any article and any fact sheet."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsbrief.briefing.assemble import assemble_briefing
from newsbrief.cli.reports import format_problem
from newsbrief.content.article import parse_article
from newsbrief.content.files import BriefingFolder
from newsbrief.content.parse_fact_sheet import parse_facts
from newsbrief.content.source_file import decode
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.evidence.find_all import find_all
from newsbrief.rules.check import RULES, check_briefing
from support.cases import read_cases
from support.findings import check, find, write_front
from support.sites import ARTICLE, FACTS


@pytest.mark.parametrize("parts", [pytest.param(parts, id=title) for title, parts in read_cases("diagnosis.txt")])
def test_an_editor_reads(parts: list[str]) -> None:
    *front, article, facts, expected = parts
    printed = "\n".join(format_problem(each) for each in check(article, facts, add_front(front)))
    assert (printed or "no problem") == expected


def add_front(lines: list[str]) -> str:
    """Return front matter with these lines at its end."""
    return write_front().replace("---\n\n", "".join(f"{line}\n" for line in lines) + "---\n\n")


def test_every_rule_breaks_in_some_case() -> None:
    """A rule that no case breaks could be left out of the tuple unnoticed."""
    cases = [parts for _, parts in read_cases("diagnosis.txt")]
    findings = [find(article, facts, add_front(front)) for *front, article, facts, _ in cases]
    unbroken = [rule.__name__ for rule in RULES if not any(rule(each) for each in findings)]
    assert not unbroken, f"tests/cases/diagnosis.txt has no case that breaks {', '.join(unbroken)}"


def test_the_rules_of_a_site_without_a_problem_find_none() -> None:
    assert check(ARTICLE, FACTS) == []


def test_problems_come_in_the_order_of_the_files_and_none_twice() -> None:
    facts = "key_points:\n  - {text: A}\n  - {text: A, cite: A}\nquotes:\n  - {speaker: unattributed, text: three}\n"
    problems = check('She said "one".\n\nHe said "two".\n', facts)
    assert [(each.path.rpartition("/")[2], each.line) for each in problems] == [
        ("article.md", 6),
        ("article.md", 8),
        ("facts.yaml", 2),
        ("facts.yaml", 3),
        ("facts.yaml", 5),
    ]


@pytest.mark.parametrize(
    "article, words",
    [
        ("The mayor went home. The mayor went away. The mayor went mad.", "The mayor went"),
        ("It is Ana's bridge. It was Ana's bridge.", "Ana's bridge"),
        ("Yes. Yes. Yes.", "Yes"),
        ("Then the bridge closed.\n\nNow the bridge closed again.", "the bridge closed"),
        ('A "new bridge" and a "new bridge" again.', "new bridge"),
    ],
)
def test_the_proposed_selector_finds_the_first_place(article: str, words: str) -> None:
    sheet = "key_points:\n  - text: A.\n    cite: {}\n"
    (problem,) = (each for each in check(article, sheet.format(f'"{words}"')) if each.path.endswith("facts.yaml"))
    selector = "{exact:" + problem.hint.partition("{exact:")[2]
    findings = find(article, sheet.format(selector))
    (span,) = findings.spans(("key_points", 0, "cite"))
    assert findings.missing == {}
    assert span.start == article.index(words)


# Pieces from which articles and fact sheets are thrown together: marks, names, dates, Markdown, signs that fold.
PIECES = st.sampled_from(
    [
        *(
            "Lena Ortiz",
            "Ortiz",
            "Tom Reed",
            "the bridge",
            "said",
            "she",
            "in 2017",
            "on Sunday",
            "May",
            "one",
            "two",
            "it's",
        ),
        *(
            '"',
            "“",
            "”",
            "'",
            "’",
            "„",
            "«",
            "»",
            "「",
            "」",
            " ",
            " ",
            "\n",
            "\n\n",
            "...",
            "…",
            "--",
            "—",
            ".",
            ",",
            ":",
        ),
        *("é", "e\u0301", "ﬁ", "İ", "ß", "नि", "橋", "😀", "*", "_", "`", "&amp;", "&#8203;", "<b>", "\\", "> ", "- "),
        *("# ", "1. ", "[", "](x)", "|", "[^1]", "[^1]: "),
    ]
)
# U+2028 and U+2029 end a line for YAML and for nobody else.
SIGNS = st.characters(exclude_categories=["Cs"], exclude_characters="\u2028\u2029")
WORDS = st.lists(PIECES, max_size=5).map(" ".join) | PIECES | st.text(SIGNS, max_size=8)
ARTICLES = (
    st.lists(PIECES, min_size=1, max_size=40).map("".join)
    | st.lists(PIECES, max_size=40).map(" ".join)
    | st.text(SIGNS)
)
SCALARS = st.none() | st.booleans() | st.integers(-(10**20), 10**20) | WORDS
IDS = st.sampled_from(["ortiz", "reed", "council", "unattributed", "Bad Id", ""])
SELECTORS = (
    WORDS | st.integers(0, 3000) | st.fixed_dictionaries({"exact": WORDS}, optional={"prefix": WORDS, "suffix": WORDS})
)
PASSAGES = SELECTORS | st.lists(SELECTORS, max_size=3)
SOURCES = st.fixed_dictionaries({"title": WORDS, "url": st.sampled_from(["https://a.org/x", "x"])}) | SCALARS
CLAIMS = st.fixed_dictionaries({"text": WORDS}, optional={"cite": PASSAGES, "source": SOURCES, "x": SCALARS})
DATES = st.sampled_from([2017, "2019-04-07", "2019-04", "2019/2020", "0000", "9999-12-31", "0001-01-01", "x"]) | SCALARS
ENTRIES = {
    "key_points": CLAIMS,
    "actors": st.fixed_dictionaries(
        {"id": IDS, "name": WORDS, "kind": st.sampled_from(["person", "state", "x"])},
        optional={
            "abbr": WORDS,
            "aliases": st.lists(WORDS, max_size=3),
            "member_of": IDS,
            "about": st.lists(CLAIMS, max_size=2),
            "background": st.booleans(),
            "side": SCALARS,
        },
    ),
    "dates": st.fixed_dictionaries(
        {"date": DATES, "event": WORDS},
        optional={"when": SELECTORS, "cite": PASSAGES, "source": SOURCES, "actors": st.lists(IDS, max_size=2)},
    ),
    "quotes": st.fixed_dictionaries(
        {"speaker": IDS, "text": PASSAGES}, optional={"cue": SELECTORS, "context": SCALARS}
    ),
    "relations": st.fixed_dictionaries(
        {"from": IDS, "to": IDS, "kind": st.sampled_from(["backs", "y"]), "cite": PASSAGES}
    ),
    "not_speech": st.fixed_dictionaries({"text": SELECTORS, "why": st.sampled_from(["title", "term", "q"])}),
}
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3), max_leaves=6
)
SHEETS = st.fixed_dictionaries(
    {}, optional={key: st.lists(entry | ANYTHING, max_size=3) | ANYTHING for key, entry in ENTRIES.items()}
)


def check_anything(article: str, sheet: object, language: str) -> None:
    """Take an article and a sheet the whole way, as a run would: nothing raises, every problem can be printed."""
    text, problems = decode("content/x/article.md", (write_front(lang=language) + article).encode("utf-8", "replace"))
    facts, faults = decode("content/x/facts.yaml", json.dumps(sheet, ensure_ascii=False).encode("utf-8", "replace"))
    assert text is not None
    assert facts is not None
    problems += faults
    parsed, faults = parse_article(BriefingFolder("x", Path("content/x"), text, facts), "en")
    problems += faults
    if parsed is not None:
        findings = find_all(parsed, parse_facts(parse_yaml(facts)))
        broken = check_briefing(findings)
        problems += broken
        for span in findings.found.values():
            assert 0 <= span.start < span.end <= len(parsed.document.text)
        if not broken:
            briefing = assemble_briefing("x", "x", findings)
            assert all(
                briefing.words(part) in briefing.document.text for quote in briefing.quotes for part in quote.parts
            )
    for problem in problems:
        assert problem.message in format_problem(problem) or not problem.message.isprintable()
        assert problem.line <= len((text if problem.path.endswith(".md") else facts).lines)


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(ARTICLES, SHEETS, st.sampled_from(["en", "en-GB", "de", "ar", "th"]))
def test_check_never_raises(article: str, sheet: dict[str, object], language: str) -> None:
    check_anything(article, sheet, language)
