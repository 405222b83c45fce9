"""A whole site in memory, for tests and tools that look at what it is made of."""

from pathlib import Path

from newsbrief.build.briefings import read_briefing
from newsbrief.build.incremental.stale import StaleReport
from newsbrief.build.make_site import make_site
from newsbrief.build.request import BuildRequest
from newsbrief.build.site_sources import read_sources
from newsbrief.disk.file_states import list_contents
from newsbrief.model.site import Site
from newsbrief.serve.memory import MemoryOutputs


def load_site(folder: Path, base_url: str | None = None, drafts: bool = False) -> Site:
    """Return the checked site; NewsbriefError with every problem of every file where there are any."""
    sources = read_sources(BuildRequest(folder, base_url, drafts))
    results = [read_briefing(sources.setup, job) for job in sources.jobs]
    sources.refuse_problems(results)
    briefings = tuple(result.briefing for result in results if result.briefing)
    summaries = tuple(result.summary for result in results if result.summary)
    return Site(sources.setup.config, briefings, sources.setup.pages, summaries)


def build_in_memory(folder: Path, base_url: str | None = None, drafts: bool = False) -> dict[str, bytes]:
    """Return every file of a site, output path → bytes."""
    request = BuildRequest(folder, base_url, drafts, workers=1)
    outputs = MemoryOutputs({})
    stale = StaleReport("", list_contents(folder / "content"), None, {}).for_everything("it was never built")
    make_site(read_sources(request), stale, outputs)
    return outputs.files
