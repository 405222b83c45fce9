"""Judge the links of a site before it is published: of a whole site all of them, otherwise those that can have changed.

For example:

    site = make_site(sources, stale, OutlineOutputs(staging, base_url))
    orphans = judge_staged(site, output).orphans
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newsbrief.build.incremental.changed_links import ChangedSite
from newsbrief.build.make_site import SiteResult
from newsbrief.build.outline_outputs import OutlineChange
from newsbrief.build.shared_files.forwards import list_left_pages
from newsbrief.build.site_sources import SiteSources
from newsbrief.model.paths import briefing_path
from newsbrief.model.problems import NewsbriefError

if TYPE_CHECKING:
    from newsbrief.links.outline import Fault

ReadFile = Callable[[str], bytes]
"""A function that returns the bytes of a file of the site by its path, and may raise OSError."""


class SoundLinks(NamedTuple):
    """The links of a site without faults: their record for the next build, and the files that none leads to.

    The latter are known only where everything was made.
    """

    record: bytes
    orphans: tuple[str, ...] = ()


def judge_staged(site: SiteResult, output: Path) -> SoundLinks:
    """Return what is known of the links of a site that was staged for this output by way of `OutlineOutputs`.

    NewsbriefError: something is wrong with its links.
    """
    staged = {file.path: file.staged for file in site.files if file.staged}

    def read(path: str) -> bytes:
        if path in staged:
            # A dry run stages nothing: then the last page is read, which differs in its text at most.
            with suppress(FileNotFoundError):
                return Path(staged[path]).read_bytes()
        return (output / path).read_bytes()

    return judge_site(site, output, read)


def judge_site(site: SiteResult, output: Path, read: ReadFile) -> SoundLinks:
    """Return what is known of the links of a site that was put into `OutlineOutputs`.

    NewsbriefError: something is wrong with its links; a page's own fault is shown as one of a file in `output`.
    """
    if site.stale.base:
        changed = ChangedSite(site, site.stale.base, read)
        if faults := changed.faults:
            raise refuse_faults(faults, site.sources, changed.files, output, read)
        return SoundLinks(changed.encode_links())
    return _judge_whole(site, output, read)


def _judge_whole(site: SiteResult, output: Path, read: ReadFile) -> SoundLinks:
    from newsbrief.build.incremental.link_record import encode_links, list_targets
    from newsbrief.links.judge import find_orphans, judge_links

    paths = frozenset(file.path for file in site.files)
    outlines = [file.note.after for file in site.files if isinstance(file.note, OutlineChange)]
    if faults := judge_links(outlines, paths):
        raise refuse_faults(faults, site.sources, paths, output, read)
    record = encode_links((outline.path, list_targets(outline)) for outline in outlines)
    assets = site.sources.setup.assets
    left = list_left_pages(summary for each in site.briefings if (summary := each.summary))
    may_be_orphans = paths.difference(assets.at_root if assets else (), left)
    return SoundLinks(record, find_orphans(outlines, may_be_orphans))


def refuse_faults(
    faults: Iterable["Fault"], sources: SiteSources, files: Collection[str], output: Path, read: ReadFile
) -> NewsbriefError:
    """Return the error for faults of a site that has these files, each where an editor can fix it."""
    from newsbrief.links.locate import place_faults

    drafts = find_drafts(sources.slugs, files)
    return NewsbriefError(place_faults(faults, sources.request.site, output, sources.slugs, read, drafts))


def find_drafts(slugs: Mapping[str, str], files: Collection[str]) -> Mapping[str, str]:
    """Return the folders of briefings without a page among the files, by the path that their page would have."""
    return {path: name for name, slug in slugs.items() if (path := briefing_path(slug)) not in files}
