"""The sentences that the editor wrote, with the article's words on which each rests.

`findings.sentences.all[0].cited` are the places of the words that the first key point cites. All sentences
are one text, so that names and quotation marks are found in one pass.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple
from unicodedata import normalize

import msgspec
from msgspec import Struct

from newsbrief.content.article import Article
from newsbrief.content.fact_sheet import ActorEntry, DateEntry, QuoteEntry
from newsbrief.content.parse_fact_sheet import Facts
from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.names import NamePlace, find_names
from newsbrief.evidence.search import Evidence
from newsbrief.model.document import Document, Passage, Span

SpansAt = Callable[[Path], tuple[Span, ...]]
"""Return the places of the words that an entry has under a path."""

_BETWEEN = "\n.\n"
"""The text between two sentences: a paragraph that no quotation mark carries on through."""


class Sentence(NamedTuple):
    """A sentence of the editor's, at `span` of all of them; `path` is its place in the fact sheet or front matter.

    `cited` are the article's words on which it rests; the whole article where that is None. `about` is the actor to
    whom it belongs, `entry` its entry of the fact sheet.
    """

    path: Path
    text: str
    span: Span
    cited: tuple[Span, ...] | None
    about: str | None = None
    entry: Any = None

    @property
    def is_of_front_matter(self) -> bool:
        return self.entry is None


class Sentences(Struct, frozen=True, dict=True):
    """All sentences of a briefing that rest on the article's words; those with an outside source are left out."""

    all: tuple[Sentence, ...]
    evidence: Evidence
    names: Mapping[str, str]
    persons: tuple[str, ...]
    language: str

    def only_of(self, sections: Collection[str]) -> "Sentences":
        """Return the sentences of some sections of the fact sheet, and those of the front matter."""
        kept = tuple(each for each in self.all if each.is_of_front_matter or each.path[0] in sections)
        return msgspec.structs.replace(self, all=kept)

    def names_in(self, sentence: Sentence) -> tuple[NamePlace, ...]:
        """Return the names of actors in a sentence, at their places among all sentences."""
        first = bisect_left(self._name_starts, sentence.span.start)
        return tuple(self._name_places[first : bisect_left(self._name_starts, sentence.span.end)])

    def passages_in(self, sentence: Sentence) -> tuple[Passage, ...]:
        """Return the words in quotation marks in a sentence, without those inside others."""
        first = bisect_left(self._passage_starts, sentence.span.start)
        return tuple(self._passages[first : bisect_left(self._passage_starts, sentence.span.end)])

    @cached_property
    def unpaired(self) -> tuple[int, ...]:
        """The places of quotation marks without a partner."""
        return tuple(sorted(mark.offset for mark in self.evidence.marks.unpaired))

    @cached_property
    def _name_places(self) -> tuple[NamePlace, ...]:
        return find_names(self.evidence, self.names, self.language, self.persons)

    @cached_property
    def _name_starts(self) -> list[int]:
        return [place.span.start for place in self._name_places]

    @cached_property
    def _passages(self) -> list[Passage]:
        return [passage for passage in self.evidence.marks.passages if passage.depth == 0]

    @cached_property
    def _passage_starts(self) -> list[int]:
        return [passage.outer.start for passage in self._passages]


def list_sentences(
    article: Article, facts: Facts, names: Mapping[str, str], persons: tuple[str, ...], spans: SpansAt
) -> Sentences:
    """Return the sentences of a briefing, those of the front matter first.

    `names` are those of actors; `persons`, the ids of the actors who are.
    """
    sentences: list[Sentence] = []
    paragraphs: list[Span] = []
    at = 0
    for path, written, cited, about, entry in _each(article, facts, spans):
        text = normalize("NFC", written)
        span = Span(at, at + len(text))
        sentences.append(Sentence(path, text, span, cited, about, entry))
        paragraphs += [span, Span(span.end + 1, span.end + 2)]
        at = span.end + len(_BETWEEN)
    joined = _BETWEEN.join([*(sentence.text for sentence in sentences), ""])
    document = Document((), joined, tuple(paragraphs))
    return Sentences(tuple(sentences), Evidence(document), names, persons, article.front.language)


_Part = tuple[Path, str, tuple[Span, ...] | None, str | None, Any]


def _each(article: Article, facts: Facts, spans: SpansAt) -> Iterator[_Part]:
    front = article.front
    if article.is_dated:
        yield ("title",), front.title, None, None, None
        if front.standfirst:
            yield ("standfirst",), front.standfirst, None, None, None
    actors = {path: actor.id for path, actor in facts.of(ActorEntry)}
    for section, path, entry in facts.all_entries:
        if isinstance(entry, QuoteEntry) and entry.context:
            yield (*path, "context"), entry.context, None, None, entry
        if not section.sentence or entry.source is not None or entry.cite is None:
            continue
        keys = ["cite", *(["when"] if isinstance(entry, DateEntry) else [])]
        cited = tuple(span for key in keys for span in spans((*path, key)))
        if len(cited) < sum(_count_selectors(getattr(entry, key)) for key in keys):
            # Words that are not found are a problem of their own.
            continue
        text = getattr(entry, section.sentence)
        yield (*path, section.sentence), text, cited, actors.get(path[:2]), entry


def _count_selectors(words: Any) -> int:
    return len(words) if isinstance(words, tuple) else int(words is not None)
