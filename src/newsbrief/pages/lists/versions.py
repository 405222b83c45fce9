"""Briefings and their translations, which lists show as one.

>>> list(group_versions(()))
[]
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from newsbrief.model.languages import primary_language
from newsbrief.model.site import Summary

Versions = tuple[Summary, ...]
"""A briefing in all its languages: the original first, then the others by language."""


def group_versions(summaries: Iterable[Summary]) -> Mapping[str, Versions]:
    """Return the versions of each briefing by the address of every one of them.

    A briefing without a translation is its only version. Translations of one that is not published stand together.
    """
    groups: dict[str, list[Summary]] = {}
    for each in summaries:
        groups.setdefault(each.connections.translation_of or each.slug, []).append(each)
    ordered = (_order(slug, versions) for slug, versions in groups.items())
    return {each.slug: versions for versions in ordered for each in versions}


def _order(slug: str, versions: Sequence[Summary]) -> Versions:
    if len(versions) == 1:
        return tuple(versions)
    return tuple(sorted(versions, key=lambda each: (each.slug != slug, each.language, each.slug)))


def choose_version(versions: Versions, language: str) -> Summary:
    """Return the version in a language, or in another form of it, or else the original."""
    if len(versions) == 1:
        return versions[0]
    primary = primary_language(language)
    return min(versions, key=lambda each: (each.language != language, primary_language(each.language) != primary))


def join_versions(groups: Mapping[str, Versions], language: str) -> tuple[Summary, ...]:
    """Return one summary for each briefing: that of the version in the site's language, which names the others.

    It belongs where the original belongs.
    """
    joined = []
    for slug, versions in groups.items():
        chosen = choose_version(versions, language)
        if chosen.slug == slug:
            joined.append(_join(chosen, versions) if len(versions) > 1 else chosen)
    return tuple(joined)


def _join(chosen: Summary, versions: Versions) -> Summary:
    others = tuple((each.language, each.slug) for each in versions if each is not chosen)
    connections = replace(versions[0].connections, formerly=chosen.connections.formerly)
    return replace(chosen, teaser=replace(chosen.teaser, versions=others), connections=connections)


def list_actors_once(groups: Mapping[str, Versions], language: str) -> Iterator[Summary]:
    """Yield summaries in which an actor of a briefing appears once, whatever its name is in other languages.

    A translation is among them only with the actors that the chosen version does not have, by their ids.
    """
    for versions in {id(each): each for each in groups.values()}.values():
        chosen = choose_version(versions, language)
        yield chosen
        known = {party.id for party in chosen.parties}
        for each in versions:
            more = tuple(party for party in each.parties if party.id not in known)
            if each is not chosen and more:
                known.update(party.id for party in more)
                yield replace(each, parties=more)
