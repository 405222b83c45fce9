"""What a saved page says of the article's origin: headline, author, publisher, day, address and language.

JSON-LD is believed first, then `<meta>`, then the page itself. Nothing is guessed: what no page says is left open.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from newsbrief.content.incoming.bylines import read_day
from newsbrief.content.incoming.incoming_article import IncomingOrigin, clean_text

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_MOST_JSON = 500_000
_MOST_OBJECTS = 5_000
_ARTICLE = re.compile(
    r"(?:News|Report|Analysis|Opinion|Background|Review|Liveblog|Blog|Social|Tech)?\w*(?:Article|Posting)$"
)
_SAVED = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
_URL = re.compile(r"https?://[^\s/]+\.\S+")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LONGEST = 300


def read_page_origin(tree: "LexborHTMLParser", html: str) -> IncomingOrigin:
    """Return what a page says of its article's origin."""
    linked = _read_linked_data(tree)
    meta = _read_meta(tree)
    heading = tree.css_first("article h1, main h1, h1")
    title = linked.get("title") or meta.get("og:title") or (heading.text() if heading else "")
    language = tree.root.attributes.get("lang") if tree.root is not None else ""
    canonical = tree.css_first("link[rel=canonical i]")
    saved = _SAVED.search(html[:2000])
    urls = [linked.get("url"), canonical.attributes.get("href") if canonical else "", meta.get("og:url")]
    urls.append(saved[1] if saved else "")
    days = [linked.get("published"), *(meta.get(name) for name in ("article:published_time", "date", "dc.date"))]
    return IncomingOrigin(
        title=_one_line(title),
        author=_one_line(linked.get("author") or _read_author(meta)),
        publisher=_one_line(linked.get("publisher") or meta.get("og:site_name")),
        url=next((url.strip() for url in urls if url and _URL.fullmatch(url.strip())), ""),
        published=next((day for each in days if each and (day := _read_date(each))), None),
        language=language if language and _TAG.fullmatch(language) else "",
    )


def _one_line(text: str | None) -> str:
    text = clean_text(text or "")
    return text if len(text) <= _LONGEST else ""


def _read_author(meta: Mapping[str, str]) -> str:
    """Return the author that `<meta>` names; an address of a profile is no name."""
    names = (meta.get(key, "") for key in ("author", "article:author", "parsely-author", "dc.creator"))
    return next((name for name in names if name and not _URL.match(name.strip())), "")


def _read_date(text: str) -> date | None:
    if match := _ISO.match(text.strip()):
        try:
            return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return None
    return read_day(text)


def _read_meta(tree: "LexborHTMLParser") -> dict[str, str]:
    """Return the contents of `<meta>` by their names in small letters, the first of each."""
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        found.setdefault(name.lower(), attributes.get("content") or "")
    return found


def _read_linked_data(tree: "LexborHTMLParser") -> dict[str, str]:
    """Return what JSON-LD says of the page's article."""
    for node in tree.css('script[type="application/ld+json"]'):
        text = node.text()
        if len(text) > _MOST_JSON:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for each in _list_objects(data):
            kinds = each.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLE.fullmatch(kind) for kind in kinds):
                return _read_article_data(each)
    return {}


def _list_objects(data: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of JSON, the outer ones first, as far as there are not very many."""
    waiting = [data]
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, dict):
            yield value
            waiting += (each for each in value.values() if isinstance(each, (dict, list)))
        elif isinstance(value, list):
            waiting += (each for each in value if isinstance(each, (dict, list)))


def _read_article_data(data: Mapping[str, Any]) -> dict[str, str]:
    page = data.get("mainEntityOfPage")
    url = data.get("url") or (page.get("@id") if isinstance(page, dict) else page)
    found = {"title": data.get("headline"), "published": data.get("datePublished"), "url": url}
    found |= {"author": _name_all(data.get("author")), "publisher": _name_all(data.get("publisher"))}
    return {key: value for key, value in found.items() if isinstance(value, str) and value}


def _name_all(value: Any) -> str:
    """Return the names of one person or body, or of several."""
    values = value if isinstance(value, list) else [value]
    names = [each.get("name") if isinstance(each, dict) else each for each in values]
    return ", ".join(name for name in names if isinstance(name, str) and not _URL.match(name))
