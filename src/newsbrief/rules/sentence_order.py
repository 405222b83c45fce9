"""The order of events in the editor's sentences, against that in the words cited."""

from collections.abc import Sequence

from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.evidence.verbatim_sentences import is_verbatim
from newsbrief.model.document import Span
from newsbrief.model.problems import Problem
from newsbrief.reading.sentence_words import SentenceWords
from newsbrief.reading.statements.lexicon import read_lexicon
from newsbrief.reading.statements.opposites import is_turned, says_the_same
from newsbrief.reading.statements.order import EventOrder, find_turned, read_orders, tell_backwards
from newsbrief.reading.statements.reader import StatementReader
from newsbrief.reading.statements.successions import EARLIER, LATER, read_successions
from newsbrief.reading.statements.successions import find_turned as find_turned_succession
from newsbrief.rules.sentence_language import is_in_language_of_article
from newsbrief.rules.sentences import doubt_against


def sentences_keep_the_order_of_events(findings: Findings) -> list[Problem]:
    """What is before something else in the words cited is not after it in the sentence."""
    lexicon = read_lexicon(findings.article.front.language)
    markers = lexicon.words.get("after", frozenset()) | lexicon.words.get("before", frozenset())
    problems: list[Problem] = []
    for sentence in findings.sentences.all if markers else ():
        if sentence.cited is None or markers.isdisjoint(sentence.text.lower().split()):
            continue
        if is_verbatim(findings, sentence) or not is_in_language_of_article(findings, sentence.text):
            continue
        ours, theirs = orders_of(findings, sentence)
        if turned := find_turned(ours, theirs):
            own, their = turned
            message = f"the sentence has “{own.text}” between two events that the cited words have the other way round"
            problems += doubt_against(findings, sentence, message, sentence.cited, their.span.start)
    return problems


def sentences_keep_the_order_of_offices(findings: Findings) -> list[Problem]:
    """Who succeeds another one in the words cited is not succeeded by him in the sentence."""
    lexicon = read_lexicon(findings.article.front.language)
    pattern = lexicon.succession_pattern
    problems: list[Problem] = []
    for sentence in findings.sentences.all if pattern else ():
        if sentence.cited is None or not pattern or not pattern.search(sentence.text):
            continue
        if is_verbatim(findings, sentence) or not findings.sentences.names_in(sentence):
            continue
        reader = findings.once(StatementReader)
        stated = list(read_successions(_words_of(findings, sentence), lexicon, reader.clauses_of(sentence)))
        cited = [
            each
            for span in sentence.cited
            for part in reader.article.around(span)
            for each in read_successions(reader.article.words(part), lexicon, list(reader.article.clauses_around(part)))
        ]
        if turned := find_turned_succession(stated, cited):
            own, their = turned
            name, beside = findings.actors[own.actor].name, {EARLIER: "before", LATER: "after"}
            message = (
                f"the cited words have {name} {beside[their.place]} another one in an office, "
                f"and the sentence {beside[own.place]}"
            )
            problems += doubt_against(findings, sentence, message, sentence.cited, their.word.span.start)
    return problems


def orders_of(findings: Findings, sentence: Sentence) -> tuple[list[EventOrder], list[EventOrder]]:
    """Return the order of events in a sentence, and in the words that it cites."""
    lexicon = read_lexicon(findings.article.front.language)
    ours = list(read_orders(_words_of(findings, sentence), lexicon))
    theirs = [order for words, _ in _cited_words(findings, sentence) for order in read_orders(words, lexicon)]
    return ours, theirs if ours else []


def tells_backwards(findings: Findings, sentence: Sentence) -> bool:
    """Say whether a sentence has two events in the order of the words cited, with “before” for “after”."""
    return sentence.cited is not None and tell_backwards(*orders_of(findings, sentence))


def is_told_the_other_way_round(findings: Findings, sentence: Sentence) -> bool:
    """Say whether a sentence begins with that with which its words end, and says the same: “A is north of B”."""
    if sentence.cited is None:
        return False
    words, cited = _words_of(findings, sentence), _cited_words(findings, sentence)
    return is_turned(words, cited, read_lexicon(findings.article.front.language)) or tells_backwards(findings, sentence)


def is_part_of_a_match(findings: Findings, sentence: Sentence, span: Span) -> bool:
    """Say whether words at `span` of a sentence are no date, and the words cited have others for them: half-time."""
    own = Span(sentence.span.start + span.start, sentence.span.start + span.end)
    lexicon = read_lexicon(findings.article.front.language)
    return says_the_same(_words_of(findings, sentence), own, _cited_words(findings, sentence), lexicon)


def _words_of(findings: Findings, sentence: Sentence) -> SentenceWords:
    return findings.once(StatementReader).words_of(sentence)


def _cited_words(findings: Findings, sentence: Sentence) -> Sequence[tuple[SentenceWords, Span]]:
    return findings.once(StatementReader).article.words_around(sentence.cited or ())
