"""The workflows of GitHub: what they may do, and that their steps do it in a fresh clone."""

import os
import re
import shutil
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from support.clones import clone
from support.outputs import make_once
from support.processes import Ended, environment, run, run_well
from support.sites import ROOT, write_briefing

FOLDER = ROOT / ".github" / "workflows"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yml"))
ACTIONS = {
    "actions/checkout": "v7",
    "actions/setup-python": "v7",
    "actions/configure-pages": "v6",
    "actions/upload-pages-artifact": "v5",
    "actions/deploy-pages": "v5",
}
"""The actions that may be used, all of them GitHub's own, and their majors."""

INPUTS = {
    "actions/checkout": {"persist-credentials"},
    "actions/setup-python": {"python-version", "cache", "cache-dependency-path"},
    "actions/upload-pages-artifact": {"path"},
}
PYTHONS = re.findall(r"Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
"""The versions of Python that the package names, from the oldest."""

INSTALLATION = """\
pip install --require-hashes --requirement requirements/site.txt
pip install --no-deps --no-build-isolation .
"""
"""What every job that uses the package runs first."""

BASE_URL = "https://someone.github.io/some-repo"
EXPRESSIONS = {"${{ steps.pages.outputs.base_url }}": BASE_URL}
"""What the expressions in the `env` of steps that are run here come to."""

OF_THE_NETWORK = ("HOME", "HTTP_", "HTTPS_", "NO_PROXY", "PIP_", "REQUESTS_", "SSL_", "USERPROFILE")
"""How variables begin, in capitals, without which some machines reach no package."""

Workflow = dict[str, Any]


def read_workflow(name: str) -> Workflow:
    workflow = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    assert isinstance(workflow, dict)
    return workflow


def steps_of(workflow: Workflow, job: str | None = None) -> list[dict[str, Any]]:
    """Return the steps of one job, or of all."""
    return [step for name, each in workflow["jobs"].items() if job in (None, name) for step in each["steps"]]


def options_of(action: str, job: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what a job's steps give to an action."""
    return [step["with"] for step in job["steps"] if step.get("uses", "").startswith(f"{action}@")]


def commands_of(workflow: Workflow, job: str) -> list[tuple[str, dict[str, str]]]:
    """Return what a job's steps run, in order, each with its own variables."""
    return [
        (step["run"], {key: EXPRESSIONS.get(value, value) for key, value in step.get("env", {}).items()})
        for step in steps_of(workflow, job)
        if "run" in step
    ]


def test_the_site_is_published_on_a_push_to_main_and_by_hand() -> None:
    assert read_workflow("pages")["on"] == {"push": {"branches": ["main"]}, "workflow_dispatch": None}


def test_pull_requests_are_checked() -> None:
    assert read_workflow("check")["on"] == {"pull_request": None, "workflow_dispatch": None}


def test_new_releases_of_dependencies_are_tried_every_week_and_bounds_whenever_they_change() -> None:
    triggers = read_workflow("versions")["on"]
    assert set(triggers) == {"schedule", "pull_request", "workflow_dispatch"}
    (planned,) = triggers["schedule"]
    minute, hour, *days = planned["cron"].split()
    assert minute.isdecimal() and hour.isdecimal() and days == ["*", "*", "1"]
    paths = triggers["pull_request"]["paths"]
    assert "pyproject.toml" in paths and all((ROOT / path).is_file() for path in paths)


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_may_do_only_what_its_jobs_say(name: str) -> None:
    workflow = read_workflow(name)
    assert set(workflow) <= {"name", "on", "permissions", "concurrency", "jobs"}
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert set(job) <= {"needs", "runs-on", "timeout-minutes", "permissions", "environment", "strategy", "steps"}
        assert 0 < job["timeout-minutes"] <= 60
        assert job["permissions"]


def test_only_the_job_that_deploys_may_write() -> None:
    jobs = {(name, job): each for name in NAMES for job, each in read_workflow(name)["jobs"].items()}
    permissions = {key: each["permissions"] for key, each in jobs.items()}
    assert permissions.pop(("pages", "deploy")) == {"pages": "write", "id-token": "write"}
    assert permissions.pop(("pages", "build")) == {"contents": "read", "pages": "read"}
    assert set(permissions) == {
        ("check", "content"),
        ("check", "tests"),
        ("versions", "lowest"),
        ("versions", "newest"),
    }
    assert all(each == {"contents": "read"} for each in permissions.values())


def test_a_site_that_is_being_put_up_is_not_cut_short() -> None:
    assert read_workflow("pages")["concurrency"] == {"group": "pages", "cancel-in-progress": False}


@pytest.mark.parametrize("name", NAMES)
def test_only_actions_of_github_are_used_in_the_versions_agreed(name: str) -> None:
    used = [step for step in steps_of(read_workflow(name)) if "uses" in step]
    assert used
    for step in used:
        action, _, version = step["uses"].partition("@")
        assert ACTIONS[action] == version
        assert set(step.get("with", {})) <= INPUTS.get(action, set())


@pytest.mark.parametrize("name", NAMES)
def test_nothing_from_outside_is_written_into_a_command(name: str) -> None:
    for step in steps_of(read_workflow(name)):
        assert ("run" in step) != ("uses" in step)
        assert "${{" not in step.get("run", "")


@pytest.mark.parametrize("name", NAMES)
def test_no_checkout_leaves_its_token_behind(name: str) -> None:
    for step in steps_of(read_workflow(name)):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("name", NAMES)
def test_python_is_one_that_newsbrief_names(name: str) -> None:
    for job in read_workflow(name)["jobs"].values():
        for options in options_of("actions/setup-python", job):
            versions = [options["python-version"]]
            if versions == ["${{ matrix.python }}"]:
                versions = job["strategy"]["matrix"]["python"]
            assert set(versions) <= set(PYTHONS)


def test_the_tests_run_on_every_python_that_newsbrief_names() -> None:
    strategy = read_workflow("check")["jobs"]["tests"]["strategy"]
    assert strategy == {"fail-fast": False, "matrix": {"python": PYTHONS}}


def test_bounds_are_tried_on_the_oldest_python_and_new_releases_on_the_newest() -> None:
    for job, python in (("lowest", PYTHONS[0]), ("newest", PYTHONS[-1])):
        (options,) = options_of("actions/setup-python", read_workflow("versions")["jobs"][job])
        assert options == {"python-version": python}
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    assert needed == f">={PYTHONS[0]}"


@pytest.mark.parametrize(
    ("name", "job", "lock"), [("pages", "build", "site"), ("check", "content", "site"), ("check", "tests", "dev")]
)
def test_packages_are_kept_for_the_next_run_by_the_lock_that_they_come_from(name: str, job: str, lock: str) -> None:
    (options,) = options_of("actions/setup-python", read_workflow(name)["jobs"][job])
    assert (options["cache"], options["cache-dependency-path"]) == ("pip", f"requirements/{lock}.txt")
    assert (ROOT / options["cache-dependency-path"]).is_file()


@pytest.mark.parametrize(("name", "job"), [("pages", "build"), ("check", "content")])
def test_the_locked_packages_are_installed_first_and_the_package_without_asking_for_more(name: str, job: str) -> None:
    commands = [command for command, _ in commands_of(read_workflow(name), job)]
    assert commands[0] == INSTALLATION
    assert all(command.startswith("newsbrief ") for command in commands[1:])


def test_the_address_of_the_site_is_the_one_that_github_tells() -> None:
    workflow = read_workflow("pages")
    (configured,) = [step for step in steps_of(workflow) if step.get("uses", "").startswith("actions/configure-pages@")]
    assert configured["id"] == "pages"
    told = [step["env"] for step in steps_of(workflow) if "$BASE_URL" in step.get("run", "")]
    assert told and all(each == {"BASE_URL": "${{ steps.pages.outputs.base_url }}"} for each in told)


def test_what_was_built_is_what_is_deployed() -> None:
    workflow = read_workflow("pages")
    (upload,) = [step for step in steps_of(workflow, "build") if "upload-pages-artifact" in step.get("uses", "")]
    assert upload == steps_of(workflow, "build")[-1] and upload["with"] == {"path": "_site"}
    deploy = workflow["jobs"]["deploy"]
    assert deploy["needs"] == "build"
    (step,) = deploy["steps"]
    assert step["uses"].startswith("actions/deploy-pages@")
    url = f"${{{{ steps.{step['id']}.outputs.page_url }}}}"
    assert deploy["environment"] == {"name": "github-pages", "url": url}


def test_the_tests_of_pull_requests_are_the_gate() -> None:
    (command,) = commands_of(read_workflow("check"), "tests")
    assert ".ci/run" in command[0].split()
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert re.findall("run make (.*)", gate) == ['"$@"', "site", "test", "lint"]
    folders = [path.name for path in (ROOT / "content").iterdir() if path.is_dir()]
    assert f'"$(echo content/*/)" = content/{folders[0]}/' in command[0] and len(folders) == 1


@pytest.mark.parametrize("job", ["lowest", "newest"])
def test_other_versions_pass_the_same_gate_with_a_target_of_the_makefile(job: str) -> None:
    (command,) = commands_of(read_workflow("versions"), job)
    (gate,) = commands_of(read_workflow("check"), "tests")
    assert command[0] == gate[0].replace(".ci/run", f".ci/run test-{job}")
    assert re.search(f"(?m)^test-{job}: RESOLUTION := ", (ROOT / "Makefile").read_text(encoding="utf-8"))


def test_dependencies_are_looked_after() -> None:
    watched = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text(encoding="utf-8"))
    assert watched["version"] == 2
    folders = {each["package-ecosystem"]: each["directory"] for each in watched["updates"]}
    assert folders == {"github-actions": "/", "pip": "/requirements"}
    assert {each["schedule"]["interval"] for each in watched["updates"]} == {"monthly"}


def test_publishing_takes_five_lines_and_edits_in_content_only() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = readme.split("\n## Publish\n")[1].split("\n### ")[0]
    (steps,) = [block.strip().split("\n") for block in section.split("\n\n") if block.lstrip().startswith("1. ")]
    assert [step[:3] for step in steps] == ["1. ", "2. ", "3. ", "4. ", "5. "]
    edited = [path for step in steps for path in re.findall("`(content/[^`]*)`", step)]
    assert edited == ["content/site.yaml", "content/libya-2019/"]
    assert all((ROOT / path).exists() for path in edited)


# What the steps do, in a clone


class Runner:
    """A machine that runs the steps of one job in a clone, with the environment of Python in the folder `python`."""

    def __init__(self, folder: Path, python: Path) -> None:
        self.clone = folder / "clone"
        clone(self.clone)
        self.environment = {
            **environment(None),
            **{key: value for key, value in os.environ.items() if key.upper().startswith(OF_THE_NETWORK)},
            "PATH": f"{python / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self.clone),
            "RUNNER_TEMP": str(folder),
        }
        for name in ("GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY"):
            (folder / name).touch()
            self.environment[name] = str(folder / name)

    def run(self, command: str, variables: dict[str, str]) -> Ended:
        """Run one step as GitHub does where it names no shell."""
        command_line = ("bash", "-e", "-c", command)
        return run(*command_line, cwd=self.clone, env=self.environment | variables, patience=600)

    def run_job(self, workflow: str, job: str) -> Ended:
        """Run the steps of a job after the installation until one fails, and return how the last one ended."""
        for command, variables in commands_of(read_workflow(workflow), job):
            if command != INSTALLATION:
                ended = self.run(command, variables)
                if ended.returncode:
                    break
        return ended


def install(python: Path) -> None:
    """Make an environment of Python and run the installation of all jobs in it, in a clone that goes afterwards."""
    run_well(sys.executable, "-m", "venv", python)
    runner = Runner(python.parent, python)
    ended = runner.run(INSTALLATION, {})
    assert ended.returncode == 0, ended.stdout + ended.stderr
    shutil.rmtree(runner.clone)


@pytest.fixture
def runner(shared: Path, tmp_path: Path) -> Runner:
    """A machine with a clone of its own, and with the environment into which Newsbrief was installed for all tests."""
    return Runner(tmp_path, make_once(shared / "installed", install))


@pytest.mark.slow
def test_a_fresh_clone_is_built_for_its_address_and_a_broken_one_is_not(runner: Runner) -> None:
    ended = runner.run_job("pages", "build")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    pages = {
        path.relative_to(runner.clone / "_site").as_posix(): path for path in runner.clone.rglob("_site/**/*.html")
    }
    assert {"index.html", "404.html", "libya-2019/index.html", "glossary/index.html"} <= set(pages)
    for name, path in pages.items():
        found = re.findall('<link rel="canonical" href="([^"]*)"', path.read_text(encoding="utf-8"))
        assert found == ([] if name == "404.html" else [f"{BASE_URL}/{name.removesuffix('index.html')}"])
    changed = run_well("git", "status", "--short", cwd=runner.clone)
    assert changed == ""

    before = {path: path.read_bytes() for path in pages.values()}
    line = break_quotation(runner.clone)
    ended = runner.run_job("pages", "build")
    assert ended.returncode == 1
    assert ended.stdout.startswith(f"::error file=content/libya-2019/facts.yaml,line={line},col=")
    assert {path: path.read_bytes() for path in pages.values()} == before


@pytest.mark.slow
def test_a_pull_request_is_checked_and_its_problems_are_shown_at_their_lines(runner: Runner) -> None:
    ended = runner.run_job("check", "content")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert (runner.clone / "_site" / "index.html").is_file()

    line = break_quotation(runner.clone)
    ended = runner.run_job("check", "content")
    assert ended.returncode == 1
    (annotation,) = ended.stdout.splitlines()
    place = f"::error file=content/libya-2019/facts.yaml,line={line},col="
    assert annotation.startswith(place) and "::quotation is not in the article%0A" in annotation
    assert f"\ncontent/libya-2019/facts.yaml:{line}:" in f"\n{ended.stderr}"
    assert ended.stderr.endswith("1 problem; nothing was written.\n")


@pytest.mark.slow
def test_a_repository_made_from_this_one_is_published_after_the_readmes_two_edits(runner: Runner) -> None:
    content = runner.clone / "content"
    settings = (content / "site.yaml").read_text(encoding="utf-8")
    settings = re.sub("(?m)^title: .*$", "title: Our own desk", settings)
    (content / "site.yaml").write_text(re.sub("(?m)^tagline: .*$", "tagline: News", settings), encoding="utf-8")
    shutil.rmtree(content / "libya-2019")
    write_briefing(runner.clone, "bridge")
    for workflow, job in (("pages", "build"), ("check", "content")):
        ended = runner.run_job(workflow, job)
        assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "Our own desk" in (runner.clone / "_site" / "bridge" / "index.html").read_text(encoding="utf-8")
    assert not (runner.clone / "_site" / "libya-2019").exists()

    (runner.clone / ".ci" / "run").unlink()
    (command,) = commands_of(read_workflow("check"), "tests")
    ended = runner.run(*command)
    assert ended.returncode == 0 and ended.stdout.startswith("::notice::The tests were not run")


def break_quotation(site: Path) -> int:
    """Spoil a quotation of the Libya briefing and return the line in which it stands."""
    sheet = site / "content" / "libya-2019" / "facts.yaml"
    before = sheet.read_text(encoding="utf-8")
    assert before.count("text: humanitarian truce\n") == 1
    sheet.write_text(before.replace("text: humanitarian truce\n", "text: Humanitarian truce\n"), encoding="utf-8")
    return before[: before.index("text: humanitarian truce\n")].count("\n") + 1
