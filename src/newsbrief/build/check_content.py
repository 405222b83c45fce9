"""Check the content of a site without building it: every rule, and every link that an editor wrote.

For example:

    check_site(BuildRequest(Path(".")))

Links are judged as a build judges them, but only those that can be wrong by the content: a link of a template leads
somewhere on every site. So a page is made, in memory, only where a link leads to a certain place on it, or goes astray.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from newsbrief.build.briefings import BriefingResult, check_briefings, do_jobs
from newsbrief.build.connections import find_bad_connections
from newsbrief.build.disagreements import find_disagreements
from newsbrief.build.request import BuildRequest
from newsbrief.build.site_sources import SiteSources, read_sources
from newsbrief.links.addresses import AddressFault, SiteAddress, SiteTarget, follow_address, read_base
from newsbrief.links.written_links import choose_addresses, list_page_addresses
from newsbrief.model.paths import HOME, briefing_path, is_outlined

if TYPE_CHECKING:
    from newsbrief.build.planned_site import PlannedSite


def check_site(request: BuildRequest) -> Sequence[BriefingResult]:
    """Read and check a whole site; return the outcome of each briefing.

    NewsbriefError: with every problem of every file.
    """
    return check_sources(read_sources(request))


def check_sources(sources: SiteSources) -> Sequence[BriefingResult]:
    """Read and check every briefing of a site, and then the links between its pages.

    NewsbriefError: with every problem of every file.
    """
    results = do_jobs(sources.request, sources.jobs, partial(check_briefings, sources.setup))
    summaries = [summary for each in results if (summary := each.summary)]
    sources.refuse_problems(
        results, [*find_bad_connections(sources, summaries), *find_disagreements(sources, summaries)]
    )
    written = dict(_list_written(sources, results))
    pages = [f"{each.slug}/{name}" for each in results for name in each.beside if is_outlined(name)]
    if written or pages:
        # Most sites have no such links, and do without all that makes pages.
        from newsbrief.build.planned_site import PlannedSite

        _refuse_dead_links(PlannedSite(sources, results), written, pages)
    return results


def _list_written(sources: SiteSources, results: Sequence[BriefingResult]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the path of each page on which an editor links to the site, with these addresses."""
    base = read_base(sources.setup.config.base_url)
    for page in sources.setup.pages:
        path = briefing_path(page.slug)
        if addresses := tuple(choose_addresses(list_page_addresses(page.document), path, base)):
            yield path, addresses
    yield from ((briefing_path(each.slug), each.addresses) for each in results if each.addresses)
    footers = [address for each in sources.setup.config.footers for address in list_page_addresses(each.document)]
    if addresses := tuple(choose_addresses(footers, HOME, base)):
        # Their addresses are those from the root of the site, as on the home page.
        yield HOME, addresses


def _refuse_dead_links(site: "PlannedSite", written: Mapping[str, tuple[str, ...]], pages: Iterable[str]) -> None:
    """Raise NewsbriefError where a link is dead on a page, `written` by an editor; `pages` are files of theirs."""
    # Most sites have no such links, and importing this takes longer than to check a few briefings.
    from newsbrief.build.staged_links import refuse_faults
    from newsbrief.links.judge import find_dead_links

    sources = site.sources
    base = read_base(sources.setup.config.base_url)
    doubtful = [path for path, found in written.items() if any(_may_be_dead(each, path, base, site) for each in found)]
    outlines = [site.outline(path) for path in (*doubtful, *pages)]
    if not outlines:
        return
    links = [(outline.path, link) for outline in outlines for link in outline.links_out]
    files = site.files.union(link.path for _, link in links if site.has(link.path))
    faults = [fault for outline in outlines for fault in outline.faults]
    if faults := sorted([*faults, *find_dead_links(links, files, site.find_ids)]):
        raise refuse_faults(faults, sources, files, sources.request.site / "_site", site.read)


def _may_be_dead(address: str, path: str, base: SiteAddress, site: "PlannedSite") -> bool:
    """Say whether an address on the page at `path` has a fault, or leads to no file or words of the site."""
    from newsbrief.links.outline import names_one_of

    match follow_address(address, path, base):
        case SiteTarget(target, fragment):
            ids = site.find_ids(target) if fragment else None
            return not site.has(target) or (ids is not None and not names_one_of(fragment, ids))
        case AddressFault():
            return True
    return False
