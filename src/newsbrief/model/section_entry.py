"""The entries of a briefing's sections: their cards, their claims, their figures, and the editor's notes on them."""

from collections.abc import Mapping

from msgspec import Struct

from newsbrief.model.document import Span
from newsbrief.model.front_matter import Source


class EditorNotes(Struct, frozen=True, kw_only=True):
    """The editor's notes on an entry: why its words are read so, and a question that is still open.

    An entry with a reading stands on the editor's word; one without is as the program understands the article.
    """

    reading: str | None = None
    doubt: str | None = None


class SectionEntry(EditorNotes, frozen=True):
    """An entry of a section, under the id of its card."""

    id: str

    @property
    def claims(self) -> tuple["Claim", ...]:
        """The editor's sentences in it."""
        return ()

    @property
    def figures(self) -> Mapping[str, int]:
        """What the tally counts of it, by the names of its figures; cites and sources of claims are counted anyway."""
        return {}


class Claim(SectionEntry, frozen=True):
    """A sentence of the editor's, with the words of the article and the outside sources that it rests on."""

    text: str
    cites: tuple[Span, ...]
    sources: tuple[Source, ...]

    @property
    def claims(self) -> tuple["Claim", ...]:
        return (self,)

    @property
    def figures(self) -> Mapping[str, int]:
        sourced, read = int(self.reading is None and self.is_background), int(self.reading is not None)
        return {"sentences": 1, "sentences_sourced": sourced, "sentences_read": read}

    @property
    def is_background(self) -> bool:
        return not self.cites
