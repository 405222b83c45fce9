"""Quotation marks that no entry accounts for."""

from hypothesis import given
from hypothesis import strategies as st

from newsbrief.model.document import Span
from newsbrief.rules.quotation_marks import uncovered
from support.prose import PARAGRAPHS, write


def test_stretches_that_no_span_covers_are_told():
    text = "One, two, three."
    assert uncovered([Span(0, 3)], Span(0, 16), text) == (Span(3, 16),)
    assert uncovered([Span(5, 8)], Span(0, 16), text) == (Span(0, 5), Span(8, 16))
    assert uncovered([Span(0, 8), Span(6, 15)], Span(0, 16), text) == ()
    assert uncovered([Span(10, 15), Span(0, 8)], Span(0, 16), text) == ()
    assert uncovered([], Span(0, 3), text) == (Span(0, 3),)


def test_spans_outside_cover_nothing():
    assert uncovered([Span(0, 3), Span(9, 12)], Span(5, 8), "One, two, three.") == (Span(5, 8),)


@given(PARAGRAPHS, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=5))
def test_every_letter_is_covered_or_in_one_uncovered_stretch(paragraphs: list[str], places: list[tuple[int, int]]):
    text = write(*paragraphs).text
    spans = [Span(start, start + length) for start, length in places]
    gaps = uncovered(spans, Span(0, len(text)), text)
    for at, char in enumerate(text):
        times = sum(gap.start <= at < gap.end for gap in gaps)
        if any(span.start <= at < span.end for span in spans):
            assert times == 0
        elif char.isalnum():
            assert times == 1
