"""Articles in Markdown: markup stays markup, by the same rules as in an article that stands, and all else is kept.

`read_incoming_markdown("a.md", text).body` is the text in the form in which `newsbrief check --fix` writes it.
"""

import re
from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from newsbrief.content.incoming.bylines import read_day
from newsbrief.content.incoming.incoming_article import IncomingArticle, IncomingOrigin, clean_text
from newsbrief.content.invisible_characters import find_invisible
from newsbrief.content.markdown import MarkdownError
from newsbrief.content.pasted_text import read_pasted
from newsbrief.content.source_file import SourceFile, with_line_feeds
from newsbrief.content.strict_yaml import parse_yaml

_SURE_SIGN = re.compile(r"^#{1,6} \S.*\n\s*$|\]\(https?://|^---\n(?:.*\n){1,40}?---$|^```", re.MULTILINE)
_FRONT = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"\s*#[ \t]+(?=.*[^\W\d_])(\S.*?)[ \t]*#*[ \t]*(?:\n|\Z)")
_MOST_ROUNDS = 5
_URL = re.compile(r"https?://[^\s/]+\.\S+")


def looks_like_markdown(text: str) -> bool:
    """Say whether a text has signs that are in no other text: a heading of its own, a link, front matter, code."""
    return _SURE_SIGN.search(with_line_feeds(text)) is not None


def read_incoming_markdown(name: str, text: str, notes: tuple[str, ...]) -> IncomingArticle:
    """Return the article of a text in Markdown. ValueError: it is too tangled to be read."""
    text = with_line_feeds(text)
    hidden = {at for at, _ in find_invisible(text)}
    text = "".join(char for at, char in enumerate(text) if at not in hidden) if hidden else text
    origin = IncomingOrigin()
    if front := _FRONT.match(text):
        origin = _read_front_matter(SourceFile(name, text), front[1])
        text = text[front.end() :]
    heading = _TITLE.match(text)
    if heading and text[heading.end() :].strip() and (not origin.title or clean_text(heading[1]) == origin.title):
        origin = replace(origin, title=clean_text(heading[1]))
        text = text[heading.end() :]
    try:
        body, shown = _fix(text)
    except MarkdownError as error:
        raise ValueError(f"{error}; {error.hint}") from None
    return IncomingArticle(body, shown, origin, notes)


def _fix(text: str) -> tuple[str, str]:
    """Return a text in the form in which every sign of it is kept, and what it shows."""
    for _ in range(_MOST_ROUNDS):
        pasted = read_pasted(text)
        if not pasted.edits:
            break
        text = pasted.written
    pasted = read_pasted(text)
    return text.strip("\n"), pasted.document.text


def _read_front_matter(file: SourceFile, text: str) -> IncomingOrigin:
    """Return what front matter says, by the names that several programs give its keys."""
    values = parse_yaml(file, text, first_line=2).values
    source = values.get("source")
    values = (source if isinstance(source, dict) else {}) | values
    day = _find(values, "published", "date", "publishDate", "pubDate")
    url = _find(values, "url", "canonical", "canonical_url", "link", "source")
    return IncomingOrigin(
        title=_find(values, "title", "headline"),
        author=_find(values, "author", "authors", "byline", "creator"),
        publisher=_find(values, "publisher", "site", "sitename", "site_name"),
        url=url if _URL.fullmatch(url) else "",
        published=read_day(day[:10]) or read_day(day),
        language=_find(values, "lang", "language"),
    )


def _find(values: Mapping[str, Any], *keys: str) -> str:
    """Return the first text under one of the keys; names in a list are joined."""
    for key in keys:
        value = values.get(key)
        value = ", ".join(map(str, value)) if isinstance(value, list) and value else value
        if isinstance(value, (str, int)) and not isinstance(value, bool) and clean_text(str(value)):
            return clean_text(str(value))
    return ""
