"""The fact sheet: the one definition of its entries, and their reading, problem by problem.

These types say what `facts.yaml` may hold; the JSON Schema for editors is made from them, so the two cannot differ.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from newsbrief.content.validation import EntryT, convert_entry, unknown_name
from newsbrief.content.yaml_positions import Path, YamlFile
from newsbrief.model.dates import DateRange, parse_date
from newsbrief.model.problems import Problem

ActorKind = Literal[
    "person", "government", "armed-group", "military", "alliance", "international-body", "state", "group"
]
RelationKind = Literal["backs", "leads", "fights", "resists", "opposes", "part-of", "talks-to", "neutral"]
NotSpeechReason = Literal["title", "term", "scare", "motto"]
UNATTRIBUTED = "unattributed"

_NOT_BLANK = r"\S"
Text = Annotated[str, Meta(pattern=_NOT_BLANK, description="Plain text of the editor's own.")]
Id = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        max_length=60,
        description="Small letters, digits and single hyphens.",
    ),
]
Url = Annotated[
    str,
    Meta(pattern=r"^https?://[^\s/]+\.[^\s]+$", description="An address that begins with http:// or https://."),
]


class Selector(Struct, frozen=True, forbid_unknown_fields=True):
    """Words of the article that occur more than once, with what stands right before or after the place meant."""

    exact: Annotated[str | int, Meta(description="The article's words.")]
    prefix: Annotated[str | int, Meta(description="The words right before them.")] = ""
    suffix: Annotated[str | int, Meta(description="The words right after them.")] = ""


Words = Annotated[str | int | Selector, Meta(description="Words of the article, exactly; they must occur once.")]
Passages = Annotated[
    str | int | Selector | Annotated[tuple[Words, ...], Meta(min_length=1)],
    Meta(description="Words of the article, or several stretches of them in the order in which they stand."),
]


class SourceEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """A publication outside the article."""

    title: Text
    url: Url


Sources = Annotated[
    SourceEntry | Annotated[tuple[SourceEntry, ...], Meta(min_length=1)],
    Meta(description="One outside source, or a list of them."),
]


class ClaimEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence of the editor's, which cites the article or names an outside source."""

    text: Text
    cite: Passages | None = None
    source: Sources | None = None


class ActorEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """A party or a person."""

    id: Id
    name: Annotated[str, Meta(pattern=_NOT_BLANK, description="The full name, as the glossary gives it.")]
    kind: ActorKind
    abbr: Annotated[str, Meta(pattern=_NOT_BLANK, description="The short name, such as AFRICOM.")] | None = None
    side: Annotated[str, Meta(pattern=_NOT_BLANK, description="A free word; it groups the parties.")] | None = None
    member_of: Annotated[str, Meta(description="The id of the actor that this one belongs to.")] | None = None
    aliases: Annotated[
        tuple[Annotated[str, Meta(pattern=_NOT_BLANK)], ...],
        Meta(description="Other names by which the article calls this actor."),
    ] = ()
    about: tuple[ClaimEntry, ...] = ()
    background: Annotated[
        bool, Meta(description="The article does not name this actor; `about` needs an outside source.")
    ] = False


class DateEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """An event with its date."""

    date: Annotated[str | int, Meta(description="YYYY, YYYY-MM or YYYY-MM-DD; a range is FROM/TO.")]
    event: Text
    when: (
        Annotated[Words, Meta(description="The article's words for the date, inside or next to the words cited.")]
        | None
    ) = None
    cite: Passages | None = None
    source: Sources | None = None
    actors: Annotated[tuple[str, ...], Meta(description="The ids of those who take part.")] = ()


class QuoteEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """Words in the article's quotation marks, with who speaks and the article's words that say so."""

    speaker: Annotated[str, Meta(description="An actor's id, or: unattributed.")]
    text: Passages
    cue: Annotated[Words, Meta(description="The article's words that name the speaker.")] | None = None
    context: (
        Annotated[str, Meta(pattern=_NOT_BLANK, description="What the quotation is about, in a few words.")] | None
    ) = None


class RelationEntry(Struct, frozen=True, forbid_unknown_fields=True, rename={"subject": "from", "object": "to"}):
    """What the article states of two actors."""

    subject: Annotated[str, Meta(description="The id of the actor who does it.")]
    object: Annotated[str, Meta(description="The id of the actor to whom it is done.")]
    kind: RelationKind
    cite: Passages


class NotSpeechEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """Words in quotation marks that are nobody's speech."""

    text: Words
    why: NotSpeechReason


class FactSheet(Struct, frozen=True, forbid_unknown_fields=True):
    """The fact sheet of one article: who is who, what happened when, who said what."""

    key_points: tuple[ClaimEntry, ...] = ()
    actors: tuple[ActorEntry, ...] = ()
    dates: tuple[DateEntry, ...] = ()
    quotes: tuple[QuoteEntry, ...] = ()
    relations: tuple[RelationEntry, ...] = ()
    not_speech: tuple[NotSpeechEntry, ...] = ()


ENTRY_TYPES: Mapping[str, type[Struct]] = {
    "key_points": ClaimEntry,
    "actors": ActorEntry,
    "dates": DateEntry,
    "quotes": QuoteEntry,
    "relations": RelationEntry,
    "not_speech": NotSpeechEntry,
}


class Facts(Struct, frozen=True, dict=True):
    """The entries that could be read, each under its path in the file, and what is wrong with the others."""

    file: YamlFile
    entries: Mapping[Path, Struct]
    problems: tuple[Problem, ...]

    def of(self, kind: type[EntryT]) -> list[tuple[Path, EntryT]]:
        """Return the entries of one type with their paths, in the order of the file."""
        return self._by_kind.get(kind, [])

    @cached_property
    def _by_kind(self) -> Mapping[type[Struct], list[tuple[Path, Any]]]:
        found: dict[type[Struct], list[tuple[Path, Any]]] = {}
        for path, entry in self.entries.items():
            found.setdefault(type(entry), []).append((path, entry))
        return found

    def claims(self) -> list[tuple[Path, ClaimEntry]]:
        """Return every claim: the key points and what is said about the actors."""
        about = [
            ((*path, "about", number), claim)
            for path, actor in self.of(ActorEntry)
            for number, claim in enumerate(actor.about)
        ]
        return [*self.of(ClaimEntry), *about]


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of `facts.yaml`."""
    schema = msgspec.json.schema(FactSheet)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Newsbrief fact sheet",
    }
    return head | schema


def parse_facts(file: YamlFile) -> Facts:
    """Turn the plain values of a fact sheet into its types, entry by entry, gathering every problem."""
    problems = list(file.problems)
    entries: dict[Path, Struct] = {}
    for key, value in file.values.items():
        if key not in ENTRY_TYPES:
            problems.append(unknown_name(file, (key,), f"unknown key {key!r}", key, ENTRY_TYPES))
        elif isinstance(value, list):
            for number, plain in enumerate(value):
                path = (key, number)
                entry, faults = convert_entry(file, path, plain, ENTRY_TYPES[key])
                problems += faults
                if entry is not None:
                    entries[path] = entry
        elif value is not None:
            problems.append(file.problem((key,), f"{key} must be a list", "begin each entry with a hyphen: `  - `"))
    return Facts(file, entries, tuple(problems))


def as_date(entry: DateEntry) -> DateRange | None:
    """Return the entry's date, or None where it is none."""
    try:
        return parse_date(str(entry.date))
    except ValueError:
        return None
