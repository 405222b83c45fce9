"""Sites with kinds and a look of their own, built: tests/sites/court and tests/sites/club."""

import json
import pickle
import shutil
from pathlib import Path

import pytest

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.cli.main import main
from newsbrief.content.settings import read_config
from newsbrief.model.problems import NewsbriefError
from support.golden_site import tree_of
from support.html import files_of, pages_of, text_of
from support.sites import SITES, write_template
from support.whole import build_in_memory

FIRE = "harbour-fire-acquittal/index.html"


@pytest.fixture
def court(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SITES / "court", tmp_path / "court"))


@pytest.fixture
def club(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SITES / "club", tmp_path / "club"))


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def built_again(site: Path) -> dict[str, bytes | None]:
    """Return the output after a build over the last one, which must be that of a clean build."""
    build_site(BuildRequest(site), site / "_site")
    build_site(BuildRequest(site), site.parent / "clean", full=True)
    again = dict(tree_of(site / "_site"))
    assert again == dict(tree_of(site.parent / "clean"))
    return again


def test_kinds_of_a_sites_own_are_shown_as_the_built_in_ones() -> None:
    glossary = text_of(pages_of("court")["glossary/index.html"])
    assert "Judge" in glossary and "Prosecution" in glossary and "kind-" not in glossary
    page = files_of("court")[FIRE].decode()
    assert 'class="arrow kind-prosecutes kind-fights"' in page and 'class="arrow kind-sits-with kind-calls-on"' in page
    assert "<td>prosecutes</td>" in page and "<td>acquits</td>" in page
    assert "Judge" in text_of(pages_of("court")[FIRE])


def test_an_arabic_page_has_the_words_in_arabic() -> None:
    page = text_of(pages_of("court")["mahkama/index.html"])
    assert "يبرئ" in page and "نيابة" in page and "acquits" not in page and "Prosecution" not in page


