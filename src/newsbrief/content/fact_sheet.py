"""The format of the fact sheet: its sections, and the entries that each may hold.

The JSON Schema for editors is made from these types, so the two cannot differ.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import GenericAlias
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from newsbrief.content.fields import NOT_BLANK, Doubt, Id, Passages, Reading, Sources, Text, Words, not_blank
from newsbrief.content.own_kinds import name_kinds
from newsbrief.content.yaml_positions import Path
from newsbrief.model.dates import DateRange, parse_date
from newsbrief.model.kinds import Hedge, NotSpeechReason, RelationHedge
from newsbrief.model.own_kinds import NO_OWN_KINDS, OwnKinds

UNATTRIBUTED = "unattributed"
ACTORS = "actors"
"""The key of the section of actors."""

KindName = Annotated[str, Meta(description="A built-in kind, or one that the site defines in `site.yaml`.")]
"""The name of a kind; `parse_facts` knows which there are."""


class ClaimEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence of the editor's, which cites the article or names an outside source."""

    text: Text
    cite: Passages | None = None
    source: Sources | None = None
    reading: Reading | None = None
    doubt: Doubt | None = None


ActorName = Annotated[str, not_blank("The full name, as the glossary gives it.")]
Abbreviation = Annotated[str, not_blank("The short name, such as AFRICOM.")]
Side = Annotated[str, not_blank("A free word; it groups the parties.")]
Alias = Annotated[str, Meta(pattern=NOT_BLANK)]


class ActorEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """A party or a person. One that `content/actors.yaml` has may leave out `name` and `kind`."""

    id: Id
    name: ActorName
    kind: KindName
    abbr: Abbreviation | None = None
    side: Side | None = None
    member_of: Annotated[str, Meta(description="The id of the actor that this one belongs to.")] | None = None
    aliases: Annotated[tuple[Alias, ...], Meta(description="Other names by which the article calls this actor.")] = ()
    about: tuple[ClaimEntry, ...] = ()
    background: Annotated[
        bool, Meta(description="The article does not name this actor; `about` needs an outside source.")
    ] = False
    reading: Reading | None = None
    doubt: Doubt | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The name, the abbreviation and the aliases."""
        return (self.name, *((self.abbr,) if self.abbr else ()), *self.aliases)


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
    reading: Reading | None = None
    doubt: Doubt | None = None


class QuoteEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """Words in the article's quotation marks, with who speaks and the article's words that say so."""

    speaker: Annotated[
        str | Annotated[tuple[str, ...], Meta(min_length=1)],
        Meta(description="An actor's id, a list of several, or: unattributed."),
    ]
    text: Passages
    cue: Annotated[Words, Meta(description="The article's words that name the speaker.")] | None = None
    context: Annotated[str, not_blank("What the quotation is about, in a few words.")] | None = None
    hedge: Hedge | None = None
    reading: Reading | None = None
    doubt: Doubt | None = None

    @property
    def speakers(self) -> tuple[str, ...]:
        """The ids of the speakers; none if the quotation is unattributed."""
        named = self.speaker if isinstance(self.speaker, tuple) else (self.speaker,)
        return tuple(dict.fromkeys(name for name in named if name != UNATTRIBUTED))


class RelationEntry(Struct, frozen=True, forbid_unknown_fields=True, rename={"subject": "from", "object": "to"}):
    """What the article states of two actors."""

    subject: Annotated[str, Meta(description="The id of the actor who does it.")]
    object: Annotated[str, Meta(description="The id of the actor to whom it is done.")]
    kind: KindName
    cite: Passages
    hedge: RelationHedge | None = None
    reading: Reading | None = None
    doubt: Doubt | None = None


class NotSpeechEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """Words in quotation marks that are nobody's speech."""

    text: Words
    why: NotSpeechReason
    reading: Reading | None = None
    doubt: Doubt | None = None


