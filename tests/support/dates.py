"""Any days and dates, for property tests."""

from datetime import date

from hypothesis import strategies as st

from newsbrief.model.dates import DateRange, PartialDate

DAYS = st.dates(date(1, 1, 10), date(9999, 12, 20))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(DAYS)
    return draw(
        st.sampled_from(
            [PartialDate(day.year), PartialDate(day.year, day.month), PartialDate(day.year, day.month, day.day)]
        )
    )


@st.composite
def dates(draw: st.DrawFn) -> DateRange:
    start, end = sorted((draw(partial_dates()), draw(partial_dates())), key=lambda each: (each.first, each.last))
    return draw(st.sampled_from([DateRange(start), DateRange(start, end)]))
