"""The record of the links between the files of a site, by which those that lead to a place can be found again.

>>> record = LinkRecord({"a/index.html": (("b/index.html", "words"),)})
>>> list(record.find_links_to({"b/index.html"}))
[('a/index.html', 'b/index.html', 'words')]

Most briefings have the same links but for those to their own files, so each set of links is kept once.
"""

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from newsbrief.links.outline import Outline

Target = tuple[str, str]
"""The path of a file of the site, and the fragment as written, or ""."""

_HERE = "./"
"""The beginning of the path of a file beside the page, in a record."""


class LinkRecord(NamedTuple):
    """The links to other files of each page and style sheet of a site, by its path."""

    pages: Mapping[str, tuple[Target, ...]]

    def find_links_to(self, paths: Collection[str]) -> Iterator[tuple[str, str, str]]:
        """Yield each link to a file of `paths`: the page that it stands on, the path, and the fragment."""
        for page, links in self.pages.items():
            yield from ((page, path, fragment) for path, fragment in links if path in paths)


def list_targets(outline: "Outline") -> tuple[Target, ...]:
    """Return what a page links to, each place once and in order."""
    return tuple(sorted({(link.path, link.fragment) for link in outline.links_out}))


def encode_links(record: LinkRecord) -> bytes:
    """Return a record as bytes."""
    sets: dict[tuple[Target, ...], int] = {}
    pages = {page: sets.setdefault(_shorten(page, links), len(sets)) for page, links in record.pages.items()}
    # The fastest way is good enough: it makes a seventh.
    return zlib.compress(msgspec.json.encode((list(sets), pages)), 1)


def decode_links(raw: bytes) -> LinkRecord:
    """Return the record of these bytes."""
    sets, pages = msgspec.json.decode(zlib.decompress(raw), type=tuple[list[tuple[Target, ...]], dict[str, int]])
    return LinkRecord({page: _lengthen(page, sets[number]) for page, number in pages.items()})


def _shorten(page: str, links: Iterable[Target]) -> tuple[Target, ...]:
    folder = page[: page.rfind("/") + 1]
    return tuple(
        [(_HERE + path[len(folder) :], name) if path.startswith(folder) else (path, name) for path, name in links]
    )


def _lengthen(page: str, links: tuple[Target, ...]) -> tuple[Target, ...]:
    folder = page[: page.rfind("/") + 1]
    return tuple([(folder + path[2:], name) if path.startswith(_HERE) else (path, name) for path, name in links])
