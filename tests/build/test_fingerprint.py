"""The digest of what every page depends on."""

from pathlib import Path

import pytest

from newsbrief.build.incremental.fingerprint import fingerprint_files
from newsbrief.model.problems import ConfigError
from support.sites import without_privileges


def test_the_fingerprint_is_another_with_every_file_and_setting(tmp_path: Path) -> None:
    (tmp_path / "templates" / "deep").mkdir(parents=True)
    (tmp_path / "templates" / "deep" / "a.html").write_text("one")
    (tmp_path / "site.yaml").write_text("title: A")
    folders = [tmp_path / "templates", tmp_path / "site.yaml", tmp_path / "static"]
    seen = {fingerprint_files(folders, [None, False])}
    assert seen == {fingerprint_files(folders, [None, False])}
    seen.add(fingerprint_files(folders, ["https://example.org", False]))
    seen.add(fingerprint_files(folders, [None, True]))
    (tmp_path / "templates" / "deep" / "a.html").write_text("two")
    seen.add(fingerprint_files(folders, [None, False]))
    (tmp_path / "templates" / "deep" / "a.html").rename(tmp_path / "templates" / "deep" / "b.html")
    seen.add(fingerprint_files(folders, [None, False]))
    (tmp_path / "templates" / "deep").rename(tmp_path / "static")
    seen.add(fingerprint_files(folders, [None, False]))
    (tmp_path / "site.yaml").write_text("title: B")
    seen.add(fingerprint_files(folders, [None, False]))
    assert len(seen) == 7


def test_pythons_own_caches_are_no_part_of_it(tmp_path: Path) -> None:
    before = fingerprint_files([tmp_path], [])
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_text("x")
    assert fingerprint_files([tmp_path], []) == before


@pytest.mark.parametrize("target", ["file", "folder", "nowhere"])
def test_with_a_link_anywhere_there_is_none(tmp_path: Path, target: str) -> None:
    (tmp_path / "a" / "folder").mkdir(parents=True)
    (tmp_path / "a" / "file").write_text("x")
    assert fingerprint_files([tmp_path / "a"], [])
    (tmp_path / "a" / "link").symlink_to(target)
    assert fingerprint_files([tmp_path / "a"], []) == ""


@pytest.mark.parametrize("name", ["deep", "deep/a.html"])
def test_what_cannot_be_read_is_named(open_path: Path, name: str) -> None:
    (open_path / "deep").mkdir()
    (open_path / "deep" / "a.html").write_text("x")
    (open_path / name).chmod(0)
    with without_privileges(), pytest.raises(ConfigError) as caught:
        fingerprint_files([open_path], [])
    assert [problem.path for problem in caught.value.problems] == [str(open_path / name)]
    (open_path / name).chmod(0o777)
