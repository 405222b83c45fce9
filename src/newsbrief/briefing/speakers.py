"""The quotations by speaker, and by side: what each said, in the article's order.

`group_by_speaker(make_cards(briefing))[0].cards` are the quotations of the one whom the article quotes first.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from newsbrief.briefing.quotations import QuotationCard
from newsbrief.model.briefing import Actor, Briefing


class SpeakerGroup(Struct, frozen=True):
    """The quotations of a speaker, or of several who speak together; nobody's have no `speakers`."""

    speakers: tuple[Actor, ...]
    cards: tuple[QuotationCard, ...]

    @property
    def role(self) -> str | None:
        """What a single person is."""
        is_one_person = len(self.speakers) == 1 and self.speakers[0].kind == "person"
        return self.speakers[0].description if is_one_person else None

    @property
    def first(self) -> QuotationCard:
        return self.cards[0]


def group_by_speaker(cards: Iterable[QuotationCard]) -> tuple[SpeakerGroup, ...]:
    """Return the quotations by speaker, those of each and the speakers themselves in the article's order."""
    groups: dict[tuple[str, ...], list[QuotationCard]] = {}
    for card in cards:
        groups.setdefault(card.quote.speakers, []).append(card)
    return tuple(SpeakerGroup(each[0].speakers, tuple(each)) for each in groups.values())


class SideColumn(Struct, frozen=True):
    """What the speakers of a side said, in the article's order; `number` chooses the side's colour and marker."""

    name: str
    number: int
    cards: tuple[QuotationCard, ...]


class SideComparison(Struct, frozen=True):
    """A column for each side that is quoted, in the order in which the article quotes them, and the silent sides."""

    columns: tuple[SideColumn, ...]
    silent: tuple[str, ...]

    @property
    def number(self) -> int:
        """How many quotations the columns show."""
        return len({card.quote.id for column in self.columns for card in column.cards})


def compare_sides(briefing: Briefing, cards: Iterable[QuotationCard]) -> SideComparison | None:
    """Return what the sides said, side by side; None where no side is quoted, or there is only one.

    Words of speakers of two sides are in the columns of both; words that the article denies are in none.
    """
    columns: dict[tuple[str, int], list[QuotationCard]] = {}
    for card in cards:
        if card.quote.hedge != "denied":
            for side in card.sides:
                columns.setdefault(side, []).append(card)
    silent = tuple(find_silent_sides(briefing))
    if not columns or len(columns) + len(silent) < 2:
        return None
    return SideComparison(tuple(SideColumn(*side, tuple(said)) for side, said in columns.items()), silent)


def find_silent_sides(briefing: Briefing) -> Iterator[str]:
    """Yield the sides of whom nobody is said to speak, where somebody of another side is.

    Parties that the article does not name make no side of its own.
    """
    speaking = {id for quote in briefing.quotes if quote.hedge != "denied" for id in quote.speakers}
    quoted = {briefing.actors[id].side for id in speaking} - {None}
    named = [actor.side for actor in briefing.actors.values() if actor.side and not actor.is_background]
    yield from (side for side in dict.fromkeys(named) if quoted and side not in quoted)
