"""Every section of the fact sheet is read, found, checked, counted, shown and published, or a reason says why not."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import msgspec
import pytest
from msgspec import Struct
from msgspec.inspect import Metadata, StructType, Type, UnionType, VarTupleType

from newsbrief.briefing.sources import list_sources
from newsbrief.content.fact_sheet import SECTIONS, UNATTRIBUTED, ClaimEntry, Section
from newsbrief.content.fields import Selector, SourceEntry
from newsbrief.draft.entry_words import KINDS
from newsbrief.draft.yaml_writer import KEY_ORDER
from newsbrief.evidence.findings import Findings
from newsbrief.model.briefing import Actor, Briefing
from newsbrief.model.section_entry import Claim, SectionEntry
from newsbrief.pages.editor_notes import NAMED
from newsbrief.pages.ties import find_annotations, party_id
from support.findings import check, find
from support.html import read_html
from support.sites import ROOT, write_site
from support.whole import build_in_memory, load_site

ARTICLE = """\
On Sunday, the mayor of Adaba spoke to reporters. "The bridge will open in May," Mayor Lena Ortiz said.

Her rival, Tom Reed, has opposed the plans of Lena Ortiz since he wrote "The Late Bridge".
"""

SAMPLE = """\
key_points:
  - {text: A mayor spoke., cite: the mayor of Adaba spoke}
actors:
  - id: ortiz
    name: Lena Ortiz
    kind: person
    about: [{text: She leads Adaba., cite: Mayor Lena Ortiz, source: {title: The town, url: "https://adaba.example/"}}]
  - {id: reed, name: Tom Reed, kind: person}
dates:
  - {date: 2019-04-07, when: On Sunday, event: She speaks., cite: spoke to reporters, actors: [ortiz]}
quotes:
  - {speaker: ortiz, cue: Mayor Lena Ortiz said, text: 'The bridge will open in May,'}
relations:
  - {from: reed, to: ortiz, kind: opposes, cite: "Her rival, Tom Reed, has opposed the plans of Lena Ortiz"}
not_speech:
  - {text: The Late Bridge, why: title}
"""
"""A fact sheet with at least one entry in every section."""

UNCOUNTED: Mapping[str, str] = {}
"""The sections of which the tally counts nothing, and the reason of each."""

UNDESCRIBED = {
    "key_points": "schema.org has no property for a sentence about an article that is not its description",
    "relations": "schema.org has no property for how two parties stand to each other, but for memberOf",
    "not_speech": "a title or a term between quotation marks is nobody's quotation",
}
"""The sections of which the structured data says nothing, and the reason of each."""


class Sample(NamedTuple):
    """The sample as it passes through the program."""

    findings: Findings
    briefing: Briefing
    page: bytes
    entry: str
    structured: str


@cache
def sample() -> Sample:
    findings = find(ARTICLE, SAMPLE)
    with TemporaryDirectory() as folder:
        site = write_site(Path(folder))
        article = site / "content" / "bridge" / "article.md"
        article.write_text(article.read_text(encoding="utf-8").split("\n\n")[0] + f"\n\n{ARTICLE}", encoding="utf-8")
        (site / "content" / "bridge" / "facts.yaml").write_text(SAMPLE, encoding="utf-8")
        files = build_in_memory(site, "https://example.org")
        (briefing,) = load_site(site, "https://example.org").briefings
    page = files["bridge/index.html"]
    scripts = re.findall(rb'<script type="application/ld\+json">(.*?)</script>', page)
    (item,) = json.loads(files["feed.json"])["items"]
    return Sample(findings, briefing, page, item["content_html"], scripts[0].decode())


def cards(key: str) -> list[str]:
    """Return the ids of the cards of a section's entries on the page of the sample."""
    entries = sample().briefing.sections.get(key, ())
    return [party_id(entry.id) if isinstance(entry, Actor) else entry.id for entry in entries]


def ties(key: str) -> list[str]:
    """Return the anchors of the words that a section's cards rest on."""
    return [each.id for each in find_annotations(sample().briefing) if each.target in cards(key)]


