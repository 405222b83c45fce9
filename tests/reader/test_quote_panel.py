"""Who said what: the cards of the quotations, and what narrows them."""

import pytest
from playwright.sync_api import Page, expect

from support.browsing import Visit
from support.looks import ids_of, leave, read_notes, scroll_to

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
    expect(group.locator(".section-note")).to_contain_text("names nobody who said them")
    for card in group.locator("figure.quotation").all():
        expect(card).to_contain_text("Unattributed: the article does not say whose words these are")
