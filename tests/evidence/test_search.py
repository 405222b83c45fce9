import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsbrief.content.markdown import read_markdown
from newsbrief.evidence.search import Evidence, Missing, NamePlace, cuts_word, find_names, uncovered
from newsbrief.evidence.typography import fold, fold_words
from newsbrief.model.briefing import Document, Span
from support.sites import read_cases

CASES = read_cases("matching.txt")
WORDS = st.text(st.sampled_from("abAé1'’.,—-“”\"\u0301北한\u00ad"), min_size=1, max_size=5)
PROSE = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
ANY = st.text(min_size=1, max_size=40)
PARAGRAPHS = st.lists(st.one_of(PROSE, ANY), min_size=1, max_size=4)


def write(*paragraphs: str) -> Evidence:
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return Evidence(Document((), "\n\n".join(paragraphs), tuple(spans)))


def folded_slice(evidence: Evidence, span: Span) -> str:
    skip = tuple(offset - span.start for offset in evidence.marks.reopening if span.start <= offset < span.end)
    return fold(evidence.words(span), skip).text


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


@pytest.mark.parametrize(
    ("text", "words", "is_cut"),
    [
        ("the bridges", "bridge", True),
        ("abridge it", "bridge", True),
        ("a_b", "a", True),
        ("7 of 78", "8", True),
        ("the bridge, here", "bridge", False),
        ("re-open it", "open", False),
        ("cafe\u0301s", "cafe", True),
        ("don't", "don", True),
        ("don't", "do", True),
        ("we'll", "we", True),
        ("Haftar's", "Haftar", False),
        ("it's", "it", False),
        ("'sure'", "sure", False),
        ("北京市", "京", False),
    ],
)
def test_words_are_whole_or_cut(text: str, words: str, is_cut: bool):
    start = text.rindex(words)
    assert cuts_word(text, start, start + len(words)) is is_cut


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
    evidence = write("Conor O’Neill of Al–Watan,", "Jean\u00a0Luc.")
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


def test_stretches_that_no_span_covers_are_told():
    text = "One, two, three."
    assert uncovered([Span(0, 3)], Span(0, 16), text) == (Span(3, 16),)
    assert uncovered([Span(5, 8)], Span(0, 16), text) == (Span(0, 5), Span(8, 16))
    assert uncovered([Span(0, 8), Span(6, 15)], Span(0, 16), text) == ()
    assert uncovered([Span(10, 15), Span(0, 8)], Span(0, 16), text) == ()
    assert uncovered([], Span(0, 3), text) == (Span(0, 3),)


def test_spans_outside_cover_nothing():
    assert uncovered([Span(0, 3), Span(9, 12)], Span(5, 8), "One, two, three.") == (Span(5, 8),)


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


def test_other_case_is_told_though_the_letters_stand_within_a_word_before():
    evidence = write("A theme, and THE end.")
    assert evidence.find("The") == Missing("case", (Span(13, 16),))


def test_words_copied_with_the_mark_that_opens_a_quotation_anew_are_found():
    assert write("“One.", "“Two,” he said.").find("“One.\n\n“Two,”") == Span(0, 13)
