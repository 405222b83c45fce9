"""A site that is checked and not built: its files, and in memory those of its pages that must be looked into.

For example:

    PlannedSite(sources, results).outline("bridge/index.html").ids
"""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from newsbrief.build.briefing_files import render_briefing
from newsbrief.build.briefings import BriefingJob, BriefingResult, read_briefing
from newsbrief.build.incremental.stale import StaleReport
from newsbrief.build.memory_outputs import MemoryOutputs
from newsbrief.build.onward import fill_pages
from newsbrief.build.shared_files.inputs import gather_sources
from newsbrief.build.shared_files.lists import make_plain_pages
from newsbrief.build.shared_files.make_shared_files import make_shared_files
from newsbrief.build.site_sources import SiteSources
from newsbrief.disk.file_states import Contents
from newsbrief.model.paths import CARD, GENERATED, NOT_FOUND, briefing_path, embed_path, is_outlined

if TYPE_CHECKING:
    from newsbrief.links.outline import Outline

_ALWAYS = frozenset({"index.html", "glossary/index.html", NOT_FOUND})
"""Pages that every site has."""

_TEXTS = tuple(sorted(GENERATED - {CARD}))
"""The names of the files that the build makes for every briefing."""

_EMBED = embed_path("").lstrip("/")


def _list_files(briefing: BriefingResult) -> tuple[str, ...]:
    """Return the names of the files of a briefing that are known without making them; few where it is gone."""
    summary = briefing.summary
    is_gone = summary is not None and summary.is_gone
    return ("index.html", _EMBED) if is_gone else (*_TEXTS, _EMBED, *briefing.beside)


_NOTHING_BUILT = StaleReport("", Contents(0, (), ""), None, {}, is_whole=True)


class PlannedSite(Struct, frozen=True, dict=True):
    """The files that a build of `sources` would make; `results` are its briefings, which were checked."""

    sources: SiteSources
    results: Sequence[BriefingResult]

    def has(self, path: str) -> bool:
        """Say whether a build would make this file; whatever takes long is looked into last."""
        return path in self.certain or path in self._shared or path in self._make_briefing(path.partition("/")[0])

    def find_ids(self, path: str) -> Collection[str] | None:
        """Return the ids of a page; None for a file that is no page."""
        return self.outline(path).ids if is_outlined(path) and self.has(path) else None

    def outline(self, path: str) -> "Outline":
        """Return the outline of a page, as a build would make it."""
        if path not in self._outlines:
            from newsbrief.links.outline import outline_file

            self._outlines[path] = outline_file(path, self.read(path), self.sources.setup.config.base_url)
        return self._outlines[path]

    def read(self, path: str) -> bytes:
        """Return a file as a build would make it."""
        slug, _, name = path.partition("/")
        if slug in self._briefings and name in self._briefings[slug].beside:
            return (self.sources.request.site / "content" / self._briefings[slug].name / name).read_bytes()
        if path in self._plain:
            return self._plain[path]
        return self._make_briefing(slug)[path] if slug in self._briefings else self._shared[path]

    @cached_property
    def certain(self) -> frozenset[str]:
        """The paths of the files that are known without making them.

        Those are all but lists, static files and the share cards of briefings.
        """
        beside = [f"{slug}/{name}" for slug, each in self._briefings.items() for name in _list_files(each)]
        pages = [briefing_path(page.slug) for page in self.sources.setup.pages]
        return _ALWAYS.union(beside, pages, [CARD] if self.sources.setup.config.base_url else [])

    @property
    def files(self) -> frozenset[str]:
        """The paths of all files but the share cards of briefings."""
        return self.certain.union(self._shared)

    @cached_property
    def _briefings(self) -> Mapping[str, BriefingResult]:
        """The briefings that are to be built, by address."""
        return {each.slug: each for each in self.results if each.summarised}

    @cached_property
    def _outlines(self) -> dict[str, "Outline"]:
        return {}

    @cached_property
    def _latest(self) -> dict[str, Mapping[str, bytes]]:
        return {}

    @cached_property
    def _plain(self) -> Mapping[str, bytes]:
        outputs = MemoryOutputs()
        sources = gather_sources(self.sources.setup, self.results, {}, None, outputs)
        make_plain_pages(sources, self.sources.page_digests)
        return outputs.files

    @cached_property
    def _shared(self) -> Mapping[str, bytes]:
        outputs = MemoryOutputs()
        make_shared_files(self.sources, _NOTHING_BUILT, self.results, {}, outputs)
        return outputs.files

    def _make_briefing(self, slug: str) -> Mapping[str, bytes]:
        """Return the files of the briefing at an address, path → bytes; none where there is no such briefing."""
        if slug in self._latest:
            return self._latest[slug]
        outputs = MemoryOutputs()
        if slug in self._briefings:
            job = BriefingJob(self._briefings[slug].name, slug)
            made = render_briefing(self.sources.setup, outputs, job, read_briefing(self.sources.setup, job))
            tuple(fill_pages(self.sources.setup, outputs, [made], {}))
        # Briefings are large: one is kept, which is asked for several times in a row.
        self._latest.clear()
        self._latest[slug] = outputs.files
        return outputs.files
