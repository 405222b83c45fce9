"""The markup of an article, counted."""

from newsbrief.content.markdown import read_markdown
from newsbrief.content.markup_counts import add_counts, count_markup, describe_markup

EVERYTHING = """\
# Floods

The *tide*[^1] **rose**[^2], see [the map](map.pdf) ![of it](map.png) and `code`.

- rain
- wind
    1. east
    2. west

> Set off.

| a | b |
|---|---|
| c | d |

Term
:   Meaning

---

[^1]: At *noon*.

[^2]: And [later](later.pdf).
"""


def test_every_kind_of_markup_is_counted() -> None:
    assert count_markup(read_markdown(EVERYTHING)) == {
        "heading": 1,
        "list": 2,
        "definitions": 1,
        "link": 2,
        "picture": 1,
        "footnote": 2,
        "table": 1,
        "quotation": 1,
        "code": 1,
        "emphasis": 3,
        "divider": 1,
    }


def test_a_text_without_markup_has_none() -> None:
    assert count_markup(read_markdown("Rain.\n\nWind, 5 \\* 3.")) == {}


def test_counts_are_added_and_described_in_one_order() -> None:
    counts = add_counts([{"link": 1}, {}, {"heading": 1, "link": 1_999}])
    assert list(counts.items()) == [("heading", 1), ("link", 2000)]
    assert describe_markup(counts) == "1 heading, 2,000 links"
    assert describe_markup({}) == ""
