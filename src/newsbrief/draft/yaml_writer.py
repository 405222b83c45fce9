"""Fact sheets as a person writes them.

    write_fact_sheet({"quotes": [SheetEntry({"speaker": "un", "cue": "the UN said", "text": "Stop"})]})

gives a section `quotes:` with one entry, its keys in the order in which a person reads them and long text folded. What
is written is read again as it was given. `write_entries` gives the lines of entries alone, for a sheet that stands.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from newsbrief.content.fact_sheet import SECTION_OF, SECTIONS
from newsbrief.content.yaml_text import WIDTH, write_flow, write_list

SCHEMA = "../../schema/facts.schema.json"
"""The place of the JSON Schema of fact sheets, from the folder of a briefing."""

_HEAD = (
    "`cite`, `cue`, `when` and `text` are words of article.md, exactly. Words that occur more than once need `prefix`",
    "or `suffix`. Every sentence of your own needs a `cite` or, as background, a `source`.",
)

_EVIDENCE = ("cite", "source", "reading")
KEY_ORDER: Mapping[str, tuple[str, ...]] = {
    "key_points": ("text", "doubt", *_EVIDENCE),
    "actors": ("id", "doubt", "name", "abbr", "kind", "side", "member_of", "aliases", "background", "about", "reading"),
    "about": ("text", "doubt", *_EVIDENCE),
    "dates": ("date", "doubt", "when", "event", "cite", "source", "actors", "reading"),
    "quotes": ("speaker", "hedge", "doubt", "cue", "text", "context", "reading"),
    "relations": ("from", "to", "kind", "hedge", "doubt", "cite", "reading"),
    "not_speech": ("text", "why", "doubt", "reading"),
}
"""The order in which a person reads the keys of an entry, for each list of entries; `doubt` stands near the top."""


class SheetEntry(Struct, frozen=True):
    """An entry to be written: its values by their keys in the file, and a comment above it where a decision waits.

    One that is only `offered` is written on one line behind a #: who deletes that sign has taken it.
    """

    values: Mapping[str, Any]
    comment: str = ""
    offered: bool = False


Entries = Iterable[SheetEntry | Mapping[str, Any] | Struct]


def write_fact_sheet(sections: Mapping[str, Entries], schema: str = SCHEMA, head: Sequence[str] = _HEAD) -> str:
    """Return the text of a fact sheet, with its sections in their order; those without an entry are left out."""
    lines = [f"# yaml-language-server: $schema={schema}"]
    if head:
        lines += ["#", *(f"# {line}" for line in head)]
    for section in SECTIONS:
        if entries := write_entries(section.key, sections.get(section.key, ()), 2):
            lines += ["", f"{section.key}:", *entries]
    return "\n".join(lines) + "\n"


def write_entries(key: str, entries: Entries, indent: int = 0) -> list[str]:
    """Return the lines of entries of a section or list of the fact sheet, each behind `indent` blanks."""
    lines: list[str] = []
    for entry in map(as_sheet_entry, entries):
        blanks = " " * indent
        lines += (f"{blanks}# {line}".rstrip() for line in _fill(entry.comment, WIDTH - indent - 2))
        values = order_keys(key, entry.values)
        if entry.offered:
            lines.append(f"{blanks}# - {write_flow(values)}")
        else:
            lines += write_list([values], indent)
    return lines


def as_sheet_entry(entry: SheetEntry | Mapping[str, Any] | Struct) -> SheetEntry:
    """Return an entry in any of its forms as one to be written; of a typed one, what is not given is left out."""
    if isinstance(entry, SheetEntry):
        return entry
    return SheetEntry(as_values(entry) if isinstance(entry, Struct) else entry)


def as_values(entry: Struct) -> dict[str, Any]:
    """Return the values of a typed entry by their keys in the file, without those that are not given."""
    values: dict[str, Any] = msgspec.to_builtins(entry)
    given = {key: value for key, value in values.items() if value not in (None, "", [], (), False)}
    return {key: _without_blanks(value) for key, value in given.items()}


def _without_blanks(value: Any) -> Any:
    """Return a value of an entry in which no mapping has a key that is not given."""
    if isinstance(value, dict):
        return {key: _without_blanks(each) for key, each in value.items() if each not in (None, "", [], (), False)}
    return [_without_blanks(each) for each in value] if isinstance(value, (list, tuple)) else value


def order_keys(key: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of an entry of the list `key` in the order of KEY_ORDER, those in its own lists too."""
    order = KEY_ORDER[key]
    keys = [each for each in order if each in values]
    keys += [each for each in values if each not in order]
    lists = {inner.key for inner in SECTION_OF[key].lists} if key in SECTION_OF else set()
    return {
        each: [order_keys(each, inner) for inner in values[each]] if each in lists else values[each] for each in keys
    }


def _fill(comment: str, width: int) -> list[str]:
    from textwrap import wrap

    return [part for line in comment.splitlines() for part in wrap(line, width) or [""]]
