"""The parties, side by side: how the sides are numbered, and what a card tells of others."""

import pytest

from newsbrief.briefing.party_cards import lay_out_parties, make_profiles
from newsbrief.briefing.sides import group_by_side, number_sides
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


# The cards


LED = """\
actors:
  - {id: guild, name: Guild, kind: group, side: Town}
  - {id: ann, name: Ann, kind: person, side: Town}
  - {id: bob, name: Bob, kind: person, side: Town}
  - {id: court, name: Court, kind: court, side: Law}
  - {id: cem, name: Cem, kind: person, side: Law}
  - {id: board, name: Board, kind: group, side: Law}
relations:
  - {from: ann, to: guild, kind: leads, cite: Ann leads the Guild}
  - {from: bob, to: court, kind: leads, cite: Bob leads the Court}
  - {from: cem, to: court, kind: leads, cite: Cem leads the Court}
  - {from: cem, to: board, kind: leads, cite: Cem leads the Board}
"""
ABOUT_LED = "Ann leads the Guild. Bob leads the Court. Cem leads the Court. Cem leads the Board. Board met Board."


def test_whoever_leads_one_body_of_their_side_stands_on_its_card() -> None:
    town, law = sorted(lay_out_parties(brief(ABOUT_LED, LED)), key=lambda each: each.side.name or "", reverse=True)
    told = [(card.actor.id, [person.id for person in card.people]) for card in (*town.cards, *law.cards)]
    assert told == [("guild", ["ann"]), ("bob", []), ("board", []), ("court", []), ("cem", [])]


@pytest.mark.parametrize("hedge", ["alleged", "past", "denied", "planned"])
def test_who_is_not_plainly_said_to_lead_has_a_card_and_is_no_leader(hedge: str) -> None:
    words = {
        "alleged": "Ann allegedly leads the Guild",
        "past": "Ann formerly led the Guild",
        "denied": "Ann does not lead the Guild",
        "planned": "Ann plans to lead the Guild",
    }
    facts = f"""\
actors: [{{id: guild, name: Guild, kind: group}}, {{id: ann, name: Ann, kind: person}}]
relations: [{{from: ann, to: guild, kind: leads, hedge: {hedge}, cite: {words[hedge]}}}]
"""
    briefing = brief(f"{words[hedge]}.", facts)
    (side,) = lay_out_parties(briefing)
    assert [(card.actor.id, card.people) for card in side.cards] == [("guild", ()), ("ann", ())]
    assert make_profiles(briefing)["guild"].leaders == ()


def test_the_heaviest_side_and_the_heaviest_card_come_first() -> None:
    facts = """\
actors:
  - {id: ann, name: Ann, kind: person, side: Town}
  - {id: bob, name: Bob, kind: person, side: Town}
  - {id: cem, name: Cem, kind: person, side: Law}
"""
    sides = lay_out_parties(brief("Cem met Bob. Cem met Ann and Bob. Cem left.", facts))
    told = [(each.side.name, each.side.number, [card.actor.id for card in each.cards]) for each in sides]
    assert told == [("Law", 1, ["cem"]), ("Town", 2, ["bob", "ann"])]


def test_a_name_that_is_the_cards_own_with_a_title_is_not_told_again() -> None:
    facts = """\
actors:
  - {id: ann, name: Ann Reed, kind: person, aliases: [Mayor Ann Reed]}
  - {id: bob, name: Bob Lind, kind: person, aliases: [Lind]}
"""
    profiles = make_profiles(brief("Mayor Ann Reed met Bob Lind. Lind left.", facts))
    assert profiles["ann"].names_apart == ()
    assert profiles["bob"].names_apart == ("Bob Lind", "Lind")
