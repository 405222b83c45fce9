"""The glossary: who is the same, who stands under which letter, and on which page."""

import re
from collections.abc import Sequence
from itertools import pairwise
from string import ascii_uppercase

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from newsbrief.model.front_matter import Source
from newsbrief.model.shared_actor import SharedActor, SourcedSentence
from newsbrief.model.site import Party, Summary
from newsbrief.pages.lists.appearances import collect_appearances
from newsbrief.pages.lists.glossary import (
    MOST_LETTERS,
    GlossaryEntry,
    Letter,
    LetterPage,
    collect_entries,
    index_letters,
    list_letter_pages,
    list_letters,
)
from support.html import FOLDERS, site_of
from support.many import COUNCIL, NEWEST, make_summaries, make_summary

labels = st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=6), max_size=40)


def entries_of(summaries: Sequence[Summary]) -> tuple[GlossaryEntry, ...]:
    return collect_entries(collect_appearances(summaries))


def entries_named(names: Sequence[str]) -> tuple[GlossaryEntry, ...]:
    """Return the entries of a state for each name, by label."""
    parties = [Party(f"x-{number}", name, None, "state", None) for number, name in enumerate(dict.fromkeys(names))]
    return collect_entries(collect_appearances([make_summary(1, parties)]))


def letters_of(*names: str) -> dict[str, list[str]]:
    """Return the labels under their letters, from glossary entries in this order."""
    actors = [Party("x", name, None, "state", None) for name in names]
    letters = list_letters(GlossaryEntry(actor, actor.name, ()) for actor in actors)
    return {letter.name: [entry.actor.label for entry in letter.entries] for letter in letters}


def pages_named(names: Sequence[str], full: int) -> tuple[LetterPage, ...]:
    return list_letter_pages(list_letters(entries_named(names)), full)


def test_a_chinese_site_has_chinese_names_under_the_letters_of_their_sound() -> None:
    names = ["重庆市政府", "青湖大学", "NATO", "宁波港", "龙门公司", "安徽省", "沈阳", "欧盟", "鑫源公司", "曾文"]
    people = [Party("p1", "单田", None, "person", None), Party("p2", "万青", None, "person", None)]
    parties = [Party(f"x-{number}", name, None, "state", None) for number, name in enumerate(names)]
    appearances = collect_appearances([make_summary(1, [*parties, *people])])
    letters = list_letters(collect_entries(appearances, "zh-CN"))
    assert [(letter.name, [entry.label for entry in letter.entries]) for letter in letters] == [
        ("A", ["安徽省"]),
        ("C", ["重庆市政府"]),
        ("L", ["龙门公司"]),
        ("N", ["NATO", "宁波港"]),
        ("O", ["欧盟"]),
        ("Q", ["青湖大学"]),
        ("S", ["单田", "沈阳"]),
        ("W", ["万青"]),
        ("X", ["鑫源公司"]),
        ("Z", ["曾文"]),
    ]
    assert [letter.segment for letter in letters][:2] == ["a", "c"]
    assert len(list_letters(collect_entries(appearances))) == len([*names, *people])


def test_the_glossary_has_one_entry_for_one_actor() -> None:
    entries = entries_of(site_of("two-briefings").summaries)
    appearances = {entry.actor.name: [each.slug for each in entry.appearances] for entry in entries}
    assert sorted(appearances["Adaba Council"]) == ["footbridge", "tram-line"]
    assert appearances["Lena Ortiz"] == ["footbridge"]
    assert appearances["Piet Maas"] == ["tram-line"]
    assert len({entry.actor.id for entry in entries}) == len(entries) == 5


def test_the_glossary_does_not_depend_on_the_order_of_briefings() -> None:
    summaries = site_of("two-briefings").summaries
    assert entries_of(summaries) == entries_of(summaries[::-1])


def test_an_entry_shows_the_newest_appearances_and_leads_to_all() -> None:
    (entry,) = (each for each in entries_of(make_summaries(40)) if each.actor.label == "MCA")
    assert [each.slug for each in entry.appearances] == [f"bridge-{number:03}" for number in range(6)]
    assert (entry.more, entry.path) == (34, "glossary/party/council/index.html")
    (entry,) = (each for each in entries_of(make_summaries(6)) if each.actor.label == "MCA")
    assert (entry.more, entry.path) == (0, "")


def test_entries_stand_under_their_first_letters_in_their_order() -> None:
    assert list(letters_of("Adaba", "Bo", "Ce").items()) == [("A", ["Adaba"]), ("B", ["Bo"]), ("C", ["Ce"])]
    assert letters_of("Au", "Ai") == {"A": ["Au", "Ai"]}
    assert letters_of() == {}


