"""The board on which the newest snapshot hangs, and before which browsers wait for the next one."""

from threading import Condition

from newsbrief.serve.snapshot import Snapshot


class Board:
    """Holds the snapshot that is shown now. Any thread may read it, wait for the next one, or hang one up."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._changed = Condition()
        self._snapshot = snapshot
        self._closed = False

    @property
    def snapshot(self) -> Snapshot:
        """What is shown now."""
        return self._snapshot

    @property
    def is_closed(self) -> bool:
        """Whether nothing more will be hung up."""
        return self._closed

    def show(self, snapshot: Snapshot) -> None:
        """Hang up `snapshot` and wake everyone who waits."""
        with self._changed:
            self._snapshot = snapshot
            self._changed.notify_all()

    def wait(self, seen: Snapshot | None, seconds: float) -> Snapshot:
        """Return the snapshot as soon as it is another than `seen`, or the same one when `seconds` are over."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._snapshot is not seen, seconds)
            return self._snapshot

    def close(self) -> None:
        """Send everyone home who waits, now and from now on."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
