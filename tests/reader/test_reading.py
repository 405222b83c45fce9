"""How a reader gets about in a briefing, in a real Chromium: by mouse, touch and keyboard, with script and without."""

import json
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from support.browsing import BRIEFING, ending, serve
from support.sites import ROOT

Visit = Callable[..., Page]

SECTIONS = ("at-a-glance", "who-is-who", "timeline", "who-said-what", "article", "not-said", "method")
ALL = ("quote-1", "quote-2", "quote-3", "quote-4", "quote-5", "quote-6", "quote-7")
NARROWED = {
    "All": ALL,
    "Thomas Waldhauser": ("quote-1", "quote-7"),
    "United Nations": ("quote-4",),
    "Khalifa Haftar": ("quote-5",),
    "Outside powers and organisations": ("quote-1", "quote-4", "quote-7"),
    "Unattributed": ("quote-2", "quote-3", "quote-6"),
}
"""The choices of the Libya panel in their order, each with the cards that it shows."""

FREE_ROOM = 8
"""How many pixels a preview keeps clear of the edges of the window."""


@pytest.fixture(scope="module")
def contexts(chromium: Browser) -> Iterator[dict[Any, BrowserContext]]:
    """The contexts of this module by their options: pages of one context load only once what they share."""
    contexts: dict[Any, BrowserContext] = {}
    yield contexts
    for context in contexts.values():
        context.close()


@pytest.fixture
def visit(chromium: Browser, contexts: dict[Any, BrowserContext], address: str) -> Iterator[Visit]:
    """Open the Libya briefing, or the page at `where`, in a window of its own, which takes Playwright's options."""
    pages: list[Page] = []

    def open_at(width: int = 1280, height: int = 900, where: str = "", **options: Any) -> Page:
        key = tuple(sorted(options.items()))
        if key not in contexts:
            contexts[key] = chromium.new_context(reduced_motion="reduce", **options)
        pages.append(contexts[key].new_page())
        pages[-1].set_viewport_size({"width": width, "height": height})
        pages[-1].goto(where or address + BRIEFING)
        return pages[-1]

    yield open_at
    for page in pages:
        page.close()


@pytest.fixture
def held(open_page: Callable[..., Page], address: str) -> Page:
    """The Libya briefing with its clock held: time goes by only as a test says."""
    page = open_page(reduced_motion="reduce")
    page.clock.install(time=0)
    page.goto(address + BRIEFING)
    page.clock.pause_at(60_000)
    return page


@pytest.fixture
def arabic(arabic_address: str) -> str:
    """The address of the Arabic briefing."""
    return f"{arabic_address}jisr/index.html"


@pytest.fixture(scope="module")
def two_address(two_built: Path) -> Iterator[str]:
    """The address of the test site of two briefings."""
    with serve(two_built) as address:
        yield address


def box_of(locator: Locator) -> dict[str, float]:
    """Return an element's edges in the window: left, right, top and bottom."""
    box = locator.bounding_box()
    assert box, locator
    x, y = box["x"], box["y"]
    return {"left": x, "right": x + box["width"], "top": y, "bottom": y + box["height"]}


def boxes_of(page: Page, selector: str) -> list[dict[str, float]]:
    """Return the edges of all elements that match."""
    return page.eval_on_selector_all(selector, "all => all.map(each => each.getBoundingClientRect().toJSON())")


def ids_of(locator: Locator) -> tuple[str, ...]:
    return tuple(locator.evaluate_all("all => all.map(each => each.id)"))


def style_of(locator: Locator, name: str) -> str:
    return str(locator.evaluate("(each, name) => getComputedStyle(each)[name]", name))


def scroll_to(page: Page, id: str) -> None:
    page.evaluate("id => document.getElementById(id).scrollIntoView()", id)


