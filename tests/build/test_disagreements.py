"""Actors that briefings share: every diagnosis as an editor reads it, and what it takes to find it."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from newsbrief.build.check_content import check_site
from newsbrief.build.disagreements import list_disagreements
from newsbrief.build.request import BuildRequest
from newsbrief.cli.reports import format_problem
from newsbrief.content.shared_actors import NO_SHARED_ACTORS
from newsbrief.model.problems import NewsbriefError
from newsbrief.model.site import Party
from support.cases import read_cases
from support.golden_site import put
from support.many import make_summary
from support.sites import FRONT, write_briefing

ARTICLE = "Lena Ortiz, the mayor, met Tom Reed of the Harbour Union (HU) and Ann Ortiz in Adaba.\n"


def write_two(site: Path, actors: str, one: str, other: str) -> Path:
    put(site, "content/site.yaml", "title: Test site\n")
    if actors:
        put(site, "content/actors.yaml", f"{actors}\n")
    for name, facts in (("a", one), ("b", other)):
        write_briefing(site, name, ARTICLE, f"{facts}\n", FRONT)
    return site


@pytest.mark.parametrize("parts", [pytest.param(parts, id=title) for title, parts in read_cases("shared_actors.txt")])
def test_an_editor_reads(tmp_path: Path, parts: list[str]) -> None:
    actors, one, other, expected = parts if len(parts) == 4 else ["", *parts]
    printed = "no problem"
    try:
        check_site(BuildRequest(write_two(tmp_path, actors, one, other)))
    except NewsbriefError as error:
        printed = "\n\n".join(format_problem(each) for each in error.problems)
    assert printed == expected


def test_disagreements_are_found_without_a_look_at_the_sheets(tmp_path: Path) -> None:
    parties = [Party(f"id-{number}", f"Name {number}", None, "group", None) for number in range(8)]
    summaries = {f"folder-{number}": make_summary(number, parties) for number in range(50)}
    assert list_disagreements(tmp_path / "nowhere", summaries, NO_SHARED_ACTORS) == []


def test_the_use_of_most_sheets_is_the_one_to_follow(tmp_path: Path) -> None:
    many = [Party("hu", "Harbour Union", None, "group", None)]
    summaries = {f"z-{number}": make_summary(number, many) for number in range(3)}
    summaries["a"] = make_summary(9, [Party("hu", "Harbor Union", None, "group", None)])
    (problem,) = list_disagreements(tmp_path, summaries, NO_SHARED_ACTORS)
    assert problem.path == "content/a/facts.yaml"
    assert "“Harbour Union” in content/z-0/facts.yaml and 2 other fact sheets" in problem.message


def test_an_actor_may_have_another_name_in_another_language(tmp_path: Path) -> None:
    actors = "actors:\n  - {id: ortiz, name: Lena Ortiz, kind: person}\n  - {id: hu, name: Harbour Union, kind: group}"
    bare = "actors: [{id: ortiz}]"
    site = write_two(tmp_path, actors, bare, "actors: [{id: ortiz, name: Ann Ortiz}]")
    article = site / "content" / "b" / "article.md"
    with pytest.raises(NewsbriefError, match="and 'Ann Ortiz' here"):
        check_site(BuildRequest(site))
    article.write_text(article.read_text(encoding="utf-8").replace("---\n\n", "lang: fr\n---\n\n"), encoding="utf-8")
    check_site(BuildRequest(site))


def test_names_are_compared_in_one_language_and_kinds_in_all(tmp_path: Path) -> None:
    english, french = (
        Party("un", "United Nations", "UN", "group", None),
        Party("un", "Nations unies", "ONU", "group", None),
    )
    summaries = {
        "a": replace(make_summary(1, [english]), language="en"),
        "b": replace(make_summary(2, [french]), language="fr"),
    }
    assert list_disagreements(tmp_path, summaries, NO_SHARED_ACTORS) == []
    summaries["c"] = replace(make_summary(3, [replace(french, name="ONU")]), language="fr-CA")
    summaries["d"] = replace(make_summary(4, [replace(english, kind="court")]), language="en")
    found = [problem.message for problem in list_disagreements(tmp_path, summaries, NO_SHARED_ACTORS)]
    assert found == [
        "'un' is “ONU” here, and “Nations unies” in content/b/facts.yaml",
        "'un' is of the kind 'court' here, and 'group' in content/a/facts.yaml",
    ]
