"""The words and clauses of the sentences of an article, each read once, whatever the fact sheet says of them.

`findings.once_of_article(ArticleReader).clauses_around(span)` are the clauses of the sentences that `span` touches.
"""

from collections.abc import Iterable, Iterator

from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Span
from newsbrief.reading.sentence_ends import find_sentences
from newsbrief.reading.sentence_words import SentenceWords, split_words
from newsbrief.reading.statements.clauses import Clause
from newsbrief.reading.statements.lexicon import StatementLexicon, read_lexicon
from newsbrief.reading.statements.operators import Operator, find_operators
from newsbrief.reading.statements.other_names import find_others
from newsbrief.reading.statements.statement import Statement, read_statement


class ArticleReader:
    """The words and clauses of the sentences of one article."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.lexicon: StatementLexicon = read_lexicon(findings.article.front.language)
        self._around: dict[Span, list[Span]] = {}
        self._words: dict[Span, SentenceWords] = {}
        self._operators: dict[Span, tuple[Operator, ...]] = {}
        self._other_names: dict[Span, frozenset[str]] = {}
        self._hedged: dict[Span, frozenset[str]] = {}
        self._statements: dict[Span, Statement] = {}

    def around(self, span: Span) -> list[Span]:
        """Return the sentences of the article that `span` touches."""
        if span not in self._around:
            self._around[span] = find_sentences(self.findings.evidence.text, span)
        return self._around[span]

    def words(self, sentence: Span) -> SentenceWords:
        """Return the words of a sentence of the article."""
        if sentence not in self._words:
            names = self.findings.names_in(sentence)
            self._words[sentence] = split_words(self.findings.evidence.text, sentence, names)
        return self._words[sentence]

    def words_around(self, spans: Iterable[Span]) -> list[tuple[SentenceWords, Span]]:
        """Return the words of the sentences that some spans touch, each with its span."""
        return [(self.words(sentence), span) for span in spans for sentence in self.around(span)]

    def hedged_stems(self, sentence: Span) -> frozenset[str]:
        """Return the stems of the words of a sentence in which some may be hedged; none of any other."""
        if sentence not in self._hedged:
            words = self.words(sentence).lowers
            stems = map(self.lexicon.stem_of_meaning, words) if self.lexicon.may_hedge(words) else ()
            self._hedged[sentence] = frozenset(stems)
        return self._hedged[sentence]

    def operators(self, sentence: Span) -> tuple[Operator, ...]:
        """Return what takes words of a sentence of the article back, doubts them or leaves them to others."""
        if sentence not in self._operators:
            may_have = bool(self.hedged_stems(sentence))
            self._operators[sentence] = find_operators(self.words(sentence), self.lexicon) if may_have else ()
        return self._operators[sentence]

    def other_names(self, sentence: Span) -> frozenset[str]:
        """Return the names in a sentence of the article of those who are no actors."""
        if sentence not in self._other_names:
            self._other_names[sentence] = frozenset(find_others(self.words(sentence), self.lexicon))
        return self._other_names[sentence]

    def statements_around(self, span: Span) -> Iterator[Statement]:
        """Yield what the article's sentences state that `span` touches."""
        for sentence in self.around(span):
            if sentence not in self._statements:
                self._statements[sentence] = read_statement(self.words(sentence), self.lexicon)
            yield self._statements[sentence]

    def clauses_around(self, span: Span) -> Iterator[Clause]:
        """Yield the clauses of the article's sentences that `span` touches."""
        for statement in self.statements_around(span):
            yield from statement.clauses
