"""The outside sources of a briefing, each listed once."""

import pytest

from newsbrief.briefing.sources import list_sources
from support.findings import brief
from support.html import FOLDERS, pages_of
from support.sites import ARTICLE, FACTS, FRONT

SOURCED = """
key_points:
  - {text: A claim., cite: On Sunday, source: {title: Key, url: "https://example.org/key"}}
actors:
  - {id: alone, name: Lena, kind: person, about: [{text: A., source: {title: Alone, url: "https://example.org/alone"}}]}
  - id: sided
    name: Tom
    kind: person
    side: A
    about:
      - {text: B., source: [{title: Sided, url: "https://example.org/sided"}, {title: Key, url: "https://example.org/key"}]}
dates:
  - {date: 2017, event: An event., source: {title: Event, url: "https://example.org/event"}}
"""


def test_outside_sources_are_listed_once_as_the_page_first_names_them() -> None:
    front = FRONT.replace(
        "as_of: 2019-04-07\n",
        """as_of: 2019-04-07
as_of_source:
  - {title: Day, url: "https://example.org/day"}
  - {title: Event, url: "https://example.org/event"}
""",
    )
    sources = list_sources(brief("On Sunday Lena met Tom.", SOURCED, front))
    assert [source.title for source in sources] == ["Key", "Sided", "Alone", "Event", "Day"]


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_the_list_of_sources_is_in_the_order_of_the_page(name: str) -> None:
    for page in pages_of(name).values():
        named = [link.get("href") for link in page.iter("a") if link.get("class") == "source"]
        listed = [item.find("a") for each in page.iter("ol") if each.get("class") == "sources" for item in each]
        assert list(dict.fromkeys(named)) == [link.get("href") for link in listed if link is not None]


def test_no_source_is_listed_where_none_is_named() -> None:
    assert list_sources(brief(ARTICLE, FACTS)) == ()
