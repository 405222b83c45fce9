"""Records that were lost, damaged or of another time do not mislead a build."""

import shutil
from pathlib import Path

import pytest

from support.damage import DAMAGE_TO_RECORDS, back_up, put_back
from support.edits import overwrite_unseen, swap
from support.golden_site import (
    INPUTS,
    build,
    build_rested,
    edit,
    remove,
    told,
    write_golden_site,
)

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("edited", [False, True])
def test_records_that_were_damaged_are_made_anew_and_the_site_is_right(golden: Path, edited: bool) -> None:
    path, words, others = INPUTS["articles"]["text"]
    for name, damage_records in DAMAGE_TO_RECORDS.items():
        with told(name):
            damage_records(golden)
            if edited:
                edit(golden, path, words, others)
                words, others = others, words
            build(golden)


@pytest.mark.parametrize("name", ["removed", "emptied", "values of other types", "a newer version"])
def test_records_that_were_made_anew_serve_as_those_before(golden: Path, name: str) -> None:
    DAMAGE_TO_RECORDS[name](golden)
    build(golden)
    remove("content/bridge")(golden)
    build(golden)


def test_records_of_earlier_do_not_mislead(golden: Path) -> None:
    back_up(golden, ".newsbrief")
    edit(golden, *INPUTS["articles"]["text"])
    edit(golden, "static/data/notes.txt", "editors", "writers")
    build(golden)
    put_back(golden, ".newsbrief")
    build(golden)


def test_records_and_sources_of_earlier_do_not_mislead(golden: Path) -> None:
    back_up(golden, ".newsbrief", "content")
    for kind in ("articles", "fact sheets", "pages and pictures"):
        path, words, others = next(iter(INPUTS[kind].values()))
        edit(golden, path, words, others)
    build(golden)
    put_back(golden, ".newsbrief")
    put_back(golden, "content")
    build(golden)


def test_a_folder_made_ready_before_the_last_build_and_put_in_place_after_it_is_noticed(golden: Path) -> None:
    path, words, others = INPUTS["articles"]["text"]
    shutil.copytree(golden / "content/bridge", golden / "ready")
    ready = golden / "ready" / Path(path).name
    overwrite_unseen(ready, ready.read_text(encoding="utf-8").replace(words, others))
    build_rested(golden)
    swap("content/bridge", "ready")(golden)
    build(golden)


def test_records_of_another_site_do_not_mislead(golden: Path) -> None:
    other = write_golden_site(golden.parent / "other")
    edit(other, "content/bridge/article.md", "in a letter", "in an email")
    edit(other, "content/about.md", "Who writes", "Who thinks")
    build(other)
    shutil.rmtree(golden / ".newsbrief")
    shutil.copytree(other / ".newsbrief", golden / ".newsbrief")
    build(golden)
