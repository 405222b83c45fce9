"""The dates that parts of words come to, put together: a value, or nothing where the parts do not fit.

`resolve_parts((weekday_part(6),), Setting(date(2019, 4, 10), Custom())).choices[0].first` is 7 April 2019.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from newsbrief.reading.dates.parts import Basis, Cycle, Part, Setting, find_inside, weekend_part
from newsbrief.reading.dates.periods import DAY, GRAINS, Period, make_period, periods_around, shift_by, whole_day

_REACH = {"week": 8, "month": 62, "year": 400, "": 0}
_MOST_CHOICES = 8


class DateValue(Struct, frozen=True):
    """The date that words name. Usage may leave several `choices`, the likeliest first.

    `cycle` says that the words leave open the week or the year ("on Sunday", "in April"), so that the choices are those
    nearest to the as-of day; `is_span`, that they name both ends. No choice at all: the words contradict themselves, or
    name a time that no date can be written for.
    """

    choices: tuple[Period, ...]
    basis: Basis = "stated"
    cycle: Cycle = ""
    is_span: bool = False

    @property
    def first(self) -> date:
        return self.choices[0].first

    @property
    def last(self) -> date:
        return self.choices[0].last

    @property
    def precision(self) -> str:
        return self.choices[0].grain


Parts = tuple[Part, ...]


def resolve_parts(parts: Parts, setting: Setting) -> DateValue | None:
    """Return the value of parts that stand side by side ("Thursday, 4 April 2019"); None if they do not make one."""
    main = _main_part(parts)
    if main.scope == 0:
        return None
    reach = timedelta(_REACH[main.cycle])
    found = _find_places(parts, setting.as_of - reach, setting.as_of + reach)
    if len(found) > _MOST_CHOICES and not main.cycle:
        return None
    if main.cycle:
        past = [each for each in found if each.first <= setting.as_of]
        coming = [each for each in found if each.first > setting.as_of]
        found = _nearest_choices(past[-1:], coming[:1], main.cycle, setting.as_of)
    return DateValue(tuple(dict.fromkeys(found)), _basis_of(parts), main.cycle)


_LATELY = timedelta(days=60)


def _nearest_choices(past: list[Period], coming: list[Period], cycle: Cycle, as_of: date) -> list[Period]:
    """Return the last time and the next one; what was lately in this year is not that of the next."""
    if cycle != "year" or not past or not coming:
        return [*past, *coming]
    if as_of - past[0].last <= _LATELY:
        return past
    return [*past, *coming] if as_of - past[0].last <= coming[0].first - as_of else [*coming, *past]


def _main_part(parts: Parts) -> Part:
    return max(parts, key=lambda part: (part.scope, part.rank))


def _basis_of(parts: Parts) -> Basis:
    bases = [part.basis for part in parts if part.scope == 4]
    if "elsewhere" in bases:
        return "elsewhere"
    return "stated" if bases and "counted" not in bases else "counted"


def _find_places(parts: Parts, first: date, last: date) -> list[Period]:
    """Return the periods that all parts mean together, those that come round between two days."""
    main = _main_part(parts)
    others = sorted((part for part in parts if part is not main), key=lambda part: -part.rank)
    found = list(main.spans(first, last))
    for part in others:
        found = [finer for period in found for finer in _refine(period, part)]
    return sorted(found) if main.cycle else found


def _refine(period: Period, part: Part) -> tuple[Period, ...]:
    inside = find_inside(part, period)
    if part.grain == "season":
        if len(inside) > 1 and period.last.year == period.first.year + 1:
            # The winter of 2017–18 is the one in both years.
            inside = tuple(each for each in inside if each.earliest.year < each.last.year == period.last.year) or inside
        inside = tuple(each._replace(whole=(period.first, period.last)) for each in inside)
    if part.inside is None and part.rank > GRAINS.index(period.grain):
        return (period,) if inside else ()
    return inside


def resolve_range(sides: Sequence[Parts], setting: Setting) -> DateValue | None:
    """Return the value of two or more dates joined ("from March 28 to April 2", "Friday and Saturday").

    What one side leaves out, it has from the other.
    """
    scopes = [_main_part(side).scope for side in sides]
    if 0 in scopes:
        return None
    anchor = len(sides) - 1 - scopes[::-1].index(max(scopes)) if max(scopes) == 4 else scopes.index(max(scopes))
    if scopes[0] == scopes[-1] == 4:
        anchor = 0
    value = resolve_parts(sides[anchor], setting)
    if value is None:
        return None
    choices = []
    for choice in value.choices:
        first = last = choice
        for side in reversed(sides[:anchor]):
            first = first and _nearest(side, first, -1)  # type: ignore[assignment]
        for side in sides[anchor + 1 :]:
            last = last and _nearest(side, last, 1)  # type: ignore[assignment]
        if first and last and first.first <= last.first:
            choices.append(_join(first, last))
    bases = [_basis_of(side) for side, scope in zip(sides, scopes, strict=True) if scope == 4]
    basis = next((each for each in bases if each != "stated"), value.basis)
    return DateValue(tuple(dict.fromkeys(choices)), basis, value.cycle, is_span=True) if choices else None


def _nearest(side: Parts, to: Period, way: int) -> Period | None:
    """Return the last time that parts mean before a period, or the first time after it."""
    reach = timedelta(_REACH[_main_part(side).cycle])
    found = _find_places(side, to.first - reach, to.last + reach)
    if way > 0:
        return next((each for each in found if each.first >= to.first and each != to), None)
    return next((each for each in reversed(found) if each.first <= to.first and each != to), None)


def _join(first: Period, last: Period) -> Period:
    grain = min(first.grain, last.grain, key=GRAINS.index)
    return Period(first.first, last.last, grain, first.earliest, last.latest)


def bound_value(bound: str, value: DateValue, setting: Setting) -> DateValue:
    """Return the value of "since", "until", "by", "before" or "after" a date, or the "night" before it."""
    choices: list[Period] = []
    for each in value.choices:
        if bound in ("since", "until", "by", "night"):
            choices.append(each)
        if bound == "since" and each.first < setting.as_of:
            choices.append(
                Period(each.first, setting.as_of, each.grain, each.earliest, max(each.latest, setting.as_of))
            )
        elif bound == "night" and each.first > date.min:
            choices.append(make_period(each.first - DAY, each.last, each.grain))
        elif bound == "by":
            choices.append(make_period(date.min, each.last, each.grain))
        elif bound == "before" and each.first > date.min:
            choices.append(make_period(date.min, each.first - DAY, each.grain))
        elif bound == "after" and each.last < date.max:
            choices.append(make_period(each.last + DAY, date.max, each.grain))
    return DateValue(tuple(choices), value.basis, value.cycle, is_span=False)


def shift_value(number: int, unit: str, value: DateValue) -> DateValue | None:
    """Return the day so many units after a day, or before it: "two days after Christmas"."""
    if any(choice.first != choice.last for choice in value.choices):
        return None
    days = (shift_by(unit, choice.first, number) for choice in value.choices)
    return DateValue(tuple(map(whole_day, days)), value.basis, value.cycle)


def units_up_to(unit: str, value: DateValue) -> DateValue | None:
    """Return the week, the month, … that ends on a day: "the week ending 5 April"."""
    if any(choice.first != choice.last for choice in value.choices):
        return None
    found = [make_period(shift_by(unit, each.last + DAY, -1), each.last, unit) for each in value.choices]
    return DateValue(tuple(found), value.basis, value.cycle)


def unit_around(unit: str, value: DateValue, setting: Setting) -> DateValue | None:
    """Return the week or the weekend of a day: "the week of 1 April"."""
    if any(choice.first != choice.last for choice in value.choices):
        return None
    found: list[Period] = []
    for choice in value.choices:
        if unit == "weekend":
            found += find_inside(weekend_part(setting.custom), choice)
        else:
            found += periods_around(unit, choice.first, 0, setting.custom)
    return DateValue(tuple(dict.fromkeys(found)), value.basis, value.cycle) if found else None
