"""Exact words, searched in an article."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsbrief.content.markdown import read_markdown
from newsbrief.evidence.missing import Missing
from newsbrief.evidence.search import Evidence
from newsbrief.evidence.typography import fold, fold_words
from newsbrief.model.document import Span
from support.cases import read_cases
from support.prose import ANY, PARAGRAPHS, PROSE, folded_slice, write

CASES = read_cases("matching.txt")


def tokens(text: str) -> list[Span]:
    spans, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        spans.append(Span(start, at))
    return spans


@st.composite
def articles_with_words(draw: st.DrawFn) -> tuple[Evidence, Span]:
    """An article and a slice of it from one word's beginning to another's end.

    No sign is cut by it: an ellipsis may be set with spaces. Marks that open a quotation anew are no part of it.
    """
    evidence = write(*draw(PARAGRAPHS))
    words = tokens(evidence.text)
    assume(words)
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, len(words) - 1))
    span = Span(words[first].start, words[last].end)
    assume(not evidence.words(span).startswith(".") and not evidence.words(span).endswith("."))
    assume(not any(span.start <= offset < span.end for offset in evidence.marks.reopening))
    return evidence, span


@pytest.mark.parametrize("parts", [parts for _, parts in CASES], ids=[title for title, _ in CASES])
def test_the_cases_are_matched_as_written(parts: list[str]):
    article, words, expected = parts
    evidence = Evidence(read_markdown(article))
    result = evidence.find(words)
    outcome, places = ("found", (result,)) if isinstance(result, Span) else (result.reason, result.places)
    shown = " | ".join("¶".join(evidence.words(place).split("\n")).replace("¶¶", "¶") for place in places)
    assert (f"{outcome}: {shown}" if shown else outcome) == expected


@pytest.mark.parametrize("article", ["On 7\u00a0April they left.", "On 7&nbsp;April they left.", "On 7\u202fApril."])
def test_no_break_spaces_in_the_article_are_found_by_plain_ones(article: str):
    assert Evidence(read_markdown(article)).find("On 7 April") == Span(0, 10)


def test_decomposed_letters_are_found_by_composed_ones_and_back():
    assert write("The cafe\u0301 is shut.").find("caf\u00e9") == Span(4, 9)
    assert write("The caf\u00e9 is shut.").find("cafe\u0301") == Span(4, 8)


def test_a_prefix_says_which_of_two_places_is_meant():
    evidence = write("They left. Then they left again.")
    assert evidence.find("left", prefix="Then they") == Span(21, 25)


def test_a_suffix_says_which_of_two_places_is_meant():
    evidence = write("They left. Then they left again.")
    assert evidence.find("left", suffix="again") == Span(21, 25)
    assert evidence.find("left", suffix=".") == Span(5, 9)


def test_prefix_and_suffix_fold_as_the_words_do():
    evidence = write("“Then” they left—again. Then they left.")
    assert evidence.find("left", prefix='"Then"  they', suffix="-again") == Span(12, 16)


def test_a_prefix_may_end_the_paragraph_before():
    assert write("Then.", "They left. They left.").find("They left", prefix="Then.") == Span(7, 16)


def test_words_that_stand_elsewhere_than_the_prefix_says_are_shown():
    evidence = write("They left. Then they left again.")
    assert evidence.find("left", prefix="Nobody") == Missing("elsewhere", (Span(5, 9), Span(21, 25)))
    assert evidence.find("Then", suffix="again") == Missing("elsewhere", (Span(11, 15),))


def test_occurrences_come_in_order_and_may_overlap():
    assert write("a b a b a").occurrences("a b a") == (Span(0, 5), Span(4, 9))


def test_words_without_letters_are_nowhere():
    assert write("One two.").occurrences(" \n ") == ()


def test_offsets_are_told_their_paragraph():
    evidence = write("One.", "Two.", "Three.")
    assert [evidence.paragraph_of(offset) for offset in (0, 3, 5, 6, 9, 12, 40)] == [0, 0, 0, 1, 1, 2, 2]


@given(articles_with_words())
def test_every_slice_from_word_to_word_is_found(case: tuple[Evidence, Span]):
    evidence, span = case
    assert span in evidence.occurrences(evidence.words(span))


@given(articles_with_words())
def test_what_is_found_is_a_slice_that_folds_to_the_words(case: tuple[Evidence, Span]):
    evidence, span = case
    words = evidence.words(span)
    for found in evidence.occurrences(words):
        assert folded_slice(evidence, found) == fold_words(words)


@given(articles_with_words(), st.data())
def test_words_with_one_letter_changed_are_not_found_unless_they_stand_there(
    case: tuple[Evidence, Span], data: st.DataObject
):
    evidence, span = case
    words = evidence.words(span)
    letters = [at for at, char in enumerate(words) if char.isalnum()]
    assume(letters and len(evidence.occurrences(words)) == 1)
    at = data.draw(st.sampled_from(letters))
    letter = data.draw(st.characters(categories=["L", "Nd"]).filter(lambda char: char != words[at]))
    changed = words[:at] + letter + words[at + 1 :]
    assume(fold_words(changed) != fold_words(words))
    assert span not in evidence.occurrences(changed)
    for found in evidence.occurrences(changed):
        assert folded_slice(evidence, found) == fold_words(changed)
    if fold_words(changed) not in fold(evidence.text, evidence.marks.reopening).text:
        assert isinstance(evidence.find(changed), Missing)


@given(PARAGRAPHS, st.one_of(PROSE, ANY), st.sampled_from(["", "a", "“"]), st.sampled_from(["", "b", "."]))
def test_words_are_found_or_told_why_not(paragraphs: list[str], words: str, prefix: str, suffix: str):
    evidence = write(*paragraphs)
    result = evidence.find(words, prefix, suffix)
    if isinstance(result, Span):
        assert fold_words(words) in (folded_slice(evidence, result), fold_words(evidence.words(result)))
    else:
        for place in result.places:
            assert 0 <= place.start < place.end <= len(evidence.text)


def test_words_copied_with_the_mark_that_opens_a_quotation_anew_are_found():
    assert write("“One.", "“Two,” he said.").find("“One.\n\n“Two,”") == Span(0, 13)
