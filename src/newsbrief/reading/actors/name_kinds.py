"""The words of a name, and what they say by themselves of who bears it: a kind of body, a person, or nobody.

`NameKinds(words, "en").kind_of(("ministry", "of", "works"))` is "government".
"""

from functools import cached_property

from newsbrief.evidence.name_words import TIMES
from newsbrief.reading.actors.lexicon import NamingWords, read_common, read_given_names, read_places
from newsbrief.reading.actors.offices import SURNAMES, is_surname, is_title

_MOST_NAMES = 5


class NameKinds:
    """The kinds of the names of one language; all words are in small letters."""

    def __init__(self, words: NamingWords, language: str) -> None:
        self.words, self.given, self.places = words, read_given_names(), read_places(language)
        self.company_forms = read_common("company forms")
        self.has_nouns_first = not language.startswith("en")

    @cached_property
    def small_places(self) -> frozenset[str]:
        """The known places in small letters."""
        return frozenset(place.lower() for place in self.places)

    def says_nothing(self, *lows: str) -> bool:
        """Say whether words only describe who is named beside them: `Libyan`, `President`."""
        return all(self._describes(low) for low in lows)

    def _describes(self, low: str) -> bool:
        return low in self.words.demonyms or low in TIMES or is_title(self.words, low) or low in ("ex", "pro")

    def kind_of(self, lows: tuple[str, ...]) -> str | None:
        """Return the kind that a name of several words gives: by its last words, or those before “of”."""
        if kind := self._kind_before_link(lows):
            return kind
        if len(lows) > 1 and self._is_place(lows[-1]) and (kind := self.words.kind_of(lows[:-1])):
            # College London, Bank Austria.
            return kind
        return self.words.kind_of(lows) or (self.words.heads.get(lows[0]) if self.begins_with_head(lows) else None)

    def _kind_before_link(self, lows: tuple[str, ...]) -> str | None:
        for link in ("of", "for", *self.words.lists.get("links", ())):
            if link not in lows[1:]:
                continue
            head = lows[: lows.index(link, 1)]
            if kind := self.words.kind_of(head) or ("group" if self.words.has("of names", head[-1]) else None):
                return kind
        return None

    def _is_place(self, low: str) -> bool:
        return low in self.words.small_territories or low in self.small_places

    def begins_with_head(self, lows: tuple[str, ...]) -> bool:
        """Say whether the first word of a name is its head, as it is in languages that put nouns first."""
        return self.has_nouns_first and len(lows) > 1 and lows[0] in self.words.heads

    def begins_person(self, lows: tuple[str, ...]) -> bool:
        """Say whether words may begin with a person, perhaps behind a title."""
        has_title = any(self.words.has("titles", low) for low in lows[:4])
        return has_title or (len(lows) > 1 and (lows[0] in self.given or len(lows) == 2))

    def ends_in_place(self, lows: tuple[str, ...]) -> bool:
        """Say whether the last word makes a name that of a place: `Halden Bridge`, but not `Nora Bridge`."""
        is_person = lows[0] in self.given and self.words.has("places as surnames", lows[-1])
        return self.words.has("places", lows[-1]) and not is_person and not self._kind_before_link(lows)

    def is_nobody(self, lows: tuple[str, ...]) -> bool:
        """Say whether words name an event, a thing or a place."""
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
        return len(lows) > 1 and self.words.has("event numbers", lows[-1]) and self.words.has("events", lows[-2])

    def is_person(self, lows: tuple[str, ...]) -> bool:
        """Say whether a given name, a surname, an initial or a particle makes a name a person’s."""
        if lows[1:2] == ("s",) or len(lows) > _MOST_NAMES or any(low[0].isdigit() for low in lows):
            return False
        if self._is_numbered_event(lows):
            return False
        if lows[0] in self.given and lows[-1] not in self.company_forms:
            is_short = len(lows) < _MOST_NAMES and not {"of", "for", "and"} & set(lows)
            return is_short and not self.words.has("events", lows[-1])
        if len(lows) == 2 and lows[1] in SURNAMES and is_surname(self.words, *lows):
            return True
        has_initial = any(len(low) == 1 for low in lows[:-1])
        is_joined = any(self.words.has("particles", low.split("-")[0]) for low in lows[1:])
        return has_initial or is_joined
