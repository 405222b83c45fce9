"""Stories and topics: their pages, what is joined on them, and briefings in several languages."""

from datetime import date, timedelta

from msgspec.structs import replace

from newsbrief.briefing.story_part import pack_part, take_part, unpack_part
from newsbrief.model.front_matter import Connections
from newsbrief.model.site import SiteConfig, Summary
from newsbrief.model.story import StoryEvent, StoryPart, StoryQuotation
from newsbrief.outputs.story_json import read_parts, story_json
from newsbrief.pages.lists.neighbours import list_neighbours
from newsbrief.pages.lists.stories import join_events, join_parties, join_quotations, page_stories
from newsbrief.pages.lists.topics import gather_topics, plan_topic_pages
from newsbrief.pages.lists.versions import choose_version, group_versions, join_versions, list_actors_once
from support.html import site_of
from support.many import BOARD, COUNCIL, make_summary

DAY = date(2024, 3, 4)
CONFIG = SiteConfig(
    "Desk", "", "", "en", stories={"strike": "The strike"}, topics={"work": {"en": "Work", "ar": "العمل"}}
)


def briefing(slug: str, days: int = 0, language: str = "en", **connections: object) -> Summary:
    made = make_summary(parties=[COUNCIL], as_of=DAY + timedelta(days=days))
    teaser = replace(made.teaser, slug=slug, title=slug.upper())
    return replace(made, teaser=teaser, language=language, connections=Connections(**connections))  # type: ignore[arg-type]


def test_a_title_is_the_settings_or_the_words_of_the_address() -> None:
    assert (CONFIG.name_story("strike"), CONFIG.name_story("long-march")) == ("The strike", "Long march")
    assert (CONFIG.name_topic("work", "ar"), CONFIG.name_topic("work", "fr")) == ("العمل", "Work")
    assert CONFIG.name_topic("work", "ar-EG") == "العمل"


def test_a_story_is_cut_into_pages_from_its_oldest_briefing() -> None:
    many = [briefing(f"b{number:02}", number, story="strike") for number in range(10)]
    pages = page_stories(many, full=4)["strike"]
    assert [page.path for page in pages] == [f"stories/strike/{part}index.html" for part in ("", "2/", "1/")]
    assert [len(page.entries) for page in pages] == [2, 4, 4]
    assert [each.slug for each in pages[2].entries] == ["b03", "b02", "b01", "b00"]
    assert page_stories([briefing("a")]) == {}


def test_neighbours_are_those_next_in_time_and_in_ones_own_language() -> None:
    summaries = [
        briefing("c", 2, story="strike", updates=("a",)),
        briefing("a", 0, story="strike", topics=("work",)),
        briefing("b", 1, story="strike"),
        briefing("a-ar", 0, "ar", translation_of="a"),
        briefing("b-ar", 1, "ar", translation_of="b"),
        briefing("z"),
    ]
    found = list_neighbours(summaries)
    assert "z" not in found and (found["a"].earlier, found["c"].later) == (None, None)
    names = {slug: (each.earlier and each.earlier.slug, each.later and each.later.slug) for slug, each in found.items()}
    assert names["b"] == ("a", "c") and names["b-ar"] == ("a-ar", "c") and names["a-ar"] == (None, "b-ar")
    assert [each.slug for each in found["c"].updates] == ["a"] and [each.slug for each in found["a"].updated_by] == [
        "c"
    ]
    assert [each.slug for each in found["a-ar"].updated_by] == ["c"] and found["a-ar"].topics == ("work",)
    assert [(each.language, each.slug) for each in found["a"].versions] == [("en", "a"), ("ar", "a-ar")]


def test_translations_of_what_is_not_published_stand_together() -> None:
    groups = group_versions(
        [briefing("b-fr", 0, "fr", translation_of="b"), briefing("b-ar", 0, "ar", translation_of="b")]
    )
    assert [each.slug for each in groups["b-fr"]] == ["b-ar", "b-fr"]


