"""Locates a fault of a built page where an editor can fix it: in the file it was made from, or else in the page."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape
from pathlib import Path

from newsbrief.content.files import read_file
from newsbrief.content.source_file import SourceFile
from newsbrief.links.outline import Fault, shorten
from newsbrief.model.paths import briefing_path
from newsbrief.model.problems import Problem

SETTINGS = "content/site.yaml"

_MANY = 5
"""Other pages with the same fault from which on it is reported once for all of them: then a template is at fault."""


def place_faults(
    faults: Iterable[Fault],
    site: Path,
    output: Path,
    slugs: Mapping[str, str],
    read: Callable[[str], bytes],
    drafts: Mapping[str, str] | None = None,
) -> list[Problem]:
    """Return each fault as a problem in the file where an editor can fix it.

    `slugs` are the addresses of the briefings' folders and the plain pages' files, by name. `read` returns the bytes of
    a file of the output and may raise OSError; such a file is shown as one of the folder `output`. `drafts` are the
    folders of drafts that are not built, by the path that their page would have.
    """
    names = {slug: name for name, slug in slugs.items()}
    read_source = lru_cache(4)(lambda path: read_file(site, path)[0])
    read_page = lru_cache(1)(lambda path: _read_page(path, output, read))
    problems = []
    left = []
    for fault in faults:
        fault = _explain_draft(fault, drafts or {})
        files = _list_sources(fault.path, names) if fault.sign else ()
        sources = [file for name in files if (file := read_source(site / "content" / name))]
        problem = next((found for source in sources if (found := find_in_source(fault, source))), None)
        if problem is None and fault.target and (settings := read_source(site / SETTINGS)):
            problem = find_in_footer(fault, settings)
        if problem:
            problems.append(problem)
        else:
            left.append(fault)
    problems += [find_in_page(fault, read_page(fault.path)) for fault in _report_once(left)]
    return sorted(set(problems))


def _explain_draft(fault: Fault, drafts: Mapping[str, str]) -> Fault:
    folder = drafts.get(fault.target.partition("#")[0])
    hint = f"content/{folder}/ is a draft: take the link out, publish the draft, or build with --drafts"
    return fault._replace(hint=hint) if folder else fault


def _list_sources(path: str, names: Mapping[str, str]) -> Sequence[str]:
    """Return the files in `content/` that may hold the text of an output, the likeliest first."""
    slug, _, file = path.partition("/")
    name = names.get(slug, "")
    if path != briefing_path(slug):
        return (f"{name}/{file}",) if name and not name.endswith(".md") else ()
    if not name or name.endswith(".md"):
        return (name,) if name else ()
    return f"{name}/article.md", f"{name}/facts.yaml"


def _read_page(path: str, output: Path, read: Callable[[str], bytes]) -> SourceFile:
    try:
        text = read(path).decode(errors="replace")
    except OSError:
        text = ""
    return SourceFile(f"{output}/{path}", text)


def find_in_source(fault: Fault, source: SourceFile) -> Problem | None:
    """Return the fault where its address stands in a file of the editor's, or None where it does not."""
    if not source.path.endswith((".md", ".yaml")):
        return find_in_page(fault, source)
    sign, place = re.escape(fault.sign), None
    if source.path.endswith(".md"):
        place = re.search(rf"(?:\]\(\s*<?|\]:\s*<?|<)({sign})(?=[\s)>]|\Z)", source.text)
    if not place and fault.sign.startswith(("http:", "https:")):
        # Front matter and the fact sheet hold whole addresses only.
        yaml = source.text.partition("\n---")[0] if source.path.endswith(".md") else source.text
        place = re.search(rf"[\s\"']({sign})(?=[\s\"',}}\]]|\Z)", yaml)
    return source.problem_at(place.start(1), fault.message, fault.hint) if place else None


def find_in_footer(fault: Fault, settings: SourceFile) -> Problem | None:
    """Return the fault of a link that the footer of all pages has, where its address stands in the settings."""
    for found in re.finditer(r"\]\(\s*<?([^)>\s]+)", settings.text):
        path, _, fragment = found[1].partition("#")
        target = f"{path}index.html" if path.endswith("/") else path
        if fault.target == f"{target}#{fragment}":
            message = fault.message.replace(shorten(fault.sign), shorten(found[1]))
            return settings.problem_at(found.start(1), message, fault.hint)
    return None


def find_in_page(fault: Fault, page: SourceFile) -> Problem:
    """Return the fault where its sign stands in a built file; without a line where it does not stand as it is."""
    written = dict.fromkeys((escape(fault.sign, quote=False), escape(fault.sign), fault.sign))
    for text in (*(f"{mark}{each}{mark}" for each in written for mark in "\"'"), *written) if fault.sign else ():
        if (offset := page.text.find(text)) >= 0:
            return page.problem_at(offset + (text[0] in "\"'"), fault.message, fault.hint)
    return Problem(page.path, 0, 0, fault.message, fault.hint)


def _report_once(faults: Sequence[Fault]) -> Iterator[Fault]:
    """Yield the faults; of one that many pages have, only the first."""
    counts = Counter(map(_cause_of, faults))
    reported: set[str] = set()
    for fault in faults:
        cause = _cause_of(fault)
        others = counts[cause] - 1
        if not cause or others < _MANY:
            yield fault
        elif cause not in reported:
            reported.add(cause)
            yield fault._replace(hint=f"{fault.hint}\nit is on {others:,} other pages, too: see the templates")


def _cause_of(fault: Fault) -> str:
    """Return a text that faults of the same cause share; "" for a fault that has a cause of its own."""
    return fault.target or (fault.message if fault.sign else "")
