"""Publish a whole site: move what is staged to its place and delete what is stale, after everything is checked.

For example:

    publish_site([staging.put("index.html", page)], OutputClaim(output, read_record(output))).written

So a full disk or a problem found late leaves the site as it was. What is to be written is on record before the first
file moves, so that the next build can complete one that was cut short.
"""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from newsbrief.disk.files import AS_IT_WAS, cannot_write, replace_file, uninterrupted
from newsbrief.disk.files_in_the_way import OutputClaim, refuse_collisions, refuse_foreign_files
from newsbrief.disk.output_record import RECORD, OutputRecord, add_lines, encode_record
from newsbrief.disk.output_update import OutputUpdate
from newsbrief.disk.staging import OutputFile, Staging, move_staged
from newsbrief.model.problems import CutShortError, NotOnRecordError

_CUT_SHORT = "some files of the site are new already and some are not; fix this, and the next build completes the site"


class PublishReport(NamedTuple):
    """The paths that a build wrote, left as they were because nothing had changed, and removed.

    `overwritten` are those of the written ones that someone had changed by hand since the last build.
    """

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    overwritten: tuple[str, ...] = ()


def publish_site(
    files: Sequence[OutputFile], claim: OutputClaim, staging: Staging, kept: Mapping[str, str] | None = None
) -> PublishReport:
    """Make an output hold exactly `files` and the `kept` ones, of all that builds have written there.

    `claim` says what a build may touch there. `kept` has the digests of files that are known to be as they should be.
    Where `staging` is dry, nothing is written. ConfigError: something else is in the way, or the folder cannot be
    written.
    """
    before, kept = claim.record, kept or {}
    digests = dict(sorted({**kept, **{each.path: each.digest for each in files}}.items()))
    if len(digests) < len(kept) + len(files) or digests.keys() != before.digests.keys():
        refuse_collisions([*kept, *(each.path for each in files)])
    changed = sorted(each for each in files if each.staged)
    stale = sorted(before.digests.keys() - digests.keys())
    written = [each.path for each in changed]
    overwritten = refuse_foreign_files(claim, stale, written, (each.path for each in files))
    text = encode_record(digests)
    if not staging.is_dry and (changed or stale or before.text != text):
        with uninterrupted():
            _claim_output(claim)
            _publish(changed, stale, claim, _stage_records(staging, before, digests, text))
    is_written = frozenset(written)
    unchanged = tuple(path for path in digests if path not in is_written)
    return PublishReport(tuple(written), unchanged, tuple(stale), overwritten)


def _claim_output(claim: OutputClaim) -> None:
    """Leave a note that the site has been built to an output outside its folder."""
    if claim.note is None or claim.note.is_file():
        return
    try:
        replace_file(claim.note, [os.fsencode(claim.output)])
    except OSError as error:
        raise cannot_write(error, claim.note, AS_IT_WAS) from None


class _Records(NamedTuple):
    """Where the record of while files are moved and the one of after are staged; "" where it stands already."""

    meanwhile: str
    after: str


def _stage_records(staging: Staging, before: OutputRecord, digests: Mapping[str, str], text: str) -> _Records:
    """Stage all that the record will be, so that a full disk changes nothing. ConfigError: that cannot be done."""
    old = {path: known for path, known in before.digests.items() if digests.get(path) != known}
    meanwhile = add_lines(text, old) if old else text
    return _Records(
        staging.stage(RECORD, meanwhile.encode(), "-meanwhile") if meanwhile != before.text else "",
        staging.stage(RECORD, text.encode(), "-after") if text != meanwhile else "",
    )


def _publish(changed: Sequence[OutputFile], stale: Sequence[str], claim: OutputClaim, records: _Records) -> None:
    """Update the output and its record. Until a file of the site is changed, a failure takes everything back."""
    update = OutputUpdate(claim.output)
    record = str(claim.output / RECORD)
    try:
        update.check_rights(changed, stale)
        update.make_output()
        if records.meanwhile:
            move_staged(records.meanwhile, record)
        update.make_folders(changed)
        update.make(changed, stale)
    except OSError as error:
        if update.is_begun:
            raise CutShortError(cannot_write(error, update.place, _CUT_SHORT).problems) from None
        if records.meanwhile and not Path(records.meanwhile).exists():
            with suppress(OSError):
                _restore_record(claim)
        update.undo()
        raise cannot_write(error, update.place, AS_IT_WAS) from None
    try:
        if records.after:
            move_staged(records.after, record)
    except OSError as error:
        hint = "the site is whole, but not on record; fix this, then build again"
        raise NotOnRecordError(cannot_write(error, claim.output / RECORD, hint).problems) from None


def _restore_record(claim: OutputClaim) -> None:
    """Put back the record of before; where that fails, the other one does no harm: each of its lines proves itself."""
    record = claim.output / RECORD
    replace_file(record, [claim.record.text.encode()]) if claim.record.text else record.unlink()
