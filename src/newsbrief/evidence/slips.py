"""The article's own slips: marks that its editor declares to be letters, or left open by the publisher.

`read_slips(text, marks, ("“We won",), …)` says which declared words name such marks, and which marks those are.
"""

from collections.abc import Callable, Mapping

from msgspec import Struct

from newsbrief.evidence.apostrophes import is_letter, looks_like_letter, shortens_end
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
    partners = {edge: other for passage in as_printed.passages for edge, other in _edges(passage.outer)}
    lone = {at for mark in pair(offsets).unpaired for at in range(mark.offset, mark.end)} if offsets else set()
    for number, found in declared.items():
        if not any(_is_slip(text, offset, partners, lone, offsets) for offset in found):
            faults[number] = min(found)
    sound = (found for number, found in declared.items() if number not in faults)
    return Slips(frozenset(offset for found in sound for offset in found), faults)


def _marks_in(text: str, place: Span) -> set[int]:
    """Return the offsets of marks in declared words; those inside a word are apostrophes like any other."""
    found = {at for match in MARK.finditer(text, *place) for at in range(*match.span())}
    return {at for at in found if not (is_letter(text[at - 1 : at]) and is_letter(text[at + 1 : at + 2]))}


def _edges(outer: Span) -> tuple[tuple[int, int], tuple[int, int]]:
    return (outer.start, outer.end - 1), (outer.end - 1, outer.start)


def _is_slip(text: str, offset: int, partners: Mapping[int, int], lone: set[int], declared: frozenset[int]) -> bool:
    """Say whether a mark has no partner, or one that does without it, or is paired with an apostrophe."""
    if offset not in partners:
        return True
    partner = partners[offset]
    if partner not in declared:
        return partner not in lone
    is_single = FAMILIES.get(text[offset]) == "single"
    return is_single and (shortens_end(text, max(offset, partner), "") or looks_like_letter(text, min(offset, partner)))
