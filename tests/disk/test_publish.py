"""The writer: it deletes only what it wrote, and what goes wrong leaves the last good site as it was."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.disk.files_in_the_way import OutputClaim, refuse_collisions
from newsbrief.disk.output_record import RECORD, encode_record, join_digests, read_record
from newsbrief.disk.publish import PublishReport, publish_site
from newsbrief.disk.staging import Staging, open_staging, staging_folder
from newsbrief.model.paths import theme_folder
from newsbrief.model.problems import ConfigError
from support.files import bytes_of
from support.processes import PATIENCE, Process, run, running, wait_until
from support.rights import without_privileges
from support.sites import ARTICLE, write_briefing, write_site

pytestmark = pytest.mark.slow


def times_of(folder: Path) -> dict[str, int]:
    return {path: (folder / path).stat().st_mtime_ns for path in bytes_of(folder)}


def files_of(out: Path) -> dict[str, bytes]:
    """Return the files of an output but for the record."""
    return {path: raw for path, raw in bytes_of(out).items() if path != RECORD}


def refusal_of(build: Callable[[], object]) -> dict[str, str]:
    """Return path → message of everything for which a build is refused as wrong usage."""
    with pytest.raises(ConfigError) as caught:
        build()
    assert caught.value.exit_code == 2
    assert all(problem.hint for problem in caught.value.problems)
    return {problem.path: problem.message for problem in caught.value.problems}


def retitle(site: Path, title: str = "Another title") -> None:
    """Change something that stands on every page."""
    (site / "content" / "site.yaml").write_text(f"title: {title}\n")


def write_files(files: dict[str, bytes], out: Path, site: Path) -> PublishReport:
    """Write a site that consists of just these files."""
    with open_staging(Staging(out, staging_folder(out, site))) as staging:
        claim = OutputClaim(out, read_record(out))
        return publish_site([staging.put(*file) for file in files.items()], claim, staging)


def remove_briefing(site: Path, name: str) -> None:
    shutil.rmtree(site / "content" / name)


def test_files_are_written_left_alone_and_removed(tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = write_files({"a.html": b"1", "b/c.html": b"2"}, out, tmp_path)
    assert first == PublishReport(("a.html", "b/c.html"), (), ())
    second = write_files({"a.html": b"1", "b/d.html": b"3"}, out, tmp_path)
    assert second == PublishReport(("b/d.html",), ("a.html",), ("b/c.html",))
    assert files_of(out) == {"a.html": b"1", "b/d.html": b"3"}
    assert write_files({}, out, tmp_path) == PublishReport((), (), ("a.html", "b/d.html"))
    assert files_of(out) == {} and not (out / "b").exists()


def test_a_file_may_take_the_place_of_its_former_folder_and_the_other_way_round(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_files({"a/b": b"1"}, out, tmp_path)
    write_files({"a": b"2"}, out, tmp_path)
    assert files_of(out) == {"a": b"2"}
    write_files({"a/b": b"3"}, out, tmp_path)
    assert files_of(out) == {"a/b": b"3"}


def test_strangers_in_the_output_are_kept(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    strangers = {"CNAME": b"example.org", "bridge/notes.txt": b"mine", "other/index.html": b"mine", ".git/config": b"x"}
    for path, raw in strangers.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(raw)
    write_briefing(site, "second")
    build_site(BuildRequest(site), out)
    retitle(site)
    remove_briefing(site, "bridge")
    build_site(BuildRequest(site), out)
    left = bytes_of(out)
    assert {path: left.get(path) for path in strangers} == strangers
    assert sorted(path for path in left if path.startswith("bridge/")) == ["bridge/notes.txt"]


def test_strangers_in_the_way_are_all_named_and_nothing_is_written(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "bridge").mkdir(parents=True)
    (out / "index.html").write_text("mine")
    (out / "bridge" / "evidence.json").write_text("mine")
    (out / "404.html").mkdir()
    before = bytes_of(tmp_path)
    refused = refusal_of(lambda: build_site(BuildRequest(site), out))
    assert set(refused) == {str(out / "index.html"), str(out / "bridge" / "evidence.json"), str(out / "404.html")}
    assert "a folder stands where a file" in refused[str(out / "404.html")]
    after = bytes_of(tmp_path)
    assert after.pop("site/.newsbrief/lock") and after == before


def test_a_file_where_a_folder_should_be_is_refused(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "bridge").write_text("mine")
    refused = refusal_of(lambda: build_site(BuildRequest(site), out))
    assert refused == {str(out / "bridge"): "a file stands where a folder of the site would be"}
    assert bytes_of(out) == {"bridge": b"mine"}


def test_a_file_where_the_output_folder_should_be_is_refused(site: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    assert "a file stands where the output folder would be" in refusal_of(
        lambda: build_site(BuildRequest(site), tmp_path / "out")
    ).get(str(tmp_path / "out"), "")
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.parametrize("link", ["bridge", "assets", "glossary"])
def test_a_link_in_place_of_a_folder_of_the_output_is_refused(site: Path, tmp_path: Path, link: str) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    out.mkdir()
    elsewhere.mkdir()
    (elsewhere / "precious.txt").write_text("mine")
    (out / link).symlink_to(elsewhere)
    assert set(refusal_of(lambda: build_site(BuildRequest(site), out))) == {str(out / link)}
    assert bytes_of(elsewhere) == {"precious.txt": b"mine"}


def test_a_link_in_place_of_a_folder_that_was_built_is_refused(site: Path, tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    build_site(BuildRequest(site), out)
    (out / "bridge").rename(elsewhere)
    (out / "bridge").symlink_to(elsewhere)
    retitle(site)
    before = bytes_of(elsewhere)
    assert set(refusal_of(lambda: build_site(BuildRequest(site), out))) == {str(out / "bridge")}
    assert bytes_of(elsewhere) == before


def test_a_link_in_place_of_a_file_is_refused_and_not_followed(site: Path, tmp_path: Path) -> None:
    out, target = tmp_path / "out", tmp_path / "precious.html"
    build_site(BuildRequest(site), out)
    page = (out / "index.html").read_bytes()
    (out / "index.html").unlink()
    (out / "index.html").symlink_to(target)
    for precious in (b"mine", page):
        target.write_bytes(precious)
        assert set(refusal_of(lambda: build_site(BuildRequest(site), out))) == {str(out / "index.html")}
        assert target.read_bytes() == precious and (out / "index.html").is_symlink()


def test_a_strangers_link_in_place_of_a_file_is_refused(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (tmp_path / "precious.txt").write_text("mine")
    (out / "index.html").symlink_to(tmp_path / "precious.txt")
    assert set(refusal_of(lambda: build_site(BuildRequest(site), out))) == {str(out / "index.html")}
    assert (tmp_path / "precious.txt").read_text() == "mine"


def test_the_output_folder_itself_may_be_a_link(site: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")
    build_site(BuildRequest(site), tmp_path / "out")
    assert (tmp_path / "real" / "index.html").is_file()
    assert (tmp_path / "out").is_symlink()


@pytest.mark.parametrize(
    "place",
    [".", "content", "content/bridge/deep", "templates", "templates/deep", "static", "..", "content/../content"],
)
def test_an_output_that_holds_the_sources_or_lies_inside_them_is_refused(site: Path, place: str) -> None:
    (site / "templates").mkdir()
    (site / "static").mkdir()
    before = bytes_of(site.parent)
    (said,) = refusal_of(lambda: build_site(BuildRequest(site), site / place)).values()
    assert "the sources in" in said
    assert bytes_of(site.parent) == before


def test_an_output_inside_the_themes_own_files_is_refused(site: Path) -> None:
    for place in (theme_folder("templates"), theme_folder("static") / "deep", theme_folder("static").parent):
        assert "the sources in" in str(refusal_of(lambda place=place: build_site(BuildRequest(site), place)))  # type: ignore[misc]


def test_an_output_that_leads_to_the_sources_by_a_link_is_refused(site: Path, tmp_path: Path) -> None:
    (tmp_path / "out").symlink_to(site / "content")
    before = bytes_of(site)
    assert "the sources in" in str(refusal_of(lambda: build_site(BuildRequest(site), tmp_path / "out")))
    assert bytes_of(site) == before


def test_two_outputs_of_one_site_do_not_touch_each_other(site: Path, tmp_path: Path) -> None:
    build_site(BuildRequest(site), tmp_path / "one")
    build_site(BuildRequest(site, base_url="https://example.org"), tmp_path / "two")
    before = bytes_of(tmp_path / "one")
    remove_briefing(site, "bridge")
    build_site(BuildRequest(site), tmp_path / "two")
    assert bytes_of(tmp_path / "one") == before
    assert not (tmp_path / "two" / "bridge").exists()


def test_two_sites_do_not_take_each_others_pages_away(site: Path, tmp_path: Path) -> None:
    other = shutil.copytree(site, tmp_path / "other")
    retitle(other, "The other site")
    build_site(BuildRequest(site), tmp_path / "out")
    before = bytes_of(tmp_path / "out")
    assert str(tmp_path / "out" / "index.html") in refusal_of(lambda: build_site(BuildRequest(other), tmp_path / "out"))
    assert bytes_of(tmp_path / "out") == before


def test_a_site_that_was_moved_with_its_output_still_knows_its_files(site: Path, tmp_path: Path) -> None:
    build_site(BuildRequest(site), site / "_site")
    moved = site.rename(tmp_path / "moved")
    retitle(moved)
    remove_briefing(moved, "bridge")
    assert build_site(BuildRequest(moved), moved / "_site").removed == (
        "bridge/article.txt",
        "bridge/embed/index.html",
        "bridge/evidence.json",
        "bridge/index.html",
    )
    assert not (moved / "_site" / "bridge").exists()


def test_a_lost_record_leaves_files_that_are_as_they_would_be_written(site: Path, tmp_path: Path) -> None:
    build_site(BuildRequest(site), tmp_path / "out")
    before = times_of(tmp_path / "out")
    del before[RECORD]
    (tmp_path / "out" / RECORD).unlink()
    assert build_site(BuildRequest(site), tmp_path / "out").written == ()
    after = times_of(tmp_path / "out")
    assert after.pop(RECORD) and after == before


@pytest.mark.parametrize("size", [0, 20, 150, 300, -1])
def test_a_cut_record_is_completed_and_strangers_are_still_refused(site: Path, tmp_path: Path, size: int) -> None:
    out = site / "_site"
    build_site(BuildRequest(site), out)
    write_briefing(site, "second")
    build_site(BuildRequest(site), out)
    (out / RECORD).write_bytes((out / RECORD).read_bytes()[:size])
    shutil.rmtree(site / ".newsbrief")
    retitle(site)
    (out / "404.html").write_text("mine")
    before = bytes_of(out)
    assert refusal_of(lambda: build_site(BuildRequest(site), out)).keys() == {str(out / "404.html")}
    assert bytes_of(out) == before
    (out / "404.html").unlink()
    build_site(BuildRequest(site), out)
    build_site(BuildRequest(site), tmp_path / "clean")
    assert bytes_of(out) == bytes_of(tmp_path / "clean")


def test_a_strangers_file_in_place_of_the_record_is_refused(site: Path) -> None:
    out = site / "_site"
    build_site(BuildRequest(site), out)
    retitle(site)
    (out / RECORD).write_text("mine")
    assert refusal_of(lambda: build_site(BuildRequest(site), out)).keys() == {str(out / RECORD)}
    assert (out / RECORD).read_text() == "mine"


def test_a_record_that_is_gone_is_made_anew_for_an_output_inside_the_site(site: Path, tmp_path: Path) -> None:
    build_site(BuildRequest(site), site / "_site")
    shutil.rmtree(site / ".newsbrief")
    write_briefing(site, article=ARTICLE.replace("reporters", "the press"))
    build_site(BuildRequest(site), site / "_site")
    build_site(BuildRequest(site), tmp_path / "clean")
    assert bytes_of(site / "_site") == bytes_of(tmp_path / "clean")


def test_a_hostile_record_deletes_nothing_outside_the_output(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_site(BuildRequest(site), out)
    for name in ("precious.txt", "out/bridge/precious.txt"):
        (tmp_path / name).write_text("mine")
    known = read_record(out).digests
    hostile = ["../precious.txt", "bridge/../../precious.txt", str(tmp_path / "precious.txt"), "..", ".", "", "bridge"]
    hostile += ["../site/content/site.yaml", "./../precious.txt", "x/../../precious.txt", "//etc/hostname"]
    digest = sha256(b"mine").hexdigest()
    (out / RECORD).write_text(encode_record({**known, **dict.fromkeys(hostile, digest)}), encoding="utf-8")
    content = bytes_of(site / "content")
    build_site(BuildRequest(site), out)
    assert (tmp_path / "precious.txt").read_text() == "mine"
    assert (out / "bridge" / "precious.txt").read_text() == "mine"
    assert bytes_of(site / "content") == content
    assert read_record(out).digests == known


def test_the_record_names_all_that_was_written_and_nothing_else_of_newsbrief_is_published(site: Path) -> None:
    build_site(BuildRequest(site), site / "_site")
    written = bytes_of(site / "_site")
    del written[RECORD]
    assert read_record(site / "_site").digests == {path: sha256(raw).hexdigest() for path, raw in written.items()}
    assert not [path for path in written if "newsbrief" in path]


def test_paths_that_some_file_systems_hold_for_one_are_refused() -> None:
    refuse_collisions(["a/index.html", "b/index.html", "ab", "a/b"])
    assert "two files would be written here" in refusal_of(lambda: refuse_collisions(["a/X.svg", "a/x.svg"]))["a/x.svg"]
    assert "where its folder is" in refusal_of(lambda: refuse_collisions(["a", "a/b"]))["a/b"]
    assert "where its folder is" in refusal_of(lambda: refuse_collisions(["A", "a/b/c"]))["a/b/c"]


def test_two_pictures_that_differ_in_case_only_are_refused_before_anything_is_written(
    site: Path, tmp_path: Path
) -> None:
    article = '![one](Map.svg) ![two](map.svg)\n\n"Yes," Lena Ortiz said.\n'
    facts = """\
        actors: [{id: ortiz, name: Lena Ortiz, kind: person}]
        quotes: [{speaker: ortiz, cue: Lena Ortiz said, text: "Yes,"}]
        """
    folder = write_briefing(site, article=article, facts=facts)
    for name in ("Map.svg", "map.svg"):
        (folder / name).write_text(f"<svg>{name}</svg>")
    assert set(refusal_of(lambda: build_site(BuildRequest(site), tmp_path / "out"))) == {"bridge/map.svg"}
    assert not (tmp_path / "out").exists()


# Runs the command with its arguments after the first; it stops when it is about to stage one of its first files, and
# says so by making the folder that the first argument names.
HELD = """
import os, sys, time
from newsbrief.cli.main import main

