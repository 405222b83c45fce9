"""Files that a site puts at its root, under their own names and as they are."""

from pathlib import Path

import pytest

from newsbrief.build.check_output import check_output
from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.model.problems import ConfigError
from support.golden_site import put
from support.whole import build_in_memory

KEPT = {
    "robots.txt": "User-agent: *\nDisallow: /drafts/\n",
    ".well-known/security.txt": "Contact: mailto:desk@example.org\n",
    "google123.html": "<!doctype html><title>google123</title>\n",
    "own.css": "/* As it is */ a { color : red ; }\n",
}


def lay(site: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        put(site, f"static/root/{path}", text)


def refusals_of(site: Path) -> list[tuple[str, str]]:
    with pytest.raises(ConfigError) as caught:
        build_site(BuildRequest(site), site / "_site")
    assert not (site / "_site").exists()
    return [(problem.path, problem.message) for problem in caught.value.problems]


def test_files_lie_at_the_root_as_they_are_and_nobody_has_to_link_to_them(site: Path) -> None:
    lay(site, KEPT)
    result = build_site(BuildRequest(site, "https://desk.example"), site / "_site")
    for path, text in KEPT.items():
        assert (site / "_site" / path).read_text(encoding="utf-8") == text
    assert result.orphans == ()
    assert check_output(BuildRequest(site, "https://desk.example"), site / "_site").orphans == ()


def test_one_that_is_taken_away_goes_and_what_it_replaced_comes_back(site: Path) -> None:
    request = BuildRequest(site, "https://desk.example")
    lay(site, KEPT)
    build_site(request, site / "_site")
    (site / "static" / "root" / "robots.txt").unlink()
    (site / "static" / "root" / "google123.html").unlink()
    build_site(request, site / "_site")
    assert "Sitemap: https://desk.example/sitemap.xml" in (site / "_site" / "robots.txt").read_text(encoding="utf-8")
    assert not (site / "_site" / "google123.html").exists()


def test_what_editors_and_systems_leave_behind_is_not_published(site: Path) -> None:
    before = build_in_memory(site)
    lay(site, {".robots.txt.swp": "x", ".DS_Store": "x", ".well-known/.hidden": "x", ".git/config": "x"})
    assert build_in_memory(site) == before


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "404.HTML",
        "feed.xml",
        "sitemap-2.xml",
        "SHA256SUMS",
        "card.png",
        "assets/more.css",
        "Archive/index.html",
        "bridge/index.html",
        "bridge/more.pdf",
        "Bridge",
        "about/more.txt",
    ],
)
def test_one_that_would_hide_a_part_of_the_site_is_refused_by_name(site: Path, path: str) -> None:
    (site / "content" / "about.md").write_text("---\ntitle: About\n---\n\nWords.\n", encoding="utf-8")
    lay(site, {path: "x"})
    name = path.partition("/")[0]
    assert refusals_of(site) == [
        (f"static/root/{path}", f"at the root, {name!r} is the name of what the build itself makes")
    ]


def test_a_cname_is_refused_only_where_the_settings_name_the_domain(site: Path) -> None:
    lay(site, {"CNAME": "desk.example\n"})
    assert build_in_memory(site)["CNAME"] == b"desk.example\n"
    (site / "content" / "site.yaml").write_text("title: Desk\ndomain: desk.example\n", encoding="utf-8")
    ((path, _),) = refusals_of(site)
    assert path == "static/root/CNAME"


def test_a_briefing_that_takes_the_name_of_a_file_at_the_root_is_noticed_by_a_rebuild(site: Path) -> None:
    lay(site, {"harbour/map.txt": "x"})
    build_site(BuildRequest(site), site / "_site")
    (site / "content" / "bridge").rename(site / "content" / "harbour")
    with pytest.raises(ConfigError, match="harbour"):
        build_site(BuildRequest(site), site / "_site")
