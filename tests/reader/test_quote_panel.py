"""Who said what: the cards of the quotations, and what narrows them."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from support.browsing import BRIEFING, Visit
from support.looks import box_of, ids_of, leave, read_notes, scroll_to

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

SPEAKERS = {
    "Thomas Waldhauser, AFRICOM": ("quote-1", "quote-7"),
    "United Nations": ("quote-4",),
    "Khalifa Haftar, LNA": ("quote-5",),
    "Unattributed": ("quote-2", "quote-3", "quote-6"),
}
"""The headings of the panel in their order, each with the cards below it."""


def choose(page: Page, name: str) -> None:
    page.locator(".who-said-what .choices label", has_text=name).click()


def shown_cards(page: Page) -> tuple[str, ...]:
    return tuple(sorted(ids_of(page.locator("figure.quotation:visible"))))


def shown_headings(page: Page) -> list[str]:
    return page.locator(".who-said-what .panel h3:visible").all_text_contents()


def headings_of(*cards: str) -> list[str]:
    return [name for name, under in SPEAKERS.items() if set(under) & set(cards)]


def query_of(page: Page) -> str:
    return urlsplit(page.url).query


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_choice_narrows_the_panel_to_what_it_names(visit: Visit, script: bool) -> None:
    page = visit(java_script_enabled=script)
    assert shown_cards(page) == ALL
    for name, cards in [*NARROWED.items(), ("All", ALL)]:
        choose(page, name)
        assert shown_cards(page) == cards, name
        assert shown_headings(page) == headings_of(*cards), name


def test_arrow_keys_narrow_the_panel(visit: Visit) -> None:
    page = visit()
    page.get_by_role("radio").first.focus()
    for name in list(NARROWED)[1:]:
        page.keyboard.press("ArrowDown")
        assert shown_cards(page) == NARROWED[name], name
    page.keyboard.press("ArrowDown")
    expect(page.locator(".side-by-side")).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert shown_cards(page) == ALL
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert shown_cards(page) == NARROWED["Unattributed"]


def test_the_numbers_of_the_choices_are_true(visit: Visit) -> None:
    page = visit()
    labels = page.locator(".who-said-what .choices label").all_text_contents()
    assert [" ".join(label.split()) for label in labels[1:-1]] == [
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
    assert shown_headings(page) == headings_of("quote-2", "quote-5")


def test_all_quotations_are_printed_whatever_is_chosen(visit: Visit) -> None:
    page = visit()
    choose(page, "Khalifa Haftar")
    page.emulate_media(media="print")
    assert shown_cards(page) == ALL
    assert shown_headings(page) == list(SPEAKERS)
    expect(page.locator(".choices")).to_be_hidden()
    expect(page.locator(".side-by-side")).to_be_hidden()


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
    said = page.locator(".who-said-what").inner_text()
    assert said.count("the article names nobody who said it") == 1
    assert "Undated" not in said and "The article says" not in said


def test_the_quotations_of_a_speaker_stand_together_and_say_once_who_that_is(visit: Visit) -> None:
    page = visit(1440)
    for name, cards in SPEAKERS.items():
        group = page.locator(".panel", has=page.get_by_role("heading", name=name, exact=True))
        assert ids_of(group.locator("figure.quotation")) == cards
    said = page.locator(".who-said-what").inner_text()
    assert said.count("A Marine Corps general and the head of US Africa Command.") == 1


# Side by side


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_what_the_sides_said_stands_side_by_side_in_the_articles_order(visit: Visit, script: bool) -> None:
    page = visit(1440, java_script_enabled=script)
    expect(page.locator(".side-by-side")).to_be_hidden()
    choose(page, "Side by side")
    assert shown_cards(page) == ()
    columns = page.locator(".side-column")
    assert columns.locator("h3").all_inner_texts() == ["Outside powers and organisations", "Khalifa Haftar’s side"]
    outside, haftar = (column.locator("blockquote").all_inner_texts() for column in columns.all())
    assert [words[:12] for words in outside] == ["The security", "humanitarian", "We don’t wan"]
    assert [words[:11] for words in haftar] == ["To our army"]
    one, other = (box_of(column) for column in columns.all())
    assert one["right"] < other["left"] and one["top"] == other["top"]
    expect(page.locator(".side-by-side .section-note")).to_contain_text(
        "Nobody of the Government of National Accord is quoted"
    )
    choose(page, "All")
    expect(page.locator(".side-by-side")).to_be_hidden()


def test_sides_that_nobody_speaks_for_are_told_of_under_what_the_article_does_not_say(visit: Visit) -> None:
    page = visit()
    expect(page.locator(".not-said")).to_contain_text("Nobody of the Government of National Accord is quoted")


def test_columns_stand_below_each_other_on_a_narrow_screen(visit: Visit) -> None:
    page = visit(360)
    choose(page, "Side by side")
    one, other = (box_of(column) for column in page.locator(".side-column").all())
    assert one["bottom"] <= other["top"] and one["left"] == other["left"]
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_words_in_the_columns_lead_to_the_article(visit: Visit) -> None:
    page = visit(1440)
    choose(page, "Side by side")
    page.locator(".side-column .to-words").first.click()
    expect(page.locator(".the-article :target")).to_be_in_viewport()


# The status, and the address


def test_the_status_says_how_many_quotations_are_shown(visit: Visit) -> None:
    page = visit()
    status = page.get_by_role("status")
    expect(status).to_have_text("")
    for name, cards in list(NARROWED.items())[1:]:
        choose(page, name)
        expect(status).to_have_text(f"{len(cards)} of 7 quotations")
    choose(page, "Side by side")
    expect(status).to_have_text("4 of 7 quotations")
    choose(page, "All")
    expect(status).to_have_text("")


def test_the_choice_is_in_the_address_and_comes_from_it(visit: Visit) -> None:
    page = visit()
    choose(page, "Khalifa Haftar")
    assert query_of(page) == "quotes=speaker-haftar"
    again = visit(where=page.url)
    assert shown_cards(again) == ("quote-5",)
    expect(again.get_by_role("status")).to_have_text("1 of 7 quotations")
    choose(again, "Outside powers and organisations")
    side = visit(where=again.url)
    assert shown_cards(side) == NARROWED["Outside powers and organisations"]
    choose(side, "All")
    assert query_of(side) == ""
    choose(side, "Side by side")
    assert query_of(side) == "quotes=sides"


def test_an_address_keeps_its_place_when_a_choice_is_made(visit: Visit, address: str) -> None:
    page = visit(where=f"{address}{BRIEFING}#who-said-what")
    choose(page, "United Nations")
    assert page.url.endswith(f"{BRIEFING}?quotes=speaker-un#who-said-what")


def test_an_address_with_an_unknown_choice_shows_everything(visit: Visit, address: str) -> None:
    page = visit(where=f"{address}{BRIEFING}?quotes=nobody")
    assert shown_cards(page) == ALL


def test_a_checked_choice_with_focus_is_plain_in_forced_colours(visit: Visit) -> None:
    page = visit(forced_colors="active")
    checked = page.locator(".choices label", has=page.locator(":checked"))
    outlined = "each => getComputedStyle(each).outlineStyle"
    assert checked.evaluate(outlined) == "none"
    page.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    focused = page.locator(".choices label", has=page.locator(":focus"))
    assert focused.evaluate(outlined) == "solid"
    colours = "each => [getComputedStyle(each).outlineColor, getComputedStyle(each).backgroundColor]"
    outline, background = focused.evaluate(colours)
    assert outline != background
