"""The persons and bodies of an article: what titles and pronouns say of them, and how it describes them.

`Cast(…).fits("f", "vane")` says whether "she" can stand for the actor.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from newsbrief.evidence.coverage import Coverage
from newsbrief.evidence.names import NamePlace
from newsbrief.model.document import Span
from newsbrief.reading.speech.genders import read_genders
from newsbrief.reading.speech.lexicon import Lexicon
from newsbrief.reading.speech.names_in_sentences import NamesInSentences

PERSON = "person"
_APPOSED = re.compile(r"(?:\s+[^\W\da-z_]\w+)?\s*,\s+((?:[\w'’-]++[ \u00a0]?){1,9})(?=[,.;:()—–]|$)")
_BEFORE_WORD = re.compile(r"\b([^\W\d_]+(?:[.-][^\W\d_]+)?)\.? (?=([^\W\d_]\w+))")
_AROUND = 80
_APART_BEFORE = re.compile(r"([^\W\d_]+), (?:the |an? )?(?:[a-z-]+ ){0,2}$")
"""The noun before a description that stands right before a name: her husband, the painter Colm Deasy."""


class Cast(Struct, frozen=True, dict=True):
    """The known actors of an article. `kinds` has the kind of each; one that it lacks may be anything.

    `quoted` are the outermost passages in marks: names in them are spoken of, not present. `names` has the names.
    """

    text: str
    places: Sequence[NamePlace]
    quoted: Coverage
    kinds: Mapping[str, str]
    names: Mapping[str, str]
    lexicon: Lexicon

    @cached_property
    def sentences(self) -> NamesInSentences:
        return NamesInSentences(self.text, self.places, self.quoted, self.lexicon)

    def is_person(self, actor: str) -> bool:
        return self.kinds.get(actor, PERSON) == PERSON

    def fits(self, code: str, actor: str) -> bool:
        """Say whether a pronoun of this code can stand for the actor."""
        if code in ("m", "f", "n"):
            other = {"m": "f", "f": "m"}.get(code)
            return self.is_person(actor) and (other is None or self.genders.get(actor) != other)
        return not self.is_person(actor) or actor not in self.kinds if code == "b" else True

    @cached_property
    def genders(self) -> Mapping[str, str]:
        """What titles and words like "widow" say of each actor: `m` or `f`."""
        counts: dict[str, Counter[str]] = {}
        for place in self.places:
            beside = [
                *self.sentences.words_before(place.span)[-1:],
                *self.text[place.span.start : place.span.end].split()[:1],
            ]
            for word in beside:
                gender = self.lexicon.titles.get(word.lower().rstrip("."), "")
                if gender in ("m", "f"):
                    counts.setdefault(place.actor, Counter())[gender] += 1
        for name, actor in self.names.items():
            gender = self.lexicon.titles.get(name.lower().split(" ")[0].rstrip("."), "")
            if gender in ("m", "f"):
                counts.setdefault(actor, Counter())[gender] += 1
        for actor, descriptions in self.descriptions.items():
            for words in descriptions:
                for gender, key in (("f", "women"), ("m", "men")):
                    if any(self.lexicon.has(key, word) for word in words[:1] + words[-1:]):
                        counts.setdefault(actor, Counter())[gender] += 1
        for place in self.places:
            apart = _APART_BEFORE.search(self.text[max(0, place.span.start - _AROUND) : place.span.start])
            for gender, key in (("f", "women"), ("m", "men")) if apart and self.is_person(place.actor) else ():
                if apart and self.lexicon.has(key, apart[1].lower()):
                    counts.setdefault(place.actor, Counter())[gender] += 1
        said = {actor: count.most_common(1)[0][0] for actor, count in counts.items()}
        return {**read_genders(self.sentences, self.is_person, said), **said}

    @cached_property
    def descriptions(self) -> Mapping[str, list[tuple[str, ...]]]:
        """The words in which the article describes each person: `Nora Vane, the harbour minister`."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for place in self.places:
            if not self.is_person(place.actor):
                continue
            before = tuple(word.lower() for word in self.sentences.words_before(place.span))
            if any(self.lexicon.has("prepositions", word) for word in before):
                before = ()
            after = _APPOSED.match(self.text, place.span.end, place.span.end + _AROUND)
            for words in (before, tuple(after[1].lower().split()) if after else ()):
                if kept := self._describe(words):
                    found.setdefault(place.actor, []).append(kept)
        return found

    def _describe(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return the words of a description, without its article; none if it has a verb or begins otherwise."""
        lexicon = self.lexicon
        if any(word in lexicon.pronouns or lexicon.has("auxiliaries", word) for word in words):
            return ()
        for at in reversed(range(len(words))):
            if lexicon.has("articles", words[at]) and not any(lexicon.has("prepositions", w) for w in words[:at]):
                return words[at + 1 :]
        return tuple(word for word in words if not lexicon.has("indefinite", word))

    def described_as(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the actors whom a description such as "the harbour minister" fits."""
        own = [word for word in words if not self.lexicon.has("articles", word)]
        if not own:
            return ()
        fitting = []
        for actor, descriptions in self.descriptions.items():
            for known in descriptions:
                heads = {known[-1], self._head(known)}
                if own[-1] in heads and set(own) <= set(known):
                    fitting.append(actor)
                    break
        return tuple(fitting)

    def _head(self, words: tuple[str, ...]) -> str:
        """Return the noun before the first preposition."""
        ends = (at for at, word in enumerate(words) if self.lexicon.has("prepositions", word) and at)
        return words[next(ends, len(words)) - 1]

    def surnamed(self, word: str) -> tuple[str, ...]:
        """Return the actors of whose names this is the last word, in any capitals: a label has ASKE."""
        return tuple(dict.fromkeys(self._surnames.get(word.lower(), ())))

    def name_words(self, actor: str) -> frozenset[str]:
        """Return the words of an actor's names, in small letters."""
        return self._name_words.get(actor, frozenset())

    @cached_property
    def _name_words(self) -> Mapping[str, frozenset[str]]:
        words: dict[str, set[str]] = {}
        for name, actor in self.names.items():
            words.setdefault(actor, set()).update(name.lower().split())
        return {actor: frozenset(each) for actor, each in words.items()}

    @cached_property
    def _surnames(self) -> Mapping[str, list[str]]:
        surnames: dict[str, list[str]] = {}
        for name, actor in self.names.items():
            for key in {name.lower(), name.lower().split()[-1] if name.split() else ""}:
                surnames.setdefault(key, []).append(actor)
        return surnames

    def names_stranger(self, code: str, start: int, end: int) -> bool:
        """Say whether somebody whom the fact sheet does not know is named, with a title, in between."""
        for match in _BEFORE_WORD.finditer(self.text, start, end):
            is_title = self.lexicon.titles.get(match[1].lower()) == code
            if is_title and not self.quoted.meets(Span(match.start(), match.end(2))):
                return True
        return False
