"""The preview: real processes on loopback, asked over plain HTTP and looked at in a real Chromium."""

import http.client
import json
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsbrief.model.problems import Problem
from newsbrief.serve.allowed_hosts import is_expected_host, is_loopback
from newsbrief.serve.loop import name_changes, take_snapshot, warn_of_network
from newsbrief.serve.memory import Memory
from newsbrief.serve.newest import Board
from newsbrief.serve.overlay import problem_page, problem_panel
from newsbrief.serve.server import PreviewServer, open_server
from newsbrief.serve.snapshot import Snapshot, base_path
from support.browsing import find_faults
from support.commands import ENVIRONMENT, bytes_of, run
from support.sites import ARTICLE, FACTS, FRONT, ROOT, SITES, write_briefing

if TYPE_CHECKING:
    from playwright.sync_api import Page

PATIENCE = 15
"""Seconds after which what was waited for is taken not to come."""

BROKEN = FACTS.replace("text: The bridge will open in May,", "text: the bridge will open in May,")
PLACE = "content/bridge/facts.yaml:17:11"
REMEDY = "the article has, with different capitals: “The bridge will open in May,” (article.md:6)"
SIGNS = (b".newsbrief/", b"reload.js", b"EventSource")


class Preview:
    """A `newsbrief serve` in a process of its own, and the lines that it prints."""

    def __init__(self, *arguments: str, **environment: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "newsbrief", "serve", *arguments],
            env=ENVIRONMENT | environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        self.lines: list[str] = []
        self._news = threading.Condition()
        self._readers = [threading.Thread(target=self._read, args=(pipe,)) for pipe in self._pipes()]
        for reader in self._readers:
            reader.start()

    def _pipes(self) -> list[Iterator[str]]:
        assert self.process.stdout and self.process.stderr
        return [self.process.stdout, self.process.stderr]

    def _read(self, pipe: Iterator[str]) -> None:
        for line in pipe:
            with self._news:
                self.lines.append(line.rstrip("\n"))
                self._news.notify_all()

    def wait_for(self, pattern: str, times: int = 1) -> re.Match[str]:
        """Return the match of the line that is the last of so many that match `pattern`, once it is printed."""

        def found() -> list[re.Match[str]]:
            return [match for line in self.lines if (match := re.search(pattern, line))]

        with self._news:
            assert self._news.wait_for(lambda: len(found()) >= times, PATIENCE), (pattern, self.lines)
            return found()[times - 1]

    @property
    def address(self) -> str:
        return self.wait_for(r"^Serving (http://\S+)$")[1]

    @property
    def port(self) -> int:
        return int(self.address.split(":")[2].partition("/")[0])

    def end(self, sign: int = signal.SIGINT) -> int:
        """Send a signal and return the code that the process ends with."""
        if self.process.poll() is None:
            self.process.send_signal(sign)
        try:
            return self.process.wait(PATIENCE)
        finally:
            self.process.kill()
            self.process.wait()
            for reader in self._readers:
                reader.join()
            for pipe in (self.process.stdout, self.process.stderr):
                assert pipe
                pipe.close()


@pytest.fixture
def preview() -> Iterator[Callable[..., Preview]]:
    """Start a preview of a site on any free port; all are ended after the test, and none shows a traceback."""
    started: list[Preview] = []

    def start(site: Path, *arguments: str, **environment: str) -> Preview:
        port = () if {"-p", "--port"} & {*arguments} else ("--port", "0")
        started.append(Preview("--site", str(site), *port, *arguments, **environment))
        return started[-1]

    yield start
    for each in started:
        each.end()
        assert "Traceback" not in "\n".join(each.lines)


