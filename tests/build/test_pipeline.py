"""The promises, kept from the article's file to the page."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.briefing.assemble import assemble_briefing
from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.evidence.typography import fold_words
from newsbrief.model.briefing import Briefing
from newsbrief.model.problems import ConfigError, NewsbriefError
from newsbrief.model.site import Site, SiteConfig
from newsbrief.pages.language.interface import read_interface
from newsbrief.pages.plan import plan_pages
from newsbrief.rules.check import check_briefing
from newsbrief.theme.assets import Assets, collect_assets
from newsbrief.theme.render import make_renderer
from support.files import bytes_of
from support.html import FOLDERS, by_id, pages_of, read_html, site_of, text_of
from support.processes import NEWSBRIEF, environment, run_well
from support.sites import ARTICLE, FACTS, FRONT, ROOT, find, write_briefing
from support.whole import build_in_memory, load_site


def quotation_panel(page: ET.Element) -> list[str]:
    """Return the words of each piece of the page's quotation cards, exactly as it is printed."""
    figures = [figure for figure in page.iter("figure") if figure.get("id", "").startswith("quote-")]
    quoted = [block for figure in figures for block in figure.iter("blockquote")]
    return ["".join(paragraph.itertext()) for block in quoted for paragraph in block.iter("q")]


def folder_bytes(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return the bytes and the time of every file below `folder`."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def page_of(site: Path, slug: str = "bridge") -> ET.Element:
    """Return the page of a briefing, made in memory."""
    return read_html(build_in_memory(site)[f"{slug}/index.html"])


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_every_printed_quotation_is_a_slice_of_the_article(name: str) -> None:
    for briefing in site_of(name).briefings:
        printed = quotation_panel(pages_of(name)[f"{briefing.slug}/index.html"])
        assert len(printed) == sum(len(quote.parts) for quote in briefing.quotes) > 0
        for words in printed:
            assert words in briefing.document.text
        assert sorted(printed) == sorted(briefing.words(part) for quote in briefing.quotes for part in quote.parts)


def test_the_page_prints_the_articles_typography_and_not_the_fact_sheets(site: Path) -> None:
    write_briefing(
        site,
        article="“We don’t know — not yet … perhaps  \nnever,” Tom Reed said.\n",
        facts="""\
            actors: [{id: reed, name: Tom Reed, kind: person}]
            quotes: [{speaker: reed, cue: Tom Reed said, text: "We don't know - not yet ... perhaps never,"}]
            """,
    )
    assert quotation_panel(page_of(site)) == ["We don’t know — not yet … perhaps\nnever,"]


def test_words_that_differ_in_case_or_punctuation_are_refused(site: Path) -> None:
    for wrong in ("the bridge will open in May,", "The bridge will open in May;", "The bridge opens in May,"):
        write_briefing(site, facts=FACTS.replace("The bridge will open in May,", f"{wrong!r}"))
        with pytest.raises(NewsbriefError) as caught:
            load_site(site)
        assert "quotation is not in the article" in str(caught.value)


def test_a_quotation_of_several_paragraphs_is_printed_without_the_marks_that_reopen_it() -> None:
    printed = quotation_panel(pages_of("two-briefings")["footbridge/index.html"])
    at = printed.index("I shall not stand in its way.")
    assert printed[at + 1] == "But I want to see the accounts every month, and I want them on paper."


# What stands between the words of a generated quotation, as the article has it and as the fact sheet may have it.
GAPS = {
    " ": " ",
    " — ": " - ",
    "… ": "... ",
    ", ": ", ",
    "’s ": "'s ",
    " *so* ": " so ",
    "\n": " ",
    " & ": " & ",
    " <b> ": " <b> ",
}
PAIRS = ("“”", '""', "«»", "„“")
STARTS = ("mist", "Été", "ليل", "straße", "naïve", "Łódź", "x\u0301y", "𝔊o", "snake_case", "don’t")


@st.composite
def quoted_articles(draw: st.DrawFn) -> tuple[str, list[str], list[str]]:
    """Return an article, the words of each of its quotations as a fact sheet may copy them, and its paragraphs."""
    count = 0
    copies: list[str] = []
    paragraphs: list[str] = []

    def run() -> tuple[str, str]:
        nonlocal count
        words, copy = "", ""
        for at in range(draw(st.integers(1, 5))):
            gap = draw(st.sampled_from(sorted(GAPS))) if at else ""
            count += 1
            word = f"{draw(st.sampled_from(STARTS))}{count}z"
            words += gap + word
            copy += GAPS.get(gap, "") + word.replace("’", "'")
        return words, copy

    for _ in range(draw(st.integers(1, 4))):
        pieces = []
        for _ in range(draw(st.integers(1, 4))):
            words, copy = run()
            if draw(st.booleans()):
                opening, closing = draw(st.sampled_from(PAIRS))
                copies.append(copy)
                pieces.append(f"{opening}{words}{closing}")
            else:
                pieces.append(words)
        paragraphs.append(" ".join(pieces) + ".")
    return "\n\n".join(paragraphs) + "\n", copies, paragraphs


def render_alone(briefing: Briefing) -> bytes:
    """Return the page of a briefing on a site of its own."""
    site = Site(SiteConfig("Test site", "", "", "en"), (briefing,), ())
    page = next(page for page in plan_pages(site) if page.template == "briefing.html")
    return make_renderer(site, ROOT / "tests" / "sites" / "none", theme_assets())(page)


@cache
def theme_assets() -> Assets:
    return collect_assets(ROOT / "tests" / "sites" / "none")


@settings(max_examples=60)
@given(quoted_articles())
def test_any_articles_quotations_are_printed_as_slices_and_its_text_survives(
    generated: tuple[str, list[str], list[str]],
) -> None:
    article, copies, paragraphs = generated
    sheet = "quotes:\n" + "".join(
        "  - speaker: unattributed\n    text: '{}'\n".format(copy.replace("'", "''")) for copy in copies
    )
    findings = find(article, sheet if copies else "")
    assert check_briefing(findings) == []
    briefing = assemble_briefing("x", "x", findings)
    page = read_html(render_alone(briefing))
    text = briefing.document.text

    printed = quotation_panel(page)
    assert len(printed) == len(copies)
    for words, copy in zip(printed, copies, strict=True):
        assert words in text
        assert fold_words(words) == fold_words(copy)
    section = next(each for each in page.iter("section") if each.get("aria-labelledby") == "article")
    shown = [
        "".join(p.itertext())
        for p in section.iter("p")
        if p.get("class") not in ("section-note", "show-ties", "image-credit")
    ]
    assert "\n\n".join(shown) == text
    assert len(shown) == len(paragraphs)


def test_the_verification_line_gives_the_sum() -> None:
    (briefing,) = site_of("libya").briefings
    tally = briefing.tally
    assert (tally.passages, tally.unattributed, tally.not_speech) == (8, 3, 0)
    shown = text_of(pages_of("libya")["libya-2019/index.html"])
    assert "8 of 8 quoted passages accounted for; 3 unattributed" in shown
    assert "8 of 8 quoted passages accounted for; 3 unattributed" in text_of(pages_of("libya")["index.html"])


def test_the_verification_line_counts_what_is_no_speech() -> None:
    shown = text_of(pages_of("two-briefings")["footbridge/index.html"])
    # Two parts, one within the other, one by a pronoun, one in a list, one of two paragraphs, a title and a miracle.
    assert "8 of 8 quoted passages accounted for; 3 unattributed; 1 not speech" in shown
    assert "; 0 " not in shown
    assert "1 of 1 quoted passages accounted for" in text_of(pages_of("two-briefings")["tram-line/index.html"])


def test_an_article_without_quotation_marks_is_said_to_have_none(site: Path) -> None:
    write_briefing(site, article="Nobody spoke.\n", facts="")
    assert "holds no quotation marks" in text_of(page_of(site))


def test_an_unaccounted_pair_of_marks_fails_with_the_line_that_would_account_for_it(site: Path) -> None:
    write_briefing(site, article=ARTICLE + '\nThe square was "quite empty" at noon.\n')
    with pytest.raises(NewsbriefError) as caught:
        load_site(site)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line, problem.column) == ("content/bridge/article.md", 10, 16)
    line = next(line for line in problem.hint.split("\n") if line.startswith("- "))
    write_briefing(site, article=ARTICLE + '\nThe square was "quite empty" at noon.\n', facts=f"{FACTS}  {line}\n")
    assert load_site(site).briefings[0].tally.unattributed == 1


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_an_unattributed_quotation_says_so_and_names_nobody(name: str) -> None:
    for briefing in site_of(name).briefings:
        page = pages_of(name)[f"{briefing.slug}/index.html"]
        say = read_interface(briefing.front.language)
        for quote in briefing.quotes:
            card = by_id(page, quote.id)
            parties = [link for link in card.iter("a") if link.get("href", "").startswith("#party-")]
            said = text_of(card)
            if quote.speaker is None:
                assert say("unattributed-card") in said
                assert parties == []
            else:
                assert say("unattributed") not in said
                assert [link.get("href") for link in parties] == [f"#party-{quote.speaker}"]
                assert briefing.actors[quote.speaker].name in said


