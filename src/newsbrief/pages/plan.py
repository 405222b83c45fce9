"""Plans every page of the site: its path, its template, and what the template is given."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlsplit

from markupsafe import Markup
from msgspec import Struct

from newsbrief.briefing.gaps import find_gaps
from newsbrief.briefing.length import measure_reading
from newsbrief.briefing.quotations import make_cards, offer_choices
from newsbrief.briefing.sides import group_by_side, make_profiles, number_sides
from newsbrief.briefing.sources import list_sources
from newsbrief.briefing.timeline import lay_out_time
from newsbrief.model.briefing import Briefing
from newsbrief.model.languages import locale_of
from newsbrief.model.paths import NOT_FOUND, briefing_path, publish_path
from newsbrief.model.site import PlainPage, Site, SiteConfig, Summary
from newsbrief.pages.annotated_article import annotate_article, render_document
from newsbrief.pages.diagram.drawing import draw_parties
from newsbrief.pages.language.interface import read_interface
from newsbrief.pages.lists.appearances import APPEARANCES_A_PAGE, collect_dossiers, list_dossier_pages
from newsbrief.pages.lists.archive import ALL_MONTHS, BRIEFINGS_A_PAGE, ArchivePage, list_briefings, make_calendar
from newsbrief.pages.lists.glossary import (
    ENTRIES_A_PAGE,
    GLOSSARY,
    GlossaryEntry,
    collect_entries,
    give_anchors,
    list_drawers,
    list_letter_pages,
    list_letters,
)
from newsbrief.pages.ties import find_annotations

_NOTHING = Markup()


class Page(Struct, frozen=True):
    """One HTML page: `path` is relative to the output folder, `context` is what its template is given.

    `is_apart` says that it is read elsewhere than at its address, as a feed's entry is, so that its links are whole.
    """

    path: str
    template: str
    language: str
    context: Mapping[str, Any]
    is_apart: bool = False

    @property
    def direction(self) -> str:
        return locale_of(self.language).text_direction

    @property
    def locale(self) -> str:
        """The language as Open Graph names it, such as en_GB; "" where its tag tells no region."""
        locale = locale_of(self.language)
        return f"{locale.language}_{locale.territory}" if locale.territory else ""

    def href(self, target: str, fragment: str = "", base_url: str = "") -> str:
        """Return the address of another output file, relative to this page.

        The page for addresses that do not exist is shown at any depth, so its links begin at the host; those of a page
        that is read elsewhere begin with `base_url`.
        """
        anchor = f"#{fragment}" if fragment else ""
        if self.is_apart:
            return publish_path(base_url, target) + anchor
        if self.path == NOT_FOUND:
            return f"{urlsplit(base_url).path}/{quote(target)}{anchor}"
        if target == self.path and fragment:
            return anchor
        return quote(_relative_path(self.path.split("/")[:-1], target.split("/"))) + anchor


def _relative_path(folder: Sequence[str], target: Sequence[str]) -> str:
    """Return the way from a folder to a file, both given part by part from the same place."""
    shared = 0
    while shared < min(len(folder), len(target) - 1) and folder[shared] == target[shared]:
        shared += 1
    return "/".join([*[".."] * (len(folder) - shared), *target[shared:]])


def plan_pages(site: Site) -> tuple[Page, ...]:
    """Return every page of the site, each path once."""
    return (
        *plan_gathering_pages(site.config, site.summaries),
        *map(plan_briefing_page, site.briefings),
        *map(plan_plain_page, site.pages),
        plan_not_found(site.config),
    )


def plan_gathering_pages(
    config: SiteConfig,
    summaries: Iterable[Summary],
    *,
    briefings_a_page: int = BRIEFINGS_A_PAGE,
    entries_a_page: int = ENTRIES_A_PAGE,
    appearances_a_page: int = APPEARANCES_A_PAGE,
) -> tuple[Page, ...]:
    """Return the pages that gather briefings: home and its archive, the glossary and the pages that belong to it.

    The contexts hold frozen values, and of the summaries only what the page shows: a page whose context is the same as
    before is the same page.
    """
    summaries = tuple(summaries)
    dossiers = collect_dossiers(summaries)
    return (
        *_plan_archive(config.language, list_briefings(summaries, briefings_a_page)),
        *_plan_glossary(config.language, collect_entries(dossiers), entries_a_page),
        *(
            Page(each.path, "dossier.html", config.language, {"dossier": each})
            for each in list_dossier_pages(dossiers, appearances_a_page)
        ),
    )


def _plan_archive(language: str, pages: Sequence[ArchivePage]) -> Iterator[Page]:
    home, *archive = pages
    calendar = make_calendar(pages) if archive else None
    years = tuple((year.day, year.newest.path, year.newest.anchor) for year in calendar.years) if calendar else ()
    yield Page(home.path, "home.html", language, {"briefings": home, "years": years})
    for each in archive:
        yield Page(each.path, "archive.html", language, {"briefings": each})
    if calendar:
        yield Page(ALL_MONTHS, "months.html", language, {"calendar": calendar})


def _plan_glossary(language: str, entries: Sequence[GlossaryEntry], full: int) -> Iterator[Page]:
    if len(entries) <= full:
        yield Page(GLOSSARY, "glossary.html", language, {"letters": list_letters(give_anchors(entries))})
    else:
        letters = list_letters(entries)
        context = {"drawers": list_drawers(letters, full), "total": len(entries)}
        yield Page(GLOSSARY, "letters.html", language, context)
        for each in list_letter_pages(letters, full):
            yield Page(each.reach.path, "letter.html", language, {"part": each})


def plan_not_found(config: SiteConfig) -> Page:
    """Return the page for addresses that do not exist."""
    return Page(NOT_FOUND, "404.html", config.language, {})


def plan_briefing_page(briefing: Briefing, card: str = "", structured: Markup = _NOTHING) -> Page:
    """Return the page of a briefing, with the `structured` data that it tells machines.

    `card` is the path of its picture for those who share it, "" where it has none.
    """
    sides = group_by_side(briefing.actors.values())
    sources = list_sources(briefing)
    cards = make_cards(briefing)
    annotations = find_annotations(briefing)
    say = read_interface(briefing.front.language)
    words = {relation.kind: str(say(f"relation-{relation.kind}")) for relation in briefing.relations}
    is_mirrored = locale_of(briefing.front.language).text_direction == "rtl"
    context = {
        "briefing": briefing,
        "card": card,
        "structured": structured,
        "minutes": measure_reading(briefing.document.text),
        "gaps": find_gaps(briefing),
        "sources": sources,
        "source_numbers": {source.url: number for number, source in enumerate(sources, 1)},
        "sides": sides,
        "profiles": make_profiles(briefing),
        "side_numbers": number_sides(briefing.actors.values()),
        "diagram": draw_parties(sides, briefing.relations, words, is_mirrored, no_side=str(say("no-side"))),
        "timeline": lay_out_time(briefing.events),
        "attributed": [card for card in cards if card.quote.speaker],
        "unattributed": [card for card in cards if not card.quote.speaker],
        "choices": offer_choices(briefing),
        "blocks": annotate_article(briefing.document, annotations),
        "annotations": annotations,
    }
    return Page(briefing_path(briefing.slug), "briefing.html", briefing.front.language, context)


def plan_plain_page(page: PlainPage) -> Page:
    """Return the page of a plain page."""
    context = {"title": page.title, "html": render_document(page.document)}
    return Page(briefing_path(page.slug), "page.html", page.language, context)
