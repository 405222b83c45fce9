"""The private folder of a site: in the site's folder where that can be written, and never behind a link."""

from pathlib import Path

import pytest

from newsbrief.disk.private_folder import private_folder, private_path
from newsbrief.disk.user_cache import cache_folder
from newsbrief.model.problems import ConfigError
from support.rights import without_privileges


def test_each_output_of_a_site_has_private_files_of_its_own(tmp_path: Path) -> None:
    paths = {private_path("trace", tmp_path / name, tmp_path) for name in ("_site", "out", "../out")}
    assert len(paths) == 3 and {path.parent for path in paths} == {tmp_path / ".newsbrief"}
    assert private_path("trace", tmp_path / "x" / ".." / "out", tmp_path) in paths


@pytest.mark.parametrize("target", ["elsewhere", ".", "nowhere"])
def test_a_link_in_place_of_the_private_folder_is_refused(tmp_path: Path, target: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".newsbrief").symlink_to(tmp_path / target)
    with pytest.raises(ConfigError, match="a link stands"):
        private_folder(tmp_path)


def test_a_site_that_cannot_be_written_has_its_private_folder_in_the_users_cache(
    open_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(open_path / "cache"))
    site, other = open_path / "site", open_path / "other"
    for folder in (site, other):
        folder.mkdir(mode=0o555)
    with without_privileges():
        assert private_folder(site).is_relative_to(cache_folder())
        assert private_folder(site) == private_folder(site) != private_folder(other)
