"""Releases: the workflow that makes them from a tag, what it builds in a fresh clone, and how they are verified."""

import hashlib
import re
import shutil
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

from newsbrief import __version__
from support.processes import Ended, environment, run
from support.sites import ROOT
from support.workflows import Runner, commands_of, make_runner, read_workflow, steps_of

ORDER = ["version", "tests", "build", "attest", "publish", "announce"]
"""The jobs of a release, each of which needs the one before it."""

FONTS = [path for path in ROOT.glob("s*/**/fonts/*") if path.suffix in (".ttf", ".woff2")]
LICENCES = list(ROOT.glob("s*/**/fonts/*-LICENSE.txt"))

NOTES = "- A change.\n\n### Pages\n\n- Another."
CHANGES = f"""\
# Changes

## Unreleased

- Later.

## {__version__} (2026-11-28)

{NOTES}

## 0.0.1 (2026-01-01)

- First.
"""


def test_a_tag_of_a_version_and_nothing_else_makes_a_release() -> None:
    assert read_workflow("release")["on"] == {"push": {"tags": ["v*"]}}


def test_nothing_is_built_before_the_tests_nor_published_before_it_is_attested() -> None:
    jobs = read_workflow("release")["jobs"]
    assert list(jobs) == ORDER
    assert [job.get("needs") for job in jobs.values()] == [None, *ORDER[:-1]]
    # A step that may be left out, or may fail, proves nothing.
    assert {key for step in steps_of(read_workflow("release")) for key in step} <= {
        "name",
        "uses",
        "with",
        "run",
        "env",
    }


def test_the_tests_of_a_release_are_the_gate_on_the_same_pythons_as_for_a_pull_request() -> None:
    assert commands_of(read_workflow("release"), "tests") == [(".ci/run", {}, "")]
    matrix = read_workflow("release")["jobs"]["tests"]["strategy"]["matrix"]
    assert matrix == read_workflow("check")["jobs"]["tests"]["strategy"]["matrix"]


@pytest.mark.parametrize("job", ["attest", "publish", "announce"])
def test_a_job_that_may_sign_publish_or_write_runs_no_code_of_the_repository(job: str) -> None:
    actions = {step["uses"].partition("@")[0] for step in steps_of(read_workflow("release"), job) if "uses" in step}
    assert "actions/download-artifact" in actions and "actions/checkout" not in actions
    assert [command.split()[:3] for command, *_ in commands_of(read_workflow("release"), job)] in (
        [],
        [["gh", "release", "create"]],
    )


def test_what_was_built_is_what_is_attested_and_published() -> None:
    workflow = read_workflow("release")
    kept = [step["with"] for step in steps_of(workflow, "build") if "upload-artifact" in step.get("uses", "")]
    assert {each["name"]: each["path"] for each in kept} == {
        "dist": "${{ runner.temp }}/dist",
        "notes": "${{ runner.temp }}/notes.md",
    }
    for job in ("attest", "publish", "announce"):
        # The action that publishes takes all of the folder dist.
        assert steps_of(workflow, job)[0]["with"] == {"name": "dist", "path": "dist"}
    (subject,) = [step["with"] for step in steps_of(workflow, "attest")[1:]]
    assert subject == {"subject-path": "dist/*"}
    assert workflow["jobs"]["publish"]["environment"] == {"name": "release"}
    ((announcement, variables, _),) = commands_of(workflow, "announce")
    assert (
        " dist/* " in announcement and "--verify-tag" in announcement and "--notes-file notes/notes.md" in announcement
    )
    assert set(variables) == {"GH_TOKEN"}


