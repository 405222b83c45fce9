"""The words other than names that stand for an actor: pronouns and descriptions.

`References(findings).stands_for(span, "vane")` says whether "she told reporters" can be said of Nora Vane.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import takewhile

from newsbrief.content.fact_sheet import ActorEntry, QuoteEntry
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.names import NamePlace
from newsbrief.model.document import Span
from newsbrief.model.languages import primary_language
from newsbrief.model.patterns import compile_late
from newsbrief.reading.attribution import read_speech
from newsbrief.reading.function_words import ALL_FUNCTION_WORDS
from newsbrief.reading.pronouns import DROPS_SUBJECTS, PRONOUNS_OF, SUBJECTS, UNSPACED_PRONOUNS, Pronoun
from newsbrief.reading.sentence_ends import find_sentence
from newsbrief.reading.speech.antecedents import find_antecedents

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ARTICLES = (
    r"(?:the|this|that|these|those|its|their|his|her|der|die|das|den|dem|des|dieser|diese|dieses|le|la|les|l['’]|ce"
    r"|cette|ces|el|los|las"
    r"|este|esta|il|lo|gli|i|questo|questa|o|a|os|as|esse|essa|de|het|dit|deze)"
)
_WORDS_BEFORE = compile_late(r"(?:[^\W\d_A-Z][^\W\d_]*[ -]){1,3}$")
_FEW = 3
"""The most words between an article and the noun of a description, and of a title before a name."""
_ARTICLE_BEFORE = rf"(?i:(?<!\w){_ARTICLES}\s*(?:[\w’'-]+\s+){{0,{_FEW}}}$)"
_PARAGRAPHS_BACK = 2
_MOST_NAMES = 200
"""The most names before a pronoun that are looked at."""


class References:
    """The pronouns and descriptions of one article, understood as far as names before them allow."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.text = findings.evidence.text
        self._roles: dict[str, set[str]] = {}
        self.language = {"nb": "no", "nn": "no"}.get(
            spoken := primary_language(findings.article.front.language), spoken
        )

    def stands_for(self, span: Span, actor: str) -> bool:
        """Say whether words at `span` can stand for an actor: a pronoun, a description or the actor's own speech."""
        entry = self.findings.actors.get(actor)
        if entry is None:
            return False
        return self._is_spoken_by(span, actor) or self._is_described(span, entry) or self._is_meant(span, entry)

    def sentence_around(self, span: Span) -> Span:
        """Return the sentence of the article that holds the beginning of `span`, up to the end of `span` at least."""
        paragraph = self.findings.article.document.paragraphs[self.findings.evidence.paragraph_of(span.start)]
        sentence = find_sentence(self.text, span.start)
        start, end = max(paragraph.start, sentence.start), sentence.end
        return Span(start, max(span.end, min(end, paragraph.end)))

    def _is_spoken_by(self, span: Span, actor: str) -> bool:
        """Say whether words cited stand in quotation marks that the fact sheet gives to an actor."""
        return any(place.meets(span) and self._is_inside(span) for place in self._spoken.get(actor, ()))

    def _is_inside(self, span: Span) -> bool:
        return self.findings.are_quoted(span)

    @cached_property
    def _spoken(self) -> Mapping[str, list[Span]]:
        spoken: dict[str, list[Span]] = {}
        for path, quote in self.findings.facts.of(QuoteEntry):
            for speaker in quote.speakers:
                spoken.setdefault(speaker, []).extend(self.findings.spans((*path, "text")))
        return spoken

    def _is_meant(self, span: Span, entry: ActorEntry) -> bool:
        pronouns = list(self.pronouns_in(span))
        if any(self._may_mean(at, pronoun, entry) for at, pronoun in pronouns):
            return True
        if pronouns or self.language not in DROPS_SUBJECTS or self.findings.names_in(span):
            return False
        return self._may_mean(span.start, Pronoun("", "any"), entry)

    def pronouns_in(self, span: Span) -> Iterator[tuple[int, Pronoun]]:
        """Yield the pronouns in a stretch of the article, each with its place."""
        table = PRONOUNS_OF.get(self.language, {})
        for match in _WORD.finditer(self.text, span.start, span.end) if table else ():
            if pronoun := table.get(match[0].lower()):
                yield match.start(), pronoun
        if pattern := UNSPACED_PRONOUNS.get(self.language):
            for match in re.finditer(pattern, self.text[span.start : span.end]):
                yield span.start + match.start(), Pronoun("", "any")

    def denies(self, text: str, actor: str, named: bool) -> str:
        """Return the pronoun that begins a text and cannot mean the actor; `named` if the text has the name later."""
        match = _WORD.match(text)
        word = match[0] if match else ""
        pronoun = PRONOUNS_OF.get(self.language, {}).get(word.lower())
        if pronoun is None or word.lower() not in SUBJECTS.get(self.language, ()):
            return ""
        return word if named or not self.fits(actor, pronoun) else ""

    def _may_mean(self, at: int, pronoun: Pronoun, entry: ActorEntry) -> bool:
        """Say whether the nearest sentence that names anyone who fits a pronoun names this actor."""
        nearest = self.nearest(at, pronoun)
        known = [each for each in nearest if pronoun.gender and self.genders.get(each) == pronoun.gender]
        return entry.id in (known or nearest) or self._is_followed(at, pronoun, entry)

    def _is_followed(self, at: int, pronoun: Pronoun, entry: ActorEntry) -> bool:
        """Say whether a text that goes on about one person as "she" has this one."""
        if not pronoun.gender:
            return False
        meant = find_antecedents(self.findings.once_of_article(read_speech).cast, pronoun.gender, at)
        return meant.actors[:1] == (entry.id,) and not meant.is_doubtful

    def nearest(self, at: int, pronoun: Pronoun) -> list[str]:
        """Return the actors who fit a pronoun at `at`, of the nearest sentence before it that names one."""
        evidence, places = self.findings.evidence, self.findings.name_places
        first = evidence.document.paragraphs[max(0, evidence.paragraph_of(at) - _PARAGRAPHS_BACK)].start
        number = bisect_left(places, at, key=_start)
        found: list[str] = []
        earliest = first
        furthest = max(0, number - _MOST_NAMES)
        while number > furthest and (place := places[number - 1]).span.start >= earliest:
            number -= 1
            if self.fits(place.actor, pronoun):
                earliest = max(earliest, self.sentence_around(place.span).start)
                found.append(place.actor)
        return list(dict.fromkeys(found))

    def fits(self, actor: str, pronoun: Pronoun) -> bool:
        """Say whether a pronoun can stand for an actor, as far as its kind and the article say."""
        is_person = self.findings.actors[actor].kind == "person"
        if pronoun.sort != "any" and is_person != (pronoun.sort == "person"):
            return False
        gender = self.genders.get(actor, "")
        return not (pronoun.gender and gender and gender != pronoun.gender)

    @cached_property
    def genders(self) -> Mapping[str, str]:
        """What titles, descriptions and pronouns say of the persons of the article."""
        return self.findings.once_of_article(read_speech).cast.genders

    def _is_described(self, span: Span, entry: ActorEntry) -> bool:
        """Say whether words hold a part of an actor's name, or a noun that the article sets beside the name."""
        words = self.text[span.start : span.end]
        if entry.kind == "person" and any(
            re.search(rf"(?<!\w){re.escape(part)}(?!\w)", words) for part in _name_parts(entry)
        ):
            return True
        nouns = {*self._heads(entry), *self._roles_of(entry.id)}
        if not nouns:
            return False
        needs_article = self.language in PRONOUNS_OF and self.language in _WITH_ARTICLES
        choice = "|".join(map(re.escape, nouns))
        return any(
            not needs_article or re.search(_ARTICLE_BEFORE, words[: noun.start()])
            for noun in re.finditer(rf"(?<!\w)(?:{choice})(?!\w)", words, re.IGNORECASE)
        )

    def _heads(self, entry: ActorEntry) -> set[str]:
        """Return the nouns of the names of a body that no other actor has: the Authority of Ellory Port Authority."""
        if entry.kind == "person":
            return set()
        return {
            head
            for head in map(_head_of, entry.names)
            if head and self._owners_of_heads.get(head.lower()) == {entry.id}
        }

    @cached_property
    def _owners_of_heads(self) -> Mapping[str, set[str]]:
        owners: dict[str, set[str]] = {}
        for actor in self.findings.actors.values():
            for name in actor.names if actor.kind != "person" else ():
                owners.setdefault(_head_of(name).lower(), set()).add(actor.id)
        return owners

    def _roles_of(self, actor: str) -> set[str]:
        if actor not in self._roles:
            self._roles[actor] = self._find_roles(actor)
        return self._roles[actor]

    def _find_roles(self, actor: str) -> set[str]:
        """Return the nouns that stand right before or after an actor's names: the minister of "minister Nora Vane"."""
        roles: set[str] = set()
        for place in self.findings.places_of(actor)[:20]:
            sentence = self.sentence_around(place.span)
            if self.findings.actors[actor].kind == "person":
                before = _WORDS_BEFORE.search(self.text, max(sentence.start, place.span.start - 60), place.span.start)
                roles.update(reversed(_nouns(_WORD.findall(before[0])[::-1])) if before else ())
            roles.update(self._apposed(self.text[place.span.end : min(sentence.end, place.span.end + 80)]))
        return {word for word in roles if len(word) > 3 and (word[0].islower() or self.language == "de")}

    def _apposed(self, after: str) -> list[str]:
        """Return the nouns set off after a name: harbour pilot, of "Nora Vane, a harbour pilot from here,"."""
        if not after.startswith(", "):
            return []
        article = rf"(?:{_ARTICLES}|an?|eine?|une?|una|een|um|uma)\s?" if self.language in _WITH_ARTICLES else ""
        match = re.match(rf", {article}([^,.;:]{{3,60}})[,.;]", after)
        return _nouns(_WORD.findall(match[1])) if match else []


_WITH_ARTICLES = frozenset(["en", "de", "fr", "es", "it", "pt", "nl"])


def _start(place: NamePlace) -> int:
    return place.span.start


def _nouns(words: list[str]) -> list[str]:
    """Return the words up to the first one that is no noun, as far as it is a small word such as "of"."""
    return list(takewhile(lambda word: word.lower() not in ALL_FUNCTION_WORDS, words))


def _name_parts(entry: ActorEntry) -> set[str]:
    return {part for name in entry.names for part in _WORD.findall(name)[-1:] if len(part) > 2 and part[0].isupper()}


def _head_of(name: str) -> str:
    """Return the noun of a body's name: its last word, or the one before "of" and the like."""
    name = re.split(r" (?:of|for|de|des|du|del|della|di|do|da|für|van|voor|der|in|on|against|to) ", name)[0]
    words = _WORD.findall(name)
    head = words[-1] if words else ""
    return head if len(head) > 3 else ""
