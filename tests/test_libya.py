"""The briefing that comes with the generator: the article word for word, and everything that it is known to hold."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from newsbrief.content.fact_sheet import json_schema
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.model.briefing import Briefing
from newsbrief.model.document import Span
from support.html import site_of
from support.sites import ROOT

REFERENCE = Path(__file__).parent / "data" / "libya-article.txt"
GIVEN = ROOT.parent / "shared" / "article.txt"

QUOTATIONS = [
    (
        "waldhauser",
        [
            "The security realities on the ground in Libya are growing increasingly complex and unpredictable. Even "
            "with an adjustment of the force, we will continue to remain agile in support of existing U.S. strategy."
        ],
    ),
    (None, ["increased unrest"]),
    (
        None,
        ["military support for diplomatic missions, counterterrorism activities and improving regional security."],
    ),
    ("un", ["humanitarian truce"]),
    (
        "haftar",
        [
            "To our army stationed on the border of Tripoli today, we continue the march of struggle and response to "
            "the appeal of our people in the capital as we promised them,"
        ],
    ),
    (
        None,
        [
            "United Nations’ so-called Government of National Accord, or G.N.A., on one hand, and General Haftar’s "
            "forces, which he calls the Libyan National Army, or L.N.A., on the other."
        ],
    ),
    (
        "waldhauser",
        [
            "We don’t want to get in front of the diplomatic effort, and we want to maintain our neutrality,",
            "because it’s very, very important that we don’t, all of a sudden, back one side that turns the other way.",
        ],
    ),
]


@pytest.fixture(scope="module")
def libya() -> Briefing:
    site = site_of("libya")
    (briefing,) = (each for each in site.briefings if each.folder == "libya-2019")
    return briefing


def paragraphs(briefing: Briefing) -> list[str]:
    return [briefing.words(paragraph) for paragraph in briefing.document.paragraphs]


def test_the_article_is_the_one_given_word_for_word(libya: Briefing) -> None:
    for file in filter(Path.is_file, (REFERENCE, GIVEN)):
        *given, credit = file.read_text(encoding="utf-8").splitlines()
        assert paragraphs(libya) == given
        assert credit == f"Header image credit - {libya.front.image_credit}"


def test_the_reference_is_in_its_place() -> None:
    assert REFERENCE.is_file()


def test_nothing_of_the_article_is_markup(libya: Briefing) -> None:
    assert libya.document.text == "\n\n".join(REFERENCE.read_text(encoding="utf-8").splitlines()[:-1])
    assert (libya.document.links, libya.document.images, libya.document.block_quotations) == ((), (), ())


def test_all_eight_passages_are_accounted_for_by_seven_quotations_three_unattributed(libya: Briefing) -> None:
    tally = libya.tally
    assert (tally.passages, tally.quotations, tally.unattributed, tally.not_speech) == (8, 7, 3, 0)
    assert tally.passages == REFERENCE.read_text(encoding="utf-8").count('"') / 2


def test_the_quotations_are_the_article_s_words_with_their_speakers(libya: Briefing) -> None:
    said = [(quote.speakers, [libya.words(part) for part in quote.parts]) for quote in libya.quotes]
    assert said == [((speaker,) if speaker else (), words) for speaker, words in QUOTATIONS]


def test_every_quotation_stands_between_the_article_s_marks(libya: Briefing) -> None:
    reference = REFERENCE.read_text(encoding="utf-8")
    for _, texts in QUOTATIONS:
        for text in texts:
            assert f'"{text}"' in reference


def test_every_passage_is_filled_by_what_is_quoted(libya: Briefing) -> None:
    quoted = {part for quote in libya.quotes for part in quote.parts}
    assert {span for passage in libya.passages for span in passage.inner} == quoted


def test_a_speaker_is_given_with_the_article_s_words_that_name_him(libya: Briefing) -> None:
    for quote in libya.quotes:
        if not quote.speakers:
            assert quote.cue is None
        else:
            assert quote.cue is not None
            assert quote.cue.pronoun is None
            names = libya.actors[quote.speakers[0]].article_names
            assert any(name in libya.words(quote.cue.span) for name in names)


def test_only_the_short_passages_and_those_run_into_a_sentence_are_fragments(libya: Briefing) -> None:
    assert [quote.is_fragment for quote in libya.quotes] == [False, True, True, True, False, True, False]


@pytest.mark.parametrize(
    "id, label, name, in_article",
    [
        ("lna", "LNA", "Libyan National Army", ("Libyan National Army", "L.N.A.")),
        ("gna", "GNA", "Government of National Accord", ("Government of National Accord", "G.N.A.")),
        ("africom", "AFRICOM", "United States Africa Command", ("US Africa Command",)),
    ],
)
def test_a_party_s_label_is_kept_apart_from_the_article_s_words(
    libya: Briefing, id: str, label: str, name: str, in_article: tuple[str, ...]
) -> None:
    actor = libya.actors[id]
    assert (actor.label, actor.name, actor.article_names) == (label, name, in_article)
    assert label not in libya.document.text


def test_every_party_is_named_in_the_article(libya: Briefing) -> None:
    for actor in libya.actors.values():
        assert actor.is_background is (actor.mentions == ())
        for mention in actor.mentions:
            assert libya.words(mention.span) in actor.article_names


def test_the_dates_are_those_of_the_article_and_say_how_they_are_known(libya: Briefing) -> None:
    assert [(str(event.date), libya.words(event.when or Span(0, 0)), event.agreement) for event in libya.events] == [
        ("2011", "in 2011", "stated"),
        ("2019-04-04", "on Thursday", "counted"),
        ("2019-04-07", "On Sunday", "counted"),
        ("2019-04-07", "On Sunday", "counted"),
    ]
    assert str(libya.front.as_of) == "2019-04-07"


def test_the_two_sundays_stand_in_different_paragraphs(libya: Briefing) -> None:
    first, second = (event.when for event in libya.events[2:])
    assert first is not None
    assert second is not None
    assert first.start == 0
    assert libya.document.text[second.start :].startswith("On Sunday, the UN called for")


def test_every_sentence_of_the_editor_s_rests_on_something(libya: Briefing) -> None:
    claims = [*libya.key_points, *(event.event for event in libya.events)]
    claims += [claim for actor in libya.actors.values() for claim in actor.about]
    assert len(claims) > 20
    assert all(claim.cites or claim.sources for claim in claims)


def test_what_the_article_does_not_say_is_not_made_up(libya: Briefing) -> None:
    origin = libya.front.origin
    assert (origin.author, origin.published, origin.publisher, origin.url) == (None, None, None, None)
    assert origin.not_given == ("publisher", "author", "published", "url")
    assert libya.front.as_of_sources


def test_the_fact_sheet_keeps_the_schema_that_is_committed_for_editors() -> None:
    schema = json.loads((ROOT / "schema" / "facts.schema.json").read_text(encoding="utf-8"))
    assert schema == json.loads(json.dumps(json_schema()))
    sheet = SourceFile("facts.yaml", (ROOT / "content" / "libya-2019" / "facts.yaml").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(parse_yaml(sheet).values)
