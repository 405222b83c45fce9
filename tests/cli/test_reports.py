"""What a command tells: the text for people, the annotations for GitHub, the report for programs."""

import json
import os
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.cli.main import main
from newsbrief.cli.reports import disarm_commands, encode_report, format_annotation, format_problem, locate_file
from newsbrief.model.problems import Problem
from support.commands import run
from support.processes import NEWSBRIEF
from support.processes import run as run_process
from support.sites import FACTS, write_briefing, write_site

BROKEN = FACTS.replace("The bridge will open", "the bridge will open")
HINT = "the article has, with different capitals: “The bridge will open in May,” (article.md:6)"
LINE = "    text: the bridge will open in May,"
ANY = st.text(max_size=60) | st.text("a%0DA25:,=\r\n#[]\x1b\u202e", max_size=30)
PROBLEMS = st.builds(Problem, ANY, st.integers(0, 9), st.integers(0, 9), ANY, ANY, ANY)


def read_command(line: str) -> tuple[str, dict[str, str], str]:
    """Return the name, the properties and the message of a workflow command, read as GitHub's runner does."""
    command, message = line.removeprefix("::").split("::", 1)
    name, _, written = command.partition(" ")
    properties = dict(each.split("=", 1) for each in written.split(","))
    escapes = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
    for key, text in properties.items():
        for escape, char in escapes.items():
            text = text.replace(escape, char)
        properties[key] = text
    for escape in ("%0D", "%0A", "%25"):
        message = message.replace(escape, escapes[escape])
    return name, properties, message


def told(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 1) -> tuple[str, str]:
    """Return what a command prints to standard output and to standard error."""
    assert main(arguments) == code
    said = capsys.readouterr()
    return said.out, said.err


