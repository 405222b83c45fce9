"""The page of a briefing."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from newsbrief.briefing.gaps import find_gaps
from newsbrief.briefing.party_cards import lay_out_parties, make_profiles
from newsbrief.briefing.quotations import make_cards, offer_choices
from newsbrief.briefing.reading_time import measure_reading
from newsbrief.briefing.sides import Side
from newsbrief.briefing.sources import list_sources
from newsbrief.briefing.speakers import compare_sides, group_by_speaker
from newsbrief.briefing.timeline import lay_out_time
from newsbrief.model.briefing import Briefing
from newsbrief.model.cldr import read_cldr
from newsbrief.model.paths import briefing_path
from newsbrief.pages.annotated_article import annotate_article
from newsbrief.pages.diagram.drawing import draw_parties
from newsbrief.pages.diagram.elements import Diagram
from newsbrief.pages.editor_notes import list_doubts, list_readings
from newsbrief.pages.language.interface import read_interface
from newsbrief.pages.language.relations import say_relation
from newsbrief.pages.page import Page
from newsbrief.pages.ties import find_annotations

_NOTHING = Markup()


def plan_briefing_page(briefing: Briefing, card: str = "", structured: Markup = _NOTHING) -> Page:
    """Return the page of a briefing, with the `structured` data for machines.

    `card` is the path of its picture for those who share it, "" where it has none.
    """
    shown = show_briefing(briefing)
    sources = list_sources(briefing)
    annotations = find_annotations(briefing)
    context = {
        **shown,
        "card": card,
        "structured": structured,
        "minutes": measure_reading(briefing.document.text),
        "doubts": list_doubts(briefing),
        "sources": sources,
        "source_numbers": {source.url: number for number, source in enumerate(sources, 1)},
        "diagram": _draw(briefing, [each.side for each in shown["sides"]]),
        "timeline": lay_out_time(briefing.events),
        "choices": offer_choices(briefing),
        "blocks": annotate_article(briefing.document, annotations),
        "annotations": annotations,
    }
    return Page(briefing_path(briefing.slug), "briefing.html", briefing.front.language, context)


def show_briefing(briefing: Briefing) -> Mapping[str, Any]:
    """Return what the page of a briefing and its entry in a feed are both given."""
    cards = make_cards(briefing)
    return {
        "briefing": briefing,
        "readings": list_readings(briefing),
        "gaps": find_gaps(briefing),
        "sides": lay_out_parties(briefing),
        "profiles": make_profiles(briefing),
        "speakers": [group for group in group_by_speaker(cards) if group.speakers],
        "unattributed": [card for card in cards if not card.quote.speakers],
        "side_by_side": compare_sides(briefing, cards),
    }


def _draw(briefing: Briefing, sides: Sequence[Side]) -> Diagram | None:
    say = read_interface(briefing.front.language)
    words = {relation.stance: str(say_relation(relation, say)) for relation in briefing.relations}
    is_mirrored = read_cldr(briefing.front.language).direction == "rtl"
    return draw_parties(sides, briefing.relations, words, is_mirrored, no_side=str(say("no-side")))
