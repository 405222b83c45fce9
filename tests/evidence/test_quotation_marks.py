from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.evidence.apostrophes import is_letter
from newsbrief.evidence.mark_families import FAMILIES, SIGNS
from newsbrief.evidence.quotation_marks import Marks, UnpairedMark, pair_quotation_marks
from newsbrief.model.document import Passage, Span
from support.cases import read_cases

CASES = read_cases("marks.txt")
MARK_SIGNS = SIGNS | frozenset(",<>")
MARKISH = st.text(st.sampled_from([*SIGNS, *"as9 .,-—(\n\u00a0é平"]), max_size=60)
PARAGRAPHS = st.lists(st.one_of(MARKISH, st.text(max_size=40)).filter(bool), max_size=5)


def lay_out(paragraphs: list[str]) -> tuple[str, tuple[Span, ...]]:
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return "\n\n".join(paragraphs), tuple(spans)


def pair(*paragraphs: str) -> Marks:
    return pair_quotation_marks(*lay_out(list(paragraphs)))


def describe_passage(text: str, passage: Passage) -> str:
    return "  " * passage.depth + " ¶ ".join(text[span.start : span.end] for span in passage.inner)


def describe_unpaired(text: str, mark: UnpairedMark) -> str:
    if mark.opens:
        return "opens " + text[mark.offset :].split()[0]
    before, after = text[: mark.offset].split()[-1], text[mark.offset :].split()[0]
    return f"closes {before}{after}"


@pytest.mark.parametrize("parts", [parts for _, parts in CASES], ids=[title for title, _ in CASES])
def test_the_cases_are_paired_as_written(parts: list[str]):
    text, passages, *unpaired = parts
    marks = pair(*text.split("\n\n"))
    assert ("\n".join(describe_passage(text, each) for each in marks.passages) or "none") == passages
    assert ["\n".join(describe_unpaired(text, each) for each in marks.unpaired)] == (unpaired or [""])


def test_the_outer_span_holds_the_marks_and_the_inner_one_does_not():
    (passage,) = pair("He said “yes” twice.").passages
    assert passage == Passage((Span(9, 12),), Span(8, 13), 0)


def test_a_mark_that_opens_a_quotation_anew_is_told_apart_from_its_words():
    marks = pair("“One.", "“Two.”")
    assert marks.reopening == (7,)
    assert marks.passages == (Passage((Span(1, 5), Span(8, 12)), Span(0, 13), 0),)


def test_a_quotation_does_not_run_over_a_paragraph_that_does_not_open_it_anew():
    marks = pair("“One.", "Two.", "“Three.”")
    assert marks.unpaired == (UnpairedMark(0, opens=True),)
    assert marks.reopening == ()


def test_text_between_two_paragraphs_is_not_read():
    assert pair_quotation_marks('one " two', (Span(0, 3), Span(6, 9))) == Marks((), (), ())


def test_nothing_between_two_marks_is_a_passage_without_words():
    assert pair('He said "" and left.').passages == (Passage((Span(9, 9),), Span(8, 10), 0),)


def test_passages_come_in_the_order_in_which_they_open():
    marks = pair("“a ‘b’ c” “d”", "“e”")
    assert [passage.outer.start for passage in marks.passages] == [0, 3, 10, 15]


@given(PARAGRAPHS)
def test_spans_lie_in_the_text_and_begin_and_end_at_marks(paragraphs: list[str]):
    text, spans = lay_out(paragraphs)
    marks = pair_quotation_marks(text, spans)
    for passage in marks.passages:
        assert text[passage.outer.start] in MARK_SIGNS
        assert text[passage.outer.end - 1] in MARK_SIGNS
        assert passage.inner[0].start - passage.outer.start in (1, 2)
        assert passage.outer.end - passage.inner[-1].end in (1, 2)
    for offset in (*(mark.offset for mark in marks.unpaired), *marks.reopening):
        assert text[offset] in MARK_SIGNS


@given(PARAGRAPHS)
def test_passages_are_disjoint_or_within_one_another(paragraphs: list[str]):
    passages = pair_quotation_marks(*lay_out(paragraphs)).passages
    for number, passage in enumerate(passages):
        for later in passages[number + 1 :]:
            assert passage.outer != later.outer
            assert passage.outer.holds(later.outer) or not passage.outer.meets(later.outer)
            assert later.depth > passage.depth or not passage.outer.meets(later.outer)


