"""The entries that a fact sheet lacks of an article that was edited: its new passages, actors and dated events.

`draft_new_entries(findings)` yields them for the sheet of `findings`. Actors and events come with a question: whether
they belong in the briefing is for its editor to say.
"""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from newsbrief.content.fact_sheet import DateEntry
from newsbrief.draft.article_dates import read_article_dates
from newsbrief.draft.drafted_actors import DraftedActor, add_unread, draft_actors, give_ids
from newsbrief.draft.drafted_dates import draft_dates
from newsbrief.draft.drafted_entry import DraftedEntry
from newsbrief.draft.drafted_quotes import draft_quotes
from newsbrief.draft.memory_sheet import find_sheet
from newsbrief.draft.passages import ArticlePassage, list_passages
from newsbrief.draft.sentences import read_sentences
from newsbrief.evidence.coverage import Coverage
from newsbrief.evidence.findings import Findings
from newsbrief.reading.actors.reader import read_actors

_NEW_ACTOR = "the sheet does not have this one: does it belong in the briefing?"
_NEW_EVENT = "the sheet does not have this event: does it belong in the briefing?"


def draft_new_entries(findings: Findings) -> Iterator[DraftedEntry]:
    """Yield entries for what the article of a sheet has and the sheet does not."""
    language = findings.article.front.language
    actors = [
        _ask(entry, entry.comment or _NEW_ACTOR)
        for entry in draft_actors(findings.evidence, _new_actors(findings), language)
    ]
    yield from actors
    known = [dict(each) for each in findings.facts.file.values.get("actors") or ()]
    named = [{key: entry.values[key] for key in entry.values if key not in ("about", "doubt")} for entry in actors]
    shared = findings.facts.shared
    # The sheet with its new actors: a new quotation may be theirs.
    actors_of_both = {"actors": [*known, *named]}
    widened, _ = find_sheet(findings.article, findings.evidence, actors_of_both, findings.facts.own_kinds, shared)
    yield from draft_quotes(widened, _new_passages(findings, widened))
    yield from _new_dates(findings, widened)


def _ask(entry: DraftedEntry, doubt: str) -> DraftedEntry:
    """Return an entry that has a question in each of its forms; one that it has already is kept."""
    forms = tuple((section, {"doubt": doubt} | dict(values)) for section, values in entry.fallbacks)
    return replace(entry, values={"doubt": doubt} | dict(entry.values), fallbacks=forms)


def _new_actors(findings: Findings) -> list[DraftedActor]:
    """Return the actors of an article none of whose names the sheet has."""
    document, language = findings.article.document, findings.article.front.language
    places = Coverage(place.span for place in findings.name_places)
    taken = {name.casefold() for name in findings.names}
    found = [
        actor
        for actor in read_actors(document, language)
        if actor.certainty != "perhaps"
        and taken.isdisjoint(name.casefold() for name in (actor.name, *actor.names))
        and not any(places.meets(mention.span) for mention in actor.mentions)
    ]
    shared, ids = findings.facts.shared, findings.known_ids.words
    actors = give_ids(found, ids, shared)
    return [
        each
        for each in add_unread(actors, findings.evidence, language, shared, ids)
        if not any(places.meets(mention.span) for mention in each.actor.mentions)
    ]


def _new_passages(findings: Findings, widened: Findings) -> list[ArticlePassage]:
    """Return the passages for which no entry accounts."""
    covered = Coverage(span for _, span in findings.quoted)
    numbers: dict[int, int] = {}
    left: list[ArticlePassage] = []
    for number, passage in enumerate(list_passages(widened)):
        if covered.meets(passage.passage.outer):
            continue
        numbers[number] = len(left)
        joins = numbers.get(passage.joins) if passage.joins is not None else None
        left.append(ArticlePassage(passage.passage, passage.reading, passage.why, joins))
    return left


def _new_dates(findings: Findings, widened: Findings) -> Iterator[DraftedEntry]:
    """Yield the dated events of which no entry cites the words."""
    keys = ("when", "cite")
    known = Coverage(
        span for path, _ in findings.facts.of(DateEntry) for key in keys for span in findings.spans((*path, key))
    )
    cites: dict[str, Any] = {}
    for entry in draft_dates(widened, read_article_dates(widened, read_sentences(widened))):
        cite = str(entry.values["cite"])
        if not known.meets(entry.at) and cite not in cites:
            cites[cite] = entry
            yield _ask(entry, _NEW_EVENT)
