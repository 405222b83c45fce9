"""The golden site, built, for tests of rebuilds and of faults."""

import shutil
from pathlib import Path

import pytest

from support.golden_site import build, rest, write_golden_site
from support.outputs import make_once


@pytest.fixture(scope="session")
def golden_model(shared: Path) -> Path:
    """The golden site, built with its drafts. Tests change copies of it."""
    return make_once(shared / "golden", lambda folder: build(write_golden_site(folder), drafts=True))


@pytest.fixture
def golden(golden_model: Path, tmp_path: Path) -> Path:
    """The golden site, built twice, so that what is known of its files can be trusted by their time stamps."""
    site = Path(shutil.copytree(golden_model, tmp_path / "site"))
    rest(site)
    build(site)
    return site
