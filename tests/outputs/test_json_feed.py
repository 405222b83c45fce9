"""The JSON feed: what version 1.1 asks for, and read back as it was written."""

import copy
import json
from datetime import date
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from newsbrief.outputs.feeds.entries import Feed, make_feed
from newsbrief.outputs.feeds.json_feed import FEED_JSON, read_entries, write_json_feed
from support.feeds import BASE_URL, CONFIG, FEEDS, feed_of, one_entry
from support.html import FOLDERS

# What https://www.jsonfeed.org/version/1.1/ asks for. Names of others begin with an underscore and a letter.
INSTANT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}
ADDRESS = {"type": "string", "pattern": r"^https?://\S+$"}
LANGUAGE = {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}
TEXT = {"type": "string", "minLength": 1}
EXTENSION = {"^_[A-Za-z][^.]*$": {"type": "object"}}
JSON_FEED = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string"},
        "home_page_url": ADDRESS,
        "feed_url": ADDRESS,
        "description": TEXT,
        "user_comment": TEXT,
        "next_url": ADDRESS,
        "icon": ADDRESS,
        "favicon": ADDRESS,
        "authors": {"type": "array", "items": {"$ref": "#/$defs/author"}},
        "language": LANGUAGE,
        "expired": {"type": "boolean"},
        "hubs": {
            "type": "array",
            "items": {"type": "object", "required": ["type", "url"], "properties": {"type": TEXT, "url": ADDRESS}},
        },
        "items": {"type": "array", "items": {"$ref": "#/$defs/item"}},
    },
    "patternProperties": EXTENSION,
    "additionalProperties": False,
    "$defs": {
        "author": {
            "type": "object",
            "minProperties": 1,
            "properties": {"name": {"type": "string"}, "url": ADDRESS, "avatar": ADDRESS},
            "patternProperties": EXTENSION,
            "additionalProperties": False,
        },
        "item": {
            "type": "object",
            "required": ["id"],
            "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
            "properties": {
                "id": TEXT,
                "url": ADDRESS,
                "external_url": ADDRESS,
                "title": {"type": "string"},
                "content_html": {"type": "string"},
                "content_text": {"type": "string"},
                "summary": TEXT,
                "image": ADDRESS,
                "banner_image": ADDRESS,
                "date_published": INSTANT,
                "date_modified": INSTANT,
                "authors": {"type": "array", "items": {"$ref": "#/$defs/author"}},
                "tags": {"type": "array", "items": {"type": "string"}},
                "language": LANGUAGE,
                "attachments": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["url", "mime_type"],
                        "properties": {
                            "url": ADDRESS,
                            "mime_type": TEXT,
                            "title": TEXT,
                            "size_in_bytes": {"type": "number"},
                            "duration_in_seconds": {"type": "number"},
                        },
                    },
                },
            },
            "patternProperties": EXTENSION,
            "additionalProperties": False,
        },
    },
}
VALIDATOR = jsonschema.Draft202012Validator(JSON_FEED)


def read_json_feed(raw: bytes) -> dict[str, Any]:
    """Return a feed, which must be valid, with each id once."""
    feed: dict[str, Any] = json.loads(raw)
    VALIDATOR.validate(feed)
    ids = [item["id"] for item in feed["items"]]
    assert len(ids) == len(set(ids))
    return feed


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_the_feed_of_a_site_is_valid_and_says_what_its_briefings_say(name: str) -> None:
    feed, written = feed_of(name), read_json_feed(write_json_feed(feed_of(name)))
    assert (written["title"], written.get("description", "")) == (feed.title, feed.tagline)
    assert (written["home_page_url"], written["feed_url"]) == (f"{BASE_URL}/", f"{BASE_URL}/{FEED_JSON}")
    assert (written["authors"], written["language"]) == ([{"name": feed.title}], feed.language)
    for item, entry in zip(written["items"], feed.entries, strict=True):
        assert item["id"] == item["url"] == entry.url
        assert (item["title"], item.get("summary", "")) == (entry.title, entry.summary)
        assert (item["content_html"], item["language"]) == (entry.html, entry.language)
        assert (item["image"], item["date_modified"]) == (entry.image, f"{entry.updated}T00:00:00Z")
        assert item["_newsbrief"] == {"slug": entry.slug, "evidence": f"{entry.url}evidence.json"}
        assert "date_published" not in item


def test_what_an_entry_has_not_is_left_out() -> None:
    bare = Feed("A title", "", f"{BASE_URL}/", "en", "A title", (one_entry(),))
    written = read_json_feed(write_json_feed(bare))
    assert "description" not in written
    assert not {"summary", "image"} & written["items"][0].keys()
    assert read_json_feed(write_json_feed(make_feed(CONFIG, [])))["items"] == []


@given(FEEDS)
def test_any_feed_is_valid_and_its_entries_are_read_back_as_they_were(feed: Feed) -> None:
    raw = write_json_feed(feed)
    read_json_feed(raw)
    assert read_entries(raw) == {entry.url: entry for entry in feed.entries}
    assert list(read_entries(raw)) == [entry.url for entry in feed.entries]
    assert write_json_feed(feed) == raw


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_entries_that_were_read_back_make_the_same_feed(name: str) -> None:
    feed, raw = feed_of(name), write_json_feed(feed_of(name))
    assert write_json_feed(replace(feed, entries=tuple(read_entries(raw).values()))) == raw


@given(st.binary() | st.text().map(str.encode))
def test_what_is_no_feed_has_no_entries(raw: bytes) -> None:
    assert read_entries(raw) == {}


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"{}",
        b'{"items": [{"id": "x"}]}',
        b'{"items": [], "other": ' + b"[" * 100_000,
        write_json_feed(make_feed(CONFIG, [one_entry()]))[:-30],
        write_json_feed(make_feed(CONFIG, [one_entry()])).replace(b"2019-04-07T", b"2019-04-31T"),
        write_json_feed(make_feed(CONFIG, [one_entry()])).replace(b"_newsbrief", b"_other"),
        write_json_feed(make_feed(CONFIG, [one_entry()])).replace(b"Words", b"\xff"),
    ],
)
def test_a_broken_feed_and_one_that_another_wrote_have_no_entries(raw: bytes) -> None:
    assert read_entries(raw) == {}


def test_the_schema_refuses_what_is_no_json_feed() -> None:
    right = read_json_feed(write_json_feed(make_feed(CONFIG, [one_entry(updated=date(2019, 4, 7))])))
    wrongs: list[dict[str, Any]] = [copy.deepcopy(right) for _ in range(8)]
    wrongs[0]["version"] = "https://jsonfeed.org/version/1"
    del wrongs[1]["items"][0]["id"]
    del wrongs[2]["items"][0]["content_html"]
    wrongs[3]["items"][0]["date_modified"] = "2019-04-07"
    wrongs[4]["items"][0]["image"] = ""
    wrongs[5]["authors"] = [{}]
    wrongs[6]["feed_url"] = "feed.json"
    wrongs[7]["items"][0]["evidence"] = {}
    jsonschema.Draft202012Validator.check_schema(JSON_FEED)
    assert [VALIDATOR.is_valid(each) for each in (right, *wrongs)] == [True] + [False] * 8
