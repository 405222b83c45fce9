"""A site's own templates: files that no page uses, and circles, with the template that makes them."""

import re
from pathlib import Path

import pytest

from newsbrief.model.paths import theme_folder
from newsbrief.model.problems import ConfigError
from newsbrief.theme.own_templates import OwnTemplates, _read, _theme_templates, read_own_templates
from support.sites import write_site, write_template
from support.whole import build_in_memory


def judge(tmp_path: Path, **templates: str) -> OwnTemplates:
    for name, text in templates.items():
        write_template(tmp_path, name.replace("__", "/") + ".html", text)
    return read_own_templates(tmp_path / "templates")


def test_what_replaces_the_theme_or_is_used_by_what_does_is_known(tmp_path: Path) -> None:
    found = judge(
        tmp_path,
        base='{% extends "theme/base.html" %}{% block footer %}{% include "parts/imprint.html" %}{% endblock %}',
        parts__imprint='{% from "parts/mark.html" import mark %}',
        parts__mark="{% macro mark() %}{% endmacro %}",
        components__quotation="x",
        briefing='{% include ["a.html", "b.html"] ignore missing %}',
        b="x",
    )
    assert found == OwnTemplates((), ())


def test_a_file_that_no_page_uses_is_named_with_what_is_nearest(tmp_path: Path) -> None:
    found = judge(tmp_path, components__quotaton="x", masthead="x", notes="{% include 'oddments.html' %}", oddments="x")
    assert [(note.path, note.hint.partition("?")[0]) for note in found.unused if "did you mean" in note.hint] == [
        ("templates/components/quotaton.html", "did you mean templates/components/quotation.html"),
        ("templates/masthead.html", "did you mean templates/components/masthead.html"),
    ]
    assert {note.path for note in found.unused} >= {"templates/notes.html", "templates/oddments.html"}
    assert found.loops == ()


def test_nothing_is_said_of_files_where_a_page_makes_the_name_of_a_template(tmp_path: Path) -> None:
    assert judge(tmp_path, home='{% include "parts/" ~ page.language ~ ".html" %}', parts__en="x").unused == ()


def test_hidden_files_are_no_templates(tmp_path: Path) -> None:
    write_template(tmp_path, ".DS_Store", "x")
    write_template(tmp_path, "__pycache__/x.html", "x")
    assert read_own_templates(tmp_path / "templates").unused == ()


def test_a_template_that_extends_its_own_name_is_told_how_the_themes_is_named(tmp_path: Path) -> None:
    (problem,) = judge(tmp_path, base='{# ours #}\n{% extends "base.html" %}').loops
    assert (problem.path, problem.line, problem.column) == ("templates/base.html", 2, 1)
    assert problem.message == "this template uses itself"
    assert problem.hint == 'the theme’s own is named with `theme/`: write "theme/base.html"'


def test_a_circle_is_told_once_with_all_its_templates(tmp_path: Path) -> None:
    found = judge(
        tmp_path, home='{% extends "one.html" %}', one='\n{% include "two.html" %}', two='{% extends "one.html" %}'
    )
    (problem,) = found.loops
    assert (problem.path, problem.line) == ("templates/one.html", 2)
    assert problem.message == "these templates use one another without end: one.html:2 → two.html:1 → one.html"


def test_a_circle_by_way_of_the_theme_is_found(tmp_path: Path) -> None:
    (problem,) = judge(tmp_path, base='{% extends "briefing.html" %}').loops
    assert problem.path == "templates/base.html"
    way = re.sub(r":\d+", "", problem.message)
    assert way == "these templates use one another without end: base.html → briefing.html → base.html"


@pytest.mark.parametrize(
    "text",
    [
        '{% if page.depth %}{% include "tree.html" %}{% endif %}',
        '{% for each in entries %}{% include "tree.html" %}{% endfor %}',
        '{% include "tree.html" ignore missing %}',
        '{% include ["other.html", "tree.html"] %}',
    ],
)
def test_a_circle_that_can_end_is_none(tmp_path: Path, text: str) -> None:
    assert judge(tmp_path, home='{% include "tree.html" %}', tree=text).loops == ()


def test_a_circle_that_does_not_end_is_reported_by_the_build_with_its_templates(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    write_template(site, "404.html", '{% include "a.html" %}')
    write_template(site, "a.html", '\n{% if true %}{% include "b.html" %}{% endif %}')
    write_template(site, "b.html", '{% if true %}{% include "a.html" %}{% endif %}')
    with pytest.raises(ConfigError) as caught:
        build_in_memory(site)
    (problem,) = caught.value.problems
    assert problem.path in ("templates/a.html", "templates/b.html")
    assert problem.message.startswith("these templates use one another without end: ")


def test_a_template_with_a_fault_is_left_to_those_who_render_it(tmp_path: Path) -> None:
    assert judge(tmp_path, home="{% block %}", base="{{") == OwnTemplates((), ())


def test_what_the_themes_templates_name_is_found_without_parsing_them() -> None:
    folder = theme_folder("templates")
    for path in sorted(folder.rglob("*.html")):
        if "examples" not in path.parts:
            assert _theme_templates()[path.relative_to(folder).as_posix()].references == _read(path).references
