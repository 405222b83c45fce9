"""The report of what is stale in a site since its last build, and why.

>>> explain_change({"article.md": "3 1 1 7"}, {"article.md": "4 2 2 7"}, has_content=lambda name: False)
'article.md has changed'

This verifies traces, after Mokhov, Mitchell and Peyton Jones, "Build Systems à la Carte" (2018). A file whose state is
as it was is not read; one whose state cannot be trusted, or whose times alone differ, is compared by its content.
"""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import NamedTuple

from newsbrief.build.incremental.fingerprint import digest_site, fingerprint_site
from newsbrief.build.incremental.trace import Trace, TraceEntry, read_details
from newsbrief.build.workers import count_cores, share_out
from newsbrief.disk.file_states import Contents, list_contents, read_signs, sign_folder, size_of, state_of

_MANY_FOLDERS = 2_000
"""The most folders that one process compares by itself: for so few, others would not begin in time."""

_MANY_COPIED = 200
"""The same, where the content of each file is read."""


class StaleReport(NamedTuple):
    """Everything that must be made again, and why.

    `reasons` are by the name of a briefing's folder, and under "" for the files that all share. Where the report
    `is_whole`, everything must be made, and the one reason stands under "". `trace` is what the last
    build left, also where it counts no more. `is_shared_lost` says that a shared file is not as it was in the output,
    `has_new_actors` that something else is said of actors that briefings share.
    """

    fingerprint: str
    contents: Contents
    trace: Trace | None
    reasons: Mapping[str, str]
    is_whole: bool = False
    is_shared_lost: bool = False
    has_new_actors: bool = False

    @property
    def base(self) -> Trace | None:
        """The last build, where only what has changed since must be made."""
        return None if self.is_whole else self.trace

    def for_everything(self, reason: str) -> "StaleReport":
        """Return the report by which everything must be made."""
        return self._replace(reasons={"": reason}, is_whole=True, is_shared_lost=False, has_new_actors=False)

    def with_navigation(self, navigation: str) -> "StaleReport":
        """Return the report in the light of what every page links to."""
        if self.base is None or self.base.navigation == navigation:
            return self
        return self.for_everything("the pages that every page links to have changed")


class FolderReport(NamedTuple):
    """A briefing's folder that has changed, and why it must be made; `odd` is what cannot be known there."""

    name: str
    reason: str
    odd: tuple[str, ...] = ()


def find_stale(site: Path, settings: Sequence[object], trace: Trace | None, output: Path | None) -> StaleReport:
    """Return what is stale since the build that left `trace`; `output` is None where its files are not on a disk.

    `settings` are those that do not come from the site's folder. ConfigError: templates or static files cannot be read.
    """
    report = StaleReport(fingerprint_site(site, settings), list_contents(site / "content"), trace, {})
    if trace is None:
        return report.for_everything("there is no trace of an earlier build")
    if report.contents.odd or not report.fingerprint:
        return report.for_everything(_describe_odd(report.contents.odd))
    if trace.fingerprint != report.fingerprint and not is_same_elsewhere(trace, site, settings):
        return report.for_everything("the templates, static files, settings or versions have changed")
    return compare_contents(report, trace, site, output, report.contents.folders)


def is_same_elsewhere(trace: Trace, site: Path, settings: Sequence[object]) -> bool:
    """Say whether a trace was left by the same program, theme and settings, in another folder or on another machine."""
    return bool(trace.contents) and trace.contents == digest_site(site, settings)


def find_stale_among(changed: Iterable[str], site: Path, before: StaleReport, trace: Trace) -> StaleReport | None:
    """Return what is stale since the build that left `trace`, where only the files of these names have changed.

    Names are relative to the site's folder, such as `content/bridge/article.md`. Returns None where they concern more
    than briefings, so that everything must be compared. Is for builds whose files are not on a disk.
    """
    names = set()
    for path in changed:
        kind, _, inside = path.partition("/")
        name, _, file = inside.partition("/")
        if kind != "content" or not file:
            return None
        names.add(name)
    contents = list_contents(site / "content")
    if contents.odd or not before.fingerprint:
        return None
    report = StaleReport(before.fingerprint, contents, trace, {})
    return compare_contents(report, trace, site, None, names.intersection(contents.folders))


def compare_contents(
    report: StaleReport, trace: Trace, site: Path, output: Path | None, names: Collection[str]
) -> StaleReport:
    """Return the report with what has changed in the folders of these names, and in what all share."""
    content, out = str(site / "content"), str(output or "")
    work, names = partial(compare_folders, trace, content, out), tuple(names)
    is_much = len(names) > (_MANY_COPIED if _is_copied(trace, content, names) else _MANY_FOLDERS)
    folders = list(share_out(work, names, count_cores() if is_much else 1))
    if odd := [name for folder in folders for name in folder.odd]:
        return report.for_everything(_describe_odd(odd))
    reasons = {folder.name: folder.reason for folder in folders}
    gone = sorted(trace.briefings.keys() - report.contents.folders)
    lost = _OutputFolder(out).why_lost(trace.shared)
    shared = f"{gone[0]} is gone" if gone else why_changed(trace.shared, report.contents.pages, content)
    if shared or lost:
        reasons[""] = shared or lost
    return report._replace(reasons=reasons, is_shared_lost=bool(lost))


