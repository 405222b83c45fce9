"""The record of the links between the files of a site, by which those that lead to a place can be found again.

>>> record = record_links([("a/index.html", [("b/index.html", "words")])])
>>> list(record.find_links_to({"b/index.html"}))
[('a/index.html', 'b/index.html', 'words')]

Most briefings have the same links but for those to their own files, so each set of links is kept once. The sets stay
packed: those of 10,000 briefings take hundreds of megabytes otherwise.
"""

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from newsbrief.links.outline import Outline

Target = tuple[str, str]
"""The path of a file of the site, and the fragment as written, or ""."""

_HERE = "./"
"""The beginning of the path of a file beside the page, in a record."""


class LinkRecord(NamedTuple):
    """The links to other files of each page and style sheet of a site.

    `sets` are all sets of links, packed, and `pages` has the number of a page's set by its path.
    """

    sets: tuple[bytes, ...]
    pages: Mapping[str, int]

    def find_links_to(self, paths: Collection[str]) -> Iterator[tuple[str, str, str]]:
        """Yield each link to a file of `paths`: the page that it stands on, the path, and the fragment."""
        found = [
            [(path, name) for path, name in _unpack(packed) if path in paths or path.startswith(_HERE)]
            for packed in self.sets
        ]
        for page, number in self.pages.items():
            links = _lengthen(page, found[number])
            yield from ((page, path, fragment) for path, fragment in links if path in paths)

    def with_changes(self, changed: Mapping[str, Iterable[Target]], gone: Collection[str]) -> "LinkRecord":
        """Return the record with the links of pages that have changed, without those of pages that are gone."""
        kept = (
            (page, self.sets[number]) for page, number in self.pages.items() if page not in gone and page not in changed
        )
        return _number_sets(chain(kept, ((page, _pack(page, links)) for page, links in changed.items())))


def record_links(pages: Iterable[tuple[str, Iterable[Target]]]) -> LinkRecord:
    """Return the record of pages, each with its links."""
    return _number_sets((page, _pack(page, links)) for page, links in pages)


def list_targets(outline: "Outline") -> tuple[Target, ...]:
    """Return what a page links to, each place once and in order."""
    return tuple(sorted({(link.path, link.fragment) for link in outline.links_out}))


def encode_links(record: LinkRecord) -> bytes:
    """Return a record as bytes."""
    return msgspec.msgpack.encode((record.sets, record.pages))


def decode_links(raw: bytes) -> LinkRecord:
    """Return the record of these bytes."""
    return LinkRecord(*msgspec.msgpack.decode(raw, type=tuple[tuple[bytes, ...], dict[str, int]]))


def _number_sets(pages: Iterable[tuple[str, bytes]]) -> LinkRecord:
    sets: dict[bytes, int] = {}
    numbers = {page: sets.setdefault(packed, len(sets)) for page, packed in pages}
    return LinkRecord(tuple(sets), numbers)


def _pack(page: str, links: Iterable[Target]) -> bytes:
    # The fastest way is good enough: it makes a seventh.
    return zlib.compress(msgspec.json.encode(_shorten(page, links)), 1)


def _unpack(packed: bytes) -> list[Target]:
    return msgspec.json.decode(zlib.decompress(packed), type=list[Target])


def _shorten(page: str, links: Iterable[Target]) -> list[Target]:
    folder = page[: page.rfind("/") + 1]
    return [(_HERE + path[len(folder) :], name) if path.startswith(folder) else (path, name) for path, name in links]


def _lengthen(page: str, links: Iterable[Target]) -> list[Target]:
    folder = page[: page.rfind("/") + 1]
    return [(folder + path[2:], name) if path.startswith(_HERE) else (path, name) for path, name in links]
