"""Who does it to whom in the editor's sentences, and which number is which, against the words cited."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.names import NamePlace
from newsbrief.evidence.sentences import Sentence
from newsbrief.evidence.verbatim_sentences import place_in_article
from newsbrief.model.document import Span
from newsbrief.model.problems import Problem
from newsbrief.reading.numbers.bounds import ALL_BUT
from newsbrief.reading.numbers.number_words import NumberWords, bears_out
from newsbrief.reading.plain_claims.lexicon import read_any_lexicon
from newsbrief.reading.plain_claims.number_places import find_swapped
from newsbrief.reading.relations.ties import read_ties
from newsbrief.reading.sentence_ends import find_sentences
from newsbrief.reading.sentence_words import Word, split_words
from newsbrief.reading.statements.acts import find_turned_act, read_acts
from newsbrief.reading.statements.converse import are_converse
from newsbrief.reading.statements.counts import NounCount, find_exchanged_numbers, read_counts
from newsbrief.reading.statements.lexicon import StatementLexicon, read_lexicon
from newsbrief.reading.statements.ranges import find_turned_range
from newsbrief.reading.statements.reader import StatementReader
from newsbrief.reading.statements.role_words import read_roles
from newsbrief.reading.statements.roles import NUMBER, OTHER, YEAR, Exchange, find_exchange, is_number, join_roles
from newsbrief.rules.cited_numbers import read_cited, read_stated
from newsbrief.rules.reckoning import is_reckoned
from newsbrief.rules.relation_words import is_mutual
from newsbrief.rules.sentence_language import is_in_language_of_article, sentences_naming
from newsbrief.rules.sentence_order import is_told_the_other_way_round
from newsbrief.rules.sentence_other_names import find_among_others
from newsbrief.rules.sentences import show_cited


def sentences_keep_who_and_which(findings: Findings) -> list[Problem]:
    """Names and numbers that a sentence has stand in it among the words among which the article has them."""
    return [problem for found in findings.once(exchanged_sentences).values() for problem in _explain(findings, *found)]


_Found = tuple[Sentence, Exchange, Sequence[NumberWords], Sequence[Span]]


def exchanged_sentences(findings: Findings) -> Mapping[Path, _Found]:
    """Return the sentences, by their paths, that exchange names or numbers of their words."""
    lexicon = read_lexicon(findings.article.front.language)
    found: dict[Path, _Found] = {}
    reads_names = lexicon.reads_verbs or lexicon.reads_order
    for sentence in findings.sentences.all:
        if place_in_article(findings, sentence) or not is_in_language_of_article(findings, sentence.text):
            continue
        # “The 20 but three” are “all but three of the 20”.
        numbers = [number for number in read_stated(findings, sentence) if number.bound != ALL_BUT]
        named = findings.sentences.names_in(sentence)
        actors = {place.actor for place in named}
        spans = sentence.cited
        if numbers or (reads_names and len(actors) > 1):
            spans = spans if spans is not None else tuple(sentences_naming(findings, actors, 2))
            exchange = _way_to_find(lexicon)(findings, sentence, numbers, spans, lexicon)
        elif spans and lexicon.reads_verbs:
            exchange = find_among_others(findings, sentence, spans)
        else:
            continue
        if not exchange or is_told_the_other_way_round(findings, sentence):
            continue
        if is_reckoned(findings, sentence, "turned", "rest"):
            # “Twice as many in 2016 as last year” are half as many last year as in 2016.
            continue
        if (
            exchange.one.startswith(OTHER)
            or exchange.other.startswith(OTHER)
            or not _is_turned_by_verb(findings, sentence, exchange, spans)
        ):
            found[sentence.path] = sentence, exchange, numbers, spans
    return found


_Way = Callable[[Findings, Sentence, Sequence[NumberWords], Sequence[Span], StatementLexicon], Exchange | None]


def _way_to_find(lexicon: StatementLexicon) -> _Way:
    if lexicon.reads_verbs:
        return _find_by_roles
    return _find_by_order if lexicon.reads_order else _find_by_places


def _is_turned_by_verb(findings: Findings, sentence: Sentence, exchange: Exchange, spans: Sequence[Span]) -> bool:
    """Say whether the sentence has another verb, which turns round with its two: bought from, for sold to."""
    if is_number(exchange.one) or not exchange.other:
        return False
    reader = findings.once(StatementReader)
    cited = [clause for span in spans for clause in reader.article.clauses_around(span)]
    return are_converse(exchange.one, exchange.other, reader.clauses_of(sentence), cited, reader.lexicon)


def _find_by_roles(
    findings: Findings,
    sentence: Sentence,
    numbers: Sequence[NumberWords],
    spans: Sequence[Span],
    lexicon: StatementLexicon,
) -> Exchange | None:
    ours = list(_stated_words(findings, sentence, numbers))
    stated = join_roles(read_roles(words, lexicon) for words in ours)
    theirs = list(_cited_words(findings, spans, numbers)) if stated else []
    cited = join_roles(read_roles(words, lexicon) for words in theirs)
    actors = {place.actor for place in findings.sentences.names_in(sentence)}
    return (
        find_exchange(stated, cited, lexicon.words_of(("uneven prepositions",)))
        or find_turned_range(ours, theirs, lexicon)
        or _find_turned_tie(findings, sentence, actors, spans)
        or find_among_others(findings, sentence, spans)
    )


def _find_by_order(
    findings: Findings,
    sentence: Sentence,
    numbers: Sequence[NumberWords],
    spans: Sequence[Span],
    lexicon: StatementLexicon,
) -> Exchange | None:
    stated = list(_stated_words(findings, sentence, numbers))
    cited = list(_cited_words(findings, spans, numbers))
    ours, theirs = ([act for words in each for act in read_acts(words, lexicon)] for each in (stated, cited))
    if exchange := find_turned_act(ours, theirs) or find_turned_range(stated, cited, lexicon):
        return exchange
    counted, their_counted = (_join_counts(each, lexicon) for each in (stated, cited))
    exchange = find_exchanged_numbers(counted, their_counted)
    return exchange or find_swapped(stated, cited, read_any_lexicon(findings.article.front.language))


def _find_by_places(
    findings: Findings, sentence: Sentence, numbers: Sequence[NumberWords], spans: Sequence[Span], _: StatementLexicon
) -> Exchange | None:
    stated, cited = list(_stated_words(findings, sentence, numbers)), list(_cited_words(findings, spans, numbers))
    return find_swapped(stated, cited, read_any_lexicon(findings.article.front.language))


def _join_counts(each: Iterable[Sequence[Word]], lexicon: StatementLexicon) -> Mapping[str, NounCount]:
    """Return what each number of some sentences counts, those left out that stand in several."""
    found = [read_counts(words, lexicon) for words in each]
    times = Counter(key for counted in found for key in counted)
    return {key: its for counted in found for key, its in counted.items() if times[key] == 1}


def _find_turned_tie(
    findings: Findings, sentence: Sentence, actors: set[str], spans: Sequence[Span]
) -> Exchange | None:
    """Return two of whom the words cited have the relation that is stated, in other words, the other way round."""
    if len(actors) < 2 or not findings.article.front.language.startswith("en"):
        return None
    reader, own = findings.once(StatementReader), findings.facts.own_kinds
    ours = [tie for words in reader.parts_of(sentence) for tie in read_ties(words, own)]
    theirs = [
        tie
        for part in (part for span in (spans if ours else ()) for part in reader.article.around(span))
        for tie in read_ties(reader.article.words(part), own)
    ]
    for tie in ours:
        kinds = {kind for kind in tie.kinds if not is_mutual(findings, kind)}
        same = [
            each
            for each in theirs
            if each.joins(tie.subject, tie.object) and kinds & each.kinds and each.is_negated == tie.is_negated
        ]
        if same and all(each.subject == tie.object for each in same):
            return Exchange(tie.subject, tie.object)
    return None


def _stated_words(findings: Findings, sentence: Sentence, numbers: Sequence[NumberWords]) -> Iterator[Sequence[Word]]:
    start = sentence.span.start
    places = [*findings.sentences.names_in(sentence)]
    places += [
        NamePlace(Span(each.span.start + start, each.span.end + start), _key_of(number, each))
        for number, each in enumerate(numbers)
    ]
    yield from _words_in(findings.sentences.evidence.text, sentence.span, places)


def _cited_words(findings: Findings, spans: Sequence[Span], numbers: Sequence[NumberWords]) -> Iterator[Sequence[Word]]:
    for span in spans:
        places = [*findings.names_in(span)]
        for each in read_cited(findings, (span,)) if numbers else ():
            number = next((at for at, other in enumerate(numbers) if _are_equal(each, other)), None)
            # A number that the sentence does not have stands between the words of those that it has.
            key = _key_of(number, numbers[number]) if number is not None else _key_of(f"“{each.words}”", each)
            if not any(place.span.meets(each.span) for place in places):
                places.append(NamePlace(each.span, key))
        yield from _words_in(findings.evidence.text, span, places)


def _are_equal(cited: NumberWords, stated: NumberWords) -> bool:
    """Say whether two numbers are one; the unit may be left out in either: from 12 to 15 euros."""
    return bears_out(cited, stated) or bears_out(stated, cited)


def _key_of(number: int | str, words: NumberWords) -> str:
    """Return the key of a number: its place among those stated, or its words where it is not stated."""
    is_year = len(words.words) == 4 and words.words.isdecimal() and words.units == {""}
    return f"{YEAR if is_year else NUMBER}{number}"


def _words_in(text: str, span: Span, places: Sequence[NamePlace]) -> Iterator[Sequence[Word]]:
    """Yield the words of each sentence that has a name or a number, these as single words."""
    ordered = sorted(places, key=lambda place: place.span.start)
    for sentence in find_sentences(text, span):
        part = Span(max(span.start, sentence.start), min(span.end, sentence.end))
        inside = [place for place in ordered if part.holds(place.span)]
        if inside:
            yield split_words(text, part, inside)


def _explain(
    findings: Findings, sentence: Sentence, exchange: Exchange, numbers: Sequence[NumberWords], spans: Sequence[Span]
) -> list[Problem]:
    names: Mapping[str, str] = {_key_of(at, number): f"“{number.words}”" for at, number in enumerate(numbers)}
    one, other = (names.get(key) or (key and _name(findings, key)) for key in (exchange.one, exchange.other))
    where = findings.article.line_of(spans[0].start)
    words = f"they are “{show_cited(findings, tuple(spans))}” ({where})"
    if exchange.is_plain:
        message = f"the article has {one} and {other} the other way round"
        return [findings.problem_with(sentence, message, f"{words}; exchange the two in the sentence")]
    message = (
        f"the cited words do not have {one} and {other} in these places"
        if other
        else f"the cited words do not have {one} in this place"
    )
    return findings.doubts_about(sentence, message, f"{words}; write it as they do")


def _name(findings: Findings, key: str) -> str:
    if key.startswith(OTHER):
        return f"“{key.removeprefix(OTHER).title()}”"
    return key.removeprefix(YEAR).removeprefix(NUMBER) if is_number(key) else findings.actors[key].name
