"""A build: all problems are reported together, and what is written is right on any machine and after any edit."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.model.problems import ConfigError, NewsbriefError
from support.files import bytes_of
from support.html import FOLDERS
from support.processes import NEWSBRIEF, environment, run_well
from support.sites import FACTS, FRONT, ROOT, write_briefing
from support.whole import load_site

pytestmark = pytest.mark.slow


def folder_bytes(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return the bytes and the time of every file below `folder`."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def break_everything(site: Path) -> None:
    """Put a fault into each kind of file of a site."""
    write_briefing(site, facts=FACTS.replace("late and costly", "cheap and early"))
    write_briefing(
        site, "second", article="No words.\n", facts="actors: [{id: x, name: Nobody, kind: person}]\nquots: []\n"
    )
    write_briefing(site, "third", front="---\ntitle: No day\n---\n\n")
    (site / "content" / "page.md").write_text("No front matter.\n")
    (site / "content" / "stray.txt").write_text("stray")
    (site / "content" / "empty").mkdir()


def test_all_problems_of_all_files_are_reported_together(site: Path) -> None:
    break_everything(site)
    with pytest.raises(NewsbriefError) as caught:
        load_site(site)
    problems = caught.value.problems
    assert [problem.path for problem in problems] == [
        "content/bridge/article.md",
        "content/bridge/facts.yaml",
        "content/empty",
        "content/page.md",
        "content/second/facts.yaml",
        "content/second/facts.yaml",
        "content/stray.txt",
        "content/third/article.md",
    ]
    assert list(problems) == sorted(problems) and len(problems) == len(set(problems))


def test_a_build_with_a_problem_writes_nothing_at_all(site: Path, tmp_path: Path) -> None:
    break_everything(site)
    before = folder_bytes(tmp_path)
    with pytest.raises(NewsbriefError):
        build_site(BuildRequest(site), tmp_path / "out")
    assert folder_bytes(tmp_path) == before
    assert not (tmp_path / "out").exists() and not (site / ".newsbrief").exists()


def test_a_build_with_a_problem_leaves_the_last_good_site_as_it_was(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_site(BuildRequest(site), out)
    before, record = folder_bytes(out), folder_bytes(site / ".newsbrief")
    break_everything(site)
    with pytest.raises(NewsbriefError):
        build_site(BuildRequest(site), out)
    assert folder_bytes(out) == before
    assert folder_bytes(site / ".newsbrief") == record


def test_a_faulty_template_leaves_the_last_good_site_as_it_was(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_site(BuildRequest(site), out)
    before = folder_bytes(out)
    (site / "content" / "site.yaml").write_text("title: Another title\n")
    (site / "templates").mkdir()
    (site / "templates" / "404.html").write_text("{{ nothing_of_that_name }}")
    with pytest.raises(ConfigError):
        build_site(BuildRequest(site), out)
    assert folder_bytes(out) == before


def test_a_second_build_touches_no_file(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = build_site(BuildRequest(site), out)
    before = folder_bytes(out)
    second = build_site(BuildRequest(site), out)
    assert folder_bytes(out) == before
    assert first.written == second.unchanged != ()
    assert second.written == second.removed == first.unchanged == first.removed == ()


def test_a_removed_briefing_disappears_from_the_site(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_site(BuildRequest(site), out)
    alone = folder_bytes(out)
    folder = write_briefing(site, "second")
    build_site(BuildRequest(site), out)
    assert (out / "second" / "evidence.json").is_file()
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    assert build_site(BuildRequest(site), out).removed == (
        "second/article.txt",
        "second/evidence.json",
        "second/index.html",
    )
    assert {path: raw for path, (raw, _) in folder_bytes(out).items()} == {
        path: raw for path, (raw, _) in alone.items()
    }
    assert not (out / "second").exists()


def test_an_output_that_was_lost_or_touched_is_written_again(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_site(BuildRequest(site), out)
    before = bytes_of(out)
    (out / "index.html").unlink()
    (out / "404.html").write_bytes(before["404.html"] + b"touched")
    assert build_site(BuildRequest(site), out).written == ("404.html", "index.html")
    assert bytes_of(out) == before


def remove_briefing(site: Path, number: int) -> None:
    folder = site / "content" / f"briefing-{number}"
    for path in folder.iterdir() if folder.is_dir() else ():
        path.unlink()
    if folder.is_dir():
        folder.rmdir()


EDITS: tuple[Callable[[Path, int], object], ...] = (
    lambda site, number: write_briefing(site, f"briefing-{number}"),
    lambda site, number: write_briefing(
        site, f"briefing-{number}", front=FRONT.replace("A title", f"Title {chr(65 + number)}")
    ),
    lambda site, number: write_briefing(
        site, f"briefing-{number}", front=FRONT.replace("---\n\n", "draft: true\n---\n\n")
    ),
    lambda site, number: write_briefing(site, f"briefing-{number}", article=f"Day {number}.\n", facts=""),
    remove_briefing,
    lambda site, number: (site / "content" / "site.yaml").write_text(f"title: Site {number}\n"),
    lambda site, number: (site / "content" / "page.md").write_text(f"---\ntitle: Page {number}\n---\n\nText.\n"),
    lambda site, number: (site / "content" / "page.md").unlink(missing_ok=True),
)


@settings(max_examples=15)
@given(st.lists(st.tuples(st.integers(0, len(EDITS) - 1), st.integers(1, 2)), min_size=1, max_size=5))
def test_a_rebuild_equals_a_clean_build(tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[int, int]]) -> None:
    site = tmp_path_factory.mktemp("site")
    (site / "content").mkdir()
    (site / "content" / "site.yaml").write_text("title: Site\n")
    for edit, number in edits:
        EDITS[edit](site, number)
        build_site(BuildRequest(site), site / "out")
    build_site(BuildRequest(site), site / "clean")
    assert bytes_of(site / "out") == bytes_of(site / "clean")


def build_elsewhere(site: Path, output: Path, **variables: str) -> dict[str, bytes]:
    """Build in a new process with other circumstances, and return what it wrote."""
    run_well(*NEWSBRIEF, "build", "-q", "--site", site, "-o", output, env=environment(**variables), cwd=output.parent)
    return bytes_of(output)


def test_builds_are_the_same_on_any_machine(tmp_path: Path) -> None:
    circumstances = [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1"},
        {"PYTHONHASHSEED": "3", "TZ": "UTC", "HOME": "/nonexistent", "LANGUAGE": "ar", "PYTHONUTF8": "0"},
    ]
    built = []
    for number, variables in enumerate(circumstances):
        site = tmp_path / f"a folder {number}" / "site"
        content = FOLDERS["two-briefings"] / "content"
        # Written in another order each time, so that the file system lists them in another one too.
        for path in sorted(content.rglob("*.*"), reverse=bool(number % 2)):
            target = site / "content" / path.relative_to(content)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
        for page in sorted("abcdefgh", reverse=bool(number % 2)):
            (site / "content" / f"{page}.md").write_text(f"---\ntitle: Page {page}\n---\n\nText.\n")
        built.append(build_elsewhere(site, tmp_path / f"out {number}", **variables))
    assert len(built[0]) > 10
    assert built[0] == built[1] == built[2]


def test_no_output_names_the_folder_it_was_made_in(site: Path, tmp_path: Path) -> None:
    build_site(BuildRequest(site), tmp_path / "out")
    names = (str(tmp_path).encode(), str(ROOT).encode())
    assert not [path for path, raw in bytes_of(tmp_path / "out").items() if any(name in raw for name in names)]


def test_a_fault_in_the_front_matter_hides_none_in_the_fact_sheet(site: Path) -> None:
    write_briefing(site, front="---\ntitle: A\n---\n\n", facts=FACTS.replace("late and costly", "late and cheap"))
    with pytest.raises(NewsbriefError) as caught:
        load_site(site)
    messages = [problem.message for problem in caught.value.problems]
    assert messages == ["the key 'as_of' is missing", "quotation is not in the article"]


def test_a_fault_in_the_configuration_hides_none_in_the_content(site: Path) -> None:
    (site / "content" / "site.yaml").write_text("titel: A\n")
    write_briefing(site, facts=FACTS.replace("late and costly", "late and cheap"))
    with pytest.raises(ConfigError) as caught:
        load_site(site)
    messages = [problem.message for problem in caught.value.problems]
    assert messages == ["unknown key 'titel'", "quotation is not in the article"]
