"""The persons whom an article names: by a whole name, a surname behind a title, or a first name.

`JoinedPersons().add(mention)` of `Nora Vane` makes one, to whom `Ms Vane` is added.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

from newsbrief.model.document import Span
from newsbrief.reading.actors.joined_names import JoinedNames
from newsbrief.reading.actors.mentions import NameMention

_JOINTS = (" and ", ", and ", ", ", " und ", " et ", " y ", " e ")


class JoinedPersons:
    """The persons of one article, by their names and by their surnames in small letters."""

    def __init__(self) -> None:
        self.by_name: dict[str, JoinedNames] = {}
        self.by_surname: dict[str, list[JoinedNames]] = {}

    def add(self, mention: NameMention) -> None:
        """Add a whole name to the person who has it, or a longer or shorter form of it; or as a new person."""
        words = mention.name.split()
        surname = words[-1].lower()
        for known in self.by_surname.get(surname, ()):
            if _are_one(known.name.split(), words):
                known.add(mention)
                if len(words) > len(known.name.split()):
                    known.name = mention.name
                return
        if longer := [each for each in self.by_name.values() if each.name.startswith(f"{mention.name} ")]:
            # Juan Miguel, of Juan Miguel Gonzalez.
            longer[0].add(mention)
            return
        person = self._make(mention)
        self.by_surname.setdefault(surname, []).append(person)
        if "-" in surname:
            self.by_surname.setdefault(surname.rpartition("-")[2], []).append(person)

    def add_surname(self, mention: NameMention) -> None:
        """Add a name behind a title to the person who has it as a surname or first name; or as a new person."""
        if self.add_nearest(mention):
            return
        named = self.by_first_name.get(mention.name, ())
        if len(named) == 1:
            # Mayor Pete, of Pete Orr.
            named[0].add(mention)
            return
        self.by_surname[mention.name.lower()] = [self._make(mention)]

    def _make(self, mention: NameMention) -> JoinedNames:
        person = JoinedNames(mention.name, "person", mention.span.start)
        person.add(mention)
        self.by_name[mention.name] = person
        return person

    def add_nearest(self, mention: NameMention) -> bool:
        """Add a surname to the person of this surname who was named last before; say whether there is one."""
        known = self.by_surname.get(mention.name.lower())
        if known:
            _nearest(known, mention).add(mention)
        return bool(known)

    @cached_property
    def by_first_name(self) -> Mapping[str, list[JoinedNames]]:
        """The persons with a whole name, by its first word; complete when all whole names are added."""
        found: dict[str, list[JoinedNames]] = {}
        for person in self.by_name.values():
            if " " in person.name:
                found.setdefault(person.name.split()[0], []).append(person)
        return found

    def find_ending(self, name: str) -> JoinedNames | None:
        """Return the one person whose name ends in several words that stand alone elsewhere: De Niro."""
        known = self.by_surname.get(name.split()[-1].lower(), ())
        persons = [person for person in known if person.name.endswith(f" {name}")]
        return persons[0] if len(persons) == 1 else None

    def are_listed_with(self, text: str, span: Span) -> bool:
        """Say whether “and” or a comma joins a name to that of a person: `Ida Kuban and Cora Roby`."""
        if text[span.end : span.end + 1] == " " and text[span.end + 1 : span.end + 2].isupper():
            # “… and Harbour Works Director Ida Kuban”
            return False
        before = max((len(sign) for sign in _JOINTS if text.endswith(sign, 0, span.start)), default=0)
        after = max((len(sign) for sign in _JOINTS if text.startswith(sign, span.end)), default=0)
        starts, ends = self._edges
        return bool((before and span.start - before in ends) or (after and span.end + after in starts))

    @cached_property
    def _edges(self) -> tuple[frozenset[int], frozenset[int]]:
        """The places where the names of persons begin that are plain by themselves, and where they end."""
        every = [each.span for person in self.by_name.values() for each in person.mentions if " " in each.name]
        return frozenset(span.start for span in every), frozenset(span.end for span in every)


def _are_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two names of one surname can be one person's: George Bush, George W. Bush."""
    first, second = one[0].lower().rstrip("."), other[0].lower().rstrip(".")
    if len(one) == 1 or len(other) == 1:
        return True
    return first == second or (min(len(first), len(second)) == 1 and first[0] == second[0])


def _nearest(persons: Sequence[JoinedNames], mention: NameMention) -> JoinedNames:
    """Return the person who was named last before a mention, or the first."""
    before = [(each.span.start, number) for number, person in enumerate(persons) for each in person.mentions]
    near = [each for each in before if each[0] < mention.span.start]
    return persons[max(near)[1]] if near else persons[0]
