"""The keyboard reaches whatever can be used, in order, and shows where it is."""

from itertools import pairwise

from support.browsing import Visit

STOPS = """() => {
    const able = 'a[href], button, summary, input, select, textarea, [tabindex]';
    const isStop = each => each.checkVisibility({ visibilityProperty: true }) && each.tabIndex >= 0
        && !each.disabled && (each.type !== 'radio' || each.checked);
    const draws = (each, part) => {
        const style = getComputedStyle(each, part);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 1 && style.opacity > 0;
    };
    const shows = each => draws(each) || (each.dataset.name && draws(each, '::after'));
    const stroke = each => getComputedStyle(each.querySelector('.hit')).stroke;
    window.stops = [...document.querySelectorAll(able)].filter(isStop);
    window.visited = [];
    window.faint = [];
    const before = new Map(window.stops.filter(each => each.ownerSVGElement).map(each => [each, stroke(each)]));
    document.addEventListener('focusin', ({ target }) => {
        window.visited.push(window.stops.indexOf(target));
        const isDrawn = before.has(target) && stroke(target) !== before.get(target);
        const label = target.closest('label');
        if (!shows(target) && !(label && shows(label)) && !isDrawn) window.faint.push(target.outerHTML);
    });
    return window.stops.length;
}"""


def test_tab_visits_once_and_in_order_whatever_can_be_used_and_shows_where_it_is(visit: Visit) -> None:
    page = visit()
    number = page.evaluate(STOPS)
    for _ in range(number):
        page.keyboard.press("Tab")
    assert page.evaluate("window.visited") == list(range(number))
    assert number > 200
    assert page.evaluate("window.faint") == []
    page.keyboard.press("Tab")
    assert page.evaluate("window.stops.indexOf(document.activeElement)") in (-1, 0)


def test_tab_goes_back_the_way_it_came(visit: Visit) -> None:
    page = visit()
    page.evaluate(STOPS)
    page.get_by_label("Show below each paragraph what rests on it").focus()
    for _ in range(20):
        page.keyboard.press("Shift+Tab")
    visited = page.evaluate("window.visited")
    assert len(visited) == 21
    assert all(after == before - 1 for before, after in pairwise(visited))
