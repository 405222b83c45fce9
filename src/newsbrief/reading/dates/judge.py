"""One comparison of a given date with the value that words have.

`judge(read_date("last week", "en", as_of), parse_date("2019-04-01"))` is "finer": the words say only the week.
"""

from datetime import date
from typing import Literal

from newsbrief.model.dates import DateRange, PartialDate
from newsbrief.reading.dates.periods import DAY, Period
from newsbrief.reading.dates.values import DateValue

Verdict = Literal["agrees", "finer", "wider", "elsewhere", "outside"]
"""How a given date stands to the words for it.

It agrees; it is more precise than they are; it reaches beyond them; they count from a day that they do not name; or it
lies outside what they can mean.
"""


def judge(value: DateValue, given: DateRange) -> Verdict:
    """Return how a date stands to the value of its words."""
    if any(_agrees(choice, given) for choice in value.choices):
        return "elsewhere" if value.basis == "elsewhere" else "agrees"
    if value.basis == "elsewhere":
        return "elsewhere"
    first, last = given.bounds
    if any(choice.earliest <= first and last <= choice.latest for choice in value.choices):
        return "finer"
    if not value.is_span and any(first <= choice.latest and choice.earliest <= last for choice in value.choices):
        return "wider"
    return "outside"


def _agrees(choice: Period, given: DateRange) -> bool:
    """Say whether a date is this period, or the same less precisely: 2018 for "in early 2018"."""
    first, last = given.bounds
    if choice.whole:
        # The 19th century begins in 1801, or as many say in 1800.
        slack = DAY * 366 if choice.grain == "century" else DAY * 0
        if abs(first - choice.whole[0]) <= slack and abs(last - choice.whole[1]) <= slack:
            return True
    covers = first <= choice.first and choice.last <= last
    if covers and choice.earliest <= first and last <= choice.latest:
        return True
    return covers and _holds(given.start, choice.first) and _holds(given.end or given.start, choice.last)


def _holds(part: PartialDate, day: date) -> bool:
    return part.first <= day <= part.last


def write_period(period: Period) -> str:
    """Return a period as a fact sheet has it: 2019-04, or 2019-04-01/2019-04-07."""
    first, last = period.first, period.last
    if first == last:
        return f"{first}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year:04}" if first.year == last.year else f"{first.year:04}/{last.year:04}"
    if first.day == 1 and (last.month, last.year) != _month_after(last):
        start, end = f"{first.year:04}-{first.month:02}", f"{last.year:04}-{last.month:02}"
        return start if start == end else f"{start}/{end}"
    return f"{first}/{last}"


def _month_after(day: date) -> tuple[int, int]:
    """Return the month of the next day."""
    following = date.fromordinal(min(day.toordinal() + 1, date.max.toordinal()))
    return following.month, following.year