left = 4

def watch(event, arguments):
    global left
    if event == "open" and "newsbrief-staged" in str(arguments[0]) and arguments[2] & os.O_WRONLY:
        left -= 1
        if not left:
            os.mkdir(sys.argv[1])
            time.sleep(600)

sys.addaudithook(watch)
sys.exit(main(sys.argv[2:]))
"""


@contextmanager
def build_that_stops_while_writing(site: Path, out: Path, marker: Path) -> Iterator[Process]:
    """Run a build that is held up when it has staged some files, and killed in the end."""
    command = [sys.executable, "-c", HELD, marker, "build", "--site", site, "-o", out]
    with running(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        wait_until(marker.exists, process)
        yield process


def test_a_killed_build_leaves_the_last_good_site_and_the_next_one_completes_it(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_site(BuildRequest(site), out)
    (out / "CNAME").write_text("example.org")
    before = bytes_of(out)
    retitle(site)
    write_briefing(site, article='"Yes," Lena Ortiz said. Tom Reed was silent.\n', facts=SHORT)
    with build_that_stops_while_writing(site, out, tmp_path / "marker"):
        pass
    left = bytes_of(out)
    assert left == before and staging_folder(out, site).is_dir()

    build_site(BuildRequest(site), out)
    build_site(BuildRequest(site), tmp_path / "clean")
    assert bytes_of(out) == bytes_of(tmp_path / "clean") | {"CNAME": b"example.org"}


def test_what_a_killed_build_left_of_a_briefing_goes_when_the_briefing_goes(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_briefing(site, "second")
    with build_that_stops_while_writing(site, out, tmp_path / "marker"):
        pass
    assert staging_folder(out, site).is_dir() and not out.exists()
    remove_briefing(site, "bridge")
    build_site(BuildRequest(site), out)
    build_site(BuildRequest(site), tmp_path / "clean")
    assert bytes_of(out) == bytes_of(tmp_path / "clean")
    assert not (out / "bridge").exists() and not staging_folder(out, site).exists()


SHORT = """\
actors: [{id: ortiz, name: Lena Ortiz, kind: person}]
quotes: [{speaker: ortiz, cue: Lena Ortiz said, text: "Yes,"}]
"""


def test_an_interrupted_build_ends_with_130_and_leaves_the_last_good_site(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_site(BuildRequest(site), out)
    before = bytes_of(out)
    write_briefing(site, "second", article='"Yes," Lena Ortiz said. Tom Reed was silent.\n', facts=SHORT)
    with build_that_stops_while_writing(site, out, tmp_path / "marker") as process:
        process.send_signal(signal.SIGINT)
        said, complaint = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert said == b"" and b"Interrupted" in complaint and b"Traceback" not in complaint
    assert bytes_of(out) == before


# Runs the command with its arguments; it interrupts itself when it is about to move the second file to its place.
INTERRUPTED = """
import os, signal, sys
from newsbrief.cli.main import main

