"""The user's own cache folder for Newsbrief: for what can be lost and cannot be kept where it belongs.

For example:

    write_private(cache_folder() / "records" / name, content)
"""

from pathlib import Path

from newsbrief.model.problems import ConfigError


def cache_folder() -> Path:
    """Return the user's cache folder for Newsbrief, an absolute path: on Linux in XDG_CACHE_HOME or ~/.cache.

    The folder need not exist. A relative path in these variables counts for nothing. ConfigError: the user has no home.
    """
    # Most builds need none of it.
    from platformdirs import user_cache_path

    try:
        return user_cache_path("newsbrief", appauthor=False)
    except RuntimeError as error:
        raise ConfigError.because(str(error), path="HOME") from None


def find_cache_folder(site: Path) -> Path | None:
    """Return the user's cache folder, or None where there is none outside the folder of the site.

    Whatever lies in the folder of a site may come from anywhere.
    """
    try:
        folder = cache_folder()
        is_outside = not folder.resolve().is_relative_to(site.resolve())
    except (ConfigError, OSError, RuntimeError):
        return None
    return folder if is_outside else None
