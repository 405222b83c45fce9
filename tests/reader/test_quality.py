"""What docs/contributing/quality.md promises, measured on built sites: valid markup, light pages, readable text."""

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from support.browsing import BRIEFING, MANY_PAGES, PAGES, OpenPage, Visit, draw, find_faults, need, serve, settle
from support.html import LANGUAGE_FOLDERS
from support.outputs import build_once, make_once
from support.processes import run_well
from tools import NU_CHECKER
from tools.weights import Weight, weigh_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

MOST_HTML_AND_CSS = 45 * 512
MOST_JAVASCRIPT = 5 * 1024
MOST_LATER_JAVASCRIPT = 1024
MOST_FONTS = 60 * 1024
MOST_REQUESTS = 7
MOST_SHIFT = 0.005
MOST_SHIFT_BESIDE = 0.02
"""In a window that begins with the article beside the briefing, whose words begin elsewhere in their lines."""
MOST_CHARACTERS = 75
FEWEST_CHARACTERS = 45

EVERYWHERE = [("libya", path) for path in PAGES]
EVERYWHERE += [("arabic", path) for path in ("index.html", "jisr/index.html", "glossary/index.html")]
EVERYWHERE += [("many", path) for path in MANY_PAGES]
EVERYWHERE += [("many-arabic", path) for path in ("archive/2/index.html", "glossary/u0633/2/index.html")]
EVERYWHERE += [("court", "harbour-fire-acquittal/index.html"), ("court", "mahkama/index.html")]
EVERYWHERE += [("club", path) for path in ("index.html", "cup-final/index.html")]

on_each_page = pytest.mark.parametrize("path", PAGES)
everywhere = pytest.mark.parametrize(("site", "path"), EVERYWHERE)


@pytest.fixture
def addresses(
    address: str,
    arabic_address: str,
    many_address: str,
    many_arabic_address: str,
    court_built: Path,
    club_built: Path,
) -> Iterator[dict[str, str]]:
    with serve(court_built) as court, serve(club_built) as club:
        yield {
            "court": court,
            "club": club,
            "libya": address,
            "arabic": arabic_address,
            "many": many_address,
            "many-arabic": many_arabic_address,
        }


def listed(faults: list[str]) -> str:
    return "\n".join(["", *faults])


# Markup, by the Nu Html Checker


@dataclass(frozen=True, slots=True)
class Allowed:
    """A message that is no fault of the site: what it says, as a regular expression, and why it is none."""

    pattern: str
    why: str


ALLOWED = (
    Allowed("CSS: “scroll-target-group”: Property “scroll-target-group” doesn't exist.", "of CSS Overflow 5, too new"),
    Allowed("CSS: Unknown pseudo-element or pseudo-class “:target-current”", "of CSS Overflow 5, too new"),
    Allowed(
        "CSS: “container-type”: Property “container-type” doesn't exist.", "of CSS Containment 3, known to browsers"
    ),
    Allowed("CSS: Unrecognized at-rule “@container”", "of CSS Containment 3, known to browsers"),
    Allowed("CSS: “paint-order”: Property “paint-order” doesn't exist.", "of SVG 2, known to every browser"),
    Allowed(
        "Inline script violates Content Security Policy .*",
        "structured data is a data block, never run, which HTML lets no policy hold back; no page has others",
    ),
)


CHECKER_OPTIONS = ("--stdout", "--exit-zero-always", "--format", "json", "--also-check-css", "--also-check-svg")


@dataclass(frozen=True, slots=True)
class Message:
    """A message of the checker, and the place it speaks of."""

    site: str
    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.site}: {self.file}:{self.line}: {self.text}"


def is_allowed(message: Message) -> bool:
    return any(re.fullmatch(allowed.pattern, message.text) for allowed in ALLOWED)


