"""What each run of capitalised words names: persons, bodies, states, and words that name no actor.

`Classifier(article, words, "en").sort(run)` of `US Africa Command Marine Corps Gen. Thomas Waldhauser` is a body and a
person.
"""

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from newsbrief.evidence.name_words import STARTERS, TIMES
from newsbrief.reading.actors.article_words import ArticleWord, ArticleWords
from newsbrief.reading.actors.known_names import KnownNames
from newsbrief.reading.actors.lexicon import NamingWords, read_common
from newsbrief.reading.actors.mentions import NameMention, Sort, read_context
from newsbrief.reading.actors.name_kinds import NameKinds
from newsbrief.reading.actors.offices import OFFICES, SURNAMES, find_title, is_surname, is_title, without_branch
from newsbrief.reading.actors.runs import NameRun

_LONGEST_ABBREVIATION = 6
_MOST_PLACE_WORDS = 3


class Classifier:
    """Sorts the runs of one article."""

    def __init__(self, article: ArticleWords, words: NamingWords, language: str) -> None:
        self.article, self.words, self.language = article, words, language
        self.kinds = NameKinds(words, language)
        self.known = KnownNames(article, self.kinds, language)

    def sort(self, run: NameRun) -> Iterator[NameMention]:
        """Yield what a run names: what is known by name, what stands around a title, or the whole."""
        if found := self.known.find(run):
            start, end, mention = found
            if (before := run.part(0, start)) and not self.kinds.says_nothing(*before.lows):
                yield from self.sort(before)
            yield mention
            if after := run.part(end, len(run.words)):
                yield from self.sort(after)
        else:
            yield from self._split_titles(run)

    def _split_titles(self, run: NameRun) -> Iterator[NameMention]:
        """Yield the person behind a title, and what stands before it."""
        if office := self._office_of(run):
            yield from self.sort(office)
            return
        first, end = self._find_title(run)
        if end == 0:
            yield from self._whole(run)
            return
        before = without_branch(self.words, run.part(0, first))
        if before is not None and not self._belongs_to_office(before, run.lows[end - 1]):
            yield from self._whole(before)
        after = run.part(end, len(run.words))
        if after is None or self.kinds.says_nothing(*after.lows):
            return
        if find_title(self.words, after)[1]:
            yield from self.sort(after)
            return
        title = self.article.text[run.words[first].start : run.words[end - 1].end]
        yield self._mention("person" if len(after.words) > 1 else "surname", after, title=title)

    def _find_title(self, run: NameRun) -> tuple[int, int]:
        """Return where a title begins and ends in a run; an end of 0 where there is none, or somebody is named so."""
        lows, given = run.lows, self.kinds.given
        if len(lows) == 1 and lows[0] in self.titles_as_surnames:
            return 0, 0
        first, end = find_title(self.words, run)
        is_before_person = len(lows) > 2 and lows[0] not in given and lows[1] in given
        if end == 0 and self.words.has_capital_nouns and is_before_person and not self.kinds.kind_of(lows):
            # Any noun has a capital: “Anwohnerin Monika Seidl”.
            return 0, 1
        return first, end

    def _office_of(self, run: NameRun) -> NameRun | None:
        """Return the body of an office that a name only describes: of `Chief of the Harbour Bureau`, the bureau."""
        lows = run.lows
        if len(lows) < 4 or lows[1] != "of" or not self.words.has("titles", lows[0]) or not self.words.kind_of(lows):
            return None
        return run.part(3 if lows[2] == "the" else 2, len(lows))

    def _belongs_to_office(self, before: NameRun, title: str) -> bool:
        """Say whether the words before a title only describe it: `Spanish Farm Minister`, but not `Ford CEO`."""
        if self.kinds.says_nothing(*before.lows):
            return True
        return title in OFFICES and not self.kinds.kind_of(before.lows) and not before.words[-1].text.isupper()

    def _whole(self, run: NameRun) -> Iterator[NameMention]:
        """Yield what a run without a title names, or what its parts do."""
        lows, kinds = run.lows, self.kinds
        if len(lows) == 1:
            yield from self._one_word(run)
            return
        kind = kinds.kind_of(lows)
        if kinds.ends_in_place(lows) or run.written(self.article.text) in kinds.places:
            return
        if not kind and kinds.says_nothing(*lows):
            return
        if lows[0] in self.words.demonyms and not kind and (rest := run.part(1, len(lows))):
            yield from self.sort(rest)
        elif place := self._place_before(run):
            if not kinds.is_nobody(lows[place:]) and not kinds.says_nothing(*lows[place:]):
                yield self._mention("body", run, kind or "")
        elif self._is_body_before_person(run):
            for part in (run.part(0, 1), run.part(1, len(lows))):
                yield from self.sort(part) if part else ()
        else:
            yield from self._by_kind(run, kind)

    def _by_kind(self, run: NameRun, kind: str | None) -> Iterator[NameMention]:
        """Yield what a name of several words is the name of, by these words and a word for a company behind it."""
        lows, kinds = run.lows, self.kinds
        if self._is_company(run):
            yield self._mention("body", run, kind or "company")
        elif kind and (kinds.begins_with_head(lows) or not kinds.is_person(lows)):
            yield self._mention("body", run, kind)
        elif kinds.is_person(lows):
            yield self._mention("person", run)
        elif not kinds.is_nobody(lows) and not run.written(self.article.text).isupper():
            yield self._mention("phrase", run)

    def _is_body_before_person(self, run: NameRun) -> bool:
        """Say whether an abbreviation stands before a person’s name: `l’envoyée de l’ONU Marguerite Diallo`."""
        letters = run.words[0].text.replace(".", "")
        is_short = letters.isupper() and 2 < len(letters) <= _LONGEST_ABBREVIATION and not run.words[1].text.isupper()
        return is_short and len(run.words) > 2 and run.lows[1] in self.kinds.given

    def _place_before(self, run: NameRun) -> int:
        """Return how many words of a place begin a longer name: 2 of `New York Mets`; 0 for none."""
        if run.lows[0] in self.kinds.given:
            return 0
        for count in range(min(_MOST_PLACE_WORDS, len(run.words) - 1), 0, -1):
            if (part := run.part(0, count)) and part.written(self.article.text) in self.kinds.places:
                return count
        return 0

    def _is_company(self, run: NameRun) -> bool:
        """Say whether a comma and a word such as “Inc.” follow a name."""
        following = self.article.all[run.end : run.end + 1]
        return any(
            word.plain in self.kinds.company_forms
            and ((word.gap == ", " and word.is_capital) or (word.gap == " " and word.plain in ("plc", "ltd", "inc")))
            for word in following
        )

    def _one_word(self, run: NameRun) -> Iterator[NameMention]:
        low, word = run.lows[0], run.words[0]
        if self._is_no_name(low, run.written(self.article.text)):
            return
        letters = word.text.replace(".", "")
        if letters.isupper() and 2 <= len(letters) <= _LONGEST_ABBREVIATION:
            if not self.words.has("not bodies", low):
                yield self._mention("abbreviation", run)
        elif len(low) > 1 and not letters[0].isdigit():
            following = self.article.at(run.end) if self.article.joins(run.end) else ""
            if (word.opens and low in self.article.small) or following[:1].isdigit():
                return
            if low.endswith("bank") or self._is_company(run):
                yield self._mention("body", run, "company")
            else:
                yield self._mention("single", run)

    def _is_no_name(self, low: str, name: str) -> bool:
        """Say whether one word is a small word, a day, a month, a title, a place, an event or a thing."""
        words, front = self.words, low.partition("'")[0]
        return (
            front in words.small
            or front in STARTERS
            or low in TIMES
            or low in read_common("months")
            or low in words.demonyms
            or (is_title(words, low) and low not in self.titles_as_surnames)
            or (name in self.kinds.places and low not in self.last_names)
            or any(words.has(kind, low) for kind in ("name suffixes", "events", "places", "things"))
        )

    @cached_property
    def last_names(self) -> frozenset[str]:
        """The words that stand right behind a first name somewhere: Phoenix, of Joaquin Phoenix."""
        return frozenset(word.plain for before, word in self._capital_pairs if before.plain in self.kinds.given)

    @cached_property
    def titles_as_surnames(self) -> frozenset[str]:
        """The titles that somebody of the article has as a surname: King, of Peter King."""
        behind = [(before, word) for before, word in self._capital_pairs if word.plain in SURNAMES]
        return frozenset(word.plain for before, word in behind if is_surname(self.words, before.plain, word.plain))

    @cached_property
    def _capital_pairs(self) -> list[tuple[ArticleWord, ArticleWord]]:
        """The words with a capital that stand beside each other."""
        pairs = pairwise(self.article.all)
        return [(before, word) for before, word in pairs if word.gap == " " and word.is_capital and before.is_capital]

    def _mention(self, sort: Sort, run: NameRun, kind: str = "", title: str = "") -> NameMention:
        context = read_context(self.article, run, self.words, self.language)
        return NameMention(sort, run.span, run.written(self.article.text), context, kind, title)
