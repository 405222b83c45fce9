"""The parts of dates that stand side by side in a lattice: "Thursday, 4 April 2019".

`PartGrammar(lattice, setting).sides_at(0)` are the ways to read a text's beginning as parts of one date.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from newsbrief.reading.dates.counted import nearly
from newsbrief.reading.dates.lattice import SKIPPED, Lattice
from newsbrief.reading.dates.parts import Part, Setting
from newsbrief.reading.dates.patterns import Pattern, patterns_by_kind
from newsbrief.reading.dates.tokens import Edge
from newsbrief.reading.dates.values import Parts

_MOST_PARTS = 5
_MOST_READINGS = 40
PART_COST = 10
BOUNDS = frozenset({"NIGHT", "SINCE", "UNTIL", "BY", "BEFORE", "AFTER", "FROM"})


class SideBySide(NamedTuple):
    """Parts that stand side by side, up to a token."""

    end: int
    parts: Parts
    cost: int
    is_number: bool = False


class PartGrammar:
    """The parts that may be read at each token of a lattice, each found once."""

    def __init__(self, lattice: Lattice, setting: Setting):
        self.lattice = lattice
        self.setting = setting
        self._patterns = patterns_by_kind()
        self._skipped: dict[int, tuple[int, ...]] = {}
        self._parts: dict[int, tuple[tuple[int, Part, int], ...]] = {}
        self._sides: dict[int, tuple[SideBySide, ...]] = {}

    def skip(self, at: int, signs: frozenset[str] = frozenset()) -> set[int]:
        """Return the tokens at which one may be after words that change nothing, and these signs."""
        found, todo = {at}, [at]
        while todo:
            here = todo.pop()
            for edge in self.edges(here):
                if (edge.kind in SKIPPED or edge.kind in signs) and edge.end not in found:
                    found.add(edge.end)
                    todo.append(edge.end)
        return found

    def edges(self, at: int) -> tuple[Edge, ...]:
        return self.lattice[at] if at < len(self.lattice) else ()

    def next_tokens(self, at: int) -> tuple[int, ...]:
        """Return the tokens after words that change nothing, the times of day among them."""
        if at not in self._skipped:
            self._skipped[at] = tuple(sorted(self.skip(at)))
        return self._skipped[at]

    def of_kind(self, at: int, kinds: frozenset[str]) -> Iterator[Edge]:
        for start in self.next_tokens(at):
            yield from (edge for edge in self.edges(start) if edge.kind in kinds)

    def parts_at(self, at: int) -> tuple[tuple[int, Part, int], ...]:
        """Return the parts from a token on, with their ends and costs."""
        if at not in self._parts:
            found: list[tuple[int, Part, int]] = []
            for start in self.next_tokens(at):
                for edge in self.edges(start):
                    for pattern in self._patterns.get(edge.kind, ()):
                        if pattern.terms[0].fits(edge):
                            cost = PART_COST + len(pattern.terms)
                            found += [(end, part, cost) for end, part in self._build(pattern, edge)]
            self._parts[at] = tuple(found[:_MOST_READINGS])
        return self._parts[at]

    def _build(self, pattern: Pattern, first: Edge) -> Iterator[tuple[int, Part]]:
        for values, end in self._match(pattern, 1, first.end, [first.value]):
            try:
                part = pattern.build(values, self.setting)
            except (ValueError, OverflowError, StopIteration):
                # The calendar has no days before the year 1 and after 9999, or figures are too long for a number.
                continue
            if part is not None:
                yield end, part

    def _match(self, pattern: Pattern, number: int, at: int, values: list[Any]) -> Iterator[tuple[list[Any], int]]:
        if number == len(pattern.terms):
            yield values, at
            return
        for start in self.next_tokens(at):
            for edge in self.edges(start):
                if pattern.terms[number].fits(edge):
                    yield from self._match(pattern, number + 1, edge.end, [*values, edge.value])

    def sides_at(self, at: int) -> tuple[SideBySide, ...]:
        """Return the parts that stand side by side from a token on."""
        if at not in self._sides:
            found = list(self._grow(at, ()))
            bounds = {edge.end for edge in self.of_kind(at, BOUNDS)}
            for edge in self.of_kind(at, frozenset({"ELSEWHERE"})):
                # "Later on Friday", "earlier in 2018": the time of the day or the year changes nothing.
                if edge.end not in bounds:
                    found += self._grow(edge.end, ())
            for edge in self.of_kind(at, frozenset({"ABOUT"})):
                found += [side._replace(parts=tuple(map(nearly, side.parts))) for side in self._grow(edge.end, ())]
            self._sides[at] = tuple(dict.fromkeys(found))[: 4 * _MOST_READINGS]
        return self._sides[at]

    def _grow(self, at: int, parts: Parts, cost: int = 0) -> Iterator[SideBySide]:
        starts = {at, *(self.skip(at, frozenset({"COMMA"})) if parts else ())}
        for end, part, more in [each for start in sorted(starts) for each in self.parts_at(start)]:
            if not any(_is_same_sort(part, other) for other in parts):
                yield SideBySide(end, (*parts, part), cost + more)
                if len(parts) < _MOST_PARTS:
                    yield from self._grow(end, (*parts, part), cost + more)


def _is_same_sort(part: Part, other: Part) -> bool:
    """Say whether two parts cannot stand side by side: two years, two months."""
    if part.grain == "edge":
        return other.grain == "edge"
    return part.grain == other.grain and part.cycle == other.cycle and bool(part.inside) == bool(other.inside)
