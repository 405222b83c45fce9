"""Pages that differ in their text only: where that is said, the same links, ids and pictures are found in both."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsbrief.links.markup import read_page
from newsbrief.links.same_markup import differ_in_text_only

PAGE = b"""<!doctype html>
<html lang="en"><head><title>A title</title><script type="application/ld+json">{"a": "b'"}</script></head>
<body id="top"><p class="x" hidden>Isn't it <a href="../b/#c">one</a> &amp; <img src="d.png" alt="">two<br/>?</p>
</body></html>
"""


def test_words_of_a_text_change_no_markup() -> None:
    assert differ_in_text_only(PAGE, PAGE)
    assert differ_in_text_only(PAGE, PAGE.replace(b"two", b"\"three'").replace(b'"b', b"--!&quot;"))


@pytest.mark.parametrize(
    ("words", "others"),
    [
        (b"../b/#c", b"../b/#d"),
        (b"Isn't it", b"Isn't <b>it"),
        (b"Isn't it", b"a > b"),
        (b"Isn't it", b"a < b"),
        (b"<!doctype", b"x<!doctype"),
        (b"<p class", b"<p id=a class"),
        (b"<head>", b"<head id=h>"),
        (b"two", b" "),
        (b"two", b"&#32;"),
        (b"two", b"t\0"),
        (b"<br/>", b""),
    ],
)
def test_what_may_change_a_link_is_not_taken_for_text(words: bytes, others: bytes) -> None:
    assert words in PAGE
    assert not differ_in_text_only(PAGE, PAGE.replace(words, others))


@pytest.mark.parametrize(
    "start",
    [
        "<a title='x>",
        '<a title="x>',
        '<a b=c" d=" e>',
        '<a b=c=" d=" e>',
        "<!-- x >",
        "<style>",
        "<a href=x",
        "<frameset>",
        "<![CDATA[ >",
    ],
)
def test_where_text_may_be_something_else_nothing_is_taken_for_text(start: str) -> None:
    for text in ('" href="', "' href='", "--", "url(a)", ""):
        page = f'<!doctype html><p id="a">{start}%s<a href="b">c</a>'
        assert not differ_in_text_only((page % "x").encode(), (page % text).encode())


PIECES = """
<p>
</p>
<a href="x">
<a href='y'>
<p id="a">
<img src=x>
<a b="
">
<a c='
'>
<!--
-->
<!doctype html>
<style>
</style>
<script>
</script>
<title>
</title>
<svg role="img">
</svg>
<frameset>
<frame src="z">
<head>
<head id="h">
</head>
<html id="i">
<body id="j">
<table>
<tr id="k">
<select>
<option id="l">
<textarea>
<![CDATA[
]]>
<
>
=
<p b=c=
/>
<noscript>
<meta http-equiv="refresh" content="0; m">
<plaintext>
<p style="fill: url(n)">
</
<br\t/>
<base href="o">
<template>
<math>
<form action="p">
<colgroup>
<col id="q">
<caption id="r">
<button id="s">
<nobr id="t">
<a href="u" id="v">
</a>
""".strip().split("\n")
TEXTS = ["", " ", "x", "y", 'href="w"', "' id='v' ", "url(u)", "--", "!", "&#60;", "&#32;", "\0", "\v", "\ufeff", "]]"]


@st.composite
def pairs(draw: st.DrawFn) -> tuple[bytes, bytes]:
    """Draw two pages of the same pieces, with the same texts between them but for two places."""
    pieces = draw(st.lists(st.sampled_from(PIECES), max_size=8))
    others = draw(st.sets(st.integers(0, len(pieces)), max_size=2))
    pages = [b"", b""]
    for place, piece in enumerate([*pieces, ""]):
        text = draw(st.sampled_from(TEXTS))
        other = draw(st.sampled_from(TEXTS)) if place in others else text
        pages = [page + (each + piece).encode() for page, each in zip(pages, (text, other), strict=True)]
    return pages[0], pages[1]


@pytest.mark.slow
@given(pairs())
def test_where_pages_differ_in_text_only_they_are_read_alike(pair: tuple[bytes, bytes]) -> None:
    assume(differ_in_text_only(*pair))
    assert read_page(pair[0]) == read_page(pair[1])
