"""The private folder of a site: what builds need to know of each other, `.newsbrief/` in the site's folder.

>>> private_folder(Path(".")).name
'.newsbrief'

Where the site's folder cannot be written, such as on a read-only mount, the folder lies in the user's own cache, if
that can be written.
"""

import os
from hashlib import sha256
from pathlib import Path

from newsbrief.disk.user_cache import find_cache_folder
from newsbrief.model.problems import ConfigError

PRIVATE_FOLDER = ".newsbrief"


def private_folder(site: Path) -> Path:
    """Return the private folder of a site, which may have to be made. ConfigError: a link stands in its place."""
    folder = site / PRIVATE_FOLDER
    if folder.is_symlink():
        message = "a link stands where Newsbrief keeps its own files, and no build follows one"
        raise ConfigError.because(message, "delete the link", str(folder))
    if folder.exists() and not folder.is_dir():
        # Whoever needs the folder says what is in the way.
        return folder
    if not site.is_dir() or may_write(folder if folder.exists() else site):
        return folder
    cache = find_cache_folder(site)
    name = sha256(os.fsencode(os.path.realpath(site))).hexdigest()[:16]
    return cache / "sites" / name if cache and can_make(cache) else folder


def can_make(folder: Path) -> bool:
    """Say whether a folder is there or can be made, and can then be written."""
    nearest = next(place for place in (folder, *folder.parents) if os.path.lexists(place))
    return nearest.is_dir() and may_write(nearest)


def private_path(kind: str, output: Path, site: Path) -> Path:
    """Return the path of a private file about the site that is built into `output`."""
    return private_folder(site) / f"{kind}-{_name_output(output, site)}.json"


def _name_output(output: Path, site: Path) -> str:
    """Return a name for an output, which stays the same when both folders are moved together."""
    place = os.path.relpath(os.path.realpath(output), os.path.realpath(site))
    return sha256(place.encode(errors="surrogateescape")).hexdigest()[:12]


def may_write(folder: Path) -> bool:
    """Say whether this process may make files in a folder."""
    return os.access(folder, os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids)
