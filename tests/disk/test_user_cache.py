"""The user's cache folder: found by the system's own rules, and never in the folder of a site."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsbrief.disk.user_cache import cache_folder, find_cache_folder, read_cached, write_cached

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no XDG_CACHE_HOME")


def test_the_folder_is_where_the_user_keeps_caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "newsbrief"
    assert not cache_folder().exists()


def test_the_folder_is_below_the_home_where_nothing_else_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_folder().is_relative_to(tmp_path)


@pytest.mark.parametrize("name", ["XDG_CACHE_HOME", "HOME"])
def test_a_relative_path_in_the_environment_is_not_followed_into_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv(name, "cache")
    monkeypatch.chdir(tmp_path)
    assert cache_folder().is_absolute()
    assert not cache_folder().is_relative_to(tmp_path)


def test_a_folder_inside_the_site_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, link = tmp_path / "site", tmp_path / "link"
    (site / ".cache").mkdir(parents=True)
    link.symlink_to(site / ".cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(link))
    assert find_cache_folder(site) is None
    assert find_cache_folder(tmp_path / "other") == link / "newsbrief"


@pytest.fixture
def cached(tmp_path: Path) -> Path:
    """A file in a cache folder that is created for it."""
    path = tmp_path / "cache" / "newsbrief" / "templates.bin"
    write_cached(path, b"old")
    write_cached(path, b"new")
    return path


def test_what_is_written_is_read_again_and_is_for_this_user_alone(cached: Path) -> None:
    assert read_cached(cached) == b"new"
    assert [path.name for path in cached.parent.iterdir()] == ["templates.bin"]
    assert cached.stat().st_mode & 0o077 == cached.parent.stat().st_mode & 0o077 == 0


def lend(path: Path) -> None:
    path.chmod(0o620)


def give_away(path: Path) -> None:
    os.chown(path, 65534, -1)


def lend_folder(path: Path) -> None:
    path.parent.chmod(0o777)


def give_folder_away(path: Path) -> None:
    os.chown(path.parent, 65534, -1)


def link(path: Path) -> None:
    path.rename(path.with_suffix(".real"))
    path.symlink_to(path.with_suffix(".real"))


@pytest.mark.parametrize("change", [lend, give_away, lend_folder, give_folder_away, link, Path.unlink])
def test_what_another_may_have_written_is_not_read(cached: Path, change: Callable[[Path], object]) -> None:
    if change in (give_away, give_folder_away) and os.geteuid() != 0:
        pytest.skip("only root can give a file away")
    change(cached)
    assert read_cached(cached) is None


@pytest.mark.parametrize("change", [lend_folder, give_folder_away])
def test_nothing_is_written_into_a_folder_of_others(cached: Path, change: Callable[[Path], object]) -> None:
    if change is give_folder_away and os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    change(cached)
    write_cached(cached, b"newest")
    assert cached.read_bytes() == b"new"


def test_a_folder_that_cannot_be_made_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    write_cached(tmp_path / "file" / "newsbrief" / "templates.bin", b"x")
    assert read_cached(tmp_path / "file" / "newsbrief" / "templates.bin") is None
