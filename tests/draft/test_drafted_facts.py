"""The facts of drafts: every actor’s kind, every date and every relation is right, or a doubt asks about it.

A file in `cases/draft/articles` has an article and, behind `---`, all that may be said of it without a doubt.
"""

from datetime import date
from pathlib import Path

import pytest

from newsbrief.draft.draft import Draft
from support.draft_cases import ALL
from support.drafts import draft_of
from support.sites import ROOT

FOLDER = ROOT / "tests" / "cases" / "draft" / "articles"
SHORT = FOLDER / "facts_of_short_passages.txt"
ARTICLES = sorted(path for path in FOLDER.glob("*.txt") if path != SHORT)


def read_article(path: Path) -> tuple[str, date, str, list[str]]:
    """Return the language, the as-of day and the text of an article, and the facts that are right."""
    head, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    values = dict(line.split(": ") for line in head.split("\n"))
    body, _, facts = rest.partition("\n---\n")
    return values["lang"], date.fromisoformat(values["as_of"]), body.strip(), facts.strip().split("\n")


def facts_of(draft: Draft) -> list[str]:
    """Return what a draft says of actors, dates and relations without a doubt."""
    facts = []
    for entry in draft.entries:
        values = entry.values
        if values.get("doubt") or entry.comment:
            continue
        if entry.section == "actors":
            facts.append(f"{values['name']} | {values['kind']}")
            facts += [f"{values['name']} | also {name}" for name in values.get("aliases", ())]
            facts += [f"{values['name']} | {about['text']}" for about in values.get("about", ())]
        elif entry.section == "dates":
            facts.append(f"{values['date']} | {values['when']} | {values['event']}")
        elif entry.section == "relations":
            facts.append(f"{values['from']} {values['kind']} {values['to']} | {values['cite']}")
    return facts


@pytest.mark.parametrize("path", ARTICLES, ids=[path.stem for path in ARTICLES])
def test_every_fact_of_a_draft_is_right_or_doubted(path: Path) -> None:
    language, as_of, text, right = read_article(path)
    draft = draft_of(text, language, as_of)
    assert draft.problems == ()
    assert [fact for fact in facts_of(draft) if fact not in right] == []


@pytest.mark.parametrize("path", ARTICLES, ids=[path.stem for path in ARTICLES])
def test_most_of_what_an_article_says_is_drafted(path: Path) -> None:
    language, as_of, text, right = read_article(path)
    facts = facts_of(draft_of(text, language, as_of))
    assert len(set(right) & set(facts)) >= 0.9 * len(right)


def test_every_fact_of_a_short_passage_is_right_or_doubted() -> None:
    right = SHORT.read_text(encoding="utf-8").partition("\n---\n")[2].strip().split("\n")
    facts = {fact for _, language, article, _ in ALL for fact in facts_of(draft_of(article, language))}
    assert sorted(facts - set(right)) == []


def entries(draft: Draft, section: str) -> list[dict[str, object]]:
    return [dict(entry.values) for entry in draft.entries if entry.section == section]


def test_length_of_time_is_no_date() -> None:
    draft = draft_of("Luis Ferrante is the third coach to leave Rivers FC in 18 months.")
    assert entries(draft, "dates") == []


def test_date_of_a_thing_has_the_thing_as_its_event() -> None:
    article = "Rivers FC have sacked Luis Ferrante after Saturday's 3-0 home defeat by Eastvale United, their fifth."
    (entry,) = entries(draft_of(article, as_of=date(2026, 3, 9)), "dates")
    assert (str(entry["date"]), entry["when"]) == ("2026-03-07", "Saturday")
    assert entry["event"] == "Saturday's 3-0 home defeat by Eastvale United."


def test_deadline_of_an_order_is_still_to_come() -> None:
    article = "Judge Marta Ellingsen ordered a new assessment by the end of June."
    (entry,) = entries(draft_of(article, as_of=date(2026, 3, 3)), "dates")
    assert entry["date"] == "2026-06"
    assert "doubt" not in entry


