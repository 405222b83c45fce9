"""What a request to the preview is answered with: a pure function of the snapshot."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from http import HTTPStatus
from mimetypes import guess_type
from pathlib import PurePosixPath
from urllib.parse import unquote

from msgspec import Struct, field

from newsbrief.model.paths import PACKAGE
from newsbrief.serve.overlay import RESERVED
from newsbrief.serve.snapshot import Snapshot

_OWN_FILES = ("reload.js", "reload.css")
PLAIN = "text/plain; charset=utf-8"
_HTML = "text/html; charset=utf-8"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": _HTML,
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".txt": PLAIN,
    ".md": "text/markdown; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/vnd.microsoft.icon",
    ".pdf": "application/pdf",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}
"""What the web calls each kind of file, on every machine; the machine's own list is asked only about others."""


class Answer(Struct, frozen=True):
    """A status, the type and bytes of what is sent, and the headers that belong to it alone."""

    status: HTTPStatus
    type: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


def answer_request(snapshot: Snapshot, target: str) -> Answer:
    """Return the answer to a GET of `target`, a path and perhaps a query as they stand in the request.

    A path is only ever looked up among the files of the snapshot, so none leads to the disk.
    """
    raw, mark, query = target.partition("?")
    path = unquote(raw)
    if path.startswith(RESERVED) and (name := path.removeprefix(RESERVED)) in _OWN_FILES:
        return _found(_content_type(name), _own_file(name))
    if snapshot.files and (location := snapshot.redirect(path)):
        return Answer(HTTPStatus.FOUND, PLAIN, b"", {"Location": location + mark + query})
    output = snapshot.locate(path)
    if output and not output.endswith(".html"):
        return _found(_content_type(output), snapshot.files[output])
    status, page = snapshot.live_page(path)
    return _found(_HTML, page) if status == HTTPStatus.OK else Answer(status, _HTML, page)


def _found(type: str, body: bytes) -> Answer:
    return Answer(HTTPStatus.OK, type, body, {"ETag": f'"{sha256(body).hexdigest()[:32]}"'})


def _content_type(name: str) -> str:
    suffix = PurePosixPath(name).suffix.lower()
    return _TYPES.get(suffix) or guess_type(name)[0] or "application/octet-stream"


@cache
def _own_file(name: str) -> bytes:
    return (PACKAGE / "serve" / name).read_bytes()
