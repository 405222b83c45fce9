"""The words beside quotation marks without a partner."""

from newsbrief.evidence.lone_marks import LoneMarks
from newsbrief.evidence.quotation_marks import UnpairedMark
from newsbrief.model.document import Span


def test_words_begin_at_an_opening_mark_and_end_at_a_closing_one() -> None:
    marks = LoneMarks("“ We won», he said.", [UnpairedMark(0, True), UnpairedMark(8, False)])
    assert marks.beside(Span(2, 4)) == (0,)
    assert marks.beside(Span(5, 8)) == (8,)
    assert marks.beside(Span(2, 8)) == (0, 8)
    assert marks.beside(Span(3, 7)) == ()


def test_a_comma_before_the_closing_mark_may_be_left_off() -> None:
    marks = LoneMarks("We won,” he said.", [UnpairedMark(7, False)])
    assert marks.beside(Span(0, 6)) == (7,)
    assert marks.beside(Span(9, 11)) == ()


def test_a_mark_of_two_signs_opens_behind_both() -> None:
    assert LoneMarks("``We won.", [UnpairedMark(0, True, 2)]).beside(Span(2, 4)) == (0,)
