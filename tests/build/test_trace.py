"""What a build knows of the one before it: which files are as they were, and why others are not."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from newsbrief.build.incremental.trace import (
    VERSION,
    Past,
    Record,
    Trace,
    decode_trace,
    encode_trace,
    look_at_folders,
    read_details,
    sum_up,
    write_details,
)
from newsbrief.disk.file_states import list_contents, mark_doubtful, write_signs

RECORD = Record("x", "3 1 2 4\tarticle.md", "3 1 2 4\tx/index.html\n5 1 2 6\tx/a – b.svg", write_details({}, {}, "“x”"))


def record_of(slug: str, folder: Path, output: Path) -> Record:
    """Return the record of a folder's files, and of the files below its address in the output, as they are."""
    inputs = {path.name: path for path in folder.iterdir() if path.is_file()}
    outputs = {path.relative_to(output).as_posix(): path for path in (output / slug).rglob("*") if path.is_file()}
    digests = [
        {name: sha256(path.read_bytes()).hexdigest() for name, path in files.items()} for files in (inputs, outputs)
    ]
    signs = [write_signs((name, path.stat()) for name, path in files.items()) for files in (inputs, outputs)]
    return Record(slug, *signs, write_details(*digests, None))


def test_a_trace_comes_back_as_it_was_written() -> None:
    draft = Record("y", "3 1 2 4\tarticle.md", "", write_details({"article.md": "ab"}, {}, None))
    shared = Record("", "", "3 1 2 4\ta.css", write_details({}, {"a.css": "cd"}, {"pages": {}}))
    trace = Trace("e", "[]", "f", shared, {"X": RECORD, "Y": draft})
    assert decode_trace(encode_trace(trace)) == trace
    assert decode_trace(encode_trace(trace._replace(briefings={}))) == trace._replace(briefings={})
    assert sorted(trace.paths) == ["a.css", "x/a – b.svg", "x/index.html"]
    assert read_details(draft) == {"inputs": {"article.md": "ab"}, "outputs": {}, "shown": None, "card": ""}


@pytest.mark.parametrize("harm", ["cut", "bit", "version", "empty", "json", "nothing after the head"])
def test_a_trace_that_is_not_whole_is_none(harm: str) -> None:
    raw = encode_trace(Trace("e", "[]", "f", RECORD, {"X": RECORD}))
    harmed = {
        "cut": raw[:-3],
        "bit": raw[:-5] + bytes([raw[-5] ^ 1]) + raw[-4:],
        "version": raw.replace(f"trace {VERSION}".encode(), b"trace 9"),
        "empty": b"",
        "json": b"[]",
        "nothing after the head": raw.partition(b"\n")[0] + b"\n",
    }[harm]
    assert decode_trace(harmed) is None


@pytest.fixture
def built(tmp_path: Path) -> tuple[Path, Path, Trace]:
    """A content folder, an output folder, and the trace of them."""
    content, output = tmp_path / "content", tmp_path / "out"
    records = {}
    for name in ("kept", "edited", "grown", "shrunk", "lost"):
        for folder, file in ((content, "article.md"), (output, "index.html")):
            (folder / name).mkdir(parents=True)
            (folder / name / file).write_text("one")
        if name == "shrunk":
            (content / name / "facts.yaml").write_text("")
        records[name] = record_of(name, content / name, output)
    (output / "all").mkdir()
    (output / "all" / "index.html").write_text("home")
    (content / "about.md").write_text("page")
    return content, output, Trace("e", "[]", "f", record_of("all", content, output), records)


def look(built: tuple[Path, Path, Trace], outputs: bool = True) -> Past:
    content, output, trace = built
    contents, out = list_contents(content), str(output) if outputs else ""
    return sum_up(trace, contents, look_at_folders(trace, str(content), out, contents.folders), str(content), out)


