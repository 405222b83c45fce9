"""What the shared files are made from, and what the last build made of it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from newsbrief.build.briefings import Made, Workshop
from newsbrief.build.incremental.trace import Record, Trace, read_details
from newsbrief.disk.staging import Outputs, Placed
from newsbrief.model.site import Summary

Shown = Mapping[str, Mapping[str, str]]
"""What shared files show, for each part of them: a digest by path; of the feeds, the folder of each briefing by its
address; of static files, the path of each by its name."""


class Part(Struct, frozen=True):
    """Some of the shared files: those that were `placed`, the `paths` of all that are wanted, and what they show."""

    placed: tuple[Placed, ...]
    paths: Iterable[str]
    shown: Mapping[str, str] = {}


class Changes(Struct, frozen=True):
    """All briefings, `made` and `kept`, and what shared files the last build left.

    `known` has the digests of these files by path, and `before` what they showed. `summaries` is what all briefings
    show, or None where they show the same as before.
    """

    workshop: Workshop
    made: Sequence[Made]
    kept: Mapping[str, Record]
    outputs: Outputs
    known: Mapping[str, str]
    before: Shown
    summaries: Sequence[Summary] | None

    def shown_before(self, part: str) -> Mapping[str, str]:
        """Return what a part of the shared files showed; nothing where there was none."""
        return self.before.get(part, {})

    @property
    def slugged_names(self) -> Mapping[str, str]:
        """The name of each briefing's folder, by address."""
        kept = {record.slug: name for name, record in self.kept.items()}
        return kept | {each.slug: each.name for each in self.made}


def find_changes(
    workshop: Workshop, made: Sequence[Made], kept: Mapping[str, Record], past: Trace | None, outputs: Outputs
) -> Changes:
    """Return what has changed since the `past`; everything where there is none."""
    if past is None:
        return Changes(workshop, made, kept, outputs, {}, {}, _list_summaries(made, kept))
    details = read_details(past.shared)
    summaries = None if _show_the_same(past, made, kept) else _list_summaries(made, kept)
    return Changes(workshop, made, kept, outputs, details["outputs"], details["shown"], summaries)


def _list_summaries(made: Sequence[Made], kept: Mapping[str, Record]) -> list[Summary]:
    summaries = [each.summary for each in made if each.summary]
    return summaries + [summary for record in kept.values() if (summary := read_summary(record))]


def _show_the_same(past: Trace, made: Sequence[Made], kept: Mapping[str, Record]) -> bool:
    """Say whether other pages show the same of all briefings as in the past."""
    if past.briefings.keys() != {*kept, *(each.name for each in made)}:
        return False
    return all(each.summary == read_summary(past.briefings[each.name]) for each in made)


def read_summary(record: Record) -> Summary | None:
    """Return what other pages show of a briefing, as it is on record; None for a draft that was not wanted."""
    shown: Any = read_details(record)["shown"]
    return msgspec.convert(shown, Summary) if shown is not None else None