def undecided(key: str) -> Iterator[str]:
    """Yield the places where a section of the fact sheet is left out, and what to do there."""
    if key not in [section.key for section in SECTIONS]:
        yield "src/newsbrief/content/fact_sheet.py: list it in SECTIONS"
    if (
        key
        not in json.loads((ROOT / "schema/facts.schema.json").read_text(encoding="utf-8"))["$defs"]["FactSheet"][
            "properties"
        ]
    ):
        yield "schema/facts.schema.json: run `make schema`"
    if f"\n## `{key}`\n" not in (ROOT / "docs/reference/fact-sheet.md").read_text(encoding="utf-8"):
        yield "docs/reference/fact-sheet.md: describe its keys under a heading of its own"
    if not [path for path in sample().findings.facts.entries if path[0] == key]:
        yield "tests/test_sections.py: give SAMPLE an entry of it"
    if key not in sample().briefing.sections:
        yield "src/newsbrief/model/briefing.py: return its entries in Briefing.sections"
    if not cards(key):
        yield "src/newsbrief/briefing/assemble.py: assemble its entries"
    counted = any(each.claims or any(each.figures.values()) for each in sample().briefing.sections.get(key, ()))
    if counted == (key in UNCOUNTED):
        yield "src/newsbrief/model/briefing.py: count it in `figures`, or give the reason in UNCOUNTED"
    if not ties(key):
        yield "src/newsbrief/pages/ties.py: annotate the words that its cards rest on"
    ids = {element.get("id") for element in read_html(sample().page).iter()}
    if not cards(key) or not ids.issuperset(cards(key)):
        yield "templates/briefing.html: show a card with the id of each entry"
    if not any(f"#{anchor}" in sample().entry for anchor in (*cards(key), *ties(key))):
        yield "templates/feed-entry.html: show its entries, linked to their words"
    described = any(f"#{card}" in sample().structured for card in cards(key))
    if described == (key in UNDESCRIBED):
        yield "src/newsbrief/outputs/structured_data.py: describe it, or give the reason in UNDESCRIBED"
    if key not in NAMED:
        yield "src/newsbrief/pages/editor_notes.py: name its entries in NAMED"
    if key not in KINDS.values():
        yield "src/newsbrief/draft/entry_words.py: name its entries on the command line in KINDS"
    if key not in KEY_ORDER:
        yield "src/newsbrief/draft/yaml_writer.py: list its keys in KEY_ORDER"


def lists_of(sections: tuple[Section, ...] = SECTIONS) -> Iterator[Section]:
    """Yield every section, and every list in the entries of one."""
    for section in sections:
        yield section
        yield from lists_of(section.lists)


LISTS = list(lists_of())


def types_in(kind: Type) -> Iterator[type]:
    """Yield the entry types that a field's value may be or hold."""
    if isinstance(kind, StructType):
        yield kind.cls
    elif isinstance(kind, UnionType):
        for choice in kind.types:
            yield from types_in(choice)
    elif isinstance(kind, VarTupleType):
        yield from types_in(kind.item_type)
    elif isinstance(kind, Metadata):
        yield from types_in(kind.type)


def keys_with(entry: type[Struct], wanted: type) -> set[str]:
    """Return the keys of an entry whose values may be or hold a value of the type `wanted`."""
    shape = msgspec.inspect.type_info(entry)
    assert isinstance(shape, StructType)
    return {field.encode_name for field in shape.fields if wanted in types_in(field.type)}


def keys_of_ids(entry: type[Struct]) -> set[str]:
    """Return the keys of an entry that hold ids of actors, by what the schema says of them."""
    properties = msgspec.json.schema(entry)["$defs"][entry.__name__]["properties"]
    return {key for key, schema in properties.items() if re.search(r"\bids?\b", json.dumps(schema))}


