"""Outputs that were lost, damaged or replaced are right after the next build."""

import os
import shutil
from pathlib import Path

import pytest

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.model.problems import ConfigError
from support.damage import DAMAGE_TO_OUTPUTS, alter_all, back_up, put_back
from support.golden_site import (
    INPUTS,
    build,
    edit,
    put,
    states_of,
    told,
)

pytestmark = pytest.mark.slow


def one_of_each_kind(out: Path) -> list[str]:
    """Return one output of each kind: pages, texts, evidence, pictures, style sheets, fonts and the rest."""
    kinds: dict[tuple[int, str], str] = {}
    for path in states_of(out):
        kinds.setdefault((path.count("/"), Path(path).suffix), path)
    return ["404.html", "about/index.html", *kinds.values()]


def test_an_output_of_any_kind_that_was_lost_is_written_again(golden: Path) -> None:
    for path in one_of_each_kind(golden / "_site"):
        (golden / "_site" / path).unlink()
        build(golden)


def test_outputs_that_were_damaged_are_mended_whether_or_not_anything_was_edited(golden: Path) -> None:
    path, words, others = INPUTS["articles"]["text"]
    for name, damage_outputs in DAMAGE_TO_OUTPUTS.items():
        with told(name):
            damage_outputs(golden)
            build(golden)
            damage_outputs(golden)
            edit(golden, path, words, others)
            build(golden)
        words, others = others, words


def test_outputs_without_a_sign_that_were_altered_are_named_and_kept(golden: Path) -> None:
    out = golden / "_site"
    paths = [path for path in states_of(out) if path.startswith("assets/") or path.endswith(".svg")]
    assert len(paths) > 5
    for path in paths:
        (out / path).write_bytes(b"mine")
    before = states_of(out)
    with pytest.raises(ConfigError) as caught:
        build_site(BuildRequest(golden), out)
    assert {problem.path for problem in caught.value.problems} == {str(out / path) for path in paths}
    assert states_of(out) == before


def test_an_output_of_earlier_put_back_with_its_time_stamps_is_brought_up_to_date(golden: Path) -> None:
    back_up(golden, "_site")
    edit(golden, *INPUTS["articles"]["text"])
    build(golden)
    put_back(golden, "_site")
    build(golden)


@pytest.mark.parametrize("holds", ["nothing", "a file"])
@pytest.mark.parametrize("path", ["index.html", "bridge/index.html", "bridge/map.svg", "bridge/article.txt"])
def test_a_folder_in_place_of_an_output_is_refused_by_name_and_all_else_left_alone(
    golden: Path, path: str, holds: str
) -> None:
    out = golden / "_site"
    for edited in (False, True):
        if edited:
            edit(golden, *INPUTS["articles"]["text"])
        (out / path).unlink()
        (out / path).mkdir()
        if holds == "a file":
            (out / path / "mine.txt").write_text("mine")
        before = states_of(out)
        with pytest.raises(ConfigError) as caught:
            build_site(BuildRequest(golden), out)
        assert [problem.path for problem in caught.value.problems] == [str(out / path)]
        assert states_of(out) == before and (out / path).is_dir()
        shutil.rmtree(out / path)
        build(golden)


def test_a_link_in_place_of_a_folder_of_the_output_is_refused_though_nothing_was_edited(golden: Path) -> None:
    (golden / "_site" / "bridge").rename(golden.parent / "elsewhere")
    (golden / "_site" / "bridge").symlink_to(golden.parent / "elsewhere")
    with pytest.raises(ConfigError) as caught:
        build_site(BuildRequest(golden), golden / "_site")
    assert [problem.path for problem in caught.value.problems] == [str(golden / "_site" / "bridge")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_place_of_an_empty_output_is_refused_by_name_and_not_read(golden: Path) -> None:
    put(golden, "static/data/empty.txt", "")
    build(golden)
    (output,) = (golden / "_site" / "assets" / "data").glob("empty.*")
    output.unlink()
    os.mkfifo(output)
    with pytest.raises(ConfigError) as caught:
        build_site(BuildRequest(golden), golden / "_site")
    assert [problem.path for problem in caught.value.problems] == [str(output)]
    output.unlink()
    build(golden)


def test_a_build_that_is_asked_to_make_everything_anew_rewrites_nothing_that_is_the_same(golden: Path) -> None:
    before = states_of(golden / "_site")
    build_site(BuildRequest(golden), golden / "_site", full=True)
    assert states_of(golden / "_site") == before
    alter_all(golden)
    build_site(BuildRequest(golden), golden / "_site", full=True)
    build(golden)