def test_accents_and_case_make_no_letter_of_their_own() -> None:
    assert letters_of("Élysée", "eBay", "Eton") == {"E": ["Élysée", "eBay", "Eton"]}
    assert letters_of("Żegota") == {"Z": ["Żegota"]}


def test_what_begins_with_no_letter_stands_under_a_sign() -> None:
    assert (Letter("#", ()).id, Letter("#", ()).segment) == ("letter-other", "other")
    assert letters_of("17 November", "A", "‘Abd", "€") == {"#": ["17 November", "‘Abd", "€"], "A": ["A"]}


def test_letters_of_every_script_are_letters() -> None:
    assert letters_of("أضابا", "ادلب", "سامي") == {"ا": ["أضابا", "ادلب"], "س": ["سامي"]}
    assert letters_of("Мост", "中国") == {"М": ["Мост"], "中": ["中国"]}


def test_an_entry_stands_under_the_letter_of_its_abbreviation() -> None:
    actor = Party("un", "United Nations", "OON", "state", None)
    entries = collect_entries(collect_appearances([make_summary(1, [actor])]))
    assert [letter.name for letter in list_letters(entries)] == ["O"]


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_a_letters_anchor_has_neither_case_nor_space(name: str) -> None:
    letters = list_letters(entries_of(site_of(name).summaries))
    assert len(letters) > 1
    assert all(re.fullmatch(r"letter-\S", letter.id) and letter.id == letter.id.casefold() for letter in letters)


@pytest.mark.parametrize(("name", "segment"), [("A", "a"), ("ا", "u0627"), ("中", "u4e2d"), ("𐐀", "u10400")])
def test_letters_of_every_script_have_an_address(name: str, segment: str) -> None:
    assert Letter(name, ()).segment == segment


@given(labels)
def test_addresses_are_plain_and_no_two_letters_share_one(names: list[str]) -> None:
    paths = [page.glossary.path for page in pages_named(names, 3)]
    assert all(
        re.fullmatch(r"glossary/([a-z]+|u[0-9a-f]{4,6}(-u[0-9a-f]{4,6})*)/(\d+/)?index\.html", path) for path in paths
    )
    assert len({path.casefold() for path in paths}) == len(paths)
    assert not [path for path in paths if path.startswith("glossary/party/")]


@given(labels, st.integers(1, 5))
def test_every_entry_is_on_one_page_of_its_letter_and_none_is_empty(names: list[str], full: int) -> None:
    pages = pages_named(names, full)
    shown = [entry.actor.name for page in pages for entry in page.glossary.entries]
    assert sorted(shown) == sorted(set(names))
    for page in pages:
        assert 0 < len(page.glossary.entries) <= full
        assert len({entry.actor.id for entry in page.glossary.entries}) == len(page.glossary.entries)
        assert page.glossary.here.first == page.glossary.entries[0].sort
        assert page.glossary.here.last == page.glossary.entries[-1].sort
        assert page.letter.total == sum(len(each.glossary.entries) for each in pages if each.letter == page.letter)


@given(labels, st.integers(1, 5))
def test_pages_of_letters_follow_one_another(names: list[str], full: int) -> None:
    pages = pages_named(names, full)
    for page, after in pairwise(pages):
        assert page.glossary.after == after.glossary.here and after.glossary.before == page.glossary.here
    if pages:
        assert pages[0].glossary.before is None and pages[-1].glossary.after is None


def test_a_letters_pages_are_of_about_one_size() -> None:
    pages = pages_named([f"A{number:03}" for number in range(201)], 200)
    assert [len(page.glossary.entries) for page in pages] == [100, 101]
    assert [page.glossary.path for page in pages] == ["glossary/a/index.html", "glossary/a/2/index.html"]


def test_the_list_of_letters_tells_how_many_entries_are_under_each_and_where() -> None:
    first, *_, last = index_letters(list_letters(entries_named(["17 Masts", "Adaba", "Ada", "Bo"])), 1)
    assert (first.name, first.total, first.pages[0].path) == ("", 1, "glossary/other/index.html")
    assert (last.name, last.total, last.pages[0].path) == ("B", 1, "glossary/b/index.html")


def test_a_page_names_the_letters_of_an_alphabet_and_not_the_signs_of_chinese() -> None:
    latin = pages_named(list(ascii_uppercase), 1)
    assert [name for name, _ in latin[0].letters] == list(ascii_uppercase)
    signs = [chr(0x4E00 + number) for number in range(MOST_LETTERS + 1)]
    assert {page.letters for page in pages_named(signs, 1)} == {()}


