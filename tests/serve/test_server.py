"""The server of the preview, asked over plain HTTP."""

import http.client
import re
import shutil
import socket
import threading
from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from newsbrief.disk.output_record import RECORD
from newsbrief.serve.latest_snapshot import LatestSnapshot
from newsbrief.serve.server import open_server
from newsbrief.serve.snapshot import Snapshot
from support.commands import run
from support.files import bytes_of, write
from support.preview import Preview, ask, ask_raw, listening, previewing
from support.processes import PATIENCE, wait_until
from support.sites import SITES

BASE_URL = "https://name.example/briefings"
SIGNS = (b".newsbrief/", b"reload.js", b"EventSource")


class Still(NamedTuple):
    """A site below /briefings/ that nobody edits, and its preview."""

    site: Path
    preview: Preview

    @property
    def port(self) -> int:
        return self.preview.port


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Still]:
    """The preview of a site that nobody edits, with static files of many types."""
    site = tmp_path_factory.mktemp("still")
    shutil.copytree(SITES / "two-briefings" / "content", site / "content")
    for name in ("a.png", "b.txt", "c.json", "d.svg", "e.woff2", "f.webp", "g.unheard-of"):
        write(site / "static" / name, "<svg/>" if name.endswith(".svg") else name)
    with previewing("--site", site, "--base-url", BASE_URL, "-p", "0") as started:
        yield Still(site, started)


def test_site_is_served_below_the_path_it_is_published_under(still: Still) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/briefings/", still.preview.address)
    status, _, body = ask(still.port, "/briefings/")
    assert status == 200 and b"</h1>" in body
    for path in ("/", "/briefings"):
        status, headers, _ = ask(still.port, path)
        assert (status, headers["location"]) == (302, "/briefings/")
    assert ask(still.port, "/glossary/")[0] == 404


def test_folder_without_its_slash_leads_to_the_one_with_it(still: Still) -> None:
    status, headers, _ = ask(still.port, "/briefings/glossary?a=b")
    assert (status, headers["location"]) == (302, "/briefings/glossary/?a=b")
    assert ask(still.port, "/briefings/glossary/")[2] == ask(still.port, "/briefings/glossary/?a=b")[2]
    assert ask(still.port, "/briefings/glossary/index.html")[0] == 200
    assert ask(still.port, "/briefings/assets")[0] == ask(still.port, "/briefings/assets/")[0] == 404


@pytest.mark.parametrize(
    ("suffix", "type"),
    [
        ("html", "text/html; charset=utf-8"),
        ("css", "text/css; charset=utf-8"),
        ("js", "text/javascript; charset=utf-8"),
        ("svg", "image/svg+xml; charset=utf-8"),
        ("txt", "text/plain; charset=utf-8"),
        ("json", "application/json"),
        ("png", "image/png"),
        ("webp", "image/webp"),
        ("woff2", "font/woff2"),
        ("unheard-of", "application/octet-stream"),
    ],
)
def test_every_file_is_told_by_its_type(still: Still, written: dict[str, bytes], suffix: str, type: str) -> None:
    path = next(path for path in written if path.endswith(f".{suffix}"))
    status, headers, body = ask(still.port, f"/briefings/{path}")
    assert (status, headers["content-type"]) == (200, type)
    assert headers["content-length"] == str(len(body)) and headers["cache-control"] == "no-cache"


