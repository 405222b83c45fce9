"""Words that stand near others in an article: a date's words by the words cited, a cue by its quotation.

`find_near(evidence, "on Sunday", cites)` is the place inside one of `cites`, or else the nearest in a paragraph beside.
"""

from bisect import bisect_left, bisect_right
from itertools import accumulate

from msgspec import Struct

from newsbrief.content.fields import Words, as_selector
from newsbrief.evidence.missing import Missing
from newsbrief.evidence.search import Evidence
from newsbrief.evidence.whole_words import MOST_PLACES
from newsbrief.model.document import Span

_NEAR = 1
"""The most paragraphs between words and the words beside them."""

_MANY = 8
"""Places of the same words of which only the nearest to each cite are looked at."""


class _Cites(Struct, frozen=True):
    """Places cited, from the first to the last: their starts, the furthest end so far, the blocks and paragraphs."""

    starts: list[int]
    ends: list[int]
    paragraphs: list[int]
    blocks: list[int]

    def holds(self, place: Span) -> bool:
        number = bisect_right(self.starts, place.start)
        return number > 0 and self.ends[number - 1] >= place.end

    def gap(self, place: Span) -> int:
        """Return the number of characters between a place and the nearest cite."""
        number = bisect_right(self.starts, place.end)
        gaps = [place.start - end for end in self.ends[number - 1 : number] if number]
        gaps += [start - place.end for start in self.starts[number : number + 1]]
        return max(min(gaps), 0)

    def distance(self, evidence: Evidence, place: Span) -> int:
        """Return the number of paragraphs to the nearest cite; a list or a table counts as one, too."""
        paragraphs = _nearest(self.paragraphs, evidence.paragraph_of(place.start))
        return min(paragraphs, _nearest(self.blocks, evidence.block_of(place.start))) if paragraphs else 0


def _order(evidence: Evidence, cites: tuple[Span, ...]) -> _Cites:
    ordered = sorted(cites)
    edges = [at for cite in ordered for at in (cite.start, cite.end - 1)]
    return _Cites(
        [cite.start for cite in ordered],
        list(accumulate((cite.end for cite in ordered), max)),
        sorted(map(evidence.paragraph_of, edges)),
        sorted(map(evidence.block_of, edges)),
    )


def _nearest(numbers: list[int], to: int) -> int:
    """Return how far the nearest of sorted `numbers` is from `to`."""
    at = bisect_left(numbers, to)
    return min(abs(number - to) for number in numbers[max(0, at - 1) : at + 1])


def find_near(evidence: Evidence, words: Words, cites: tuple[Span, ...], *, is_guessing: bool = True) -> Span | Missing:
    """Return the place of `words` inside one of `cites`, or else the nearest to them in a paragraph beside them."""
    selector = as_selector(words)
    places = evidence.occurrences(*selector)
    if not cites or not places:
        return evidence.find(*selector, is_guessing=is_guessing)
    if len(places) == MOST_PLACES:
        return Missing("repeated", places)
    near = places if len(places) <= _MANY else _thin_out(places, cites)
    ordered = _order(evidence, cites)
    inside = [place for place in near if ordered.holds(place)]
    if inside:
        return inside[0] if len(inside) == 1 else Missing("repeated", tuple(inside))
    distances = {place: ordered.distance(evidence, place) for place in near}
    beside = [place for place in near if distances[place] <= _NEAR]
    if not beside:
        return Missing("elsewhere", places)
    same = [place for place in beside if distances[place] == 0] or beside
    gaps = [ordered.gap(place) for place in same]
    least = min(gaps)
    nearest = [place for place, gap in zip(same, gaps, strict=True) if gap == least]
    return nearest[0] if len(nearest) == 1 else Missing("repeated", tuple(nearest))


def _thin_out(places: tuple[Span, ...], cites: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the places that meet a cite, and the nearest on either side of each."""
    kept: set[int] = set()
    for cite in cites:
        first = bisect_right(places, cite.start, key=lambda place: place.end) - 1
        last = bisect_left(places, cite.end, key=lambda place: place.start)
        kept.update(range(max(0, first), min(last + 1, len(places))))
    return tuple(places[number] for number in sorted(kept))


def are_near(evidence: Evidence, span: Span, others: tuple[Span, ...]) -> bool:
    """Say whether `span` stands in the paragraph of one of `others`, or in the one beside it."""
    return _order(evidence, others).distance(evidence, span) <= _NEAR
