"""References to the article: the number of every paragraph, and the place that each tie shows."""

from typing import Any

import pytest
from playwright.sync_api import Page

from support.browsing import Visit
from support.looks import unfold
from support.pdf import read_pdf

both_sites = pytest.mark.parametrize("site", ["libya", "arabic"])

TIES = """() => [...document.querySelectorAll('main a[href^="#"]')]
    .filter(each => !document.getElementById('article').contains(each))
    .map(each => [each, document.getElementById(each.getAttribute('href').slice(1))?.closest('.block')])
    .filter(([each, block]) => block)
    .map(([each, block]) => ({
        text: each.textContent,
        label: each.ariaLabel,
        block: block.dataset.number,
        isDrawn: Boolean(each.ownerSVGElement),
    }))"""

NUMBERS = """() => [...document.querySelectorAll('#article .block')].map(block => ({
    id: block.id,
    number: block.dataset.number,
    text: block.firstElementChild.getBoundingClientRect().toJSON(),
}))"""


def read_numbers(page: Page) -> list[dict[str, Any]]:
    """Return the blocks of the article, each with the box of its number, which only the inspector knows."""
    inspector = page.context.new_cdp_session(page)
    root = inspector.send("DOM.getDocument")["root"]["nodeId"]
    ids = inspector.send("DOM.querySelectorAll", {"nodeId": root, "selector": "#article .block"})["nodeIds"]
    blocks = page.evaluate(NUMBERS)
    for block, id in zip(blocks, ids, strict=True):
        parts = inspector.send("DOM.describeNode", {"nodeId": id})["node"]["pseudoElements"]
        (number,) = (part["backendNodeId"] for part in parts if part["pseudoType"] == "before")
        left, top, right, _, _, bottom, *_ = inspector.send("DOM.getBoxModel", {"backendNodeId": number})["model"][
            "border"
        ]
        block["box"] = {"left": left, "right": right, "top": top, "bottom": bottom}
    return list(blocks)


@both_sites
@pytest.mark.parametrize("width", [360, 820, 1200, 1440, 1920])
def test_every_block_of_the_article_has_its_number_in_the_margin(
    visit: Visit, arabic: str, site: str, width: int
) -> None:
    page = visit(width, where=arabic if site == "arabic" else "")
    blocks = read_numbers(page)
    assert [block["id"] for block in blocks] == [f"p-{number}" for number in range(1, len(blocks) + 1)]
    assert len(blocks) == {"libya": 13, "arabic": 3}[site]
    for block in blocks:
        box, text = block["box"], block["text"]
        assert box["left"] >= 0 and box["right"] <= width and box["right"] - box["left"] > 4
        assert box["right"] <= text["left"] if site == "libya" else box["left"] >= text["right"]
        assert text["top"] <= box["top"] and box["bottom"] <= text["top"] + 34


@both_sites
def test_every_tie_shows_the_paragraph_of_its_words(visit: Visit, arabic: str, site: str) -> None:
    ties = visit(where=arabic if site == "arabic" else "").evaluate(TIES)
    assert len(ties) > {"libya": 100, "arabic": 15}[site]
    sign, label = {"libya": ("¶", "in the article, paragraph "), "arabic": ("ف\u00a0", "في المقال، الفقرة ")}[site]
    written = [tie for tie in ties if not tie["isDrawn"]]
    assert [tie for tie in written if tie["text"].rstrip("abc\u00a0أبج") != f"{sign}{tie['block']}"] == []
    assert [tie for tie in written if not tie["label"].startswith(f"{label}{tie['block']}")] == []
    assert {"libya": 9, "arabic": 0}[site] == len(ties) - len(written)


def test_references_to_several_words_of_a_paragraph_are_told_apart(visit: Visit) -> None:
    page = visit()
    assert page.locator("#key-point-6 a.to-words").all_inner_texts() == ["¶11a", "¶11b", "¶11c"]
    assert page.locator("#key-point-2 a.to-words").all_inner_texts() == ["¶1", "¶2"]
    assert page.locator("#key-point-6 a.to-words").nth(1).get_attribute("aria-label") == (
        "in the article, paragraph 11, passage b"
    )


