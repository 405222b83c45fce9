"""The timeline, by its distances and its order."""

import pytest

from support.browsing import Visit
from support.looks import box_of, boxes_of, style_of


@pytest.mark.parametrize("width", [360, 1280])
def test_years_take_more_room_on_the_timeline_than_days(visit: Visit, width: int) -> None:
    page = visit(width)
    tops = [box["top"] for box in boxes_of(page, ".event")]
    ends = [box["bottom"] for box in boxes_of(page, ".event-known")]
    years, days, none = (top - end for top, end in zip(tops[1:], ends[:-1], strict=True))
    assert years > 1.5 * days
    assert days > none + 10
    assert tops[1] - tops[0] > tops[2] - tops[1]
    assert page.locator(".interval").all_text_contents() == ["about 8 years later", "3 days later"]


def test_the_timeline_is_an_ordered_list_by_date(visit: Visit) -> None:
    page = visit()
    assert page.locator("ol.events > :not(li)").count() == 0
    dates = page.eval_on_selector_all("ol.events > .event time", "all => all.map(each => each.dateTime)")
    assert dates == ["2011", "2019-04-04", "2019-04-07", "2019-04-07"] == sorted(dates)
    shown = page.locator("ol.events .event-date").all_inner_texts()
    assert shown == ["2011", "Thursday, 4 April 2019", "Sunday, 7 April 2019", "Sunday, 7 April 2019"]


def test_an_event_says_in_a_few_words_how_its_date_is_known(visit: Visit) -> None:
    page = visit()
    assert page.locator(".event-known").all_inner_texts() == [
        "in 2011 · NATO, Muammar Gaddafi",
        "on Thursday, counted from 7 April 2019 · Khalifa Haftar",
        "On Sunday, counted from 7 April 2019 · US",
        "On Sunday, counted from 7 April 2019 · UN",
    ]


def test_the_styles_of_the_archive_leave_the_distances_of_the_timeline_alone(visit: Visit) -> None:
    page = visit()
    page.eval_on_selector(".interval", "each => { each.className = 'interval months'; }")
    interval = page.locator(".interval").first
    assert style_of(interval, "display") == "list-item"
    assert abs(box_of(interval)["left"] - box_of(page.locator(".event").first)["left"]) < 1
