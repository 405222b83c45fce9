"""A part of the links is judged after a change, and yet no dead one is overlooked, and no other is refused."""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from newsbrief.build.check_content import check_site
from newsbrief.build.incremental.link_record import decode_links, encode_links
from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.model.problems import NewsbriefError, Problem
from newsbrief.serve.memory import SiteMemory
from support.golden_site import clean_tree, edit, put, remove, sources_of, states_of, tree_of
from support.sites import ARTICLE, FACTS, FRONT, write_briefing

pytestmark = pytest.mark.slow

CONFIG = "title: The Post\nbase_url: https://post.example/site\n"
NAMES = ("bridge", "harbour", "school")
PLACES = ("", "about/", "glossary/", "feed.xml", *(f"{name}/" for name in NAMES), "school/map.pdf", "bridge/card.png")
OF_THE_MAYOR = FACTS.replace("ortiz", "mayor").replace(
    "name: Lena Ortiz\n    kind: person\n    aliases: [Mayor Lena Ortiz]",
    "name: Mayor Lena Ortiz\n    kind: person\n    aliases: [Lena Ortiz]",
)
"""The fact sheet with another id, and another name with it, so that no other sheet disagrees."""

WORDS = ("", "#party-ortiz", "#party-mayor", "#quote-2", "#method", "#top", "#nowhere", "#mention-reed-1", "#fn:1")
OWN = ("#quote-2", "#article", "map.pdf", "table.html#a", "table.html", "rows", "article.txt", "../../x", "x%zz", "%00")
ADDRESSES = (*(f"../{place}{words}" for place in PLACES for words in WORDS), *OWN)


def write_linked(site: Path, name: str, addresses: list[str], note: str = "") -> None:
    """Write the article of a briefing with these links."""
    links = " and ".join(f"[this]({address})" for address in addresses)
    text = f"{ARTICLE}\nSee {links}.{note}\n" if addresses or note else ARTICLE
    put(site, f"content/{name}/article.md", FRONT + text)


def problems_of(action: Callable[[], object]) -> list[Problem]:
    try:
        action()
    except NewsbriefError as error:
        return list(error.problems)
    return []


class LinkedSite(RuleBasedStateMachine):
    """A site whose links and places come and go; after each step, all ways of judging it are compared."""

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.site = Path(self.folder.name) / "site"
        for name in NAMES:
            write_briefing(self.site, name)
        put(self.site, "content/site.yaml", CONFIG)
        put(self.site, "content/about.md", "---\ntitle: About us\n---\n\nWho we are.\n")
        self.drafts = False
        self.memory = {drafts: SiteMemory(self.request(drafts)) for drafts in (False, True)}

    def request(self, drafts: bool) -> BuildRequest:
        return BuildRequest(self.site, drafts=drafts, workers=1)

    @rule(name=st.sampled_from(NAMES), addresses=st.lists(st.sampled_from(ADDRESSES), max_size=3))
    def link(self, name: str, addresses: list[str]) -> None:
        if (self.site / "content" / name).is_dir():
            write_linked(self.site, name, addresses)

    @rule(name=st.sampled_from(NAMES), to=st.sampled_from(NAMES), words=st.sampled_from(WORDS[:6]))
    def link_well(self, name: str, to: str, words: str) -> None:
        if (self.site / "content" / name).is_dir():
            write_linked(self.site, name, [f"../{to}/{words}"], "[^1]\n\n[^1]: A note.\n")

    @rule(addresses=st.lists(st.sampled_from(ADDRESSES), max_size=2))
    def link_page(self, addresses: list[str]) -> None:
        links = " ".join(f"[this]({address})" for address in addresses)
        put(self.site, "content/about.md", f"---\ntitle: About us\n---\n\nWho we are. {links}\n")

    @rule(name=st.sampled_from(NAMES), other=st.sampled_from([*NAMES, "airport"]))
    def rename(self, name: str, other: str) -> None:
        with suppress(OSError):
            (self.site / "content" / name).rename(self.site / "content" / other)

    @rule(name=st.sampled_from(NAMES))
    def add(self, name: str) -> None:
        write_briefing(self.site, name)

    @rule(name=st.sampled_from(NAMES), facts=st.sampled_from([FACTS, OF_THE_MAYOR, FACTS.replace("ortiz", "mayor")]))
    def change_ids(self, name: str, facts: str) -> None:
        if (self.site / "content" / name).is_dir():
            put(self.site, f"content/{name}/facts.yaml", facts)

    @rule(name=st.sampled_from(NAMES), addresses=st.sampled_from(["about/", "bridge/#method", "gone/"]))
    def cite(self, name: str, addresses: str) -> None:
        source = f"source: {{title: Us, url: https://post.example/site/{addresses}}}\n    cite: The council"
        if (self.site / "content" / name).is_dir():
            put(self.site, f"content/{name}/facts.yaml", FACTS.replace("cite: The council", source))

    @rule(name=st.sampled_from(NAMES))
    def switch_draft(self, name: str) -> None:
        path = self.site / "content" / name / "article.md"
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            is_draft = "draft: true\n" in text
            put(self.site, f"content/{name}/article.md", text.replace("draft: true\n", "") if is_draft else
                text.replace("as_of:", "draft: true\nas_of:"))  # fmt: skip

    @rule(name=st.sampled_from(NAMES), row=st.sampled_from("ab"))
    def put_beside(self, name: str, row: str) -> None:
        if (self.site / "content" / name).is_dir():
            put(self.site, f"content/{name}/map.pdf", f"%PDF {row}")
            put(self.site, f"content/{name}/table.html", f'<p id="{row}"><a href="../bridge/#party-ortiz">x</a>')

    @rule(name=st.sampled_from(NAMES), file=st.sampled_from(["map.pdf", "table.html", ""]))
    def take_away(self, name: str, file: str) -> None:
        with suppress(OSError):
            remove(f"content/{name}/{file}")(self.site)

    @rule(path=st.sampled_from(["bridge/index.html", "glossary/index.html", "about/index.html", "feed.xml"]))
    def lose(self, path: str) -> None:
        with suppress(OSError):
            (self.site / "_site" / path).unlink()

    @rule()
    def choose_drafts(self) -> None:
        self.drafts = not self.drafts

    @invariant()
    def is_judged_as_a_whole(self) -> None:
        request = self.request(self.drafts)
        clean = problems_of(lambda: clean_tree(sources_of(self.site), None, self.drafts))
        assert problems_of(lambda: check_site(request)) == clean
        assert problems_of(lambda: build_site(request, self.site / "_site", dry_run=True)) == clean
        before = states_of(self.site / "_site")
        assert problems_of(lambda: build_site(request, self.site / "_site")) == clean
        assert problems_of(lambda: self.memory[self.drafts].rebuild()) == clean
        if clean:
            assert states_of(self.site / "_site") == before
        else:
            assert tree_of(self.site / "_site") == clean_tree(sources_of(self.site), None, self.drafts)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()


