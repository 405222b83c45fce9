"""Other sites, asked for what is linked to: by a server on loopback that answers as the web does."""

import asyncio
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from newsbrief import __version__
from newsbrief.cli.main import main
from newsbrief.links.external import LinkAnswer, ask_addresses, describe_answer, sum_up_answers
from support.processes import NEWSBRIEF, environment, run, run_well, running, wait_until
from support.sites import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def no_event_loop() -> Iterator[None]:
    """Hide the event loop of a browser that tests before these opened: it waits in this thread for the next command."""
    loop = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(loop)


class World(ThreadingHTTPServer):
    """A server that keeps a record: what was asked for, by whom, and how many requests were under way at once."""

    # Its end waits for the ends of all answers.
    daemon_threads = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, str]] = []
        self.agents: set[str] = set()
        self.under_way: Counter[str] = Counter()
        self.most: Counter[str] = Counter()
        self.times: list[float] = []
        self.lock = threading.Lock()
        self.ended = threading.Event()

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.server_address[1]}{path}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep silent: those who ask hang up early."""


class Handler(BaseHTTPRequestHandler):
    server: World

    def do_HEAD(self) -> None:
        host = self.headers["Host"].partition(":")[0]
        with self.server.lock:
            self.server.times.append(time.monotonic())
            self.server.asked.append((self.command, self.path))
            self.server.agents.add(self.headers["User-Agent"])
            self.server.under_way[host] += 1
            self.server.most[host] = max(self.server.most[host], self.server.under_way[host])
        # Long enough for another request to come, if one did; it is over before who asks can know.
        time.sleep(0.01)
        with self.server.lock:
            self.server.under_way[host] -= 1
        getattr(self, f"answer_{self.names[0]}")()

    do_GET = do_HEAD

    @property
    def names(self) -> list[str]:
        # A proxy is asked for a whole address.
        return urlsplit(self.path).path.split("/")[1:]

    def say(self, status: int, location: str = "") -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.end_headers()

    def answer_status(self) -> None:
        self.say(int(self.names[1]))

    def answer_nohead(self) -> None:
        self.say(int(self.names[1]) if self.command == "HEAD" else 200)

    def answer_moved(self) -> None:
        """Lead on: `/moved/301/308/status/200` goes by way of two redirects."""
        status, _, rest = self.path.removeprefix("/moved/").partition("/")
        self.say(int(status), f"/moved/{rest}" if rest[:1] == "3" else f"/{rest}")

    def answer_circle(self) -> None:
        self.say(302, "/circle/b" if self.path == "/circle/a" else "/circle/a")

    def answer_away(self) -> None:
        self.say(302, "file:///etc/passwd")

    def answer_other(self) -> None:
        self.say(302, self.server.address("/status/200", "localhost"))

    def answer_odd(self) -> None:
        self.say(301, "/status/200?\x9b31m")

    def answer_slow(self) -> None:
        self.server.ended.wait()

    def answer_drops(self) -> None:
        for _ in range(200):
            self.wfile.write(b"H")
            if self.server.ended.wait(0.1):
                break

    def answer_closed(self) -> None:
        self.connection.close()

    def answer_noise(self) -> None:
        self.wfile.write(bytes(range(256)) * 10 + b"\r\n\r\n")

    def answer_endless(self) -> None:
        self.say(405 if self.command == "HEAD" else 200)
        while self.command == "GET" and not self.server.ended.is_set():
            self.wfile.write(b"x" * 65536)

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    monkeypatch.setenv("no_proxy", "*")
    server = World()
    serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    serving.start()
    try:
        yield server
    finally:
        server.ended.set()
        server.shutdown()
        server.server_close()
        serving.join()


Ask = Callable[..., dict[str, LinkAnswer]]


@pytest.fixture
def ask(world: World) -> Ask:
    """Ask the server for paths and return the answers by path."""

    def ask_for(*paths: str, host: str = "127.0.0.1", patience: float = 10) -> dict[str, LinkAnswer]:
        addresses = {world.address(path, host): path for path in paths}
        return {addresses[each.address]: each for each in ask_addresses(addresses, 0.0, patience)}

    return ask_for


def test_what_is_there_answers_to_a_head(world: World, ask: Ask) -> None:
    answers = ask("/status/200", "/status/204")
    assert [answer.fault for answer in answers.values()] == ["", ""]
    assert {method for method, _ in world.asked} == {"HEAD"}
    assert world.agents == {f"Newsbrief/{__version__} (check of links)"}


@pytest.mark.parametrize("status", [403, 404, 405, 501])
def test_where_head_is_refused_get_is_tried(world: World, ask: Ask, status: int) -> None:
    path = f"/nohead/{status}"
    assert ask(path)[path].fault == ""
    assert world.asked == [("HEAD", path), ("GET", path)]


@pytest.mark.parametrize(
    ("status", "methods"), [(404, ["HEAD", "GET"]), (410, ["HEAD"]), (500, ["HEAD"]), (599, ["HEAD"])]
)
def test_what_is_not_there_is_told_with_its_status(world: World, ask: Ask, status: int, methods: list[str]) -> None:
    path = f"/status/{status}"
    assert ask(path)[path].fault.startswith(f"answered: {status}")
    assert [method for method, _ in world.asked] == methods


def test_a_body_is_not_read(ask: Ask) -> None:
    assert ask("/endless")["/endless"].fault == ""


def test_redirects_are_followed_and_those_for_good_are_told(world: World, ask: Ask) -> None:
    paths = ["/moved/302/307/303/status/200", "/moved/301/308/status/200", "/moved/301/302/status/200"]
    paths += ["/moved/302/301/status/200", "/moved/301/status/404"]
    answers = ask(*paths)
    assert [answers[path].moved_to for path in paths] == [
        "",
        world.address("/status/200"),
        world.address("/moved/302/status/200"),
        "",
        world.address("/status/404"),
    ]
    assert [bool(answers[path].fault) for path in paths] == [False, False, False, False, True]


def test_redirects_end(world: World, ask: Ask) -> None:
    five, six = "/moved/" + "302/" * 5 + "status/200", "/moved/" + "302/" * 6 + "status/200"
    answers = ask(five, six, "/circle/a", "/away")
    assert answers[five].fault == ""
    assert answers[six].fault == "leads on more than 5 times"
    assert answers["/circle/a"].fault == "leads in a circle"
    assert answers["/away"].fault == "is no web address"
    assert len([path for _, path in world.asked if path.startswith("/moved/")]) <= 6 + 6


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_asks_to_wait_is_left_alone(world: World, ask: Ask, status: int) -> None:
    paths = [f"/status/{status}", *(f"/status/200?{number}" for number in range(9))]
    answers = ask(*paths)
    assert answers[paths[0]].fault.startswith(f"asked to wait: {status}")
    assert {answers[path].fault for path in paths[1:]} == {"was not asked for: its host had asked to wait"}
    assert len(world.asked) == 1


def test_a_host_is_asked_one_thing_at_a_time_and_several_hosts_at_once(world: World) -> None:
    hosts = ["127.0.0.1", "localhost"]
    addresses = [world.address(f"/other?{number}", "127.0.0.1") for number in range(8)]
    addresses += [world.address(f"/status/200?{number}", host) for number in range(8) for host in hosts]
    answers = list(ask_addresses(addresses, 0.0))
    assert sorted(answer.address for answer in answers) == sorted(addresses)
    assert not any(answer.fault for answer in answers)
    assert len(world.asked) == 32
    assert world.most == dict.fromkeys(hosts, 1)


def test_there_is_a_pause_between_two_requests_to_a_host(world: World) -> None:
    list(ask_addresses([world.address("/nohead/405"), world.address("/status/200")], 0.05))
    gaps = [later - earlier for earlier, later in zip(world.times, world.times[1:], strict=False)]
    assert len(gaps) == 2 and min(gaps) >= 0.05


def test_an_address_is_asked_for_once(world: World) -> None:
    assert len(list(ask_addresses([world.address("/status/200")] * 3, 0.0))) == 1
    assert len(world.asked) == 1


@pytest.mark.parametrize("path", ["/slow", "/drops"])
def test_a_host_that_does_not_come_to_its_answer_is_given_up(ask: Ask, path: str) -> None:
    assert ask(path, patience=0.3)[path].fault == "no answer within 0.3 seconds"


def test_connections_that_fail_are_told(world: World, ask: Ask) -> None:
    answers = ask("/closed", "/noise")
    assert answers["/closed"].fault == "the connection was closed without an answer"
    assert answers["/noise"].fault == "what answers does not keep to HTTP"
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{unused.getsockname()[1]}/"
        no_tls = world.address("/").replace("http:", "https:")
        nowhere = "http://no-such-host.invalid/"
        told = {each.address: each.fault for each in ask_addresses([nobody, no_tls, nowhere], 0.0)}
    assert told[nobody].startswith("cannot be reached: ")
    assert told[no_tls] == "no secure connection could be made"
    assert told[nowhere] == "its host is not known"


def test_a_certificate_that_nobody_vouches_for_is_told(world: World) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(ROOT / "tests" / "data" / "self-signed.pem")
    world.socket = context.wrap_socket(world.socket, server_side=True)
    (answer,) = ask_addresses([world.address("/status/200").replace("http:", "https:")], 0.0)
    assert answer.fault == "its certificate is not good: self-signed certificate"
    assert world.asked == []


def test_a_proxy_that_the_environment_names_is_used(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("no_proxy", "NO_PROXY", "REQUEST_METHOD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", world.address(""))
    (answer,) = ask_addresses(["http://no-such-host.invalid/status/200"], 0.0)
    assert answer.fault == ""
    assert world.asked == [("HEAD", "http://no-such-host.invalid/status/200")]


def test_a_system_that_is_slow_to_look_up_a_host_holds_nothing_up() -> None:
    code = """\
