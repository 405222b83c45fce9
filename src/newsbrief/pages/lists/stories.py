"""The pages of a story, which join the timelines, parties and quotations of its briefings, each with its briefing.

    plan_story_page(StoryPages("strike", pages, titles)[0], parts, config).path

A long story is cut into pages as the archive is: a page that is full stays as it is when a new briefing comes.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from msgspec import Struct

from newsbrief.model.dates import DateRange, Interval, measure_interval
from newsbrief.model.paths import story_path
from newsbrief.model.site import Party, SiteConfig, Summary, Teaser
from newsbrief.model.story import StoryEvent, StoryPart, StoryQuotation
from newsbrief.pages.lists.paging import ListPage, page_by_day
from newsbrief.pages.page import Page

BRIEFINGS_A_STORY_PAGE = 24

StoryBriefings = ListPage[Summary, date]


class StoryPlace(Struct, frozen=True):
    """A place in a briefing of the story; `words` is the anchor of the article's words, "" where they are none."""

    slug: str
    title: str
    as_of: date
    draft: bool
    anchor: str
    words: str = ""
    paragraph: int = 0


class JoinedEvent(Struct, frozen=True):
    """An event, and every briefing that tells it in these words."""

    event: StoryEvent
    places: tuple[StoryPlace, ...]


class StoryDay(Struct, frozen=True):
    """The events of one date, and the time since the one before."""

    date: DateRange
    events: tuple[JoinedEvent, ...]
    interval: Interval | None


class JoinedQuotation(Struct, frozen=True):
    """A quotation, and every briefing whose article has it in these words."""

    quotation: StoryQuotation
    places: tuple[StoryPlace, ...]


class StorySpeaker(Struct, frozen=True):
    """The quotations of a speaker, or of several who speak together; of nobody named, where there are no `names`."""

    names: tuple[str, ...]
    quotations: tuple[JoinedQuotation, ...]


class StoryParty(Struct, frozen=True):
    """A party of the story, and what its briefings say of it first; those that say the same stand together."""

    label: str
    name: str
    kind: str
    claims: tuple[tuple[str, tuple[StoryPlace, ...]], ...]

    @property
    def number(self) -> int:
        """How many briefings name the party."""
        return sum(len(places) for _, places in self.claims)


def page_stories(
    summaries: Iterable[Summary], full: int = BRIEFINGS_A_STORY_PAGE
) -> Mapping[str, tuple[StoryBriefings, ...]]:
    """Return the pages of each story from the newest; `summaries` have one for each briefing and its translations."""
    stories: dict[str, list[Summary]] = {}
    for each in summaries:
        if each.connections.story:
            stories.setdefault(each.connections.story, []).append(each)
    paged = {}
    for story, members in sorted(stories.items()):
        members.sort(key=lambda each: (-each.teaser.as_of.toordinal(), each.slug))
        paged[story] = page_by_day(
            members, full, path_of=partial(story_path, story), day_of=lambda each: each.teaser.as_of
        )
    return paged


def plan_story_page(story: str, page: StoryBriefings, parts: Mapping[str, StoryPart], config: SiteConfig) -> Page:
    """Return a page of a story, given the parts of its briefings by address."""
    earliest_first = tuple(reversed(page.entries))
    teasers = tuple(each.teaser for each in page.entries)
    context = {
        "title": config.name_story(story),
        "briefings": ListPage(page.number, teasers, page.here, page.before, page.after),
        "days": join_events(earliest_first, parts),
        "parties": join_parties(earliest_first),
        "speakers": join_quotations(earliest_first, parts),
    }
    return Page(page.path, "story.html", config.language, context)


def join_events(summaries: Sequence[Summary], parts: Mapping[str, StoryPart]) -> tuple[StoryDay, ...]:
    """Return the events of briefings by date, from the earliest; those told in the same words are one."""
    found: dict[tuple[str, str], tuple[StoryEvent, list[StoryPlace]]] = {}
    for summary in summaries:
        for event in parts[summary.slug].events:
            place = _place(summary.teaser, event.id, event.words, event.paragraph)
            found.setdefault((event.date, event.text), (event, []))[1].append(place)
    days: dict[DateRange, list[JoinedEvent]] = {}
    for event, places in found.values():
        days.setdefault(event.range, []).append(JoinedEvent(event, tuple(places)))
    joined: list[StoryDay] = []
    for day in sorted(days, key=lambda each: each.bounds):
        interval = measure_interval(joined[-1].date, day) if joined else None
        joined.append(StoryDay(day, tuple(days[day]), interval))
    return tuple(joined)


def join_quotations(summaries: Sequence[Summary], parts: Mapping[str, StoryPart]) -> tuple[StorySpeaker, ...]:
    """Return the quotations of briefings by speaker, in their order, and last those of nobody named.

    A quotation that several articles have of one speaker in the same words is one.
    """
    speakers: dict[tuple[str, ...], dict[tuple[object, ...], tuple[StoryQuotation, list[StoryPlace]]]] = {}
    for summary in summaries:
        for each in parts[summary.slug].quotations:
            place = _place(summary.teaser, each.id, f"{each.id}-words", each.paragraph)
            said = speakers.setdefault(each.speakers, {})
            said.setdefault((each.pieces, each.hedge, each.reading), (each, []))[1].append(place)
    return tuple(
        StorySpeaker(names, tuple(JoinedQuotation(each, tuple(places)) for each, places in said.values()))
        for names, said in sorted(speakers.items(), key=lambda speaker: not speaker[0])
    )


def join_parties(summaries: Sequence[Summary]) -> tuple[StoryParty, ...]:
    """Return the parties of briefings, those of most briefings first; actors of one id and one name are the same."""
    found: dict[tuple[str, str], tuple[Party, dict[str, list[StoryPlace]]]] = {}
    for summary in summaries:
        for party in summary.parties:
            _, claims = found.setdefault((party.id, party.name), (party, {}))
            claims.setdefault(party.claim or "", []).append(_place(summary.teaser, f"party-{party.id}"))
    parties = (
        StoryParty(party.label, party.name, party.kind, tuple((claim, tuple(each)) for claim, each in claims.items()))
        for party, claims in found.values()
    )
    return tuple(sorted(parties, key=lambda each: -each.number))


def _place(teaser: Teaser, anchor: str, words: str = "", paragraph: int = 0) -> StoryPlace:
    return StoryPlace(teaser.slug, teaser.title, teaser.as_of, teaser.draft, anchor, words, paragraph)
