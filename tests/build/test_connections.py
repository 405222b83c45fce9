"""Stories, topics, updates, former names, translations and what is gone, in every kind of build."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from newsbrief.build.check_content import check_site
from newsbrief.build.request import BuildRequest
from newsbrief.build.run import BuildResult, build_site
from newsbrief.disk.output_record import RECORD
from newsbrief.model.problems import NewsbriefError
from support.files import bytes_of, edit
from support.html import read_html, text_of
from support.sites import write_briefing
from support.whole import build_in_memory

pytestmark = pytest.mark.slow

CONFIG = """\
title: The Adaba Post
base_url: https://post.example/site
stories: {bridge: The bridge of Adaba}
topics: {water: Rivers}
"""

AFTER = "title: The day after\nas_of: 2019-04-14\nstory: bridge\ntopics: [water]\nupdates: day-one\n"


def front(title: str, day: str, more: str = "") -> str:
    return f"---\ntitle: {title}\nas_of: {day}\n{more}---\n\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a story of three briefings, of which the second updates the first, and one briefing beside it."""
    site = tmp_path_factory.mktemp("connections") / "site"
    write_briefing(
        site, "day-one", front=front("The first day", "2019-04-07", "story: bridge\ntopics: [water, money]\n")
    )
    write_briefing(site, "day-two", front=f"---\n{AFTER}---\n\n")
    write_briefing(site, "day-three", front=front("The last day", "2019-04-21", "story: bridge\nformerly: [day-3]\n"))
    write_briefing(site, "harbour", front=front("A harbour", "2019-05-05"))
    (site / "content" / "site.yaml").write_text(CONFIG)
    build(site)
    return site


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    """A copy of the site as it was built."""
    return shutil.copytree(built, tmp_path / "site")


def build(site: Path) -> BuildResult:
    """Build a site, and hold it against a clean build."""
    result = build_site(BuildRequest(site), site / "_site")
    files = bytes_of(site / "_site")
    assert files.pop(RECORD)
    assert files == build_in_memory(site)
    assert not any(b"<!--onward" in raw for raw in files.values())
    return result


def written(site: Path) -> set[str]:
    """Build a site, and return the pages and feeds that were written, but for the lists of everything."""
    everywhere = {"index.html", "glossary/index.html", "search/index.html", "feed.xml", "feed.json", "sitemap.xml"}
    names = build(site).written
    return {path for path in names if path.endswith((".html", ".xml", ".json")) and "evidence" not in path} - everywhere


def article(site: Path, name: str) -> Path:
    return site / "content" / name / "article.md"


def page(site: Path, path: str) -> str:
    return text_of(read_html((site / "_site" / path).read_bytes()))


def shown(site: Path, path: str) -> str:
    return (site / "_site" / path).read_text(encoding="utf-8")


def test_each_briefing_of_a_story_leads_to_those_before_and_after_it(site: Path) -> None:
    middle = page(site, "day-two/index.html")
    assert "Earlier · April 7, 2019 The first day" in middle and "Later · April 21, 2019 The last day" in middle
    assert "Updates an earlier briefing: The first day, as of April 7, 2019." in middle
    assert "Updated by a later briefing: The day after, as of April 14, 2019." in page(site, "day-one/index.html")
    assert "Earlier" not in page(site, "day-one/index.html") and "Later ·" not in page(site, "day-three/index.html")
    assert "Story:" not in page(site, "harbour/index.html")


def test_a_story_joins_what_its_briefings_say(site: Path) -> None:
    story = page(site, "stories/bridge/index.html")
    assert "The bridge of Adaba" in story and "A harbour" not in story
    assert story.count("The bridge will open in May,") == 1, "said once, in three articles"
    assert shown(site, "stories/bridge/index.html").count("#quote-1-words") == 3
    assert "stories/bridge/" in shown(site, "sitemap.xml") and "topics/water/" in shown(site, "sitemap.xml")


def test_topics_have_pages_and_feeds(site: Path) -> None:
    assert "Rivers" in page(site, "topics/water/index.html")
    assert "The first day" in page(site, "topics/money/index.html")
    assert "The day after" in shown(site, "topics/water/feed.xml")
    assert "The day after" not in shown(site, "topics/money/feed.json")
    assert '"content_html"' in shown(site, "feed.json") and '"content_html"' not in shown(
        site, "topics/water/feed.json"
    )


def test_an_edit_that_a_story_does_not_show_makes_only_its_briefing(site: Path) -> None:
    edit(article(site, "day-two"), "in a letter", "in an email")
    assert written(site) == {"day-two/index.html"}
    edit(article(site, "harbour"), "in a letter", "in an email")
    assert written(site) == {"harbour/index.html"}


