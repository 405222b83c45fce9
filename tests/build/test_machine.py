"""The machine as a text: it names whatever decides what is built."""

import sys
from pathlib import Path

import PIL
import pytest

from newsbrief.build.incremental.machine import LIBRARIES, describe_drawing, describe_libraries
from support.processes import environment, run_well

NEUTRAL = {"_distutils_hack", "newsbrief", "platformdirs", "pytz", "typing_extensions", "watchfiles"}
"""Packages that no built byte depends on; Babel loads pytz where it is installed, and no page has a time zone."""

IMPORTED = """\
import sys
sys.argv[1:] = {arguments}
from newsbrief.cli.main import main
assert main() == 0
print(*{{name.partition(".")[0] for name in sys.modules}} - sys.stdlib_module_names, sep="\\n")
"""


def packages_of(folder: Path) -> set[str]:
    return {path.name.partition(".")[0] for path in folder.iterdir()}


@pytest.mark.parametrize("command", ["build", "check"])
def test_every_library_that_a_build_uses_is_among_them(site: Path, command: str) -> None:
    (site / "content" / "site.yaml").write_text("title: Site\nbase_url: https://post.example\n", encoding="utf-8")
    arguments = [command, "--quiet", "--site", str(site)]
    printed = run_well(sys.executable, "-c", IMPORTED.format(arguments=arguments), env=environment())
    installed = packages_of(Path(PIL.__file__).parents[1])
    used = {name for name in printed.split() if name in installed}
    assert used - LIBRARIES.keys() - NEUTRAL == set()
    assert "yaml" in used
    # A check renders nothing, and begins sooner without Jinja.
    assert ("jinja2" in used) == (command == "build")


def test_each_library_is_named_with_its_version() -> None:
    text = describe_libraries()
    for name in ("babel", "jinja2", "nh3", "pillow", "pyyaml", "python_slugify"):
        assert f"/{name}-" in text.lower(), name


def test_the_texts_are_the_same_in_every_process_and_whatever_it_has_imported() -> None:
    code = "{}\nfrom newsbrief.build.incremental.machine import *\nprint(describe_libraries(), describe_drawing())"
    others = "import ctypes, sqlite3, zlib, PIL.Image, PIL.features, babel.dates, lxml.etree"
    printed = {run_well(sys.executable, "-c", code.format(first), env=environment()) for first in ("", others)}
    assert len(printed) == 1


@pytest.mark.parametrize("name", ["FREETYPE_PROPERTIES", "HB_SHAPER_LIST"])
def test_variables_that_change_what_is_drawn_are_part_of_both(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = describe_libraries(), describe_drawing()
    monkeypatch.setenv(name, "other")
    assert describe_libraries() != before[0]
    assert describe_drawing() != before[1]
