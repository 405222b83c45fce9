"""The quote panel: what narrows it, what each card shows, and that the style sheet keeps up with it."""

import re
from string import ascii_lowercase

from newsbrief.briefing.quotations import MOST_CHOICES, date_quotes, make_cards, offer_choices
from newsbrief.model.briefing import Briefing
from support.findings import brief
from support.sites import ROOT

ANN = "actors:\n  - {id: ann, name: Ann, kind: person}\n"
BETWEEN = 120
"""How many characters between two pieces of a quotation are few enough to be shown."""


def talk(*speakers: str) -> Briefing:
    """Return a briefing with a quotation of each speaker in turn, who is named "Ann" or "Ann of Town", her side.

    Nobody is said to speak where the name is "".
    """
    sentences, quotes = [], []
    for turn, speaker in enumerate(speakers, 1):
        name = speaker.partition(" of ")[0]
        sentences.append(f'{name or "Someone"} said in turn {turn}: "Words of turn {turn}."')
        who = f"{name.lower()}, cue: {name} said in turn {turn}" if name else "unattributed"
        quotes.append(f"  - {{speaker: {who}, text: Words of turn {turn}.}}")
    named = [speaker.partition(" of ") for speaker in dict.fromkeys(speakers) if speaker]
    actors = [
        f"  - {{id: {name.lower()}, name: {name}, kind: person, side: {side or 'null'}}}" for name, _, side in named
    ]
    return brief(" ".join(sentences), "\n".join([*(["actors:", *actors] if actors else []), "quotes:", *quotes]))


def offers(briefing: Briefing) -> list[tuple[int, str, str, tuple[str, ...]]]:
    return [(choice.number, choice.by, choice.name, choice.quotes) for choice in offer_choices(briefing)]


def name_speakers(number: int) -> list[str]:
    return [f"S{first}{second}" for first in ascii_lowercase for second in ascii_lowercase][:number]


# The choices


def test_speakers_come_first_then_sides_then_the_unattributed() -> None:
    assert offers(talk("", "Bob of town", "Ann of town", "Cem of court", "Bob of town")) == [
        (1, "speaker", "bob", ("quote-2", "quote-5")),
        (2, "speaker", "ann", ("quote-3",)),
        (3, "speaker", "cem", ("quote-4",)),
        (4, "side", "town", ("quote-2", "quote-3", "quote-5")),
        (5, "unattributed", "", ("quote-1",)),
    ]


def test_a_side_is_offered_only_where_several_of_it_speak() -> None:
    by = [(choice.by, choice.name) for choice in offer_choices(talk("Ann of town", "Ann of town", "Bob of court"))]
    assert by == [("speaker", "ann"), ("speaker", "bob")]


def test_speakers_on_no_side_are_offered_no_side() -> None:
    assert [choice.by for choice in offer_choices(talk("Ann", "Bob", "Cem"))] == ["speaker"] * 3


def test_nothing_is_offered_where_one_choice_would_show_everything() -> None:
    assert offers(talk("Ann")) == []
    assert offers(talk("Ann of town", "Ann of town")) == []
    assert offers(talk("", "")) == []
    assert offers(brief("Nobody said a word.", "")) == []


def test_two_choices_are_worth_offering() -> None:
    assert len(offers(talk("Ann", ""))) == 2
    assert len(offers(talk("Ann", "Bob"))) == 2


def test_no_more_is_offered_than_the_style_sheet_has_rules_for() -> None:
    assert len(offers(talk(*name_speakers(MOST_CHOICES)))) == MOST_CHOICES
    assert len(offers(talk(*name_speakers(MOST_CHOICES + 1)))) == MOST_CHOICES
    crowded = offers(talk(*name_speakers(MOST_CHOICES), ""))
    assert len(crowded) == MOST_CHOICES and crowded[-1][1] == "unattributed"


