"""The command `draft`: files written, what is printed, JSON for programs, and what stands in the way."""

import json
import sys
from pathlib import Path

import pytest

from newsbrief.cli.main import main
from support.sites import ROOT

ARTICLE = """Port stays shut

Nora Vane, the harbour minister, closed the port on Monday after nine ships ran aground.

“The port stays shut until the channel is clear,” Ms Vane said. She met Tom Aske of Ellory Lines on Tuesday.

“We are ruined,” Mr Aske said.

The “increased danger” has moved the fleet.
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "site.yaml").write_text("title: A site\n", encoding="utf-8")
    return tmp_path


def draft(site: Path, *options: str, text: str = ARTICLE) -> int:
    story = site.parent / f"{site.name}-story.txt"
    story.write_text(text, encoding="utf-8")
    return main(["draft", str(story), "--site", str(site), "--as-of", "2026-03-05", *options])


def files_of(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def test_draft_passes_the_check_at_once(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert draft(site, "--slug", "port") == 0
    assert files_of(site) == ["content/port/article.md", "content/port/facts.yaml", "content/site.yaml"]
    printed = capsys.readouterr().out
    assert "Wrote content/port/article.md and content/port/facts.yaml." in printed
    assert main(["check", "--drafts", "--site", str(site)]) == 0
    assert "draft: true" in (site / "content" / "port" / "article.md").read_text(encoding="utf-8")


def test_each_question_is_printed_with_its_line(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft(site, "--slug", "port", text="Nora Vane met the crews. For Tom Aske the plan is “a grave mistake for ports”.")
    lines = (site / "content" / "port" / "facts.yaml").read_text(encoding="utf-8").split("\n")
    asked = [number for number, line in enumerate(lines, 1) if line.strip().startswith("doubt:")]
    printed = capsys.readouterr().out
    assert asked
    for number in asked:
        assert f"  content/port/facts.yaml:{number}: " in printed


def test_briefing_that_is_there_is_not_replaced(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft(site, "--slug", "port")
    before = (site / "content" / "port" / "facts.yaml").read_bytes()
    assert draft(site, "--slug", "port", text="Another story.") == 2
    assert "--force" in capsys.readouterr().err
    assert (site / "content" / "port" / "facts.yaml").read_bytes() == before


def test_force_keeps_a_backup_of_what_was_there(site: Path) -> None:
    draft(site, "--slug", "port")
    before = (site / "content" / "port" / "facts.yaml").read_bytes()
    for _ in range(2):
        assert draft(site, "--slug", "port", "--force", text="The mayor opened the bridge on Monday.") == 0
    folder = site / "content" / "port"
    assert (folder / "facts.yaml.bak").read_bytes() == before
    assert (folder / "facts.yaml.bak2").exists()


def test_name_comes_from_the_title(site: Path) -> None:
    assert draft(site, "--title", "The port is shut") == 0
    assert (site / "content" / "the-port-is-shut" / "facts.yaml").exists()


def test_new_is_another_name_of_draft(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = site.parent / f"{site.name}-story.txt"
    story.write_text(ARTICLE, encoding="utf-8")
    assert main(["new", str(story), "--site", str(site), "--as-of", "2026-03-05", "--slug", "port"]) == 0
    assert "Wrote content/port" in capsys.readouterr().out


def test_article_comes_from_standard_input(site: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    story = tmp_path / "in.txt"
    story.write_text(ARTICLE, encoding="utf-8")
    with story.open(encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stdin", file)
        assert main(["draft", "-", "--site", str(site), "--as-of", "2026-03-05", "--slug", "port"]) == 0
    assert (site / "content" / "port" / "article.md").exists()


def test_what_stands_in_the_way_is_told_with_how_to_declare_it(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert draft(site, "--slug", "port", text="Nora Vane said: “The port is shut.\n\nShe left on Monday.") == 1
    told = capsys.readouterr().err
    assert "never closed" in told and "sic" in told and "content/port/article.md" in told
    assert (site / "content" / "port" / "facts.yaml").exists()


def test_day_that_is_not_given_is_said(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = site.parent / f"{site.name}-story.txt"
    story.write_text("The mayor opened the bridge.", encoding="utf-8")
    assert main(["draft", str(story), "--site", str(site), "--slug", "bridge"]) == 0
    assert "The article gives no day" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--as-of", "next week"], "is not a day"),
        (["--slug", "A B"], "is not a name"),
        (["--lang", "klingon-language"], "is no language tag"),
    ],
)
def test_wrong_usage_is_said(site: Path, options: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        draft(site, *options)
    assert told in capsys.readouterr().err


def read_json(site: Path, capsys: pytest.CaptureFixture[str], text: str = ARTICLE) -> dict:  # type: ignore[type-arg]
    assert draft(site, "--format", "json", text=text) == 0
    return json.loads(capsys.readouterr().out)  # type: ignore[no-any-return]


def test_json_has_the_reading_and_writes_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files_of(site)
    reading = read_json(site, capsys)
    assert list(reading) == ["version", "text", "passages", "dates", "actors", "doubts"]
    assert files_of(site) == before


def test_places_in_json_are_those_of_its_text(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reading = read_json(site, capsys)
    text = reading["text"]

    def words(place: dict[str, int]) -> str:
        return str(text[place["start"] : place["end"]])

    first, second, third = reading["passages"]
    assert words(first) == "The port stays shut until the channel is clear,"
    assert (words(first["speaker"]), first["speaker"]["name"], first["speaker"]["actor"]) == (
        "Ms Vane",
        "Nora Vane",
        "vane",
    )
    assert words(first["cue"]) == "Ms Vane said"
    assert (first["kind"], first["certainty"], first["joins"]) == ("quotation", "sure", None)
    assert second["speaker"]["actor"] == "aske"
    assert (third["kind"], third["speaker"], third["cue"]) == ("unattributed", None, None)
    assert [(words(each), each["date"], each["basis"]) for each in reading["dates"]] == [
        ("Monday", "2026-03-02", "counted"),
        ("Tuesday", "2026-03-03", "counted"),
    ]
    vane = next(actor for actor in reading["actors"] if actor["id"] == "vane")
    assert (vane["name"], vane["kind"], vane["abbr"]) == ("Nora Vane", "person", None)
    assert [text[start:end] for start, end in vane["mentions"]] == ["Nora Vane", "Vane"]


def test_offsets_count_code_points(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reading = read_json(site, capsys, "The 🚢 is late. “Stay 🚢 here,” said Nora Vane.")
    (passage,) = reading["passages"]
    assert reading["text"][passage["start"] : passage["end"]] == "Stay 🚢 here,"


def test_part_that_goes_on_names_the_passage_it_joins(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reading = read_json(site, capsys, "“The port,” Nora Vane said, “is full.”")
    assert [each["joins"] for each in reading["passages"]] == [None, 0]


def test_documented_example_is_what_is_printed(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (ROOT / "docs" / "reference" / "reading.md").read_text(encoding="utf-8")
    example = json.loads(page.partition("```json\n")[2].partition("```")[0])
    assert draft(site, "--as-of", "2019-04-03", "--format", "json", text=example["text"]) == 0
    assert json.loads(capsys.readouterr().out) == example


def test_day_and_language_come_from_the_article(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = site.parent / f"{site.name}-story.txt"
    text = "HOHENFELS, 12. Oktober 2027 – Die Stadtwerke haben am Montag den Bau von sechs Windrädern in der Nähe des"
    story.write_text(
        f"{text} Ortes angekündigt. Der Bürgermeister sprach von einem Kraftakt, den das Land zur Hälfte bezahlt.\n",
        encoding="utf-8",
    )
    assert main(["draft", str(story), "--site", str(site), "--slug", "wind"]) == 0
    told = capsys.readouterr()
    assert "dateline: as_of is 2027-10-12" in told.out
    assert "language de" in told.err
    article = (site / "content" / "wind" / "article.md").read_text(encoding="utf-8")
    assert "lang: de" in article


PAGE = """<html lang="en"><head><title>TITLE</title>HEAD</head><body><article><h1>TITLE</h1>
<p>Mayor Karl Brandt insists on finishing his term, a source said on Tuesday at the pier of Kesten.</p>
<p>The harbour was calm, with people going about their business under the watch of soldiers at the pier.</p>
</article></body></html>"""


def draft_page(site: Path, head: str = "", title: str = "Brandt stays") -> str:
    """Draft a page, and return the text of article.md; the draft must pass `check`."""
    page = site.parent / f"{site.name}-page.html"
    page.write_text(PAGE.replace("TITLE", title).replace("HEAD", head), encoding="utf-8")
    assert main(["draft", str(page), "--site", str(site), "--slug", "page", "--force"]) == 0
    assert main(["check", "--drafts", "--site", str(site)]) == 0
    return (site / "content" / "page" / "article.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "head",
    [
        '<meta itemprop="datePublished" content="2031-06-05T14:15+0000">',
        '<meta name="article_date_original" content="Thursday, June 5, 2031,  9:10 PM">',
        '<meta name="pubdate" content="2031-06-05">',
        """<meta name="parsely-page" content='{"title": "x", "pub_date": "2031-06-05T02:16:05Z"}'>""",
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2031-06-05"}</script>',
    ],
)
def test_day_of_a_saved_page_is_read_in_every_usual_form(site: Path, head: str) -> None:
    assert "as_of: 2031-06-05" in draft_page(site, head)
    assert "is counted from today" not in (site / "content" / "page" / "facts.yaml").read_text(encoding="utf-8")


def test_day_of_a_time_element_is_read_unless_there_are_several(site: Path) -> None:
    first, second = '<time datetime="2031-06-05T10:00">5 June</time>', '<time datetime="2030-01-02">2 January</time>'
    assert "as_of: 2031-06-05" in draft_page(site, "", "Brandt stays</h1>" + first + "<h1>")
    assert "as_of: 2031-06-05" not in draft_page(site, "", "Brandt stays</h1>" + first + second + "<h1>")


def test_dates_are_asked_about_where_no_day_is_given(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft_page(site)
    assert "The article gives no day: as_of is" in capsys.readouterr().out
    facts = (site / "content" / "page" / "facts.yaml").read_text(encoding="utf-8")
    assert "“Tuesday” is counted from today, since the article gives no day of its own: is the day right?" in " ".join(
        facts.split()
    )


@pytest.mark.parametrize("marks", ["'{}'", "“{}”", "‘{}’"])
def test_title_loses_the_marks_of_words_that_the_article_does_not_have(site: Path, marks: str) -> None:
    title = f"Kesten coup: Brandt {marks.format('insisting he stays')}, as priests' friend steps in"
    assert "Kesten coup: Brandt insisting he stays, as priests' friend steps in" in draft_page(site, "", title)


def test_publisher_is_no_author(site: Path) -> None:
    for name in ("Kesten Oar", "oar.example", "Oar Media GmbH, Kesten"):
        head = f'<meta name="author" content="{name}"><meta property="og:site_name" content="Kesten Oar">'
        assert "author:" not in draft_page(site, head)
    assert "author: Ida Holm" in draft_page(site, '<meta name="author" content="Ida Holm">')


def test_language_of_a_page_is_read_without_parts_that_no_tag_has(site: Path) -> None:
    page = site.parent / f"{site.name}-page.html"
    html = PAGE.replace("TITLE", "Brandt stays").replace("HEAD", "").replace('lang="en"', 'lang="de-ere"')
    page.write_text(html, encoding="utf-8")
    assert main(["draft", str(page), "--site", str(site), "--slug", "page"]) == 0
    assert "lang: de\n" in (site / "content" / "page" / "article.md").read_text(encoding="utf-8")