@pytest.fixture(scope="module")
def messages(
    built: Path,
    arabic_built: Path,
    two_built: Path,
    court_built: Path,
    club_built: Path,
    many_built: Path,
    many_arabic_built: Path,
    shared: Path,
) -> list[Message]:
    """Every message on the whole sites, and on a folder of three faulty files, from the one run of the checker.

    Of the sites that are there for their languages, it looks at the pages alone: their styles are those of the others.
    """
    need(shutil.which("java"), "no Java on this machine (Debian: apt-get install default-jre-headless)")
    need(NU_CHECKER.is_file(), "no Nu Html Checker below .venv/tools or NEWSBRIEF_TOOLS (`make test` installs it)")
    sites = {"libya": built, "arabic": arabic_built, "two-briefings": two_built}
    sites = {**sites, "court": court_built, "club": club_built, "many": many_built, "many-arabic": many_arabic_built}
    sites |= {name: build_once(name, shared) for name in ("class", "bilingual", *LANGUAGE_FOLDERS)}

    def check(folder: Path) -> None:
        faulty = folder / "faulty"
        faulty.mkdir(parents=True)
        (faulty / "page.html").write_text('<!doctype html><html lang="en"><title>A fault</title><p></div>', "utf-8")
        (faulty / "style.css").write_text("p { colour: red }", "utf-8")
        (faulty / "drawing.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><fault/></svg>', "utf-8")
        found = run_checker({**sites, "faulty": faulty})
        (folder / "messages.json").write_bytes(msgspec.json.encode(found))

    messages = make_once(shared / "messages", check) / "messages.json"
    return msgspec.json.decode(messages.read_bytes(), type=list[Message])


def run_checker(sites: dict[str, Path]) -> list[Message]:
    """Return the messages on every page, style sheet and drawing of `sites`.

    Pages are read from loopback: their policy speaks of their own host, and a file has none. Drawings come last, as
    the checker takes a page that it reads after one for a drawing, too.
    """
    places: dict[str, tuple[str, str]] = {}
    with ExitStack() as servers:
        addresses = {site: servers.enter_context(serve(folder)) for site, folder in sites.items()}
        for suffix in (".html", ".css", ".svg"):
            for site, folder in sites.items():
                files = () if suffix != ".html" and site in LANGUAGE_FOLDERS else folder.rglob(f"*{suffix}")
                for file in sorted(files):
                    path = file.relative_to(folder).as_posix()
                    places[addresses[site] + path if suffix == ".html" else str(file)] = site, path
        command = [
            "java",
            "-Dnu.validator.servlet.allow-forbidden-hosts=true",
            "-jar",
            str(NU_CHECKER),
            *CHECKER_OPTIONS,
        ]
        said = run_well(*command, *places, patience=600)
    return [
        Message(*places[each["url"].removeprefix("file:")], each.get("lastLine", 0), each["message"])
        for each in json.loads(said)["messages"]
    ]


@pytest.mark.slow
def test_nu_html_checker_finds_no_error(messages: list[Message]) -> None:
    faults = [str(message) for message in messages if message.site != "faulty" and not is_allowed(message)]
    assert not faults, listed(faults)


@pytest.mark.slow
def test_nu_html_checker_reads_pages_styles_and_drawings(messages: list[Message]) -> None:
    faulty = {message.file for message in messages if message.site == "faulty" and not is_allowed(message)}
    assert faulty == {"page.html", "style.css", "drawing.svg"}


@pytest.mark.slow
def test_every_message_that_is_allowed_is_still_given(messages: list[Message]) -> None:
    given = [message.text for message in messages if message.site != "faulty"]
    assert [each for each in ALLOWED if not any(re.fullmatch(each.pattern, text) for text in given)] == []


# Weight


@pytest.fixture(scope="module")
def weights(built: Path) -> dict[str, Weight]:
    return weigh_page(built, BRIEFING)


def test_briefing_and_its_style_sheet_are_light(weights: dict[str, Weight]) -> None:
    assert weights["CSS"].sent > 0
    assert weights["HTML"].sent + weights["CSS"].sent <= MOST_HTML_AND_CSS


def test_scripts_are_small(weights: dict[str, Weight]) -> None:
    assert 0 < weights["JavaScript"].sent <= MOST_JAVASCRIPT
    assert 0 < weights["JavaScript when asked for"].sent <= MOST_LATER_JAVASCRIPT


def test_fonts_are_small(weights: dict[str, Weight]) -> None:
    assert weights["fonts"].sent <= MOST_FONTS


@on_each_page
def test_page_is_complete_after_few_requests(open_page: OpenPage, address: str, path: str) -> None:
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path)
    settle(page)
    assert 0 < len(asked) <= MOST_REQUESTS, asked


# Stillness

FIRST_PAINT = """() => new Promise(resolve => {
    const painted = list => { if (list.getEntriesByName('first-contentful-paint').length) resolve(); };
    new PerformanceObserver(painted).observe({ type: 'paint', buffered: true });
})"""

STAND_INS = ("Georgia", "Noto Serif", "Times New Roman", "Liberation Serif")

