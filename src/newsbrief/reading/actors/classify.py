"""What each run of capitalised words names: persons, bodies, states, and words that name no actor.

`classify(run, article, words)` of `US Africa Command Marine Corps Gen. Thomas Waldhauser` is a body and a person.
"""

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from newsbrief.evidence.name_words import STARTERS, TIMES
from newsbrief.reading.actors.article_words import ArticleWords
from newsbrief.reading.actors.lexicon import (
    NamingWords,
    WellKnownBody,
    list_words,
    read_bodies,
    read_given_names,
    read_places,
)
from newsbrief.reading.actors.mentions import NameContext, NameMention, Sort
from newsbrief.reading.actors.offices import OFFICES, SURNAMES, find_title, is_surname, is_title, without_branch
from newsbrief.reading.actors.runs import NameRun

_LONGEST_KNOWN = 6
_PLACES_AS_SURNAMES = list_words("hall lake hill park field woods bridge brook banks rivers forest ford shore moor")
_NUMBERS = list_words("one two three i ii iii iv v")
_MONTHS = list_words("jan feb mar apr jun jul aug sep sept oct nov dec")


class Classifier:
    """Sorts the runs of one article."""

    def __init__(self, article: ArticleWords, words: NamingWords, language: str) -> None:
        self.article, self.words, self.language = article, words, language
        self._past = ("ed",) if language.startswith("en") else ("\0",)
        self.given, self.bodies, self.places = read_given_names(), read_bodies(), read_places(language)

    def sort(self, run: NameRun) -> Iterator[NameMention]:
        """Yield what a run names: what is known by name, what stands around a title, or the whole."""
        if known := self._find_known(run):
            start, end, mention = known
            yield from self._rest(run.part(0, start), before_known=True)
            yield mention
            yield from self._rest(run.part(end, len(run.words)))
        else:
            yield from self._split_titles(run)

    def _rest(self, run: NameRun | None, *, before_known: bool = False) -> Iterator[NameMention]:
        if run is None or (before_known and all(self._says_nothing(low) for low in run.lows)):
            return
        yield from self.sort(run)

    def _find_known(self, run: NameRun) -> tuple[int, int, NameMention] | None:
        """Return the longest well-known body or state in a run that is no part of a longer name there."""
        count = len(run.words)
        for length in range(min(count, _LONGEST_KNOWN), 0, -1):
            for start in range(count - length + 1):
                part = run.part(start, start + length)
                if part and (mention := self._known(run, part, start, start + length)):
                    return start, start + length, mention
        return None

    def _known(self, run: NameRun, part: NameRun, start: int, end: int) -> NameMention | None:
        name = self.article.text[part.span.start : part.span.end]
        is_dotted = name.replace(".", "") if "." in name else name
        body: WellKnownBody | None = self.bodies.get(name) or self.bodies.get(is_dotted)
        region = None if body else self.words.territories.get(name)
        if body is None and region is None:
            return None
        if start and run.lows[start - 1] in ("and", "of", "for"):
            return None
        after = run.lows[end:]
        if after and not self._begins_person(run, end) and not (body and self._says_nothing(after[0])):
            # Bank of America, Libya Herald: another name, which may be known or end in a head.
            return None
        if start and not self._is_beside(run, start):
            return None
        context = self._context(part)
        if body:
            return NameMention("body", part.span, name, context, body.kind)
        return NameMention("state", part.span, name, context, region or "")

    def _is_beside(self, run: NameRun, start: int) -> bool:
        """Say whether the words before a known name are another one, or only describe it: `Libyan`, `President`."""
        before = run.lows[:start]
        return all(self._says_nothing(low) for low in before) or is_title(self.words, before[-1])

    def _says_nothing(self, low: str) -> bool:
        return low in self.words.demonyms or low in TIMES or is_title(self.words, low) or low in ("ex", "pro")

    def _begins_person(self, run: NameRun, at: int) -> bool:
        lows = run.lows[at:]
        return any(self.words.has("titles", low) for low in lows[:4]) or (
            len(lows) > 1 and (lows[0] in self.given or len(lows) == 2)
        )

    def _split_titles(self, run: NameRun) -> Iterator[NameMention]:
        """Yield the person behind a title, and what stands before it."""
        if len(run.words) == 1 and self._is_named_so(run.lows[0]):
            yield from self._whole(run)
            return
        if office := self._office_of(run):
            yield from self.sort(office)
            return
        first, end = find_title(self.words, run)
        if end == 0 and self._has_office(run):
            first, end = 0, 1
        if end == 0:
            yield from self._whole(run)
            return
        before, after = run.part(0, first), run.part(end, len(run.words))
        before = without_branch(self.words, before)
        if before is not None and not self._belongs_to_office(before, run.lows[end - 1]):
            yield from self._whole(before)
        title = self.article.text[run.words[first].start : run.words[end - 1].end]
        if after is None or all(self._says_nothing(low) for low in after.lows):
            return
        if find_title(self.words, after)[1]:
            yield from self.sort(after)
            return
        name = self.article.text[after.span.start : after.span.end]
        sort: Sort = "person" if len(after.words) > 1 else "surname"
        yield NameMention(sort, after.span, name, self._context(after), title=title)

    def _office_of(self, run: NameRun) -> NameRun | None:
        """Return the body of an office that a name only describes: of `Chief of the Harbour Bureau`, the bureau."""
        lows = run.lows
        if len(lows) < 4 or lows[1] != "of" or not self.words.has("titles", lows[0]) or not self.words.kind_of(lows):
            return None
        return run.part(3 if lows[2] == "the" else 2, len(lows))

    def _has_office(self, run: NameRun) -> bool:
        """Say whether a noun with a capital stands before a person's name: `Anwohnerin Monika Seidl`."""
        lows = run.lows
        is_named = len(lows) > 2 and lows[0] not in self.given and lows[1] in self.given
        return self.words.has_capital_nouns and is_named and not self._kind(lows)

    def _belongs_to_office(self, before: NameRun, title: str) -> bool:
        """Say whether the words before a title only describe it: `Spanish Farm Minister`, but not `Ford CEO`."""
        if all(self._says_nothing(low) for low in before.lows):
            return True
        return title in OFFICES and not self._kind(before.lows) and not before.words[-1].text.isupper()

    def _whole(self, run: NameRun) -> Iterator[NameMention]:
        lows, name = run.lows, self.article.text[run.span.start : run.span.end]
        context = self._context(run)
        if len(lows) == 1:
            yield from self._one_word(run, name)
            return
        is_person = lows[0] in self.given and lows[-1] in _PLACES_AS_SURNAMES
        if self.words.has("places", lows[-1]) and not is_person and not self._kind_before_link(lows):
            return
        if name in self.places or (all(self._says_nothing(low) for low in lows) and not self._kind(lows)):
            return
        if lows[0] in self.words.demonyms and not self._kind(lows) and (rest := run.part(1, len(lows))):
            yield from self.sort(rest)
            return
        if place := self._place_before(run):
            of_place = self._kind(lows) or ""
            if not self._is_nobody(lows[place:]) and not all(self._says_nothing(low) for low in lows[place:]):
                yield NameMention("body", run.span, name, context, of_place)
            return
        if self._is_body_before_person(run):
            for part in (run.part(0, 1), run.part(1, len(lows))):
                yield from self.sort(part) if part else ()
            return
        kind = self._kind(lows)
        if self._is_company(run):
            yield NameMention("body", run.span, name, context, kind or "company")
        elif kind and self._leads(lows) and lows[0] in self.words.heads:
            yield NameMention("body", run.span, name, context, kind)
        elif self._is_person(run):
            yield NameMention("person", run.span, name, context)
        elif kind:
            yield NameMention("body", run.span, name, context, kind)
        elif not self._is_nobody(lows) and not name.isupper():
            yield NameMention("phrase", run.span, name, context)

    def _is_body_before_person(self, run: NameRun) -> bool:
        """Say whether an abbreviation stands before a person’s name: `l’envoyée de l’ONU Marguerite Diallo`."""
        letters = run.words[0].text.replace(".", "")
        is_short = letters.isupper() and 2 < len(letters) <= 6 and not run.words[1].text.isupper()
        return is_short and len(run.words) > 2 and run.lows[1] in self.given

    def _place_before(self, run: NameRun) -> int:
        """Return how many words of a place begin a longer name: 2 of `New York Mets`; 0 for none."""
        if run.lows[0] in self.given:
            return 0
        for count in (3, 2, 1):
            if count < len(run.words):
                part = run.part(0, count)
                if part and self.article.text[part.span.start : part.span.end] in self.places:
                    return count
        return 0

    def _kind(self, lows: tuple[str, ...]) -> str | None:
        """Return the kind that a name of several words gives: by its last words, or those before “of”."""
        if kind := self._kind_before_link(lows):
            return kind
        if len(lows) > 1 and self._names_place(lows[-1]) and (kind := self.words.kind_of(lows[:-1])):
            # College London, Bank Austria.
            return kind
        return self.words.kind_of(lows) or (self.words.heads.get(lows[0]) if self._leads(lows) else None)

    def _kind_before_link(self, lows: tuple[str, ...]) -> str | None:
        for link in ("of", "for", *self.words.lists.get("links", ())):
            if link not in lows[1:]:
                continue
            head = lows[: lows.index(link, 1)]
            if kind := self.words.kind_of(head) or ("group" if self.words.has("of names", head[-1]) else None):
                return kind
        return None

    def _names_place(self, low: str) -> bool:
        return low in self.words.small_territories or low in self.small_places

    @cached_property
    def small_places(self) -> frozenset[str]:
        """The known places in small letters."""
        return frozenset(place.lower() for place in self.places)

    def _leads(self, lows: tuple[str, ...]) -> bool:
        """Say whether the first word of a name is its head, as it is in languages that put nouns first."""
        return not self.language.startswith("en") and len(lows) > 1

    def _is_company(self, run: NameRun) -> bool:
        """Say whether a comma and a word such as “Inc.” follow a name."""
        following = self.article.all[run.end : run.end + 1]
        return any(
            self._is_incorporated(word.plain)
            and ((word.gap == ", " and word.is_capital) or (word.gap == " " and word.plain in ("plc", "ltd", "inc")))
            for word in following
        )

    def _is_nobody(self, lows: tuple[str, ...]) -> bool:
        has = self.words.has
        return (
            has("events", lows[-1])
            or has("things", lows[-1])
            or any(low[0].isdigit() for low in lows)
            or self._is_numbered_event(lows)
            or has("place starts", lows[0])
        )

    def _is_numbered_event(self, lows: tuple[str, ...]) -> bool:
        """Say whether a number ends the name of an event: `World War II`."""
        return len(lows) > 1 and lows[-1] in _NUMBERS and self.words.has("events", lows[-2])

    def _is_person(self, run: NameRun) -> bool:
        lows = run.lows
        if lows[1:2] == ("s",) or len(lows) > 5 or any(low[0].isdigit() for low in lows):
            return False
        if self._is_numbered_event(lows):
            return False
        if lows[0] in self.given and not self._is_incorporated(lows[-1]):
            return len(lows) < 5 and not {"of", "for", "and"} & set(lows) and not self.words.has("events", lows[-1])
        if len(lows) == 2 and lows[1] in SURNAMES and is_surname(self.words, *lows):
            return True
        has_initial = any(len(low) == 1 for low in lows[:-1])
        is_joined = any(self.words.has("particles", low.split("-")[0]) for low in lows[1:])
        return has_initial or is_joined

    def _is_incorporated(self, low: str) -> bool:
        return low in ("inc", "corp", "co", "ltd", "plc", "llc", "group", "company", "corporation", "gmbh", "ag")

    def _one_word(self, run: NameRun, name: str) -> Iterator[NameMention]:
        low, word = run.lows[0], run.words[0]
        if self.words.has("name suffixes", low) or low.partition("'")[0] in self.words.small | STARTERS:
            return
        if (
            low in TIMES
            or low in _MONTHS
            or low in self.words.demonyms
            or (is_title(self.words, low) and not self._is_named_so(low))
            or (name in self.places and low not in self.last_names)
        ):
            return
        if self.words.has("events", low) or self.words.has("places", low) or self.words.has("things", low):
            return
        letters = word.text.replace(".", "")
        if letters.isupper() and 2 <= len(letters) <= 6:
            if not self.words.has("not bodies", low):
                yield NameMention("abbreviation", run.span, name, self._context(run))
        elif len(low) > 1 and not letters[0].isdigit():
            following = self.article.at(run.end) if self.article.joins(run.end) else ""
            if (word.opens and low in self.article.small) or following[:1].isdigit():
                return
            if low.endswith("bank") or self._is_company(run):
                yield NameMention("body", run.span, name, self._context(run), "company")
                return
            yield NameMention("single", run.span, name, self._context(run))

    def _is_named_so(self, low: str) -> bool:
        """Say whether somebody of the article has a title as a surname: King, of Peter King."""
        return low in self.surnames

    @cached_property
    def last_names(self) -> frozenset[str]:
        """The words that stand right behind a first name somewhere: Phoenix, of Joaquin Phoenix."""
        every = self.article.all
        pairs = ((before, word) for before, word in pairwise(every) if word.is_capital and word.gap == " ")
        return frozenset(word.plain for before, word in pairs if before.is_capital and before.plain in self.given)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The titles that stand as surnames behind a first name: `Peter King`."""
        every = self.article.all
        return frozenset(
            word.plain
            for before, word in pairwise(every)
            if word.plain in SURNAMES
            and word.is_capital
            and before.is_capital
            and word.gap == " "
            and is_surname(self.words, before.plain, word.plain)
        )

    def _context(self, run: NameRun) -> NameContext:
        """Return what the words beside a name say of what it names."""
        article, has = self.article, self.words.has
        before = article.at(run.first - 1) if article.joins(run.first) else ""
        second = article.at(run.first - 2) if before == "the" else before
        after = article.at(run.end) if article.joins(run.end) else ""
        end = run.span.end
        is_owner = article.text[end : end + 2] in ("'s", "’s")
        return NameContext(
            is_placed=has("locatives", second) or has("place nouns", before),
            acts=is_owner or has("body verbs", after) or after.endswith(self._past),
            after_the=before == "the",
            opens=run.words[0].opens,
        )