def test_an_event_makes_the_story_and_nothing_else_again(site: Path) -> None:
    edit(site / "content" / "day-two" / "facts.yaml", "The council votes for the bridge.", "The council votes for it.")
    assert written(site) == {"day-two/index.html", "day-two/embed/index.html"} | STORY
    assert "The council votes for it." in page(site, "stories/bridge/index.html")


STORY = {"stories/bridge/index.html", "stories/bridge/story.json"}
OF_TWO = {"day-two/index.html", "day-two/embed/index.html"}
TOPIC = {f"topics/water/{name}" for name in ("index.html", "feed.xml", "feed.json")}


def test_a_title_makes_the_neighbours_the_story_and_the_topic_again(site: Path) -> None:
    edit(article(site, "day-two"), "The day after", "What was said")
    related = {"harbour/index.html"}
    assert written(site) == STORY | OF_TWO | TOPIC | related | {"day-one/index.html", "day-three/index.html"}


def test_a_briefing_that_leaves_its_story_is_passed_over(site: Path) -> None:
    edit(article(site, "day-two"), "story: bridge\n", "")
    build(site)
    assert "Later · April 21, 2019 The last day" in page(site, "day-one/index.html")
    assert "The day after" not in page(site, "stories/bridge/index.html")
    for name in ("day-one", "day-three"):
        edit(article(site, name), "story: bridge\n", "")
    build(site)
    assert not (site / "_site" / "stories").exists()


def test_a_story_whose_file_is_lost_is_joined_again(site: Path) -> None:
    (site / "_site" / "stories" / "bridge" / "story.json").unlink()
    assert written(site) == {"stories/bridge/story.json"}
    (site / "_site" / "stories" / "bridge" / "story.json").unlink()
    edit(site / "content" / "day-two" / "facts.yaml", "The council votes for the bridge.", "The council votes for it.")
    build(site)


MOVES: dict[str, Callable[[Path], object]] = {
    "a briefing comes first": lambda site: write_briefing(
        site, "eve", front=front("The eve", "2019-04-01", "story: bridge\n")
    ),
    "a briefing is gone from the folder": lambda site: shutil.rmtree(site / "content" / "day-three"),
    "a day changes": lambda site: edit(article(site, "day-three"), "2019-04-21", "2019-04-10"),
    "a draft": lambda site: edit(article(site, "day-three"), "story: bridge\n", "story: bridge\ndraft: true\n"),
    "a topic": lambda site: edit(article(site, "harbour"), "---\n\n", "topics: [money]\n---\n\n"),
    "a former name": lambda site: edit(article(site, "harbour"), "---\n\n", "formerly: [port]\n---\n\n"),
    "no former name": lambda site: edit(article(site, "day-three"), "formerly: [day-3]\n", ""),
    "a folder that is renamed": lambda site: (
        (site / "content" / "harbour").rename(site / "content" / "port"),
        edit(article(site, "port"), "---\n\n", "formerly: [harbour]\n---\n\n"),
    ),
    "a briefing that is unpublished": lambda site: edit(
        article(site, "day-two"), AFTER, f"{AFTER}gone: It was wrong.\n"
    ),
    "a translation": lambda site: write_briefing(
        site,
        "tag-eins",
        front=front("Der erste Tag", "2019-04-07", "lang: de\ntranslation_of: day-one\n"),
        facts=GERMAN,
        article=GERMAN_ARTICLE,
    ),
    "a title of a story": lambda site: edit(site / "content" / "site.yaml", "of Adaba}", "of Adaba town}"),
}

GERMAN_ARTICLE = "„Die Brücke öffnet im Mai“, sagte Lena Ortiz.\n"
GERMAN = """\
actors:
  - {id: ortiz, name: Lena Ortiz, kind: person}
quotes:
  - {speaker: ortiz, cue: sagte Lena Ortiz, text: Die Brücke öffnet im Mai}
"""


