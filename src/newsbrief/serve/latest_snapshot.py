"""The latest snapshot of a site, and a way to wait for the next one."""

from threading import Condition

from newsbrief.serve.snapshot import Snapshot


class LatestSnapshot:
    """The snapshot that browsers are shown now. Any thread may read it, replace it, or wait for the next one."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._changed = Condition()
        self._snapshot = snapshot
        self._is_closed = False

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot as it is now."""
        return self._snapshot

    @property
    def is_closed(self) -> bool:
        """Say whether no other snapshot will come."""
        return self._is_closed

    def show(self, snapshot: Snapshot) -> None:
        """Show another snapshot from now on, and wake every thread that waits."""
        with self._changed:
            self._snapshot = snapshot
            self._changed.notify_all()

    def wait(self, seen: Snapshot | None, seconds: float) -> Snapshot:
        """Return the snapshot as soon as it is another than `seen`, or the same one when `seconds` are over."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_closed or self._snapshot is not seen, seconds)
            return self._snapshot

    def close(self) -> None:
        """End the waiting of every thread, now and from now on."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()