@pytest.fixture(scope="module")
def written(still: Still, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files that a build of the site of `still` writes."""
    output = tmp_path_factory.mktemp("built") / "out"
    assert run("build", "--site", still.site, "-o", output, "-b", BASE_URL).returncode == 0
    return bytes_of(output)


def test_every_built_file_is_served_as_it_is_but_for_the_reload_code(still: Still, written: dict[str, bytes]) -> None:
    for path, raw in written.items():
        if path == RECORD:
            # A preview writes no files, and so no list of them.
            continue
        _, _, served = ask(still.port, f"/briefings/{path}")
        assert not any(sign in raw for sign in SIGNS), path
        if path.endswith(".html"):
            tag = re.compile(rb'<script src="/\.newsbrief/reload\.js"[^>]*></script>\n(?=</body>)')
            assert len(tag.findall(served)) == 1
            served = tag.sub(b"", served)
        assert served == raw, path


def test_address_that_does_not_exist_shows_the_sites_page_for_it_and_is_told(still: Still) -> None:
    status, headers, body = ask(still.port, "/briefings/no-such-page/")
    assert status == 404 and headers["content-type"] == "text/html; charset=utf-8"
    assert b'href="/briefings/assets/style.' in body and b"/.newsbrief/reload.js" in body
    still.preview.wait_for(r"^404 /briefings/no-such-page/$")


@pytest.mark.parametrize(
    "path",
    [
        "/briefings/../../../../etc/passwd",
        "/../content/site.yaml",
        "/briefings/%2e%2e/%2e%2e/etc/passwd",
        "/briefings/..%2f..%2fetc/passwd",
        "/briefings/%252e%252e/etc/passwd",
        "/briefings/..\\..\\etc\\passwd",
        "/briefings/%5c..%5c..%5cetc%5cpasswd",
        "/briefings/glossary/%00index.html",
        "/briefings/index.html%00.css",
        "/briefings/%ff%fe",
        "/briefings//etc/passwd",
        "//etc/passwd",
        "/etc/passwd",
        "/.newsbrief/",
        "/.newsbrief/server.py",
        "/.newsbrief/../server.py",
        "/.newsbrief/%2e%2e/loop.py",
    ],
)
def test_no_path_leads_out_of_the_site(still: Still, path: str) -> None:
    request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    answer = ask_raw(still.port, request.encode())
    assert answer.startswith(b"HTTP/1.1 404 ") and b"root:" not in answer


@pytest.mark.parametrize("path", ["//evil.example", "//evil.example/", "/\\evil.example", "/%2f/evil.example/.."])
def test_no_redirect_leads_to_another_host(still: Still, path: str) -> None:
    answer = ask_raw(still.port, f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
    assert b"Location: //" not in answer and b"evil.example\r\n" not in answer.partition(b"\r\n\r\n")[0]


def test_what_a_browser_has_is_not_sent_again(still: Still) -> None:
    for path in ("/briefings/", "/briefings/glossary/index.html", "/.newsbrief/reload.js"):
        _, headers, body = ask(still.port, path)
        tag = headers["etag"]
        for named in (tag, f"W/{tag}", f'"other", {tag}', "*"):
            status, again, nothing = ask(still.port, path, If_None_Match=named)
            assert (status, again["etag"], nothing) == (304, tag, b"")
        assert ask(still.port, path, If_None_Match='"other"')[::2] == (200, body)
    assert ask(still.port, "/briefings/nowhere", If_None_Match="*")[0] == 404


def test_head_is_answered_as_get_without_the_body(still: Still) -> None:
    for path in ("/briefings/", "/briefings/nowhere", "/briefings/glossary", "/.newsbrief/reload.css"):
        status, headers, _ = ask(still.port, path)
        again, said, nothing = ask(still.port, path, "HEAD")
        assert (again, said | {"date": ""}, nothing) == (status, headers | {"date": ""}, b"")
    assert ask(still.port, "/.newsbrief/events?page=/briefings/", "HEAD")[::2] == (200, b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(still: Still, method: str) -> None:
    status, headers, _ = ask(still.port, "/briefings/", method)
    assert (status, headers["allow"]) == (405, "GET, HEAD")
    assert ask_raw(still.port, b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nabcd")[:12] == b"HTTP/1.1 405"


def test_one_connection_serves_many_requests(still: Still) -> None:
    with closing(http.client.HTTPConnection("127.0.0.1", still.port, timeout=PATIENCE)) as connection:
        connection.connect()
        kept = connection.sock
        for path in ("/briefings/", "/briefings/nowhere", "/briefings/glossary", "/.newsbrief/reload.css"):
            connection.request("GET", path)
            connection.getresponse().read()
            assert connection.sock is kept


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]:8000", "news.localhost:80", "127.9.9.9"])
def test_names_of_this_machine_are_answered(still: Still, host: str) -> None:
    assert ask(still.port, "/briefings/", Host=host)[0] == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "localhost.evil.example", "192.168.1.7", "[::2]", "[", "", "@"]
)
def test_other_names_are_refused_lest_a_foreign_page_takes_them(still: Still, host: str) -> None:
    for path in ("/briefings/", "/.newsbrief/events?page=/briefings/", "/.newsbrief/reload.js"):
        status, _, body = ask(still.port, path, Host=host)
        assert status == 403 and b"answers only at http://127.0.0.1:" in body


def test_garbage_is_answered_and_ends_nothing(still: Still) -> None:
    assert b"400" in ask_raw(still.port, b"GET / / / HTTP/9\r\n\r\n")
    assert b"501" in ask_raw(still.port, b"BREW /pot HTTP/1.1\r\nHost: localhost\r\n\r\n")
    with closing(socket.create_connection(("127.0.0.1", still.port))) as connection:
        connection.sendall(b"GET /briefings/ HTTP/1.1\r\nHost: ")
    assert ask(still.port, "/briefings/")[0] == 200


def test_connection_whose_browser_has_gone_is_given_up() -> None:
    others = answering_threads()
    server = open_server("127.0.0.1", (0,), LatestSnapshot(Snapshot("/", {"index.html": b"x"})), print, heartbeat=0.02)
    server.start()
    try:
        request = f"GET /.newsbrief/events?page=/ HTTP/1.1\r\nHost: localhost:{server.server_port}\r\n\r\n"
        with closing(socket.create_connection(("127.0.0.1", server.server_port), timeout=PATIENCE)) as connection:
            connection.sendall(request.encode())
            heard = b""
            while heard.count(b": still here\n\n") < 3:
                heard += connection.recv(4096)
            assert heard.count(b"data: ") == 1
            assert len(answering_threads(others)) == 1
        wait_until(lambda: not answering_threads(others))
    finally:
        server.stop()


def test_stop_leaves_no_thread_behind() -> None:
    before = set(threading.enumerate())
    server = open_server("127.0.0.1", (0,), LatestSnapshot(Snapshot("/", {"index.html": b"x"})), print)
    server.start()
    with (
        closing(socket.create_connection(("127.0.0.1", server.server_port))),
        listening(server.server_port, "/") as hear,
    ):
        hear()
        wait_until(lambda: len(answering_threads(before)) == 2)
        server.stop()
        # The connections are still held here; only the server can have ended them.
        wait_until(lambda: before.issuperset(threading.enumerate()))


def answering_threads(besides: Collection[threading.Thread] = ()) -> set[threading.Thread]:
    """Return the threads that answer requests now; other servers of the run may have some, which are left out."""
    return {each for each in threading.enumerate() if "process_request_thread" in each.name}.difference(besides)


def test_fault_in_an_answer_is_told_in_one_line() -> None:
    said: list[str] = []
    faulty = Snapshot("/", {"index.html": "no bytes"})  # type: ignore[dict-item]
    server = open_server("127.0.0.1", (0,), LatestSnapshot(faulty), said.append)
    server.start()
    try:
        assert ask(server.server_port, "/")[0] == 500
        assert len(said) == 1 and said[0].startswith("500 /: ") and "\n" not in said[0]
    finally:
        server.stop()
