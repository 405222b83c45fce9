"""Corrections: read with care, shown where a reader looks, and a briefing is as new as its last one."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from newsbrief.pages.lists.archive import list_briefings, make_calendar
from support.articles import CORRECTED, front_faults, read_well
from support.html import by_id, read_html, text_of
from support.many import NEWEST, make_summary
from support.sites import FRONT, write_briefing
from support.whole import build_in_memory


def test_corrections_are_read_from_the_earliest_and_the_last_one_dates_the_briefing() -> None:
    front = read_well(CORRECTED + "Text.\n").front
    assert [(str(each.date), each.said, each.says) for each in front.corrections] == [
        ("2019-04-09", "Lena Ortis", "Lena Ortiz"),
        ("2019-05-02", "It opens in <March>.", "It opens in May."),
    ]
    assert front.updated == date(2019, 5, 2)
    assert read_well(FRONT + "Text.\n").front.updated == date(2019, 4, 7)


@pytest.mark.parametrize(
    ("correction", "fault"),
    [
        (
            "{date: 2019-04-06, said: a, says: b}",
            "this correction is older than the briefing, which is as of 2019-04-07",
        ),
        ("{date: 2019-02-30, said: a, says: b}", "'2019-02-30' is not a day"),
        ("{date: May, said: a, says: b}", "'May' is not a day"),
        ("{date: 2019-05-02, said: a, says: a}", "this correction changes nothing"),
        ("{date: 2019-05-02, said: a}", "the key 'says' is missing"),
        ("{date: 2019-05-02, said: '', says: b}", "this is empty"),
        ("{date: 2019-05-02, said: a, says: b, by: me}", "unknown key 'by'"),
        ("{date: 2019-05-02, said: [a], says: b}", ""),
        ("none", ""),
    ],
)
def test_a_correction_that_cannot_be_true_is_named_with_its_line(correction: str, fault: str) -> None:
    (found,) = front_faults("corrections:", f"  - {correction}")
    place, _, message = found.partition(": ")
    assert place.startswith("5:") and fault in message


def test_a_page_tells_its_corrections_and_the_headline_leads_to_them(site: Path) -> None:
    write_briefing(site, front=CORRECTED)
    page = read_html(build_in_memory(site)["bridge/index.html"])
    assert text_of(by_id(page, "correction-2")) == (
        "May 2, 2019 The briefing said: It opens in <March>. It now says: It opens in May."
    )
    (link,) = (each for each in page.iter("a") if text_of(each) == "Corrected May 2, 2019")
    assert link.get("href") == "#corrections"
    sections = [each.get("href") for each in by_id(page, "section-list").iter("a")]
    assert "#corrections" in sections
    plain = build_in_memory(write_site_without(site))["bridge/index.html"]
    assert b"orrect" not in plain


def write_site_without(site: Path) -> Path:
    write_briefing(site)
    return site


def test_home_says_when_a_briefing_was_corrected(site: Path) -> None:
    write_briefing(site, front=CORRECTED)
    home = read_html(build_in_memory(site)["index.html"])
    assert "As of April 7, 2019 Corrected May 2, 2019" in text_of(home)
    same_day = CORRECTED.replace("2019-05-02", "2019-04-07").replace("2019-04-09", "2019-04-07")
    write_briefing(site, front=same_day)
    assert "Corrected" not in text_of(read_html(build_in_memory(site)["index.html"]))


def test_a_correction_brings_a_briefing_to_the_top_and_into_its_month() -> None:
    teasers = [make_summary(number).teaser for number in range(40)]
    oldest = teasers[-1]
    corrected = replace(oldest, updated=date(NEWEST.year, NEWEST.month + 1, 3))
    pages = list_briefings([*teasers[:-1], corrected], 6)
    assert pages[0].entries[0].slug == oldest.slug and pages[0].entries[0].is_corrected
    newest = make_calendar(pages).years[0].newest
    assert (newest.day, newest.number) == (date(NEWEST.year, NEWEST.month + 1, 1), 1)
