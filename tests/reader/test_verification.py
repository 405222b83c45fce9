"""The line that says what was checked."""

import re
from pathlib import Path

from playwright.sync_api import expect

from support.browsing import Visit
from support.looks import box_of


def test_the_verification_line_opens_and_tells_true_numbers(visit: Visit, built: Path) -> None:
    page = visit()
    table = page.locator(".verification table")
    expect(table).to_be_hidden()
    page.locator(".verification summary").click()
    expect(table).to_be_visible()
    text = (built / "libya-2019" / "article.txt").read_text(encoding="utf-8")
    counts = page.evaluate(
        """() => ({
            quotations: document.querySelectorAll('figure.quotation').length,
            cites: document.querySelectorAll('.the-article .cite[id]').length,
            dates: document.querySelectorAll('.event').length,
            mentions: document.querySelectorAll('.the-article .mention[id]').length,
            parties: document.querySelectorAll('.party').length,
            sentences: document.querySelectorAll('.claims > li, .key-points > li').length,
            relations: document.querySelectorAll('.relations tbody tr[id]').length,
        })"""
    )
    rows = page.locator(".verification tbody tr").all()
    told = {row.locator("th").inner_text(): [int(cell) for cell in row.locator("td").all_inner_texts()] for row in rows}
    assert {name.lower(): sum(numbers) for name, numbers in told.items()} == {
        name: counts[name] for name in ("quotations", "dates", "sentences", "relations", "parties")
    }
    found = [int(number) for number in re.findall(r"\d+", page.locator(".verification .found").inner_text())]
    marks = text.count('"') // 2
    assert found == [marks, counts["quotations"], counts["cites"], counts["mentions"], counts["parties"]]
    assert found[:2] == [8, 7]


def test_the_readings_are_counted_as_often_as_they_are_shown(visit: Visit) -> None:
    page = visit()
    page.locator(".verification summary").click()
    listed = page.locator(".readings li").count()
    assert page.locator(".reading").count() == listed
    columns = page.locator(".verification tbody td:last-child").all_inner_texts()
    assert sum(map(int, columns)) == listed


def test_the_verification_line_opens_and_closes_by_keyboard(visit: Visit) -> None:
    page = visit()
    told = page.locator(".verification table")
    page.locator(".verification summary").focus()
    page.keyboard.press("Enter")
    expect(told).to_be_visible()
    page.keyboard.press("Space")
    expect(told).to_be_hidden()


def test_the_verification_line_is_printed_open(visit: Visit) -> None:
    page = visit()
    page.emulate_media(media="print")
    for line in page.locator(".verification li, .verification tr").all():
        expect(line).to_be_visible()
        assert box_of(line)["bottom"] > box_of(page.locator(".verification summary"))["bottom"]
