"""The appearances of each actor in all briefings, on pages of its own where they are many."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from msgspec import Struct

from newsbrief.model.site import Party, Summary
from newsbrief.pages.lists.paging import ListPage, page_by_day

APPEARANCES_OF_AN_ENTRY = 6
APPEARANCES_A_PAGE = 100


class Appearance(Struct, frozen=True):
    """An actor in one briefing, which may be a draft: the actor's id there, and the first claim about it."""

    slug: str
    title: str
    party: str
    claim: str | None
    draft: bool


class ActorAppearances(Struct, frozen=True):
    """The appearances of an actor from the newest, with the `days` of their briefings; `actor` is as the newest has it.

    `anchor` names the actor's own pages; it is "" where the glossary has room for all appearances.
    """

    actor: Party
    appearances: tuple[Appearance, ...]
    days: tuple[date, ...]
    anchor: str = ""

    @property
    def path(self) -> str:
        """The path of the newest of the actor's own pages, "" where it has none."""
        return appearances_path(self.anchor, 0) if self.anchor else ""


class AppearancesPage(Struct, frozen=True):
    """A page of an actor's appearances, each with the day of its briefing.

    Only the newest page has the `total`. It is 0 on the others, which would change with each appearance.
    """

    actor: Party
    total: int
    appearances: ListPage[tuple[date, Appearance], date]


def appearances_path(anchor: str, number: int) -> str:
    """Return the output path of a page of an actor's appearances, counted from the oldest; 0 is the newest."""
    return f"glossary/party/{anchor}/{number}/index.html" if number else f"glossary/party/{anchor}/index.html"


def collect_appearances(summaries: Iterable[Summary]) -> list[ActorAppearances]:
    """Return the appearances of each actor. Actors of one id and one name are the same one."""
    found: dict[tuple[str, str], tuple[Party, list[Appearance], list[date]]] = {}
    for summary in sorted(summaries, key=lambda each: (-each.teaser.as_of.toordinal(), each.teaser.slug)):
        briefing = summary.teaser
        for party in summary.parties:
            key = party.id, party.name
            if key not in found:
                found[key] = Party(party.id, party.name, party.abbr, party.kind, None, party.own_kind), [], []
            _, appearances, days = found[key]
            appearances.append(Appearance(briefing.slug, briefing.title, party.id, party.claim, briefing.draft))
            days.append(briefing.as_of)
    long = sorted(key for key, (_, appearances, _) in found.items() if len(appearances) > APPEARANCES_OF_AN_ENTRY)
    anchors = dict(zip(long, name_anchors(id for id, _ in long), strict=True))
    return [
        ActorAppearances(actor, tuple(appearances), tuple(days), anchors.get(key, ""))
        for key, (actor, appearances, days) in found.items()
    ]


def name_anchors(ids: Iterable[str]) -> Iterator[str]:
    """Yield an anchor for each of the ids, `ID--2` for one that comes a second time; no id has two hyphens in a row."""
    times: Counter[str] = Counter()
    for id in ids:
        times[id] += 1
        yield id if times[id] == 1 else f"{id}--{times[id]}"


def list_appearances(actors: Iterable[ActorAppearances], full: int = APPEARANCES_A_PAGE) -> Iterator[AppearancesPage]:
    """Yield the pages of all actors that have more appearances than the glossary has room for."""
    for each in actors:
        if each.anchor:
            dated = list(zip(each.days, each.appearances, strict=True))
            path_of = partial(appearances_path, each.anchor)
            for page in page_by_day(dated, full, path_of=path_of, day_of=lambda entry: entry[0]):
                yield AppearancesPage(each.actor, 0 if page.number else len(dated), page)
