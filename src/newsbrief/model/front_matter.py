"""The editor's own words at the top of an article: its title, its day, its origin, its corrections."""

from datetime import date

from msgspec import Struct


class Source(Struct, frozen=True):
    """Something outside the article that can be looked up."""

    title: str
    url: str


class Origin(Struct, frozen=True):
    """Where the article comes from, as far as the article says; None where it does not."""

    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    note: str | None = None


class Image(Struct, frozen=True):
    """A picture file of the briefing's folder."""

    file: str
    alt: str
    credit: str | None = None


class Correction(Struct, frozen=True):
    """A mistake of the briefing's: what it said, what it says now, and the day on which it was mended."""

    date: date
    said: str
    says: str


class FrontMatter(Struct, frozen=True):
    """What the editor says of the article, ahead of it; `corrections` from the earliest."""

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

    @property
    def updated(self) -> date:
        """The day of the last correction, or else the one that the briefing is as of."""
        return self.corrections[-1].date if self.corrections else self.as_of
