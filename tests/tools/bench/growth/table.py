"""What `newsbrief check` takes of sites that grow: CPU time for each kind and size, and how fast it rises.

`find_exponent([10, 1000, 5000], [0.2, 0.3, 0.7])` is 1.0: five times as much takes five times as long.
"""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from math import log
from pathlib import Path

from tools.bench.growth.kinds import KINDS, Kind

SIZES = (10, 100, 1000, 5000)
_LONGEST = 120
"""Seconds of CPU time after which a check is given up."""

_LEAST = 0.1
"""Seconds of CPU time besides the start: where the largest size takes less, nothing is said of how it rises."""


def print_growth(names: Sequence[str] = (), sizes: Sequence[int] = SIZES) -> None:
    """Print a table in Markdown: a row for each kind, the seconds for each size, the exponent of their growth."""
    print(f"| {'CPU time of check, s':36} | {' | '.join(f'{size:>6,}' for size in sizes)} | exponent |")
    print(f"|{'---|--:' + '|--:' * len(sizes)}|", flush=True)
    for name in names or KINDS:
        took = [_measure(KINDS[name], size) for size in sizes]
        exponent = find_exponent(sizes, took)
        shown = f"{exponent:.2f}" if exponent is not None else ""
        print(f"| {name:36} | {' | '.join(f'{each:6.2f}' for each in took)} | {shown:>8} |", flush=True)


def find_exponent(sizes: Sequence[int], took: Sequence[float]) -> float | None:
    """Return the slope of log time against log size between the two largest sizes; None where too little was taken.

    The least that any size takes is counted as the start of the process.
    """
    low, high = took[-2] - min(took), took[-1] - min(took)
    if high < _LEAST or low <= 0:
        return None
    return log(high / low) / log(sizes[-1] / sizes[-2])


def _measure(kind: Kind, size: int) -> float:
    """Return the seconds of CPU time that a check of a site of this kind takes, whatever it finds."""
    with tempfile.TemporaryDirectory(prefix="newsbrief-bench-") as folder:
        kind(Path(folder) / "content", size)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-m", "newsbrief", "check", "--quiet", "--site", folder]
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        limit = (_LONGEST, _LONGEST)
        subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=kept,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, limit),
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
