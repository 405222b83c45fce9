"""The promises, kept from the article's file to the page."""

import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.briefing.assemble import assemble_briefing
from newsbrief.evidence.typography import fold_words
from newsbrief.model.briefing import Briefing
from newsbrief.model.problems import NewsbriefError
from newsbrief.model.site import Site, SiteConfig
from newsbrief.pages.language.interface import read_interface
from newsbrief.pages.plan import plan_pages
from newsbrief.rules.check import check_briefing
from newsbrief.theme.assets import Assets, collect_assets
from newsbrief.theme.render import make_renderer
from support.findings import find
from support.html import FOLDERS, by_id, pages_of, read_html, site_of, text_of
from support.sites import ARTICLE, FACTS, ROOT, write_briefing
from support.whole import build_in_memory, load_site


def quotation_panel(page: ET.Element) -> list[str]:
    """Return the words of each piece of the page's quotation cards, exactly as it is printed."""
    figures = [figure for figure in page.iter("figure") if figure.get("id", "").startswith("quote-")]
    quoted = [block for figure in figures for block in figure.iter("blockquote")]
    return ["".join(paragraph.itertext()) for block in quoted for paragraph in block.iter("q")]


def page_of(site: Path, slug: str = "bridge") -> ET.Element:
    """Return the page of a briefing, made in memory."""
    return read_html(build_in_memory(site)[f"{slug}/index.html"])


def group_of(page: ET.Element, id: str) -> ET.Element:
    """Return the quotations of one speaker, or of nobody, among which is the one with this id."""
    groups = (each for each in page.iter("section") if each.get("class", "").startswith("panel"))
    (found,) = (group for group in groups if any(each.get("id") == id for each in group.iter("figure")))
    return found


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
    " &lt;b> ": " <b> ",
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
    section = next(each for each in page.iter("section") if each.get("id") == "article")
    blocks = [div for div in section.iter("div") if div.get("class") == "block"]
    assert [block.get("id") for block in blocks] == [f"p-{number}" for number in range(1, len(blocks) + 1)]
    shown = ["".join(p.itertext()) for block in blocks for p in block.iter("p")]
    assert "\n\n".join(shown) == text
    assert len(shown) == len(paragraphs)


def test_the_verification_line_gives_the_sum() -> None:
    (briefing,) = site_of("libya").briefings
    tally = briefing.tally
    assert (tally.passages, tally.unattributed, tally.not_speech) == (8, 3, 0)
    shown = text_of(pages_of("libya")["libya-2019/index.html"])
    assert "All 8 quoted passages accounted for; 3 unattributed" in shown


def test_the_verification_line_counts_what_is_no_speech() -> None:
    shown = text_of(pages_of("two-briefings")["footbridge/index.html"])
    # Two parts, one within the other, one by a pronoun, one in a list, one of two paragraphs, a title and a miracle.
    assert "All 8 quoted passages accounted for; 3 unattributed; 1 not speech" in shown
    assert "; 0 " not in shown
    assert "Its one quoted passage is accounted for" in text_of(pages_of("two-briefings")["tram-line/index.html"])


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
            group = group_of(page, quote.id)
            parties = [link for link in group.iter("a") if link.get("href", "").startswith("#party-")]
            said = text_of(group)
            if not quote.speakers:
                assert said.startswith(say("unattributed")) and say("unattributed-note") in said
                assert parties == []
            else:
                assert say("unattributed") not in said
                assert [link.get("href") for link in parties] == [f"#party-{speaker}" for speaker in quote.speakers]
                assert all(briefing.actors[speaker].name in said for speaker in quote.speakers)


def test_an_attributed_quotation_shows_the_articles_words_that_say_so() -> None:
    page = pages_of("libya")["libya-2019/index.html"]
    (briefing,) = site_of("libya").briefings
    haftar = next(quote for quote in briefing.quotes if quote.speakers == ("haftar",))
    assert "Haftar said in an audio recording" in text_of(by_id(page, haftar.id).find("figcaption"))


def test_a_speaker_named_only_by_a_pronoun_is_shown_as_such() -> None:
    page = pages_of("two-briefings")["footbridge/index.html"]
    card = next(figure for figure in page.iter("figure") if "Nobody’s garden" in text_of(figure))
    assert "She added ¶3, where only She names the speaker" in text_of(card)
    assert "Only a pronoun names the speaker of Nobody’s garden" in text_of(page)


