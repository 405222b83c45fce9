"""Progress of long work on a terminal, in one line that goes away when the work ends.

For example:

    with Progress(sys.stderr) as progress:
        progress.show(done=1, total=1_000)
"""

import os
import time
from collections.abc import Callable
from typing import TextIO

from newsbrief.cli.output import silence

PATIENCE = 1.0
"""Seconds of work before progress is shown."""

_PAUSE = 0.1
_CLEAR_LINE = "\r\x1b[K"


class Progress:
    """A line that says how many briefings are done, where `stream` is a terminal that can clear it."""

    def __init__(
        self, stream: TextIO | None, patience: float = PATIENCE, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream
        self._clock = clock
        self._next = clock() + patience
        self._is_wanted = stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
        self._is_shown = False

    def show(self, done: int, total: int) -> None:
        """Say that `done` of `total` briefings are done, if it is time to say so."""
        if self._is_wanted and (now := self._clock()) >= self._next:
            self._next = now + _PAUSE
            self._is_shown = True
            self._print(f"{_CLEAR_LINE}{done:,} of {total:,} briefings")

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        if self._is_shown:
            self._print(_CLEAR_LINE)

    def _print(self, text: str) -> None:
        assert self._stream is not None
        try:
            print(text, end="", file=self._stream, flush=True)
        except OSError:
            # The terminal has gone; the work goes on.
            silence(self._stream)
