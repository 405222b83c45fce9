"""The article's own slips: marks that its editor declares to be letters, or left open by the publisher.

`read_slips(text, marks, ("“We won",), …)` says which declared words name such marks, and which marks those are.
"""

from collections.abc import Callable, Mapping

from msgspec import Struct

from newsbrief.evidence.apostrophes import is_inside_word, looks_like_letter, shortens_end
from newsbrief.evidence.mark_families import FAMILIES, MARK
from newsbrief.evidence.missing import Missing
from newsbrief.evidence.quotation_marks import Marks
from newsbrief.model.document import Span


class Slips(Struct, frozen=True):
    """The offsets of declared marks, and by their number in the list the words that declare nothing, with the reason.

    A reason is the Missing words, or the offset of the first mark, which is in order; None where there is no mark.
    """

    offsets: frozenset[int] = frozenset()
    faults: Mapping[int, Missing | int | None] = {}


def read_slips(
    text: str, places: tuple[Span | Missing, ...], as_printed: Marks, pair: Callable[[frozenset[int]], Marks]
) -> Slips:
    """Return the slips declared at `places`. `as_printed` are the marks without any, `pair` reads them again."""
    faults: dict[int, Missing | int | None] = {}
    declared: dict[int, set[int]] = {}
    for number, place in enumerate(places):
        if isinstance(place, Missing):
            faults[number] = place
        elif not (found := _marks_in(text, place)):
            faults[number] = None
        else:
            declared[number] = found
    offsets = frozenset(offset for found in declared.values() for offset in found)
    order = _Order(text, as_printed, offsets, _offsets_of(pair(offsets)) if offsets else set())
    slips = {number: {offset for offset in found if order.is_slip(offset)} for number, found in declared.items()}
    faults |= {number: min(declared[number]) for number, found in slips.items() if not found}
    return Slips(frozenset(offset for found in slips.values() for offset in found), dict(sorted(faults.items())))


def _marks_in(text: str, place: Span) -> set[int]:
    """Return the offsets of marks in declared words; those inside a word are apostrophes like any other."""
    found = {at for match in MARK.finditer(text, *place) for at in range(*match.span())}
    return {at for at in found if not is_inside_word(text, at)}


def _offsets_of(marks: Marks) -> set[int]:
    """Return the offsets of all marks without a partner."""
    return {at for mark in marks.unpaired for at in range(mark.offset, mark.end)}


class _Order:
    """The order in which marks stand as printed; `lone` are those without a partner if none of `declared` counts."""

    def __init__(self, text: str, as_printed: Marks, declared: frozenset[int], lone: set[int]) -> None:
        self.text = text
        self.declared = declared
        self.lone = lone
        self.reopening = frozenset(as_printed.reopening)
        self.is_worse = bool(lone - _offsets_of(as_printed))
        self.partners: dict[int, int] = {}
        for passage in as_printed.passages:
            first, last = passage.outer.start, passage.outer.end - 1
            self.partners |= dict.fromkeys(range(first, passage.inner[0].start), last)
            self.partners |= dict.fromkeys(range(passage.inner[-1].end, last + 1), first)

    def is_slip(self, offset: int) -> bool:
        """Say whether a mark has no partner, or one that does without it, or is paired with an apostrophe."""
        if offset in self.reopening:
            return not self.is_worse
        if offset not in self.partners:
            return True
        partner = self.partners[offset]
        if partner not in self.declared:
            return partner not in self.lone
        ends = sorted((offset, partner))
        may_be_letters = shortens_end(self.text, ends[1], "") or looks_like_letter(self.text, ends[0])
        return FAMILIES.get(self.text[offset]) == "single" and may_be_letters
