"""The reference of messages, `docs/reference/messages.md`: what each rule says, as the readable cases have it printed.

Run by `make reference`, or from tests/ as `python -m tools.messages`. The messages of rules come from the cases of
`tests/cases/diagnosis.txt`, those on files from `tests/cases/file_messages.txt`.
"""

import re
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from newsbrief.build.check_content import check_site
from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.evidence.findings import Findings
from newsbrief.model.problem_counts import name_kind
from newsbrief.model.problems import NewsbriefError, Problem
from newsbrief.rules.check import RULES
from support.cases import read_cases
from support.findings import find, write_front
from support.sites import FRONT
from tools import ROOT
from tools.generated import renew_parts, write_cell

FILE = ROOT / "docs" / "reference" / "messages.md"

_READING = re.compile(r"or, if you have read it so, add to [^:]*: `(\w+): ` and why, which readers see")

_SITE = {
    "content/site.yaml": "title: A site\n",
    "content/bridge/article.md": f"{FRONT}The council opened the bridge.\n",
    "content/bridge/facts.yaml": "key_points: []\n",
}


def renew(page: str) -> str:
    """Return the page with the messages that the program prints now."""
    return renew_parts(page, {**list_messages_of_rules(), **list_messages_on_files()})


@cache
def list_messages_of_rules() -> dict[str, str]:
    """Return a table of the messages of each rule, by its name."""
    cases = [_find_case(parts) for _, parts in read_cases("diagnosis.txt")]
    return {rule.__name__: _write_table(problem for case in cases for problem in rule(case)) for rule in RULES}


@cache
def list_messages_on_files() -> dict[str, str]:
    """Return a table of the messages of the cases on files, by their heading."""
    headings: dict[str, list[Problem]] = {}
    for title, files in read_cases("file_messages.txt"):
        headings.setdefault(title.partition(":")[0], []).append(_check_files(title, files))
    return {heading: _write_table(problems) for heading, problems in headings.items()}


def _find_case(parts: list[str]) -> Findings:
    *front, article, facts, _ = parts
    more = "".join(f"{line}\n" for line in front)
    return find(article, facts, write_front().replace("---\n\n", f"{more}---\n\n"))


def _check_files(title: str, files: list[str]) -> Problem:
    """Return the one problem of a site with these files."""
    with tempfile.TemporaryDirectory() as name:
        site = Path(name)
        for path, text in [*_SITE.items(), *(file.split("\n", 1) for file in files)]:
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(text, encoding="utf-8")
        try:
            check_site(BuildRequest(site))
            build_site(BuildRequest(site), site / "_site")
        except NewsbriefError as error:
            (problem,) = error.problems
            return problem
    raise AssertionError(f"no problem: {title}")


def _write_table(problems: Iterable[Problem]) -> str:
    """Return a table of messages and remedies, one of each kind."""
    kinds: dict[str, Problem] = {}
    for problem in problems:
        kinds.setdefault(name_kind(problem.message), problem)
    rows = [f"| {write_cell(each.message)} | {_write_remedy(each.hint)} |" for each in kinds.values()]
    return "\n".join(["| message | what to do |", "|---|---|", *rows])


def _write_remedy(hint: str) -> str:
    """Return a remedy in a cell, with code for the lines that are to be written and few words for `reading`."""
    lines = [f"`{line}`" if line.startswith(("- {", "sic: ")) else line for line in hint.split("\n")]
    return write_cell(_READING.sub(r"or `\1`", "; ".join(lines)).replace(":; `", ": `").replace("`; or", "`, or"))


def main() -> None:
    FILE.write_text(renew(FILE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
