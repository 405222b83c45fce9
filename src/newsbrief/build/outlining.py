"""Looks at every page on its way into a site, so that its links can be judged before the site is written."""

from typing import NamedTuple

from newsbrief.disk.staging import Outputs, Placed
from newsbrief.links.outline import outline_page, outline_sheet


class Surveying(NamedTuple):
    """Puts files into the `outputs` of a site at `base_url`, and notes of each page what its links need."""

    outputs: Outputs
    base_url: str

    def put(self, path: str, content: bytes) -> Placed:
        """Put a file to its place; a page or style sheet with its outline."""
        placed = self.outputs.put(path, content)
        if path.endswith(".html"):
            return placed._replace(outline=outline_page(path, content, self.base_url))
        if path.endswith(".css"):
            return placed._replace(outline=outline_sheet(path, content, self.base_url))
        return placed

    def read(self, path: str) -> bytes | None:
        """Return a file as the last build left it."""
        return self.outputs.read(path)
