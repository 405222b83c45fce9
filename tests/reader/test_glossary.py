"""The glossary, walked through and narrowed."""

import pytest
from playwright.sync_api import Page, expect

from support.browsing import BRIEFING, Visit, ending

PEOPLE = {"Muammar Gaddafi": "G", "Khalifa Haftar": "H", "Fayez al-Sarraj": "S", "Thomas Waldhauser": "W"}
"""The people of the briefing in their order, and the letters under which they stand."""


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
        assert heads == sorted({PEOPLE.get(entry, entry[0]) for entry in shown[name]})
    assert shown["People"] == [*PEOPLE]
    assert sorted(shown["People"] + shown["States and organisations"]) == sorted(shown["All"])


def test_an_entry_leads_to_its_card_in_the_briefing(glossary: Page) -> None:
    glossary.locator("#party-africom .appearance a").click()
    expect(glossary).to_have_url(ending(f"{BRIEFING}#party-africom"))
    expect(glossary.locator("#party-africom")).to_be_in_viewport()
    expect(glossary.locator("#party-africom")).to_contain_text("United States Africa Command")
