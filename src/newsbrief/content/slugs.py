"""The addresses of briefings and plain pages, made from the names of their folders and files.

`make_slug("Libya 2019")` is `libya-2019`.
"""

import re
from collections.abc import Iterable, Mapping

from newsbrief.model.paths import RESERVED_SLUGS
from newsbrief.model.problems import Problem

_ADDRESS = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def assign_slugs(folders: Iterable[str], pages: Iterable[str]) -> tuple[Mapping[str, str], list[Problem]]:
    """Return the address of each folder and each file by its name, and the problems of those without a free one."""
    named = [(folder, folder) for folder in sorted(folders)]
    named += [(page, page.removesuffix(".md")) for page in sorted(pages)]
    slugs: dict[str, str] = {}
    taken: dict[str, str] = {}
    problems = []
    for name, stem in named:
        slug = slugs[name] = make_slug(stem)
        shown = f"content/{name}"
        if not slug:
            hint = "use letters or digits in the name: the address is made from it"
            problems.append(Problem(shown, 0, 0, f"the name {stem!r} makes no address", hint))
        elif slug in RESERVED_SLUGS or slug in ("404", "index"):
            message = f"the address {slug!r} is reserved for the generator"
            problems.append(Problem(shown, 0, 0, message, "give it another name"))
        elif slug in taken:
            message = f"the name {stem!r} makes the same address as {taken[slug]}: {slug!r}"
            problems.append(Problem(shown, 0, 0, message, "rename one of the two"))
        taken.setdefault(slug, shown)
    return slugs, problems


def make_slug(name: str) -> str:
    """Return a name in the form of an address: small letters, digits and single hyphens."""
    if _ADDRESS.fullmatch(name):
        return name
    from slugify import slugify

    return slugify(name)
