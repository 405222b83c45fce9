"""Rows and lanes: no two arrows share either, and none cross that need not."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from newsbrief.model.briefing import Relation
from newsbrief.pages.diagram.lanes import End, assign_lanes, find_spans, nearest_lane, order_ends

ACTORS = [f"p{number}" for number in range(25)]


def relate(*pairs: tuple[str, str]) -> list[Relation]:
    return [Relation(f"relation-{n}", subject, object, "backs", ()) for n, (subject, object) in enumerate(pairs, 1)]


pairs = st.tuples(st.sampled_from(ACTORS), st.sampled_from(ACTORS)).filter(lambda pair: pair[0] != pair[1])
relations = st.lists(pairs, min_size=1, max_size=60).map(lambda chosen: relate(*chosen))
spans = relations.map(lambda chosen: find_spans(order_ends(ACTORS, chosen)))


def test_ends_that_go_up_stand_above_those_that_go_down_and_the_farthest_outside() -> None:
    ends = order_ends("abcde", relate(("c", "a"), ("c", "b"), ("c", "d"), ("c", "e")))
    assert [end.relation for end in ends["c"]] == [1, 0, 3, 2]


def test_arrows_between_the_same_two_parties_lie_one_within_the_other() -> None:
    ends = order_ends("ab", relate(("a", "b"), ("b", "a"), ("a", "b")))
    assert ends == {
        "a": (End(0, True), End(1, False), End(2, True)),
        "b": (End(2, False), End(1, True), End(0, False)),
    }
    assert assign_lanes(find_spans(ends)) == [2, 1, 0]


def test_a_lane_is_used_again_below() -> None:
    assert assign_lanes([(0, 1), (2, 3), (4, 7), (5, 6)]) == [0, 0, 1, 0]


def test_the_nearest_lane_is_that_of_an_arrow_that_goes_by() -> None:
    taken = [(0, 5), (1, 2), (3, 4)]
    lanes = assign_lanes(taken)
    assert lanes == [1, 0, 0]
    assert [nearest_lane(row, taken, lanes) for row in range(7)] == [None, 1, 0, 1, 0, 1, None]


@given(relations)
def test_every_row_holds_one_end(chosen: list[Relation]) -> None:
    ends = [end for actor in order_ends(ACTORS, chosen).values() for end in actor]
    assert sorted(ends) == sorted(End(number, begins) for number in range(len(chosen)) for begins in (True, False))


@given(spans)
def test_no_two_arrows_share_a_stretch_of_a_lane(taken: list[tuple[int, int]]) -> None:
    for (one, here), (other, there) in combinations(zip(taken, assign_lanes(taken), strict=True), 2):
        assert here != there or one[1] < other[0] or other[1] < one[0]


@given(relations)
def test_arrows_cross_only_where_the_order_of_the_parties_makes_them(chosen: list[Relation]) -> None:
    taken = find_spans(order_ends(ACTORS, chosen))
    placed = list(zip(taken, assign_lanes(taken), strict=True))
    crossings = sum(crosses(one, other) + crosses(other, one) for one, other in combinations(placed, 2))
    ranges = [sorted((ACTORS.index(each.subject), ACTORS.index(each.object))) for each in chosen]
    assert crossings == sum(a[0] < b[0] < a[1] < b[1] or b[0] < a[0] < b[1] < a[1] for a, b in combinations(ranges, 2))


def crosses(one: tuple[tuple[int, int], int], other: tuple[tuple[int, int], int]) -> int:
    """Count the rows of `one` that run through the upright part of `other`."""
    return sum(other[0][0] < row < other[0][1] and other[1] < one[1] for row in one[0])
