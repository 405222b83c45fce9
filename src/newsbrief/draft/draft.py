"""An article's fact sheet as the program proposes it: what it reads, held against the rules of `check` and weakened.

`draft_article(article).sheet["quotes"]` are the entries of its quotations, each of which `check` accepts.
"""

from collections.abc import Sequence

from msgspec import Struct

from newsbrief.content.article import Article
from newsbrief.content.shared_actors import NO_SHARED_ACTORS, SharedActors
from newsbrief.content.yaml_positions import Path
from newsbrief.draft.article_dates import ArticleDate, read_article_dates
from newsbrief.draft.drafted_actors import DraftedActor, add_unread, draft_actors, give_ids
from newsbrief.draft.drafted_dates import draft_dates
from newsbrief.draft.drafted_entry import DraftedEntry
from newsbrief.draft.drafted_quotes import draft_quotes
from newsbrief.draft.drafted_relations import draft_relations
from newsbrief.draft.key_points import draft_key_points
from newsbrief.draft.memory_sheet import Sheet, check_sheet, find_sheet
from newsbrief.draft.passages import ArticlePassage, list_passages
from newsbrief.draft.sentences import read_sentences
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.search import Evidence
from newsbrief.model.own_kinds import NO_OWN_KINDS, OwnKinds
from newsbrief.model.problems import Problem
from newsbrief.reading.actors.reader import read_actors

_MOST_ROUNDS = 6


class ArticleReading(Struct, frozen=True):
    """What an article says, as far as the program reads it; `findings` know its actors."""

    findings: Findings
    actors: tuple[DraftedActor, ...]
    others: tuple[DraftedActor, ...]
    passages: tuple[ArticlePassage, ...]
    dates: tuple[ArticleDate, ...]


class Draft(Struct, frozen=True):
    """A fact sheet that is proposed: its entries, those only offered, and what of the article stands in the way."""

    reading: ArticleReading
    entries: tuple[DraftedEntry, ...]
    offered: tuple[DraftedEntry, ...]
    problems: tuple[Problem, ...]

    @property
    def sheet(self) -> Sheet:
        """The entries by section."""
        return make_sheet(self.entries)

    @property
    def doubts(self) -> tuple[DraftedEntry, ...]:
        """The entries in which a question is open."""
        return tuple(entry for entry in self.entries if entry.values.get("doubt"))


def make_sheet(entries: Sequence[DraftedEntry]) -> Sheet:
    """Return the values of entries by section, in their order."""
    sheet: dict[str, list[dict[str, object]]] = {}
    for entry in entries:
        sheet.setdefault(entry.section, []).append(dict(entry.values))
    return sheet


def read_article(
    article: Article, own: OwnKinds = NO_OWN_KINDS, shared: SharedActors = NO_SHARED_ACTORS
) -> ArticleReading:
    """Return what an article says of its actors, its quotations and its dates.

    `own` are the kinds that the site defines, `shared` the actors that it knows.
    """
    evidence = Evidence(article.document, article.front.sic, article.front.language)
    language = article.front.language
    every = give_ids(read_actors(article.document, language), shared=shared)
    every = add_unread(every, evidence, language, shared)
    actors = tuple(each for each in every if each.actor.certainty != "perhaps")
    findings, _ = find_sheet(article, evidence, {"actors": [each.named for each in actors]}, own, shared)
    named = {place.actor for place in findings.name_places}
    if missing := [each for each in actors if each.id not in named]:
        actors = tuple(each for each in actors if each.id in named)
        findings, _ = find_sheet(article, evidence, {"actors": [each.named for each in actors]}, own, shared)
    others = tuple(each for each in every if each.actor.certainty == "perhaps" or each in missing)
    dates = read_article_dates(findings, read_sentences(findings))
    return ArticleReading(findings, actors, others, list_passages(findings), dates)


def draft_article(
    article: Article,
    *,
    is_day_known: bool = True,
    own: OwnKinds = NO_OWN_KINDS,
    shared: SharedActors = NO_SHARED_ACTORS,
) -> Draft:
    """Return the draft of an article's fact sheet, each entry in the strongest form that the rules accept.

    Where the day of the article is not known, each date that is counted from it has a question. `own` are the kinds
    that the site defines: the relations among them are drafted, too. Actors that are `shared` have their ids, and what
    is shared of them is not written again.
    """
    reading = read_article(article, own, shared)
    findings, language = reading.findings, article.front.language
    sentences = read_sentences(findings)
    entries = [
        *draft_key_points(findings, sentences, reading.dates),
        *draft_actors(findings.evidence, reading.actors, language),
        *draft_dates(findings, reading.dates, is_day_known=is_day_known),
        *draft_quotes(findings, reading.passages),
        *draft_relations(findings, sentences),
    ]
    kept, refused, problems = _settle(findings, entries)
    others = draft_actors(findings.evidence, reading.others, language)
    offered = [*refused, *(weak for each in others for weak in each.weaker() or (each,))]
    return Draft(reading, tuple(kept), tuple(offered), tuple(problems))


def _settle(
    findings: Findings, entries: list[DraftedEntry]
) -> tuple[list[DraftedEntry], list[DraftedEntry], list[Problem]]:
    """Return the entries in forms that the rules accept, those without one, and the problems of the article."""
    refused: list[DraftedEntry] = []
    of_article: list[Problem] = []
    changed: set[str] | None = None
    for _ in range(_MOST_ROUNDS):
        of_sheet, of_article = check_sheet(findings, make_sheet(entries), changed)
        if not of_sheet:
            break
        changed = {str(path[0]) for path in of_sheet}
        entries, dropped = _weaken(entries, of_sheet)
        refused += dropped
    return entries, [each for each in refused if each.section == "actors"], of_article


def _weaken(
    entries: Sequence[DraftedEntry], problems: dict[Path, Problem]
) -> tuple[list[DraftedEntry], list[DraftedEntry]]:
    """Return the entries, those with a problem in their next form, and those that have none left."""
    faulty = {path[:2] for path in problems}
    kept: list[DraftedEntry] = []
    dropped: list[DraftedEntry] = []
    numbers: dict[str, int] = {}
    for entry in entries:
        number = numbers.get(entry.section, 0)
        numbers[entry.section] = number + 1
        if (entry.section, number) not in faulty:
            kept.append(entry)
        elif weaker := entry.weaker():
            kept += weaker
        else:
            dropped.append(entry)
    return sorted(kept, key=lambda entry: entry.at), dropped
