"""Short articles with the readings of their passages: `cases/draft/*.txt`."""

import re
from pathlib import Path

from support.sites import ROOT

CASES = ROOT / "tests" / "cases" / "draft"


def read_cases(path: Path) -> list[tuple[str, str, str, list[str]]]:
    """Return the title, the language, the article and the readings of each case of a file."""
    cases = []
    for block in path.read_text(encoding="utf-8").split("\n= ")[1:]:
        title, _, rest = block.partition("\n")
        language = match[1] if (match := re.match(r"([a-z]{2}): ", title)) else "en"
        lines = rest.strip().split("\n")
        readings = [line.removeprefix("> ") for line in lines if line.startswith("> ")]
        article = "\n".join(line for line in lines if not line.startswith("> ")).strip()
        cases.append((title, language, article, readings))
    return cases


ALL = [case for path in sorted(CASES.glob("*.txt")) for case in read_cases(path)]
