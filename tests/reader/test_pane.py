"""The article beside the briefing: ties move it and never the window, and each side lights the other."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from support.browsing import Visit, draw, ending
from support.looks import background_of, box_of, ids_of, lightness_of, scroll_to, style_of, unfold

both_sites = pytest.mark.parametrize("site", ["libya", "arabic"])
with_and_without_script = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])

FOLLOW = """async ids => {
    const article = document.getElementById('article'), head = article.querySelector('header');
    const words = id => document.getElementById(id);
    const links = [...document.querySelectorAll('main a[href^="#"]')].filter(each =>
        !article.contains(each) && words(each.getAttribute('href').slice(1))?.closest('.block'));
    const faults = [];
    for (const link of links) {
        link.scrollIntoView({ block: 'center' });
        const before = link.getBoundingClientRect(), scrolled = scrollY;
        const id = link.getAttribute('href').slice(1);
        const gone = location.hash === `#${id}` ? null
            : new Promise(resolve => addEventListener('hashchange', resolve, { once: true }));
        link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: window }));
        await gone;
        await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        const box = words(id).getClientRects()[0], top = head.getBoundingClientRect().bottom;
        const isSeen = box.top >= top - 1 && box.bottom <= innerHeight;
        const isStill = link.getBoundingClientRect().top === before.top && scrollY === scrolled;
        if (!isSeen || !isStill || !words(id).matches(':target')) faults.push([id, isSeen, isStill]);
    }
    return [links.length, faults];
}"""


def told(page: Page) -> str:
    return page.locator("#article .lit-now").inner_text()


def lit(page: Page) -> tuple[str, ...]:
    return ids_of(page.locator("#article .lit[id]"))


def point_at(page: Page, at: Locator) -> None:
    """Move the pointer to the middle of an element as a hand does: in steps."""
    at.scroll_into_view_if_needed()
    box = box_of(at)
    page.mouse.move((box["left"] + box["right"]) / 2, (box["top"] + box["bottom"]) / 2, steps=3)
    page.wait_for_timeout(200)


def top_of_pane(page: Page) -> float:
    return float(page.evaluate("document.getElementById('article').scrollTop"))


@pytest.mark.parametrize(("site", "width"), [("libya", 1200), ("arabic", 1440), ("libya", 1920)])
def test_every_tie_puts_its_words_in_view_and_the_claim_stays_where_it_was(
    visit: Visit, arabic: str, site: str, width: int
) -> None:
    page = visit(width, where=arabic if site == "arabic" else "")
    number, faults = page.evaluate(FOLLOW)
    assert number > {"libya": 100, "arabic": 15}[site]
    assert faults == []


@pytest.mark.parametrize(("site", "width"), [("arabic", 1200), ("libya", 1440), ("arabic", 1920)])
def test_ties_need_no_script(visit: Visit, arabic: str, site: str, width: int) -> None:
    page = visit(width, 700, where=arabic if site == "arabic" else "", java_script_enabled=False)
    unfold(page)
    places = "main > article > .columns .body > section:not(#article) a.to-words:visible"
    number = page.locator(places).count()
    assert number > {"libya": 80, "arabic": 10}[site]
    for at in range(0, number, 1 if site == "arabic" else 4):
        link = page.locator(places).nth(at)
        link.scroll_into_view_if_needed()
        before = box_of(link)
        link.click()
        words = page.locator("#article .block :target")
        expect(words).to_have_attribute("id", str(link.get_attribute("href"))[1:])
        assert box_of(link) == before
        line = words.evaluate("each => each.getClientRects()[0].toJSON()")
        assert line["top"] >= box_of(page.locator("#article header"))["bottom"] - 1 and line["bottom"] <= 700


@pytest.mark.parametrize("width", [360, 820])
def test_a_narrow_page_has_the_article_in_its_place_among_the_sections(visit: Visit, width: int) -> None:
    page = visit(width)
    order = page.eval_on_selector_all(".body > section", "all => all.map(each => each.getBoundingClientRect().top)")
    assert order == sorted(order) and len(order) == 7
    assert style_of(page.locator("#article"), "position") == "static"
    expect(page.locator("#article .width-choice")).to_be_hidden()
    assert page.locator("#article").get_attribute("tabindex") is None


def test_the_pane_is_a_named_region_and_a_stop_of_the_keyboard_with_a_scroll_of_its_own(visit: Visit) -> None:
    page = visit(1440)
    pane = page.get_by_role("region", name="The article", exact=True)
    expect(pane).to_have_attribute("tabindex", "0")
    pane.focus()
    for _ in range(3):
        page.keyboard.press("PageDown")
    page.wait_for_function("() => document.getElementById('article').scrollTop > 500")
    assert page.evaluate("scrollY") == 0


@with_and_without_script
@pytest.mark.parametrize("width", [360, 1440])
def test_the_article_is_two_stops_away(visit: Visit, script: bool, width: int) -> None:
    page = visit(width, java_script_enabled=script)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to the article")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(ending("#article"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('article').contains(document.activeElement)")


def test_the_window_stays_when_the_pane_has_come_to_its_end(visit: Visit) -> None:
    page = visit(1440)
    page.mouse.move(1200, 500)
    for _ in range(12):
        page.mouse.wheel(0, 400)
        draw(page)
    page.wait_for_function(
        """() => {
            const pane = document.getElementById('article');
            return pane.scrollTop + pane.clientHeight >= pane.scrollHeight - 1;
        }"""
    )
    page.mouse.wheel(0, 400)
    draw(page)
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize(
    ("at", "words", "says"),
    [
        ("#key-point-5 .claim", ("key-point-5-words",), "¶10 · Key point 5"),
        ("#key-point-2 a.to-words >> nth=1", ("key-point-2-words-2",), "¶2 · Key point 2"),
        ("#quote-7 blockquote", ("quote-7-words", "quote-7-words-2"), "¶12 · Quotation 7: Thomas"),
        ("#party-isis .claim", ("party-isis-about-1-words",), "¶8 · ISIS"),
    ],
)
def test_pointing_at_a_claim_lights_its_words_and_says_which(
    visit: Visit, at: str, words: tuple[str, ...], says: str
) -> None:
    page = visit(1440)
    page.mouse.move(5, 5)
    point_at(page, page.locator(at).first)
    found = lit(page)
    assert len(found) == len(words) and (at.startswith("#party") or sorted(found) == sorted(words))
    assert told(page).startswith(says)
    expect(page.locator("#article .lit").first).to_be_in_viewport()
    assert page.url.endswith("index.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_pointed_at_are_paler_than_words_followed(visit: Visit, scheme: str) -> None:
    page = visit(1440, color_scheme=scheme)
    page.mouse.move(5, 5)
    paper = lightness_of(background_of(page, "#article"))
    point_at(page, page.locator("#key-point-5 .claim"))
    pale = lightness_of(background_of(page, "#key-point-5-words"))
    page.locator("#key-point-5 a.to-words").click()
    strong = lightness_of(background_of(page, "#key-point-5-words"))
    assert 0 < abs(pale - paper) < abs(strong - paper)


def test_words_in_sight_are_lit_where_they_stand_and_others_are_scrolled_to(visit: Visit) -> None:
    page = visit(1440)
    page.mouse.move(5, 5)
    point_at(page, page.locator("#key-point-1 .claim"))
    assert lit(page) == ("key-point-1-words",) and top_of_pane(page) == 0
    point_at(page, page.locator("#key-point-5 .claim"))
    assert lit(page) == ("key-point-5-words",) and top_of_pane(page) > 0


def test_a_pointer_that_rests_while_the_page_scrolls_under_it_lights_nothing(visit: Visit) -> None:
    page = visit(1440)
    page.mouse.move(5, 5)
    point_at(page, page.locator("#key-point-1 .claim"))
    before = lit(page), top_of_pane(page)
    for _ in range(8):
        page.mouse.wheel(0, 250)
        page.wait_for_timeout(150)
    assert page.evaluate("scrollY") > 1000
    assert (lit(page), top_of_pane(page)) == before


def test_the_focus_of_the_keyboard_lights_what_it_comes_to(visit: Visit) -> None:
    page = visit(1440)
    page.locator("#key-point-4 a.to-words").focus()
    page.keyboard.press("Tab")
    expect(page.locator("#key-point-4 a.to-citation")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#key-point-5 a.to-words")).to_be_focused()
    assert lit(page) == ("key-point-5-words",)
    arrow = page.locator(".diagram a.arrow").first
    arrow.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert lit(page) == (str(arrow.get_attribute("href"))[1:],)
    page.keyboard.press("Escape")
    assert lit(page) == () and told(page) == ""


def test_pointing_at_words_lights_the_cards_that_rest_on_them(visit: Visit) -> None:
    page = visit(1440)
    page.mouse.move(5, 5)
    scroll_to(page, "key-point-5")
    point_at(page, page.locator("#p-10 .cite").last)
    assert "key-point-5" in ids_of(page.locator(".resting"))
    assert told(page).startswith("¶10 · ") and "Key point 5" in told(page)


def test_words_lead_back_to_every_card_that_rests_on_them(visit: Visit) -> None:
    page = visit(1440)
    page.locator("#key-point-5 a.to-words").click()
    notes = page.locator("#p-10 .notes a")
    assert notes.all_inner_texts() == ["Key point 5", "Khalifa Haftar", "Khalifa Haftar – UN", "UN"]
    for number in range(notes.count()):
        pane = top_of_pane(page)
        card = str(notes.nth(number).get_attribute("href"))
        notes.nth(number).click()
        expect(page.locator(card)).to_be_in_viewport()
        assert "p-10" in ids_of(page.locator("#article .block:has(.lit)"))
        assert abs(top_of_pane(page) - pane) < 60
        page.go_back()
        expect(page).to_have_url(ending("#key-point-5-words"))


def test_a_click_on_words_shows_what_rests_on_their_paragraph(visit: Visit) -> None:
    page = visit(1440)
    expect(page.locator("#p-12 .notes")).to_be_hidden()
    page.locator("#quote-7-words").click(position={"x": 200, "y": 42})
    expect(page.locator("#p-12 .notes")).to_be_visible()


def test_back_and_forward_return_to_the_place_in_both(visit: Visit) -> None:
    page = visit(1440)
    places: list[Any] = []
    for tie in ("#key-point-1 a.to-words", "#key-point-5 a.to-words", "#quote-7 blockquote a.to-words >> nth=1"):
        page.locator(tie).first.click()
        page.wait_for_timeout(400)
        places.append((page.url, top_of_pane(page)))
    assert len({top for _, top in places}) == 3
    for url, top in places[1::-1]:
        page.go_back()
        expect(page).to_have_url(url)
        page.wait_for_timeout(400)
        assert top_of_pane(page) == top
    page.go_forward()
    expect(page).to_have_url(places[1][0])
    page.wait_for_timeout(400)
    assert top_of_pane(page) == places[1][1]
    expect(page.locator("#key-point-5")).to_have_class("resting")


def test_a_deep_link_to_words_lights_them_and_their_card(visit: Visit, address: str) -> None:
    page = visit(1440, where=f"{address}libya-2019/index.html#quote-5-words")
    expect(page.locator("#quote-5-words")).to_be_in_viewport()
    expect(page.locator("#quote-5")).to_be_in_viewport()
    assert "quote-5" in ids_of(page.locator(".resting"))


def test_a_deep_link_to_a_card_lights_it_and_its_words(visit: Visit, address: str) -> None:
    page = visit(1440, where=f"{address}libya-2019/index.html#quote-5")
    expect(page.locator("#quote-5")).to_be_in_viewport()
    expect(page.locator("#quote-5-words")).to_be_in_viewport()
    assert lit(page) == ("quote-5-words", "quote-5-cue")


@with_and_without_script
def test_the_article_takes_the_full_width_and_goes_back_beside_the_briefing(visit: Visit, script: bool) -> None:
    page = visit(1440, java_script_enabled=script)
    page.get_by_role("link", name="Full width").click()
    pane = box_of(page.locator("#article"))
    assert pane["left"] == 0 and pane["right"] > 1400
    expect(page.locator(".key-points")).to_be_hidden()
    page.get_by_role("link", name="Beside the briefing").click()
    expect(page.locator(".key-points")).to_be_visible()
    assert box_of(page.locator("#article"))["left"] > 700
    page.get_by_role("link", name="Full width").click()
    page.locator("#article a.mention").first.click()
    expect(page.locator(".party:target")).to_be_in_viewport()
    assert box_of(page.locator("#article"))["left"] > 700


@with_and_without_script
@pytest.mark.parametrize("width", [360, 1440])
def test_marks_can_be_hidden(visit: Visit, script: bool, width: int) -> None:
    page = visit(width, java_script_enabled=script)
    quote, party = page.locator("#quote-5-words"), page.locator("#article a.mention").first
    page.get_by_label("Hide the marks").check()
    assert style_of(quote, "backgroundColor") == "rgba(0, 0, 0, 0)"
    assert style_of(party, "textDecorationLine") == "none"
    expect(page.locator("#article .speaks").first).to_be_hidden()
    page.get_by_label("Hide the marks").uncheck()
    assert style_of(quote, "backgroundColor") != "rgba(0, 0, 0, 0)"


def test_two_kinds_of_lit_are_told_apart_in_forced_colours(visit: Visit) -> None:
    page = visit(1440, forced_colors="active")
    page.mouse.move(5, 5)
    point_at(page, page.locator("#key-point-5 .claim"))
    words = page.locator("#key-point-5-words")
    assert style_of(words, "textDecorationLine") == "underline"
    page.locator("#key-point-1 a.to-words").click()
    followed, around = background_of(page, "#key-point-1-words"), background_of(page, "body")
    assert followed != around


def test_the_pane_scrolls_smoothly_only_where_that_is_welcome(visit: Visit) -> None:
    page = visit(1440)
    assert style_of(page.locator("#article"), "scrollBehavior") == "auto"
    page.emulate_media(reduced_motion="no-preference")
    assert style_of(page.locator("#article"), "scrollBehavior") == "smooth"
