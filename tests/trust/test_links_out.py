"""A site's folder is not trusted: no link among its files is followed out of it, by any command."""

from pathlib import Path

import pytest

from newsbrief.build.request import BuildRequest
from newsbrief.serve.loop import take_snapshot
from newsbrief.serve.memory import SiteMemory
from newsbrief.serve.snapshot import Snapshot
from support.commands import run
from support.files import bytes_of
from support.preview import ask, previewing
from support.sites import write_template

SECRET = "a secret of the person who builds"
OUT, NOWHERE, HIDDEN = (
    "this link leads out of the site",
    "this link leads nowhere",
    "this link leads to a hidden file or folder",
)


@pytest.fixture
def secret(site: Path) -> Path:
    """A folder beside the site, with a file that would pass for any kind of source."""
    folder = site.parent / "secret"
    (folder / "deep").mkdir(parents=True)
    for name in ("key", "home.html", "facts.yaml", "deep/style.css", "a.svg"):
        (folder / name).write_text(f"# {SECRET}\n")
    page = f"---\ntitle: About\nas_of: 2019-04-07\n---\n\n{SECRET}\n"
    for name in ("about.md", "article.md"):
        (folder / name).write_text(page)
    (folder / "site.yaml").write_text(f"title: {SECRET}\n")
    return folder


def link(site: Path, name: str, target: Path | str) -> None:
    """Put a link in the place of whatever is at a path of the site."""
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        path.rename(site / "before")
    path.unlink(missing_ok=True)
    path.symlink_to(target)


def build(site: Path) -> tuple[int, str]:
    ended = run("build", "--site", site)
    return ended.returncode, ended.stderr


def build_dry(site: Path) -> tuple[int, str]:
    ended = run("build", "--dry-run", "--site", site)
    return ended.returncode, ended.stderr


def check(site: Path) -> tuple[int, str]:
    ended = run("check", "--site", site)
    return ended.returncode, ended.stderr


COMMANDS = {"build": build, "build --dry-run": build_dry, "check": check}

LINKS = {
    "static": "secret",
    "templates": "secret",
    "content": "secret",
    "static/key.txt": "secret/key",
    "static/all": "secret",
    "static/a/b/c.txt": "secret/key",
    "static/a/b/all": "secret/deep",
    "templates/home.html": "secret/home.html",
    "templates/components": "secret",
    "content/site.yaml": "secret/site.yaml",
    "content/about.md": "secret/about.md",
    "content/bridge": "secret",
    "templates/components/gap.html": "secret/key",
    "content/bridge/article.md": "secret/article.md",
    "content/bridge/facts.yaml": "secret/facts.yaml",
    "content/bridge/unused.txt": "secret/key",
}
NAMES = list(LINKS)


@pytest.mark.parametrize("names", [NAMES[:3], NAMES[3:12], NAMES[12:]], ids=["whole folders", "in them", "deeper"])
@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_follows_a_link_out_of_the_site(site: Path, secret: Path, names: list[str], command: str) -> None:
    for name in names:
        link(site, name, secret.parent / LINKS[name])
    before = bytes_of(site)
    code, said = COMMANDS[command](site)
    assert [name for name in names if f"{name}: {OUT}\n" not in said] == []
    assert said.count("copy what it points to into") >= len(names)
    assert code == 2
    assert SECRET not in said and "Traceback" not in said
    assert bytes_of(site) == before


@pytest.mark.parametrize("name", LINKS)
def test_a_preview_follows_no_link_out_of_the_site(site: Path, secret: Path, name: str) -> None:
    link(site, name, secret.parent / LINKS[name])
    snapshot = take_snapshot(SiteMemory(BuildRequest(site)), Snapshot("/", {}))
    assert (name, OUT) in [(problem.path, problem.message) for problem in snapshot.problems]
    assert snapshot.files == {}


@pytest.mark.parametrize(
    ("target", "message"), [("../gone", NOWHERE), ("/etc/hostname", OUT), ("../.git/config", HIDDEN)]
)
def test_every_folder_of_a_site_refuses_the_same_links(site: Path, target: str, message: str) -> None:
    (site / ".git").mkdir()
    (site / ".git" / "config").write_text(SECRET)
    names = ["static/key.txt", "templates/home.html", "content/about.md", "content/site.yaml"]
    for name in names:
        link(site, name, target)
    for command in COMMANDS.values():
        code, said = command(site)
        assert code == 2 and [name for name in names if f"{name}: {message}\n" not in said] == []
    assert not (site / "_site").exists()


def test_links_of_all_folders_are_reported_with_all_other_problems(site: Path, secret: Path) -> None:
    for name in ("static/key.txt", "templates/home.html", "content/about.md"):
        link(site, name, secret / "key")
    (site / "content" / "stray.txt").write_text("")
    code, said = build(site)
    assert code == 2 and said.count(OUT) == 3 and "content/stray.txt: this file does not belong here" in said


@pytest.mark.parametrize("name", ["static", "templates"])
def test_a_folder_that_becomes_a_link_to_the_same_files_is_refused(site: Path, name: str) -> None:
    write_template(site, "404.html", "<p>Lost</p>")
    (site / "static").mkdir()
    (site / "static" / "note.txt").write_text("a note")
    assert build(site)[0] == 0
    built = bytes_of(site / "_site")
    (site / name).rename(site.parent / name)
    (site / name).symlink_to(f"../{name}")
    for command in COMMANDS.values():
        code, said = command(site)
        assert code == 2 and f"{name}: {OUT}\n" in said
    assert bytes_of(site / "_site") == built


def test_a_link_that_stays_inside_the_site_is_followed(site: Path) -> None:
    (site / "shared").mkdir()
    (site / "shared" / "home.html").write_text("<p>Shared</p>")
    (site / "shared" / "note.txt").write_text("a note")
    (site / "templates").symlink_to("shared")
    link(site, "static/note.txt", "../shared/note.txt")
    code, said = build(site)
    assert code == 0, said
    assert b"<p>Shared</p>" in (site / "_site" / "index.html").read_bytes()
    (note,) = (site / "_site" / "assets").glob("note.*.txt")
    assert note.read_text() == "a note" and not note.is_symlink()


def test_a_preview_watches_nothing_outside_and_goes_on_when_the_link_is_gone(site: Path) -> None:
    (site / "static").symlink_to("/")
    with previewing("--site", site, "--port", "0") as serving:
        serving.wait_for(f"^static: {OUT}$")
        assert ask(serving.port, "/")[0] == 503
        (site / "static").unlink()
        serving.wait_for(r"^Built 5 pages in \d+ ms$")
