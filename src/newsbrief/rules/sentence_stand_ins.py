"""Whom “he” and “the bank” mean, in the editor's sentences and in the words that they cite."""

from collections.abc import Iterator, Sequence

from newsbrief.evidence.findings import Findings
from newsbrief.evidence.names import NamePlace
from newsbrief.evidence.sentences import Sentence
from newsbrief.evidence.verbatim_sentences import is_verbatim
from newsbrief.model.document import Span
from newsbrief.model.problems import Problem
from newsbrief.reading.sentence_ends import find_sentences
from newsbrief.reading.sentence_words import split_words
from newsbrief.reading.stand_ins import StandIn, StandIns, key_of, place_stand_ins
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.role_words import read_roles
from newsbrief.reading.statements.roles import Role, Roles, join_roles
from newsbrief.rules.sentence_language import is_in_language_of_article
from newsbrief.rules.sentences import show_cited


def sentences_say_whom_they_mean(findings: Findings) -> list[Problem]:
    """Words that may stand for two whom the article names vouch for neither, unless it says the same of one alone."""
    stand_ins = findings.once(StandIns)
    if stand_ins.lexicon.stand_in_pattern is None:
        return []
    problems: list[Problem] = []
    for sentence in findings.sentences.all:
        if sentence.cited and not is_verbatim(findings, sentence):
            problems += _judge(findings, stand_ins, sentence, sentence.cited)
    return problems


def _judge(findings: Findings, stand_ins: StandIns, sentence: Sentence, cited: tuple[Span, ...]) -> list[Problem]:
    theirs = [each for span in cited for each in stand_ins.in_article(span)]
    names = findings.sentences.names_in(sentence)
    named = {place.actor for place in names}
    in_cite = dict.fromkeys(place.actor for span in cited for place in findings.names_in(span))
    ours = list(stand_ins.in_sentence(sentence.text, sentence.span.start, [*in_cite, *_about(sentence)]))
    ours = [each for each in ours if not named & set(each.actors) and each.actors]
    if not (theirs and (named or sentence.about)) and not any(len(set(each.actors)) > 1 for each in ours):
        return []
    if not is_in_language_of_article(findings, sentence.text):
        return []
    lexicon, text = stand_ins.lexicon, findings.sentences.evidence.text
    stated = join_roles(_roles_in(text, sentence.span, place_stand_ins(names, ours), lexicon))
    spoken = join_roles(
        roles
        for span in cited
        for roles in _roles_in(
            findings.evidence.text, span, place_stand_ins(findings.names_in(span), stand_ins.in_article(span)), lexicon
        )
    )
    for each in ours:
        if doubted := _of_sentence(each, sentence, stated, spoken, theirs):
            return _explain(findings, sentence, each, doubted, cited, "the sentence")
    for actor in named:
        for their in theirs:
            roles = stated.get(actor, frozenset()) & spoken.get(key_of(their), frozenset())
            is_sole = actor in their.actors and actor not in in_cite
            if actor in their.actors and (is_sole or roles - spoken.get(actor, frozenset())):
                return _explain(findings, sentence, their, their.actors, cited, "the cited words")
    return []


def _about(sentence: Sentence) -> tuple[str, ...]:
    return (sentence.about,) if sentence.about else ()


def _of_sentence(
    ours: StandIn, sentence: Sentence, stated: Roles, spoken: Roles, theirs: Sequence[StandIn]
) -> tuple[str, ...]:
    """Return those whom words of a sentence may mean, if the words cited do not say the same of one alone."""
    roles = stated.get(key_of(ours), frozenset())
    actors = tuple(dict.fromkeys(ours.actors))
    shared = {actor: len(roles & spoken.get(actor, frozenset())) for actor in actors}
    same = [actor for actor in actors if shared[actor] and shared[actor] == max(shared.values())]
    if sentence.about:
        others = [actor for actor in same if actor != sentence.about]
        return (sentence.about, *others) if others and sentence.about not in same else ()
    if len(actors) < 2 or len(same) == 1 or any(roles & spoken.get(key_of(each), frozenset()) for each in theirs):
        return ()
    return actors


def _roles_in(text: str, span: Span, places: Sequence[NamePlace], lexicon: StatementLexicon) -> Iterator[Roles]:
    """Yield what each of those at some places does, and what is done to it, sentence by sentence."""
    for part in find_sentences(text, span):
        inside = Span(max(part.start, span.start), min(part.end, span.end))
        roles = read_roles(split_words(text, inside, [each for each in places if inside.holds(each.span)]), lexicon)
        yield {key: frozenset(filter(_is_of_verb, its)) for key, its in roles.items()}


def _is_of_verb(role: Role) -> bool:
    return role.place in ("does", "done to") and not role.preposition


def _explain(
    findings: Findings, sentence: Sentence, words: StandIn, actors: Sequence[str], cited: tuple[Span, ...], where: str
) -> list[Problem]:
    names = " or ".join(findings.actors[actor].name for actor in actors)
    line = findings.article.line_of(cited[0].start)
    remedy = "name the one who is meant" if where == "the sentence" else "cite words that say it of one by name"
    hint = f"the cited words are “{show_cited(findings, cited)}” ({line}); {remedy}"
    return findings.doubts_about(sentence, f"“{words.words}” in {where} may mean {names}", hint)
