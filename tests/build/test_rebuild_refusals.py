"""Sources that are refused: every time, in the same words, and the site is left alone."""

import os
import shutil
from pathlib import Path

import pytest

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.model.problems import NewsbriefError
from support.edits import BREAKING
from support.golden_site import (
    INPUTS,
    assert_same,
    bring_back,
    build,
    build_or_refuse,
    edit,
    sources_of,
    states_of,
    told,
    tree_of,
)

pytestmark = pytest.mark.slow


@pytest.mark.skipif(os.name != "posix", reason="other systems allow no such names")
@pytest.mark.parametrize("name", ["x\udcff.png", "a\nb.png"])
@pytest.mark.parametrize("folder", ["content/bridge", "content", "static"])
def test_a_name_that_cannot_be_shown_is_a_problem_and_the_site_is_left_alone(
    golden: Path, folder: str, name: str
) -> None:
    before = states_of(golden / "_site")
    (golden / folder / name).write_text("x")
    for _ in range(2):
        with pytest.raises(NewsbriefError) as caught:
            build_site(BuildRequest(golden), golden / "_site")
        assert [problem.message for problem in caught.value.problems] == ["this name cannot be used"]
        assert states_of(golden / "_site") == before
    (golden / folder / name).unlink()
    build(golden)


def test_content_that_is_faulty_is_refused_every_time_until_it_is_mended(golden: Path) -> None:
    before, sources = tree_of(golden / "_site"), sources_of(golden)
    for name, break_it in BREAKING.items():
        with told(f"broken: {name}"):
            break_it(golden)
            assert not build_or_refuse(golden)
            assert not build_or_refuse(golden)
            bring_back(golden, sources)
            build(golden)
            assert_same(tree_of(golden / "_site"), before)


def test_two_briefings_of_one_address_are_refused_in_the_same_words_whichever_was_there_before(golden: Path) -> None:
    shutil.copytree(golden / "content/bridge", golden / "content/Bridge")
    assert not build_or_refuse(golden)


def test_a_fault_that_was_there_before_is_reported_though_only_something_else_was_edited(golden: Path) -> None:
    BREAKING["a quotation"](golden)
    assert not build_or_refuse(golden)
    edit(golden, *INPUTS["pages and pictures"]["plain page"])
    assert not build_or_refuse(golden)
    BREAKING["a key"](golden)
    assert not build_or_refuse(golden)


def test_a_draft_is_checked_when_drafts_are_asked_for(golden: Path) -> None:
    build(golden, drafts=True)
    edit(golden, "content/school/facts.yaml", "late and costly", "cheap and early")
    build_or_refuse(golden)
    assert not build_or_refuse(golden, drafts=True)
    build_or_refuse(golden)
