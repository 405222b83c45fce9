"""Publish a whole site: move what is staged to its place and delete what is stale, after everything is checked.

For example:

    publish_site([staging.put("index.html", page)], output, site).written

So a full disk or a problem found late leaves the site as it was. The paths to be written are on record before the first
file moves, so that the next build can complete one that was cut short.
"""

import json
import os
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from newsbrief.disk.files import AS_IT_WAS, cannot_write, replace_file, uninterrupted
from newsbrief.disk.files_in_the_way import refuse_collisions, refuse_foreign_files
from newsbrief.disk.output_record import OutputRecord, encode_record, private_path, read_record
from newsbrief.disk.output_update import OutputUpdate
from newsbrief.disk.staging import OutputFile
from newsbrief.model.problems import ConfigError, CutShortError

_CUT_SHORT = "some files of the site are new already and some are not; fix this, and the next build completes the site"


class PublishReport(NamedTuple):
    """The paths that a build wrote, left as they were because nothing had changed, and removed."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def publish_site(
    files: Sequence[OutputFile], output: Path, site: Path, kept: Collection[str] = (), dry_run: bool = False
) -> PublishReport:
    """Make the output folder hold exactly `files` and the `kept` paths, of all that builds have written there.

    `kept` are paths whose files are known to be as they should be. With `dry_run`, nothing is written.
    ConfigError: something else is in the way, or the folder cannot be written.
    """
    path = private_path("outputs", output, site)
    before = read_record(path)
    wanted = {*kept, *(each.path for each in files)}
    if len(wanted) < len(kept) + len(files) or wanted != before.paths:
        refuse_collisions([*kept, *(each.path for each in files)])
    changed = sorted(each for each in files if each.staged)
    written = [each.path for each in changed]
    stale = sorted(before.paths - wanted)
    is_record_lost = not before.paths and (path.exists() or _is_inside(output, site))
    refuse_foreign_files([*stale, *(each.path for each in files)], written, output, before.paths, is_record_lost)
    if not dry_run and (changed or stale or before != OutputRecord(frozenset(wanted), True)):
        claimed = before.paths | wanted
        listed = json.dumps(sorted(claimed))
        _write_record(path, output, listed, is_finished=False)
        _make_changes(changed, stale, output, path, before)
        _write_record(path, output, listed if claimed == wanted else json.dumps(sorted(wanted)), is_finished=True)
    return PublishReport(tuple(written), tuple(sorted(wanted.difference(written))), tuple(stale))


def _is_inside(output: Path, site: Path) -> bool:
    return Path(os.path.realpath(output)).is_relative_to(os.path.realpath(site))


def _make_changes(
    changed: Sequence[OutputFile], stale: Sequence[str], output: Path, record: Path, before: OutputRecord
) -> None:
    """Update the output; where that fails, put on record what stands there then, and raise ConfigError."""
    update = OutputUpdate(output)
    try:
        with uninterrupted():
            update.make(changed, stale)
    except OSError as error:
        with suppress(ConfigError):
            is_finished = before.is_finished and not update.is_begun
            _write_record(record, output, json.dumps(sorted({*before.paths, *update.moved})), is_finished)
        if update.is_begun:
            raise CutShortError(cannot_write(error, update.place, _CUT_SHORT).problems) from None
        raise cannot_write(error, update.place, AS_IT_WAS) from None


def _write_record(record: Path, output: Path, listed: str, is_finished: bool) -> None:
    """Write the record of an output; `listed` are its paths as JSON."""
    try:
        replace_file(record, encode_record(output, listed, is_finished))
    except OSError as error:
        hint = "the site is whole, but not on record; fix this, then build again" if is_finished else AS_IT_WAS
        raise cannot_write(error, record, hint) from None
