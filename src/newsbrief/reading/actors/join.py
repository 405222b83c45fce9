"""Mentions of the same person or body, put together: Nora Vane and Ms Vane, a body and its abbreviation.

`join(mentions, pairs, words)` returns the actors of an article, each with its names.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from newsbrief.reading.actors.abbreviations import spells
from newsbrief.reading.actors.joined_names import JoinedNames
from newsbrief.reading.actors.kind_signs import KindSign, is_place, is_set_apart, is_spoken, read_sign
from newsbrief.reading.actors.lexicon import NamingWords, list_words, read_bodies, state_of
from newsbrief.reading.actors.mentions import NameMention
from newsbrief.reading.actors.offices import SURNAMES

_MOST_NAMES = 3
"""The most words of a person’s name of which nothing is known."""

_UNCLEAR = list_words("alliance coalition league bloc front resistance shield forum union congress movement")
"""Heads that bodies of several kinds have: a party may be an alliance, and a militia a front."""

_CORPORATE = list_words(
    "inc llc ag sa gmbh nv spa corp corporation co company ltd plc group holdings motor systems airlines airways motors"
    " industries bank technologies computer electronics"
)


_JOINTS = (" and ", ", and ", ", ", " und ", " et ", " y ", " e ")


class Joiner:
    """Puts together the mentions of one article."""

    def __init__(self, text: str, pairs: Mapping[str, str], words: NamingWords, language: str) -> None:
        self.text, self.pairs, self.words, self.language = text, pairs, words, language
        self.persons: dict[str, JoinedNames] = {}
        self.bodies: dict[str, JoinedNames] = {}
        self.surnames: dict[str, list[JoinedNames]] = {}

    def join(self, mentions: Sequence[NameMention]) -> list[JoinedNames]:
        """Return the actors, in the order of their first mention."""
        for mention in mentions:
            if mention.sort == "person":
                self._add_person(mention)
            elif mention.sort in ("body", "state"):
                self._add_body(mention)
        singles = [mention for mention in mentions if mention.sort in ("single", "surname")]
        self._add_phrases([mention for mention in mentions if mention.sort == "phrase"], singles)
        for mention in mentions:
            if mention.sort == "surname":
                self._add_surname(mention)
        self._add_abbreviations([mention for mention in mentions if mention.sort == "abbreviation"])
        self._add_singles([mention for mention in mentions if mention.sort == "single"])
        found = [*self.persons.values(), *self.bodies.values()]
        for actor in found:
            actor.at = min(mention.span.start for mention in actor.mentions)
        return sorted(found, key=lambda actor: actor.at)

    def _add_person(self, mention: NameMention) -> None:
        words = mention.name.split()
        surname = words[-1].lower()
        for known in self.surnames.get(surname, ()):
            if _are_one(known.name.split(), words):
                known.add(mention)
                if len(words) > len(known.name.split()):
                    known.name = mention.name
                return
        if longer := [each for each in self.persons.values() if each.name.startswith(f"{mention.name} ")]:
            # Juan Miguel, of Juan Miguel Gonzalez.
            longer[0].add(mention)
            return
        person = JoinedNames(mention.name, "person", mention.span.start)
        person.add(mention)
        self.persons[mention.name] = person
        self.surnames.setdefault(surname, []).append(person)
        if "-" in surname:
            self.surnames.setdefault(surname.rpartition("-")[2], []).append(person)

    def _add_surname(self, mention: NameMention) -> None:
        known = self.surnames.get(mention.name.lower(), ())
        if known:
            _nearest(known, mention).add(mention)
            return
        first = self.by_first_name.get(mention.name, ())
        if len(first) == 1:
            # Mayor Pete, of Pete Orr.
            first[0].add(mention)
            return
        person = JoinedNames(mention.name, "person", mention.span.start)
        person.add(mention)
        self.persons[mention.name] = person
        self.surnames[mention.name.lower()] = [person]

    def _add_body(self, mention: NameMention) -> None:
        body = read_bodies().get(mention.name) or read_bodies().get(mention.name.replace(".", ""))
        if mention.sort == "state":
            name, abbr, _ = state_of(mention.kind, self.language)
            kind = "state"
        elif body:
            name, abbr, kind = body.name, body.abbr, body.kind
        else:
            name, abbr, kind = mention.name.removeprefix("The "), None, mention.kind or "group"
        key = self._key(name)
        if key not in self.bodies:
            is_guess = mention.sort == "body" and not mention.kind
            if mention.sort == "body" and kind != "group" and not body and key.split()[-1] in _UNCLEAR:
                sign = read_sign(self.text, mention.span, self.language)
                is_guess = sign is None or sign.kind == "person"
            self.bodies[key] = JoinedNames(name, kind, mention.span.start, abbr, is_guess=is_guess)
        self.bodies[key].add(mention)

    def _key(self, name: str) -> str:
        words = name.lower().replace(".", "").replace("’", "'").split()
        while len(words) > 1 and words[-1] in _CORPORATE:
            words.pop()
        return " ".join(words)

    def _add_phrases(self, phrases: Sequence[NameMention], singles: Sequence[NameMention]) -> None:
        """Add names of several words of which nothing is known, by what the words beside them show."""
        by_name: dict[str, list[NameMention]] = {}
        for mention in phrases:
            by_name.setdefault(mention.name, []).append(mention)
        for name, mentions in by_name.items():
            if all(is_set_apart(self.text, mention) for mention in mentions):
                continue
            if owner := self._whole_name_of(name):
                for mention in mentions:
                    owner.add(mention)
                continue
            key = self._key(name)
            sign = self._sign_of(name, mentions, singles)
            if key in self.bodies or any(self.pairs[short] == name for short in self.pairs):
                self._add_guess(mentions, key, "group", is_sure=True)
            elif sign is not None and sign.kind == "person":
                for mention in mentions:
                    self._add_person(mention)
                self._mark(self.persons.get(name), is_guess=sign.strength == "weak")
            elif sign is not None:
                self._add_guess(mentions, key, sign.kind, is_sure=True)
            elif self._is_doubtful(mentions):
                self._add_guess(mentions, key, "group", is_sure=False)
            elif not all(mention.beside.is_placed for mention in mentions):
                self._add_guess(mentions, key, "group", is_sure=True)
                self._mark(self.bodies[key], is_guess=True)

    def _whole_name_of(self, name: str) -> JoinedNames | None:
        """Return the one person whose name ends in several words that stand alone elsewhere: De Niro."""
        known = self.surnames.get(name.split()[-1].lower(), ())
        persons = [person for person in known if person.name.endswith(f" {name}")]
        return persons[0] if len(persons) == 1 else None

    @cached_property
    def by_first_name(self) -> Mapping[str, list[JoinedNames]]:
        """The persons with a whole name, by its first word."""
        found: dict[str, list[JoinedNames]] = {}
        for person in self.persons.values():
            if " " in person.name:
                found.setdefault(person.name.split()[0], []).append(person)
        return found

    def _is_listed_with_persons(self, mention: NameMention) -> bool:
        """Say whether “and” or a comma joins a name to a person’s: `Ida Kuban and Cora Roby`."""
        text, span = self.text, mention.span
        if text[span.end : span.end + 1] == " " and text[span.end + 1 : span.end + 2].isupper():
            # “… and Harbour Works Director Ida Kuban”
            return False
        before = max((len(sign) for sign in _JOINTS if text.endswith(sign, 0, span.start)), default=0)
        after = max((len(sign) for sign in _JOINTS if text.startswith(sign, span.end)), default=0)
        starts, ends = self.edges
        return bool((before and span.start - before in ends) or (after and span.end + after in starts))

    @cached_property
    def edges(self) -> tuple[frozenset[int], frozenset[int]]:
        """The places where the names of persons begin that are plain by themselves, and where they end."""
        every = [mention.span for person in self.persons.values() for mention in person.mentions if " " in mention.name]
        return frozenset(span.start for span in every), frozenset(span.end for span in every)

    def _is_doubtful(self, mentions: Sequence[NameMention]) -> bool:
        """Say whether a name of several words may be anything: most are nouns, or follow “the”."""
        is_long = len(mentions[0].name.split()) > _MOST_NAMES
        return self.words.has_capital_nouns or is_long or any(each.beside.after_the for each in mentions)

    def _sign_of(self, name: str, mentions: Sequence[NameMention], singles: Sequence[NameMention]) -> KindSign | None:
        """Return what shows the kind of a name: words beside it, or beside its last word where that stands alone."""
        signs = [sign for each in mentions if (sign := read_sign(self.text, each.span, self.language))]
        if plain := [sign for sign in signs if sign.strength == "plain"]:
            return plain[0]
        words = name.split()
        if len(words) > _MOST_NAMES or any(each.beside.after_the for each in mentions):
            return None
        if len(words) in (2, 3) and any(map(self._is_listed_with_persons, mentions)):
            return KindSign("person", "weak")
        last = [each for each in singles if each.name == words[-1]]
        if any(each.sort == "surname" or is_spoken(self.text, each.span, self.language) for each in last):
            return KindSign("person")
        return signs[0] if signs else None

    def _mark(self, actor: JoinedNames | None, *, is_guess: bool) -> None:
        if actor is not None:
            actor.is_guess = is_guess

    def _add_guess(self, mentions: Iterable[NameMention], key: str, kind: str, *, is_sure: bool) -> None:
        for mention in mentions:
            if key not in self.bodies:
                certainty = "sure" if is_sure else "perhaps"
                self.bodies[key] = JoinedNames(mention.name, kind, mention.span.start, certainty=certainty)
            self.bodies[key].add(mention)

    def _add_abbreviations(self, mentions: Sequence[NameMention]) -> None:
        for mention in mentions:
            plain = mention.name.replace(".", "")
            owner = self._owner_of(plain, self.pairs.get(mention.name))
            if owner is None:
                key = plain.lower()
                if key not in self.bodies:
                    self.bodies[key] = JoinedNames(
                        plain, "group", mention.span.start, certainty="likely", is_guess=True
                    )
                owner = self.bodies[key]
            elif owner.abbr is None and owner.name != plain:
                owner.abbr = plain
            owner.add(mention)

    def _owner_of(self, short: str, name: str | None) -> JoinedNames | None:
        """Return the body that an abbreviation stands for: as the article explains, or by its letters."""
        if name is not None:
            return self.bodies.get(self._key(name)) or self.persons.get(name)
        for body in self.bodies.values():
            if body.abbr == short or short in body.names:
                return body
        fitting = [body for body in self.bodies.values() if " " in body.name and spells(short, body.name)]
        return fitting[0] if len(fitting) == 1 and len(short) > 2 else None

    def _add_singles(self, mentions: Sequence[NameMention]) -> None:
        by_name: dict[str, list[NameMention]] = {}
        for mention in mentions:
            by_name.setdefault(mention.name, []).append(mention)
        for name, found in by_name.items():
            if known := self.surnames.get(name.lower()):
                for mention in found:
                    _nearest(known, mention).add(mention)
            elif owner := self._begins(name, found):
                for mention in found:
                    owner.add(mention)
            elif name.lower() in SURNAMES:
                continue
            elif name in self.pairs:
                self._add_guess(found, self._key(self.pairs[name]), "group", is_sure=True)
            else:
                self._add_unknown(name, found)

    def _begins(self, name: str, found: Sequence[NameMention]) -> JoinedNames | None:
        """Return the actor whose name begins with a word that stands alone elsewhere: Cisco of Cisco Systems.

        A place that gives a body its name is none of its names: "in Halden", "Halden's mayor".
        """
        if any(is_place(self.text, self.words, each) for each in found):
            return None
        bodies = [body for body in self.bodies.values() if self._is_short_for(name, body)]
        if len(bodies) == 1:
            return bodies[0]
        persons = [person for person in self.persons.values() if " " in person.name and person.name.split()[0] == name]
        return persons[0] if len(persons) == 1 and not bodies else None

    def _is_short_for(self, name: str, body: JoinedNames) -> bool:
        words = body.name.split()
        if len(words) == 1:
            return body.name == name
        if body.kind == "media":
            return words[-1] == name
        return words[0] == name and body.kind not in ("state", "government", "court") and not self._is_common(name)

    def _is_common(self, name: str) -> bool:
        low = name.lower()
        return low in self.words.demonyms or self.words.has("place starts", low) or name in self.words.territories

    def _add_unknown(self, name: str, found: Sequence[NameMention]) -> None:
        """Add one word of which only the words beside it say what it names: Ryanair said."""
        if self.words.has_capital_nouns:
            return
        acting = sum(mention.beside.acts and not mention.beside.is_placed for mention in found)
        placed = sum(is_place(self.text, self.words, mention) for mention in found)
        inside = [mention for mention in found if not mention.beside.opens]
        if not inside and (not acting or len(found) < 2):
            return
        if placed * 2 > len(found) or not (acting or inside):
            return
        certainty = "likely" if acting else "perhaps"
        key = self._key(name)
        signs = [sign for each in found if (sign := read_sign(self.text, each.span, self.language))]
        kind = next((sign.kind for sign in signs if sign.strength == "plain" and sign.kind != "person"), "")
        for mention in found:
            if key not in self.bodies:
                self.bodies[key] = JoinedNames(
                    name, kind or "group", mention.span.start, certainty=certainty, is_guess=not kind
                )
            self.bodies[key].add(mention)


def _are_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two names of one surname can be one person's: George Bush, George W. Bush."""
    first, second = one[0].lower().rstrip("."), other[0].lower().rstrip(".")
    if len(one) == 1 or len(other) == 1:
        return True
    return first == second or (min(len(first), len(second)) == 1 and first[0] == second[0])


def _nearest(persons: Sequence[JoinedNames], mention: NameMention) -> JoinedNames:
    """Return the person of this surname who was named last before a mention."""
    before = [(each.span.start, number) for number, person in enumerate(persons) for each in person.mentions]
    near = [each for each in before if each[0] < mention.span.start]
    return persons[max(near)[1]] if near else persons[0]


def most_common(names: Iterable[str]) -> str:
    """Return the name that stands most often."""
    return Counter(names).most_common(1)[0][0]
