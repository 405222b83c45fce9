"""The words on which a sentence without a cite likely rests: the sentence of the article that is most like a title.

`with_likely_cite(findings, sentence)` of “Aske closes its mill” cites “The town of Aske is to close its mill in May”.
"""

import re
from collections import Counter

from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.model.document import Span
from newsbrief.reading.sentence_ends import find_sentences
from newsbrief.reading.statements.lexicon import read_lexicon

_WORD = re.compile(r"[^\W\d_]{3,}")
_FEWEST = 3
_SHARE = 0.6
"""The least share of the words of content of a title that the sentence of the article must have."""


class ArticleStems:
    """The stems of the words of the article's sentences, each with the numbers of the sentences that have it."""

    def __init__(self, findings: Findings) -> None:
        text = findings.evidence.text
        self.lexicon = read_lexicon(findings.article.front.language)
        self.sentences: list[Span] = []
        self.places: dict[str, set[int]] = {}
        for paragraph in findings.article.document.paragraphs:
            for span in find_sentences(text, paragraph):
                for stem in self.stems_in(text[span.start : span.end]):
                    self.places.setdefault(stem, set()).add(len(self.sentences))
                self.sentences.append(span)

    def stems_in(self, text: str) -> frozenset[str]:
        """Return the stems of the words of content of a text."""
        words = {word.lower() for word in _WORD.findall(text)} - self.lexicon.small
        return frozenset(map(self.lexicon.stem_of_meaning, words))

    def find(self, text: str) -> Span | None:
        """Return the sentence that has most of the words of a text, if it has nearly all of them."""
        stems = self.stems_in(text)
        shared = Counter(number for stem in stems for number in self.places.get(stem, ()))
        if len(stems) < _FEWEST or not shared:
            return None
        best, most = max(shared.items(), key=lambda each: (each[1], -each[0]))
        return self.sentences[best] if most >= _FEWEST and most >= _SHARE * len(stems) else None


def with_likely_cite(findings: Findings, sentence: Sentence) -> Sentence:
    """Return a sentence with the words on which it likely rests, where it is a title or a standfirst."""
    if sentence.cited is not None or not sentence.is_of_front_matter:
        return sentence
    lexicon = read_lexicon(findings.article.front.language)
    if not lexicon.reads_verbs:
        return sentence
    found = findings.once(ArticleStems).find(sentence.text)
    return sentence._replace(cited=(found,)) if found else sentence
