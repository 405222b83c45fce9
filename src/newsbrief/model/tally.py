"""The figures of what was checked in a briefing, counted apart by the ground on which each thing stands.

>>> Tally(dates=4, dates_sourced=1, dates_read=1).grounds[1]
Ground(name='dates', program=2, source=1, reading=1)
"""

from typing import Literal, NamedTuple

from msgspec import Struct

Counted = Literal["quotations", "dates", "sentences", "relations", "parties"]


class Ground(NamedTuple):
    """How many things of a kind the program found and understood, and how many stand on something else.

    `source` are known from outside the article, `reading` from the editor's reading.
    """

    name: Counted
    program: int
    source: int
    reading: int

    @property
    def total(self) -> int:
        return self.program + self.source + self.reading


class Tally(Struct, frozen=True):
    """The figures of what was checked. Those that end in `_sourced` and `_read` are part of what they begin with.

    `sentences` are the key points and the sentences about parties; those of events are counted with their dates.
    `readings` are all entries that stand on the editor's reading, and the title, the standfirst and the
    as-of day if they do.
    """

    passages: int = 0
    quotations: int = 0
    quotations_read: int = 0
    unattributed: int = 0
    by_pronoun: int = 0
    hedged: int = 0
    not_speech: int = 0
    not_speech_read: int = 0
    dates: int = 0
    dates_sourced: int = 0
    dates_read: int = 0
    sentences: int = 0
    sentences_sourced: int = 0
    sentences_read: int = 0
    relations: int = 0
    relations_read: int = 0
    relations_hedged: int = 0
    parties: int = 0
    parties_sourced: int = 0
    parties_read: int = 0
    cites: int = 0
    mentions: int = 0
    sources: int = 0
    readings: int = 0

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """The ground of everything that is counted, kind by kind, in the order of `Counted`."""
        counted: tuple[tuple[Counted, int, int, int], ...] = (
            ("quotations", self.quotations, 0, self.quotations_read),
            ("dates", self.dates, self.dates_sourced, self.dates_read),
            ("sentences", self.sentences, self.sentences_sourced, self.sentences_read),
            ("relations", self.relations, 0, self.relations_read),
            ("parties", self.parties, self.parties_sourced, self.parties_read),
        )
        return tuple(Ground(name, total - source - read, source, read) for name, total, source, read in counted)
