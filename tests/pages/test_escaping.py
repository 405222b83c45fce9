"""Escaping: the same as MarkupSafe's, for whatever a template may print."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from newsbrief.pages.escaping import escape_text


class Emphasis:
    def __html__(self) -> str:
        return "<em>yes</em>"


class Name(str):
    """A string of a kind of its own."""


@given(st.text() | st.text("<>&'\"a").map(Markup) | st.integers() | st.floats() | st.booleans() | st.none())
def test_it_is_what_markupsafe_makes_of_it(value: object) -> None:
    assert escape_text(value) == str(escape(value))


def test_every_sign_that_means_something_in_html_is_escaped() -> None:
    assert escape_text("<a b=\"c\" d='e'>&amp;") == "&lt;a b=&#34;c&#34; d=&#39;e&#39;&gt;&amp;amp;"


def test_markup_and_what_says_that_it_is_html_stays() -> None:
    assert escape_text(Markup("<b>")) == "<b>"
    assert escape_text(Emphasis()) == "<em>yes</em>"


def test_other_kinds_of_values_are_escaped_as_they_are_written() -> None:
    assert escape_text(Name("<b>")) == "&lt;b&gt;"
    assert escape_text(["<"]) == "[&#39;&lt;&#39;]"
    assert escape_text(date(2019, 4, 7)) == "2019-04-07"
