"""What is read of a page and of a style sheet for its links."""

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.links.outline import Outline, outline_page, outline_sheet, survey_page

OURS = "https://x.example/s"


def outline(html: str | bytes, path: str = "a/index.html", base_url: str = OURS) -> Outline:
    return outline_page(path, html.encode() if isinstance(html, str) else html, base_url)


def written(html: str, path: str = "a/index.html") -> list[str]:
    """Return the addresses of a page that lead to other files, as written."""
    return [link.written for link in outline(html, path).links_out]


def messages(html: str | bytes) -> list[str]:
    return [fault.message for fault in outline(html).faults]


@pytest.mark.parametrize(
    ("html", "addresses"),
    [
        ("<a href=b>x</a><area href=c><link rel=next href=d><script src=e></script>", ["b", "c", "d", "e"]),
        ("<img src=b alt><source srcset='c 1x, d 2x'><video poster=e></video>", ["b", "e", "c", "d"]),
        ("<img alt src=a.png srcset='b.png 100w,c.png 200w, d,e 3x'>", ["a.png", "b.png", "c.png", "d,e"]),
        ("<img alt srcset=', b , c 1.5x , data:image/png;base64,AA= 2x,'>", ["b", "c"]),
        ("<object data=b></object><form action=c></form><iframe src=d></iframe>", ["d", "b", "c"]),
        ("<svg><use href='b#x'/><use xlink:href='c#x'/><image href=d /></svg>", ["b#x", "c#x", "d"]),
        ("<style>p{background:url(b)}</style><p style='background:url(\"c\")'>", ["b", "c"]),
        ("<meta http-equiv=Refresh content=\"3; URL='b'\">", ["b"]),
        (f"<link rel=canonical href={OURS}/b><meta property=og:image content={OURS}/c>", [f"{OURS}/b", f"{OURS}/c"]),
        ("<a href='b&amp;c'>x</a><a href=b&#x20;d>", ["b&c", "b d"]),
        ("<a href=b href=c>", ["b"]),
        ("<noscript><a href=b></a></noscript>", ["b"]),
        ("<!-- <a href=b> --><script>'<a href=c>'</script><textarea><a href=d></textarea>&lt;a href=e>", []),
        ("<link rel='preconnect dns-prefetch' href=https://other.example><a href=mailto:x>x</a>", []),
    ],
)  # fmt: skip
def test_every_address_of_a_page_is_found_and_nothing_that_only_looks_like_one(html: str, addresses: list[str]) -> None:
    assert written(html) == addresses


def test_the_addresses_of_a_style_sheet_are_found() -> None:
    css = r"""@import "a.css"; @import url(b.css) layer(x); /* url(no) */ p { content: "url(no)"; color: url(#own);
    background: URL( 'c d.png' ), url("e\26 f.png"), url(g\)h.png), url(data:x) } q { src: url(open"""
    found = [link.path for link in outline_sheet("assets/s.css", css.encode(), "").links_out]
    assert found == [f"assets/{name}" for name in ("a.css", "b.css", "c d.png", "e&f.png", "g)h.png", "open")]
    assert outline_sheet("assets/s.css", css.encode(), "").faults == ()


def test_links_to_a_pages_own_words_are_settled_at_once() -> None:
    html = "<p id=here><a name=old></a><a href=#here>x</a><a href=#old>x</a><a href=index.html#gone>x</a><a href=#Here>"
    page = outline(html)
    assert list(page.links_out) == []
    assert [fault.message for fault in page.faults] == [
        "the link ‘index.html#gone’ leads to no words: a/index.html has no id ‘gone’",
        "the link ‘#Here’ leads to no words: a/index.html has no id ‘Here’",
    ]
    assert page.faults[1].hint == "there is ‘#here’: case counts"
    assert (page.links, page.to_words) == (4, 4)


