"""Help, messages and metadata lead to the documentation: at its address where it has one, else on this machine."""

import os
import sys
import tomllib
from pathlib import Path

import pytest

from newsbrief.model.documentation import find_documentation, find_messages, name_page, read_address
from support.processes import NEWSBRIEF, environment, run, run_well
from support.sites import ROOT, write_briefing, write_site

ADDRESS = "https://docs.example.org/newsbrief"
METADATA = f"""\
Metadata-Version: 2.4
Name: newsbrief
Version: 0.1.0
Project-URL: Source, https://example.org/source
Project-URL: Documentation, {ADDRESS}/
"""


@pytest.fixture
def installed(tmp_path: Path) -> dict[str, str]:
    """Return surroundings in which the package is installed with an address of its documentation."""
    records = tmp_path / "packages" / "newsbrief-0.1.0.dist-info"
    records.mkdir(parents=True)
    (records / "METADATA").write_text(METADATA, encoding="utf-8")
    return environment(None, PYTHONPATH=os.pathsep.join([str(records.parent), str(ROOT / "src")]))


def write_broken(folder: Path) -> Path:
    site = write_site(folder / "site")
    write_briefing(site, facts="key_points: [{text: It fell., cite: it fell}]\n", article="It stood.\n")
    return site


def test_help_leads_to_the_address_that_the_metadata_give(installed: dict[str, str]) -> None:
    assert run_well(*NEWSBRIEF, "--help", env=installed).endswith(f"documentation:\n  {ADDRESS}/index.html\n")


def test_problems_lead_to_the_page_that_explains_them(installed: dict[str, str], tmp_path: Path) -> None:
    site = write_broken(tmp_path)
    ended = run(*NEWSBRIEF, "check", "--site", site, env=installed)
    assert ended.returncode == 1
    assert ended.stderr.endswith(f"1 problem.\nWhat each means: {ADDRESS}/reference/messages.html\n")
    assert ADDRESS not in run(*NEWSBRIEF, "check", "--format", "json", "--site", site, env=installed).stderr


def test_a_template_that_may_not_do_something_leads_to_what_templates_may_do(
    installed: dict[str, str], tmp_path: Path
) -> None:
    site = write_site(tmp_path / "site")
    (site / "templates").mkdir()
    (site / "templates" / "404.html").write_text("{{ [].append(1) }}", encoding="utf-8")
    said = run(*NEWSBRIEF, "build", "--site", site, env=installed).stderr
    assert f"what a site's templates may do: {ADDRESS}/reference/templates.html\n" in said


def test_without_an_address_help_names_the_first_page_on_this_machine() -> None:
    place = Path(find_documentation(""))
    assert place == ROOT / "docs" / "index.md" and place.is_file()


def test_the_address_stands_in_one_place_and_pages_that_are_named_are_there() -> None:
    urls = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"].get("urls", {})
    if not urls.get("Documentation"):
        assert read_address() == find_messages() == ""
        assert name_page("reference/templates").startswith("reference/templates.md in the documentation")
    for page in ("index", "reference/messages", "reference/templates"):
        assert (ROOT / "docs" / f"{page}.md").is_file()


def test_a_build_without_changes_does_not_look_for_it(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site")
    run_well(*NEWSBRIEF, "build", "--site", site)
    code = f"import sys; from newsbrief.cli.main import main; main(['build', '--site', {str(site)!r}])"
    shown = run_well(sys.executable, "-c", f"{code}; print(sorted(sys.modules))")
    assert "'newsbrief.cli.main'" in shown
    assert "'importlib.metadata'" not in shown and "newsbrief.model.documentation" not in shown
