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
from newsbrief.evidence.findings import find_all
from newsbrief.model.problems import Problem
from newsbrief.rules.check import RULES, check_briefing
from support.sites import ARTICLE, FACTS, FRONT, check, find, read_cases

ORTIZ = "actors:\n  - {id: ortiz, name: Lena Ortiz, kind: person}\n"


def messages(article: str, facts: str, front: str = FRONT) -> list[str]:
    return [problem.message for problem in check(article, facts, front)]


def front(**keys: str) -> str:
    given = {"title": "A", "as_of": "2019-04-07"} | keys
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in given.items()) + "---\n\n"


def proposed_lines(problems: list[Problem]) -> list[str]:
    """Return the entries that the hints propose for marks that nothing accounts for."""
    return [line for problem in problems for line in problem.hint.split("\n") if line.startswith("- {")]


@pytest.mark.parametrize("parts", [pytest.param(parts, id=title) for title, parts in read_cases("diagnosis.txt")])
def test_an_editor_reads(parts: list[str]) -> None:
    article, facts, expected = parts
    printed = "\n".join(format_problem(each) for each in check(article, facts))
    assert (printed or "no problem") == expected


def test_every_rule_breaks_in_some_case() -> None:
    """A rule that no case breaks could be left out of the tuple unnoticed."""
    findings = [find(article, facts) for _, (article, facts, _) in read_cases("diagnosis.txt")]
    assert [rule.__name__ for rule in RULES if not any(rule(each) for each in findings)] == []


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
    "article",
    [
        'She called it "late and costly" and left.',
        "She called it “late” and ‘costly’ and «ugly» and left.",
        "She said “it’s Ana’s: \\\\ # {bridge}” and left.",
        'One "two *three* four" five.',
        '"One.\n\n"Two.\n\n"Three," said a voice.',
        "She said \"he said 'no' to me\" and left.",
        "Er sagte: „Die Brücke öffnet.“ Dann ging er.",
        "彼は「橋は開く」と言った。",
        'A line  \n"and another  \nline" ends.',
    ],
)
def test_the_proposed_line_accounts_for_the_marks(article: str) -> None:
    lines = proposed_lines(check(article, ""))
    assert lines
    assert check(article, "quotes:\n" + "".join(f"  {line}\n" for line in lines)) == []


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


def test_a_cue_by_pronoun_is_accepted_only_in_a_language_whose_pronouns_are_known() -> None:
    facts = ORTIZ + "quotes:\n  - {speaker: ortiz, cue: dijo ella, text: Veremos}\n"
    article = "Lena Ortiz vino. «Veremos», dijo ella."
    assert messages(article, facts, front(lang="es")) == []
    assert messages(article, facts, front(lang="es-MX")) == []
    assert messages(article, facts, front(lang="en")) == ["the cue does not name the speaker"]
    (problem,) = check(article, facts, front(lang="fi"))
    assert problem.hint.startswith("include the words that name 'ortiz' by name, or add")


def test_a_cue_names_its_speaker_by_abbreviation_alias_or_possessive() -> None:
    article = 'The UN\'s envoy spoke: "We will see."'
    facts = "actors:\n  - {id: un, name: United Nations, abbr: UN, kind: international-body}\n"
    facts += "quotes:\n  - {speaker: un, cue: The UN, text: We will see.}\n"
    assert messages(article, facts) == []


def test_a_member_may_speak_for_its_party_but_another_may_not() -> None:
    article = 'The council sat. Tom Reed came. "We will see," Lena Ortiz said.'
    facts = """\
actors:
  - {id: council, name: The council, kind: group}
  - {id: ortiz, name: Lena Ortiz, kind: person, member_of: council}
  - {id: reed, name: Tom Reed, kind: person}
quotes:
  - {speaker: SPEAKER, cue: CUE, text: 'We will see,'}
"""
    assert messages(article, facts.replace("SPEAKER", "council").replace("CUE", "The council sat")) == []
    assert messages(article, facts.replace("SPEAKER", "reed").replace("CUE", "Tom Reed came")) == [
        "right words, wrong speaker: the article attributes them to 'ortiz'"
    ]


def test_a_language_without_reporting_verbs_takes_the_editor_s_word_for_the_speaker() -> None:
    facts = ORTIZ + "  - {id: reed, name: Tom Reed, kind: person}\n"
    facts += "quotes:\n  - {speaker: reed, cue: Tom Reed, text: Veremos}\n"
    assert messages("«Veremos», dijo Lena Ortiz a Tom Reed.", facts, front(lang="es")) == []


