"""Compares Newsbrief with other programs on sites of the same invented briefings, and prints what it measured.

Run by `make bench`, or from tests/ as `python -m tools.bench`. All but the other programs is made in a temporary
folder, and nothing of it is left behind. See docs/contributing/performance.md.
"""

import argparse
import os
import platform
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from statistics import median

import newsbrief
from tools.bench.builds import compare_builds
from tools.bench.growth.table import print_growth
from tools.bench.measuring import RunError, take_time
from tools.bench.outcome import OutcomeError
from tools.bench.peers import PEERS
from tools.bench.programs import set_up_newsbrief
from tools.bench.serving import compare_serving
from tools.bench.table import Row, SetUp, print_head, print_rows
from tools.bench.table import print_growth as print_exponents

PARTS = {"builds": compare_builds, "serving": compare_serving}
"""What is compared, in this order. Each part is given the sizes, the rounds and what sets up the programs."""

GROWTH = "growth"
"""The part that is measured of Newsbrief alone."""

Part = Callable[[Sequence[int], int, Sequence[SetUp]], Iterator[Row]]

_BARE_ROUNDS = 20


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tools.bench", description="Compare Newsbrief with other programs, and measure it."
    )
    parser.add_argument("sizes", nargs="*", type=_at_least_one, default=[1, 100, 1000], metavar="N")
    parser.add_argument("--rounds", type=_at_least_one, default=5, metavar="ROUNDS")
    parser.add_argument("--parts", nargs="+", choices=[*PARTS, GROWTH], default=[*PARTS, GROWTH])
    parser.add_argument("--peers", nargs="+", choices=[*PEERS, "all"], default=["hugo"])
    options = parser.parse_args()
    peers = [name for name in PEERS if name in options.peers or "all" in options.peers]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        if parts := [part for name, part in PARTS.items() if name in options.parts]:
            compare(parts, options.sizes, options.rounds, peers)
        if GROWTH in options.parts:
            print_growth()
    except (RunError, OutcomeError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Interrupted: nothing was left behind.", file=sys.stderr)
        return 130
    return 0


def compare(parts: Sequence[Part], sizes: Sequence[int], rounds: int, peers: Sequence[str]) -> None:
    """Print what the programs take, part by part; a peer that cannot be installed is left out, with the reason."""
    programs, versions = install(peers)
    print(f"{', '.join(versions)}; Python {platform.python_version()}, {platform.system()} on {_count_cores()} cores")
    print(f"{rounds} rounds; load before them: {os.getloadavg()[0]:.1f}")
    bare = [take_time([sys.executable, "-c", "pass"], os.environ).wall for _ in range(_BARE_ROUNDS)]
    print(f"Python that does nothing: {median(bare) * 1000:.0f} ms, least {min(bare) * 1000:.0f} ms\n", flush=True)
    print_head(list(programs))
    rows = [row for part in parts for row in print_rows(part(sizes, rounds, list(programs.values())))]
    print_exponents(rows, list(programs))


def install(peers: Sequence[str]) -> tuple[dict[str, SetUp], list[str]]:
    """Return what sets up Newsbrief and each peer that can be installed, by their names, and their versions."""
    set_ups: dict[str, SetUp] = {"Newsbrief": set_up_newsbrief}
    versions = [f"Newsbrief {newsbrief.__version__}"]
    for name, install_peer, read_version, set_up in (PEERS[each] for each in peers):
        program = install_peer()
        if isinstance(program, str):
            print(f"{name} could not be installed, so nothing is compared with it: {program}", file=sys.stderr)
        else:
            set_ups[name] = partial(set_up, program=program)
            versions.append(f"{name} {read_version(program)}")
    return set_ups, versions


def _at_least_one(written: str) -> int:
    number = int(written)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _count_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


if __name__ == "__main__":
    sys.exit(main())