def _is_copied(trace: Trace, content: str, names: Sequence[str]) -> bool:
    """Say whether all files seem to have other states, as after a checkout, so that their contents are compared."""
    ends = [(trace.briefings.get(name), name) for name in {*names[:1], *names[-1:]}]
    return all(entry is not None and sign_folder(f"{content}/{name}").signs != entry.inputs for entry, name in ends)


def _describe_odd(names: Sequence[str]) -> str:
    return f"{names[0] if names else 'a template or static file'} is a link, or no plain file"


def compare_folders(trace: Trace, content: str, output: str, names: Iterable[str]) -> Iterator[FolderReport]:
    """Yield a report for each of these folders that is not as it was, or whose outputs are not.

    `output` is "" where no outputs are kept on a disk.
    """
    outputs = _OutputFolder(output)
    for name in names:
        entry = trace.briefings.get(name)
        if entry is None:
            yield FolderReport(name, "it is new")
            continue
        signs, odd = sign_folder(f"{content}/{name}")
        reason = why_changed(entry, signs, f"{content}/{name}") or outputs.why_lost(entry)
        if reason or odd:
            yield FolderReport(name, reason, odd)


def why_changed(entry: TraceEntry, signs: str, folder: str) -> str:
    """Return why the files of a folder, which have these signs, are not as they were; "" where they are."""
    if signs == entry.inputs:
        return ""
    return explain_change(read_signs(entry.inputs), read_signs(signs), partial(_has_content, entry, "inputs", folder))


def explain_change(known: Mapping[str, str], found: Mapping[str, str], has_content: Callable[[str], bool]) -> str:
    """Return what has changed between two listings of files, name → state; "" where nothing has.

    `has_content` says whether a file has the content that is on record; it is asked where states leave that open.
    """
    for name, state in sorted(found.items()):
        if name not in known:
            return f"{name} is new"
        if state != known[name] and not (size_of(state) == size_of(known[name]) and has_content(name)):
            return f"{name} has changed"
    return next((f"{name} is gone" for name in known if name not in found), "")


def _has_content(entry: TraceEntry, kind: str, folder: str, path: str) -> bool:
    """Say whether a file has the content that is on record for it; `kind` is "inputs" or "outputs"."""
    try:
        with open(f"{folder}/{path}", "rb", buffering=0) as file:  # noqa: PTH123 - a path object takes longer
            return sha256(file.read()).hexdigest() == _read_digests(entry)[kind].get(path)
    except OSError:
        return False


@lru_cache(maxsize=1)
def _read_digests(entry: TraceEntry) -> Mapping[str, Mapping[str, str]]:
    """Return the details of an entry, whose files are asked for one after the other."""
    return read_details(entry)


class _OutputFolder:
    """An output that is searched for files which are no longer as a build left them; "" is one that is on no disk."""

    def __init__(self, output: str) -> None:
        self.output = output
        self.sound_folders: set[str] = {""}

    def why_lost(self, entry: TraceEntry) -> str:
        """Return why an entry's files must be written again; "" where they are as they were."""
        if not self.output or not entry.outputs:
            return ""
        for line in entry.outputs.split("\n"):
            known, _, path = line.partition("\t")
            folder = path.rpartition("/")[0]
            if folder not in self.sound_folders and not self._is_sound(folder):
                return f"{folder} is no folder of the output"
            try:
                status = os.lstat(f"{self.output}/{path}")
            except OSError:
                return f"{path} is not in the output"
            state = state_of(status)
            if not S_ISREG(status.st_mode) or (state != known and not self._has_content(entry, path, known, state)):
                return f"{path} was altered in the output"
        return ""

    def _has_content(self, entry: TraceEntry, path: str, known: str, state: str) -> bool:
        """Say whether a file whose state is another than the known one has the content that is on record."""
        return size_of(state) == size_of(known) and _has_content(entry, "outputs", self.output, path)

    def _is_sound(self, folder: str) -> bool:
        """Say whether a folder is there, and no link on the way to it."""
        above = folder.rpartition("/")[0]
        try:
            is_folder = S_ISDIR(os.lstat(f"{self.output}/{folder}").st_mode)
        except OSError:
            return False
        if is_folder and (above in self.sound_folders or self._is_sound(above)):
            self.sound_folders.add(folder)
            return True
        return False
