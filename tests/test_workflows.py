"""The workflows of GitHub: what they may do, and that their steps do it in a fresh clone."""

import json
import os
import re
import shutil
import tomllib
from pathlib import Path

import pytest
import yaml

from support.processes import run_well
from support.sites import ROOT, write_briefing
from support.workflows import (
    BASE_URL,
    FOLDER,
    INSTALLATION,
    LOCKED,
    LOCKED_DOCS,
    NAMES,
    Runner,
    commands_of,
    make_runner,
    options_of,
    read_workflow,
    steps_of,
)

PYTHONS = re.findall(r"Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
"""The versions of Python that the package names, from the oldest."""

INPUTS = {
    "actions/checkout": {"persist-credentials", "path", "repository", "ref"},
    "actions/setup-python": {"python-version", "cache", "cache-dependency-path"},
    "actions/cache": {"path", "key", "restore-keys"},
    "actions/configure-pages": set(),
    "actions/upload-pages-artifact": {"path"},
    "actions/deploy-pages": set(),
    "actions/upload-artifact": {"name", "path", "if-no-files-found"},
    "actions/download-artifact": {"name", "path"},
    "actions/attest": {"subject-path"},
    "pypa/gh-action-pypi-publish": set(),
}
"""The actions that may be used, GitHub's own and the one that publishes a package, and what they may be given."""

GIVEN = {
    "github.run_attempt",
    "github.run_id",
    "github.token",
    "inputs.base-url || steps.pages.outputs.base_url",
    "job.workflow_repository",
    "job.workflow_sha",
    "matrix.python",
    "runner.temp",
    "steps.deployment.outputs.page_url",
    "steps.pages.outputs.base_url",
}
"""The expressions that may be used: nobody outside the repository decides what they come to."""

JOB_KEYS = {
    *("needs", "if", "runs-on", "timeout-minutes", "permissions", "concurrency", "environment", "strategy", "steps"),
}

BY_BOUNDS = "versions"
"""The workflow that is there to install other versions than the locked ones."""


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
        assert set(job) <= JOB_KEYS
        assert 0 < job["timeout-minutes"] <= 60
        assert job["permissions"]


def test_only_jobs_that_publish_may_write() -> None:
    jobs = {(name, job): each for name in NAMES for job, each in read_workflow(name)["jobs"].items()}
    permissions = {key: each["permissions"] for key, each in jobs.items()}
    for name in ("pages", "site"):
        assert permissions.pop((name, "build")) == {"contents": "read", "pages": "read"}
    for name in ("pages", "site", "docs"):
        assert permissions.pop((name, "deploy")) == {"pages": "write", "id-token": "write"}
    assert permissions.pop(("release", "attest")) == {"id-token": "write", "attestations": "write"}
    assert permissions.pop(("release", "publish")) == {"id-token": "write"}
    assert permissions.pop(("release", "announce")) == {"contents": "write"}
    assert set(permissions) == {
        ("check", "content"),
        ("check", "tests"),
        ("docs", "build"),
        ("release", "version"),
        ("release", "tests"),
        ("release", "build"),
        ("versions", "lowest"),
        ("versions", "newest"),
    }
    assert all(each == {"contents": "read"} for each in permissions.values())


def test_a_site_that_is_being_put_up_is_not_cut_short() -> None:
    putting_up = read_workflow("pages"), *(read_workflow(name)["jobs"]["deploy"] for name in ("site", "docs"))
    assert [each["concurrency"] for each in putting_up] == 3 * [{"group": "pages", "cancel-in-progress": False}]


@pytest.mark.parametrize("name", NAMES)
def test_every_action_is_pinned_to_a_commit_and_its_version_is_written_beside_it(name: str) -> None:
    lines = re.findall(r"(?m)^ +(?:- )?uses: *(.*)$", (FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    assert len(lines) == sum("uses" in step for step in steps_of(read_workflow(name))) > 0
    for line in lines:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_an_action_has_one_commit_and_one_version_in_all_workflows() -> None:
    texts = [(FOLDER / f"{name}.yml").read_text(encoding="utf-8") for name in NAMES]
    pins = {pin for text in texts for pin in re.findall(r"(?m)uses: (.*)@(.*) # (.*)$", text)}
    assert sorted(action for action, _, _ in pins) == sorted(INPUTS)
    assert len({commit for _, commit, _ in pins}) == len(pins)


@pytest.mark.parametrize("name", NAMES)
def test_only_agreed_actions_are_used_with_agreed_inputs(name: str) -> None:
    for step in steps_of(read_workflow(name)):
        assert ("run" in step) != ("uses" in step)
        if "uses" in step:
            assert set(step.get("with", {})) <= INPUTS[step["uses"].partition("@")[0]]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_from_outside_is_written_into_a_command(name: str) -> None:
    for step in steps_of(read_workflow(name)):
        assert "${{" not in step.get("run", "")
    expressions = re.findall(r"\$\{\{ *(.*?) *\}\}", (FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    assert set(expressions) <= GIVEN


@pytest.mark.parametrize("name", NAMES)
def test_no_workflow_runs_with_more_rights_than_who_started_it(name: str) -> None:
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(read_workflow(name)["on"])


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


@pytest.mark.parametrize("name", NAMES)
def test_nothing_else_is_kept_from_one_run_to_the_next(name: str) -> None:
    # Of what pip keeps, it takes only files that have the locked hashes, since nothing that it built is among it.
    caching = [
        (name, job)
        for job, each in read_workflow(name)["jobs"].items()
        for options in options_of("actions/setup-python", each)
        if set(options) != {"python-version"}
    ]
    assert set(caching) <= {("pages", "build"), ("check", "content"), ("check", "tests"), ("site", "build")}


@pytest.mark.parametrize("name", [name for name in NAMES if name != BY_BOUNDS])
def test_only_what_is_locked_is_installed_by_its_hash_and_as_it_was_published(name: str) -> None:
    for job in read_workflow(name)["jobs"]:
        for command, *_ in commands_of(read_workflow(name), job):
            assert "install" not in command or command in (LOCKED, LOCKED_DOCS, INSTALLATION)
            assert not re.search(r"\b(npm|npx|pipx|uvx?|curl|wget|apt(-get)?)\b", command)
            assert re.findall(r"\.ci/run\b.*", command) in ([], [".ci/run"])


def test_the_gate_installs_by_hash_and_builds_nothing_that_it_installs() -> None:
    assert "\nexport PIP_ONLY_BINARY=:all:\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    rules = re.split(r"\n(?=\S)", makefile)
    (packages,) = [rule for rule in rules if rule.startswith("$(VENV)/site $(VENV)/docs $(VENV)/dev:")]
    assert [line.split("$(INSTALL) ")[1] for line in packages.splitlines() if "$(INSTALL)" in line] == [
        "--require-hashes --requirement $<",
        "--no-deps --no-build-isolation --editable .",
    ]
    (checker,) = [rule for rule in rules if rule.startswith("$(CHECKER):")]
    assert "$(NPM) ci;" in checker
    lock = json.loads((ROOT / "tests" / "tools" / "package-lock.json").read_text(encoding="utf-8"))
    wanted = json.loads((ROOT / "tests" / "tools" / "package.json").read_text(encoding="utf-8"))
    assert lock["packages"].pop("") == {"dependencies": wanted["dependencies"]}
    assert lock["packages"] and all(each["integrity"].startswith("sha512-") for each in lock["packages"].values())


@pytest.mark.parametrize(("name", "job"), [("pages", "build"), ("check", "content"), ("site", "build")])
def test_the_locked_packages_are_installed_first_and_the_package_without_asking_for_more(name: str, job: str) -> None:
    commands = [command for command, *_ in commands_of(read_workflow(name), job)]
    assert commands[0] == INSTALLATION
    assert all(command.startswith("newsbrief ") for command in commands[1:] if command != ROOM)


def test_the_address_of_the_site_is_the_one_that_github_tells() -> None:
    workflow = read_workflow("pages")
    (configured,) = [step for step in steps_of(workflow) if step.get("uses", "").startswith("actions/configure-pages@")]
    assert configured["id"] == "pages"
    told = [step["env"] for step in steps_of(workflow) if "$BASE_URL" in step.get("run", "")]
    assert told and all(each == {"BASE_URL": "${{ steps.pages.outputs.base_url }}"} for each in told)


def test_what_was_built_is_what_is_deployed() -> None:
    workflow = read_workflow("pages")
    (upload,) = [step for step in steps_of(workflow, "build") if "upload-pages-artifact" in step.get("uses", "")]
    assert upload == steps_of(workflow, "build")[-1] and upload["with"] == {"path": "${{ runner.temp }}/site"}
    for command, *_ in commands_of(workflow, "build")[1:]:
        assert '--output "$RUNNER_TEMP/site"' in command
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
    assert folders == {"github-actions": "/", "pip": "/requirements", "npm": "/tests/tools"}
    assert all((ROOT / folder.strip("/")).is_dir() for folder in folders.values())
    assert {each["schedule"]["interval"] for each in watched["updates"]} == {"monthly"}


def test_publishing_takes_five_lines_and_edits_in_content_only() -> None:
    page = (ROOT / "docs" / "how-to" / "publish-on-github-pages.md").read_text(encoding="utf-8")
    section = page.split("\n## From a copy of the repository\n")[1].split("\n## ")[0]
    (steps,) = [block.strip().split("\n") for block in section.split("\n\n") if block.lstrip().startswith("1. ")]
    assert [step[:3] for step in steps] == ["1. ", "2. ", "3. ", "4. ", "5. "]
    edited = [path for step in steps for path in re.findall("`(content/[^`]*)`", step)]
    assert edited == ["content/site.yaml", "content/libya-2019/"]
    assert all((ROOT / path).exists() for path in edited)


# The workflow that other repositories call


ROOM = "rm -rf _site .newsbrief"


def test_another_repository_says_only_where_its_site_is_published() -> None:
    called = read_workflow("site")["on"]
    assert set(called) == {"workflow_call"}
    assert [(name, each["type"], each["default"]) for name, each in called["workflow_call"]["inputs"].items()] == [
        ("base-url", "string", "")
    ]


def test_the_program_is_of_the_commit_at_which_the_workflow_is_called_and_lies_beside_the_site() -> None:
    site, program = options_of("actions/checkout", read_workflow("site")["jobs"]["build"])
    assert set(site) == {"persist-credentials", "path"}
    assert program["repository"] == "${{ job.workflow_repository }}" and program["ref"] == "${{ job.workflow_sha }}"
    (python,) = options_of("actions/setup-python", read_workflow("site")["jobs"]["build"])
    assert python["cache-dependency-path"] == f"{program['path']}/requirements/site.txt"
    folders = {command.run: command.folder for command in commands_of(read_workflow("site"), "build")}
    assert folders.pop(INSTALLATION) == program["path"]
    assert set(folders.values()) == {site["path"]}


def test_only_what_a_run_has_built_is_restored_and_every_run_keeps_its_own() -> None:
    steps = steps_of(read_workflow("site"), "build")
    (cache,) = [step for step in steps if step.get("uses", "").startswith("actions/cache@")]
    room = next(step for step in steps if step.get("run") == ROOM)
    assert steps.index(room) < steps.index(cache)
    kept = [f"{room['working-directory']}/{name}" for name in ROOM.split()[2:]]
    assert cache["with"]["path"].split() == kept
    assert cache["with"]["key"].startswith(cache["with"]["restore-keys"])
    assert "github.run_id" in cache["with"]["key"]


def test_of_a_pull_request_the_site_is_kept_to_look_at_and_nothing_is_put_up() -> None:
    workflow = read_workflow("site")
    (preview,) = [step for step in steps_of(workflow, "build") if "upload-artifact@" in step.get("uses", "")]
    (upload,) = [step for step in steps_of(workflow, "build") if "upload-pages-artifact@" in step.get("uses", "")]
    assert preview["if"] == "github.event_name == 'pull_request'"
    assert upload["if"] == "github.event_name != 'pull_request'"
    assert preview["with"]["path"] == upload["with"]["path"] == "site/_site"
    deploy = workflow["jobs"]["deploy"]
    assert deploy["needs"] == "build" and upload["if"] in deploy["if"] and "default_branch" in deploy["if"]


@pytest.mark.parametrize(
    ("name", "page"),
    [("site", "docs/how-to/keep-content-in-its-own-repository.md"), ("docs", "CONTRIBUTING.md")],
)
def test_how_to_call_it_is_written_down_with_the_rights_that_it_needs(name: str, page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    examples = re.findall(r"(?s)```yaml\n(.*?)```", text)
    (example,) = [yaml.safe_load(each) for each in examples if f"{name}.yml@" in each]
    (job,) = example["jobs"].values()
    wanted: dict[str, str] = {}
    for each in read_workflow(name)["jobs"].values():
        for right, how in each["permissions"].items():
            wanted[right] = max(how, wanted.get(right, "read"))
    assert job["permissions"] == wanted
    assert job["uses"].partition("@")[0].endswith(f"/.github/workflows/{name}.yml")


# The workflow by which another repository publishes the documentation


def test_the_documentation_that_is_published_is_of_the_commit_at_which_the_workflow_is_called() -> None:
    workflow = read_workflow("docs")
    assert workflow["on"] == {"workflow_call": None}
    (checkout,) = options_of("actions/checkout", workflow["jobs"]["build"])
    assert checkout["repository"] == "${{ job.workflow_repository }}" and checkout["ref"] == "${{ job.workflow_sha }}"
    assert commands_of(workflow, "build")[0].run == LOCKED_DOCS
    (upload,) = options_of("actions/upload-pages-artifact", workflow["jobs"]["build"])
    assert upload == {"path": "${{ runner.temp }}/docs"}
    assert workflow["jobs"]["deploy"]["needs"] == "build"


# What the steps do, in a clone


@pytest.fixture
def runner(shared: Path, tmp_path: Path) -> Runner:
    return make_runner(shared, tmp_path)


@pytest.mark.slow
def test_a_fresh_clone_is_built_for_its_address_and_a_broken_one_is_not(runner: Runner) -> None:
    # What somebody has committed as an output is not published.
    (runner.clone / "_site").mkdir()
    (runner.clone / "_site" / "committed.html").touch()
    ended = runner.run_job("pages", "build")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    site = runner.temporary / "site"
    pages = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    assert {"index.html", "404.html", "libya-2019/index.html", "glossary/index.html"} <= set(pages)
    assert "committed.html" not in pages
    for name, path in pages.items():
        found = re.findall('<link rel="canonical" href="([^"]*)"', path.read_text(encoding="utf-8"))
        # What is embedded elsewhere is a part of its briefing.
        address = f"{BASE_URL}/{name.removesuffix('index.html').removesuffix('embed/')}"
        assert found == ([] if name == "404.html" else [address])
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
    assert (runner.temporary / "site" / "index.html").is_file()

    line = break_quotation(runner.clone)
    ended = runner.run_job("check", "content")
    assert ended.returncode == 1
    (annotation,) = ended.stdout.splitlines()
    place = f"::error file=content/libya-2019/facts.yaml,line={line},col="
    assert annotation.startswith(place) and "::quotation is not in the article%0A" in annotation
    assert f"\ncontent/libya-2019/facts.yaml:{line}:" in f"\n{ended.stderr}"
    assert ended.stderr.endswith("1 problem.\n")


@pytest.mark.slow
def test_a_repository_made_from_this_one_is_published_after_the_guides_two_edits(runner: Runner) -> None:
    content = runner.clone / "content"
    settings = (content / "site.yaml").read_text(encoding="utf-8")
    settings = re.sub("(?m)^title: .*$", "title: Our own desk", settings)
    (content / "site.yaml").write_text(re.sub("(?m)^tagline: .*$", "tagline: News", settings), encoding="utf-8")
    shutil.rmtree(content / "libya-2019")
    write_briefing(runner.clone, "bridge")
    for workflow, job in (("pages", "build"), ("check", "content")):
        ended = runner.run_job(workflow, job)
        assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "Our own desk" in (runner.temporary / "site" / "bridge" / "index.html").read_text(encoding="utf-8")
    assert not (runner.temporary / "site" / "libya-2019").exists()

    (runner.clone / ".ci" / "run").unlink()
    (command,) = commands_of(read_workflow("check"), "tests")
    ended = runner.run(command)
    assert ended.returncode == 0 and ended.stdout.startswith("::notice::The tests were not run")


@pytest.mark.slow
def test_a_repository_of_content_alone_is_built_and_gone_on_with(runner: Runner) -> None:
    site = runner.clone / "site"
    shutil.copytree(runner.clone / "content", site / "content")
    (site / "_site").mkdir()
    (site / "_site" / "committed.html").touch()
    ended = runner.run_job("site", "build")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert not (site / "_site" / "committed.html").exists()
    page = (site / "_site" / "libya-2019" / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{BASE_URL}/libya-2019/">' in page

    # The next run begins where the cache puts back what this one built.
    _, _, build, _ = commands_of(read_workflow("site"), "build")
    assert runner.run(build).stderr.endswith("Nothing has changed.\n")
    line = break_quotation(site)
    ended = runner.run(build)
    assert ended.returncode == 1
    assert ended.stdout.startswith(f"::error file=content/libya-2019/facts.yaml,line={line},col=")


def break_quotation(site: Path) -> int:
    """Spoil a quotation of the Libya briefing and return the line in which it stands."""
    sheet = site / "content" / "libya-2019" / "facts.yaml"
    before = sheet.read_text(encoding="utf-8")
    assert before.count("text: humanitarian truce\n") == 1
    sheet.write_text(before.replace("text: humanitarian truce\n", "text: Humanitarian truce\n"), encoding="utf-8")
    return before[: before.index("text: humanitarian truce\n")].count("\n") + 1