@given(PARAGRAPHS)
def test_every_mark_has_one_role_at_most(paragraphs: list[str]):
    marks = pair_quotation_marks(*lay_out(paragraphs))
    ends = [offset for each in marks.passages for offset in (each.outer.start, each.outer.end - 1)]
    roles = [*ends, *(mark.offset for mark in marks.unpaired), *marks.reopening]
    assert len(set(roles)) == len(roles)


@given(PARAGRAPHS)
def test_every_sign_is_an_edge_or_told_or_an_apostrophe_or_a_measure(paragraphs: list[str]):
    text, spans = lay_out(paragraphs)
    marks = pair_quotation_marks(text, spans)
    told = {at for each in (*marks.passages, *marks.titles) for at in edges_of(each)} | set(marks.reopening)
    told |= {at for mark in marks.unpaired for at in range(mark.offset, mark.end)}
    for offset, char in enumerate(text):
        if any(text[span.start : span.end] == char for span in spans if span.start == offset):
            continue  # A ditto sign.
        if FAMILIES.get(char, "single") != "single" and offset not in told:
            assert char in '"＂”″‶'
            assert text[offset - 1].isnumeric() or (char in "″‶" and is_letter(text[offset - 1]))
        elif char in "‛‚❛❜":
            assert offset in told
        elif char in "'‘`´＇" and offset not in told:
            assert why_apostrophe(text, offset)


def edges_of(passage: Passage) -> list[int]:
    first, last = passage.inner[0].start, passage.inner[-1].end
    return [*range(passage.outer.start, first), *range(last, passage.outer.end)]


def why_apostrophe(text: str, at: int) -> bool:
    """Say whether something beside a single mark may make it an apostrophe: a letter, a figure."""
    return any(char.isalnum() for char in text[max(0, at - 1) : at + 2])


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8), min_size=1, max_size=8))
def test_curly_and_straight_marks_pair_alike(words: list[str]):
    curly = " and ".join(f"“{word}”" for word in words)
    straight = " and ".join(f'"{word}"' for word in words)
    assert pair(curly) == pair(straight)
    assert len(pair(curly).passages) == len(words)


def test_a_paragraph_that_is_only_a_mark_has_no_backward_span():
    for passage in pair('"Hello', '"', '"bye"').passages:
        assert all(span.start <= span.end for span in passage.inner)


def test_single_marks_of_swedish_print_are_a_quotation():
    assert len(pair("”Han ropade ’stopp’ och sprang”").passages) == 2


def test_an_inch_sign_within_a_curly_quotation_does_not_close_it():
    marks = pair("“He was 6'2\" tall,” she said.")
    assert (len(marks.passages), marks.unpaired) == (1, ())


def test_rock_n_roll_with_an_opening_mark_is_no_quotation():
    assert pair("They play rock ‘n’ roll.").passages == ()


def test_gershayim_in_hebrew_words_are_no_quotation_marks() -> None:
    marks = pair('צה"ל הודיע: "הכול בסדר". דו"ח ב"הארץ" וארה"ב')
    assert (len(marks.passages), marks.unpaired) == (2, ())


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("'In the '90s it was fine,' said Moira.", "In the '90s it was fine,"),
        ("'We told 'em so,' said Moira.", "We told 'em so,"),
        ("'Rock 'n' roll is dead,' said Moira.", "Rock 'n' roll is dead,"),
        ("'We won in '98,' he said.", "We won in '98,"),
        (
            "‘We’ve said that since ’98, when they tried it,’ said Moira.",
            "We’ve said that since ’98, when they tried it,",
        ),
        ("‘That is the workers’.’", "That is the workers’."),
        ("‘It isn’t the councillors’,’ said Moira.", "It isn’t the councillors’,"),
    ],
)
def test_apostrophes_inside_single_marks_do_not_end_the_quotation(text: str, inside: str) -> None:
    marks = pair(text)
    assert [text[span.start : span.end] for passage in marks.passages for span in passage.inner] == [inside]
    assert marks.unpaired == ()


def test_a_single_quotation_may_run_on_in_the_next_paragraph() -> None:
    (passage,) = pair("'First para, it's ours.", "'Second para,' he said.").passages
    assert len(passage.inner) == 2


def test_forty_marks_may_be_open_at_a_time_and_the_first_of_more_was_left_open() -> None:
    marks = pair("„a " * 40 + "“" * 40)
    assert (len(marks.passages), marks.unpaired) == (40, ())
    marks = pair("„a " * 41 + "“" * 40)
    assert (len(marks.passages), marks.unpaired) == (40, (UnpairedMark(0, opens=True),))


