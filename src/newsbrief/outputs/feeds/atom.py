"""The feed as Atom: https://www.rfc-editor.org/rfc/rfc4287"""

from datetime import date
from typing import TYPE_CHECKING

from newsbrief import __version__
from newsbrief.outputs.feeds.entries import Entry, Feed
from newsbrief.outputs.xml_text import DECLARATION, mend_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

FEED_ATOM = "feed.xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_NEVER = date(1970, 1, 1)
"""The day on which a feed without entries was updated: Atom wants one, and no briefing gives one."""


def write_atom(feed: Feed) -> bytes:
    """Return the feed as an Atom document. Characters that XML 1.0 forbids are replaced by U+FFFD."""
    from xml.etree.ElementTree import Element, indent, tostring

    root = Element("feed", {"xmlns": _NAMESPACE, "xml:lang": mend_text(feed.language)})
    _add(root, "id", feed.home)
    _add(root, "title", feed.title)
    if feed.tagline:
        _add(root, "subtitle", feed.tagline)
    _add(root, "updated", _as_instant(max((entry.updated for entry in feed.entries), default=_NEVER)))
    _add(_add(root, "author"), "name", feed.author)
    _link(root, "self", "application/atom+xml", f"{feed.home}{FEED_ATOM}")
    _link(root, "alternate", "text/html", feed.home)
    _add(root, "generator", "Newsbrief", version=__version__)
    for entry in feed.entries:
        _add_entry(root, entry)
    indent(root)
    return f"{DECLARATION}{tostring(root, encoding='unicode')}\n".encode()


def _add_entry(root: "Element", entry: Entry) -> None:
    element = _add(root, "entry", **{"xml:lang": entry.language})
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "updated", _as_instant(entry.updated))
    _link(element, "alternate", "text/html", entry.url, hreflang=entry.language)
    _link(element, "related", "application/json", entry.evidence)
    if entry.summary:
        _add(element, "summary", entry.summary)
    if entry.html:
        _add(element, "content", entry.html, type="html")


def _as_instant(day: date) -> str:
    """Return a day as Atom wants it, to the second: the day is all that is known, so its first second in UTC."""
    return f"{day.isoformat()}T00:00:00Z"


def _link(parent: "Element", relation: str, media_type: str, address: str, **others: str) -> None:
    _add(parent, "link", rel=relation, type=media_type, href=address, **others)


def _add(parent: "Element", tag: str, text: str = "", **attributes: str) -> "Element":
    from xml.etree.ElementTree import SubElement

    element = SubElement(parent, tag, {name: mend_text(value) for name, value in attributes.items()})
    element.text = mend_text(text) or None
    return element
