"""The signals that end a command: it tidies up after itself, as after an interrupt from the keyboard.

For example:

    with ended_by_signals():
        options.run(options)
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


class EndedError(BaseException):
    """A `signal` that ends the command."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.signal = signal.Signals(number)


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Let a signal that ends the command raise EndedError in the block, unless whoever started it has it ignored."""
    # Only the main thread can say what signals do.
    is_main = threading.current_thread() is threading.main_thread()
    before = {each: signal.getsignal(each) for each in _ENDING if is_main}
    ours = [each for each, handler in before.items() if handler == signal.SIG_DFL]
    for each in ours:
        signal.signal(each, _end)
    try:
        yield
    finally:
        for each in ours:
            signal.signal(each, before[each])


def _end(number: int, _: object) -> None:
    raise EndedError(number)
