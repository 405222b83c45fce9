"""Small real sites, written into folders: most tests start from one."""

import os
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsbrief.briefing.assemble import assemble_briefing
from newsbrief.content.article import parse_article
from newsbrief.content.files import BriefingFolder
from newsbrief.content.parse_fact_sheet import parse_facts
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.evidence.findings import Findings, find_all
from newsbrief.model.briefing import Briefing
from newsbrief.model.problems import Problem
from newsbrief.rules.check import check_briefing

ROOT = Path(__file__).parents[2]
SITES = ROOT / "tests" / "sites"
CASES = ROOT / "tests" / "cases"


FRONT = """\
---
title: A title
as_of: 2019-04-07
---

"""


ARTICLE = """\
On Sunday, the mayor of Adaba spoke to reporters. "The bridge will open in May," Mayor Lena Ortiz said.

Her rival, Tom Reed, called the plan "late and costly" in a letter. The council had voted for it in 2017.
"""


FACTS = """\
actors:
  - id: ortiz
    name: Lena Ortiz
    kind: person
    aliases: [Mayor Lena Ortiz]
  - id: reed
    name: Tom Reed
    kind: person
dates:
  - date: 2017
    when: in 2017
    event: The council votes for the bridge.
    cite: The council had voted for it in 2017
quotes:
  - speaker: ortiz
    cue: Mayor Lena Ortiz said
    text: The bridge will open in May,
  - speaker: reed
    cue: Tom Reed, called the plan
    text: late and costly
"""


def write_briefing(
    site: Path, name: str = "bridge", article: str = ARTICLE, facts: str = FACTS, front: str = FRONT
) -> Path:
    """Write one briefing's folder below `site`/content and return it. Texts are dedented."""
    folder = site / "content" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "article.md").write_text(front + textwrap.dedent(article), encoding="utf-8")
    (folder / "facts.yaml").write_text(textwrap.dedent(facts), encoding="utf-8")
    return folder


def write_site(site: Path, config: str = "title: Test site\n") -> Path:
    """Write a whole small site into `site`, one briefing in it, and return it."""
    write_briefing(site)
    (site / "content" / "site.yaml").write_text(config, encoding="utf-8")
    return site


def find(article: str, facts: str, front: str = FRONT) -> Findings:
    """Return the findings of an article and a fact sheet given as text; both must be readable."""
    file = SourceFile("content/x/article.md", front + textwrap.dedent(article))
    sheet = SourceFile("content/x/facts.yaml", textwrap.dedent(facts))
    parsed, problems = parse_article(BriefingFolder("x", Path("content/x"), file, sheet), "en")
    assert parsed is not None, problems
    return find_all(parsed, parse_facts(parse_yaml(sheet)))


def check(article: str, facts: str, front: str = FRONT) -> list[Problem]:
    """Return every problem of an article and a fact sheet given as text."""
    return check_briefing(find(article, facts, front))


def read_cases(name: str) -> list[tuple[str, list[str]]]:
    """Return the cases of `tests/cases/NAME`: a title line `=== title`, then parts divided by lines of dots."""
    cases = []
    for chunk in (CASES / name).read_text(encoding="utf-8").split("\n=== ")[1:]:
        title, _, body = chunk.partition("\n")
        cases.append((title.strip(), [part.strip("\n") for part in body.split("\n....\n")]))
    return cases


@contextmanager
def without_privileges() -> Iterator[None]:
    """Be held back by permissions, which do not hold back root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def brief(article: str, facts: str, front: str = FRONT) -> Briefing:
    """Return the briefing of an article and a fact sheet given as text, which must be without a problem."""
    assert check(article, facts, front) == []
    return assemble_briefing("x", "x", find(article, facts, front))


def write_template(site: Path, name: str, text: str) -> None:
    path = site / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
