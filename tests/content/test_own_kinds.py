"""The kinds and relations that a site defines in `content/site.yaml`: what is read, and every fault of it."""

import json

import pytest
from jsonschema import Draft202012Validator

from newsbrief.content.fact_sheet import json_schema
from newsbrief.content.own_cues import find_infinitive
from newsbrief.content.own_kinds import read_own_kinds
from newsbrief.content.parse_fact_sheet import parse_facts
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.model.own_kinds import NO_OWN_KINDS
from newsbrief.reading.relations.own_cues import list_forms
from support.findings import own_kinds


def faults(text: str, language: str = "en") -> list[str]:
    """Return the faults of settings, each with its place and its remedy."""
    _, problems = read_own_kinds(parse_yaml(SourceFile("content/site.yaml", text)), language)
    return [f"{each.line}:{each.column}: {each.message} | {each.hint}" for each in problems]


def test_a_kind_is_a_word_or_one_for_each_language() -> None:
    own = own_kinds("kinds: {team: Team, judge: {en: Judge, ar: قاض, like: person}}\n")
    team, judge = own.actors
    assert (team.like, judge.like) == ("group", "person")
    assert [team.words.in_language(each) for each in ("en", "ar")] == ["Team", "Team"]
    assert [judge.words.in_language(each) for each in ("en", "ar", "de")] == ["Judge", "قاض", "Judge"]


def test_a_relation_is_read_with_all_its_keys() -> None:
    (beats,) = own_kinds(
        "relations:\n  beats: {words: {en: beats, ar: يهزم}, mutual: false, weight: heavy, cues: [beat, Victory  over],"
        " reverse_cues: lose to, offices: {en: [victor]}}\n"
    ).relations
    assert beats.words.in_language("ar") == "يهزم"
    assert beats.infinitives.in_language("en") == "beat"
    assert beats.infinitives.in_language("ar") == "يهزم"
    assert beats.cues.in_language("en") == ("beat", "victory over")
    assert beats.reverse_cues.in_language("en") == ("lose to",)
    assert (beats.weight, beats.is_mutual) == ("heavy", False)
    assert beats.has_cues("en") and not beats.has_cues("ar")


def test_what_is_given_without_a_language_is_in_the_sites() -> None:
    (beats,) = own_kinds("relations: {beats: {words: schlägt, cues: schlug}}\n", "de-AT").relations
    assert beats.cues.in_language("de") == ("schlug",)
    assert beats.infinitives.in_language("de") == "schlägt"


