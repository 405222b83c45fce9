"""Work that several processes share.

>>> sorted(share_out(lambda jobs: map(len, jobs), ["one", "two", "three"], workers=2))
[3, 3, 5]
"""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from newsbrief.model.problems import ConfigError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext

Job = TypeVar("Job")
Result = TypeVar("Result")
Work = Callable[[Iterable[Job]], Iterator[Result]]

FEW = 24
"""The most briefings or pages that one process makes by itself: for so few, others would not begin in time."""

_FORKS = sys.platform == "linux"
"""A worker begins here as a copy of this process, with all that is loaded; on other systems it must load it again."""


def count_cores() -> int:
    """Return how many processes this one may have at work at a time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def share_out(work: Work[Job, Result], jobs: Sequence[Job], workers: int, method: str = "") -> Iterator[Result]:
    """Yield the results of `jobs`, in no order: this process does one share of them, `workers` - 1 others do the rest.

    Few jobs are done by this process alone. `method` is how the others begin, "fork" or "spawn"; for the latter, `work`
    must be one that can be pickled. ConfigError: one of the others ended before its work was done. An error that `work`
    raises there is raised here.
    """
    if workers == 1 or len(jobs) <= FEW:
        yield from work(jobs)
        return
    others: list[_Worker[Result]] = []
    try:
        share = _start_others(others, work, jobs, workers, method or ("fork" if _FORKS else "spawn"))
        for result in work(share):
            yield result
            for other in others:
                yield from other.results()
        yield from _wait_for(others)
    finally:
        for other in others:
            other.end()


def _start_others(
    others: list["_Worker[Result]"], work: Work[Job, Result], jobs: Sequence[Job], workers: int, method: str
) -> Sequence[Job]:
    """Start the other processes and add them to `others`; return the share of the jobs that is left for this one."""
    # Most builds have no work to share, and importing this takes time.
    import multiprocessing

    context = multiprocessing.get_context(method)
    try:
        for number in range(1, workers):
            others.append(_Worker(context, work, jobs[number::workers]))
    except OSError:
        # The system lets no more processes begin.
        while others:
            others.pop().end()
        return jobs
    return jobs[::workers]


def _wait_for(others: Sequence["_Worker[Result]"]) -> Iterator[Result]:
    from multiprocessing.connection import wait

    while busy := [other for other in others if not other.is_done]:
        wait([other.connection for other in busy])
        for other in busy:
            yield from other.results()


class _Worker(Generic[Result]):
    """Another process at work on its share."""

    def __init__(
        self, context: "BaseContext", work: Callable[[Iterable[Any]], Iterator[Result]], jobs: Sequence[Any]
    ) -> None:
        self.connection, theirs = context.Pipe(duplex=False)
        self.is_done = False
        arguments = (work, jobs, theirs, self.connection)
        self.process = context.Process(target=_do_share, args=arguments, daemon=True)  # type: ignore[attr-defined]
        self.process.start()
        # With our copy of their end closed, ours shows when they have gone.
        theirs.close()

    def results(self) -> Iterator[Result]:
        """Yield the results that have come in."""
        while not self.is_done and self.connection.poll():
            try:
                result, failure, self.is_done = self.connection.recv()
            except EOFError:
                self.process.join()
                hint = "it may have run out of memory; build again, or see what the system's log says"
                message = f"a worker process ended before its work was done ({self.process.exitcode})"
                raise ConfigError.because(message, hint) from None
            if failure is not None:
                raise failure
            if not self.is_done:
                yield result

    def end(self) -> None:
        if not self.is_done:
            self.process.kill()
        self.process.join()
        self.connection.close()


def _do_share(work: Work[Job, Result], jobs: Sequence[Job], ours: "Connection", theirs: "Connection") -> None:
    # An interrupt also reaches the process that shares out the work, which ends this one. When it has gone, none reads.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    theirs.close()
    # The memory of the process that started this one is shared until it is written to, as looking for garbage does.
    gc.freeze()
    try:
        for result in work(jobs):
            ours.send((result, None, False))
        ours.send((None, None, True))
    except BrokenPipeError:
        return
    except Exception as error:
        ours.send((None, error, False))
