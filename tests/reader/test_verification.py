"""The line that says what was checked."""

import re
from pathlib import Path

from playwright.sync_api import expect

from support.browsing import Visit
from support.looks import box_of


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