def test_lists_show_the_version_in_the_language_of_the_site() -> None:
    original = briefing("a", 0, "en-GB", topics=("work",), formerly=("old",))
    groups = group_versions([original, briefing("a-ar", 0, "ar", translation_of="a")])
    (shown,) = join_versions(groups, "ar")
    assert shown.slug == "a-ar" and shown.teaser.versions == (("en-GB", "a"),)
    assert shown.connections.topics == ("work",) and shown.connections.formerly == ()
    assert choose_version(groups["a-ar"], "en").slug == "a" and choose_version(groups["a"], "fr").slug == "a"


def test_an_actor_appears_once_in_a_briefing_whatever_its_languages() -> None:
    translated = replace(briefing("a-ar", 0, "ar", translation_of="a"), parties=(replace(COUNCIL, name="مجلس"), BOARD))
    once = list(list_actors_once(group_versions([briefing("a"), translated]), "en"))
    assert [(each.slug, [party.id for party in each.parties]) for each in once] == [
        ("a", ["council"]),
        ("a-ar", ["board"]),
    ]


def test_events_and_quotations_in_the_same_words_are_one_with_every_briefing() -> None:
    said = StoryQuotation("quote-1", ("Never.",), 2, ("Lena Ortiz",))
    first = StoryPart((StoryEvent("date-1", "2019", "It began.", "words"),), (said,))
    events = (
        StoryEvent("date-1", "2018", "It was planned.", "source"),
        StoryEvent("date-2", "2019", "It began.", "words"),
    )
    second = StoryPart(events, (said, replace(said, hedge="denied"), StoryQuotation("quote-3", ("Ever.",), 4)))
    summaries = [briefing("a"), briefing("b", 1)]
    parts = {"a": first, "b": second}
    days = join_events(summaries, parts)
    assert [(str(day.date), [len(each.places) for each in day.events]) for day in days] == [
        ("2018", [1]),
        ("2019", [2]),
    ]
    speakers = join_quotations(summaries, parts)
    assert [(each.names, len(each.quotations)) for each in speakers] == [(("Lena Ortiz",), 2), ((), 1)]
    assert [place.slug for place in speakers[0].quotations[0].places] == ["a", "b"]
    (council,) = join_parties(summaries)
    assert council.number == 2 and len(council.claims) == 1
    assert read_parts(story_json("strike", summaries, parts, CONFIG)) == parts
    assert read_parts(b"[]") == read_parts(b"\xff") == {}


def test_a_part_says_how_each_date_is_known_and_who_speaks() -> None:
    known = {each.slug: each for each in site_of("class").briefings}
    part = take_part(known["families-leave"])
    assert [(each.date, each.basis, each.agreement, each.when) for each in part.events] == [
        ("2024-03-04", "words", "counted", "on 4 March"),
        ("2024-03-06", "words", "counted", "on Wednesday"),
    ]
    assert part.quotations[0].speakers == ("Oskar Lind",) and part.quotations[0].paragraph == 2
    assert unpack_part(pack_part(known["families-leave"])) == part
    assert pack_part(known["cup-final"]) == b"", "it belongs to no story"


def test_topics_are_listed_by_title_with_their_days() -> None:
    summaries = [
        briefing("a", topics=("work", "arts")),
        briefing("b", 3, topics=("work",)),
        briefing("c", story="strike"),
    ]
    assert {topic: [each.slug for each in members] for topic, members in gather_topics(summaries).items()} == {
        "arts": ["a"],
        "work": ["b", "a"],
    }
    pages = {page.path: page for page in plan_topic_pages(CONFIG, summaries)}
    assert [each.title for each in pages["topics/index.html"].context["headings"]] == ["Arts", "Work"]
    assert [each.number for each in pages["stories/index.html"].context["headings"]] == [1]
    assert list(plan_topic_pages(CONFIG, [briefing("a")])) == []
