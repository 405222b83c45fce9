"""Reads a page or style sheet into its outline: the ids that other pages may link to, and its links to other pages.

An outline is small, so that those of ten thousand pages can be held at once. Faults that a page shows by itself, such
as links to words that it does not have, are found when its outline is made.

    >>> [link.path for link in outline_page("a/index.html", b"<a href=../b/>B</a>", "").links_out]
    ['b/index.html']
"""

import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote

import msgspec
from msgspec import Struct

from newsbrief.links.addresses import AddressFault, OtherSite, SiteTarget, follow_address, read_base
from newsbrief.links.markup import Markings, read_page, read_sheet

ANY_ID = " "
"""Among the ids of a page that leads on to another one, with whatever a fragment names there; no id is a blank."""

_REFRESH = b'<meta http-equiv="refresh"'

_SHOWN = 120
"""Characters of an address that a message shows at most."""


class Fault(NamedTuple):
    """A fault in the output file `path`.

    `sign` is the text by which its place may be found there: an address, or an id with its attribute. `target` is the
    `path#fragment` that a link leads to and that is not there.
    """

    path: str
    sign: str
    message: str
    hint: str
    target: str = ""


class Link(NamedTuple):
    """A link to a file of the site: its path, the fragment or "", and the address as written."""

    path: str
    fragment: str
    written: str


class Outline(Struct, frozen=True):
    """A page or style sheet as the check of links needs it.

    Its ids and its links to other files are compressed: that makes a sixteenth of them, and saves a check of 10,000
    briefings 100 MB. `faults` are those that it shows by itself. `links` counts its links to files of the site,
    `to_words` those of them that name a fragment.
    """

    path: str
    packed_ids: bytes
    packed_links: bytes
    faults: tuple[Fault, ...]
    links: int
    to_words: int

    @property
    def ids(self) -> frozenset[str]:
        """The ids and names that a fragment may name."""
        return frozenset(_decompress(self.packed_ids))

    @property
    def links_out(self) -> Iterator[Link]:
        """The links to other files, each once."""
        rows = iter(_decompress(self.packed_links))
        return map(Link, rows, rows, rows)


class Survey(NamedTuple):
    """An outline, and the addresses of other sites that the page leads its readers to, each once."""

    outline: Outline
    outside: tuple[str, ...]


def outline_page(path: str, html: bytes, base_url: str) -> Outline:
    """Return the outline of a page, read as browsers read it, whatever its bytes are."""
    return survey_page(path, html, base_url).outline


def outline_sheet(path: str, css: bytes, base_url: str) -> Outline:
    """Return the outline of a style sheet."""
    return survey_sheet(path, css, base_url).outline


def outline_file(path: str, content: bytes, base_url: str) -> Outline:
    """Return the outline of a style sheet, or of a page by any other name."""
    return (outline_sheet if path.endswith(".css") else outline_page)(path, content, base_url)


def survey_page(path: str, html: bytes, base_url: str) -> Survey:
    """Return the outline of a page, with what it links to at other sites."""
    markings = read_page(html)
    faults = [_report_repeated_id(path, name, count) for name, count in markings.ids.items() if count > 1]
    faults += [_report_unnamed_picture(path, address) for address in markings.unnamed_pictures]
    if markings.base is not None:
        hint = "take it out of the template: links are relative to the page"
        faults.append(Fault(path, "<base", "a <base> leads every link of the page elsewhere", hint))
    return _survey(path, markings, faults, base_url, leads_on=_REFRESH in html)


def _report_repeated_id(path: str, name: str, count: int) -> Fault:
    message = f"the id ‘{shorten(name)}’ is given {count} times"
    return Fault(path, f'id="{name}"', message, "give each element an id of its own")


def _report_unnamed_picture(path: str, address: str) -> Fault:
    message = f"the picture ‘{shorten(address)}’ has no alternative text"
    return Fault(path, address, message, 'say what it shows, or write alt="" where it only decorates')


def survey_sheet(path: str, css: bytes, base_url: str) -> Survey:
    """Return the outline of a style sheet, with what it loads from other sites."""
    return _survey(path, read_sheet(css), [], base_url)


def _survey(path: str, markings: Markings, faults: list[Fault], base_url: str, *, leads_on: bool = False) -> Survey:
    base = read_base(base_url)
    ids = {*markings.ids, *markings.names, *([ANY_ID] if leads_on else ())}
    links: list[str] = []
    outside: dict[str, None] = {}
    counted: Counter[bool] = Counter()
    for written in {**markings.addresses, **dict.fromkeys(markings.unfollowed)}:
        if written[:1] == "#" and written[1:] in ids:
            # Most links of a briefing lead to its own words.
            counted[True] += markings.addresses[written]
            continue
        match follow_address(written, path, base):
            case OtherSite(address) if written in markings.addresses:
                outside[address] = None
            case AddressFault(message, hint):
                faults.append(Fault(path, written, f"the address ‘{shorten(written)}’ {message}", hint))
            case SiteTarget(target, fragment):
                counted[bool(fragment)] += markings.addresses[written]
                if target != path:
                    links += (target, fragment, written)
                elif fragment and not names_one_of(fragment, ids):
                    faults.append(report_missing_words(path, Link(path, fragment, written), ids))
    packed = _compress(sorted(ids)), _compress(links)
    return Survey(Outline(path, *packed, tuple(faults), counted.total(), counted[True]), tuple(outside))


def names_one_of(fragment: str, ids: Collection[str]) -> bool:
    """Say whether a fragment names one of `ids`, as it stands or decoded, or whether any will do."""
    return fragment in ids or unquote(fragment) in ids or ANY_ID in ids


def report_missing_words(page: str, link: Link, ids: Iterable[str]) -> Fault:
    """Return the fault of a link on `page` to an id that is not among those of the page it leads to."""
    name = unquote(link.fragment)
    alike = next((each for each in ids if each.casefold() == name.casefold()), None)
    hint = f"there is ‘#{alike}’: case counts" if alike else "correct what begins with #, or leave it off"
    message = f"the link ‘{shorten(link.written)}’ leads to no words: {link.path} has no id ‘{shorten(name)}’"
    return Fault(page, link.written, message, hint, f"{link.path}#{link.fragment}")


def shorten(written: str) -> str:
    """Return an address or an id as a message shows it."""
    return written if len(written) <= _SHOWN else f"{written[: _SHOWN - 1]}…"


def _compress(texts: Sequence[str]) -> bytes:
    return zlib.compress(msgspec.json.encode(texts))


def _decompress(packed: bytes) -> list[str]:
    return msgspec.json.decode(zlib.decompress(packed), type=list[str])