def test_of_too_many_choices_those_with_most_quotations_are_kept_in_their_order() -> None:
    speakers = name_speakers(MOST_CHOICES + 3)
    found = offers(talk(*speakers, "", "", speakers[-1]))
    kept = [name.lower() for name in [*speakers[: MOST_CHOICES - 2], speakers[-1]]]
    assert [name for _, _, name, _ in found] == [*kept, ""]
    assert [number for number, *_ in found] == list(range(1, MOST_CHOICES + 1))


def test_the_style_sheet_has_a_rule_for_every_choice() -> None:
    sheet = (ROOT / "static" / "css" / "components" / "choices.css").read_text(encoding="utf-8")
    rules = re.findall(
        r"\.who-said-what:has\(#choice-(\d+):checked\) :is\(\.quotation:not\(\.choice-(\d+), :target\), "
        r"\.panel:not\(:has\(\.choice-(\d+), :target\)\)\) \{ display: none; \}",
        sheet,
    )
    assert rules == [(str(number),) * 3 for number in range(1, MOST_CHOICES + 1)]


# The cards


def pieces_of(article: str, *parts: str, more: str = "") -> list[tuple[str, bool, str | None]]:
    """Return the words of each piece of Ann's quotation, whether it stands apart, and the article's words between."""
    listed = "".join(f"      - {part}\n" for part in parts)
    briefing = brief(article, f"{ANN}quotes:\n  - speaker: ann\n    cue: Ann said\n    text:\n{listed}{more}")
    (card,) = make_cards(briefing)
    return [
        (briefing.words(piece.words), piece.is_apart, piece.between and briefing.words(piece.between))
        for piece in card.pieces
    ]


def test_every_quotation_has_a_card_that_answers_to_its_choices() -> None:
    cards = make_cards(talk("", "Bob of town", "Ann of town"))
    assert [(card.quote.id, card.choices) for card in cards] == [
        ("quote-1", (4,)),
        ("quote-2", (1, 3)),
        ("quote-3", (2, 3)),
    ]


def test_cards_answer_to_nothing_where_nothing_is_offered() -> None:
    assert [card.choices for card in make_cards(talk("Ann"))] == [()]


def test_a_quotation_in_one_piece_is_not_apart() -> None:
    assert pieces_of('Ann said: "One two."', "One two.") == [("One two.", False, None)]


def test_words_between_two_pieces_are_shown_without_the_marks_around_them() -> None:
    assert pieces_of('"One two," Ann said – "three four."', "One two,", "three four.") == [
        ("One two,", False, None),
        ("three four.", True, "Ann said"),
    ]


def test_a_quotation_may_be_interrupted_twice() -> None:
    assert pieces_of('"One," Ann said, "two," she went on, "three."', "One,", "two,", "three.") == [
        ("One,", False, None),
        ("two,", True, "Ann said"),
        ("three.", True, "she went on"),
    ]


def test_many_words_between_two_pieces_are_left_out() -> None:
    short = "Ann said " + "o" * (BETWEEN - len("Ann said "))
    for between, shown in ((short, short), (f"{short}o", None)):
        (_, apart) = pieces_of(f'"One," {between} "two."', "One,", "two.")
        assert apart == ("two.", True, shown)


def test_words_between_pieces_of_two_paragraphs_are_left_out() -> None:
    assert pieces_of('"One," Ann said.\n\n"Two."', "One,", "Two.") == [("One,", False, None), ("Two.", True, None)]


def test_words_in_other_marks_are_not_shown_between() -> None:
    article = '"One," Ann said of the "big" bridge, "two."'
    pieces = pieces_of(article, "One,", "two.", more="not_speech:\n  - {text: big, why: term}\n")
    assert pieces == [("One,", False, None), ("two.", True, None)]


def test_a_quotation_that_runs_on_over_paragraphs_is_not_apart() -> None:
    assert pieces_of('Ann said: "One.\n\n"Two.\n\n"Three."', "One. Two. Three.") == [
        ("One.", False, None),
        ("Two.", False, None),
        ("Three.", False, None),
    ]


