"""Articles given as text: as they are read, and the faults found in them."""

from pathlib import Path

from newsbrief.content.article import Article, parse_article
from newsbrief.content.files import BriefingFolder
from newsbrief.content.source_file import SourceFile
from newsbrief.model.problems import Problem
from support.sites import FRONT


def read(text: str, folder: Path = Path("content/x")) -> tuple[Article | None, list[Problem]]:
    return parse_article(BriefingFolder("x", folder, SourceFile("content/x/article.md", text), None), "en")


def read_well(text: str) -> Article:
    article, problems = read(text)
    assert problems == []
    assert article is not None
    return article


def faults(text: str, folder: Path = Path("content/x")) -> list[str]:
    return [f"{each.line}:{each.column}: {each.message}" for each in read(text, folder)[1]]


def front_faults(*lines: str) -> list[str]:
    """Return the faults of front matter whose lines follow title and as_of, on line 4 and below."""
    return faults("\n".join(["---", "title: A", "as_of: 2019-04-07", *lines, "---", "", "Text.", ""]))


CORRECTIONS = """\
corrections:
  - {date: 2019-05-02, said: It opens in <March>., says: It opens in May.}
  - {date: 2019-04-09, said: Lena Ortis, says: Lena Ortiz}
"""


CORRECTED = FRONT.replace("---\n\n", f"{CORRECTIONS}---\n\n")


BLOCKS = [
    "One *two **three*** four.",
    "A [link *with* emphasis](https://example.org) and `code`.",
    "“Words” & <b>signs</b>\non two lines.",
    "# A heading",
    "- an entry\n- *another*\n\n    of two paragraphs",
    "> Set off.\n>\n> Twice.",
    "| a | b |\n|---|---|\n| c | **d** |",
    "A face ![of a man](face.png) here.",
    "Term\n:   Meaning",
    "---",
    "平和 é 🎉 نعم",
]
