"""The contents of a share card, the lengths of its layout, and the record of a card."""

from typing import Literal, NamedTuple

from msgspec import Struct

WIDTH = 1200
HEIGHT = 630
MARGIN = 72
ROW = WIDTH - 2 * MARGIN
LABEL = 30
"""Lengths in px: the card, the free space at its left and right, the row of parties, and the size of their labels."""

WIDEST_LABEL = 400
"""The widest that the label of a party may be, in px."""


class ShareCard(Struct, frozen=True):
    """Everything a card shows: two equal cards are the same picture.

    `as_of` is a date in words, `site` the site's title. `parties` has the label of each party and its side's number,
    from 1 to 6, or None; `more` counts the parties for which there is no room. `draft` is the word for a draft. An
    empty text is not shown. `accent` is the colour `#rrggbb` of a site of its own look, "" for the theme's.
    """

    title: str
    as_of: str
    site: str
    parties: tuple[tuple[str, int | None], ...]
    more: str
    direction: Literal["ltr", "rtl"]
    language: str
    draft: str
    accent: str = ""


class CardRecord(NamedTuple):
    """A share card of the last build: the sign of what it shows, and its SHA-256; "" where it could not be drawn."""

    sign: str = ""
    digest: str = ""
