"""Counts of problems that are too many to show whole."""

import pytest

from newsbrief.model.problem_counts import MOST_WHOLE, count_others, name_kind
from newsbrief.model.problems import Problem


def problems_of(messages: list[str], path: str = "a.yaml") -> list[Problem]:
    return [Problem(path, 1, 1, message) for message in messages]


SHOWN = problems_of(["is shown whole"] * MOST_WHOLE)


def test_few_problems_are_not_counted() -> None:
    assert count_others([]) == count_others(SHOWN) == []


def test_the_others_are_counted_by_kind_and_file_and_the_commonest_come_first() -> None:
    others = problems_of(["is one"]) + problems_of(["the key 'a' is odd", "the key 'b' is odd"], "b.yaml")
    others += problems_of(["the key 'c' is odd"], "c.yaml")
    assert count_others(SHOWN + others) == [
        "and 4 more:",
        "2 × the key '…' is odd in b.yaml",
        "1 × is one in a.yaml",
        "1 × the key '…' is odd in c.yaml",
    ]


def test_the_lines_are_few_and_their_sum_is_right() -> None:
    others = [problem for number in range(500) for problem in problems_of(["is wrong"], f"{number}.yaml")]
    lines = count_others(SHOWN + others)
    assert lines[0] == "and 500 more:"
    assert len(lines) == 22
    assert lines[-1] == "480 others in 480 files"
    assert sum(int(line.split()[0]) for line in lines[1:]) == 500


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("unknown key 'titel'", "unknown key '…'"),
        ('unknown key "it\'s"', 'unknown key "…"'),
        ("the name 'reed' is 'tom''s already", "the name '…' is '…''s already"),
        ("every “John” is another actor's, or the article’s", "every “…” is another actor's, or the article’s"),
        ("the words say 2017; the date is 2019-04-05", "the words say …; the date is …"),
        ("this file has 1,234 bytes", "this file has … bytes"),
        ("the link ‘../a’ leads to no file", "the link ‘…’ leads to no file"),
        ("the link ‘" + "x" * 9_000, "the link ‘…’"),
        ("x" * 9_000, "x" * 200 + "…"),
        ("is empty", "is empty"),
    ],
)
def test_a_kind_leaves_out_what_a_message_quotes_and_counts(message: str, kind: str) -> None:
    assert name_kind(message) == kind