def test_a_party_is_named_once_in_each_paragraph(visit: Visit) -> None:
    told = visit().locator("#party-haftar .appearances").all_inner_texts()
    assert [text.replace("\u00a0", " ") for text in told] == ["Quoted in ¶9 · Named in ¶1 ¶2 ¶5 ¶6 ¶7 ¶9 ¶10 ¶11"]


ALONE = """() => {
    const faults = [];
    let seen = 0;
    for (const link of document.querySelectorAll('main a.to-words')) {
        if (!link.checkVisibility() || link.closest('td')) continue;
        // Of many references in a row, one in the middle is not alone where it begins a line.
        const beside = [link.previousElementSibling, link.nextElementSibling];
        if (beside.every(each => each?.matches('.to-words'))) continue;
        let before = link.previousSibling;
        while (before && before.nodeType !== Node.TEXT_NODE) before = before.lastChild ?? before.previousSibling;
        const words = before?.data.trimEnd() ? before : link.previousElementSibling;
        if (!words) continue;
        const range = document.createRange();
        if (words.nodeType === Node.TEXT_NODE) {
            const end = words.data.trimEnd().length;
            range.setStart(words, end - 1);
            range.setEnd(words, end);
        } else range.selectNodeContents(words);
        const line = [...range.getClientRects()].at(-1), box = link.getClientRects()[0];
        seen += 1;
        if (box.top >= line.bottom) faults.push(link.parentElement.textContent.trim().slice(-60));
    }
    return { seen, faults };
}"""


@both_sites
@pytest.mark.parametrize("width", [320, 360, 412, 820, 1200, 1440, 1920])
def test_no_reference_stands_alone_on_a_line(visit: Visit, arabic: str, site: str, width: int) -> None:
    page = visit(width, where=arabic if site == "arabic" else "")
    unfold(page)
    told = page.evaluate(ALONE)
    assert told["seen"] > {"libya": 70, "arabic": 10}[site]
    assert told["faults"] == []


def test_paper_has_the_references_and_the_numbers_that_they_name(visit: Visit) -> None:
    page = visit(658)
    page.emulate_media(media="print")
    ties = "main a.to-words:not(.side-by-side *)"
    assert page.locator(f"{ties}:visible").count() == page.locator(ties).count() > 80
    for block in read_numbers(page):
        assert block["box"]["right"] <= block["text"]["left"] and block["box"]["left"] >= 0


def squeeze(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("width", [360, 1440])
def test_the_text_of_a_printed_sheet_names_paragraphs_beside_claims_and_beside_the_article(
    visit: Visit, width: int
) -> None:
    page = visit(width)
    printed = squeeze(" ".join(read_pdf(page.pdf(prefer_css_page_size=True))))
    claims = page.eval_on_selector_all(
        ":is(.key-points > li, .claims > li, .event-text):has(> a.to-words)",
        "all => all.map(each => [each.querySelector('.claim').textContent,"
        " ...[...each.querySelectorAll(':scope > a.to-words')].map(link => link.textContent)])",
    )
    assert len(claims) > 30
    assert [claim for claim in claims if squeeze(claim[0])[-25:] + "".join(claim[1:]) not in printed] == []
    blocks = page.eval_on_selector_all(
        "#article .block", "all => all.map(each => [each.firstElementChild.textContent, each.dataset.number])"
    )
    assert len(blocks) == 13
    # A number stands where the block begins; the block may go on overleaf.
    words = {number: squeeze(text) for text, number in blocks}
    beside = {
        number: any(text[at - 25 : at] + number in printed for at in range(25, len(text) + 1))
        for number, text in words.items()
    }
    assert [number for number, is_there in beside.items() if not is_there] == []