class Section(Struct, frozen=True):
    """A list of entries: a section of the fact sheet, or a list inside each entry of one.

    All names are keys of the YAML file. `words` are those that hold words of the article, each with its noun in
    messages; words in `beside` are searched inside or next to those under an earlier key, all others in the whole
    article. `quoted` holds words that stand in quotation marks, and accounts for these. `sentence` holds a sentence of
    the editor's, which needs `cite` or `source`. `actors` hold ids of actors, and `lists` further lists of entries.
    """

    key: str
    entry: type[Struct]
    words: Mapping[str, str] = {}
    beside: Mapping[str, str] = {}
    quoted: str = ""
    sentence: str = ""
    actors: tuple[str, ...] = ()
    lists: tuple["Section", ...] = ()

    def walk(self, path: Path, entry: Struct) -> Iterator[tuple["Section", Path, Any]]:
        """Yield the entry at `path`, and the entries in its lists, each with the list that it belongs to."""
        yield self, path, entry
        for inner in self.lists:
            for number, each in enumerate(value_at(entry, inner.key)):
                yield from inner.walk((*path, inner.key, number), each)


_CITED = {"cite": "cited passage"}
_DATED = _CITED | {"when": "date's wording"}
_QUOTED = {"text": "quotation", "cue": "cue"}
_ABOUT = Section("about", ClaimEntry, _CITED, sentence="text")

SECTIONS = (
    Section("key_points", ClaimEntry, _CITED, sentence="text"),
    Section(ACTORS, ActorEntry, actors=("member_of",), lists=(_ABOUT,)),
    Section("dates", DateEntry, _DATED, beside={"when": "cite"}, sentence="event", actors=("actors",)),
    Section("quotes", QuoteEntry, _QUOTED, beside={"cue": "text"}, quoted="text", actors=("speaker",)),
    Section("relations", RelationEntry, _CITED, actors=("from", "to")),
    Section("not_speech", NotSpeechEntry, {"text": "wording"}, quoted="text"),
)
"""The sections of the fact sheet. `Briefing.sections` holds what they become, under the same keys."""

SECTION_OF: Mapping[str, Section] = {section.key: section for section in SECTIONS}


def value_at(entry: Struct, key: str) -> Any:
    """Return the value of an entry under a key of the YAML file."""
    return getattr(entry, _field_of(type(entry), key))


@cache
def _field_of(kind: type[Struct], key: str) -> str:
    return kind.__struct_fields__[kind.__struct_encode_fields__.index(key)]


def list_at(path: Path) -> tuple[Section, str]:
    """Return the list whose entry `path` leads into, and the key in that entry that comes next."""
    section, key, deeper = SECTION_OF[str(path[0])], str(path[2]), path[2:]
    while inner := next((each for each in section.lists if each.key == key), None):
        section, key, deeper = inner, str(deeper[2]), deeper[2:]
    return section, key


def is_quoted(path: Path) -> bool:
    """Say whether `path` leads to words in quotation marks, which their entry accounts for."""
    section, key = list_at(path)
    return key == section.quoted


def json_schema(own: OwnKinds = NO_OWN_KINDS) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of `facts.yaml`, for a site that has these kinds of its `own`."""
    sheet = msgspec.defstruct(
        "FactSheet",
        [(section.key, GenericAlias(tuple, (section.entry, ...)), ()) for section in SECTIONS],
        namespace={"__doc__": "The fact sheet of one article: who is who, what happened when, who said what."},
        forbid_unknown_fields=True,
    )
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Newsbrief fact sheet"}
    schema = head | msgspec.json.schema(sheet)
    for key, names in name_kinds(own):
        schema["$defs"][SECTION_OF[key].entry.__name__]["properties"]["kind"] = {"enum": sorted(names)}
    # All else may stand in `actors.yaml`.
    schema["$defs"][ActorEntry.__name__]["required"] = ["id"]
    return schema


def as_date(entry: DateEntry) -> DateRange | None:
    """Return the entry's date, or None for a text that is no date."""
    try:
        return parse_date(str(entry.date))
    except ValueError:
        return None
