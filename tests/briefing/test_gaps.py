"""What the article does not say: what was declared, and what the program can know, and never what was left out."""

import pytest

from newsbrief.briefing.gaps import Gap, find_gaps
from newsbrief.model.briefing import Briefing
from support.findings import brief, write_front

PEOPLE = """\
actors:
  - {id: ann, name: Ann, kind: person, side: Town}
  - {id: bob, name: Bob, kind: person, side: Court}
  - {id: cem, name: Cem, kind: person, side: Court}
  - {id: dua, name: Dua, kind: person}
"""
COUNCIL = "Ann met Bob, Cem and Dua. "


def gap(briefing: Briefing, kind: str) -> Gap | None:
    return next((each for each in find_gaps(briefing) if each.kind == kind), None)


def test_what_an_editor_leaves_out_is_no_gap() -> None:
    assert find_gaps(brief("Ann came.", "")) == ()
    assert find_gaps(brief("Ann came.", "", write_front(source="{note: A letter.}"))) == ()


@pytest.mark.parametrize("field", ["publisher", "author", "published", "url"])
def test_what_is_declared_as_not_given_is_a_gap(field: str) -> None:
    briefing = brief("Ann came.", "", write_front(source=f"{{{field}: not given}}"))
    assert find_gaps(briefing) == (Gap("origin", 1, fields=(field,)),)  # type: ignore[arg-type]
    assert getattr(briefing.front.origin, field) is None


def test_declared_gaps_are_one_and_come_in_one_order() -> None:
    briefing = brief("Ann came.", "", write_front(source="{url: not given, author: not given, publisher: Post}"))
    assert find_gaps(briefing) == (Gap("origin", 2, fields=("author", "url")),)


def test_events_whose_words_leave_out_the_year_or_the_day_are_named() -> None:
    facts = """\
dates:
  - {date: 2019-04-05, when: on Friday, event: Rain., cite: It rained}
  - {date: 2017, when: In 2017, event: Snow., cite: it snowed}
  - {date: 2018-03-01, when: on 1 March 2018, event: Hail., cite: it hailed}
  - {date: 2015/2016, when: from 2015 to 2016, event: Drought., cite: it was dry}
"""
    article = "In 2017 it snowed, on 1 March 2018 it hailed, and from 2015 to 2016 it was dry. It rained on Friday."
    found = gap(brief(article, facts), "undated-events")
    assert found is not None
    assert (found.number, [event.event.text for event in found.events]) == (2, ["Snow.", "Rain."])


def test_a_date_that_the_editor_read_or_an_outside_source_gives_says_nothing_of_the_article() -> None:
    facts = """\
dates:
  - {date: 2019-04-05, when: on Friday, event: Rain., cite: It rained, reading: The Friday before.}
  - {date: 2016, event: Hail., source: {title: A, url: https://example.org/}}
"""
    assert find_gaps(brief("It rained on Friday.", facts)) == ()


def test_sides_of_whom_nobody_is_quoted_are_named() -> None:
    facts = f"{PEOPLE}quotes:\n  - {{speaker: ann, cue: Ann said, text: Yes.}}\n"
    assert gap(brief(f'{COUNCIL}Ann said: "Yes."', facts), "silent-sides") == Gap("silent-sides", 1, sides=("Court",))


def test_a_side_is_quoted_where_one_of_several_speakers_is_on_it() -> None:
    facts = f"{PEOPLE}quotes:\n  - {{speaker: [ann, cem], cue: Ann and Cem said, text: Yes.}}\n"
    assert gap(brief(f'{COUNCIL}Ann and Cem said: "Yes."', facts), "silent-sides") is None


def test_a_side_whose_only_words_are_denied_is_not_quoted() -> None:
    quotes = "{speaker: ann, cue: Ann said, text: Yes.}, {speaker: bob, hedge: denied, cue: Bob never said, text: No.}"
    briefing = brief(f'{COUNCIL}Ann said: "Yes." Bob never said "No."', f"{PEOPLE}quotes: [{quotes}]\n")
    assert gap(briefing, "silent-sides") == Gap("silent-sides", 1, sides=("Court",))


def test_where_nobody_is_quoted_no_side_is_named() -> None:
    assert find_gaps(brief(COUNCIL, PEOPLE)) == ()
    facts = f"{PEOPLE}quotes:\n  - {{speaker: dua, cue: Dua said, text: Yes.}}\n"
    assert find_gaps(brief(f'{COUNCIL}Dua said: "Yes."', facts)) == ()


def test_quotations_without_a_named_speaker_are_named() -> None:
    found = gap(brief('Signs read "Yes."', "quotes: [{speaker: unattributed, text: Yes.}]\n"), "speakers")
    assert found is not None
    assert (found.number, [quote.id for quote in found.quotes]) == (1, ["quote-1"])
