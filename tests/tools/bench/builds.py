"""Whole builds, compared: cold, after an edit of one article, and with nothing changed."""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tools.bench.content import invent
from tools.bench.measuring import CAN_SAMPLE, take_memory, take_time
from tools.bench.outcome import expect_article, expect_everything
from tools.bench.programs import Program

MEMORY_ROUNDS = 3
_HEAD = ("N", "case", "measure", "unit")


@dataclass(frozen=True, slots=True)
class Case:
    """One kind of build. `prepare` is done before each run, `check` after it; both are told the run's number."""

    name: str
    prepare: Callable[[Program, int], None]
    check: Callable[[Program, int], None]


@dataclass(frozen=True, slots=True)
class Measured:
    """What the runs of one program in one case took: seconds, seconds, and bytes."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


def forget_everything(program: Program, turn: int) -> None:
    """Move aside all that builds have made.

    It is not deleted yet: for some time after many files were deleted, some file systems take long to make others.
    """
    aside = Path(tempfile.mkdtemp(prefix="aside-", dir=program.site.parent))
    for name in program.made:
        if (program.site / name).exists():
            (program.site / name).rename(aside / name)


def edit_article(program: Program, turn: int) -> None:
    """Change one word of one article in the first run, and change it back in the next."""
    write_article(program, edited=turn % 2 == 0)


def check_edit(program: Program, turn: int) -> None:
    """Expect the article on its page with the word as it now is."""
    expect_article(program, invent(_middle(program), edited=turn % 2 == 0))


def leave_alone(program: Program, turn: int) -> None:
    """Do nothing."""


def write_article(program: Program, edited: bool) -> None:
    """Write the article in the middle anew, with the one word changed or as it was."""
    path, text = program.article(invent(_middle(program), edited))
    (program.site / path).write_text(text, encoding="utf-8")


def _middle(program: Program) -> int:
    return program.count // 2 + 1


CASES = (
    Case("cold", forget_everything, leave_alone),
    Case("one article edited", edit_article, check_edit),
    Case("nothing changed", leave_alone, leave_alone),
)
"""The cases in their order. All but a cold build find the output of the build before."""


def compare_builds(sizes: Sequence[int], rounds: int, set_ups: Sequence[Callable[[Path, int], Program]]) -> None:
    """Print what builds of sites of `sizes` briefings take, by each of the programs that `set_ups` set up."""
    for count in sizes:
        with tempfile.TemporaryDirectory(prefix="newsbrief-bench-") as folder:
            programs = [set_up(Path(folder) / str(number), count) for number, set_up in enumerate(set_ups)]
            for case in CASES:
                measured = measure_case(case, programs, rounds)
                for row in make_rows(measured):
                    print_row(f"{count:,}", case.name, *row)


def measure_case(case: Case, programs: Sequence[Program], rounds: int) -> list[Measured]:
    """Return what was measured of each program: time in rounds in which they take turns, then memory likewise.

    A first run of each is not measured: it makes the site as it is to be found, and what it built is checked.
    """
    measured = [Measured() for _ in programs]
    for program in programs:
        write_article(program, edited=False)
        take_time(program.command, program.surroundings)
        expect_everything(program)
    for turn in range(rounds):
        for program, found in zip(programs, measured, strict=True):
            case.prepare(program, turn)
            # What is still to be written to the disk would hold up this run, whoever wrote it.
            os.sync()
            took = take_time(program.command, program.surroundings)
            case.check(program, turn)
            found.wall.append(took.wall)
            found.cpu.append(took.cpu)
    for turn in range(rounds, rounds + (MEMORY_ROUNDS if CAN_SAMPLE else 0)):
        for program, found in zip(programs, measured, strict=True):
            case.prepare(program, turn)
            found.memory.append(take_memory(program.command, program.surroundings))
    return measured


def make_rows(measured: Sequence[Measured]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each measure: its name and unit, each program's median and least, and the ratio of medians."""
    for name, unit, scale, of in (
        ("wall time", "ms", 1e3, [each.wall for each in measured]),
        ("CPU time", "ms", 1e3, [each.cpu for each in measured]),
        ("peak memory", "MB", 1e-6, [each.memory for each in measured]),
    ):
        if all(of):
            medians = [median(values) for values in of]
            ratio = f"{medians[0] / medians[1]:.2f}" if len(medians) == 2 else ""
            figures = [f"{figure * scale:,.0f}" for values in of for figure in (median(values), min(values))]
            yield name, unit, *figures, ratio


def print_head(names: Sequence[str]) -> None:
    """Print the head of the table for the programs of these names."""
    print_row(*_HEAD, *(cell for name in names for cell in (name, "least")), "ratio")
    print_row("--:", *[":--"] * 3, *["--:"] * (2 * len(names) + 1))


def print_row(*cells: str) -> None:
    """Print a row of a table in Markdown."""
    widths = (6, 18, 11, 4)
    padded = [
        cell.rjust(9) if at >= len(widths) else cell.rjust(widths[at]) if at == 0 else cell.ljust(widths[at])
        for at, cell in enumerate(cells)
    ]
    print(f"| {' | '.join(padded)} |", flush=True)
