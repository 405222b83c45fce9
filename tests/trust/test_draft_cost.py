"""Drafting costs what the article's length asks for, whatever stands in it; only the command itself loads it."""

import sys
from collections.abc import Callable

import pytest

from newsbrief.draft.draft import draft_article
from support.drafts import article_of
from support.processes import run
from support.steps import count_steps

ARTICLES: dict[str, Callable[[int], str]] = {
    "sentences": lambda number: f"Nora Vane closed the port on Monday, and ship {number} ran aground.",
    "quotations": lambda number: f"“The port is full of ships and {number} more,” said Nora Vane. She left in 2011.",
    "the same quotations": lambda _: "“The port is full,” said Nora Vane.",
    "names": lambda number: f"“We agree on that,” said Nora{_letters(number)} Vane{_letters(number)}.",
    "abbreviations": lambda number: (
        f"The Port Works {_letters(number).title()} Union (PW{_letters(number).upper()}) said no."
    ),
    "marks alone": lambda _: "“a” “b” “c”",
    "open marks": lambda _: "“ “ “ “",
    "capitals": lambda _: "Aa Bb Cc Dd Ee Ff Gg Hh Ii Jj Kk Ll and mm nn",
}


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(figure)) for figure in str(number))


def steps_of_draft(kind: str, size: int) -> int:
    # No size repeats the sentences of another one, which would be known already.
    article = article_of("\n\n".join(ARTICLES[kind](1000 * size + number) for number in range(size)))
    return count_steps(lambda: draft_article(article))


@pytest.mark.parametrize("kind", ARTICLES)
def test_twice_as_much_takes_about_twice_the_steps(kind: str) -> None:
    steps_of_draft(kind, 10)
    assert steps_of_draft(kind, 240) < 2.5 * steps_of_draft(kind, 120)


def test_page_of_text_takes_a_bounded_number_of_steps() -> None:
    words = "Nora Vane closed the port on Monday after nine ships ran aground near the old pier. " * 6
    article = article_of("\n\n".join([words] * 10))
    draft_article(article)
    assert count_steps(lambda: draft_article(article)) < 240_000


@pytest.mark.parametrize("command", ["check", "build"])
def test_other_commands_do_without_its_modules(command: str) -> None:
    code = f"import sys; sys.argv = ['newsbrief', '{command}', '--help']\nfrom newsbrief.cli.main import main\n"
    code += "try:\n    main()\nexcept SystemExit:\n    pass\n"
    code += "print([name for name in sys.modules if name.startswith(('newsbrief.draft', 'newsbrief.reading.actors'))])"
    assert run(sys.executable, "-c", code).stdout.strip().endswith("[]")
