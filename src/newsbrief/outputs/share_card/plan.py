"""Choose what the share card of a briefing shows."""

from markupsafe import Markup

from newsbrief.briefing.sides import group_by_side
from newsbrief.model.briefing import Briefing
from newsbrief.model.cldr import read_cldr
from newsbrief.model.site import SiteConfig
from newsbrief.outputs.share_card.card import LABEL, ROW, WIDEST_LABEL, ShareCard
from newsbrief.pages.language.dates import format_date
from newsbrief.pages.language.interface import Interface, read_interface
from newsbrief.pages.typesetting.reader_font import ReaderFont

_MOST_PARTIES = 8
_BESIDE_LABEL = 64
"""About what the marker of a party and the gap after its label need, in px."""

_LABEL_FONT = ReaderFont(LABEL * 0.92)
"""A font as wide as the card's own, Newsreader, and a little wider, so that the row surely has room."""


def plan_card(briefing: Briefing, config: SiteConfig) -> ShareCard:
    """Return the card of a briefing; it names no persons, and the parties of one side stand together."""
    front = briefing.front
    say = read_interface(front.language)
    parties, more = _choose_parties(briefing, say)
    return ShareCard(
        title=front.title,
        as_of=_say_plainly(say, "as-of", date=format_date(front.as_of, say.language)),
        site=config.title,
        parties=parties,
        more=more,
        direction=read_cldr(front.language).direction,
        language=front.language,
        draft=_say_plainly(say, "draft") if front.draft else "",
        accent=config.accent.light if config.accent else "",
    )


def plan_site_card(config: SiteConfig) -> ShareCard:
    """Return the card of all pages that are no briefing's: what the site is, under its name."""
    return ShareCard(
        title=config.tagline or config.title,
        as_of="",
        site=config.title if config.tagline else "",
        parties=(),
        more="",
        direction=read_cldr(config.language).direction,
        language=config.language,
        draft="",
        accent=config.accent.light if config.accent else "",
    )


def _choose_parties(briefing: Briefing, say: Interface) -> tuple[tuple[tuple[str, int | None], ...], str]:
    """Return the first parties, as many as a row has room for, side by side, and the words for the others."""
    parties = [actor for actor in briefing.actors.values() if actor.kind != "person"]
    for number in range(min(len(parties), _MOST_PARTIES), -1, -1):
        others = len(parties) - number
        more = _say_plainly(say, "and-more", number=others) if others else ""
        if number <= 1 or _measure_row([actor.label for actor in parties[:number]], more) <= ROW:
            break
    shown = {actor.id for actor in parties[:number]}
    sides = group_by_side(briefing.actors.values())
    labels = [(actor.label, side) for side in sides for actor in side.actors if actor.id in shown]
    return tuple((label, side.number if side.name else None) for label, side in labels), more


def _measure_row(labels: list[str], more: str) -> float:
    """Return the estimated width of a row of labels, in px."""
    width = _LABEL_FONT.width
    return sum(min(width(label), WIDEST_LABEL) + _BESIDE_LABEL for label in labels) + width(more)


def _say_plainly(say: Interface, key: str, **values: object) -> str:
    """Return a text of the interface without markup."""
    return Markup.unescape(say(key, **values))
