"""The evidence for machines: a Web Annotation collection whose every selector holds."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import jsonschema
import pytest

from support.html import FOLDERS, files_of, pages_of, site_of
from support.sites import write_briefing
from support.whole import build_in_memory

MOTIVATIONS = ["assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting"]
MOTIVATIONS += ["identifying", "linking", "moderating", "questioning", "replying", "tagging"]
# What https://www.w3.org/TR/annotation-model/ and /annotation-vocab/ ask of a collection with one page in it.
WEB_ANNOTATION = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["@context", "id", "type", "label", "total", "first"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": {"type": "string", "minLength": 1},
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "required": ["id", "type", "items"],
            "properties": {
                "type": {"const": "AnnotationPage"},
                "startIndex": {"const": 0},
                "items": {"type": "array", "items": {"$ref": "#/$defs/annotation"}},
            },
        },
    },
    "$defs": {
        "annotation": {
            "type": "object",
            "required": ["id", "type", "motivation", "body", "target"],
            "properties": {
                "type": {"const": "Annotation"},
                "motivation": {"enum": MOTIVATIONS},
                "body": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/body"}},
                "target": {
                    "type": "object",
                    "required": ["source", "selector"],
                    "properties": {
                        "selector": {
                            "type": "array",
                            "prefixItems": [{"$ref": "#/$defs/quote"}, {"$ref": "#/$defs/position"}],
                            "minItems": 2,
                            "maxItems": 2,
                        }
                    },
                },
            },
        },
        "body": {
            "type": "object",
            "required": ["type", "purpose"],
            "oneOf": [
                {"properties": {"type": {"const": "TextualBody"}, "value": {"minLength": 1}}, "required": ["value"]},
                {"properties": {"type": {"const": "SpecificResource"}}, "required": ["source"]},
            ],
            "properties": {"purpose": {"enum": MOTIVATIONS}},
        },
        "quote": {
            "properties": {"type": {"const": "TextQuoteSelector"}, "exact": {"type": "string", "minLength": 1}},
            "required": ["type", "exact", "prefix", "suffix"],
        },
        "position": {
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 1},
            },
            "required": ["type", "start", "end"],
        },
    },
}


def evidence_of(files: dict[str, bytes], slug: str) -> tuple[dict[str, Any], str]:
    """Return a briefing's collection and its article's text."""
    return json.loads(files[f"{slug}/evidence.json"]), files[f"{slug}/article.txt"].decode()


EVERY = [(name, briefing.slug) for name in sorted(FOLDERS) for briefing in site_of(name).briefings]


@pytest.mark.parametrize(("name", "slug"), EVERY)
def test_the_evidence_is_a_web_annotation_collection(name: str, slug: str) -> None:
    collection, _ = evidence_of(files_of(name), slug)
    jsonschema.Draft202012Validator.check_schema(WEB_ANNOTATION)
    jsonschema.validate(collection, WEB_ANNOTATION)
    assert collection["total"] == len(collection["first"]["items"]) > 0


@pytest.mark.parametrize(("name", "slug"), EVERY)
def test_every_position_holds_the_words_that_are_quoted(name: str, slug: str) -> None:
    collection, text = evidence_of(files_of(name), slug)
    for annotation in collection["first"]["items"]:
        quote, position = annotation["target"]["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert quote["prefix"] == text[max(0, start - 32) : start]
        assert quote["suffix"] == text[end : end + 32]
        assert quote["exact"] == quote["exact"].strip()


@pytest.mark.parametrize(("name", "slug"), EVERY)
def test_every_annotation_has_an_id_of_its_own_that_is_an_anchor_on_the_page(name: str, slug: str) -> None:
    collection, _ = evidence_of(files_of(name), slug)
    ids = [annotation["id"] for annotation in collection["first"]["items"]]
    assert len(ids) == len(set(ids))
    anchors = {element.get("id") for element in pages_of(name)[f"{slug}/index.html"].iter()}
    base = site_of(name).config.base_url
    for id in ids:
        address, fragment = urldefrag(id)
        assert address == (f"{base}/{slug}/evidence.json" if base else "evidence.json")
        assert fragment in anchors


@pytest.mark.parametrize(("name", "slug"), EVERY)
def test_every_annotation_leads_to_a_card_on_the_page(name: str, slug: str) -> None:
    collection, _ = evidence_of(files_of(name), slug)
    anchors = {element.get("id") for element in pages_of(name)[f"{slug}/index.html"].iter()}
    base = f"{site_of(name).config.base_url}/{slug}/" if site_of(name).config.base_url else ""
    for annotation in collection["first"]["items"]:
        (link,) = [body["source"] for body in annotation["body"] if body["type"] == "SpecificResource"]
        address, fragment = urldefrag(link)
        assert address in (f"{base}index.html", base)
        assert fragment in anchors
        assert annotation["target"]["source"] == f"{base}article.txt"


@pytest.mark.parametrize(("name", "slug"), EVERY)
def test_the_articles_text_is_published_and_its_hash_is_right(name: str, slug: str) -> None:
    files = files_of(name)
    collection, text = evidence_of(files, slug)
    said = collection["newsbrief:article"]
    assert said["sha256"] == sha256(files[f"{slug}/article.txt"]).hexdigest()
    assert said["characters"] == len(text)
    briefing = next(briefing for briefing in site_of(name).briefings if briefing.slug == slug)
    assert text == briefing.document.text


def test_each_kind_of_tie_is_told_apart() -> None:
    collection, _ = evidence_of(files_of("two-briefings"), "footbridge")
    briefing = next(each for each in site_of("two-briefings").briefings if each.slug == "footbridge")
    kinds = [annotation["body"][0]["value"] for annotation in collection["first"]["items"]]
    assert kinds.count("quotation") == sum(len(quote.parts) for quote in briefing.quotes) == 8
    assert kinds.count("not speech") == len(briefing.not_speech) == 1
    assert kinds.count("cue") == sum(quote.cue is not None for quote in briefing.quotes) == 3
    assert kinds.count("date") == sum(event.when is not None for event in briefing.events) == 2
    assert kinds.count("mention") == briefing.tally.mentions
    assert kinds.count("cite") == briefing.tally.cites


def test_a_date_is_described_by_the_day_it_stands_for() -> None:
    collection, _ = evidence_of(files_of("two-briefings"), "tram-line")
    described = [
        annotation["body"][1]["value"]
        for annotation in collection["first"]["items"]
        if annotation["body"][0]["value"] == "date"
    ]
    assert described == ["2021-06-01"]


def test_an_unattributed_quotation_is_described_as_such() -> None:
    collection, _ = evidence_of(files_of("libya"), "libya-2019")
    described = [
        annotation["body"][1]["value"]
        for annotation in collection["first"]["items"]
        if annotation["body"][0]["value"] == "quotation"
    ]
    assert described.count("Unattributed") == 3
    assert described.count("Thomas Waldhauser") == 3


def test_what_was_checked_is_counted() -> None:
    collection, _ = evidence_of(files_of("libya"), "libya-2019")
    checked = collection["newsbrief:checked"]
    assert (checked["passages"], checked["quotations"], checked["unattributed"]) == (8, 7, 3)
    assert checked["dates"] == 4


def test_positions_count_code_points_and_not_bytes_or_utf_16_units(site: Path) -> None:
    write_briefing(
        site,
        article="𝔊𝔊𝔊 👩‍👩‍👧 “ça ira,” Lena Ortiz said.\n",
        facts="""\
            actors: [{id: ortiz, name: Lena Ortiz, kind: person}]
            quotes: [{speaker: ortiz, cue: Lena Ortiz said, text: "ça ira,"}]
            """,
    )
    collection, text = evidence_of(build_in_memory(site), "bridge")
    quote, position = collection["first"]["items"][0]["target"]["selector"]
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": "ça ira,",
        "prefix": text[:11],
        "suffix": "” Lena Ortiz said.",
    }
    assert (position["start"], position["end"]) == (11, 18)


def test_addresses_are_whole_where_the_sites_address_is_known(site: Path) -> None:
    files = build_in_memory(site, "https://example.org/news")
    collection, _ = evidence_of(files, "bridge")
    assert collection["id"] == "https://example.org/news/bridge/evidence.json"
    assert collection["newsbrief:article"]["source"] == "https://example.org/news/bridge/article.txt"


JOINT = """\
actors: [{id: ann, name: Ann, kind: person}, {id: bob, name: Bob, kind: person}]
dates: [{date: 2019-04-07, when: On Sunday, event: They meet., cite: Ann and Bob met, reading: The day of print.}]
quotes:
  - {speaker: [ann, bob], cue: Ann and Bob said, text: Yes., reading: They speak as one.}
  - {speaker: bob, hedge: denied, cue: Bob never said, text: "No"}
