"""What follows by arithmetic from the numbers of some words."""

from fractions import Fraction

import pytest

from newsbrief.model.document import Span
from newsbrief.reading.numbers.bounds import bound_of
from newsbrief.reading.numbers.find import find_numbers
from newsbrief.reading.numbers.number_words import NumberWords
from newsbrief.reading.reckoning.comparisons import compares_the_other_way, reckon_turned
from newsbrief.reading.reckoning.differences import reckon_changes, reckon_gap, reckon_times
from newsbrief.reading.reckoning.lengths import reckon_lengths
from newsbrief.reading.reckoning.lexicon import ReckoningWords, read_words
from newsbrief.reading.reckoning.lists import count_names, count_ordinals, count_years
from newsbrief.reading.reckoning.ratios import reckon_ratios
from newsbrief.reading.reckoning.reckonings import Reckoning
from newsbrief.reading.reckoning.sums import reckon_sums, reckon_total
from newsbrief.reading.reckoning.wholes import find_parts, reckon_parts


def words() -> ReckoningWords:
    found = read_words("en")
    assert found is not None
    return found


def numbers_in(text: str) -> list[NumberWords]:
    return [each._replace(bound=bound_of(text, each.span, each.units, "en")) for each in find_numbers(text, "en")]


def say(each: Reckoning) -> str:
    unit, value = min(each.number.readings)
    assert isinstance(value, Fraction)
    return " ".join(part for part in (each.way, each.number.bound, str(value), unit) if part)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one of its three turbines", ["rest 2", "part 1/3 fraction", "rest 2/3 fraction"]),
        ("four of Vane’s nine ships", ["rest 5", "part 4/9 fraction", "rest 5/9 fraction"]),
        ("Of the 60 samples taken in 1993, 24 grew", ["rest 36", "part 2/5 fraction", "rest 3/5 fraction"]),
        ("eleven tests, of which two took place", ["rest 9", "part 2/11 fraction", "rest 9/11 fraction"]),
        ("48 flats, a quarter of them", ["part 12", "rest 36", "part 1/4 fraction", "rest 3/4 fraction"]),
        ("73,000 homes, all but 9,000", ["part 64000", "rest 9/73 fraction", "part 64/73 fraction"]),
        ("about 400 of the 950 seats", ["rest about 550", "part about 8/19 fraction", "rest about 11/19 fraction"]),
        ("more than two of the five", []),
        ("a price of 12 and 5 more", []),
        ("12 percent of its 1,450 workers", []),
    ],
)
def test_a_part_of_a_whole_leaves_the_rest(text: str, expected: list[str]) -> None:
    row = numbers_in(text)
    parts = find_parts(text, Span(0, len(text)), row, words())
    assert [say(each) for part in parts for each in reckon_parts(part)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mills with 140 and 85 workers", ["sum 225"]),
        ("at least four people in Dorn and two in Aske", ["sum at least 6"]),
        ("killed 9 people and injured 31", []),
        ("between 4 and 6 people", []),
        ("9 dogs and 3 boats", []),
    ],
)
def test_numbers_of_one_noun_are_added_up(text: str, expected: list[str]) -> None:
    assert [say(each) for each in reckon_sums(text, numbers_in(text), words())] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("six years for Vane, three years for Reyes and two for Dorn", ["total 11 year"]),
        ("30 clerks and 12 porters", ["total 42"]),
        ("30 pounds and 12 dollars", []),
        ("from 30 to 12 pounds it fell", ["total 42 pound"]),
        ("it fell from 30 to 12 pounds", []),
        ("the mine with 300 workers and the one with 200", ["total 500"]),
    ],
)
def test_a_total_is_of_all_numbers_that_have_one_unit(text: str, expected: list[str]) -> None:
    assert [say(each) for each in reckon_total(text, numbers_in(text), "en", words())] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose from 8 to 12 pounds.", ["more 4 pound", "more 1/2 fraction", "ratio 3/2"]),
        ("It fell to 18m francs from 30m francs.", ["less 12000000 franc", "less 2/5 fraction"]),
        ("It rose from 4 to 6 percent.", ["ratio 3/2"]),
        ("Rivers rose by two metres, to five.", ["before 3 metre"]),
        ("It went from more than 8 to 12.", []),
    ],
)
def test_a_change_is_reckoned_from_both_ends(text: str, expected: list[str]) -> None:
    assert [say(each) for each in reckon_changes(text, numbers_in(text), "en", words())] == expected


def test_a_vote_has_a_majority() -> None:
    text = "by 21 votes to 14"
    assert [say(each) for each in reckon_gap(text, numbers_in(text), words())] == ["gap 7"]


def test_what_doubles_and_half_of_what_are_multiplied() -> None:
    for text, expected in (
        ("The prize, now 40 pounds, will double.", ["double 80 pound"]),
        ("Claims of 180 pounds, half of what the hail cost.", ["whole 360 pound"]),
        ("It will double to 40 pounds.", []),
    ):
        assert [say(each) for each in reckon_times(text, numbers_in(text), "en", words())] == expected


def test_half_as_many_here_are_twice_as_many_there() -> None:
    text = "212 last year, half as many as in 2016"
    [turned] = reckon_turned(text, numbers_in(text))
    assert say(turned) == "turned 2"
    for sentence, is_so in (
        ("Twice as many in 2016 as last year", True),
        ("Twice as many last year as in 2016", False),
    ):
        assert compares_the_other_way(sentence, 5, text, turned.span) is is_so


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 2010 to 2016", ["length 6 year"]),
        ("born in 1950 and a soldier in 1970", ["until now 69 year", "later 20 year"]),
        ("founded in 1897", ["until now 122 year"]),
        ("a strike in 2015", []),
        ("from 7pm to 10.30pm", ["length 210 minute"]),
        ("from 2001 to 2005 and in 2008", []),
    ],
)
def test_lengths_are_reckoned_from_their_ends(text: str, expected: list[str]) -> None:
    found = [say(each) for each in reckon_lengths(text, numbers_in(text), 2019, words())]
    assert sorted(found) == sorted(expected)


def test_occasions_and_names_are_counted_where_nothing_else_stands_between_them() -> None:
    for text, expected in (("in 2014 and again in 2017", 2), ("2014, 2015 and 2017", 3), ("2014; a fire in 2017", 0)):
        counts = [each.number.values_in(frozenset({""})) for each in count_years(text, numbers_in(text), words())]
        assert counts == ([{Fraction(expected)}] if expected else [])
    text = "mills in Biel, Le Locle and Oos"
    [named] = count_names(text, (Span(0, len(text)),), (), words())
    assert say(named) == "named 3"
    text = "Dorn and Aske each sent 20 soldiers"
    found = count_names(text, (Span(0, len(text)),), numbers_in(text), words())
    assert [say(each) for each in found] == ["named 2", "each 40"]


def test_one_in_nine_is_a_ninth_and_two_in_three_days_are_none() -> None:
    for text, expected in (("one patient in nine", ["share 1/9 fraction"]), ("won two in three days", [])):
        assert [say(each) for each in reckon_ratios(text, numbers_in(text), words())] == expected


def test_with_a_ninth_case_there_are_nine() -> None:
    assert [say(each) for each in count_ordinals(numbers_in("a ninth case and a first one"))] == ["ordinal 9"]


def test_other_languages_are_not_reckoned_in() -> None:
    assert read_words("de") is None
