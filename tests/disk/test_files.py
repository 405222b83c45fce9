"""A file of the editor's own, rewritten: whole or not at all, with its permissions, and never blindly."""

from pathlib import Path

import pytest

from newsbrief.disk.files import PART, rewrite_file
from newsbrief.model.problems import ConfigError
from support.rights import without_privileges


def write(folder: Path, mode: int = 0o644) -> Path:
    path = folder / "article.md"
    path.write_bytes(b"before")
    path.chmod(mode)
    return path


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_rewritten_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    path = write(tmp_path, mode)
    rewrite_file(path, b"before", b"after")
    assert path.read_bytes() == b"after"
    assert path.stat().st_mode & 0o7777 == mode
    assert [each.name for each in tmp_path.iterdir()] == ["article.md"]


def test_a_link_still_leads_to_the_rewritten_file(tmp_path: Path) -> None:
    path = write(tmp_path)
    link = tmp_path / "link.md"
    link.symlink_to(path)
    rewrite_file(link, b"before", b"after")
    assert link.is_symlink() and path.read_bytes() == b"after"


def test_a_file_that_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = write(tmp_path)
    with pytest.raises(ConfigError, match="changed while it was being fixed"):
        rewrite_file(path, b"as it was earlier", b"after")
    assert path.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == ["article.md"]


def test_a_read_only_file_is_left_alone_by_root_as_well(tmp_path: Path) -> None:
    path = write(tmp_path, 0o444)
    with pytest.raises(ConfigError, match="read-only"):
        rewrite_file(path, b"before", b"after")
    assert path.read_bytes() == b"before"


def test_a_file_in_a_folder_that_cannot_be_written_is_left_alone(tmp_path: Path) -> None:
    path = write(tmp_path)
    tmp_path.chmod(0o555)
    try:
        with without_privileges(), pytest.raises(ConfigError, match="cannot be written"):
            rewrite_file(path, b"before", b"after")
    finally:
        tmp_path.chmod(0o755)
    assert path.read_bytes() == b"before" and not (tmp_path / f".article.md{PART}").exists()
