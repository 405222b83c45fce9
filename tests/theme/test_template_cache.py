"""Compiled templates: they spare work and change nothing, whatever has become of what was kept."""

import inspect
import shutil
from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest

from newsbrief.model.paths import theme_folder
from newsbrief.model.site import Site
from newsbrief.pages.plan import Page, plan_pages
from newsbrief.theme import template_cache as module
from newsbrief.theme.assets import collect_assets
from newsbrief.theme.fast_jinja import FastEnvironment
from newsbrief.theme.render import make_environment, make_renderer
from newsbrief.theme.template_cache import CompiledTemplates, kept_path
from support.html import site_of
from support.sites import ROOT, SITES, write_template
from support.whole import load_site

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def arabic() -> Site:
    return site_of("arabic")


def render_all(site: Site, folder: Path, compiled: CompiledTemplates | None) -> list[bytes]:
    return list(map(make_renderer(site, folder, collect_assets(folder), compiled), plan_pages(site)))


def keep(site: Site, folder: Path) -> bytes:
    """Return what one run keeps for the next."""
    compiled = CompiledTemplates()
    render_all(site, folder, compiled)
    assert compiled.is_changed
    return compiled.encode()


def test_pages_are_the_same_and_nothing_is_compiled_again(arabic: Site) -> None:
    folder = SITES / "arabic"
    compiled = CompiledTemplates([keep(arabic, folder)])
    assert render_all(arabic, folder, compiled) == render_all(arabic, folder, None)
    assert not compiled.is_changed


@pytest.mark.parametrize("kept", [b"", b"x", b"\0" * 31, b"\0" * 400])
def test_what_is_no_record_at_all_counts_for_nothing(arabic: Site, kept: bytes) -> None:
    folder = SITES / "arabic"
    compiled = CompiledTemplates([kept])
    assert render_all(arabic, folder, compiled) == render_all(arabic, folder, None)
    assert compiled.is_changed


def test_a_record_cut_short_or_changed_anywhere_counts_for_nothing(arabic: Site) -> None:
    folder = SITES / "arabic"
    kept = keep(arabic, folder)
    pages = render_all(arabic, folder, None)
    for at in (0, 31, 32, 33, len(kept) // 2, len(kept) - 1):
        changed = kept[:at] + bytes([kept[at] ^ 1]) + kept[at + 1 :]
        for broken in (kept[:at], changed):
            assert render_all(arabic, folder, CompiledTemplates([broken])) == pages


def test_a_record_of_another_version_counts_for_nothing(arabic: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = SITES / "arabic"
    kept = keep(arabic, folder)
    monkeypatch.setattr(module, "__version__", "0.0")
    compiled = CompiledTemplates([kept])
    render_all(arabic, folder, compiled)
    assert compiled.is_changed


@pytest.mark.parametrize("compiler", [FastEnvironment, make_environment])
def test_a_change_of_how_templates_are_compiled_counts(
    arabic: Site, compiler: Callable[..., object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = keep(arabic, SITES / "arabic")
    shutil.copytree(module.PACKAGE / "theme", tmp_path / "theme", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(module, "PACKAGE", tmp_path)
    for is_changed in (False, True):
        compiled = CompiledTemplates([kept])
        render_all(arabic, SITES / "arabic", compiled)
        assert compiled.is_changed is is_changed
        source = tmp_path / "theme" / Path(inspect.getfile(compiler)).name
        source.write_text(source.read_text(encoding="utf-8") + "\n", encoding="utf-8")


def test_a_template_that_was_changed_is_compiled_again(
    arabic: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = tmp_path / "theme"
    shutil.copytree(theme_folder("templates"), theme / "templates")
    monkeypatch.setattr(module, "_THEME", theme / "templates")
    monkeypatch.setattr("newsbrief.theme.render.theme_folder", lambda kind: theme / kind)
    write_template(theme, "404.html", "<p>Before</p>")
    kept = keep(arabic, SITES / "arabic")
    write_template(theme, "404.html", "<p>Behind</p>")
    compiled = CompiledTemplates([kept])
    assert b"<p>Behind</p>" in render_all(arabic, SITES / "arabic", compiled)
    assert compiled.is_changed


def test_templates_of_a_sites_own_take_the_place_of_the_themes_and_are_not_kept(site: Path) -> None:
    kept = keep(load_site(site), site)
    write_template(site, "404.html", "<p>Own words</p>")
    compiled = CompiledTemplates([kept])
    assert b"<p>Own words</p>" in render_all(load_site(site), site, compiled)
    assert not compiled.is_changed
    assert b"Own words" not in compiled.encode()


def test_they_are_kept_with_the_code_of_the_program() -> None:
    assert kept_path().parent == theme_folder("templates") / "__pycache__"
    assert kept_path().name.startswith("templates.cpython-")


def test_what_an_earlier_run_kept_elsewhere_is_read_only_where_something_is_missing(arabic: Site) -> None:
    folder = SITES / "arabic"
    kept = keep(arabic, folder)
    unread = iter([kept, b"never read"])
    render_all(arabic, folder, CompiledTemplates(unread))
    assert list(unread) == [b"never read"]
    compiled = CompiledTemplates([b"damaged", kept])
    render_all(arabic, folder, compiled)
    assert not compiled.is_changed


def test_another_class_of_environment_gets_no_code_of_the_first(site: Path) -> None:
    compiled = CompiledTemplates()
    loader = jinja2.FileSystemLoader(site / "templates")
    write_template(site, "call.html", "{{ name.upper() }}")
    codes = [
        kind(loader=loader, bytecode_cache=compiled).get_template("call.html").root_render_func.__code__
        for kind in (FastEnvironment, jinja2.Environment, FastEnvironment)
    ]
    assert codes[0] is codes[2]
    assert codes[0].co_code != codes[1].co_code


def test_languages_share_what_is_compiled(arabic: Site) -> None:
    compiled = CompiledTemplates()
    render = make_renderer(arabic, ROOT, collect_assets(ROOT), compiled)
    shown = render(Page("404.html", "404.html", "ar", {}))
    compiled.is_changed = False
    assert render(Page("404.html", "404.html", "en", {})) != shown
    assert not compiled.is_changed
