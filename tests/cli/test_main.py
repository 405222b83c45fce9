"""The command: what it prints, where, and the code it ends with."""

import json
import os
import re
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import jsonschema
import pytest

from newsbrief import __version__
from newsbrief.cli.main import main
from support.commands import run
from support.files import bytes_of
from support.processes import NEWSBRIEF, PATIENCE, environment, running
from support.processes import run as run_process
from support.sites import ARTICLE, FACTS, FRONT, ROOT, SITES, write_briefing

pytestmark = pytest.mark.slow

SUMMARY = re.compile(r"Built (\d+) pages? \((\d+) rendered, (\d+) reused, (\d+) removed\) in \d+ ms\n")


def usage_code(*arguments: str) -> int:
    """Return the code with which the command gives up on its arguments."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert isinstance(caught.value.code, int)
    return caught.value.code


def test_a_build_says_what_it_did_in_one_line(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main(["build", "--site", str(site), "-o", str(out)]) == 0
    said = capsys.readouterr()
    match = SUMMARY.fullmatch(said.out)
    assert match and said.err == ""
    assert match.groups() == ("5", "5", "0", "0")

    assert main(["build", "--site", str(site), "--output", str(out)]) == 0
    match = SUMMARY.fullmatch(capsys.readouterr().out)
    assert match and match.groups() == ("5", "0", "5", "0")


def test_a_quiet_build_says_nothing(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "-q", "--site", str(site), "-o", str(tmp_path / "out")]) == 0
    assert main(["check", "--quiet", "--site", str(site)]) == 0
    assert capsys.readouterr() == ("", "")


def test_the_site_is_written_into_its_own_folder_unless_told_otherwise(site: Path) -> None:
    assert main(["build", "-q", "--site", str(site)]) == 0
    assert (site / "_site" / "index.html").is_file()


def test_a_check_says_the_sum_and_writes_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = bytes_of(site)
    assert main(["check", "--site", str(site)]) == 0
    said = capsys.readouterr()
    assert said == ("Checked 1 briefing: 2 of 2 quoted passages accounted for; 0 unattributed\n", "")
    assert bytes_of(site) == before


def test_a_check_counts_over_all_briefings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--site", str(SITES / "two-briefings")]) == 0
    assert capsys.readouterr().out.startswith("Checked 2 briefings: 9 of 9 quoted passages accounted for; 3 ")


def test_drafts_are_taken_in_on_demand(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    front = "---\ntitle: A draft\nas_of: 2019-04-07\ndraft: true\n---\n\n"
    write_briefing(site, "second", front=front)
    main(["check", "--site", str(site)])
    main(["check", "--site", str(site), "--drafts"])
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == [
        "Checked 1 briefing",
        "Checked 2 briefings",
    ]


def test_the_address_given_comes_before_the_configured_one(site: Path) -> None:
    (site / "content" / "site.yaml").write_text("title: Test\nbase_url: https://one.example.org\n")
    assert main(["build", "-q", "--site", str(site), "-b", "https://two.example.org/x/"]) == 0
    page = (site / "_site" / "index.html").read_text(encoding="utf-8")
    assert 'href="https://two.example.org/x/"' in page and "one.example.org" not in page


def test_a_title_that_no_card_can_show_is_named(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_briefing(site, "hashi", front=FRONT.replace("A title", "สะพานเปิด"))
    assert main(["build", "--site", str(site), "-b", "https://a.example.org"]) == 0
    assert capsys.readouterr().err.startswith("No share card was drawn for hashi: the title has characters ")
    assert main(["build", "--full", "--site", str(site)]) == 0
    assert capsys.readouterr().err == ""


def test_problems_go_to_standard_error_and_the_code_is_1(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_briefing(site, facts=FACTS.replace("The bridge will open", "the bridge will open"))
    assert main(["build", "--site", str(site)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "content/bridge/facts.yaml:17:11: quotation is not in the article\n"
        "   17 |     text: the bridge will open in May,\n"
        "      |           ^\n"
        "      the article has, with different capitals: “The bridge will open in May,” (article.md:6)\n"
        "1 problem; nothing was written.\n"
    )
    assert not (site / "_site").exists()


def test_check_and_build_find_the_same_problems(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_briefing(site, article=ARTICLE + '\nIt was "open.\n', facts=FACTS.replace("id: reed", "id: read"))
    assert main(["check", "--site", str(site)]) == 1
    checked = capsys.readouterr().err
    assert main(["build", "--site", str(site)]) == 1
    assert checked.endswith("\n2 problems.\n")
    assert capsys.readouterr().err == checked.replace("2 problems.", "2 problems; nothing was written.")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["build", "--site", "nowhere"], "content/site.yaml"),
        (["build", "--base-url", "nonsense"], "--base-url"),
        (["build", "-b", "https://example.org/?a=b"], "--base-url"),
        (["build", "-o", "content/deep"], "--output"),
        (["build", "-o", "."], "--output"),
        (["build", "-o", ""], "--output"),
    ],
)
def test_wrong_configuration_ends_with_2(
    site: Path,
    in_folder: object,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    expected: str,
) -> None:
    in_folder(site)  # type: ignore[operator]
    before = bytes_of(site)
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.startswith(f"{expected}: ")
    assert bytes_of(site) == before


def test_a_fault_in_the_configuration_file_ends_with_2(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "content" / "site.yaml").write_text("titel: Test\ntitle: Test\nbase_url: ftp://example.org\n")
    assert main(["check", "--site", str(site)]) == 2
    assert "content/site.yaml:1:1: unknown key 'titel'\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["build", "--nonsense"], ["build", "-o"], ["check", "extra"], ["schema", "sheet"]],
)
def test_wrong_usage_ends_with_2_and_says_how_it_is_used(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert usage_code(*arguments) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.startswith("usage: newsbrief")


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert usage_code("--version") == 0
    assert capsys.readouterr().out == f"newsbrief {__version__}\n"
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["", "init", "add", "build", "check", "serve", "schema"])
def test_help_has_a_sentence_an_example_and_the_exit_codes(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert usage_code(*command.split(), "--help") == 0
    text = capsys.readouterr().out
    sentence = text.split("\n\n")[1]
    assert re.match(r"[A-Z][a-z]+ ", sentence) and sentence.endswith(".")
    assert f"\nexamples:\n  newsbrief {command or 'check'}" in text
    codes = re.findall(r"^  (\d+) +\S", text.partition("exit codes:")[2], re.MULTILINE)
    assert {"0", "2"} <= set(codes) <= {"0", "1", "2", "3", "130", "143"}
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize("words", [("new", "--help"), ("help", "new")])
def test_new_is_draft_and_the_help_does_not_list_it(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert usage_code("draft", "--help") == 0
    text = capsys.readouterr().out
    assert usage_code(*words) == 0
    assert capsys.readouterr().out == text
    assert usage_code("--help") == 0
    overview = capsys.readouterr().out
    assert "    draft  " in overview and "(new)" not in overview


def test_the_examples_of_the_help_are_commands_that_work(
    site: Path, in_folder: object, capsys: pytest.CaptureFixture[str]
) -> None:
    in_folder(site)  # type: ignore[operator]
    examples = []
    for command in ("build", "check", "schema"):
        usage_code(command, "--help")
        examples += re.findall(r"^  newsbrief ([^>\n]+)", capsys.readouterr().out, re.MULTILINE)
    assert len(examples) > 5
    assert [example for example in examples if main(example.split()) != 0] == []


@pytest.mark.parametrize("columns", [60, 200])
def test_help_is_as_wide_as_it_is_asked_to_be(
    columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    usage_code("build", "--help")
    usage, *_ = capsys.readouterr().out.split("\n\n")
    assert (len(usage.splitlines()) == 1) is (columns == 200)


def test_help_names_every_command_and_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert usage_code("--help") == 0
    overview = capsys.readouterr().out
    assert all(f"    {command} " in overview for command in ("build", "check", "schema"))
    assert usage_code("build", "-h") == 0
    options = capsys.readouterr().out
    assert all(option in options for option in ("--site DIR", "--output DIR", "--base-url URL", "--drafts", "--quiet"))


def test_the_schema_is_a_json_schema_that_the_sites_here_keep(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    good = {"quotes": [{"speaker": "unattributed", "text": "words"}], "not_speech": [{"text": "x", "why": "title"}]}
    assert validator.is_valid(good)
    assert not validator.is_valid({"quotes": [{"speaker": "unattributed"}]})
    assert not validator.is_valid({"quots": []})
    assert not validator.is_valid({"not_speech": [{"text": "x", "why": "whim"}]})


def test_the_published_schema_is_the_one_that_is_printed() -> None:
    printed = run("schema")
    assert printed.returncode == 0
    assert printed.stdout == (ROOT / "schema" / "facts.schema.json").read_text(encoding="utf-8")


def test_build_py_builds_the_same_site(site: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    assert run("build", "--site", str(site), "-o", str(one)).returncode == 0
    command = [sys.executable, ROOT / "build.py", "--site", site, "-o", two]
    ended = run_process(*command, env=environment(None), cwd=tmp_path)
    assert ended.returncode == 0 and SUMMARY.fullmatch(ended.stdout) and ended.stderr == ""
    assert bytes_of(one) == bytes_of(two)
    write_briefing(site, facts="quotes: nonsense\n")
    ended = run_process(*command, env=environment(None), cwd=tmp_path)
    assert (ended.returncode, ended.stderr) == (1, run("build", "--site", str(site), "-o", str(one)).stderr)


def test_control_characters_in_the_content_never_reach_the_terminal(site: Path) -> None:
    nasty = "\x1b[2J\x1b]0;owned\x07\x9b31m\u202egnorw\u2066\u200b\x00\x08"
    write_briefing(
        site,
        article=f'He said {nasty} "never {nasty} again.\n',
        facts=f"quotes:\n  - speaker: {nasty}x\n    text: never\n    {nasty}: 1\n" + f'  - "{nasty}"\n',
    )
    (site / "content" / "page.md").write_text(f"{nasty}\n[x](java\x1bscript:{nasty})\n", encoding="utf-8")
    escaped = r'"\e]0;owned\a\u202e"'
    write_briefing(
        site, "second", facts=f"actors: [{{id: {escaped}, name: {escaped}, kind: {escaped}}}]\n{escaped}: 1\n"
    )
    ended = run("check", "--site", str(site))
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) > 20
    assert {char for char in ended.stderr if not char.isprintable()} == {"\n"}
    assert r"\u001b" in ended.stderr and r"\u202e" in ended.stderr


def printed_on_a_terminal(*arguments: str, **variables: str) -> str:
    """Run the command with standard error on a real terminal, and return what is printed there."""
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    ours, theirs = pty.openpty()
    surroundings = environment(**{"TERM": "xterm", **variables})
    printed = b""
    with running([*NEWSBRIEF, *arguments], env=surroundings, stdout=subprocess.DEVNULL, stderr=theirs) as process:
        os.close(theirs)
        try:
            while chunk := os.read(ours, 65536):
                printed += chunk
        except OSError:
            # Linux reports the end of a terminal as an error.
            pass
        os.close(ours)
        assert process.wait(PATIENCE) == 1
    return printed.decode().replace("\r\n", "\n")


def test_colour_is_for_terminals_that_want_it(site: Path) -> None:
    write_briefing(site, facts="quots: []\n", article="No words.\n")
    arguments = ("check", "--site", str(site))
    plain = run(*arguments).stderr
    assert "\x1b" not in plain
    coloured = printed_on_a_terminal(*arguments)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert printed_on_a_terminal(*arguments, NO_COLOR="1") == plain
    assert printed_on_a_terminal(*arguments, TERM="dumb") == plain


def test_a_reader_who_leaves_early_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    # A pipe without a reader from the start; the schema is longer than what Python holds back.
    ended = run_process(*NEWSBRIEF, "schema", stdout=writing)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_problems_can_be_printed_where_only_ascii_can(site: Path) -> None:
    write_briefing(site, facts=FACTS.replace("late and costly", "“zu spät”"))
    ended = run("check", "--site", str(site), PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr and "quotation is not in the article" in ended.stderr


def test_the_command_may_be_run_from_the_sites_folder(site: Path) -> None:
    ended = run("build", cwd=site)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.endswith(" ms\n")
    write_briefing(site, facts="quots: []\n")
    ended = run("build", cwd=site)
    assert ended.returncode == 1 and "content/bridge/facts.yaml:1:1: unknown key" in ended.stderr


def test_build_explains_what_it_made_anew(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def explained(*options: str) -> str:
        assert main(["build", "--site", str(site), "--explain", *options]) == 0
        return capsys.readouterr().err.strip()

    assert explained() == "Everything was rebuilt: there is no trace of an earlier build"
    assert explained() == "Nothing has changed."
    assert explained("--full") == "Everything was rebuilt: --full was given"
    facts = site / "content" / "bridge" / "facts.yaml"
    facts.write_text(facts.read_text(encoding="utf-8") + "# a remark\n")
    assert explained() == "content/bridge: facts.yaml has changed"
    (site / "_site" / "index.html").unlink()
    assert explained() == "The pages that all briefings share: index.html is not in the output"
    assert explained("--base-url", "https://example.org").startswith("Everything was rebuilt: the templates,")


def test_build_explains_each_briefing_where_all_have_changed(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = site / "content" / "about.md"
    page.write_text("---\ntitle: About\n---\n\nWho writes.\n")
    main(["build", "--site", str(site), "-q"])
    page.write_text("---\ntitle: About\n---\n\nWho reads.\n")
    write_briefing(site, article=ARTICLE.replace("reporters", "the press"))
    main(["build", "--site", str(site), "--explain", "-q"])
    assert capsys.readouterr().err.splitlines() == [
        "The pages that all briefings share: about.md has changed",
        "content/bridge: article.md has changed",
    ]


def test_a_dry_run_tells_what_would_be_written_and_writes_nothing(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--site", str(site), "--dry-run"]) == 0
    said = capsys.readouterr()
    assert "would write bridge/index.html" in said.err.splitlines()
    assert said.out.startswith("Would build 5 pages (5 rendered, 0 reused, 0 removed)")
    assert sorted(path.name for path in site.iterdir()) == ["content"]
    assert main(["build", "--site", str(site), "-q"]) == 0
    before = sorted((path, path.stat().st_mtime_ns) for path in site.rglob("*"))
    (site / "content" / "bridge").rename(site / "content" / "tunnel")
    assert main(["build", "--site", str(site), "--dry-run"]) == 0
    said = capsys.readouterr()
    assert "would remove bridge/index.html" in said.err and "would write tunnel/index.html" in said.err
    (site / "content" / "tunnel").rename(site / "content" / "bridge")
    changed = {site / "content", site / "content" / "bridge"}
    after = sorted((path, path.stat().st_mtime_ns) for path in site.rglob("*"))
    assert [each for each in after if each[0] not in changed] == [each for each in before if each[0] not in changed]


def test_a_second_build_waits_for_the_first_and_says_so(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from newsbrief.disk.lock import hold_lock

    command = [*NEWSBRIEF, "build", "--site", site]
    with ExitStack() as held:
        held.enter_context(hold_lock(site, on_wait=lambda: None))
        with running(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as second:
            assert second.stderr is not None
            assert "waiting for it to end" in second.stderr.readline()
            assert not (site / "_site").exists()
            held.close()
            assert second.communicate(timeout=PATIENCE)[0].startswith("Built 5 pages")
            assert second.returncode == 0
