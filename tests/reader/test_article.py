"""The article on the page: its own words, who speaks, and what rests on them."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from support.browsing import Visit, ending
from support.looks import ids_of, lightness_of, read_notes, style_of
from support.sites import ROOT


def overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    return (
        one["left"] < other["right"]
        and other["left"] < one["right"]
        and one["top"] < other["bottom"]
        and other["top"] < one["bottom"]
    )


def test_who_speaks_stands_in_the_margin_beside_the_first_line(visit: Visit) -> None:
    page = visit(1440)
    page.locator("#article .to-full").click()
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
    if width == 1440:
        page.locator("#article .to-full").click()
    notes = read_notes(page)
    assert len(notes) == {"libya": 7, "arabic": 4}[site]
    for number, note in enumerate(notes):
        assert note["box"]["left"] >= 0 and note["box"]["right"] <= width
        assert not overlap(note["box"], note["text"]), note["name"]
        assert not [other["name"] for other in notes[:number] if overlap(note["box"], other["box"])]


@pytest.mark.parametrize("width", [360, 1440])
def test_who_speaks_stands_in_the_line_where_there_is_no_margin(visit: Visit, width: int) -> None:
    page = visit(width)
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
