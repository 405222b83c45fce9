"""The draft of the example's article, line by line, beside the sheet that was made by hand."""

from datetime import date

import pytest

from newsbrief.content.fact_sheet import DateEntry, QuoteEntry
from newsbrief.content.parse_fact_sheet import parse_facts
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.draft.draft import Draft
from newsbrief.evidence.find_all import find_all
from support.drafts import article_of, draft_of
from support.sites import ROOT

LIBYA = ROOT / "content" / "libya-2019"
ARTICLE = (LIBYA / "article.md").read_text(encoding="utf-8").split("---\n", 2)[2].strip()


@pytest.fixture(scope="module")
def draft() -> Draft:
    return draft_of(ARTICLE, "en-GB")


PASSAGES = (
    ("The security realities", "U.S. strategy.", "Thomas Waldhauser", "Gen. Thomas Waldhauser said"),
    ("increased unrest", "increased unrest", None, None),
    ("military support", "regional security.", None, None),
    ("humanitarian truce", "humanitarian truce", "United Nations", "the UN called"),
    ("To our army", "we promised them,", "Khalifa Haftar", "Haftar said"),
    ("United Nations’ so-called", "on the other.", None, None),
    ("We don’t want", "our neutrality,", "Thomas Waldhauser", "General Waldhauser said"),
    ("because it’s very", "the other way.", "Thomas Waldhauser", "General Waldhauser said, adding"),
)


def test_all_eight_passages_have_their_bounds(draft: Draft) -> None:
    words = [draft.reading.findings.evidence.words(each.span) for each in draft.reading.passages]
    assert len(words) == len(PASSAGES)
    for found, (first, last, _, _) in zip(words, PASSAGES, strict=True):
        assert found.startswith(first) and found.endswith(last)


def test_each_speaker_is_the_one_of_the_article(draft: Draft) -> None:
    named = {entry.id: entry.name for entry in draft.reading.findings.actors.values()}
    found = {}
    for entry in draft.sheet["quotes"]:
        texts = entry["text"] if isinstance(entry["text"], list) else [entry["text"]]
        found |= {text[:10]: (named.get(entry["speaker"]), entry.get("cue", "")) for text in texts}
    for first, _, speaker, cue in PASSAGES:
        assert found[first[:10]][0] == speaker
        assert cue is None or cue in found[first[:10]][1] or found[first[:10]][1] in cue


def test_what_waldhauser_said_and_added_is_one_quotation(draft: Draft) -> None:
    (entry,) = [each for each in draft.sheet["quotes"] if isinstance(each["text"], list)]
    assert [text[:10] for text in entry["text"]] == ["We don’t w", "because it"]
    assert entry["cue"] == "General Waldhauser said, adding"


def test_quotations_are_those_of_the_sheet_made_by_hand(draft: Draft) -> None:
    file = SourceFile("facts.yaml", (LIBYA / "facts.yaml").read_text(encoding="utf-8"))
    by_hand = find_all(article_of(ARTICLE, "en-GB"), parse_facts(parse_yaml(file)))
    places = {span for path, _ in by_hand.facts.of(QuoteEntry) for span in by_hand.spans((*path, "text"))}
    assert {each.span for each in draft.reading.passages} == places
    given = sorted((str(entry.date), str(entry.when)) for _, entry in by_hand.facts.of(DateEntry))
    assert sorted((str(entry["date"]), str(entry["when"])) for entry in draft.sheet["dates"]) == given


@pytest.mark.parametrize(
    ("day", "when", "words"),
    [
        ("2019-04-07", "On Sunday", "the United States pulled its contingent of troops from Libya"),
        ("2011", "in 2011", "the NATO-backed political revolt in 2011 that toppled Colonel Muammar Gaddafi"),
        ("2019-04-07", "On Sunday", 'the UN called for a "humanitarian truce" between 4 p.m and 6 p.m'),
        (
            "2019-04-04",
            "on Thursday",
            "Haftar said in an audio recording posted on his media office's Facebook",
        ),
    ],
)
def test_date_has_its_day_and_its_words(draft: Draft, day: str, when: str, words: str) -> None:
    (entry,) = [each for each in draft.sheet["dates"] if words in str(each["cite"])]
    assert (str(entry["date"]), entry["when"]) == (day, when)
    assert words[1:] in str(entry["event"])


@pytest.mark.parametrize(
    ("id", "name", "kind"),
    [
        ("lna", "Libyan National Army", "military"),
        ("gna", "Government of National Accord", "government"),
        ("africom", "United States Africa Command", "military"),
        ("haftar", "Khalifa Haftar", "person"),
        ("sarraj", "Fayez al-Sarraj", "person"),
        ("waldhauser", "Thomas Waldhauser", "person"),
        ("un", "United Nations", "international-body"),
        ("eu", "European Union", "international-body"),
        ("nato", "North Atlantic Treaty Organization", "alliance"),
        ("us", "United States", "state"),
        ("isis", "Islamic State of Iraq and Syria", "armed-group"),
        ("gaddafi", "Muammar Gaddafi", "person"),
    ],
)
def test_actor_is_found_once(draft: Draft, id: str, name: str, kind: str) -> None:
    found = [(entry["id"], entry["name"], entry["kind"]) for entry in draft.sheet["actors"]]
    assert found.count((id, name, kind)) == 1
    assert [each for each in found if each[1] == name] == [(id, name, kind)]


@pytest.mark.parametrize(
    ("subject", "kind", "object"),
    [
        ("waldhauser", "leads", "africom"),
        ("un", "backs", "gna"),
        ("eu", "backs", "gna"),
        ("sarraj", "leads", "gna"),
        ("haftar", "resists", "un"),
    ],
)
def test_relation_of_plain_form_is_proposed(draft: Draft, subject: str, kind: str, object: str) -> None:
    assert (subject, kind, object) in [(each["from"], each["kind"], each["to"]) for each in draft.sheet["relations"]]


def test_lead_is_the_first_key_point(draft: Draft) -> None:
    assert str(draft.sheet["key_points"][0]["text"]).startswith("On Sunday, the United States pulled")


def test_nothing_of_the_article_stands_in_the_way(draft: Draft) -> None:
    assert draft.problems == ()
    assert draft.reading.findings.article.front.as_of == date(2019, 4, 7)
