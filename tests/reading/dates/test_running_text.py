"""The dates of a running text: the tense beside them, and those that count from one named before."""

from datetime import date

import pytest

from newsbrief.model.document import Span
from newsbrief.reading.dates import read_running_text, tense_of_clause, write_period

AS_OF = date(2019, 4, 10)  # a Wednesday


def dates_in(text: str, language: str = "en-GB") -> list[str]:
    found = read_running_text(text, language, AS_OF)
    assert all(text[each.span.start : each.span.end] == each.words for each in found)
    return [f"{each.words} = {write_period(each.value.choices[0])}" for each in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The firm has bought 30 ships, the minister said Tuesday.", ["Tuesday = 2019-04-09"]),
        ("The firm plans to open a plant in October.", ["October = 2019-10"]),
        ("Rangers planned a count of the herd on Saturday.", ["Saturday = 2019-04-13"]),
        ("She will be named commander of a mission in October.", ["October = 2019-10"]),
        ("He left the board in September for health reasons.", ["September = 2018-09"]),
        ("The vote is set for May.", ["May = 2019-05"]),
        ("On Friday, the bakers will walk out.", ["Friday = 2019-04-12"]),
        ("The choir sang on Friday and will sing on Sunday.", ["Friday = 2019-04-05", "Sunday = 2019-04-14"]),
        ("Der Minister wird am Freitag zurücktreten.", ["Freitag = 2019-04-12"]),
    ],
)
def test_the_verb_beside_a_weekday_or_a_month_says_which_one_is_meant(text: str, found: list[str]) -> None:
    assert dates_in(text, "de" if text.startswith("Der") else "en-GB") == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("El pleno votará el viernes.", "es", ["viernes = 2019-04-12"]),
        ("La obra empezará en septiembre.", "es", ["septiembre = 2019-09"]),
        ("Quieren reunirse el lunes.", "es", ["lunes = 2019-04-15"]),
        ("El pleno votó el viernes.", "es", ["viernes = 2019-04-05"]),
        ("O conselho vai votar na sexta-feira.", "pt", ["sexta-feira = 2019-04-12"]),
        ("A obra começará em setembro.", "pt", ["setembro = 2019-09"]),
        ("Querem votar na segunda-feira.", "pt", ["segunda-feira = 2019-04-15"]),
        ("O conselho votou na sexta-feira.", "pt", ["sexta-feira = 2019-04-05"]),
    ],
)
def test_the_future_of_spanish_and_portuguese_verbs_makes_a_day_the_coming_one(
    text: str, language: str, found: list[str]
) -> None:
    assert dates_in(text, language) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The dam broke on 4 April 2011. Two days later, it held again.", "Two days later = 2011-04-06"),
        ("The dam broke on 4 April 2011. That day, the mayor fled.", "That day = 2011-04-04"),
        ("The dam broke in June 1998 and was mended later that year.", "later that year = 1998"),
        ("The dam broke in June 1998. The following month, the mayor fled.", "following month = 1998-07"),
        ("It rose 5 % in the third quarter of 2018, up from 2 % a year ago.", "a year ago = 2017-07/2017-09"),
        (
            "It rose in the third quarter of 2018. In the year-ago quarter, it fell.",
            "year-ago quarter = 2017-07/2017-09",
        ),
        ("It rose in the third quarter of 2018. Sales fell in the quarter.", "the quarter = 2018-07/2018-09"),
    ],
)
def test_words_count_from_the_date_named_before(text: str, found: str) -> None:
    last = read_running_text(text, "en-GB", AS_OF)[-1]
    assert dates_in(text)[-1] == found
    assert last.anchor is not None
    assert text[last.anchor.start : last.anchor.end] in ("4 April 2011", "June 1998", "third quarter of 2018")


@pytest.mark.parametrize(
    "text",
    [
        "Two days later, it held again.",
        "Sales fell in the quarter.",
        "The dam broke in 1998. That day, the mayor fled.",
        "Two days after the vote, the mayor fled.",
        "He left some weeks ago, and she years ago.",
        "The shop shut over a year ago.",
        'Jan Kavan met the owner of Sun Microsystems, who spoke on "This Week".',
        "Some 2011 men were there, and prices began to fall.",
        "The case is in the 11th Circuit.",
    ],
)
def test_what_names_no_day_is_left_out(text: str) -> None:
    assert [each for each in dates_in(text) if each != "1998 = 1998"] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It closed in early 2018, after the summer of 2017.",
            ["early 2018 = 2018", "summer of 2017 = 2017-06/2017-08"],
        ),
        ("They have searched since 23 October 2018.", ["23 October 2018 = 2018-10-23"]),
        ("Talks followed after the August 1988 truce.", ["August 1988 = 1988-08"]),
        ("It sat on Friday and on Thursday.", ["Friday = 2019-04-05", "Thursday = 2019-04-04"]),
        ("It sat on 3 and 4 April 2018.", ["3 and 4 April 2018 = 2018-04-03/2018-04-04"]),
        ("It ran from 1994 to 1997.", ["from 1994 to 1997 = 1994/1997"]),
        ("A 1996 law and its 1990 ban stand.", ["1996 = 1996", "1990 = 1990"]),
        ("It is heard in May in the 11th Circuit.", ["May = 2019-05"]),
        ("It fell on Friday. For the week, it rose.", ["Friday = 2019-04-05"]),
    ],
)
def test_each_date_is_found_by_itself_without_the_words_that_bound_it(text: str, found: list[str]) -> None:
    assert dates_in(text) == found


@pytest.mark.parametrize(
    ("sentence", "words", "tense"),
    [
        ("The firm has bought 30 ships, the minister said Tuesday.", "Tuesday", "past"),
        ("The firm plans to open a plant in August.", "in August", "coming"),
        ("The mill is expected to close in June.", "in June", "coming"),
        ("The mill will be closed in June.", "in June", "coming"),
        ("The committee, which met last week, votes on Friday.", "on Friday", ""),
        ("She said the vote on Friday would decide it.", "on Friday", ""),
        ("They will study the ship that sank on Friday.", "on Friday", ""),
    ],
)
def test_a_clause_has_a_tense_only_where_its_verbs_agree(sentence: str, words: str, tense: str) -> None:
    start = sentence.index(words)
    assert tense_of_clause(sentence, Span(start, start + len(words)), "en-GB") == tense


def test_a_long_text_is_read_once_through() -> None:
    text = "The dam broke on 4 April 2011. Nobody was hurt.\nTwo days later, it held again.\n" * 200
    found = read_running_text(text, "en-GB", AS_OF)
    assert len(found) == 400
    assert {write_period(each.value.choices[0]) for each in found} == {"2011-04-04", "2011-04-06"}
