"""The events of a briefing, with the time between them."""

from collections.abc import Sequence
from itertools import pairwise

from newsbrief.model.briefing import DatedEvent
from newsbrief.model.dates import Interval, measure_interval


def lay_out_time(events: Sequence[DatedEvent]) -> tuple[tuple[DatedEvent, Interval | None], ...]:
    """Return each event with the time since the one before."""
    intervals = [measure_interval(earlier.date, later.date) for earlier, later in pairwise(events)]
    return tuple(zip(events, [None, *intervals], strict=False))
