"""A build of a site, from what the last one knows: what has changed is made anew, and nothing else is touched."""

import os
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from newsbrief.build.incremental.changes import digest_surroundings, look_and_feel, look_at, trace_of
from newsbrief.build.incremental.trace import Trace, decode_trace, encode_trace
from newsbrief.disk.file_states import REST, sign_outputs
from newsbrief.disk.files import write_private
from newsbrief.disk.lock import hold_lock
from newsbrief.disk.ownership import digest_record, private_path, refuse_sources
from newsbrief.disk.publish import Written, write_site
from newsbrief.disk.staging import Staging, is_staging, open_staging

_MANY = 100
"""How many files are written before it pays to let them rest."""


class Built(NamedTuple):
    """Which files a build wrote, and why.

    `reasons` tells by the name of its folder why a briefing was made anew, and under "" why the pages that no single
    briefing has; `is_whole` says that one reason held for everything. Where it did, `orphans` are files that nothing
    leads to, and `cardless` the addresses of briefings whose share card could not be drawn.
    """

    files: Written
    reasons: Mapping[str, str]
    is_whole: bool
    orphans: tuple[str, ...] = ()
    cardless: tuple[str, ...] = ()


def build_site(
    folder: Path,
    output: Path,
    base_url: str | None = None,
    drafts: bool = False,
    *,
    full: bool = False,
    dry_run: bool = False,
    on_wait: Callable[[], None] = lambda: None,
    on_step: Callable[[int, int], None] = lambda done, total: None,
) -> Built:
    """Check the site in `folder` and write it to `output`; what has not changed since the last build is left alone.

    `full` makes everything anew; `dry_run` does all but write. Where another build of the site is under way, calls
    `on_wait` and waits for it; after each briefing, calls `on_step` with how many are made and how many are to be.
    NewsbriefError: the site has problems, and nothing was written.
    """
    refuse_sources(output, folder, [folder / "content", *look_and_feel(folder)])
    while True:
        # Another build may come to its end meanwhile; then there is something else to do.
        with suppress(_Outrun):
            return _build(folder, output, (base_url, drafts), full, dry_run, on_wait, on_step)


class _Outrun(Exception):
    """The trace is no longer the one that this build went by."""


def _build(
    folder: Path,
    output: Path,
    settings: tuple[str | None, bool],
    full: bool,
    dry_run: bool,
    on_wait: Callable[[], None],
    on_step: Callable[[int, int], None],
) -> Built:
    place = private_path("trace", output, folder)
    read_from = _identify(place)
    look = look_at(folder, settings, None if full else _read_trace(place), output)
    if look.past and not look.past.reasons and not is_staging(output):
        trace = look.past.trace
        if trace.owned and trace.owned == digest_record(output, folder):
            return Built(Written((), tuple(sorted(trace.paths)), ()), {}, False)
    # Most builds change nothing; they need none of this, and importing it takes longer than they do.
    from newsbrief.build.pipeline import Order, remake
    from newsbrief.build.workers import count_cores
    from newsbrief.theme.template_cache import kept_path

    with ExitStack() as held:

        def get_ready() -> None:
            if not dry_run:
                held.enter_context(hold_lock(folder, on_wait=on_wait))
                if _identify(place) != read_from:
                    raise _Outrun
            held.enter_context(open_staging(output, dry_run))

        order = Order(folder, *settings, count_cores(), on_step, is_surveyed=True)
        staging = Staging(output, dry_run)
        why = {"": "--full was given"} if full else look.why
        remade = remake(order, look.past, why, staging, get_ready, look.trace)
        orphans: tuple[str, ...] = ()
        cardless: tuple[str, ...] = ()
        if remade.is_whole:
            from newsbrief.build.check_links import judge_staged

            orphans = judge_staged(remade, staging, folder)
            cardless = tuple(made.slug for made in remade.made if made.is_cardless)
        written = write_site(remade.placed, output, folder, remade.kept_paths, dry_run)
        if not dry_run:
            if len(written.written) > _MANY:
                # What is looked at right after it was written cannot be trusted, and the next build must read it.
                time.sleep(REST)
            owned = digest_record(output, folder)
            if digest_surroundings(folder, settings) != look.engine:
                # What was changed and is changed back before the next build would leave no sign.
                look = look._replace(engine="")
            write_private(place, encode_trace(trace_of(look, remade, partial(sign_outputs, output), owned)))
            if remade.compiled.is_changed and not sys.dont_write_bytecode:
                write_private(kept_path(), remade.compiled.encode())
    return Built(written, remade.reasons, remade.is_whole, orphans, cardless)


def _identify(place: Path) -> tuple[int, ...]:
    """Return which file stands at a place; one that is replaced is another."""
    try:
        status = os.lstat(place)
    except OSError:
        return ()
    return status.st_ino, status.st_mtime_ns, status.st_ctime_ns


def _read_trace(place: Path) -> Trace | None:
    try:
        return decode_trace(place.read_bytes())
    except (OSError, ValueError, KeyError):
        return None
