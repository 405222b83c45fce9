"""Who is who: cards that are short until a reader wants more, and open on paper."""

import pytest
from playwright.sync_api import expect

from support.browsing import Visit
from support.looks import box_of, ids_of


def test_a_card_shows_name_role_first_sentence_and_references(visit: Visit) -> None:
    page = visit()
    card = page.locator("#party-gna")
    expect(card.locator("h4")).to_have_text("GNA Government of National Accord")
    expect(card.locator(".party-facts")).to_have_text("Government")
    assert [each.is_visible() for each in card.locator(".claims > li").all()] == [True, False]
    expect(card.locator(".appearances a")).to_have_count(4)
    expect(card.locator("summary")).to_have_text("1 more sentence")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_card_opens_to_all_that_is_said(visit: Visit, script: bool) -> None:
    page = visit(java_script_enabled=script)
    card = page.locator("#party-haftar")
    names = card.locator(".article-names")
    expect(names).to_be_hidden()
    card.locator("summary").click()
    for each in card.locator(".claims > li").all():
        expect(each).to_be_visible()
    expect(names).to_contain_text("the General")


def test_all_cards_are_printed_open(visit: Visit) -> None:
    page = visit()
    page.emulate_media(media="print")
    for each in page.locator(".who-is-who .claims > li").all():
        expect(each).to_be_visible()
    expect(page.locator(".party summary").first).to_be_hidden()


@pytest.mark.parametrize(("width", "is_beside"), [(360, False), (1280, True)])
def test_a_leader_stands_on_the_card_of_the_body_and_can_be_linked_to(
    visit: Visit, width: int, is_beside: bool
) -> None:
    page = visit(width)
    for body, person in (("lna", "haftar"), ("gna", "sarraj"), ("africom", "waldhauser")):
        card = page.locator(".party-card", has=page.locator(f"#party-{body}"))
        assert ids_of(card.locator(".party")) == (f"party-{body}", f"party-{person}")
        one, other = box_of(page.locator(f"#party-{body}")), box_of(page.locator(f"#party-{person}"))
        assert (one["right"] < other["left"]) is is_beside
        assert (one["bottom"] <= other["top"]) is not is_beside
    page.locator(".key-points a").first.focus()
    page.evaluate("location.hash = '#party-haftar'")
    expect(page.locator("#party-haftar")).to_be_in_viewport()
    assert ids_of(page.locator(":target")) == ("party-haftar",)


def test_parties_stand_in_the_order_of_their_weight_in_the_article(visit: Visit) -> None:
    page = visit()
    assert page.locator(".who-is-who h3 .side").all_text_contents()[0] == "Khalifa Haftar’s side"
    outside = page.locator(".who-is-who > section", has=page.locator("#party-us")).locator(".party")
    assert ids_of(outside) == tuple(f"party-{id}" for id in ("us", "un", "africom", "waldhauser", "eu", "nato"))


def test_no_card_says_what_its_reference_says(visit: Visit) -> None:
    page = visit()
    shown = page.locator(".who-is-who").inner_text()
    assert "The article says “" not in shown and "Person" not in shown.splitlines()
