"""A site's folder is not trusted: its own templates run in a sandbox, run no code, and read no other files."""

import marshal
import os
import shutil
import types
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jinja2
import pytest

from newsbrief.build.request import BuildRequest
from newsbrief.model.paths import theme_folder
from newsbrief.model.problems import ConfigError
from newsbrief.pages.plan import plan_pages
from newsbrief.serve.loop import take_snapshot
from newsbrief.serve.memory import SiteMemory
from newsbrief.serve.snapshot import Snapshot
from newsbrief.theme.assets import collect_assets
from newsbrief.theme.render import make_environment, make_renderer
from newsbrief.theme.template_cache import CompiledTemplates
from support.commands import run
from support.sites import FRONT_WITH_A_GAP, SITES, write_briefing, write_template
from support.whole import build_in_memory, load_site

RUN = "os.popen('touch ran').read()"

WAYS_OUT = {
    # What Jinja gives to every template.
    "cycler": "{{ cycler.__init__.__globals__." + RUN + " }}",
    "joiner": "{{ joiner.__init__.__globals__." + RUN + " }}",
    "namespace": "{{ namespace.__init__.__globals__." + RUN + " }}",
    "an object of a class": "{{ cycler(1).__class__.__init__.__globals__." + RUN + " }}",
    "lipsum": "{{ lipsum.__globals__." + RUN + " }}",
    "dict": "{{ dict.mro() }}",
    "range": "{{ range.__globals__ }}",
    "self": "{{ self.__init__.__globals__ }}",
    "the context of self": "{{ self._TemplateReference__context.environment }}",
    "loop": "{% for each in [1] %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "the iterator of loop": "{% for each in [1] %}{{ loop._iterator }}{% endfor %}",
    "a macro": "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "the environment of a macro": "{% macro m() %}{% endmacro %}{{ m._environment.loader }}",
    "caller": "{% macro m() %}{{ caller.__call__.__globals__ }}{% endmacro %}{% call m() %}{% endcall %}",
    "a module": "{% import 'components/claim.html' as m %}{{ m.__init__.__globals__ }}",
    "the stream of a module": "{% import 'components/claim.html' as m %}{{ m._body_stream.append('x') }}",
    "super": "{% extends 'base.html' %}{% block title %}{{ super.__init__.__globals__ }}{% endblock %}",
    "the context of super": "{% extends 'base.html' %}{% block title %}{{ super._context.environment }}{% endblock %}",
    # Values that are written in the template.
    "a text": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "a list": "{{ [].__class__.__base__.__subclasses__() }}",
    "a number": "{{ (1).__class__.__base__ }}",
    "none": "{{ none.__class__ }}",
    "a method": "{{ ''.upper.__self__.__class__ }}",
    "an item by name": "{{ ''['__class__'] }}",
    "a name put together": "{{ ''['__cla' ~ 'ss__'] }}",
    "a name in escapes": "{{ ''['\\x5f\\x5fclass\\x5f\\x5f'] }}",
    "a default": "{{ ''.__class__|default('x') }}",
    "a test": "{{ 'x' if ''.__class__ is defined else 'y' }}",
    "a condition": "{% if ''.__class__ %}{% endif %}",
    "nothing put out": "{% set x = ''.__class__ %}",
    "a generator": "{{ ([1]|map('upper')).gi_frame.f_globals }}",
    "a generator's code": "{{ ([1]|map('upper')).gi_code.co_consts }}",
    "what a generator waits for": "{{ ([1]|map('upper')).gi_yieldfrom }}",
    "a generator's throw": "{{ ([1]|map('upper')).throw }}",
    # Filters that look up attributes.
    "|attr": "{{ ''|attr('__class__') }}",
    "|attr of a function": "{{ cycler|attr('__init__')|attr('__globals__') }}",
    "|attr of format": "{{ ('{0.__class__}'|attr('format'))(1) }}",
    "|map(attribute)": "{{ ['']|map(attribute='__class__')|list }}",
    "|map('attr')": "{{ ['']|map('attr', '__class__')|list }}",
    "|map of a path": "{{ [cycler]|map(attribute='__init__.__globals__')|list }}",
    "|sort": "{{ ['', 'a']|sort(attribute='__class__') }}",
    "|groupby": "{{ ['']|groupby('__class__') }}",
    "|unique": "{{ ['']|unique(attribute='__class__')|list }}",
    "|selectattr": "{{ ['']|selectattr('__class__')|list }}",
    "|rejectattr": "{{ ['']|rejectattr('__class__')|list }}",
    "|sum": "{{ ['']|sum(attribute='__class__') }}",
    "|max": "{{ ['', 'a']|max(attribute='__class__') }}",
    "|join": "{{ ['']|join(',', attribute='__class__') }}",
    # Texts that look up attributes.
    "format": "{{ '{0.__class__}'.format(1) }}",
    "format by name": "{{ '{x.__class__}'.format(x=1) }}",
    "format of an item": "{{ '{0[__class__]}'.format('') }}",
    "format of our own values": "{{ '{0.__init__.__globals__}'.format(page) }}",
    "format_map": "{{ '{x.__class__}'.format_map({'x': 1}) }}",
    "format kept for later": "{% set f = '{0.__class__}'.format %}{{ f(1) }}",
    "format of HTML": "{{ ('{0.__class__}'|safe).format(1) }}",
    "format by map": "{{ (['{0.__class__}']|map(attribute='format')|first)(1) }}",
    # What the pages hand to templates.
    "page": "{{ page.__class__.__init__ }}",
    "a method of page": "{{ page.href.__func__.__globals__ }}",
    "the module of page": "{{ page.__module__ }}",
    "href": "{{ href.__globals__." + RUN + " }}",
    "what href encloses": "{{ href.__closure__[0].cell_contents }}",
    "asset": "{{ asset.__code__ }}",
    "say": "{{ say.__call__.__globals__ }}",
    "briefing_path": "{{ briefing_path.__globals__ }}",
    "config": "{{ config.__struct_fields__ }}",
    "pages": "{{ pages.__class__ }}",
    "a filter": "{{ (['2019']|map('as_date')).gi_frame }}",
    # Changes of what other pages are given.
    "a list of its own": "{% set x = [1] %}{{ x.append(2) }}",
    "a dictionary": "{{ {'a': 1}.update(b=2) }}",
    "the catalogue": "{{ say.entries.update(skip='x') }}",
    "a list by map": "{{ [[1]]|map(attribute='append')|list }}",
    "a list by |attr": "{{ ([1]|attr('clear'))() }}",
    # By way of the theme's templates, which are compiled without the sandbox.
    "a macro of the theme": "{% from 'components/gap.html' import gap %}{{ gap.__call__ }}",
    "the theme looks up": "{% from 'components/side.html' import side_name %}{{ side_name(cycler.__init__, 1) }}",
    "a function for the theme": "{% set say = cycler.__init__ %}{% extends 'base.html' %}",
}


