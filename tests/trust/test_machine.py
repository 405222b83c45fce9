"""A site is built again when the machine changes: the libraries installed on it, and what they can do.

Most tests change the surroundings of a real process between two builds of one site. What such a pair of builds makes is
held against a clean build in the surroundings of the second.

Where compiled templates cannot be kept beside the theme, they are kept in the process and in the user's cache folder.
"""

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsbrief.outputs.share_card.typeface import can_shape
from support.files import bytes_of
from support.processes import NEWSBRIEF, environment, run, run_well
from support.sites import ROOT, SITES

pytestmark = pytest.mark.slow

CARDS = "base_url: https://bridge.example\n"


def build(site: Path, output: str = "_site", **surroundings: str) -> str:
    """Build a site, and return why anything was made again; a build after it says that nothing has changed."""
    command = (*NEWSBRIEF, "build", "--explain", "--quiet", "--site", site, "--output", site / output)
    why = run_explaining(command, **surroundings)
    assert run_explaining(command, **surroundings) == "Nothing has changed.\n"
    return why


def run_explaining(command: tuple[object, ...], **surroundings: str) -> str:
    code = "import os, sys; os.dup2(1, 2); os.execv(sys.argv[1], sys.argv[1:])"
    return run_well(sys.executable, "-c", code, *command, env=environment(**surroundings))


def hide_fribidi(folder: Path) -> dict[str, str]:
    """Return surroundings in which the loader comes upon a file that is no library in place of FriBiDi."""
    folder.mkdir()
    for name in ("libfribidi.so", "libfribidi.so.0"):
        (folder / name).write_bytes(b"no library")
    return {"LD_LIBRARY_PATH": str(folder)}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems look for libraries in another way")
@pytest.mark.skipif(not can_shape(), reason="Pillow finds no FriBiDi (Debian: apt-get install libfribidi0)")
@pytest.mark.parametrize("comes", [True, False], ids=["comes", "goes"])
def test_cards_in_arabic_are_as_in_a_clean_build_when_fribidi_comes_or_goes(tmp_path: Path, comes: bool) -> None:
    site = shutil.copytree(SITES / "arabic", tmp_path / "site")
    with (site / "content" / "site.yaml").open("a", encoding="utf-8") as config:
        config.write(CARDS)
    surroundings: list[dict[str, str]] = [hide_fribidi(tmp_path / "hidden"), {}]
    before, after = surroundings if comes else reversed(surroundings)
    build(site, **before)
    assert "versions" in build(site, **after)
    build(site, "clean", **after)
    assert bytes_of(site / "_site") == bytes_of(site / "clean")
    assert bool(list((site / "_site").glob("*/card.png"))) is comes
    # All other pages name the site's card: where its words cannot be shaped, it has the name of Newsbrief.
    assert (site / "_site" / "card.png").is_file()


def copy_library(name: str, folder: Path) -> Path:
    """Copy a library, and the records of its installation, and return its folder."""
    spec = importlib.util.find_spec(name)
    assert spec and spec.origin
    source = Path(spec.origin).parent
    (record,) = source.parent.glob(f"{name}-*.dist-info")
    shutil.copytree(record, folder / record.name)
    return shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))


def install_version(library: Path) -> None:
    """Leave the records of another version, and nothing else."""
    (record,) = library.parent.glob("*.dist-info")
    record.rename(record.with_name(f"{library.name}-99.dist-info"))


def install_build(library: Path) -> None:
    """Leave the records of the same version in another build."""
    (record,) = library.parent.glob("*.dist-info/RECORD")
    record.write_text(record.read_text(encoding="utf-8") + "\n", encoding="utf-8")


def replace_module(library: Path) -> None:
    """Change one module of many, as an installation does that gives all files one time; the size stays, too."""
    module = library / "filters.py"
    times = module.stat().st_atime_ns, module.stat().st_mtime_ns
    text = module.read_text(encoding="utf-8")
    assert "return soft_str(s).upper()" in text
    module.write_text(text.replace("return soft_str(s).upper()", "return soft_str(s).lower()"), encoding="utf-8")
    os.utime(module, ns=times)


@pytest.mark.parametrize("change", [install_version, install_build, replace_module])
def test_everything_is_built_again_with_another_version_of_a_library(
    site: Path, tmp_path: Path, change: Callable[[Path], None]
) -> None:
    library = copy_library("jinja2", tmp_path / "packages")
    (site / "templates").mkdir()
    (site / "templates" / "404.html").write_text("<p>{{ 'Bridge'|upper }}</p>", encoding="utf-8")
    path = os.pathsep.join((str(library.parent), str(ROOT / "src")))
    build(site, PYTHONPATH=path)
    assert (site / "_site" / "404.html").read_text(encoding="utf-8") == "<p>BRIDGE</p>"
    change(library)
    assert "versions" in build(site, PYTHONPATH=path)
    build(site, "clean", PYTHONPATH=path)
    assert bytes_of(site / "_site") == bytes_of(site / "clean")


