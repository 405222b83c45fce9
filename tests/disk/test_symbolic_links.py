"""Symbolic links of a site: those that stay inside are followed, all others are problems with a remedy."""

import os
from pathlib import Path

import pytest

from newsbrief.disk.symbolic_links import find_bad_links, refuse_link, why_not_followed
from newsbrief.model.problems import Problem
from support.rights import without_privileges


@pytest.fixture
def links(site: Path) -> Path:
    """A site whose folder static/ is there, beside a folder with a secret."""
    (site / "static").mkdir()
    (site.parent / "secret").mkdir()
    (site.parent / "secret" / "key").write_text("secret")
    return site


def found_in(site: Path, name: str = "static") -> list[tuple[str, str]]:
    return [(problem.path, problem.message) for problem in find_bad_links(site, name)]


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("../../secret/key", "this link leads out of the site"),
        ("../../secret", "this link leads out of the site"),
        ("../content/../../secret/key", "this link leads out of the site"),
        ("/etc/hostname", "this link leads out of the site"),
        ("/", "this link leads out of the site"),
        ("gone", "this link leads nowhere"),
        ("link", "this link leads nowhere"),
        ("../.git/config", "this link leads to a hidden file or folder"),
        ("../.git", "this link leads to a hidden file or folder"),
        ("../content/site.yaml", ""),
        ("..", ""),
    ],
)
def test_a_link_is_followed_only_inside_the_site(links: Path, target: str, why: str) -> None:
    (links / ".git").mkdir()
    (links / ".git" / "config").write_text("token")
    (links / "static" / "link").symlink_to(target)
    assert why_not_followed(links / "static" / "link", Path(os.path.realpath(links))) == why
    assert found_in(links) == ([("static/link", why)] if why else [])


def test_a_link_by_way_of_another_is_followed_only_if_its_end_is_inside(links: Path) -> None:
    (links / "static" / "way").symlink_to("../../secret")
    (links / "static" / "far").symlink_to("way/key")
    assert found_in(links) == [(f"static/{name}", "this link leads out of the site") for name in ("far", "way")]


def test_links_are_found_at_any_depth_also_behind_links_that_are_followed(links: Path) -> None:
    (links / "static" / "a" / "b").mkdir(parents=True)
    (links / "static" / "a" / "b" / "c").symlink_to(links.parent / "secret")
    (links / "more").mkdir()
    (links / "more" / "d").symlink_to(links.parent / "secret" / "key")
    (links / "static" / "e").symlink_to("../more")
    assert [path for path, _ in found_in(links)] == ["static/a/b/c", "static/e/d"]


def test_folders_that_link_to_each_other_are_walked_once(links: Path) -> None:
    (links / "static" / "up").symlink_to("..")
    (links / "static" / "self").symlink_to(".")
    assert found_in(links) == []


def test_the_folder_itself_may_be_no_link_out_of_the_site(links: Path) -> None:
    (links / "static").rmdir()
    (links / "static").symlink_to("../secret")
    assert found_in(links) == [("static", "this link leads out of the site")]


def test_a_folder_that_is_not_there_has_no_links(links: Path) -> None:
    assert found_in(links, "templates") == []


def test_hidden_links_are_left_alone(links: Path) -> None:
    # Emacs marks a file that is being edited by such a link.
    (links / "static" / ".#style.css").symlink_to("anna@desk.4711")
    assert found_in(links) == []


def test_a_site_may_lie_behind_links_and_in_a_hidden_folder(links: Path) -> None:
    links.rename(links.parent / ".site")
    (links.parent / "way").symlink_to(".site")
    site = links.parent / "way"
    (site / "static" / "a").symlink_to("../content/site.yaml")
    assert found_in(site) == []


def test_a_problem_names_the_link_and_the_remedy(links: Path) -> None:
    root = Path(os.path.realpath(links))
    link = links / "static" / "link"
    link.symlink_to("../../secret")
    message = "this link leads out of the site"
    assert refuse_link(link, links, root) == Problem(
        "static/link", 0, 0, message, "copy what it points to into static/"
    )
    link.unlink()
    link.symlink_to("gone")
    problem = refuse_link(link, links, root)
    assert problem is not None and problem.hint == "fix the link or delete it"
    assert refuse_link(links / "content" / "site.yaml", links, root) is None


def test_a_folder_that_may_not_be_read_is_a_problem(open_path: Path) -> None:
    closed = open_path / "static" / "closed"
    closed.mkdir(parents=True)
    closed.chmod(0)
    with without_privileges():
        found = found_in(open_path)
    closed.chmod(0o700)
    assert found == [("static/closed", "this folder cannot be read: Permission denied")]
