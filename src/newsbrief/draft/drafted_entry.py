"""An entry of a fact sheet as a draft proposes it, with what it becomes where the rules refuse that."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from newsbrief.model.document import Span


class DraftedEntry(Struct, frozen=True):
    """The values of an entry of `section`, about words that begin at `at`; `fallbacks` are its weaker forms in order.

    Each form is a section and its values. An entry without a form left stands in the file as a comment, or not at all.
    """

    section: str
    values: Mapping[str, Any]
    at: Span
    fallbacks: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    is_offered: bool = False

    def weaker(self) -> "DraftedEntry | None":
        """Return the entry in its next form; None where it has none."""
        if not self.fallbacks:
            return None
        (section, values), *others = self.fallbacks
        return DraftedEntry(section, values, self.at, tuple(others), self.is_offered)
