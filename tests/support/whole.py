"""A whole site in memory, for tests and tools that look at what it is made of."""

from pathlib import Path

from newsbrief.build.pipeline import Order, begin, remake
from newsbrief.model.site import Site
from newsbrief.serve.memory import InMemory


def load_site(folder: Path, base_url: str | None = None, drafts: bool = False) -> Site:
    """Return the checked site; NewsbriefError with every problem of every file where there are any."""
    start = begin(Order(folder, base_url, drafts))
    loaded = [start.workshop.load(task) for task in start.tasks]
    start.refuse_problems(each.made for each in loaded)
    briefings = tuple(each.briefing for each in loaded if each.briefing)
    summaries = tuple(each.made.summary for each in loaded if each.made.summary)
    return Site(start.workshop.config, briefings, start.workshop.pages, summaries)


def build_in_memory(folder: Path, base_url: str | None = None, drafts: bool = False) -> dict[str, bytes]:
    """Return every file of a site, output path → bytes."""
    outputs = InMemory({})
    remake(Order(folder, base_url, drafts), None, {}, outputs)
    return outputs.made
