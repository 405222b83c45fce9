"""The user's cache folder: found by the system's own rules, and never in the folder of a site."""

import sys
from pathlib import Path

import pytest

from newsbrief.disk.user_cache import cache_folder, find_cache_folder

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
