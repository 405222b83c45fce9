"""The built site as it is published: crawled under a project's path and opened from disk, all of it, in a browser."""

import json
import re
import shutil
import struct
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import feedparser
import pytest

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.disk.output_record import RECORD
from newsbrief.model.paths import CARD, embed_path
from support.browsing import BASE, OpenPage, serve
from support.html import FOLDERS, read_html
from support.outputs import BASE_URL, build_once
from support.sites import write_site

if TYPE_CHECKING:
    from playwright.sync_api import Page

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SOCIAL = {"og:title", "og:description", "og:type", "og:site_name", "og:url"}
WITHOUT_LINKS = {".nojekyll", "CNAME", "robots.txt", "sitemap.xml", "404.html"}
"""What nobody is led to; hosts and search engines ask for it by its name."""

_ADDRESSES = "all => all.map(each => new URL(each.getAttribute('href'), document.baseURI).href)"


@pytest.fixture(scope="session", params=sorted(FOLDERS.keys() - {"club", "court"}))
def published(request: pytest.FixtureRequest, shared: Path) -> Path:
    """Each of the sites, built for a project's page."""
    return build_once(request.param, shared)


def files_of(output: Path) -> Iterator[str]:
    files = (path.relative_to(output).as_posix() for path in sorted(output.rglob("*")) if path.is_file())
    return (path for path in files if path != RECORD)


def is_embedded(path: str) -> bool:
    """Say whether a page has parts of a briefing for other sites; search engines are led to the briefing itself."""
    return path == embed_path(path.partition("/")[0])