def write(path: Path, text: str | bytes) -> None:
    """Put a file in place at one stroke, as careful editors do."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(text if isinstance(text, bytes) else text.encode())
    part.replace(path)


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    write(path, text.replace(before, after))


def until(is_so: Callable[[], object]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        threading.Event().wait(0.01)


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Return the status, the headers by their names in lower case, and the body of an answer."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=named)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


def ask_raw(port: int, request: bytes) -> bytes:
    """Send bytes as they are and return all that comes back until the server closes."""
    with closing(socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)) as connection:
        connection.sendall(request)
        return b"".join(iter(lambda: connection.recv(65536), b""))


@contextmanager
def listening(port: int, path: str) -> Iterator[Callable[[], dict[str, object]]]:
    """Listen to the events for the page at a path; what is yielded waits for the next message."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        connection.request("GET", f"/.newsbrief/events?page={path}")
        answer = connection.getresponse()
        assert answer.status == 200 and answer.headers["Content-Type"] == "text/event-stream; charset=utf-8"

        def hear() -> dict[str, object]:
            while not (line := answer.readline()).startswith(b"data: "):
                assert line
            message: dict[str, object] = json.loads(line.removeprefix(b"data: "))
            return message

        yield hear


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview of a site below /briefings/ that nobody edits."""
    site = tmp_path_factory.mktemp("still")
    shutil.copytree(SITES / "two-briefings" / "content", site / "content")
    for name in ("a.png", "b.txt", "c.json", "d.svg", "e.woff2", "f.webp", "g.unheard-of"):
        write(site / "static" / name, name)
    started = Preview("--site", str(site), "--base-url", "https://name.example/briefings", "-p", "0")
    yield started
    started.end()
    assert "Traceback" not in "\n".join(started.lines)


def test_site_is_served_below_the_path_it_is_published_under(still: Preview) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/briefings/", still.address)
    status, _, body = ask(still.port, "/briefings/")
    assert status == 200 and b"</h1>" in body
    for path in ("/", "/briefings"):
        status, headers, _ = ask(still.port, path)
        assert (status, headers["location"]) == (302, "/briefings/")
    assert ask(still.port, "/glossary/")[0] == 404


def test_folder_without_its_slash_leads_to_the_one_with_it(still: Preview) -> None:
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
def test_every_file_is_told_by_its_type(still: Preview, built_paths: list[str], suffix: str, type: str) -> None:
    path = next(path for path in built_paths if path.endswith(f".{suffix}"))
    status, headers, body = ask(still.port, f"/briefings/{path}")
    assert (status, headers["content-type"]) == (200, type)
    assert headers["content-length"] == str(len(body)) and headers["cache-control"] == "no-cache"


@pytest.fixture(scope="module")
def built_paths(still: Preview, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What a build of the site of `still` writes."""
    output = tmp_path_factory.mktemp("built") / "out"
    site = str(still.process.args[5])  # type: ignore[index]
    assert run("build", "--site", site, "-o", str(output), "-b", "https://name.example/briefings").returncode == 0
    return list(bytes_of(output))


def test_every_built_file_is_served_as_it_is_but_for_the_reload_code(
    still: Preview, built_paths: list[str], tmp_path: Path
) -> None:
    site = str(still.process.args[5])  # type: ignore[index]
    assert run("build", "--site", site, "-o", str(tmp_path), "-b", "https://name.example/briefings").returncode == 0
    for path in built_paths:
        _, _, served = ask(still.port, f"/briefings/{path}")
        written = (tmp_path / path).read_bytes()
        assert not any(sign in written for sign in SIGNS), path
        if path.endswith(".html"):
            tag = re.compile(rb'<script src="/\.newsbrief/reload\.js"[^>]*></script>\n(?=</body>)')
            assert len(tag.findall(served)) == 1
            served = tag.sub(b"", served)
        assert served == written, path


def test_address_that_does_not_exist_shows_the_sites_page_for_it_and_is_told(still: Preview) -> None:
    status, headers, body = ask(still.port, "/briefings/no-such-page/")
    assert status == 404 and headers["content-type"] == "text/html; charset=utf-8"
    assert b'href="/briefings/assets/style.' in body and b"/.newsbrief/reload.js" in body
    still.wait_for(r"^404 /briefings/no-such-page/$")


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
def test_no_path_leads_out_of_the_site(still: Preview, path: str) -> None:
    request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    answer = ask_raw(still.port, request.encode())
    assert answer.startswith(b"HTTP/1.1 404 ") and b"root:" not in answer


