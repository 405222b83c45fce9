"""How briefings name each other: what is right, and what is wrong, at which key."""

from datetime import date

from msgspec.structs import replace

from newsbrief.links.connections import Names, judge_connections
from newsbrief.model.front_matter import Connections
from newsbrief.model.site import Summary
from support.many import make_summary

DAY = date(2024, 3, 4)


def briefing(slug: str, day: date = DAY, language: str = "en", **connections: object) -> Summary:
    made = make_summary(as_of=day)
    teaser = replace(made.teaser, slug=slug)
    return replace(made, teaser=teaser, language=language, connections=Connections(**connections))  # type: ignore[arg-type]


def judge(*summaries: Summary, pages: tuple[str, ...] = (), at_root: tuple[str, ...] = ()) -> list[str]:
    """Return the address, key, message and hint of each fault."""
    names = {each.slug: each.slug for each in summaries} | {page: f"{page}.md" for page in pages}
    found = judge_connections(summaries, Names(names, at_root))
    return [f"{each.slug} {each.path[0]}: {each.message} | {each.hint}" for each in found]


def test_a_story_of_one_and_sound_names_are_right() -> None:
    assert judge(briefing("a", story="x")) == []
    assert judge(briefing("a", topics=("x",)), briefing("b", updates=("a",), formerly=("c",))) == []
    assert judge(briefing("a", story="x"), briefing("b", language="ar", translation_of="a", story="x")) == []


def test_briefings_of_one_day_that_update_each_other_are_a_circle_told_once() -> None:
    found = judge(briefing("a", updates=("b",)), briefing("b", updates=("c",)), briefing("c", updates=("a",)))
    circle = "briefings update each other in a circle: 'b', which updates 'c', which updates 'a'"
    assert found == [f"a updates: {circle} | delete `updates` in the one that was published first"]


def test_long_chains_of_updates_are_followed_and_are_no_circle() -> None:
    chain = [briefing(f"b{number}", updates=(f"b{number - 1}",) if number else ()) for number in range(60)]
    assert judge(*chain) == []
    both = [briefing(f"b{n}", updates=tuple(f"b{m}" for m in range(max(0, n - 6), n))) for n in range(40)]
    assert judge(*both) == []


def test_a_translation_of_a_translation_names_the_original() -> None:
    first = briefing("a")
    found = judge(
        first, briefing("b", language="ar", translation_of="a"), briefing("c", language="fr", translation_of="b")
    )
    assert found == [
        "c translation_of: content/b/article.md is a translation itself, of 'a' | write `translation_of: a`"
    ]
    found = judge(briefing("a", translation_of="b"), briefing("b", language="ar", translation_of="a"))
    assert len(found) == 2 and all("delete the key in the original" in each for each in found)


def test_one_language_has_one_translation() -> None:
    first = briefing("a")
    found = judge(first, *(briefing(slug, language="ar", translation_of="a") for slug in "bc"))
    both = "content/b/article.md translates 'a' into ar as well"
    assert found == [f"c translation_of: {both} | keep one of the two, or correct `lang`"]


def test_a_translation_belongs_where_its_original_belongs() -> None:
    found = judge(briefing("a", topics=("x",)), briefing("b", language="ar", translation_of="a", topics=("y",)))
    message = "`topics` is not as in content/a/article.md, which this briefing translates"
    assert found == [f"b topics: {message} | delete `topics` here: that of the original holds"]


def test_a_page_is_no_briefing() -> None:
    found = judge(briefing("a", updates=("about",)), pages=("about",))
    assert found == ["a updates: content/about.md is a page, and no briefing | name the folder of a briefing"]


def test_the_address_of_stories_must_be_free_only_where_there_are_stories() -> None:
    assert judge(briefing("stories")) == []
    found = judge(briefing("a", story="x"), briefing("stories"))
    message = "the pages of stories need the address 'stories', which is that of content/stories"
    assert found == [f"a story: {message} | rename content/stories, or delete `story` everywhere"]
    assert "static/root/topics stands" in judge(briefing("a", topics=("x",)), at_root=("topics",))[0]
    assert "a former name of 'b'" in judge(briefing("a", topics=("x",)), briefing("b", formerly=("topics",)))[0]


def test_a_file_at_the_root_does_not_stand_at_a_former_name() -> None:
    assert "static/root/old stand" in judge(briefing("a", formerly=("old",)), at_root=("old",))[0]
