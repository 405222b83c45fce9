"""Lines by which a page speaks to its readers, and which are none of its article: “Follow us”, “Read more”, “Sign up”.

`is_of_page("Follow Tia Orr on Twitter.", "en")` is True.
"""

import re
from functools import cache

from newsbrief.content.own_tables import read_own_table, split_phrases
from newsbrief.model.languages import primary_language
from newsbrief.model.paths import PACKAGE

_TABLE = PACKAGE / "reading" / "page_lines.yaml"
_NETWORKS = r"(?:Twitter|X|Facebook|Instagram|Threads|LinkedIn|YouTube|TikTok|WhatsApp|Telegram|Mastodon|Bluesky)"
_FOLLOW = re.compile(
    r"(?:Follow|Like|Find|Join|Folgen|Folge|Suivez|Sigue|Segui|Siga|Volg) "
    rf"[^.!?]*?(?:@\w|\b(?:on|at|auf|sur|en|su|no|op) {_NETWORKS}\b)"
)


def is_of_page(words: str, language: str) -> bool:
    """Say whether a sentence or a paragraph begins with words for the readers of a page."""
    words = words.lstrip(" *[(–—-")
    return _FOLLOW.match(words) is not None or words[:60].lower().startswith(_beginnings(primary_language(language)))


@cache
def _beginnings(language: str) -> tuple[str, ...]:
    table = read_own_table(_TABLE)
    return tuple(phrase for key in ("en", language) for phrase in split_phrases(table.get(key)))
