"""How far work has come, told on a real terminal."""

import os
import pty
import sys
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple, TextIO

import pytest

from newsbrief.cli.progress import Progress

MARK = "$"


class Terminal(NamedTuple):
    """A terminal: the stream that writes to it, and what is read of it."""

    stream: TextIO
    reader: int

    def read(self) -> str:
        """Return what was shown since the last time; a mark is shown, too, and what comes before it is waited for."""
        print(MARK, end="", file=self.stream, flush=True)
        shown = ""
        while not shown.endswith(MARK):
            shown += os.read(self.reader, 10_000).decode()
        return shown.removesuffix(MARK)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """A terminal that can take a line back."""
    monkeypatch.setenv("TERM", "xterm")
    reader, writer = pty.openpty()
    with os.fdopen(writer, "w") as stream:
        yield Terminal(stream, reader)
    os.close(reader)


def test_work_that_lasts_shows_a_line_that_goes_in_the_end(terminal: Terminal) -> None:
    seconds = iter([0.0, 0.5, 1.0, 1.05, 1.2])
    with Progress(terminal.stream, clock=lambda: next(seconds)) as progress:
        for done in (1, 10, 11, 1100):
            progress.show(done, 1200)
        assert terminal.read() == "\r\x1b[K10 of 1,200 briefings\r\x1b[K1,100 of 1,200 briefings"
    assert terminal.read() == "\r\x1b[K"


def test_the_line_goes_also_when_the_work_fails(terminal: Terminal) -> None:
    with pytest.raises(KeyError), Progress(terminal.stream, patience=0) as progress:
        progress.show(1, 2)
        raise KeyError
    assert terminal.read().endswith("\r\x1b[K")


def test_short_work_shows_nothing(terminal: Terminal) -> None:
    with Progress(terminal.stream, clock=lambda: 0.0) as progress:
        progress.show(1, 2)
    assert terminal.read() == ""


def test_nothing_is_shown_where_there_is_no_terminal_or_a_dumb_one(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    for each in (terminal.stream, sys.stderr):
        with Progress(each, patience=0) as progress:
            progress.show(1, 2)
    assert (terminal.read(), capsys.readouterr().err) == ("", "")


def test_work_goes_on_when_the_terminal_has_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    reader, writer = pty.openpty()
    with os.fdopen(writer, "w") as stream, Progress(stream, patience=0, clock=count(1.0).__next__) as progress:
        progress.show(1, 9)
        os.close(reader)
        for done in range(2, 9):
            progress.show(done, 9)


def test_without_a_stream_there_is_nothing_to_show() -> None:
    with Progress(None, patience=0) as progress:
        progress.show(1, 9)
