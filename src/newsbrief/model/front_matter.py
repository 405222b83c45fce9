"""The front matter of an article: its title, as-of day, origin and corrections, in the editor's words."""

from datetime import date

from msgspec import Struct


class Source(Struct, frozen=True):
    """A publication outside the article."""

    title: str
    url: str


class Origin(Struct, frozen=True):
    """The origin of the article, as far as the article gives it; None for what it does not give."""

    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    note: str | None = None


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


class FrontMatter(Struct, frozen=True):
    """All that an editor says about an article; `corrections` from the earliest.

    `sic` are words of the article in which a quotation mark is a letter, or was never closed or opened.
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

    @property
    def updated(self) -> date:
        """The day of the last correction, or else the as-of day."""
        return self.corrections[-1].date if self.corrections else self.as_of
