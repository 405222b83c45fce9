"""Faults of templates: reported at their line, to those who can fix them."""

import pickle
import re
import shutil
from pathlib import Path

import pytest

from newsbrief import __version__
from newsbrief.model.paths import theme_folder
from newsbrief.model.problems import ConfigError, InternalError, Problem
from support.commands import run
from support.sites import FRONT_WITH_A_GAP, ROOT, write_briefing, write_template
from support.whole import build_in_memory

pytestmark = pytest.mark.slow

PARTY = "components/party.html"
SPOILT = "{{ no_such_name }}"


def problem_of(site: Path) -> Problem:
    """Return the one problem of a template of the site's own that keeps a site from being rendered."""
    with pytest.raises(ConfigError) as caught:
        build_in_memory(site)
    assert caught.value.exit_code == 2
    (problem,) = caught.value.problems
    return problem


def fault_of(site: Path) -> tuple[str, int, str]:
    problem = problem_of(site)
    assert problem.hint.startswith("fix the template")
    return problem.path, problem.line, problem.message


def line_of(name: str, text: str) -> int:
    """Return the number of the one line of a theme's template that holds a text."""
    lines = (theme_folder("templates") / name).read_text(encoding="utf-8").splitlines()
    (number,) = (number for number, line in enumerate(lines, 1) if text in line)
    return number


def test_a_name_that_is_not_defined_is_reported_at_its_line(site: Path) -> None:
    write_template(site, "home.html", f"<p>\n{{% if true %}}\n<b>{SPOILT}</b>\n{{% endif %}}\n</p>")
    path, line, message = fault_of(site)
    assert (path, line) == ("templates/home.html", 3)
    assert message == "'no_such_name' is undefined (while rendering index.html)"


def test_an_attribute_that_is_not_defined_is_reported_at_its_line(site: Path) -> None:
    write_template(site, "home.html", "<p>\n\n{{ config.no_such_setting }}</p>")
    path, line, message = fault_of(site)
    assert (path, line) == ("templates/home.html", 3) and "no_such_setting" in message


def test_what_is_called_and_is_not_defined_is_reported_at_its_line(site: Path) -> None:
    write_template(site, "404.html", "\n{{ no_such_function(1) }}")
    path, line, message = fault_of(site)
    assert (path, line) == ("templates/404.html", 2) and "no_such_function" in message


def test_a_fault_in_a_block_of_a_template_that_extends_the_themes_is_reported_at_its_line(site: Path) -> None:
    text = f'{{% extends "base.html" %}}\n{{% block main %}}\n\n{SPOILT}\n{{% endblock %}}\n'
    write_template(site, "home.html", text)
    assert fault_of(site)[:2] == ("templates/home.html", 4)


def test_a_fault_in_a_component_is_reported_there_and_not_where_it_is_used(site: Path) -> None:
    write_briefing(site, front=FRONT_WITH_A_GAP)
    write_template(site, "components/gap.html", f"{{% macro gap(gap, briefing) %}}\n\n{SPOILT}\n{{% endmacro %}}")
    assert fault_of(site)[:2] == ("templates/components/gap.html", 3)


def test_a_fault_in_an_included_template_is_reported_there(site: Path) -> None:
    write_template(site, "home.html", '\n{% include "own.html" %}')
    write_template(site, "own.html", f"\n\n{SPOILT}")
    problem = problem_of(site)
    assert (problem.path, problem.line) == ("templates/own.html", 3)
    assert problem.hint.splitlines()[0] == "fix the template"


def test_only_a_template_that_the_theme_has_may_be_deleted_to_have_the_themes(site: Path) -> None:
    write_template(site, "home.html", SPOILT)
    assert problem_of(site).hint.splitlines()[0] == "fix the template, or delete it to have the theme's own"


def test_a_template_that_uses_what_is_not_there_is_told_where_to_read_what_there_is(site: Path) -> None:
    write_template(site, "home.html", "{{ config.name }}")
    assert "what they may use: reference/what-templates-may-use" in problem_of(site).hint


def test_a_template_that_cannot_be_parsed_is_reported_at_its_line(site: Path) -> None:
    write_template(site, "home.html", "<p>\n{% if %}\n</p>")
    assert fault_of(site)[:2] == ("templates/home.html", 2)


