"""The words by which a language says what a name is the name of: one table for each language, in `lexicons/`.

`read_words("en-GB").heads["ministry"]` is `government`.

A table is YAML; the words of a key are divided by commas and stand in small letters. Every key may be left out:

- `heads`: under each kind of actor, the words that end the name of one, or stand before `of` (Ministry of Works).
- `of heads`, `for heads`, `and heads`: those among them whose name goes on with “of”, “for” and, after these, “and”;
  `and pairs` are two that “and” joins in one name.
- `links` stand inside a name behind one of the `of heads`, and `link articles` behind them: Banque de la Côte.
- `of names`: words that make the name of a body with “of” alone (Friends of the Library).
- `places`, `events`, `things`: words that end names which are no actors; `place starts` begin the name of a place.
  `places as surnames` end those of persons as well, and `event numbers` stand behind events (World War II).
- `titles` stand before the name of a person, `title modifiers` before a title (Vice President), `branches` before a
  rank (Marine Corps Gen.), `name suffixes` behind a name, `particles` inside one (Mohammed bin Salman).
- `role nouns` describe a person and `body nouns` a body beside a name (Ellory Lines, a ferry firm).
- `locatives` and `place nouns` stand before places (in Halden, the port of Halden), `body verbs` behind what acts or
  owns (Apple said, Apple shares).
- `abbreviated by` stands between a name and its abbreviation: Government of National Accord, or G.N.A.
- `capital nouns` stands in the table of a language that writes every noun with a capital: there it says little.
- `small`: small words that may begin a sentence before a noun (Seine Partei), and are no part of a name.
- `elisions` are words joined to the front of the next one: l'Union.
- `given`, in a script without capitals: the given names by which people are known; `name particles` stand inside their
  names, `offices` before them with `office links` between; words `not in names` end one.
- `not bodies`: abbreviations of other things; `demonyms`: people and languages of countries, and other capital words
  that name nobody.

`lexicons/bodies.yaml` has well-known bodies, `lexicons/names.yaml` given names of many languages, and
`lexicons/places.yaml` cities and regions. `lexicons/common.yaml` has words that are read in every language:

- `company forms` end the name of a company, and `company words` may be left out of it: Ryanair, of Ryanair Holdings.
- `unclear heads` have bodies of several kinds: a party may be an alliance, and a militia a front.
- `owned heads` stand behind an owner in one name (King’s College), and `heads after and` end one with “and” in it
  (Immigration and Naturalization Service).
- `whole titles` are short titles that are no shortened words: a full stop behind them ends a sentence.
- `months` are the short names of months.
"""

from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any

from msgspec import Struct

from newsbrief.content.own_tables import read_own_table, split_phrases
from newsbrief.model.languages import locale_of, primary_language
from newsbrief.model.paths import PACKAGE
from newsbrief.reading.function_words import FUNCTION_WORDS

_FOLDER = PACKAGE / "reading" / "actors" / "lexicons"
_MOST_WORDS = 3
_SHORT_TITLE = 5
"""The most words of a head, such as “centers for disease control”, that are looked at."""


class WellKnownBody(Struct, frozen=True):
    """A body that articles name without saying what it is; `names` are all its names, its own first."""

    name: str
    abbr: str | None
    kind: str
    names: tuple[str, ...]


class NamingWords(Struct, frozen=True, dict=True):
    """The words of one language around names.

    `heads` has the kind of actor by the word that ends its name, `small` are the smallest words.
    """

    heads: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]
    territories: Mapping[str, str]
    small: frozenset[str] = frozenset()

    def has(self, key: str, word: str) -> bool:
        return word in self.lists.get(key, ())

    @property
    def has_capital_nouns(self) -> bool:
        """Say whether the language writes every noun with a capital."""
        return "capital nouns" in self.lists

    @cached_property
    def small_territories(self) -> frozenset[str]:
        """The names of states in small letters."""
        return frozenset(name.lower() for name in self.territories)

    @cached_property
    def long_titles(self) -> tuple[str, ...]:
        """The titles that may end a longer word, as in `Bundesminister`."""
        return tuple(title for title in self.lists.get("titles", ()) if len(title) > _SHORT_TITLE and " " not in title)

    @cached_property
    def demonyms(self) -> frozenset[str]:
        return self.lists.get("demonyms", frozenset())

    def kind_of(self, words: tuple[str, ...]) -> str | None:
        """Return the kind that the last words of a name, in small letters, say it has; None where they say nothing."""
        for count in range(min(_MOST_WORDS, len(words)), 0, -1):
            if kind := self.heads.get(" ".join(words[-count:])):
                return kind
        return None


