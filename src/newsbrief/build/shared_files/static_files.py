"""Make the static files, and the small files that hosts look for by their names."""

from collections.abc import Iterator

from newsbrief.build.shared_files.inputs import FileGroup, SharedSources, read_summary
from newsbrief.model.languages import is_east_asian
from newsbrief.outputs.host_files import list_host_files
from newsbrief.theme.assets import Assets, collect_assets

_OF_SEARCH = ("search.css", "search.js")
"""Files that only the search page uses."""


_OF_FORWARDS = ("lead-on.js",)
"""Files that only the pages at former names use."""

_OF_EAST_ASIAN = ("east-asian.css",)
"""Files that only pages in Chinese, Japanese and Korean use."""


def make_static_files(sources: SharedSources, *, leads_on: bool = False) -> FileGroup:
    """Make those that were not there; they stay the same for as long as settings and the site's static files do.

    `leads_on` says that there are pages at former names.
    """
    assets = sources.setup.assets or Assets({}, {})
    names = (
        *(() if sources.setup.has_search else _OF_SEARCH),
        *(() if leads_on else _OF_FORWARDS),
        *(() if any(map(is_east_asian, _list_languages(sources, assets))) else _OF_EAST_ASIAN),
    )
    unused = {assets.paths.get(name, "") for name in names}
    if any(path not in sources.known and path not in assets.files for path in {*assets.paths.values()} - unused):
        # The last build had no use for it.
        assets = collect_assets(sources.setup.folder)
    used = {path: raw for path, raw in assets.files.items() if path not in unused}
    files = {**list_host_files(sources.setup.config), **used}
    new = tuple(sources.outputs.put(path, raw) for path, raw in files.items() if path not in sources.known)
    return FileGroup(new, {*assets.paths.values(), *files} - unused, assets.paths)


def _list_languages(sources: SharedSources, assets: Assets) -> Iterator[str]:
    """Yield the languages of pages, some of them often: of all that may need files which others do not."""
    yield sources.setup.config.language
    yield from (page.language for page in sources.setup.pages)
    if sources.summaries is not None:
        yield from (summary.language for summary in sources.summaries)
    elif any(assets.paths.get(name) in sources.known for name in _OF_EAST_ASIAN):
        # Briefings are in the languages that they were in; had they needed no such file, none would be there.
        yield from (summary.language for entry in sources.last.values() if (summary := read_summary(entry)))
