"""A build of a site: what has changed since the last one is made and published, and the rest is left alone.

For example:

    build_site(BuildRequest(Path(".")), Path("_site")).written
"""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newsbrief.build.incremental.fingerprint import digest_site, fingerprint_site, list_theme_folders
from newsbrief.build.incremental.stale import find_stale
from newsbrief.build.incremental.trace import Trace, decode_trace, encode_trace
from newsbrief.build.open_questions import read_doubts
from newsbrief.build.request import BuildRequest
from newsbrief.build.workers import FEW
from newsbrief.disk.file_states import REST, sign_outputs
from newsbrief.disk.files import write_private
from newsbrief.disk.files_in_the_way import refuse_sources
from newsbrief.disk.output_record import digest_record
from newsbrief.disk.private_folder import private_path
from newsbrief.disk.staging import Staging, is_staging, open_staging, staging_folder
from newsbrief.model.problems import NewsbriefError, Problem

if TYPE_CHECKING:
    from newsbrief.build.make_site import SiteResult

_MANY = 100
"""The number of written files from which it pays to leave them alone for a moment."""


class BuildResult(NamedTuple):
    """The paths that a build wrote, left as they were, and removed, and the reasons why.

    `reasons` are by the name of a briefing's folder, and under "" for the files that no single briefing has, or for
    everything where the build `is_whole`. Where it is, `orphans` are files that nothing links to, and `cardless` the
    addresses of briefings whose share card could not be drawn. `overwritten` are files written over changes by hand,
    `leftovers` those that bear the signs of a build and belong to nothing. `doubts` are the questions that drafts leave
    open, `languages` notes on those of the briefings that were made for which the interface has no words.
    """

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    reasons: Mapping[str, str] = {}
    is_whole: bool = False
    orphans: tuple[str, ...] = ()
    cardless: tuple[str, ...] = ()
    overwritten: tuple[str, ...] = ()
    leftovers: tuple[str, ...] = ()
    doubts: tuple[Problem, ...] = ()
    languages: tuple[Problem, ...] = ()


def build_site(request: BuildRequest, output: Path, *, full: bool = False, dry_run: bool = False) -> BuildResult:
    """Check a site and write it to `output`; leave alone what has not changed since the last build.

    With `full`, everything is made again; with `dry_run`, nothing is written. NewsbriefError: the site has problems,
    and nothing was written.
    """
    refuse_sources(output, request.site, [request.site / "content", *list_theme_folders(request.site)])
    last = _read_last_build(output, request.site)
    while True:
        try:
            return _build(request, output, last, full, dry_run)
        except _TraceReplacedError:
            # Another build has ended meanwhile, so there is something else to do.
            last = _read_last_build(output, request.site)
        except (NewsbriefError, OSError):
            raise
        except Exception:
            if last.trace is None:
                raise
            # Whoever can write to the site's folder can write a trace that no build has left.
            last = last._replace(trace=None)


def _build(request: BuildRequest, output: Path, last: "_LastBuild", full: bool, dry_run: bool) -> BuildResult:
    """Build a site from where the last build left it."""
    staging = Staging(output, staging_folder(output, request.site), dry_run)
    stale = find_stale(request.site, request.settings, None if full else last.trace, output)
    is_known = last.is_of(stale.fingerprint) and last.is_on_record(output)
    if last.trace and is_known and not stale.reasons and not is_staging(staging.folder):
        leftovers = tuple(path for path in last.trace.leftovers if (output / path).is_file())
        doubts = read_doubts(request.site, last.trace.doubtful)
        return BuildResult((), tuple(sorted(last.trace.paths)), (), leftovers=leftovers, doubts=doubts)
    # Most builds change nothing: they need none of this, and importing it takes longer than they do.
    from newsbrief.build.language_notes import choose_language_notes
    from newsbrief.build.make_site import make_site, take_in_sources
    from newsbrief.build.outline_outputs import OutlineOutputs
    from newsbrief.build.output_claim import digest_kept, list_leftovers, read_claim
    from newsbrief.build.site_sources import read_sources
    from newsbrief.build.staged_links import judge_staged
    from newsbrief.disk.publish import publish_site

    sources = read_sources(request, stale)
    stale = stale.for_everything("--full was given") if full else take_in_sources(stale, sources)
    with _write_access(request, staging, last) as get_ready:
        outputs = OutlineOutputs(staging, sources.setup.config.base_url, stale.base)
        site = make_site(sources, stale, outputs, get_ready)
        links = judge_staged(site, output)
        claim = read_claim(output, request.site, last.trace)
        report = publish_site(site.files, claim, staging, digest_kept(site, claim, last.is_on_record(output)))
        known = last.trace.leftovers if last.trace else ()
        leftovers = list_leftovers(claim, report, known, stale.is_whole)
        if not dry_run:
            _record_build(site, links.record, leftovers, output, last.path, len(report.written))
    changes = (report.written, report.unchanged, report.removed)
    more = (links.orphans, site.cardless, report.overwritten, leftovers)
    languages = tuple(choose_language_notes(note for briefing in site.briefings for note in briefing.notes))
    return BuildResult(*changes, stale.reasons, stale.is_whole, *more, _list_doubts(site), languages)


