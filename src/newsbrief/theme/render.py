"""Templates: page → bytes. Nothing in here knows the content; nothing in a template is trusted to be HTML."""

from collections.abc import Callable, Mapping, MutableMapping
from datetime import date
from functools import cache
from keyword import iskeyword
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from newsbrief import __version__
from newsbrief.model.dates import DateRange
from newsbrief.model.paths import NOT_FOUND, absolute_url, briefing_path, theme_folder
from newsbrief.model.site import Site
from newsbrief.pages.escaping import escape_text
from newsbrief.pages.language.dates import format_date, format_with_weekday
from newsbrief.pages.language.interface import DEFAULT, read_interface
from newsbrief.pages.page import Page
from newsbrief.pages.ties import party_id, words_id
from newsbrief.theme.assets import Assets
from newsbrief.theme.faults import TemplateLoader, explain_fault
from newsbrief.theme.template_cache import CompiledTemplates

Renderer = Callable[[Page], bytes]

_THIS_RUN = CompiledTemplates()
"""What this process has compiled, for whoever keeps nothing. A template is known by its source, so none is stale."""


def make_renderer(site: Site, folder: Path, assets: Assets, compiled: CompiledTemplates | None = None) -> Renderer:
    """Return the function that renders a page of `site`, whose folder may hold templates of its own.

    `compiled` has the templates that need not be compiled, and takes those that had to be. Raises ConfigError for a
    template of the site's own that is missing or faulty, InternalError for one of the theme.
    """
    known = compiled or _THIS_RUN

    @cache
    def environment_for(language: str) -> jinja2.Environment:
        environment = make_environment(folder, language, known)
        environment.globals.update(config=site.config, pages=site.pages, version=__version__)
        return environment

    def render(page: Page) -> bytes:
        def href(target: str, fragment: str = "") -> str:
            return page.href(target, fragment, site.config.base_url)

        def asset(name: str) -> str:
            if name not in assets.paths:
                raise jinja2.TemplateError(f"there is no static file {name!r}")
            return href(assets.paths[name])

        def absolute(path: str) -> str:
            return absolute_url(site.config, path)

        canonical = "" if page.path == NOT_FOUND else absolute(page.path)
        links = {"href": href, "asset": asset, "absolute": absolute, "canonical": canonical}
        try:
            template = environment_for(page.language).get_template(page.template)
            return template.render(**links, page=page, **page.context).encode()
        except Exception as error:
            # A site's own template can raise anything; its author needs the reason, not our stack.
            raise explain_fault(error, page.path, page.template, folder / "templates") from None

    return render


def make_environment(
    folder: Path, language: str = DEFAULT, compiled: CompiledTemplates | None = None
) -> jinja2.Environment:
    """Return the environment of templates for pages in `language`.

    Templates of the site's folder come before the theme's of the same name. What is the same on all pages of a
    language is global: so components can be imported without the context of a page, once for all pages.
    """
    environment = _Environment(
        loader=TemplateLoader([folder / "templates", theme_folder("templates")]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=compiled,
    )

    def as_date(given: DateRange | date, language: str = language) -> str:
        return format_date(given, language)

    def with_weekday(given: DateRange, language: str = language) -> str:
        return format_with_weekday(given, language)

    environment.globals.update(
        say=read_interface(language), briefing_path=briefing_path, party_id=party_id, words_id=words_id
    )
    filters: Mapping[str, Callable[..., str]] = {"as_date": as_date, "with_weekday": with_weekday}
    environment.filters.update(filters)
    return environment


class _CodeGenerator(CodeGenerator):
    """Compiles a call to a call. Jinja's own goes by the context, for functions that want it; we offer none that do."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        named = [pair.key for pair in node.kwargs]
        if forward_caller or node.dyn_args or node.dyn_kwargs or any(map(iskeyword, named)):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for each in (*node.args, *node.kwargs):
            self.visit(each, frame)
            self.write(", ")
        self.write(")")


class _Template(jinja2.Template):
    """Escapes what it puts out without making each piece Markup, which is lost when they are joined."""

    @classmethod
    def from_code(
        cls,
        environment: jinja2.Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> jinja2.Template:
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__["escape"] = escape_text
        return template


class _Environment(jinja2.Environment):
    """Jinja's environment, but for what it does for uses that we have none of, many times a page."""

    code_generator_class = _CodeGenerator
    template_class = _Template

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template, which are those of the environment: a copy for each would have no use."""
        return super().make_globals(d) if d else self.globals
