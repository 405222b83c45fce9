"""An incoming article as the file `article.md` of a new briefing.

    write_article(read_incoming_file(path), as_of=date(2019, 4, 7))

is the text of the file: front matter with what is known of the article's origin, marked as a draft, and below it the
article, whose canonical text is that of the incoming one, character for character.
"""

import re
from datetime import date
from typing import Any

from newsbrief.content.incoming.incoming_article import IncomingArticle
from newsbrief.content.yaml_text import write_mapping

_LONGEST_TITLE = 80
_NO_TITLE = "Untitled"
"""For an article without a word, such as a lone quotation mark."""
_SINGLE = re.compile(r"(?<!\w)['‘’](?=\S)(.+?)(?<=\S)['’](?!\w)")
_MARKS = re.compile('["“”„«»‘‚‹›「」『』]')


def write_article(article: IncomingArticle, as_of: date, title: str = "", language: str = "") -> str:
    """Return the text of `article.md`; a title or a language that is given goes before what the article says."""
    origin = article.origin
    source = {
        "publisher": origin.publisher,
        "author": origin.author,
        "published": origin.published.isoformat() if origin.published else "",
        "url": origin.url,
    }
    front: dict[str, Any] = {
        "title": title or origin.title or name_by_first_words(article.text) or _NO_TITLE,
        "as_of": as_of.isoformat(),
        "source": {key: value for key, value in source.items() if value},
        "image_credit": origin.image_credit,
        "lang": language or origin.language,
        "draft": True,
    }
    head = write_mapping({key: value for key, value in front.items() if value})
    return "\n".join(["---", *head, "---", "", article.body, ""])


def without_marks(title: str) -> str:
    """Return a title without its quotation marks; an apostrophe stays."""
    return _MARKS.sub("", _SINGLE.sub(r"\1", title))


def name_by_first_words(text: str) -> str:
    """Return the first words of a text, without quotation marks: a title until the editor writes one."""
    first = " ".join(_MARKS.sub("", text[: 4 * _LONGEST_TITLE]).split())
    if len(first) <= _LONGEST_TITLE:
        return first
    return f"{first[:_LONGEST_TITLE].rpartition(' ')[0] or first[:_LONGEST_TITLE]} …"
