"""How sure the editor's sentences are of their verbs, against the words cited: denied, planned, alleged or stated."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.evidence.verbatim_sentences import is_verbatim
from newsbrief.model.document import Span
from newsbrief.model.problems import Problem
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.certainty import SureWord, read_words
from newsbrief.reading.statements.comparisons import COMPARING, find_crossed
from newsbrief.reading.statements.hedges import ALLEGED, ASKED, NOT, OPEN, OTHERS, PLANNED, POSSIBLE, URGED
from newsbrief.reading.statements.lexicon import StatementLexicon, read_lexicon
from newsbrief.reading.statements.lost import are_of_one_noun, denies_less
from newsbrief.reading.statements.misplaced import is_of_another
from newsbrief.reading.statements.operator_table import CLAIMED, DOUBTED, UNDONE
from newsbrief.reading.statements.opposites import find_opposite, has_opposite
from newsbrief.reading.statements.parts import find_excluded
from newsbrief.reading.statements.reader import StatementReader
from newsbrief.reading.statements.scope import are_complements, denies_no_noun, find_scope
from newsbrief.reading.statements.unanswered import is_of_exception, names_undone
from newsbrief.rules.likely_cites import with_likely_cite
from newsbrief.rules.reckoning import is_reckoned
from newsbrief.rules.sentence_exceptions import is_said_of_exceptions
from newsbrief.rules.sentence_language import is_in_language_of_article, sentences_naming
from newsbrief.rules.sentence_negations import judge_negations
from newsbrief.rules.sentence_operators import find_taken_back
from newsbrief.rules.sentences import doubt_against

_ASKING = ("answers of doubted", "open questions", "possible", "possibilities")
"""The keys of words by which a sentence leaves something open, too."""


def sentences_are_as_sure_as_their_words(findings: Findings) -> list[Problem]:
    """A verb that the words cited deny, put off or leave to others is not stated, nor one that they state denied."""
    lexicon = read_lexicon(findings.article.front.language)
    if not lexicon.reads_verbs:
        return list(judge_negations(findings))
    problems: list[Problem] = []
    for sentence in findings.sentences.all:
        if is_verbatim(findings, sentence) or not is_in_language_of_article(findings, sentence.text):
            continue
        if is_said_of_exceptions(findings, sentence) or is_reckoned(findings, sentence, "rest"):
            continue
        spans = sentence.cited
        if spans is None:
            actors = {place.actor for place in findings.sentences.names_in(sentence)}
            spans = tuple(sentences_naming(findings, actors, 1))
        found = list(_judge(findings, sentence, lexicon, spans)) if spans else []
        likely = with_likely_cite(findings, sentence) if not found else sentence
        if likely.cited and likely is not sentence:
            found += _judge(findings, likely, lexicon, likely.cited, is_likely=True)
        problems += found
    return problems


def _judge(
    findings: Findings,
    sentence: Sentence,
    lexicon: StatementLexicon,
    cited: Sequence[Span],
    *,
    is_likely: bool = False,
) -> Iterator[Problem]:
    theirs = findings.once(StatementReader)
    parts = [(span, part) for span in cited for part in theirs.article.around(span)]
    words = theirs.words_of(sentence)
    wanted: set[str] | None = None
    pairs = theirs.article.words_around(cited) if sentence.cited is not None else []
    read = [(theirs.article.words(part), span, theirs.article.operators(part)) for span, part in parts]
    taken_back = find_taken_back(sentence.text, words, read, lexicon) if sentence.cited is not None else None
    if is_likely:
        # A title leaves out what restricts its words.
        taken_back = None
    if not taken_back and is_of_exception(words, read, lexicon):
        return
    if contrast := taken_back or _contrast(findings, words, pairs, lexicon):
        message, their = contrast
        yield from doubt_against(findings, sentence, message, tuple(cited), their.span.start)
        return
    if _only_names_a_matter(words, lexicon):
        return
    if not lexicon.may_hedge(words.lowers):
        # Where neither side hedges a word, the two are as sure of it.
        wanted = set().union(*(theirs.article.hedged_stems(part) for part in {part for _, part in parts}))
        wanted &= {lexicon.denying.get(word.lower) or lexicon.stem_of_meaning(word.lower) for word in words}
        if not wanted:
            return
    yield from _judge_words(findings, sentence, parts, wanted, is_likely)


def _judge_words(
    findings: Findings,
    sentence: Sentence,
    parts: Sequence[tuple[Span, Span]],
    wanted: set[str] | None,
    is_likely: bool,
) -> Iterator[Problem]:
    """Yield the problem of the first word of which a sentence is surer than the words cited, or less sure."""
    theirs = findings.once(StatementReader)
    lexicon, words = theirs.lexicon, theirs.words_of(sentence)
    # “None of the passengers was hurt” denies that they were hurt, and no passengers.
    counted = denies_no_noun(words, lexicon)
    stated = [each for each in read_words(words, lexicon, wanted) if each.span.end not in counted]
    wanted = {word.stem for word in stated}
    cites = [
        # What stands before the words cited may hedge them.
        each
        for span, part in parts
        for counted in (denies_no_noun(theirs.article.words(part), lexicon),)
        for each in read_words(theirs.article.words(part), lexicon, wanted)
        if span.start <= each.span.end <= span.end and each.span.end not in counted
    ]
    whole = [theirs.article.words(part) for _, part in parts]
    is_told = not lexicon.words_of(("sayings",)).isdisjoint(words.lowers)
    is_denied = any(NOT in each.hedges for each in stated)
    denying = lexicon.words_of(("negations", "negative subjects", "denials"))
    denies = not denying.isdisjoint(words.lowers)
    verbs = frozenset(each.span.end for each in words if denies and lexicon.may_be_verb(each.lower))
    is_asking = not lexicon.words_of(_ASKING).isdisjoint(words.lowers)
    is_only = not lexicon.words_of(("only",)).isdisjoint(words.lowers)
    for word in stated:
        turned = lexicon.directions.get(word.direction, ())
        same = [each for each in cites if each.stem == word.stem and each.direction not in turned]
        # Of several, those that the same actor does are meant.
        same = [each for each in same if word.actor and each.actor == word.actor] or same
        others = [each for each in stated if each.stem == word.stem]
        # “The valves were not at fault”, of “rejected any suggestion that its valves were to blame”.
        is_noun = denies and word.span.end not in verbs
        if same and word.is_past and are_of_one_noun(words, word.span.end, whole, lexicon):
            continue
        fault = _compare(word, same, others, is_told, is_denied or is_noun, is_asking) if same else None
        if is_only and all(OTHERS in each.hedges for each in same):
            # “Vane is the only one to have won”: nobody else has.
            continue
        if fault and is_likely and fault.ours != "denies" and fault.theirs != "deny":
            # “Asks them to leave” may be of the sentence before.
            continue
        if fault and (is_likely or sentence.cited is None) and lexicon.has_stem("light verbs", word.stem):
            # “Goes on strike” is not denied by “nobody will go hungry”, on which no editor says that it rests.
            continue
        if fault and not _is_excused(word, same[0], theirs, sentence, parts):
            yield from _explain(findings, sentence, word, same[0], fault)
            return


def _is_excused(
    word: SureWord, their: SureWord, reader: StatementReader, sentence: Sentence, parts: Sequence[tuple[Span, Span]]
) -> bool:
    """Say whether a word is denied, and the words cited say the same in other words, or of something else."""
    words = reader.words_of(sentence)
    read = [(reader.article.words(part), span, reader.article.operators(part)) for span, part in parts]
    if are_complements(words, [part for part, _, _ in read], reader.lexicon):
        return True
    if NOT not in word.hedges:
        if _is_last(words, word, [part for part, _, _ in read]):
            return True
        # What an operator governs was judged by what answers it.
        return not their.hedges.isdisjoint({UNDONE, CLAIMED})
    if denies_less(words, [part for part, _, _ in read], reader.lexicon):
        return True
    # “Was not fined for drinking”, of “fined, but not for drinking”.
    is_undone = names_undone(words, read, reader.lexicon)
    is_undone = is_undone or has_opposite(words, [part for part, _, _ in read], reader.lexicon)
    return is_undone or _is_of_others(word, their, reader, sentence, [span for span, _ in parts])


def _is_last(words: Sequence[Word], word: SureWord, cited: Sequence[Sequence[Word]]) -> bool:
    """Say whether a word stands right after “last”, of what has not been since: `last won`, of `not won since`."""
    at = next((number for number, each in enumerate(words) if each.span.end == word.span.end), 0)
    return at > 0 and words[at - 1].lower == "last" and any(each.lower == "since" for part in cited for each in part)


def _only_names_a_matter(words: Sequence[Word], lexicon: StatementLexicon) -> bool:
    """Say whether a sentence states nothing: “On what the union asks for”."""
    if len(words) < 2 or not lexicon.has("prepositions", words[0].lower):
        return False
    return words[1].lower in lexicon.words_of(("open questions", "conjunctions", "relatives"))


def _is_of_others(
    word: SureWord, their: SureWord, reader: StatementReader, sentence: Sentence, cited: Sequence[Span]
) -> bool:
    """Say whether a sentence denies a word of something else than the words cited state it of."""
    lexicon = reader.lexicon
    known = [clause for span in cited for clause in reader.article.clauses_around(span)]
    for clause in reader.clauses_of(sentence):
        if clause.span.end == word.span.end:
            same = next((each for each in known if each.span.end == their.span.end), None)
            return same is not None and is_of_another(clause, same, known, lexicon)
        nouns = [*clause.subject, *(head for heads in clause.excluded.values() for head in heads)]
        if word.stem in map(lexicon.meaning, nouns):
            # “No boat sank” denies the sinking, and “not the cook” what is said of somebody else.
            return True
    return False


class Mismatch(Struct, frozen=True):
    """A difference between a sentence and its words: what the cited words do, and what the sentence does."""

    theirs: str
    ours: str


def _compare(
    word: SureWord,
    same: Sequence[SureWord],
    others: Sequence[SureWord],
    is_told: bool,
    is_denied: bool,
    is_asking: bool,
) -> Mismatch | None:
    hedges = [each.hedges for each in same]
    if any((NOT in each) != (NOT in word.hedges) for each in (other.hedges for other in others)):
        return None
    if word.hedges & {NOT, UNDONE}:
        if URGED in word.hedges and not any(URGED in each for each in hedges):
            # Who asks not to do it does not deny that it was done.
            return None
        # What was planned need not have been done; “will not” takes back a plan.
        allowed = {NOT, ALLEGED, OPEN} | ({PLANNED} if PLANNED not in word.hedges or UNDONE in word.hedges else set())
        # Who could have done it was not unable to do it.
        allowed |= {UNDONE} if POSSIBLE not in word.hedges or not any(POSSIBLE in each for each in hedges) else set()
        # What is unlikely will probably not be.
        allowed |= {DOUBTED} if word.hedges & {ALLEGED, POSSIBLE} else set()
        return None if any(allowed & each for each in hedges) else Mismatch("state", "denies")
    if OPEN not in word.hedges and all(NOT in each for each in hedges):
        if not word.is_past and is_denied:
            return None
        return Mismatch("deny", "states")
    if all(PLANNED in each for each in hedges) and word.is_past and not word.hedges - {OPEN}:
        return Mismatch("put off", "states as done")
    if PLANNED in word.hedges and not word.hedges & {POSSIBLE, DOUBTED} and all(POSSIBLE in each for each in hedges):
        return Mismatch("leave open", "states")
    if PLANNED in word.hedges and all(each.is_past and not each.hedges - {OPEN} for each in same):
        return Mismatch("state as done", "puts off")
    is_stated = word.is_past or (word.is_present and not is_asking)
    if is_stated and not word.hedges - {OPEN} and all(POSSIBLE in each for each in hedges):
        return Mismatch("leave open", "states")
    if (word.is_past or word.hedges == {PLANNED}) and not is_asking and all(ASKED in each for each in hedges):
        return Mismatch("leave open", "states")
    if not word.hedges - {OPEN} and not is_told and word.is_past and all(ALLEGED in each for each in hedges):
        return Mismatch("leave open", "states")
    return None


def _contrast(
    findings: Findings, words: Sequence[Word], cited: Sequence[tuple[Sequence[Word], Span]], lexicon: StatementLexicon
) -> tuple[str, Word] | None:
    """Return what a sentence says in contrast to its words, and which of these: opposites, the whole for a part."""
    if opposite := find_opposite(words, cited, lexicon):
        ours, their = opposite
        return f"the sentence says “{ours.text}” where the cited words say “{their.text}”", their
    inside = [[word for word in each if span.meets(word.span)] for each, span in cited]
    lowers = {word.lower for word in words}
    if not COMPARING.isdisjoint(lowers) and (crossed := find_crossed(words, cited, lexicon)):
        own, their = crossed
        return f"the cited words have what is compared by “{their.text}” the other way round", their
    if scope := find_scope(words, inside, lexicon):
        own, their = scope
        return f"the sentence says “{own.text}” where the cited words say “{their.text}”", their
    if lexicon.is_hedging(lowers):
        return None
    named = {word.actor for word in words if word.actor}
    for each in inside:
        if each and lexicon.has("open questions", each[0].lower) and not _goes_past_comma(each):
            return f"the cited words leave open what the sentence states: “{each[0].text}”", each[0]
        for actor, word in find_excluded(each, lexicon).items() if named else ():
            if actor in named and _share_content(words, each, lexicon):
                name = findings.actors[actor].name
                return f"the cited words do not say this of {name}: they have “{word.text}” before the name", word
    return None


def _goes_past_comma(words: Sequence[Word]) -> bool:
    """Say whether a clause has another one after it: `Whether or not it rains, the march begins`."""
    return any(word.text == "," for word in words)


def _share_content(stated: Sequence[Word], cited: Sequence[Word], lexicon: StatementLexicon) -> bool:
    stems = {lexicon.stem(word.lower) for word in cited}
    return any(lexicon.stem(own.lower) in stems for own in stated if _is_of_content(own, lexicon))


def _is_of_content(word: Word, lexicon: StatementLexicon) -> bool:
    return word.actor is None and len(word.lower) > 3 and word.lower not in lexicon.small


def _explain(findings: Findings, sentence: Sentence, word: SureWord, their: SureWord, fault: Mismatch) -> list[Problem]:
    ours = findings.sentences.evidence.text[word.span.start : word.span.end]
    theirs = " ".join(findings.evidence.text[their.span.start : their.span.end].split())
    message = f"the sentence {fault.ours} what the cited words {fault.theirs}: “{ours}”"
    where = findings.article.line_of(their.span.start)
    return findings.doubts_about(sentence, message, f"they have “{theirs}” ({where}); write it as they do")
