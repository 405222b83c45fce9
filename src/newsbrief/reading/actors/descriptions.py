"""What an article says of an actor beside its name: the title before it, or the words between commas behind it.

`describe(text, actor, "en")` of `Nora Vane, leader of the council, said` is “leader of the council”.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from newsbrief.evidence.name_words import STARTERS, TIMES
from newsbrief.model.document import Span
from newsbrief.reading.actors.lexicon import NamingWords, list_words, read_words

if TYPE_CHECKING:
    from newsbrief.reading.actors.reader import ArticleActor

_APPOSED = re.compile(r", ([^\W_][^,;.:!?()\n\"“”«»]*+)(?=[,;]|\.\s|\.$)")
_MOST_OFFICE_WORDS = 7
_BEFORE = re.compile(r"((?:[^\W\d_][\w’'-]* ){0,6}[^\W\d_][\w’'-]*),? $")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LEADS = re.compile(
    r", who ((?:leads?|heads?|chairs?|runs?|owns?|(?:co-)?founded|led|headed|chaired|ran|represents?|represented"
    r"|coaches|commands?|commanded|edits?|teaches|studies|works (?:for|at|as)) [^,;.:!?()\n\"“”«»]{2,70}?)"
    r"(?=[,;]|[.!?](?:\s|$))"
)
_IS = re.compile(r",? who (?:is|was) ((?:the |a |an )?[^,;.:!?()\n\"“”«»]{2,60}?)(?=[,;]|[.!?](?:\s|$))")
_OF_BODY = re.compile(r" (?:of|for|at) (?:the )?[A-ZÀ-Þ][\w’'-]*(?: (?:of )?[A-ZÀ-Þ][\w’'-]*)*")
_FULL = {
    "gen": "general", "lt": "lieutenant", "col": "colonel", "sgt": "sergeant", "capt": "captain", "maj": "major",
    "adm": "admiral", "gov": "governor", "sen": "senator", "rep": "representative", "prof": "professor", "dr": "doctor",
    "rev": "reverend", "pres": "president", "cmdr": "commander", "brig": "brigadier",
}  # fmt: skip
_LONGEST = 160
_FEW = 6
_MOST = 2
"""The most descriptions of an actor that are given, and the most mentions that are looked at for them."""

_MOST_MENTIONS = 30
_MOST_OWNERS = 4
_LONGEST_SHORTENED = 5
"""The most letters of a word that a full stop shortens: `Calif.`"""

_WORD_BEFORE = re.compile(r"(?<![^\s“\"(])([^\W\d_][\w.’'-]*) $")
_OWNED = re.compile(r"[^\W\d_][\w-]*[’']s ")
_ALL_ARTICLES = list_words(
    "the a an der die das ein eine le la l’ l' un une el los las una il lo uno o os as um uma de het een"
)
_ARTICLES = list_words("the a an")
_BARE = list_words("mr mrs ms miss dr sir m mme mlle herr frau señor señora sr sra don doña signor signora lord lady")


class Description(Struct, frozen=True):
    """The words that describe an actor, and those with the name in them that a sentence can cite."""

    words: Span
    cite: Span


def describe(text: str, actor: "ArticleActor", language: str) -> list[Description]:
    """Return the first descriptions of an actor, in the order of the article; of a title, its longest form."""
    words = read_words(language)
    found: list[Description] = []
    for mention in actor.mentions[:_MOST_MENTIONS]:
        if actor.is_person:
            if mention.title and mention.title.lower().rstrip(".") not in _BARE:
                start = text.rfind(mention.title, 0, mention.span.start)
                if start >= 0 and mention.span.start - start < _LONGEST and not _is_plural(mention.title, words):
                    first = _with_owner(text, start, words)
                    found.append(Description(Span(first, start + len(mention.title)), Span(first, mention.span.end)))
            else:
                found += _office_before(text, mention.span, words)
            found += _leading(text, mention.span, words)
        found += _apposed(text, mention.span, words, "role nouns" if actor.is_person else "body nouns")
    told: dict[str, Description] = {}
    for each in found:
        key = _in_full(text[each.words.start : each.words.end])
        known = told.setdefault(key, each)
        if each.words.end - each.words.start > known.words.end - known.words.start:
            told[key] = each
    return [
        each for key, each in told.items() if not any(f" {key} " in f" {other} " for other in told if other != key)
    ][:_MOST]


def _in_full(words: str) -> str:
    """Return the words of a description in small letters, with short titles in full: `general` for `Gen.`"""
    return " ".join(_FULL.get(word.rstrip("."), word.rstrip(".,")) for word in words.lower().split())


def _office_before(text: str, name: Span, words: NamingWords) -> Iterator[Description]:
    """Yield the words for an office right before a name: `Club president`, `the council’s chairman,`."""
    match = _BEFORE.search(text, max(0, name.start - _LONGEST // 2), name.start)
    if match is None:
        return
    found = [(each.start() + match.start(), each[0]) for each in _WORD.finditer(match[1])]
    lows = [word.lower() for _, word in found]
    if not words.has("role nouns", lows[-1]) and not words.has("titles", lows[-1]):
        return
    first = len(found) - 1
    while first and (_describes_office(lows[first - 1], words) or _is_owner(found[first - 1][1])):
        first -= 1
    if not _is_owner(found[first][1]):
        first = _body_before([word for _, word in found], first, words)
    start, last = _with_owner(text, found[first][0], words), found[-1]
    if lows[first:] and lows[-1] not in _BARE:
        yield Description(Span(start, last[0] + len(last[1])), Span(start, name.end))


def _with_owner(text: str, start: int, words: NamingWords) -> int:
    """Return where the words begin that say whose office it is: `Kesten State’s Attorney`, `the group’s founder`."""
    first = start
    for _ in range(_MOST_OWNERS):
        match = _WORD_BEFORE.search(text, max(0, first - _LONGEST), first)
        if match is None:
            return first
        word = match[1].removesuffix("’s").removesuffix("'s")
        is_whole = word.endswith(".") and len(word) > _LONGEST_SHORTENED
        is_name = word[0].isupper() and not is_whole and word.lower() not in words.small | STARTERS | TIMES
        if is_name:
            first = match.start(1)
        elif match[1].lower() in _ARTICLES and _OWNED.match(text, first):
            return match.start(1)
        else:
            return first
    return start


def _is_role(words: NamingWords, key: str, word: str) -> bool:
    """Say whether a word, or what stands behind its hyphen, describes an actor: `founder`, `Deutschland-Chef`."""
    each = {word, word.rstrip("s’'"), word.rpartition("-")[2]}
    return any(words.has(key, one) for one in each)


def _is_plural(title: str, words: NamingWords) -> bool:
    """Say whether a title is that of several: `Attorneys`, `ministers`."""
    low = title.lower().split()[-1]
    return low.endswith("s") and words.has("titles", low.removesuffix("s"))


def _body_before(office: Sequence[str], first: int, words: NamingWords) -> int:
    """Return where the body whose office it is begins: `Bank of the South` before `governor`; `first` for none."""
    start = first
    while start and _is_of_body(office[start - 1], words):
        start -= 1
        link = start - 1 - (start > 1 and words.has("link articles", office[start - 1]))
        if link > 0 and words.has("links", office[link]) and _is_of_body(office[link - 1], words):
            start = link
    is_cut = start == 0 and len(office) == _MOST_OFFICE_WORDS
    is_torn = is_cut or any(words.has("links", word) for word in office[max(0, start - 2) : start])
    return first if is_torn else start


def _is_of_body(word: str, words: NamingWords) -> bool:
    """Say whether a word before an office belongs to the name of a body: `World Bank` of `World Bank economist`."""
    low = word.lower()
    is_small = low in words.small | STARTERS | TIMES or low.endswith(("ed", "ing", "ly"))
    return word[0].isupper() and not is_small


def _is_owner(word: str) -> bool:
    return word.endswith(("'s", "’s"))


def _describes_office(low: str, words: NamingWords) -> bool:
    kinds = ("role nouns", "titles", "title modifiers", "body nouns")
    return any(words.has(kind, low) for kind in kinds) or low in words.heads or low in words.demonyms


def _leading(text: str, name: Span, words: NamingWords) -> Iterator[Description]:
    """Yield what a person leads or is, as a clause behind the name says: `Bakke, who leads the group, said`."""
    match = _LEADS.match(text, name.end, min(len(text), name.end + _LONGEST))
    if match is not None:
        yield Description(Span(match.start(1), match.end(1)), Span(name.start, match.end(1)))
    elif match := _IS.match(text, name.end, min(len(text), name.end + _LONGEST)):
        roles = [each for each in _WORD.finditer(match[1]) if _is_role(words, "role nouns", each[0].lower())]
        if roles:
            role = match.start(1) + roles[-1].end()
            end = of.end() if (of := _OF_BODY.match(text, role)) else role
            yield Description(Span(match.start(1), end), Span(name.start, end))


def _apposed(text: str, name: Span, words: NamingWords, key: str) -> Iterator[Description]:
    match = _APPOSED.match(text, name.end, min(len(text), name.end + _LONGEST))
    if match is None:
        return
    first = match[1].lower().split()
    if not first or (text[match.end(1)] == "." and words.has("titles", first[-1])):
        # “…, the lawyer leading Mrs. Vane’s search”: the full stop ends no clause.
        return
    opening = first[1:] if first and first[0] in _ALL_ARTICLES else first
    if (
        first
        and (first[0] in _ALL_ARTICLES or words.has(key, first[0].strip("’'s")))
        and any(_is_role(words, key, word) for word in opening[:_FEW])
    ):
        yield Description(Span(match.start(1), match.end(1)), Span(name.start, match.end(1)))
