"""The output: nothing outside it is touched, no file of a person's is lost, and nothing stale stays in it unnamed."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsbrief.build.incremental.trace import decode_trace, encode_trace
from newsbrief.disk.output_record import RECORD
from support.files import bytes_of
from support.processes import NEWSBRIEF, Ended, environment, run
from support.rights import without_privileges
from support.sites import write_briefing


def build(site: Path, *more: object) -> Ended:
    """Run a build as a person does, in the site's folder."""
    ended = run(*NEWSBRIEF, "build", *more, cwd=site)
    assert "Traceback" not in ended.stderr
    return ended


def build_well(site: Path, *more: object) -> Ended:
    ended = build(site, *more)
    assert ended.returncode == 0, ended.stderr
    return ended


def check_output(site: Path) -> Ended:
    return run(*NEWSBRIEF, "check", "--built", cwd=site)


def set_draft(site: Path, name: str) -> None:
    article = site / "content" / name / "article.md"
    article.write_text(article.read_text(encoding="utf-8").replace("---\n", "---\ndraft: true\n", 1), encoding="utf-8")


def build_with_picture(site: Path) -> Path:
    """Let an article show a picture, which bears no sign of a build, and build the site; return the picture."""
    folder = site / "content" / "bridge"
    article = (folder / "article.md").read_text(encoding="utf-8")
    (folder / "article.md").write_text(f"{article}\n![The bridge](bridge.jpg)\n", encoding="utf-8")
    (folder / "bridge.jpg").write_bytes(b"a picture")
    build_well(site)
    return folder / "bridge.jpg"


def test_a_link_that_somebody_put_in_place_of_the_output_is_not_followed(site: Path, tmp_path: Path) -> None:
    """Whatever the records in the site's folder say, and though the files outside are just as a build left them."""
    write_briefing(site, "second")
    build_well(site)
    (site / "_site").rename(tmp_path / "elsewhere")
    (site / "_site").symlink_to(tmp_path / "elsewhere")
    shutil.rmtree(site / "content" / "second")
    before = bytes_of(tmp_path / "elsewhere")
    for more in ((), ("--full",), ("--dry-run",)):
        ended = build(site, *more)
        assert ended.returncode == 2 and "a link leads from the site's output out of the site" in ended.stderr
    assert check_output(site).returncode == 2
    assert bytes_of(tmp_path / "elsewhere") == before


def test_an_output_that_a_person_names_may_be_a_link_where_a_build_owns_nothing_yet(site: Path, tmp_path: Path) -> None:
    write_briefing(site, "second")
    build_well(site)
    (site / "_site").rename(tmp_path / "elsewhere")
    (site / "_site").symlink_to(tmp_path / "elsewhere")
    (site / "content" / "site.yaml").write_text("title: Another title\n")
    before = bytes_of(tmp_path / "elsewhere")
    assert build(site, "--output", "_site").returncode == 2
    assert bytes_of(tmp_path / "elsewhere") == before
    shutil.rmtree(tmp_path / "elsewhere")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "notes.txt").write_text("mine")
    for _ in range(2):
        build_well(site, "--output", "_site")
        shutil.rmtree(site / "content" / "second", ignore_errors=True)
    assert (tmp_path / "elsewhere" / "notes.txt").read_text() == "mine"
    assert not (tmp_path / "elsewhere" / "second").exists()


def test_an_output_that_is_a_link_inside_the_site_is_followed(site: Path) -> None:
    (site / "public").mkdir()
    (site / "_site").symlink_to("public")
    build_well(site)
    assert (site / "public" / "index.html").is_file()


@pytest.mark.parametrize("target", ["../elsewhere", "public", "../nowhere"])
def test_the_private_folder_is_never_followed_through_a_link(site: Path, tmp_path: Path, target: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "lock").write_text("mine")
    (site / "public").mkdir()
    (site / ".newsbrief").symlink_to(target)
    ended = build(site)
    assert ended.returncode == 2 and "a link stands where Newsbrief keeps its own files" in ended.stderr
    assert bytes_of(tmp_path / "elsewhere") == {"lock": b"mine"} and not (site / "_site").exists()
    assert not (tmp_path / "nowhere").exists()


