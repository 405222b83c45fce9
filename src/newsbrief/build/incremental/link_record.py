"""The record of the links between the files of a site, by which those that lead to a place can be found again.

>>> record = decode_links(encode_links([("a/index.html", [("b/index.html", "words")])]))
>>> list(record.find_links_to({"b/index.html"}))
[('a/index.html', 'b/index.html', 'words')]

Pages whose links are the same, but for those to files beside them, share one set of links. The sets are written one by
one: those of 10,000 briefings would take hundreds of megabytes at once.
"""

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
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

    `sets` are all sets of links, each in JSON, and `pages` has the number of a page's set by its path.
    """

    sets: tuple[bytes, ...]
    pages: Mapping[str, int]

    def find_links_to(self, paths: Collection[str]) -> Iterator[tuple[str, str, str]]:
        """Yield each link to a file of `paths`: the page that it stands on, the path, and the fragment."""
        found = [
            [(path, name) for path, name in _read_set(each) if path in paths or path.startswith(_HERE)]
            for each in self.sets
        ]
        for page, number in self.pages.items():
            links = _lengthen(page, found[number])
            yield from ((page, path, fragment) for path, fragment in links if path in paths)

    def encode_changed(self, changed: Mapping[str, Iterable[Target]], gone: Collection[str]) -> bytes:
        """Return the record as bytes, with the links of pages that have changed, without pages that are gone."""
        kept = (
            (page, self.sets[number]) for page, number in self.pages.items() if page not in gone and page not in changed
        )
        return _encode(chain(kept, _write_sets(changed.items())))


def list_targets(outline: "Outline") -> tuple[Target, ...]:
    """Return what a page links to, each place once and in order."""
    return tuple(sorted({(link.path, link.fragment) for link in outline.links_out}))


def encode_links(pages: Iterable[tuple[str, Iterable[Target]]]) -> bytes:
    """Return the record of pages, each with its links, as bytes."""
    return _encode(_write_sets(pages))


def decode_links(raw: bytes) -> LinkRecord:
    """Return the record of these bytes."""
    *sets, pages = zlib.decompress(raw).split(b"\n")
    return LinkRecord(tuple(sets), msgspec.json.decode(pages, type=dict[str, int]))


def _encode(pages: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the record of pages, each with its set of links."""
    # The fastest way is good enough: it makes a tenth.
    packing = zlib.compressobj(1)
    packed: list[bytes] = []
    sets: dict[bytes, int] = {}
    numbers: dict[str, int] = {}
    for page, links in pages:
        digest = sha256(links).digest()
        if digest not in sets:
            sets[digest] = len(sets)
            packed.append(packing.compress(links + b"\n"))
        numbers[page] = sets[digest]
    return b"".join([*packed, packing.compress(msgspec.json.encode(numbers)), packing.flush()])


def _write_sets(pages: Iterable[tuple[str, Iterable[Target]]]) -> Iterator[tuple[str, bytes]]:
    return ((page, msgspec.json.encode(_shorten(page, links))) for page, links in pages)


def _read_set(links: bytes) -> list[Target]:
    return msgspec.json.decode(links, type=list[Target])


def _shorten(page: str, links: Iterable[Target]) -> list[Target]:
    folder = page[: page.rfind("/") + 1]
    return [(_HERE + path[len(folder) :], name) if path.startswith(folder) else (path, name) for path, name in links]


def _lengthen(page: str, links: Iterable[Target]) -> list[Target]:
    folder = page[: page.rfind("/") + 1]
    return [(folder + path[2:], name) if path.startswith(_HERE) else (path, name) for path, name in links]
