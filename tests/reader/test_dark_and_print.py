"""Pages in the dark and on paper."""

import pytest

from support.browsing import Visit
from support.looks import lightness_of, style_of

COLOURS = """() => [...document.querySelectorAll('body, body *')]
    .filter(each => each.checkVisibility() && !each.closest('svg')
        && [...each.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()))
    .map(each => [each.outerHTML.slice(0, 80), getComputedStyle(each).color, getComputedStyle(each).backgroundColor])"""


def test_a_dark_page_is_dark_and_its_text_light(visit: Visit) -> None:
    page = visit(color_scheme="dark")
    assert lightness_of(style_of(page.locator("body"), "backgroundColor")) < 0.05
    for html, text, behind in page.evaluate(COLOURS):
        if "rgba(0, 0, 0, 0)" in behind:
            assert lightness_of(text) > 0.4, html


def test_print_is_dark_on_light_in_the_dark_too(visit: Visit) -> None:
    page = visit(color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"
    told = page.evaluate(COLOURS)
    assert len(told) > 200
    for html, text, behind in told:
        assert lightness_of(text) < 0.2, html
        assert "rgba(0, 0, 0, 0)" in behind or lightness_of(behind) > 0.7, html


@pytest.mark.parametrize("width", [658, 986], ids=["portrait", "landscape"])
def test_sections_fill_the_width_of_a_sheet(visit: Visit, width: int) -> None:
    page = visit(width=width)
    page.emulate_media(media="print")
    told = page.evaluate(
        "[...document.querySelectorAll('.body > section')].map(each => each.getBoundingClientRect().width)"
    )
    assert told
    assert min(told) > 0.9 * width
