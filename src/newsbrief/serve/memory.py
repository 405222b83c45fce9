"""The site of a preview: held in memory, and after an edit made again only where it has changed.

For example:

    SiteMemory(BuildRequest(Path("."))).rebuild(["content/libya-2019/article.md"]).files
"""

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from newsbrief.build.incremental.make_trace import make_trace
from newsbrief.build.incremental.stale import StaleReport, find_stale, find_stale_among
from newsbrief.build.incremental.trace import Trace
from newsbrief.build.make_site import make_site, take_in_sources
from newsbrief.build.memory_outputs import MemoryOutputs
from newsbrief.build.open_questions import read_doubts
from newsbrief.build.outline_outputs import OutlineOutputs
from newsbrief.build.request import BuildRequest
from newsbrief.build.site_sources import read_sources
from newsbrief.build.staged_links import judge_site
from newsbrief.disk.files_in_the_way import refuse_collisions
from newsbrief.model.problems import Problem


class MemoryBuild(Struct, frozen=True):
    """A build in memory: the site's address, its files, output path → bytes, the questions that drafts leave open,
    and what the next build needs to know.
    """

    base_url: str
    files: Mapping[str, bytes]
    trace: Trace
    stale: StaleReport
    doubts: tuple[Problem, ...] = ()


class SiteMemory:
    """The last good build of a site, and the names of the files that have changed since."""

    def __init__(self, request: BuildRequest) -> None:
        # A process that answers requests in threads must not be forked.
        self.request = request._replace(workers=1)
        self._build: MemoryBuild | None = None
        self._changed: set[str] = set()

    def rebuild(self, changed: Iterable[str] = ()) -> MemoryBuild:
        """Return the site as it is now. `changed` are the files that have changed since the last call, () for any.

        NewsbriefError: with every problem where there are any.
        """
        self._changed.update(changed)
        self._build = _rebuild(self.request, self._build, self._changed if changed else ())
        self._changed.clear()
        return self._build


def _rebuild(request: BuildRequest, before: MemoryBuild | None, changed: Collection[str]) -> MemoryBuild:
    stale = find_stale_among(changed, request.site, before.stale, before.trace) if before and changed else None
    stale = stale or find_stale(request.site, request.settings, before.trace if before else None, None)
    sources = read_sources(request, stale)
    stale = take_in_sources(stale, sources)
    outputs = MemoryOutputs(before.files if before else None)
    site = make_site(sources, stale, OutlineOutputs(outputs, sources.setup.config.base_url, stale.base))
    files = {**outputs.before, **outputs.files}
    links = judge_site(site, request.site / "_site", files.__getitem__)
    wanted = {*site.kept_paths, *outputs.files}
    if before is None or wanted != before.files.keys():
        refuse_collisions([*site.kept_paths, *(file.path for file in site.files)])
        files = {path: files[path] for path in wanted}
    trace = make_trace(site, links.record, _sign)
    doubts = read_doubts(request.site, trace.doubtful)
    return MemoryBuild(sources.setup.config.base_url, files, trace, site.stale, doubts)


def _sign(paths: Iterable[str]) -> str:
    return "\n".join(f"in memory\t{path}" for path in paths)
