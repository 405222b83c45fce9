"""The neighbours of a briefing: what is before and after it in its story, what it updates, and its translations.

list_neighbours(summaries)["bridge"].earlier.title
"""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise

from newsbrief.model.front_matter import Connections
from newsbrief.model.onward import Neighbour, Neighbours, Version
from newsbrief.model.site import Summary
from newsbrief.pages.lists.versions import Versions, choose_version, group_versions

_UNCONNECTED = Connections()


def list_neighbours(summaries: Iterable[Summary]) -> Mapping[str, Neighbours]:
    """Return the neighbours of each briefing that has any, by address."""
    groups = group_versions(summaries)
    sides, updated = _order_stories(groups), _list_updaters(groups)
    found = {}
    for slug, versions in groups.items():
        original = versions[0]
        connections = original.connections
        if len(versions) == 1 and connections == _UNCONNECTED and slug not in updated:
            continue
        here = next(each for each in versions if each.slug == slug)
        before, after = sides.get(original.slug, (None, None))
        updates = [groups[name] for name in connections.updates if name in groups]
        found[slug] = Neighbours(
            story=connections.story,
            topics=connections.topics,
            earlier=_name(before, here) if before else None,
            later=_name(after, here) if after else None,
            updates=tuple(_name(each, here) for each in updates),
            updated_by=tuple(_name(each, here, tells_what=True) for each in updated.get(original.slug, ())),
            versions=tuple(Version(each.language, each.slug) for each in versions) if len(versions) > 1 else (),
        )
    return found


def _name(versions: Versions, here: Summary, *, tells_what: bool = False) -> Neighbour:
    """Return a neighbour in the language of the briefing `here`; `tells_what` adds the standfirst."""
    teaser = choose_version(versions, here.language).teaser
    return Neighbour(teaser.slug, teaser.title, teaser.as_of, (teaser.standfirst or "") if tells_what else "")


def _order_stories(groups: Mapping[str, Versions]) -> Mapping[str, tuple[Versions | None, Versions | None]]:
    """Return what is before and after each original in its story, from the earliest day on."""
    stories: dict[str, list[Versions]] = {}
    for slug, versions in groups.items():
        if versions[0].slug == slug and versions[0].connections.story:
            stories.setdefault(versions[0].connections.story, []).append(versions)
    sides: dict[str, tuple[Versions | None, Versions | None]] = {}
    for members in stories.values():
        members.sort(key=_day_of)
        for before, after in pairwise([None, *members, None]):
            if after:
                sides[after[0].slug] = before, None
            if before:
                sides[before[0].slug] = sides[before[0].slug][0], after
    return sides


def _day_of(versions: Versions) -> tuple[date, str]:
    return versions[0].teaser.as_of, versions[0].slug


def _list_updaters(groups: Mapping[str, Versions]) -> Mapping[str, list[Versions]]:
    """Return the briefings that update each original, from the latest."""
    updated: dict[str, list[Versions]] = {}
    for slug, versions in groups.items():
        if versions[0].slug == slug:
            for name in versions[0].connections.updates:
                if name in groups:
                    updated.setdefault(groups[name][0].slug, []).append(versions)
    for updaters in updated.values():
        updaters.sort(key=_day_of, reverse=True)
    return updated