def held_claims(value: Any) -> Iterator[Claim]:
    """Yield every claim that a value holds, however deep."""
    if isinstance(value, Claim):
        yield value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from held_claims(getattr(value, name))
    elif isinstance(value, (tuple, dict)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from held_claims(each)


def test_the_sample_breaks_no_rule() -> None:
    assert check(ARTICLE, SAMPLE) == []


@pytest.mark.parametrize("key", [section.key for section in SECTIONS])
def test_every_section_is_decided_on_everywhere(key: str) -> None:
    left = list(undecided(key))
    assert not left, "\n".join([f"the section {key!r} is left out:", *left])


def test_a_briefing_has_the_sections_of_the_fact_sheet_in_their_order() -> None:
    assert list(sample().briefing.sections) == [section.key for section in SECTIONS]
    assert all(isinstance(entry, SectionEntry) for entry in sample().briefing.entries)


def test_a_section_that_is_declared_nowhere_is_missed_everywhere() -> None:
    assert [each.partition(":")[0] for each in undecided("places")] == [
        "src/newsbrief/content/fact_sheet.py",
        "schema/facts.schema.json",
        "docs/reference/fact-sheet.md",
        "tests/test_sections.py",
        "src/newsbrief/model/briefing.py",
        "src/newsbrief/briefing/assemble.py",
        "src/newsbrief/model/briefing.py",
        "src/newsbrief/pages/ties.py",
        "templates/briefing.html",
        "templates/feed-entry.html",
        "src/newsbrief/outputs/structured_data.py",
        "src/newsbrief/pages/editor_notes.py",
        "src/newsbrief/draft/entry_words.py",
        "src/newsbrief/draft/yaml_writer.py",
    ]


def test_reasons_are_given_for_sections_only() -> None:
    assert {*UNCOUNTED, *UNDESCRIBED} <= {section.key for section in SECTIONS}


@pytest.mark.parametrize("section", LISTS, ids=lambda section: section.key)
def test_entries_have_the_keys_that_every_entry_and_every_sentence_has(section: Section) -> None:
    wanted = {"reading", "doubt", *(("cite", "source") if section.sentence else ())}
    lacking = wanted - set(section.entry.__struct_encode_fields__)
    assert not lacking, f"{section.entry.__name__} lacks {', '.join(sorted(lacking))}"


@pytest.mark.parametrize("section", LISTS, ids=lambda section: section.key)
def test_a_section_names_the_keys_that_hold_words_sentences_lists_and_ids(section: Section) -> None:
    assert set(section.words) == keys_with(section.entry, Selector)
    assert {inner.key for inner in section.lists} == keys_with(section.entry, ClaimEntry)
    assert bool(section.sentence) == bool(keys_with(section.entry, SourceEntry))
    assert set(section.beside) | {section.quoted} - {""} <= set(section.words)
    assert set(section.actors) == keys_of_ids(section.entry)
    assert {section.sentence} - {""} <= set(section.entry.__struct_encode_fields__)


@pytest.mark.parametrize("section", LISTS, ids=lambda section: section.key)
def test_words_beside_others_come_after_them(section: Section) -> None:
    order = list(section.words)
    assert all(order.index(near) < order.index(key) for key, near in section.beside.items())


def test_the_words_of_every_section_are_found() -> None:
    found = {(path[0], path[2]) for path in sample().findings.found if path[0] != "actors"}
    assert found == {(section.key, key) for section in SECTIONS for key in section.words}
    assert ("actors", 0, "about", 0, "cite") in sample().findings.found


@pytest.mark.parametrize("id", ["nobody", UNATTRIBUTED])
@pytest.mark.parametrize("key", [key for section in LISTS for key in section.actors])
def test_an_id_of_nobody_is_a_problem_in_every_section(key: str, id: str) -> None:
    known, unknown = {
        "member_of": ("name: Tom Reed,", f"name: Tom Reed, member_of: {id},"),
        "actors": ("actors: [ortiz]", f"actors: [{id}]"),
        "speaker": ("speaker: ortiz", "speaker: nobody"),
        "from": ("from: reed", f"from: {id}"),
        "to": ("to: ortiz", f"to: {id}"),
    }[key]
    assert known in SAMPLE
    (problem, *_) = check(ARTICLE, SAMPLE.replace(known, unknown))
    assert problem.message == f"no actor has the id {'nobody' if key == 'speaker' else id!r}"


@pytest.mark.parametrize("key", [section.key for section in LISTS if section.sentence])
def test_a_sentence_without_grounds_is_a_problem_in_every_section(key: str) -> None:
    grounds = {
        "key_points": ", cite: the mayor of Adaba spoke",
        "about": ', cite: Mayor Lena Ortiz, source: {title: The town, url: "https://adaba.example/"}',
        "dates": ", cite: spoke to reporters",
    }[key]
    assert grounds in SAMPLE
    (problem,) = check(ARTICLE, SAMPLE.replace(grounds, ""))
    assert problem.message == "this sentence has neither `cite` nor `source`"


def test_all_claims_are_claims_of_the_briefing() -> None:
    briefing = sample().briefing
    held = [claim for entries in briefing.sections.values() for claim in held_claims(entries)]
    assert [claim.id for claim in briefing.claims] == [claim.id for claim in held]
    assert len(held) == 3


def test_claims_are_on_the_page_and_in_the_feed_with_their_sources() -> None:
    briefing, page = sample().briefing, sample().page.decode()
    assert [source.url for source in list_sources(briefing)] == ["https://adaba.example/"]
    for claim in briefing.claims:
        for text in (claim.text, *(source.url for source in claim.sources)):
            assert text in page and text in sample().entry


def test_the_tally_counts_what_every_section_has() -> None:
    assert msgspec.structs.asdict(sample().briefing.tally) == {
        "passages": 2,
        "quotations": 1,
        "quotations_read": 0,
        "unattributed": 0,
        "by_pronoun": 0,
        "hedged": 0,
        "not_speech": 1,
        "not_speech_read": 0,
        "dates": 1,
        "dates_sourced": 0,
        "dates_read": 0,
        "sentences": 2,
        "sentences_sourced": 0,
        "sentences_read": 0,
        "relations": 1,
        "relations_read": 0,
        "relations_hedged": 0,
        "parties": 2,
        "parties_sourced": 0,
        "parties_read": 0,
        "cites": 4,
        "mentions": 3,
        "sources": 1,
        "readings": 0,
    }