@pytest.mark.parametrize("path", ["//evil.example", "//evil.example/", "/\\evil.example", "/%2f/evil.example/.."])
def test_no_redirect_leads_to_another_host(still: Preview, path: str) -> None:
    answer = ask_raw(still.port, f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
    assert b"Location: //" not in answer and b"evil.example\r\n" not in answer.partition(b"\r\n\r\n")[0]


def test_what_a_browser_has_is_not_sent_again(still: Preview) -> None:
    for path in ("/briefings/", "/briefings/glossary/index.html", "/.newsbrief/reload.js"):
        _, headers, body = ask(still.port, path)
        tag = headers["etag"]
        for named in (tag, f"W/{tag}", f'"other", {tag}', "*"):
            status, again, nothing = ask(still.port, path, If_None_Match=named)
            assert (status, again["etag"], nothing) == (304, tag, b"")
        assert ask(still.port, path, If_None_Match='"other"')[::2] == (200, body)
    assert ask(still.port, "/briefings/nowhere", If_None_Match="*")[0] == 404


def test_head_is_answered_as_get_without_the_body(still: Preview) -> None:
    for path in ("/briefings/", "/briefings/nowhere", "/briefings/glossary", "/.newsbrief/reload.css"):
        status, headers, _ = ask(still.port, path)
        again, said, nothing = ask(still.port, path, "HEAD")
        assert (again, said | {"date": ""}, nothing) == (status, headers | {"date": ""}, b"")
    assert ask(still.port, "/.newsbrief/events?page=/briefings/", "HEAD")[::2] == (200, b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(still: Preview, method: str) -> None:
    status, headers, _ = ask(still.port, "/briefings/", method)
    assert (status, headers["allow"]) == (405, "GET, HEAD")
    assert ask_raw(still.port, b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nabcd")[:12] == b"HTTP/1.1 405"


def test_one_connection_serves_many_requests(still: Preview) -> None:
    with closing(http.client.HTTPConnection("127.0.0.1", still.port, timeout=PATIENCE)) as connection:
        connection.connect()
        kept = connection.sock
        for path in ("/briefings/", "/briefings/nowhere", "/briefings/glossary", "/.newsbrief/reload.css"):
            connection.request("GET", path)
            connection.getresponse().read()
            assert connection.sock is kept


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]:8000", "news.localhost:80", "127.9.9.9"])
def test_names_of_this_machine_are_answered(still: Preview, host: str) -> None:
    assert ask(still.port, "/briefings/", Host=host)[0] == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "localhost.evil.example", "192.168.1.7", "[::2]", "[", "", "@"]
)
def test_other_names_are_refused_lest_a_stranger_takes_them(still: Preview, host: str) -> None:
    for path in ("/briefings/", "/.newsbrief/events?page=/briefings/", "/.newsbrief/reload.js"):
        status, _, body = ask(still.port, path, Host=host)
        assert status == 403 and b"answers at http://127.0.0.1:" in body


def test_name_that_was_given_is_answered() -> None:
    assert is_expected_host("My-Box:8000", "my-box", "192.168.1.7") and is_expected_host(
        "192.168.1.7", "my-box", "192.168.1.7"
    )
    assert is_expected_host("192.168.1.7:8000", "0.0.0.0") and is_expected_host("[fe80::1]", "::")
    assert not is_expected_host("evil.example", "0.0.0.0") and not is_expected_host("0.0.0.0", "127.0.0.1")


def test_network_is_warned_of() -> None:
    assert is_loopback("127.0.0.1") and is_loopback("::1") and not is_loopback("0.0.0.0") and not is_loopback("")
    assert warn_of_network("0.0.0.0", drafts=True).endswith("other machines can read this site, drafts included.")


def test_garbage_is_answered_and_ends_nothing(still: Preview) -> None:
    assert b"400" in ask_raw(still.port, b"GET / / / HTTP/9\r\n\r\n")
    assert b"501" in ask_raw(still.port, b"BREW /pot HTTP/1.1\r\nHost: localhost\r\n\r\n")
    with closing(socket.create_connection(("127.0.0.1", still.port))) as connection:
        connection.sendall(b"GET /briefings/ HTTP/1.1\r\nHost: ")
    assert ask(still.port, "/briefings/")[0] == 200


