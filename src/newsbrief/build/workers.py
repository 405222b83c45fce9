"""Several processes at one piece of work, each with a share of it."""

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from newsbrief.model.problems import ConfigError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext

Task = TypeVar("Task")
Result = TypeVar("Result")
Work = Callable[[Iterable[Task]], Iterator[Result]]

FEW = 24
"""Up to how many briefings or pages one process makes by itself: for so few, others would not begin in time."""

_FORKS = sys.platform == "linux"
"""Whether a worker may begin as a copy of this process, with all that is loaded; elsewhere it must begin anew."""


def count_cores() -> int:
    """Return how many processes this one may have at work at a time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def share_out(work: Work[Task, Result], tasks: Sequence[Task], hands: int, method: str = "") -> Iterator[Result]:
    """Yield the results of `tasks`, in no order: this process works on a share of them, `hands` - 1 others on theirs.

    Few tasks are done by this process alone. `method` is how the others begin, "fork" or "spawn"; for the latter,
    `work` must be one that can be pickled. ConfigError: one of the others ended before its work was done. What `work`
    raises there is raised here.
    """
    if hands == 1 or len(tasks) <= FEW:
        yield from work(tasks)
        return
    # Most builds have no work to share, and importing these takes time.
    import multiprocessing
    from multiprocessing.connection import wait

    context = multiprocessing.get_context(method or ("fork" if _FORKS else "spawn"))
    crew: list[_Worker[Result]] = []
    try:
        try:
            for number in range(1, hands):
                crew.append(_Worker(context, work, tasks[number::hands]))
        except OSError:
            # The system lets no more processes begin.
            for worker in crew:
                worker.end()
            crew, hands = [], 1
        for result in work(tasks[::hands]):
            yield result
            for worker in crew:
                yield from worker.results()
        while busy := [worker for worker in crew if not worker.is_done]:
            wait([worker.connection for worker in busy])
            for worker in busy:
                yield from worker.results()
    finally:
        for worker in crew:
            worker.end()


class _Worker(Generic[Result]):
    """Another process at work on its share."""

    def __init__(
        self, context: "BaseContext", work: Callable[[Iterable[Any]], Iterator[Result]], tasks: Sequence[Any]
    ) -> None:
        self.connection, theirs = context.Pipe(duplex=False)
        self.is_done = False
        arguments = (work, tasks, theirs, self.connection)
        self.process = context.Process(target=_do_share, args=arguments, daemon=True)  # type: ignore[attr-defined]
        self.process.start()
        # With our copy of their end closed, ours tells when they have gone.
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


def _do_share(work: Work[Task, Result], tasks: Sequence[Task], ours: "Connection", theirs: "Connection") -> None:
    # The process that shares out the work hears of an interrupt, too, and ends this one. When it is gone, nobody reads.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    theirs.close()
    try:
        for result in work(tasks):
            ours.send((result, None, False))
        ours.send((None, None, True))
    except BrokenPipeError:
        return
    except Exception as error:
        ours.send((None, error, False))
