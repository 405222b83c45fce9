"""One state of the site as it is shown: which page changed, and where the code that reloads it stands."""

import re

import pytest

from newsbrief.serve.snapshot import Snapshot, base_path


def test_page_is_another_when_a_file_that_it_shows_is() -> None:
    files = {"a/index.html": b'<img src="b%20c.png"> <link href="../assets/x.0123456789.css">', "a/b c.png": b"1"}
    digest = Snapshot("/", files).digest("/a/")
    assert Snapshot("/", files | {"a/b c.png": b"2"}).digest("/a/") != digest
    assert Snapshot("/", files | {"a/other.png": b"2"}).digest("/a/") == digest
    restyled = files["a/index.html"].replace(b"0123456789", b"abcdef0123")
    assert Snapshot("/", files | {"a/index.html": restyled}).digest("/a/") == digest


def test_code_stands_before_the_last_end_of_the_body_or_at_the_end() -> None:
    pages = {"a.html": b"<body><pre></body></pre></BODY >\n", "b.html": b"<p>no end"}
    assert re.fullmatch(
        rb"<body><pre></body></pre><script .*></script>\n</BODY >\n", Snapshot("/", pages).live_page("/a.html")[1]
    )
    assert re.fullmatch(rb"<p>no end<script .*></script>\n", Snapshot("/", pages).live_page("/b.html")[1])


@pytest.mark.parametrize(
    ("base_url", "base"),
    [
        ("", "/"),
        ("https://x.example", "/"),
        ("https://x.example/", "/"),
        ("https://x.example/a/b", "/a/b/"),
        ("https://x.example//evil.example", "/evil.example/"),
        ("https://x.example/a%20b", "/a b/"),
    ],
)
def test_base_is_the_path_of_the_address(base_url: str, base: str) -> None:
    assert base_path(base_url) == base
