"""How far work has come, told on a real terminal."""

import os
import pty
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import TextIO

import pytest

from newsbrief.cli.progress import Progress


@pytest.fixture
def terminal() -> Iterator[tuple[int, TextIO]]:
    """A terminal: what is read of it, and the stream that writes to it."""
    reader, writer = pty.openpty()
    os.set_blocking(reader, False)
    with os.fdopen(writer, "w") as stream:
        yield reader, stream
    os.close(reader)


def read(reader: int) -> str:
    shown = b""
    with suppress(BlockingIOError):
        while piece := os.read(reader, 10_000):
            shown += piece
    return shown.decode()


def test_work_that_lasts_shows_a_line_that_goes_in_the_end(terminal: tuple[int, TextIO]) -> None:
    reader, stream = terminal
    with Progress(stream, patience=0) as progress:
        progress.show(1, 1200)
        progress.show(2, 1200)
        time.sleep(0.11)
        progress.show(1100, 1200)
        assert read(reader) == "\r\x1b[K1 of 1,200 briefings\r\x1b[K1,100 of 1,200 briefings"
    assert read(reader) == "\r\x1b[K"


def test_the_line_goes_also_when_the_work_fails(terminal: tuple[int, TextIO]) -> None:
    reader, stream = terminal
    with pytest.raises(KeyError), Progress(stream, patience=0) as progress:
        progress.show(1, 2)
        raise KeyError
    assert read(reader).endswith("\r\x1b[K")


def test_short_work_shows_nothing(terminal: tuple[int, TextIO]) -> None:
    reader, stream = terminal
    with Progress(stream) as progress:
        progress.show(1, 2)
    assert read(reader) == ""


def test_nothing_is_shown_where_there_is_no_terminal_or_a_dumb_one(
    terminal: tuple[int, TextIO], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import sys

    reader, stream = terminal
    monkeypatch.setenv("TERM", "dumb")
    for each in (stream, sys.stderr):
        with Progress(each, patience=0) as progress:
            progress.show(1, 2)
    assert (read(reader), capsys.readouterr().err) == ("", "")
