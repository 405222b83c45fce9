"""What is taken over from the last build: cards, the entries of feeds, the map; and what is not trusted."""

import json
import sys
from pathlib import Path

import pytest

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.disk.output_record import RECORD
from newsbrief.outputs.feeds.entries import MOST_ENTRIES
from support.files import bytes_of, edit
from support.processes import run
from support.sites import FRONT, write_briefing, write_site
from support.whole import build_in_memory

pytestmark = pytest.mark.slow

BASE_URL = "https://example.org/briefs"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one more briefing than its feeds have room for; the oldest is `bridge`."""
    site = write_site(tmp_path / "site", f"title: Test site\nbase_url: {BASE_URL}\n")
    for number in range(1, MOST_ENTRIES + 1):
        front = FRONT.replace("A title", f"Title {chr(64 + number)}").replace("2019-04-07", f"20{20 + number}-01-02")
        article = 'The mayor spoke. "The bridge will open in May," Mayor Lena Ortiz said.\n'
        facts = """\
        actors:
          - {id: ortiz, name: Lena Ortiz, kind: person, aliases: [Mayor Lena Ortiz]}
        quotes:
          - {speaker: ortiz, cue: Mayor Lena Ortiz said, text: "The bridge will open in May,"}
        """
        write_briefing(site, f"school-{number:02}", article, facts, front)
    build_site(BuildRequest(site), site / "_site")
    return site


def written(site: Path) -> set[str]:
    return set(build_site(BuildRequest(site), site / "_site").written)


def is_as_built_anew(site: Path) -> bool:
    files = bytes_of(site / "_site")
    return bool(files.pop(RECORD)) and files == build_in_memory(site)


def imports_pillow(site: Path) -> bool:
    """Build the site in a process of its own, and say whether anything was drawn there."""
    code = "import sys; from newsbrief.cli.main import main; main(sys.argv[1:]); print('PIL.Image' in sys.modules)"
    ended = run(sys.executable, "-c", code, "build", "-q", "--site", site)
    assert (ended.returncode, ended.stderr) == (0, "")
    return bool(ended.stdout == "True\n")


def test_an_edit_that_a_card_does_not_show_draws_nothing(site: Path) -> None:
    edit(site / "content" / "school-07" / "article.md", "The mayor spoke.", "The mayor talked.")
    assert not imports_pillow(site)
    (site / "templates").mkdir()
    (site / "templates" / "404.html").write_text('{% extends "base.html" %}', encoding="utf-8")
    assert not imports_pillow(site), "a template was added, and every page made anew"
    assert is_as_built_anew(site)


def test_an_edit_that_a_card_shows_and_a_card_that_is_lost_or_altered_draw_it_anew(site: Path) -> None:
    edit(site / "content" / "school-07" / "article.md", "title: Title G", "title: Another")
    assert {"school-07/card.png", "feed.json", "index.html"} <= written(site)
    card = site / "_site" / "school-07" / "card.png"
    sound = card.read_bytes()
    for damage in (b"", b"\x89PNG" + sound[4:-1] + b"?", None):
        card.unlink() if damage is None else card.write_bytes(damage)
        assert written(site) == {"school-07/card.png"}
        assert card.read_bytes() == sound


def test_a_briefing_without_a_card_is_not_asked_for_one_at_every_edit(site: Path) -> None:
    edit(site / "content" / "school-07" / "article.md", "title: Title G", "title: สะพาน")
    assert imports_pillow(site)
    assert not (site / "_site" / "school-07" / "card.png").exists()
    assert build_site(BuildRequest(site), site / "_site", full=True).cardless == ("school-07",)
    edit(site / "content" / "school-07" / "article.md", "The mayor spoke.", "The mayor talked.")
    assert not imports_pillow(site)
    page = (site / "_site" / "school-07" / "index.html").read_text(encoding="utf-8")
    assert f'<meta property="og:image" content="{BASE_URL}/card.png">' in page


def test_the_card_of_the_other_pages_is_drawn_once_and_again_where_it_would_show_something_else(site: Path) -> None:
    card = site / "_site" / "card.png"
    before = card.read_bytes()
    edit(site / "content" / "school-07" / "article.md", "The mayor spoke.", "The mayor talked.")
    assert "card.png" not in written(site)
    card.unlink()
    assert "card.png" in written(site) and card.read_bytes() == before
    edit(site / "content" / "site.yaml", "title: ", "title: New ")
    assert "card.png" in written(site) and card.read_bytes() != before


def test_the_feeds_have_the_newest_and_an_edit_outside_them_leaves_them_alone(site: Path) -> None:
    feed = json.loads((site / "_site" / "feed.json").read_bytes())
    assert [item["_newsbrief"]["slug"] for item in feed["items"]] == [
        f"school-{n:02}" for n in range(MOST_ENTRIES, 0, -1)
    ]
    edit(site / "content" / "bridge" / "article.md", "spoke to reporters", "talked to reporters")
    assert not written(site) & {"feed.xml", "feed.json", "sitemap.xml"}


def test_an_edit_changes_its_own_entry_only_and_the_map_where_a_day_has(site: Path) -> None:
    before = json.loads((site / "_site" / "feed.json").read_bytes())["items"]
    edit(site / "content" / "school-07" / "article.md", "The mayor spoke.", "The mayor talked.")
    changed = written(site)
    assert {"feed.xml", "feed.json"} <= changed and "sitemap.xml" not in changed
    after = json.loads((site / "_site" / "feed.json").read_bytes())["items"]
    assert [each["id"] for each, other in zip(before, after, strict=True) if each != other] == [
        f"{BASE_URL}/school-07/"
    ]
    correction = "corrections: [{date: 2070-01-01, said: a, says: b}]\n---\n\nThe mayor talked."
    edit(site / "content" / "school-07" / "article.md", "---\n\nThe mayor talked.", correction)
    assert {"feed.xml", "feed.json", "sitemap.xml", "index.html"} <= written(site)
    newest = json.loads((site / "_site" / "feed.json").read_bytes())["items"][0]
    assert (newest["id"], newest["date_modified"]) == (f"{BASE_URL}/school-07/", "2070-01-01T00:00:00Z")
    assert is_as_built_anew(site)


def test_a_feed_that_was_altered_is_not_taken_for_the_last_one(site: Path) -> None:
    feed = site / "_site" / "feed.json"
    altered = feed.read_bytes().replace(b"Title I", b"Title X")
    feed.write_bytes(altered)
    edit(site / "content" / "school-07" / "article.md", "The mayor spoke.", "The mayor talked.")
    build_site(BuildRequest(site), site / "_site")
    assert is_as_built_anew(site)


def test_the_next_briefing_takes_the_place_of_one_that_is_gone(site: Path) -> None:
    for name in ("article.md", "facts.yaml"):
        (site / "content" / "school-12" / name).unlink()
    (site / "content" / "school-12").rmdir()
    build_site(BuildRequest(site), site / "_site")
    feed = json.loads((site / "_site" / "feed.json").read_bytes())
    slugs = [item["_newsbrief"]["slug"] for item in feed["items"]]
    assert len(slugs) == MOST_ENTRIES and slugs[-1] == "bridge" and "school-12" not in slugs
    assert is_as_built_anew(site)


def has_style_of_signs(site: Path) -> bool:
    """Say whether the style sheet of Chinese, Japanese and Korean pages is there, and whether a clean build agrees."""
    assert is_as_built_anew(site)
    return any((site / "_site" / "assets").glob("east-asian.*.css"))


def test_the_style_sheet_of_chinese_pages_comes_with_the_first_of_them_and_goes_with_the_last(site: Path) -> None:
    article, page = site / "content" / "school-07" / "article.md", site / "content" / "about.md"
    assert not has_style_of_signs(site)
    edit(article, "title: Title G", "title: Title G\nlang: ja-JP")
    assert "school-07/index.html" in written(site) and has_style_of_signs(site)
    edit(article, "The mayor spoke.", "The mayor talked.")
    assert "school-07/index.html" in written(site) and has_style_of_signs(site)
    edit(article, "title: Title G\nlang: ja-JP", "title: Title G")
    written(site)
    assert not has_style_of_signs(site)
    page.write_text("---\ntitle: 关于\nlang: zh\n---\n\n文字。\n", encoding="utf-8")
    written(site)
    assert has_style_of_signs(site)
    edit(page, "lang: zh", "lang: fi")
    written(site)
    assert not has_style_of_signs(site)
