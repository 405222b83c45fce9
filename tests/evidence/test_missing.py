"""The reason why words were not found."""

from newsbrief.evidence.missing import Missing
from newsbrief.model.document import Span
from support.prose import write


def test_other_case_is_told_though_the_letters_stand_within_a_word_before():
    evidence = write("A theme, and THE end.")
    assert evidence.find("The") == Missing("case", (Span(13, 16),))
