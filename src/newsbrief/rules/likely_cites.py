"""The words on which a sentence without a cite likely rests: the sentence of the article that is most like a title.

`with_likely_cite(findings, sentence)` of “Aske closes its mill” cites “The town of Aske is to close its mill in May”.
"""

import re
from collections.abc import Iterator

from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.model.document import Span
from newsbrief.reading.sentence_ends import find_sentences
from newsbrief.reading.statements.lexicon import StatementLexicon, read_lexicon

_WORD = re.compile(r"[^\W\d_]{3,}")
_FEWEST = 3
_SHARE = 0.6
"""The least share of the words of content of a title that the sentence of the article must have."""


def with_likely_cite(findings: Findings, sentence: Sentence) -> Sentence:
    """Return a sentence with the words on which it likely rests, where it is a title or a standfirst."""
    if sentence.cited is not None or not sentence.is_of_front_matter:
        return sentence
    cites = findings.once(_LikelyCites)
    found = cites.of(sentence.text) if cites.lexicon.reads_verbs else None
    return sentence._replace(cited=(found,)) if found else sentence


class _LikelyCites:
    """The sentences of an article that are most like some texts."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.lexicon: StatementLexicon = read_lexicon(findings.article.front.language)
        self.known: dict[str, Span | None] = {}

    def of(self, text: str) -> Span | None:
        """Return the sentence that has most of the words of a text, if it has nearly all of them."""
        if text not in self.known:
            words = {word.lower() for word in _WORD.findall(text)} - self.lexicon.small
            stems = frozenset(map(self.lexicon.stem, words))
            least = max(_FEWEST, _SHARE * len(stems))
            shared = [(self._count(span, stems), -span.start, span) for span in self._sentences(stems, least)]
            best = max(shared, default=(0, 0, None))
            self.known[text] = best[2] if best[0] >= least else None
        return self.known[text]

    def _sentences(self, stems: frozenset[str], least: float) -> Iterator[Span]:
        """Yield the sentences of the paragraphs that may have so many of some stems."""
        text = self.findings.evidence.text
        for paragraph in self.findings.article.document.paragraphs if len(stems) >= least else ():
            lower = text[paragraph.start : paragraph.end].lower()
            # A stem is the beginning of most of its forms.
            if sum(stem[:3] in lower for stem in stems) >= least:
                yield from find_sentences(text, paragraph)

    def _count(self, span: Span, stems: frozenset[str]) -> int:
        words = _WORD.findall(self.findings.evidence.text[span.start : span.end].lower())
        return len(stems.intersection(map(self.lexicon.stem, words)))
