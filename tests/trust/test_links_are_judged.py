"""No command lets a dead link pass: all of them judge links, and refuse the same things in the same words."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.commands import run, run_here
from support.golden_site import bring_back, edit, put, remove, rename, rest, sources_of, states_of, told
from support.preview import ask, previewing
from support.sites import ARTICLE, FACTS, write_briefing

BASE_URL = "https://post.example/site"
LINKS = "See [the bridge](../bridge/#party-ortiz), [us](../about/), [the card](../bridge/card.png), [a map](map.pdf),\n"
LINKS += "[the list](table.html#row-2), [him](../glossary/#party-tom) and [a file](../assets/%s).\n"
TABLE = '<!doctype html><title>Votes</title><table><tr id="row-2"><td><a href="../bridge/">2</a></table>'
PAGE = "---\ntitle: About us\n---\n\nSee [the bridge](../bridge/#quote-2).\n"
SOURCED = FACTS.replace("cite: The council", f"source: {{title: Us, url: {BASE_URL}/about/}}\n    cite: The council")
DRAFT = "---\ntitle: A title\nas_of: 2019-04-07\ndraft: true\n---\n\n"

COMMANDS = (["check"], ["build"], ["build", "--full"], ["build", "--dry-run"], ["check", "--built"])


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A site whose editors link from every place to every kind of file; it is built."""
    site = tmp_path_factory.mktemp("linked") / "site"
    write_briefing(site)
    other = FACTS.replace("Tom Reed", "Tom Rudd").replace("reed", "tom")
    write_briefing(site, "other", ARTICLE.replace("Tom Reed", "Tom Rudd"), other)
    put(site, "content/site.yaml", f"title: The Post\nbase_url: {BASE_URL}\n")
    put(site, "content/about.md", PAGE)
    put(site, "static/notes.txt", "Notes.\n")
    run("build", "--site", site)
    (notes,) = (site / "_site" / "assets").glob("notes.*.txt")
    write_briefing(site, "harbour", f"{ARTICLE}\n{LINKS % notes.name}", SOURCED)
    put(site, "content/harbour/map.pdf", "%PDF-1.4\n")
    put(site, "content/harbour/table.html", TABLE)
    rest(site)
    assert run("build", "--site", site).returncode == 0
    rest(site)
    assert run("check", "--site", site).returncode == 0
    yield site


def as_draft(site: Path) -> None:
    put(site, "content/bridge/article.md", DRAFT + ARTICLE)


def without_quotation(site: Path) -> None:
    """Take out the quotation of the bridge that a plain page links to."""
    edit(site, "content/bridge/article.md", '"late and costly"', "late")
    text = FACTS.partition("  - speaker: reed")[0]
    put(site, "content/bridge/facts.yaml", text)


def rename_mayor(site: Path) -> None:
    """Give the mayor of one briefing another name and another id."""
    edit(site, BRIDGE, "Ortiz", "Orozco")
    put(site, "content/bridge/facts.yaml", FACTS.replace("Ortiz", "Orozco").replace("ortiz", "mayor"))


Change = Callable[[Path], object]
BRIDGE, HARBOUR, ABOUT = "content/bridge/article.md", "content/harbour/article.md", "content/about.md"

