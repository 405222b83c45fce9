"""The relations that an article states, held against those that a fact sheet gives."""

import re
from typing import get_args

import pytest

from newsbrief.model.document import Span
from newsbrief.model.kinds import RelationKind
from newsbrief.reading.relations.cues import forms_of
from newsbrief.reading.sentence_ends import find_sentences
from newsbrief.reading.sentence_words import split_words
from support.cases import CASES
from support.findings import check

_RELATION = re.compile(rf"(.+) ({'|'.join(get_args(RelationKind))}) (.+?)(?: \((\w+)\))?")
LINES = [
    line
    for line in (CASES / "relations.txt").read_text(encoding="utf-8").splitlines()
    if " | " in line[1:] and line[0] != "#"
]


def judge(line: str) -> tuple[str, str]:
    """Return what comes of a line of the table, and what should."""
    passage, relation, expected = line.rsplit(" | ", 2)
    stated = _RELATION.fullmatch(relation)
    assert stated, relation
    names = list(dict.fromkeys(re.findall(r"\[([^\]]+)\]", passage)))
    ids = {name: f"a{number}" for number, name in enumerate(names)}
    text = passage.replace("[", "").replace("]", "")
    facts = "actors:\n" + "".join(f'  - {{id: {id}, name: "{name}", kind: group}}\n' for name, id in ids.items())
    facts += f'relations:\n  - {{from: {ids[stated[1]]}, to: {ids[stated[3]]}, kind: {stated[2]}, cite: "{text}"'
    facts += f", hedge: {stated[4]}" if stated[4] else ""
    if not check(text, facts + "}\n"):
        return "yes", expected
    return ("no" if check(text, facts + ", reading: The editor read it so.}\n") else "doubt"), expected


@pytest.mark.parametrize("line", LINES)
def test_a_relation_comes_to_what_its_words_say(line: str) -> None:
    found, expected = judge(line)
    assert found == expected


def test_the_table_has_as_many_that_hold_as_that_do_not() -> None:
    true = sum(line.endswith("yes") for line in LINES)
    assert 0.4 < true / len(LINES) < 0.6


def test_verbs_are_inflected() -> None:
    assert forms_of("supply") == ("supply", "supplies", "supplied", "supplied", "supplying")
    assert forms_of("take") == ("take", "takes", "took", "taken", "taking")
    assert forms_of("run")[4] == "running"


def test_sentences_end_at_stops_but_not_at_titles_and_initials() -> None:
    text = "Gen. J. Vane left. The U.S. stayed. It rained."
    (whole,) = [Span(0, len(text))]
    assert [text[each.start : each.end].strip() for each in find_sentences(text, whole)] == [
        "Gen. J. Vane left.",
        "The U.S. stayed.",
        "It rained.",
    ]


def test_no_sentence_ends_at_the_stop_of_an_ordinal_number() -> None:
    text = "Am 14. Februar kam er. Im 2. Quartal ging er. Sie ist 7. Danach fuhr sie. He was 7. Then he left. "
    text += "It rose to 14. August was worse."
    assert [text[each.start : each.end].strip() for each in find_sentences(text, Span(0, len(text)))] == [
        "Am 14. Februar kam er.",
        "Im 2. Quartal ging er.",
        "Sie ist 7.",
        "Danach fuhr sie.",
        "He was 7.",
        "Then he left.",
        "It rose to 14.",
        "August was worse.",
    ]


def test_signs_and_possessives_are_words_of_their_own() -> None:
    assert [word.text for word in split_words("Sorland’s navy (2)", Span(0, 18), ())] == [
        "Sorland",
        "’s",
        "navy",
        "(",
        "2",
        ")",
    ]
