"""The sources of the shared files: all briefings, and what the last build left of these files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import msgspec
from msgspec import Struct

from newsbrief.build.briefings import BriefingJob, BriefingResult, read_briefing
from newsbrief.build.incremental.stale import StaleReport
from newsbrief.build.incremental.trace import Trace, TraceEntry, read_details
from newsbrief.build.site_setup import SiteSetup
from newsbrief.build.stored_results import StoredResults
from newsbrief.disk.staging import OutputFile, Outputs
from newsbrief.model.briefing import Briefing
from newsbrief.model.problems import NewsbriefError
from newsbrief.model.site import Summary

Shown = Mapping[str, Mapping[str, str]]
"""A record of what the shared files show, for each group of them: a digest by path; of the feeds, the folder of each
briefing by its address; of static files, the path of each by its name."""


class FileGroup(Struct, frozen=True):
    """Some of the shared files: the `files` that were made, the `paths` of all in the group, and what they show."""

    files: tuple[OutputFile, ...]
    paths: Iterable[str]
    shown: Mapping[str, str] = {}


class SharedSources(Struct, frozen=True, dict=True):
    """All briefings, those that were made and those that were `kept`, and what shared files the last build left.

    `known` has the digests of these files by path, and `shown` what they showed. `summaries` is what all briefings
    show, or None where they show the same as before; `last` are the entries of all briefings in the last build.
    """

    setup: SiteSetup
    briefings: Sequence[BriefingResult]
    kept: Mapping[str, TraceEntry]
    outputs: Outputs
    known: Mapping[str, str]
    shown: Shown
    summaries: Iterable[Summary] | None
    last: Mapping[str, TraceEntry] = {}

    def shown_before(self, group: str) -> Mapping[str, str]:
        """Return what a group of the shared files showed; nothing where there was none."""
        return self.shown.get(group, {})

    @property
    def published(self) -> list[Summary]:
        """The summaries but for those of briefings that are gone; none where all show the same as before."""
        return [each for each in self.summaries or () if not each.is_gone]

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number among the `briefings` of each that was made, by address."""
        return {each.slug: at for at, each in enumerate(self.briefings)}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The name of each briefing's folder, by address."""
        kept = {entry.slug: name for name, entry in self.kept.items()}
        return kept | {each.slug: each.name for each in self.briefings}

    def read_again(self, name: str, slug: str) -> Briefing:
        """Return the briefing in a folder; the rules are not asked again of files that are as they were checked.

        NewsbriefError: it has been changed since it was checked, and has problems.
        """
        at = self.numbers.get(slug)
        sound = read_details(self.kept[name])["inputs"] if at is None else self.briefings[at].digests
        result = read_briefing(self.setup, BriefingJob(name, slug), sound)
        if result.briefing is None:
            raise NewsbriefError(result.problems)
        return result.briefing


def gather_sources(
    setup: SiteSetup,
    briefings: Sequence[BriefingResult],
    kept: Mapping[str, TraceEntry],
    last: Trace | None,
    outputs: Outputs,
    summaries: Iterable[Summary] | None = None,
) -> SharedSources:
    """Return what the shared files are made from; `last` is the trace of a build whose shared files still stand.

    `summaries` is what all briefings show, as `find_summaries` returns it.
    """
    if last is None:
        every = list_summaries(briefings, kept) if summaries is None else summaries
        return SharedSources(setup, briefings, kept, outputs, {}, {}, every)
    details = read_details(last.shared)
    return SharedSources(
        setup, briefings, kept, outputs, details["outputs"], details["shown"], summaries, last.briefings
    )


def find_summaries(
    stale: StaleReport, briefings: Sequence[BriefingResult], kept: Mapping[str, TraceEntry]
) -> Iterable[Summary] | None:
    """Return what all briefings show, in no order, or None where other pages show the same as in the last build."""
    last = stale.base
    if last and not stale.has_new_actors and show_the_same(last, briefings, kept):
        return None
    return list_summaries(briefings, kept)


def list_summaries(briefings: Sequence[BriefingResult], kept: Mapping[str, TraceEntry]) -> Iterable[Summary]:
    """Return what other pages show of all briefings, in no order; those that are gone are among them."""
    known = [summary for entry in kept.values() if (summary := read_summary(entry))]
    every = _Summaries(briefings, known)
    return every if isinstance(briefings, StoredResults) else [*every]


class _Summaries(Struct, frozen=True):
    """The summaries of briefings, decoded whenever they are looked through, and those that are `known`."""

    briefings: Sequence[BriefingResult]
    known: Sequence[Summary]

    def __iter__(self) -> Iterator[Summary]:
        yield from (summary for each in self.briefings if (summary := each.summary))
        yield from self.known


def show_the_same(last: Trace, briefings: Sequence[BriefingResult], kept: Mapping[str, TraceEntry]) -> bool:
    """Say whether other pages show the same of all briefings as in the last build."""
    if last.briefings.keys() != {*kept, *(each.name for each in briefings)}:
        return False
    return all(each.summary == read_summary(last.briefings[each.name]) for each in briefings)


def read_summary(entry: TraceEntry) -> Summary | None:
    """Return what other pages show of a briefing, as the trace has it; None for a draft that was not wanted."""
    shown: Any = read_details(entry)["shown"]
    return msgspec.convert(shown, Summary) if shown is not None else None
