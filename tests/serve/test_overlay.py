"""Problems shown in the browser, over a page and in its place."""

from newsbrief.model.problems import Problem
from newsbrief.serve.overlay import problem_page, problem_panel


def test_problems_are_text_wherever_they_are_shown() -> None:
    nasty = "<img src=x onerror=alert(1)>&\"'\udcff"
    problems = [
        Problem(nasty, 1, 2, nasty, nasty, nasty),
        Problem("x", 0, 0, "m"),
        Problem("y", 3, 99, "m", "", "line"),
    ]
    for shown in (problem_panel(problems), problem_page(problems).decode()):
        assert "<img" not in shown and "3 problems to fix" in shown
        assert "&lt;<mark>i</mark>mg src=x" in shown and '<pre dir="auto">line</pre>' in shown
