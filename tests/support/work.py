"""Work for several processes; a process started by a test imports it from here."""

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path


def square(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    yield from ((number * number, os.getpid()) for number in numbers)


def work_slowly(folder: Path, numbers: Iterable[int]) -> Iterator[int]:
    (folder / str(os.getpid())).touch()
    for number in numbers:
        time.sleep(0.02)
        yield number
