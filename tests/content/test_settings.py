"""The site's configuration: every fault of it ends a run with exit code 2 and the place of the fault."""

import os
from pathlib import Path

import pytest

from newsbrief.content.settings import is_base_url, read_config
from newsbrief.model.problems import ConfigError
from newsbrief.model.site import SiteConfig


def write(tmp_path: Path, text: str | bytes) -> Path:
    (tmp_path / "content").mkdir(exist_ok=True)
    (tmp_path / "content" / "site.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return tmp_path


def faults(site: Path, base_url: str | None = None) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        read_config(site, base_url)
    assert caught.value.exit_code == 2
    return [f"{each.path}:{each.line}:{each.column}: {each.message}" for each in caught.value.problems]


def test_a_title_is_enough(tmp_path: Path) -> None:
    assert read_config(write(tmp_path, "title: The desk\n")) == SiteConfig("The desk", "", "", "en")


def test_everything_in_the_file_is_read(tmp_path: Path) -> None:
    text = "title: The desk\ntagline: Checked.\nbase_url: https://a.org/news/\nlanguage: en-GB\n"
    assert read_config(write(tmp_path, text)) == SiteConfig("The desk", "Checked.", "https://a.org/news", "en-GB")


def test_a_logo_is_a_picture_among_the_static_files(tmp_path: Path) -> None:
    site = write(tmp_path, "title: A\nlogo: art/mark.svg\n")
    assert faults(site) == ["content/site.yaml:2:7: there is no file static/art/mark.svg"]
    (tmp_path / "static" / "art").mkdir(parents=True)
    (tmp_path / "static" / "art" / "mark.svg").write_text("<svg/>", encoding="utf-8")
    assert read_config(site).logo == "art/mark.svg"


@pytest.mark.parametrize("name", ["../mark.svg", "/mark.svg", "root/mark.svg", ".mark.svg", "Mark.svg"])
def test_a_logo_that_is_not_published_or_has_another_name_is_not_there(tmp_path: Path, name: str) -> None:
    for path in (tmp_path / "mark.svg", tmp_path / "static" / "root" / "mark.svg", tmp_path / "static" / ".mark.svg"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("<svg/>", encoding="utf-8")
    (tmp_path / "static" / "mark.svg").write_text("<svg/>", encoding="utf-8")
    assert faults(write(tmp_path, f"title: A\nlogo: {name}\n")) == [
        f"content/site.yaml:2:7: there is no file static/{name}"
    ]


def test_a_logo_that_is_no_picture_is_refused(tmp_path: Path) -> None:
    assert faults(write(tmp_path, "title: A\nlogo: mark.pdf\n")) == ["content/site.yaml:2:7: 'mark.pdf' is no picture"]


@pytest.mark.parametrize("empty", ["''", "", "~"])
def test_an_empty_tagline_and_an_empty_address_are_none(tmp_path: Path, empty: str) -> None:
    text = f"title: The desk\ntagline: {empty}\nbase_url: {empty}\n"
    assert read_config(write(tmp_path, text)) == SiteConfig("The desk", "", "", "en")


def test_norway_stays_a_country(tmp_path: Path) -> None:
    assert read_config(write(tmp_path, "title: NO\n")).title == "NO"


def test_the_command_line_s_address_has_precedence(tmp_path: Path) -> None:
    site = write(tmp_path, "title: The desk\nbase_url: https://a.org/\n")
    assert read_config(site, "https://b.org/x//").base_url == "https://b.org/x"
    assert read_config(site, "").base_url == ""
    assert read_config(site).base_url == "https://a.org"


def test_a_faulty_address_on_the_command_line_is_named(tmp_path: Path) -> None:
    assert faults(write(tmp_path, "title: A\n"), "a.org") == ["--base-url:0:0: 'a.org' is not a web address"]


def test_a_site_without_a_configuration_is_told_what_to_write(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        read_config(tmp_path)
    (problem,) = caught.value.problems
    assert (problem.path, problem.message) == ("content/site.yaml", "there is no such file")
    assert "newsbrief init" in problem.hint
    assert "--site" in problem.hint
    (tmp_path / "content").mkdir()
    with pytest.raises(ConfigError) as caught:
        read_config(tmp_path)
    assert "title: …" in caught.value.problems[0].hint


def test_a_folder_in_place_of_the_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "content" / "site.yaml").mkdir(parents=True)
    assert faults(tmp_path) == ["content/site.yaml:0:0: this is not a file"]


def test_a_file_of_fifty_megabytes_is_not_read(tmp_path: Path) -> None:
    site = write(tmp_path, "title: A\n")
    os.truncate(site / "content" / "site.yaml", 50_000_000)
    assert faults(site) == ["content/site.yaml:0:0: this file has 50,000,000 bytes; the limit is 1,048,576"]


@pytest.mark.parametrize(
    "text, place_and_message",
    [
        ("", "1:1: the key 'title' is missing"),
        ("tagline: A\n", "1:1: the key 'title' is missing"),
        ("title: ''\n", "1:8: this is empty"),
        ("title: 2019\n", "1:8: 2019 is read as a number"),
        ("title: A\ntagline: [A]\n", "2:10: expected text, found a list"),
        ("title: A\ntitle: B\n", "2:1: the key 'title' is given twice"),
        ("title: A\nbaseurl: x\n", "2:1: unknown key 'baseurl'"),
        ("title: A\nlanguage: xx\n", "2:11: unknown language 'xx'"),
        ("title: A\nstories: {strike: {xx: A}}\n", "2:20: unknown language 'xx'"),
        ("title: A\nbase_url: a.org\n", "2:11: 'a.org' is not a web address"),
        ("title: A: B\n", "1:9: a second `: ` on one line"),
        ("title: &a A\n", "1:8: anchors are not supported: &a"),
        (b"title: A\ntagline: \xff\n", "2:10: byte 19 of this file (0xFF) is not UTF-8"),
        ("title: A\u200b\n", "1:9: invisible character U+200B ZERO WIDTH SPACE"),
        ('title: "A\\u202e"\n', "1:8: invisible character U+202E RIGHT-TO-LEFT OVERRIDE"),
    ],
)
def test_a_fault_is_named_with_its_place(tmp_path: Path, text: str | bytes, place_and_message: str) -> None:
    assert faults(write(tmp_path, text)) == [f"content/site.yaml:{place_and_message}"]


def test_an_unknown_key_gets_a_suggestion(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        read_config(write(tmp_path, "title: A\nbaseurl: x\nlang: en\n"))
    assert [problem.hint for problem in caught.value.problems] == [
        "did you mean 'base_url'?",
        "did you mean 'language'?",
    ]


def test_every_fault_of_the_values_is_told_at_once(tmp_path: Path) -> None:
    assert len(faults(write(tmp_path, "title: A\nlanguage: xx\nbase_url: a.org\n"))) == 2


def test_crlf_and_a_byte_order_mark_are_no_fault(tmp_path: Path) -> None:
    assert read_config(write(tmp_path, b"\xef\xbb\xbftitle: A\r\nlanguage: ar\r\n")).language == "ar"


@pytest.mark.parametrize(
    "address",
    ["https://a.org", "http://a.org/x/", "https://a.org:8080/x", "http://localhost:8000", "https://a.org/%C3%A9"],
)
def test_an_address_where_a_site_can_be_published_is_accepted(address: str) -> None:
    assert is_base_url(address)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "",
            "a.org",
            "//a.org",
            "ftp://a.org",
            "javascript:x",
            "https://",
            "https:///x",
            "https://a.org?x",
            "https://a.org#x",
        ),
        *(
            "https://a b.org",
            "https://a.org/\n",
            'https://a.org/"x',
            "https://a.org/<x>",
            "https://a.org:99999",
            "http://[",
        ),
        *("https://a.org:x", "https://a.org\\x", " https://a.org"),
    ],
)
def test_anything_else_is_no_address_for_a_site(address: str) -> None:
    assert not is_base_url(address)


