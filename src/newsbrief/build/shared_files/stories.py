"""Make the pages of stories, and the same for machines; only those whose briefings have changed are looked into.

For example:

    make_stories(sources)[STORY_PAGES].files

What a briefing adds to its story is kept in the story's own file for machines, and read again from there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from hashlib import sha256
from itertools import chain
from typing import NamedTuple

from msgspec import Struct

from newsbrief.briefing.story_part import take_part, unpack_part
from newsbrief.build.shared_files.inputs import FileGroup, SharedSources, read_summary
from newsbrief.build.shared_files.lists import digest_page
from newsbrief.build.workers import share_out
from newsbrief.disk.staging import OutputFile
from newsbrief.model.site import Summary
from newsbrief.model.story import StoryPart
from newsbrief.outputs.story_json import read_parts, story_json, story_json_path
from newsbrief.pages.lists.stories import StoryBriefings, page_stories, plan_story_page
from newsbrief.pages.lists.versions import group_versions, join_versions

STORY_PAGES, STORY_MEMBERS = "stories", "story members"


def make_stories(sources: SharedSources, workers: int = 1) -> Mapping[str, FileGroup]:
    """Make what of the stories is not as it was; the second group has no files, only the briefings of each story.

    Where they are many, as many processes as `workers` make their pages.
    """
    return _StorySet(sources, workers).groups


class _StoryPage(NamedTuple):
    """A page of a story: those of its files that are not as they were, and the digest of what it shows."""

    path: str
    files: tuple[OutputFile, ...]
    digest: str


class _StorySet(Struct, frozen=True, dict=True):
    """All stories of a site, as far as something in them can have changed."""

    sources: SharedSources
    workers: int

    @property
    def groups(self) -> Mapping[str, FileGroup]:
        before: dict[str, dict[str, str]] = {}
        for path, digest in self.sources.shown_before(STORY_PAGES).items():
            before.setdefault(path.split("/")[1], {})[path] = digest
        changed = self._list_changed()
        same = self.members.keys() - changed
        kept = (pages for story, pages in before.items() if story in same)
        made = sorted(share_out(partial(_make_pages, self), changed, self.workers))
        shown = dict(chain.from_iterable(each.items() for each in kept))
        shown |= {page.path: page.digest for page in made}
        files = tuple(file for page in made for file in page.files)
        paths = [*shown, *map(story_json_path, shown)]
        members = FileGroup((), (), {story: " ".join(slugs) for story, slugs in self.members.items()})
        return {STORY_PAGES: FileGroup(files, paths, shown), STORY_MEMBERS: members}

    @cached_property
    def last_members(self) -> Mapping[str, Sequence[str]]:
        """The addresses of the briefings of each story in the last build, in all languages."""
        return {story: slugs.split() for story, slugs in self.sources.shown_before(STORY_MEMBERS).items()}

    @cached_property
    def members(self) -> Mapping[str, Sequence[str]]:
        """The addresses of the briefings of each story, in all languages."""
        if self.sources.summaries is None:
            return self.last_members
        members: dict[str, list[str]] = {}
        for slug, versions in group_versions(self.sources.published).items():
            if story := versions[0].connections.story:
                members.setdefault(story, []).append(slug)
        return {story: sorted(members[story]) for story in sorted(members)}

    def _list_changed(self) -> Sequence[str]:
        """Return the stories whose pages can have changed."""
        made = self.sources.numbers.keys()
        return [
            story
            for story, slugs in self.members.items()
            if self.last_members.get(story) != slugs or not made.isdisjoint(slugs)
        ]

    def make_pages(self, story: str) -> Iterator[_StoryPage]:
        """Make those files of a story's pages that are not as they were."""
        summaries = map(self._find_summary, self.members[story])
        joined = join_versions(group_versions(each for each in summaries if each), self.sources.setup.config.language)
        return (self._make_page(story, page) for page in page_stories(joined).get(story, ()))

    def _find_summary(self, slug: str) -> Summary | None:
        if slug in self.sources.numbers:
            return self.sources.briefings[self.sources.numbers[slug]].summary
        return read_summary(self.sources.kept[self.sources.names[slug]])

    def _make_page(self, story: str, page: StoryBriefings) -> _StoryPage:
        """Make those files of a page that are not as they were."""
        config, put, known = self.sources.setup.config, self.sources.outputs.put, self.sources.known
        parts = self._find_parts(story_json_path(page.path), page)
        planned = plan_story_page(story, page, parts, config)
        digest, files = digest_page(planned), []
        if self.sources.shown_before(STORY_PAGES).get(page.path) != digest:
            files.append(put(page.path, self.sources.setup.render(planned)))
        path, raw = story_json_path(page.path), story_json(story, page.entries, parts, config)
        if known.get(path) != sha256(raw).hexdigest():
            files.append(put(path, raw))
        return _StoryPage(page.path, tuple(files), digest)

    def _find_parts(self, path: str, page: StoryBriefings) -> Mapping[str, StoryPart]:
        """Return the part of each briefing of a page: as it was made, as the last file has it, or read again."""
        digest = self.sources.known.get(path)
        raw = self.sources.outputs.read(path) if digest else None
        last = read_parts(raw) if raw and sha256(raw).hexdigest() == digest else {}
        return {each.slug: self._find_part(each.slug, last) for each in page.entries}

    def _find_part(self, slug: str, last: Mapping[str, StoryPart]) -> StoryPart:
        at = self.sources.numbers.get(slug)
        if at is not None and (part := self.sources.briefings[at].part):
            return unpack_part(part)
        return last.get(slug) or take_part(self.sources.read_again(self.sources.names[slug], slug))


def _make_pages(all_stories: _StorySet, stories: Iterable[str]) -> Iterator[_StoryPage]:
    return chain.from_iterable(map(all_stories.make_pages, stories))
