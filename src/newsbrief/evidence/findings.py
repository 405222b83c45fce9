"""What was found for one briefing: every selector of its fact sheet, looked up in its article."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import cache, cached_property

from msgspec import Struct

from newsbrief.content.article import Article
from newsbrief.content.fact_sheet import (
    ActorEntry,
    DateEntry,
    Facts,
    NotSpeechEntry,
    QuoteEntry,
    RelationEntry,
    Selector,
)
from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.missing import Missing
from newsbrief.evidence.names import NamePlace, find_names
from newsbrief.evidence.search import Evidence
from newsbrief.model.document import Passage, Span
from newsbrief.model.problems import Problem

Words = str | int | Selector
_DASHES = ("—", "–", "―", "-")
_CLOSERS = ("»", "”", "“", '"', "«")
_NEAR = 1
"""How many paragraphs away the words beside a passage may stand."""


class Findings(Struct, frozen=True, dict=True):
    """One briefing's article and fact sheet with what was found in between.

    `found` and `missing` have the fact sheet's paths as keys. A quotation's own marks are no part of what was found.
    """

    article: Article
    facts: Facts
    evidence: Evidence
    found: Mapping[Path, Span]
    missing: Mapping[Path, Missing]

    def problem(self, path: Path, message: str, hint: str = "") -> Problem:
        return self.facts.file.problem(path, message, hint)

    def places(self, path: Path) -> tuple[tuple[Path, Span], ...]:
        """Return what was found of the passages at `path` (one selector, or a list of them), each with its own path."""
        if path in self.found:
            return ((path, self.found[path]),)
        return tuple(self._parts.get(path, ()))

    def spans(self, path: Path) -> tuple[Span, ...]:
        """Return what was found of the passages at `path`, in the order given."""
        return tuple(span for _, span in self.places(path))

    @cached_property
    def _parts(self) -> Mapping[Path, list[tuple[Path, Span]]]:
        parts: dict[Path, list[tuple[Path, Span]]] = {}
        for at, span in self.found.items():
            parts.setdefault(at[:-1], []).append((at, span))
        return parts

    @cached_property
    def actors(self) -> Mapping[str, ActorEntry]:
        return {entry.id: entry for _, entry in self.facts.of(ActorEntry)}

    @cached_property
    def known_ids(self) -> list[str]:
        """Every id that the fact sheet gives, those of entries with other faults included."""
        raw = self.facts.file.values.get("actors")
        given = [plain.get("id") for plain in raw if isinstance(plain, dict)] if isinstance(raw, list) else []
        return [id for id in given if isinstance(id, str)]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Every name by which an actor may be found, with the actor's id; the first to bear a name has it."""
        names: dict[str, str] = {}
        for actor in self.actors.values():
            for name in names_of(actor):
                names.setdefault(name, actor.id)
        return names

    @cached_property
    def name_places(self) -> tuple[NamePlace, ...]:
        return find_names(self.evidence, self.names)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return self.evidence.marks.passages

    def names_in(self, span: Span) -> tuple[NamePlace, ...]:
        """Return the names that stand inside `span`."""
        first = bisect_left(self._name_starts, span.start)
        end = bisect_left(self._name_starts, span.end)
        return tuple(place for place in self.name_places[first:end] if span.holds(place.span))

    @cached_property
    def _name_starts(self) -> list[int]:
        return [place.span.start for place in self.name_places]

    def is_aside(self, span: Span) -> bool:
        """Say whether words inside quotation marks are the article's own: «Yes, — he said, — go»."""
        before = self.evidence.text[max(0, span.start - 3) : span.start].rstrip()
        after = self.evidence.text[span.end : span.end + 4].lstrip(" ,.")
        return before.endswith(_DASHES) and after.startswith(_DASHES + _CLOSERS)

    def words_outside_marks(self, span: Span) -> str:
        """Return the words of `span` that are the article's own, without those it quotes."""
        words = self.evidence.words(span)
        if self.is_aside(span):
            return words
        for passage in self.passages[: bisect_left(self._passage_starts, span.end)]:
            if passage.outer.end > span.start:
                start, end = max(0, passage.outer.start - span.start), passage.outer.end - span.start
                words = words[:start] + " " * (min(end, len(words)) - start) + words[end:]
        return words

    def passage_around(self, span: Span) -> Passage | None:
        """Return the innermost passage in quotation marks that holds `span`."""
        # Passages nest and never cross, so the last one before an outermost one that is over ends the search.
        for number in range(bisect_right(self._passage_starts, span.start) - 1, -1, -1):
            passage = self.passages[number]
            if passage.inner[0].start <= span.start and span.end < passage.outer.end:
                return passage
            if passage.depth == 0:
                return None
        return None

    @cached_property
    def _passage_starts(self) -> list[int]:
        return [passage.outer.start for passage in self.passages]


