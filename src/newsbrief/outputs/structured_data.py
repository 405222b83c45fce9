"""What a briefing says, in the words of schema.org, for a `<script type="application/ld+json">` of its page.

https://schema.org/NewsArticle. One tree; what is named again is named by its `@id`, the address of its card. Nothing is
told that the page does not show, and what is not known is not there.
"""

from collections.abc import Iterator
from urllib.parse import quote as quote_address

import msgspec
from markupsafe import Markup

from newsbrief.briefing.quotations import cut_quotation
from newsbrief.briefing.sources import list_sources
from newsbrief.model.briefing import Actor, Briefing, DatedEvent, Quote
from newsbrief.model.front_matter import FrontMatter
from newsbrief.model.paths import ARTICLE_TEXT, absolute_url, briefing_path
from newsbrief.model.site import SiteConfig
from newsbrief.pages.language.interface import read_interface
from newsbrief.pages.ties import party_id

Node = dict[str, object]

_CONTEXT = "https://schema.org"
_ARTICLE = "article"
"""The id of the article on the page."""

_OMISSION = " […] "
_TYPES = {
    "person": "Person",
    "government": "GovernmentOrganization",
    "court": "GovernmentOrganization",
    "police": "GovernmentOrganization",
    "party": "PoliticalParty",
    "media": "NewsMediaOrganization",
    "university": "CollegeOrUniversity",
    "place": "Place",
    "event": "Event",
}
"""All others are Organizations: so is a state, which speaks and acts here, as no Country of schema.org's can."""

_NO_AGENTS = ("Place", "Event")

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def describe_briefing(briefing: Briefing, config: SiteConfig, card: str = "") -> Markup:
    """Return a briefing's structured data: the JSON of a script element, which no text in it can end.

    `card` is the whole address of its picture for those who share it, "" where it has none. Addresses are whole where
    that of the site is known, and relative to the page where it is not.
    """
    front = briefing.front
    home, page = absolute_url(config, "index.html"), absolute_url(config, briefing_path(briefing.slug))
    document = _node(
        "NewsArticle",
        page,
        url=page,
        headline=front.title,
        description=front.standfirst,
        inLanguage=front.language,
        creativeWorkStatus="Draft" if front.draft else None,
        temporal=str(front.as_of),
        dateModified=str(front.updated) if front.corrections else None,
        image=[*_header_pictures(front, page), *([card] if card else [])],
        isPartOf=_node("WebSite", home, name=config.title, url=home),
        isBasedOn=_describe_article(briefing, page),
        citation=[_node("CreativeWork", name=source.title, url=source.url) for source in list_sources(briefing)],
        correction=list(_describe_corrections(front, page)),
        mentions=[
            *(_describe_party(actor, briefing, page) for actor in briefing.actors.values()),
            *(_describe_event(event, page, front.language) for event in briefing.events),
        ],
        hasPart=[
            *_describe_terms(briefing, page),
            *(_describe_quotation(quote, briefing, page) for quote in briefing.quotes),
        ],
    )
    return _as_script({"@context": _CONTEXT, **document})


def _node(type: str, id: str = "", **properties: object) -> Node:
    """Return a node with those of its properties that are known, in the order given."""
    identity = {"@type": type, "@id": id} if id else {"@type": type}
    return {**identity, **{name: value for name, value in properties.items() if value}}


def _header_pictures(front: FrontMatter, page: str) -> Iterator[Node]:
    if front.image:
        address = page + quote_address(front.image.file)
        yield _node("ImageObject", contentUrl=address, creditText=front.image.credit or front.image_credit)


def _describe_article(briefing: Briefing, page: str) -> Node:
    """Return the article. Whether its author is a person or an agency is not known, so the author has no type."""
    origin = briefing.front.origin
    text = _node(
        "MediaObject",
        contentUrl=page + ARTICLE_TEXT,
        encodingFormat="text/plain",
        sha256=briefing.document.digest,
    )
    return _node(
        "Article",
        f"{page}#{_ARTICLE}",
        url=origin.url,
        author={"name": origin.author} if origin.author else None,
        publisher=_node("Organization", name=origin.publisher) if origin.publisher else None,
        datePublished=str(origin.published) if origin.published else None,
        inLanguage=briefing.front.language,
        encoding=text,
    )


