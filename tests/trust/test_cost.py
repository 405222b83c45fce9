"""No cost that explodes: what a check takes grows with what is checked, and what would take too long is refused."""

import re
import sys
from pathlib import Path

import pytest

from newsbrief.build.briefings import parse_briefing
from newsbrief.content.files import MAX_BYTES, read_folder
from newsbrief.model.site import SiteConfig
from support.processes import NEWSBRIEF, run
from support.sites import FRONT, write_site
from support.steps import count_steps, foresee_exponent
from tools.bench.growth.kinds import KINDS

CONFIG = SiteConfig("A title", "", "", "en")

WHOLE_SITES = ("plain pages", "briefings")
"""Kinds that grow by folders and files, which are read one after the other."""

GUESSING = ("misspelt quotations", "invented quotations", "unknown ids")
"""Kinds in which a bounded number of words is compared with all others."""

UNEVEN = (
    "unknown keys",
    "unknown keys of an entry",
    "unknown keys of entries",
    "unknown keys of front matter",
    "footnotes",
)
"""Kinds whose entries take unlike time, so that it takes more of them to see how it grows."""


def forget_readings() -> None:
    """Forget what was read of other texts: what is kept between two briefings makes the next one cheaper."""
    for name, module in list(sys.modules.items()):
        for function in vars(module).values() if name.startswith("newsbrief.") else ():
            if hasattr(function, "cache_parameters") and function.cache_parameters()["maxsize"] is not None:
                function.cache_clear()


def steps_of_check(folder: Path, kind: str, size: int) -> int:
    """Return the steps of reading and checking the briefing of a site of this kind and size."""
    site = folder / str(size)
    KINDS[kind](site / "content", size)
    found, problems = read_folder(site, "long")
    assert found is not None, problems
    forget_readings()
    return count_steps(lambda: parse_briefing(found, "long", CONFIG, False))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in (*WHOLE_SITES, *GUESSING)])
def test_twice_as_much_takes_about_twice_the_steps(kind: str, tmp_path: Path) -> None:
    size = 100 if kind in UNEVEN else 40
    steps_of_check(tmp_path / "first", kind, 3 * size)
    assert foresee_exponent(lambda number: steps_of_check(tmp_path, kind, number), size) < 1.4


@pytest.mark.parametrize(
    ("kind", "size", "most"),
    [
        ("mistyped quotations", 400, 2_000_000),
        ("misspelt quotations", 400, 8_000_000),
        ("unaccounted passages", 1000, 1_500_000),
        ("unknown keys", 5000, 6_000_000),
        ("unnamed actors", 400, 500_000),
    ],
)
def test_many_mistakes_take_a_bounded_number_of_steps(kind: str, size: int, most: int, tmp_path: Path) -> None:
    assert steps_of_check(tmp_path, kind, size) < most


HOSTILE = (
    "\\",
    "*_",
    "`",
    "``",
    "[",
    "![a](",
    "[a](b) ",
    "<",
    "<a@b>",
    "<http://a>",
    "&#",
    "*a* ",
    "[^1]",
    "> ",
    "- ",
    "1. ",
    "| a ",
    "a  \n",
    "# a\n",
    "a\n===\n",
    "***\n",
    "a\n: b\n",
    "[a]:\n",
    "```\n",
    "~~~ a\n",
    "*a*\n\n",
    "- *a*\n",
    "![\\",
)
"""Fragments of which a file may consist from its beginning to its end."""


@pytest.mark.parametrize("fragment", HOSTILE)
def test_a_file_of_one_sign_is_refused_at_once_with_its_place_and_a_remedy(fragment: str, tmp_path: Path) -> None:
    site = write_site(tmp_path)
    article = FRONT + "One *two*.\n\n" + fragment * ((MAX_BYTES - 1000) // len(fragment))
    (site / "content" / "bridge" / "article.md").write_text(article, encoding="utf-8")
    ended = run(*NEWSBRIEF, "check", "--site", site)
    assert ended.returncode == 1
    place = re.compile(r"content/bridge/article\.md:\d+:\d+: the text cannot be read: (.+)")
    assert len([line for line in ended.stderr.splitlines() if place.fullmatch(line)]) == 1
    assert re.search(
        r"^      (divide it by blank lines|write it with fewer|an article holds far fewer)", ended.stderr, re.M
    )