HAS_TYPEFACE = """async names => {
    const load = name => new FontFace('probe', `local("${name}")`).load();
    return Promise.any(names.map(load)).then(() => true, () => false);
}"""

SHIFTS = """() => new Promise(resolve => {
    const shifts = [];
    let end = Infinity;
    new PerformanceObserver(list => {
        for (const shift of list.getEntries()) {
            if (shift.startTime >= end) return resolve(shifts);
            const moved = shift.sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.textContent ?? '?');
            shifts.push([shift.value, moved]);
        }
    }).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(now => {
        end = now;
        document.body.style.marginTop = '200px';
    });
})"""
"""What has moved so far: the page is moved on purpose, and whatever is told of before that was not meant."""


@pytest.fixture(scope="module")
def stand_in(chromium: "Browser", address: str) -> None:
    """One of the typefaces of the system that `fonts.css` cuts to the width of the site's own."""
    page = chromium.new_page()
    page.goto(address)
    found = page.evaluate(HAS_TYPEFACE, list(STAND_INS))
    page.close()
    need(found, f"none of {', '.join(STAND_INS)} on this machine (Debian: apt-get install fonts-liberation)")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.usefixtures("stand_in")
@on_each_page
def test_nothing_moves_when_fonts_come_late(
    open_page: OpenPage, built: Path, address: str, path: str, width: int
) -> None:
    """The fonts are held back until the page has been painted without them."""
    page = open_page(width)
    held: list[Route] = []
    page.route("**/*.woff2", lambda route: held.append(route))

    page.goto(address + path, wait_until="domcontentloaded")
    page.evaluate(FIRST_PAINT)
    draw(page)
    for route in held:
        route.continue_()
    page.unroute("**/*.woff2")
    page.wait_for_load_state("load")
    settle(page)

    shifts = page.evaluate(SHIFTS)
    assert held or not list(built.rglob("*.woff2"))
    most = MOST_SHIFT_BESIDE if path == BRIEFING and width >= 1200 else MOST_SHIFT
    assert sum(value for value, _ in shifts) < most, listed([f"{value}: {moved}" for value, moved in shifts])


MOTION = """() => {
    const inSeconds = time => parseFloat(time) * (time.endsWith('ms') ? 1e-3 : 1);
    const seconds = times => Math.max(...times.split(',').map(inSeconds));
    const moving = document.getAnimations()
        .filter(each => each.effect.getComputedTiming().duration > 10)
        .map(each => `runs: ${each.animationName ?? each.transitionProperty}`);
    const scrolling = getComputedStyle(document.documentElement).scrollBehavior;
    if (scrolling !== 'auto') moving.push(`scroll-behavior: ${scrolling}`);
    for (const element of document.querySelectorAll('*')) {
        for (const part of [null, '::before', '::after', '::marker', '::backdrop', '::details-content']) {
            const style = getComputedStyle(element, part);
            const animated = style.animationName !== 'none' && seconds(style.animationDuration) > 0.01;
            if (animated || seconds(style.transitionDuration) > 0.01) {
                moving.push(`${element.cloneNode().outerHTML}${part ?? ''}`);
            }
        }
    }
    return moving;
}"""


@on_each_page
def test_nothing_moves_for_readers_who_ask_for_less_motion(page: "Page", address: str, path: str) -> None:
    page.goto(address + path)
    moving = page.evaluate(MOTION)
    assert not moving, listed(moving)


# Legibility

LINES = """selector => [...document.querySelectorAll(selector)].map(element => {
    const ofItsLine = node => {
        for (let each = node.parentElement; each !== element; each = each.parentElement) {
            const { display, position, float } = getComputedStyle(each);
            const flows = position === 'static' || position === 'relative';
            if (!display.startsWith('inline') || !flows || float !== 'none') return NodeFilter.FILTER_REJECT;
        }
        return NodeFilter.FILTER_ACCEPT;
    };
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, ofItsLine);
    const range = document.createRange();
    const lines = [];
    let centre = 0;
    while (walker.nextNode()) {
        const node = walker.currentNode;
        for (let at = 0; at < node.length; at++) {
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const box = range.getClientRects()[0];
            if (!box?.width) continue;
            const middle = (box.top + box.bottom) / 2;
            if (!lines.length || Math.abs(middle - centre) > box.height * 0.6) {
                lines.push('');
                centre = middle;
            }
            lines[lines.length - 1] += node.data[at];
        }
    }
    return lines;
})"""

