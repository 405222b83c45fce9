"""Templates: page → bytes. Nothing in here knows the content; nothing in a template is trusted to be HTML."""

from collections.abc import Callable, Mapping
from pathlib import Path

import jinja2

from newsbrief import __version__
from newsbrief.anchors import party_id, words_id
from newsbrief.assets import Assets, theme_folder
from newsbrief.dates import format_date, name_weekday
from newsbrief.errors import ConfigError
from newsbrief.language import read_interface
from newsbrief.model import Site
from newsbrief.pages import Page, absolute_url, briefing_path

Renderer = Callable[[Page], bytes]


def make_renderer(site: Site, folder: Path, assets: Assets) -> Renderer:
    """Return the function that renders a page of `site`, whose folder may hold templates of its own.

    Raises ConfigError for a template that is missing or faulty.
    """
    environment = make_environment(folder)
    shared = {
        "config": site.config,
        "pages": site.pages,
        "version": __version__,
    }

    def render(page: Page) -> bytes:
        def href(target: str, fragment: str = "") -> str:
            return page.href(target, fragment, site.config.base_url)

        def asset(name: str) -> str:
            if name not in assets.paths:
                raise jinja2.TemplateError(f"there is no static file {name!r}")
            return href(assets.paths[name])

        links = {
            "say": read_interface(page.language),
            "href": href,
            "asset": asset,
            "canonical": absolute_url(site.config, page.path),
        }
        try:
            template = environment.get_template(page.template)
            return template.render(**shared, **links, page=page, **page.context).encode()
        except jinja2.TemplateSyntaxError as error:
            raise _template_fault(error.name, error.lineno, error.message or "it cannot be read") from None
        except jinja2.TemplateNotFound as error:
            raise _template_fault(str(error.name), 0, "there is no such template") from None
        except jinja2.TemplateError as error:
            raise _template_fault(page.template, 0, f"{error.message} (while rendering {page.path})") from None
        except UnicodeDecodeError:
            raise _template_fault(page.template, 0, "it, or a template that it uses, is not UTF-8") from None
        except Exception as error:
            # A site's own template can raise anything; its author needs the reason, not our stack.
            raise _template_fault(page.template, 0, f"{type(error).__name__}: {error}") from None

    return render


def make_environment(folder: Path) -> jinja2.Environment:
    """Return the environment of templates; those of the site's folder come before the theme's of the same name."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([folder / "templates", theme_folder("templates")]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(briefing_path=briefing_path, party_id=party_id, words_id=words_id)
    filters: Mapping[str, Callable[..., str]] = {"as_date": format_date, "weekday": name_weekday}
    environment.filters.update(filters)
    return environment


def _template_fault(name: str | None, line: int, message: str) -> ConfigError:
    hint = "mend the template, or delete it to have the theme's own"
    return ConfigError.at(f"templates/{name}", line, message, hint)
