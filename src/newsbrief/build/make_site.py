"""Make what is stale of a site, and put every file that is made into the outputs.

For example:

    site = make_site(read_sources(request, stale), stale, outputs)
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain

from msgspec import Struct

from newsbrief.build.briefing_files import make_briefings, make_few_briefings
from newsbrief.build.briefings import (
    BriefingJob,
    BriefingResult,
    KeepResults,
    check_briefings,
    do_jobs,
    hold_results,
)
from newsbrief.build.connections import find_bad_connections
from newsbrief.build.disagreements import find_disagreements
from newsbrief.build.incremental.changed_actors import with_changed_actors
from newsbrief.build.incremental.stale import StaleReport
from newsbrief.build.incremental.trace import TraceEntry
from newsbrief.build.onward import fill_pages, find_onward
from newsbrief.build.share_cards import find_last_cards, recall_card
from newsbrief.build.shared_files.inputs import find_summaries
from newsbrief.build.shared_files.make_shared_files import SharedFiles, make_shared_files
from newsbrief.build.site_card import add_site_card
from newsbrief.build.site_sources import SiteSources
from newsbrief.build.stored_results import StoredResults
from newsbrief.build.workers import FEW, Work
from newsbrief.disk.staging import OutputFile, Outputs


class SiteResult(Struct, frozen=True, dict=True):
    """A checked site, made as far as it was `stale`; `kept` are the briefings that were not read again, by folder.

    `drawing` is the digest of what draws share cards.
    """

    sources: SiteSources
    stale: StaleReport
    briefings: Sequence[BriefingResult]
    kept: Mapping[str, TraceEntry]
    shared: SharedFiles
    drawing: str

    @property
    def files(self) -> list[OutputFile]:
        """Every file that was made."""
        return [*(file for briefing in self.briefings for file in briefing.files), *self.shared.files]

    @cached_property
    def kept_paths(self) -> list[str]:
        """The paths of the files that were not made again."""
        return [*(path for entry in self.kept.values() for path in entry.paths), *self.shared.kept]

    @property
    def cardless(self) -> tuple[str, ...]:
        """The addresses of briefings for which no share card could be drawn, where everything was made."""
        return tuple(each.slug for each in self.briefings if each.is_cardless) if self.stale.is_whole else ()


def make_site(
    sources: SiteSources, stale: StaleReport, outputs: Outputs, get_ready: Callable[[], None] = lambda: None
) -> SiteResult:
    """Make what is stale; `get_ready` is called before the first file is put into the outputs.

    NewsbriefError: with every problem of every file that was read; where briefings are many, some files may have been
    put by then.
    """
    known = stale.base.briefings if stale.base else {}
    kept = {job.name: known[job.name] for job in sources.jobs if job.name in known and job.name not in stale.reasons}
    drawing, last = find_last_cards(stale)
    jobs = tuple(
        job._replace(card=recall_card(job.name, job.slug, last)) for job in sources.jobs if job.name not in kept
    )
    work = _choose_work(sources, len(jobs), outputs, get_ready)
    keep = _choose_keep(sources, len(jobs), outputs)
    briefings = do_jobs(sources.request, jobs, work, keep)
    summaries = find_summaries(stale, briefings, kept)
    found = [*find_bad_connections(sources, summaries), *find_disagreements(sources, summaries)]
    sources.refuse_problems(briefings, found)
    actors, language = sources.setup.actors.described, sources.setup.config.language
    onward, changed = find_onward(stale.base, briefings, kept, summaries, language, actors)
    # An address that came with a summary keeps the memory around it from being given back.
    onward = {slug: onward[slug] for slug in sources.slugs.values() if slug in onward}
    if changed:
        again = tuple(
            job._replace(card=recall_card(job.name, job.slug, last)) for job in sources.jobs if job.name in changed
        )
        kept = {name: entry for name, entry in kept.items() if name not in changed}
        keep = _choose_keep(sources, len(jobs) + len(again), outputs)
        more = do_jobs(sources.request, again, _choose_work(sources, len(again), outputs, _be_ready), keep)
        briefings = keep(chain(briefings, more))
        sources.refuse_problems(briefings)
    briefings = keep(fill_pages(sources.setup, outputs, briefings, onward, sources.request.workers))
    shared = make_shared_files(sources, stale, briefings, kept, outputs, summaries)
    shared = add_site_card(shared, sources.setup.config, stale, last, outputs)
    return SiteResult(sources, stale, briefings, kept, shared, drawing)


def take_in_sources(stale: StaleReport, sources: SiteSources) -> StaleReport:
    """Return the report in the light of what was read: what every page links to, and what is said of shared actors."""
    return with_changed_actors(stale.with_navigation(sources.navigation), sources.setup.actors.digests)


def _be_ready() -> None:
    """Do nothing: files have been put already."""


def _choose_work(
    sources: SiteSources, count: int, outputs: Outputs, get_ready: Callable[[], None]
) -> Work[BriefingJob, BriefingResult]:
    """Return how so many briefings are made; with problems already found, they are only checked."""
    if not sources.is_sound:
        return partial(check_briefings, sources.setup)
    if count <= FEW:
        return partial(make_few_briefings, sources.setup, outputs, get_ready)
    get_ready()
    return partial(make_briefings, sources.setup, outputs)


def _choose_keep(sources: SiteSources, count: int, outputs: Outputs) -> KeepResults:
    """Return how the results of so many briefings are kept, once files may be put into the outputs."""
    if sources.is_sound and sources.setup.is_large and count > FEW:
        return partial(StoredResults, outputs.open_store())
    return hold_results
