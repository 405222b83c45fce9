"""The site as `serve` holds it: after every edit the same as from a clean build, however little was read."""

from pathlib import Path

import pytest

from newsbrief.build.request import BuildRequest
from newsbrief.model.problems import ConfigError, NewsbriefError
from newsbrief.serve.memory import SiteMemory
from support.golden_site import INPUTS, edit, put, remove, rename, write_golden_site
from support.sites import FACTS, write_briefing
from support.whole import build_in_memory

pytestmark = pytest.mark.slow


@pytest.fixture
def golden(tmp_path: Path) -> Path:
    return write_golden_site(tmp_path / "site")


def test_every_kind_of_edit_is_in_memory_when_only_its_file_is_named(golden: Path) -> None:
    memory = SiteMemory(BuildRequest(golden))
    memory.rebuild()
    for kind in INPUTS.values():
        for part, (path, words, others) in kind.items():
            edit(golden, path, words, others)
            assert memory.rebuild([path]).files == build_in_memory(golden), path
            if part == "draft":
                # What it says of an actor would contradict what another sheet says after its edit.
                edit(golden, path, others, words)
                memory.rebuild([path])


def test_what_comes_goes_and_moves_is_in_memory(golden: Path) -> None:
    memory = SiteMemory(BuildRequest(golden))
    memory.rebuild()
    write_briefing(golden, "airport")
    assert memory.rebuild(["content/airport/article.md", "content/airport/facts.yaml"]).files == build_in_memory(golden)
    rename("content/airport", "content/airfield")(golden)
    names = ["content/airfield", "content/airport"]
    assert memory.rebuild(names).files == build_in_memory(golden)
    remove("content/airfield")(golden)
    assert memory.rebuild(["content/airfield/article.md"]).files == build_in_memory(golden)


def test_what_was_not_touched_is_the_very_same_object(golden: Path) -> None:
    memory = SiteMemory(BuildRequest(golden))
    before = memory.rebuild().files
    edit(golden, *INPUTS["articles"]["text"])
    after = memory.rebuild(["content/bridge/article.md"]).files
    assert {path for path in after if after[path] is not before.get(path)} == {
        "bridge/index.html",
        "bridge/embed/index.html",
        "bridge/article.txt",
        "bridge/evidence.json",
        "bridge/map.svg",
        "bridge/place.svg",
        "feed.json",
        "feed.xml",
    }


def test_files_that_changed_while_there_were_problems_are_not_forgotten(golden: Path) -> None:
    memory = SiteMemory(BuildRequest(golden))
    memory.rebuild()
    put(golden, "content/harbour/facts.yaml", FACTS.replace("cite: The council", "cite: The mayor"))
    with pytest.raises(NewsbriefError):
        memory.rebuild(["content/harbour/facts.yaml"])
    edit(golden, *INPUTS["articles"]["text"])
    with pytest.raises(NewsbriefError):
        memory.rebuild(["content/bridge/article.md"])
    put(golden, "content/harbour/facts.yaml", FACTS)
    assert memory.rebuild(["content/harbour/facts.yaml"]).files == build_in_memory(golden)


def test_an_edit_that_is_taken_back_leaves_nothing(golden: Path) -> None:
    memory = SiteMemory(BuildRequest(golden))
    before = dict(memory.rebuild().files)
    path, words, others = INPUTS["articles"]["text"]
    edit(golden, path, words, others)
    memory.rebuild([path])
    edit(golden, path, others, words)
    assert memory.rebuild([path]).files == before


def test_a_link_among_the_briefings_has_everything_looked_at(golden: Path) -> None:
    memory = SiteMemory(BuildRequest(golden))
    memory.rebuild()
    (golden / "content" / "bridge").rename(golden / "elsewhere")
    (golden / "content" / "bridge").symlink_to(golden / "elsewhere")
    assert memory.rebuild(["content/bridge/article.md"]).files == build_in_memory(golden)
    edit(golden, "elsewhere/article.md", "in a letter", "in an email")
    assert memory.rebuild(["content/bridge/article.md"]).files == build_in_memory(golden)


def test_paths_that_some_file_systems_hold_for_one_are_refused_as_by_a_build(golden: Path) -> None:
    memory = SiteMemory(BuildRequest(golden))
    memory.rebuild()
    for name in ("MAP.svg", "map.svg"):
        put(golden, f"content/bridge/{name}", "<svg/>")
    edit(golden, "content/bridge/article.md", "![The place](place.svg)", "![The place](MAP.svg)")
    with pytest.raises(ConfigError):
        memory.rebuild(["content/bridge/MAP.svg", "content/bridge/article.md"])