@pytest.mark.parametrize(
    "date, when, fault",
    [
        ("2019-04-07", "Sunday", ""),
        ("2019-03-31", "last Sunday", ""),
        ("2019-04-14", "next Sunday", ""),
        ("2019-03-24", "Sunday", "Sunday counted from the as-of date 2019-04-07 is 2019-04-07, not 2019-03-24"),
        ("2019-04-06", "yesterday", ""),
        ("2019-04-07", "today", ""),
        ("2019-04-08", "tomorrow", ""),
        (
            "2019-04-05",
            "today",
            "the words, counted from the as-of date 2019-04-07, say 2019-04-07; the date is 2019-04-05",
        ),
        ("2019-04", "yesterday", ""),
        ("2019", "in 2019", ""),
        ("2018-03", "in March 2018", ""),
        ("2018-03-05", "5 March 2018", ""),
        ("2018-03-06", "5 March 2018", "the words say day 5; the date is 2018-03-06"),
        ("2018-03", "2018", "the words say only the year 2018; the date is 2018-03"),
        ("2018-03-05", "March", "the words say only the month; the date is 2018-03-05"),
        ("2010/2012", "2011", ""),
        ("2012/2014", "2011", "the words say 2011; the date is 2012/2014"),
        ("2019-04-01", "Monday, 1 April", ""),
        ("2019-04-01", "Sunday, 1 April", "2019-04-01 is a Monday, not a Sunday"),
    ],
)
def test_a_date_agrees_with_its_words_or_says_why_not(date: str, when: str, fault: str) -> None:
    facts = f"dates:\n  - {{date: '{date}', when: '{when}', event: It closes., cite: It closed}}\n"
    assert messages(f"It closed {when} at dawn.", facts) == ([f"date and words disagree: {fault}"] if fault else [])


def test_the_weekdays_of_an_article_are_read_in_its_language() -> None:
    facts = "dates:\n  - {date: 2019-04-04, when: am Freitag, event: Sie schliesst., cite: Sie schloss}\n"
    article = "Sie schloss am Freitag."
    assert messages(article, facts, front(lang="de")) == [
        "date and words disagree: 2019-04-04 is a Thursday, not a Friday"
    ]


def test_the_as_of_date_decides_what_sunday_is() -> None:
    facts = "dates:\n  - {date: 2019-04-07, when: Sunday, event: It closes., cite: It closed}\n"
    assert messages("It closed Sunday.", facts, front(as_of="2019-04-10")) == []
    assert len(messages("It closed Sunday.", facts, front(as_of="2019-04-20"))) == 1


def test_a_name_inside_a_longer_word_is_no_mention() -> None:
    facts = "actors:\n  - {id: un, name: United Nations, abbr: UN, kind: alliance}\n"
    assert messages("The UNESCO and the UNs met in the sun.", facts) == ["the article does not name United Nations"]
    assert messages("The UN's envoy and the UN-backed force met.", facts) == []


def test_a_background_party_with_an_outside_source_needs_no_mention() -> None:
    source = "{title: The town, url: https://example.org/}"
    facts = f"actors:\n  - {{id: a, name: A, kind: state, background: true, about: [{{text: B., source: {source}}}]}}\n"
    assert messages("The bridge closed.", facts) == []


def test_a_claim_with_a_source_and_a_wrong_cite_is_still_wrong() -> None:
    facts = "key_points:\n  - {text: A., cite: it opened, source: {title: B, url: https://example.org/}}\n"
    assert messages("The bridge closed.", facts) == ["cited passage is not in the article"]


@pytest.mark.parametrize(
    "copied",
    [
        "“It’s late” — she said…",
        '"It\'s late" - she said...',
        "“It’s  late”\n      – she said. . .",
        "“It’s late” -- she said…",
    ],
)
def test_typography_alone_never_makes_a_difference(copied: str) -> None:
    facts = f"key_points:\n  - text: A.\n    cite: >-\n      {copied}\n"
    facts += "quotes:\n  - {speaker: unattributed, text: It’s late}\n"
    assert messages("Then “It’s late” — she said…", facts) == []


@pytest.mark.parametrize("copied", ["It’s Late", "It is late", "It’s late,", "Its late", "It’s lat", "t’s late"])
def test_words_case_and_other_punctuation_always_make_a_difference(copied: str) -> None:
    assert len(messages("It’s late; she said.", f'key_points:\n  - {{text: A., cite: "{copied}"}}\n')) == 1


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert messages("The cafe\u0301 closed.", "key_points:\n  - {text: A., cite: The caf\u00e9 closed}\n") == []
    assert messages("The caf\u00e9 closed.", "key_points:\n  - {text: A., cite: The cafe\u0301 closed}\n") == []


