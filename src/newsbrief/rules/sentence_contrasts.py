"""Words of the editor's sentences that those of the words cited rule out: a flood, for a fire; must, for may."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.evidence.verbatim_sentences import is_verbatim
from newsbrief.model.problems import Problem
from newsbrief.reading.contrasts.being import find_other_being
from newsbrief.reading.contrasts.causes import find_other_cause
from newsbrief.reading.contrasts.contrast import Cited, Contrast
from newsbrief.reading.contrasts.counted_acts import find_other_counted
from newsbrief.reading.contrasts.duties import find_other_duty
from newsbrief.reading.contrasts.exchanged import find_exchanged
from newsbrief.reading.contrasts.former import find_other_tenure
from newsbrief.reading.contrasts.kinds_apart import find_other_kind
from newsbrief.reading.contrasts.lesser import find_other_grade
from newsbrief.reading.contrasts.measures import find_turned_measure
from newsbrief.reading.contrasts.multiples import find_other_multiple
from newsbrief.reading.contrasts.part_amounts import find_whole_amount
from newsbrief.reading.contrasts.ranks import find_other_rank
from newsbrief.reading.contrasts.restricted import find_unrestricted
from newsbrief.reading.contrasts.sides import find_other_side
from newsbrief.reading.contrasts.table import ContrastTable, read_contrasts
from newsbrief.reading.contrasts.times import find_other_time
from newsbrief.reading.contrasts.units_of_time import find_other_unit
from newsbrief.reading.contrasts.when import find_other_when
from newsbrief.reading.contrasts.wholes import find_whole
from newsbrief.reading.sentence_words import Word, lowers_of
from newsbrief.reading.statements.reader import StatementReader
from newsbrief.rules.cited_numbers import read_cited
from newsbrief.rules.likely_cites import with_likely_cite
from newsbrief.rules.reckoning import is_reckoned
from newsbrief.rules.sentence_exceptions import is_said_of_exceptions
from newsbrief.rules.sentence_language import is_in_language_of_article
from newsbrief.rules.sentences import doubt_against


def sentences_keep_kind_and_degree(findings: Findings) -> list[Problem]:
    """What is of one kind, duty, rank, side or time in the words cited is of no other one in the sentence."""
    table = read_contrasts(findings.article.front.language)
    problems: list[Problem] = []
    for each in findings.sentences.all if table.rows else ():
        sentence = with_likely_cite(findings, each)
        if not sentence.cited or is_verbatim(findings, sentence):
            continue
        if is_in_language_of_article(findings, sentence.text):
            problems += _judge(findings, sentence, table)
    return problems


def _judge(findings: Findings, sentence: Sentence, table: ContrastTable) -> list[Problem]:
    reader = findings.once(StatementReader)
    words = reader.words_of(sentence)
    cited = reader.article.words_around(sentence.cited or ())
    found = next((each for each in _find(findings, sentence, words, cited, table) if each), None)
    if found is None or is_reckoned(findings, sentence, "rest") or is_said_of_exceptions(findings, sentence):
        return []
    message = f"the sentence says “{found.ours.text}” where the cited words say “{found.theirs.text}”"
    return doubt_against(findings, sentence, message, sentence.cited or (), found.theirs.span.start)


def _find(
    findings: Findings, sentence: Sentence, words: Sequence[Word], cited: Cited, table: ContrastTable
) -> Iterator[Contrast | None]:
    """Yield what each way of reading finds, where the words are there that it reads."""
    lexicon = findings.once(StatementReader).lexicon
    ours, theirs = lowers_of(words), frozenset[str]().union(*(lowers_of(each) for each, _ in cited))
    if table.begins("kinds apart", ours) or table.begins("kinds in one place", ours):
        yield find_other_kind(words, cited, table)
    if table.begins("duties", ours) and table.begins("duties", theirs):
        yield find_other_duty(words, cited, lexicon, table)
    if any(word.endswith("est") for word in ours) and any(word.endswith("est") for word in theirs):
        yield find_other_rank(words, cited, lexicon, table)
    if table.begins("siding", ours) and table.begins("siding", theirs):
        yield find_other_side(words, cited, lexicon, table)
    if table.begins("ends", ours | theirs):
        yield find_other_time(words, cited, lexicon, table)
    if table.begins("moments", ours) or any(word.isdigit() for word in ours):
        yield find_other_when(words, cited, lexicon, table)
    if lexicon.is_hedging(theirs) or table.begins("expecting", theirs):
        yield find_other_being(words, cited, lexicon)
    if not lexicon.counting.isdisjoint(theirs) and lexicon.counting.isdisjoint(ours):
        yield find_whole(words, cited, lexicon)
    if not lexicon.words_of(("all",)).isdisjoint(ours):
        yield find_unrestricted(words, cited, lexicon)
    if table.begins("before units", ours) and table.begins("before units", theirs):
        yield find_other_unit(words, cited, table)
    if table.begins("causes", ours) and table.begins("causes", theirs):
        yield find_other_cause(words, cited, lexicon, table)
    if table.begins("former", ours | theirs):
        yield find_other_tenure(words, cited, lexicon, table)
    if table.begins("lesser", ours | theirs):
        yield find_other_grade(words, cited, lexicon, table)
    if any(word.isdigit() or lexicon.has("numbers", word) for word in ours):
        yield find_other_counted(words, cited, lexicon)
        yield find_whole_amount(words, cited, lexicon)
    yield find_exchanged(words, cited, lexicon)
    if not table.multiples.keys().isdisjoint(ours) and "as" in ours:
        yield find_turned_measure(words, cited, lexicon, table)
    if table.begins("multiplying", ours):
        amounts = [
            [value for _, value in each.readings if isinstance(value, Fraction)]
            for each in read_cited(findings, sentence.cited or ())
        ]
        yield find_other_multiple(words, cited, amounts, table)
