"""The ties between an article and what rests on it."""

import pytest

from newsbrief.briefing.assemble import assemble_briefing
from newsbrief.model.briefing import Briefing
from newsbrief.model.document import Span
from newsbrief.pages.annotated_article import annotate_article
from newsbrief.pages.language.interface import read_interface
from newsbrief.pages.ties import find_annotations, party_id, refer, refer_to_mentions, refer_to_quotes, words_id
from support.findings import find

ARTICLE = """\
Mayor Ortiz opened the bridge. Reed stayed away.

---

Ortiz said, "It is safe." Reed said, "It is late."

- Ortiz waited.
- Reed came.
"""

FACTS = """\
actors: [{id: ortiz, name: Ortiz, kind: person}, {id: reed, name: Reed, kind: person}]
quotes:
  - {speaker: ortiz, cue: Ortiz said, text: It is safe.}
  - {speaker: reed, cue: Reed said, text: It is late.}
"""


def briefing() -> Briefing:
    return assemble_briefing("x", "x", find(ARTICLE, FACTS))


def spans(*words: str) -> list[Span]:
    text = briefing().document.text
    return [Span(text.index(each), text.index(each) + len(each)) for each in words]


def test_ids_of_cards_and_words():
    assert party_id("haftar") == "party-haftar"
    assert [words_id("quote-1", number) for number in range(3)] == [
        *("quote-1-words", "quote-1-words-2", "quote-1-words-3")
    ]


def test_a_reference_shows_the_number_of_the_block_in_which_its_words_begin():
    found = refer(briefing(), "date-1", spans("Mayor", "It is safe", "Reed came"))
    assert [(each.id, each.number, each.letter) for each in found] == [
        *(("date-1-words", 1, ""), ("date-1-words-2", 2, ""), ("date-1-words-3", 3, "")),
    ]


def test_references_to_one_block_bear_letters_and_a_single_one_bears_none():
    found = refer(briefing(), "date-1", spans("Reed stayed", "It is safe", "Mayor", "Reed came"))
    assert [f"{each.number}{each.letter}" for each in found] == ["1a", "2", "1b", "3"]
    said = refer_to_quotes(briefing(), briefing().quotes)
    assert [(each.id, f"{each.number}{each.letter}") for each in said] == [
        *(("quote-1-words", "2a"), ("quote-2-words", "2b"))
    ]


def test_a_party_is_referred_to_once_in_each_block_by_its_first_mention_there():
    told = briefing()
    ortiz = told.actors["ortiz"]
    found = refer_to_mentions(told, ortiz)
    assert [each.number for each in found] == [1, 2, 3]
    assert [each.id for each in found] == [mention.id for mention in ortiz.mentions]


def test_every_annotation_begins_in_the_block_that_its_place_names():
    told = briefing()
    blocks = annotate_article(told.document, find_annotations(told))
    placed = [(told.place(each.span), block.number) for block in blocks for each in block.annotations]
    assert len(placed) > 5
    assert [pair for pair in placed if pair[0] != pair[1]] == []


@pytest.mark.parametrize(("language", "letters"), [("en", "abc"), ("ar", "أبج"), ("de", "abc")])
def test_letters_are_those_of_the_language_and_then_figures(language: str, letters: str) -> None:
    say = read_interface(language)
    assert "".join(say.letter(number) for number in range(3)) == letters
    assert say.letter(99) == "100"
