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
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3})(?![^-]))?(?![^-])")
_LONGEST = 300
_DAY_NAMES = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time", "date",
    "datepublished", "pubdate", "pub_date", "publishdate", "publish-date", "publish_date", "publication_date",
    "published_time", "originalpublicationdate", "article_date_original", "article.published", "dc.date",
    "dc.date.issued", "dc.date.created", "dcterms.created", "dcterms.issued", "dcterms.date", "sailthru.date",
    "parsely-pub-date", "cxenseparse:recs:publishtime", "displaydate", "timestamp", "release_date",
)  # fmt: skip
_TIMES = (
    "time[pubdate]",
    "article header time[datetime]",
    "article time[datetime]",
    "main time[datetime]",
    "time[datetime]",
)
_IN_JSON = re.compile(r'"pub_?date"\s*:\s*"([^"]{8,40})"')
_FIRM = re.compile(
    r"\b(?:GmbH|Ltd|LLC|Inc|PLC|AG|SARL|S\.A\.|S\.L\.|SpA|Corp|Redaktion|Newsroom|Staff)\b", re.IGNORECASE
)


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
    publisher = _one_line(linked.get("publisher") or meta.get("og:site_name"))
    author = _one_line(linked.get("author") or _read_author(meta))
    return IncomingOrigin(
        title=_one_line(title),
        author="" if _is_body(author, publisher) else author,
        publisher=publisher,
        url=next((url.strip() for url in urls if url and _URL.fullmatch(url.strip())), ""),
        published=next((day for each in _list_days(tree, linked, meta) if (day := _read_date(each))), None),
        language=_read_language(language),
    )


def _read_language(tag: str | None) -> str:
    """Return the language tag of a page; of one with parts that no tag has, the language alone."""
    match = _TAG.match(tag or "")
    return match[0] if match else ""


def _list_days(tree: "LexborHTMLParser", linked: Mapping[str, str], meta: Mapping[str, str]) -> Iterator[str]:
    """Yield what may be the day of publication, the surest first."""
    yield linked.get("published", "")
    for name in _DAY_NAMES:
        yield meta.get(name, "")
    for data in meta.get("parsely-page", ""), meta.get("parsely-metadata", ""):
        match = _IN_JSON.search(data)
        yield match[1] if match else ""
    for node in tree.css("[itemprop=datePublished i]"):
        yield node.attributes.get("content") or node.attributes.get("datetime") or node.text()
    for selector in _TIMES:
        # Several days are those of other articles as well.
        written = {(node.attributes.get("datetime") or "")[:10] for node in tree.css(selector)}
        if len(written) == 1:
            yield written.pop()


def _is_body(author: str, publisher: str) -> bool:
    """Say whether an author is no person, but who publishes the page: `Kesten Oar Ltd`, `oar.example`."""
    low, other = author.lower().strip(), publisher.lower().strip()
    is_host = "." in low and " " not in low
    is_publisher = bool(other) and (low.startswith(other) or other.startswith(low)) and bool(low)
    return is_host or is_publisher or _FIRM.search(author) is not None


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
    found |= {"author": _name_all(_list_persons(data.get("author"))), "publisher": _name_all(data.get("publisher"))}
    return {key: value for key, value in found.items() if isinstance(value, str) and value}


def _list_persons(value: Any) -> list[Any]:
    """Return the authors that are no organisations."""
    values = value if isinstance(value, list) else [value]
    return [each for each in values if not (isinstance(each, dict) and "Organi" in str(each.get("@type")))]


def _name_all(value: Any) -> str:
    """Return the names of one person or body, or of several."""
    values = value if isinstance(value, list) else [value]
    names = [each.get("name") if isinstance(each, dict) else each for each in values]
    return ", ".join(name for name in names if isinstance(name, str) and not _URL.match(name))
