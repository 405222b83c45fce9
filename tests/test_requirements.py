"""The locked versions of requirements/, which `make site` and `make test` install: complete, in bounds, and by hash."""

import re
import tomllib
from collections.abc import Iterable

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from support.sites import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NEEDED = PROJECT["project"]["dependencies"]
EXTRAS = PROJECT["project"]["optional-dependencies"]
BACKEND = PROJECT["build-system"]["requires"]


def read_lock(name: str) -> dict[str, str]:
    """Return what follows each package's name in a file of requirements/: the version, where it is for, the hashes."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.sub(r"(?m)^\s*#.*\n", "", text).replace("\\\n", "").strip().split("\n")
    return dict(entry.split("==", 1) for entry in entries)


def missing(wanted: Iterable[str], locked: dict[str, str]) -> list[str]:
    """Return the requirements that no locked package keeps."""
    requirements = [Requirement(each) for each in wanted]
    versions = {package: entry.split()[0] for package, entry in locked.items()}
    return [
        str(each)
        for each in requirements
        if canonicalize_name(each.name) != "newsbrief"
        and not each.specifier.contains(versions.get(canonicalize_name(each.name), "0"))
    ]


@pytest.mark.parametrize("name", ["site", "docs", "dev"])
def test_every_locked_package_has_one_version_and_its_hashes(name: str) -> None:
    for package, entry in read_lock(name).items():
        assert re.fullmatch(r"[0-9][0-9a-z.]*( *;[^\\]*?)?( +--hash=sha256:[0-9a-f]{64})+ *", entry), package


@pytest.mark.parametrize("name", ["site", "docs", "dev"])
def test_the_lock_names_no_place_that_packages_come_from(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    assert not re.search(r"://|--(?!hash)[a-z]|@ ", text)


def test_a_site_is_built_with_every_dependency_in_a_version_that_is_allowed() -> None:
    assert missing([*NEEDED, *BACKEND], read_lock("site")) == []


def test_the_tests_run_with_every_extra_in_a_version_that_is_allowed() -> None:
    assert missing([*NEEDED, *BACKEND, *(each for extra in EXTRAS.values() for each in extra)], read_lock("dev")) == []


def test_the_documentation_is_built_with_every_package_in_a_version_that_is_allowed() -> None:
    assert missing(EXTRAS["docs"], read_lock("docs")) == []


@pytest.mark.parametrize("name", ["site", "docs"])
def test_the_tests_run_with_the_packages_that_everything_is_built_with(name: str) -> None:
    locked = read_lock("dev")
    for package, entry in read_lock(name).items():
        # A package may be for more systems where more packages need it.
        assert entry.split(";")[0].split()[0] == locked[package].split(";")[0].split()[0]
        assert set(re.findall("sha256:[0-9a-f]+", entry)) == set(re.findall("sha256:[0-9a-f]+", locked[package]))


def test_the_backend_that_is_locked_is_the_one_that_builds() -> None:
    assert PROJECT["dependency-groups"]["backend"] == BACKEND


def test_a_bound_is_a_lowest_version_and_nothing_else() -> None:
    for each in [*NEEDED, *BACKEND, *(each for extra in EXTRAS.values() for each in extra)]:
        requirement = Requirement(each)
        assert requirement.name == "newsbrief" or [part.operator for part in requirement.specifier] == [">="], each
