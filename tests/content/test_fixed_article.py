"""An article's bytes in the right form: what was reported is changed, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.content.fixed_article import ChangedLines, fix_article
from support.sites import FRONT

PATH = "content/x/article.md"
HEAD = FRONT.replace("A title", "A *b*c* \u00ad title")
PASTED = """\
# Ports

Sales were 5*3*2.

2024. The ye\u00adar.

Port closes
---

The may-
or, a mayor.

    Ind\u200bented.
"""
RIGHT = """\
# Ports

Sales were 5\\*3\\*2.

2024\\. The year.

Port closes

\\---

The mayor, a mayor.

Indented.
"""


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_all_but_what_was_reported_is_as_it_was(line_end: str, mark: bytes) -> None:
    before, after = (mark + (HEAD + text).replace("\n", line_end).encode() for text in (PASTED, RIGHT))
    assert fix_article(PATH, before).raw == after
    assert fix_article(PATH, after) == (after, ())


def test_changes_are_shown_by_line() -> None:
    raw = (FRONT + "One 5*3*2.\n\nThe may-\nor, a mayor.\n\nTwo\n---\n").encode()
    assert fix_article(PATH, raw).changes == (
        ChangedLines(6, ("One 5*3*2.",), ("One 5\\*3\\*2.",)),
        ChangedLines(8, ("The may-", "or, a mayor."), ("The mayor, a mayor.",)),
        ChangedLines(12, ("---",), ("", "\\---")),
    )


@pytest.mark.parametrize(
    "raw",
    [
        b"no front matter 5*3*2",
        b"---\ntitle: x\n---\n\xff 5*3*2",
        FRONT.encode() + b"\\*" * 50_000,
        FRONT.encode() + b"It cost <b>5</b>, 6 &lt; 7.\n",
        (FRONT + "The har-\nbour.\n").encode(),
        b"",
    ],
)
def test_what_cannot_be_read_or_decided_is_left_alone(raw: bytes) -> None:
    assert fix_article(PATH, raw) == (raw, ())


def test_front_matter_is_never_touched() -> None:
    raw = HEAD.encode() + b"5*3*2\n"
    assert fix_article(PATH, raw).raw == HEAD.encode() + b"5\\*3\\*2\n"


PIECES = st.sampled_from(
    [
        *(
            "a",
            "may-",
            "or",
            "5",
            "2024.",
            " ",
            "\n",
            "\r\n",
            "\n\n",
            "*",
            "_",
            "`",
            "[",
            "]",
            "\\",
            "#",
            "- ",
            "---",
            "===",
        ),
        *("• ", "    ", "\u00ad", "\u200b", "é", "[^1]", "~~", "|", ">", "( ", "&amp;"),
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_a_second_time_changes_nothing_and_letters_stay(body: str) -> None:
    raw = (HEAD + body).encode()
    once = fix_article(PATH, raw)
    assert fix_article(PATH, once.raw) == (once.raw, ())
    assert once.raw.startswith(HEAD.encode())
    assert [each for each in once.raw.decode() if each.isalpha()] == [each for each in raw.decode() if each.isalpha()]
    assert bool(once.changes) == (once.raw != raw)
