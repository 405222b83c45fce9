"""An entry of a fact sheet as a draft proposes it, with what it becomes where the rules refuse that."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from newsbrief.model.document import Span


class DraftedEntry(Struct, frozen=True):
    """The values of an entry of `section`, about words that begin at `at`; `fallbacks` are its weaker forms in order.

    Each form is a section and its values. `apart` are the entries of its parts, by which it is replaced where the rules
    refuse it whole. `comment` is written above it. An entry without a form left stands in the file as a comment,
    or not at all.
    """

    section: str
    values: Mapping[str, Any]
    at: Span
    fallbacks: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    is_offered: bool = False
    apart: tuple["DraftedEntry", ...] = ()
    comment: str = ""

    def weaker(self) -> "tuple[DraftedEntry, ...]":
        """Return the entry in its next form, or its parts; none where it has none."""
        if not self.fallbacks:
            return self.apart
        (section, values), *others = self.fallbacks
        return (DraftedEntry(section, values, self.at, tuple(others), self.is_offered, self.apart, self.comment),)
