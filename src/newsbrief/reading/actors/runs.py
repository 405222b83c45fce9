"""Runs of capitalised words: `Prime Minister Fayez al-Sarraj`, `Government of National Accord`, `G.N.A.`

`read_runs(text, paragraphs, words)` lists them; each is a whole name, or a title and a name, or neither.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from newsbrief.evidence.name_words import STARTERS, TIMES
from newsbrief.model.document import Span
from newsbrief.reading.actors.lexicon import NamingWords, list_words, read_given_names

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?=\W|$)|[^\W_]++(?:(?![’']s\b)['’&.‑-][^\W_]++)*+(?![$€£¥])",
)
_OPENS = re.compile('[.!?:;…\n"“”«»„‘()\\[\\]—–•*_|]')
_PARTICLE_NAME = re.compile(r"(?:al|el|as|ash|ar|at|ul|an|bin|ibn|d|de|von|van)[-‑'’][A-ZÀ-Þ]")
_HEADLINE = 200
_VERBAL = ("ing", "ly", "ed")
_SHORT_WORD = 5
_MOST_WORDS = 12
_MOST_BEFORE_AND = 3
_WHOLE_TITLES = list_words("king pope lord lady dean head boss sir dame emir tsar czar aunt imam chef poet lama haji")
"""Short titles that are no shortened words: a full stop behind them ends a sentence."""

_OWNED_HEADS = list_words("college hospital cathedral")
_AND_HEADS = list_words(
    "service services administration commission department agency bureau ministry office board authority committee"
    " league association organization organisation"
)


class ArticleWord(Struct, frozen=True):
    """A word of an article; `gap` is what stands before it, `opens` says that a sentence or a quotation begins here."""

    text: str
    low: str
    start: int
    end: int
    gap: str
    opens: bool

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper() or bool(_PARTICLE_NAME.match(self.text))

    @property
    def plain(self) -> str:
        """The word in small letters without full stops."""
        return self.low.replace(".", "")


class NameRun(Struct, frozen=True):
    """Words that stand beside each other, with the numbers of the first and of the one behind the last."""

    words: tuple[ArticleWord, ...]
    first: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.words[0].start, self.words[-1].end)

    @property
    def lows(self) -> tuple[str, ...]:
        return tuple(word.plain for word in self.words)

    def part(self, start: int, end: int) -> "NameRun | None":
        """Return the run of some of the words; None for none."""
        if start >= end:
            return None
        return NameRun(self.words[start:end], self.first + start, self.first + end)


class ArticleWords(Struct, frozen=True):
    """The words of an article; `small` are those that it also writes without a capital."""

    text: str
    all: tuple[ArticleWord, ...]
    small: frozenset[str]

    def at(self, number: int) -> str:
        """Return the word of a number in small letters, or "" where there is none."""
        return self.all[number].low if 0 <= number < len(self.all) else ""

    def joins(self, number: int) -> bool:
        """Say whether nothing but a space stands before a word."""
        return 0 < number < len(self.all) and self.all[number].gap in (" ", "\u00a0", ". ")


def read_article_words(text: str, paragraphs: Sequence[Span], words: NamingWords) -> ArticleWords:
    """Return the words of the paragraphs; of lines in which every word has a capital, none."""
    found: list[ArticleWord] = []
    for paragraph in paragraphs:
        if not _is_headline(text, paragraph):
            found += _read(text, paragraph, words)
    small = frozenset(word.low for word in found if not word.text[0].isupper())
    return ArticleWords(text, tuple(found), small)


def _is_headline(text: str, span: Span) -> bool:
    if span.end - span.start > _HEADLINE or text[span.end - 1] in '.!?…”"':
        return False
    if text[span.start : span.end].isupper():
        return True
    longer = re.findall(r"[^\W\d_]{4,}", text[span.start : span.end])
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) >= len(longer) * 0.9


def _read(text: str, paragraph: Span, words: NamingWords) -> Iterator[ArticleWord]:
    before = paragraph.start
    previous = ""
    for match in _WORD.finditer(text, *paragraph):
        gap = text[before : match.start()]
        if gap.startswith(".") and _is_shortened(previous, gap, words):
            opens = False
        else:
            opens = before == paragraph.start or bool(_OPENS.search(gap))
            gap = ".  " if gap == ". " else gap
        start = match.start() + _elided(match[0], words)
        written = _without_participle(text[start : match.end()], words)
        gap = gap if start == match.start() else " "
        yield ArticleWord(written, written.lower().replace("’", "'"), start, start + len(written), gap, opens)
        previous, before = match[0], match.end()


def _elided(word: str, words: NamingWords) -> int:
    """Return how many letters of a word belong to another one that is joined to its front: 2 for `l’Union`."""
    front, mark, rest = word.replace("’", "'").partition("'")
    return len(front) + 1 if mark and rest and words.has("elisions", f"{front.lower()}'") else 0


def _without_participle(word: str, words: NamingWords) -> str:
    """Return the name in a word such as `NATO-backed`; the word itself where it is one name or a title."""
    name, hyphen, rest = word.partition("-")
    if hyphen and word[0].isupper() and rest[:1].islower() and not words.has("titles", word.lower()):
        return name
    return word


def _is_shortened(word: str, gap: str, words: NamingWords) -> bool:
    """Say whether the full stop behind a word belongs to it: an initial or a title."""
    if gap != ". " or not word:
        return False
    if (len(word) == 1 and word.isupper()) or word in ("St", "Mt", "Ft"):
        return True
    is_whole = word.lower() in _WHOLE_TITLES
    return len(word) <= 4 and word[0].isupper() and words.has("titles", word.lower()) and not is_whole


def read_runs(article: ArticleWords, words: NamingWords) -> list[NameRun]:
    """Return the runs of capitalised words, without the small words that open a sentence."""
    runs: list[NameRun] = []
    number = 0
    while number < len(article.all):
        if not article.all[number].is_capital:
            number += 1
            continue
        end = _end_of_run(article, number, words)
        runs += _without_opener(article, number, end, words)
        number = end
    return runs


def _end_of_run(article: ArticleWords, first: int, words: NamingWords) -> int:
    end = first + 1
    while end < len(article.all) and end - first < _MOST_WORDS:
        if _ends_name(article, end - 1, words):
            break
        if article.all[end].is_capital:
            if not _goes_on(article, end):
                break
            end += 1
        elif reached := _over_small_words(article, first, end, words):
            end = reached
        else:
            break
    return end


def _ends_name(article: ArticleWords, number: int, words: NamingWords) -> bool:
    return words.has("name suffixes", article.all[number].plain) and len(article.all[number].text) > 1


def _goes_on(article: ArticleWords, number: int) -> bool:
    word = article.all[number]
    is_plural_owner = word.gap in ("' ", "’ ") and article.at(number - 1).endswith("s")
    if word.opens or not (article.joins(number) or is_plural_owner or word.gap in (" & ", "-")):
        return False
    # In “in the U.S. The army” the full stop ends the sentence as well.
    return not (article.all[number - 1].text.endswith(".") and word.low in STARTERS)


def _over_small_words(article: ArticleWords, first: int, at: int, words: NamingWords) -> int:
    """Return the number behind the name that small words lead to: `bin Salman`, `of National Accord`; 0 for none."""
    following = at
    while following - at < 3 and words.has("particles", article.at(following)) and article.joins(following):
        following += 1
    is_name = not words.has_capital_nouns or article.all[first].low in read_given_names()
    # “Jutta Berg von Greenpeace”: behind a whole name the small word leads to where she is from.
    named = [word for word in article.all[first:at] if not words.has("titles", word.plain)]
    is_name = is_name and not (words.has_capital_nouns and len(named) > 1)
    if following > at and is_name and following < len(article.all) and article.all[following].is_capital:
        return following + 1 if _goes_on(article, following) else 0
    low, before = article.at(at), article.all[at - 1].plain
    if low == "s" and article.all[at].gap in ("'", "’") and article.at(at + 1) in _OWNED_HEADS:
        # “King’s College”, and not “Vane’s Party”.
        return at + 2 if article.all[at + 1].is_capital else 0
    if not article.joins(at):
        return 0
    inside = {word.plain for word in article.all[first:at]}
    fits = words.has(f"{low} heads", before) or (low == "of" and words.has("titles", before))
    fits = fits or (low == "of" and words.has("of names", before) and article.all[at - 1].is_capital)
    fits = (
        fits
        if low in ("of", "for")
        else low == "and" and (_may_have_and(inside, words) or _has_and_before_head(article, first, at, words))
    )
    fits = fits or (low == "and" and words.has("and pairs", f"{before} and {article.at(at + 1)}"))
    fits = fits or (low not in ("and", "of", "for") and words.has("links", low) and words.has("of heads", before))
    following = at + 1
    if fits and words.has("link articles", article.at(following)) and article.joins(following):
        following += 1
    if fits and following < len(article.all) and article.all[following].is_capital and _goes_on(article, following):
        return following + 1
    return 0


def _has_and_before_head(article: ArticleWords, first: int, at: int, words: NamingWords) -> bool:
    """Say whether “and” stands inside one name: `the Immigration and Naturalization Service`."""
    if article.at(first - 1) != "the" or not article.joins(first) or at - first > _MOST_BEFORE_AND:
        return False
    end = at + 1
    while end < len(article.all) and article.all[end].is_capital and article.joins(end):
        end += 1
    left = {word.plain for word in article.all[first:at]}
    is_name = left & words.heads.keys() or left <= words.small_territories or article.all[at - 1].text.isupper()
    return end > at + 2 and article.all[end - 1].plain in _AND_HEADS and not is_name


def _may_have_and(inside: set[str], words: NamingWords) -> bool:
    is_whole = "and" in inside
    return not is_whole and bool({"of", "for"} & inside) and any(words.has("and heads", word) for word in inside)


def _without_opener(article: ArticleWords, first: int, end: int, words: NamingWords) -> Iterator[NameRun]:
    """Yield the run without the words that only the beginning of a sentence gives a capital."""
    while first < end and _is_opener(article, first, end, words):
        first += 1
    while first < end and article.all[end - 1].low in TIMES and end - first > 1:
        end -= 1
    if first < end:
        yield NameRun(article.all[first:end], first, end)


def _is_opener(article: ArticleWords, number: int, end: int, words: NamingWords) -> bool:
    word = article.all[number]
    if len(word.text) > 1 and word.text.isupper():
        return False
    if word.low in TIMES:
        return True
    if word.low in STARTERS or word.low in words.small:
        return word.opens or word.low not in ("may", "will", "mark", "rich")
    if not word.opens or words.has("titles", word.plain) or words.has("title modifiers", word.plain):
        return False
    is_verbal = word.low.endswith(_VERBAL) and len(word.low) > _SHORT_WORD and word.low not in words.heads
    if end - number > 1 and is_verbal:
        return True
    return word.low in article.small and not (end - number == 1 and word.text.isupper())
