"""Whole builds, compared: cold, after an edit of one article, with nothing changed, and restored elsewhere."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.bench.cases import CASES, Case, clear_away, write_article, write_config
from tools.bench.measuring import CAN_SAMPLE, take_memory, take_time
from tools.bench.outcome import expect_everything
from tools.bench.programs import Program
from tools.bench.table import CPU, FOLDER, MEMORY, OUTPUT, WALL, Row, SetUp

MEMORY_ROUNDS = 3


def compare_builds(sizes: Sequence[int], rounds: int, set_ups: Sequence[SetUp]) -> Iterator[Row]:
    """Yield what builds of sites of `sizes` briefings take, by each of the programs that `set_ups` set up."""
    for count in sizes:
        with tempfile.TemporaryDirectory(prefix="newsbrief-bench-") as folder:
            programs = []
            for number, set_up in enumerate(set_ups):
                # A folder for each, so that what one moves aside is not among another's files.
                (Path(folder) / str(number)).mkdir()
                programs.append(set_up(Path(folder) / str(number) / "site", count))
            for case in CASES:
                yield from measure_case(case, programs, rounds)
            yield from measure_output(programs)


def measure_case(case: Case, programs: Sequence[Program], rounds: int) -> Iterator[Row]:
    """Yield what was measured: time in rounds in which the programs take turns, then memory likewise.

    A first run of each is not measured: it makes the site as it is to be found, and what it built is checked.
    """
    for program in programs:
        write_config(program, case.addressed)
        write_article(program, edited=False)
        take_time(program.command, program.surroundings, program.site)
        expect_everything(program)
    wall, cpu, memory = ([[] for _ in programs] for _ in range(3))
    for turn in range(rounds):
        for number, program in enumerate(programs):
            prepared = case.prepare(program, turn)
            # What is still to be written to the disk would hold up this run, whoever wrote it.
            os.sync()
            took = take_time(prepared.command, prepared.surroundings, prepared.site)
            case.check(prepared, turn)
            wall[number].append(took.wall)
            cpu[number].append(took.cpu)
    for turn in range(rounds, rounds + (min(rounds, MEMORY_ROUNDS) if CAN_SAMPLE else 0)):
        for number, program in enumerate(programs):
            prepared = case.prepare(program, turn)
            memory[number].append(take_memory(prepared.command, prepared.surroundings, prepared.site))
    for program in programs:
        clear_away(program)
    for measure, found in ((WALL, wall), (CPU, cpu), (MEMORY, memory)):
        if all(found):
            yield Row(programs[0].count, case.name, measure, found)


def measure_output(programs: Sequence[Program]) -> Iterator[Row]:
    """Yield the bytes of a briefing's folder, on average, and of the whole output, as the last builds left them."""
    outputs = [program.site / program.output for program in programs]
    count = programs[0].count
    folders = [sum(map(_count_bytes, _list_folders(program))) / count for program in programs]
    yield Row(count, "output", FOLDER, [[each] for each in folders])
    yield Row(count, "output", OUTPUT, [[_count_bytes(each)] for each in outputs])


def _list_folders(program: Program) -> Iterator[Path]:
    yield from (path.parent for path in (program.site / program.output).glob("[0-9]*-*/index.html"))


def _count_bytes(folder: Path) -> float:
    return float(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()))
