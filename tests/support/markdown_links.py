"""The links of Markdown files, followed as GitHub follows them."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

_FENCE = re.compile(r"^( *)(`{3,}|~{3,})[^\n]*\n.*?^ *\2`*~*$", re.M | re.S)
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.S)
_LINK = re.compile(r"\]\(<?([^()\s>]+(?:\([^()\s]*\)[^()\s]*)?)>?\)|<\w[^>]*?\s(?:src|srcset|href)=\"([^\"]+)\"")
_ELSEWHERE = re.compile(r"[a-z]+:", re.I)


def links_of(page: Path) -> list[str]:
    """Return the addresses that a page links to, pictures included; those in code are none."""
    text = _CODE.sub("", _FENCE.sub("", page.read_text(encoding="utf-8")))
    return [first or second for first, second in _LINK.findall(text)]


@cache
def anchors_of(page: Path) -> frozenset[str]:
    """Return what a `#` may lead to on a page: its headings, as GitHub names them."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    met: Counter[str] = Counter()
    found = set()
    for heading in re.findall(r"(?m)^#{1,6} +(.+?) *#*$", text):
        name = name_anchor(heading)
        found.add(f"{name}-{met[name]}" if met[name] else name)
        met[name] += 1
    return frozenset(found)


def name_anchor(heading: str) -> str:
    """Return the name by which GitHub leads to a heading."""
    plain = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading)
    return re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-")


def dead_links(page: Path, within: Path) -> Iterator[str]:
    """Yield every link of a page that leads nowhere, or out of the folder `within`; other hosts are not asked."""
    for link in links_of(page):
        if not _ELSEWHERE.match(link) and not _is_there(page, unquote(link), within):
            yield f"{page.name}: {link}"


def _is_there(page: Path, link: str, within: Path) -> bool:
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page.resolve()
    is_inside = target.is_relative_to(within.resolve()) and target.exists()
    return is_inside and (not anchor or anchor in anchors_of(target))
