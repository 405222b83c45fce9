"""What is wrong with how briefings name each other, each with its line: judged whenever what they show has changed.

For example:

    sources.refuse_problems(results, find_bad_connections(sources, summaries))
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsbrief.build.site_sources import SiteSources
from newsbrief.content.article import locate_key
from newsbrief.content.files import read_folder
from newsbrief.links.connections import ConnectionFault, Names, judge_connections
from newsbrief.model.front_matter import Connections
from newsbrief.model.problems import Problem
from newsbrief.model.site import Summary

_UNCONNECTED = Connections()


def find_bad_connections(sources: SiteSources, summaries: Iterable[Summary] | None) -> tuple[Problem, ...]:
    """Return the problems of how briefings name each other; none where they show the same as before (None)."""
    summaries = tuple(summaries or ())
    if all(each.connections == _UNCONNECTED for each in summaries):
        return ()
    assets = sources.setup.assets
    at_root = {path.partition("/")[0] for path in (assets.at_root if assets else ())}
    names = Names({slug: name for name, slug in sources.slugs.items()}, at_root)
    return tuple(_place_faults(sources, names.by_slug, judge_connections(summaries, names)))


def _place_faults(
    sources: SiteSources, names: Mapping[str, str], faults: Sequence[ConnectionFault]
) -> Iterator[Problem]:
    """Yield each fault as a problem at its key; an article that has one is read again."""
    for each in faults:
        folder, _ = read_folder(sources.request.site, names[each.slug])
        if folder:
            yield locate_key(folder.article, each.path, each.message, each.hint)