def test_a_date_shows_the_articles_words_the_day_and_how_it_is_known() -> None:
    page = pages_of("libya")["libya-2019/index.html"]
    events = [text_of(by_id(page, f"date-{number}")) for number in range(1, 5)]
    assert events[0].startswith("2011 ") and "in 2011 ¶4 · NATO" in events[0]
    assert events[1].startswith("Thursday, 4 April 2019")
    assert "on Thursday" in events[1] and "counted from 7 April 2019" in events[1]
    assert events[2].startswith("Sunday, 7 April 2019")


def test_a_date_read_by_the_editor_and_one_from_outside_are_shown_as_such(site: Path) -> None:
    page = pages_of("two-briefings")["footbridge/index.html"]
    founded, voted = (text_of(by_id(page, f"date-{number}")) for number in (1, 3))
    assert "2020" in founded and "Dated by the source" in founded
    assert "Tuesday, 11 May 2021" in voted and "counted from 12 May 2021" in voted
    reading = "when: in the first days of the works, reading: They began on 4 April."
    facts = f"dates: [{{date: 2019-04-05, event: It fell., cite: the bridge fell, {reading}}}]\n"
    write_briefing(site, article="The bridge fell, in the first days of the works.\n".lower(), facts=facts)
    read = text_of(by_id(page_of(site), "date-1"))
    assert (
        "in the first days of the works ¶1, as the editor reads it" in read
        and "Editor’s reading: They began on 4 April." in read
    )


def test_a_weekday_that_does_not_fall_on_the_date_is_refused(site: Path) -> None:
    wrong = FACTS.replace("in 2017\n    event", "On Sunday\n    event").replace("date: 2017", "date: 2019-04-06")
    wrong = wrong.replace("cite: The council had voted for it in 2017", "cite: On Sunday, the mayor of Adaba spoke")
    write_briefing(site, facts=wrong)
    with pytest.raises(NewsbriefError) as caught:
        load_site(site)
    assert "is 2019-04-07 or 2019-04-14; the date is 2019-04-06, a Saturday" in str(caught.value)


def test_a_partys_label_and_the_articles_words_stand_apart() -> None:
    card = by_id(pages_of("libya")["libya-2019/index.html"], "party-africom")
    assert text_of(card).startswith("AFRICOM United States Africa Command Military")
    assert text_of(card).endswith("In the article’s words: US Africa Command")
    (briefing,) = site_of("libya").briefings
    for actor in briefing.actors.values():
        for words in actor.article_names:
            assert words in briefing.document.text


def test_background_is_shown_as_background_with_its_source() -> None:
    page = pages_of("two-briefings")["footbridge/index.html"]
    card = by_id(page, "party-commission")
    assert "International body, not named in the article" in text_of(card)
    assert [link.get("href") for link in card.iter("a")] == [
        "https://commission.example.org/tasks",
        "embed/index.html#about-commission-1",
    ]
    assert "does not name one party that this briefing explains as background" in text_of(page)
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


HEDGED = """\
actors:
  - {id: ann, name: Ann, kind: person}
  - {id: bob, name: Bob, kind: person}
quotes:
  - {speaker: ann, hedge: alleged, cue: Ann is alleged to have said, text: One}
  - {speaker: bob, hedge: reported, cue: Bob is reported to have said, text: Two}
  - {speaker: [ann, bob], hedge: denied, cue: Ann and Bob never said, text: Three}
"""


def test_a_hedged_quotation_shows_its_hedge_on_its_card_in_the_margin_and_at_the_head(site: Path) -> None:
    said = 'Ann is alleged to have said "One". Bob is reported to have said "Two". Ann and Bob never said "Three".\n'
    write_briefing(site, article=said, facts=HEDGED)
    page = page_of(site)
    for number, words in enumerate(("Alleged to have been said", "Said, as others report"), 1):
        assert words in text_of(by_id(page, f"quote-{number}"))
    assert "Denied, or not said" in text_of(by_id(page, "quote-3"))
    assert text_of(group_of(page, "quote-3")).startswith("Ann and Bob")
    margin = [link.get("data-name") for link in page.iter("a") if "speaks" in link.get("class", "")]
    assert margin == ["Ann (alleged)", "Bob (reported by others)", "Ann and Bob (denied)"]
    assert "Quoted in ¶1a (alleged) ¶1b (denied)" in text_of(by_id(page, "party-ann"))
    assert "All 3 quoted passages accounted for; 3 hedged" in text_of(page)
