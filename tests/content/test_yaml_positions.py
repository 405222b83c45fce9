"""The place of every value and key."""

from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.content.yaml_positions import YamlFile


def parse(text: str) -> YamlFile:
    return parse_yaml(SourceFile("facts.yaml", text))


def test_every_value_and_key_has_its_place() -> None:
    file = parse("quotes:\n  - speaker: a\n    text:\n      - one\n      - two\n")
    assert file.places["quotes", 0] == (2, 5)
    assert file.places["quotes", 0, "speaker"] == (2, 14)
    assert file.places["quotes", 0, "text", 1] == (5, 9)
    assert file.key_places["quotes", 0, "text"] == (3, 5)


def test_a_problem_falls_back_on_the_nearest_value_that_has_a_place() -> None:
    file = parse("quotes:\n  - speaker: a\n")
    problem = file.problem(("quotes", 0, "cue", "exact"), "message")
    assert (problem.line, problem.column) == (2, 5)
    assert file.problem(("quotes", 0, "speaker"), "message", at_key=True).column == 5
    assert (parse("").problem(("quotes",), "message").line, parse("").problem((), "message").column) == (1, 1)


def test_a_text_inside_a_file_keeps_the_places_of_the_file() -> None:
    file = SourceFile("article.md", "---\ntitle: A\nlang: *x\n---\nText\n")
    read = parse_yaml(file, "title: A\nlang: *x\n", first_line=2)
    assert read.places["title",] == (2, 8)
    (problem,) = read.problems
    assert (problem.line, problem.column, problem.excerpt) == (3, 7, "lang: *x")