def list_words(text: str) -> frozenset[str]:
    """Return the words of a text that blanks divide."""
    return frozenset(text.split())


@cache
def read_words(language: str) -> NamingWords:
    """Return the words of a BCP 47 language tag; few where the language has no table."""
    spoken = primary_language(language)
    table = _read_yaml(spoken) if spoken in _languages() else {}
    # Companies and associations have English names in every language.
    named = [*_read_yaml("en")["heads"].items(), *table.get("heads", {}).items()]
    heads = {word: kind for kind, words in named for word in split_phrases(words)}
    lists = {key: frozenset(split_phrases(words)) for key, words in table.items() if isinstance(words, str)}
    small = FUNCTION_WORDS.get(spoken, frozenset()) | frozenset(split_phrases(table.get("small")))
    return NamingWords(heads, lists, _territories(language), small)


@cache
def _languages() -> frozenset[str]:
    return frozenset(path.stem for path in _FOLDER.glob("??.yaml"))


@cache
def read_given_names() -> frozenset[str]:
    """Return given names of many languages, in small letters."""
    return frozenset(split_phrases(_read_yaml("names")["given"]))


@cache
def read_common(key: str) -> frozenset[str]:
    """Return the words under a key of the table for every language."""
    return frozenset(split_phrases(_read_yaml("common")[key]))


@cache
def read_bodies() -> Mapping[str, WellKnownBody]:
    """Return the well-known bodies, by each of their names."""
    bodies: dict[str, WellKnownBody] = {}
    for abbr, name, kind, *others in _read_yaml("bodies")["bodies"]:
        short = None if abbr == "-" else str(abbr)
        names = tuple(dict.fromkeys([name, *([short] if short else []), *others]))
        for each in names:
            bodies.setdefault(each, WellKnownBody(name, short, kind, names))
    return bodies


_SHORT: Mapping[str, tuple[str, str | None, tuple[str, ...]]] = {
    "US": ("United States", "US", ("U.S.", "USA", "U.S.A.", "America", "United States of America")),
    "GB": ("United Kingdom", "UK", ("U.K.", "Britain", "Great Britain")),
    "AE": ("United Arab Emirates", "UAE", ("U.A.E.", "Emirates")),
    "CD": ("Democratic Republic of Congo", "DRC", ("Democratic Republic of the Congo", "DR Congo", "Congo")),
    "CZ": ("Czech Republic", None, ("Czechia",)),
    "MM": ("Myanmar", None, ("Burma",)),
    "TR": ("Turkey", None, ("Türkiye",)),
    "PS": ("Palestine", None, ("Palestinian Authority",)),
    "KP": ("North Korea", None, ()),
    "KR": ("South Korea", None, ()),
    "BA": ("Bosnia", None, ("Bosnia-Herzegovina", "Bosnia and Herzegovina")),
}
"""States that English articles name otherwise than the CLDR does."""


_CODE = 2
_NO_STATES = ("EU", "UN", "EZ", "ZZ")


@cache
def state_of(region: str, language: str) -> tuple[str, str | None, tuple[str, ...]]:
    """Return the name of a state, its abbreviation, and its further names."""
    own = locale_of(language).territories.get(region, region)
    if primary_language(language) != "en" or region not in _SHORT:
        return own, None, ()
    name, abbr, others = _SHORT[region]
    return name, abbr, tuple(dict.fromkeys([*others, own]))


@cache
def _territories(language: str) -> Mapping[str, str]:
    """Return the region by each name of a state."""
    try:
        known: Mapping[str, str] = locale_of(language).territories
    except (LookupError, ValueError):
        return {}
    regions = [code for code in known if len(code) == _CODE and code.isalpha() and code not in _NO_STATES]
    names = {known[code]: code for code in regions}
    for code in regions:
        name, abbr, others = state_of(code, language)
        names |= dict.fromkeys((name, *others), code) | ({abbr: code} if abbr else {})
    return names


@cache
def read_places(language: str) -> frozenset[str]:
    """Return the cities and regions that are known by name in a language."""
    from babel.core import get_global

    own = _read_yaml("places").get(primary_language(language), "")
    zones = get_global("zone_territories")
    try:
        translated = [zone.get("city") for zone in locale_of(language).time_zones.values()]
    except (LookupError, ValueError):
        translated = []
    return frozenset(
        [
            *(" ".join(name.split()) for name in str(own).split(",") if name.strip()),
            *(name for name in translated if name),
            *(zone.rpartition("/")[2].replace("_", " ") for zone in zones if "/" in zone and "Etc" not in zone),
        ]
    )


@cache
def _read_yaml(name: str) -> Mapping[str, Any]:
    return read_own_table(_FOLDER / f"{name}.yaml")