import socket, time
socket.getaddrinfo = lambda *_, **__: time.sleep(60)
from newsbrief.links.external import ask_addresses
print(*(answer.fault for answer in ask_addresses(["http://no-such-host.invalid/"], 0.0, 0.3)))
"""
    ended = run(sys.executable, "-c", code, patience=30, env=environment(no_proxy="*"))
    assert (ended.stdout, ended.stderr) == ("no answer within 0.3 seconds\n", "")


def test_addresses_in_any_script_are_asked_for(world: World, ask: Ask) -> None:
    path = "/status/200/münchen %C3%A9?q=ü&x=%zz[]"
    assert ask(path)[path].fault == ""
    assert world.asked == [("HEAD", "/status/200/m%C3%BCnchen%20%C3%A9?q=%C3%BC&x=%zz[]")]


@pytest.mark.parametrize("address", ["http://[bad", "http://" + "a" * 70 + "/", "http://a..b/", "http://a:99999/", "x"])
def test_what_is_no_address_is_told(address: str) -> None:
    assert [answer.fault for answer in ask_addresses([address], 0.0)] == ["is no web address"]


def test_nothing_is_asked_where_there_is_nothing_to_ask() -> None:
    assert list(ask_addresses([])) == []


def describe(answer: LinkAnswer, pages: Sequence[str]) -> list[str]:
    return list(describe_answer(answer, pages))


def test_answers_are_described_with_their_pages() -> None:
    assert describe(LinkAnswer("https://a.example"), ["index.html"]) == []
    assert describe(LinkAnswer("https://a.example", "answered: 404 Not Found"), ["a/index.html", "b/index.html"]) == [
        "https://a.example: answered: 404 Not Found",
        "      it stands in a/index.html and 1 other page",
    ]
    assert describe(LinkAnswer("https://a.example", "", "https://b.example"), ["a", "b", "c"]) == [
        "https://a.example: has moved for good",
        "      its new address: https://b.example",
        "      it stands in a and 2 other pages",
    ]
    answers = [LinkAnswer("a"), LinkAnswer("b", "answered: 404"), LinkAnswer("c", "", "d")]
    assert sum_up_answers(answers) == (
        "Asked for 3 addresses of other sites: 1 without a good answer, 1 moved for good"
    )


@pytest.fixture
def linked(site: Path, world: World) -> Path:
    """A built site with links to the server."""
    links = " ".join(f"[x]({world.address(path)})" for path in ("/status/200", "/status/404", "/odd"))
    (site / "content" / "about.md").write_text(f"---\ntitle: About\n---\n\n{links}\n", encoding="utf-8")
    assert main(["build", "-q", "--site", str(site)]) == 0
    return site


def test_the_command_tells_what_other_sites_say_and_ends_well(
    linked: Path, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--external", "--site", str(linked)]) == 0
    said = capsys.readouterr()
    assert f"{world.address('/status/404')}: answered: 404 Not Found\n      it stands in about/index.html\n" in said.err
    assert f"{world.address('/odd')}: has moved for good" in said.err
    assert "\x9b" not in said.err
    assert said.out.splitlines()[0] == "Asked for 3 addresses of other sites: 1 without a good answer, 1 moved for good"
    assert said.out.splitlines()[-1].endswith("no problems")


def test_other_sites_are_asked_though_there_are_problems(
    linked: Path, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    page = linked / "_site" / "about" / "index.html"
    page.write_text(page.read_text(encoding="utf-8") + "<a href=gone>x</a>", encoding="utf-8")
    assert main(["check", "--external", "-q", "--site", str(linked)]) == 1
    said = capsys.readouterr()
    assert "‘gone’ leads to no file" in said.err and "answered: 404" in said.err and said.out == ""


def test_a_check_that_asks_nobody_imports_nothing_for_it(site: Path) -> None:
    assert main(["build", "-q", "--site", str(site)]) == 0
    code = "import sys; from newsbrief.cli.main import main; main(sys.argv[1:]); print(sorted(sys.modules))"
    for options, absent in (
        (["check"], ["selectolax", "newsbrief.build.check_output", "newsbrief.links.external", "httpx"]),
        (["check", "--built"], ["newsbrief.links.external", "httpx", "asyncio", "ssl"]),
        (["build"], ["selectolax", "newsbrief.build.staged_links", "newsbrief.links.external", "httpx"]),
    ):
        modules = run_well(sys.executable, "-c", code, *options, "--site", site)
        assert "newsbrief.cli.main" in modules and not [name for name in absent if f"'{name}'" in modules], options


def test_without_httpx_the_command_says_what_to_install_before_it_begins(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # So it is for an import where it is not installed.
    monkeypatch.setitem(sys.modules, "httpx", None)
    assert main(["check", "--built", "--external", "--site", str(site)]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "newsbrief check: --external needs httpx, which is not installed: pip install 'newsbrief[links]'",
        "1 problem.",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_an_interrupt_ends_it_at_once(site: Path, world: World) -> None:
    text = f"---\ntitle: About\n---\n\n[x]({world.address('/slow')})\n"
    (site / "content" / "about.md").write_text(text, encoding="utf-8")
    assert main(["build", "-q", "--site", str(site)]) == 0
    command = [*NEWSBRIEF, "check", "--external", "--site", site]
    with running(command, stderr=subprocess.PIPE, encoding="utf-8") as process:
        wait_until(lambda: world.asked, process)
        process.send_signal(signal.SIGINT)
        # The server is silent until the test is over, and 10 seconds are waited for it.
        assert process.communicate(timeout=9)[1].startswith("Interrupted")
        assert process.returncode == 130
