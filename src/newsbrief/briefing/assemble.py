"""Findings without a problem → the briefing: ids become actors, selectors become slices of the article.

`assemble_briefing("libya-2019", "libya-2019", findings).quotes` are the quotations in the article's order.
"""

from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from newsbrief.content.article import Article
from newsbrief.content.fact_sheet import (
    ActorEntry,
    ClaimEntry,
    DateEntry,
    NotSpeechEntry,
    QuoteEntry,
    RelationEntry,
    as_date,
)
from newsbrief.content.front_matter import as_sources
from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.findings import Findings
from newsbrief.model.briefing import Actor, Briefing, Cue, DatedEvent, Mention, NotSpeech, Quote, Relation
from newsbrief.model.dates import Agreement
from newsbrief.model.document import Span
from newsbrief.model.languages import primary_language
from newsbrief.model.section_entry import Claim
from newsbrief.reading.attribution import find_pronoun
from newsbrief.reading.dates import judge, read_date

NotedEntry = ActorEntry | ClaimEntry | DateEntry | QuoteEntry | RelationEntry | NotSpeechEntry
"""The entries on which the editor may have notes."""

_SENTENCE_ENDS = ".!?…。！？؟।"
_BEFORE_SENTENCE = ".!?…:,。：؟،"
_COMMAS = ",،，"


def assemble_briefing(slug: str, folder: str, findings: Findings, linked: Sequence[str] = ()) -> Briefing:
    """Return the briefing of findings that break no rule.

    `slug` is its address below the site's, `folder` the name of its folder, `linked` are the files in it that the
    article links to.
    """
    article = findings.article
    return Briefing(
        slug=slug,
        folder=folder,
        front=article.front,
        document=article.document,
        actors={entry.id: _actor(findings, path, entry) for path, entry in findings.facts.of(ActorEntry)},
        key_points=_key_points(findings),
        events=_events(findings),
        quotes=_quotes(findings),
        relations=_relations(findings),
        not_speech=_not_speech(findings),
        passages=findings.passages,
        files=tuple(dict.fromkeys([*_pictures(article), *linked])),
    )


def _pictures(article: Article) -> Iterable[str]:
    header = [article.front.image.file] if article.front.image else []
    return [*header, *map(unquote, article.document.images)]


def _key_points(findings: Findings) -> tuple[Claim, ...]:
    entries = enumerate(findings.facts.of(ClaimEntry), 1)
    return tuple(_claim(findings, path, entry, f"key-point-{number}") for number, (path, entry) in entries)


def _actor(findings: Findings, path: Path, entry: ActorEntry) -> Actor:
    places = findings.places_of(entry.id)
    written = [findings.evidence.words(place.span) for place in places]
    return Actor(
        id=entry.id,
        name=entry.name,
        abbr=entry.abbr,
        kind=findings.actors[entry.id].kind,
        own_kind=entry.kind if findings.facts.own_kinds.actor_kind(entry.kind) else "",
        side=entry.side,
        member_of=entry.member_of,
        about=tuple(
            _claim(findings, (*path, "about", number), claim, f"about-{entry.id}-{number + 1}")
            for number, claim in enumerate(entry.about)
        ),
        is_background=entry.background,
        article_names=tuple(dict.fromkeys(" ".join(words.split()) for words in dict.fromkeys(written))),
        mentions=tuple(
            Mention(f"mention-{entry.id}-{number}", entry.id, place.span) for number, place in enumerate(places, 1)
        ),
        **_notes(entry),
    )


def _claim(findings: Findings, path: Path, entry: ClaimEntry, id: str) -> Claim:
    return Claim(id, entry.text, findings.spans((*path, "cite")), as_sources(entry.source), **_notes(entry))


def _notes(entry: NotedEntry) -> dict[str, str | None]:
    return {"reading": entry.reading, "doubt": entry.doubt}


def _events(findings: Findings) -> tuple[DatedEvent, ...]:
    """Return the dated events from the earliest; those of one date stay in the fact sheet's order."""

    def bounds(event: tuple[Path, DateEntry]) -> tuple[object, object]:
        date = as_date(event[1])
        assert date is not None
        return date.bounds

    entries = enumerate(sorted(findings.facts.of(DateEntry), key=bounds), 1)
    return tuple(_event(findings, path, entry, number) for number, (path, entry) in entries)