def test_where_nothing_has_changed_there_is_no_reason(built: tuple[Path, Path, Trace]) -> None:
    assert look(built) == Past(built[2], {}, False)


def test_each_reason_is_told(built: tuple[Path, Path, Trace]) -> None:
    content, output, _ = built
    (content / "edited" / "article.md").write_text("two")
    (content / "grown" / "a.svg").write_text("")
    (content / "shrunk" / "facts.yaml").unlink()
    (output / "lost" / "index.html").unlink()
    (content / "new").mkdir()
    (content / "new" / "article.md").write_text("x")
    assert look(built).reasons == {
        "edited": "article.md has changed",
        "grown": "a.svg is new",
        "shrunk": "facts.yaml is gone",
        "lost": "lost/index.html is not in the output",
        "new": "it is new",
    }


def test_reasons_that_concern_the_shared_pages_are_told(built: tuple[Path, Path, Trace]) -> None:
    content, output, _ = built
    (output / "all" / "index.html").write_text("more")
    assert look(built)[1:] == ({"": "all/index.html was altered in the output"}, True)
    (content / "about.md").unlink()
    assert look(built)[1:] == ({"": "about.md is gone"}, True)
    (output / "all" / "index.html").write_text("home")
    (content / "kept" / "article.md").unlink()
    (content / "kept").rmdir()
    assert look(built)[1:] == ({"": "kept is gone"}, False)


def test_a_link_in_place_of_an_output_or_its_folder_is_told(built: tuple[Path, Path, Trace]) -> None:
    _, output, _ = built
    (output / "kept").rename(output / "moved")
    (output / "kept").symlink_to("moved")
    (output / "edited" / "index.html").rename(output / "edited" / "other.html")
    (output / "edited" / "index.html").symlink_to("other.html")
    assert look(built).reasons == {
        "kept": "kept is no folder of the output",
        "edited": "edited/index.html was altered in the output",
    }


def test_a_touch_changes_nothing_and_an_edit_of_the_same_size_and_time_does(built: tuple[Path, Path, Trace]) -> None:
    article = built[0] / "edited" / "article.md"
    before = article.stat()
    os.utime(article, ns=(before.st_atime_ns, before.st_mtime_ns + 10**9))
    assert look(built).reasons == {}
    article.write_text("two")
    os.utime(article, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert article.stat().st_mtime_ns == before.st_mtime_ns
    assert look(built).reasons == {"edited": "article.md has changed"}


def test_a_file_in_doubt_is_known_by_its_content(built: tuple[Path, Path, Trace]) -> None:
    content, output, trace = built
    record = trace.briefings["kept"]
    doubted = record._replace(inputs=mark_doubtful(record.inputs, 0), outputs=mark_doubtful(record.outputs, 0))
    assert doubted.inputs.startswith("?") and doubted.outputs.startswith("?")
    for known, reasons in ((doubted, {}), (doubted._replace(details=write_details({}, {}, None)), {"kept"})):
        changed = trace._replace(briefings={**trace.briefings, "kept": known})
        assert look((content, output, changed)).reasons.keys() == set(reasons)


def test_outputs_that_are_on_no_disk_are_not_looked_for(built: tuple[Path, Path, Trace]) -> None:
    (built[1] / "lost" / "index.html").unlink()
    assert look(built, outputs=False).reasons == {}


def test_what_cannot_be_known_in_a_folder_is_told(built: tuple[Path, Path, Trace]) -> None:
    content, output, trace = built
    (content / "kept" / "map.svg").symlink_to("article.md")
    (seen,) = look_at_folders(trace, str(content), str(output), ["kept", "edited"])
    assert (seen.name, seen.odd) == ("kept", ("map.svg",))


def test_names_that_are_no_utf_8_do_not_stand_in_the_way_of_a_trace() -> None:
    trace = Trace("e", "[]", "f", RECORD, {"caf\udce9": RECORD})
    assert decode_trace(encode_trace(trace)) == trace
