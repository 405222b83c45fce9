"""Compares Newsbrief with Hugo on sites of the same invented briefings, and prints what it measured.

Run by `make bench`, or from tests/ as `python -m tools.bench`. All but Hugo itself is made in a temporary folder, and
nothing of it is left behind. See docs/contributing/performance.md.
"""

import argparse
import os
import platform
import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

import newsbrief
from tools.bench.builds import compare_builds, print_head
from tools.bench.growth.table import print_growth
from tools.bench.hugo import install_hugo, read_version
from tools.bench.measuring import RunError, take_time
from tools.bench.outcome import OutcomeError
from tools.bench.programs import Program, set_up_hugo, set_up_newsbrief
from tools.bench.serving import compare_serving

PARTS = {"builds": compare_builds, "serving": compare_serving}
"""What is compared, in this order. Each part is given the sizes, the rounds and what sets up the programs."""

GROWTH = "growth"
"""The part that is measured of Newsbrief alone."""

Part = Callable[[Sequence[int], int, Sequence[Callable[[Path, int], Program]]], None]

_BARE_ROUNDS = 20


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tools.bench", description="Compare Newsbrief with Hugo, and measure it."
    )
    parser.add_argument("sizes", nargs="*", type=_at_least_one, default=[1, 100, 1000], metavar="N")
    parser.add_argument("--rounds", type=_at_least_one, default=5, metavar="ROUNDS")
    parser.add_argument("--parts", nargs="+", choices=[*PARTS, GROWTH], default=[*PARTS, GROWTH])
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        if parts := [part for name, part in PARTS.items() if name in options.parts]:
            compare(parts, options.sizes, options.rounds)
        if GROWTH in options.parts:
            print_growth()
    except (RunError, OutcomeError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Interrupted: nothing was left behind.", file=sys.stderr)
        return 130
    return 0


def compare(parts: Sequence[Part], sizes: Sequence[int], rounds: int) -> None:
    """Print how long the two programs take, part by part; Newsbrief alone where Hugo cannot be installed."""
    hugo = install_hugo()
    set_ups: list[Callable[[Path, int], Program]] = [set_up_newsbrief]
    versions = f"Newsbrief {newsbrief.__version__}"
    if isinstance(hugo, str):
        print(f"Hugo could not be installed, so Newsbrief is measured alone: {hugo}", file=sys.stderr)
    else:
        set_ups.append(partial(set_up_hugo, program=hugo))
        versions += f", Hugo {read_version(hugo)}"
    print(f"{versions}, Python {platform.python_version()}, {platform.system()} on {_count_cores()} cores")
    print(f"{rounds} rounds; load before them: {os.getloadavg()[0]:.1f}")
    bare = [take_time([sys.executable, "-c", "pass"], os.environ).wall for _ in range(_BARE_ROUNDS)]
    print(f"Python that does nothing: {median(bare) * 1000:.0f} ms, least {min(bare) * 1000:.0f} ms\n", flush=True)
    print_head(["Newsbrief", "Hugo"][: len(set_ups)])
    for part in parts:
        part(sizes, rounds, set_ups)


def _at_least_one(written: str) -> int:
    number = int(written)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _count_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


if __name__ == "__main__":
    sys.exit(main())