def test_words_may_be_cited_across_emphasis_and_links() -> None:
    article = "The **old** [bridge](https://example.org/) *closed*."
    assert messages(article, "key_points:\n  - {text: A., cite: The old bridge closed.}\n") == []


def test_the_words_of_a_link_s_address_are_not_the_article_s() -> None:
    article = "The [bridge](https://example.org/secret) closed."
    assert messages(article, "key_points:\n  - {text: A., cite: secret}\n") == ["cited passage is not in the article"]


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
    text, problems = decode("content/x/article.md", (front(lang=language) + article).encode("utf-8", "replace"))
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


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from([*"“”\"'‘’«», .", "one", "two", "three", "four", "it's", "\n\n", "—", "("]), max_size=30)
)
def test_following_the_proposed_lines_leaves_no_mark_unaccounted_for(pieces: list[str]) -> None:
    article = "Start " + "".join(pieces)
    lines = proposed_lines(check(article, ""))
    left = messages(article, "quotes:\n" + "".join(f"  {line}\n" for line in lines))
    told = ("this quotation mark", "the quotation occurs")
    assert [message for message in left if not message.startswith(told)] == []


def test_a_speaker_named_between_dashes_inside_the_marks_is_the_articles_own_word() -> None:
    article = "Иван Лазарев приехал. «Мы построим, — сказал Лазарев, — новый завод»."
    facts = """\
actors:
  - {id: lazarev, name: Иван Лазарев, kind: person, aliases: [Лазарев]}
quotes:
  - speaker: lazarev
    cue: сказал Лазарев
    text: [Мы построим, новый завод]
"""
    assert messages(article, facts, front(lang="ru")) == []
    unquoted = facts.replace("[Мы построим, новый завод]", "Мы построим")
    assert len(messages(article, unquoted, front(lang="ru"))) == 1


def test_a_day_whose_month_is_not_understood_is_the_editors_reading() -> None:
    facts = "dates:\n  - {date: 2024-03-20, when: 20 ventôse 2024, event: E., cite: On 20 ventôse 2024 it rained}\n"
    assert messages("On 20 ventôse 2024 it rained.", facts) == []


TWO = """\
actors:
  - {id: ann, name: Ann Lee, kind: person, aliases: [Lee]}
  - {id: bob, name: Bob Ray, kind: person, aliases: [Ray]}
  - {id: firm, name: Lund, kind: group}
quotes:
"""


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("speaker: ann, cue: she told Ray", []),
        ("speaker: bob, cue: she told Ray", ["the cue does not name 'bob' as the one who speaks"]),
        ("speaker: firm, cue: she told", ["“she” cannot stand for Lund"]),
    ],
)
def test_a_pronoun_that_leads_the_cue_is_the_one_who_speaks(entry: str, expected: list[str]) -> None:
    article = "Ann Lee and Bob Ray met at Lund. “We won,” she told Ray."
    assert messages(article, f"{TWO}  - {{{entry}, text: 'We won,'}}\n") == expected


def test_a_pronoun_stands_for_nobody_who_is_named_later() -> None:
    article = "Lund met. Ann Lee came. “We won,” she said.\n\nThen Bob Ray came."
    entry = "  - {speaker: bob, cue: she said, text: 'We won,'}\n"
    assert messages(article, TWO + entry) == ["“she” cannot stand for Bob Ray, who is not named before it"]


def test_a_list_stands_beside_the_paragraph_before_it() -> None:
    article = """\
Bob Ray and Lund met. Ann Lee was blunter:

- “One word.”
- “Two words.”
- “Three words.”
"""
    entries = "".join(
        f"  - {{speaker: ann, cue: Ann Lee was blunter, text: {n}}}\n" for n in ("One word.", "Three words.")
    )
    rest = "  - {speaker: ann, cue: Ann Lee was blunter, text: Two words.}\n"
    assert messages(article, TWO + entries + rest) == []


@pytest.mark.parametrize("inside", ["…", "?", "😀", "—"])
def test_marks_around_no_word_must_be_accounted_for_too(inside: str) -> None:
    article = f"She wrote “{inside}” to them."
    assert messages(article, "") == ["these quotation marks are not accounted for"]
    assert messages(article, f"quotes:\n  - {{speaker: unattributed, text: '{inside}'}}\n") == []
