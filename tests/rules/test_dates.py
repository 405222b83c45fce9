"""A date agrees with its words, or the problem says why not."""

import pytest

from support.findings import messages, write_front


@pytest.mark.parametrize(
    "date, when, fault",
    [
        ("2019-04-07", "Sunday", ""),
        ("2019-03-31", "last Sunday", ""),
        ("2019-04-14", "next Sunday", ""),
        ("2019-03-24", "Sunday", "Sunday counted from the as-of date 2019-04-07 is 2019-04-07, not 2019-03-24"),
        ("2019-04-06", "yesterday", ""),
        ("2019-04-07", "today", ""),
        ("2019-04-08", "tomorrow", ""),
        (
            "2019-04-05",
            "today",
            "the words, counted from the as-of date 2019-04-07, say 2019-04-07; the date is 2019-04-05",
        ),
        ("2019-04", "yesterday", ""),
        ("2019", "in 2019", ""),
        ("2018-03", "in March 2018", ""),
        ("2018-03-05", "5 March 2018", ""),
        ("2018-03-06", "5 March 2018", "the words say day 5; the date is 2018-03-06"),
        ("2018-03", "2018", "the words say only the year 2018; the date is 2018-03"),
        ("2018-03-05", "March", "the words say only the month; the date is 2018-03-05"),
        ("2010/2012", "2011", ""),
        ("2012/2014", "2011", "the words say 2011; the date is 2012/2014"),
        ("2019-04-01", "Monday, 1 April", ""),
        ("2019-04-01", "Sunday, 1 April", "2019-04-01 is a Monday, not a Sunday"),
    ],
)
def test_a_date_agrees_with_its_words_or_says_why_not(date: str, when: str, fault: str) -> None:
    facts = f"dates:\n  - {{date: '{date}', when: '{when}', event: It closes., cite: It closed}}\n"
    assert messages(f"It closed {when} at dawn.", facts) == ([f"date and words disagree: {fault}"] if fault else [])


def test_the_weekdays_of_an_article_are_read_in_its_language() -> None:
    facts = "dates:\n  - {date: 2019-04-04, when: am Freitag, event: Sie schliesst., cite: Sie schloss}\n"
    article = "Sie schloss am Freitag."
    assert messages(article, facts, write_front(lang="de")) == [
        "date and words disagree: 2019-04-04 is a Thursday, not a Friday"
    ]


def test_the_as_of_date_decides_what_sunday_is() -> None:
    facts = "dates:\n  - {date: 2019-04-07, when: Sunday, event: It closes., cite: It closed}\n"
    assert messages("It closed Sunday.", facts, write_front(as_of="2019-04-10")) == []
    assert len(messages("It closed Sunday.", facts, write_front(as_of="2019-04-20"))) == 1


def test_a_day_whose_month_is_not_understood_is_the_editors_reading() -> None:
    facts = "dates:\n  - {date: 2024-03-20, when: 20 ventôse 2024, event: E., cite: On 20 ventôse 2024 it rained}\n"
    assert messages("On 20 ventôse 2024 it rained.", facts) == []
