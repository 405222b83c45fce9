"""A date agrees with its words, or the problem says why not."""

import pytest

from support.findings import messages, write_front


def write_dates(date: str, when: str, more: str = "") -> str:
    return f"dates:\n  - {{date: '{date}', when: '{when}', event: It closes., cite: It closed{more}}}\n"


@pytest.mark.parametrize(
    ("date", "when"),
    [
        ("2019-04-07", "Sunday"),
        ("2019-03-31", "last Sunday"),
        ("2019-04-14", "next Sunday"),
        ("2019-04-06", "yesterday"),
        ("2019-04-08", "tomorrow"),
        ("2019-04", "yesterday"),
        ("2019", "in 2019"),
        ("2018-03", "in March 2018"),
        ("2018-03-05", "5 March 2018"),
        ("2019-04-01", "Monday, 1 April"),
        ("2011/2014", "between 2011 and 2014"),
        ("2018", "in early 2018"),
    ],
)
def test_a_date_that_is_in_its_words_is_accepted(date: str, when: str) -> None:
    assert messages(f"It closed {when} at dawn.", write_dates(date, when)) == []


READING = ", reading: The harbour's table says so."
SOURCE = ", source: {title: A table, url: 'https://example.org/table'}"


@pytest.mark.parametrize(
    ("date", "when", "message"),
    [
        (
            "2018-03",
            "in 2018",
            "the date says more than its words: “in 2018” (article.md:6) is 2018; the date is 2018-03",
        ),
        (
            "2019-03-25",
            "last month",
            "the date says more than its words: “last month” (article.md:6), counted from the as-of day 2019-04-07, is"
            " 2019-03; the date is 2019-03-25, a Monday",
        ),
        (
            "2010/2012",
            "in 2011",
            "the date reaches beyond its words: “in 2011” (article.md:6) is 2011; the date is 2010/2012",
        ),
        (
            "2019-03-24",
            "Sunday",
            "the words leave open which day they mean, and the nearest is another: “Sunday” (article.md:6), counted"
            " from the as-of day 2019-04-07, is 2019-04-07 or 2019-04-14; the date is 2019-03-24, a Sunday",
        ),
        (
            "2019-04-12",
            "on Friday",
            "the sentence is about the past: “on Friday” (article.md:6), counted from the as-of day 2019-04-07, is"
            " 2019-04-05 or 2019-04-12; the date is 2019-04-12, a Friday",
        ),
        ("2019-04-07", "when it rained", "the words for this date are not understood: “when it rained” (article.md:6)"),
        (
            "2019-04-10",
            "three days later",
            "the words for this date count from a day that they do not name: “three days later” (article.md:6), counted"
            " from the as-of day 2019-04-07, is 2019-04-10; the date is 2019-04-10, a Wednesday",
        ),
    ],
)
def test_a_date_that_is_not_in_its_words_needs_a_reading_or_a_source(date: str, when: str, message: str) -> None:
    article = f"It closed {when} at dawn."
    assert messages(article, write_dates(date, when)) == [message]
    assert messages(article, write_dates(date, when, READING)) == []
    assert messages(article, write_dates(date, when, SOURCE)) == []


@pytest.mark.parametrize(
    ("date", "when"),
    [
        ("2019-04-08", "Sunday"),
        ("2018-03-06", "5 March 2018"),
        ("2012/2014", "2011"),
        ("2019-04-01", "Sunday, 1 April"),
        ("2019-04-05", "today"),
        ("2019-04-06", "next Saturday"),
        ("2019-04-13", "last Saturday"),
        ("2019-03-28/2019-04-03", "from March 28 to April 2"),
    ],
)
def test_neither_reading_nor_source_fixes_a_contradiction(date: str, when: str) -> None:
    article = f"It closed {when} at dawn."
    for more in ("", READING, SOURCE):
        (message,) = messages(article, write_dates(date, when, more))
        assert message.startswith(f"date and words disagree: “{when}” (article.md:6)")


def test_a_weekday_to_come_is_accepted_in_a_sentence_about_it() -> None:
    facts = write_dates("2019-04-12", "on Friday").replace("It closed", "It closes")
    assert messages("It closes on Friday at dawn.", facts) == []


def test_the_weekdays_of_an_article_are_read_in_its_language() -> None:
    facts = "dates:\n  - {date: 2019-04-04, when: Freitag, event: Sie schliesst., cite: Sie schloss}\n"
    (message,) = messages("Sie schloss Freitag.", facts, write_front(lang="de"))
    assert message.startswith("date and words disagree: “Freitag” (article.md:7)")


def test_the_as_of_date_decides_what_sunday_is() -> None:
    facts = "dates:\n  - {date: 2019-04-07, when: Sunday, event: It closes., cite: It closed}\n"
    assert messages("It closed Sunday.", facts, write_front(as_of="2019-04-10")) == []
    assert len(messages("It closed Sunday.", facts, write_front(as_of="2019-04-20"))) == 1