def test_a_page_does_not_change_with_entries_of_other_letters() -> None:
    names = ["Adaba", "Bo", "Brema", "Cleo", "Dov"]
    before = pages_named(names, 9)
    after = pages_named([*names, "Dolf"], 9)
    assert before[:2] == after[:2]


def test_a_page_offers_a_choice_where_it_has_people_and_organisations() -> None:
    people = [Party(name.lower(), name, None, "person", None) for name in ("Ada", "Bo")]
    states = [Party(name.lower(), name, None, "state", None) for name in ("Adaba", "Cameria")]
    entries = collect_entries(collect_appearances([make_summary(1, [*people, *states])]))
    pages = list_letter_pages(list_letters(entries))
    assert {page.letter.name: page.has_both for page in pages} == {"A": True, "B": False, "C": False}


def test_an_entry_does_not_change_with_the_day_of_its_briefing() -> None:
    summary = make_summary(1, [COUNCIL])
    assert entries_of([summary]) == entries_of([Summary(replace(summary.teaser, as_of=NEWEST), summary.parties)])


def person(id: str, name: str, abbr: str | None = None) -> Party:
    return Party(id, name, abbr, "person", None)


def test_people_stand_under_their_family_names_and_bodies_under_their_labels() -> None:
    parties = [person("haftar", "Khalifa Haftar"), person("sisi", "Abdel Fattah al-Sisi"), person("xi", "Xi Jinping")]
    letters = list_letters(entries_of([make_summary(1, [*parties, COUNCIL, person("leyen", "Ursula von der Leyen")])]))
    shown = {letter.name: [entry.label for entry in letter.entries] for letter in letters}
    assert shown == {
        "H": ["Khalifa Haftar"],
        "L": ["Ursula von der Leyen"],
        "M": ["MCA"],
        "S": ["Abdel Fattah al-Sisi"],
        "X": ["Xi Jinping"],
    }


def test_a_person_is_named_in_full_with_the_family_name_apart() -> None:
    (entry,) = entries_of([make_summary(1, [person("mbs", "Mohammed bin Salman", "MBS")])])
    assert (entry.label, entry.label_parts) == ("Mohammed bin Salman", ("Mohammed ", "bin Salman", ""))


def test_actors_yaml_gives_the_name_the_order_and_what_outside_sources_say() -> None:
    about = (SourcedSentence("It has nine seats.", (Source("The register", "https://register.example.org"),)),)
    shared = {
        "council": SharedActor("council", "Council of Adaba", None, about),
        "marquez": SharedActor("marquez", "Gabriel García Márquez", None, (), "García Márquez, Gabriel"),
    }
    summaries = [make_summary(1, [COUNCIL, person("marquez", "Gabriel Márquez")])]
    marquez, council = collect_entries(collect_appearances(summaries, shared))
    assert (council.actor.name, council.actor.kind, council.about) == ("Council of Adaba", "government", about)
    assert (council.label, council.sort) == ("MCA", "MCA")
    assert (marquez.key[:6], marquez.label_parts) == ("garcia", ("Gabriel ", "García Márquez", ""))


def test_a_sort_that_is_no_part_of_the_name_leaves_the_name_as_the_rule_divides_it() -> None:
    shared = {"reed": SharedActor("reed", "Tom Reed", None, (), "Ried, Tom")}
    (entry,) = collect_entries(collect_appearances([make_summary(1, [person("reed", "Tom Reed")])], shared))
    assert (entry.key, entry.label_parts) == ("ried, tom", ("Tom ", "Reed", ""))


@given(st.lists(st.sampled_from(["un", "un-a", "eu", "ada"]), unique=True, min_size=1), st.sampled_from(["un", "zed"]))
def test_a_new_briefing_shifts_no_anchor(ids: list[str], new: str) -> None:
    parties = [Party(id, f"The {id}", None, "state", None) for id in ids]
    before = entries_of([make_summary(2, parties)])
    after = entries_of([make_summary(2, parties), make_summary(1, [Party(new, f"The {new}", None, "state", None)])])
    anchors = {entry.label: entry.actor.id for entry in after}
    assert all(anchors[entry.label] == entry.actor.id for entry in before)


def test_an_actor_has_its_name_in_the_sites_language() -> None:
    english, arabic = person("haftar", "Khalifa Haftar"), person("haftar", "خليفة حفتر")
    newest = replace(make_summary(1, [arabic]), language="ar")
    summaries = [newest, replace(make_summary(2, [english]), language="en")]
    (of_english,) = collect_appearances(summaries, language="en-GB")
    (of_arabic,) = collect_appearances(summaries, language="ar")
    assert (of_english.actor.name, of_arabic.actor.name) == ("Khalifa Haftar", "خليفة حفتر")