def names_of(actor: ActorEntry) -> tuple[str, ...]:
    """Return the name, the abbreviation and the aliases of an actor."""
    return (actor.name, *((actor.abbr,) if actor.abbr else ()), *actor.aliases)


def find_all(article: Article, facts: Facts) -> Findings:
    """Look up every selector of the fact sheet in the article."""
    evidence = Evidence(article.document)
    found: dict[Path, Span] = {}
    missing: dict[Path, Missing] = {}
    # What one entry cites, others often cite, too.
    find = cache(evidence.find)
    for path, words in _selectors(facts):
        result = find(*as_selector(words))
        if isinstance(result, Span):
            found[path] = _without_marks(result, evidence) if path[0] in ("quotes", "not_speech") else result
        else:
            missing[path] = result
    for path, entry in facts.of(DateEntry):
        if entry.when is not None:
            cites = tuple(found[at] for at, _ in _passages((*path, "cite"), entry.cite) if at in found)
            result = find_near(evidence, entry.when, cites)
            if isinstance(result, Span):
                found[(*path, "when")] = result
            else:
                missing[(*path, "when")] = result
    return Findings(article, facts, evidence, found, missing)


def as_selector(words: Words) -> tuple[str, str, str]:
    """Return the exact words, prefix and suffix of a selector in any of its written forms."""
    if isinstance(words, Selector):
        return str(words.exact), str(words.prefix), str(words.suffix)
    return str(words), "", ""


def find_near(evidence: Evidence, words: Words, cites: tuple[Span, ...]) -> Span | Missing:
    """Return where `words` stand inside one of `cites`, or else nearest to them in a paragraph beside them."""
    selector = as_selector(words)
    places = evidence.occurrences(*selector)
    if not cites or not places:
        return evidence.find(*selector)
    inside = [place for place in places if any(cite.holds(place) for cite in cites)]
    if inside:
        return inside[0] if len(inside) == 1 else Missing("repeated", tuple(inside))
    beside = [place for place in places if _distance(evidence, place, cites) <= _NEAR]
    if not beside:
        return Missing("elsewhere", places)
    same = [place for place in beside if _distance(evidence, place, cites) == 0] or beside
    gaps = [min(max(cite.start - place.end, place.start - cite.end, 0) for cite in cites) for place in same]
    nearest = [place for place, gap in zip(same, gaps, strict=True) if gap == min(gaps)]
    return nearest[0] if len(nearest) == 1 else Missing("repeated", tuple(nearest))


def are_near(evidence: Evidence, span: Span, others: tuple[Span, ...]) -> bool:
    """Say whether `span` stands in the paragraph of one of `others`, or in the one beside it."""
    return _distance(evidence, span, others) <= _NEAR


def _distance(evidence: Evidence, span: Span, others: tuple[Span, ...]) -> int:
    """Return how many paragraphs lie from `span` to the nearest of `others`; a list or a table counts as one, too."""
    ends = [at for other in others for at in (other.start, other.end - 1)]
    paragraph = evidence.paragraph_of(span.start)
    paragraphs = min([abs(paragraph - evidence.paragraph_of(at)) for at in ends])
    if paragraphs == 0:
        return 0
    block = evidence.block_of(span.start)
    return min(paragraphs, *[abs(block - evidence.block_of(at)) for at in ends])


def _selectors(facts: Facts) -> Iterator[tuple[Path, Words]]:
    """Yield every selector that is looked for in the whole article, with its path."""
    for path, claim in facts.claims():
        yield from _passages((*path, "cite"), claim.cite)
    for path, entry in facts.entries.items():
        yield from _entry_selectors(path, entry)


def _entry_selectors(path: Path, entry: Struct) -> Iterator[tuple[Path, Words]]:
    if isinstance(entry, (DateEntry, RelationEntry)):
        yield from _passages((*path, "cite"), entry.cite)
    elif isinstance(entry, (QuoteEntry, NotSpeechEntry)):
        yield from _passages((*path, "text"), entry.text)
    if isinstance(entry, QuoteEntry) and entry.cue is not None:
        yield (*path, "cue"), entry.cue


def _passages(path: Path, words: Words | tuple[Words, ...] | None) -> Iterator[tuple[Path, Words]]:
    if isinstance(words, tuple):
        for number, part in enumerate(words):
            yield (*path, number), part
    elif words is not None:
        yield path, words


def _without_marks(span: Span, evidence: Evidence) -> Span:
    """Leave off quotation marks that an editor copied along with the words between them."""
    for passage in evidence.marks.passages:
        if span == passage.outer:
            return Span(passage.inner[0].start, passage.inner[-1].end)
    return span