def test_a_component_that_cannot_be_parsed_is_reported_at_its_line(site: Path) -> None:
    write_template(site, PARTY, "\n\n{% macro party( %}")
    assert fault_of(site)[:2] == (f"templates/{PARTY}", 3)


def test_an_unknown_filter_is_reported_at_its_line(site: Path) -> None:
    write_template(site, "home.html", "\n{{ config.title|shout }}")
    path, line, message = fault_of(site)
    assert (path, line) == ("templates/home.html", 2) and "shout" in message


def test_a_template_that_is_missing_is_reported_where_it_is_asked_for(site: Path) -> None:
    write_template(site, "home.html", '\n\n{% extends "nowhere.html" %}')
    path, line, message = fault_of(site)
    assert (path, line) == ("templates/home.html", 3) and "'nowhere.html'" in message


def test_a_static_file_that_is_missing_is_reported_at_the_line_that_wants_it(site: Path) -> None:
    write_template(site, "404.html", "\n{{ asset('no.css') }}")
    path, line, message = fault_of(site)
    assert (path, line) == ("templates/404.html", 2) and "no.css" in message


def test_a_template_that_is_not_utf_8_is_reported_at_its_line(site: Path) -> None:
    write_template(site, PARTY, "")
    (site / "templates" / PARTY).write_bytes(b"one\n\ntw\xf6\n")
    path, line, message = fault_of(site)
    assert (path, line) == (f"templates/{PARTY}", 3) and "not UTF-8" in message


def test_a_text_that_no_catalogue_has_is_the_fault_of_the_template_that_asks_for_it(site: Path) -> None:
    write_template(site, "404.html", '\n{{ say("no-such-text") }}')
    path, line, message = fault_of(site)
    assert (path, line) == ("templates/404.html", 2) and "'no-such-text'" in message


def test_any_exception_is_reported_at_the_line_that_raised_it(site: Path) -> None:
    write_template(site, "404.html", "{% set one = 1 %}\n{{ one / 0 }}")
    assert fault_of(site) == ("templates/404.html", 2, "ZeroDivisionError: division by zero (while rendering 404.html)")


@pytest.mark.parametrize("folder", [".", "..", "x/.."])
def test_a_site_may_be_named_in_every_way(site: Path, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "x").mkdir()
    monkeypatch.chdir(site / "x" if folder == ".." else site)
    write_template(site, "404.html", f"\n{SPOILT}")
    assert fault_of(Path(folder))[:2] == ("templates/404.html", 2)


def test_who_gives_a_component_of_the_theme_too_little_is_at_fault(site: Path) -> None:
    call = '{% from "components/teaser.html" import teaser with context %}\n\n{{ teaser() }}'
    write_template(site, "404.html", call)
    path, line, message = fault_of(site)
    assert (path, line) == ("templates/404.html", 3)
    assert re.search(r"parameter 'briefing' was not provided, in the theme's components/teaser.html:\d+ ", message)


def test_who_gives_a_component_of_the_theme_too_much_is_at_fault(site: Path) -> None:
    call = '{% from "components/teaser.html" import teaser with context %}\n{{ teaser(1, 2, 3) }}'
    write_template(site, "404.html", call)
    path, line, message = fault_of(site)
    assert (path, line) == ("templates/404.html", 2) and "macro 'teaser' takes not more than" in message


def test_who_gives_a_component_of_the_theme_something_else_is_at_fault(site: Path) -> None:
    call = '{% from "components/teaser.html" import teaser with context %}\n{{ teaser("bridge") }}'
    write_template(site, "404.html", call)
    path, line, message = fault_of(site)
    assert (path, line) == ("templates/404.html", 2) and "in the theme's components/teaser.html:" in message


@pytest.mark.parametrize("text", ["", "{% macro gap() %}{% endmacro %}"])
def test_a_component_that_does_not_fit_the_theme_is_named(site: Path, text: str) -> None:
    write_briefing(site, front=FRONT_WITH_A_GAP)
    write_template(site, "components/gap.html", text)
    problem = problem_of(site)
    assert problem.path == str(theme_folder("templates") / "briefing.html")
    assert problem.line == line_of("briefing.html", "gap(each, briefing)")
    assert problem.hint.startswith("the site's own templates may not fit the theme (components/gap.html); if it fails")


