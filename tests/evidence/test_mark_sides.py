"""What may stand beside quotation marks."""

from newsbrief.evidence.mark_sides import begins, beside, ends, leans_left, leans_right, may_come_first
from newsbrief.model.document import Span


def test_signs_of_any_script_may_stand_beside_a_quotation() -> None:
    assert all(ends(char) for char in ["", " ", *"،؛؟।。።։*†‡¹²→=[(…—%"])
    assert not any(ends(char) for char in "aé1好ि")
    assert all(begins(char) for char in ["", " ", *"([¿¡—→=「“$"])
    assert not any(begins(char) for char in ".,;:!?)a1好")
    assert all(may_come_first(char) for char in "a1好¿…$#(“")
    assert not any(may_come_first(char) for char in ["", " ", *".,;:!?)"])


def test_a_mark_leans_to_the_word_beside_it() -> None:
    text = "so “yes” he"
    opening, closing = beside(text, Span(0, len(text)), 3), beside(text, Span(0, len(text)), 7)
    assert (leans_right(*opening), leans_left(*opening)) == (True, False)
    assert (leans_right(*closing), leans_left(*closing)) == (False, True)


def test_nothing_stands_beside_a_mark_beyond_its_paragraph() -> None:
    assert beside("a\n''\nb", Span(2, 4), 2, 2) == ("", "")
