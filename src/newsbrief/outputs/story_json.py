"""A story for machines: its briefings, each with its events and quotations.

read_parts(story_json("strike", summaries, parts, config))["first-day"].events
"""

from collections.abc import Iterable, Mapping

import msgspec
from msgspec import Struct

from newsbrief.model.paths import absolute_url, briefing_path, story_path
from newsbrief.model.site import SiteConfig, Summary
from newsbrief.model.story import StoryEvent, StoryPart, StoryQuotation


class _BriefingRecord(Struct, frozen=True):
    slug: str
    url: str
    title: str
    as_of: str
    language: str
    events: tuple[StoryEvent, ...]
    quotations: tuple[StoryQuotation, ...]


class _StoryRecord(Struct, frozen=True):
    story: str
    title: str
    url: str
    briefings: tuple[_BriefingRecord, ...]


def story_json_path(page: str) -> str:
    """Return the output path of the file for machines beside a page of a story."""
    return f"{page.removesuffix('index.html')}story.json"


def story_json(story: str, summaries: Iterable[Summary], parts: Mapping[str, StoryPart], config: SiteConfig) -> bytes:
    """Return briefings of a story as UTF-8 JSON, in their order; `parts` are by their addresses."""
    briefings = tuple(_describe(each, parts[each.slug], config) for each in summaries)
    address = absolute_url(config, story_path(story))
    return msgspec.json.encode(_StoryRecord(story, config.name_story(story), address, briefings)) + b"\n"


def _describe(summary: Summary, part: StoryPart, config: SiteConfig) -> _BriefingRecord:
    teaser = summary.teaser
    return _BriefingRecord(
        teaser.slug,
        absolute_url(config, briefing_path(teaser.slug)),
        teaser.title,
        teaser.as_of.isoformat(),
        summary.language,
        part.events,
        part.quotations,
    )


def read_parts(raw: bytes) -> Mapping[str, StoryPart]:
    """Return the part of each briefing by its address, from a file that `story_json` returned; none of another."""
    try:
        story = msgspec.json.decode(raw, type=_StoryRecord)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}
    return {each.slug: StoryPart(each.events, each.quotations) for each in story.briefings}