@pytest.mark.parametrize("way", WAYS_OUT)
def test_no_way_leads_out_of_the_sandbox(site: Path, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    write_template(site, "404.html", f"<p>\n{WAYS_OUT[way]}\n</p>")
    with pytest.raises(ConfigError) as caught:
        build_in_memory(site)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == ("templates/404.html", 2)
    undefined = {"lipsum": "'lipsum' is undefined"}
    refusal = undefined.get(way, "a template may not use '")
    assert problem.message.startswith(refusal), problem.message
    assert problem.hint.startswith("fix the template, or delete it")
    assert not Path("ran").exists()


@pytest.mark.parametrize("command", ["build", "build --full", "build --dry-run"])
def test_a_way_out_is_reported_at_its_line_and_nothing_is_written(site: Path, command: str) -> None:
    write_template(site, "own/part.html", "<p>\n\n" + WAYS_OUT["cycler"])
    write_template(site, "404.html", "{% include 'own/part.html' %}")
    ended = run(*command.split(), "--site", site, cwd=site)
    assert ended.returncode == 2
    assert ended.stderr.startswith("templates/own/part.html:3: a template may not use '__init__' of a type")
    assert "Traceback" not in ended.stderr and ended.stderr.endswith("\n1 problem; nothing was written.\n")
    assert not (site / "ran").exists() and not (site / "_site").exists()


def test_a_preview_runs_no_code_either(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    memory = SiteMemory(BuildRequest(site))
    good = take_snapshot(memory, Snapshot("/", {}))
    assert good.files and not good.problems
    write_template(site, "404.html", WAYS_OUT["cycler"])
    snapshot = take_snapshot(memory, good, ["templates/404.html"])
    assert [(problem.path, problem.line) for problem in snapshot.problems] == [("templates/404.html", 1)]
    assert not Path("ran").exists()


COMPONENT = "{% macro gap(gap, briefing) %}{{ cycler.__init__ }}{% endmacro %}"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("components/gap.html", COMPONENT),
        ("components/masthead.html", "{% macro masthead(page, pages) %}{{ page.__class__ }}{% endmacro %}"),
        ("base.html", "{{ self.title._context }}{% block title %}{% endblock %}"),
        ("base.html", "{% block main %}{% endblock %}{{ href.__globals__ }}"),
        ("feed-entry.html", "{{ ''.__class__ }}"),
    ],
)
def test_the_sandbox_holds_where_the_theme_uses_a_template_of_the_site(site: Path, name: str, text: str) -> None:
    write_briefing(site, front=FRONT_WITH_A_GAP)
    write_template(site, name, text)
    with pytest.raises(ConfigError) as caught:
        build_in_memory(site, base_url="https://desk.example.org")
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == (f"templates/{name}", 1)
    assert problem.message.startswith("a template may not use '_")


