"""Quotation marks that no entry accounts for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.evidence.coverage import Coverage
from newsbrief.model.document import Span
from newsbrief.model.problems import Problem
from newsbrief.rules.quotation_marks import uncovered
from support.findings import check, messages
from support.prose import PARAGRAPHS, write


def test_stretches_that_no_span_covers_are_told():
    text = "One, two, three."
    assert uncovered(Coverage([Span(0, 3)]), Span(0, 16), text) == (Span(3, 16),)
    assert uncovered(Coverage([Span(5, 8)]), Span(0, 16), text) == (Span(0, 5), Span(8, 16))
    assert uncovered(Coverage([Span(0, 8), Span(6, 15)]), Span(0, 16), text) == ()
    assert uncovered(Coverage([Span(10, 15), Span(0, 8)]), Span(0, 16), text) == ()
    assert uncovered(Coverage([]), Span(0, 3), text) == (Span(0, 3),)


def test_spans_outside_cover_nothing():
    assert uncovered(Coverage([Span(0, 3), Span(9, 12)]), Span(5, 8), "One, two, three.") == (Span(5, 8),)


@given(PARAGRAPHS, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=5))
def test_every_letter_is_covered_or_in_one_uncovered_stretch(paragraphs: list[str], places: list[tuple[int, int]]):
    text = write(*paragraphs).text
    spans = [Span(start, start + length) for start, length in places]
    gaps = uncovered(Coverage(spans), Span(0, len(text)), text)
    for at, char in enumerate(text):
        times = sum(gap.start <= at < gap.end for gap in gaps)
        if any(span.start <= at < span.end for span in spans):
            assert times == 0
        elif char.isalnum():
            assert times == 1


def proposed_lines(problems: list[Problem]) -> list[str]:
    """Return the entries that the hints propose for marks that nothing accounts for."""
    return [line for problem in problems for line in problem.hint.split("\n") if line.startswith("- {")]


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


@pytest.mark.parametrize("inside", ["…", "?", "😀", "—"])
def test_marks_around_no_word_must_be_accounted_for_too(inside: str) -> None:
    article = f"She wrote “{inside}” to them."
    assert messages(article, "") == ["these quotation marks are not accounted for"]
    assert messages(article, f"quotes:\n  - {{speaker: unattributed, text: '{inside}'}}\n") == []
