"""The editor's notes: each reading and open question stands where it belongs, and is listed under its card's name."""

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from newsbrief.pages.editor_notes import EditorNote, list_doubts, list_readings
from newsbrief.pages.ties import party_id
from support.findings import brief
from support.html import by_id, read_html, text_of
from support.sites import FRONT, write_briefing
from support.whole import build_in_memory, load_site

ARTICLE = """\
On Sunday, the mayor of Adaba spoke to reporters. "The bridge will open in May," Mayor Lena Ortiz said.

Tom Reed has opposed Lena Ortiz since he wrote "The Late Bridge".
"""

FACTS = """\
key_points:
  - {text: A mayor spoke., cite: the mayor of Adaba spoke, KEY}
actors:
  - id: ortiz
    name: Lena Ortiz
    kind: person
    about: [{text: She leads Adaba., cite: Mayor Lena Ortiz, ABOUT}]
  - {id: reed, name: Tom Reed, kind: person, ACTOR}
dates:
  - {date: 2019-04-07, when: On Sunday, event: She speaks., cite: spoke to reporters, DATE}
quotes:
  - {speaker: ortiz, cue: Mayor Lena Ortiz said, text: 'The bridge will open in May,', QUOTE}
relations:
  - {from: reed, to: ortiz, kind: opposes, cite: Tom Reed has opposed Lena Ortiz, RELATION}
not_speech:
  - {text: The Late Bridge, why: title, MARKS}
"""

CARDS = {
    "KEY": ("key-point-1", "Key point 1"),
    "ACTOR": (party_id("reed"), "Tom Reed"),
    "ABOUT": (party_id("ortiz"), "Lena Ortiz"),
    "DATE": ("date-1", "April 7, 2019"),
    "QUOTE": ("quote-1", "Quotation 1: Lena Ortiz"),
    "RELATION": ("relation-1", "Tom Reed – Lena Ortiz"),
    "MARKS": ("not-speech-1", "Not speech"),
}
"""The card and its name, by the place of the note in the fact sheet."""


def note(key: str, **texts: str) -> str:
    """Return the fact sheet with a note of this key at the places that are given."""
    facts = FACTS
    for place in CARDS:
        facts = facts.replace(f", {place}}}", f", {key}: {texts[place]}}}" if place in texts else "}")
    return facts


EVERYWHERE = {place: f"Because of {place.lower()}." for place in CARDS}


def page_of(site: Path, facts: str, front: str = FRONT) -> Element:
    write_briefing(site, article=ARTICLE, facts=facts, front=front)
    return read_html(build_in_memory(site, drafts=True)["bridge/index.html"])


def test_every_reading_is_listed_under_the_name_of_its_card() -> None:
    notes = list_readings(brief(ARTICLE, note("reading", **EVERYWHERE)))
    expected = {EditorNote(*CARDS[place], text) for place, text in EVERYWHERE.items()}
    assert set(notes) == expected and len(notes) == len(expected)


def test_without_readings_nothing_is_listed() -> None:
    briefing = brief(ARTICLE, note("reading"))
    assert list_readings(briefing) == list_doubts(briefing) == ()


@pytest.mark.parametrize("place", CARDS)
def test_a_reading_is_seen_where_it_stands_and_in_the_panel_and_counts_as_nothing_that_was_checked(
    site: Path, place: str
) -> None:
    page = page_of(site, note("reading", **{place: "Because I read it so."}))
    target, label = CARDS[place]
    where = text_of(page) if place == "RELATION" else text_of(by_id(page, target))
    assert "Editor’s reading: Because I read it so." in where
    panel = next(each for each in page.iter("details") if each.get("class") == "verification")
    assert f"{label}: Because I read it so." in text_of(panel)
    assert "1 reading by the editor" in text_of(panel)
    (briefing,) = load_site(site).briefings
    read = sum(ground.reading for ground in briefing.tally.grounds) + briefing.tally.not_speech_read
    assert briefing.tally.readings == read == 1


def test_a_reading_takes_its_entry_out_of_what_the_program_understood() -> None:
    plain = brief(ARTICLE, note("reading")).tally.grounds
    read = brief(ARTICLE, note("reading", **EVERYWHERE)).tally.grounds
    assert [(each.name, each.program, each.reading) for each in plain] == [
        ("quotations", 1, 0),
        ("dates", 1, 0),
        ("sentences", 2, 0),
        ("relations", 1, 0),
        ("parties", 2, 0),
    ]
    assert [(each.name, each.program, each.reading) for each in read] == [
        ("quotations", 0, 1),
        ("dates", 0, 1),
        ("sentences", 0, 2),
        ("relations", 0, 1),
        ("parties", 1, 1),
    ]


def test_nothing_that_the_editor_read_is_said_to_be_found_word_for_word(site: Path) -> None:
    page = page_of(site, note("reading", **EVERYWHERE))
    panel = next(each for each in page.iter("details") if each.get("class") == "verification")
    assert "word for word" not in text_of(panel)
    assert "1 quotation and 1 date by the editor’s reading" in text_of(panel)
    assert "found and understood by the program;" not in text_of(panel)


def test_a_sentence_that_the_editor_read_does_not_describe_its_actor_elsewhere() -> None:
    described = {actor.id: actor.description for actor in brief(ARTICLE, note("reading")).actors.values()}
    assert described["ortiz"] == "She leads Adaba."
    read = brief(ARTICLE, note("reading", ABOUT="Because of her title."))
    assert read.actors["ortiz"].description is None


def test_the_open_questions_of_a_draft_stand_at_its_head(site: Path) -> None:
    draft = FRONT.replace("---\n\n", "draft: true\n---\n\n")
    doubts = {place: text.replace("Because", "Perhaps because") for place, text in EVERYWHERE.items()}
    page = page_of(site, note("doubt", **doubts), draft)
    head = next(each for each in page.iter("header") if each.get("class") == "headline")
    (aside,) = head.iter("aside")
    for place, text in doubts.items():
        assert f"{CARDS[place][1]}: {text}" in text_of(aside)
    links = [link.get("href") for link in aside.iter("a")]
    assert sorted(links, key=str) == sorted(f"#{target}" for target, _ in CARDS.values())


def test_a_draft_without_open_questions_and_a_published_briefing_show_none(site: Path) -> None:
    draft = FRONT.replace("---\n\n", "draft: true\n---\n\n")
    for front in (draft, FRONT):
        assert not list(page_of(site, note("doubt"), front).iter("aside"))


def test_the_reading_of_the_as_of_day_stands_where_days_are_counted_and_in_the_list(site: Path) -> None:
    front = FRONT.replace("---\n\n", "source: {published: 2019-05-30}\nas_of_reading: It was held back.\n---\n\n")
    page = page_of(site, note("reading"), front)
    (method,) = [each for each in page.iter("section") if each.get("aria-labelledby") == "method"]
    assert "Editor’s reading: It was held back." in text_of(method)
    (briefing,) = load_site(site).briefings
    assert list_readings(briefing) == (EditorNote("method", "As of April 7, 2019", "It was held back."),)
    assert briefing.tally.readings == 1
