"""The watch over the sources of a site.

For example:

    for changed in watch_sources(Path(".")):
        print(changed)
"""

import os
from collections.abc import Iterator, Set
from pathlib import Path

from msgspec import Struct

from newsbrief.disk.symbolic_links import why_not_followed
from newsbrief.model.paths import theme_folder
from newsbrief.model.problems import ConfigError

_STEP, _DEBOUNCE, _TICK = 5, 50, 100
"""Milliseconds. Changes are one when each follows the last within a step, for up to the debounce. At every tick without
a change, the folders to watch are listed again."""


class _Root(Struct, frozen=True):
    """A folder to watch: its name for people, its real path, and its identity on the disk with its rights.

    A link that is not followed has no identity; it is not watched, and its end is a change.
    """

    name: str
    path: Path
    identity: tuple[int, ...]


def watch_sources(site: Path) -> Iterator[tuple[str, ...]]:
    """Yield the names of the files that changed together, without end.

    First yields no names: from then on no change is missed. Hidden files are left out, as a build leaves them out.
    ConfigError: the system does not let the folders be watched.
    """
    news: Set[str] | None = frozenset()
    while True:
        roots = _find_roots(site)
        found = roots
        for paths in _watch(roots):
            found = _find_roots(site)
            if found != roots or paths & {root.path for root in roots}:
                break
            names = _name_changes(roots, paths)
            if names or news is not None:
                yield _without_folders({*names, *(news or ())})
            news = None
            if any(path.is_dir() for path in paths):
                # A folder that is new, or that may be read now, is not yet watched with all that is in it.
                break
        news = {f"{root.name}/" for root in {*roots} ^ {*found}} | (news or frozenset())


def _watch(roots: tuple[_Root, ...]) -> Iterator[Set[Path]]:
    """Yield the paths that changed together, none at a tick; end where a folder is gone before it is watched."""
    from watchfiles import Change, watch

    try:
        for changes in watch(
            *(root.path for root in roots if root.identity),
            watch_filter=None,
            debounce=_DEBOUNCE,
            step=_STEP,
            rust_timeout=_TICK,
            yield_on_timeout=True,
            ignore_permission_denied=True,
        ):
            # An editor's temporary file has come and gone.
            yield {Path(path) for change, path in changes if change != Change.added or os.path.lexists(path)}
    except (FileNotFoundError, RuntimeError):
        # A folder has gone, or a file has a name that is no text: the folders are listed again.
        return
    except OSError as error:
        hint = "raise the system's limit (on Linux: sysctl fs.inotify.max_user_watches), or stop other watchers"
        raise ConfigError.because(f"the sources cannot be watched: {error}", hint) from None


def _find_roots(site: Path) -> tuple[_Root, ...]:
    """Return the folders of sources that exist, each once; the theme's may be the site's own.

    A link out of the site may lead to the whole disk.
    """
    site_root = Path(os.path.realpath(site))
    folders = [("templates", theme_folder("templates")), ("static", theme_folder("static"))]
    own = [(name, site / name) for name in ("content", "templates", "static")]
    roots = {}
    for name, folder in [*folders, *own]:
        path = Path(os.path.realpath(folder))
        if folder.parent == site and why_not_followed(folder, site_root):
            roots[folder] = _Root(name, folder, ())
        elif path.is_dir():
            status = path.stat()
            roots[path] = _Root(name, path, (status.st_dev, status.st_ino, status.st_mode))
    return tuple(roots.values())


def _name_changes(roots: tuple[_Root, ...], paths: Set[Path]) -> set[str]:
    """Return the changed paths as an editor would name them."""
    names = set()
    for path in paths:
        for root in roots:
            if path.is_relative_to(root.path):
                inside = path.relative_to(root.path)
                if not any(part.startswith(".") for part in inside.parts):
                    names.add((root.name / inside).as_posix())
    return names


def _without_folders(names: Set[str]) -> tuple[str, ...]:
    """Return the names in order, those of folders only where nothing in them changed."""
    return tuple(sorted(name for name in names if not any(other.startswith(f"{name}/") for other in names)))
