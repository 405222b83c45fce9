"""Mentions of the same person or body, put together: Nora Vane and Ms Vane, a body and its abbreviation.

`Joiner(text, pairs, words, "en").join(mentions)` returns the actors of an article, each with its names.
"""

from collections.abc import Iterable, Mapping, Sequence

from newsbrief.reading.actors.joined_bodies import JoinedBodies, key_of
from newsbrief.reading.actors.joined_names import JoinedNames
from newsbrief.reading.actors.joined_persons import JoinedPersons
from newsbrief.reading.actors.kind_signs import KindSign, is_place, is_set_apart, is_spoken, read_sign
from newsbrief.reading.actors.lexicon import NamingWords
from newsbrief.reading.actors.mentions import NameMention
from newsbrief.reading.actors.offices import SURNAMES

_MOST_NAMES = 3
"""The most words of a person’s name of which nothing is known."""


class Joiner:
    """Puts together the mentions of one article; `pairs` has the full name by each abbreviation that it explains."""

    def __init__(self, text: str, pairs: Mapping[str, str], words: NamingWords, language: str) -> None:
        self.text, self.pairs, self.words, self.language = text, pairs, words, language
        self.persons, self.bodies = JoinedPersons(), JoinedBodies(text, words, language)
        self.explained = frozenset(pairs.values())

    def join(self, mentions: Sequence[NameMention]) -> list[JoinedNames]:
        """Return the actors, in the order of their first mention."""
        for mention in mentions:
            if mention.sort == "person":
                self.persons.add(mention)
            elif mention.sort in ("body", "state"):
                self.bodies.add(mention)
        singles = [mention for mention in mentions if mention.sort in ("single", "surname")]
        for name, found in _group(mention for mention in mentions if mention.sort == "phrase").items():
            self._add_phrase(name, found, singles)
        for mention in mentions:
            if mention.sort == "surname":
                self.persons.add_surname(mention)
        for mention in mentions:
            if mention.sort == "abbreviation":
                self._add_abbreviation(mention)
        for name, found in _group(mention for mention in mentions if mention.sort == "single").items():
            self._add_single(name, found)
        actors = [*self.persons.by_name.values(), *self.bodies.by_key.values()]
        for actor in actors:
            actor.at = min(mention.span.start for mention in actor.mentions)
        return sorted(actors, key=lambda actor: actor.at)

    def _add_phrase(self, name: str, found: Sequence[NameMention], singles: Sequence[NameMention]) -> None:
        """Add a name of several words of which nothing is known, by what the words beside it show."""
        if all(is_set_apart(self.text, mention) for mention in found):
            return
        if owner := self.persons.find_ending(name):
            owner.add(*found)
            return
        key = key_of(name)
        sign = self._sign_of(name, found, singles)
        if key in self.bodies.by_key or name in self.explained:
            self._add_guess(key, found)
        elif sign is not None and sign.kind == "person":
            for mention in found:
                self.persons.add(mention)
            if person := self.persons.by_name.get(name):
                person.is_guess = sign.strength == "weak"
        elif sign is not None:
            self._add_guess(key, found, sign.kind)
        elif self._is_doubtful(found):
            self._add_guess(key, found, certainty="perhaps")
        elif not all(mention.beside.is_placed for mention in found):
            self._add_guess(key, found, is_guess=True)

    def _add_guess(
        self,
        key: str,
        found: Sequence[NameMention],
        kind: str = "group",
        certainty: str = "sure",
        is_guess: bool = False,
    ) -> None:
        """Add mentions of one name to the body under a key, or as a body that only words beside the name show."""
        guess = JoinedNames(found[0].name, kind, found[0].span.start, certainty=certainty, is_guess=is_guess)
        self.bodies.by_key.setdefault(key, guess).add(*found)

    def _is_doubtful(self, found: Sequence[NameMention]) -> bool:
        """Say whether a name of several words may be anything: most are nouns, or follow “the”."""
        return self.words.has_capital_nouns or _is_no_persons(found)

    def _sign_of(self, name: str, found: Sequence[NameMention], singles: Sequence[NameMention]) -> KindSign | None:
        """Return what shows the kind of a name: words beside it, or beside its last word where that stands alone."""
        signs = self._read_signs(found)
        if plain := [sign for sign in signs if sign.strength == "plain"]:
            return plain[0]
        if _is_no_persons(found):
            return None
        words = name.split()
        if len(words) > 1 and any(self.persons.are_listed_with(self.text, mention.span) for mention in found):
            return KindSign("person", "weak")
        last = [each for each in singles if each.name == words[-1]]
        if any(each.sort == "surname" or is_spoken(self.text, each.span, self.language) for each in last):
            return KindSign("person")
        return signs[0] if signs else None

    def _read_signs(self, found: Sequence[NameMention]) -> list[KindSign]:
        return [sign for each in found if (sign := read_sign(self.text, each.span, self.language))]

    def _add_abbreviation(self, mention: NameMention) -> None:
        short = mention.name.replace(".", "")
        owner = self._owner_of(short, self.pairs.get(mention.name))
        if owner is None:
            guess = JoinedNames(short, "group", mention.span.start, certainty="likely", is_guess=True)
            self.bodies.by_key.setdefault(short.lower(), guess).add(mention)
            return
        if owner.abbr is None and owner.name != short:
            owner.abbr = short
        owner.add(mention)

    def _owner_of(self, short: str, name: str | None) -> JoinedNames | None:
        """Return the body that an abbreviation stands for: as the article explains, or by its letters."""
        if name is not None:
            return self.bodies.by_key.get(key_of(name)) or self.persons.by_name.get(name)
        return self.bodies.find_abbreviated(short)

    def _add_single(self, name: str, found: Sequence[NameMention]) -> None:
        """Add one word: a surname, the beginning of a longer name, an abbreviation, or a name of its own."""
        if name.lower() in self.persons.by_surname:
            for mention in found:
                self.persons.add_nearest(mention)
        elif owner := self._begun_by(name, found):
            owner.add(*found)
        elif name.lower() in SURNAMES:
            return
        elif name in self.pairs:
            self._add_guess(key_of(self.pairs[name]), found)
        else:
            self._add_unknown(name, found)

    def _begun_by(self, name: str, found: Sequence[NameMention]) -> JoinedNames | None:
        """Return the actor whose name begins with a word that stands alone elsewhere.

        A place that gives a body its name is none of its names: "in Halden", "Halden's mayor".
        """
        if any(is_place(self.text, self.words, each) for each in found):
            return None
        bodies, persons = self.bodies.list_beginning(name), self.persons.by_first_name.get(name, ())
        if bodies:
            return bodies[0] if len(bodies) == 1 else None
        return persons[0] if len(persons) == 1 else None

    def _add_unknown(self, name: str, found: Sequence[NameMention]) -> None:
        """Add one word of which only the words beside it say what it names: Ryanair said."""
        if self.words.has_capital_nouns:
            return
        acting = sum(mention.beside.acts and not mention.beside.is_placed for mention in found)
        placed = sum(is_place(self.text, self.words, mention) for mention in found)
        is_inside = not all(mention.beside.opens for mention in found)
        if placed * 2 > len(found) or not (is_inside or (acting and len(found) > 1)):
            return
        signs = self._read_signs(found)
        kind = next((sign.kind for sign in signs if sign.strength == "plain" and sign.kind != "person"), "")
        certainty = "likely" if acting else "perhaps"
        self._add_guess(key_of(name), found, kind or "group", certainty, is_guess=not kind)


def _group(mentions: Iterable[NameMention]) -> Mapping[str, list[NameMention]]:
    """Return mentions by their names."""
    by_name: dict[str, list[NameMention]] = {}
    for mention in mentions:
        by_name.setdefault(mention.name, []).append(mention)
    return by_name


def _is_no_persons(found: Sequence[NameMention]) -> bool:
    """Say whether a name is too long for a person’s, or follows “the”."""
    return len(found[0].name.split()) > _MOST_NAMES or any(each.beside.after_the for each in found)
