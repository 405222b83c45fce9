"""Pages that a reader follows, and a reader who does what they say, block by block, in an empty folder.

What stands behind the language of a block says what it is. A block of `sh` is run and must end well; `sh problem` must
end with 1; `sh elsewhere` is not run here: it installs, or asks another machine. A block with the name of a file is
that file, `shows` and a name says that the file has these words, a `diff` with a name changes one, and a `text` without
a name is what the commands before it printed; there, `…` stands for anything. `PASSED_OVER` names the others.
"""

import html
import os
import re
import shlex
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from support.processes import environment, run, running
from support.sites import ROOT

DOCS = ROOT / "docs"
TUTORIAL = DOCS / "tutorial" / "your-first-briefing.md"
GUIDES = sorted([*(DOCS / "how-to").glob("*.md"), DOCS / "explanation" / "how-it-rebuilds.md"])
REMOTE = "https://github.com/YOU/my-site.git"

PASSED_OVER = {
    "server {": "nginx reads it",
    "ErrorDocument 404 /404.html": "Apache reads it",
    "pages:": "GitLab runs it",
    "name: Site": "GitHub runs it; tests/test_workflows.py compares it with the workflow that it calls",
    "@font-face {": "the typeface is the reader's own",
    "content/": "it is a map of folders, most of which a site need not have",
}
"""The blocks that nobody can do here, by their first lines, and why."""


class Block(NamedTuple):
    """A block of a page: its language, what stands behind it, and its text."""

    language: str
    name: str
    text: str


def blocks_of(page: Path) -> list[Block]:
    """Return the blocks of a page in order; those in a list are indented."""
    found = re.finditer(r"^( *)```(\w+) ?([^\n]*)\n(.*?)^ *```$", page.read_text(encoding="utf-8"), re.M | re.S)
    return [Block(match[2], match[3], re.sub(f"(?m)^{match[1]}", "", match[4])) for match in found]


class Reader:
    """Somebody with the command `newsbrief`, a name for commits, and an empty repository in place of GitHub's."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.folder = home / "empty"
        self.folder.mkdir()
        self.printed = ""
        self.surroundings = make_surroundings(home)

    def follow(self, page: Path) -> None:
        """Do what a page says."""
        for block in blocks_of(page):
            self.do(block)

    def do(self, block: Block) -> None:
        """Do what one block says."""
        if block.language == "sh" and block.name != "elsewhere":
            self.run(block)
        elif block.language == "diff":
            change(self.folder / block.name, block.text)
        elif block.name.startswith("shows "):
            path = self.folder / block.name.removeprefix("shows ")
            assert block.text.strip() in html.unescape(path.read_text(encoding="utf-8")), f"{path}\n{block.text}"
        elif block.language != "sh" and block.name:
            path = self.folder / block.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        elif block.text.splitlines()[0] not in PASSED_OVER and block.language != "sh":
            assert block.language == "text", f"nobody says what to do with this:\n{block.text}"
            pattern = ".*".join(re.escape(part) for part in block.text.strip().split("…"))
            assert re.fullmatch(pattern, self.printed.strip(), re.S), self.printed

    def run(self, block: Block) -> None:
        """Run the commands of a block, and keep what they print."""
        self.printed = ""
        for command in (line for line in block.text.splitlines() if line):
            if command.startswith("cd "):
                self.folder /= command.removeprefix("cd ")
            elif " serve " in command:
                self.see_in_browser(command)
            else:
                ended = run("sh", "-c", f"{command} 2>&1", cwd=self.folder, env=self.surroundings)
                assert ended.returncode == (1 if block.name == "problem" else 0), f"{command}\n{ended.stdout}"
                self.printed += ended.stdout

    def see_in_browser(self, command: str) -> None:
        """Start `newsbrief serve`, and ask for the page of each briefing."""
        words = [*shlex.split(command.replace(" --open", "")), "--port", "0"]
        briefings = [path.parent.name for path in (self.folder / "content").glob("*/article.md")]
        with running(words, cwd=self.folder, env=self.surroundings, stdout=-1, text=True) as process:
            assert process.stdout is not None
            address = next(match[0] for line in process.stdout if (match := re.search(r"http://\S+?/(?=\s|$)", line)))
            for name in briefings:
                with urllib.request.urlopen(f"{address}{name}/") as answer:
                    assert b"<h1" in answer.read()


def make_surroundings(home: Path) -> dict[str, str]:
    """Return the surroundings of a reader; what is needed for them lies in `home`."""
    tools = home / "bin"
    tools.mkdir()
    command = tools / "newsbrief"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m newsbrief "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    (home / "git").write_text(
        f'[user]\nname = Reader\nemail = reader@example.org\n[url "{home}/remote"]\ninsteadOf = {REMOTE}\n',
        encoding="utf-8",
    )
    own = {"GIT_CONFIG_GLOBAL": str(home / "git"), "GIT_CONFIG_NOSYSTEM": "1"}
    run("git", "init", "--quiet", "--bare", "--initial-branch", "main", home / "remote", env=environment(**own))
    return environment(**own, PATH=f"{tools}{os.pathsep}{os.environ['PATH']}")


def change(path: Path, text: str) -> None:
    """Replace the lines with a minus, and those around them, by those with a plus.

    Lines that begin with a blank stay; they say where the others stand. `@@` divides one place from the next.
    """
    whole = path.read_text(encoding="utf-8")
    for hunk in text.split("@@\n"):
        before, after = ("".join(lines_with(hunk, signs)) for signs in (" -", " +"))
        assert whole.count(before) == 1, f"{path.name} does not have, once:\n{before}"
        whole = whole.replace(before, after)
    path.write_text(whole, encoding="utf-8")


def lines_with(text: str, signs: str) -> Iterator[str]:
    """Yield the lines of a diff that begin with one of the signs, without it."""
    return (f"{line[1:]}\n" for line in text.splitlines() if (line or " ")[0] in signs)