def _event(findings: Findings, path: Path, entry: DateEntry, number: int) -> DatedEvent:
    date, front = as_date(entry), findings.article.front
    assert date is not None
    when = findings.found.get((*path, "when"))
    agreement: Agreement | None = None
    if when is not None:
        value = read_date(findings.evidence.words(when), front.language, front.as_of)
        agrees = value is not None and judge(value, date) == "agrees"
        agreement = ("stated" if value.basis == "stated" else "counted") if value and agrees else "read"
    event = Claim(f"event-{number}", entry.event, findings.spans((*path, "cite")), as_sources(entry.source))
    actors = tuple(dict.fromkeys(entry.actors))
    return DatedEvent(f"date-{number}", date, when, agreement, event, actors, **_notes(entry))


def _quotes(findings: Findings) -> tuple[Quote, ...]:
    """Return the quotations in the article's order."""
    by_place = sorted(findings.facts.of(QuoteEntry), key=lambda quote: findings.spans((*quote[0], "text")))
    return tuple(_quote(findings, path, entry, number) for number, (path, entry) in enumerate(by_place, 1))


def _quote(findings: Findings, path: Path, entry: QuoteEntry, number: int) -> Quote:
    parts = findings.spans((*path, "text"))
    span = findings.found.get((*path, "cue"))
    cue = None
    if span is not None:
        named = {place.actor for place in findings.names_in(span)}
        pronoun = None
        if entry.speakers and named.isdisjoint(entry.speakers):
            pronoun = find_pronoun(findings.words_outside_marks(span), findings.article.front.language)
        cue = Cue(span, pronoun)
    return Quote(
        id=f"quote-{number}",
        speakers=entry.speakers,
        cue=cue,
        parts=tuple(piece for part in parts for piece in _by_paragraph(findings, part)),
        is_fragment=_is_fragment(findings, parts),
        context=entry.context,
        hedge=entry.hedge,
        **_notes(entry),
    )


def _by_paragraph(findings: Findings, part: Span) -> list[Span]:
    """Cut words that run on into the next paragraph, at the mark that opens them there again."""
    passage = findings.passage_around(part)
    if passage is None or len(passage.inner) == 1:
        return [part]
    return [
        Span(max(part.start, inner.start), min(part.end, inner.end)) for inner in passage.inner if inner.meets(part)
    ]


def _is_fragment(findings: Findings, parts: tuple[Span, ...]) -> bool:
    """Say whether the words are only a part of a sentence, which the article's own words complete."""
    text, language = findings.evidence.text, primary_language(findings.article.front.language)
    opened, closed = findings.passage_around(parts[0]), findings.passage_around(parts[-1])
    start = opened.outer.start if opened else parts[0].start
    first, last = text[parts[0].start], text[parts[-1].end - 1]
    before = text[:start].rstrip(" ")[-1:]
    begins = not first.islower() and (before in ("", "\n") or before in _BEFORE_SENTENCE)
    # Many languages set the full stop after the closing mark, and all but English the comma: «Llueve», dijo.
    after = text[closed.outer.end : closed.outer.end + 1] if closed else ""
    ends = last in _SENTENCE_ENDS or last == "," or after in ("", "\n") or after in _SENTENCE_ENDS
    return not (begins and (ends or (language != "en" and after in _COMMAS)))


def _relations(findings: Findings) -> tuple[Relation, ...]:
    return tuple(
        Relation(
            id=f"relation-{number}",
            subject=entry.subject,
            object=entry.object,
            kind=entry.kind,
            cites=findings.spans((*path, "cite")),
            hedge=entry.hedge,
            own=findings.facts.own_kinds.relation(entry.kind),
            **_notes(entry),
        )
        for number, (path, entry) in enumerate(findings.facts.of(RelationEntry), 1)
    )


def _not_speech(findings: Findings) -> tuple[NotSpeech, ...]:
    return tuple(
        NotSpeech(f"not-speech-{number}", findings.found[(*path, "text")], entry.why, **_notes(entry))
        for number, (path, entry) in enumerate(findings.facts.of(NotSpeechEntry), 1)
    )