def crawl(page: "Page", start: str) -> tuple[set[str], list[str]]:
    """Follow every link from `start` on that leads below its folder; return what was asked for, and what failed."""
    root = start.rpartition("/")[0] + "/"
    asked: set[str] = set()
    answered: set[str] = set()
    faults: list[str] = []
    failed: list[tuple[str, str]] = []
    page.on("request", lambda request: asked.add(urldefrag(request.url).url))
    page.on("requestfailed", lambda request: failed.append((request.url, request.failure)))
    page.on("requestfinished", lambda request: answered.add(request.url))
    page.on("response", lambda answer: faults.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    page.on("console", lambda message: faults.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: faults.append(str(error)))
    seen, waiting = set(), [start]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        if not address.endswith((".html", "/")):
            answer = page.request.get(address) if address.startswith("http") else None
            found = answer.ok if answer else Path(unquote(urlsplit(address).path)).is_file()
            asked.add(address)
            faults.extend([] if found else [f"{address} is not there"])
            continue
        page.goto(address, wait_until="load")
        # A Chromium without windows shows no icon, and asks for none.
        links = page.eval_on_selector_all("a[href], link[rel=alternate], link[rel=icon]", _ADDRESSES)
        waiting += [bare for link in links if (bare := urldefrag(link).url).startswith(root)]
    # What a page still waits for when it is left is given up, and asked for again by the next one.
    given_up = {(url, "net::ERR_ABORTED") for url in answered}
    return asked, [*faults, *(f"{url}: {why}" for url, why in failed if (url, why) not in given_up)]


def test_a_crawl_below_a_project_s_path_fails_nowhere_and_reaches_every_file(
    open_page: OpenPage, published: Path
) -> None:
    page = open_page()
    with serve(published) as address:
        asked, faults = crawl(page, f"{address}index.html")
    assert faults == []
    reached = {unquote(urlsplit(each).path.removeprefix(f"/{BASE}/")) for each in asked}
    cards = {path for path in files_of(published) if path.rpartition("/")[2] == CARD}
    # A browser fetches the parts of a typeface whose letters it meets; its licence lies beside it.
    fonts = {path for path in files_of(published) if path.startswith("assets/fonts/")}
    assert set(files_of(published)) - reached <= WITHOUT_LINKS | cards | fonts
    assert all(each.startswith(address) for each in asked), "another host was asked"


def test_every_page_opens_from_disk(open_page: OpenPage, published: Path) -> None:
    page = open_page()
    asked, faults = crawl(page, (published / "index.html").as_uri())
    assert faults == []
    pages = {path for path in files_of(published) if path.endswith(".html")} - {"404.html"}
    assert {(published / path).as_uri() for path in pages} <= asked


def test_the_page_for_lost_readers_works_at_any_depth(open_page: OpenPage, built: Path, tmp_path: Path) -> None:
    page = open_page()
    shutil.copytree(built, tmp_path / "site")
    lost = (tmp_path / "site" / "404.html").read_text(encoding="utf-8")
    (tmp_path / "site" / "a" / "b").mkdir(parents=True)
    (tmp_path / "site" / "a" / "b" / "index.html").write_text(lost, encoding="utf-8")
    with serve(tmp_path / "site") as address:
        _, faults = crawl(page, f"{address}a/b/index.html")
    assert faults == []


def test_every_page_has_its_policy_first_its_whole_address_and_words_for_those_who_share_it(published: Path) -> None:
    for path in files_of(published):
        if not path.endswith(".html"):
            continue
        head = read_html((published / path).read_bytes()).find("head")
        assert head is not None
        first, charset = list(head)[:2]
        policy = dict(part.strip().split(" ", 1) for part in (first.get("content") or "").split(";"))
        assert first.get("http-equiv") == "Content-Security-Policy" and charset.get("charset") == "utf-8"
        assert policy == {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"} | dict.fromkeys(
            ("style-src", "script-src", "img-src", "font-src", "connect-src"), "'self'"
        )
        metas = {each.get("property") or each.get("name"): each.get("content") for each in head.iter("meta")}
        assert metas["referrer"] == "strict-origin-when-cross-origin"
        canonical = [each.get("href") for each in head.iter("link") if each.get("rel") == "canonical"]
        if path == "404.html":
            assert canonical == [] and "og:url" not in metas
            continue
        if is_embedded(path):
            assert canonical == [f"{BASE_URL}/{path.partition('/')[0]}/"] and metas["robots"] == "noindex"
            continue
        assert canonical == [f"{BASE_URL}/{path.removesuffix('index.html')}"]
        assert metas["og:url"] == canonical[0] and metas.keys() >= SOCIAL and metas["description"] is not None
        feeds = [each.get("href") for each in head.iter("link") if each.get("type") == "application/atom+xml"]
        assert [urljoin(canonical[0], feed or "") for feed in feeds] == [f"{BASE_URL}/feed.xml"]


def test_every_briefing_has_a_picture_of_the_size_that_is_told(published: Path) -> None:
    briefings = [path.parent for path in sorted(published.glob("*/evidence.json"))]
    assert briefings
    for folder in briefings:
        head = read_html((folder / "index.html").read_bytes()).find("head")
        assert head is not None
        metas = {each.get("property"): each.get("content") for each in head.iter("meta")}
        assert metas["og:image"] == f"{BASE_URL}/{folder.name}/card.png" and metas["og:image:alt"]
        raw = (folder / "card.png").read_bytes()
        assert raw[:8] == b"\x89PNG\r\n\x1a\n"
        size = struct.unpack(">II", raw[16:24])
        assert size == (1200, 630) == (int(metas["og:image:width"] or 0), int(metas["og:image:height"] or 0))


def test_the_feeds_tell_of_every_briefing_and_lead_to_its_page(published: Path) -> None:
    feed = feedparser.parse((published / "feed.xml").read_bytes())
    assert not feed.bozo and feed.version == "atom10"
    slugs = {path.parent.name for path in published.glob("*/evidence.json")}
    assert {entry.link for entry in feed.entries} == {f"{BASE_URL}/{slug}/" for slug in slugs}
    listed = json.loads((published / "feed.json").read_bytes())
    assert [item["url"] for item in listed["items"]] == [entry.link for entry in feed.entries]
    contents = [each.text for each in ET.fromstring((published / "feed.xml").read_bytes()).iter(f"{ATOM}content")]
    assert [item["content_html"] for item in listed["items"]] == contents
    assert [item["image"] for item in listed["items"]] == [f"{item['url']}card.png" for item in listed["items"]]


def test_the_map_has_every_page_and_only_pages(published: Path) -> None:
    root = ET.fromstring((published / "sitemap.xml").read_bytes())
    listed = [each.text for each in root.iter(f"{SITEMAP}loc")]
    pages = [each for each in files_of(published) if each.endswith(".html") and not is_embedded(each)]
    pages.remove("404.html")
    assert sorted(listed) == sorted(f"{BASE_URL}/{path.removesuffix('index.html')}" for path in pages)


def test_what_is_checked_is_the_text_that_is_published(published: Path) -> None:
    for path in published.glob("*/evidence.json"):
        evidence = json.loads(path.read_bytes())
        digest = sha256(path.with_name("article.txt").read_bytes()).hexdigest()
        assert evidence["newsbrief:article"]["sha256"] == digest
        page = path.with_name("index.html").read_text(encoding="utf-8")
        assert f'<code class="digest">{digest}</code>' in page
        title = re.search(r'<link rel="alternate" type="application/json" title="([^"]+)" href="evidence.json">', page)
        assert title and evidence["label"].startswith(title[1])


def test_a_site_without_an_address_makes_nothing_that_needs_one(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site")
    build_site(BuildRequest(site), tmp_path / "built")
    named = {path for path in files_of(tmp_path / "built") if not path.startswith("assets/")}
    assert named == {
        *(".nojekyll", "404.html", "index.html", "glossary/index.html"),
        *(f"bridge/{name}" for name in ("index.html", "article.txt", "evidence.json", "embed/index.html")),
    }
    page = (tmp_path / "built" / "bridge" / "index.html").read_text(encoding="utf-8")
    assert "canonical" not in page and "feed" not in page and "og:image" not in page
