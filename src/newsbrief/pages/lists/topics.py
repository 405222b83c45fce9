"""The pages of topics, and the lists of all topics and stories.

plan_topic_pages(config, summaries)[0].path
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial

from msgspec import Struct

from newsbrief.model.paths import STORIES, TOPICS, story_path, topic_feed, topic_path
from newsbrief.model.site import SiteConfig, Summary, Teaser
from newsbrief.pages.language.dates import format_days
from newsbrief.pages.lists.archive import BRIEFINGS_A_PAGE, sort_by_update
from newsbrief.pages.lists.paging import page_by_day
from newsbrief.pages.page import Page


class Heading(Struct, frozen=True):
    """A story or topic in the list of all: its title, its page, its briefings' number, and the days of those."""

    title: str
    path: str
    number: int
    first: date
    last: date

    def days(self, language: str) -> str:
        """Return the days from the first to the last as the language writes them."""
        return format_days(self.first, self.last, language)


def gather_topics(summaries: Iterable[Summary]) -> Mapping[str, tuple[Summary, ...]]:
    """Return the briefings of each topic from the one updated last."""
    topics: dict[str, list[Summary]] = {}
    for each in summaries:
        for topic in each.connections.topics:
            topics.setdefault(topic, []).append(each)
    return {topic: _sort(members) for topic, members in sorted(topics.items())}


def _sort(members: Iterable[Summary]) -> tuple[Summary, ...]:
    by_slug = {each.slug: each for each in members}
    return tuple(by_slug[teaser.slug] for teaser in sort_by_update(each.teaser for each in by_slug.values()))


def plan_topic_pages(config: SiteConfig, summaries: Iterable[Summary], full: int = BRIEFINGS_A_PAGE) -> Iterator[Page]:
    """Yield the pages of each topic, and the lists of all topics and of all stories, where there are any."""
    summaries = tuple(summaries)
    topics = {topic: tuple(each.teaser for each in members) for topic, members in gather_topics(summaries).items()}
    for topic, teasers in topics.items():
        pages = page_by_day(teasers, full, path_of=partial(topic_path, topic), day_of=lambda each: each.updated)
        for page in pages:
            context = {"title": config.name_topic(topic), "briefings": page, "feed": topic_feed(topic)}
            yield Page(page.path, "topic.html", config.language, context)
    if topics:
        headings = (_head(config.name_topic(topic), topic_path(topic), teasers) for topic, teasers in topics.items())
        yield _plan_headings(TOPICS, config, headings)
    stories: dict[str, list[Teaser]] = {}
    for each in summaries:
        if each.connections.story:
            stories.setdefault(each.connections.story, []).append(each.teaser)
    if stories:
        headings = (_head(config.name_story(story), story_path(story), each) for story, each in stories.items())
        yield _plan_headings(STORIES, config, headings)


def _plan_headings(address: str, config: SiteConfig, headings: Iterable[Heading]) -> Page:
    ordered = tuple(sorted(headings, key=lambda each: (each.title.casefold(), each.path)))
    return Page(f"{address}/index.html", f"{address}.html", config.language, {"headings": ordered})


def _head(title: str, path: str, teasers: Iterable[Teaser]) -> Heading:
    days = [teaser.as_of for teaser in teasers]
    return Heading(title, path, len(days), min(days), max(days))
