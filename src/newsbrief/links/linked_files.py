"""Files beside an article that its links lead to: they are published with it.

For example, where the article says `[Map](map.pdf)`:

    find_linked_files(article, folder, "bridge", base)  # (("map.pdf",), [])
"""

from pathlib import Path

from newsbrief.content.article import IMAGE_TYPES, AddressPlaces, Article, file_fault, image_fault, is_file
from newsbrief.content.markdown import is_allowed_address
from newsbrief.content.svg import judge_svg
from newsbrief.links.addresses import SiteAddress, SiteTarget, follow_address
from newsbrief.model.paths import GENERATED, briefing_path, is_plain_name
from newsbrief.model.problems import Problem

_SOURCES = frozenset({"article.md", "facts.yaml"})


def find_linked_files(
    article: Article, folder: Path, slug: str, base: SiteAddress
) -> tuple[tuple[str, ...], list[Problem]]:
    """Return the names of the files in a briefing's folder that its article links to, and what is wrong with others.

    `slug` is the address of the briefing, `base` the site's. A link to what the build makes itself names no file.
    """
    places = AddressPlaces(article.file, article.body_start)
    names: dict[str, None] = {}
    problems = []
    for address in dict.fromkeys(article.document.links):
        name = _name_beside(address, slug, base) if is_allowed_address(address) else ""
        if fault := _fault_of(name, folder):
            problems.append(places.problem(address, *fault))
        elif name and name not in GENERATED and "/" not in name and is_file(folder / name):
            names[name] = None
            if name.lower().endswith(".svg"):
                problems += judge_svg(f"{article.file.path.rpartition('/')[0]}/{name}", (folder / name).read_bytes())
    return tuple(names), problems


def _name_beside(address: str, slug: str, base: SiteAddress) -> str:
    """Return the way from the briefing's folder to what an address leads to; "" where that is elsewhere."""
    target = follow_address(address, briefing_path(slug), base)
    path = target.path if isinstance(target, SiteTarget) else ""
    return path.removeprefix(f"{slug}/") if path.startswith(f"{slug}/") else ""


def _fault_of(name: str, folder: Path) -> tuple[str, str] | None:
    """Return the fault of a file that an article links to, and the remedy; None where there is none.

    A name without an ending, of which there is no file, means a page: its link is judged as others are.
    """
    is_there = bool(name) and is_plain_name(name) and is_file(folder / name)
    if not is_there and ("/" in name or not Path(name).suffix):
        return None
    if "/" in name:
        return f"the file {name!r} is in a folder of its own", "save it beside article.md and link to its name"
    if name.casefold() in GENERATED:
        fault = f"the name {name!r} is reserved for a file that the build makes", "rename the file"
        return fault if is_there else None
    if name in _SOURCES:
        return f"{name!r} is not published", "link to article.txt, the article's text, or to evidence.json"
    if name.startswith("."):
        return f"{name!r} is a hidden file, and not published", "give it a name that begins with no full stop"
    if Path(name).suffix.lower() in IMAGE_TYPES:
        return image_fault(name, folder)
    if not is_there:
        return f"there is no file {name!r} in this folder", "save it beside article.md, or correct the address"
    return file_fault(name, folder, f"the file {name!r}")
