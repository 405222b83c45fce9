"""Links that lead nowhere, files that nothing leads to, and where an editor can mend it."""

from collections.abc import Mapping
from html import escape
from urllib.parse import quote, unquote

from hypothesis import given
from hypothesis import strategies as st

from newsbrief.links.judge import find_orphans, judge_links
from newsbrief.links.outline import Fault, Outline, outline_page, outline_sheet
from newsbrief.model.paths import NOT_FOUND

BASE_URL = "https://x.example/some%20where"


def outline_all(files: Mapping[str, str]) -> list[Outline]:
    outlines = [outline_page(path, text.encode(), BASE_URL) for path, text in files.items() if path.endswith(".html")]
    return outlines + [
        outline_sheet(path, text.encode(), BASE_URL) for path, text in files.items() if path.endswith(".css")
    ]


def judge(files: Mapping[str, str], others: tuple[str, ...] = ()) -> list[Fault]:
    """Return what is wrong with a site of these files."""
    return judge_links(outline_all(files), files.keys(), others)


def told(files: Mapping[str, str], others: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(fault.path, fault.message) for fault in judge(files, others)]


def test_a_sound_site_has_no_fault() -> None:
    files = {
        "index.html": "<link rel=stylesheet href=s.css><a href=a/#x>x</a><a href=b.txt#line-5>",
        "a/index.html": "<p id=x><a href=../>x</a>",
        NOT_FOUND: "<a href='/some%20where/a/'>x</a>",
        "s.css": "p { background: url(p.png) }",
        "p.png": "",
        "b.txt": "",
    }
    files |= dict.fromkeys(
        [".nojekyll", "CNAME", "robots.txt", "sitemap.xml", "sitemap-2.xml", "f/x-LICENSE.0a.txt", "OFL.txt"], ""
    )
    assert judge(files) == [] and find_orphans(outline_all(files), files) == ()


def test_links_to_files_and_words_that_are_not_there_are_told() -> None:
    files = {
        "index.html": "<a href=a/#y>x</a><a href=nowhere/>x</a><a href=a>x</a><a href=A/>x</a>",
        "a/index.html": "<p id=x>",
        "s.css": "p { background: url(p.png) }",
    }
    found = judge(files)
    assert [(fault.path, fault.message, fault.hint.partition(":")[0]) for fault in found] == [
        ("index.html", "the link ‘A/’ leads to no file of the site", "there is a/index.html"),
        ("index.html", "the link ‘a’ leads to no file of the site", "there is a/index.html"),
        ("index.html", "the link ‘a/#y’ leads to no words: a/index.html has no id ‘y’", found[2].hint),
        ("index.html", "the link ‘nowhere/’ leads to no file of the site", "there is no nowhere/index.html"),
        ("s.css", "the link ‘p.png’ leads to no file of the site", "there is no p.png"),
    ]
    assert found[0].hint.endswith(": case counts") and found[1].hint.endswith(": end the address with a slash")


def test_files_that_only_lead_to_themselves_are_orphans_and_no_fault() -> None:
    files = {"index.html": "", NOT_FOUND: "", "a/index.html": "<a href=#top>x</a><a href=index.html>x</a>", "b.png": ""}
    assert told(files) == []
    assert find_orphans(outline_all(files), files) == ("a/index.html", "b.png")


def test_strangers_files_may_be_led_to_and_are_not_judged() -> None:
    files = {"index.html": "<a href=report.pdf#page=2>x</a><a href=other/#x>x</a>"}
    assert len(told(files)) == 2
    assert told(files, ("report.pdf", "other/index.html", "unused.png")) == []


PATHS = ("index.html", NOT_FOUND, "a/index.html", "a/b/index.html", "a/é %23?#.html", "100%/index.html", "B.html")
IDS = ("x", "X", "é", "a b", "50%", "%41", "top", "q?&\"'<")


@st.composite
def sites(draw: st.DrawFn) -> tuple[dict[str, str], set[tuple[str, str]]]:
    """Draw a site of pages with links among them, and tell which pages lead to which places that are none."""
    pages = draw(st.dictionaries(st.sampled_from(PATHS), st.frozensets(st.sampled_from(IDS)), min_size=1))
    wanted = st.tuples(st.sampled_from(PATHS), st.sampled_from(["", *IDS]), st.sampled_from(["way", "root", "whole"]))
    files, lost = {}, set()
    for path, ids in pages.items():
        html = "".join(f'<p id="{escape(name)}">' for name in ids)
        for target, name, kind in draw(st.lists(wanted)):
            html += f'<a href="{escape(write(path, target, name, kind))}">x</a>'
            if target not in pages or (name not in ("", "top") and name not in pages[target]):
                lost.add((path, f"{target}#{'' if name == 'top' else name}"))
        files[path] = html
    return files, lost


def write(path: str, target: str, name: str, kind: str) -> str:
    """Return one way in which an address is written."""
    way = quote(target).removesuffix("index.html") if len(target) % 2 else quote(target)
    start = {"way": "../" * path.count("/"), "root": "/some%20where/", "whole": f"{BASE_URL}/"}
    return start["root" if path == NOT_FOUND and kind == "way" else kind] + way + (f"#{quote(name)}" if name else "")


@given(sites())
def test_exactly_the_links_that_lead_nowhere_are_told(drawn: tuple[dict[str, str], set[tuple[str, str]]]) -> None:
    files, lost = drawn
    assert {(fault.path, unquote_fragment(fault.target)) for fault in judge(files) if fault.target} == lost


def unquote_fragment(target: str) -> str:
    path, _, fragment = target.rpartition("#")
    return f"{path}#{unquote(fragment)}"