def test_an_attributed_quotation_shows_the_articles_words_that_say_so() -> None:
    page = pages_of("libya")["libya-2019/index.html"]
    (briefing,) = site_of("libya").briefings
    haftar = next(quote for quote in briefing.quotes if quote.speaker == "haftar")
    assert "The article says Haftar said in an audio recording" in text_of(by_id(page, haftar.id))


def test_a_speaker_named_only_by_a_pronoun_is_shown_as_such() -> None:
    page = pages_of("two-briefings")["footbridge/index.html"]
    card = next(figure for figure in page.iter("figure") if "Nobody’s garden" in text_of(figure))
    assert "naming the speaker only by the pronoun She" in text_of(card)
    assert "names the speaker only by a pronoun in 1 quotation" in text_of(page)


def test_a_date_shows_the_articles_words_the_day_and_how_it_is_known() -> None:
    page = pages_of("libya")["libya-2019/index.html"]
    events = [text_of(by_id(page, f"date-{number}")) for number in range(1, 5)]
    assert events[0].startswith("2011 ") and "in 2011; the words state the date." in events[0]
    assert events[1].startswith("Thursday, 4 April 2019")
    assert "on Thursday" in events[1] and "counted from 7 April 2019" in events[1]
    assert events[2].startswith("Sunday, 7 April 2019")


