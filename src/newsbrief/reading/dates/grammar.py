"""How words make a date: parts side by side, ranges of them, bounds, and counts from one.

`DateGrammar(lattice, setting).values_at(0)` are the ways to read a text's beginning, each with its end and its value.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from newsbrief.reading.dates.lattice import Lattice
from newsbrief.reading.dates.part_grammar import BOUNDS, PART_COST, PartGrammar, SideBySide
from newsbrief.reading.dates.parts import Setting, day_of_month, day_part, weekday_part
from newsbrief.reading.dates.values import (
    DateValue,
    bound_value,
    resolve_parts,
    resolve_range,
    shift_value,
    unit_around,
    units_up_to,
)

_JOINS = frozenset({"TO", "AND", "DASH", "SLASH"})
_NIGHT_JOINS = frozenset({"NIGHT_TO"})
_LIST_ENDS = frozenset({"AND"})


class Reading(NamedTuple):
    """One way to read words: the number of the token after them, the value, and how much had to be put together.

    `is_bound` says that the words name the bounds of a time by a date in it or beside it ("since May").
    """

    end: int
    value: DateValue
    cost: int
    is_bound: bool = False


class DateGrammar(PartGrammar):
    """The ways to read one lattice as dates."""

    def __init__(self, lattice: Lattice, setting: Setting):
        super().__init__(lattice, setting)
        kinds = {edge.kind for edges in lattice for edge in edges}
        self._has_bounds_after = "BOUND_AFTER" in kinds
        self._has_joins = not kinds.isdisjoint(_JOINS | _NIGHT_JOINS)

    def values_at(self, at: int) -> list[Reading]:
        """Return the readings of the words from a token on, those put together of least first."""
        found = [*self._plain(at), *self._ranges(at), *self._bounds(at), *self._shifts(at)]
        # "The last week of March" may be last week or March's last one: what makes no date is not meant.
        return sorted(found, key=lambda each: (not each.value.choices, each.cost, each.value.basis != "stated"))

    def _plain(self, at: int) -> Iterator[Reading]:
        for end, parts, cost, _ in self.sides_at(at):
            if value := self._resolve(lambda parts=parts: resolve_parts(parts, self.setting)):
                yield Reading(end, value, cost)

    def _resolve(self, resolve: Any) -> DateValue | None:
        try:
            value: DateValue | None = resolve()
        except (ValueError, OverflowError):
            return None
        return value

    def _ranges(self, at: int) -> Iterator[Reading]:
        if not self._has_joins:
            return
        starts = [(at, _JOINS), *((edge.end, _JOINS) for edge in self.of_kind(at, frozenset({"FROM"})))]
        starts += [(edge.end, _NIGHT_JOINS) for edge in self.of_kind(at, frozenset({"NIGHT_FROM"}))]
        for start, joins in starts:
            for end, sides in self._chain(start, (), joins):
                if not _may_join(sides) or (start == at and not _are_alike(sides)):
                    continue
                parts = [side.parts for side in sides]
                value = self._resolve(lambda parts=parts: resolve_range(parts, self.setting))
                if value:
                    for last in [end, *(edge.end for edge in self.of_kind(end, _RANGE_ENDS))]:
                        yield Reading(last, value, sum(side.cost for side in sides))

    def _chain(
        self, at: int, sides: tuple[SideBySide, ...], joins: frozenset[str], join: str = ""
    ) -> Iterator[tuple[int, tuple[SideBySide, ...]]]:
        """Yield dates joined to others; after commas, the last one is joined by "and"."""
        begun = [] if sides else self._begun_at(at)
        for side in [*self.sides_at(at), *self._numbers_at(at), *begun]:
            chained = (*sides, side)
            if join and join != "COMMA":
                yield side.end, chained
            if len(chained) > 3 or join not in ("", "COMMA"):
                continue
            for start in self.skip(side.end, frozenset({"COMMA"})):
                for edge in self.edges(start):
                    if edge.kind == "COMMA" or edge.kind in (joins if len(chained) == 1 else _LIST_ENDS):
                        yield from self._chain(edge.end, chained, joins, edge.kind)

    def _begun_at(self, at: int) -> Iterator[SideBySide]:
        """Yield a day whose mark stands only after the second: 4月3〜5日."""
        for month in self.of_kind(at, frozenset({"NUMBER"})):
            for mark in self.of_kind(month.end, frozenset({"MONTH_MARK"})):
                for day in self.of_kind(mark.end, frozenset({"NUMBER"})):
                    if 1 <= (month.value or 0) <= 12 and 1 <= (day.value or 0) <= 31:
                        yield SideBySide(day.end, (day_part(month.value, day.value),), PART_COST)

    def _numbers_at(self, at: int) -> Iterator[SideBySide]:
        for edge in self.of_kind(at, frozenset({"DAY"})):
            if isinstance(edge.value, int) and 1 <= edge.value <= 31:
                yield SideBySide(edge.end, (day_of_month(edge.value),), PART_COST, is_number=True)
        for weekday in self.of_kind(at, frozenset({"WEEKDAY"})):
            for edge in self.of_kind(weekday.end, frozenset({"NUMBER"})):
                if 1 <= (edge.value or 0) <= 31:
                    parts = (weekday_part(weekday.value), day_of_month(edge.value))
                    yield SideBySide(edge.end, parts, 2 * PART_COST, is_number=True)

    def _bounds(self, at: int) -> Iterator[Reading]:
        for edge in self.of_kind(at, BOUNDS):
            bound = "since" if edge.kind == "FROM" else edge.kind.lower()
            for end, value, cost, _ in [*self._plain(edge.end), *self._ranges(edge.end)]:
                for last in [end, *(edge.end for edge in self.of_kind(end, _BOUND_AFTER))]:
                    yield Reading(last, bound_value(bound, value, self.setting), cost, is_bound=True)
        if self._has_bounds_after:
            for end, value, cost, _ in self._plain(at):
                for edge in self.of_kind(end, _BOUND_AFTER):
                    yield Reading(edge.end, bound_value(edge.value, value, self.setting), cost, is_bound=True)

    def _shifts(self, at: int) -> Iterator[Reading]:
        """Yield "two days after Christmas", "the day before Easter", "the eve of 4 April"."""
        for end, number, unit in [*self._counts(at), *((edge.end, -1, "day") for edge in self.of_kind(at, _EVE))]:
            for after, value, cost, _ in self._plain(end):
                shifted = self._resolve(lambda n=number, u=unit, v=value: shift_value(n, u, v))
                if shifted:
                    yield Reading(after, shifted, cost + PART_COST)
        for edge in self.of_kind(at, _UNIT):
            for ending in self.of_kind(edge.end, frozenset({"ENDING"})):
                for after, value, cost, _ in self._plain(ending.end):
                    if up_to := self._resolve(lambda u=edge.value, v=value: units_up_to(u, v)):
                        yield Reading(after, up_to, cost + PART_COST, is_bound=True)
            if edge.value in ("week", "weekend"):
                for after, value, cost, _ in self._plain(edge.end):
                    if around := self._resolve(lambda u=edge.value, v=value: unit_around(u, v, self.setting)):
                        yield Reading(after, around, cost + PART_COST)

    def _counts(self, at: int) -> Iterator[tuple[int, int, str]]:
        numbers = [(edge.end, edge.value) for edge in self.of_kind(at, frozenset({"NUMBER"}))]
        counts = [(edge.end, edge.value[1], edge.value[0]) for edge in self.of_kind(at, frozenset({"COUNT"}))]
        for start, number in numbers:
            counts += [(edge.end, number, edge.value) for edge in self.of_kind(start, _UNIT)]
        if not self.of_kind(at, frozenset({"MANY"})):
            counts += [(edge.end, 1, edge.value) for edge in self.of_kind(at, _UNIT)]
        for end, number, unit in counts:
            for way in self.of_kind(end, frozenset({"ELSEWHERE", "BEFORE", "AFTER"})):
                is_before = way.kind == "BEFORE" or way.value == "before"
                yield way.end, -number if is_before else number, unit


_UNIT = frozenset({"UNIT"})
_EVE = frozenset({"EVE"})
_RANGE_ENDS = frozenset({"RANGE_END"})
_BOUND_AFTER = frozenset({"BOUND_AFTER"})


def _are_alike(sides: Sequence[SideBySide]) -> bool:
    """Say whether dates joined without "from" are both days, or neither: "Friday to December" is no range."""
    return len({any(part.grain == "day" for part in side.parts) for side in sides}) == 1


def _may_join(sides: Sequence[SideBySide]) -> bool:
    """Say whether a bare number is a day here: another side must be a day of a month."""
    if not any(side.is_number for side in sides):
        return True
    return any(
        not side.is_number and any(part.grain == "day" and part.cycle != "week" for part in side.parts)
        for side in sides
    )
