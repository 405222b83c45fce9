"""The names of actors, searched in an article."""

from hypothesis import given
from hypothesis import strategies as st

from newsbrief.evidence.names import NamePlace, find_names
from newsbrief.evidence.typography import fold_words
from newsbrief.model.document import Span
from support.prose import PARAGRAPHS, WORDS, folded_slice, write


def test_names_are_found_with_their_owners():
    evidence = write("General Khalifa Haftar met Tom. Haftar's men and Tom’s left.")
    names = {"Khalifa Haftar": "haftar", "Haftar": "haftar", "Tom": "tom"}
    assert [(evidence.words(place.span), place.actor) for place in find_names(evidence, names)] == [
        ("Khalifa Haftar", "haftar"),
        ("Tom", "tom"),
        ("Haftar", "haftar"),
        ("Tom", "tom"),
    ]


def test_the_longest_name_is_found():
    evidence = write("The United States Africa Command spoke.")
    names = {"United States": "us", "United States Africa Command": "africom", "Africa": "africa"}
    assert find_names(evidence, names) == (NamePlace(Span(4, 32), "africom"),)


def test_names_in_other_case_or_within_words_are_not_found():
    evidence = write("They told us of Omanis, and of the USA.")
    assert find_names(evidence, {"US": "us", "Oman": "oman"}) == ()


def test_names_are_found_beside_hyphens_and_marks():
    evidence = write("The UN-backed “GNA” (US).")
    found = find_names(evidence, {"UN": "un", "GNA": "gna", "US": "us"})
    assert [place.actor for place in found] == ["un", "gna", "us"]


def test_names_fold_as_all_words_do():
    evidence = write("He saw O’Neill of Al–Watan,", "Jean\u00a0Luc.")
    found = find_names(evidence, {"O'Neill": "a", "Al-Watan": "b", "Jean Luc": "c"})
    assert [evidence.words(place.span) for place in found] == ["O’Neill", "Al–Watan", "Jean\u00a0Luc"]


def test_names_with_signs_of_patterns_are_taken_as_they_are():
    evidence = write("Yahoo! and C.I.A. agents, not CxIxA. (A|B)")
    found = find_names(evidence, {"C.I.A.": "cia", "Yahoo!": "yahoo", "(A|B)": "ab"})
    assert [place.actor for place in found] == ["yahoo", "cia", "ab"]


def test_names_of_scripts_without_spaces_are_found_anywhere():
    evidence = write("记者在北京说话。")
    assert find_names(evidence, {"北京": "beijing"}) == (NamePlace(Span(3, 5), "beijing"),)


def test_no_names_are_found_nowhere():
    assert find_names(write("One."), {}) == ()
    assert find_names(write("One."), {" ": "blank"}) == ()


@given(PARAGRAPHS, st.lists(WORDS, max_size=4))
def test_found_names_are_whole_words_that_do_not_overlap(paragraphs: list[str], names: list[str]):
    evidence = write(*paragraphs)
    owners = {fold_words(name): name for name in names}
    end = 0
    for place in find_names(evidence, {name: name for name in names}):
        assert place.span.start >= end
        assert fold_words(place.actor) == folded_slice(evidence, place.span)
        assert place.actor in owners.values()
        end = place.span.end