def _list_doubts(site: "SiteResult") -> tuple[Problem, ...]:
    """Return the questions that drafts leave open, those that were not read again among them."""
    known = site.stale.base.doubtful if site.stale.base else ()
    kept = read_doubts(site.sources.request.site, [name for name in known if name in site.kept])
    return tuple(sorted([*kept, *(doubt for briefing in site.briefings for doubt in briefing.doubts)]))


class _TraceReplacedError(Exception):
    """The trace is no longer the one that this build started from."""


class _LastBuild(NamedTuple):
    """The last build into an output: the path of its trace, the identity of the file there, and the trace."""

    path: Path
    identity: tuple[int, ...]
    trace: Trace | None

    def is_of(self, fingerprint: str) -> bool:
        """Say whether this build left a trace with a fingerprint; one restored from elsewhere has another."""
        return self.trace is not None and self.trace.fingerprint == fingerprint

    def is_on_record(self, output: Path) -> bool:
        """Say whether the record in the output is the one that this build left, and no build was cut short since."""
        digest = self.trace.output_record if self.trace else ""
        return bool(digest) and digest == digest_record(output)


def _read_last_build(output: Path, site: Path) -> _LastBuild:
    path = private_path("trace", output, site)
    identity = _identify(path)
    try:
        return _LastBuild(path, identity, decode_trace(path.read_bytes()))
    except (OSError, ValueError, KeyError):
        return _LastBuild(path, identity, None)


def _identify(path: Path) -> tuple[int, ...]:
    """Return the identity of the file at a path, which changes when the file is replaced."""
    try:
        status = os.lstat(path)
    except OSError:
        return ()
    return status.st_ino, status.st_mtime_ns, status.st_ctime_ns


@contextmanager
def _write_access(request: BuildRequest, staging: Staging, last: _LastBuild) -> Iterator[Callable[[], None]]:
    """Yield a function that waits for the lock of the site and lets files be staged; the block's end undoes both."""
    with ExitStack() as held:

        def get_ready() -> None:
            if not staging.is_dry:
                from newsbrief.disk.lock import hold_lock

                held.enter_context(hold_lock(request.site, on_wait=request.on_wait))
                if _identify(last.path) != last.identity:
                    raise _TraceReplacedError
            held.enter_context(open_staging(staging))

        yield get_ready


def _record_build(
    site: "SiteResult", links: bytes, leftovers: tuple[str, ...], output: Path, path: Path, count: int
) -> None:
    """Leave to the next build the trace of this one, which wrote `count` files, and the templates it compiled.

    `links` is the record of its links.
    """
    from newsbrief.build.incremental.make_trace import make_trace
    from newsbrief.theme.template_cache import keep_templates

    if count > _MANY:
        # What is looked at right after it was written cannot be trusted, and the next build must read it.
        time.sleep(REST)
    request = site.sources.request
    trace = make_trace(site, links, partial(sign_outputs, output), digest_record(output))._replace(leftovers=leftovers)
    if fingerprint_site(request.site, request.settings) != trace.fingerprint:
        # What was changed and is changed back before the next build would leave no sign.
        trace = trace._replace(fingerprint="")
    elif site.stale.base and site.stale.base.contents:
        trace = trace._replace(contents=site.stale.base.contents)
    elif len(trace.briefings) > FEW:
        trace = trace._replace(contents=digest_site(request.site, request.settings))
    write_private(path, encode_trace(trace))
    keep_templates(site.sources.setup.compiled, request.site)