# What an editor does, and where dead links are reported then.
CHANGES: dict[str, tuple[Change, list[str]]] = {
    "a folder is renamed": (
        rename("content/bridge", "content/bridges"),
        [
            f"{ABOUT}:5:18: the link ‘../bridge/#quote-2’ leads to no file of the site",
            f"{HARBOUR}:10:18: the link ‘../bridge/#party-ortiz’ leads to no file of the site",
            f"{HARBOUR}:10:71: the link ‘../bridge/card.png’ leads to no file of the site",
            "content/harbour/table.html:1:71: the link ‘../bridge/’ leads to no file of the site",
        ],
    ),
    "a folder is removed": (remove("content/bridge"), [f"{ABOUT}:5:18: ", f"{HARBOUR}:10:18: ", f"{HARBOUR}:10:71: "]),
    "a briefing becomes a draft": (as_draft, [f"{ABOUT}:5:18: ", f"{HARBOUR}:10:18: ", f"{HARBOUR}:10:71: "]),
    "an actor has another id": (
        rename_mayor,
        [f"{HARBOUR}:10:18: the link ‘../bridge/#party-ortiz’ leads to no words: bridge/index.html has no id"],
    ),
    "a quotation is gone": (without_quotation, [f"{ABOUT}:5:18: the link ‘../bridge/#quote-2’ leads to no words"]),
    "a plain page is renamed": (
        rename("content/about.md", "content/us.md"),
        [f"{HARBOUR}:10:48: the link ‘../about/’", f"content/harbour/facts.yaml:13:30: the link ‘{BASE_URL}/about/’"],
    ),
    "a file beside the article is gone": (
        remove("content/harbour/map.pdf"),
        [f"{HARBOUR}:10:100: there is no file 'map.pdf' in this folder"],
    ),
    "a row of a file beside the article is gone": (
        lambda site: edit(site, "content/harbour/table.html", "row-2", "row-3"),
        [f"{HARBOUR}:11:12: the link ‘table.html#row-2’ leads to no words"],
    ),
    "an entry of the glossary is gone": (
        remove("content/other"),
        [f"{HARBOUR}:11:37: the link ‘../glossary/#party-tom’ leads to no words"],
    ),
    "a static file is changed": (
        lambda site: put(site, "static/notes.txt", "Others.\n"),
        [f"{HARBOUR}:11:74: the link ‘../assets/notes."],
    ),
    "a link is added": (
        lambda site: edit(site, BRIDGE, "On Sunday", "[On](../nowhere/#x) [Sunday](#nobody)"),
        [f"{BRIDGE}:6:6: the link ‘../nowhere/#x’", f"{BRIDGE}:6:30: the link ‘#nobody’ leads to no words"],
    ),
    "a link leads out of the site": (
        lambda site: edit(site, ABOUT, "../bridge/#quote-2", "../../x"),
        [f"{ABOUT}:5:18: the address ‘../../x’ leads out of the site"],
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_command_refuses_a_dead_link_at_its_line_in_the_same_words(linked: Path, change: str) -> None:
    alter, expected = CHANGES[change]
    sources, before = sources_of(linked), states_of(linked / "_site")
    with told(change):
        try:
            alter(linked)
            complaints = []
            for command in COMMANDS:
                ended = run_here(*command, "--site", linked)
                assert ended.returncode == 1, (command, ended.stderr)
                complaints.append(list_problems(ended.stderr, linked))
                assert states_of(linked / "_site") == before, command
            for complaint in complaints[1:]:
                assert complaint == complaints[0]
            for place in expected:
                assert any(problem.startswith(place) for problem in complaints[0]), (place, complaints[0])
        finally:
            bring_back(linked, sources)
            assert run_here("build", "--site", linked).returncode == 0


def list_problems(text: str, site: Path) -> list[str]:
    """Return the first line of each problem, with paths from the site's folder."""
    lines = [line.removeprefix(f"{site}/") for line in text.splitlines()]
    return [line for line in lines if line.startswith(("content/", "_site/"))]


def test_the_preview_shows_what_a_build_would_refuse(linked: Path) -> None:
    with previewing("--site", linked) as preview:
        preview.wait_for("Press Ctrl-C")
        rename("content/bridge", "content/bridges")(linked)
        try:
            preview.wait_for(r"content/harbour/article\.md:10:18: the link ‘\.\./bridge/#party-ortiz’ leads to no file")
            assert ask(preview.port, "/site/bridge/")[0] == 200
        finally:
            rename("content/bridges", "content/bridge")(linked)


def test_a_link_to_a_draft_is_fine_where_drafts_are_built(linked: Path) -> None:
    sources = sources_of(linked)
    try:
        as_draft(linked)
        ended = run("build", "--site", linked)
        assert ended.returncode == 1 and "content/bridge/ is a draft" in ended.stderr
        for command in ("check", "build"):
            assert run(command, "--site", linked, "--drafts").returncode == 0
    finally:
        bring_back(linked, sources)
        assert run("build", "--site", linked).returncode == 0


def test_a_file_that_an_article_links_to_is_published_and_kept_up_to_date(tmp_path: Path) -> None:
    folder = write_briefing(tmp_path, article=f"{ARTICLE}\nThe [map](map.pdf), [rows](Rows%202.csv?a=1#x).\n")
    put(tmp_path, "content/site.yaml", "title: The Post\n")
    for name in ("map.pdf", "Rows 2.csv", "notes.txt"):
        (folder / name).write_text(f"{name}, 1")
    assert run("build", "--site", tmp_path).returncode == 0
    published = tmp_path / "_site" / "bridge"
    assert {path.name for path in published.iterdir()} >= {"map.pdf", "Rows 2.csv"}
    assert not (published / "notes.txt").exists()
    (folder / "map.pdf").write_text("map.pdf, 2")
    assert run("build", "--site", tmp_path).returncode == 0
    assert (published / "map.pdf").read_text() == "map.pdf, 2"
    (folder / "article.md").write_text((folder / "article.md").read_text().replace("[map](map.pdf)", "map"))
    assert run("build", "--site", tmp_path).returncode == 0
    assert not (published / "map.pdf").exists() and (folder / "map.pdf").exists()
