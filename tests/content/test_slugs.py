"""Addresses, made from names."""

from hypothesis import given
from hypothesis import strategies as st
from slugify import slugify

from newsbrief.content.slugs import assign_slugs, make_slug


@given(st.one_of(st.text(), st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True), st.text("a1-_ Ä&#x;")))
def test_a_name_makes_the_address_that_slugify_makes(name: str) -> None:
    assert make_slug(name) == slugify(name)


def test_no_two_names_share_an_address() -> None:
    slugs, problems = assign_slugs(["Bridge", "bridge", "–", "assets"], ["about.md", "404.md"])
    assert slugs == {
        "Bridge": "bridge",
        "bridge": "bridge",
        "–": "",
        "assets": "assets",
        "about.md": "about",
        "404.md": "404",
    }
    assert [(problem.path, problem.message) for problem in problems] == [
        ("content/assets", "the address 'assets' is reserved for the generator"),
        ("content/bridge", "the name 'bridge' makes the same address as content/Bridge: 'bridge'"),
        ("content/–", "the name '–' makes no address"),
        ("content/404.md", "the address '404' is reserved for the generator"),
    ]
