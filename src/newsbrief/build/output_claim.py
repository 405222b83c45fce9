"""The claim of a build to the files of its output, and what is left there of builds that nobody remembers.

For example:

    claim = read_claim(output, site, last.trace)
"""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from newsbrief.build.incremental.trace import Trace, TraceEntry, read_details
from newsbrief.disk.build_signs import find_leftovers
from newsbrief.disk.files_in_the_way import OutputClaim
from newsbrief.disk.output_record import NO_RECORD, is_inside, join_digests, read_record
from newsbrief.disk.private_folder import private_path
from newsbrief.disk.publish import PublishReport

if TYPE_CHECKING:
    from newsbrief.build.make_site import SiteResult


def read_claim(output: Path, site: Path, trace: Trace | None) -> OutputClaim:
    """Return the claim of a build of `site`.

    An output outside the site may be another site's, so that its record alone proves nothing. Where the record of one
    inside the site is not whole, the `trace` of the last build proves what it can.
    """
    record = read_record(output)
    if not is_inside(output, site):
        note = private_path("output", output, site)
        return OutputClaim(output, record if note.is_file() else NO_RECORD, note=note)
    if not record.is_whole and trace:
        known = {path: digest for entry in _entries(trace) for path, digest in _outputs(entry).items()}
        record = record._replace(digests=join_digests(known, record.digests))
    return OutputClaim(output, record, is_lost=not record.is_whole)


def digest_kept(site: "SiteResult", claim: OutputClaim, is_on_record: bool) -> dict[str, str]:
    """Return the digests of the files that were not made again.

    Where the record is the one that the last build left (`is_on_record`), it has them; the trace is slower to read.
    """
    last = site.stale.trace
    if is_on_record and last:
        made = {path for name, entry in last.briefings.items() if name not in site.kept for path in entry.paths}
        made.update(path for path in last.shared.paths if path not in site.shared.kept)
        return {path: digest for path, digest in claim.record.digests.items() if path not in made}
    kept = {path: digest for entry in site.kept.values() for path, digest in _outputs(entry).items()}
    return {**kept, **site.shared.kept}


def list_leftovers(claim: OutputClaim, report: PublishReport, last: Collection[str], is_whole: bool) -> tuple[str, ...]:
    """Return the files that bear the signs of a build, and that no build has on record any more.

    A build of everything searches the output, and one that finds no record; others look whether the `last` ones are
    still there.
    """
    is_searched = is_whole or claim.is_lost
    if not is_searched and not last:
        return ()
    wanted = {*report.written, *report.unchanged}
    if is_searched:
        return find_leftovers(claim.output, wanted)
    return tuple(path for path in last if path not in wanted and (claim.output / path).is_file())


def _entries(trace: Trace) -> list[TraceEntry]:
    return [trace.shared, *trace.briefings.values()]


def _outputs(entry: TraceEntry) -> dict[str, str]:
    return dict(read_details(entry)["outputs"])
