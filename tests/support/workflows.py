"""The workflows of GitHub, read, and a machine that runs their steps in a fresh clone."""

import os
import shutil
import sys
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from support.clones import clone
from support.outputs import make_once
from support.processes import Ended, environment, run, run_well
from support.sites import ROOT

FOLDER = ROOT / ".github" / "workflows"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yml"))

LOCKED = "pip install --require-hashes --only-binary :all: --requirement requirements/site.txt\n"
"""The installation of what builds a site and the package. Nothing is built that could ask for more, without a hash."""

LOCKED_DOCS = LOCKED.replace("site.txt", "docs.txt")
"""The installation of what builds the documentation."""

INSTALLATION = f"{LOCKED}pip install --no-deps --no-build-isolation .\n"
"""The first command of every job that uses the package."""

BASE_URL = "https://someone.github.io/some-repo"
EXPRESSIONS = {
    "${{ steps.pages.outputs.base_url }}": BASE_URL,
    "${{ inputs.base-url || steps.pages.outputs.base_url }}": BASE_URL,
}
"""The values of the expressions in the `env` of steps that are run here."""

OF_THE_NETWORK = ("HOME", "HTTP_", "HTTPS_", "NO_PROXY", "PIP_", "REQUESTS_", "SSL_", "USERPROFILE")
"""How variables begin, in capitals, without which some machines reach no package."""

Workflow = dict[str, Any]


def read_workflow(name: str) -> Workflow:
    """Return a workflow by the name of its file."""
    workflow = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    assert isinstance(workflow, dict)
    return workflow


def steps_of(workflow: Workflow, job: str | None = None) -> list[dict[str, Any]]:
    """Return the steps of one job, or of all."""
    return [step for name, each in workflow["jobs"].items() if job in (None, name) for step in each["steps"]]


def options_of(action: str, job: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what a job's steps give to an action."""
    return [step["with"] for step in job["steps"] if step.get("uses", "").startswith(f"{action}@")]


class Command(NamedTuple):
    """What a step runs, in which folder of the workspace, with which variables of its own."""

    run: str
    variables: dict[str, str]
    folder: str


def commands_of(workflow: Workflow, job: str) -> list[Command]:
    """Return what a job's steps run, in order."""
    return [
        Command(
            step["run"],
            {key: EXPRESSIONS.get(value, value) for key, value in step.get("env", {}).items()},
            step.get("working-directory", ""),
        )
        for step in steps_of(workflow, job)
        if "run" in step
    ]


class Runner:
    """A machine that runs the steps of one job in a clone, with the environment of Python in the folder `python`."""

    def __init__(self, folder: Path, python: Path) -> None:
        self.clone = folder / "clone"
        self.temporary = folder / "temporary"
        self.temporary.mkdir()
        clone(self.clone)
        self.environment = {
            **environment(None),
            **{key: value for key, value in os.environ.items() if key.upper().startswith(OF_THE_NETWORK)},
            "PATH": f"{python / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self.clone),
            "RUNNER_TEMP": str(self.temporary),
        }
        for name in ("GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY"):
            (folder / name).touch()
            self.environment[name] = str(folder / name)

    def run(self, command: Command) -> Ended:
        """Run one step as GitHub does where it names no shell."""
        line = ("bash", "-e", "-c", command.run)
        return run(*line, cwd=self.clone / command.folder, env=self.environment | command.variables, patience=600)

    def run_job(self, workflow: str, job: str) -> Ended:
        """Run the steps of a job after the installation until one fails, and return how the last one ended."""
        for command in commands_of(read_workflow(workflow), job):
            if command.run not in (LOCKED, INSTALLATION):
                ended = self.run(command)
                if ended.returncode:
                    break
        return ended


def install(python: Path) -> None:
    """Make an environment of Python and run the installation of all jobs in it, in a clone that goes afterwards."""
    run_well(sys.executable, "-m", "venv", python)
    folder = python.with_name("installing")
    folder.mkdir()
    runner = Runner(folder, python)
    ended = runner.run(Command(INSTALLATION, {}, ""))
    assert ended.returncode == 0, ended.stdout + ended.stderr
    shutil.rmtree(folder)


def make_runner(shared: Path, folder: Path) -> Runner:
    """Return a machine with a clone of its own, and with the environment that was installed for all tests of a run."""
    return Runner(folder, make_once(shared / "installed", install))
