"""The two streams of a command: results go to standard output, everything else to standard error.

For example:

    print_result("Built 4 pages", outcome="the site is built")
    print_note("Another build of this site is running.")

A command does its work and ends with the right code whatever has become of the streams. A result that is lost is an
error, which says what became of the site; a note that is lost changes nothing.
"""

import os
import sys
from contextlib import suppress
from typing import TextIO


class OutputError(Exception):
    """Standard output is closed, full or broken; `outcome` says what became of the site, "" where nothing could."""

    exit_code = 2

    def __init__(self, reason: str, outcome: str = "") -> None:
        super().__init__(f"Standard output cannot be written: {reason}{f'; {outcome}' if outcome else ''}.")


class ReaderGoneError(OutputError):
    """Whoever was reading standard output has gone, having read enough."""

    exit_code = 0


def print_result(text: str, outcome: str = "") -> None:
    """Print a text to standard output at once, as far as its encoding can show it.

    OutputError: it cannot be written, and no more of it will be.
    """
    if sys.stdout is None:
        raise OutputError("it is closed", outcome)
    encoding = sys.stdout.encoding or "utf-8"
    try:
        # In one piece, since several threads may print.
        print(f"{text.encode(encoding, 'backslashreplace').decode(encoding)}\n", end="", flush=True)
    except BrokenPipeError:
        silence(sys.stdout)
        raise ReaderGoneError("its reader has gone", outcome) from None
    except OSError as error:
        silence(sys.stdout)
        raise OutputError(error.strerror or str(error), outcome) from None


def print_note(text: str) -> None:
    """Print a text to standard error, if it can be."""
    # With no stream at all, `print` takes standard output.
    if sys.stderr is not None:
        try:
            print(f"{text}\n", end="", file=sys.stderr, flush=True)
        except OSError:
            silence(sys.stderr)


def silence(stream: TextIO) -> None:
    """Send all further output of a stream nowhere, with what it still holds: Python writes that when it ends."""
    # A stream of another kind has no file.
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def fill_closed_streams() -> None:
    """Open the standard streams that whoever started the process has closed, so that no other file takes their place.

    What any library writes to standard error would else end up in a file of the site.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