PARAGRAPHS = ".the-article .block p"


def read_lines(page: "Page", selector: str) -> list[list[str]]:
    """Return the lines of each element that `selector` finds, as they are broken on the screen."""
    paragraphs: list[list[str]] = page.evaluate(LINES, selector)
    assert sum(map(len, paragraphs)) > 3, f"there is no text in {selector}"
    return paragraphs


@pytest.mark.parametrize("width", [820, 1440])
@pytest.mark.parametrize(
    ("path", "selector"),
    [(BRIEFING, PARAGRAPHS), (BRIEFING, ".key-points > li"), (BRIEFING, ".claim"), ("about/index.html", ".plain p")],
)
def test_lines_of_running_text_are_not_too_long(
    visit: Visit, address: str, path: str, selector: str, width: int
) -> None:
    page = visit(width, where=address + path)
    lines = [line for lines in read_lines(page, selector) for line in lines]
    long = [f"{len(line)}: {line}" for line in lines if len(line) > MOST_CHARACTERS]
    assert not long, listed(long)


@pytest.mark.parametrize("width", [820, 1440])
def test_full_lines_of_the_article_are_not_too_short(visit: Visit, address: str, width: int) -> None:
    page = visit(width, where=address + BRIEFING)
    full = [line for lines in read_lines(page, PARAGRAPHS) for line in lines[:-1]]
    assert sum(map(len, full)) / len(full) >= FEWEST_CHARACTERS


@pytest.mark.parametrize("scheme", ["light", "dark"])
@everywhere
def test_text_stands_out_seven_to_one(
    visit: Visit, addresses: dict[str, str], site: str, path: str, scheme: str
) -> None:
    """The rule for 7:1 leaves whatever falls below 4.5:1 to the rule for that."""
    page = visit(color_scheme=scheme, where=addresses[site] + path)
    unfold(page)
    faults = find_faults(page, "color-contrast", "color-contrast-enhanced")
    assert not faults, listed(faults)


def unfold(page: "Page") -> None:
    """Open whatever a reader can unfold in the page."""
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")


STICKING_OUT = """() => [...document.querySelectorAll('body *')]
    .map(each => [each.cloneNode().outerHTML, each.getBoundingClientRect()])
    .filter(([, { left, right }]) => left < -1 || right > innerWidth + 1)
    .map(([html, { left, right }]) => `${Math.round(left)} to ${Math.round(right)}: ${html}`)"""

CUT_OFF = """() => [...document.querySelectorAll('main *')]
    .filter(({ clientWidth, textContent }) => clientWidth > 1 && textContent.trim())
    .filter(each => ['hidden', 'clip'].includes(getComputedStyle(each).overflowX))
    .filter(each => each.scrollWidth > each.clientWidth)
    .map(each => each.cloneNode().outerHTML)"""


@pytest.mark.parametrize(("width", "size"), [(1280, "200%"), (320, "100%")])
@everywhere
def test_targets_are_large_or_apart_and_text_fits_a_narrow_screen_and_may_be_twice_as_large(
    visit: Visit, addresses: dict[str, str], site: str, path: str, width: int, size: str
) -> None:
    """Elements of one pixel are there for screen readers only."""
    page = visit(width, where=addresses[site] + path)
    unfold(page)
    faults = find_faults(page, "target-size")
    assert not faults, listed(faults)
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
    assert page.evaluate("document.documentElement.scrollWidth") <= width, listed(page.evaluate(STICKING_OUT))
    cut_off = page.evaluate(CUT_OFF)
    assert not cut_off, listed(cut_off)


# Forced colours

FOCUS = """() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    return [document.activeElement.cloneNode().outerHTML, outlineStyle, parseFloat(outlineWidth)];
}"""


@on_each_page
def test_page_can_be_read_in_colours_of_the_readers_own(visit: Visit, address: str, path: str) -> None:
    """Contrast is left out: axe reads the colours of the style sheet, which are not the ones that are drawn."""
    page = visit(forced_colors="active", where=address + path)
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    faults = find_faults(page, without=("color-contrast",))
    assert not faults, listed(faults)


def test_focus_shows_in_colours_of_the_readers_own(visit: Visit, address: str) -> None:
    page = visit(forced_colors="active", where=address + BRIEFING)
    for _ in range(20):
        page.keyboard.press("Tab")
        element, style, width = page.evaluate(FOCUS)
        assert style not in ("none", "hidden") and width >= 1, element
