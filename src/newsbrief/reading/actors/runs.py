"""Runs of capitalised words: `Prime Minister Fayez al-Sarraj`, `Government of National Accord`, `G.N.A.`

`read_runs(article, words)` lists them; each is a whole name, or a title and a name, or neither.
"""

from collections.abc import Iterator

from msgspec import Struct

from newsbrief.evidence.name_words import STARTERS, TIMES
from newsbrief.model.document import Span
from newsbrief.reading.actors.article_words import ArticleWord, ArticleWords
from newsbrief.reading.actors.lexicon import NamingWords, read_common, read_given_names

_VERBAL = ("ing", "ly", "ed")
_SHORT_WORD = 5
_MOST_WORDS = 12
_MOST_BEFORE_AND = 3


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

    def written(self, text: str) -> str:
        """Return the words as an article has them."""
        return text[self.words[0].start : self.words[-1].end]

    def part(self, start: int, end: int) -> "NameRun | None":
        """Return the run of some of the words; None for none."""
        if start >= end:
            return None
        return NameRun(self.words[start:end], self.first + start, self.first + end)


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
    if (name := _past_particles(article, first, at, words)) > at:
        return name + 1 if _goes_on(article, name) else 0
    if article.at(at) == "s" and article.all[at].gap in ("'", "’") and article.at(at + 1) in read_common("owned heads"):
        # “King’s College”, and not “Vane’s Party”.
        return at + 2 if article.all[at + 1].is_capital else 0
    if not article.joins(at) or not _joins_names(article, first, at, words):
        return 0
    following = at + 1
    if words.has("link articles", article.at(following)) and article.joins(following):
        following += 1
    if following < len(article.all) and article.all[following].is_capital and _goes_on(article, following):
        return following + 1
    return 0


def _past_particles(article: ArticleWords, first: int, at: int, words: NamingWords) -> int:
    """Return the number of the name that particles such as “bin” lead to; `at` where there is none."""
    following = at
    while following - at < 3 and words.has("particles", article.at(following)) and article.joins(following):
        following += 1
    if following == at or following >= len(article.all) or not article.all[following].is_capital:
        return at
    if words.has_capital_nouns:
        named = [word for word in article.all[first:at] if not words.has("titles", word.plain)]
        if article.all[first].low not in read_given_names() or len(named) > 1:
            # “Jutta Berg von Greenpeace”: behind a whole name the small word leads to where she is from.
            return at
    return following


def _joins_names(article: ArticleWords, first: int, at: int, words: NamingWords) -> bool:
    """Say whether a small word may stand inside the name before it: “of” of `Ministry of`, “and”, “de”."""
    low, before = article.at(at), article.all[at - 1]
    if low in ("of", "for"):
        is_of_title = low == "of" and words.has("titles", before.plain)
        is_of_names = low == "of" and words.has("of names", before.plain) and before.is_capital
        return words.has(f"{low} heads", before.plain) or is_of_title or is_of_names
    if low == "and":
        inside = {word.plain for word in article.all[first:at]}
        is_pair = words.has("and pairs", f"{before.plain} and {article.at(at + 1)}")
        return is_pair or _may_have_and(inside, words) or _has_and_before_head(article, first, at, words)
    return words.has("links", low) and words.has("of heads", before.plain)


def _has_and_before_head(article: ArticleWords, first: int, at: int, words: NamingWords) -> bool:
    """Say whether “and” stands inside one name: `the Immigration and Naturalization Service`."""
    if article.at(first - 1) != "the" or not article.joins(first) or at - first > _MOST_BEFORE_AND:
        return False
    end = at + 1
    while end < len(article.all) and article.all[end].is_capital and article.joins(end):
        end += 1
    left = {word.plain for word in article.all[first:at]}
    is_name = left & words.heads.keys() or left <= words.small_territories or article.all[at - 1].text.isupper()
    return end > at + 2 and article.all[end - 1].plain in read_common("heads after and") and not is_name


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
