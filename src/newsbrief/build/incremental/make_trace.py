"""The trace that a build leaves for the next one, whether its files go to a disk or stay in memory."""

from collections.abc import Callable, Iterable

from newsbrief.build.incremental.trace import Trace, TraceEntry, write_details
from newsbrief.build.make_site import SiteResult
from newsbrief.disk.file_states import mark_doubtful


def make_trace(site: SiteResult, links: bytes, sign: Callable[[Iterable[str]], str], output_record: str = "") -> Trace:
    """Return the trace of a build; `links` is the record of its links.

    `sign` returns the signs of the outputs with the paths given; `output_record` is the digest of the file that has the
    paths of all outputs on record.
    """
    contents = site.stale.contents
    entries = dict(site.kept)
    for briefing in site.briefings:
        digests = {file.path: file.digest for file in briefing.files}
        details = write_details(briefing.digests, digests, briefing.shown, briefing.card, briefing.ways)
        inputs = mark_doubtful(briefing.inputs, contents.stamp)
        entries[briefing.name] = TraceEntry(briefing.slug, inputs, sign(digests), details)
    digests = {**site.shared.kept, **{file.path: file.digest for file in site.shared.files}}
    details = write_details(site.sources.shared_digests, digests, site.shared.shown, site.drawing)
    shared = TraceEntry("", mark_doubtful(contents.pages, contents.stamp), sign(digests), details)
    trace = Trace(site.stale.fingerprint, site.sources.navigation, output_record, shared, entries, links)
    return trace._replace(doubtful=_list_doubtful(site))


def _list_doubtful(site: SiteResult) -> tuple[str, ...]:
    """Return the folders of drafts that leave questions open, those that were not read again among them."""
    known = site.stale.base.doubtful if site.stale.base else ()
    read = {briefing.name for briefing in site.briefings if briefing.doubts}
    return tuple(sorted(read.union(name for name in known if name in site.kept)))
