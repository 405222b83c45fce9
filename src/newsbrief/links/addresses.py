"""Where an address on a page of the site leads: to a file of the site, to another site, or nowhere."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from newsbrief.model.paths import NOT_FOUND

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_LET_BE = frozenset({"data", "mailto", "tel"})
_BROKEN_CODE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_EDGES = "".join(map(chr, range(0x21)))
_DROPPED = str.maketrans("", "", "\t\n\r")
_PORTS = {"http": 80, "https": 443}
_WHOLE_HINT = "write it as https://name.example/page"


class Inside(NamedTuple):
    """A file of the site that an address leads to, and the words of it: `fragment` as written, "" for all of it."""

    path: str
    fragment: str


class Outside(NamedTuple):
    """An address of another site, without its fragment."""

    address: str


class Astray(NamedTuple):
    """What is wrong with an address by itself, in a sentence that goes on after it, and the remedy."""

    message: str
    hint: str


class Base(NamedTuple):
    """Where a site is published: "https", ("desk.example.org", 443) and ("valley",); empty where that is not known."""

    scheme: str
    host: tuple[str, int | None]
    folders: tuple[str, ...]


def read_base(base_url: str) -> Base:
    """Return the parts of the address at which a site is published; it must be one, or ""."""
    parts = urlsplit(base_url)
    return Base(parts.scheme, _host_of(parts), tuple(unquote(name) for name in parts.path.split("/") if name))


def follow_address(written: str, path: str, base: Base) -> Inside | Outside | Astray | None:
    """Return where an address leads that is written in the output file `path`; None for mail, telephone and data.

    It is read as browsers do (WHATWG URL): spaces around it and line breaks in it do not count, and a backslash is a
    slash.
    """
    address = written.strip(_EDGES).translate(_DROPPED)
    way, _, fragment = address.partition("#")
    if scheme := _SCHEME.match(way):
        name = scheme[1].lower()
        if name in _PORTS:
            return _follow_whole(way, fragment, base)
        return None if name in _LET_BE else Astray(f"begins with ‘{name}:’, which leads to no page", _WHOLE_HINT)
    way, mark, query = way.partition("?")
    way = way.replace("\\", "/")
    if way.startswith("//"):
        return _follow_whole(f"{base.scheme or 'https'}:{way}{mark}{query}", "", None)
    if not way:
        return Inside(path, _plain_fragment(fragment))
    if way.startswith("/"):
        return _follow_from_host(way, fragment, base)
    if path == NOT_FOUND:
        hint = "make it with `href()` or `asset()` in the template: its links begin with a slash"
        return Astray("is relative, but this page is shown at any depth", hint)
    return _follow_way(path.split("/")[:-1], way, fragment)


def _follow_whole(address: str, fragment: str, base: Base | None) -> Inside | Outside | Astray:
    try:
        parts = urlsplit(address)
        host = _host_of(parts)
    except ValueError:
        return Astray("is no web address", _WHOLE_HINT)
    if not host[0]:
        return Astray("names no host", _WHOLE_HINT)
    if base and (parts.scheme, host) == (base.scheme, base.host):
        found = _follow_from_host(parts.path or "/", fragment, base)
        if found != _OUT_OF_THE_SITE:
            return found
    return Outside(address)


def _host_of(parts: SplitResult) -> tuple[str, int | None]:
    return parts.hostname or "", parts.port or _PORTS.get(parts.scheme)


def _follow_from_host(way: str, fragment: str, base: Base) -> Inside | Astray:
    """Follow a way that begins at the host; the site's own begin with its folders."""
    names = way.split("/")[1:]
    depth = len(base.folders)
    if tuple(map(unquote, names[:depth])) != base.folders:
        return _OUT_OF_THE_SITE
    return _follow_way((), "/".join(names[depth:]), fragment)


def _follow_way(folder: Sequence[str], way: str, fragment: str) -> Inside | Astray:
    if _BROKEN_CODE.search(way):
        return Astray("holds a ‘%’ that begins no code of two digits", "write %25 for a per cent sign")
    names = list(folder)
    steps = [unquote(step) if "%2f" not in step.lower() else step for step in way.split("/")]
    for step in steps:
        if step == "..":
            if not names:
                return _OUT_OF_THE_SITE
            names.pop()
        elif step != ".":
            names.append(step)
    if steps[-1] in (".", ".."):
        names.append("index.html")
    elif not steps[-1]:
        names[-1] = "index.html"
    return Inside("/".join(names), _plain_fragment(fragment))


_OUT_OF_THE_SITE = Astray(
    "leads out of the site",
    "begin it with https:// where another site is meant; links of 404.html begin with the path of base_url",
)


def _plain_fragment(fragment: str) -> str:
    """Return the part of a fragment that names an element: none names the top of the page, nor words to be marked."""
    name = fragment.partition(":~:")[0]
    return "" if name.lower() == "top" else name
