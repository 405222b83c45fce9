"""A site of four briefings in three scripts, for what is offered only where briefings are several."""

import shutil
from pathlib import Path

from support.sites import FRONT, SITES, write_briefing, write_site

BASE_URL = "https://desk.example.org/some-repo"
CONFIG = f"title: The Valley Desk\nbase_url: {BASE_URL}\n"

SCHOOL = """\
The school at Łęka opened in spring. "We waited years for this café," Tom Reed said.

Nobody knows who paid for the zephyr on its roof.
"""
SCHOOL_FACTS = """\
actors:
  - {id: reed, name: Tom Reed, kind: person}
quotes:
  - {speaker: reed, cue: Tom Reed said, text: "We waited years for this café,"}
"""
HARBOUR = "市長は港の新しい橋について話した。\n\n橋は春に開く。\n"


def write_searched(site: Path) -> Path:
    """Write the site into a folder, and return that."""
    write_site(site, CONFIG)
    write_briefing(site, "school", SCHOOL, SCHOOL_FACTS, FRONT.replace("A title", "A school opens & a bridge waits"))
    write_briefing(site, "harbour", HARBOUR, "", "---\ntitle: 港の橋\nas_of: 2022-01-09\nlang: ja\n---\n\n")
    shutil.copytree(SITES / "arabic" / "content" / "jisr", site / "content" / "jisr")
    return site