"""


def test_speakers_hedges_and_readings_stand_on_every_tie_of_their_entry(site: Path) -> None:
    write_briefing(
        site, article='On Sunday Ann and Bob met. Ann and Bob said: "Yes." Bob never said "No".\n', facts=JOINT
    )
    collection, _ = evidence_of(build_in_memory(site), "bridge")
    own = {}
    for annotation in collection["first"]["items"]:
        notes = {name: value for name, value in annotation.items() if name.startswith("newsbrief:")}
        if notes:
            own[annotation["id"].partition("#")[2]] = (notes, annotation["body"][1]["value"])
    ann, bob = "index.html#party-ann", "index.html#party-bob"
    joint = {"newsbrief:speakers": [ann, bob], "newsbrief:reading": "They speak as one."}
    denied = {"newsbrief:speakers": [bob], "newsbrief:hedge": "denied"}
    assert own == {
        "quote-1-words": (joint, "Ann and Bob"),
        "quote-1-cue": (joint, "Ann and Bob"),
        "quote-2-words": (denied, "Bob (denied)"),
        "quote-2-cue": (denied, "Bob (denied)"),
        "event-1-words": ({"newsbrief:reading": "The day of print."}, "April 7, 2019"),
        "date-1-when": ({"newsbrief:reading": "The day of print."}, "2019-04-07"),
    }
    checked = collection["newsbrief:checked"]
    assert (checked["quotations"], checked["quotations_read"], checked["hedged"]) == (2, 1, 1)
    assert (checked["dates"], checked["dates_read"], checked["readings"]) == (1, 1, 2)