def test_sentences_in_marks_of_their_own_run_on_where_no_word_is_between() -> None:
    assert pieces_of('Ann said: "One." – "Two."', "One.", "Two.") == [("One.", False, None), ("Two.", False, None)]


# The date of a quotation


def dated(article: str, dates: str) -> dict[str, str]:
    quotes = "quotes:\n  - {speaker: ann, cue: Ann said, text: Hello there.}\n"
    briefing = brief(article, f"{ANN}{quotes}dates:\n{dates}")
    cards = {card.quote.id: card.event for card in make_cards(briefing)}
    found = date_quotes(briefing)
    assert {id: event for id, event in cards.items() if event} == found
    return {id: str(event.date) for id, event in found.items()}


def test_an_event_whose_words_hold_the_cue_dates_the_quotation() -> None:
    event = "  - {date: 2017, when: in 2017, event: Ann speaks., cite: In 2017 Ann said}\n"
    assert dated('In 2017 Ann said: "Hello there."', event.replace("when: in", "when: In")) == {"quote-1": "2017"}


def test_an_event_whose_words_hold_the_quotation_dates_it() -> None:
    event = "  - {date: 2017, when: in 2017, event: Ann speaks., cite: '\"Hello there.\" in 2017'}\n"
    assert dated('Ann said "Hello there." in 2017.', event) == {"quote-1": "2017"}


def test_the_first_of_two_events_dates_a_quotation() -> None:
    later = "  - {date: 2018, when: 2018, event: She says it again., cite: '\"Hello there.\" in 2017 and 2018'}\n"
    earlier = "  - {date: 2017, when: 2017, event: Ann speaks., cite: '\"Hello there.\" in 2017'}\n"
    assert dated('Ann said "Hello there." in 2017 and 2018.', later + earlier) == {"quote-1": "2017"}


def test_an_event_told_elsewhere_dates_no_quotation() -> None:
    event = "  - {date: 2017, when: In 2017, event: A bridge falls., cite: In 2017 the bridge fell}\n"
    assert dated('In 2017 the bridge fell. Ann said: "Hello there."', event) == {}


# Several speakers


TOGETHER = '''Ann and Bob said: "We come." Ann and Cem said: "We go."'''
PEOPLE = """\
actors:
  - {id: ann, name: Ann, kind: person, side: town}
  - {id: bob, name: Bob, kind: person, side: town}
  - {id: cem, name: Cem, kind: person, side: court}
quotes:
  - {speaker: [ann, bob], cue: Ann and Bob said, text: We come.}
  - {speaker: [ann, cem], cue: Ann and Cem said, text: We go.}
"""


def test_words_of_several_are_found_under_each_of_them_and_once_under_their_side() -> None:
    assert offers(brief(TOGETHER, PEOPLE)) == [
        (1, "speaker", "ann", ("quote-1", "quote-2")),
        (2, "speaker", "bob", ("quote-1",)),
        (3, "speaker", "cem", ("quote-2",)),
        (4, "side", "town", ("quote-1", "quote-2")),
    ]


def test_nothing_is_offered_where_every_choice_would_show_everything() -> None:
    facts = "\n".join(line for line in PEOPLE.splitlines() if "cem" not in line)
    assert offers(brief('Ann and Bob said: "We come."', facts)) == []


def test_a_card_has_the_colour_of_a_side_only_where_all_speakers_are_on_it() -> None:
    one, both = make_cards(brief(TOGETHER, PEOPLE))
    assert ([actor.id for actor in one.speakers], one.sides, one.side) == (["ann", "bob"], (("town", 1),), 1)
    assert ([actor.id for actor in both.speakers], both.sides) == (["ann", "cem"], (("town", 1), ("court", 2)))
    assert both.side is None
