"""The language of a sentence of the editor's: the article's, or the site's.

`language_of_sentence(findings, "Twelve workers left.")` is `en` on an English site, also for an article in Russian.
"""

from collections.abc import Collection, Iterator

from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Span
from newsbrief.model.languages import primary_language
from newsbrief.model.patterns import compile_late
from newsbrief.reading.function_words import FUNCTION_WORDS
from newsbrief.reading.sentence_ends import find_sentences

_WORD = compile_late(r"[^\W\d_]+")


def language_of_sentence(findings: Findings, text: str) -> str:
    """Return the article's language, or the site's where it differs and has more of the smallest words."""
    article, site = findings.article.front.language, findings.article.site_language
    if primary_language(article) == primary_language(site):
        return article
    words = set(_WORD.findall(text.lower()))
    ours, theirs = (FUNCTION_WORDS.get(primary_language(each), frozenset()) for each in (site, article))
    return site if len(words & ours) > len(words & theirs) else article


def is_in_language_of_article(findings: Findings, text: str) -> bool:
    """Say whether a sentence is in the article's language, so that its words can be compared with the words cited."""
    language = language_of_sentence(findings, text)
    return primary_language(language) == primary_language(findings.article.front.language)


_MOST_PLACES = 40
"""The most places of a name whose sentences are compared with a sentence without a cite."""


def sentences_naming(findings: Findings, actors: Collection[str], fewest: int) -> Iterator[Span]:
    """Yield the article's sentences that name at least this many of some actors."""
    rarest = sorted(actors, key=lambda actor: len(findings.places_of(actor)))
    seen: set[Span] = set()
    for actor in rarest[: len(rarest) - fewest + 1]:
        for place in findings.places_of(actor)[:_MOST_PLACES]:
            for span in find_sentences(findings.evidence.text, place.span):
                named = {other.actor for other in findings.names_in(span)}
                if span not in seen and len(named & set(actors)) >= fewest:
                    seen.add(span)
                    yield span
