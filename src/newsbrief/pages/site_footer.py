"""The footer that a site's settings give to every page, with its links as they lead from each page.

FooterWriter(config).write(page)
"""

from functools import cached_property
from html import unescape
from urllib.parse import urlsplit

from markupsafe import Markup

from newsbrief.model.languages import primary_language
from newsbrief.model.patterns import compile_late
from newsbrief.model.site import SiteConfig, SiteFooter
from newsbrief.pages.annotated_article import render_document
from newsbrief.pages.page import Page

_LINK = compile_late(r'(?<= href=")[^"]*')


class FooterWriter:
    """Writes the footers of a site: that of a page's language, or else that of the site's."""

    def __init__(self, config: SiteConfig) -> None:
        self.config = config

    def write(self, page: Page) -> Markup:
        """Return the footer of a page; "" where the site has none."""
        if not self.config.footers:
            return Markup()
        footer = self._by_language.get(primary_language(page.language), self.config.footers[0])
        tag = f'<div lang="{footer.language}" dir="auto">' if footer.language != page.language else "<div>"
        html = _LINK.sub(lambda found: self._lead(unescape(found[0]), page), self._html[footer.language])
        return Markup(f"{tag}{html}</div>")

    def _lead(self, address: str, page: Page) -> str:
        """Return the address of a link, which a relative one has from the root of the site."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            return str(Markup.escape(address))
        folder = parts.path.endswith("/")
        target = f"{parts.path}index.html" if folder else parts.path
        way = page.href(target, parts.fragment, self.config.base_url)
        query = f"?{parts.query}" if parts.query else ""
        path, mark, fragment = way.partition("#")
        return str(Markup.escape(f"{path}{query}{mark}{fragment}"))

    @cached_property
    def _by_language(self) -> dict[str, SiteFooter]:
        return {primary_language(each.language): each for each in self.config.footers}

    @cached_property
    def _html(self) -> dict[str, Markup]:
        return {each.language: render_document(each.document) for each in self.config.footers}
