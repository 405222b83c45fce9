"""Every selector of a fact sheet, looked up in its article.

`find_all(article, facts).found["quotes", 0, "text"]` is the span of the first quotation's words.
"""

from collections.abc import Iterator
from functools import cache

from newsbrief.content.article import Article
from newsbrief.content.fact_sheet import value_at
from newsbrief.content.fields import Words, as_selector
from newsbrief.content.parse_fact_sheet import Facts
from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.missing import Missing
from newsbrief.evidence.search import Evidence
from newsbrief.evidence.words_nearby import find_near
from newsbrief.model.document import Span

_MOST_GUESSES = 500
"""The most words of a fact sheet for which the article's nearest are looked for."""


def find_all(article: Article, facts: Facts, evidence: Evidence | None = None) -> Findings:
    """Look up every selector of the fact sheet in the article; `evidence` is the article prepared before, if it was."""
    evidence = evidence or Evidence(article.document, article.front.sic, article.front.language)
    found: dict[Path, Span] = {}
    missing: dict[Path, Missing] = {}
    find = cache(evidence.find)
    inside = {passage.outer: Span(passage.inner[0].start, passage.inner[-1].end) for passage in evidence.marks.passages}
    guesses = 0
    for section, path, entry in facts.all_entries:
        for key in section.words:
            for at, words in _list_selectors((*path, key), value_at(entry, key)):
                is_guessing = guesses < _MOST_GUESSES
                if near := section.beside.get(key):
                    others = [other for other, _ in _list_selectors((*path, near), value_at(entry, near))]
                    cites = tuple(found[other] for other in others if other in found)
                    result = find_near(evidence, words, cites, is_guessing=is_guessing)
                else:
                    result = find(*as_selector(words), is_guessing=is_guessing)
                if isinstance(result, Missing):
                    missing[at] = result
                    guesses += result.reason == "absent"
                else:
                    # An editor may copy the marks along with the words between them.
                    found[at] = inside.get(result, result) if section.quoted else result
    return Findings(article, facts, evidence, found, missing)


def _list_selectors(path: Path, words: Words | tuple[Words, ...] | None) -> Iterator[tuple[Path, Words]]:
    """Yield the selector at `path`, or each in the list there, with its path."""
    if isinstance(words, tuple):
        for number, part in enumerate(words):
            yield (*path, number), part
    elif words is not None:
        yield path, words