def cells(text: str) -> int:
    """Return how many cells of a terminal `text` takes."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(bool(unicodedata.combining(char)) for char in text)


def marked(excerpt: str, column: int) -> tuple[str, int, int]:
    """Return the line shown, the cell at which § stands in it, and the cell under which the mark stands."""
    problem = Problem("content/x/facts.yaml", 7, column, "message", "hint", excerpt)
    _, shown, below, hint = format_problem(problem).split("\n")
    assert hint == "      hint"
    assert below.strip(" |") == "^" and shown.startswith("    7 | ") and below.startswith("      | ")
    return shown, cells(shown[: shown.index("§")]), below.index("^")


def test_the_mark_stands_under_the_column() -> None:
    assert format_problem(Problem("a/b.yaml", 12, 3, "is wrong", "fix it\nor not", "ab§d")) == (
        "a/b.yaml:12:3: is wrong\n   12 | ab§d\n      |   ^\n      fix it\n      or not"
    )


@pytest.mark.parametrize(
    "before",
    [
        "",
        "ab",
        "\tab",
        "a\t\tb ",
        "漢字",
        "한국어: ",
        "ｆｕｌｌ",
        "e\u0301e\u0301",
        "\x1b[31m",
        "\u202e\u2066",
        "\U000e0041",
        "😀",
        "x" * 300,
        "漢" * 300,
        "\t" * 300,
    ],
)
def test_the_mark_stands_under_the_column_whatever_comes_before(before: str) -> None:
    shown, place, mark = marked(f"{before}§ after", len(before) + 1)
    assert place == mark
    assert "§" in shown


@given(st.text(alphabet="ab \t漢e\u0301\x1b\u202e\x07😀", max_size=250), st.text(alphabet="b漢\t", max_size=250))
def test_the_mark_stands_under_the_column_in_any_line(before: str, after: str) -> None:
    shown, place, mark = marked(f"{before}§{after}", len(before) + 1)
    assert place == mark
    assert all(char.isprintable() for char in shown)


def test_a_long_line_is_cut_around_the_column() -> None:
    shown, place, mark = marked("word " * 80 + "§" + " word" * 80, 401)
    assert place == mark
    assert len(shown) < 130
    assert shown.startswith("    7 | … ") and shown.endswith(" …")
    shown, *_ = marked("§" + " word" * 80, 1)
    assert not shown.startswith("    7 | …") and shown.endswith(" …")


def test_a_problem_of_a_whole_file_shows_no_line() -> None:
    assert format_problem(Problem("content/x", 0, 0, "is empty", "fill it")) == "content/x: is empty\n      fill it"
    assert format_problem(Problem("content/x", 3, 0, "is empty")) == "content/x:3: is empty"


def test_github_shows_a_problem_at_its_line() -> None:
    problem = Problem("content/x/facts.yaml", 42, 11, "is wrong, 50% of it", "fix it: so\n\nor so", "a line")
    assert format_annotation(problem, "demo/content/x/facts.yaml") == (
        "::error file=demo/content/x/facts.yaml,line=42,col=11,title=content/x/facts.yaml%3A42%3A11"
        "::is wrong, 50%25 of it%0Afix it: so%0Aor so"
    )


def test_github_is_told_no_more_of_the_place_than_is_known() -> None:
    assert format_annotation(Problem("a", 3, 0, "is wrong"), "a") == "::error file=a,line=3,title=a%3A3::is wrong"
    assert format_annotation(Problem("a", 0, 0, "is wrong"), "a") == "::error file=a,title=a::is wrong"
    assert format_annotation(Problem("--base-url", 0, 0, "is none"), "") == "::error title=--base-url::is none"


@given(PROBLEMS, st.text(min_size=1, max_size=40) | st.text("a%0DA25:,=\r\n", min_size=1, max_size=30))
def test_github_reads_out_of_an_annotation_what_was_put_in(problem: Problem, file: str) -> None:
    line = format_annotation(problem, file)
    assert len(line.splitlines()) == 1 or not file.isprintable()
    assert "\n" not in line and "\r" not in line
    name, properties, message = read_command(line)
    assert name == "error" and properties["file"] == file
    assert properties.get("line", "0") == str(problem.line)
    assert properties.get("col", "0") == str(problem.column if problem.line else 0)
    first, *others = format_problem(problem._replace(excerpt="")).split("\n")
    assert first == f"{properties['title']}: {message.split(chr(10))[0]}"
    assert [line.strip() for line in others] == [line.strip() for line in message.split("\n")[1:]]


@given(st.text("a:#[]; \n\t", max_size=40))
def test_no_line_of_the_log_is_a_command_of_its_own(text: str) -> None:
    for line in disarm_commands(text).split("\n"):
        assert not line.lstrip().startswith("::") and "##[" not in line
    assert disarm_commands(text).replace("\\", "") == text


@given(
    st.lists(PROBLEMS, max_size=3),
    st.lists(PROBLEMS, max_size=3),
    st.dictionaries(st.sampled_from(["briefings", "pages"]), st.integers(0, 9)),
)
def test_a_report_is_json_whatever_is_told(
    problems: list[Problem], notes: list[Problem], counts: dict[str, int]
) -> None:
    written = encode_report(problems, Path(), counts, notes)
    assert written.isascii()
    read = json.loads(written)
    assert read == {"version": 1, "problems": read["problems"], "omitted": 0, "notes": read["notes"], **counts}
    for problem, entry in zip([*problems, *notes], [*read["problems"], *read["notes"]], strict=True):
        assert list(entry) == ["path", "line", "column", "message", "hint", "excerpt"]
        assert (entry["line"] or 0, entry["column"] or 0) == (problem.line, problem.column)
        assert 0 not in (entry["line"], entry["column"])
        assert (entry["message"], entry["hint"], entry["excerpt"]) == problem[3:]


def test_files_are_told_as_seen_from_the_current_folder(
    tmp_path: Path, in_folder: Callable[[Path], None], site: Path
) -> None:
    in_folder(tmp_path)
    shown = "site/content/bridge/facts.yaml"
    assert locate_file("content/bridge/facts.yaml", Path("site")) == shown
    assert locate_file("content/bridge/facts.yaml", site) == shown
    assert locate_file(shown, Path("site")) == shown
    assert locate_file(str(site / "content/bridge/facts.yaml"), Path("site")) == shown
    in_folder(site)
    assert locate_file("content/bridge/facts.yaml", Path()) == "content/bridge/facts.yaml"


@pytest.mark.parametrize("path", ["--base-url", "newsbrief", "content", "content/bridge", "content/x.yaml", "", "a\0b"])
def test_what_is_no_file_is_told_without_one(site: Path, path: str) -> None:
    assert locate_file(path, site) == ""
    assert locate_file("x" * 5000, site) == ""


def test_a_file_whose_name_cannot_be_shown_is_told_without_it(site: Path) -> None:
    for name in ("a\nb.md", "a\x1b[2Jb.md", "a\u202eb.md"):
        (site / "content" / name).write_text("words", encoding="utf-8")
        assert locate_file(f"content/{name}", site) == ""
    (site / "content" / "a: b, 50%.md").write_text("words", encoding="utf-8")
    assert locate_file("content/a: b, 50%.md", site).endswith("content/a: b, 50%.md")


def test_a_check_annotates_and_keeps_the_log_readable(
    site: Path, tmp_path: Path, in_folder: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    in_folder(tmp_path)
    write_briefing(site, facts=BROKEN)
    text = told(capsys, "check", "--site", "site")
    out, err = told(capsys, "check", "--site", "site", "--format", "github")
    assert (text, err) == (("", err), text[1])
    assert err.endswith("\n1 problem.\n")
    assert out == (
        "::error file=site/content/bridge/facts.yaml,line=17,col=11,title=content/bridge/facts.yaml%3A17%3A11"
        f"::quotation is not in the article%0A{HINT}\n"
    )
    built = told(capsys, "build", "--site", "site", "--format", "github")
    assert built == (out, err.replace("1 problem.", "1 problem; nothing was written."))
    assert not (site / "_site").exists()


def test_every_problem_is_one_annotation_though_github_shows_ten(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_briefing(site, facts="".join(f"key{number}: 1\n" for number in range(12)), article="No words.\n")
    out, err = told(capsys, "check", "--site", str(site), "--format", "github")
    places = [read_command(line)[1]["line"] for line in out.splitlines()]
    assert places == [str(number) for number in range(1, 13)]
    assert err.endswith("\n12 problems.\n")


def test_a_report_for_programs_holds_every_problem_with_its_place(
    site: Path, tmp_path: Path, in_folder: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    in_folder(tmp_path)
    write_briefing(site, facts=BROKEN)
    out, err = told(capsys, "check", "--site", "site", "--format", "json")
    assert err == "1 problem.\n"
    problem = {"path": "site/content/bridge/facts.yaml", "line": 17, "column": 11}
    problem |= {"message": "quotation is not in the article", "hint": HINT, "excerpt": LINE}
    assert json.loads(out) == {"version": 1, "problems": [problem], "omitted": 0, "notes": []}
    built = told(capsys, "build", "--site", "site", "--format", "json")
    assert built == (out, "1 problem; nothing was written.\n")


def test_a_report_without_problems_holds_the_counts_of_the_summary(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, err = told(capsys, "check", "--quiet", "--site", str(site), "--format", "json", code=0)
    checked = {"briefings": 1, "passages": 2, "unattributed": 0, "markup": {}, "settled": 0}
    assert (json.loads(out), err) == ({"version": 1, "problems": [], "omitted": 0, "notes": [], **checked}, "")
    out, err = told(capsys, "build", "--site", str(site), "--format", "json", code=0)
    built = {"pages": 5, "rendered": 5, "reused": 0, "removed": 0, "overwritten": 0, "leftovers": 0}
    assert (json.loads(out), err) == ({"version": 1, "problems": [], "omitted": 0, "notes": [], **built}, "")


def test_the_summary_says_how_many_doubts_readings_settle(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = (site / "content" / "bridge" / "facts.yaml").read_text("utf-8")
    point = "key_points:\n  - text: All 12 ferries of 1990 stopped.\n    cite: The bridge will open in May\n"
    point += "    reading: So it was.\n"
    (site / "content" / "bridge" / "facts.yaml").write_text(facts + point, "utf-8")
    out, _ = told(capsys, "check", "--site", str(site), code=0)
    assert out.endswith("\n2 doubts settled by a reading; --format json lists what each covers\n")
    out, _ = told(capsys, "check", "--site", str(site), "--format", "json", code=0)
    report = json.loads(out)
    assert report["settled"] == 2
    assert [note["message"] for note in report["notes"]] == [
        "covered by `reading`: the cited words do not have the number “12”",
        "covered by `reading`: the cited words do not have the number “1990”",
    ]


def test_github_is_shown_the_summary_as_people_are(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "check", "--site", str(site), code=0) == told(
        capsys, "check", "--site", str(site), "--format", "github", code=0
    )


@pytest.mark.parametrize(
    ("arguments", "path", "message"),
    [
        (["check", "--base-url", "nonsense"], "--base-url", "'nonsense' is not a web address"),
        (["build", "--output", "content/deep"], "--output", "lies inside"),
        (["check", "--site", "nowhere"], "content/site.yaml", "there is no such file"),
        (["check", "--nonsense"], "newsbrief", "unrecognized arguments: --nonsense"),
        (["build", "-o"], "newsbrief build", "argument -o/--output: expected one argument"),
        (["serve"], "newsbrief", "unrecognized arguments: --format"),
        (["nonsense"], "newsbrief", "invalid choice: 'nonsense'"),
    ],
)
def test_faults_of_settings_and_usage_are_told_in_the_format_too(
    site: Path,
    in_folder: Callable[[Path], None],
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    path: str,
    message: str,
) -> None:
    in_folder(site)
    out, err = told(capsys, *arguments, "--format", "github", code=2)
    annotations = [read_command(line) for line in out.splitlines()]
    assert any(properties == {"title": path} and message in what for _, properties, what in annotations)
    assert f"{path}: " in err
    out, err = told(capsys, *arguments, "--format=json", code=2)
    problems = json.loads(out)["problems"]
    assert any((each["path"], each["line"]) == (path, None) and message in each["message"] for each in problems)
    assert re.fullmatch(r"\d problems?(; nothing was written)?\.\n", err)


def test_a_fault_of_the_system_is_told_in_the_format_too(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "templates").mkdir()
    (site / "templates" / "home.html").mkdir()
    (site / "_site").write_text("a file")
    out, err = told(capsys, "build", "--site", str(site), "--format", "github", code=2)
    assert len(out.splitlines()) == err.count("\n      ") == 1 and read_command(out.strip())[0] == "error"


def test_an_unknown_format_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["check", "--format", "xml"])
    assert caught.value.code == 2
    assert "invalid choice: 'xml'" in capsys.readouterr().err


@pytest.mark.parametrize("format", ["github", "json"])
def test_the_code_tells_of_problems_even_when_the_reader_has_left(site: Path, format: str) -> None:
    write_briefing(site, facts=BROKEN)
    reading, writing = os.pipe()
    os.close(reading)
    ended = run_process(*NEWSBRIEF, "check", "--site", site, "--format", format, stdout=writing)
    os.close(writing)
    assert ended.returncode == 1
    assert ended.stderr.endswith("1 problem.\n") and "Traceback" not in ended.stderr


def test_a_lot_of_problems_are_counted_by_kind_and_file(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_briefing(site, facts="".join(f"key{number}: 1\n" for number in range(70)) + "quots: 1\n", article="No.\n")
    write_briefing(site, "school", facts=BROKEN)
    out, err = told(capsys, "check", "--site", str(site), "--format", "github")
    assert len(out.splitlines()) == 50
    assert err.count("unknown key 'key") == 50
    assert err.endswith(
        "\n… and 22 more:\n"
        "      21 × unknown key '…' in content/bridge/facts.yaml\n"
        "      1 × quotation is not in the article in content/school/facts.yaml\n"
        "72 problems.\n"
    )
    out, err = told(capsys, "check", "--site", str(site), "--format", "json")
    assert (len(json.loads(out)["problems"]), err) == (72, "72 problems.\n")


def test_a_report_for_programs_says_how_many_problems_it_leaves_out() -> None:
    excerpt = "x" * 300_000
    problems = [Problem("a.yaml", number, 1, "is wrong", "fix it", excerpt) for number in range(1, 12_001)]
    written = encode_report(problems, Path(), {})
    read = json.loads(written)
    assert (len(read["problems"]), read["omitted"], len(written) < 5_000_000) == (10_000, 2_000, True)
    assert read["problems"][0]["excerpt"] == ""


def test_a_message_that_nobody_would_read_to_its_end_is_cut() -> None:
    problem = Problem("a.yaml", 1, 1, f"unknown key '{'x' * 100_000}'", "y" * 100_000, "z" * 100_000)
    assert all(len(line) < 1_100 for line in format_problem(problem).split("\n"))
    assert len(format_annotation(problem, "a.yaml")) < 2_300


@pytest.mark.parametrize("format", ["github", "json"])
def test_problems_can_be_reported_where_only_ascii_can_be_printed(site: Path, format: str) -> None:
    write_briefing(site, facts=BROKEN)
    ended = run("check", "--site", str(site), "--format", format, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ended.returncode == 1 and "Traceback" not in ended.stderr
    assert r"with different capitals: \u201cThe bridge will open in May,\u201d" in ended.stdout


def test_nothing_in_the_content_gives_github_a_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path)
    write_briefing(
        site, article='##[add-mask]x "never\n\n::stop-commands::x\n', facts='"##[error]x": 1\n"::error::x": 2\n'
    )
    out, err = told(capsys, "check", "--site", str(site), "--format", "github")
    assert "add-mask" in err and "##[" not in err
    assert not [line for line in err.splitlines() if line.lstrip().startswith("::")]
    assert all(line.startswith(("::error file=", "::notice file=")) for line in out.splitlines())