@pytest.mark.parametrize(
    ("words", "infinitive"),
    [
        ("beats", "beat"),
        ("presides over", "preside over"),
        ("is part of", "be part of"),
        ("has custody of", "have custody of"),
        ("tries", "try"),
        ("dismisses", "dismiss"),
        ("loses to", "lose to"),
        ("judges", "judge"),
        ("teaches", "teach"),
        ("fixes", "fix"),
    ],
)
def test_english_words_have_their_infinitive(words: str, infinitive: str) -> None:
    assert find_infinitive(words, "en") == infinitive


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("beat", {"beat", "beats", "beaten", "beating"}),
        ("defeated", {"defeat", "defeats", "defeated", "defeating"}),
        ("win", {"win", "wins", "won", "winning"}),
        ("beaten", {"beat", "beaten"}),
        ("rob", {"robbed", "robbing"}),
        ("acquit", {"acquitted", "acquitting"}),
        ("sentenced", {"sentence", "sentences", "sentencing"}),
        ("tries", {"try", "tried", "trying"}),
        ("judging", {"judge", "judged"}),
        ("agree", {"agreed", "agreeing"}),
    ],
)
def test_a_cue_may_be_any_form_of_its_verb(given: str, expected: set[str]) -> None:
    assert expected <= {form for forms in list_forms(given) for form in forms}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("kinds: [team]", "1:8: kinds must be keys and values | write each below it, such as `team: Team`"),
        (
            "kinds: {person: Person}",
            "1:9: 'person' is a kind that Newsbrief has already | fact sheets may use it as it is; for another meaning,"
            " choose another name",
        ),
        (
            "relations: {backs: {words: backs, cues: back}}",
            "1:13: 'backs' is a kind that Newsbrief has already | fact sheets may use it as it is; for another meaning,"
            " choose another name",
        ),
        (
            "kinds: {Team: Team}",
            "1:9: 'Team' cannot be the name of a kind | use small letters a–z, digits and single hyphens, 60 at most",
        ),
        ("kinds: {team: }", "1:15: expected words | write a text"),
        ("kinds: {team: {en: Team, like: club}}", "1:32: there is no built-in kind 'club' | did you mean 'group'?"),
        ("kinds: {team: {en: T, xq7: U}}", "1:23: unknown language 'xq7' | write a language tag such as en or ar"),
        (
            "kinds: {team: {ar: فريق}}",
            "1:15: there is no text in the language of the site | add a text under `en:`, the language of the site",
        ),
        (
            "relations: {beats: {words: beats}}",
            "1:20: no words of an article can state 'beats' | add `cues:` with the words of articles that state it,"
            " such as `cues: [beat, victory over]`",
        ),
        (
            "relations: {beats: {words: beats, cues: [beat, ' ']}}",
            "1:41: there is a cue without words | write the words of articles that state it",
        ),
        ("relations: {beats: {cues: beat}}", "1:20: the key 'words' is missing | add `words:` to this entry"),
        (
            "relations: {beats: {words: beats, cues: beat, wieght: heavy}}",
            "1:47: unknown key 'wieght' | did you mean 'weight'?",
        ),
        (
            "relations: {beats: {words: beats, cues: beat, weight: huge}}",
            "1:55: unknown weight 'huge' | choose one of: heavy, light, normal, strong",
        ),
        (
            "relations: {beats: {words: beats, cues: siegt~}}",
            "1:41: 'siegt~' has a sign for any ending | write the verb in its base form: English has its other forms by"
            " itself",
        ),
        (
            "relations: {beats: {words: beats, cues: [beat, '.*']}}",
            "1:48: '.*' has signs that no cue can have | write words of the article, without punctuation",
        ),
        (
            "relations: {draws: {words: draws with, cues: draw, mutual: true, reverse_cues: lose}}",
            "1:80: a relation that holds both ways has no `reverse_cues`: neither party comes first |"
            " leave out `mutual`, or write these words under `cues`",
        ),
    ],
)
def test_every_fault_has_its_place_and_its_remedy(text: str, fault: str) -> None:
    assert faults(text) == [fault]


def test_so_many_kinds_are_refused() -> None:
    text = "kinds: {" + ", ".join(f"k{number}: K" for number in range(101)) + "}"
    assert faults(text) == ["1:8: a site may have 100 of its own, not 101 | leave some out"]


def test_the_schema_of_a_site_has_its_kinds_and_refuses_others() -> None:
    own = own_kinds("kinds: {team: Team}\nrelations: {beats: {words: beats, cues: beat}}\n")
    sheet = {
        "actors": [{"id": "a", "name": "A", "kind": "team"}],
        "relations": [{"from": "a", "to": "b", "kind": "beats", "cite": "c"}],
    }
    assert Draft202012Validator(json_schema(own)).is_valid(sheet)
    assert not Draft202012Validator(json_schema()).is_valid(sheet)
    text = json.dumps(sheet)
    assert parse_facts(parse_yaml(SourceFile("facts.yaml", text)), own).problems == ()
    assert len(parse_facts(parse_yaml(SourceFile("facts.yaml", text)), NO_OWN_KINDS).problems) == 2


def test_a_slip_in_a_kind_of_the_sites_own_is_answered_with_it() -> None:
    own = own_kinds("kinds: {tribunal-member: Member}\n")
    sheet = SourceFile("facts.yaml", "actors:\n  - {id: a, name: A, kind: tribunal-members}\n")
    (problem,) = parse_facts(parse_yaml(sheet), own).problems
    assert (problem.message, problem.hint) == ("unknown kind 'tribunal-members'", "did you mean 'tribunal-member'?")
