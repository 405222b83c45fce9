"""One text file, decoded: line ends, broken bytes, invisible characters."""

from hypothesis import given
from hypothesis import strategies as st

from newsbrief.content.invisible_characters import find_invisible
from newsbrief.content.source_file import SourceFile, decode


def unseen(text: str) -> list[tuple[int, int, str]]:
    """Return line, column and message of everything that `decode` finds in a text."""
    _, problems = decode("article.md", text.encode())
    return [(problem.line, problem.column, problem.message) for problem in problems]


def test_line_ends_of_every_kind_become_line_feeds() -> None:
    file, problems = decode("article.md", b"one\r\ntwo\rthree\nfour")
    assert file is not None
    assert (file.text, problems) == ("one\ntwo\nthree\nfour", [])


def test_a_byte_order_mark_at_the_start_is_dropped_and_one_further_on_is_not() -> None:
    file, problems = decode("article.md", "\ufeffone".encode())
    assert file is not None
    assert (file.text, problems) == ("one", [])
    assert unseen("one\ufeff") == [(1, 4, "invisible character U+FEFF ZERO WIDTH NO-BREAK SPACE")]


def test_bytes_that_are_not_utf8_are_named_with_line_and_column() -> None:
    file, (problem,) = decode("article.md", b"caf\xc3\xa9\nna\xefve\n")
    assert file is None
    assert (problem.line, problem.column) == (2, 3)
    assert problem.message == "byte 9 of this file (0xEF) is not UTF-8"
    assert problem.excerpt == "na\ufffdve"


def test_columns_before_broken_bytes_count_characters_not_bytes() -> None:
    _, (problem,) = decode("article.md", "日本語😀".encode() + b"\xff")
    assert (problem.line, problem.column) == (1, 5)


def test_a_character_cut_off_at_the_end_of_the_file_is_not_utf8() -> None:
    file, (problem,) = decode("article.md", "one é".encode()[:-1])
    assert file is None
    assert (problem.line, problem.column) == (1, 5)


def test_utf16_is_not_utf8() -> None:
    file, problems = decode("article.md", "one".encode("utf-16"))
    assert file is None
    assert problems[0].hint == "save the file as UTF-8 in your editor"


def test_a_nul_is_a_problem_with_its_place() -> None:
    assert unseen("one\ntw\x00o") == [(2, 3, "invisible character U+0000 control character")]


def test_a_zero_width_space_is_a_problem_with_its_place() -> None:
    assert unseen("one\n\n  tw\u200bo") == [(3, 5, "invisible character U+200B ZERO WIDTH SPACE")]


def test_bidi_controls_are_problems_with_their_places() -> None:
    assert unseen("😀 pay \u202e001\u202c euros\n\u2066x") == [
        (1, 7, "invisible character U+202E RIGHT-TO-LEFT OVERRIDE"),
        (1, 11, "invisible character U+202C POP DIRECTIONAL FORMATTING"),
        (2, 1, "invisible character U+2066 LEFT-TO-RIGHT ISOLATE"),
    ]


def test_what_is_unseen_is_left_out_so_that_the_rest_can_be_checked() -> None:
    file, problems = decode("article.md", "a\u200bb\u202ec\x00".encode())
    assert file is not None
    assert file.text == "abc"
    assert len(problems) == 3


def test_a_problem_shows_the_line_at_its_place() -> None:
    file = SourceFile("article.md", "one\ntwo\nthree")
    problem = file.problem_at(6, "message", "hint")
    assert (problem.line, problem.column, problem.excerpt) == (2, 3, "two")
    assert file.problem_at(0, "message").column == 1
    assert file.problem(9, 1, "message").excerpt == ""


@given(st.binary(max_size=200))
def test_decode_never_raises_and_never_passes_on_what_is_unseen(raw: bytes) -> None:
    file, problems = decode("article.md", raw)
    if file is None:
        assert len(problems) == 1
    else:
        assert "\r" not in file.text
        assert problems or find_invisible(file.text) == []


@given(st.text(st.sampled_from("a \né😀\u200b\u200c\u200d\u202e\x00می\r"), max_size=40))
def test_every_problem_points_at_the_character_it_names(text: str) -> None:
    _, problems = decode("article.md", b"\xef\xbb\xbf" + text.encode())
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        assert f"U+{ord(lines[problem.line - 1][problem.column - 1]):04X}" in problem.message
