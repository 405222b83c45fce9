"""The table that the benchmark prints, in Markdown: a row for each size, case and measure.

`find_growth` of a row of 1,000 briefings and one of 10,000 gives an exponent for each program: 1 where ten times as
many take ten times as much.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import log10
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tools.bench.programs import Program

SetUp = Callable[[Path, int], Program]


class Measure(NamedTuple):
    """What is measured: its name, the unit in which it is shown, and how many of that the base unit is."""

    name: str
    unit: str
    scale: float


WALL = Measure("wall time", "ms", 1e3)
CPU = Measure("CPU time", "ms", 1e3)
MEMORY = Measure("peak memory", "MB", 1e-6)
FOLDER = Measure("a briefing's folder", "KB", 1e-3)
OUTPUT = Measure("all files", "KB", 1e-3)

FROM, TO = 1_000, 10_000
"""The sizes between which growth is measured."""

_WIDTHS = (6, 18, 19, 4)


class Row(NamedTuple):
    """What was measured of each program in one case: the seconds or bytes of each run."""

    count: int
    case: str
    measure: Measure
    samples: Sequence[Sequence[float]]

    @property
    def medians(self) -> list[float]:
        """The median of each program."""
        return [median(values) for values in self.samples]


def print_head(names: Sequence[str]) -> None:
    """Print the head of the table for the programs of these names, of which the first is compared with each other."""
    _print_cells("N", "case", "measure", "unit", *names, *(f"÷ {name}" for name in names[1:]))
    _print_cells("--:", ":--", ":--", ":--", *["--:"] * (2 * len(names) - 1))


def print_row(row: Row) -> None:
    """Print a row: each program's median, its least in parentheses, and the ratios of the first's median to theirs."""
    own, *others = row.medians
    figures = [_show(values, row.measure) for values in row.samples]
    ratios = [f"{own / other:.2f}" for other in others]
    _print_cells(f"{row.count:,}", row.case, row.measure.name, row.measure.unit, *figures, *ratios)


def print_rows(rows: Iterable[Row]) -> list[Row]:
    """Print rows as they come, and return them."""
    printed = []
    for row in rows:
        print_row(row)
        printed.append(row)
    return printed


def print_growth(rows: Sequence[Row], names: Sequence[str]) -> None:
    """Print the exponents of growth where both sizes were measured; nothing where they were not."""
    grown = list(find_growth(rows))
    if grown:
        print(f"\nExponent of growth from {FROM:,} to {TO:,} briefings, of medians:\n")
        print(f"| case | measure | {' | '.join(names)} |")
        print(f"|---|---{'|--:' * len(names)}|")
    for case, measure, exponents in grown:
        print(f"| {case} | {measure} | {' | '.join(f'{each:.2f}' for each in exponents)} |", flush=True)


def find_growth(rows: Iterable[Row]) -> Iterator[tuple[str, str, list[float]]]:
    """Yield the case, the measure and each program's exponent for all that was measured at both sizes."""
    found = {(row.count, row.case, row.measure): row.medians for row in rows}
    for (count, case, measure), few in found.items():
        many = found.get((TO, case, measure))
        if count == FROM and many:
            yield (
                case,
                measure.name,
                [log10(last / first) / log10(TO / FROM) for first, last in zip(few, many, strict=True)],
            )


def _show(values: Sequence[float], measure: Measure) -> str:
    shown = f"{median(values) * measure.scale:,.0f}"
    return shown if len(values) == 1 else f"{shown} ({min(values) * measure.scale:,.0f})"


def _print_cells(*cells: str) -> None:
    padded = [
        cell.rjust(9) if at >= len(_WIDTHS) else cell.rjust(_WIDTHS[at]) if at == 0 else cell.ljust(_WIDTHS[at])
        for at, cell in enumerate(cells)
    ]
    print(f"| {' | '.join(padded)} |", flush=True)
