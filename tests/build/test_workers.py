"""Work shared between processes: all of it is done once, and no worker outlives the work."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest

from newsbrief.build.workers import FEW, count_cores, share_out
from newsbrief.model.problems import ConfigError, NewsbriefError, Problem
from support.processes import PATIENCE, WITH_SUPPORT, environment, is_gone, run_well, running, wait_until
from support.work import square, work_slowly

METHODS = pytest.mark.parametrize("method", ["fork", "spawn"])
ENVIRONMENT = environment(PYTHONPATH=WITH_SUPPORT)


def write_long(numbers: Iterable[int]) -> Iterator[str]:
    yield from (str(number) * 200_000 for number in numbers)


def refuse_seven(numbers: Iterable[int]) -> Iterator[int]:
    for number in numbers:
        if number == 7:
            raise NewsbriefError([Problem("a.md", 7, 1, "seven", "write eight")])
        yield number


def die_at_seven(numbers: Iterable[int]) -> Iterator[int]:
    for number in numbers:
        if number == 7:
            os.kill(os.getpid(), signal.SIGKILL)
        yield number


@METHODS
def test_every_task_is_done_once_by_as_many_processes_as_are_asked_for(method: str) -> None:
    done = list(share_out(square, range(100), 3, method))
    assert sorted(result for result, _ in done) == [number * number for number in range(100)]
    assert len({process for _, process in done}) == 3


def test_few_tasks_are_done_by_one_process_alone() -> None:
    assert {process for _, process in share_out(square, range(FEW), 3)} == {os.getpid()}
    assert [result for result, _ in share_out(square, [3], 3)] == [9]
    assert list(share_out(square, [], 2)) == []


def test_results_larger_than_a_pipe_come_through() -> None:
    assert sorted(map(len, share_out(write_long, range(50), 2))) == [200_000] * 10 + [400_000] * 40


@METHODS
def test_what_goes_wrong_in_another_process_is_raised_here_with_its_problems(method: str) -> None:
    with pytest.raises(NewsbriefError) as caught:
        list(share_out(refuse_seven, range(100), 2, method))
    assert caught.value.problems == (Problem("a.md", 7, 1, "seven", "write eight"),)


def test_a_process_that_is_killed_is_told_of() -> None:
    with pytest.raises(ConfigError) as caught:
        list(share_out(die_at_seven, range(100), 2))
    assert caught.value.problems[0].message == "a worker process ended before its work was done (-9)"


def test_work_that_is_given_up_ends_everywhere(tmp_path: Path) -> None:
    results = share_out(partial(work_slowly, tmp_path), range(10_000), 3)
    for _ in range(20):
        next(results)
    results.close()  # type: ignore[attr-defined]
    others = {int(path.name) for path in tmp_path.iterdir()} - {os.getpid()}
    assert others and all(map(is_gone, others))


ENDLESS = """
import sys
from functools import partial
from pathlib import Path
from newsbrief.build.workers import share_out
from support.work import work_slowly
list(share_out(partial(work_slowly, Path(sys.argv[1])), range(100_000), 3))
"""


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system has no /proc")
@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_worker_outlives_the_process_that_it_works_for(tmp_path: Path, by: signal.Signals) -> None:
    command = [sys.executable, "-c", ENDLESS, tmp_path]
    with running(command, env=ENVIRONMENT, stderr=subprocess.DEVNULL) as process:
        wait_until(lambda: len(list(tmp_path.iterdir())) == 3, process)
        process.send_signal(by)
        process.wait(PATIENCE)
        wait_until(lambda: all(is_gone(int(path.name)) for path in tmp_path.iterdir()))


# Does work in a process that the system lets begin no other.
ALONE = """
import os, resource
from newsbrief.build.workers import share_out
from support.work import square
import multiprocessing.connection, multiprocessing.popen_fork
resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
if os.geteuid() == 0:
    os.seteuid(65534)
    os.setreuid(65534, 65534)
assert sorted(result for result, _ in share_out(square, range(100), 3)) == [number ** 2 for number in range(100)]
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux is known to hold this limit")
def test_where_no_other_process_may_begin_this_one_does_all_the_work() -> None:
    run_well(sys.executable, "-c", ALONE, env=ENVIRONMENT)


def test_there_is_a_core_at_least() -> None:
    assert count_cores() >= 1