def test_only_some_of_many_templates_are_named(site: Path) -> None:
    write_briefing(site, front=FRONT_WITH_A_GAP)
    for name in ("a.html", "b.html", "c.html", "components/gap.html", "d.html"):
        write_template(site, name, "")
    assert "(a.html, b.html, c.html and 2 more)" in problem_of(site).hint


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of Newsbrief, to be spoilt."""
    for name in ("src", "templates", "static"):
        shutil.copytree(ROOT / name, tmp_path / "copy" / name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "copy"


def spoil(file: Path, old: str, new: str) -> int:
    """Replace a text that a file holds once; return its line."""
    text = file.read_text(encoding="utf-8")
    before, _, after = text.partition(old)
    assert text.count(old) == 1
    file.write_text(before + new + after, encoding="utf-8")
    return 1 + before.count("\n")


def report_of(package: Path, site: Path) -> str:
    """Return what a build by a spoilt copy reports, which wrote nothing."""
    ended = run("build", "--site", str(site), PYTHONPATH=str(package / "src"))
    assert ended.returncode == 3, ended.stderr
    assert ended.stdout == "" and ended.stderr.endswith("\n1 problem; nothing was written.\n")
    assert "fix the template" not in ended.stderr and "Traceback" not in ended.stderr
    return ended.stderr


@pytest.mark.parametrize("text", [SPOILT, "{% if %}", "{% from 'components/no.html' import no %}", "{{ 1|shout }}"])
def test_a_fault_of_the_theme_is_reported_as_newsbriefs_own(package: Path, site: Path, text: str) -> None:
    template = package / "templates" / PARTY
    line = spoil(template, '<div class="party-foot">', text)
    report = report_of(package, site)
    assert report.startswith(f"{template}:{line}: ")
    for part in ("a fault of Newsbrief, not of this site", "the command that you ran", f"newsbrief {__version__}"):
        assert part in report


def test_a_fault_of_the_theme_stays_newsbriefs_own_beside_templates_of_the_site(package: Path, site: Path) -> None:
    write_template(site, "own.html", "")
    line = spoil(package / "templates" / PARTY, '<div class="party-foot">', "{% if %}")
    assert report_of(package, site).startswith(f"{package / 'templates' / PARTY}:{line}: ")


def test_a_template_that_the_theme_lacks_is_reported_as_newsbriefs_own(package: Path, site: Path) -> None:
    (package / "templates" / "404.html").unlink()
    assert report_of(package, site).startswith(f"{package / 'templates' / '404.html'}: there is no template '404.html'")


def test_a_text_that_a_catalogue_lacks_is_reported_as_newsbriefs_own(package: Path, site: Path) -> None:
    catalogues = package / "src" / "newsbrief" / "pages" / "language" / "catalogues"
    spoil(catalogues / "en.yaml", "\ntimeline: Timeline\n", "\n")
    report = report_of(package, site)
    assert report.startswith(f"{catalogues / 'en.yaml'}: the catalogue en.yaml has no text 'timeline'\n")
    assert "a fault of Newsbrief" in report


@pytest.mark.parametrize("is_empty", [True, False])
def test_a_catalogue_that_cannot_be_read_is_reported_as_newsbriefs_own(
    package: Path, site: Path, is_empty: bool
) -> None:
    if is_empty:
        shutil.rmtree(site / "content" / "bridge")
    catalogue = package / "src" / "newsbrief" / "pages" / "language" / "catalogues" / "en.yaml"
    line = spoil(catalogue, "timeline: Timeline", "timeline: [Timeline")
    report = report_of(package, site)
    assert re.match(rf"{re.escape(str(catalogue))}:({line}|{line + 1}):", report) and "a fault of Newsbrief" in report


def test_a_fault_of_newsbrief_comes_from_another_process_as_it_is() -> None:
    error = InternalError.at("base.html", 3, "it is broken", "report it")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is InternalError and again.problems == error.problems
