"""Errors of the YAML parser, in an editor's words."""

import pytest

from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.content.yaml_positions import YamlFile


def parse(text: str) -> YamlFile:
    return parse_yaml(SourceFile("facts.yaml", text))


def one_fault(text: str) -> tuple[int, int, str]:
    (problem,) = parse(text).problems
    return problem.line, problem.column, problem.message


@pytest.mark.parametrize("text", ["a:\n\t- b\n", "a:\n  b: 1\n\tc: 2\n", "\ta: 1\n"])
def test_a_tab_in_the_indentation_is_named(text: str) -> None:
    _, _, message = one_fault(text)
    assert message == "this line is indented with a tab"


@pytest.mark.parametrize("mark", ["'", '"'])
def test_a_quotation_mark_that_is_never_closed_is_named_with_its_line(mark: str) -> None:
    (problem,) = parse(f"a: 1\nb: {mark}two\nc: 3\n").problems
    assert problem.message == "a quotation mark that opens here is never closed"
    assert problem.line == 2 or "line 2" in problem.hint


def test_text_that_goes_on_after_its_quotation_marks_is_told_how_to_be_written() -> None:
    (problem,) = parse('quotes:\n  - text: "We will," she said\n').problems
    assert (problem.line, problem.column) == (2, 22)
    assert ">-" in problem.hint


def test_an_apostrophe_that_ends_the_text_too_early_is_a_problem_on_its_line() -> None:
    (problem,) = parse("quotes:\n  - text: 'We don't know'\n").problems
    assert problem.line == 2
    assert ">-" in problem.hint


def test_a_second_colon_in_a_line_is_named() -> None:
    (problem,) = parse("a: He said: no\n").problems
    assert problem.message == "a second `: ` on one line"
    assert "quotation marks" in problem.hint


@pytest.mark.parametrize("char", "@`%")
def test_text_that_may_not_begin_so_is_told_how_to_be_written(char: str) -> None:
    (problem,) = parse(f"a: {char}x\n").problems
    assert (problem.line, problem.column) == (1, 4)
    assert problem.message == "text cannot begin with this character"
    assert problem.hint == "put the text in quotation marks"


def test_a_line_indented_too_far_is_told_as_such() -> None:
    assert one_fault("- x: a\n    y: b\n")[2] == "this line is indented too far"