def test_bare_site_is_served_at_the_root_and_nothing_is_written(site: Path, preview: Callable[..., Preview]) -> None:
    before = bytes_of(site)
    serving = preview(site)
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", serving.address)
    serving.wait_for(r"^Built 4 pages in \d+ ms$")
    serving.wait_for(r"^Ctrl-C ends it\.$")
    assert ask(serving.port, "/")[0] == ask(serving.port, "/bridge/")[0] == 200
    edit(site / "content" / "bridge" / "article.md", "A title", "Another title")
    serving.wait_for(r"^Rebuilt in \d+ ms: content/bridge/article\.md$")
    assert bytes_of(site).keys() == before.keys() and not (site / "_site").exists()


def test_drafts_are_shown_on_demand(site: Path, preview: Callable[..., Preview]) -> None:
    write_briefing(site, "second", front=FRONT.replace("title:", "draft: true\ntitle:"))
    with_drafts, without = preview(site, "--drafts"), preview(site)
    assert ask(with_drafts.port, "/second/")[0] == 200
    assert ask(without.port, "/second/")[0] == 404


def test_taken_port_gives_way_to_the_next_unless_it_was_asked_for(site: Path, preview: Callable[..., Preview]) -> None:
    first = preview(site)
    ended = run("serve", "--site", str(site), "--port", str(first.port))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith(f"--port: port {first.port} is taken\n") and "--port" in ended.stderr.split("\n")[1]

    with closing(socket.socket()) as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with_it = False
        try:
            taken.bind(("127.0.0.1", 8000))
            taken.listen()
            with_it = True
        except OSError:
            # Somebody else has it, which will do.
            pass
        second = Preview("--site", str(site))
        try:
            assert second.port > 8000 or not with_it
            second.wait_for(f"^Port 8000 is taken, so this is port {second.port}.$")
            assert ask(second.port, "/")[0] == 200
        finally:
            second.end()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--site", "nowhere"], "content/site.yaml: there is no such file"),
        (["--base-url", "nonsense"], "--base-url: 'nonsense' is not a web address"),
        (["--host", "no such host"], "--host: 'no such host' is no host"),
        (["--host", "192.0.2.1"], "--host: 192.0.2.1 cannot be served"),
        (["--port", "70000"], "'70000' is no port"),
        (["--port", "-1"], "-1"),
    ],
)
def test_what_no_edit_can_mend_ends_with_2(site: Path, arguments: list[str], said: str) -> None:
    ended = run("serve", "--site", str(site), *arguments)
    assert ended.returncode == 2 and ended.stdout == ""
    assert said in ended.stderr and "Traceback" not in ended.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_ctrl_c_ends_it_at_once_whoever_listens(site: Path, preview: Callable[..., Preview]) -> None:
    serving = preview(site)
    idle = http.client.HTTPConnection("127.0.0.1", serving.port, timeout=PATIENCE)
    idle.request("GET", "/")
    idle.getresponse().read()
    with closing(idle), listening(serving.port, "/") as hear:
        hear()
        start = time.monotonic()
        assert serving.end(signal.SIGINT) == 130
        assert time.monotonic() - start < 2
    assert serving.lines[-1] == "Interrupted: nothing was left half written."


@pytest.mark.skipif(sys.platform == "win32", reason="the browser here is a shell script")
def test_browser_is_opened_on_demand(site: Path, tmp_path: Path, preview: Callable[..., Preview]) -> None:
    browser, opened = tmp_path / "browser", tmp_path / "opened"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{opened}.part"\nmv "{opened}.part" "{opened}"\n')
    browser.chmod(0o755)
    serving = preview(site, "--open", BROWSER=str(browser))
    until(opened.exists)
    assert opened.read_text() == f"{serving.address}\n"


def test_other_commands_do_not_pay_for_it(site: Path) -> None:
    code = "import sys; from newsbrief.cli.main import main; main(sys.argv[1:]); print(*sys.modules, sep='\\n')"
    command = [sys.executable, "-c", code, "check", "--site", str(site)]
    ended = subprocess.run(command, env=ENVIRONMENT, capture_output=True, encoding="utf-8", timeout=60)
    assert ended.returncode == 0
    assert not {"watchfiles", "http.server", "webbrowser", "newsbrief.serve"} & {*ended.stdout.split("\n")}


