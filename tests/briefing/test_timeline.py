"""The timeline of a briefing: its events and the time between them."""

from newsbrief.briefing.timeline import lay_out_time
from newsbrief.model.dates import Interval
from support.findings import brief


def test_each_event_is_laid_out_with_the_time_since_the_one_before() -> None:
    dated = "".join(
        f"  - {{date: {date}, event: E., source: {{title: S, url: 'https://example.org'}}}}\n"
        for date in ("2011", "2019-04-07", "2019-04-04", "2019-04-07")
    )
    timeline = lay_out_time(brief("Nothing else.", f"dates:\n{dated}").events)
    assert [(str(event.date), interval) for event, interval in timeline] == [
        ("2011", None),
        ("2019-04-04", Interval("years", 8)),
        ("2019-04-07", Interval("days", 3)),
        ("2019-04-07", None),
    ]
    assert lay_out_time(()) == ()