left = 2

def watch(event, arguments):
    global left
    if event == "os.rename" and "newsbrief-staged" in str(arguments[0]):
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGINT)

sys.addaudithook(watch)
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="this system cannot hold back an interrupt")
def test_an_interrupt_while_files_are_moved_waits_until_all_are(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_site(BuildRequest(site), out)
    retitle(site)
    ended = run(sys.executable, "-c", INTERRUPTED, "build", "--site", site, "-o", out)
    assert (ended.returncode, "Interrupted" in ended.stderr) == (130, True)
    build_site(BuildRequest(site), tmp_path / "clean")
    assert bytes_of(out) == bytes_of(tmp_path / "clean")


# Runs the command with its arguments after the first, which is the greatest size of a file it may write.
LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
from newsbrief.cli.main import main
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_write_that_fails_half_way_leaves_the_last_good_site_as_it_was(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_site(BuildRequest(site), out)
    before = bytes_of(out), times_of(out)
    retitle(site)
    ended = run(sys.executable, "-c", LIMITED, 2048, "build", "--site", site, "-o", out)
    assert ended.returncode == 2
    assert ended.stdout == "" and "cannot be written: File too large" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert (bytes_of(out), times_of(out)) == before
    build_site(BuildRequest(site), out)
    build_site(BuildRequest(site), tmp_path / "clean")
    assert bytes_of(out) == bytes_of(tmp_path / "clean")


def test_a_read_only_output_is_refused_and_left_as_it_was(open_path: Path) -> None:
    site, out = write_site(open_path / "site"), open_path / "out"
    build_site(BuildRequest(site), out)
    before = bytes_of(out)
    retitle(site)
    for folder in (out, *(path for path in out.rglob("*") if path.is_dir())):
        folder.chmod(0o555)
    (site / ".newsbrief").chmod(0o777)
    with without_privileges():
        refused = refusal_of(lambda: build_site(BuildRequest(site), out))
    assert all("Permission denied" in message for message in refused.values())
    assert bytes_of(out) == before


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system has no /proc")
def test_an_output_folder_that_cannot_be_made_is_refused(site: Path) -> None:
    (said,) = refusal_of(lambda: build_site(BuildRequest(site), Path("/proc/newsbrief"))).values()
    assert said.startswith("cannot be written")


def test_a_stale_file_behind_a_link_is_left_alone(site: Path, tmp_path: Path) -> None:
    out, mine = tmp_path / "out", tmp_path / "mine"
    write_briefing(site, "second")
    build_site(BuildRequest(site), out)
    shutil.rmtree(out / "second")
    mine.mkdir()
    (mine / "index.html").write_text("mine")
    (out / "second").symlink_to(mine)
    remove_briefing(site, "second")
    assert refusal_of(lambda: build_site(BuildRequest(site), out)).keys() == {str(out / "second")}
    assert (mine / "index.html").read_text() == "mine"


def test_a_build_that_failed_claims_no_file_that_it_did_not_write(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(sys.executable, "-c", LIMITED, 2048, "build", "--site", site, "-o", out).returncode == 2
    out.mkdir(exist_ok=True)
    (out / "index.html").write_text("mine")
    assert refusal_of(lambda: build_site(BuildRequest(site), out)).keys() == {str(out / "index.html")}
    assert (out / "index.html").read_text() == "mine"


def test_what_a_killed_build_had_staged_goes_though_nothing_else_changes(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_site(BuildRequest(site), out)
    staged = staging_folder(out, site)
    (staged / "123").mkdir(parents=True)
    (staged / "123" / "one.newsbrief-part").write_text("half")
    assert build_site(BuildRequest(site), out).written == ()
    assert not staged.exists()


def test_a_record_of_a_build_that_did_not_end_is_completed(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_site(BuildRequest(site), out)
    record = (out / RECORD).read_text(encoding="utf-8")
    known = read_record(out).digests
    other = join_digests(known, {"index.html": sha256(b"another").hexdigest()})
    (out / RECORD).write_text(encode_record(other), encoding="utf-8")
    assert build_site(BuildRequest(site), out).written == ()
    assert (out / RECORD).read_text(encoding="utf-8") == record


def test_a_page_that_was_edited_by_hand_is_replaced_and_named(site: Path) -> None:
    out = site / "_site"
    build_site(BuildRequest(site), out)
    page = (out / "bridge" / "index.html").read_bytes()
    (out / "bridge" / "index.html").write_bytes(page + b"<!-- mine -->")
    result = build_site(BuildRequest(site), out)
    assert result.written == result.overwritten == ("bridge/index.html",)
    assert (out / "bridge" / "index.html").read_bytes() == page


def test_a_page_that_was_edited_by_hand_and_has_no_briefing_any_more_is_named_and_kept(site: Path) -> None:
    out = site / "_site"
    write_briefing(site, "second")
    build_site(BuildRequest(site), out)
    page = out / "second" / "index.html"
    page.write_bytes(page.read_bytes() + b"<!-- mine -->")
    before = bytes_of(out)
    remove_briefing(site, "second")
    assert refusal_of(lambda: build_site(BuildRequest(site), out)).keys() == {str(page)}
    assert bytes_of(out) == before
    page.unlink()
    build_site(BuildRequest(site), out)
    assert not (out / "second").exists()


def test_a_line_taken_from_the_record_makes_a_file_its_owners(site: Path) -> None:
    out = site / "_site"
    write_briefing(site, "second")
    build_site(BuildRequest(site), out)
    (out / "second" / "index.html").write_text("mine")
    lines = (out / RECORD).read_text(encoding="utf-8").splitlines(keepends=True)
    (out / RECORD).write_text("".join(line for line in lines if "second/index.html" not in line), encoding="utf-8")
    remove_briefing(site, "second")
    build_site(BuildRequest(site), out)
    assert sorted(path for path in bytes_of(out) if path.startswith("second/")) == ["second/index.html"]
    assert (out / "second" / "index.html").read_text() == "mine"


def test_the_folder_of_records_is_no_output(site: Path) -> None:
    refusal_of(lambda: build_site(BuildRequest(site), site / ".newsbrief"))
