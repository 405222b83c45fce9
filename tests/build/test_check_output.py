"""The check of a built site: what it reads from the output, what it tells, and how it ends."""

import os
import shutil
from pathlib import Path

import pytest

from newsbrief.build.check_output import CheckResult, check_output
from newsbrief.build.request import BuildRequest
from newsbrief.cli.main import main
from newsbrief.disk.output_record import RECORD
from newsbrief.links.judge import find_orphans, judge_links
from newsbrief.links.outline import outline_page, outline_sheet
from newsbrief.model.problems import ConfigError, Problem
from support.html import FOLDERS, files_of
from support.many import write_little
from support.rights import without_privileges
from support.sites import SITES, write_briefing, write_site

pytestmark = pytest.mark.slow


@pytest.fixture
def output(site: Path) -> Path:
    """The small site, built."""
    (site / "content" / "about.md").write_text("---\ntitle: About\n---\n\nWho writes.\n", encoding="utf-8")
    assert main(["build", "-q", "--site", str(site)]) == 0
    return site / "_site"


def check(site: Path, workers: int = 1, base_url: str | None = None) -> CheckResult:
    return check_output(BuildRequest(site, base_url, workers=workers), site / "_site")


def places(checked: CheckResult) -> list[tuple[str, int, str]]:
    return [(Path(each.path).name, each.line, each.message) for each in checked.problems]


def add_to(page: Path, html: str) -> None:
    page.write_text(page.read_text(encoding="utf-8") + html, encoding="utf-8")


@pytest.mark.parametrize("base_url", ["", "https://desk.example.org", "https://desk.example.org/some%20where"])
@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_no_site_here_has_a_fault(name: str, base_url: str) -> None:
    files = files_of(name, base_url)
    outlines = [outline_page(path, raw, base_url) for path, raw in files.items() if path.endswith(".html")]
    outlines += [outline_sheet(path, raw, base_url) for path, raw in files.items() if path.endswith(".css")]
    assert judge_links(outlines, files.keys()) == [] and find_orphans(outlines, files) == ()
    assert sum(outline.links for outline in outlines) > 50


