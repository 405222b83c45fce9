"""What a build takes from the one before, and leaves for the next, whether its files go to a disk or stay in memory."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newsbrief.build.incremental.fingerprint import digest_engine
from newsbrief.build.incremental.trace import Past, Record, Trace, look_at_folders, sum_up, write_details
from newsbrief.build.workers import count_cores, share_out
from newsbrief.disk.file_states import Contents, list_contents, mark_doubtful
from newsbrief.model.paths import PACKAGE, theme_folder
from newsbrief.model.problems import ConfigError

if TYPE_CHECKING:
    from newsbrief.build.pipeline import Remade

_CONFIG_FILE = "content/site.yaml"

_MANY_FOLDERS = 2_000
"""How many folders are looked at by one process; for so few, others would not begin in time."""


class Look(NamedTuple):
    """What there is before a build: the sources, and what has changed in them since the last one.

    `why` tells, under "", why everything must be made, where there is no past. `trace` is what the last build left,
    also where templates, settings or versions were others.
    """

    engine: str
    contents: Contents
    past: Past | None
    why: Mapping[str, str]
    trace: Trace | None = None


def look_at(site: Path, settings: Iterable[object], trace: Trace | None, output: Path | None) -> Look:
    """Return what has changed since the build that left `trace`; `output` is None where its files are not on a disk.

    `settings` are those that come from elsewhere than the site's folder. ConfigError: templates or static files cannot
    be read.
    """
    for folder in look_and_feel(site):
        if folder.exists() and not folder.is_dir():
            raise ConfigError.because("a file stands in place of this folder", "move it away", str(folder))
    engine = digest_surroundings(site, settings)
    contents = list_contents(site / "content")
    if trace is None:
        return Look(engine, contents, None, {"": "there is no trace of an earlier build"})
    if contents.odd or not engine:
        return Look(engine, contents, None, _odd(contents.odd), trace)
    if trace.engine != engine:
        why = "the templates, static files, settings or versions have changed"
        return Look(engine, contents, None, {"": why}, trace)
    return _compare(Look(engine, contents, None, {}, trace), site, trace, output, contents.folders)


def look_again(before: Look, site: Path, changed: Iterable[str], trace: Trace) -> Look | None:
    """Return what has changed since the build that left `trace`, where no more has than the files of these names.

    Names are relative to the site's folder, such as `content/bridge/article.md`. Returns None where they concern more
    than briefings, so that everything must be looked at. Is for builds whose files are not on a disk.
    """
    folders = set()
    for name in changed:
        kind, _, inside = name.partition("/")
        folder, _, file = inside.partition("/")
        if kind != "content" or not file:
            return None
        folders.add(folder)
    contents = list_contents(site / "content")
    if contents.odd or not before.engine:
        return None
    return _compare(
        Look(before.engine, contents, None, {}, trace), site, trace, None, folders.intersection(contents.folders)
    )


def _compare(look: Look, site: Path, trace: Trace, output: Path | None, names: Collection[str]) -> Look:
    """Return the look with what has changed in the folders of these names, and in what all share."""
    content, out = str(site / "content"), str(output or "")
    work = partial(look_at_folders, trace, content, out)
    hands = count_cores() if len(names) > _MANY_FOLDERS else 1
    seen = list(share_out(work, tuple(names), hands))
    if odd := [name for each in seen for name in each.odd]:
        return look._replace(why=_odd(odd))
    return look._replace(past=sum_up(trace, look.contents, seen, content, out))


def _odd(names: Sequence[str]) -> dict[str, str]:
    return {"": f"{names[0] if names else 'a template or static file'} is a link, or no plain file"}


def digest_surroundings(site: Path, settings: Iterable[object]) -> str:
    """Return the digest of everything that could change every page of a site; see `digest_engine`."""
    own = [site / "templates", site / "static", site / _CONFIG_FILE]
    return digest_engine(own, settings, installed=[PACKAGE, *_theme()])


def look_and_feel(site: Path) -> list[Path]:
    """Return where templates and static files may lie: the folders of the theme and those of the site."""
    return [*_theme(), site / "templates", site / "static"]


def _theme() -> list[Path]:
    return [theme_folder("templates"), theme_folder("static")]


def trace_of(look: Look, remade: "Remade", sign: Callable[[Iterable[str]], str], owned: str = "") -> Trace:
    """Return the trace of a build. `sign` returns the signs of the outputs with the paths given.

    `owned` is the digest of the file that has the paths on record.
    """
    records = dict(remade.kept)
    for made in remade.made:
        digests = {each.path: each.digest for each in made.placed}
        details = write_details(made.digests, digests, made.shown, made.card)
        inputs = mark_doubtful(made.inputs, look.contents.stamp)
        records[made.name] = Record(made.slug, inputs, sign(digests), details)
    shared = remade.shared
    digests = {**shared.kept, **{each.path: each.digest for each in shared.placed}}
    details = write_details(remade.page_digests, digests, shared.shown, remade.hand)
    pages = mark_doubtful(look.contents.pages, look.contents.stamp)
    return Trace(look.engine, remade.navigation, owned, Record("", pages, sign(digests), details), records)
