"""New entries in a fact sheet that stands: the text of the sheet stays as it is, byte for byte, around what is added.

    insert_entries(text, {"quotes": [{"speaker": "un", "cue": "the UN said", "text": "Stop"}]}).text

An entry goes to the end of its section, or before the one of a number, in the layout of its neighbours: indentation,
blank lines between entries, ends of lines, lists on one line. The result is read again, and must be the old sheet with
the new entries; where it is not, nothing is inserted, and the entry is handed back as a snippet to put in by hand.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from msgspec import Struct

from newsbrief.content.fact_sheet import SECTION_OF
from newsbrief.content.source_file import SourceFile, with_line_feeds
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.draft.sheet_layout import SheetLayout, list_insertions
from newsbrief.draft.yaml_writer import SheetEntry, as_sheet_entry, order_keys, write_entries

NewEntries = Mapping[str, Sequence[SheetEntry | Mapping[str, Any] | Struct]]


class SheetInsertion(NamedTuple):
    """The text of a fact sheet with new entries, or None and why they were not inserted; `snippet` has them alone."""

    text: str | None
    snippet: str
    why: str = ""


def insert_entries(text: str, entries: NewEntries, before: Mapping[str, Sequence[int]] | None = None) -> SheetInsertion:
    """Return a fact sheet with new entries in their sections.

    `before` has, for entries of a section that are not to go to its end, the number of the old entry before which each
    goes; these must rise. Entries that are only offered are comments, and are not inserted.
    """
    given = {key: [as_sheet_entry(each) for each in entries.get(key, ())] for key in SECTION_OF}
    new = {key: found for key, each in given.items() if (found := [entry for entry in each if not entry.offered])}
    snippet = "\n".join(line for key, each in new.items() for line in (f"{key}:", *write_entries(key, each, 2)))
    yaml = parse_yaml(SourceFile("facts.yaml", with_line_feeds(text)))
    if yaml.problems:
        return SheetInsertion(
            None, snippet, f"line {yaml.problems[0].line} is not in order: {yaml.problems[0].message}"
        )
    result = text
    for key, each in new.items():
        inserted = _insert_section(result, key, each, (before or {}).get(key, ()))
        if inserted is None:
            return SheetInsertion(None, snippet, f"the layout of the section {key} is not understood")
        result = inserted
    return SheetInsertion(result, snippet)


def _insert_section(text: str, key: str, entries: Sequence[SheetEntry], before: Sequence[int]) -> str | None:
    """Return a sheet with new entries in one section; None where that cannot be done."""
    count = len(_read_values(text).get(key) or ())
    places = [*before, *([count] * (len(entries) - len(before)))]
    placed = zip(places, entries, strict=True)
    groups = [(at, [entry for _, entry in group]) for at, group in groupby(placed, lambda each: each[0])]
    # From the end on, so that the numbers of old entries stay right.
    result: str | None = text
    for at, group in reversed(groups):
        result = _insert_group(result, key, group, min(at, count)) if result is not None else None
    return result


def _insert_group(text: str, key: str, entries: Sequence[SheetEntry], at: int) -> str | None:
    values = _read_values(text)
    if not isinstance(values.get(key) or [], list):
        return None
    old = values.get(key) or []
    new = [_as_read(order_keys(key, entry.values)) for entry in entries]
    expected = values | {key: [*old[:at], *new, *old[at:]]}
    return next((each for each in _list_results(text, key, entries, at) if _is_read_as(each, expected)), None)


def _list_results(text: str, key: str, entries: Sequence[SheetEntry], at: int) -> Iterator[str]:
    """Yield the texts that may be the right one, the finest first."""
    yaml = parse_yaml(SourceFile("facts.yaml", with_line_feeds(text)))
    for place in list_insertions(SheetLayout(text, yaml), key, entries, at):
        yield text[: place.start] + place.text + text[place.end :]


def _read_values(text: str) -> dict[str, Any]:
    return parse_yaml(SourceFile("facts.yaml", with_line_feeds(text))).values


def _is_read_as(text: str, expected: Mapping[str, Any]) -> bool:
    yaml = parse_yaml(SourceFile("facts.yaml", with_line_feeds(text)))
    return not yaml.problems and yaml.values == expected


def _as_read(value: Any) -> Any:
    """Return a value as the YAML reader returns it, which has lists for tuples."""
    if isinstance(value, Mapping):
        return {key: _as_read(each) for key, each in value.items()}
    return [_as_read(each) for each in value] if isinstance(value, (list, tuple)) else value
