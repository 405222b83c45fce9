"""Judge the links of a site after a build that made only what has changed: as surely as if all of them were judged.

Every link led somewhere after the last build. So one can be dead only if it is new, or leads to a file or an id that is
gone. The new ones are on pages that were made; who links to what is gone is on record.

For example:

    faults = ChangedSite(site, last, read).faults
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from newsbrief.build.incremental.link_record import LinkRecord, decode_links, list_targets
from newsbrief.build.incremental.trace import Trace
from newsbrief.build.make_site import SiteResult
from newsbrief.build.outline_outputs import OutlineChange
from newsbrief.model.paths import is_outlined

if TYPE_CHECKING:
    from newsbrief.links.outline import Fault, Link, Outline


class ChangedSite(Struct, frozen=True, dict=True):
    """A site after a build that kept files of the `last` one; `read` returns the bytes of a file as it is now."""

    site: SiteResult
    last: Trace
    read: Callable[[str], bytes]

    @cached_property
    def changes(self) -> Mapping[str, OutlineChange]:
        """The pages and style sheets whose outline is not as before."""
        return {file.path: file.note for file in self.site.files if isinstance(file.note, OutlineChange)}

    @cached_property
    def gone(self) -> frozenset[str]:
        """The paths of files that the last build left and this one does not."""
        known = self.last.briefings
        before = {path for name in known if name not in self.site.kept for path in known[name].paths}
        before.update(path for path in self.last.shared.paths if path not in self.site.shared.kept)
        return frozenset(before.difference(file.path for file in self.site.files))

    @cached_property
    def poorer(self) -> frozenset[str]:
        """The pages that have lost an id, or may have: their last outline is not known."""
        return frozenset(
            path
            for path, change in self.changes.items()
            if not change.is_new and (change.before is None or change.before.ids - change.after.ids)
        )

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths of all files of the site."""
        return frozenset([*self.site.kept_paths, *(file.path for file in self.site.files)])

    @cached_property
    def record(self) -> LinkRecord:
        """The record of the last build's links."""
        return decode_links(self.last.links)

    @property
    def faults(self) -> "list[Fault]":
        """What is wrong with the links of the site, and with its pages by themselves."""
        faults = [fault for change in self.changes.values() for fault in change.after.faults]
        links = list(self._list_doubtful())
        if not links:
            return sorted(faults)
        from newsbrief.links.judge import find_dead_links

        return sorted([*faults, *find_dead_links(links, self.files, self._find_ids)])

    def _list_doubtful(self) -> Iterator[tuple[str, "Link"]]:
        """Yield each link that may be dead, with its page."""
        doubtful = self.gone | self.poorer
        for page, change in self.changes.items():
            before = frozenset(list_targets(change.before) if change.before else ())
            for link in change.after.links_out:
                if link.path in doubtful or (link.path, link.fragment) not in before:
                    yield page, link
        for page in self._list_kept_pages(doubtful):
            yield from ((page, link) for link in self._outline(page).links_out if link.path in doubtful)

    def _list_kept_pages(self, targets: Collection[str]) -> Collection[str]:
        """Return the pages that are as before and link to one of these files."""
        if not targets:
            return ()
        linking = dict.fromkeys(page for page, _, _ in self.record.find_links_to(targets))
        return [page for page in linking if page not in self.changes and page not in self.gone]

    def _outline(self, path: str) -> "Outline":
        from newsbrief.links.outline import outline_file

        return outline_file(path, self.read(path), self.site.sources.setup.config.base_url)

    def _find_ids(self, path: str) -> Collection[str] | None:
        if path in self.changes:
            return self.changes[path].after.ids
        return self._outline(path).ids if is_outlined(path) else None

    def encode_links(self) -> bytes:
        """Return the record of the links for the next build."""
        moved = {
            path: targets
            for path, change in self.changes.items()
            if (targets := list_targets(change.after)) != (list_targets(change.before) if change.before else None)
        }
        if not moved and not any(map(is_outlined, self.gone)):
            return self.last.links
        return self.record.encode_changed(moved, self.gone)
