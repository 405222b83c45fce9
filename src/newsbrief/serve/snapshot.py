"""A snapshot of the preview: the files of the last good build, and the problems that have come up since.

The code that reloads a page is added to it here, on its way to the browser; no built file holds it.
"""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from html import unescape
from http import HTTPStatus
from posixpath import join, normpath
from urllib.parse import quote, unquote, urlencode, urlsplit

from msgspec import Struct

from newsbrief.model.paths import NOT_FOUND
from newsbrief.model.problems import Problem
from newsbrief.serve.overlay import RESERVED, doubt_panel, problem_page, problem_panel

EVENTS = f"{RESERVED}events"
_BODY_END = re.compile(rb"</body\s*>", re.IGNORECASE)
_SHEET = re.compile(rb"\.[0-9a-f]{10}\.css\b")
_SHOWN_FILE = re.compile(rb"""\s(?:src|srcset|poster|data)=["']?([^"'\s>?#]+)""")


class Snapshot(Struct, frozen=True):
    """One state of the preview. Each request reads one, so none sees half of one build and half of the next.

    `base` is the path that the site is served under, decoded, with a slash at both ends. `files` maps output paths to
    bytes and is empty until a build succeeds. `problems` are those of a later build that failed, `doubts` the
    questions that drafts leave open.
    """

    base: str
    files: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()

    def locate(self, path: str) -> str | None:
        """Return the output path of the file at a decoded path of the host, or None."""
        inside = path.removeprefix(self.base) if path.startswith(self.base) else "/"
        output = f"{inside}index.html" if inside == "" or inside.endswith("/") else inside
        return output if output in self.files else None

    def redirect(self, path: str) -> str | None:
        """Return the path that `path` redirects to, if any: from `/` the site's, from a folder the one with a slash."""
        if path in ("/", self.base.rstrip("/")) and path != self.base:
            return quote(self.base)
        return quote(f"{path}/") if self.locate(path) is None and self.locate(f"{path}/") else None

    def page(self, path: str) -> tuple[HTTPStatus, bytes]:
        """Return the page at `path`; where there is none, the 404 page; before the first good build, the problems."""
        if not self.files:
            return HTTPStatus.SERVICE_UNAVAILABLE, problem_page(self.problems)
        output = self.locate(path)
        if output is None:
            return HTTPStatus.NOT_FOUND, self.files.get(NOT_FOUND, b"<!doctype html><title>404</title><h1>404</h1>")
        return HTTPStatus.OK, self.files[output]

    def live_page(self, path: str) -> tuple[HTTPStatus, bytes]:
        """Return the page at `path` with the code that reloads it."""
        status, page = self.page(path)
        events = f"{EVENTS}?{urlencode({'page': path})}"
        script = f'<script src="{RESERVED}reload.js" data-page="{self.digest(path)}" data-events="{events}" defer>'
        ends = [match.start() for match in _BODY_END.finditer(page)] or [len(page)]
        return status, page[: ends[-1]] + f"{script}</script>\n".encode() + page[ends[-1] :]

    def digest(self, path: str) -> str:
        """Return a digest of the page at `path` and of the files it shows.

        It leaves out the fingerprints of style sheets, since a browser replaces a style sheet without a reload.
        """
        status, page = self.page(path)
        digest = sha256(b"%d " % status + _SHEET.sub(b".css", page))
        folder = (self.locate(path) or "").rpartition("/")[0]
        for match in _SHOWN_FILE.finditer(page):
            shown = unquote(unescape(match[1].decode(errors="replace")))
            digest.update(sha256(self.files.get(normpath(join(folder, shown)), b"")).digest())
        return digest.hexdigest()[:20]

    def describe(self, path: str) -> str:
        """Return as JSON what a browser needs to bring the page at `path` up to date."""
        sheets = [quote(self.base + output) for output in self.files if output.endswith(".css")]
        panel = ""
        if self.files and (self.problems or self.doubts):
            panel = problem_panel(self.problems) if self.problems else doubt_panel(self.doubts)
        return json.dumps({"page": self.digest(path), "styles": sheets, "problems": panel})


def base_path(base_url: str) -> str:
    """Return the path under which a site published at `base_url` is served: decoded, with a slash at both ends."""
    inside = unquote(urlsplit(base_url).path).strip("/")
    return f"/{inside}/" if inside else "/"
