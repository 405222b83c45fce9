"""The ways onward from a briefing: to the other briefings in which its parties appear, and to those most like it.

    list_onward(summaries)["bridge"].related[0].title

A page must not change with every briefing that comes: a party in more than a few briefings has no number, and of equal
briefings the nearest in time is chosen.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsbrief.model.onward import NO_NEIGHBOURS, Onward, PartyElsewhere, RelatedBriefing
from newsbrief.model.shared_actor import SharedActor
from newsbrief.model.site import Summary, Teaser
from newsbrief.pages.lists.appearances import NO_ACTORS, ActorAppearances, collect_appearances
from newsbrief.pages.lists.glossary import (
    ENTRIES_A_PAGE,
    GLOSSARY,
    GlossaryEntry,
    collect_entries,
    list_letter_pages,
    list_letters,
)
from newsbrief.pages.lists.neighbours import list_neighbours
from newsbrief.pages.lists.versions import Versions, choose_version, group_versions, list_actors_once

MOST_RELATED = 3
_NEIGHBOURS = 12
"""How many briefings of a party, before and after one, are looked at for those that are most like it."""


def list_onward(
    summaries: Iterable[Summary], language: str = "", shared: Mapping[str, SharedActor] = NO_ACTORS
) -> Mapping[str, Onward]:
    """Return the ways onward from each briefing, by address; `language` is the site's.

    `shared` are the actors that several briefings share, by id.
    """
    summaries = tuple(summaries)
    groups, neighbours = group_versions(summaries), list_neighbours(summaries)
    places = _find_places(collect_appearances(list_actors_once(groups, language), shared, language), language)
    related = _BriefingsOfActors(summaries)
    return {
        each.slug: Onward(
            _list_parties(each, places),
            related.to(each, groups),
            neighbours.get(each.slug, NO_NEIGHBOURS),
        )
        for each in summaries
    }


def _list_parties(summary: Summary, places: Mapping[str, tuple[int, str, str]]) -> tuple[PartyElsewhere, ...]:
    found = ((party.id, places.get(party.id)) for party in summary.parties)
    return tuple(PartyElsewhere(id, *place) for id, place in found if place)


def _find_places(actors: Sequence[ActorAppearances], language: str) -> Mapping[str, tuple[int, str, str]]:
    """Return for each actor in several briefings, by id, their number, and the page and anchor that lists them."""
    several = {each.actor.id: len(each.appearances) for each in actors if len(each.appearances) > 1}
    own = {each.actor.id: (0, each.path, "") for each in actors if each.path}
    if len(own) == len(several):
        return own
    listed = {
        entry.actor.id: (several[entry.actor.id], path, f"party-{entry.actor.id}")
        for path, entry in _place_entries(collect_entries(actors, language))
        if entry.actor.id in several
    }
    return {**listed, **own}


def _place_entries(entries: Sequence[GlossaryEntry]) -> Iterator[tuple[str, GlossaryEntry]]:
    """Yield each entry of the glossary, and the page that it is on."""
    if len(entries) <= ENTRIES_A_PAGE:
        yield from ((GLOSSARY, entry) for entry in entries)
        return
    for page in list_letter_pages(list_letters(entries)):
        yield from ((page.glossary.path, entry) for entry in page.glossary.entries)


class _BriefingsOfActors:
    """The briefings of each actor in the order of their days."""

    def __init__(self, summaries: Sequence[Summary]) -> None:
        self.teasers: dict[str, Teaser] = {each.teaser.slug: each.teaser for each in summaries}
        self.labels = {each.teaser.slug: {party.id: party.label for party in each.parties} for each in summaries}
        self.of_actor: dict[str, list[str]] = {}
        self.at: dict[tuple[str, str], int] = {}
        for each in sorted(self.teasers.values(), key=lambda teaser: (teaser.as_of, teaser.slug)):
            for key in self.labels[each.slug]:
                of_actor = self.of_actor.setdefault(key, [])
                self.at[each.slug, key] = len(of_actor)
                of_actor.append(each.slug)

    def to(self, summary: Summary, groups: Mapping[str, Versions]) -> tuple[RelatedBriefing, ...]:
        """Return the other briefings that share most of a briefing's actors, of these the nearest in time first.

        Of those in several languages, it is the version in the briefing's own.
        """
        here, own = summary.teaser, self.labels[summary.teaser.slug]
        near: Counter[str] = Counter()
        for key in own:
            at = self.at[here.slug, key]
            near.update(self.of_actor[key][max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1])
        for version in groups[here.slug]:
            del near[version.slug]
        others = {choose_version(groups[slug], summary.language).slug for slug in near}

        def rank(slug: str) -> tuple[int, int, str]:
            return -len(own.keys() & self.labels[slug].keys()), abs((self.teasers[slug].as_of - here.as_of).days), slug

        return tuple(self._relate(own, slug) for slug in sorted(others, key=rank)[:MOST_RELATED])

    def _relate(self, own: Mapping[str, str], slug: str) -> RelatedBriefing:
        shared = [label for key, label in own.items() if key in self.labels[slug]]
        teaser = self.teasers[slug]
        named = tuple(shared[:MOST_RELATED])
        return RelatedBriefing(slug, teaser.title, teaser.as_of, named, len(shared) - len(named))
