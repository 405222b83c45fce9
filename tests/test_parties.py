"""The parties, side by side: how the sides are numbered."""

from newsbrief.model import Actor
from newsbrief.parties import group_by_side, number_sides


def actor(id: str, side: str | None) -> Actor:
    return Actor(id, id, None, "state", side, None, (), False, (), ())


def test_sides_are_numbered_in_their_order_and_again_from_one_after_six() -> None:
    actors = [actor(letter, f"side {letter}") for letter in "abcdefgh"]
    assert [side.number for side in group_by_side(actors)] == [1, 2, 3, 4, 5, 6, 1, 2]


def test_actors_on_no_side_have_no_number() -> None:
    actors = [actor("a", None), actor("b", "left"), actor("c", "right"), actor("d", "left")]
    assert number_sides(actors) == {"b": 1, "c": 2, "d": 1}
