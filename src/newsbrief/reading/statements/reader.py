"""The words and clauses of the editor's sentences, each read once, beside those of the article.

`findings.once(StatementReader).clauses_of(sentence)` are the clauses of a sentence of the editor's.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.model.document import Span
from newsbrief.reading.sentence_ends import find_sentences
from newsbrief.reading.sentence_words import SentenceWords, split_words
from newsbrief.reading.statements.article_reader import ArticleReader
from newsbrief.reading.statements.clauses import AGENT, PATIENT, Clause, Filler
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.phrases import ACTOR
from newsbrief.reading.statements.statement import Statement, read_statement


class StatementReader:
    """The words and clauses of the sentences of one briefing: the editor's, and those of the `article`."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.article = findings.once_of_article(ArticleReader)
        self.lexicon: StatementLexicon = self.article.lexicon
        self._words: dict[Span, SentenceWords] = {}
        self._stated: dict[Span, Sequence[Statement]] = {}

    def words_of(self, sentence: Sentence) -> SentenceWords:
        """Return the words of a sentence of the editor's."""
        if sentence.span not in self._words:
            ours = self.findings.sentences
            words = split_words(ours.evidence.text, sentence.span, ours.names_in(sentence))
            self._words[sentence.span] = words
        return self._words[sentence.span]

    def stated(self, sentence: Sentence) -> Sequence[Statement]:
        """Return what a sentence of the editor's states."""
        if sentence.span not in self._stated:
            self._stated[sentence.span] = list(self._read_stated(sentence))
        return self._stated[sentence.span]

    def clauses_of(self, sentence: Sentence) -> list[Clause]:
        """Return the clauses of a sentence of the editor's."""
        return [clause for statement in self.stated(sentence) for clause in statement.clauses]

    def _read_stated(self, sentence: Sentence) -> Iterator[Statement]:
        for words in self.parts_of(sentence):
            found = read_statement(words, self.lexicon)
            clauses = tuple(_with_subject(clause, sentence.about) for clause in found.clauses)
            yield replace(found, clauses=clauses)

    def parts_of(self, sentence: Sentence) -> Iterator[SentenceWords]:
        """Yield the words of each of the sentences that the editor wrote as one."""
        for part in find_sentences(self.findings.sentences.evidence.text, sentence.span):
            yield self._words_at(part, sentence)

    def _words_at(self, part: Span, sentence: Sentence) -> SentenceWords:
        """Return the words of one of the sentences that the editor wrote as one."""
        if part == sentence.span:
            return self.words_of(sentence)
        ours = self.findings.sentences
        return split_words(
            ours.evidence.text, part, [name for name in ours.names_in(sentence) if part.holds(name.span)]
        )


def _with_subject(clause: Clause, about: str | None) -> Clause:
    """Return a clause whose pronoun is the actor to whom the sentence belongs."""
    place = next((key for key in (AGENT, PATIENT) if key in clause.places), None)
    if about is None or place is None or not clause.places[place].is_pronoun:
        return clause
    return replace(clause, places={**clause.places, place: Filler(frozenset({ACTOR + about}))})
