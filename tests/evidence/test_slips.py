"""Marks that the front matter declares to be letters, or slips of the article's own."""

import pytest

from newsbrief.content.markdown import read_markdown
from newsbrief.evidence.missing import Missing
from newsbrief.evidence.search import Evidence


def read(article: str, *sic: str) -> Evidence:
    return Evidence(read_markdown(article), sic)


def inside(evidence: Evidence) -> list[str]:
    return [evidence.words(span) for passage in evidence.marks.passages for span in passage.inner]


@pytest.mark.parametrize(
    ("article", "slip", "passages"),
    [
        ("“We won, said the mayor.", "“We won", []),
        ("We won,” said the mayor.", "won,”", []),
        ("“They said ‘Hello? It’s perfect,” she said.", "‘Hello", ["They said ‘Hello? It’s perfect,"]),
        ("The ‘Xala and ‘Xulu camps, near the boys’ “camp”.", "‘Xala and ‘Xulu", ["camp"]),
        ("“We won, said the mayor.\n\n“It rained,” he said.", "“We won", ["It rained,"]),
        ("‘We won, said the boys’ coach.", "‘We won", []),
        ("‘We won, said the boys’ coach.", "‘We won, said the boys’", []),
        ("The ‘Ain ‘Issa camp.", "‘Ain ‘Issa", []),
        ("Il est <<parti, dit-il.", "<<parti", []),
        ("He said “yes” and 'no.", "'no", ["yes"]),
    ],
)
def test_a_declared_mark_takes_no_part_in_pairing(article: str, slip: str, passages: list[str]) -> None:
    evidence = read(article, slip)
    assert evidence.slips.faults == {}
    assert inside(evidence) == passages
    assert evidence.marks.unpaired == ()


@pytest.mark.parametrize("slip", ["“We won", "won,”", "“We won,”"])
def test_marks_with_a_partner_are_no_slip_and_stay_a_pair(slip: str) -> None:
    evidence = read("“We won,” a voice called.", slip)
    assert evidence.slips.faults == {0: 0 if "“" in slip else 8}
    assert inside(evidence) == ["We won,"]


def test_words_that_are_not_there_or_twice_or_without_a_mark_declare_nothing() -> None:
    evidence = read("“We won, he said. We won. It’s late.", "“We lost", "We", "he said", "It’s")
    faults = evidence.slips.faults
    assert [fault.reason if isinstance(fault, Missing) else fault for fault in faults.values()] == [
        "absent",
        "repeated",
        None,
        None,
    ]
    assert len(evidence.marks.unpaired) == 1


def test_a_slip_that_is_none_leaves_the_other_slips_as_they_are() -> None:
    evidence = read("“We won,” a voice called, “and left.", "“We won", "“and left")
    assert list(evidence.slips.faults) == [0]
    assert (inside(evidence), evidence.marks.unpaired) == (["We won,"], ())


def test_a_slip_may_stand_where_a_quotation_is_opened_again() -> None:
    evidence = read("“We won.\n\n“And left,” he said. ‘Oh.", "“And left", "‘Oh")
    assert list(evidence.slips.faults) == [0]
    assert len(evidence.marks.passages) == 1


@pytest.mark.parametrize("slip", ["“They said ‘Hello", "“They said ‘Hello? It is perfect,”", "‘Hello? It is perfect,”"])
def test_marks_in_order_beside_a_slip_stay_a_pair(slip: str) -> None:
    evidence = read("“They said ‘Hello? It is perfect,” she said.", slip)
    assert evidence.slips.faults == {}
    assert (inside(evidence), evidence.marks.unpaired) == (["They said ‘Hello? It is perfect,"], ())