def test_every_listener_is_told_what_concerns_its_page(site: Path, preview: Callable[..., Preview]) -> None:
    write_briefing(site, "other")
    serving = preview(site)
    with ExitStack() as connections:
        paths = ("/bridge/", "/bridge/", "/other/", "/nowhere/")
        everyone = [connections.enter_context(listening(serving.port, path)) for path in paths]
        before = [hear() for hear in everyone]
        edit(site / "content" / "bridge" / "article.md", "spoke to reporters", "spoke to the press")
        after = [hear() for hear in everyone]
    changed = [old["page"] != new["page"] for old, new in zip(before, after, strict=True)]
    assert changed == [True, True, False, False]
    assert [message["problems"] for message in before + after] == [""] * 8


def test_connection_whose_browser_has_gone_is_given_up() -> None:
    server = open_server("127.0.0.1", 0, Board(Snapshot("/", {"index.html": b"x"})), print, heartbeat=0.02)
    server.start()
    try:
        request = f"GET /.newsbrief/events?page=/ HTTP/1.1\r\nHost: localhost:{server.server_port}\r\n\r\n"
        with closing(socket.create_connection(("127.0.0.1", server.server_port), timeout=PATIENCE)) as connection:
            connection.sendall(request.encode())
            heard = b""
            while heard.count(b": still here\n\n") < 3:
                heard += connection.recv(4096)
            assert heard.count(b"data: ") == 1
            assert len(threads_of(server)) == 1
        until(lambda: not threads_of(server))
    finally:
        server.stop()


def test_stop_leaves_no_thread_behind() -> None:
    before = threading.active_count()
    server = open_server("127.0.0.1", 0, Board(Snapshot("/", {"index.html": b"x"})), print)
    server.start()
    with (
        closing(socket.create_connection(("127.0.0.1", server.server_port))),
        listening(server.server_port, "/") as hear,
    ):
        hear()
        until(lambda: len(threads_of(server)) == 2)
        server.stop()
        assert threading.active_count() == before


def threads_of(server: PreviewServer) -> list[threading.Thread]:
    """Return the threads that answer for a server now."""
    return [each for each in threading.enumerate() if "process_request_thread" in each.name]


def test_fault_in_an_answer_is_told_in_one_line() -> None:
    said: list[str] = []
    faulty = Snapshot("/", {"index.html": "no bytes"})  # type: ignore[dict-item]
    server = open_server("127.0.0.1", 0, Board(faulty), said.append)
    server.start()
    try:
        assert ask(server.server_port, "/")[0] == 500
        assert len(said) == 1 and said[0].startswith("500 /: ") and "\n" not in said[0]
    finally:
        server.stop()


def test_page_is_another_when_a_file_that_it_shows_is() -> None:
    files = {"a/index.html": b'<img src="b%20c.png"> <link href="../assets/x.0123456789.css">', "a/b c.png": b"1"}
    digest = Snapshot("/", files).digest("/a/")
    assert Snapshot("/", files | {"a/b c.png": b"2"}).digest("/a/") != digest
    assert Snapshot("/", files | {"a/other.png": b"2"}).digest("/a/") == digest
    restyled = files["a/index.html"].replace(b"0123456789", b"abcdef0123")
    assert Snapshot("/", files | {"a/index.html": restyled}).digest("/a/") == digest


def test_code_stands_before_the_last_end_of_the_body_or_at_the_end() -> None:
    pages = {"a.html": b"<body><pre></body></pre></BODY >\n", "b.html": b"<p>no end"}
    assert re.fullmatch(
        rb"<body><pre></body></pre><script .*></script>\n</BODY >\n", Snapshot("/", pages).live_page("/a.html")[1]
    )
    assert re.fullmatch(rb"<p>no end<script .*></script>\n", Snapshot("/", pages).live_page("/b.html")[1])


@pytest.mark.parametrize(
    ("base_url", "base"),
    [
        ("", "/"),
        ("https://x.example", "/"),
        ("https://x.example/", "/"),
        ("https://x.example/a/b", "/a/b/"),
        ("https://x.example//evil.example", "/evil.example/"),
        ("https://x.example/a%20b", "/a b/"),
    ],
)
def test_base_is_the_path_of_the_address(base_url: str, base: str) -> None:
    assert base_path(base_url) == base


