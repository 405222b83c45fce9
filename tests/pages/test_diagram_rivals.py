"""The order of the sides in a drawing: rivals next to each other."""

import pytest

from newsbrief.briefing.sides import Side
from newsbrief.model.briefing import Actor, Relation
from newsbrief.pages.diagram.rivals import order_sides


def side(name: str) -> Side:
    return Side(name, (Actor(name, name, None, "state", name, None, (), False, (), ()),))


def order(names: str, *relations: str) -> str:
    """Return the names of the sides in order; relations are written `a fights b`, or with a hedge `a fights b past`."""
    made = []
    for number, written in enumerate(relations):
        subject, kind, object, *hedge = written.split()
        made.append(Relation(f"relation-{number}", subject, object, kind, (), *hedge))
    return "".join(str(each.name) for each in order_sides([side(name) for name in names], made))


@pytest.mark.parametrize(
    ("relations", "expected"),
    [
        ([], "abcde"),
        (["a backs d"], "abcde"),
        (["a fights d"], "adbce"),
        (["c fights e"], "ceabd"),
        (["a fights b", "a resists c"], "bacde"),
        (["a fights c", "a resists b"], "bacde"),
        (["b accuses d", "d criticises a"], "adbce"),
        (["c neutral a", "c neutral b"], "abcde"),
        (["b neutral a", "b neutral e"], "aebcd"),
        (["a fights d past", "a fights e denied"], "abcde"),
        (["a fights e alleged"], "aebcd"),
    ],
)
def test_rivals_stand_next_to_each_other_at_the_top(relations: list[str], expected: str) -> None:
    assert order("abcde", *relations) == expected


def test_the_fiercest_stand_next_to_each_other_where_not_all_can() -> None:
    ordered = order("abcd", "a fights b", "a fights c", "a resists d")
    assert abs(ordered.index("a") - ordered.index("b")) == abs(ordered.index("a") - ordered.index("c")) == 1


def test_of_many_rivals_those_named_most_often_are_ordered() -> None:
    letters = "abcdefghij"
    fights = [f"{one} fights {other}" for one in letters for other in letters if one < other]
    assert sorted(order(letters, *fights)) == list(letters)


def test_a_fight_within_a_side_moves_nothing() -> None:
    actors = tuple(Actor(name, name, None, "state", "x", None, (), False, (), ()) for name in "pq")
    sides = [side("a"), Side("x", actors)]
    assert order_sides(sides, [Relation("relation-1", "p", "q", "fights", ())]) == tuple(sides)
