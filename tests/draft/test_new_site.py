"""A new site: whole and right at once, and nothing of anybody's is touched for it."""

import json
import re
from pathlib import Path

import pytest
import yaml

from newsbrief import __version__
from newsbrief.cli.main import main
from newsbrief.content.fact_sheet import SECTIONS
from newsbrief.disk.new_files import write_new_files
from newsbrief.draft.new_site import EXAMPLE, list_site_files
from newsbrief.model.problems import ConfigError
from support.files import bytes_of
from support.rights import without_privileges
from support.sites import ROOT
from support.workflows import FOLDER


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A new site with the example."""
    write_new_files(tmp_path / "new", list_site_files())
    return tmp_path / "new"


def test_the_site_passes_check_and_build_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = tmp_path / "new"
    assert main(["init", str(new)]) == 0
    assert main(["check", "--site", str(new)]) == 0
    assert main(["build", "--site", str(new)]) == 0
    assert main(["check", "--built", "--site", str(new)]) == 0
    said = capsys.readouterr()
    assert said.err == "" and "Made a new site" in said.out and "5 of 5 quoted passages" in said.out


def test_a_bare_site_passes_check_and_build_and_has_no_briefing(tmp_path: Path) -> None:
    assert main(["init", "--bare", str(tmp_path / "new")]) == 0
    assert [path.name for path in (tmp_path / "new" / "content").iterdir() if path.is_dir()] == []
    assert main(["check", "--site", str(tmp_path / "new")]) == 0
    assert main(["build", "-q", "--site", str(tmp_path / "new")]) == 0


def test_the_example_shows_every_kind_of_entry(new: Path) -> None:
    sheet = yaml.safe_load((new / "content" / EXAMPLE / "facts.yaml").read_text(encoding="utf-8"))
    assert all(sheet[section.key] for section in SECTIONS)
    assert {"cite", "source"} <= {key for actor in sheet["actors"] for claim in actor.get("about", ()) for key in claim}
    assert any(isinstance(quote["text"], list) for quote in sheet["quotes"])
    assert "unattributed" in [quote["speaker"] for quote in sheet["quotes"]]


def test_the_fact_sheet_finds_its_schema_beside_the_content(new: Path) -> None:
    sheet = new / "content" / EXAMPLE / "facts.yaml"
    match = re.match(r"# yaml-language-server: \$schema=(\S+)\n", sheet.read_text(encoding="utf-8"))
    assert match
    schema = json.loads((sheet.parent / match[1]).read_text(encoding="utf-8"))
    assert schema == json.loads((ROOT / "schema/facts.schema.json").read_text(encoding="utf-8"))


def test_the_version_is_pinned_and_what_a_build_makes_is_ignored(new: Path) -> None:
    assert (new / "requirements.txt").read_text(encoding="utf-8") == f"newsbrief=={__version__}\n"
    assert {"_site/", ".newsbrief/"} <= set((new / ".gitignore").read_text(encoding="utf-8").split())


def test_the_about_page_is_the_one_that_comes_with_newsbrief(new: Path) -> None:
    assert (new / "content/about.md").read_bytes() == (ROOT / "content/about.md").read_bytes()


def test_the_workflow_pins_every_action_to_the_commit_that_the_own_workflow_uses(new: Path) -> None:
    text = (new / ".github/workflows/pages.yml").read_text(encoding="utf-8")
    pins = dict(re.findall(r"uses: ([\w/-]+)@([0-9a-f]{40} # v\d+\.\d+\.\d+)\n", text))
    assert len(pins) == text.count("uses:")
    own = dict(re.findall(r"uses: ([\w/-]+)@(.+)\n", (FOLDER / "pages.yml").read_text(encoding="utf-8")))
    assert pins.keys() - own.keys() == {"actions/cache"}
    assert {name: pins[name] for name in own} == own


def test_the_workflow_installs_restores_builds_checks_and_publishes(new: Path) -> None:
    workflow = yaml.safe_load((new / ".github/workflows/pages.yml").read_text(encoding="utf-8"))
    build, deploy = workflow["jobs"]["build"], workflow["jobs"]["deploy"]
    assert workflow["permissions"] == {} and build["permissions"] == {"contents": "read", "pages": "read"}
    names = [step.get("name") or step["uses"].partition("@")[0] for step in build["steps"]]
    assert names[3:] == [
        "Install Newsbrief",
        "Restore the last build",
        "Build the site",
        "Check what was built",
        "actions/upload-pages-artifact",
    ]
    cached = next(step["with"]["path"] for step in build["steps"] if step.get("name") == "Restore the last build")
    assert cached.split() == ["_site", ".newsbrief"]
    assert deploy["needs"] == "build"


def test_a_build_that_was_restored_elsewhere_makes_nothing_again(new: Path, tmp_path: Path) -> None:
    assert main(["build", "-q", "--site", str(new)]) == 0
    fresh = tmp_path / "fresh"
    assert main(["init", str(fresh)]) == 0
    for path, content in bytes_of(new).items():
        if path.startswith(("_site/", ".newsbrief/")):
            (fresh / path).parent.mkdir(parents=True, exist_ok=True)
            (fresh / path).write_bytes(content)
    before = bytes_of(fresh / "_site")
    assert main(["build", "-q", "--site", str(fresh)]) == 0
    assert bytes_of(fresh / "_site") == before


def test_what_stands_in_the_way_is_named_and_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "site.yaml").write_text("title: Mine\n", encoding="utf-8")
    (tmp_path / "content" / "mine").mkdir()
    (tmp_path / ".github").write_text("a file", encoding="utf-8")
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    before = bytes_of(tmp_path)
    assert main(["init", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    for named in ("content/site.yaml: this file is there", "content/mine: this is there", ".github: this stands where"):
        assert named in said
    assert said.endswith("3 problems; nothing was written.\n")
    assert bytes_of(tmp_path) == before


def test_other_files_may_be_there(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    assert main(["init", str(tmp_path)]) == 0
    assert bytes_of(tmp_path).keys() == {*list_site_files(), "README.md"}


def test_no_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "content").symlink_to(tmp_path / "elsewhere")
    assert main(["init", str(tmp_path / "new")]) == 1
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_file_is_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "new").write_text("", encoding="utf-8")
    assert main(["init", str(tmp_path / "new")]) == 1
    assert "this is no folder" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tmp_path.chmod(0o500)
    with without_privileges():
        assert main(["init", str(tmp_path / "new")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_a_site_that_cannot_be_written_whole_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be written"):
        write_new_files(tmp_path / "new", {"a/b.txt": b"x", f"{'c' * 300}.txt": b"x"})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["check", "build"])
def test_commands_in_an_empty_folder_lead_to_a_new_site(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "--site", str(tmp_path)]) == 2
    assert "start a new site with newsbrief init" in capsys.readouterr().err


def test_the_command_alone_leads_to_a_new_site(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1) and "newsbrief init" in said.err


def test_help_is_a_command_too(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["help"], ["--help"], ["help", "init"], ["init", "--help"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 0
    said = capsys.readouterr().out
    halves = said.partition("usage: newsbrief init")[0]
    assert halves[: len(halves) // 2] == halves[len(halves) // 2 :] and "newsbrief init my-site" in halves
