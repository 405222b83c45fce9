"""Every page of the site: its path, its template, and what the template is given.

index.html                          home.html              the newest briefings
archive/NUMBER/index.html           archive.html           older briefings
archive/index.html                  archive-months.html    all briefings by month
stories/STORY/NUMBER/index.html     story.html             the briefings of a story, joined (see `lists.stories`)
stories/index.html                  stories.html           all stories
topics/TOPIC/NUMBER/index.html      topic.html             the briefings of a topic
topics/index.html                   topics.html            all topics
glossary/index.html                 glossary.html          the actors of all briefings
                                    glossary-letters.html  … or their letters, where they are too many for a page
glossary/LETTER/index.html          glossary-letter.html   the actors under a letter
glossary/party/ACTOR/index.html     appearances.html       the briefings in which an actor appears
BRIEFING/index.html                 briefing.html          a briefing
BRIEFING/embed/index.html           embed.html             its parts, to cite and to embed
BRIEFING/index.html                 gone.html              … or why it is no longer published
FORMER/index.html                   moved.html             the way on from a former name of a briefing
PAGE/index.html                     page.html              a plain page of the editor's
search/index.html                   search.html            the words of all briefings, searched
404.html                            404.html               the page for addresses that do not exist
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import asdict

from newsbrief.model.paths import NOT_FOUND, briefing_path
from newsbrief.model.shared_actor import SharedActor
from newsbrief.model.site import Lead, PlainPage, Site, SiteConfig, Summary
from newsbrief.pages.annotated_article import render_document
from newsbrief.pages.briefing_page import plan_briefing_page
from newsbrief.pages.lists.appearances import APPEARANCES_A_PAGE, NO_ACTORS, collect_appearances, list_appearances
from newsbrief.pages.lists.archive import ALL_MONTHS, BRIEFINGS_A_PAGE, BriefingsPage, list_briefings, make_calendar
from newsbrief.pages.lists.glossary import (
    ENTRIES_A_PAGE,
    GLOSSARY,
    GlossaryEntry,
    collect_entries,
    index_letters,
    list_letter_pages,
    list_letters,
)
from newsbrief.pages.lists.topics import plan_topic_pages
from newsbrief.pages.lists.versions import group_versions, join_versions, list_actors_once
from newsbrief.pages.page import Page

_LONGEST_HEADING, _DESCRIPTION = 60, 200
"""The most characters of what may be a heading of a plain page, and of the description of such a page."""


def plan_pages(site: Site) -> tuple[Page, ...]:
    """Return every page of the site, each path once."""
    return (
        *plan_list_pages(site.config, site.summaries),
        *map(plan_briefing_page, site.briefings),
        *map(plan_plain_page, site.pages),
        plan_not_found(site.config),
    )


def plan_list_pages(
    config: SiteConfig,
    summaries: Iterable[Summary],
    shared: Mapping[str, SharedActor] = NO_ACTORS,
    *,
    briefings_a_page: int = BRIEFINGS_A_PAGE,
    entries_a_page: int = ENTRIES_A_PAGE,
    appearances_a_page: int = APPEARANCES_A_PAGE,
) -> tuple[Page, ...]:
    """Return the pages that list many briefings: home and the archive, the glossary and the pages of its actors.

    The contexts hold frozen values, and of the summaries only what the page shows: a page whose context is the same as
    before is the same page. `shared` are the actors that several briefings share, by id.
    """
    summaries = tuple(summaries)
    groups = group_versions(summaries)
    joined = join_versions(groups, config.language)
    briefings = list_briefings((summary.teaser for summary in joined), briefings_a_page)
    actors = collect_appearances(list_actors_once(groups, config.language), shared, config.language)
    headings = tuple(plan_topic_pages(config, joined, briefings_a_page))
    return (
        *_plan_archive(config.language, briefings, {summary.slug: summary.lead for summary in joined}, headings),
        *_plan_glossary(config.language, collect_entries(actors, config.language), entries_a_page),
        *(
            Page(each.appearances.path, "appearances.html", config.language, asdict(each))
            for each in list_appearances(actors, appearances_a_page)
        ),
        *headings,
    )


def _plan_archive(
    language: str, pages: Sequence[BriefingsPage], leads: Mapping[str, Lead | None], headings: Iterable[Page]
) -> Iterator[Page]:
    home, *archive = pages
    lead = leads[home.entries[0].slug] if home.entries else None
    calendar = make_calendar(pages) if archive else None
    years = tuple((year.day, year.newest.path, year.newest.anchor) for year in calendar.years) if calendar else ()
    lists = tuple((page.path, page.template.removesuffix(".html")) for page in headings if "headings" in page.context)
    yield Page(home.path, "home.html", language, {"briefings": home, "years": years, "lead": lead, "lists": lists})
    for each in archive:
        yield Page(each.path, "archive.html", language, {"briefings": each})
    if calendar:
        yield Page(ALL_MONTHS, "archive-months.html", language, {"calendar": calendar})


def _plan_glossary(language: str, entries: Sequence[GlossaryEntry], full: int) -> Iterator[Page]:
    if len(entries) <= full:
        yield Page(GLOSSARY, "glossary.html", language, {"letters": list_letters(entries)})
        return
    letters = list_letters(entries)
    context = {"index": index_letters(letters, full), "total": len(entries)}
    yield Page(GLOSSARY, "glossary-letters.html", language, context)
    for each in list_letter_pages(letters, full):
        yield Page(each.glossary.path, "glossary-letter.html", language, asdict(each))


def plan_plain_page(page: PlainPage) -> Page:
    """Return the page of a plain page."""
    context = {"title": page.title, "description": _describe(page), "html": render_document(page.document)}
    return Page(briefing_path(page.slug), "page.html", page.language, context)


def _describe(page: PlainPage) -> str:
    """Return the beginning of the first paragraph that is longer than a heading, or the title of a page without one."""
    long = (line for line in page.document.text.split("\n") if len(line) > _LONGEST_HEADING)
    begins = next(long, page.title)
    return begins if len(begins) <= _DESCRIPTION else f"{begins[:_DESCRIPTION].rpartition(' ')[0]} …"


def plan_not_found(config: SiteConfig) -> Page:
    """Return the page for addresses that do not exist."""
    return Page(NOT_FOUND, "404.html", config.language, {})
