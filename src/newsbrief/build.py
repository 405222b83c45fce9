"""A build of a site, from what the last one knows: what has changed is made anew, and nothing else is touched."""

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from newsbrief.assets import theme_folder
from newsbrief.lock import hold_lock
from newsbrief.trace import (
    Record,
    Scan,
    State,
    Trace,
    decode_trace,
    digest_engine,
    encode_trace,
    explain_changes,
    scan_content,
    state_of,
)
from newsbrief.write import Written, is_on_record, private_path, refuse_sources, write_private, write_site

if TYPE_CHECKING:
    from newsbrief.pipeline import Loaded

_CONFIG_FILE = "content/site.yaml"


@dataclass(frozen=True, slots=True)
class Built:
    """Which files a build wrote, and why.

    `reasons` tells by the name of its folder why a briefing was made anew, and under "" why the pages that no single
    briefing has; `is_whole` says that one reason held for everything.
    """

    files: Written
    reasons: Mapping[str, str]
    is_whole: bool


def build_site(
    folder: Path,
    output: Path,
    base_url: str | None = None,
    drafts: bool = False,
    *,
    full: bool = False,
    dry_run: bool = False,
    on_wait: Callable[[], None] = lambda: None,
) -> Built:
    """Check the site in `folder` and write it to `output`; what has not changed since the last build is left alone.

    `full` makes everything anew; `dry_run` does all but write. Where another build of the site is under way, calls
    `on_wait` and waits for it. NewsbriefError: the site has problems, and nothing was written.
    """
    themes = [theme_folder("templates"), theme_folder("static")]
    own = [folder / "templates", folder / "static"]
    refuse_sources(output, folder, [folder / "content", *own, *themes])
    place = private_path("trace", output, folder)
    engine_files = [Path(__file__).parent, *themes, *own, folder / _CONFIG_FILE]
    while True:
        known = _read(place)
        engine = digest_engine(engine_files, [base_url, drafts])
        scan = scan_content(folder / "content")
        past, reasons = _compare(_decode(known), engine, scan, folder, output)
        if full:
            past, reasons = None, {"": "--full was given"}
        if past and not reasons and is_on_record(outputs := sorted(past.outputs), output, folder):
            return Built(Written((), tuple(outputs), ()), {}, False)
        # Most builds change nothing; they need none of this, and importing it takes longer than they do.
        from newsbrief.pipeline import load, render_parts

        loaded = load(folder, base_url, drafts, past, reasons)
        made = render_parts(loaded, folder)
        files = {path: raw for part in made.values() for path, raw in part.items()}
        kept = [path for record in loaded.kept.values() for path in record.outputs]
        if dry_run:
            return Built(write_site(files, output, folder, kept, dry_run=True), loaded.reasons, not loaded.kept)
        with hold_lock(folder, on_wait=on_wait):
            # Another build may have come to its end meanwhile; then what was kept is no longer what stands there.
            if _read(place) == known:
                written = write_site(files, output, folder, kept)
                write_private(place, encode_trace(_trace(engine, scan, loaded, made, output)))
                return Built(written, loaded.reasons, not loaded.kept)


def _read(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except OSError:
        return None


def _decode(known: bytes | None) -> Trace | None:
    try:
        return decode_trace(known) if known is not None else None
    except (ValueError, TypeError, RecursionError):
        return None


def _compare(
    past: Trace | None, engine: str, scan: Scan, folder: Path, output: Path
) -> tuple[Trace | None, dict[str, str]]:
    """Return the trace as far as it is of use, and why what it does not tell of must be made anew."""
    if past is None:
        return None, {"": "there is no trace of an earlier build"}
    if scan.odd or not engine:
        return None, {"": f"{scan.odd[0] if scan.odd else 'a template or static file'} is a link, or no plain file"}
    if past.engine != engine:
        return None, {"": "the templates, static files, settings or versions have changed"}
    return past, explain_changes(past, scan, folder / "content", output)


def _trace(engine: str, scan: Scan, loaded: "Loaded", made: Mapping[str, Mapping[str, bytes]], output: Path) -> Trace:
    """Return the trace of a build that has just been written."""

    def inputs(found: Mapping[str, os.stat_result], used: Mapping[str, str]) -> dict[str, State]:
        return {name: state_of(status, used.get(name, "")) for name, status in found.items()}

    def outputs(files: Mapping[str, bytes]) -> dict[str, State]:
        return {path: state_of((output / path).lstat(), sha256(raw).hexdigest()) for path, raw in files.items()}

    records = dict(loaded.kept)
    summaries = {summary.slug: summary for summary in loaded.site.summaries}
    for briefing in loaded.site.briefings:
        found = inputs(scan.briefings.get(briefing.folder, {}), loaded.digests[briefing.folder])
        records[briefing.folder] = Record(
            briefing.slug, found, summaries[briefing.slug], outputs(made[briefing.folder])
        )
    for name, slug in loaded.drafts.items():
        records[name] = Record(slug, inputs(scan.briefings.get(name, {}), loaded.digests[name]), None, {})
    shared = outputs(made[""])
    pages = inputs(scan.pages, loaded.digests[""])
    navigation = loaded.navigation
    return Trace(engine, navigation, scan.stamp, time.time_ns(), records, pages, shared)