@pytest.mark.parametrize("name", ["a b", "é", "😀", "100%", "%41", "a#b", "a:b"])
def test_fragments_are_compared_as_written_and_decoded(name: str) -> None:
    from html import escape
    from urllib.parse import quote

    assert messages(f'<p id="{escape(name)}"><a href="#{quote(name)}">x</a>') == []
    assert messages(f'<p id="{escape(name)}"><a href="#{escape(name)}">x</a>') == []
    assert len(messages(f'<p id="{escape(name)}"><a href="#{quote(name)}-">x</a>')) == 1


def test_ids_given_twice_and_pictures_without_text_are_told() -> None:
    html = "<p id=a><p id=b><p id=a><p id=''><p id=''><img src=x.png><img src=y.png alt><img src=z.png alt=''>"
    html += "<svg role=img></svg><svg role=img aria-label=x></svg><svg role=img><title>x</title></svg><svg></svg>"
    assert messages(html) == [
        "the id ‘a’ is given 2 times",
        "the picture ‘x.png’ has no alternative text",
        "the picture ‘<svg>’ has no alternative text",
    ]


def test_a_base_is_told_and_does_not_move_links() -> None:
    assert messages("<base href=https://other.example/><a href=#top>x</a>") == [
        "a <base> leads every link of the page elsewhere"
    ]


def test_an_address_that_goes_astray_is_told_and_cut_where_it_is_long() -> None:
    why = "begins with ‘javascript:’, which leads to no page"
    assert messages("<a href=javascript:x>") == [f"the address ‘javascript:x’ {why}"]
    (message,) = messages(f"<a href=javascript:{'x' * 100_000}>")
    assert len(message) < 250


def test_other_sites_are_told_apart_from_those_that_nobody_is_led_to() -> None:
    html = "<a href=https://b.example/#x>x</a><a href=https://b.example/>x</a><a href=//c.example>x</a>"
    html += "<link rel=canonical href=https://d.example/><meta property=og:url content=https://e.example>"
    assert survey_page("index.html", html.encode(), "").outside == ("https://b.example/", "https://c.example")


def test_an_outline_is_small(built: Path) -> None:
    html = (built / "libya-2019" / "index.html").read_bytes()
    assert len(pickle.dumps(outline_page("libya-2019/index.html", html, ""))) < 2048
    ids = "".join(f"<p id=party-{number}-words><a href=#party-{number}-words>x</a>" for number in range(200))
    links = "".join(f"<a href='../briefing-{number}/index.html#party'>x</a>" for number in range(12))
    assert len(pickle.dumps(outline(ids + links))) < 2048


@pytest.mark.parametrize(
    "html",
    [
        b"",
        b"\0",
        bytes(range(256)) * 40,
        b"\xff\xfe<\0a\0 \0h\0r\0e\0f\0=\0x\0>\0",
        b"<a href",
        b"<a href='" + b"x" * 100_000,
        b"<svg><style>" + b"url('\\" * 10_000,
        b"<span>" * 50_000,
        b"<p id='a\0b'><a href='#a\0b'>x</a>",
        b"<a href='\xed\xa0\x80%ED%A0%80#%ED%A0%80'>x</a>&#xD800;",
        b"<style>a{b:url(\\D800 \\110000 \\0 x)}</style>",
        b"<img srcset='" + b", " * 50_000 + b"'>",
        b"<img srcset='" + b"x, " * 50_000 + b"'>",
    ],
)
def test_whatever_the_bytes_are_they_are_read(html: bytes) -> None:
    page = outline(html)
    assert list(page.links_out) is not None and page.ids is not None
    outline_sheet("a.css", html, "")


@given(st.binary())
def test_any_bytes_are_read(content: bytes) -> None:
    list(outline(b"<a href='" + content).links_out)
    list(outline_sheet("a.css", content, "").links_out)


@given(st.text(alphabet="url('\"\\)/*@import \n;"))
def test_any_style_is_read(css: str) -> None:
    list(outline_sheet("a.css", css.encode(), "").links_out)


def test_an_address_with_a_coded_nul_is_one_link_like_any_other() -> None:
    assert written("<a href='a%00b'>x</a><a href=c>y</a>") == ["a%00b", "c"]