@pytest.mark.parametrize(
    ("article", "asked"),
    [
        ("Northstone Ltd. has lost 3 million crowns since January.", "begins or ends"),
        ("Turnout was 41 per cent, down from 66 per cent in 2024.", "compared with"),
        ("The United Nations urged both sides to return to the table on Friday.", "still to come"),
        (
            "The vote fell on 4 April 2011. Two days later, Nora Vane resigned from the council.",
            "counts from another day",
        ),
    ],
)
def test_date_that_may_be_another_is_doubted(article: str, asked: str) -> None:
    assert asked in str(entries(draft_of(article), "dates")[-1]["doubt"])


def test_event_has_the_clause_of_its_date() -> None:
    article = (
        "The case was brought by Clean Water Halden, a group of about 300 residents, after Northstone Ltd. applied to"
        " double the size of the quarry in 2014."
    )
    (entry,) = entries(draft_of(article), "dates")
    assert entry["event"] == "Northstone Ltd. applied to double the size of the quarry in 2014."


def test_dateline_is_no_part_of_what_is_drafted() -> None:
    draft = draft_of("HALDEN, 3 March 2019 — A regional court on Tuesday halted the expansion of the quarry.")
    assert entries(draft, "actors") == []
    texts = [str(entry.get("text") or entry.get("event")) for entry in draft.sheet["key_points"] + draft.sheet["dates"]]
    assert all(text.startswith("A regional court") for text in texts)


def test_body_has_no_surname_and_its_place_is_another() -> None:
    draft = draft_of(
        "The case was brought by Clean Water Halden, a group of residents.\n\n"
        "Halden's mayor, Ingrid Moe, told the Halden Post that she was “relieved”."
    )
    actors = {str(entry["name"]): entry for entry in entries(draft, "actors")}
    assert actors["Clean Water Halden"]["kind"] == "group"
    assert all("aliases" not in entry for entry in actors.values())
    assert entries(draft, "relations") == []


def test_two_of_one_surname_are_asked_about() -> None:
    draft = draft_of("Raul Castro met Fidel Castro on Monday. “Nobody gives up,” Castro declared.")
    assert "may also be" in str(entries(draft, "quotes")[0]["doubt"])


def test_words_in_two_sentences_are_two_quotations() -> None:
    draft = draft_of(
        "Maria Stokes said the board had decided “with a heavy heart” on Sunday night. “We had to act,” she said."
    )
    assert [entry["text"] for entry in entries(draft, "quotes")] == ["with a heavy heart", "We had to act,"]


def test_words_of_one_sentence_are_one_quotation() -> None:
    draft = draft_of(
        "“This puts jobs at risk,” its chief, Petra Lund, said, adding that the company had “followed every rule”."
    )
    assert [entry["text"] for entry in entries(draft, "quotes")] == [["This puts jobs at risk,", "followed every rule"]]


def test_key_points_are_single_sentences_before_every_opening_mark() -> None:
    draft = draft_of(
        "Der Stadtrat hat den Ausbau der Uferstraße mit 18 zu 11 Stimmen abgelehnt. „Wir bauen keinen neuen Parkplatz“,"
        " sagte Bürgermeisterin Claudia Alfons.",
        "de",
    )
    assert all("abgelehnt. „" not in str(entry["text"]) for entry in entries(draft, "key_points"))


def test_possessive_before_a_noun_is_no_name() -> None:
    draft = draft_of("Seine Partei werde einen Antrag stellen, sagte Matthias Kaiser.", "de")
    assert [entry["name"] for entry in entries(draft, "actors")] == ["Matthias Kaiser"]


@pytest.mark.parametrize(
    ("article", "about"),
    [
        ("Assistant coach Ben Adeyemi will take charge.", ["Assistant coach."]),
        ("Club president Maria Stokes said nothing.", ["Club president."]),
        ("Midfielder Sam Oduya was angry.", ["Midfielder."]),
        ("“No,” said Jonas Bakke, who leads the group.", ["Leads the group."]),
        ("In a statement its chairman, Olav Tveit, had called it “no”.", ["Chairman."]),
        ("Gen. Thomas Vane met the crews. General Vane left.", ["General."]),
    ],
)
def test_what_is_said_of_a_person_beside_the_name_is_drafted(article: str, about: list[str]) -> None:
    (entry,) = entries(draft_of(article), "actors")
    assert [each["text"] for each in entry["about"]] == about  # type: ignore[attr-defined]


