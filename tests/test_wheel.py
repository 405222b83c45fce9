"""The package as it is published: built in a clone, installed alone, and used in a folder that holds nothing else."""

import shutil
import sys
import sysconfig
from pathlib import Path
from zipfile import ZipFile

import pytest

from support.clones import clone
from support.files import bytes_of
from support.markdown_links import dead_links
from support.outputs import make_once
from support.processes import NEWSBRIEF, environment, run_well
from support.sites import ROOT, SITES, write_site

BUILD = "python -P -m build"

PLACES = {"src/newsbrief": "newsbrief", "templates": "newsbrief/theme/templates", "static": "newsbrief/theme/static"}
PLACES |= {
    f"docs/{name}": f"newsbrief/docs/{name}"
    for name in ("tutorial", "how-to", "reference", "explanation", "contributing")
}
"""The folders of the repository that the package holds, and their places in it."""

FILES = ("docs/index.md", "docs/pictures/card.png")
"""The files that it holds besides, in `newsbrief/`."""


def build_wheel(tree: Path, output: Path, *options: str) -> Path:
    """Build the package as CONTRIBUTING says, but with the backend that is installed, and return the wheel."""
    _, *arguments = BUILD.split()
    command = [sys.executable, *arguments, "--no-isolation", *options, "--outdir", str(output)]
    run_well(*command, cwd=tree, env=environment(None))
    (wheel,) = output.glob("*.whl")
    return wheel


def read_wheel(path: Path) -> dict[str, bytes]:
    """Return the files of a wheel by their names."""
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def install_alone(wheel: Path, folder: Path) -> None:
    """Install a wheel into an empty environment.

    What the wheel depends on is read from where it is installed already, but nothing that lies beside it.
    """
    run_well(sys.executable, "-m", "venv", "--without-pip", folder)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index"]
    run_well(*pip, "--disable-pip-version-check", wheel)
    (packages,) = folder.glob("lib/python*/site-packages")
    assert {path.name.partition("-")[0] for path in packages.iterdir()} == {"newsbrief"}
    installed = sysconfig.get_paths()
    (packages / "installed.pth").write_text(f"{installed['purelib']}\n{installed['platlib']}\n", encoding="utf-8")


@pytest.fixture(scope="module")
def tree(shared: Path) -> Path:
    return make_once(shared / "tree", clone)


@pytest.fixture(scope="module")
def wheel(tree: Path, shared: Path) -> Path:
    (wheel,) = make_once(shared / "wheel", lambda folder: build_wheel(tree, folder, "--wheel")).iterdir()
    return wheel


@pytest.fixture(scope="module")
def programs(wheel: Path, shared: Path) -> Path:
    return make_once(shared / "alone", lambda folder: install_alone(wheel, folder)) / "bin"


def test_contributing_says_how_the_package_is_built() -> None:
    assert f"`{BUILD}`" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_wheel_holds_the_code_the_theme_and_all_their_data(tree: Path, wheel: Path) -> None:
    held = {name: data for name, data in read_wheel(wheel).items() if ".dist-info/" not in name}
    folders = {
        f"{place}/{name}": data for folder, place in PLACES.items() for name, data in bytes_of(tree / folder).items()
    }
    assert held == folders | {f"newsbrief/{name}": (tree / name).read_bytes() for name in FILES}


@pytest.mark.slow
def test_the_documentation_is_in_the_wheel_and_the_help_names_its_first_page(programs: Path) -> None:
    shown = run_well(programs / "newsbrief", "--help", env=environment(None))
    first = Path(shown.split("documentation:\n")[1].strip())
    assert first.is_relative_to(programs.parent) and first.read_text(encoding="utf-8").startswith("# Newsbrief")
    # Nothing in it leads out of it.
    assert [fault for page in first.parent.rglob("*.md") for fault in dead_links(page, first.parent)] == []


@pytest.mark.slow
def test_the_wheel_can_be_built_from_the_source_distribution_alone(tree: Path, wheel: Path, tmp_path: Path) -> None:
    # Without --wheel, the package `build` makes the source distribution, unpacks it, and makes the wheel there.
    assert read_wheel(build_wheel(tree, tmp_path)) == read_wheel(wheel)
    assert len(list(tmp_path.glob("*.tar.gz"))) == 1


@pytest.mark.slow
@pytest.mark.parametrize(("language", "briefing"), [("en", "bridge"), ("ar", "jisr")])
def test_the_wheel_alone_builds_a_site_in_an_empty_folder(
    language: str, briefing: str, tree: Path, programs: Path, tmp_path: Path
) -> None:
    place = run_well(programs / "python", "-c", "import newsbrief; print(newsbrief.__file__)", env=environment(None))
    assert Path(place.strip()).is_relative_to(programs.parent)

    config = f"title: Test site\nbase_url: https://example.org\nlanguage: {language}\n"
    alone, beside = (write_site(tmp_path / name, config) for name in ("alone", "beside"))
    if language == "ar":
        for site in (alone, beside):
            shutil.copytree(SITES / "arabic" / "content" / briefing, site / "content" / briefing)
            shutil.rmtree(site / "content" / "bridge")
    said = run_well(programs / "newsbrief", "build", cwd=alone, env=environment(None))
    assert said.startswith("Built ")
    built = bytes_of(alone / "_site")
    assert {"index.html", f"{briefing}/index.html", "glossary/index.html", "feed.xml"} <= set(built)
    assert {Path(name).suffix for name in built if name.startswith("assets/")} >= {".css", ".js", ".woff2", ".svg"}
    assert f'<html lang="{language}"'.encode() in built[f"{briefing}/index.html"]

    run_well(*NEWSBRIEF, "build", cwd=beside, env=environment(tree))
    assert built == bytes_of(beside / "_site")
