"""Quotation marks without a partner, and the two remedies that are proposed for them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from support.findings import check, messages, write_front

ALONE = [
    "“We won, said the mayor. It rained.",
    "It rained. We won,” said the mayor.",
    "We won’ said the mayor.",
    "He said «oui et partit.",
    "He said 'we won. It rained.",
    "The mayor said ,,no. It rained.",
    "彼は「行くと言った。",
    "We won. “We won. “We won again, said the mayor.",
]


def proposed(hint: str, sign: str) -> str:
    """Return the line of a hint that begins so."""
    (line,) = (line for line in hint.split("\n") if line.startswith(sign))
    return line


@pytest.mark.parametrize("article", ALONE)
def test_the_proposed_slips_leave_nothing_to_say(article: str) -> None:
    lines = [proposed(problem.hint, "sic: [") for problem in check(article, "")]
    assert lines
    slips = ", ".join(line.removeprefix("sic: [").removesuffix("]") for line in lines)
    assert check(article, "", write_front(sic=f"[{slips}]")) == []


@pytest.mark.parametrize(
    "article",
    [
        "She said ‘Hello there. It rained, and the boys’ coats were wet.",
        "The ‘Aprilo’ was shut.",
        "The ‘Xala of the boys’ ended.",
    ],
)
def test_a_pair_that_may_be_none_has_both_remedies(article: str) -> None:
    (problem,) = check(article, "")
    assert check(article, "", write_front(sic=proposed(problem.hint, "sic: [").removeprefix("sic: "))) == []
    assert check(article, f"quotes:\n  {proposed(problem.hint, '- {')}\n") == []


@pytest.mark.parametrize("article", ALONE[:-1])
def test_the_proposed_entry_accounts_for_the_mark(article: str) -> None:
    (problem,) = check(article, "")
    assert check(article, f"quotes:\n  {proposed(problem.hint, '- {')}\n") == []


MARKS = st.sampled_from(
    ["``", ",,", "<<", *"“”\"'‘’«»「」`´", "``", "''", " ", " ", ". ", "one", "Two", "three", "it’s", "Ain", "\n\n"]
)


@settings(max_examples=200)
@given(st.lists(MARKS, max_size=25))
def test_following_the_proposed_slips_leaves_fewer_lone_marks_and_no_fault(pieces: list[str]) -> None:
    article = "Start " + "".join(pieces)
    hints = [problem.hint for problem in check(article, "") if problem.message.startswith("this quotation mark")]
    lines = [line for hint in hints for line in hint.split("\n") if line.startswith("sic: [")]
    if lines:
        front = write_front(sic=f"[{lines[0].removeprefix('sic: [')}")
        left = messages(article, "", front)
        assert parse_yaml(SourceFile("x", front.split("---")[1])).problems == ()
        assert not any(message.endswith(("in the article", "only apostrophes")) for message in left)
        assert not any("are in order" in message for message in left)


@pytest.mark.parametrize(
    "interruption",
    ["## A ‘good’ head", "*Photo: “good”*", "- “good”", "> “good”", "| a |\n|---|\n| “good” |"],
)
def test_what_interrupts_a_quotation_is_accounted_for_by_itself(interruption: str) -> None:
    article = f"“First things.\n\n{interruption}\n\n“Second things,” a voice called."
    quoted = "quotes:\n  - {speaker: unattributed, text: [First things., 'Second things,']}\n"
    assert messages(article, quoted) == ["these quotation marks are not accounted for"]
    assert check(article, quoted + "not_speech:\n  - {text: good, why: term}\n") == []


def test_words_that_interrupt_a_quotation_are_no_part_of_it() -> None:
    article = "“First things.\n\n## A head\n\n“Second things,” a voice called."
    quoted = "quotes:\n  - {speaker: unattributed, text: [First things., A head, 'Second things,']}\n"
    assert "these words are not in quotation marks" in messages(article, quoted)


def test_a_title_between_the_marks_of_chinese_may_be_listed_and_need_not_be() -> None:
    article = "他读《红楼梦》，说：“好。”"
    quoted = "quotes:\n  - {speaker: unattributed, text: 好。}\n"
    assert check(article, quoted) == []
    assert check(article, quoted + "not_speech:\n  - {text: 红楼梦, why: title}\n") == []
    quoted += "  - {speaker: unattributed, text: 红楼梦}\n"
    assert messages(article, quoted) == ["these words are not in quotation marks"]


def test_a_mark_of_two_characters_is_reported_once() -> None:
    assert messages("The mayor said ``no. It rained.", "") == ["this quotation mark is never closed"]
