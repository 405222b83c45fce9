"""Words that stand for the name of one actor where two are named whom they may mean: he, the bank.

`StandIns(findings).in_article(span)` of “Ash Bank paid Oak Bank in May. The bank failed.” is “The bank”, of both.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from newsbrief.evidence.findings import Findings
from newsbrief.evidence.names import NamePlace
from newsbrief.model.document import Span
from newsbrief.reading.pronouns import PRONOUNS_OF, Pronoun
from newsbrief.reading.references import References
from newsbrief.reading.sentence_ends import find_sentences
from newsbrief.reading.sentence_words import split_words
from newsbrief.reading.statements.asides import split_asides
from newsbrief.reading.statements.lexicon import StatementLexicon, read_lexicon

_NAMES_BACK = 40
"""The most names before words that are looked at for those whom they may mean."""


class StandIn(NamedTuple):
    """Words that stand for a name, and those whom they may mean."""

    span: Span
    words: str
    actors: tuple[str, ...]


class StandIns:
    """The words of an article and of the editor's sentences that stand for names."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.lexicon: StatementLexicon = read_lexicon(findings.article.front.language)
        self.references = References(findings)
        self._read: dict[Span, tuple[StandIn, ...]] = {}

    def in_article(self, span: Span) -> tuple[StandIn, ...]:
        """Return the words at `span` that may each mean two or more, whom the sentence before them names."""
        if span not in self._read:
            self._read[span] = tuple(self._in_article(span))
        return self._read[span]

    def _in_article(self, span: Span) -> Iterator[StandIn]:
        pattern, text = self.lexicon.stand_in_pattern, self.findings.evidence.text
        for match in pattern.finditer(text, span.start, span.end) if pattern else ():
            fitting = self._named_before(match.start(), match["noun"], match["pronoun"])
            if len(fitting) > 1:
                yield StandIn(Span(match.start(), match.end()), match[0], fitting)

    def _named_before(self, at: int, noun: str | None, pronoun: str | None) -> tuple[str, ...]:
        """Return those who fit of the nearest sentence before the words' own that names one: its subject and object."""
        own = self.references.sentence_around(Span(at, at))
        if any(place.span.end <= at for place in self.findings.names_in(own) if self._fits(place.actor, noun, pronoun)):
            return ()
        paragraph = self.findings.article.document.paragraphs[self.findings.evidence.paragraph_of(at)]
        places = self.findings.name_places
        number = bisect_left(places, at, key=lambda place: place.span.start)
        before = [
            place for place in places[max(0, number - _NAMES_BACK) : number] if place.span.start >= paragraph.start
        ]
        fitting = [place for place in before if self._fits(place.actor, noun, pronoun)]
        if not fitting:
            return ()
        sentences = find_sentences(self.findings.evidence.text, fitting[-1].span)
        return tuple(dict.fromkeys(actor for actor in self._in_main_clause(sentences[0], noun, pronoun)))

    def _in_main_clause(self, sentence: Span, noun: str | None, pronoun: str | None) -> Iterator[str]:
        """Yield those who fit and stand in no aside of a sentence, and own nothing in it."""
        words = split_words(self.findings.evidence.text, sentence, self.findings.names_in(sentence))
        clause = split_asides(words)[0]
        for number, word in enumerate(clause):
            is_owner = clause[number + 1].lower == "'s" if number + 1 < len(clause) else False
            if word.actor and not is_owner and self._fits(word.actor, noun, pronoun):
                yield word.actor

    def in_sentence(self, text: str, start: int, named: Collection[str]) -> Iterator[StandIn]:
        """Yield the words of a text of the editor's that stand for names, with those among `named` who fit."""
        pattern = self.lexicon.stand_in_pattern
        for match in pattern.finditer(text) if pattern else ():
            fitting = tuple(actor for actor in named if self._fits(actor, match["noun"], match["pronoun"]))
            yield StandIn(Span(start + match.start(), start + match.end()), match[0], fitting)

    def _fits(self, actor: str, noun: str | None, pronoun: str | None) -> bool:
        entry = self.findings.actors[actor]
        if pronoun:
            meant = PRONOUNS_OF["en"].get(pronoun.lower(), Pronoun("", "person"))
            gender = self.references.genders.get(actor, "")
            return entry.kind == "person" and gender in ("", meant.gender)
        assert noun is not None
        heads = {word for name in entry.names for word in name.lower().split()[-1:]}
        known = heads & self.lexicon.stand_ins.keys()
        return noun in known if known else entry.kind in self.lexicon.stand_ins[noun]


def place_stand_ins(names: Sequence[NamePlace], stand_ins: Sequence[StandIn]) -> list[NamePlace]:
    """Return names with the words that stand for others among them, in order; each of these is an actor of its own."""
    places = [*names, *(NamePlace(each.span, key_of(each)) for each in stand_ins)]
    return sorted(places, key=lambda place: place.span.start)


def key_of(stand_in: StandIn) -> str:
    """Return the key of words among the roles of names."""
    return f"?{stand_in.span.start}"
