"""The appearances of each actor in all briefings, on pages of its own where they are many."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.model.languages import is_same_language
from newsbrief.model.shared_actor import SharedActor, SourcedSentence
from newsbrief.model.site import Party, Summary
from newsbrief.pages.lists.paging import ListPage, page_by_day

APPEARANCES_OF_AN_ENTRY = 6
APPEARANCES_A_PAGE = 100
NO_ACTORS: Mapping[str, SharedActor] = {}
"""The shared actors of a site that has none."""


class Appearance(Struct, frozen=True):
    """An actor in one briefing, which may be a draft: the actor's id there, and the first claim about it."""

    slug: str
    title: str
    party: str
    claim: str | None
    draft: bool


class ActorAppearances(Struct, frozen=True):
    """The appearances of an actor from the newest, with the `days` of their briefings.

    `actor` is as `actors.yaml` has it, or else the newest briefing; `about` and `sort` are as in `actors.yaml`.
    """

    actor: Party
    appearances: tuple[Appearance, ...]
    days: tuple[date, ...]
    about: tuple[SourcedSentence, ...] = ()
    sort: str = ""

    @property
    def path(self) -> str:
        """The path of the newest of the actor's own pages; "" where the glossary has room for all appearances."""
        return appearances_path(self.actor.id, 0) if len(self.appearances) > APPEARANCES_OF_AN_ENTRY else ""


class AppearancesPage(Struct, frozen=True):
    """A page of an actor's appearances, each with the day of its briefing.

    Only the newest page has the `total`, which would change the others with each appearance, and what outside sources
    say `about` the actor.
    """

    actor: Party
    total: int
    appearances: ListPage[tuple[date, Appearance], date]
    about: tuple[SourcedSentence, ...] = ()


def appearances_path(actor: str, number: int) -> str:
    """Return the output path of a page of an actor's appearances, counted from the oldest; 0 is the newest."""
    return f"glossary/party/{actor}/{number}/index.html" if number else f"glossary/party/{actor}/index.html"


def collect_appearances(
    summaries: Iterable[Summary], shared: Mapping[str, SharedActor] = NO_ACTORS, language: str = ""
) -> list[ActorAppearances]:
    """Return the appearances of each actor. Actors of one id are the same one, under its name in the `language`."""
    found: dict[str, tuple[list[Appearance], list[date]]] = {}
    named: dict[str, tuple[bool, Party]] = {}
    for summary in sorted(summaries, key=lambda each: (-each.teaser.as_of.toordinal(), each.teaser.slug)):
        briefing, is_own = summary.teaser, is_same_language(summary.language, language)
        for party in summary.parties:
            if party.id not in named or (is_own and not named[party.id][0]):
                named[party.id] = is_own, party
            appearances, days = found.setdefault(party.id, ([], []))
            appearances.append(Appearance(briefing.slug, briefing.title, party.id, party.claim, briefing.draft))
            days.append(briefing.as_of)
    return [_add_shared(replace(named[id][1], claim=None), *each, shared.get(id)) for id, each in found.items()]


def _add_shared(
    actor: Party, appearances: Iterable[Appearance], days: Iterable[date], shared: SharedActor | None
) -> ActorAppearances:
    if shared is None:
        return ActorAppearances(actor, tuple(appearances), tuple(days))
    known = replace(actor, name=shared.name, abbr=shared.abbr or actor.abbr)
    return ActorAppearances(known, tuple(appearances), tuple(days), shared.about, shared.sort)


def list_appearances(actors: Iterable[ActorAppearances], full: int = APPEARANCES_A_PAGE) -> Iterator[AppearancesPage]:
    """Yield the pages of all actors that have more appearances than the glossary has room for."""
    for each in actors:
        if each.path:
            dated = list(zip(each.days, each.appearances, strict=True))
            path_of = partial(appearances_path, each.actor.id)
            for page in page_by_day(dated, full, path_of=path_of, day_of=lambda entry: entry[0]):
                is_newest = not page.number
                yield AppearancesPage(each.actor, len(dated) if is_newest else 0, page, each.about if is_newest else ())
