"""The words beside a name of which nothing is known that show whether a person or a body has it.

`read_sign(text, span, "en")` of `Clean Water Halden, a group of residents` is `KindSign("group")`.
"""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from newsbrief.model.document import Span
from newsbrief.reading.actors.lexicon import NamingWords, list_words, read_words
from newsbrief.reading.actors.mentions import NameMention
from newsbrief.reading.speech.lexicon import read_lexicon

Strength = Literal["plain", "weak"]

_FAR, _NEAR, _FEW = 60, 30, 4
_AGE = re.compile(r" ?[,(] ?\d{1,3}(?:[,).;]| years)")
_WHO = re.compile(r",? who\b(?!se)")
_APPOSED = re.compile(r", ((?:[^\W\d_][\w’'-]* ){0,7}[^\W\d_][\w’'-]*)")
_CUT = re.compile(r"[.,;:“\"«(]")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_STOPS = list_words("of for at in from that which who with based by and to on has was is said as whose under")
_BODY_KINDS = {
    "company": "company firm maker manufacturer carmaker automaker airline retailer bank operator supplier publisher"
    " insurer lender brokerage producer developer subsidiary startup start-up exporter contractor consultancy provider",
    "media": "newspaper magazine broadcaster website paper weekly daily",
    "party": "party",
    "university": "university college",
    "agency": "agency regulator watchdog ministry institute",
    "armed-group": "militia",
    "alliance": "alliance coalition",
}
_KIND_OF = {word: kind for kind, words in _BODY_KINDS.items() for word in words.split()}


_PORT_OF = re.compile(r"(\w+) of $")
_OWNED = re.compile(r"[’']s ([\w-]+)")
_MARKS = frozenset('"“”„«»‹›「」『』')
_TOLD = re.compile(r"\b(?:told|tells|tell) $")
_ADJECTIVES = list_words("major general chief head private premier prime deputy veteran justice")
_CALLINGS = ("ologist", "ographer", "ician")


class KindSign(Struct, frozen=True):
    """The kind of actor that words beside a name show; `plain` words say it, `weak` ones make it likely."""

    kind: str
    strength: Strength = "plain"


def read_sign(text: str, name: Span, language: str) -> KindSign | None:
    """Return what the words right before and behind a name say of its kind; None where they say nothing."""
    words = read_words(language)
    after, before = text[name.end : name.end + _FAR], text[max(0, name.start - _FAR) : name.start]
    before = before.rpartition("\n")[2]
    if apposed := _APPOSED.match(after):
        listed = list(_to_stop(apposed[1].lower().split()))
        for word in reversed(listed):
            if kind := _kind_of(word, words):
                return KindSign(kind)
    if _AGE.match(after) or (language.startswith("en") and _WHO.match(after)):
        return KindSign("person")
    if (last := _WORD.findall(before[-_NEAR:])) and before.endswith((f"{last[-1]} ", f"{last[-1]}, ")):
        office = last[-1].lower()
        if words.has("titles", office) and office not in _ADJECTIVES and last[-1][0].islower():
            return KindSign("person")
        if kind := _kind_of(office, words):
            return KindSign("media" if [each.lower() for each in last[-2:]] == ["news", "agency"] else kind)
        if before.endswith(", "):
            clause = _CUT.split(before[:-2])[-1].lower().split()[:_FEW]
            if any(words.has(kind, word) for word in clause for kind in ("role nouns", "titles")):
                return KindSign("person")
    if _speaks(before, after, language):
        return KindSign("person", "weak")
    return None


def _to_stop(words: list[str]) -> Iterator[str]:
    """Yield the words of a description up to the small word behind its noun."""
    for word in words:
        if word in _STOPS:
            return
        yield word


def _kind_of(word: str, words: NamingWords) -> str | None:
    word = word.partition("’")[0].partition("'")[0]
    if words.has("role nouns", word) or word.endswith(_CALLINGS):
        return "person"
    if word.endswith("maker"):
        return "company"
    if words.has("body nouns", word):
        return _KIND_OF.get(word, "group")
    return None


def _speaks(before: str, after: str, language: str) -> bool:
    """Say whether a verb of saying stands beside a name, an adverb perhaps between them."""
    verbs = read_lexicon(language).verbs
    near = [*_WORD.findall(before)[-2:], *_WORD.findall(after)[:1]] if not after.startswith((".", "\n")) else []
    near = near or _WORD.findall(before)[-2:]
    if _TOLD.search(before):
        # Who is told something may be a paper as well.
        return False
    return any(word.lower() in verbs for word in near)


def is_spoken(text: str, name: Span, language: str) -> bool:
    """Say whether a verb of saying stands right beside one word that may be somebody's last name."""
    before = text[max(0, name.start - _FAR) : name.start].rpartition("\n")[2]
    return _speaks(before, text[name.end : name.end + _FAR], language)


def is_place(text: str, words: NamingWords, mention: NameMention) -> bool:
    """Say whether the words beside a name show that it is a place: one before it, or an office behind it."""
    if mention.beside.is_placed:
        return True
    before = _PORT_OF.search(text, max(0, mention.span.start - _FAR), mention.span.start)
    if before and (words.has("place nouns", before[1].lower()) or words.has("places", before[1].lower())):
        return True
    after = _OWNED.match(text, mention.span.end)
    return after is not None and any(
        words.has(kind, after[1].lower()) for kind in ("role nouns", "titles", "place nouns", "places")
    )


def is_set_apart(text: str, mention: NameMention) -> bool:
    """Say whether nothing but a name stands between quotation marks: a title mostly."""
    before, after = (
        text[max(0, mention.span.start - 1) : mention.span.start],
        text[mention.span.end : mention.span.end + 2],
    )
    return before in _MARKS and bool(before) and any(char in _MARKS for char in after)