def lightness_of(colour: str) -> float:
    """Return the relative luminance of a computed colour as WCAG counts it, from 0 (black) to 1 (white)."""
    parts = [float(part) / 255 for part in re.findall(r"[\d.]+", colour)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# The sections


def test_sections_stand_in_the_rail_and_stay_in_view(visit: Visit) -> None:
    page = visit(1440)
    expect(page.locator(".sections-toggle")).to_be_hidden()
    scroll_to(page, "article")
    entries = box_of(page.locator("#section-list"))
    assert entries["right"] <= box_of(page.locator(".body"))["left"]
    assert entries["top"] >= 0
    assert entries["bottom"] <= 900


def test_the_one_section_being_read_is_marked(visit: Visit) -> None:
    page = visit(1440)
    for id in (*SECTIONS, *reversed(SECTIONS)):
        scroll_to(page, id)
        expect(page.locator(".sections [aria-current]")).to_have_attribute("href", f"#{id}")


def test_an_entry_of_the_rail_leads_to_its_section_and_is_marked(visit: Visit) -> None:
    page = visit(1440)
    for id in SECTIONS:
        page.locator(f'.sections a[href="#{id}"]').click()
        expect(page.locator(f"#{id}")).to_be_in_viewport()
        expect(page.locator(".sections [aria-current]")).to_have_attribute("href", f"#{id}")


def test_the_last_section_is_marked_at_the_end_of_a_page_that_cannot_scroll_to_it(visit: Visit) -> None:
    page = visit(1440, 1400)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(page.locator(".sections [aria-current]")).to_have_attribute("href", f"#{SECTIONS[-1]}")
    assert box_of(page.locator(f"#{SECTIONS[-1]}"))["top"] > 1400 / 3


def test_sections_are_folded_on_a_narrow_page_until_the_button_is_pressed(visit: Visit) -> None:
    page = visit(360, 640, has_touch=True)
    button, entries = page.get_by_role("button", name="Sections"), page.locator("#section-list")
    expect(entries).to_be_hidden()
    button.tap()
    expect(entries).to_be_visible()
    page.keyboard.press("Escape")
    expect(entries).to_be_hidden()
    page.locator(".verification summary").focus()
    page.keyboard.press("Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(entries).to_be_visible()
    page.keyboard.press("Escape")
    expect(entries).to_be_hidden()
    expect(button).to_be_focused()


def test_an_entry_of_the_fold_leads_to_its_heading_below_the_bar(visit: Visit) -> None:
    page = visit(360, 640)
    for id in SECTIONS:
        page.get_by_role("button", name="Sections").click()
        entry = page.locator(f'#section-list a[href="#{id}"]')
        name = str(entry.text_content())
        entry.click()
        expect(page.locator("#section-list")).to_be_hidden()
        expect(page).to_have_url(ending(f"#{id}"))
        bar, heading = box_of(page.locator(".sections")), box_of(page.locator(f"#{id}"))
        assert abs(bar["top"]) < 1
        assert bar["bottom"] <= heading["top"] < 640 / 2
        expect(page.locator(".sections .here")).to_have_text(name)


def test_the_fold_needs_no_script(visit: Visit) -> None:
    page = visit(360, 640, java_script_enabled=False)
    page.get_by_role("button", name="Sections").click()
    expect(page.locator("#section-list")).to_be_visible()
    page.locator('#section-list a[href="#timeline"]').click()
    expect(page).to_have_url(ending("#timeline"))
    assert box_of(page.locator("#section-list"))["bottom"] < box_of(page.locator("#timeline"))["top"] < 640 - 100
    page.get_by_role("button", name="Close").click()
    expect(page.locator("#section-list")).to_be_hidden()


# The verification line


def test_the_verification_line_opens_and_tells_true_numbers(visit: Visit, built: Path) -> None:
    page = visit()
    told = page.locator(".verification li")
    expect(told.first).to_be_hidden()
    page.locator(".verification summary").click()
    expect(told.first).to_be_visible()
    text = (built / "libya-2019" / "article.txt").read_text(encoding="utf-8")
    counts = page.evaluate(
        """() => ({
            quotations: document.querySelectorAll('figure.quotation').length,
            cites: document.querySelectorAll('.to-words').length
                - document.querySelectorAll('.quotation .to-words').length,
            dates: document.querySelectorAll('.event').length,
            mentions: document.querySelectorAll('.the-article .mention[id]').length,
            parties: document.querySelectorAll('.party').length,
        })"""
    )
    said = [[int(number) for number in re.findall(r"\d+", line)] for line in told.all_text_contents()]
    assert said == [
        [text.count('"') // 2, counts["quotations"]],
        [counts["cites"]],
        [counts["dates"]],
        [counts["mentions"], counts["parties"]],
    ]
    assert said[0] == [8, 7]


def test_the_verification_line_opens_and_closes_by_keyboard(visit: Visit) -> None:
    page = visit()
    told = page.locator(".verification li").first
    page.locator(".verification summary").focus()
    page.keyboard.press("Enter")
    expect(told).to_be_visible()
    page.keyboard.press("Space")
    expect(told).to_be_hidden()


def test_the_verification_line_is_printed_open(visit: Visit) -> None:
    page = visit()
    page.emulate_media(media="print")
    for line in page.locator(".verification li").all():
        expect(line).to_be_visible()
        assert box_of(line)["bottom"] > box_of(page.locator(".verification summary"))["bottom"]


# The preview of a party


def mention_of(page: Page, words: str) -> Locator:
    return page.locator(".the-article a.mention", has_text=words).first


def preview_of(page: Page) -> Locator:
    return page.locator("#preview")


def leave(page: Page) -> None:
    """Move the pointer away to where there is nothing."""
    page.mouse.move(1, 1)


def test_pointing_at_a_party_shows_who_it_is(visit: Visit) -> None:
    page = visit()
    mention_of(page, "US Africa Command").hover()
    preview = preview_of(page)
    expect(preview).to_be_visible()
    expect(preview.locator(".preview-name")).to_have_text("AFRICOM")
    expect(preview.locator(".preview-full")).to_have_text("United States Africa Command")
    expect(preview.get_by_role("link")).to_have_text("More about this party")
    expect(preview.locator(".preview-facts")).to_contain_text("Military, led by Thomas Waldhauser")
    expect(preview.locator(".preview-claim")).to_have_text("Its head is the Marine Corps general Thomas Waldhauser.")


def test_passing_over_a_party_shows_nothing(held: Page) -> None:
    mention_of(held, "US Africa Command").hover()
    held.clock.run_for(100)
    expect(preview_of(held)).to_be_hidden()
    leave(held)
    held.clock.run_for(2000)
    expect(preview_of(held)).to_be_hidden()


def test_the_pointer_may_move_into_the_preview_and_follow_its_link(held: Page) -> None:
    mention_of(held, "US Africa Command").hover()
    held.clock.run_for(200)
    preview = preview_of(held)
    expect(preview).to_be_visible()
    box = box_of(preview)
    held.mouse.move((box["left"] + box["right"]) / 2, box["bottom"] - 10, steps=8)
    held.clock.run_for(5000)
    expect(preview).to_be_visible()
    preview.locator("a").click()
    expect(held).to_have_url(ending("#party-africom"))
    expect(held.locator("#party-africom")).to_be_in_viewport()
    expect(preview).to_be_hidden()


@pytest.mark.parametrize("left", ["party", "preview"])
def test_leaving_the_party_or_its_preview_closes_it(held: Page, left: str) -> None:
    mention_of(held, "US Africa Command").hover()
    held.clock.run_for(200)
    expect(preview_of(held)).to_be_visible()
    if left == "preview":
        preview_of(held).hover()
    leave(held)
    held.clock.run_for(1000)
    expect(preview_of(held)).to_be_hidden()


def test_escape_closes_the_preview(visit: Visit) -> None:
    page = visit()
    mention_of(page, "US Africa Command").hover()
    expect(preview_of(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(preview_of(page)).to_be_hidden()
    assert not page.url.endswith("#party-africom")


def test_a_party_reached_by_keyboard_is_described_by_its_preview(visit: Visit) -> None:
    page = visit()
    page.get_by_role("checkbox").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    mention = mention_of(page, "United States")
    expect(mention).to_be_focused()
    expect(preview_of(page)).to_be_visible()
    expect(mention).to_have_accessible_description(re.compile("It pulled its contingent of troops from Libya"))
    page.keyboard.press("Tab")
    expect(mention).not_to_have_attribute("aria-describedby", "preview")
    expect(preview_of(page).locator(".preview-name")).to_have_text("Khalifa Haftar")


def test_focus_that_goes_on_to_no_party_closes_the_preview(visit: Visit) -> None:
    page = visit()
    page.locator(".the-article a.mention").last.focus()
    expect(preview_of(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(preview_of(page)).to_be_hidden()
    assert page.locator("[aria-describedby=preview]").count() == 0


def test_enter_follows_a_party_to_its_card_and_closes_the_preview_at_once(held: Page) -> None:
    mention_of(held, "US Africa Command").focus()
    expect(preview_of(held)).to_be_visible()
    held.keyboard.press("Enter")
    expect(held).to_have_url(ending("#party-africom"))
    expect(held.locator("#party-africom")).to_be_in_viewport()
    expect(preview_of(held)).to_be_hidden()


def test_the_first_tap_shows_the_preview_and_the_second_follows(visit: Visit) -> None:
    page = visit(360, 640, has_touch=True)
    mention, other = mention_of(page, "US Africa Command"), mention_of(page, "Gen. Thomas Waldhauser")
    mention.tap()
    expect(preview_of(page)).to_contain_text("AFRICOM")
    assert "#" not in page.url
    page.touchscreen.tap(350, 10)
    expect(preview_of(page)).to_be_hidden()
    mention.tap()
    expect(preview_of(page)).to_be_visible()
    other.tap()
    expect(preview_of(page).locator(".preview-name")).to_have_text("Thomas Waldhauser")
    assert "#" not in page.url
    other.tap()
    page.wait_for_url("**#party-waldhauser")
    expect(page.locator("#party-waldhauser")).to_be_in_viewport()
    expect(preview_of(page)).to_be_hidden()


@pytest.mark.parametrize(("width", "height"), [(360, 640), (1280, 900)])
def test_every_preview_is_inside_the_window_and_covers_no_word_of_its_party(
    visit: Visit, width: int, height: int
) -> None:
    page = visit(width, height)
    told = page.evaluate(
        """() => {
            const preview = document.getElementById('preview');
            const told = { seen: 0, faults: [] };
            for (const link of document.querySelectorAll('.the-article a.mention')) {
                for (const block of ['start', 'center', 'end']) {
                    document.activeElement.blur();
                    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
                    link.scrollIntoView({ block });
                    link.focus({ preventScroll: true });
                    const box = preview.getBoundingClientRect();
                    const isOpen = preview.matches(':popover-open') && box.height > 40;
                    const isInside = box.left >= 0 && box.right <= document.documentElement.clientWidth
                        && box.top >= 0 && box.bottom <= innerHeight;
                    const first = link.getClientRects()[0];
                    const isBeside = box.top >= first.bottom || box.bottom <= first.top;
                    told.seen += 1;
                    if (!isOpen || !isInside || !isBeside) told.faults.push([link.textContent, block, box.toJSON()]);
                }
            }
            return told;
        }"""
    )
    assert told["faults"] == []
    assert told["seen"] == 3 * page.locator(".the-article a.mention").count() > 100


def test_a_preview_stands_at_the_line_that_is_pointed_at(visit: Visit) -> None:
    page = visit(360, 640)
    broken = page.locator(".the-article a.mention", has_text="Gen. Thomas Waldhauser")
    for width in range(300, 500, 10):
        page.set_viewport_size({"width": width, "height": 640})
        if broken.evaluate("link => link.getClientRects().length") == 2:
            break
    broken.evaluate("link => link.scrollIntoView({ block: 'center' })")
    second = broken.evaluate("link => link.getClientRects()[1].toJSON()")
    page.mouse.move(second["left"] + 4, second["top"] + second["height"] / 2)
    expect(preview_of(page)).to_be_visible()
    assert 0 <= box_of(preview_of(page))["top"] - second["bottom"] <= 12


def test_a_preview_adds_no_id_that_is_there_already(visit: Visit) -> None:
    page = visit()
    mention_of(page, "US Africa Command").hover()
    expect(preview_of(page)).to_be_visible()
    ids = ids_of(page.locator("[id]"))
    assert len(ids) == len(set(ids))


def test_a_party_is_a_plain_link_without_script(visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    mention_of(page, "US Africa Command").click()
    expect(page).to_have_url(ending("#party-africom"))
    assert 0 <= box_of(page.locator("#party-africom"))["top"] < 900
    assert preview_of(page).count() == 0


def test_a_preview_begins_at_the_right_where_the_text_does(visit: Visit, arabic: str) -> None:
    page = visit(1280, where=arabic)
    aligned = 0
    for mention in page.locator(".the-article a.mention").all():
        mention.hover()
        expect(mention).to_have_attribute("aria-describedby", "preview")
        preview, pointed = box_of(preview_of(page)), box_of(mention)
        if preview["left"] > FREE_ROOM:
            assert abs(preview["right"] - pointed["right"]) <= 1
            aligned += 1
        leave(page)
        page.keyboard.press("Escape")
        expect(preview_of(page)).to_be_hidden()
    assert aligned >= 3


# The quote panel


def choose(page: Page, name: str) -> None:
    page.locator(".who-said-what .choices label", has_text=name).click()


def shown_cards(page: Page) -> tuple[str, ...]:
    return tuple(sorted(ids_of(page.locator("figure.quotation:visible"))))


def shown_headings(page: Page) -> list[str]:
    return page.locator(".who-said-what h3:visible").all_text_contents()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_choice_narrows_the_panel_to_what_it_names(visit: Visit, script: bool) -> None:
    page = visit(java_script_enabled=script)
    assert shown_cards(page) == ALL
    for name, cards in [*NARROWED.items(), ("All", ALL)]:
        choose(page, name)
        assert shown_cards(page) == cards, name
        unattributed = set(cards) & set(NARROWED["Unattributed"])
        assert shown_headings(page) == (["Unattributed"] if unattributed else []), name


def test_arrow_keys_narrow_the_panel(visit: Visit) -> None:
    page = visit()
    page.get_by_role("radio").first.focus()
    for name in [*list(NARROWED)[1:], "All"]:
        page.keyboard.press("ArrowDown")
        assert shown_cards(page) == NARROWED[name], name
    page.keyboard.press("ArrowUp")
    assert shown_cards(page) == NARROWED["Unattributed"]


def test_the_numbers_of_the_choices_are_true(visit: Visit) -> None:
    page = visit()
    labels = page.locator(".who-said-what .choices label").all_text_contents()
    assert [" ".join(label.split()) for label in labels[1:]] == [
        f"{name} {len(cards)}" for name, cards in NARROWED.items() if name != "All"
    ]


def test_a_link_to_a_card_shows_it_whatever_is_chosen(visit: Visit) -> None:
    page = visit(1440)
    choose(page, "Khalifa Haftar")
    leave(page)
    scroll_to(page, "article")
    note = read_notes(page)[1]["box"]
    page.mouse.click((note["left"] + note["right"]) / 2, (note["top"] + note["bottom"]) / 2)
    page.wait_for_url("**#quote-2")
    assert shown_cards(page) == ("quote-2", "quote-5")
    expect(page.locator("#quote-2")).to_be_in_viewport()
    assert shown_headings(page) == ["Unattributed"]


def test_all_quotations_are_printed_whatever_is_chosen(visit: Visit) -> None:
    page = visit()
    choose(page, "Khalifa Haftar")
    page.emulate_media(media="print")
    assert shown_cards(page) == ALL
    assert shown_headings(page) == ["Unattributed"]
    expect(page.locator(".choices")).to_be_hidden()


def test_every_card_has_a_permanent_link_to_itself(visit: Visit) -> None:
    page = visit()
    for id in ALL:
        page.locator(f"#{id} .permalink").click()
        expect(page).to_have_url(ending(f"#{id}"))
        assert ids_of(page.locator(":target")) == (id,)
        expect(page.locator(f"#{id}")).to_be_in_viewport()


def test_an_interrupted_quotation_shows_the_words_between(visit: Visit) -> None:
    page = visit()
    said = page.locator("#quote-7 blockquote > *").all_inner_texts()
    assert len(said) == 3
    assert said[1] == "[General Waldhauser said, adding]"
    assert page.locator("figure.quotation .between").count() == 1


def test_unattributed_quotations_are_a_group_that_says_so(visit: Visit) -> None:
    page = visit()
    group = page.locator(".panel", has=page.get_by_role("heading", name="Unattributed"))
    assert ids_of(group.locator("figure.quotation")) == NARROWED["Unattributed"]
    expect(group.locator(".section-note")).to_contain_text("does not say whose they are")
    for card in group.locator("figure.quotation").all():
        expect(card).to_contain_text("Unattributed: the article does not say whose words these are")


# The article

NOTES = """() => [...document.querySelectorAll('.the-article a.speaks')].map(note => {
    const style = getComputedStyle(note, '::after'), block = note.closest('.block');
    const words = [...block.querySelectorAll('.quote')].find(each =>
        note.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING);
    return {
        name: note.dataset.name,
        float: style.float,
        height: parseFloat(style.lineHeight),
        line: words.getClientRects()[0].toJSON(),
        text: block.firstElementChild.getBoundingClientRect().toJSON(),
    };
})"""


def read_notes(page: Page) -> list[dict[str, Any]]:
    """Return who speaks, as told beside the article: where the name stands, and how far from the words' first line.

    The name is generated by the style sheet, so only the browser's inspector knows its place.
    """
    inspector = page.context.new_cdp_session(page)
    root = inspector.send("DOM.getDocument")["root"]["nodeId"]
    ids = inspector.send("DOM.querySelectorAll", {"nodeId": root, "selector": ".the-article a.speaks"})["nodeIds"]
    notes = []
    for note, id in zip(page.evaluate(NOTES), ids, strict=True):
        parts = inspector.send("DOM.describeNode", {"nodeId": id})["node"]["pseudoElements"]
        (name,) = (part["backendNodeId"] for part in parts if part["pseudoType"] == "after")
        model = inspector.send("DOM.getBoxModel", {"backendNodeId": name})["model"]
        left, top, right, _, _, bottom, *_ = model["border"]
        middle = (top + bottom) / 2 if note["float"] == "none" else model["content"][1] + note["height"] / 2
        off = middle - (note["line"]["top"] + note["line"]["bottom"]) / 2
        notes.append({**note, "box": {"left": left, "right": right, "top": top, "bottom": bottom}, "off": off})
    return notes


def overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    return (
        one["left"] < other["right"]
        and other["left"] < one["right"]
        and one["top"] < other["bottom"]
        and other["top"] < one["bottom"]
    )


def test_who_speaks_stands_in_the_margin_beside_the_first_line(visit: Visit) -> None:
    page = visit(1440)
    notes = read_notes(page)
    assert [note["name"] for note in notes] == [
        *("Thomas Waldhauser", "Unattributed", "Unattributed", "United Nations", "Khalifa Haftar", "Unattributed"),
        "Thomas Waldhauser",
    ]
    assert [note["name"] for note in notes if note["box"]["left"] < note["text"]["right"]] == []
    assert [(note["name"], note["off"]) for note in notes if abs(note["off"]) > 12] == []


@pytest.mark.parametrize("site", ["libya", "arabic"])
@pytest.mark.parametrize("width", [820, 1000, 1440])
def test_notes_in_the_margin_overlap_nothing_and_are_in_view(visit: Visit, arabic: str, site: str, width: int) -> None:
    page = visit(width, where=arabic if site == "arabic" else "")
    notes = read_notes(page)
    assert len(notes) == {"libya": 7, "arabic": 4}[site]
    for number, note in enumerate(notes):
        assert note["box"]["left"] >= 0 and note["box"]["right"] <= width
        assert not overlap(note["box"], note["text"]), note["name"]
        assert not [other["name"] for other in notes[:number] if overlap(note["box"], other["box"])]


def test_who_speaks_stands_in_the_line_on_a_narrow_page(visit: Visit) -> None:
    page = visit(360)
    for note in read_notes(page):
        assert note["float"] == "none"
        assert abs(note["off"]) <= 12, note["name"]
        assert overlap(note["box"], note["text"])


ARTICLE_TEXT = """() => {
    const own = block => [...block.children].filter(each => !each.matches('.notes'));
    const blocks = [...document.querySelectorAll('.the-article .block')];
    return blocks.map(block => own(block).map(each => each.textContent).join('')).join('\\n\\n');
}"""


def test_the_text_of_the_article_is_the_articles_own(visit: Visit, built: Path) -> None:
    received = (ROOT / "content" / "libya-2019" / "article.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    text = visit().evaluate(ARTICLE_TEXT)
    assert text == received.strip()
    assert text == (built / "libya-2019" / "article.txt").read_text(encoding="utf-8").rstrip("\n")


def test_the_text_of_an_arabic_article_is_its_own(visit: Visit, arabic: str, arabic_built: Path) -> None:
    text = visit(where=arabic).evaluate(ARTICLE_TEXT)
    assert text == (arabic_built / "jisr" / "article.txt").read_text(encoding="utf-8").rstrip("\n")


@pytest.mark.parametrize("width", [360, 1440])
def test_copying_the_article_takes_its_own_words_only(visit: Visit, built: Path, width: int) -> None:
    page = visit(width)
    copied = page.evaluate(
        """() => {
            const blocks = [...document.querySelectorAll('.the-article .block')];
            const range = document.createRange();
            range.setStartBefore(blocks[0]);
            range.setEndAfter(blocks.at(-1));
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return getSelection().toString();
        }"""
    )
    assert copied.strip() == (built / "libya-2019" / "article.txt").read_text(encoding="utf-8").strip()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_mention_of_a_party_is_marked_more_strongly(visit: Visit, scheme: str) -> None:
    page = visit(color_scheme=scheme)
    paper = lightness_of(style_of(page.locator("body"), "backgroundColor"))
    mentions = page.eval_on_selector_all(
        ".the-article a.mention[id]",
        "all => all.map(each => [each.hash, getComputedStyle(each).textDecorationColor])",
    )
    contrasts: dict[str, list[float]] = {}
    for party, colour in mentions:
        contrasts.setdefault(party, []).append(abs(lightness_of(colour) - paper))
    assert len(contrasts) == page.locator(".party").count()
    for party, (first, *later) in contrasts.items():
        assert all(first > other + 0.1 for other in later), party


def test_the_box_shows_below_each_paragraph_what_rests_on_it(visit: Visit) -> None:
    page = visit()
    ties, box = page.locator(".block .notes"), page.get_by_label("Show below each paragraph what rests on it")
    assert page.locator(".block .notes:visible").count() == 0
    box.check()
    assert page.locator(".block .notes:visible").count() == ties.count() > 10
    box.focus()
    page.keyboard.press("Space")
    assert page.locator(".block .notes:visible").count() == 0


def test_landing_on_words_shows_the_ties_of_their_paragraph(visit: Visit) -> None:
    page = visit()
    page.locator('#quote-5 a.to-words[href="#quote-5-words"]').click()
    assert page.locator(".block .notes:visible").count() == 1
    ties = page.locator(".block", has=page.locator("#quote-5-words")).locator(".notes")
    expect(ties).to_be_visible()
    ties.get_by_role("link", name="Quotation 5: Khalifa Haftar").click()
    expect(page).to_have_url(ending("#quote-5"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_landing_lights_up_words_of_every_kind(visit: Visit, scheme: str) -> None:
    page = visit(color_scheme=scheme)
    for kind in ("quote", "cue", "cite", "when", "mention"):
        words = page.locator(f".the-article .{kind}[id]").last
        before = style_of(words, "backgroundColor")
        page.evaluate("id => { location.hash = id; }", words.get_attribute("id"))
        assert style_of(words, "backgroundColor") not in (before, "rgba(0, 0, 0, 0)"), kind
        expect(words).to_be_in_viewport()


LIT = """async ids => {
    const clear = 'rgba(0, 0, 0, 0)', behind = each => getComputedStyle(each).backgroundColor;
    const ground = each => behind(each) !== clear || !each.parentElement ? behind(each) : ground(each.parentElement);
    const found = [];
    for (const id of ids) {
        const landed = new Promise(resolve => addEventListener('hashchange', resolve, { once: true }));
        location.hash = id;
        await landed;
        const lit = behind(document.getElementById(id)), words = [];
        const all = document.createTreeWalker(document.querySelector('.the-article'), NodeFilter.SHOW_TEXT);
        while (all.nextNode()) if (ground(all.currentNode.parentElement) === lit) words.push(all.currentNode.data);
        found.push(words.join(''));
    }
    return found;
}"""


@pytest.mark.parametrize("kind", ["quote", "cue", "cite", "when", "mention"])
def test_landing_lights_up_all_the_words_and_no_others(visit: Visit, built: Path, kind: str) -> None:
    page = visit()
    ties = json.loads((built / "libya-2019" / "evidence.json").read_text(encoding="utf-8"))["first"]["items"]
    words = {each["id"].partition("#")[2]: each["target"]["selector"][0]["exact"] for each in ties}
    ids = ids_of(page.locator(f".the-article .{kind}[id]"))
    assert len(ids) >= 4
    lit = dict(zip(ids, page.evaluate(LIT, list(ids)), strict=True))
    assert {id: lit[id] for id in ids if lit[id] != words[id]} == {}


def test_an_address_that_names_nothing_does_no_harm(visit: Visit) -> None:
    page = visit()
    for hash in ("#%E0%A4%A", "#none", "#'"):
        page.goto(page.url.partition("#")[0] + hash)
        page.reload()
        page.evaluate("scrollTo(0, document.getElementById('timeline').offsetTop)")
        expect(page.locator("#section-list [aria-current]")).to_have_count(1)


# The timeline


@pytest.mark.parametrize("width", [360, 1280])
def test_years_take_more_room_on_the_timeline_than_days(visit: Visit, width: int) -> None:
    page = visit(width)
    tops = [box["top"] for box in boxes_of(page, ".event")]
    ends = [box["bottom"] for box in boxes_of(page, ".event-known")]
    years, days, none = (top - end for top, end in zip(tops[1:], ends[:-1], strict=True))
    assert years > 1.5 * days
    assert days > none + 10
    assert tops[1] - tops[0] > tops[2] - tops[1]
    assert page.locator(".interval").all_text_contents() == ["about 8 years later", "3 days later"]


def test_the_timeline_is_an_ordered_list_by_date(visit: Visit) -> None:
    page = visit()
    assert page.locator("ol.events > :not(li)").count() == 0
    dates = page.eval_on_selector_all("ol.events > .event time", "all => all.map(each => each.dateTime)")
    assert dates == ["2011", "2019-04-04", "2019-04-07", "2019-04-07"] == sorted(dates)
    shown = page.locator("ol.events .event-date").all_inner_texts()
    assert shown == ["2011", "Thursday, 4 April 2019", "Sunday, 7 April 2019", "Sunday, 7 April 2019"]


# The drawing of the relations


def test_every_arrow_leads_to_words_and_every_name_to_its_card(visit: Visit) -> None:
    page = visit()
    for arrow in page.locator(".diagram a.arrow").all():
        arrow.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".the-article :target")).to_be_in_viewport()
        expect(page).to_have_url(ending(str(arrow.get_attribute("href"))))
    for stop in page.locator(".diagram a.stop").all():
        stop.click()
        expect(page.locator(".party:target")).to_be_in_viewport()
        expect(page).to_have_url(ending(str(stop.get_attribute("href"))))
    assert page.locator(".diagram a.arrow").count() == 9
    assert page.locator(".diagram a.stop").count() == 10


def test_the_table_repeats_the_drawing_arrow_for_arrow(visit: Visit) -> None:
    page = visit()
    arrows = page.eval_on_selector_all(
        ".diagram a.arrow", "all => all.map(each => [each.getAttribute('aria-label'), each.getAttribute('href')])"
    )
    rows = page.eval_on_selector_all(
        ".relations tbody tr",
        """all => all.map(row => [
            [...row.cells].slice(0, 3).map(cell => cell.textContent.trim()).join(' ') + ' – in the article',
            row.querySelector('.to-words').getAttribute('href'),
        ])""",
    )
    assert sorted(arrows) == sorted(rows)
    assert len(rows) == 9


def test_the_drawing_fits_the_narrowest_window(visit: Visit) -> None:
    page = visit(320, 568)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    for box in boxes_of(page, ".diagram svg, .diagram svg text, .diagram svg path"):
        assert box["left"] >= 0 and box["right"] <= 320


# The glossary


@pytest.fixture
def glossary(visit: Visit, address: str) -> Page:
    return visit(where=f"{address}glossary/index.html")


def test_letters_lead_to_their_headings(glossary: Page) -> None:
    letters = glossary.locator(".letters a").all()
    assert len(letters) == glossary.locator(".letter h2").count() > 8
    for letter in letters:
        letter.click()
        heading = glossary.locator("h2:target")
        expect(heading).to_be_in_viewport()
        assert heading.text_content() == letter.text_content()


def test_the_glossary_is_narrowed_to_people_or_organisations(glossary: Page) -> None:
    shown = {}
    for name in ("All", "People", "States and organisations"):
        glossary.locator(".choices label", has_text=name).click()
        shown[name] = glossary.locator(".glossary-entry dt:visible").all_inner_texts()
        heads = glossary.locator(".letter h2:visible").all_text_contents()
        assert heads == sorted({entry[0] for entry in shown[name]})
    assert shown["People"] == ["Fayez al-Sarraj", "Khalifa Haftar", "Muammar Gaddafi", "Thomas Waldhauser"]
    assert sorted(shown["People"] + shown["States and organisations"]) == sorted(shown["All"])


def test_an_entry_leads_to_its_card_in_the_briefing(glossary: Page) -> None:
    glossary.locator("#party-africom .appearance a").click()
    expect(glossary).to_have_url(ending(f"{BRIEFING}#party-africom"))
    expect(glossary.locator("#party-africom")).to_be_in_viewport()
    expect(glossary.locator("#party-africom")).to_contain_text("United States Africa Command")


# The home page


def test_the_home_page_lists_the_newest_first_and_leads_to_parties(visit: Visit, two_address: str) -> None:
    page = visit(where=two_address)
    assert page.locator("h1").all_text_contents() == ["The Lisse Valley Desk"]
    assert page.locator("h2").all_text_contents() == [
        "Korvin and Adaba plan a tram line",
        "Adaba votes for a footbridge",
    ]
    page.locator(".teaser", has_text="footbridge").get_by_role("link", name="LVC").click()
    expect(page).to_have_url(ending("footbridge/index.html#party-commission"))
    expect(page.locator("#party-commission")).to_be_in_viewport()


# Dark, and on paper

COLOURS = """() => [...document.querySelectorAll('body, body *')]
    .filter(each => each.checkVisibility() && !each.closest('svg')
        && [...each.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()))
    .map(each => [each.outerHTML.slice(0, 80), getComputedStyle(each).color, getComputedStyle(each).backgroundColor])"""


def test_a_dark_page_is_dark_and_its_text_light(visit: Visit) -> None:
    page = visit(color_scheme="dark")
    assert lightness_of(style_of(page.locator("body"), "backgroundColor")) < 0.05
    for html, text, behind in page.evaluate(COLOURS):
        if "rgba(0, 0, 0, 0)" in behind:
            assert lightness_of(text) > 0.4, html


def test_print_is_dark_on_light_in_the_dark_too(visit: Visit) -> None:
    page = visit(color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"
    told = page.evaluate(COLOURS)
    assert len(told) > 200
    for html, text, behind in told:
        assert lightness_of(text) < 0.2, html
        assert "rgba(0, 0, 0, 0)" in behind or lightness_of(behind) > 0.7, html


# From right to left


def test_an_arabic_page_is_laid_out_from_right_to_left(visit: Visit, arabic: str) -> None:
    page = visit(1440, where=arabic)
    assert box_of(page.locator("#section-list"))["left"] >= box_of(page.locator(".body"))["right"]
    notes = read_notes(page)
    assert len(notes) == 4
    assert all(note["box"]["right"] <= note["text"]["left"] for note in notes)


@pytest.mark.parametrize(("site", "near", "far"), [("libya", "left", "right"), ("arabic", "right", "left")])
def test_the_line_of_the_timeline_stands_where_the_text_begins(
    visit: Visit, arabic: str, site: str, near: str, far: str
) -> None:
    page = visit(where=arabic if site == "arabic" else "")
    event, date = page.locator(".event").first, page.locator(".event-date").first
    for part in ("::before", "::after"):
        sides = event.evaluate(
            """(each, part) => {
                const style = getComputedStyle(each, part);
                return { left: parseFloat(style.left), right: parseFloat(style.right) };
            }""",
            part,
        )
        assert sides[near] < 12 < sides[far]
    assert abs(box_of(event)[near] - box_of(date)[near]) > 20
    assert abs(box_of(event)[far] - box_of(date)[far]) < 1


PHYSICAL = re.compile(
    r"(?<![\w-])((?:[a-z]+-)*(?:left|right)(?:-[a-z]+)*\s*:[^;}]*|[a-z-]+\s*:\s*(?:left|right)(?![\w-])[^;}]*)"
)


def test_style_sheets_name_no_left_and_no_right() -> None:
    sheets = sorted((ROOT / "static").rglob("*.css"))
    assert len(sheets) > 15
    found = [
        f"{sheet.relative_to(ROOT)}: {match[1]}"
        for sheet in sheets
        for match in PHYSICAL.finditer(re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL))
    ]
    assert found == []


@pytest.mark.parametrize(
    "rule",
    ["left: 0", "margin-left:1px", "border-left-color: red", "text-align: left", "float: right", "padding-right : 0"],
)
def test_a_physical_property_would_be_found(rule: str) -> None:
    assert PHYSICAL.findall(f"a {{ {rule}; }}") == [rule]


# The keyboard

STOPS = """() => {
    const able = 'a[href], button, summary, input, select, textarea, [tabindex]';
    const isStop = each => each.checkVisibility({ visibilityProperty: true }) && each.tabIndex >= 0
        && !each.disabled && (each.type !== 'radio' || each.checked);
    const draws = (each, part) => {
        const style = getComputedStyle(each, part);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 1 && style.opacity > 0;
    };
    const shows = each => draws(each) || (each.dataset.name && draws(each, '::after'));
    const stroke = each => getComputedStyle(each.querySelector('.hit')).stroke;
    window.stops = [...document.querySelectorAll(able)].filter(isStop);
    window.visited = [];
    window.faint = [];
    const before = new Map(window.stops.filter(each => each.ownerSVGElement).map(each => [each, stroke(each)]));
    document.addEventListener('focusin', ({ target }) => {
        window.visited.push(window.stops.indexOf(target));
        const isDrawn = before.has(target) && stroke(target) !== before.get(target);
        const label = target.closest('label');
        if (!shows(target) && !(label && shows(label)) && !isDrawn) window.faint.push(target.outerHTML);
    });
    return window.stops.length;
}"""


def test_tab_visits_once_and_in_order_whatever_can_be_used_and_shows_where_it_is(visit: Visit) -> None:
    page = visit()
    number = page.evaluate(STOPS)
    for _ in range(number):
        page.keyboard.press("Tab")
    assert page.evaluate("window.visited") == list(range(number))
    assert number > 200
    assert page.evaluate("window.faint") == []
    page.keyboard.press("Tab")
    assert page.evaluate("window.stops.indexOf(document.activeElement)") in (-1, 0)


def test_tab_goes_back_the_way_it_came(visit: Visit) -> None:
    page = visit()
    page.evaluate(STOPS)
    page.get_by_label("Show below each paragraph what rests on it").focus()
    for _ in range(20):
        page.keyboard.press("Shift+Tab")
    visited = page.evaluate("window.visited")
    assert len(visited) == 21
    assert all(after == before - 1 for before, after in pairwise(visited))
