"""The rules. Each is a function that takes the findings of a briefing and returns the problems.

The name of a rule says what must hold. No rule raises an exception for bad content, and none prints.
"""

from collections.abc import Callable

from newsbrief.evidence.findings import Findings
from newsbrief.model.problems import Problem
from newsbrief.rules import (
    dates,
    doubts,
    hedges,
    missing_words,
    parties,
    quotation_marks,
    quotation_parts,
    quotations,
    relations,
    sentence_certainty,
    sentence_clauses,
    sentence_contrasts,
    sentence_dates,
    sentence_names,
    sentence_numbers,
    sentence_order,
    sentence_parts,
    sentence_plain_claims,
    sentence_roles,
    sentence_stand_ins,
    sentences,
    slips,
    speakers,
)

Rule = Callable[[Findings], list[Problem]]

RULES: tuple[Rule, ...] = (
    parties.ids_are_given_once,
    parties.ids_are_known,
    parties.speakers_are_listed_once,
    parties.actors_stand_in_order,
    parties.names_are_not_shared,
    parties.names_belong_to_one_alone,
    parties.parties_are_in_the_article,
    sentences.sentences_have_grounds,
    missing_words.words_are_in_the_article,
    quotations.parts_keep_their_order,
    quotations.quotations_are_in_quotation_marks,
    quotations.quotations_are_given_once,
    quotations.one_pair_of_marks_is_one_entry,
    quotations.questions_and_cries_keep_their_marks,
    slips.quotation_marks_are_paired,
    slips.slips_are_the_articles_own,
    quotation_marks.quotation_marks_are_accounted_for,
    speakers.cues_name_the_speaker,
    speakers.speakers_are_those_of_the_article,
    hedges.hedges_are_those_of_the_article,
    quotation_parts.parts_have_one_speaker,
    dates.dates_are_dates,
    dates.dates_are_known_from_words_or_a_source,
    dates.dates_agree_with_their_words,
    relations.relations_are_in_their_words,
    relations.members_are_named_with_their_group,
    sentences.sentences_name_those_of_their_words,
    sentences.sentences_about_an_actor_cite_words_about_it,
    sentence_names.sentences_have_the_names_of_the_article,
    sentences.sentences_pair_their_marks,
    sentences.sentences_quote_the_article,
    sentence_dates.sentences_have_the_dates_of_their_words,
    sentence_numbers.sentences_have_the_numbers_of_their_words,
    sentence_parts.sentences_keep_parts_from_wholes,
    sentence_roles.sentences_keep_who_and_which,
    sentence_stand_ins.sentences_say_whom_they_mean,
    sentence_order.sentences_keep_the_order_of_events,
    sentence_order.sentences_keep_the_order_of_offices,
    sentence_clauses.sentences_keep_the_parties_of_their_verbs,
    sentence_certainty.sentences_are_as_sure_as_their_words,
    sentence_contrasts.sentences_keep_kind_and_degree,
    sentence_plain_claims.sentences_claim_what_their_words_do,
    doubts.nothing_doubtful_is_published,
)


def check_briefing(findings: Findings) -> list[Problem]:
    """Return all problems of a briefing, in the order of its files."""
    problems = [*findings.facts.problems, *(problem for rule in RULES for problem in rule(findings))]
    return sorted(set(problems))
