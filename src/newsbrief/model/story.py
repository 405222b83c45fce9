"""The part of a briefing that the page of its story shows: its events and its quotations."""

from msgspec import Struct

from newsbrief.model.dates import DateRange, parse_date


class StoryEvent(Struct, frozen=True, omit_defaults=True):
    """An event of a briefing: `id` is its place on the briefing's page, `when` the article's words for the date.

    `words` is the anchor of the article's words for it, and `paragraph` their number, 0 where it rests on an outside
    source alone. `basis` is the ground of the date, `agreement` says how those words give it, `reading` what the editor
    says of it.
    """

    id: str
    date: str
    text: str
    basis: str
    agreement: str = ""
    when: str = ""
    words: str = ""
    paragraph: int = 0
    reading: str = ""

    @property
    def range(self) -> DateRange:
        return parse_date(self.date)


class StoryQuotation(Struct, frozen=True, omit_defaults=True):
    """A quotation of a briefing, as the article prints it: `pieces` are its words, `paragraph` is their place.

    `speakers` are the names of those who speak, none where the article names nobody.
    """

    id: str
    pieces: tuple[str, ...]
    paragraph: int
    speakers: tuple[str, ...] = ()
    hedge: str = ""
    is_fragment: bool = False
    reading: str = ""


class StoryPart(Struct, frozen=True):
    """The part of a story that one briefing tells."""

    events: tuple[StoryEvent, ...] = ()
    quotations: tuple[StoryQuotation, ...] = ()
