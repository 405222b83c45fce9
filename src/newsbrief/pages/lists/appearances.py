"""What all briefings say of each actor: a dossier, with pages of its own where it is long.

There are as many appearances as all briefings have parties. Values of which there are so many are kept from the
collector of cyclic garbage (`gc=False`), which would take longer to look through them than it takes to make them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from newsbrief.model.site import Party, Summary
from newsbrief.pages.language.dates import format_days
from newsbrief.pages.lists.archive import Turn, cut_pages, list_turns

APPEARANCES_OF_AN_ENTRY = 6
APPEARANCES_A_PAGE = 100


class Appearance(Struct, frozen=True, gc=False):
    """What one briefing, perhaps a draft, says of an actor; `party` is the actor's id there."""

    slug: str
    title: str
    party: str
    claim: str | None
    draft: bool


class Dossier(Struct, frozen=True, gc=False):
    """The appearances of one actor, from the newest, which gives the actor's name, and the `days` of their briefings.

    `anchor` is "" where the glossary has room for all of them.
    """

    actor: Party
    appearances: tuple[Appearance, ...]
    days: tuple[date, ...]
    anchor: str = ""

    @property
    def path(self) -> str:
        return dossier_path(self.anchor, 0) if self.anchor else ""


class DossierPage(Struct, frozen=True):
    """A page of appearances; `number` counts from the oldest page, and is 0 for the newest, which tells the `total`.

    The others do not: they would change with each appearance.
    """

    path: str
    number: int
    actor: Party
    total: int
    appearances: tuple[tuple[date, Appearance], ...]
    newer: Turn | None
    older: Turn | None

    @property
    def first(self) -> date:
        return self.appearances[-1][0]

    @property
    def last(self) -> date:
        return self.appearances[0][0]

    def days(self, language: str) -> str:
        """Return the days it reaches over as the language writes them."""
        return format_days(self.first, self.last, language)


def dossier_path(anchor: str, number: int) -> str:
    """Return the output path of a page of an actor's appearances, counted from the oldest; 0 is the newest."""
    return f"glossary/party/{anchor}/{number}/index.html" if number else f"glossary/party/{anchor}/index.html"


def collect_dossiers(summaries: Iterable[Summary]) -> list[Dossier]:
    """Return the dossier of each actor. Actors of one id and one name are the same one."""
    found: dict[tuple[str, str], tuple[Party, list[Appearance], list[date]]] = {}
    for summary in sorted(summaries, key=lambda each: (-each.as_of.toordinal(), each.slug)):
        for party in summary.parties:
            key = party.id, party.name
            if key not in found:
                found[key] = Party(party.id, party.name, party.abbr, party.kind, None), [], []
            _, appearances, days = found[key]
            appearances.append(Appearance(summary.slug, summary.title, party.id, party.claim, summary.draft))
            days.append(summary.as_of)
    long = sorted(key for key, (_, appearances, _) in found.items() if len(appearances) > APPEARANCES_OF_AN_ENTRY)
    anchors = dict(zip(long, name_anchors(id for id, _ in long), strict=True))
    return [
        Dossier(actor, tuple(appearances), tuple(days), anchors.get(key, ""))
        for key, (actor, appearances, days) in found.items()
    ]


def name_anchors(ids: Iterable[str]) -> Iterator[str]:
    """Yield an anchor for each of the ids, `ID--2` for one that comes a second time; no id has two hyphens in a row."""
    times: Counter[str] = Counter()
    for id in ids:
        times[id] += 1
        yield id if times[id] == 1 else f"{id}--{times[id]}"


def list_dossier_pages(dossiers: Iterable[Dossier], full: int = APPEARANCES_A_PAGE) -> Iterator[DossierPage]:
    """Yield the pages of all dossiers that are too long for the glossary."""
    for dossier in dossiers:
        if not dossier.anchor:
            continue
        pages = cut_pages(tuple(zip(dossier.days, dossier.appearances, strict=True)), full)
        numbers = [0, *range(len(pages) - 1, 0, -1)]
        paths = [dossier_path(dossier.anchor, number) for number in numbers]
        turns = list_turns(paths, [(page[-1][0], page[0][0]) for page in pages])
        total = len(dossier.appearances)
        for path, number, page, (newer, older) in zip(paths, numbers, pages, turns, strict=True):
            yield DossierPage(path, number, dossier.actor, 0 if number else total, tuple(page), newer, older)
