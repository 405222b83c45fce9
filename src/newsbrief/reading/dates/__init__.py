"""The dates that an article's words name: a value with its bounds and precision, or nothing.

`read_date("on Thursday, April 4", "en-GB", date(2019, 4, 10))` is 4 April 2019, the nearest such day.
The words of languages are tables (`lexicons/`, `lexicon_tables.py`); how they make a date is the same for all of
them (`patterns.py`, `grammar.py`).
"""

from newsbrief.reading.dates.find import DateWords, find_dates
from newsbrief.reading.dates.judge import Verdict, judge, write_period
from newsbrief.reading.dates.periods import Period
from newsbrief.reading.dates.read import read_date
from newsbrief.reading.dates.running_text import read_running_text
from newsbrief.reading.dates.tense import speaks_of_past, tense_of_clause
from newsbrief.reading.dates.values import DateValue

__all__ = [
    "DateValue",
    "DateWords",
    "Period",
    "Verdict",
    "find_dates",
    "judge",
    "read_date",
    "read_running_text",
    "speaks_of_past",
    "tense_of_clause",
    "write_period",
]
