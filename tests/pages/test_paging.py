"""Lists in pages: every entry is on one of them, the neighbours are linked, and old pages stay."""

from datetime import date, timedelta
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from newsbrief.pages.lists.paging import ListPage, PageLink, cut_evenly, cut_from_oldest, link_pages, page_by_day

NEWEST = date(2021, 5, 12)
totals, sizes = st.integers(0, 400), st.integers(1, 9)


def pages_of(count: int, full: int) -> tuple[ListPage[date, date], ...]:
    """Return a list of days, the newest of which is the later, the more there are."""
    days = [date(2000, 1, 1) + timedelta(days=number) for number in range(count)]
    return page_by_day(days[::-1], full, path_of=lambda number: f"{number}.html", day_of=lambda day: day)


@given(totals, sizes)
def test_parts_are_full_and_the_newest_is_at_least_half_full(count: int, full: int) -> None:
    newest, *older = cut_from_oldest(range(count), full)
    assert [len(part) for part in older] == [full] * len(older)
    assert len(newest) < 1.5 * full + 1
    assert len(newest) >= full / 2 or not older
    assert list(chain(newest, *older)) == list(range(count))


@given(totals, sizes)
def test_parts_cut_evenly_are_few_and_of_about_one_size(count: int, full: int) -> None:
    parts = cut_evenly(range(count), full)
    assert list(chain.from_iterable(parts)) == list(range(count))
    assert len(parts) == max(1, -(-count // full))
    assert {len(part) for part in parts} <= {count // len(parts), -(-count // len(parts))}


@given(totals, sizes)
def test_a_new_entry_changes_the_newest_page_and_the_one_that_is_split_off_it(count: int, full: int) -> None:
    before, after = pages_of(count, full), {page.path: page for page in pages_of(count + 1, full)}
    changed = [page.number for page in before if after[page.path] != page]
    # The page that was the one after the newest leads to the split one now.
    assert changed in ([0], [0, len(before) - 1])


def test_links_name_their_page_by_its_bounds_but_for_the_newest() -> None:
    newest, middle, oldest = pages_of(9, 3)
    assert (newest.here.first, newest.here.last) == (date(2000, 1, 7), date(2000, 1, 9))
    assert newest.before is None and newest.after == middle.here
    assert middle.before == PageLink("0.html") and middle.after == oldest.here
    assert oldest.before == middle.here and oldest.after is None
    assert [page.path for page in (newest, middle, oldest)] == ["0.html", "2.html", "1.html"]


def test_a_list_by_label_names_every_neighbour() -> None:
    parts = [("a.html", 1, ["Ada", "Ann"]), ("a/2.html", 2, ["Art"]), ("b.html", 1, ["Bo"])]
    first, second, third = link_pages(parts, lambda labels: (labels[0], labels[-1]))
    assert second.before == PageLink("a.html", "Ada", "Ann") == first.here
    assert second.after == PageLink("b.html", "Bo", "Bo") == third.here
    assert (second.number, second.entries, second.path) == (2, ("Art",), "a/2.html")


def test_an_empty_list_is_one_page_without_bounds() -> None:
    assert pages_of(0, 3) == (ListPage(0, (), PageLink("0.html"), None, None),)


def test_a_link_writes_its_days_and_has_none_without_bounds() -> None:
    assert PageLink("1.html", date(2019, 4, 3), date(2019, 4, 3)).days("en-GB") == "3 April 2019"
    assert PageLink("1.html", NEWEST, NEWEST).days("ar") == "12 مايو 2021"
    assert PageLink[date]("1.html").days("en-GB") == ""