def test_a_date_read_by_the_editor_and_one_from_outside_are_shown_as_such() -> None:
    page = pages_of("two-briefings")["footbridge/index.html"]
    founded, heard, voted = (text_of(by_id(page, f"date-{number}")) for number in (1, 2, 3))
    assert "2020" in founded and "The article gives no date; it comes from the source" in founded
    assert "10–12 May 2021" in heard and "the editor’s reading of these words" in heard
    assert "Tuesday, 11 May 2021" in voted and "counted from 12 May 2021" in voted


def test_a_weekday_that_does_not_fall_on_the_date_is_refused(site: Path) -> None:
    wrong = FACTS.replace("in 2017\n    event", "On Sunday\n    event").replace("date: 2017", "date: 2019-04-06")
    wrong = wrong.replace("cite: The council had voted for it in 2017", "cite: On Sunday, the mayor of Adaba spoke")
    write_briefing(site, facts=wrong)
    with pytest.raises(NewsbriefError) as caught:
        load_site(site)
    assert "2019-04-06 is a Saturday, not a Sunday" in str(caught.value)


def test_a_partys_label_and_the_articles_words_stand_apart() -> None:
    card = by_id(pages_of("libya")["libya-2019/index.html"], "party-africom")
    assert text_of(card).startswith("AFRICOM United States Africa Command The article says US Africa Command")
    (briefing,) = site_of("libya").briefings
    for actor in briefing.actors.values():
        for words in actor.article_names:
            assert words in briefing.document.text


def test_background_is_shown_as_background_with_its_source() -> None:
    page = pages_of("two-briefings")["footbridge/index.html"]
    card = by_id(page, "party-commission")
    assert "Background: the article does not name this party" in text_of(card)
    assert [link.get("href") for link in card.iter("a")] == ["https://commission.example.org/tasks"]
    assert "does not name 1 party that this briefing explains as background" in text_of(page)
    assert "Background" not in text_of(by_id(page, "party-council"))


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_every_sentence_of_the_editors_links_to_its_grounds(name: str) -> None:
    for briefing in site_of(name).briefings:
        page = pages_of(name)[f"{briefing.slug}/index.html"]
        addresses = {link.get("href") for link in page.iter("a")}
        claims = [*briefing.key_points, *(event.event for event in briefing.events)]
        claims += [claim for actor in briefing.actors.values() for claim in actor.about]
        for claim in claims:
            assert claim.cites or claim.sources
            assert all(source.url in addresses for source in claim.sources)
            expected = ["-words", *(f"-words-{number}" for number in range(2, len(claim.cites) + 1))][
                : len(claim.cites)
            ]
            assert {f"#{claim.id}{ending}" for ending in expected} <= addresses