def test_a_judge_is_a_person_to_machines_and_its_relations_are_evidence() -> None:
    page = files_of("court")[FIRE].decode()
    structured = json.loads(page.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    types = {each["name"]: each["@type"] for each in structured["mentions"] if "startDate" not in each}
    assert (types["Ida Orr"], types["Coast Prosecution Office"]) == ("Person", "Organization")
    evidence = json.loads(files_of("court")["harbour-fire-acquittal/evidence.json"])
    names = [item["body"][1]["value"] for item in evidence["first"]["items"]]
    assert "Harbour Court – Nora Vane" in names and evidence["newsbrief:checked"]["relations"] == 4


def test_a_hedged_relation_has_its_infinitive(court: Path) -> None:
    sheet = court / "content/harbour-fire-acquittal/facts.yaml"
    rewrite(
        sheet,
        "cite: Vane was defended by Tom Reed}",
        "cite: Vane was defended by Tom Reed, hedge: alleged, reading: So.}",
    )
    assert b"is alleged to defend" in build_in_memory(court)[FIRE]


def test_a_change_of_the_words_of_a_kind_reaches_every_page(court: Path) -> None:
    before = built_again(court)
    rewrite(court / "content/site.yaml", "judge: {en: Judge,", "judge: {en: Justice,")
    rewrite(court / "content/site.yaml", "weight: heavy", "weight: light")
    after = built_again(court)
    assert before.keys() == after.keys()
    assert b"Justice" in (after["glossary/index.html"] or b"") and b">Judge<" not in (
        after["glossary/index.html"] or b""
    )
    assert b"kind-prosecutes kind-calls-on" in (after[FIRE] or b"")


def test_a_kind_that_is_taken_away_is_missed_where_it_is_used(court: Path) -> None:
    build_site(BuildRequest(court), court / "_site")
    rewrite(court / "content/site.yaml", "  judge: {en: Judge, ar: قاض, like: person}\n", "")
    with pytest.raises(NewsbriefError) as caught:
        build_site(BuildRequest(court), court / "_site")
    told = {(problem.path, problem.message) for problem in caught.value.problems}
    assert ("content/weir-appeal/facts.yaml", "unknown kind 'judge'") in told


def test_another_process_is_given_the_settings_whole() -> None:
    for name in ("court", "club"):
        config = read_config(SITES / name)
        assert pickle.loads(pickle.dumps(config)) == config


def test_a_draft_has_the_relations_of_the_site(court: Path, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(
        "Aske\n\nThe High Court of Aske acquitted Nora Vane of fraud on Monday.\n\nVane left.\n", encoding="utf-8"
    )
    assert main(["draft", str(story), "--site", str(court), "--as-of", "2021-03-12", "--slug", "fraud"]) == 0
    sheet = (court / "content/fraud/facts.yaml").read_text(encoding="utf-8")
    assert "kind: acquits" in sheet
    assert main(["check", "--drafts", "--site", str(court)]) == 0


def test_an_entry_of_an_own_kind_can_be_added(court: Path) -> None:
    entry = ["from=reed", "to=vane", "kind=defends", "cite=Vane was defended by Tom Reed"]
    assert main(["add", "relation", "harbour-fire-acquittal", *entry, "--site", str(court)]) == 0
    assert (
        main(["add", "relation", "harbour-fire-acquittal", *entry[:2], "kind=beats", entry[3], "--site", str(court)])
        == 1
    )


def test_the_schema_of_the_command_has_the_kinds_of_the_site(court: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--site", str(court)]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert "judge" in schema["$defs"]["ActorEntry"]["properties"]["kind"]["enum"]
    assert "acquits" in schema["$defs"]["RelationEntry"]["properties"]["kind"]["enum"]


def test_the_look_of_a_site_is_on_every_page() -> None:
    files = files_of("club")
    pages = {path: raw.decode() for path, raw in files.items() if path.endswith(".html") and "/embed/" not in path}
    assert len(pages) > 5
    for path, page in pages.items():
        assert "script-src 'self' https://stats.example.org;" in page, path
        assert "Published by the friends of the <a href=" in page, path
        assert 'rel="preconnect" href="https://stats.example.org"' in page, path
    (style,) = (raw for path, raw in files.items() if path.startswith("assets/style."))
    assert b"--accent:light-dark(#0b5345,#7fd6b0)" in style
    (favicon,) = (raw for path, raw in files.items() if path.startswith("assets/favicon."))
    assert b"#0b5345" in favicon and b"#7a1f1f" not in favicon


def test_a_change_of_the_look_reaches_every_page(club: Path) -> None:
    before = built_again(club)
    rewrite(club / "content/site.yaml", "#0b5345", "#0b3d53")
    rewrite(club / "content/site.yaml", "friends of the", "members of the")
    after = built_again(club)
    assert [path for path in before if path.endswith("card.png") and before[path] == after[path]] == []
    assert b"members of the" in (after["about/index.html"] or b"")


def test_a_dead_link_in_the_footer_is_reported_in_the_settings(club: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rewrite(club / "content/site.yaml", "(about/)", "(abuot/)")
    for command in ("check", "build"):
        assert main([command, "--site", str(club)]) == 1
        said = capsys.readouterr().err
        assert "content/site.yaml:9:46: the link ‘abuot/’ leads to no file of the site" in said
        assert "1 problem" in said


def test_files_that_no_page_uses_are_noted_and_break_nothing(club: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_template(club, "components/masthed.html", "x")
    for command in (["check"], ["build"]):
        assert main([*command, "--site", str(club)]) == 0
        assert "templates/components/masthed.html: no page uses this file" in capsys.readouterr().err.replace(
            "note: ", ""
        )


def test_problems_of_templates_keep_check_and_build_from_passing(
    club: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_template(club, "home.html", '{% extends "home.html" %}\n{% block head %}<style>p {}</style>{% endblock %}')
    for command in ("check", "build"):
        assert main([command, "--site", str(club)]) == 2
        said = capsys.readouterr().err
        assert "templates/home.html:1:1: this template uses itself" in said
        assert "templates/home.html:2:17: a style sheet within a page is blocked by the policy of the pages" in said


def test_a_fault_in_the_settings_makes_no_kind_of_theirs_unknown(
    court: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rewrite(court / "content/site.yaml", "base_url: https", "base_url: ftp")
    assert main(["check", "--site", str(court)]) == 2
    said = capsys.readouterr().err
    assert "is not a web address" in said and "1 problem" in said
    rewrite(court / "content/site.yaml", "acquits:", "Acquits:")
    assert main(["check", "--site", str(court)]) == 2
    said = capsys.readouterr().err
    assert "'Acquits' cannot be the name of a kind" in said and "unknown kind" not in said and "2 problems" in said
