"""What is stale since the last build, and why: which files are as they were, and what each change is called."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from newsbrief.build.incremental.stale import (
    StaleReport,
    compare_contents,
    compare_folders,
    explain_change,
)
from newsbrief.build.incremental.trace import Trace, TraceEntry, write_details
from newsbrief.disk.file_states import list_contents, mark_doubtful, write_signs


def entry_of(slug: str, folder: Path, output: Path) -> TraceEntry:
    """Return the entry of a folder's files, and of the files below its address in the output, as they are."""
    inputs = {path.name: path for path in folder.iterdir() if path.is_file()}
    outputs = {path.relative_to(output).as_posix(): path for path in (output / slug).rglob("*") if path.is_file()}
    digests = [
        {name: sha256(path.read_bytes()).hexdigest() for name, path in files.items()} for files in (inputs, outputs)
    ]
    signs = [write_signs((name, path.stat()) for name, path in files.items()) for files in (inputs, outputs)]
    return TraceEntry(slug, *signs, write_details(*digests, None))


@pytest.fixture
def built(tmp_path: Path) -> tuple[Path, Path, Trace]:
    """A content folder, an output folder, and the trace of them."""
    content, output = tmp_path / "content", tmp_path / "out"
    entries = {}
    for name in ("kept", "edited", "grown", "shrunk", "lost"):
        for folder, file in ((content, "article.md"), (output, "index.html")):
            (folder / name).mkdir(parents=True)
            (folder / name / file).write_text("one")
        if name == "shrunk":
            (content / name / "facts.yaml").write_text("")
        entries[name] = entry_of(name, content / name, output)
    (output / "all").mkdir()
    (output / "all" / "index.html").write_text("home")
    (content / "about.md").write_text("page")
    return content, output, Trace("e", "[]", "f", entry_of("all", content, output), entries, b"")


def compare(built: tuple[Path, Path, Trace], outputs: bool = True) -> StaleReport:
    content, output, trace = built
    report = StaleReport("e", list_contents(content), trace, {})
    return compare_contents(report, trace, content.parent, output if outputs else None, report.contents.folders)


def test_where_nothing_has_changed_there_is_no_reason(built: tuple[Path, Path, Trace]) -> None:
    report = compare(built)
    assert (report.base, report.reasons, report.is_shared_lost) == (built[2], {}, False)


def test_each_reason_is_reported(built: tuple[Path, Path, Trace]) -> None:
    content, output, _ = built
    (content / "edited" / "article.md").write_text("two")
    (content / "grown" / "a.svg").write_text("")
    (content / "shrunk" / "facts.yaml").unlink()
    (output / "lost" / "index.html").unlink()
    (content / "new").mkdir()
    (content / "new" / "article.md").write_text("x")
    assert compare(built).reasons == {
        "edited": "article.md has changed",
        "grown": "a.svg is new",
        "shrunk": "facts.yaml is gone",
        "lost": "lost/index.html is not in the output",
        "new": "it is new",
    }


def reasons_of_shared(built: tuple[Path, Path, Trace]) -> tuple[object, bool]:
    report = compare(built)
    return report.reasons, report.is_shared_lost


def test_reasons_that_concern_the_shared_pages_are_reported(built: tuple[Path, Path, Trace]) -> None:
    content, output, _ = built
    (output / "all" / "index.html").write_text("more")
    assert reasons_of_shared(built) == ({"": "all/index.html was altered in the output"}, True)
    (content / "about.md").unlink()
    assert reasons_of_shared(built) == ({"": "about.md is gone"}, True)
    (output / "all" / "index.html").write_text("home")
    (content / "kept" / "article.md").unlink()
    (content / "kept").rmdir()
    assert reasons_of_shared(built) == ({"": "kept is gone"}, False)


def test_a_link_in_place_of_an_output_or_its_folder_is_reported(built: tuple[Path, Path, Trace]) -> None:
    _, output, _ = built
    (output / "kept").rename(output / "moved")
    (output / "kept").symlink_to("moved")
    (output / "edited" / "index.html").rename(output / "edited" / "other.html")
    (output / "edited" / "index.html").symlink_to("other.html")
    assert compare(built).reasons == {
        "kept": "kept is no folder of the output",
        "edited": "edited/index.html was altered in the output",
    }


def test_a_touch_changes_nothing_and_an_edit_of_the_same_size_and_time_does(built: tuple[Path, Path, Trace]) -> None:
    article = built[0] / "edited" / "article.md"
    before = article.stat()
    os.utime(article, ns=(before.st_atime_ns, before.st_mtime_ns + 10**9))
    assert compare(built).reasons == {}
    article.write_text("two")
    os.utime(article, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert article.stat().st_mtime_ns == before.st_mtime_ns
    assert compare(built).reasons == {"edited": "article.md has changed"}


def test_a_file_in_doubt_is_known_by_its_content(built: tuple[Path, Path, Trace]) -> None:
    content, output, trace = built
    entry = trace.briefings["kept"]
    doubtful = entry._replace(inputs=mark_doubtful(entry.inputs, 0), outputs=mark_doubtful(entry.outputs, 0))
    assert doubtful.inputs.startswith("?") and doubtful.outputs.startswith("?")
    for known, reasons in ((doubtful, {}), (doubtful._replace(details=write_details({}, {}, None)), {"kept"})):
        changed = trace._replace(briefings={**trace.briefings, "kept": known})
        assert compare((content, output, changed)).reasons.keys() == set(reasons)


def test_outputs_that_are_on_no_disk_are_not_looked_for(built: tuple[Path, Path, Trace]) -> None:
    (built[1] / "lost" / "index.html").unlink()
    assert compare(built, outputs=False).reasons == {}


def test_what_cannot_be_known_in_a_folder_is_reported(built: tuple[Path, Path, Trace]) -> None:
    content, output, trace = built
    (content / "kept" / "map.svg").symlink_to("article.md")
    (seen,) = compare_folders(trace, str(content), str(output), ["kept", "edited"])
    assert (seen.name, seen.odd) == ("kept", ("map.svg",))


def test_a_content_is_asked_for_only_where_states_leave_it_open() -> None:
    known = {"a.md": "3 1 1 7", "b.md": "3 1 1 8", "c.md": "?3 1 1 9"}
    asked = []

    def has_content(name: str) -> bool:
        asked.append(name)
        return name == "c.md"

    assert explain_change(known, known | {"b.md": "4 1 1 8"}, has_content) == "b.md has changed"
    assert asked == []
    assert explain_change(known, known | {"c.md": "3 1 1 9"}, has_content) == ""
    assert explain_change(known, known | {"b.md": "3 2 2 8", "c.md": "3 1 1 9"}, has_content) == "b.md has changed"
    assert asked == ["c.md", "b.md"]


def test_a_file_that_came_is_named_before_one_that_went() -> None:
    assert explain_change({"a.md": "3 1 1 7"}, {"b.md": "3 1 1 7"}, lambda name: True) == "b.md is new"
    assert explain_change({"a.md": "3 1 1 7"}, {}, lambda name: True) == "a.md is gone"


def test_other_pages_in_the_navigation_make_everything_stale(built: tuple[Path, Path, Trace]) -> None:
    report = compare(built)
    assert report.with_navigation("[]") is report
    other = report.with_navigation("['about']")
    assert (other.base, other.trace) == (None, built[2])
    assert other.reasons == {"": "the pages that every page links to have changed"}
