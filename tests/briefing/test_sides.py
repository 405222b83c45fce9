"""The parties, side by side: how the sides are numbered, and what a card tells of others."""

from newsbrief.briefing.sides import group_by_side, make_profiles, number_sides
from newsbrief.model.briefing import Actor
from support.findings import brief
from support.html import (
    site_of,
)


def actor(id: str, side: str | None) -> Actor:
    return Actor(id, id, None, "state", side, None, (), False, (), ())


def test_sides_are_numbered_in_their_order_and_again_from_one_after_six() -> None:
    actors = [actor(letter, f"side {letter}") for letter in "abcdefgh"]
    assert [side.number for side in group_by_side(actors)] == [1, 2, 3, 4, 5, 6, 1, 2]


def test_actors_on_no_side_have_no_number() -> None:
    actors = [actor("a", None), actor("b", "left"), actor("c", "right"), actor("d", "left")]
    assert number_sides(actors) == {"b": 1, "c": 2, "d": 1}


def test_a_profile_tells_leaders_other_members_and_quotations() -> None:
    facts = """\
actors:
  - {id: guild, name: Guild, kind: group}
  - {id: ann, name: Ann, kind: person, member_of: guild}
  - {id: bob, name: Bob, kind: person, member_of: guild, about: [{text: One of it., cite: Bob of the Guild}]}
  - {id: cem, name: Cem, kind: person}
relations:
  - {from: ann, to: guild, kind: leads, cite: Ann leads the Guild}
  - {from: cem, to: guild, kind: backs, cite: Cem backs the Guild}
quotes:
  - {speaker: bob, cue: Bob said, text: One.}
  - {speaker: bob, cue: said Bob, text: Two.}
  - {speaker: unattributed, text: Three.}
"""
    article = 'Ann leads the Guild and Cem backs the Guild. Bob of the Guild sat. Bob said: "One." "Two." said Bob.'
    article += ' Said someone: "Three."'
    briefing = brief(article, facts)
    guild, ann, bob, cem = make_profiles(briefing).values()
    assert [each.actor for each in (guild, ann, bob, cem)] == list(briefing.actors.values())
    assert [each.belongs_to for each in (guild, ann, bob, cem)] == [None, guild.actor, guild.actor, None]
    assert (guild.leaders, guild.members) == ((ann.actor,), (bob.actor,))
    assert [quote.id for quote in bob.quotes] == ["quote-1", "quote-2"]
    assert cem.leaders == cem.members == cem.quotes == ann.quotes == ()


def test_actors_without_a_side_come_last() -> None:
    briefing = next(each for each in site_of("two-briefings").briefings if each.slug == "footbridge")
    last_first = sorted(briefing.actors.values(), key=lambda actor: actor.id != "commission")
    sides = group_by_side(last_first)
    assert [side.name for side in sides] == ["The town", "The opposition", None]
    assert [[actor.id for actor in side.actors] for side in sides] == [["council", "mayor"], ["reed"], ["commission"]]


def test_words_of_several_are_on_the_profile_of_each() -> None:
    facts = """\
actors: [{id: ann, name: Ann, kind: person}, {id: bob, name: Bob, kind: person}]
quotes: [{speaker: [ann, bob], cue: Ann and Bob said, text: Yes.}]
"""
    profiles = make_profiles(brief('Ann and Bob said: "Yes."', facts))
    assert [[quote.id for quote in profile.quotes] for profile in profiles.values()] == [["quote-1"], ["quote-1"]]
