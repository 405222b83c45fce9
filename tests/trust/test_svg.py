"""A site's folder is not trusted: a picture that runs code or leads elsewhere is refused by every command."""

from pathlib import Path

import pytest

from newsbrief.build.request import BuildRequest
from newsbrief.serve.loop import take_snapshot
from newsbrief.serve.memory import SiteMemory
from newsbrief.serve.snapshot import Snapshot
from support.commands import run
from support.files import edit
from support.sites import write_template

PLAIN = '<svg xmlns="http://www.w3.org/2000/svg">\n  <rect width="9" height="9" fill="#123"/>\n</svg>\n'
SCRIPT = PLAIN.replace("</svg>", "  <script>alert(1)</script>\n</svg>")
REFUSAL = "a picture may not hold <script>"
COMMANDS = ["build", "build --dry-run", "build --full", "check"]


@pytest.fixture
def pictures(site: Path) -> Path:
    """A site with an SVG picture above an article, one in it, and one among the static files."""
    folder = site / "content" / "bridge"
    edit(folder / "article.md", "as_of:", 'image: {file: top.svg, alt: "A bridge", credit: none}\nas_of:')
    edit(folder / "article.md", "Her rival,", "![A bridge](in%20it.SVG)\n\nHer rival,")
    for path in (folder / "top.svg", folder / "in it.SVG", site / "static" / "icons" / "dot.svg"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PLAIN)
    return site


PLACES = {
    "content/bridge/top.svg": 1,
    "content/bridge/in it.SVG": 1,
    "static/icons/dot.svg": 2,
}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_refuses_pictures_with_scripts_at_their_lines(pictures: Path, command: str) -> None:
    for path in PLACES:
        (pictures / path).write_text(SCRIPT)
    ended = run(*command.split(), "--site", pictures)
    assert ended.returncode == 2 and not (pictures / "_site").exists()
    assert [path for path in PLACES if f"{path}:3: {REFUSAL}\n" not in ended.stderr] == []
    assert "delete it" in ended.stderr and "Traceback" not in ended.stderr


@pytest.mark.parametrize("path", PLACES)
def test_a_picture_that_becomes_bad_is_refused_and_the_site_stays_as_it_was(pictures: Path, path: str) -> None:
    assert run("build", "--site", pictures).returncode == 0
    (pictures / path).write_text(SCRIPT)
    ended = run("build", "--site", pictures)
    assert ended.returncode == PLACES[path] and ended.stderr.startswith(f"{path}:3: {REFUSAL}\n")
    built = [each.read_bytes() for each in (pictures / "_site").rglob("*") if each.suffix.lower() == ".svg"]
    assert PLAIN.encode() in built and SCRIPT.encode() not in built


@pytest.mark.parametrize("path", PLACES)
def test_a_preview_refuses_what_a_build_refuses(pictures: Path, path: str) -> None:
    memory = SiteMemory(BuildRequest(pictures))
    good = take_snapshot(memory, Snapshot("/", {}))
    assert good.files and not good.problems
    (pictures / path).write_text(SCRIPT)
    snapshot = take_snapshot(memory, good, [path])
    assert [(problem.path, problem.line) for problem in snapshot.problems] == [(path, 3)]
    assert snapshot.files == good.files


def test_a_compressed_picture_among_the_static_files_is_refused(site: Path) -> None:
    (site / "static").mkdir()
    (site / "static" / "a.svgz").write_bytes(b"\x1f\x8b\x08")
    ended = run("check", "--site", site)
    assert ended.returncode == 2 and ended.stderr.startswith("static/a.svgz: this picture is compressed\n")


def test_a_picture_that_no_page_shows_is_let_be(pictures: Path) -> None:
    (pictures / "content" / "bridge" / "sketch.svg").write_text(SCRIPT)
    write_template(pictures, "sketch.svg", SCRIPT)
    assert run("build", "--site", pictures).returncode == 0
    assert [path for path in (pictures / "_site").rglob("*") if "sketch" in path.name] == []
