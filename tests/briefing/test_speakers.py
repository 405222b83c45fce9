"""The quotations by speaker and by side."""

from newsbrief.briefing.quotations import make_cards
from newsbrief.briefing.speakers import SideComparison, compare_sides, find_silent_sides, group_by_speaker
from newsbrief.model.briefing import Briefing
from support.findings import brief

PEOPLE = """\
actors:
  - {id: ann, name: Ann, kind: person, side: Town, about: [{text: A baker., cite: Ann the baker}]}
  - {id: bob, name: Bob, kind: person, side: Court}
  - {id: cem, name: Cem, kind: person, side: The Guild}
"""
TALK = """\
quotes:
  - {speaker: ann, cue: Ann said, text: One.}
  - {speaker: unattributed, text: Two.}
  - {speaker: bob, cue: Bob said, text: Three.}
  - {speaker: ann, cue: Ann added, text: Four.}
  - {speaker: [ann, bob], cue: Ann and Bob agreed, text: Five.}
"""
SAID = 'Ann said: "One." Signs read "Two." Bob said: "Three." Ann added: "Four." Ann and Bob agreed: "Five."'
STORY = f"Ann the baker met Cem. {SAID}"


def compare(briefing: Briefing) -> SideComparison | None:
    return compare_sides(briefing, make_cards(briefing))


def test_quotations_are_grouped_by_speaker_in_the_articles_order() -> None:
    groups = group_by_speaker(make_cards(brief(STORY, PEOPLE + TALK)))
    told = [([each.id for each in group.speakers], [card.quote.id for card in group.cards]) for group in groups]
    assert told == [
        (["ann"], ["quote-1", "quote-4"]),
        ([], ["quote-2"]),
        (["bob"], ["quote-3"]),
        (["ann", "bob"], ["quote-5"]),
    ]


def test_what_a_single_person_is_is_told_once_for_all_they_said() -> None:
    groups = group_by_speaker(make_cards(brief(STORY, PEOPLE + TALK)))
    assert [group.role for group in groups] == ["A baker.", None, None, None]


def test_sides_have_columns_in_the_articles_order_and_silent_ones_are_named() -> None:
    compared = compare(brief(STORY, PEOPLE + TALK))
    assert compared is not None
    columns = [(column.name, [card.quote.id for card in column.cards]) for column in compared.columns]
    assert columns == [("Town", ["quote-1", "quote-4", "quote-5"]), ("Court", ["quote-3", "quote-5"])]
    assert (compared.silent, compared.number) == (("The Guild",), 4)


def test_words_that_the_article_denies_are_in_no_column() -> None:
    quotes = "{speaker: ann, cue: Ann said, text: One.}, {speaker: bob, hedge: denied, cue: Bob never said, text: Two.}"
    article = 'Ann the baker met Cem. Ann said: "One." Bob never said "Two."'
    briefing = brief(article, f"{PEOPLE}quotes: [{quotes}]\n")
    compared = compare(briefing)
    assert compared is not None
    assert [column.name for column in compared.columns] == ["Town"]
    assert list(find_silent_sides(briefing)) == ["Court", "The Guild"]


def test_there_is_nothing_to_compare_where_no_side_or_only_one_is_there() -> None:
    assert compare(brief("Ann the baker met Bob and Cem.", PEOPLE)) is None
    alone = "actors: [{id: ann, name: Ann, kind: person, side: Town}]\n"
    assert compare(brief('Ann said: "One."', f"{alone}quotes: [{{speaker: ann, cue: Ann said, text: One.}}]\n")) is None