@pytest.mark.slow
def test_whatever_is_linked_all_commands_refuse_what_a_clean_build_refuses() -> None:
    run_state_machine_as_test(LinkedSite, settings=settings(max_examples=5, stateful_step_count=12))


def test_a_record_of_links_finds_those_that_lead_to_a_file() -> None:
    own = (("a/article.txt", ""), ("index.html", ""), ("b/index.html", "x"))
    pages = {"a/index.html": own, "b/index.html": (("b/a/c", ""),), "index.html": (("a/index.html", "é"),)}
    record = decode_links(encode_links(pages.items()))
    assert sorted(record.find_links_to({"a/index.html", "b/index.html", "b/a/c"})) == [
        ("a/index.html", "b/index.html", "x"),
        ("b/index.html", "b/a/c", ""),
        ("index.html", "a/index.html", "é"),
    ]


def test_briefings_with_the_same_links_take_little_room_in_a_record() -> None:
    pages = (
        (f"briefing-{number}/index.html", ((f"briefing-{number}/article.txt", ""), ("index.html", "")))
        for number in range(1000)
    )
    encoded = encode_links(pages)
    assert len(decode_links(encoded).sets) == 1
    assert len(encoded) < 10_000


def test_a_record_is_brought_up_to_date_by_the_pages_that_changed() -> None:
    pages = {f"{name}/index.html": ((f"{name}/article.txt", ""), ("index.html", "")) for name in "abc"}
    record = decode_links(encode_links(pages.items()))
    changed = {"c/index.html": (("a/index.html", "x"),), "d/index.html": (("c/index.html", ""),)}
    after = decode_links(record.encode_changed(changed, {"b/index.html"}))
    expected = {"a/index.html": pages["a/index.html"], **changed}
    assert sorted(after.find_links_to({"index.html", "a/article.txt", "a/index.html", "c/index.html"})) == sorted(
        (page, path, fragment) for page, links in expected.items() for path, fragment in links
    )
    only = decode_links(record.encode_changed({"c/index.html": ()}, {"a/index.html", "b/index.html"}))
    assert (only.sets, only.pages) == ((b"[]",), {"c/index.html": 0})


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    """A site in which a template shows a link that no editor wrote; it is built."""
    write_briefing(tmp_path)
    write_briefing(tmp_path, "harbour")
    put(tmp_path, "content/site.yaml", CONFIG)
    put(tmp_path, "content/about.md", "---\ntitle: About us\n---\n\nWho we are.\n")
    put(tmp_path, "templates/page.html", '{% extends "base.html" %}{% block main %}<a href="../bridge/#quote-2">x</a>'
        "{{ html }}{% endblock %}")  # fmt: skip
    build_site(BuildRequest(tmp_path), tmp_path / "_site")
    return tmp_path


def test_a_link_of_a_template_is_judged_though_its_page_is_not_made_again(linked: Path) -> None:
    edit(linked, "content/bridge/article.md", '"late and costly"', "late")
    put(linked, "content/bridge/facts.yaml", FACTS.partition("  - speaker: reed")[0])
    for full in (False, True):
        (problem,) = problems_of(lambda full=full: build_site(BuildRequest(linked), linked / "_site", full=full))
        assert problem.path == f"{linked}/_site/about/index.html" and problem.line
        assert "‘../bridge/#quote-2’ leads to no words" in problem.message


@pytest.mark.parametrize("workers", [1, 3])
def test_links_of_many_pages_are_judged_by_whichever_process_makes_them(linked: Path, workers: int) -> None:
    names = [f"other-{number}" for number in range(30)]
    for name in names:
        write_briefing(linked, name)
    request = BuildRequest(linked, workers=workers)
    build_site(request, linked / "_site")
    for name in names:
        write_linked(linked, name, ["../bridge/#quote-2" if name < "other-2" else "../bridge/#gone"])
    problems = problems_of(lambda: build_site(request, linked / "_site"))
    assert [problem.path.split("/")[1] for problem in problems] == sorted(name for name in names if name >= "other-2")
    assert problems_of(lambda: check_site(request)) == problems


def test_ids_that_are_gone_where_nobody_links_are_no_fault(linked: Path) -> None:
    edit(linked, "content/harbour/article.md", '"late and costly"', "late")
    put(linked, "content/harbour/facts.yaml", FACTS.partition("  - speaker: reed")[0])
    build_site(BuildRequest(linked), linked / "_site")
    assert b"quote-2" not in (linked / "_site" / "harbour" / "index.html").read_bytes()
