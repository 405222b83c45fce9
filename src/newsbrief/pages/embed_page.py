"""The page of a briefing from which its parts are cited, and embedded in pages of others.

    page = plan_embed_page(briefing, config, context)
    page.context["entries"][0].citation

An address with the id of an entry shows that entry alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from newsbrief.briefing.quotations import date_quotes
from newsbrief.model.briefing import Briefing, Quote
from newsbrief.model.document import Span
from newsbrief.model.paths import absolute_url, briefing_path, embed_path
from newsbrief.model.section_entry import Claim
from newsbrief.model.site import SiteConfig
from newsbrief.pages.language.dates import format_date
from newsbrief.pages.language.interface import Interface, read_interface
from newsbrief.pages.page import Page
from newsbrief.pages.ties import name_speakers, party_id


class CitedEntry(Struct, frozen=True):
    """A quotation or a sentence of the editor's, with its citation; `target` is its card on the briefing's page.

    `by` are the speakers of a quotation, "" for a sentence; `places` are the numbers of the blocks of the article that
    have its words. `about` is the party or the date that a sentence is about.
    """

    id: str
    target: str
    words: str
    by: str
    about: str
    places: tuple[int, ...]
    citation: str
    reading: str | None

    @property
    def is_quotation(self) -> bool:
        return bool(self.by)


def plan_embed_page(briefing: Briefing, config: SiteConfig, shown: Mapping[str, Any]) -> Page:
    """Return the page; `shown` is the context of the briefing's own page, which has the timeline and the drawing."""
    path = embed_path(briefing.slug)
    context = {
        "briefing": briefing,
        "entries": tuple(_Citations(briefing, config).entries),
        "timeline": shown["timeline"],
        "diagram": shown["diagram"],
        "address": absolute_url(config, path),
        "home": briefing_path(briefing.slug),
        "blocks": briefing.block_starts,
    }
    return Page(path, "embed.html", briefing.front.language, context)


class _Citations:
    """The citations of a briefing, each made of the same parts."""

    def __init__(self, briefing: Briefing, config: SiteConfig) -> None:
        self.briefing = briefing
        self.say: Interface = read_interface(briefing.front.language)
        self.language = briefing.front.language
        self.address = absolute_url(config, briefing_path(briefing.slug))
        self.comma = self.say("list-comma").unescape()
        self.as_of = format_date(briefing.front.as_of, self.language)
        self.source = self._name_source()
        self.after = self.say(
            "cite-briefing", title=briefing.front.title, site=config.title, date=self.as_of
        ).unescape()
        self.articles: dict[tuple[int, ...], str] = {(): ""}

    def _name_source(self) -> str:
        """Return who published the article, and when, or that this is not given."""
        origin = self.briefing.front.origin
        publisher = origin.publisher or str(self.say("cite-no-publisher").unescape())
        day = format_date(origin.published, self.language) if origin.published else self.say("cite-no-date").unescape()
        return self.comma.join(filter(None, (origin.author, publisher, day)))

    @property
    def entries(self) -> Iterator[CitedEntry]:
        """The quotations, then the sentences: key points, of parties, of events."""
        briefing = self.briefing
        dated = date_quotes(briefing)
        for quote in briefing.quotes:
            event = dated.get(quote.id)
            yield self._cite_quote(quote, format_date(event.date, self.language) if event else "")
        for claim in briefing.key_points:
            yield self._cite_claim(claim, claim.id, "")
        for actor in briefing.actors.values():
            for claim in actor.about:
                yield self._cite_claim(claim, party_id(actor.id), actor.label)
        for each in briefing.events:
            yield self._cite_claim(each.event, each.id, format_date(each.date, self.language), each.reading)

    def _cite_quote(self, quote: Quote, day: str) -> CitedEntry:
        words = " […] ".join(" ".join(self.briefing.words(part).split()) for part in quote.parts)
        by = name_speakers(self.briefing, quote, self.say)
        places = self._place(quote.parts)
        said = self.say("cite-quotation", words=words, by=self.comma.join(filter(None, (by, day)))).unescape()
        citation = self._finish(said, places, quote.id)
        return CitedEntry(quote.id, quote.id, words, by, day, places, citation, quote.reading)

    def _cite_claim(self, claim: Claim, target: str, about: str, reading: str | None = None) -> CitedEntry:
        places = self._place(claim.cites)
        sources = self.comma.join(source.title for source in claim.sources)
        text = f"{claim.text} ({sources})" if sources else claim.text
        citation = self._finish(text, places, target)
        return CitedEntry(claim.id, target, claim.text, "", about, places, citation, claim.reading or reading)

    def _place(self, spans: Iterable[Span]) -> tuple[int, ...]:
        return tuple(sorted({self.briefing.place(span) for span in spans}))

    def _finish(self, said: str, places: tuple[int, ...], target: str) -> str:
        """Return a citation: what is said, the article that it is from, the briefing and its address."""
        address = f"{self.address}#{target}" if self.address else ""
        told = self.say.space.join(filter(None, (said, self._name_article(places), self.after)))
        return f"{told} {address}" if address else told

    def _name_article(self, places: tuple[int, ...]) -> str:
        """Return the article and the numbers of its blocks; most sentences have the same as another."""
        if places not in self.articles:
            signs = " ".join(self.say("place", number=place).unescape() for place in places)
            self.articles[places] = self.say("cite-article", source=self.source, places=signs).unescape()
        return self.articles[places]
