"""Make the static files, and the small files that hosts look for by their names."""

from newsbrief.build.shared_files.inputs import FileGroup, SharedSources
from newsbrief.outputs.host_files import list_host_files
from newsbrief.theme.assets import Assets

_OF_SEARCH = ("search.css", "search.js")
"""Files that only the search page uses."""


def make_static_files(sources: SharedSources) -> FileGroup:
    """Make those that were not there; they stay the same for as long as settings and the site's static files do."""
    assets = sources.setup.assets or Assets({}, {})
    unused = set() if sources.setup.has_search else {assets.paths.get(name, "") for name in _OF_SEARCH}
    used = {path: raw for path, raw in assets.files.items() if path not in unused}
    files = {**list_host_files(sources.setup.config), **used}
    new = tuple(sources.outputs.put(path, raw) for path, raw in files.items() if path not in sources.known)
    return FileGroup(new, {*assets.paths.values(), *files} - unused, assets.paths)
