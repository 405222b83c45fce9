"""Words that stand near others in an article: a date's words by the words cited, a cue by its quotation.

`find_near(evidence, "on Sunday", cites)` is the place inside one of `cites`, or else the nearest in a paragraph beside.
"""

from newsbrief.content.fact_sheet import Words, as_selector
from newsbrief.evidence.missing import Missing
from newsbrief.evidence.search import Evidence
from newsbrief.model.document import Span

_NEAR = 1
"""The most paragraphs between words and the words beside them."""


def find_near(evidence: Evidence, words: Words, cites: tuple[Span, ...]) -> Span | Missing:
    """Return the place of `words` inside one of `cites`, or else the nearest to them in a paragraph beside them."""
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
    """Return the number of paragraphs from `span` to the nearest of `others`; a list or a table counts as one, too."""
    ends = [at for other in others for at in (other.start, other.end - 1)]
    paragraph = evidence.paragraph_of(span.start)
    paragraphs = min([abs(paragraph - evidence.paragraph_of(at)) for at in ends])
    if paragraphs == 0:
        return 0
    block = evidence.block_of(span.start)
    return min(paragraphs, *[abs(block - evidence.block_of(at)) for at in ends])
