"""What is wrong between the files of a site: links that lead nowhere, and files that nothing leads to."""

import re
from collections.abc import Collection, Iterable, Iterator

from newsbrief.links.outline import Fault, Link, Outline, lead_to_no_words, names_one_of, shorten
from newsbrief.model.paths import NOT_FOUND

_READ_BY_NAME = re.compile(r"(?:.*/)?(?:\.nojekyll|CNAME|robots\.txt|sitemap[^/]*\.xml|[^/]*(?:LICEN[CS]E|OFL)[^/]*)")
"""Files that hosts, search engines and lawyers look for by their names."""


def judge_links(
    outlines: Collection[Outline], files: Collection[str], others: Collection[str] = frozenset()
) -> list[Fault]:
    """Return what is wrong with a site, in the order of its files, the faults of each page by itself among it.

    `files` are the paths of all files of the site, best as a set, `outlines` those of its pages and style sheets.
    `others` stand in the output, too, and may be led to, but are not judged.
    """
    faults = [fault for outline in outlines for fault in outline.faults]
    lost: list[tuple[str, Link]] = []
    wanted: dict[str, list[tuple[str, Link]]] = {}
    for outline in outlines:
        for link in outline.ways:
            if link.path not in files and link.path not in others:
                lost.append((outline.path, link))
            elif link.fragment:
                wanted.setdefault(link.path, []).append((outline.path, link))
    faults += _lead_to_no_file(lost, files)
    for outline in outlines:
        if links := wanted.get(outline.path):
            ids = outline.ids
            dangling = [each for each in links if not names_one_of(each[1].fragment, ids)]
            faults += [lead_to_no_words(page, link, ids) for page, link in dangling]
    return sorted(faults)


def _lead_to_no_file(links: Iterable[tuple[str, Link]], files: Collection[str]) -> Iterator[Fault]:
    """Yield the faults of links to files that are not there, each with the page it stands on."""
    folded: dict[str, str] = {}
    for page, link in links:
        folded = folded or {path.casefold(): path for path in files}
        hint = f"there is no {link.path}: correct the address, or take the link out"
        if (folder := f"{link.path}/index.html") in files:
            hint = f"there is {folder}: end the address with a slash"
        elif alike := folded.get(link.path.casefold()):
            hint = f"there is {alike}: case counts"
        message = f"the link ‘{shorten(link.written)}’ leads to no file of the site"
        yield Fault(page, link.written, message, hint, f"{link.path}#{link.fragment}")


def find_orphans(outlines: Iterable[Outline], files: Iterable[str]) -> tuple[str, ...]:
    """Return the files of a site that no other page links to and no page or style sheet uses, by their paths.

    They harm nobody, and may be meant so.
    """
    reached = {"index.html", NOT_FOUND}.union(*({link.path for link in outline.ways} for outline in outlines))
    return tuple(sorted(path for path in files if path not in reached and not _READ_BY_NAME.fullmatch(path)))
