"""Markdown that would take too long is refused, and whatever an article may hold is read."""

import pytest

from newsbrief.content.markdown import MarkdownError, read_markdown
from newsbrief.content.markdown_limits import DEEPEST, find_tangle
from support.steps import count_steps

URL = "https://example.org/" + "a-long-path/" * 80
ART = r"""
   _____       /\\      |====|====|   <- [the] `bridge`
  |  *  |_____/  \\_____|____|____|   ***
  |_[_]_|  &  <>  ~~~~  ^^  ==  ||  _ _ _
"""

ORDINARY = {
    "an article of 100,000 words": "\n\n".join(
        "A *word* and [a link](https://example.org/) in " + "a paragraph of words " * 20 for _ in range(1200)
    ),
    "a paragraph of 20,000 words": "One *two*, " + "words and words " * 6_500 + "`three`.",
    "a long line with emphasis and links": "The *ship* met [another](https://example.org/). " * 300,
    "a thousand entries of a list with links": "\n".join(
        f"- [Entry {n}](https://example.org/{n}) of *n*" for n in range(1000)
    ),
    "a numbered list": "\n".join(f"{n}. Entry **{n}**" for n in range(1, 2000)),
    "a table of a thousand rows": "| a | b | c |\n|---|:-:|---|\n"
    + "| *one* | `two` | [three](https://x.org) |\n" * 1000,
    "five hundred footnotes": "\n\n".join(f"Word[^{n}] and word." for n in range(500))
    + "\n\n"
    + "\n".join(f"[^{n}]: See *page* {n}, https://example.org/{n}." for n in range(500)),
    "a thousand addresses": "See [one][1].\n\n"
    + "\n".join(f'[{n}]: https://example.org/{n} "Page {n}"' for n in range(1000)),
    "long addresses": "\n\n".join(f"See [this]({URL}) and <{URL}>, *please*." for _ in range(200)),
    "spans of code": "\n\n".join("Type `make`, then ``a `b` c``, or `\\\\[`." for _ in range(1000)),
    "art made of signs": f"*Art:*\n{ART * 20}",
    "art in a block of code": f"*Art:*\n\n```\n{ART * 2000}\n```\n\nDone.",
    "art in an indented block": "*Art:*\n\n" + "".join(f"    {line}\n" for line in (ART * 50).splitlines()),
    "a mail quoted over and over": "\n".join(">" * (n % 9 + 1) + " *So* they wrote." for n in range(500)),
    "a line of stars": "*One*\n\n" + "* " * 60 + "\n\nTwo",
    "a long list of definitions": "\n\n".join(f"Term {n}\n:   What *it* means." for n in range(1000)),
    "a nested list": "\n".join("    " * (n % 6) + f"- Entry *{n}*" for n in range(600)),
    "headings without blank lines": "\n".join(f"## Part {n}\nIts *text*." for n in range(200)),
    "a script without spaces": "「*それ*は」と言った。" * 1000,
}


@pytest.mark.parametrize("markdown", ORDINARY.values(), ids=ORDINARY)
def test_what_an_article_may_hold_is_read(markdown: str) -> None:
    assert find_tangle(markdown) is None


@pytest.mark.parametrize(
    ("markdown", "message"),
    [
        ("[" * 9000, "one paragraph holds too many square brackets"),
        ("![a](" * 4000, "one paragraph holds too many square brackets"),
        ("\\\\" * 60_000, "one paragraph holds too many backslashes"),
        (" ".join("`" * n for n in range(400)), "one paragraph holds too many backticks"),
        ("*_" * 40_000, "one paragraph holds too many stars"),
        ("# a\n" * 4000, "one paragraph holds too many headings, rules or definitions"),
        ("*a*\n\n" * 40_000, "it holds too many paragraphs, entries of lists and rows of tables"),
        ("a[^1]\n\n" * 3000, "it holds too many footnotes"),
        ("```a\n" * 20_000, "it holds too many lines of ``` or ~~~ that open or close nothing"),
        ("```\na\n```\n" * 20_000, "it holds too many blocks of code"),
        ("> " * (DEEPEST + 1) + "a", "lists or quotations are nested too deeply"),
        ("- " * (DEEPEST + 1) + "a", "lists or quotations are nested too deeply"),
        ("- a\n" + "    " * DEEPEST + "- b", "lists or quotations are nested too deeply"),
    ],
)
def test_what_no_article_holds_is_refused(markdown: str, message: str) -> None:
    tangle = find_tangle(f"*One.*\n\n{markdown}")
    assert tangle is not None
    assert tangle.message == message
    assert tangle.hint


def test_the_place_is_that_of_the_first_sign_in_its_paragraph() -> None:
    with pytest.raises(MarkdownError) as raised:
        read_markdown("One.\n\nTwo three " + "[" * 9000)
    assert raised.value.offset == len("One.\n\nTwo three ")
    assert "blank lines" in raised.value.hint


def test_levels_are_refused_at_their_line() -> None:
    tangle = find_tangle("One.\n\n> two\n" + "> " * 40 + "three")
    assert tangle is not None and tangle.offset == len("One.\n\n> two\n")


@pytest.mark.parametrize("lead", ["```{.a}\nx\n```\n", "``` a b\n", "~~~\n```\n~~~\n", "    ```\n"])
def test_no_fence_hides_signs_that_are_none_of_code(lead: str) -> None:
    assert find_tangle(f"{lead}{'[' * 9000}\n```\n") is not None


@pytest.mark.parametrize(
    "lead",
    [
        "- a\n# b\nc\n",
        "- a\n    - b\n",
        "1. a\n",
        "a\n",
        "a | b\n|---|---|---|\n",
        "a\\\\|b\n-|-\n",
        "[^1] a\n",
        "[^1]: a\n",
        "- a\n    > b\n    > c\n",
    ],
)
def test_signs_are_divided_only_where_markdown_divides_them(lead: str) -> None:
    """Entries of another kind, or behind a heading, belong to one text, in which every sign counts."""
    line = "    > - [\n" if ">" in lead else "    - [\n" if "    " in lead else "- [\n"
    assert find_tangle(lead + line * 4000) is not None


@pytest.mark.parametrize(
    "unit", ["*a* [b](c) `d`\n\n", "- *a*\n", "> a\n", "word \\\\* ", "| a | b |\n", "# a\n\n", "```\na\n```\n"]
)
def test_the_scan_takes_twice_the_steps_for_twice_the_text(unit: str) -> None:
    once, twice = (count_steps(lambda number=number: find_tangle(unit * number)) for number in (200, 400))
    assert twice < 2.5 * once + 200
