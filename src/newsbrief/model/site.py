"""The site as a whole: its settings, its plain pages, and what of each briefing other pages show."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from newsbrief.model.briefing import Briefing
from newsbrief.model.document import Document
from newsbrief.model.front_matter import Connections
from newsbrief.model.languages import primary_language
from newsbrief.model.own_kinds import NO_OWN_KINDS, OwnKinds


class Party(Struct, frozen=True, array_like=True):
    """An actor as the glossary shows it; `claim` is the first that a briefing says of it.

    `own_kind` is its kind where that is one of the site's own, `kind` the built-in one that it is or is like.
    """

    id: str
    name: str
    abbr: str | None
    kind: str
    claim: str | None
    own_kind: str = ""

    @property
    def label(self) -> str:
        return self.abbr or self.name

    @property
    def shown_kind(self) -> str:
        """The kind that readers see."""
        return self.own_kind or self.kind


class Teaser(Struct, frozen=True, array_like=True):
    """A briefing in a list of briefings; `updated` is later than `as_of` where it has been corrected since.

    `parties` has the id and the label of each party that is named, `more` is the number of the others. `versions` has
    the language and the address of each translation, where they are shown as one.
    """

    slug: str
    title: str
    standfirst: str | None
    as_of: date
    updated: date
    draft: bool
    parties: tuple[tuple[str, str], ...]
    more: int
    versions: tuple[tuple[str, str], ...] = ()

    @property
    def is_corrected(self) -> bool:
        return self.updated > self.as_of

    @property
    def month(self) -> str:
        """The month of `updated`, such as 2021-05."""
        return self.updated.isoformat()[:7]


class Lead(Struct, frozen=True, array_like=True):
    """A claim of the newest briefing, and the words on which it rests, amid those before and after them.

    `anchor` is that of the words on the briefing's page, `place` the number of their paragraph.
    """

    claim: str
    before: str
    words: str
    after: str
    anchor: str
    place: int


class Summary(Struct, frozen=True, array_like=True):
    """All that other pages show of a briefing: enough to make them without reading the briefing again.

    Lists of briefings are made from the `teaser` alone, so they do not change with what only the glossary shows; the
    home page also has the `lead` of the newest. `passages` and `unattributed` are what a check reports. One that
    `is_gone` is in no list, and its page only says why.
    """

    teaser: Teaser
    parties: tuple[Party, ...]
    lead: Lead | None = None
    passages: int = 0
    unattributed: int = 0
    language: str = ""
    connections: Connections = Connections()
    is_gone: bool = False

    @property
    def slug(self) -> str:
        return self.teaser.slug


class PlainPage(Struct, frozen=True):
    """A page of the editor's own, such as `about`."""

    slug: str
    title: str
    language: str
    document: Document


Titles = Mapping[str, str | Mapping[str, str]]
"""Titles by address: each is a text, or a text for each language."""


def _choose_title(titles: str | Mapping[str, str], slug: str, language: str, other: str) -> str:
    """Return the title in a language, or else in the `other` one, or any; without a title, the words of the address."""
    if titles and not isinstance(titles, str):
        tags = (language, primary_language(language), other, primary_language(other))
        return next((titles[tag] for tag in tags if tag in titles), next(iter(titles.values())))
    if isinstance(titles, str) and titles:
        return titles
    return slug[:1].upper() + slug[1:].replace("-", " ")


class Accent(Struct, frozen=True):
    """The colour of links, `#rrggbb`, on light and on dark pages."""

    light: str
    dark: str


class SiteFooter(Struct, frozen=True):
    """The footer of all pages in one language."""

    language: str
    document: Document


class SiteConfig(Struct, frozen=True):
    """The site as a whole. `base_url` has no slash at its end; "" where it is not known.

    `domain` is one of the site's own, `logo` the name of a picture in `static/`; each is "" where there is none.
    `stories` and `topics` have the titles of those that are given one.
    `own_kinds` are the kinds of actors and relations that the site defines. `accent` is its colour, None for that of
    the theme; of the `footers`, the first is in the site's language. `allowed` has the hosts beside the site's own that
    pages may use, by directive of the policy.
    """

    title: str
    tagline: str
    base_url: str
    language: str
    domain: str = ""
    logo: str = ""
    stories: Titles = {}
    topics: Titles = {}
    own_kinds: OwnKinds = NO_OWN_KINDS
    accent: Accent | None = None
    footers: tuple[SiteFooter, ...] = ()
    allowed: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def name_story(self, story: str, language: str = "") -> str:
        """Return the title of a story in a language, the site's by default; one without a title has its address."""
        return _choose_title(self.stories.get(story, ""), story, language or self.language, self.language)

    def name_topic(self, topic: str, language: str = "") -> str:
        """Return the title of a topic in a language, the site's by default; one without a title has its address."""
        return _choose_title(self.topics.get(topic, ""), topic, language or self.language, self.language)


class Site(Struct, frozen=True):
    """Everything that pages are made from. There may be `summaries` of more briefings than are here to be rendered.

    `has_search` says that there is a page that searches them.
    """

    config: SiteConfig
    briefings: tuple[Briefing, ...]
    pages: tuple[PlainPage, ...]
    summaries: tuple[Summary, ...] = ()
    has_search: bool = False