# The tag, the version and the changelog


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The files that say which version this is, with a changelog that has a section about it."""
    for name in (".ci/release_notes.py", "pyproject.toml", "src/newsbrief/__init__.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "CHANGELOG.md").write_text(CHANGES, encoding="utf-8")
    return tmp_path


def take_notes(tree: Path, tag: str) -> Ended:
    return run(sys.executable, ".ci/release_notes.py", tag, cwd=tree, env=environment(None))


def test_the_notes_of_a_release_are_its_section_of_the_changelog(tree: Path) -> None:
    ended = take_notes(tree, f"v{__version__}")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"{NOTES}\n", "")


@pytest.mark.parametrize("tag", ["v9.9.9", __version__, f"v{__version__}.1", f"v{__version__}rc1", "v", "v'; echo"])
def test_a_tag_that_is_not_the_version_is_refused(tree: Path, tag: str) -> None:
    ended = take_notes(tree, tag)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == (
        f"{tag} cannot be released: the tag is {tag}, and the version in pyproject.toml is {__version__}.\n"
    )


def test_a_package_that_says_another_version_is_refused(tree: Path) -> None:
    module = tree / "src" / "newsbrief" / "__init__.py"
    module.write_text(module.read_text(encoding="utf-8").replace(__version__, "0.0.9"), encoding="utf-8")
    ended = take_notes(tree, f"v{__version__}")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "src/newsbrief/__init__.py" in ended.stderr


@pytest.mark.parametrize(
    "heading",
    ["Unreleased", f"{__version__}1 (2026-11-28)", __version__.replace(".", "x") + " (2026-11-28)", __version__],
)
def test_a_version_without_a_dated_section_in_the_changelog_is_refused(tree: Path, heading: str) -> None:
    (tree / "CHANGELOG.md").write_text(f"# Changes\n\n## {heading}\n\n- A change.\n", encoding="utf-8")
    ended = take_notes(tree, f"v{__version__}")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "CHANGELOG.md has no section" in ended.stderr


def test_a_section_that_lists_no_change_is_refused(tree: Path) -> None:
    changes = f"# Changes\n\n## {__version__} (2026-11-28)\n\n## 0.0.1 (2026-01-01)\n\n- First.\n"
    (tree / "CHANGELOG.md").write_text(changes, encoding="utf-8")
    assert take_notes(tree, f"v{__version__}").returncode == 1


def test_the_package_says_the_version_that_is_built() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__


# What is built


@pytest.fixture
def runner(shared: Path, tmp_path: Path) -> Runner:
    return make_runner(shared, tmp_path)


@pytest.mark.slow
def test_a_tag_in_a_fresh_clone_comes_to_a_wheel_a_source_distribution_and_notes(runner: Runner) -> None:
    (runner.clone / "CHANGELOG.md").write_text(CHANGES, encoding="utf-8")
    runner.environment["GITHUB_REF_NAME"] = f"v{__version__}"
    assert runner.run_job("release", "version").returncode == 0
    ended = runner.run_job("release", "build")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    dist = runner.temporary / "dist"
    wheel = f"newsbrief-{__version__}-py3-none-any.whl"
    assert {path.name for path in dist.iterdir()} == {wheel, f"newsbrief-{__version__}.tar.gz"}
    with ZipFile(dist / wheel) as archive:
        about = archive.read(f"newsbrief-{__version__}.dist-info/METADATA").decode().splitlines()
        assert {f"Version: {__version__}", "License-Expression: MIT AND OFL-1.1"} <= set(about)
        assert {f"License-File: {path.relative_to(ROOT).as_posix()}" for path in LICENCES} <= set(about)
        assert {"newsbrief/cli/main.py", "newsbrief/theme/templates/base.html"} <= set(archive.namelist())
    assert (runner.temporary / "notes.md").read_text(encoding="utf-8") == f"{NOTES}\n"

    first = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in dist.iterdir()}
    shutil.rmtree(dist)
    assert runner.run_job("release", "build").returncode == 0
    assert {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in dist.iterdir()} == first


@pytest.mark.slow
def test_a_tag_of_another_version_builds_nothing(runner: Runner) -> None:
    runner.environment["GITHUB_REF_NAME"] = "v9.9.9"
    assert runner.run_job("release", "version").returncode == 1


def test_every_font_has_its_licence_beside_it() -> None:
    families = {path.with_name(path.name.removesuffix("-LICENSE.txt")) for path in LICENCES}
    assert families and FONTS
    for font in FONTS:
        assert any(font.as_posix().startswith(family.as_posix()) for family in families), font
    assert all("SIL OPEN FONT LICENSE Version 1.1" in path.read_text(encoding="utf-8") for path in LICENCES)


# What readers are told


def test_the_policy_says_how_a_fault_is_reported_and_a_release_is_verified() -> None:
    policy = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    assert "Report a vulnerability" in policy
    (command,) = re.findall(r"```sh\n(gh attestation verify [^`]*)```", policy)
    (signer,) = re.findall(r"--signer-workflow OWNER/REPOSITORY/(\S+)", command)
    assert (ROOT / signer).samefile(ROOT / ".github" / "workflows" / "release.yml")
    assert re.search(r"newsbrief-(\S+)-py3-none-any\.whl", command)[1] == re.search(r"refs/tags/v(\S+)", command)[1]  # type: ignore[index]
    assert not re.search(r"[\w.]+@[\w.]+", policy)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_readers_are_led_to_the_policy(name: str) -> None:
    assert "](SECURITY.md)" in (ROOT / name).read_text(encoding="utf-8")
