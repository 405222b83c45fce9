"""What a build knows of the one before it: which files are as they were, and why others are not."""

import os
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from newsbrief.model import Party, Summary
from newsbrief.trace import (
    Record,
    State,
    Trace,
    decode_trace,
    digest_engine,
    encode_trace,
    explain_changes,
    is_same,
    scan_content,
    state_of,
)

MINUTE = 60 * 10**9
PARTIES = (
    Party("un", "United Nations", "UN", "international-body", "A body."),
    Party("a", "Ann", None, "person", None),
)
SUMMARY = Summary("x", "A “title”", None, date(2019, 4, 7), False, 3, 1, 0, PARTIES)


def rested(path: Path, content: bytes = b"one") -> tuple[State, int]:
    """Write a file and return its state, and a time at which it has long been at rest."""
    path.write_bytes(content)
    status = path.stat()
    return state_of(status, sha256(content).hexdigest()), status.st_mtime_ns + MINUTE


def test_a_trace_comes_back_as_it_was_written() -> None:
    state = State(3, 1, 2, 4, "ab")
    record = Record("x", {"article.md": state}, SUMMARY, {"x/index.html": state})
    draft = Record("y", {"article.md": state}, None, {})
    trace = Trace("e", (("about", "About"),), 5, 6, {"X": record, "Y": draft}, {"about.md": state}, {"a.css": state})
    assert decode_trace(encode_trace(trace)) == trace
    assert sorted(trace.outputs) == ["a.css", "x/index.html"]


@pytest.mark.parametrize("harm", ["cut", "bit", "version", "empty", "json", "nothing after the head"])
def test_a_trace_that_is_not_whole_is_none(harm: str) -> None:
    raw = encode_trace(Trace("e", (), 5, 6, {}, {}, {}))
    harmed = {
        "cut": raw[:-3],
        "bit": raw[:-5] + bytes([raw[-5] ^ 1]) + raw[-4:],
        "version": b"9" + raw[1:],
        "empty": b"",
        "json": b"[]",
        "nothing after the head": raw.partition(b"\n")[0] + b"\n",
    }[harm]
    assert decode_trace(harmed) is None


def test_a_file_at_rest_is_known_by_its_status_alone(tmp_path: Path) -> None:
    path = tmp_path / "a"
    state, later = rested(path)
    unread = state._replace(digest="")
    assert is_same(unread, path.stat(), path, later)


def test_a_file_touched_just_before_the_build_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    state, _ = rested(path)
    assert is_same(state, path.stat(), path, path.stat().st_mtime_ns)
    assert not is_same(state._replace(digest="0" * 64), path.stat(), path, path.stat().st_mtime_ns)
    assert not is_same(state._replace(digest=""), path.stat(), path, path.stat().st_mtime_ns)


def test_on_a_coarse_clock_the_doubt_lasts_two_seconds(tmp_path: Path) -> None:
    path = tmp_path / "a"
    rested(path)
    second = 10**9 * (path.stat().st_mtime_ns // 10**9)
    os.utime(path, ns=(second, second))
    status = path.stat()
    state = state_of(status, "0" * 64)
    latest = max(status.st_mtime_ns, status.st_ctime_ns)
    assert not is_same(state, status, path, latest + 10**9)
    assert is_same(state, status, path, latest + 3 * 10**9)


def test_a_touch_changes_nothing_and_an_edit_of_the_same_size_and_time_does(tmp_path: Path) -> None:
    path = tmp_path / "a"
    state, later = rested(path)
    before = path.stat()
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 10**9))
    assert is_same(state, path.stat(), path, later)
    path.write_bytes(b"two")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_mtime_ns == state.modified
    assert not is_same(state, path.stat(), path, later)


def test_a_link_or_a_folder_in_place_of_a_file_is_another_thing(tmp_path: Path) -> None:
    path = tmp_path / "a"
    state, later = rested(path)
    (tmp_path / "b").write_bytes(b"one")
    path.unlink()
    path.symlink_to(tmp_path / "b")
    assert not is_same(state, path.lstat(), path, later)


def test_each_reason_is_told(tmp_path: Path) -> None:
    content, output = tmp_path / "content", tmp_path / "out"
    for name in ("kept", "edited", "grown", "shrunk", "lost"):
        (content / name).mkdir(parents=True)
        (output / name).mkdir(parents=True)
    records = {}
    for name in ("kept", "edited", "grown", "shrunk", "lost"):
        files = {"article.md": rested(content / name / "article.md")[0]}
        if name == "shrunk":
            files["facts.yaml"] = files["article.md"]
        made, later = rested(output / name / "index.html")
        records[name] = Record(name, files, SUMMARY, {f"{name}/index.html": made})
    page, later = rested(content / "about.md")
    trace = Trace("e", (), later, later, records, {"about.md": page}, {})
    (content / "edited" / "article.md").write_text("three")
    (content / "grown" / "a.svg").write_text("")
    (output / "lost" / "index.html").unlink()
    (content / "new").mkdir()
    (content / "new" / "article.md").write_text("x")

    assert explain_changes(trace, scan_content(content), content, output) == {
        "edited": "article.md has changed",
        "grown": "a.svg is new",
        "shrunk": "facts.yaml is gone",
        "lost": "lost/index.html is not in the output",
        "new": "it is new",
    }
    (content / "about.md").unlink()
    assert explain_changes(trace, scan_content(content), content, output)[""] == "about.md is gone"
    (content / "odd").symlink_to(content / "kept")
    assert scan_content(content).odd == ("odd",)
    (output / "moved").mkdir()
    (output / "kept" / "index.html").rename(output / "moved" / "index.html")
    (output / "kept").rmdir()
    (output / "kept").symlink_to(output / "moved")
    assert explain_changes(trace, scan_content(content), content, output)["kept"] == "kept is a link in the output"


def test_the_engine_is_another_with_every_file_and_setting(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.html").write_text("one")
    (tmp_path / "site.yaml").write_text("title: A")
    folders = [tmp_path / "templates", tmp_path / "site.yaml", tmp_path / "static"]
    seen = {digest_engine(folders, [None, False])}
    assert seen == {digest_engine(folders, [None, False])}
    seen.add(digest_engine(folders, ["https://example.org", False]))
    seen.add(digest_engine(folders, [None, True]))
    (tmp_path / "templates" / "a.html").write_text("two")
    seen.add(digest_engine(folders, [None, False]))
    (tmp_path / "templates" / "a.html").rename(tmp_path / "templates" / "b.html")
    seen.add(digest_engine(folders, [None, False]))
    (tmp_path / "site.yaml").write_text("title: B")
    seen.add(digest_engine(folders, [None, False]))
    assert len(seen) == 6