def _describe_corrections(front: FrontMatter, page: str) -> Iterator[Node]:
    say = read_interface(front.language)
    said, says = say("correction-said").unescape(), say("correction-says").unescape()
    for number, each in enumerate(front.corrections, 1):
        text = f"{said} {each.said} {says} {each.says}"
        yield _node("CorrectionComment", f"{page}#correction-{number}", text=text, datePublished=str(each.date))


def _describe_terms(briefing: Briefing, page: str) -> Iterator[Node]:
    """Yield the labels of the parties, persons aside, as the set of terms that the page explains, if there are any."""
    terms = [
        _node(
            "DefinedTerm",
            name=actor.label,
            alternateName=actor.name if actor.abbr else None,
            description=actor.description,
            url=_party_address(actor.id, page),
        )
        for actor in briefing.actors.values()
        if actor.kind != "person"
    ]
    if terms:
        name = str(read_interface(briefing.front.language)("who-is-who"))
        yield _node("DefinedTermSet", f"{page}#who-is-who", name=name, hasDefinedTerm=terms)


def _describe_party(actor: Actor, briefing: Briefing, page: str) -> Node:
    """Return a party with its abbreviation and what is said of it first; the article's words for it are no names."""
    group = briefing.actors[actor.member_of] if actor.member_of else None
    return _node(
        _type_of(actor),
        _party_address(actor.id, page),
        name=actor.name,
        alternateName=actor.abbr,
        description=actor.description,
        memberOf={"@id": _party_address(group.id, page)} if group and _can_be_member(actor, group) else None,
    )


def _can_be_member(actor: Actor, group: Actor) -> bool:
    """Say whether the vocabulary knows an actor of this type as the member of one of that type."""
    return _type_of(actor) not in _NO_AGENTS and _type_of(group) not in (*_NO_AGENTS, "Person")


def _type_of(actor: Actor) -> str:
    return _TYPES.get(actor.kind, "Organization")


def _party_address(actor: str, page: str) -> str:
    return f"{page}#{party_id(actor)}"


def _describe_event(event: DatedEvent, page: str, language: str) -> Node:
    return _node(
        "Event",
        f"{page}#{event.id}",
        name=event.event.text,
        description=_describe_notes(event, language),
        startDate=str(event.date.start),
        endDate=str(event.date.end) if event.date.end else None,
        about=[{"@id": _party_address(actor, page)} for actor in event.actors],
    )


def _describe_quotation(quote: Quote, briefing: Briefing, page: str) -> Node:
    """Return a quotation in the article's own words, with a sign where words of the article's stand between them.

    Words that the article only passes on, or says to be denied, have no creator.
    """
    pieces = cut_quotation(briefing, quote)
    text = "".join((_OMISSION if piece.is_apart else " ") + briefing.words(piece.words) for piece in pieces)
    return _node(
        "Quotation",
        f"{page}#{quote.id}",
        text=text.strip(),
        creator=_describe_creators(quote, page) if quote.hedge is None else None,
        description=_describe_notes(quote, briefing.front.language),
        isBasedOn={"@id": f"{page}#{_ARTICLE}"},
    )


def _describe_creators(quote: Quote, page: str) -> Node | list[Node] | None:
    creators: list[Node] = [{"@id": _party_address(speaker, page)} for speaker in quote.speakers]
    return creators if len(creators) > 1 else next(iter(creators), None)


def _describe_notes(entry: Quote | DatedEvent, language: str) -> str | list[str]:
    """Return what must be known of an entry before it is believed: its hedge, and the editor's reading."""
    say = read_interface(language)
    notes = []
    if isinstance(entry, Quote) and entry.hedge:
        notes.append(say(f"said-{entry.hedge}" if entry.speakers else f"hedge-{entry.hedge}").unescape())
    if entry.reading:
        notes.append(f"{say('editor-reading').unescape()} {entry.reading}")
    return notes if len(notes) > 1 else "".join(notes)


def _as_script(document: Node) -> Markup:
    text = msgspec.json.encode(document).decode()
    for sign, escaped in _ESCAPES.items():
        text = text.replace(sign, escaped)
    return Markup(text)
