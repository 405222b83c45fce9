"""Judges the links between the files of a site: which lead nowhere, and which files nothing leads to.

>>> from newsbrief.links.outline import outline_page
>>> home = outline_page("index.html", b"<a href=gone/>Gone</a>", "")
>>> [fault.message for fault in judge_links([home], {"index.html"})]
['the link ‘gone/’ leads to no file of the site']
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from itertools import chain

from newsbrief.links.outline import Fault, Link, Outline, names_one_of, report_missing_words, shorten
from newsbrief.model.paths import NOT_FOUND

_READ_BY_NAME = re.compile(
    r"(?:.*/)?(?:\.nojekyll|CNAME|robots\.txt|sitemap[^/]*\.xml|search/[^/]*\.txt|[^/]*(?:LICEN[CS]E|OFL)[^/]*)"
)
"""Files that hosts, search engines, lawyers and the search page look for by their names."""

_MOST_SEARCHES = 10
"""Links at most for which the address nearest to theirs is looked for, which takes long on a large site."""

_MOST_PAGES = 256
"""Pages at most whose ids are held at a time."""

LinkOnPage = tuple[str, Link]
"""A link, and the path of the page that it stands on."""

FindIds = Callable[[str], Collection[str] | None]
"""A function that returns the ids of the page at a path; None for a file that is no page."""


def judge_links(
    outlines: Collection[Outline], files: Collection[str], others: Collection[str] = frozenset()
) -> list[Fault]:
    """Return the faults of a site in the order of its files, with those that its pages show by themselves.

    `files` are the paths of all files of the site, best as a set, `outlines` those of its pages and style sheets.
    `others` are files that stand in the output, too: links may lead to them, but they are not judged.
    """
    known = {outline.path: outline for outline in outlines}

    def find_ids(path: str) -> Collection[str] | None:
        return known[path].ids if path in known else None

    own = (fault for outline in outlines for fault in outline.faults)
    links = ((outline.path, link) for outline in outlines for link in outline.links_out)
    return sorted(chain(own, find_dead_links(links, files, find_ids, others)))


def find_dead_links(
    links: Iterable[LinkOnPage], files: Collection[str], find_ids: FindIds, others: Collection[str] = frozenset()
) -> Iterator[Fault]:
    """Yield the faults of those links that lead to no file of the site, or to words that its page does not have.

    `files` and `others` are as in `judge_links`. The links of a page come one after the other.
    """
    # The links of a page lead to few others. All links of a large site take too much memory to be sorted by page.
    ids_of = lru_cache(_MOST_PAGES)(find_ids)
    to_no_file: list[LinkOnPage] = []
    for page, link in links:
        if link.path not in files and link.path not in others:
            to_no_file.append((page, link))
        elif link.fragment:
            ids = ids_of(link.path)
            if ids is not None and not names_one_of(link.fragment, ids):
                yield report_missing_words(page, link, ids)
    yield from _report_missing_files(to_no_file, files)


def _report_missing_files(links: Iterable[LinkOnPage], files: Collection[str]) -> Iterator[Fault]:
    """Yield the faults of links to files that are not there, each with the page it stands on."""
    folded: dict[str, str] = {}
    nearest: dict[str, str] = {}
    for page, link in sorted(links):
        folded = folded or {path.casefold(): path for path in files}
        hint = f"there is no {link.path}: correct the address, or take the link out"
        if (folder := f"{link.path}/index.html") in files:
            hint = f"there is {folder}: end the address with a slash"
        elif alike := folded.get(link.path.casefold()):
            hint = f"there is {alike}: case counts"
        elif near := _find_nearest(link.path, files, nearest):
            hint = f"there is no {link.path}, but there is {near}: correct the address, or take the link out"
        message = f"the link ‘{shorten(link.written)}’ leads to no file of the site"
        yield Fault(page, link.written, message, hint, f"{link.path}#{link.fragment}")


def _find_nearest(path: str, files: Iterable[str], found: dict[str, str]) -> str:
    """Return the path of a page that is nearly the same, or ""; `found` has those that were looked for before."""
    if path not in found and len(found) < _MOST_SEARCHES:
        from difflib import get_close_matches

        pages = sorted(each for each in files if each.endswith("/index.html")) if path.endswith("/index.html") else ()
        names = {each.removesuffix("/index.html"): each for each in pages}
        near = get_close_matches(path.removesuffix("/index.html"), names, 1, cutoff=0.75)
        found[path] = names[near[0]] if near else ""
    return found.get(path, "")


def find_orphans(outlines: Iterable[Outline], files: Iterable[str]) -> tuple[str, ...]:
    """Return the paths of files of a site that no other page links to and no page or style sheet uses.

    They harm nobody, and may be intended.
    """
    reached = {"index.html", NOT_FOUND}.union(*({link.path for link in outline.links_out} for outline in outlines))
    return tuple(sorted(path for path in files if path not in reached and not _READ_BY_NAME.fullmatch(path)))