def test_an_editors_sentence_that_rests_on_nothing_is_refused(site: Path) -> None:
    write_briefing(site, facts="key_points:\n  - text: All is well.\n" + FACTS)
    with pytest.raises(NewsbriefError) as caught:
        load_site(site)
    assert "this sentence has neither `cite` nor `source`" in str(caught.value)


def break_everything(site: Path) -> None:
    """Put a fault into each kind of file of a site."""
    write_briefing(site, facts=FACTS.replace("late and costly", "cheap and early"))
    write_briefing(
        site, "second", article="No words.\n", facts="actors: [{id: x, name: Nobody, kind: person}]\nquots: []\n"
    )
    write_briefing(site, "third", front="---\ntitle: No day\n---\n\n")
    (site / "content" / "page.md").write_text("No front matter.\n")
    (site / "content" / "stray.txt").write_text("stray")
    (site / "content" / "empty").mkdir()


def test_all_problems_of_all_files_are_reported_together(site: Path) -> None:
    break_everything(site)
    with pytest.raises(NewsbriefError) as caught:
        load_site(site)
    problems = caught.value.problems
    assert [problem.path for problem in problems] == [
        "content/bridge/article.md",
        "content/bridge/facts.yaml",
        "content/empty",
        "content/page.md",
        "content/second/facts.yaml",
        "content/second/facts.yaml",
        "content/stray.txt",
        "content/third/article.md",
    ]
    assert list(problems) == sorted(problems) and len(problems) == len(set(problems))


def test_a_build_with_a_problem_writes_nothing_at_all(site: Path, tmp_path: Path) -> None:
    break_everything(site)
    before = folder_bytes(tmp_path)
    with pytest.raises(NewsbriefError):
        build_site(BuildRequest(site), tmp_path / "out")
    assert folder_bytes(tmp_path) == before
    assert not (tmp_path / "out").exists() and not (site / ".newsbrief").exists()


