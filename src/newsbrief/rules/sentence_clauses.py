"""The clauses of the editor's sentences, against those of the words cited: who does it, to whom, from whom."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.evidence.verbatim_sentences import is_verbatim
from newsbrief.model.document import Span
from newsbrief.model.problems import Problem
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.clauses import Clause
from newsbrief.reading.statements.denied_ties import find_denied_tie
from newsbrief.reading.statements.descriptions import find_later_stage, find_other_act, find_other_word, join
from newsbrief.reading.statements.lexicon import StatementLexicon, read_lexicon
from newsbrief.reading.statements.misplaced import Misplacement, find_brought_about, find_misplaced
from newsbrief.reading.statements.phrases import ACTOR
from newsbrief.reading.statements.reader import StatementReader
from newsbrief.reading.statements.statement import Statement
from newsbrief.rules.likely_cites import with_likely_cite
from newsbrief.rules.sentence_language import is_in_language_of_article
from newsbrief.rules.sentence_order import is_told_the_other_way_round
from newsbrief.rules.sentence_roles import exchanged_sentences
from newsbrief.rules.sentences import doubt_against, is_of_others

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def sentences_keep_the_parties_of_their_verbs(findings: Findings) -> list[Problem]:
    """Who does what a verb says, and to whom, are those of the same verb in the words cited."""
    lexicon = read_lexicon(findings.article.front.language)
    exchanged = findings.once(exchanged_sentences)
    problems: list[Problem] = []
    for each in findings.sentences.all if "verbs" in lexicon.words else ():
        sentence = with_likely_cite(findings, each)
        if sentence.cited is None or is_verbatim(findings, sentence) or sentence.path in exchanged:
            continue
        if is_in_language_of_article(findings, sentence.text):
            problems += _judge(findings, sentence, sentence.cited, lexicon, is_likely=sentence is not each)
    return problems


def _judge(
    findings: Findings, sentence: Sentence, cited: tuple[Span, ...], lexicon: StatementLexicon, is_likely: bool
) -> list[Problem]:
    """Return what a sentence says otherwise than the words cited, or than those on which it likely rests."""
    reader = findings.once(StatementReader)
    theirs = [statement for span in cited for statement in reader.article.statements_around(span)]
    if is_likely:
        # A headline may have a town for its council: “Aske closes its mill”.
        fault = _find_misplaced_actor(findings, sentence, reader, theirs)
    else:
        fault = _find_fault(findings, sentence, reader, theirs) or _find_stage(findings, sentence, cited, lexicon)
    if not fault:
        return []
    return doubt_against(findings, sentence, fault, cited, cited[0].start)


def _find_misplaced_actor(
    findings: Findings, sentence: Sentence, reader: StatementReader, cited: Sequence[Statement]
) -> str:
    """Return the message of an actor of whom a sentence says what the words cited say of somebody else."""
    ours, theirs = reader.clauses_of(sentence), [clause for statement in cited for clause in statement.clauses]
    found = find_misplaced(ours, theirs, reader.lexicon)
    if not found or not found.head.startswith(ACTOR) or is_told_the_other_way_round(findings, sentence):
        return ""
    return (
        "" if is_of_others(findings, sentence, found.head.removeprefix(ACTOR)) else _explain(findings, sentence, found)
    )


def _find_fault(findings: Findings, sentence: Sentence, reader: StatementReader, cited: Sequence[Statement]) -> str:
    """Return the message of the first thing that a sentence says otherwise than the words cited."""
    ours, theirs = reader.clauses_of(sentence), [clause for statement in cited for clause in statement.clauses]
    text = findings.sentences.evidence.text
    found = find_misplaced(ours, theirs, reader.lexicon)
    if found and not is_told_the_other_way_round(findings, sentence):
        actor = found.head.removeprefix(ACTOR)
        if actor != found.head and is_of_others(findings, sentence, actor):
            return ""
        return _explain(findings, sentence, found)
    if not reader.lexicon.may_hedge(_words_of(sentence)) and (open := find_brought_about(ours, theirs)):
        verb = text[open.stated.span.start : open.stated.span.end]
        return f"the cited words leave open what the sentence states: “{verb}”"
    if only_denied := _find_only_denied(findings, sentence, reader, theirs):
        return only_denied
    stated = join(statement.descriptions for statement in reader.stated(sentence))
    if other := find_other_word(stated, join(statement.descriptions for statement in cited), reader.lexicon):
        word, beside = (_name(findings, each, sentence.text) for each in (other.word, other.beside))
        return f"the cited words do not have {word} beside {beside}"
    return ""


def _explain(findings: Findings, sentence: Sentence, found: Misplacement) -> str:
    verb = findings.sentences.evidence.text[found.stated.span.start : found.stated.span.end]
    return f"the cited words do not say this of {_name(findings, found.head, sentence.text)}: “{verb}”"


def _find_only_denied(findings: Findings, sentence: Sentence, reader: StatementReader, cited: Sequence[Clause]) -> str:
    """Return the message of two of whom the words cited only say what is not so."""
    if not any(clause.is_denied for clause in cited) or reader.lexicon.may_deny(_words_of(sentence)):
        return ""
    tie = find_denied_tie(reader.clauses_of(sentence), cited, reader.lexicon)
    if tie is None:
        return ""
    who, what = (_name(findings, each, sentence.text) for each in (tie.actor, tie.thing))
    denial = findings.evidence.text[tie.denied.span.start : tie.denied.span.end]
    verb = findings.sentences.evidence.text[tie.stated.span.start : tie.stated.span.end]
    return f"the cited words only deny “{denial}” of {who} and {what}, and the sentence states “{verb}”"


def _words_of(sentence: Sentence) -> frozenset[str]:
    return _words_in(sentence.text)


@lru_cache(maxsize=4)
def _words_in(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text) if word != "May")


def _find_stage(findings: Findings, sentence: Sentence, cited: Sequence[Span], lexicon: StatementLexicon) -> str:
    """Return the message of a sentence that has another act than the words cited, or the end of what they begin."""
    reader = findings.once(StatementReader)
    ours = reader.words_of(sentence)
    stems = frozenset(_stems_of_plain(ours, lexicon))
    # Who is to receive it has not received it.
    put_off = frozenset(lexicon.stem(word.lower) for to, word in pairwise(ours) if to.lower == "to")
    is_later = not (stems - put_off).isdisjoint(lexicon.later_stages) and not lexicon.is_hedging(_words_of(sentence))
    is_act = not stems.isdisjoint(lexicon.acts_apart.keys())
    if not is_later and not is_act:
        return ""
    theirs = [word for words, span in reader.article.words_around(cited) for word in words if span.meets(word.span)]
    known = frozenset(_stems_of_plain(theirs, lexicon))
    found = find_later_stage(stems, known, lexicon, put_off) if is_later else None
    if found is None and is_act:
        found = find_other_act(stems, known, lexicon)
    if found is None:
        return ""
    later, first = (
        _name(findings, found[0], sentence.text),
        _name(findings, found[1], " ".join(word.lower for word in theirs)),
    )
    return f"the sentence says {later} where the cited words say {first}"


def _stems_of_plain(words: Sequence[Word], lexicon: StatementLexicon) -> Iterator[str]:
    """Yield the stems of the words that are no names."""
    return (lexicon.stem(word.lower) for word in words if word.actor is None and word.text != "May")


def _name(findings: Findings, head: str, text: str) -> str:
    if head.startswith(ACTOR):
        return findings.actors[head[len(ACTOR) :]].name
    word = next((word for word in text.split() if word.lower().startswith(head)), head)
    return f"“{word.strip('.,;:!?')}”"
