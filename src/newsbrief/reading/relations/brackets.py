"""The body that stands in brackets right after a person's name: a party, a firm, a team.

`find_bracketed("Minister Vane (KVP) spoke", names)` is the pair of the names of Vane and of the KVP.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsbrief.evidence.names import NamePlace


def find_bracketed(text: str, names: Sequence[NamePlace]) -> Iterator[tuple[NamePlace, NamePlace]]:
    """Yield each two of `names`, which are in order, of which the later alone stands in brackets after the other.

    More may follow the name behind a comma or a stroke: `Vane (KVP, Dorn)`.
    """
    for before, after in pairwise(names):
        between = text[before.span.end : after.span.start]
        if between in (" (", "\u00a0(") and text[after.span.end : after.span.end + 1] in (")", ",", "/"):
            yield before, after
