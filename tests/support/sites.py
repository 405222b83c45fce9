"""Small real sites, written into folders: most tests start from one."""

import textwrap
from pathlib import Path

ROOT = Path(__file__).parents[2]
SITES = ROOT / "tests" / "sites"


FRONT = """\
---
title: A title
as_of: 2019-04-07
---

"""


FRONT_WITH_A_GAP = FRONT.replace("2019-04-07\n", "2019-04-07\nsource: {author: not given}\n")
"""Front matter that declares something which the article does not give."""

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


def write_template(site: Path, name: str, text: str) -> None:
    path = site / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
