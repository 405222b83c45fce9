"""The fact sheet: the one definition of its entries, and their reading, problem by problem.

These types say what `facts.yaml` may hold; the JSON Schema for editors is made from them, so the two cannot differ.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Annotated, Any, Literal, TypeVar, get_args

import msgspec
from msgspec import Meta, Struct

from newsbrief.errors import Problem
from newsbrief.yamlfile import Path, YamlFile

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


@dataclass(frozen=True, slots=True)
class Facts:
    """The entries that could be read, each under its path in the file, and what is wrong with the others."""

    file: YamlFile
    entries: Mapping[Path, Struct] = field(repr=False)
    problems: tuple[Problem, ...]

    def of(self, kind: type["EntryT"]) -> list[tuple[Path, "EntryT"]]:
        """Return the entries of one type with their paths, in the order of the file."""
        return [(path, entry) for path, entry in self.entries.items() if isinstance(entry, kind) and len(path) == 2]

    def claims(self) -> list[tuple[Path, ClaimEntry]]:
        """Return every claim: the key points and what is said about the actors."""
        about = [
            ((*path, "about", number), claim)
            for path, actor in self.of(ActorEntry)
            for number, claim in enumerate(actor.about)
        ]
        return [*self.of(ClaimEntry), *about]


EntryT = TypeVar("EntryT", bound=Struct)


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


def unknown_name(file: YamlFile, path: Path, message: str, name: str, known: Mapping[str, Any] | list[str]) -> Problem:
    """Return the problem of a key or an id that does not exist, with the nearest that does."""
    return file.problem(path, message, suggest(name, list(known)), at_key=True)


def suggest(name: str, known: list[str]) -> str:
    """Say which of the known names was probably meant, or which there are."""
    if near := get_close_matches(name.lower(), known, n=1, cutoff=0.6):
        return f"did you mean {near[0]!r}?"
    return f"known are: {', '.join(sorted(known))}" if known else "none is known yet"


def convert_entry(file: YamlFile, path: Path, plain: Any, kind: type[EntryT]) -> tuple[EntryT | None, list[Problem]]:
    """Return the entry of type `kind` at `path`, or None and everything that is wrong with it.

    The conversion stops at its first fault; unknown keys are reported and left out, so that what follows is seen too.
    """
    problems: list[Problem] = []
    while True:
        try:
            entry = msgspec.convert(plain, kind)
        except msgspec.ValidationError as error:
            message, where = _split_error(str(error))
            unknown = _UNKNOWN.fullmatch(message)
            if not unknown:
                return None, [*problems, _explain(file, (*path, *where), message, _at(plain, where), kind)]
            place = (*path, *where, unknown[1])
            problems.append(unknown_name(file, place, f"unknown key {unknown[1]!r}", unknown[1], _keys_at(kind, where)))
            plain = _without(plain, (*where, unknown[1]))
        else:
            return (None if problems else entry), problems


_ERROR = re.compile(r"(.*?)(?: - at `\$(.*)`)?", re.DOTALL)
_STEP = re.compile(r"\.([A-Za-z_][\w-]*)|\[(\d+)\]")
_UNKNOWN = re.compile(r"Object contains unknown field `(.*)`", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(.*)`")
_EXPECTED = re.compile(r"Expected `(.*)`, got `(.*)`")
_NAMES = {
    "str": "text",
    "int": "a number",
    "bool": "true or false",
    "null": "nothing",
    "array": "a list",
    "object": "keys and values",
}


def _split_error(error: str) -> tuple[str, Path]:
    match = _ERROR.fullmatch(error)
    assert match
    steps = [int(number) if number else key for key, number in _STEP.findall(match[2] or "")]
    return match[1], tuple(steps)


def _at(plain: Any, where: Path) -> Any:
    for step in where:
        plain = plain[step]
    return plain


def _without(plain: Any, where: Path) -> Any:
    step, *rest = where
    if isinstance(plain, dict):
        kept = {key: value for key, value in plain.items() if key != step or rest}
        return kept | ({step: _without(plain[step], tuple(rest))} if rest else {})
    return [_without(value, tuple(rest)) if number == step else value for number, value in enumerate(plain)]


def _keys_at(kind: type[Struct], where: Path) -> list[str]:
    """Return the keys that the struct at `where`, below an entry of type `kind`, may carry."""
    found = _structs(msgspec.inspect.type_info(kind))
    for step in where:
        if isinstance(step, str):
            found = [
                deeper
                for struct in found
                for key in struct.fields
                if key.encode_name == step
                for deeper in _structs(key.type)
            ]
    return [key.encode_name for struct in found for key in struct.fields]


def _structs(kind: msgspec.inspect.Type) -> list[msgspec.inspect.StructType]:
    """Return the struct types that a value of this type may be, or may be a list of."""
    if isinstance(kind, msgspec.inspect.StructType):
        return [kind]
    if isinstance(kind, msgspec.inspect.UnionType):
        return [struct for choice in kind.types for struct in _structs(choice)]
    if isinstance(kind, msgspec.inspect.VarTupleType):
        return _structs(kind.item_type)
    return _structs(kind.type) if isinstance(kind, msgspec.inspect.Metadata) else []


def _explain(file: YamlFile, path: Path, message: str, value: Any, kind: type[Struct]) -> Problem:
    """Say in an editor's words what the converter says in its own."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    if missing := _MISSING.fullmatch(message):
        return file.problem(path, f"the key {missing[1]!r} is missing", f"add `{missing[1]}:` to this entry")
    if message.startswith("Invalid enum value"):
        return file.problem(path, f"unknown {key} {value!r}", suggest(str(value), _choices(kind, key)))
    if "matching regex" in message and key == "url":
        return file.problem(path, f"{value!r} is not a web address", "an address begins with https:// or http://")
    if "matching regex" in message and isinstance(value, str) and not value.strip():
        return file.problem(path, "this is empty", "write something, or leave the key out")
    if "matching regex" in message:
        return file.problem(path, f"{value!r} cannot be an id", "use small letters a–z, digits and single hyphens")
    if "length" in message:
        return file.problem(
            path, "this is too long" if value else "this list is empty", "mend it, or leave the key out"
        )
    if (expected := _EXPECTED.fullmatch(message)) and value is None:
        return file.problem(path, "this is empty", f"write {_in_words(expected[1])}, or leave the key out")
    if expected and expected[1].startswith("str") and isinstance(value, (bool, int)):
        return file.problem(
            path,
            f"{value!r} is read as {_in_words(expected[2])}",
            "put it in quotation marks to make it text",
        )
    if expected:
        return file.problem(path, f"here must be {_in_words(expected[1])}, not {_in_words(expected[2])}")
    return file.problem(path, message)


def _in_words(types: str) -> str:
    names = [_NAMES.get(name.strip(), name.strip()) for name in types.split("|")]
    return " or ".join(name for name in names if name != "nothing") or "nothing"


def _choices(kind: type[Struct], key: str) -> list[str]:
    kinds = {field.encode_name: field.type for field in msgspec.structs.fields(kind)}
    return [str(choice) for choice in get_args(kinds.get(key, Literal[""]))]
