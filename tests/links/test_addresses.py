"""Where addresses on a page lead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.links.addresses import AddressFault, OtherSite, SiteTarget, follow_address, read_base

VALLEY = read_base("https://desk.example.org/valley")
NOWHERE = read_base("")


def follow(written: str, path: str = "libya/index.html", base_url: str = "https://desk.example.org/valley") -> object:
    """Return the file and fragment that an address leads to as one text, or whatever else it is."""
    found = follow_address(written, path, read_base(base_url))
    return f"{found.path}#{found.fragment}".removesuffix("#") if isinstance(found, SiteTarget) else found


@pytest.mark.parametrize(
    ("written", "led_to"),
    [
        ("evidence.json", "libya/evidence.json"),
        ("../index.html", "index.html"),
        ("../about/", "about/index.html"),
        ("..", "index.html"),
        ("../", "index.html"),
        (".", "libya/index.html"),
        ("./", "libya/index.html"),
        ("", "libya/index.html"),
        ("?page=2", "libya/index.html"),
        ("#words", "libya/index.html#words"),
        ("../about/?a=b/../c#words", "about/index.html#words"),
        ("../about/../about/index.html", "about/index.html"),
        ("../about/%2E%2e/index.html", "index.html"),
        ("a%20b%C3%A9.png", "libya/a bé.png"),
        ("a bé.png", "libya/a bé.png"),
        ("a%2Fb.png", "libya/a%2Fb.png"),
        ("..\\about\\", "about/index.html"),
        (" \n../ab\tout/\r\n ", "about/index.html"),
        ("/valley/about/", "about/index.html"),
        ("/valley", "index.html"),
        ("/valley/", "index.html"),
        ("/v%61lley/about/#x", "about/index.html#x"),
        ("https://desk.example.org/valley/about/#x", "about/index.html#x"),
        ("HTTPS://Desk.Example.Org:443/valley", "index.html"),
        ("a//b", "libya/a//b"),
    ],
)
def test_addresses_lead_to_files_as_in_a_browser(written: str, led_to: str) -> None:
    assert follow(written) == led_to


@pytest.mark.parametrize("written", ["#", "#top", "#TOP", "#:~:text=word", "#top:~:text=word"])
def test_the_top_of_a_page_and_words_to_be_marked_need_no_id(written: str) -> None:
    assert follow(written) == "libya/index.html"


@pytest.mark.parametrize(
    "written",
    [
        "https://example.org/",
        "http://desk.example.org/valley/",
        "https://desk.example.org/",
        "https://desk.example.org/valleys/",
        "https://desk.example.org:8443/valley/",
        "https://desk.example.org@evil.example/valley/",
        "//example.org/x",
        "//desk.example.org/valley/",
        "\\\\example.org\\x?a\\b",
    ],
)
def test_other_hosts_and_other_folders_of_the_host_are_outside(written: str) -> None:
    assert isinstance(follow(written), OtherSite)


def test_an_outside_address_is_told_without_its_fragment() -> None:
    assert follow("https://example.org/a?b#c") == OtherSite("https://example.org/a?b")
    assert follow("//example.org/a#c") == OtherSite("https://example.org/a")
    assert follow("https://desk.example.org/valley/", base_url="") == OtherSite("https://desk.example.org/valley/")


@pytest.mark.parametrize("written", ["mailto:desk@example.org", "tel:+1", "data:image/png;base64,AA%", "MAILTO:x"])
def test_mail_telephone_and_data_are_let_be(written: str) -> None:
    assert follow(written) is None


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("javascript:alert(1)", "‘javascript:’"),
        ("java\nscript:alert(1)", "‘javascript:’"),
        ("C:\\site\\index.html", "‘c:’"),
        ("file:///etc/passwd", "‘file:’"),
        ("http://[bad", "no web address"),
        ("http://a:b/", "no web address"),
        ("http://", "names no host"),
        ("https:about/", "names no host"),
        ("//", "names no host"),
        ("../../index.html", "out of the site"),
        ("../../../../x", "out of the site"),
        ("../../valley/index.html", "out of the site"),
        ("/", "out of the site"),
        ("/about/", "out of the site"),
        ("/valley/../about/", "out of the site"),
        ("100%.html", "‘%’"),
        ("a%zz", "‘%’"),
    ],
)
def test_addresses_that_go_astray_say_why(written: str, why: str) -> None:
    found = follow(written)
    assert isinstance(found, AddressFault)
    assert why in found.message and found.hint


def test_where_the_address_of_the_site_is_not_known_links_begin_at_its_root() -> None:
    assert follow("/about/", base_url="") == "about/index.html"
    assert isinstance(follow("../../x", base_url=""), AddressFault)


def test_the_page_for_lost_addresses_has_no_relative_links() -> None:
    assert follow("/valley/about/", "404.html") == "about/index.html"
    assert follow("#main", "404.html") == "404.html#main"
    found = follow("about/", "404.html")
    assert isinstance(found, AddressFault) and "any depth" in found.message


@given(st.text(), st.sampled_from(["index.html", "a/b/index.html", "404.html"]), st.sampled_from([VALLEY, NOWHERE]))
def test_any_text_can_be_followed(written: str, path: str, base: object) -> None:
    follow_address(written, path, base)  # type: ignore[arg-type]


@given(st.text(alphabet="./\\%2eE#?:ahtp[]@ \n\0"))
def test_no_address_leads_to_a_file_outside_the_output(written: str) -> None:
    found = follow_address(written, "a/b/index.html", NOWHERE)
    if isinstance(found, SiteTarget):
        assert found.path and ".." not in found.path.split("/") and not found.path.startswith("../")