def test_a_domain_of_the_site_s_own_is_its_address(tmp_path: Path) -> None:
    config = read_config(write(tmp_path, "title: A\ndomain: Briefings.example.org\n"))
    assert (config.domain, config.base_url) == ("briefings.example.org", "https://briefings.example.org")
    same = read_config(
        write(tmp_path, "title: A\ndomain: briefings.example.org\nbase_url: http://briefings.example.org/\n")
    )
    assert same.base_url == "http://briefings.example.org"
    assert read_config(tmp_path, "https://a.org/x").base_url == "https://a.org/x"


@pytest.mark.parametrize(
    "domain",
    ["localhost", "https://a.org", "a.org/x", "a.org:80", "-a.org", "a..org", "bücher.org", "a b.org", "1.2.3.4"],
)
def test_what_is_no_name_of_a_domain_is_named(tmp_path: Path, domain: str) -> None:
    with pytest.raises(ConfigError) as raised:
        read_config(write(tmp_path, f"title: A\ndomain: {domain}\n"))
    (problem,) = raised.value.problems
    assert problem.line == 2 and "is not a domain name" in problem.message and problem.hint


@pytest.mark.parametrize("base_url", ["https://other.org", "https://briefings.example.org/folder"])
def test_a_domain_and_another_address_cannot_both_be_true(tmp_path: Path, base_url: str) -> None:
    with pytest.raises(ConfigError) as raised:
        read_config(write(tmp_path, f"title: A\ndomain: briefings.example.org\nbase_url: {base_url}\n"))
    (problem,) = raised.value.problems
    assert problem.line == 2 and base_url in problem.message and "leave base_url out" in problem.hint
