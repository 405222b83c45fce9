"""The map of the site for search engines, and where they find it: https://www.sitemaps.org/protocol.html"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from urllib.parse import urlsplit

from newsbrief.model.paths import absolute_url
from newsbrief.model.site import SiteConfig
from newsbrief.outputs.xml_text import DECLARATION, mend_text
from newsbrief.pages.escaping import escape_text

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
MOST_ADDRESSES = 50_000
MOST_BYTES = 50 * 1024 * 1024
"""What the protocol allows to one file."""

_SIGN = "<!-- Written by Newsbrief -->\n"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write_sitemap(
    addresses: Sequence[tuple[str, date | None]],
    config: SiteConfig,
    *,
    most_addresses: int = MOST_ADDRESSES,
    most_bytes: int = MOST_BYTES,
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the map, path and bytes: `sitemap.xml`, and where one file is not enough those it leads to.

    `addresses` has the output path of each page and the day on which it changed, where that is known. The site's
    address must be known.
    """
    rows = (_write_row("url", config, path, day) for path, day in addresses)
    parts = list(_cut(rows, most_addresses, most_bytes - len(_wrap("urlset", ()))))
    if len(parts) < 2:
        yield SITEMAP, _wrap("urlset", *parts)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield SITEMAP, _wrap("sitemapindex", [_write_row("sitemap", config, name, None) for name in names])
    for name, part in zip(names, parts, strict=True):
        yield name, _wrap("urlset", part)


def write_robots(config: SiteConfig) -> bytes:
    """Return the file by which every search engine is let in and led to the map of the site."""
    return f"# Written by Newsbrief\nUser-agent: *\nAllow: /\n\nSitemap: {absolute_url(config, SITEMAP)}\n".encode()


def is_root(config: SiteConfig) -> bool:
    """Say whether the site is all of its host. `robots.txt` is asked for there only, and ignored in any folder."""
    return bool(config.base_url) and not urlsplit(config.base_url).path


def _write_row(tag: str, config: SiteConfig, path: str, day: date | None) -> bytes:
    address = escape_text(mend_text(absolute_url(config, path)))
    changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    return f"<{tag}><loc>{address}</loc>{changed}</{tag}>\n".encode()


def _cut(rows: Iterable[bytes], most_rows: int, most_bytes: int) -> Iterator[list[bytes]]:
    """Yield the rows in parts that are as long as they may be."""
    part: list[bytes] = []
    size = 0
    for row in rows:
        if part and (len(part) == most_rows or size + len(row) > most_bytes):
            yield part
            part, size = [], 0
        part.append(row)
        size += len(row)
    if part:
        yield part


def _wrap(tag: str, rows: Iterable[bytes] = ()) -> bytes:
    return b"".join([f'{DECLARATION}{_SIGN}<{tag} xmlns="{_NAMESPACE}">\n'.encode(), *rows, f"</{tag}>\n".encode()])
