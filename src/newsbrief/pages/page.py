"""A page before it is rendered, and the way from it to other files.

>>> Page("bridge/index.html", "briefing.html", "en", {}).href("glossary/index.html", "party-un")
'../glossary/index.html#party-un'
"""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlsplit

from msgspec import Struct

from newsbrief.model.cldr import read_cldr
from newsbrief.model.languages import is_east_asian
from newsbrief.model.paths import NOT_FOUND, publish_path


class Page(Struct, frozen=True):
    """One HTML page: `path` is relative to the output folder, `context` is what its template is given.

    `is_apart` says that it is read elsewhere than at its address, as a feed's entry is, so that its links are whole.
    """

    path: str
    template: str
    language: str
    context: Mapping[str, Any]
    is_apart: bool = False

    @property
    def direction(self) -> str:
        return read_cldr(self.language).direction

    @property
    def is_east_asian(self) -> bool:
        """Whether it is in Chinese, Japanese or Korean."""
        return is_east_asian(self.language)

    @property
    def locale(self) -> str:
        """The language as Open Graph names it, such as en_GB; "" where its tag tells no region."""
        table = read_cldr(self.language)
        return f"{table.language}_{table.territory}" if table.territory else ""

    def href(self, target: str, fragment: str = "", base_url: str = "") -> str:
        """Return the address of another output file, relative to this page.

        The page for addresses that do not exist is shown at any depth, so its links begin at the host; those of a page
        that is read elsewhere begin with `base_url`.
        """
        anchor = f"#{fragment}" if fragment else ""
        if self.is_apart:
            return publish_path(base_url, target) + anchor
        if self.path == NOT_FOUND:
            return f"{urlsplit(base_url).path}/{quote(target)}{anchor}"
        if target == self.path and fragment:
            return anchor
        return quote(_relative_path(self.path.split("/")[:-1], target.split("/"))) + anchor


def _relative_path(folder: Sequence[str], target: Sequence[str]) -> str:
    """Return the way from a folder to a file, both given part by part from the same place."""
    shared = 0
    while shared < min(len(folder), len(target) - 1) and folder[shared] == target[shared]:
        shared += 1
    return "/".join([*[".."] * (len(folder) - shared), *target[shared:]])
