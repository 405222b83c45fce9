"""The setup that all pages of a site are made with: settings, plain pages, theme. Each worker process has a copy."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from newsbrief.content.shared_actors import NO_SHARED_ACTORS, SharedActors
from newsbrief.model.site import PlainPage, Site, SiteConfig
from newsbrief.theme.assets import Assets

if TYPE_CHECKING:
    from newsbrief.theme.render import Renderer
    from newsbrief.theme.template_cache import CompiledTemplates


class SiteSetup(Struct, frozen=True, eq=False, dict=True):
    """The site in `folder`, with what its pages share; `assets` is None where pages are only checked.

    `actors` are those that the fact sheets share. `has_search` says that there is a page that searches all briefings,
    `is_large` that there are too many of them to hold their pages in memory.
    """

    folder: Path
    config: SiteConfig
    drafts: bool
    pages: tuple[PlainPage, ...] = ()
    assets: Assets | None = None
    has_search: bool = False
    is_large: bool = False
    actors: SharedActors = NO_SHARED_ACTORS

    def __reduce__(self) -> tuple[Any, ...]:
        return SiteSetup, (
            self.folder,
            self.config,
            self.drafts,
            self.pages,
            self.assets,
            self.has_search,
            self.is_large,
            self.actors,
        )

    @cached_property
    def render(self) -> "Renderer":
        """The function that renders a page of the site."""
        # A check renders nothing, and does without Jinja.
        from newsbrief.theme.render import make_renderer

        assert self.assets is not None
        return make_renderer(
            Site(self.config, (), self.pages, has_search=self.has_search), self.folder, self.assets, self.compiled
        )

    @cached_property
    def compiled(self) -> "CompiledTemplates":
        """The templates that this process need not compile."""
        from newsbrief.theme.template_cache import compiled_templates

        return compiled_templates(self.folder)
