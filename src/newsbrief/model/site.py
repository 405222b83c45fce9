"""The site as a whole: its settings, its plain pages, and what of each briefing other pages show."""

from datetime import date

from msgspec import Struct

from newsbrief.model.briefing import Briefing
from newsbrief.model.document import Document


class Party(Struct, frozen=True, array_like=True):
    """An actor as the pages show it that gather briefings; `claim` is the first that is said of it."""

    id: str
    name: str
    abbr: str | None
    kind: str
    claim: str | None

    @property
    def label(self) -> str:
        return self.abbr or self.name


class Summary(Struct, frozen=True, array_like=True):
    """All that other pages show of a briefing: enough to make them without reading the briefing again."""

    slug: str
    title: str
    standfirst: str | None
    as_of: date
    updated: date
    draft: bool
    passages: int
    unattributed: int
    not_speech: int
    parties: tuple[Party, ...]


class PlainPage(Struct, frozen=True):
    """A page of the editor's own, such as `about`."""

    slug: str
    title: str
    language: str
    document: Document


class SiteConfig(Struct, frozen=True):
    """The site as a whole. `base_url` has no slash at its end; "" where it is not known.

    `domain` is one of the site's own, "" where it has none.
    """

    title: str
    tagline: str
    base_url: str
    language: str
    domain: str = ""


class Site(Struct, frozen=True):
    """Everything that pages are made from. `summaries` may tell of more briefings than are at hand to be rendered."""

    config: SiteConfig
    briefings: tuple[Briefing, ...]
    pages: tuple[PlainPage, ...]
    summaries: tuple[Summary, ...] = ()