def test_what_was_compiled_for_the_theme_is_not_used_for_a_site_with_the_same_words(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = tmp_path / "theme"
    shutil.copytree(theme_folder("templates"), theme / "templates")
    for module in ("render", "faults"):
        monkeypatch.setattr(f"newsbrief.theme.{module}.theme_folder", lambda kind: theme / kind)
    monkeypatch.setattr("newsbrief.theme.template_cache._THEME", theme / "templates")
    for folder in (theme, site):
        write_template(folder, "404.html", "{{ cycler.__init__.__name__ }}")
    content, assets = load_site(site), collect_assets(site)
    pages = [page for page in plan_pages(content) if page.path == "404.html"]
    compiled = CompiledTemplates()
    # Without templates of the site's own, the theme's may use any name.
    assert [make_renderer(content, site / "content", assets, compiled)(page) for page in pages] == [b"__init__"]
    compiled.is_changed = False
    for cache in (compiled, CompiledTemplates([compiled.encode()])):
        with pytest.raises(ConfigError, match="a template may not use '__init__'"):
            make_renderer(content, site, assets, cache)(pages[0])
        assert not cache.is_changed
        assert make_renderer(content, site / "content", assets, cache)(pages[0]) == b"__init__"


def test_what_a_forged_cache_has_for_a_template_of_the_site_is_not_used(site: Path) -> None:
    write_template(site, "404.html", "{{ ''.__class__ }}")
    sandbox = make_environment(site)
    source, filename, _ = sandbox.loader.get_source(sandbox, "404.html")  # type: ignore[union-attr]
    code = marshal.dumps(jinja2.Environment().compile("forged", "404.html", filename))
    compiled = CompiledTemplates()
    compiled._kept = {
        key: (compiled.get_source_checksum(source), code) for key in (filename, f"SandboxEnvironment {filename}")
    }
    content = load_site(site)
    with pytest.raises(ConfigError, match="a template may not use '__class__'"):
        list(map(make_renderer(content, site, collect_assets(site), compiled), plan_pages(content)))


OTHER_FILES = ["../content/site.yaml", "/etc/hostname", "a/../../content/site.yaml", "../../secret", ".hidden.html"]
OTHER_FILES += ["./404.html", "\\x00", "components", "file:///etc/hostname", "components//../../secret", "x" * 5000, ""]


@pytest.mark.parametrize("name", OTHER_FILES)
@pytest.mark.parametrize("how", ["include", "import", "extends"])
def test_templates_cannot_read_other_files(site: Path, name: str, how: str) -> None:
    (site.parent / "secret").write_text("secret")
    write_template(site, ".hidden.html", "secret")
    write_template(site, "404.html", f"\n{{% {how} '{name}' {'as it ' if how == 'import' else ''}%}}")
    with pytest.raises(ConfigError) as caught:
        build_in_memory(site)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == ("templates/404.html", 2)
    assert problem.message.startswith("there is no template ")


TOO_MUCH = {
    "a range": "{{ range(10 ** 9)|length }}",
    "copies of a text": "{{ 'a' * 1000000000 }}",
    "copies by a text": "{{ 1000000000 * 'a' }}",
    "copies of a list": "{{ ([1] * 1000000000)|length }}",
    "copies of copies": "{{ ('a' * 1000) * 1000000 }}",
    "a power": "{{ 10 ** 1000000000 }}",
    "a tower of powers": "{{ 9 ** (9 ** 9) }}",
    "squares of squares": "{% set n = namespace(x=10) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}",
    "|center": "{{ 'a'|center(1000000000) }}",
    "|indent": "{{ 'a\\nb'|indent(1000000000) }}",
    "|batch": "{{ [1]|batch(1000000000, 'x')|list }}",
    "|slice": "{{ [1]|slice(1000000000)|list }}",
    "|format": "{{ '%1000000000d'|format(1) }}",
    "|format of a width": "{{ '%*d'|format(1000000000, 1) }}",
    "%": "{{ '%1000000000d' % 1 }}",
    "% by name": "{{ '%(a)-1000000000s' % {'a': 1} }}",
    "% of a precision": "{{ '%.1000000000f' % 1 }}",
    "format": "{{ '{:1000000000}'.format(1) }}",
    "format of an attribute as a width": "{{ '{0:{1.__class__}}'.format(1, 2) }}",
    "format of a width": "{{ '{:{}}'.format(1, 1000000000) }}",
    "format_map": "{{ '{a:>1000000000}'.format_map({'a': 1}) }}",
    "ljust": "{{ 'a'.ljust(1000000000) }}",
    "zfill by name": "{{ 'a'.zfill(*[1000000000]) }}",
    "expandtabs": "{{ '\\t'.expandtabs(tabsize=1000000000) }}",
    "to_bytes": "{{ (1).to_bytes(1000000000, 'big') }}",
    "a macro without end": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "an include without end": "{% include '404.html' %}",
    "an import without end": "{% import '404.html' as m %}",
    "itself as what it extends": "{% extends '404.html' %}",
    "deep brackets": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "deep loops": "{% for a in [1] %}" * 30 + "{% endfor %}" * 30,
    "deep sums": "{{ " + "1+" * 50000 + "x }}",
    "deep lists": "{{ " + "[" * 3000 + "]" * 3000 + " }}",
}


@pytest.mark.parametrize("what", TOO_MUCH)
def test_templates_cannot_ask_for_too_much_at_a_time(site: Path, what: str) -> None:
    write_template(site, "404.html", TOO_MUCH[what])
    with pytest.raises(ConfigError) as caught:
        build_in_memory(site)
    (problem,) = caught.value.problems
    assert problem.path == "templates/404.html" and problem.line in (0, 1)


ALLOWED = """\
{% extends "base.html" %}
{% macro row(cells, class="row") %}<tr class="{{ class }}">{{ caller(cells|length) }}</tr>{% endmacro %}
{% block main %}
{% set count = namespace(all=0) %}
{% for each in pages|sort(attribute="title") %}{{ loop.index }}{{ each.title }}{{ loop.cycle("a", "b") }}{% endfor %}
{% for i in range(1000) %}{% set count.all = count.all + i * 2 ** 2 %}{% endfor %}{{ count.all }}
{% call(number) row([1, 2]) %}{{ "%d of %05.1f" % (number, 3) }}{% endcall %}
{{ "{:,} {name:>10}".format(1234567, name="<b>") }} {{ "%s%%"|format(100000) }} {{ "-" * 40 }} {{ "a"|center(20) }}
{{ ["x", "y"]|map("upper")|join(", ") }} {{ [1, 2, 3]|batch(2)|list|length }} {{ {"a": 1}.items()|list }}
{{ config.title|replace("Test", "My") }} {{ say("skip") }} {{ href("index.html") }} {{ cycler("a").next() }}
{{ self.title() }} {{ "b".join(["a", "c"]) }} {{ 7 % 4 }} {{ say.format_number(12345) }} {{ page.href("index.html") }}
{% endblock %}
"""


def test_all_that_templates_are_for_is_allowed(site: Path) -> None:
    write_template(site, "404.html", ALLOWED)
    page = build_in_memory(site)["404.html"].decode()
    for shown in ("1998000", "2 of 003.0", "1,234,567        &lt;b&gt;", "100000%", "X, Y", "My site", "abc", "12,345"):
        assert shown in page


@pytest.mark.parametrize("name", ["arabic", "two-briefings"])
def test_pages_are_the_same_whether_the_sandbox_is_there_or_not(name: str, tmp_path: Path) -> None:
    (tmp_path / "content").symlink_to(SITES / name / "content")
    site = load_site(SITES / name, base_url="https://desk.example.org")

    def render() -> list[bytes]:
        return list(map(make_renderer(site, tmp_path, collect_assets(tmp_path)), plan_pages(site)))

    plain = render()
    write_template(tmp_path, "own.html", "{{ 1 }}")
    assert render() == plain


def values_in(value: object, seen: dict[int, object]) -> Iterator[object]:
    """Yield a value and all that a template can get at from it by public attributes, as entries and as items."""
    if id(value) in seen:
        return
    seen[id(value)] = value
    yield value
    if isinstance(value, (str, int, float)) or value is None:
        return
    inside: list[Any] = []
    if isinstance(value, Mapping):
        inside += [*value.keys(), *value.values()]
    elif isinstance(value, (list, tuple, set, frozenset)):
        inside += value
    if type(value).__module__.startswith("newsbrief."):
        inside += [getattr(value, name) for name in dir(value) if not name.startswith("_")]
    for each in inside:
        yield from values_in(each, seen)


def test_templates_are_given_nothing_that_could_read_or_write_files() -> None:
    site = load_site(SITES / "two-briefings", base_url="https://desk.example.org")
    found: list[object] = []
    seen: dict[int, object] = {}
    for page in plan_pages(site):
        found += [*values_in(page, seen), *values_in(dict(page.context), seen), *values_in(site.config, seen)]
    assert len(found) > 500
    dangerous = (os.PathLike, types.ModuleType, type, types.FrameType, types.CodeType, types.GeneratorType)
    assert [value for value in found if isinstance(value, dangerous)] == []
    # The rooms whose modules reach for nothing outside, as tests/test_architecture.py holds.
    rooms = ("newsbrief.model.", "newsbrief.briefing.", "newsbrief.pages.")
    sources = {value.__module__ for value in found if isinstance(value, (types.FunctionType, types.MethodType))}
    assert sources and all(module.startswith(rooms) for module in sources)
    kinds = {type(value).__module__ for value in found}
    assert {kind for kind in kinds if not kind.startswith(rooms)} == {"builtins", "datetime", "markupsafe"}
