"""A share card: what it shows of a briefing."""

from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from newsbrief.briefing.sides import group_by_side
from newsbrief.model.briefing import Briefing
from newsbrief.model.languages import locale_of
from newsbrief.model.site import SiteConfig
from newsbrief.pages.diagram.lettering import Lettering
from newsbrief.pages.language.dates import format_date
from newsbrief.pages.language.interface import Interface, read_interface

WIDTH = 1200
HEIGHT = 630
MARGIN = 72
ROW = WIDTH - 2 * MARGIN
LABEL = 30
"""Lengths in px: the card, what stays free at its left and right, the row of parties, and the size of their labels."""

WIDEST_LABEL = 400
BESIDE_LABEL = 64
"""The widest that a label is taken to be, in px, and the most that its mark and the gap behind it take."""

_PARTIES = 8
_LETTERING = Lettering(LABEL * 0.92)
"""Newsreader is that much narrower than the sans serif whose widths `Lettering` knows, and more."""


class Card(Struct, frozen=True):
    """Everything a card shows: two equal cards are the same picture.

    `as_of` is a date in words, `site` the site's title. `parties` has the label of each party and its side's number,
    from 1 to 6, or None; `more` tells of those for which there is no room. `draft` is the word for a draft. What there
    is nothing to say of is "".
    """

    title: str
    as_of: str
    site: str
    parties: tuple[tuple[str, int | None], ...]
    more: str
    direction: Literal["ltr", "rtl"]
    language: str
    draft: str


def plan_card(briefing: Briefing, config: SiteConfig) -> Card:
    """Return the card of a briefing; it names no persons, and the parties of one side together."""
    front = briefing.front
    say = read_interface(front.language)
    parties, more = _choose_parties(briefing, say)
    return Card(
        title=front.title,
        as_of=_say_plainly(say, "as-of", date=format_date(front.as_of, say.language)),
        site=config.title,
        parties=parties,
        more=more,
        direction="rtl" if locale_of(front.language).text_direction == "rtl" else "ltr",
        language=front.language,
        draft=_say_plainly(say, "draft") if front.draft else "",
    )


def _choose_parties(briefing: Briefing, say: Interface) -> tuple[tuple[tuple[str, int | None], ...], str]:
    """Return the first parties, as many as a row has room for, side by side, and the words for the others."""
    parties = [actor for actor in briefing.actors.values() if actor.kind != "person"]
    for number in range(min(len(parties), _PARTIES), -1, -1):
        others = len(parties) - number
        more = _say_plainly(say, "and-more", number=others) if others else ""
        if number <= 1 or _measure_row([actor.label for actor in parties[:number]], more) <= ROW:
            break
    shown = {actor.id for actor in parties[:number]}
    sides = group_by_side(briefing.actors.values())
    labels = [(actor.label, side) for side in sides for actor in side.actors if actor.id in shown]
    return tuple((label, side.number if side.name else None) for label, side in labels), more


def _measure_row(labels: list[str], more: str) -> float:
    return sum(min(_LETTERING.width(label), WIDEST_LABEL) + BESIDE_LABEL for label in labels) + _LETTERING.width(more)


def _say_plainly(say: Interface, key: str, **values: object) -> str:
    """Return a text of the interface without markup."""
    return Markup.unescape(say(key, **values))
