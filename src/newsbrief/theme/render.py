"""Renders pages by templates: page → bytes. It knows nothing of the content, and trusts no text to be HTML."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from newsbrief import __version__
from newsbrief.model.content_policy import write_policy
from newsbrief.model.dates import DateRange
from newsbrief.model.paths import (
    CARD,
    NOT_FOUND,
    absolute_url,
    briefing_path,
    find_own_templates,
    story_path,
    theme_folder,
    topic_path,
)
from newsbrief.model.site import Site
from newsbrief.pages.language.dates import format_date, format_with_weekday
from newsbrief.pages.language.interface import DEFAULT, read_interface
from newsbrief.pages.language.own_names import name_language
from newsbrief.pages.language.relations import say_relation
from newsbrief.pages.language.running_text import join_names, shorten, within_sentence
from newsbrief.pages.page import Page
from newsbrief.pages.site_footer import FooterWriter
from newsbrief.pages.ties import party_id, refer, refer_to_mentions, refer_to_quotes, words_id
from newsbrief.theme.assets import CUSTOM, Assets
from newsbrief.theme.fast_jinja import FastEnvironment
from newsbrief.theme.faults import TemplateLoader, explain_fault
from newsbrief.theme.template_cache import CompiledTemplates

Renderer = Callable[[Page], bytes]

_THIS_RUN = CompiledTemplates()
"""Templates that this process compiled, for callers who keep none. Each is known by its source, so none is stale."""


def make_renderer(site: Site, folder: Path, assets: Assets, compiled: CompiledTemplates | None = None) -> Renderer:
    """Return the function that renders a page of `site`, whose folder may hold templates of its own.

    `compiled` has the templates that need not be compiled, and takes in those that are. The function raises ConfigError
    for a template of the site's own that is missing or faulty, InternalError for one of the theme.
    """
    known = compiled or _THIS_RUN

    @cache
    def environment_for(language: str) -> jinja2.Environment:
        environment = make_environment(folder, language, known)
        environment.globals.update(site_values(site))
        if site.config.own_kinds.actors:
            environment.globals["say"] = read_interface(language).with_kinds(site.config.own_kinds)
        return environment

    footer = FooterWriter(site.config)

    def render(page: Page) -> bytes:
        try:
            template = environment_for(page.language).get_template(page.template)
            return template.render(**page_values(page, site, assets, footer), **page.context).encode()
        except Exception as error:
            # A site's own template can raise anything; its author needs the reason, not the program's stack.
            raise explain_fault(error, page.path, page.template, find_own_templates(folder)) from None

    return render


def site_values(site: Site) -> dict[str, Any]:
    """Return what every template is given of the site."""
    return {
        "config": site.config,
        "pages": site.pages,
        "has_search": site.has_search,
        "site_card": CARD,
        "version": __version__,
        # Nothing but names of hosts and the words of policies is in it.
        "policy": Markup(write_policy(site.config.allowed)),
    }


def page_values(page: Page, site: Site, assets: Assets, footer: FooterWriter) -> dict[str, Any]:
    """Return what the templates of `page` are given of it: itself, addresses and the functions that write them."""

    def href(target: str, fragment: str = "") -> str:
        """Return the address of an output file of the site as a link on this page."""
        return page.href(target, fragment, site.config.base_url)

    def asset(name: str) -> str:
        """Return the address of a file in `static/` as a link on this page."""
        if name not in assets.paths:
            raise jinja2.TemplateError(f"there is no static file {name!r}")
        return href(assets.paths[name])

    def absolute(path: str) -> str:
        """Return the whole address of an output file; "" where the site's is not known."""
        return absolute_url(site.config, path)

    canonical = "" if page.path == NOT_FOUND else absolute(page.path)
    custom = asset(CUSTOM) if CUSTOM in assets.paths else ""
    functions: dict[str, Any] = {"href": href, "asset": asset, "absolute": absolute}
    return {
        **functions,
        "canonical": canonical,
        "custom_style": custom,
        "footer": footer.write(page),
        "page": page,
    }


_OPTIONS: Mapping[str, Any] = {
    "autoescape": True,
    "undefined": jinja2.StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "auto_reload": False,
    "cache_size": -1,
}


def make_environment(
    folder: Path, language: str = DEFAULT, compiled: CompiledTemplates | None = None
) -> jinja2.Environment:
    """Return the environment of templates for pages in `language`.

    Templates of the site's folder come before the theme's of the same name, and run in a sandbox. Whatever is the same
    on all pages of a language is global, so components can be imported without the context of a page, once for all
    pages.
    """
    theme, own = theme_folder("templates"), find_own_templates(folder)
    fast = FastEnvironment(loader=TemplateLoader([theme]), bytecode_cache=compiled, **_OPTIONS)
    _add_language(fast, language)
    if own is None:
        return fast
    # Most sites have no templates of their own, and importing this takes longer than rendering a page.
    from newsbrief.theme.sandbox import SandboxEnvironment

    sandbox = SandboxEnvironment(own, fast, loader=TemplateLoader([own, theme]), bytecode_cache=compiled, **_OPTIONS)
    _add_language(sandbox, language)
    return sandbox


def _add_language(environment: jinja2.Environment, language: str) -> None:
    """Add the functions and filters that are the same on all pages of a language."""

    def as_date(given: DateRange | date, language: str = language) -> str:
        """Return a date as the page's language writes it."""
        return format_date(given, language)

    def with_weekday(given: DateRange, language: str = language) -> str:
        """Return a date as the page's language writes it, a single day with its weekday."""
        return format_with_weekday(given, language)

    def in_running_text(name: str) -> str:
        """Return the name of a side as it stands inside a sentence."""
        return within_sentence(name, language)

    environment.globals.update(
        in_running_text=in_running_text,
        join_names=join_names,
        say=read_interface(language),
        say_relation=say_relation,
        briefing_path=briefing_path,
        story_path=story_path,
        topic_path=topic_path,
        name_language=name_language,
        party_id=party_id,
        words_id=words_id,
        refer=refer,
        refer_to_mentions=refer_to_mentions,
        refer_to_quotes=refer_to_quotes,
    )
    filters: Mapping[str, Callable[..., str]] = {"as_date": as_date, "with_weekday": with_weekday, "shorten": shorten}
    environment.filters.update(filters)
