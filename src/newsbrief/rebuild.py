"""What a build takes from the one before, and leaves for the next, whether its files go to a disk or stay in memory."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newsbrief.assets import theme_folder
from newsbrief.engine import digest_engine
from newsbrief.errors import ConfigError
from newsbrief.scan import Scan, mark_doubtful, scan_again, scan_content
from newsbrief.trace import Past, Record, Trace, explain_changes, write_details

if TYPE_CHECKING:
    from newsbrief.pipeline import Remade

_CONFIG_FILE = "content/site.yaml"


class Look(NamedTuple):
    """What there is before a build: the sources, and what has changed in them since the last one.

    `why` tells, under "", why everything must be made, where there is no past.
    """

    engine: str
    scan: Scan
    past: Past | None
    why: Mapping[str, str]


def look_at(site: Path, settings: Iterable[object], trace: Trace | None, output: Path | None) -> Look:
    """Return what has changed since the build that left `trace`; `output` is None where its files are not on a disk.

    `settings` are those that come from elsewhere than the site's folder. ConfigError: templates or static files cannot
    be read.
    """
    for folder in look_and_feel(site):
        if folder.exists() and not folder.is_dir():
            raise ConfigError.because("a file stands in place of this folder", "move it away", str(folder))
    engine = digest_engine([Path(__file__).parent, *look_and_feel(site), site / _CONFIG_FILE], settings)
    scan = scan_content(site / "content")
    why = _why_of_no_use(trace, engine, scan)
    past = None if trace is None or why else explain_changes(trace, scan, site / "content", output)
    return Look(engine, scan, past, {"": why})


def look_again(before: Look, site: Path, changed: Iterable[str], trace: Trace) -> Look | None:
    """Return what has changed since the build that left `trace`, where no more has than the files of these names.

    Names are relative to the site's folder, such as `content/bridge/article.md`. Returns None where they concern more
    than briefings, so that everything must be looked at. Is for builds whose files are not on a disk.
    """
    content = site / "content"
    folders = set()
    for name in changed:
        kind, _, inside = name.partition("/")
        folder, _, file = inside.partition("/")
        if kind != "content" or not file or (content / folder).is_symlink():
            return None
        folders.add(folder)
    scan = scan_again(before.scan, content, folders)
    if scan.odd:
        return None
    return Look(before.engine, scan, explain_changes(trace, scan, content, None), {})


def look_and_feel(site: Path) -> list[Path]:
    """Return where templates and static files may lie: the folders of the theme and those of the site."""
    return [theme_folder("templates"), theme_folder("static"), site / "templates", site / "static"]


def _why_of_no_use(trace: Trace | None, engine: str, scan: Scan) -> str:
    if trace is None:
        return "there is no trace of an earlier build"
    if scan.odd or not engine:
        return f"{scan.odd[0] if scan.odd else 'a template or static file'} is a link, or no plain file"
    return "" if trace.engine == engine else "the templates, static files, settings or versions have changed"


def trace_of(look: Look, remade: "Remade", sign: Callable[[Iterable[str]], str]) -> Trace:
    """Return the trace of a build. `sign` returns the signs of the outputs with the paths given."""
    records = dict(remade.kept)
    for made in remade.made:
        digests = {each.path: each.digest for each in made.placed}
        inputs = mark_doubtful(look.scan.briefings.get(made.name, ""), look.scan.stamp)
        records[made.name] = Record(made.slug, inputs, sign(digests), write_details(made.digests, digests, made.shown))
    shared = remade.shared
    digests = {**shared.kept, **{each.path: each.digest for each in shared.placed}}
    details = write_details(remade.page_digests, digests, shared.shown)
    pages = mark_doubtful(look.scan.pages, look.scan.stamp)
    return Trace(look.engine, remade.navigation, Record("", pages, sign(digests), details), records)
