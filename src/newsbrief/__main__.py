"""The command `newsbrief` in a process of its own; `python -m newsbrief` is the same."""

import gc
import sys
from collections.abc import Sequence
from typing import NoReturn

# A command makes many objects that live to its end; looking through them often costs a tenth of a build's time.
_MOST_NEW_OBJECTS = 100_000


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and end the process with its exit code (see `cli.main`)."""
    gc.set_threshold(_MOST_NEW_OBJECTS, 20, 100)
    from newsbrief.cli.main import main

    code = main(arguments)
    # What is left goes with the process.
    gc.disable()
    sys.exit(code)


if __name__ == "__main__":
    run()
