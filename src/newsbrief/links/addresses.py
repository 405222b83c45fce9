"""Follows an address on a page of the site: to a file of the site, to another site, or nowhere.

>>> follow_address("../b/#words", "a/index.html", read_base(""))
SiteTarget(path='b/index.html', fragment='words')
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from newsbrief.model.paths import NOT_FOUND

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SCHEMES_OF_NO_PAGE = frozenset({"data", "mailto", "tel"})
_BROKEN_CODE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_IGNORED_AT_EDGES = "".join(map(chr, range(0x21)))
_IGNORED = str.maketrans("", "", "\t\n\r")
_PORTS = {"http": 80, "https": 443}
_WHOLE_HINT = "write it as https://name.example/page"


class SiteTarget(NamedTuple):
    """The file of the site that an address leads to, and the words in it: `fragment` as written, "" for all of it."""

    path: str
    fragment: str


class OtherSite(NamedTuple):
    """An address of another site, without its fragment."""

    address: str


class AddressFault(NamedTuple):
    """A fault of an address by itself: the sentence that goes on after the address, and the remedy."""

    message: str
    hint: str


class SiteAddress(NamedTuple):
    """The address of a site: "https", ("desk.example.org", 443) and ("valley",); empty where it is not known."""

    scheme: str
    host: tuple[str, int | None]
    folders: tuple[str, ...]


def read_base(base_url: str) -> SiteAddress:
    """Return the parts of the address at which a site is published, which is a web address or ""."""
    parts = urlsplit(base_url)
    return SiteAddress(parts.scheme, _host_of(parts), tuple(unquote(name) for name in parts.path.split("/") if name))


def follow_address(written: str, path: str, base: SiteAddress) -> SiteTarget | OtherSite | AddressFault | None:
    """Return what an address in the output file `path` leads to; None for mail, telephone numbers and data.

    An address is read as browsers read it (WHATWG URL): spaces around it and line breaks in it do not count, and a
    backslash is a slash.
    """
    address = written.strip(_IGNORED_AT_EDGES).translate(_IGNORED)
    target, _, fragment = address.partition("#")
    if scheme := _SCHEME.match(target):
        name = scheme[1].lower()
        if name in _PORTS:
            return _follow_whole(target, fragment, base)
        if name in _SCHEMES_OF_NO_PAGE:
            return None
        return AddressFault(f"begins with ‘{name}:’, which leads to no page", _WHOLE_HINT)
    target, mark, query = target.partition("?")
    target = target.replace("\\", "/")
    if target.startswith("//"):
        return _follow_whole(f"{base.scheme or 'https'}:{target}{mark}{query}", "", None)
    if not target:
        return SiteTarget(path, _plain_fragment(fragment))
    if target.startswith("/"):
        return _follow_from_host(target, fragment, base)
    if path == NOT_FOUND:
        hint = "make it with `href()` or `asset()` in the template: its links begin with a slash"
        return AddressFault("is relative, but this page is shown at any depth", hint)
    return _follow_path(path.split("/")[:-1], target, fragment)


def _follow_whole(address: str, fragment: str, base: SiteAddress | None) -> SiteTarget | OtherSite | AddressFault:
    try:
        parts = urlsplit(address)
        host = _host_of(parts)
    except ValueError:
        return AddressFault("is no web address", _WHOLE_HINT)
    if not host[0]:
        return AddressFault("names no host", _WHOLE_HINT)
    if base and (parts.scheme, host) == (base.scheme, base.host):
        found = _follow_from_host(parts.path or "/", fragment, base)
        if found != _OUT_OF_THE_SITE:
            return found
    return OtherSite(address)


def _host_of(parts: SplitResult) -> tuple[str, int | None]:
    return parts.hostname or "", parts.port or _PORTS.get(parts.scheme)


def _follow_from_host(target: str, fragment: str, base: SiteAddress) -> SiteTarget | AddressFault:
    """Follow a path that begins at the host; those of the site begin with the site's folders."""
    names = target.split("/")[1:]
    depth = len(base.folders)
    if tuple(map(unquote, names[:depth])) != base.folders:
        return _OUT_OF_THE_SITE
    return _follow_path((), "/".join(names[depth:]), fragment)


def _follow_path(folder: Sequence[str], target: str, fragment: str) -> SiteTarget | AddressFault:
    found = _find_file(tuple(folder), target)
    return SiteTarget(found, _plain_fragment(fragment)) if isinstance(found, str) else found


@lru_cache(256)
def _find_file(folder: tuple[str, ...], target: str) -> str | AddressFault:
    """Return the path of the file that a path in a folder leads to: many links of a page lead to one file."""
    if _BROKEN_CODE.search(target):
        return AddressFault("holds a ‘%’ that begins no code of two digits", "write %25 for a per cent sign")
    names = list(folder)
    steps = [unquote(step) if "%2f" not in step.lower() else step for step in target.split("/")]
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
    return "/".join(names)


_OUT_OF_THE_SITE = AddressFault(
    "leads out of the site",
    "begin it with https:// where another site is meant; links of 404.html begin with the path of base_url",
)


def _plain_fragment(fragment: str) -> str:
    """Return the part of a fragment that names an element: the top of the page and a text fragment name none."""
    name = fragment.partition(":~:")[0]
    return "" if name.lower() == "top" else name
