"""The response to a request to the preview: a pure function of the snapshot.

>>> respond(Snapshot("/", {"index.html": b"<h1>Home</h1>"}), "/gone/").status
<HTTPStatus.NOT_FOUND: 404>
"""

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
"""The type of each kind of file, the same on every machine; only for others is the machine's own list used."""


class Response(Struct, frozen=True):
    """A status, the type and bytes of the body, and the headers that no other response has."""

    status: HTTPStatus
    type: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


def respond(snapshot: Snapshot, target: str) -> Response:
    """Return the response to a GET of `target`, a path and perhaps a query as they stand in the request.

    A path is looked up only among the files of the snapshot, so none leads to the disk.
    """
    raw, mark, query = target.partition("?")
    path = unquote(raw)
    if path.startswith(RESERVED) and (name := path.removeprefix(RESERVED)) in _OWN_FILES:
        return _found(_content_type(name), _own_file(name))
    if snapshot.files and (location := snapshot.redirect(path)):
        return Response(HTTPStatus.FOUND, PLAIN, b"", {"Location": location + mark + query})
    output = snapshot.locate(path)
    if output and not output.endswith(".html"):
        return _found(_content_type(output), snapshot.files[output])
    status, page = snapshot.live_page(path)
    return _found(_HTML, page) if status == HTTPStatus.OK else Response(status, _HTML, page)


def _found(type: str, body: bytes) -> Response:
    return Response(HTTPStatus.OK, type, body, {"ETag": f'"{sha256(body).hexdigest()[:32]}"'})


def _content_type(name: str) -> str:
    suffix = PurePosixPath(name).suffix.lower()
    return _TYPES.get(suffix) or guess_type(name)[0] or "application/octet-stream"


@cache
def _own_file(name: str) -> bytes:
    return (PACKAGE / "serve" / name).read_bytes()
