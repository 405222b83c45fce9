"""`docs/tutorial/your-first-briefing.md` does, step by step, what it says."""

import os
import re
import shlex
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from support.processes import environment, run, running
from support.sites import ROOT

PAGE = ROOT / "docs" / "tutorial" / "your-first-briefing.md"
REMOTE = "https://github.com/YOU/my-site.git"


class Step(NamedTuple):
    """A block of the page: its language, what stands behind it, and its text."""

    language: str
    name: str
    text: str


def steps_of(page: Path) -> list[Step]:
    found = re.finditer(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S)
    return [Step(*match.groups()) for match in found]


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """What a reader has: the command `newsbrief`, a name for commits, and an empty repository in place of GitHub's."""
    tools = tmp_path / "bin"
    tools.mkdir()
    command = tools / "newsbrief"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m newsbrief "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    (tmp_path / "git").write_text(
        f'[user]\nname = Reader\nemail = reader@example.org\n[url "{tmp_path}/remote"]\ninsteadOf = {REMOTE}\n',
        encoding="utf-8",
    )
    own = {"GIT_CONFIG_GLOBAL": str(tmp_path / "git"), "GIT_CONFIG_NOSYSTEM": "1"}
    path = {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}
    run("git", "init", "--quiet", "--bare", "--initial-branch", "main", tmp_path / "remote", env=environment(**own))
    return environment(**own, **path)


def lines_of(step: Step) -> Iterator[str]:
    return (line for line in step.text.splitlines() if line)


def change(path: Path, text: str) -> None:
    """Replace the lines with a minus by those with a plus."""
    removed, added = ("".join(f"{line[1:]}\n" for line in text.splitlines() if line[0] == sign) for sign in "-+")
    before = path.read_text(encoding="utf-8")
    assert before.count(removed) == 1
    path.write_text(before.replace(removed, added), encoding="utf-8")


def see_in_browser(command: str, folder: Path, surroundings: dict[str, str]) -> None:
    words = [*shlex.split(command.replace(" --open", "")), "--port", "0"]
    with running(words, cwd=folder, env=surroundings, stdout=-1, text=True) as process:
        assert process.stdout is not None
        address = next(match[0] for line in process.stdout if (match := re.search(r"http://\S+?/(?=\s|$)", line)))
        with urllib.request.urlopen(f"{address}library/") as answer:
            assert "Ruth Adler" in answer.read().decode("utf-8")


@pytest.mark.slow
def test_a_reader_who_follows_the_tutorial_comes_to_a_published_briefing(
    tmp_path: Path, surroundings: dict[str, str]
) -> None:
    folder, printed = tmp_path, ""
    for step in steps_of(PAGE):
        if step.language == "sh" and step.name != "install":
            printed = ""
            for command in lines_of(step):
                if command.startswith("cd "):
                    folder /= command.removeprefix("cd ")
                elif " serve " in command:
                    see_in_browser(command, folder, surroundings)
                else:
                    ended = run("sh", "-c", f"{command} 2>&1", cwd=folder, env=surroundings)
                    assert ended.returncode == (1 if step.name == "problem" else 0), ended.stdout
                    printed += ended.stdout
        elif step.language == "diff":
            change(folder / step.name, step.text)
        elif step.name:
            (folder / step.name).write_text(step.text, encoding="utf-8")
        elif step.language == "text":
            assert printed.strip() == step.text.strip()
    assert "Kesten closes its library" in (folder / "_site" / "library" / "index.html").read_text(encoding="utf-8")
    pushed = run("git", "--git-dir", tmp_path / "remote", "ls-tree", "-r", "--name-only", "main").stdout.split()
    assert {"content/library/facts.yaml", ".github/workflows/pages.yml"} <= set(pushed)
    assert not any(name.startswith(("_site/", ".newsbrief/")) for name in pushed)
