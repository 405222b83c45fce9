import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsbrief.evidence.typography import fold, fold_words
from newsbrief.model.document import Span

# Greek signs that NFC turns into accents that fold as apostrophes do.
ODD_ACCENTS = "\u1fef\u1ffd"
PROSE = st.text(st.sampled_from("ae 'n.…-–“”’\t\n\u00a0\u0301\u0323é한\u1112\u1161\u11ab가"), max_size=40)
ANY = st.one_of(PROSE, st.text(max_size=40)).map(lambda text: text.translate(dict.fromkeys(map(ord, ODD_ACCENTS))))
COMPOSING = [
    chr(code)
    for code in range(0x110000)
    if not 0xD800 <= code < 0xE000
    and unicodedata.normalize("NFD", chr(code)) != chr(code)
    and chr(code) not in ODD_ACCENTS
]


def test_curly_marks_fold_to_straight_ones():
    assert fold("“a” „b‟ ＂c＂").text == '"a" "b" "c"'
    assert fold("‘a’ ‚b‛ ʼc ＇d").text == "'a' 'b' 'c 'd"


def test_accents_that_typewriters_used_as_apostrophes_fold():
    assert fold("it´s, it`s").text == "it's, it's"


def test_guillemets_do_not_fold():
    assert fold("«a» ‹b›").text == "«a» ‹b›"


@pytest.mark.parametrize("dash", [*"‐‑‒–—―−﹘﹣－", "--", "---"])
def test_dashes_fold_to_a_hyphen(dash: str):
    assert fold(f"one{dash}two").text == "one-two"


def test_white_space_around_a_dash_does_not_fold():
    assert fold("one – two").text != fold("one–two").text


@pytest.mark.parametrize("ellipsis", ["…", "...", ". . .", ".\u00a0.\u00a0."])
def test_forms_of_the_ellipsis_fold_together(ellipsis: str):
    assert fold(f"well{ellipsis}yes").text == "well...yes"


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\u3000", "\t", "\n", "\r\n", "\n\n", "  \n "])
def test_white_space_of_any_sort_and_length_folds_to_one_space(space: str):
    assert fold(f"one{space}two").text == "one two"


def test_composed_and_decomposed_letters_fold_together():
    assert fold("Cafe\u0301 \u1112\u1161\u11ab").text == "Café 한"


def test_compatible_letters_do_not_fold():
    assert fold("½ve ① ｆ").text == "½ve ① ｆ"


def test_ligatures_fold_to_their_letters_and_keep_their_place():
    folded = fold("oﬀers of e\u0301clat, ﬂoods and eﬃgies")
    assert folded.text == "offers of éclat, floods and effigies"
    assert folded.original(*(folded.text.index("floods") + at for at in (0, 6))) == Span(17, 22)
    assert folded.original(2, 6) is None


def test_case_and_other_punctuation_do_not_fold():
    assert fold("Yes! no? (maybe), so: it; is.").text == "Yes! no? (maybe), so: it; is."


def test_every_white_space_folds_to_a_space():
    spaces = [chr(code) for code in range(0x110000) if chr(code).isspace()]
    assert [space for space in spaces if fold(f"one{space}two").text != "one two"] == []


def test_words_to_look_for_lose_the_white_space_at_their_ends():
    assert fold_words(" \n“We  want”\u00a0") == '"We want"'
    assert fold_words(" \n ") == ""


def test_a_folded_slice_knows_its_original():
    folded = fold("a…  “be\u0301”")
    assert folded.text == 'a... "bé"'
    assert folded.original(0, 4) == Span(0, 2)
    assert folded.original(4, 9) == Span(2, 9)
    assert folded.original(7, 8) == Span(6, 8)


def test_a_slice_that_cuts_a_sign_in_two_has_no_original():
    folded = fold("a…b")
    assert folded.original(0, 2) is None
    assert folded.original(2, 5) is None
    assert folded.original(1, 4) == Span(1, 2)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 4)])
def test_what_is_no_slice_has_no_original(start: int, end: int):
    assert fold("abc").original(start, end) is None


def test_skipped_characters_are_left_out_with_the_white_space_after_them():
    folded = fold("“One.\n\n“ Two.”", (7,))
    assert folded.text == '"One. Two."'
    assert folded.original(6, 11) == Span(9, 14)


def test_an_offset_of_the_original_has_a_place_in_the_folded_text():
    folded = fold("a…  “b")
    assert [folded.index(offset) for offset in (0, 1, 2, 4, 5)] == [0, 1, 4, 5, 6]


@given(ANY, st.integers(0, 40))
def test_an_offset_of_the_original_leads_to_the_first_sign_that_begins_there_or_later(text: str, offset: int):
    folded = fold(text)
    later = [at for at in range(len(folded.text)) if folded.behind(at).start >= offset]
    assert folded.index(offset) == min(later, default=len(folded.text))


def test_every_letter_that_unicode_composes_is_composed():
    for letter in COMPOSING:
        assert fold(unicodedata.normalize("NFD", letter)).text == fold(unicodedata.normalize("NFC", letter)).text


@given(ANY)
def test_a_text_folds_as_its_composed_form_does(text: str):
    assert fold(text).text == fold(unicodedata.normalize("NFC", text)).text


@given(
    st.text(
        st.characters(
            exclude_categories=["Cs", "Zs", "Zl", "Zp", "Cc", "Pd", "Pi", "Pf", "Po", "Sk", "Sm", "Ps"],
            exclude_characters="ʼﬀﬁﬂﬃﬄﬅﬆ",
        )
    )
)
def test_a_text_without_folded_signs_folds_to_its_composed_form(text: str):
    assert fold(text).text == unicodedata.normalize("NFC", text)


@given(ANY, ANY)
def test_composition_crosses_no_more_than_unicode_says(left: str, right: str):
    together = unicodedata.normalize("NFC", left + right)
    assert fold(left + right).text == fold(together).text


@given(ANY)
def test_the_signs_of_a_folded_text_stand_for_the_whole_original_in_order(text: str):
    folded = fold(text)
    behind = [folded.behind(at) for at in range(len(folded.text))]
    assert behind == sorted(behind)
    assert [span.end for span in behind] == sorted(span.end for span in behind)
    slices = sorted(set(behind))
    assert [start for start, _ in slices] == [0, *(end for _, end in slices)][: len(slices)]
    assert not text or slices[-1][1] == len(text)


@given(ANY, st.data())
def test_every_folded_slice_maps_to_a_slice_that_folds_to_it(text: str, data: st.DataObject):
    folded = fold(text)
    assume(folded.text and "----" not in text)
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    span = folded.original(start, end)
    if span is None:
        behind = [folded.behind(at) for at in range(len(folded.text))]
        assert max(behind.count(behind[at]) for at in (start, end - 1)) > 1
    else:
        assert fold(text[span.start : span.end]).text == folded.text[start:end]


@given(ANY)
def test_words_to_look_for_are_the_folded_text_without_its_ends(text: str):
    assert fold_words(text) == fold(text).text.strip()


def test_greek_accents_fold_as_their_composed_forms_do():
    assert fold("\u1fef\u1ffd").text == "''"


def test_four_hyphens_are_no_dash():
    assert fold("a----b").text == "a----b"