@pytest.mark.parametrize("move", MOVES)
def test_a_rebuild_is_as_a_clean_build(site: Path, move: str) -> None:
    before = bytes_of(site / "content")
    MOVES[move](site)
    build(site)
    shutil.rmtree(site / "content")
    for path, raw in before.items():
        (site / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (site / "content" / path).write_bytes(raw)
    build(site)


def test_a_renamed_briefing_leads_on_and_keeps_the_id_of_its_entry(site: Path) -> None:
    first = "<id>https://post.example/site/harbour/</id>"
    assert first in shown(site, "feed.xml")
    MOVES["a folder that is renamed"](site)
    build(site)
    assert first in shown(site, "feed.xml") and 'href="https://post.example/site/port/"' in shown(site, "feed.xml")
    old = shown(site, "harbour/index.html")
    assert '<link rel="canonical" href="https://post.example/site/port/">' in old and 'data-to="../port/"' in old
    assert "site/harbour/" not in shown(site, "sitemap.xml")
    edit(article(site, "day-one"), "On Sunday", "On [Sunday](../harbour/#quote-1)")
    build(site)


def test_a_briefing_that_is_gone_says_so_and_is_in_no_list(site: Path) -> None:
    edit(article(site, "day-two"), AFTER, f"{AFTER}gone: It was wrong.\n")
    article(site, "day-two").write_text(article(site, "day-two").read_text().partition("---\n\n")[0] + "---\n")
    (site / "content" / "day-two" / "facts.yaml").unlink()
    build(site)
    left = page(site, "day-two/index.html")
    assert "This briefing is no longer published" in left and "It was wrong." in left
    assert '<meta name="robots" content="noindex">' in shown(site, "day-two/index.html")
    for path, raw in bytes_of(site / "_site").items():
        if not path.startswith("day-two/"):
            assert (b"The day after" not in raw and b"day-two" not in raw) or path == RECORD, path
    check_site(BuildRequest(site))


def test_a_translation_is_one_with_its_original(site: Path) -> None:
    MOVES["a translation"](site)
    build(site)
    original = shown(site, "day-one/index.html")
    assert '<link rel="alternate" hreflang="de" href="https://post.example/site/tag-eins/">' in original
    assert 'lang="de">Deutsch</a>' in original and "Related" in original
    assert 'hreflang="en" lang="en">English</a>' in shown(site, "tag-eins/index.html")
    assert "Also in: Deutsch" in page(site, "index.html") and "Der erste Tag" not in page(site, "index.html")
    assert "tag-eins" not in shown(site, "glossary/index.html") and "tag-eins" in shown(site, "sitemap.xml")
    assert "The day after" in page(site, "tag-eins/index.html"), "its story goes on"


def problems(site: Path) -> list[str]:
    """Return what is wrong with a site; see that every kind of build says the same, and leaves the site as it was."""
    before = bytes_of(site / "_site")
    said = []
    for action in (
        lambda: check_site(BuildRequest(site)),
        lambda: build_site(BuildRequest(site), site / "_site"),
        lambda: build_site(BuildRequest(site), site / "_site", full=True),
    ):
        with pytest.raises(NewsbriefError) as caught:
            action()
        said.append([f"{each.path}:{each.line}: {each.message} | {each.hint}" for each in caught.value.problems])
    assert said[0] == said[1] == said[2]
    assert bytes_of(site / "_site") == before
    return said[0]


def test_a_briefing_that_others_name_and_that_is_gone_is_missed_by_every_build(site: Path) -> None:
    shutil.rmtree(site / "content" / "day-one")
    assert "content/day-two/article.md:6: there is no briefing 'day-one'" in problems(site)[0]


BAD = {
    "content/day-two/article.md:6: this is the briefing itself": ("day-two", "updates: day-one", "updates: day-two"),
    "content/day-two/article.md:6: there is no briefing 'day-on'": ("day-two", "updates: day-one", "updates: day-on"),
    "content/day-two/article.md:6: 'day-3' is a former name of content/day-three": (
        "day-two",
        "updates: day-one",
        "updates: day-3",
    ),
    "content/day-three/article.md:5: the former name 'harbour' is that of content/harbour": (
        "day-three",
        "[day-3]",
        "[harbour]",
    ),
    "content/day-three/article.md:5: 'day-three' is this briefing’s own name still": (
        "day-three",
        "[day-3]",
        "[Day Three]",
    ),
    "content/day-three/article.md:5: the address 'archive' is reserved": ("day-three", "[day-3]", "[archive]"),
    "content/day-three/article.md:5: 'port' stands here twice": ("day-three", "[day-3]", "[port, port]"),
    "content/day-two/article.md:6: this briefing, as of 2019-04-14, cannot update content/day-three/article.md": (
        "day-two",
        "updates: day-one",
        "updates: [day-three]",
    ),
    "content/harbour/article.md:4: content/day-one/article.md is in the same language, en": (
        "harbour",
        "---\n\n",
        "translation_of: day-one\n---\n\n",
    ),
    "content/harbour/article.md:4: the former name 'day-3' is claimed by content/day-three/article.md as well": (
        "harbour",
        "---\n\n",
        "formerly: [day-3]\n---\n\n",
    ),
    "content/harbour/article.md:4: this": ("harbour", "---\n\n", "gone: null\n---\n\n"),
    "content/day-two/article.md:4: 'The Bridge' cannot be an id": ("day-two", "story: bridge", "story: The Bridge"),
}


@pytest.mark.parametrize("said", BAD)
def test_a_bad_name_is_a_problem_with_its_line(site: Path, said: str) -> None:
    name, old, new = BAD[said]
    edit(article(site, name), old, new)
    found = problems(site)
    assert any(each.startswith(said) for each in found), found
    assert all(" | " in each and not each.endswith(" | ") for each in found), "each says what to do"
