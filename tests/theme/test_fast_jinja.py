"""The fast environment: the same pages as Jinja's own, and what it relies on of Jinja is as it was."""

import inspect
from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes
from jinja2.compiler import CodeGenerator
from jinja2.utils import pass_context
from markupsafe import Markup

from newsbrief.theme.fast_jinja import FastEnvironment
from newsbrief.theme.render import make_environment
from support.sites import ROOT, SITES
from support.whole import build_in_memory

TEMPLATES = {
    "texts": "{{ name }}{{ 1 }}{{ 1.5 }}{{ none }}{{ html }}{{ [name] }}{{ name ~ html }}{{ name|upper }}{{ '<' }}",
    "calls": "{{ shout(name) }}{{ shout(text=name) }}{{ name.split('&')[0] }}{{ range(3)|list }}{{ dict(a=name).a }}",
    "spread": "{{ shout(*[name]) }}{{ shout(**{'text': name}) }}{{ dict(**{'class': name})['class'] }}",
    "box": "{% macro b(x, class='c') %}<b class={{ class }}>{{ x }}"
    "{{ caller() if caller is defined }}</b>{% endmacro %}",
    "macros": "{% from 'box' import b %}{{ b(name) }}{{ b(html, class=name) }}"
    "{% call b(name) %}{{ name }}{% endcall %}",
    "loops": "{% for each in [name, html] %}{{ loop.cycle('<', '>') }}{{ each }}{{ shout(each) }}{% endfor %}",
    "tree": "{% for each in [['<', [['>', []]]]] recursive %}{{ each[0] }}{{ loop(each[1]) }}{% endfor %}",
    "blocks": "{% block a %}{{ shout(name) }}{% endblock %}{{ self.a() }}",
    "child": "{% extends 'blocks' %}{% block a %}[{{ super() }}]{% endblock %}",
    "import": "{% import 'box' as m with context %}{{ m.b(html) }}{{ m.b(x=name) }}",
    "include": "{% include 'texts' %}{% set name = 'x' %}{{ name }}{% filter upper %}{{ html }}{% endfilter %}",
}
VALUES = {"name": "<a> & \"b\" 'c'", "html": Markup("<i>&amp;</i>"), "shout": lambda text: f"{text}!"}


def changed(what: str) -> str:
    """Return what a test says where Jinja is no longer as the module relies on."""
    use = "see what theme/fast_jinja.py relies on, or use jinja2.Environment instead"
    return f"Jinja {jinja2.__version__} has changed: {what}; {use}"


def compile_with(environment: jinja2.Environment, source: str) -> str:
    """Return the Python that a template is compiled to."""
    return str(environment.compile(source, raw=True))


@pytest.mark.parametrize("name", sorted(TEMPLATES.keys() - {"box"}))
def test_templates_give_what_they_give_with_jinja(name: str) -> None:
    shown = []
    for kind in (jinja2.Environment, FastEnvironment):
        environment = kind(loader=jinja2.DictLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined)
        shown.append(environment.get_template(name).render(**VALUES))
    assert shown[0] == shown[1] and shown[0]


def test_whole_sites_are_what_they_are_with_jinja(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = build_in_memory(SITES / "arabic")
    monkeypatch.setattr("newsbrief.theme.render.FastEnvironment", jinja2.Environment)
    monkeypatch.setattr("newsbrief.theme.render._THIS_RUN", None)
    assert build_in_memory(SITES / "arabic") == fast


def test_what_is_called_in_a_template_is_called_as_in_python() -> None:
    source = "{{ shout(name, text=name) }}"
    plain, fast = (compile_with(kind(autoescape=True), source) for kind in (jinja2.Environment, FastEnvironment))
    assert "context.call(" in plain, changed("it no longer calls by the context")
    assert "context.call(" not in fast, changed("visit_Call no longer writes what is called")


def test_a_template_escapes_by_our_function() -> None:
    template = jinja2.Environment(autoescape=True).from_string("{{ name }}")
    names = template.root_render_func.__globals__
    assert "escape" in names, changed("compiled templates have no global `escape`")
    source = compile_with(jinja2.Environment(autoescape=True), "{{ name }}")
    assert "escape(" in source.replace("autoescape", ""), changed("compiled templates escape by another name")
    made: list[object] = []

    def note(value: object) -> str:
        made.append(value)
        return "noted"

    names["escape"] = note
    assert (template.render(name="<"), made) == ("noted", ["<"]), changed("a template has other globals than its code")


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        (CodeGenerator.visit_Call, ["self", "node", "frame", "forward_caller"]),
        (jinja2.Template.from_code, ["environment", "code", "globals", "uptodate"]),
    ],
)
def test_what_is_overridden_takes_what_it_took(method: Callable[..., object], parameters: list[str]) -> None:
    assert list(inspect.signature(method).parameters) == parameters, changed(
        f"{method.__qualname__} takes other values"
    )


def test_a_call_has_the_parts_that_it_had() -> None:
    assert nodes.Call.fields == ("node", "args", "kwargs", "dyn_args", "dyn_kwargs"), changed("a call has other parts")
    assert jinja2.Environment.code_generator_class is CodeGenerator, changed("another class compiles templates")
    assert jinja2.Environment.template_class is jinja2.Template, changed("another class holds templates")


def test_no_function_of_the_theme_wants_the_context() -> None:
    environment = make_environment(ROOT)
    known = {name: value for name, value in environment.globals.items() if callable(value)}
    assert {"say", "range", "briefing_path"} <= known.keys()
    # A function that is marked for it would be called without the context.
    assert hasattr(pass_context(lambda context: ""), "jinja_pass_arg"), changed("it marks such functions otherwise")
    assert [name for name, value in known.items() if hasattr(value, "jinja_pass_arg")] == []


def test_the_themes_templates_are_compiled_to_plain_calls() -> None:
    environment = make_environment(ROOT)
    folder = Path(ROOT, "templates")
    sources = {path.name: path.read_text(encoding="utf-8") for path in folder.rglob("*.html")}
    by_context = {name: compile_with(environment, text).count("context.call(") for name, text in sources.items()}
    # What is left are calls with a block of their own.
    assert {name: count for name, count in by_context.items() if count > sources[name].count("{% call")} == {}
