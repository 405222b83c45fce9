"""The running text of an article, and what interrupts it."""

import pytest

from newsbrief.content.markdown import read_markdown
from newsbrief.evidence.flows import read_flows


@pytest.mark.parametrize(
    ("interruption", "flows"),
    [
        ("# Two", (-2,)),
        ("- one\n- two", (2, 2)),
        ("> One.\n>\n> Two.", (2, 2)),
        ("*The quay. Photo: A. Nother*", (2,)),
        ("![The quay](quay.jpg)\n*Photo: A. Nother*", (2,)),
        ("**A crosshead**", (2,)),
        ("![The quay](quay.jpg)", ()),
        ("| a | b |\n|---|---|\n| c | d |", (2, 2, 2, 2)),
        ("A *plain* paragraph.", (0,)),
        ("---", ()),
    ],
)
def test_what_interrupts_the_running_text_is_a_flow_of_its_own(interruption: str, flows: tuple[int, ...]) -> None:
    assert read_flows(read_markdown(f"One.\n\n{interruption}\n\nThree.")) == (0, *flows, 0)


def test_plain_paragraphs_are_one_flow() -> None:
    assert read_flows(read_markdown("One.\n\nTwo.")) == (0, 0)
