"""The record of an output: it is read as it was written, and a damaged line names nothing."""

from hashlib import sha256
from pathlib import Path

import pytest

from newsbrief.disk.output_record import HEAD, NO_RECORD, RECORD, encode_record, join_digests, read_record
from support.processes import run_well

ONE, TWO = sha256(b"1").hexdigest(), sha256(b"2").hexdigest()
DIGESTS = {"bridge/index.html": ONE, "bridge/map – 1.svg": TWO, "index.html": f"{ONE} {TWO}"}


def write_record(output: Path, text: str) -> Path:
    (output / RECORD).write_text(text, encoding="utf-8")
    return output


def test_a_record_comes_back_as_it_was_written(tmp_path: Path) -> None:
    text = encode_record(DIGESTS)
    assert read_record(write_record(tmp_path, text)) == (DIGESTS, text, True)


def test_sha256sum_reads_a_record(tmp_path: Path) -> None:
    for name in ("1", "two words", "back\\slash"):
        (tmp_path / name).write_text("1")
    write_record(tmp_path, encode_record({"1": ONE, "two words": ONE, "back\\slash": ONE}))
    assert run_well("sha256sum", "--check", "--strict", RECORD, cwd=tmp_path).count(": OK") == 3
    assert read_record(tmp_path).digests.keys() == {"1", "two words", "back\\slash"}


def test_a_line_proves_nothing_whichever_of_its_bits_was_flipped(tmp_path: Path) -> None:
    raw = encode_record({"index.html": ONE}).encode()
    for at in range(len(HEAD), len(raw)):
        for bit in range(8):
            (tmp_path / RECORD).write_bytes(bytes([*raw[:at], raw[at] ^ (1 << bit), *raw[at + 1 :]]))
            record = read_record(tmp_path)
            proved = [path for path in record.digests if record.has_written(path, ONE)]
            assert len(proved) <= 1
            assert proved != ["index.html"] or not record.is_whole or raw[at:].startswith(b"# ") or at > len(HEAD) + 60


@pytest.mark.parametrize("size", [0, 20, len(HEAD), len(HEAD) + 30, -1, -30])
def test_a_record_that_was_cut_is_not_whole(tmp_path: Path, size: int) -> None:
    record = read_record(write_record(tmp_path, encode_record(DIGESTS)[:size]))
    assert not record.is_whole
    assert all(record.digests[path] in DIGESTS.get(path, "") for path in record.digests if path in DIGESTS)


@pytest.mark.parametrize("text", ["", "\0", f"{ONE}  index.html\n", "# Somebody else's\n" + f"{ONE}  index.html\n"])
def test_a_file_of_another_origin_names_nothing(tmp_path: Path, text: str) -> None:
    assert read_record(write_record(tmp_path, text)) == NO_RECORD


def test_a_link_in_place_of_the_record_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text(encode_record(DIGESTS), encoding="utf-8")
    (tmp_path / RECORD).symlink_to(tmp_path / "elsewhere")
    assert read_record(tmp_path) == NO_RECORD


def test_paths_that_lead_out_of_the_output_are_left_out(tmp_path: Path) -> None:
    paths = ["a.html", "../b.html", "/c.html", "d/../../e.html", "", "f\tg.html", "..", RECORD]
    assert read_record(write_record(tmp_path, encode_record(dict.fromkeys(paths, ONE)))).digests == {"a.html": ONE}


def test_while_files_are_moved_old_and_new_content_is_on_record() -> None:
    assert join_digests({"a": ONE, "b": ONE, "c": f"{ONE} {TWO}"}, {"a": ONE, "b": TWO, "c": TWO, "d": TWO}) == {
        "a": ONE,
        "b": f"{ONE} {TWO}",
        "c": f"{ONE} {TWO}",
        "d": TWO,
    }
