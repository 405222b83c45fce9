"""The clauses of English sentences: who does what to whom, and how a sentence describes those whom it names."""

import re

import pytest

from newsbrief.evidence.names import NamePlace
from newsbrief.model.document import Span
from newsbrief.reading.sentence_words import split_words
from newsbrief.reading.statements.descriptions import find_later_stage, find_other_act
from newsbrief.reading.statements.lexicon import read_lexicon
from newsbrief.reading.statements.statement import Statement, read_statement

ENGLISH = read_lexicon("en")


def read(text: str) -> Statement:
    """Read a sentence in which Aske, Dorn, Vane and Reyes are actors."""
    places = [
        NamePlace(Span(*match.span()), match[0].lower()) for match in re.finditer(r"\b(?:Aske|Dorn|Vane|Reyes)\b", text)
    ]
    return read_statement(split_words(text, Span(0, len(text)), places), ENGLISH)


def places_of(text: str, verb: str) -> dict[str, set[str]]:
    """Return the heads in each place of the clause of a verb."""
    clause = next(each for each in read(text).clauses if each.verb == ENGLISH.stem(verb))
    return {place: set(filler.heads) for place, filler in clause.places.items() if filler.heads}


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The port sued Vane.", "sue", {"agent": {"port"}, "patient": {"@vane"}}),
        ("Vane was sued by the port.", "sue", {"agent": {"port"}, "patient": {"@vane"}}),
        ("Vane, who sued the port, left.", "sue", {"agent": {"@vane"}, "patient": {"port"}}),
        ("The sailor whom Vane sued left.", "sue", {"agent": {"@vane"}, "patient": {"sailor"}}),
        ("The clerk, Vane, and a porter sued Dorn.", "sue", {"agent": {"porter"}, "patient": {"@dorn"}}),
        ("The brother of Vane sued Dorn.", "sue", {"agent": {"brother"}, "patient": {"@dorn"}}),
        ("The troops of Aske attacked Dorn.", "attack", {"agent": {"troop", "@aske"}, "patient": {"@dorn"}}),
        ("Two of the sailors sued Dorn.", "sue", {"agent": {"sailor"}, "patient": {"@dorn"}}),
        ("Vane praised the mill and sued Dorn.", "sue", {"agent": {"@vane"}, "patient": {"@dorn"}}),
        ("Reyes asked Vane to leave Dorn.", "leave", {"agent": {"@vane"}, "patient": {"@dorn"}}),
        ("Reyes gave Vane a medal.", "give", {"agent": {"@reyes"}, "to": {"@vane"}, "patient": {"medal"}}),
        ("Reyes bought the port from Vane.", "buy", {"agent": {"@reyes"}, "from": {"@vane"}, "patient": {"port"}}),
        ("Reyes rejects the plan.", "reject", {"agent": {"@reyes"}, "patient": {"plan"}}),
    ],
)
def test_each_verb_has_those_who_do_it_and_to_whom(text: str, verb: str, expected: dict[str, set[str]]) -> None:
    assert places_of(text, verb) == expected


def test_who_is_not_meant_has_no_place() -> None:
    clause = read("The jury blamed the storm rather than Vane.").clauses[0]
    assert clause.excluded == {"patient": {"@vane"}}
    assert clause.places["patient"].heads == {ENGLISH.stem("storm")}


def test_nouns_set_beside_a_name_are_its_roles() -> None:
    roles = read("The cook, Vane, and the captain, Reyes, swam.").descriptions.roles
    assert roles == {"@vane": {"cook"}, "@reyes": {"captain"}}


def test_adjectives_belong_to_their_nouns() -> None:
    adjectives = read("She had a Dutch aunt and a Welsh uncle.").descriptions.adjectives
    assert adjectives["aunt"] == {"dutch"}
    assert adjectives["uncl"] == {"welsh"}


def test_a_later_stage_needs_a_word_of_its_own() -> None:
    charged, convicted = frozenset({ENGLISH.stem("charged")}), frozenset({ENGLISH.stem("convicted")})
    assert find_later_stage(convicted, charged, ENGLISH)
    assert find_later_stage(convicted, charged | convicted, ENGLISH) is None
    assert find_later_stage(charged, convicted, ENGLISH) is None


def test_a_later_stage_that_is_put_off_is_not_reached() -> None:
    charged, convicted = frozenset({ENGLISH.stem("charged")}), frozenset({ENGLISH.stem("convicted")})
    assert find_later_stage(convicted, charged, ENGLISH, convicted) is None


def test_of_acts_apart_none_is_another() -> None:
    cancelled, delayed = (frozenset({ENGLISH.stem(word)}) for word in ("cancelled", "delayed"))
    assert find_other_act(delayed, cancelled, ENGLISH)
    assert find_other_act(cancelled, delayed, ENGLISH)
    assert find_other_act(delayed, cancelled | delayed, ENGLISH) is None


@pytest.mark.parametrize("text", ["", ",", "to", "'s", "of of of", "and, and", "who which", "rather than", "’ ’"])
def test_no_words_are_too_odd_to_be_read(text: str) -> None:
    read(text)
