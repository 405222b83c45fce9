"""The front matter of an article: its title, as-of day, origin and corrections, in the editor's words."""

from datetime import date
from typing import Literal

from msgspec import Struct


class Source(Struct, frozen=True):
    """A publication outside the article."""

    title: str
    url: str


OriginField = Literal["publisher", "author", "published", "url"]


class Origin(Struct, frozen=True):
    """The origin of the article, as far as the editor gives it.

    `not_given` are the fields of which the editor says that the article does not give them; of others that are None,
    nothing is known.
    """

    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    note: str | None = None
    not_given: tuple[OriginField, ...] = ()


class Image(Struct, frozen=True):
    """A picture in the briefing's folder."""

    file: str
    alt: str
    credit: str | None = None


class Correction(Struct, frozen=True):
    """A mistake in the briefing: what it said, what it says now, and the day of the correction."""

    date: date
    said: str
    says: str


class Connections(Struct, frozen=True, array_like=True):
    """The place of a briefing among the others, which are named by their addresses.

    `story` and `topics` are those that it belongs to, `updates` the briefings that it corrects or carries on,
    `translation_of` the one that it translates, `formerly` its own earlier addresses, the first one first.
    """

    story: str = ""
    topics: tuple[str, ...] = ()
    updates: tuple[str, ...] = ()
    translation_of: str = ""
    formerly: tuple[str, ...] = ()


class FrontMatter(Struct, frozen=True):
    """All that an editor says about an article; `corrections` from the earliest.

    `sic` are words of the article in which a quotation mark is a letter, or was never closed or opened.
    `as_of_reading` says why the as-of day is far from the day on which the article was published;
    `title_reading` and `standfirst_reading`, why the article's words bear out these sentences of the editor's.
    `gone` says why the briefing is no longer published.
    """

    title: str
    standfirst: str | None
    as_of: date
    as_of_sources: tuple[Source, ...]
    origin: Origin
    image: Image | None
    image_credit: str | None
    language: str
    draft: bool
    corrections: tuple[Correction, ...] = ()
    sic: tuple[str, ...] = ()
    as_of_reading: str | None = None
    title_reading: str | None = None
    standfirst_reading: str | None = None
    connections: Connections = Connections()
    gone: str | None = None

    @property
    def readings(self) -> tuple[str, ...]:
        """All readings of the editor's in the front matter."""
        given = (self.title_reading, self.standfirst_reading, self.as_of_reading)
        return tuple(reading for reading in given if reading is not None)

    @property
    def updated(self) -> date:
        """The day of the last correction, or else the as-of day."""
        return self.corrections[-1].date if self.corrections else self.as_of
