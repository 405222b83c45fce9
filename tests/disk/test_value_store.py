"""Values that wait on the disk: they come back as they were, and leave nothing behind."""

import os
from pathlib import Path

import pytest

from newsbrief.build.workers import share_out
from newsbrief.disk.value_store import ValueStore
from newsbrief.model.problems import ConfigError

VALUES = [b"one", b"", b"three" * 100_000, b"four"]


@pytest.mark.parametrize("on_disk", [True, False])
def test_values_come_back_in_any_order_and_as_often_as_they_are_asked_for(tmp_path: Path, on_disk: bool) -> None:
    store = ValueStore(tmp_path if on_disk else None)
    places = [store.put(value) for value in VALUES]
    for _ in range(2):
        assert [store.take(place) for place in reversed(places)] == VALUES[::-1]
    assert store.take(store.put(b"five")) == b"five"


@pytest.mark.skipif(os.name == "nt", reason="a file that is open has a name there")
def test_nobody_else_finds_the_values(tmp_path: Path) -> None:
    store = ValueStore(tmp_path)
    assert store.take(store.put(b"one")) == b"one"
    assert list(tmp_path.iterdir()) == []


def test_several_processes_take_values_at_a_time(tmp_path: Path) -> None:
    store = ValueStore(tmp_path)
    values = [str(number).encode() * number for number in range(200)]
    places = [store.put(value) for value in values]
    assert sorted(share_out(lambda jobs: map(store.take, jobs), places, 3, "fork")) == sorted(values)


def test_a_shelf_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        ValueStore(tmp_path / "nowhere")
