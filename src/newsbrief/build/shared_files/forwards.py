"""Make the pages at the former names of briefings, which lead on to where these are now."""

from collections.abc import Iterable, Iterator

from newsbrief.build.shared_files.inputs import FileGroup, SharedSources
from newsbrief.build.shared_files.lists import make_pages
from newsbrief.model.paths import briefing_path, embed_path
from newsbrief.model.site import Summary
from newsbrief.pages.page import Page

FORWARDS = "forwards"


def make_forwards(sources: SharedSources) -> FileGroup:
    """Make the pages at former names that are not as they were."""
    before = sources.shown_before(FORWARDS)
    if sources.summaries is None:
        return FileGroup((), before, before)
    return make_pages(sources, list(plan_forwards(sources.summaries)), before)


def list_left_pages(summaries: Iterable[Summary]) -> Iterator[str]:
    """Yield the paths of pages that need no link: those at former names, and those of briefings that are gone."""
    for each in summaries:
        for name in (*each.connections.formerly, *([each.slug] if each.is_gone else ())):
            yield from (briefing_path(name), embed_path(name))


def plan_forwards(summaries: Iterable[Summary]) -> Iterator[Page]:
    """Yield a page for each former name of a briefing, and one for what others have embedded under that name."""
    for each in summaries:
        for name in each.connections.formerly:
            for path_of in (briefing_path, embed_path):
                is_embed = path_of is embed_path
                context = {"title": each.teaser.title, "target": path_of(each.slug), "is_embed": is_embed}
                yield Page(path_of(name), "moved.html", each.language, context)
