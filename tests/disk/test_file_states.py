"""What is known of files by their status alone, and when that is not enough."""

import os
from pathlib import Path

import pytest

from newsbrief.disk.file_states import (
    list_contents,
    mark_doubtful,
    read_signs,
    sign_folder,
    sign_outputs,
    size_of,
    state_of,
    write_signs,
)

SECOND = 10**9


def signs_of(path: Path) -> str:
    return write_signs([(path.name, path.stat())])


def test_contents_are_briefings_and_pages_and_what_is_hidden_is_left_out(tmp_path: Path) -> None:
    for name in ("bridge/article.md", "bridge/deep/map.svg", "bridge/.draft", ".git/config", "about.md", "site.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    contents = list_contents(tmp_path)
    assert (contents.folders, list(read_signs(contents.pages)), contents.odd) == (("bridge",), ["about.md"], ())
    signs, odd = sign_folder(str(tmp_path / "bridge"))
    assert (sorted(read_signs(signs)), odd) == (["article.md", "deep/map.svg"], ())


def test_signs_do_not_depend_on_the_order_in_which_a_folder_is_listed(tmp_path: Path) -> None:
    files = []
    for name in ("b", "a", "c"):
        (tmp_path / name).write_text(name)
        files.append((name, (tmp_path / name).stat()))
    assert write_signs(files) == write_signs(reversed(files))
    assert write_signs([]) == ""
    assert read_signs("") == {}


@pytest.mark.parametrize("odd", ["link", "link to a folder", "pipe", "name", "stranger", "hidden from us"])
def test_what_cannot_be_known_by_its_status_is_odd(tmp_path: Path, odd: str) -> None:
    (tmp_path / "bridge").mkdir()
    if odd == "link":
        (tmp_path / "bridge" / "a").symlink_to("b")
    elif odd == "link to a folder":
        (tmp_path / "a").symlink_to("bridge")
    elif odd == "pipe":
        os.mkfifo(tmp_path / "bridge" / "a")
    elif odd == "name":
        (tmp_path / "bridge" / "a\tb").write_text("x")
    elif odd == "stranger":
        (tmp_path / "notes.txt").write_text("x")
    else:
        tmp_path = tmp_path / "is not there"
    assert {*list_contents(tmp_path).odd, *sign_folder(str(tmp_path / "bridge")).odd}


def test_every_change_of_a_file_shows_in_its_state(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("one")
    seen = {state_of(path.stat())}
    path.write_text("three")
    os.utime(path, ns=(0, 5 * SECOND))
    seen.add(state_of(path.stat()))
    path.rename(tmp_path / "b")
    path.write_text("three")
    os.utime(path, ns=(0, 5 * SECOND))
    seen.add(state_of(path.stat()))
    assert len(seen) == 3
    assert size_of(state_of(path.stat())) == size_of(f"?{state_of(path.stat())}") == 5


def test_a_file_touched_just_before_is_in_doubt_and_one_at_rest_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("one")
    os.utime(path, ns=(0, path.stat().st_mtime_ns // 1000 * 1000 + 1))
    touched = path.stat().st_ctime_ns
    signs = signs_of(path)
    assert mark_doubtful(signs, touched) == mark_doubtful(signs, touched + SECOND // 100) == f"?{signs}"
    assert mark_doubtful(signs, touched + SECOND) == signs
    assert mark_doubtful("", touched) == ""


def test_on_a_coarse_clock_the_doubt_lasts_two_seconds(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("one")
    second = path.stat().st_mtime_ns // SECOND * SECOND
    os.utime(path, ns=(second, second))
    signs, latest = signs_of(path), path.stat().st_ctime_ns
    assert mark_doubtful(signs, latest + SECOND) == f"?{signs}"
    assert mark_doubtful(signs, latest + 3 * SECOND) == signs


def test_outputs_that_have_just_been_written_are_in_doubt(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text("x")
    signs = sign_outputs(tmp_path, ["a/index.html"])
    assert signs.startswith("?") and signs.endswith("\ta/index.html")