PROSE = {
    "en": "The boys’ coats weren’t theirs; James’s and the Joneses’ were. It’s five o’clock, y’all, and O’Neill’s "
    "sister’s friends don’t mind. ’Tis the ’90s: rock ’n’ roll, goin’ home, th’ end, ’em and ’til. Sana’a’s mayor’s "
    "men hadn’t left the dogs’ yard, nor the Masters’ hall, nor St James’. He stands 6’2” tall, 12’ from the door.",
    "fr": "L’homme qu’il a vu n’est pas d’ici. Aujourd’hui, j’ai dit qu’elle s’en va jusqu’à l’école, puisqu’on "
    "l’a vue à l’« atelier » de l’« usine ». C’est quelqu’un d’autre, presqu’île et prud’homme; l’Ain et l’Oise.",
    "it": "Un po' di pane: l'amico dell'uomo c'e', perche' la citta' e' piu' bella. Va' via, sta' zitto, fa' presto; "
    "de' Medici e ca' Foscari, l'8 marzo, gli anni '90 e la 'ndrangheta. Nell'acqua, all'alba, un'altra 'sta cosa.",
    "ar": "زار الشيخ عبد العزيز مدينة سرت ثم عاد، وقال إنه لا يعلم؛ ثم سكت. Qur’an, Sana’a, Shi‘a و al-‘Arish.",
    "he": "ג'ורג' וצ'רצ'יל נפגשו בצ'כיה עם ר' משה וגב' כהן, פרופ' לוי וד\"ר בר, צה\"ל וחז\"ל, ברח' הרצל מס' 5. הצ'יפס.",
    "uk": "П’ять об’єктів, сім’я, м’ясо, комп’ютер і Лук’ян; п'яниця з'їв в'юна, під'їзд, Знам'янка, кар'єра.",
    "zh": "他今天去了北京，见了O’Neill和D'Angelo，然后回来。It’s a boys’ club. 二零一九年四月七日。",
}


@pytest.mark.parametrize("language", PROSE)
def test_no_apostrophe_becomes_a_quotation(language: str) -> None:
    text, spans = lay_out([PROSE[language]])
    marks = pair_quotation_marks(text, spans, language=language)
    inside = [text[span.start : span.end].strip() for passage in marks.passages for span in passage.inner]
    assert inside == (["atelier", "usine"] if language == "fr" else [])
    assert marks.unpaired == ()


def test_marks_that_are_skipped_leave_the_others_as_they_are() -> None:
    text, spans = lay_out(["“They said ‘Hello? It is perfect,” she said. ‘No.’"])
    marks = pair_quotation_marks(text, spans, skip=frozenset({11}))
    assert [passage.outer for passage in marks.passages] == [Span(0, 34), Span(45, 50)]
    assert marks.unpaired == ()


def test_a_mark_that_is_skipped_opens_no_quotation_again() -> None:
    text, spans = lay_out(["“One.", "“Two.”"])
    assert len(pair_quotation_marks(text, spans, skip=frozenset({7})).unpaired) == 2


def test_titles_in_chinese_stand_apart_from_the_quotations() -> None:
    marks = pair("他说：“读《红楼梦》。”")
    assert ([each.outer for each in marks.passages], [each.outer for each in marks.titles]) == (
        [Span(3, 12)],
        [Span(5, 10)],
    )


@given(st.lists(st.tuples(MARKISH.filter(bool), st.integers(-2, 3)), max_size=6))
def test_passages_of_any_flows_nest_and_never_cross(paragraphs: list[tuple[str, int]]) -> None:
    text, spans = lay_out([words for words, _ in paragraphs])
    passages = pair_quotation_marks(text, spans, sorted_flows([flow for _, flow in paragraphs])).passages
    for number, passage in enumerate(passages):
        for later in passages[number + 1 :]:
            assert passage.outer.holds(later.outer) or not passage.outer.meets(later.outer)


def sorted_flows(flows: list[int]) -> list[int]:
    """Return flows as an article has them: one that is not its running text stands in one piece."""
    groups = enumerate((flow, len(list(group))) for flow, group in groupby(flows))
    return [number * (flow > 0) - number * (flow < 0) for number, (flow, length) in groups for _ in range(length)]
