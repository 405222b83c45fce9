"""What of a page or style sheet its links need: the ids that others may lead to, and the links that lead to others.

An outline is small, so that those of ten thousand pages can be held at once. What a page can be told by itself, such as
links to its own words, is settled when its outline is made.
"""

import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote

from msgspec import Struct

from newsbrief.links.addresses import Astray, Inside, Outside, follow_address, read_base
from newsbrief.links.markup import Markings, read_page, read_sheet

_SHOWN = 120
"""Characters of an address that a message shows at most."""


_USUAL = "\0".join(
    [
        *("/index.html", "../index.html", "evidence.json", "article.txt", "card.png", "feed.xml", "../feed.json"),
        *(
            "../assets/favicon.",
            "../assets/style.",
            "../assets/briefing.",
            "../glossary/index.html",
            "about-",
            "-1-words",
        ),
        *("article", "at-a-glance", "choice-1", "choice-2", "date-1", "date-1-when", "date-2", "date-2-when", "date-3"),
        *("event-1-words", "event-2-words", "event-3-words", "key-point-1", "key-point-1-words", "key-point-2-words"),
        *("label-party-", "main", "mention-", "-1", "mention-", "-2", "mention-", "-3", "method", "not-said", "party-"),
        *("quote-1", "quote-1-cue", "quote-1-words", "quote-2", "quote-2-cue", "quote-2-words", "quote-2-words-2"),
        *("relation-1", "relation-1-words", "relation-2", "relation-2-words", "relations", "section-list", "timeline"),
        *("who-is-who", "who-said-what"),
    ]
).encode()
"""What pages of ours are full of; by it, their ids and links take little more than half the bytes."""


class Fault(NamedTuple):
    """What is wrong in the output file `path`.

    `sign` is the text by which its place may be found there: an address, or an id with its attribute. `target` is where
    a link leads that leads nowhere, as `path#fragment`.
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
    """A page or style sheet as links need it; the ids and the links to other files are packed.

    `faults` are those that it shows by itself. `links` counts its links to files of the site, `to_words` those of them
    that name a fragment.
    """

    path: str
    packed_ids: bytes
    packed_ways: bytes
    faults: tuple[Fault, ...]
    links: int
    to_words: int

    @property
    def ids(self) -> frozenset[str]:
        """What fragments may name."""
        return frozenset(_unpack(self.packed_ids))

    @property
    def ways(self) -> Iterator[Link]:
        """The links to other files, each once."""
        rows = iter(_unpack(self.packed_ways))
        return map(Link, rows, rows, rows)


class Survey(NamedTuple):
    """An outline, and the addresses of other sites that readers of the page are led to, each once."""

    outline: Outline
    outside: tuple[str, ...]


def outline_page(path: str, html: bytes, base_url: str) -> Outline:
    """Return the outline of a page; whatever its bytes are, it is read as browsers would."""
    return survey_page(path, html, base_url).outline


def outline_sheet(path: str, css: bytes, base_url: str) -> Outline:
    """Return the outline of a style sheet."""
    return survey_sheet(path, css, base_url).outline


def survey_page(path: str, html: bytes, base_url: str) -> Survey:
    """Return the outline of a page, with what it links to at other sites."""
    markings = read_page(html)
    faults = [_give_id_again(path, name, count) for name, count in markings.ids.items() if count > 1]
    faults += [_name_no_picture(path, address) for address in markings.unnamed_pictures]
    if markings.base is not None:
        hint = "take it out of the template: links are relative to the page"
        faults.append(Fault(path, "<base", "a <base> leads every link of the page elsewhere", hint))
    return _survey(path, markings, faults, base_url)


def _give_id_again(path: str, name: str, count: int) -> Fault:
    message = f"the id ‘{shorten(name)}’ is given {count} times"
    return Fault(path, f'id="{name}"', message, "give each element an id of its own")


def _name_no_picture(path: str, address: str) -> Fault:
    message = f"the picture ‘{shorten(address)}’ has no alternative text"
    return Fault(path, address, message, 'say what it shows, or write alt="" where it only decorates')


def survey_sheet(path: str, css: bytes, base_url: str) -> Survey:
    """Return the outline of a style sheet, with what it loads from other sites."""
    return _survey(path, read_sheet(css), [], base_url)


def _survey(path: str, markings: Markings, faults: list[Fault], base_url: str) -> Survey:
    base = read_base(base_url)
    ids = {*markings.ids, *markings.names}
    ways: list[str] = []
    outside: dict[str, None] = {}
    counted: Counter[bool] = Counter()
    for written in {**markings.addresses, **dict.fromkeys(markings.unfollowed)}:
        if written[:1] == "#" and written[1:] in ids:
            # Most links of a briefing are such.
            counted[True] += markings.addresses[written]
            continue
        match follow_address(written, path, base):
            case Outside(address) if written in markings.addresses:
                outside[address] = None
            case Astray(message, hint):
                faults.append(Fault(path, written, f"the address ‘{shorten(written)}’ {message}", hint))
            case Inside(target, fragment):
                counted[bool(fragment)] += markings.addresses[written]
                if target != path:
                    ways += (target, fragment, written)
                elif fragment and not names_one_of(fragment, ids):
                    faults.append(lead_to_no_words(path, Link(path, fragment, written), ids))
    packed = _pack(sorted(ids)), _pack(ways)
    return Survey(Outline(path, *packed, tuple(faults), counted.total(), counted[True]), tuple(outside))


def names_one_of(fragment: str, ids: Collection[str]) -> bool:
    """Say whether a fragment names one of `ids`, as it stands or decoded."""
    return fragment in ids or unquote(fragment) in ids


def lead_to_no_words(page: str, link: Link, ids: Iterable[str]) -> Fault:
    """Return the fault of a link on `page` to an id that is not among those of the page it leads to."""
    name = unquote(link.fragment)
    alike = next((each for each in ids if each.casefold() == name.casefold()), None)
    hint = f"there is ‘#{alike}’: case counts" if alike else "correct what begins with #, or leave it off"
    message = f"the link ‘{shorten(link.written)}’ leads to no words: {link.path} has no id ‘{shorten(name)}’"
    return Fault(page, link.written, message, hint, f"{link.path}#{link.fragment}")


def shorten(written: str) -> str:
    """Return an address or an id as a message shows it."""
    return written if len(written) <= _SHOWN else f"{written[: _SHOWN - 1]}…"


def _pack(texts: Iterable[str]) -> bytes:
    """Return texts, of which none holds a NUL, in few bytes."""
    packer = zlib.compressobj(zdict=_USUAL)
    return packer.compress("\0".join(texts).encode()) + packer.flush()


def _unpack(packed: bytes) -> list[str]:
    joined = zlib.decompressobj(zdict=_USUAL).decompress(packed).decode()
    return joined.split("\0") if joined else []
