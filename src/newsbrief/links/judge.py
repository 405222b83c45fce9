"""Judges the links between the files of a site: which lead nowhere, and which files nothing leads to.

>>> from newsbrief.links.outline import outline_page
>>> home = outline_page("index.html", b"<a href=gone/>Gone</a>", "")
>>> [fault.message for fault in judge_links([home], {"index.html"})]
['the link ‘gone/’ leads to no file of the site']
"""

import re
from collections.abc import Collection, Iterable, Iterator

from newsbrief.links.outline import Fault, Link, Outline, names_one_of, report_missing_words, shorten
from newsbrief.model.paths import NOT_FOUND

_READ_BY_NAME = re.compile(r"(?:.*/)?(?:\.nojekyll|CNAME|robots\.txt|sitemap[^/]*\.xml|[^/]*(?:LICEN[CS]E|OFL)[^/]*)")
"""Files that hosts, search engines and lawyers look for by their names."""


def judge_links(
    outlines: Collection[Outline], files: Collection[str], others: Collection[str] = frozenset()
) -> list[Fault]:
    """Return the faults of a site in the order of its files, with those that its pages show by themselves.

    `files` are the paths of all files of the site, best as a set, `outlines` those of its pages and style sheets.
    `others` are files that stand in the output, too: links may lead to them, but they are not judged.
    """
    faults = [fault for outline in outlines for fault in outline.faults]
    to_no_file: list[tuple[str, Link]] = []
    to_words: dict[str, list[tuple[str, Link]]] = {}
    for outline in outlines:
        for link in outline.links_out:
            if link.path not in files and link.path not in others:
                to_no_file.append((outline.path, link))
            elif link.fragment:
                to_words.setdefault(link.path, []).append((outline.path, link))
    faults += _report_missing_files(to_no_file, files)
    for outline in outlines:
        if links := to_words.get(outline.path):
            ids = outline.ids
            dangling = [each for each in links if not names_one_of(each[1].fragment, ids)]
            faults += [report_missing_words(page, link, ids) for page, link in dangling]
    return sorted(faults)


def _report_missing_files(links: Iterable[tuple[str, Link]], files: Collection[str]) -> Iterator[Fault]:
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
    """Return the paths of files of a site that no other page links to and no page or style sheet uses.

    They harm nobody, and may be intended.
    """
    reached = {"index.html", NOT_FOUND}.union(*({link.path for link in outline.links_out} for outline in outlines))
    return tuple(sorted(path for path in files if path not in reached and not _READ_BY_NAME.fullmatch(path)))