def test_everything_is_built_again_where_a_library_is_told_to_draw_otherwise(site: Path) -> None:
    (site / "content" / "site.yaml").write_text(f"title: Test site\n{CARDS}", encoding="utf-8")
    build(site)
    told = {"FREETYPE_PROPERTIES": "truetype:interpreter-version=35"}
    assert "versions" in build(site, **told)
    build(site, "clean", **told)
    assert bytes_of(site / "_site") == bytes_of(site / "clean")


COUNT = """\
import sys
count = 0

def note(event, arguments):
    global count
    count += event == "compile" and str(arguments[1]).endswith(".html")

sys.addaudithook(note)
"""
"""Counts the templates that are compiled: Python reports whatever is compiled."""

COUNTING = f"""\
{COUNT}from newsbrief.cli.main import main
assert main(sys.argv[1:]) == 0
print(count)
"""
EDITING = f"""\
{COUNT}from pathlib import Path
from newsbrief.build.request import BuildRequest
from newsbrief.serve.memory import SiteMemory

site, counts = Path(sys.argv[1]), []
memory = SiteMemory(BuildRequest(site))
article = site / "content" / "bridge" / "article.md"
for word in ("letter", "message", "speech"):
    article.write_text(article.read_text().replace("in a letter", f"in a {{word}}"))
    files = memory.rebuild(["content/bridge/article.md"] if counts else []).files
    counts.append(count)
print(*counts)
"""


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder with a copy of the package, whose theme has no place for compiled templates."""
    source = tmp_path / "installed"
    # What Python has compiled of the modules comes along.
    shutil.copytree(ROOT / "src" / "newsbrief", source / "src" / "newsbrief")
    shutil.copytree(ROOT / "templates", source / "templates", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "static", source / "static")
    return source


def test_an_edit_in_a_preview_compiles_no_template_again(site: Path, installed: Path) -> None:
    first, *later = run_well(sys.executable, "-c", EDITING, site, env=environment(installed)).split()
    assert int(first) > 0
    assert later == [first, first]


def count_compiled(source: Path, site: Path, **surroundings: str) -> int:
    """Make everything of a site again, with the package in `source`; return how many templates were compiled."""
    arguments = ("build", "--full", "--quiet", "--site", site)
    return int(run_well(sys.executable, "-c", COUNTING, *arguments, env=environment(source, **surroundings)))


@pytest.mark.parametrize("why", ["read-only", "PYTHONDONTWRITEBYTECODE"])
def test_compiled_templates_are_kept_in_the_users_cache_folder(
    site: Path, tmp_path: Path, installed: Path, why: str
) -> None:
    surroundings = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONDONTWRITEBYTECODE": "1"}
    beside = installed / "templates" / "__pycache__"
    if why == "read-only":
        # Permissions do not hold back root.
        beside.write_bytes(b"")
        surroundings["PYTHONDONTWRITEBYTECODE"] = ""
    assert count_compiled(installed, site, **surroundings) > 0
    assert count_compiled(installed, site, **surroundings) == 0
    assert beside.is_file() or not beside.exists()
    assert [path.name.startswith("templates.") for path in (tmp_path / "cache" / "newsbrief").iterdir()] == [True]
    clean = bytes_of(site / "_site")
    (kept,) = (tmp_path / "cache" / "newsbrief").iterdir()
    damages = (b"", b"\xf3" * 400, kept.read_bytes()[:-1], b"\0" * 32 + kept.read_bytes()[32:])
    # They are read alike, whyever they were kept here.
    for damage in damages if why == "read-only" else damages[:1]:
        kept.write_bytes(damage)
        assert count_compiled(installed, site, **surroundings) > 0
        assert bytes_of(site / "_site") == clean


def test_compiled_templates_in_the_folder_of_a_site_are_not_run(site: Path, tmp_path: Path, installed: Path) -> None:
    count_compiled(installed, site, XDG_CACHE_HOME=str(tmp_path / "cache"))
    clean = bytes_of(site / "_site")
    (kept,) = (tmp_path / "cache" / "newsbrief").iterdir()
    forged = site / "cache" / "newsbrief" / kept.name
    forged.parent.mkdir(parents=True)
    forge = """\
import marshal, sys
from pathlib import Path
from newsbrief.theme.template_cache import _decode, _digest
read, write = map(Path, sys.argv[1:])
code = marshal.dumps(compile("raise SystemExit('forged')", "x", "exec"))
body = marshal.dumps({name: (checksum, code) for name, (checksum, _) in _decode(read.read_bytes()).items()})
write.write_bytes(_digest(body) + body)
"""
    run_well(sys.executable, "-c", forge, kept, forged, env=environment(installed))
    before = forged.read_bytes()
    (tmp_path / "link").symlink_to(site / "cache")
    for folder in (site / "cache", tmp_path / "link"):
        assert count_compiled(installed, site, XDG_CACHE_HOME=str(folder)) > 0
        assert bytes_of(site / "_site") == clean
    assert forged.read_bytes() == before
    # From the user's own folder they would be run.
    shutil.copy(forged, kept)
    arguments = ("build", "--full", "--site", site)
    surroundings = environment(installed, XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert "forged" in run(sys.executable, "-c", COUNTING, *arguments, env=surroundings).stderr