def test_the_pages_that_gather_many_briefings_only_lack_what_is_not_written_with_them(tmp_path: Path) -> None:
    write_little(tmp_path, "en")
    files = {str(path.relative_to(tmp_path)): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    outlines = [outline_page(path, raw, "") for path, raw in files.items() if path.endswith(".html")]
    faults = [fault for fault in judge_links(outlines, files.keys()) if fault.target]
    assert faults and all(fault.target.startswith(("bridge-", "feed.")) for fault in faults)


def test_a_sound_site_is_summed_up(site: Path, output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--built", "--site", str(site)]) == 0
    said = capsys.readouterr()
    first, second = said.out.splitlines()
    assert first.startswith("Checked 1 briefing: 2 of 2") and said.err == ""
    count = sum(path.is_file() and path.name != RECORD for path in output.rglob("*"))
    assert second.startswith(f"Checked {count} files of the built site: ")
    assert second.endswith(" of them to words on a page; no problems")


def test_a_check_of_the_content_reads_no_built_site(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--site", str(site)]) == 0
    assert "built" not in capsys.readouterr().out


def test_nothing_is_written(site: Path, output: Path) -> None:
    before = sorted((path, path.stat().st_mtime_ns) for path in site.rglob("*"))
    check(site)
    assert sorted((path, path.stat().st_mtime_ns) for path in site.rglob("*")) == before


@pytest.mark.parametrize("workers", [1, 3])
def test_what_an_editor_linked_to_is_told_in_the_markdown(site: Path, output: Path, workers: int) -> None:
    for number in range(30):
        write_briefing(site, f"bridge-{number}")
    article = site / "content" / "bridge" / "article.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nSee [more](../nowhere/).\n", encoding="utf-8")
    about = site / "content" / "about.md"
    about.write_text("---\ntitle: About\n---\n\nSee [her](../bridge/#party-nobody).\n", encoding="utf-8")
    assert main(["build", "-q", "--site", str(site)]) == 1
    wrong = "leads to no words: bridge/index.html has no id ‘party-nobody’"
    assert [each[:4] for each in check(site, workers).problems] == [
        ("content/about.md", 5, 11, f"the link ‘../bridge/#party-nobody’ {wrong}"),
        ("content/bridge/article.md", 10, 12, "the link ‘../nowhere/’ leads to no file of the site"),
    ]


def test_problems_of_the_content_and_of_the_built_site_are_told_together(
    site: Path, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_to(output / "bridge" / "index.html", "<a href=gone.html>x</a>")
    write_briefing(site, facts="quots: []\n")
    assert main(["check", "--built", "--site", str(site)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "content/bridge/facts.yaml:1:1: unknown key" in said.err
    assert "_site/bridge/index.html:" in said.err and "‘gone.html’ leads to no file" in said.err


def test_an_output_that_was_never_built_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--built", "--site", str(site)]) == 2
    assert "_site: there is no such folder\n      build it first" in capsys.readouterr().err
    (site / "_site").mkdir()
    (site / "_site" / "index.html").write_text("<a href=gone>x</a>")
    with pytest.raises(ConfigError, match="no built site is on record"):
        check(site)


def test_an_output_elsewhere_is_named(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "-q", "--site", str(site), "-o", str(tmp_path / "out")]) == 0
    assert main(["check", "--site", str(site), "-o", str(tmp_path / "out")]) == 0
    assert "files of the built site" in capsys.readouterr().out


def test_a_site_built_for_another_address_has_lost_its_page_for_lost_addresses(site: Path, output: Path) -> None:
    problems = check(site, base_url="https://desk.example.org/valley").problems
    assert problems and {Path(each.path).name for each in problems} == {"404.html"}
    assert all("leads out of the site" in each.message and "base_url" in each.hint for each in problems)


def test_strangers_files_are_led_to_but_not_judged(site: Path, output: Path) -> None:
    (output / "report.html").write_text("<a href=nowhere>x</a><img src=x>")
    add_to(output / "index.html", "<a href=report.html#x>x</a>")
    assert check(site).problems == ()


def test_files_that_nothing_leads_to_are_named_by_whole_builds_and_checks_and_are_no_problem(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "static").mkdir()
    for number in range(12):
        (site / "static" / f"unused-{number:02}.txt").write_text(str(number))
    assert main(["build", "-q", "--site", str(site)]) == 0
    assert capsys.readouterr().err == ""
    told = []
    for command in (["build", "--full"], ["check", "--built"]):
        assert main([*command, "--site", str(site)]) == 0
        told.append(capsys.readouterr().err)
    assert told[0] == told[1]
    assert told[0].startswith("Nothing on the site links to assets/unused-00.") and told[0].endswith(", and 2 more.\n")


@pytest.mark.parametrize("count", [1, 30], ids=["few", "many"])
def test_a_whole_build_refuses_a_link_that_leads_nowhere_at_the_editors_line(
    site: Path, output: Path, count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(count):
        write_briefing(site, f"school-{number}")
    article = site / "content" / "bridge" / "article.md"
    article.write_text(article.read_text(encoding="utf-8") + "\n\nSee [the plan](../plan/).\n", encoding="utf-8")
    about = site / "content" / "about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\nSee [him](../bridge/#party-nobody).\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in output.rglob("*") if path.is_file()}
    assert main(["build", "--full", "--site", str(site)]) == 1
    told = capsys.readouterr().err
    assert "content/bridge/article.md:11:16: the link ‘../plan/’ leads to no file of the site" in told
    assert "content/about.md:7:11: the link ‘../bridge/#party-nobody’ leads to no words" in told
    assert told.endswith("2 problems; nothing was written.\n")
    assert {path: path.read_bytes() for path in output.rglob("*") if path.is_file()} == before
    article.write_text(article.read_text(encoding="utf-8").replace("../plan/", "../about/"), encoding="utf-8")
    about.write_text(about.read_text(encoding="utf-8").replace("nobody", "ortiz"), encoding="utf-8")
    assert main(["build", "--full", "--site", str(site)]) == 0


def test_a_file_that_is_gone_is_told_once_and_brings_no_orphans(site: Path, output: Path) -> None:
    (output / "index.html").unlink()
    assert places(check(site)) == [("index.html", 0, "this file cannot be read: No such file or directory")]


def test_links_out_of_the_output_are_not_followed(site: Path, output: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text("<p id=secret>")
    (output / "about" / "index.html").unlink()
    (output / "about" / "index.html").symlink_to(tmp_path / "secret.html")
    (output / "linked.html").symlink_to(tmp_path / "secret.html")
    add_to(output / "index.html", "<a href=linked.html>x</a>")
    assert [message for _, _, message in places(check(site))] == [
        "this file cannot be read: a link leads out of the output",
        "the link ‘linked.html’ leads to no file of the site",
    ]


@pytest.mark.parametrize("kind", ["folder", "pipe", "circle"])
def test_what_stands_in_place_of_a_file_is_told(site: Path, output: Path, kind: str) -> None:
    page = output / "about" / "index.html"
    page.unlink()
    if kind == "folder":
        page.mkdir()
    elif kind == "pipe":
        os.mkfifo(page)
    else:
        page.symlink_to(page)
    (problem,) = check(site).problems
    assert problem.path == str(page) and problem.message.startswith("this file cannot be read: ") and problem.hint


def test_a_page_that_may_not_be_read_is_told(open_path: Path) -> None:
    site = write_site(open_path / "site")
    assert main(["build", "-q", "--site", str(site)]) == 0
    page = site / "_site" / "glossary" / "index.html"
    page.chmod(0)
    with without_privileges():
        problems = check(site).problems
    assert [each[:4] for each in problems] == [(str(page), 0, 0, "this file cannot be read: Permission denied")]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        bytes(range(256)) * 50,
        b"<!doctype html>" + b"<b><i>" * 20_000,
        b"<base href='http://[bad'><a href='http://[bad'>x</a>" * 3,
        pytest.param(b"<p>word <a href=../index.html#x>x</a>" * 1_300_000, marks=pytest.mark.slow),
    ],
    ids=["empty", "garbage", "deep", "base", "50 MB"],
)
def test_whatever_a_page_holds_the_check_comes_to_its_end(site: Path, output: Path, content: bytes) -> None:
    (output / "about" / "index.html").write_bytes(content)
    problems = check(site).problems
    assert all(isinstance(each, Problem) and each.message and each.hint for each in problems)


def test_links_between_all_pages_of_a_real_output_are_counted(tmp_path: Path) -> None:
    shutil.copytree(SITES / "two-briefings", tmp_path / "two")
    assert main(["build", "-q", "--site", str(tmp_path / "two")]) == 0
    checked = check(tmp_path / "two")
    assert checked.problems == () and len(checked.briefings) == 2
    assert 0 < checked.to_words < checked.links
    assert all(address.startswith("https://") and pages for address, pages in checked.outside.items())
