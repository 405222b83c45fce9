"""Languages for which the interface has no words: a note says at each place where one is written what readers see."""

import json
import re
from pathlib import Path

import pytest

from newsbrief.build.language_notes import note_site_languages
from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.cli.main import main
from newsbrief.pages.language.other_words import explain_words
from support.sites import write_briefing

ENGLISH = "headings, labels and numbers of its pages will be in English, dates in "
SIMPLIFIED = "headings and labels of its pages will be in simplified characters; "
FACTS = "key_points: [{text: 桥开了。, cite: 桥开了}]\n"


def write_front(language: str) -> str:
    return f"---\ntitle: 桥\nlang: {language}\nas_of: 2021-05-12\n---\n\n"


@pytest.fixture
def mixed(site: Path) -> Path:
    """A Finnish site with a Persian page, and briefings in English, traditional Chinese and its own language."""
    (site / "content" / "site.yaml").write_text("title: Siltasanomat\nlanguage: fi\n", encoding="utf-8")
    (site / "content" / "about.md").write_text("---\ntitle: درباره\nlang: fa\n---\n\nمتن.\n", encoding="utf-8")
    write_briefing(site, front="---\ntitle: A title\nlang: en\nas_of: 2019-04-07\n---\n\n")
    write_briefing(site, "qiao", "桥开了。\n", FACTS, write_front("zh-TW"))
    write_briefing(
        site, "silta", "Silta on auki.\n", "key_points: []\n", "---\ntitle: Silta\nas_of: 2021-05-12\n---\n\n"
    )
    return site


def list_notes(written: str) -> dict[str, str]:
    """Return the notes of a report: the place of each, and its message."""
    report = json.loads(written)
    assert report["problems"] == []
    return {f"{each['path'].rpartition('content/')[2]}:{each['line']}": each["message"] for each in report["notes"]}


NOTES = {
    "site.yaml:2": "no words of the interface in Finnish (fi)",
    "about.md:3": "no words of the interface in Persian (fa)",
    "qiao/article.md:3": "no words of the interface in Chinese (Traditional, Taiwan) (zh-TW)",
}


def test_check_and_build_name_each_place_where_a_language_without_words_is_written(
    mixed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--site", str(mixed), "--format", "json"]) == 0
    assert list_notes(capsys.readouterr().out) == NOTES
    assert main(["build", "--site", str(mixed), "--format", "json"]) == 0
    assert list_notes(capsys.readouterr().out) == NOTES


def test_a_later_build_speaks_only_of_briefings_that_it_makes_again(mixed: Path) -> None:
    first = build_site(BuildRequest(mixed), mixed / "_site")
    assert [note.path for note in first.languages] == ["content/qiao/article.md"]
    write_briefing(mixed, "silta", "Silta on kiinni.\n", "key_points: []\n", write_front("fi"))
    later = build_site(BuildRequest(mixed), mixed / "_site")
    assert [note.message for note in later.languages] == ["no words of the interface in Finnish (fi)"]
    assert build_site(BuildRequest(mixed), mixed / "_site").languages == ()


def test_people_read_the_note_at_its_line_and_no_exit_code_changes(
    mixed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--site", str(mixed)]) == 0
    said = capsys.readouterr().err
    assert "content/site.yaml:2:11: note: no words of the interface in Finnish (fi)\n    2 | language: fi\n" in said
    assert f"      {ENGLISH}Finnish; “Add a language” in CONTRIBUTING.md" in said


@pytest.mark.parametrize("tag", ["en-GB", "ar-EG", "he", "iw", "zh", "zh-CN", "zh-Hans", "zh-SG"])
def test_nothing_is_said_of_a_language_that_the_interface_speaks_in_whichever_region(tag: str) -> None:
    assert explain_words(tag) is None


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("fi", f"{ENGLISH}Finnish; "),
        ("fa-AF", f"{ENGLISH}Persian; "),
        ("nb-NO", f"{ENGLISH}Norwegian Bokmål; "),
        ("zh-Hant", SIMPLIFIED),
        ("zh-HK", SIMPLIFIED),
    ],
)
def test_the_note_says_what_readers_see(tag: str, hint: str) -> None:
    words = explain_words(tag)
    assert words is not None and words.hint.startswith(hint)


def test_what_the_note_says_is_what_readers_see(mixed: Path) -> None:
    build_site(BuildRequest(mixed), mixed / "_site")
    page = (mixed / "_site" / "silta" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="fi"' in page and "At a glance" not in page and "Sources and method" in page
    assert re.search("As of <time[^>]*>12. toukokuuta 2021</time>", page)
    page = (mixed / "_site" / "qiao" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="zh-TW"' in page and "要点速览" in page and "来源与方法" in page


def test_a_site_that_cannot_be_read_has_no_such_notes(mixed: Path) -> None:
    (mixed / "content" / "site.yaml").write_text("language: [fi]\n", encoding="utf-8")
    assert [note.path for note in note_site_languages(mixed)] == ["content/about.md"]