def test_fault_of_the_program_is_a_problem_like_others_and_the_last_good_site_stays() -> None:
    before = Snapshot("/", {"index.html": b"good"})
    after = take_snapshot(Memory("not a path"), before)  # type: ignore[arg-type]
    (problem,) = after.problems
    assert after.files is before.files
    assert problem.message.startswith("TypeError: ") and "please report it" in problem.hint


def test_line_names_some_of_the_files_that_changed() -> None:
    assert name_changes(["a"]) == "a"
    assert name_changes(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"


def test_problems_are_text_wherever_they_are_shown() -> None:
    nasty = "<img src=x onerror=alert(1)>&\"'\udcff"
    problems = [
        Problem(nasty, 1, 2, nasty, nasty, nasty),
        Problem("x", 0, 0, "m"),
        Problem("y", 3, 99, "m", "", "line"),
    ]
    for shown in (problem_panel(problems), problem_page(problems).decode()):
        assert "<img" not in shown and "3 problems to mend" in shown
        assert "&lt;<mark>i</mark>mg src=x" in shown and '<pre dir="auto">line</pre>' in shown


# From here on, in a browser.


@pytest.fixture
def shown(page: "Page") -> Iterator["Page"]:
    """A page that has logged nothing and met no fault when the test is over."""
    logged: list[str] = []
    page.on("console", lambda message: logged.append(message.text))
    page.on("pageerror", lambda error: logged.append(str(error)))
    yield page
    assert logged == []


def mark(page: "Page") -> None:
    """Leave a mark on the page that no reload survives."""
    page.evaluate("window.survivor = true")


def is_marked(page: "Page") -> bool:
    return bool(page.evaluate("window.survivor === true"))


def paper(page: "Page") -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


@pytest.mark.browser
def test_edit_shows_in_the_open_page_at_the_same_place(
    site: Path, preview: Callable[..., Preview], shown: "Page"
) -> None:
    article = ARTICLE + "".join(f"\nThe council met again, the {number}th time.\n" for number in range(4, 60))
    write_briefing(site, article=article)
    serving = preview(site)
    shown.goto(f"{serving.address}bridge/#article")
    shown.evaluate("scrollTo(0, 1234)")
    shown.wait_for_function("() => scrollY === 1234")
    mark(shown)

    edit(site / "content" / "bridge" / "article.md", "the 59th time", "the last time")

    shown.get_by_text("The council met again, the last time.").wait_for()
    assert not is_marked(shown)
    shown.wait_for_function("() => scrollY === 1234")
    assert serving.wait_for(r"^Rebuilt in \d+ ms: (.*)$")[1] == "content/bridge/article.md"


@pytest.mark.browser
def test_style_sheet_is_changed_without_a_reload(site: Path, preview: Callable[..., Preview], shown: "Page") -> None:
    tokens = site / "static" / "css" / "tokens.css"
    write(tokens, (ROOT / "static" / "css" / "tokens.css").read_bytes())
    serving = preview(site)
    shown.set_viewport_size({"width": 800, "height": 300})
    shown.goto(f"{serving.address}bridge/")
    shown.evaluate("scrollTo(0, 333)")
    mark(shown)
    before = paper(shown)

    for colour, expected in (("#ffeedd", "rgb(255, 238, 221)"), ("#ddeeff", "rgb(221, 238, 255)")):
        text = re.sub(r"--paper: [^;]*", f"--paper: {colour}", tokens.read_text(encoding="utf-8"))
        write(tokens, text)
        shown.wait_for_function("colour => getComputedStyle(document.body).backgroundColor === colour", arg=expected)
    assert paper(shown) != before
    shown.wait_for_function("() => document.querySelectorAll('link[rel=stylesheet]').length === 1")
    assert is_marked(shown) and shown.evaluate("scrollY") == 333


@pytest.mark.browser
def test_folder_that_comes_and_goes_is_noticed(site: Path, preview: Callable[..., Preview], shown: "Page") -> None:
    serving = preview(site)
    shown.goto(serving.address)
    before = paper(shown)
    write(site / "static" / "css" / "tokens.css", ":root { --paper: rgb(1, 2, 3); }\n")
    shown.wait_for_function("() => getComputedStyle(document.body).backgroundColor === 'rgb(1, 2, 3)'")
    (site / "static").rename(site / "put-away")
    shown.wait_for_function("colour => getComputedStyle(document.body).backgroundColor === colour", arg=before)

    (site / "content").rename(site / "content-put-away")
    serving.wait_for("there is no such f")
    (site / "content-put-away").rename(site / "content")
    serving.wait_for(r"^Rebuilt in \d+ ms: content/$")
    edit(site / "content" / "site.yaml", "Test site", "Renamed site")
    shown.get_by_role("heading", name="Renamed site").wait_for()


@pytest.mark.browser
def test_problems_stand_over_the_last_good_page_until_they_are_mended(
    site: Path, preview: Callable[..., Preview], shown: "Page"
) -> None:
    serving = preview(site)
    shown.goto(f"{serving.address}bridge/")
    mark(shown)
    panel = shown.get_by_role("alert")
    assert panel.count() == 0

    write_briefing(site, facts=BROKEN)

    panel.wait_for()
    assert panel.get_by_role("heading").text_content() == "1 problem to mend"
    for words in (PLACE, "quotation is not in the article", "text: the bridge will open", REMEDY):
        assert panel.get_by_text(words).is_visible(), words
    assert panel.locator("mark").text_content() == "t"
    assert shown.get_by_role("heading", level=1, name="A title").is_visible()
    serving.wait_for(rf"^{PLACE}: quotation is not in the article$")
    serving.wait_for("^      the article has, with different capitals: ")
    assert ask(serving.port, "/bridge/")[0] == 200

    write_briefing(site, facts=BROKEN.replace("speaker: reed", "speaker: nobody"))
    panel.get_by_text("2 problems to mend").wait_for()
    shown.reload()
    panel.get_by_text("2 problems to mend").wait_for()
    mark(shown)

    write_briefing(site)
    panel.wait_for(state="detached")
    assert is_marked(shown)


@pytest.mark.browser
def test_panel_is_hidden_by_keyboard_or_button_and_comes_back_with_news(
    site: Path, preview: Callable[..., Preview], shown: "Page"
) -> None:
    serving = preview(site)
    shown.goto(serving.address)
    panel = shown.get_by_role("alert")
    write_briefing(site, facts=BROKEN)
    panel.wait_for()
    shown.keyboard.press("Escape")
    panel.wait_for(state="detached")

    write(site / "content" / "site.yaml", "titel: Test site\n")
    panel.get_by_text("unknown key 'titel'").wait_for()
    panel.get_by_role("button", name="Hide").click()
    panel.wait_for(state="detached")
    assert shown.get_by_role("heading", name="Test site").is_visible()


@pytest.mark.browser
def test_faulty_template_and_faulty_style_sheet_are_told(
    site: Path, preview: Callable[..., Preview], shown: "Page"
) -> None:
    serving = preview(site)
    shown.goto(serving.address)
    panel = shown.get_by_role("alert")
    write(site / "templates" / "home.html", "<p>\n{% if %}\n</p>")
    panel.get_by_text("templates/home.html:2", exact=True).wait_for()
    write(site / "static" / "own.css", '@import "nowhere.css";')
    (site / "templates" / "home.html").unlink()
    panel.get_by_text("static/own.css", exact=True).wait_for()
    write(site / "static" / "own.css", "")
    panel.wait_for(state="detached")


@pytest.mark.browser
@pytest.mark.parametrize("config", ["title: Mended\n", "titel: Wrong\n"])
def test_site_that_is_broken_from_the_start_shows_its_problems_and_waits(
    site: Path, preview: Callable[..., Preview], page: "Page", config: str
) -> None:
    write(site / "content" / "site.yaml", config)
    write_briefing(site, facts=BROKEN)
    serving = preview(site)
    count = config.count("titel") + 1
    page.goto(serving.address)
    assert ask(serving.port, "/bridge/")[0] == 503
    assert page.get_by_role("heading", level=1).text_content() == f"{count} problem{'s' * (count > 1)} to mend"
    assert page.get_by_text(PLACE).is_visible() and page.get_by_text(REMEDY).is_visible()
    assert page.get_by_role("alert").count() == 0
    assert find_faults(page) == []

    write_briefing(site, facts=BROKEN.replace("speaker: reed", "speaker: nobody"))
    page.get_by_role("heading", level=1, name=f"{count + 1} problems to mend").wait_for()
    write_briefing(site)
    write(site / "content" / "site.yaml", "title: Mended\nbase_url: https://name.example/briefings\n")
    page.get_by_role("heading", level=1, name="Mended").wait_for()
    assert page.url == f"http://127.0.0.1:{serving.port}/briefings/"
    serving.wait_for(r"^Built 4 pages in \d+ ms$")


@pytest.mark.browser
def test_nothing_that_a_problem_says_is_run(site: Path, preview: Callable[..., Preview], shown: "Page") -> None:
    serving = preview(site)
    shown.goto(serving.address)
    write_briefing(site, facts='"<img src=x onerror=hacked()><script>hacked()</script>": 1\n')
    panel = shown.get_by_role("alert")
    panel.get_by_text("unknown key '<img src=x onerror=hacked()><script>hacked()</script>'").wait_for()
    assert panel.locator("img, script").count() == 0


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_panel_is_readable_over_a_page_from_right_to_left(
    tmp_path: Path, preview: Callable[..., Preview], open_page: Callable[..., "Page"], scheme: str
) -> None:
    site = tmp_path / "arabic"
    shutil.copytree(SITES / "arabic" / "content", site / "content")
    serving = preview(site)
    page = open_page(360, 640, color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{serving.address}jisr/")
    assert page.evaluate("document.documentElement.dir") == "rtl"
    edit(site / "content" / "jisr" / "facts.yaml", "cite: وكان المجلس", "cite: وكانت المجلس")
    panel = page.get_by_role("alert")
    panel.wait_for()

    assert panel.evaluate("each => getComputedStyle(each).direction") == "ltr"
    line = panel.locator("pre").first
    assert line.evaluate("each => getComputedStyle(each).direction") == "ltr"
    box = panel.bounding_box()
    assert box and (box["x"], box["width"]) == (0, 360) and box["y"] > 100 and box["y"] + box["height"] <= 640
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert find_faults(page) == []


@pytest.mark.browser
def test_all_browsers_are_told_and_each_keeps_what_did_not_change(
    site: Path, preview: Callable[..., Preview], open_page: Callable[..., "Page"]
) -> None:
    write_briefing(site, "other")
    serving = preview(site)
    one, two, other, lost = (open_page() for _ in range(4))
    for page, path in ((one, "bridge/"), (two, "bridge/"), (other, "other/"), (lost, "third/")):
        page.goto(serving.address + path)
    mark(other)

    edit(site / "content" / "bridge" / "article.md", "A title", "A better title")
    for page in (one, two):
        page.get_by_role("heading", level=1, name="A better title").wait_for()
    assert is_marked(other)

    write_briefing(site, facts=BROKEN)
    for page in (one, two, other, lost):
        page.get_by_role("alert").wait_for()
    write_briefing(site)
    for page in (one, two, other, lost):
        page.get_by_role("alert").wait_for(state="detached")

    write_briefing(site, "third")
    lost.get_by_role("heading", level=1, name="A title").wait_for()


@pytest.mark.browser
def test_page_that_nobody_looks_at_is_made_new_when_somebody_does(
    site: Path, preview: Callable[..., Preview], shown: "Page"
) -> None:
    look_away = """is_away => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => is_away });
        document.dispatchEvent(new Event('visibilitychange'));
    }"""
    serving = preview(site)
    shown.goto(f"{serving.address}bridge/")
    mark(shown)
    shown.evaluate(look_away, True)
    edit(site / "content" / "bridge" / "article.md", "A title", "A better title")
    serving.wait_for("^Rebuilt")
    assert is_marked(shown) and shown.get_by_role("heading", level=1, name="A title").is_visible()
    shown.evaluate(look_away, False)
    shown.get_by_role("heading", level=1, name="A better title").wait_for()


@pytest.mark.browser
def test_page_finds_the_preview_again_after_it_was_started_anew(
    site: Path, preview: Callable[..., Preview], page: "Page"
) -> None:
    first = preview(site)
    page.goto(first.address)
    port = str(first.port)
    first.end()
    edit(site / "content" / "site.yaml", "Test site", "Later site")
    preview(site, "--port", port)
    page.get_by_role("heading", level=1, name="Later site").wait_for()