def test_a_file_of_a_person_is_named_and_kept_though_a_build_once_wrote_one_there(site: Path) -> None:
    write_briefing(site, "two")
    build_well(site, "--output", "docs")
    shutil.rmtree(site / "docs")
    for path in ("index.html", "two/index.html"):
        (site / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (site / "docs" / path).write_text("mine")
    shutil.rmtree(site / "content" / "two")
    ended = build(site, "--output", "docs")
    assert ended.returncode == 2
    assert "docs/index.html" in ended.stderr and "docs/two/index.html" in ended.stderr
    assert bytes_of(site / "docs") == {"index.html": b"mine", "two/index.html": b"mine"}


def test_an_output_that_a_switch_of_branches_exchanged_is_brought_to_what_the_branch_has(site: Path) -> None:
    """The record switches with the output; the trace, which git does not have, stays."""
    build_well(site, "--output", "docs")
    shutil.copytree(site / "docs", site / "docs of one")
    shutil.copytree(site / "content", site / "content of one")
    write_briefing(site, "two")
    (site / "content" / "site.yaml").write_text("title: Another branch\n")
    build_well(site, "--output", "docs")
    for name in ("docs", "content"):
        shutil.rmtree(site / name)
        (site / f"{name} of one").rename(site / name)
    (site / "docs" / "two").mkdir()
    (site / "docs" / "two" / "index.html").write_text("mine")
    build_well(site, "--output", "docs")
    assert (site / "docs" / "two" / "index.html").read_text() == "mine"
    (site / "docs" / "two" / "index.html").unlink()
    build_well(site, "--output", "clean")
    assert bytes_of(site / "docs") == bytes_of(site / "clean")


def test_a_picture_that_was_changed_in_the_output_stops_the_build_and_is_kept(site: Path) -> None:
    build_with_picture(site)
    (site / "_site" / "bridge" / "bridge.jpg").write_bytes(b"retouched by hand")
    ended = build(site)
    assert ended.returncode == 2 and "_site/bridge/bridge.jpg" in ended.stderr
    assert (site / "_site" / "bridge" / "bridge.jpg").read_bytes() == b"retouched by hand"


def lose_private_folder(site: Path) -> None:
    shutil.rmtree(site / ".newsbrief")


def lose_record(site: Path) -> None:
    (site / "_site" / RECORD).unlink()


def cut_record(site: Path) -> None:
    record = site / "_site" / RECORD
    record.write_bytes(record.read_bytes()[:300])


@pytest.mark.parametrize("lose", [lose_private_folder, lose_record, cut_record])
@pytest.mark.parametrize("more", [(), ("--full",)])
def test_a_briefing_that_became_a_draft_goes_though_one_of_the_records_was_lost(
    site: Path, lose: Callable[[Path], None], more: tuple[str, ...]
) -> None:
    write_briefing(site, "second")
    build_well(site)
    lose(site)
    set_draft(site, "second")
    build_well(site, *more)
    assert not (site / "_site" / "second").exists()
    assert check_output(site).returncode == 0
    build_well(site, "--output", "clean")
    assert bytes_of(site / "_site") == bytes_of(site / "clean")


def test_what_stays_of_a_draft_where_every_record_was_lost_is_named_by_each_build_and_refused_by_the_check(
    site: Path,
) -> None:
    write_briefing(site, "second")
    build_well(site)
    lose_private_folder(site)
    lose_record(site)
    set_draft(site, "second")
    for more in ((), (), ("--full",), ("-q",)):
        assert "second/index.html" in build_well(site, *more).stderr
    (site / "content" / "site.yaml").write_text("title: Another title\n")
    assert "second/index.html" in build_well(site).stderr
    ended = check_output(site)
    assert ended.returncode == 1 and "_site/second/index.html: this file bears the signs of a build" in ended.stderr
    shutil.rmtree(site / "_site" / "second")
    assert "second" not in build_well(site).stderr
    assert check_output(site).returncode == 0


def test_pictures_do_not_stand_in_the_way_of_a_build_whose_private_folder_was_lost(site: Path) -> None:
    picture = build_with_picture(site)
    lose_private_folder(site)
    picture.write_bytes(b"another picture")
    build_well(site)
    assert (site / "_site" / "bridge" / "bridge.jpg").read_bytes() == b"another picture"


def test_a_page_that_was_edited_by_hand_is_replaced_and_the_summary_says_so(site: Path) -> None:
    build_well(site)
    page = site / "_site" / "bridge" / "index.html"
    before = page.read_bytes()
    page.write_bytes(before.replace(b"</main>", b"mine</main>"))
    ended = build_well(site)
    assert "replaced changes by hand in bridge/index.html" in ended.stdout
    assert page.read_bytes() == before


@pytest.mark.parametrize("kind", ["a folder", "another site's output", "a hidden folder"])
def test_what_is_no_leftover_of_this_site_is_not_named(site: Path, kind: str) -> None:
    build_well(site)
    if kind == "a folder":
        (site / "_site" / "mine").mkdir()
        (site / "_site" / "mine" / "index.html").write_text("<p>mine</p>")
    elif kind == "another site's output":
        shutil.copytree(site / "_site", site / "_site" / "mine")
    else:
        shutil.copytree(site / "_site" / "bridge", site / "_site" / ".git" / "bridge")
    assert "signs" not in build_well(site, "--full").stderr
    assert check_output(site).returncode == 0


def test_a_source_that_cannot_be_written_is_built_elsewhere_and_its_record_found_again(
    site: Path, tmp_path: Path
) -> None:
    """A read-only mount, or another user's checkout."""
    write_briefing(site, "second")
    out = tmp_path / "out"
    with read_only(site):
        assert "0 reused" in build_reader(site, out, tmp_path / "cache")
        assert "0 rendered" in build_reader(site, out, tmp_path / "cache")
    assert not (site / ".newsbrief").exists()
    shutil.rmtree(site / "content" / "second")
    with read_only(site):
        assert "2 removed" in build_reader(site, out, tmp_path / "cache")
    assert not (out / "second").exists()


@contextmanager
def read_only(site: Path) -> Iterator[None]:
    """Let nobody write to the folders of a site, root included."""
    folders = [site, *(path for path in site.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    with without_privileges():
        yield
    for folder in folders:
        folder.chmod(0o755)


def build_reader(site: Path, out: Path, cache: Path) -> str:
    """Build a site of which only the output and the user's cache can be written; return the summary."""
    ended = run(*NEWSBRIEF, "build", "--output", out, cwd=site, env=environment(XDG_CACHE_HOME=str(cache)))
    assert ended.returncode == 0, ended.stderr
    return str(ended.stdout)


@pytest.mark.parametrize(
    "details", [b"{}", b"[]", b"null", b"\xff", b'{"outputs": 7, "inputs": [], "shown": 1, "card": {}}']
)
@pytest.mark.parametrize("edited", [False, True])
def test_a_trace_that_no_build_has_left_does_no_harm(site: Path, details: bytes, edited: bool) -> None:
    write_briefing(site, "second")
    build_well(site)
    (path,) = (site / ".newsbrief").glob("trace-*")
    trace = decode_trace(path.read_bytes())
    assert trace is not None
    shared = trace.shared._replace(details=details)
    entries = {name: entry._replace(details=details) for name, entry in trace.briefings.items()}
    path.write_bytes(b"".join(encode_trace(trace._replace(shared=shared, briefings=entries, links=details))))
    if edited:
        set_draft(site, "second")
    build_well(site)
    build_well(site, "--output", "clean")
    assert bytes_of(site / "_site") == bytes_of(site / "clean")
