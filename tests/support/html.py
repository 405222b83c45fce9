"""Built pages as element trees, and the test sites that are built in memory."""

import posixpath
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from newsbrief.model.site import Site
from support.sites import ROOT, SITES
from support.whole import build_in_memory, load_site

FOLDERS = {"libya": ROOT, **{name: SITES / name for name in ("two-briefings", "arabic", "court", "club")}}
LANGUAGE_SITES = ("chinese", "french", "german", "hebrew", "portuguese", "russian", "spanish", "ukrainian")
"""The names of the small sites that are there to show the interface in one language each; the Arabic one is older."""

LANGUAGE_FOLDERS = {name: SITES / name for name in LANGUAGE_SITES if (SITES / name).is_dir()}
EVERY_FOLDER = {**FOLDERS, **LANGUAGE_FOLDERS, "class": SITES / "class", "bilingual": SITES / "bilingual"}
"""The whole sites, with those of many briefings, which take longer to make."""


VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class TreeBuilder(HTMLParser):
    """Reads HTML into an ElementTree; an element that is not closed in order is an AssertionError."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = ET.TreeBuilder()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), f"an attribute is given twice in <{tag}>"
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.builder.end(tag)
        else:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes another element"
        self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        if self.open:
            self.builder.data(data)


def read_html(raw: bytes) -> ET.Element:
    """Return the root of a page, which must be well formed."""
    reader = TreeBuilder()
    reader.feed(raw.decode())
    reader.close()
    assert not reader.open
    return reader.builder.close()


def text_of(element: ET.Element) -> str:
    """Return all text in an element, every run of white space as one space."""
    return " ".join("".join(element.itertext()).split())


def by_id(page: ET.Element, id: str) -> ET.Element:
    """Return the one element with this id."""
    (found,) = (element for element in page.iter() if element.get("id") == id)
    return found


@cache
def site_of(name: str, base_url: str | None = None) -> Site:
    """Return one of the whole sites, for the address that it is configured for or another."""
    return load_site(EVERY_FOLDER[name], base_url)


@cache
def files_of(name: str, base_url: str | None = None) -> dict[str, bytes]:
    """Return every file of one of the whole sites, made in memory."""
    return build_in_memory(EVERY_FOLDER[name], base_url)


@cache
def pages_of(name: str) -> dict[str, ET.Element]:
    return {path: read_html(raw) for path, raw in files_of(name).items() if path.endswith(".html")}


def links_of(page: ET.Element) -> Iterator[tuple[ET.Element, str]]:
    """Yield every element of a page that has an address, with it."""
    for element in page.iter():
        for attribute in ("href", "src", "srcset", "poster", "action", "data", "cite"):
            if attribute in element.attrib:
                yield element, element.attrib[attribute]


def is_outside(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


def target_of(path: str, address: str, base_path: str = "") -> tuple[str, str]:
    """Return the output file and the fragment to which an address on the page at `path` leads."""
    parts = urlsplit(address)
    if parts.path.startswith("/"):
        assert parts.path.startswith(f"{base_path}/"), address
        target = unquote(parts.path).removeprefix(f"{base_path}/")
    elif parts.path:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    else:
        target = path
    if target in ("", ".") or target.endswith("/"):
        target = f"{target.rstrip('/.')}/index.html".lstrip("/")
    return target, unquote(parts.fragment)


def broken_links(files: dict[str, bytes], base_url: str) -> list[str]:
    """Return every link inside the site that leads to no file, or to no element of the page."""
    pages = {path: read_html(raw) for path, raw in files.items() if path.endswith(".html")}
    ids = {path: {element.get("id") for element in page.iter()} for path, page in pages.items()}
    broken = []
    for path, page in pages.items():
        for element, address in links_of(page):
            if is_outside(address):
                continue
            target, fragment = target_of(path, address, urlsplit(base_url).path)
            if target not in files or (fragment and fragment not in ids.get(target, ())):
                broken.append(f"{path}: <{element.tag}> {address}")
    return broken
