"""Articles of every kind of file: their text in blocks, what they say of their origin, and why others are refused."""

import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from newsbrief.content.incoming.read_incoming import MAX_INCOMING, read_incoming, read_incoming_file
from newsbrief.model.problems import ConfigError

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LONG = "The ferry to Hill Island will not sail before the end of the week, the harbour office said."


@pytest.fixture(autouse=True)
def no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read pages as where the extra `html` is not installed."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)


def docx(body: str, head: str = "", name: str = "word/document.xml") -> bytes:
    """Return the bytes of a document with this body."""
    raw = BytesIO()
    with ZipFile(raw, "w", ZIP_DEFLATED) as archive:
        archive.writestr(name, f'{head}<w:document xmlns:w="{MAIN}"><w:body>{body}</w:body></w:document>')
    return raw.getvalue()


def paragraph(text: str, style: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def page(body: str, head: str = "") -> bytes:
    return f'<!doctype html><html lang="en-GB"><head>{head}</head><body>{body}</body></html>'.encode()


def why_refused(name: str, raw: bytes) -> str:
    with pytest.raises(ConfigError) as error:
        read_incoming(name, raw)
    (problem,) = error.value.problems
    assert problem.hint and problem.path == name
    return problem.message


@pytest.mark.parametrize(
    ("byline", "author", "published"),
    [
        ("Jo Hill, The Courier, 8 May 2031", "Jo Hill, The Courier", date(2031, 5, 8)),
        ("Jo Hill, May 8, 2031", "Jo Hill", date(2031, 5, 8)),
        ("Jo Hill, The Courier", "Jo Hill, The Courier", None),
    ],
)
def test_a_byline_may_end_with_the_day(byline: str, author: str, published: date | None) -> None:
    article = read_incoming("x.txt", f"Ferry stays in port\n\nBy {byline}\n\n{LONG}\n\nIt is old.\n".encode())
    assert (article.origin.author, article.origin.published) == (author, published)
    assert article.text == f"{LONG}\n\nIt is old."


def test_plain_text_has_a_headline_a_byline_a_day_and_a_credit_around_it() -> None:
    text = f"Ferry stays in port\n\nBy Jo Hill\n\n8 May 2031\n\n{LONG}\n\nIt is old.\n\nPhoto credit: Ann Lee\n"
    article = read_incoming("a.txt", text.encode())
    assert article.text == f"{LONG}\n\nIt is old."
    origin = article.origin
    assert (origin.title, origin.author, origin.image_credit) == ("Ferry stays in port", "Jo Hill", "Ann Lee")
    assert origin.published == date(2031, 5, 8)
    assert article.notes == ()


def test_text_without_blank_lines_has_a_paragraph_in_each_line() -> None:
    text = f"{LONG} {LONG}\n“We wait,” she said.\n{LONG}\nHeader image credit - The Hill Post"
    article = read_incoming("-", text.encode())
    assert article.text == f"{LONG} {LONG}\n\n“We wait,” she said.\n\n{LONG}"
    assert article.origin.image_credit == "The Hill Post"


def test_lines_that_a_program_broke_are_joined_and_words_that_it_divided() -> None:
    text = (
        "The mayor of the town said on Monday that the bridge would\n"
        "be closed, and that he, the may-\nor, had no other\nway.\n\nA new paragraph."
    )
    article = read_incoming("a.txt", text.encode())
    assert article.text.split("\n\n")[0].endswith("he, the mayor, had no other way.")


def test_entries_of_a_plain_list_stay_apart_with_their_signs() -> None:
    assert read_incoming("a.txt", b"It has:\n- one\n- two\n* three").text == "It has:\n\n- one\n\n- two\n\n* three"


@pytest.mark.parametrize(
    ("raw", "note"),
    [
        ("“Zoë’s café” closed.".encode(), ""),
        (b"\xef\xbb\xbf" + "“Zoë’s café” closed.".encode(), ""),
        ("\ufeff“Zoë’s café” closed.".encode("utf-16-le"), "UTF-16"),
        ("\ufeff“Zoë’s café” closed.".encode("utf-16-be"), "UTF-16"),
        ("“Zoë’s café” closed.".encode("cp1252"), "windows-1252"),
    ],
)
def test_an_encoding_is_found_and_told_unless_it_is_utf_8(raw: bytes, note: str) -> None:
    article = read_incoming("a.txt", raw)
    assert article.text == "“Zoë’s café” closed."
    assert note in "".join(article.notes) and bool(article.notes) == bool(note)


def test_a_page_says_its_encoding_itself() -> None:
    html = f'<html><meta charset="iso-8859-2"><article><p>Łódź: {LONG}</p></article>'
    assert read_incoming("a.html", html.encode("iso-8859-2")).text == f"Łódź: {LONG}"


def test_a_page_gives_its_article_and_what_it_says_of_it() -> None:
    head = (
        '<title>Ferry | Hill Post</title><meta property="og:site_name" content="The Hill Post">'
        '<link rel="canonical" href="https://example.org/ferry">'
        '<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "headline": "Ferry stays in port",'
        '"author": [{"name": "Jo Hill"}, {"name": "Al Ray"}], "datePublished": "2031-05-08T09:30:00Z"}]}</script>'
    )
    body = (
        f"<nav><p>Home</p></nav><article><h1>Ferry stays in port</h1><p>By Jo Hill, Al Ray</p><p>{LONG}</p>"
        "<h2>Why</h2><ul><li>old <b>engine</b></li><li>no crew</li></ul><ol><li>wait</li><li>see</li></ol>"
        "<figure><img src=a.png><figcaption>The ferry.</figcaption></figure><blockquote><p>We wait.</p></blockquote>"
        "<p>Then <q>soon</q>, <span hidden>no</span>5*3*2.<br><br>And more.</p><aside>Read also</aside></article>"
    )
    article = read_incoming("saved.html", page(body, head))
    assert article.body == (
        f"{LONG}\n\n## Why\n\n- old engine\n- no crew\n\n1. wait\n2. see\n\n> We wait.\n\n"
        "Then “soon”, 5\\*3\\*2.\n\nAnd more."
    )
    origin = article.origin
    assert (origin.title, origin.author, origin.publisher) == (
        "Ferry stays in port",
        "Jo Hill, Al Ray",
        "The Hill Post",
    )
    assert (origin.url, origin.published, origin.language) == ("https://example.org/ferry", date(2031, 5, 8), "en-GB")
    assert "<article>" in article.notes[0] and "caption" in article.notes[1]


def test_a_page_without_an_article_is_read_whole_and_that_is_told() -> None:
    article = read_incoming("a.htm", page(f"<div>{LONG}</div><p>More.</p>"))
    assert article.text == f"{LONG}\n\nMore." and "delete what is not" in article.notes[0]


def test_the_longest_article_of_a_page_is_its_article() -> None:
    body = f"<article><p>Teaser of another one.</p></article><article><p>{LONG}</p><p>{LONG}</p></article>"
    assert read_incoming("-", page(body)).text == f"{LONG}\n\n{LONG}"


def test_a_document_gives_paragraphs_headings_lists_and_quotations() -> None:
    entry = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"
    body = (
        paragraph("Ferry stays", "Title")
        + f"<w:p><w:r><w:t>{LONG[:20]}</w:t></w:r><w:del><w:r><w:delText>no</w:delText></w:r></w:del>"
        + f"<w:r><w:t>{LONG[20:]}</w:t><w:tab/><w:t>5*3*2 &amp;</w:t></w:r></w:p>"
        + paragraph("Why", "Heading1")
        + entry.format("one")
        + entry.format("two")
        + paragraph("We wait.", "Quote")
    )
    article = read_incoming("a.docx", docx(body))
    assert article.origin.title == "Ferry stays"
    assert article.body == f"{LONG} 5\\*3\\*2 &\n\n## Why\n\n- one\n- two\n\n> We wait."


def test_markdown_keeps_its_markup_and_gives_its_front_matter() -> None:
    head = "---\ntitle: Ferry stays\nauthor: Jo Hill\ndate: 2031-05-08\n---\n# Ferry stays\n\n"
    text = f"{head}{LONG} 5*3*2, *very*.\n\n- a\n- b\n"
    article = read_incoming("a.md", text.encode())
    assert article.text == f"{LONG} 5*3*2, very.\n\na\n\nb"
    assert article.body == f"{LONG} 5\\*3\\*2, *very*.\n\n- a\n- b"
    assert (article.origin.title, article.origin.author) == ("Ferry stays", "Jo Hill")
    assert article.origin.published == date(2031, 5, 8)
    assert read_incoming("-", text.encode()) == article


BOMB = docx("<w:p><w:r><w:t>" + "a" * 40_000_000 + "</w:t></w:r></w:p>")
LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("name", "raw", "why"),
    [
        ("a.txt", b"", "it is empty"),
        ("a.txt", b" \n\n ", "it is empty"),
        ("a.txt", "\u200b\n".encode(), "no text was found"),
        ("a.pdf", b"%PDF-1.7\n...", "it is a PDF"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "old word processor"),
        ("a.rtf", b"{\\rtf1 x}", "RTF"),
        ("a.png", b"\x89PNG\r\n", "it is a picture"),
        ("a.bin", b"ab\x00\x01\x02", "bytes that no text has"),
        ("a.txt", b"\xff\xfea\x00b", "UTF-16"),
        ("a.html", page(""), "no text was found"),
        ("a.html", b"<div>" * 100_000 + b"x", "nested more than 512 levels"),
        ("a.html", b"<p>" + b"".join(b"<font a=%d>" % n for n in range(500)) + b"<p>x" * 90_000, "too tangled"),
        ("a.html", b"<p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">x", "too tangled"),
        ("a.html", b"<p>x" * 500_000, "more than 400,000 tags"),
        ("a.docx", b"PK\x03\x04 broken", "it is broken"),
        ("a.docx", docx("", name="other.xml"), "without a text of a word processor"),
        ("a.docx", docx("<w:p>"), "its XML is broken"),
        ("a.docx", docx("<w:p/>"), "no text was found"),
        ("a.docx", docx(paragraph("&b;"), LAUGHS), "defines entities"),
        ("a.docx", BOMB, "unpacks to more than 32 MB"),
        ("a.docx", docx("<w:p>" * 5000 + "</w:p>" * 5000), "nested too deeply"),
        ("a.txt", b"word " * 300_000, "more than 1,048,576 characters"),
        ("a.txt", b"x" * (MAX_INCOMING + 1), "more than 20 MB"),
        ("a.md", b"\\" * 100_000, "cannot be read"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_the_reason(name: str, raw: bytes, why: str) -> None:
    assert why in why_refused(name, raw)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        read_incoming_file(tmp_path / "none.txt")
    with pytest.raises(ConfigError, match="cannot be read"):
        read_incoming_file(tmp_path)


def test_a_locked_document_is_refused() -> None:
    raw = bytearray(docx(paragraph(LONG)))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(sign) + at] |= 1
    assert "broken or locked" in why_refused("a.docx", bytes(raw))
