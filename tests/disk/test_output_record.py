"""The record of an output: it is read as it was written, or names nothing."""

import json
from pathlib import Path

from newsbrief.disk.output_record import OutputRecord, encode_record, private_path, read_record

PATHS = ["bridge/index.html", "bridge/map – 1.svg", "index.html"]


def test_a_record_comes_back_as_it_was_written(tmp_path: Path) -> None:
    record = tmp_path / "record.json"
    for is_finished in (True, False):
        record.write_bytes(encode_record(tmp_path, json.dumps(PATHS), is_finished))
        assert read_record(record) == OutputRecord(frozenset(PATHS), is_finished)


def test_a_record_names_nothing_whichever_of_its_bits_was_flipped(tmp_path: Path) -> None:
    """Nothing but the output's path and whether the build was finished, by which no file is deleted."""
    record = tmp_path / "record.json"
    raw = encode_record(Path("out"), json.dumps(PATHS), True)
    for at in range(len(raw)):
        for bit in range(8):
            record.write_bytes(bytes([*raw[:at], raw[at] ^ (1 << bit), *raw[at + 1 :]]))
            assert read_record(record).paths in (frozenset(), frozenset(PATHS))


def test_a_record_of_an_earlier_version_is_read(tmp_path: Path) -> None:
    record = tmp_path / "record.json"
    record.write_text(json.dumps({"output": "out", "finished": True, "files": PATHS}))
    assert read_record(record) == OutputRecord(frozenset(PATHS), True)


def test_paths_that_lead_out_of_the_output_are_left_out(tmp_path: Path) -> None:
    record = tmp_path / "record.json"
    record.write_text(json.dumps({"files": ["a.html", "../b.html", "/c.html", "d/../../e.html", "", "f\tg.html", 7]}))
    assert read_record(record).paths == {"a.html"}


def test_each_output_of_a_site_has_a_record_of_its_own(tmp_path: Path) -> None:
    paths = {private_path("outputs", tmp_path / name, tmp_path) for name in ("_site", "out", "../out")}
    assert len(paths) == 3 and {path.parent for path in paths} == {tmp_path / ".newsbrief"}
    assert private_path("outputs", tmp_path / "x" / ".." / "out", tmp_path) in paths
