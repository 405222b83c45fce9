"""What an article says of an actor beside its name: the title before it, or the words between commas behind it.

`describe(text, actor, "en")` of `Nora Vane, leader of the council, said` is “leader of the council”.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from newsbrief.model.document import Span
from newsbrief.reading.actors.lexicon import NamingWords, list_words, read_words

if TYPE_CHECKING:
    from newsbrief.reading.actors.reader import ArticleActor

_APPOSED = re.compile(r", ([^\W_][^,;.:!?()\n\"“”«»]*+)(?=[,;]|\.\s|\.$)")
_LONGEST = 160
_FEW = 6
_MOST = 2
"""The most descriptions of an actor that are given, and the most mentions that are looked at for them."""

_MOST_MENTIONS = 30
_BARE = list_words("mr mrs ms miss dr sir m mme mlle herr frau señor señora sr sra don doña signor signora lord lady")


class Description(Struct, frozen=True):
    """The words that describe an actor, and those with the name in them that a sentence can cite."""

    words: Span
    cite: Span


def describe(text: str, actor: "ArticleActor", language: str) -> list[Description]:
    """Return the first descriptions of an actor, in the order of the article."""
    words = read_words(language)
    found: list[Description] = []
    for mention in actor.mentions[:_MOST_MENTIONS]:
        if mention.title and mention.title.lower().rstrip(".") not in _BARE and actor.is_person:
            start = text.rfind(mention.title, 0, mention.span.start)
            if start >= 0 and mention.span.start - start < _LONGEST:
                found.append(Description(Span(start, start + len(mention.title)), Span(start, mention.span.end)))
        found += _apposed(text, mention.span, words, "role nouns" if actor.is_person else "body nouns")
    told: dict[str, Description] = {}
    for each in found:
        told.setdefault(text[each.words.start : each.words.end].lower(), each)
    return list(told.values())[:_MOST]


def _apposed(text: str, name: Span, words: NamingWords, key: str) -> Iterator[Description]:
    match = _APPOSED.match(text, name.end, min(len(text), name.end + _LONGEST))
    if match is None:
        return
    first = match[1].lower().split()
    if not first or (text[match.end(1)] == "." and words.has("titles", first[-1])):
        # “…, the lawyer leading Mrs. Vane’s search”: the full stop ends no clause.
        return
    opening = first[1:] if first and first[0] in ("the", "a", "an") else first
    if (
        first
        and (first[0] in ("the", "a", "an") or words.has(key, first[0].strip("’'s")))
        and any(words.has(key, word.rstrip("s’'")) or words.has(key, word) for word in opening[:_FEW])
    ):
        yield Description(Span(match.start(1), match.end(1)), Span(name.start, match.end(1)))
