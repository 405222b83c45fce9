"""A change of `content/actors.yaml`: what is made again, and what is left alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.model.problems import NewsbriefError
from newsbrief.serve.memory import SiteMemory
from support.golden_site import build, edit, put, told
from support.html import by_id, links_of, read_html, text_of
from support.sites import FRONT, write_briefing

ACTORS = """\
actors:
  - id: ortiz
    name: Lena Ortiz
    kind: person
    about:
      - text: She taught before.
        source: {title: The council, url: https://adaba.example.org/council}
  - id: hu
    name: Harbour Union
    abbr: HU
    kind: group
  - id: reed
    name: Tom Reed
    kind: person
"""
ARTICLE = "Lena Ortiz, the mayor, met the Harbour Union (HU) in Adaba.\n"
SHEETS = {"a": "actors: [{id: ortiz}]\n", "b": "actors: [{id: hu}]\n", "c": "actors: [{id: hu}, {id: ortiz}]\n"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    put(site, "content/site.yaml", "title: Test site\n")
    put(site, "content/actors.yaml", ACTORS)
    for name, facts in SHEETS.items():
        write_briefing(site, name, ARTICLE, facts, FRONT.replace("A title", f"Title {name}"))
    build_site(BuildRequest(site), site / "_site")
    return site


def why_stale(site: Path) -> dict[str, str]:
    """Return why each briefing would be made again."""
    reasons = build_site(BuildRequest(site), site / "_site", dry_run=True).reasons
    return {name: reason for name, reason in reasons.items() if name}


EDITS: dict[str, tuple[Callable[[Path], None], set[str]]] = {
    "a name": (lambda site: edit(site, "content/actors.yaml", "name: Harbour", "name: The Harbour"), {"b", "c"}),
    "a side": (lambda site: edit(site, "content/actors.yaml", "id: ortiz", "id: ortiz\n    side: Town"), {"a", "c"}),
    "a sentence": (lambda site: edit(site, "content/actors.yaml", "taught", "learnt"), {"a", "c"}),
    "the order": (lambda site: edit(site, "content/actors.yaml", "id: ortiz", "id: ortiz\n    sort: Lena"), set()),
    "one that nobody uses": (lambda site: edit(site, "content/actors.yaml", "Tom Reed", "Thomas Reed"), set()),
    "a comment": (lambda site: edit(site, "content/actors.yaml", "actors:", "# Ours.\nactors:"), set()),
}


def test_only_the_briefings_that_use_what_changed_are_made_again(site: Path) -> None:
    for name in "bc":
        edit(site, f"content/{name}/facts.yaml", "id: hu", "id: hu, aliases: [Harbour Union]")
    build_site(BuildRequest(site), site / "_site")
    for what, (change, users) in EDITS.items():
        with told(what):
            change(site)
            reasons = why_stale(site)
            assert set(reasons) == users
            assert all("actors.yaml" in reason for reason in reasons.values())
            put(site, "content/actors.yaml", ACTORS)


def test_an_actor_that_is_written_into_actors_yaml_or_taken_out_makes_its_briefings_stale(site: Path) -> None:
    for name in "bc":
        edit(site, f"content/{name}/facts.yaml", "id: hu", "id: hu, name: Harbour Union, kind: group, abbr: HU")
    build_site(BuildRequest(site), site / "_site")
    edit(site, "content/actors.yaml", "  - id: hu\n    name: Harbour Union\n    abbr: HU\n    kind: group\n", "")
    assert set(why_stale(site)) == {"b", "c"}
    (site / "content" / "actors.yaml").unlink()
    for path in ("content/a/facts.yaml", "content/c/facts.yaml"):
        edit(site, path, "{id: ortiz}", "{id: ortiz, name: Lena Ortiz, kind: person}")
    build(site)
    assert "She taught" not in (site / "_site/glossary/index.html").read_text(encoding="utf-8")


def test_the_glossary_shows_what_outside_sources_say_and_links_to_them(site: Path) -> None:
    entry = by_id(read_html((site / "_site/glossary/index.html").read_bytes()), "party-ortiz")
    assert "She taught before. Background The council" in text_of(entry)
    assert "https://adaba.example.org/council" in [address for _, address in links_of(entry)]
    page = (site / "_site/a/index.html").read_text(encoding="utf-8")
    assert "She taught" not in page


def test_a_sheet_that_comes_to_disagree_is_refused_by_a_rebuild_and_leaves_the_site(site: Path) -> None:
    before = (site / "_site/c/index.html").read_bytes()
    put(site, "content/c/facts.yaml", "actors:\n  - {id: union, name: Harbour Union, kind: group}\n")
    with pytest.raises(NewsbriefError, match=r"has the id 'union' here, and 'hu' in content/actors\.yaml:8"):
        build_site(BuildRequest(site), site / "_site")
    assert (site / "_site/c/index.html").read_bytes() == before


def test_an_actor_written_into_actors_yaml_that_a_kept_sheet_has_under_another_id_is_refused(site: Path) -> None:
    put(site, "content/c/facts.yaml", "actors:\n  - {id: mayor, name: L. Ortiz, kind: person, aliases: [Lena Ortiz]}\n")
    build_site(BuildRequest(site), site / "_site")
    edit(site, "content/actors.yaml", "name: Tom Reed", "name: L. Ortiz")
    with pytest.raises(NewsbriefError, match=r"“L\. Ortiz” has the id 'mayor' here, and 'reed' in"):
        build_site(BuildRequest(site), site / "_site")


def test_a_preview_shows_a_change_of_actors_yaml(site: Path) -> None:
    memory = SiteMemory(BuildRequest(site))
    memory.rebuild()
    edit(site, "content/actors.yaml", "taught", "learnt")
    files = memory.rebuild(["content/actors.yaml"]).files
    assert b"She learnt before." in files["glossary/index.html"]
    edit(site, "content/actors.yaml", "abbr: HU", "abbr: H.U.")
    for name in "bc":
        edit(site, f"content/{name}/facts.yaml", "id: hu", "id: hu, aliases: [HU]")
    files = memory.rebuild(["content/actors.yaml", "content/b/facts.yaml", "content/c/facts.yaml"]).files
    assert b"H.U." in files["b/index.html"]


@pytest.mark.parametrize("name", ["actors.yml", "Actors.yaml"])
def test_a_misnamed_file_of_actors_is_a_problem_with_its_name(site: Path, name: str) -> None:
    (site / "content" / "actors.yaml").rename(site / "content" / name)
    with pytest.raises(NewsbriefError) as refused:
        build_site(BuildRequest(site), site / "_site")
    assert f"content/{name}" in {problem.path for problem in refused.value.problems}
    assert "its name is actors.yaml: rename it" in {problem.hint for problem in refused.value.problems}
