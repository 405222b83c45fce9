"""Symbolic links among the files of a site: none is followed out of it, in whichever folder it stands.

>>> why_not_followed(Path("content/no-link.md"), Path("/home/anna/site"))
''
"""

import os
from collections.abc import Iterator
from pathlib import Path

from newsbrief.model.problems import Problem

_NOWHERE = "this link leads nowhere"


def why_not_followed(path: Path, root: Path) -> str:
    """Return why a link at `path` is not followed; "" where it may be, and for what is no link.

    A link must lead to something inside the site that is not hidden: hidden files, such as those in `.git/`, are no
    part of what is published, and may hold secrets. `root` is the site's folder without links.
    """
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return _NOWHERE if path.is_symlink() else ""
    if not target.is_relative_to(root):
        return "this link leads out of the site"
    is_hidden = any(part.startswith(".") for part in target.relative_to(root).parts)
    return "this link leads to a hidden file or folder" if is_hidden else ""


def refuse_link(path: Path, site: Path, root: Path) -> Problem | None:
    """Return the problem of a link that is not followed, with its remedy; None for any other path."""
    why = why_not_followed(path, root)
    if not why:
        return None
    shown = path.relative_to(site)
    remedy = (
        "fix the link or delete it" if why.endswith("nowhere") else f"copy what it points to into {shown.parts[0]}/"
    )
    return Problem(shown.as_posix(), 0, 0, why, remedy)


def find_bad_links(site: Path, name: str) -> Iterator[Problem]:
    """Yield a problem for each link that is not followed, at the folder `name` of a site and at any depth below it.

    Hidden files are left out, as everything else leaves them out.
    """
    root = Path(os.path.realpath(site))
    waiting = [site / name]
    seen: set[str] = set()
    while waiting:
        path = waiting.pop()
        if path.is_symlink() and (problem := refuse_link(path, site, root)):
            yield problem
        elif path.is_dir() and (place := os.path.realpath(path)) not in seen:
            seen.add(place)
            try:
                waiting += sorted((each for each in path.iterdir() if not each.name.startswith(".")), reverse=True)
            except OSError as error:
                why = f"this folder cannot be read: {error.strerror}"
                yield Problem(path.relative_to(site).as_posix(), 0, 0, why, "check its permissions")