def test_kind_that_nothing_shows_is_a_group_with_a_comment() -> None:
    draft = draft_of("Luis Ferrante joined from Porto Azul in July 2014.")
    (entry,) = [each for each in draft.entries if each.values.get("name") == "Porto Azul"]
    assert entry.values["kind"] == "group"
    assert "kind" in entry.comment


def test_words_behind_a_wide_blank_are_no_part_of_a_date() -> None:
    (entry,) = entries(draft_of("Nora Vane left the council of the port  Monday night, the clerk said."), "dates")
    assert entry["when"] == "Monday"


def test_a_coming_day_is_that_of_what_is_ahead() -> None:
    text = "The stakes are high for all parties ahead of Tuesday's mayoral debate in Kesten, co-hosted by Oar News."
    (entry,) = entries(draft_of(text, "en", date(2031, 6, 9)), "dates")
    assert (entry["date"], entry["cite"]) == ("2031-06-10", "ahead of Tuesday's mayoral debate in Kesten")
    assert "doubt" not in entry


def test_a_past_day_is_that_of_what_was_ahead() -> None:
    text = "Ada Holm resigned ahead of Tuesday's mayoral debate in Kesten."
    (entry,) = entries(draft_of(text, "en", date(2031, 6, 12)), "dates")
    assert entry["date"] == "2031-06-10"


def test_both_dates_of_a_sentence_are_drafted() -> None:
    text = "A jury today convicted Karl Orban of shooting Jan Melk as he walked on the pier in December 2029."
    found = entries(draft_of(text, "en", date(2031, 6, 12)), "dates")
    assert [(entry["date"], entry["when"]) for entry in found] == [
        ("2031-06-12", "today"),
        ("2029-12", "in December 2029"),
    ]


def test_a_day_of_publication_that_is_the_article_s_own_is_drafted() -> None:
    text = "The research, which was published today (June 10) in the Kesten Journal, is part of a larger effort."
    (entry,) = entries(draft_of(text, "en", date(2031, 6, 10)), "dates")
    assert (entry["date"], entry["when"]) == ("2031-06-10", "today (June 10)")


def test_an_event_never_ends_with_two_stops() -> None:
    text = "Left out was the war film “1917,” the winner on Saturday, as well as “Jester,” and “Small Women.”"
    for entry in entries(draft_of(text, "en", date(2031, 6, 10)), "dates"):
        assert not str(entry["event"]).endswith("”.")


def test_key_points_are_the_lead_and_figures_deeds_and_decisions() -> None:
    text = """Kesten shuts its old pier for good.

“It is a sad day for all of us,” said Ada Holm. “We loved it.”

He has said so before, and he will say it again to anybody who asks him in town.

Among the guests were Jan Melk, Leon Fabre, Ida Kuban, Cora Roby, Paul Dennet and Zoe Falk.

The council voted 12 to 3 on Monday to spend 40 million crowns on a new one.

Follow Tia Orr on Twitter and read more of her stories about the harbour of Kesten.

Work on the harbour is expected to start in 2033."""
    points = [str(entry["text"]) for entry in entries(draft_of(text, "en", date(2031, 6, 12)), "key_points")]
    assert points == [
        "Kesten shuts its old pier for good.",
        "The council voted 12 to 3 on Monday to spend 40 million crowns on a new one.",
        "Work on the harbour is expected to start in 2033.",
    ]


def test_a_party_in_brackets_behind_a_name_is_drafted_in_german() -> None:
    text = "Bundesverkehrsminister Anton Brandt (KVP) versprach viel. Verkehrsminister Brandt schweigt."
    draft = draft_of(text, "de", date(2031, 6, 12))
    assert [entry["name"] for entry in entries(draft, "actors")] == ["Anton Brandt", "KVP"]
    assert [(each["from"], each["kind"], each["to"]) for each in entries(draft, "relations")] == [
        ("brandt", "part-of", "kvp")
    ]