def test_a_build_with_a_problem_leaves_the_last_good_site_as_it_was(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_site(BuildRequest(site), out)
    before, record = folder_bytes(out), folder_bytes(site / ".newsbrief")
    break_everything(site)
    with pytest.raises(NewsbriefError):
        build_site(BuildRequest(site), out)
    assert folder_bytes(out) == before
    assert folder_bytes(site / ".newsbrief") == record


def test_a_faulty_template_leaves_the_last_good_site_as_it_was(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_site(BuildRequest(site), out)
    before = folder_bytes(out)
    (site / "content" / "site.yaml").write_text("title: Another title\n")
    (site / "templates").mkdir()
    (site / "templates" / "404.html").write_text("{{ nothing_of_that_name }}")
    with pytest.raises(ConfigError):
        build_site(BuildRequest(site), out)
    assert folder_bytes(out) == before


def test_a_second_build_touches_no_file(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = build_site(BuildRequest(site), out)
    before = folder_bytes(out)
    second = build_site(BuildRequest(site), out)
    assert folder_bytes(out) == before
    assert first.written == second.unchanged != ()
    assert second.written == second.removed == first.unchanged == first.removed == ()


def test_a_removed_briefing_disappears_from_the_site(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_site(BuildRequest(site), out)
    alone = folder_bytes(out)
    folder = write_briefing(site, "second")
    build_site(BuildRequest(site), out)
    assert (out / "second" / "evidence.json").is_file()
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    assert build_site(BuildRequest(site), out).removed == (
        "second/article.txt",
        "second/evidence.json",
        "second/index.html",
    )
    assert {path: raw for path, (raw, _) in folder_bytes(out).items()} == {
        path: raw for path, (raw, _) in alone.items()
    }
    assert not (out / "second").exists()


def test_an_output_that_was_lost_or_touched_is_written_again(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_site(BuildRequest(site), out)
    before = bytes_of(out)
    (out / "index.html").unlink()
    (out / "404.html").write_text("touched")
    assert build_site(BuildRequest(site), out).written == ("404.html", "index.html")
    assert bytes_of(out) == before


def remove_briefing(site: Path, number: int) -> None:
    folder = site / "content" / f"briefing-{number}"
    for path in folder.iterdir() if folder.is_dir() else ():
        path.unlink()
    if folder.is_dir():
        folder.rmdir()


EDITS: tuple[Callable[[Path, int], object], ...] = (
    lambda site, number: write_briefing(site, f"briefing-{number}"),
    lambda site, number: write_briefing(site, f"briefing-{number}", front=FRONT.replace("A title", f"Title {number}")),
    lambda site, number: write_briefing(
        site, f"briefing-{number}", front=FRONT.replace("---\n\n", "draft: true\n---\n\n")
    ),
    lambda site, number: write_briefing(site, f"briefing-{number}", article=f"Day {number}.\n", facts=""),
    remove_briefing,
    lambda site, number: (site / "content" / "site.yaml").write_text(f"title: Site {number}\n"),
    lambda site, number: (site / "content" / "page.md").write_text(f"---\ntitle: Page {number}\n---\n\nText.\n"),
    lambda site, number: (site / "content" / "page.md").unlink(missing_ok=True),
)


@settings(max_examples=15)
@given(st.lists(st.tuples(st.integers(0, len(EDITS) - 1), st.integers(1, 2)), min_size=1, max_size=5))
def test_a_rebuild_equals_a_clean_build(tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[int, int]]) -> None:
    site = tmp_path_factory.mktemp("site")
    (site / "content").mkdir()
    (site / "content" / "site.yaml").write_text("title: Site\n")
    for edit, number in edits:
        EDITS[edit](site, number)
        build_site(BuildRequest(site), site / "out")
    build_site(BuildRequest(site), site / "clean")
    assert bytes_of(site / "out") == bytes_of(site / "clean")


def build_elsewhere(site: Path, output: Path, **variables: str) -> dict[str, bytes]:
    """Build in a new process with other circumstances, and return what it wrote."""
    run_well(*NEWSBRIEF, "build", "-q", "--site", site, "-o", output, env=environment(**variables), cwd=output.parent)
    return bytes_of(output)


def test_builds_are_the_same_on_any_machine(tmp_path: Path) -> None:
    circumstances = [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1"},
        {"PYTHONHASHSEED": "3", "TZ": "UTC", "HOME": "/nonexistent", "LANGUAGE": "ar", "PYTHONUTF8": "0"},
    ]
    built = []
    for number, variables in enumerate(circumstances):
        site = tmp_path / f"a folder {number}" / "site"
        content = FOLDERS["two-briefings"] / "content"
        # Written in another order each time, so that the file system lists them in another one too.
        for path in sorted(content.rglob("*.*"), reverse=bool(number % 2)):
            target = site / "content" / path.relative_to(content)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
        for page in sorted("abcdefgh", reverse=bool(number % 2)):
            (site / "content" / f"{page}.md").write_text(f"---\ntitle: Page {page}\n---\n\nText.\n")
        built.append(build_elsewhere(site, tmp_path / f"out {number}", **variables))
    assert len(built[0]) > 10
    assert built[0] == built[1] == built[2]


def test_no_output_names_the_folder_it_was_made_in(site: Path, tmp_path: Path) -> None:
    build_site(BuildRequest(site), tmp_path / "out")
    names = (str(tmp_path).encode(), str(ROOT).encode())
    assert not [path for path, raw in bytes_of(tmp_path / "out").items() if any(name in raw for name in names)]


def test_a_fault_in_the_front_matter_hides_none_in_the_fact_sheet(site: Path) -> None:
    write_briefing(site, front="---\ntitle: A\n---\n\n", facts=FACTS.replace("late and costly", "late and cheap"))
    with pytest.raises(NewsbriefError) as caught:
        load_site(site)
    messages = [problem.message for problem in caught.value.problems]
    assert messages == ["the key 'as_of' is missing", "quotation is not in the article"]


def test_a_fault_in_the_configuration_hides_none_in_the_content(site: Path) -> None:
    (site / "content" / "site.yaml").write_text("titel: A\n")
    write_briefing(site, facts=FACTS.replace("late and costly", "late and cheap"))
    with pytest.raises(ConfigError) as caught:
        load_site(site)
    messages = [problem.message for problem in caught.value.problems]
    assert messages == ["unknown key 'titel'", "quotation is not in the article"]
