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


def test_problems_that_are_too_many_to_read_are_counted() -> None:
    problems = [
        Problem("content/a.md", number, 2_001, f"unknown <b>{number}</b>", "", "x" * 4_000) for number in range(1, 81)
    ]
    for shown in (problem_panel(problems), problem_page(problems).decode()):
        assert shown.count("<li>") == 50 and "80 problems to fix" in shown
        assert "<p>and 30 more:</p><p>30 × unknown &lt;b&gt;…&lt;/b&gt; in content/a.md</p>" in shown
        assert f"… {'x' * 300}<mark>x</mark>{'x' * 300} …" in shown
        assert len(shown) < 80_000
