"""Judge the links of a site before it is published: each page is outlined as it is staged, and all are judged together.

For example:

    site = make_site(sources, stale, OutlineOutputs(staging, base_url))
    orphans = judge_staged(site, output)
"""

from pathlib import Path
from typing import NamedTuple

from newsbrief.build.make_site import SiteResult
from newsbrief.disk.staging import OutputFile, Outputs
from newsbrief.links.judge import find_orphans, judge_links
from newsbrief.links.locate import place_faults
from newsbrief.links.outline import Outline, outline_page, outline_sheet
from newsbrief.model.problems import NewsbriefError


class OutlineOutputs(NamedTuple):
    """The `outputs` of a site at `base_url`, in which the note on each page and style sheet is its outline."""

    outputs: Outputs
    base_url: str

    def put(self, path: str, content: bytes) -> OutputFile:
        """Take in a file of the site."""
        file = self.outputs.put(path, content)
        if path.endswith(".html"):
            return file._replace(note=outline_page(path, content, self.base_url))
        if path.endswith(".css"):
            return file._replace(note=outline_sheet(path, content, self.base_url))
        return file

    def read(self, path: str) -> bytes | None:
        """Return a file as the last build left it."""
        return self.outputs.read(path)


def judge_staged(site: SiteResult, output: Path) -> tuple[str, ...]:
    """Return the files that nothing links to, of a whole site that was put into `OutlineOutputs` for this output.

    NewsbriefError: something is wrong with its links.
    """
    staged = {file.path: file.staged for file in site.files}
    outlines = [file.note for file in site.files if isinstance(file.note, Outline)]
    faults = judge_links(outlines, staged)
    if not faults:
        return find_orphans(outlines, staged)

    def read(path: str) -> bytes:
        return Path(staged[path] or output / path).read_bytes()

    raise NewsbriefError(place_faults(faults, site.sources.request.site, output, site.sources.slugs, read))
