"""A speaker is never invented: the words of the cue say who speaks."""

import pytest

from support.findings import check, messages, write_front

ORTIZ = "actors:\n  - {id: ortiz, name: Lena Ortiz, kind: person}\n"


def test_a_cue_by_pronoun_is_accepted_only_in_a_language_whose_pronouns_are_known() -> None:
    facts = ORTIZ + "quotes:\n  - {speaker: ortiz, cue: dijo ella, text: Veremos}\n"
    article = "Lena Ortiz vino. «Veremos», dijo ella."
    assert messages(article, facts, write_front(lang="es")) == []
    assert messages(article, facts, write_front(lang="es-MX")) == []
    assert messages(article, facts, write_front(lang="en")) == ["the cue does not name the speaker"]
    (problem,) = check(article, facts, write_front(lang="fi"))
    assert problem.hint.startswith("include the words that name 'ortiz' by name, or add")


def test_a_cue_names_its_speaker_by_abbreviation_alias_or_possessive() -> None:
    article = 'The UN\'s spokesman spoke: "We will see."'
    facts = "actors:\n  - {id: un, name: United Nations, abbr: UN, kind: international-body}\n"
    facts += "quotes:\n  - {speaker: un, cue: The UN, text: We will see.}\n"
    assert messages(article, facts) == []


def test_a_member_of_a_body_does_not_speak_for_it_unless_as_its_spokesman() -> None:
    article = 'The council sat. Tom Reed came. "We will see," Lena Ortiz said.'
    facts = """\
actors:
  - {id: council, name: The council, kind: group}
  - {id: ortiz, name: Lena Ortiz, kind: person, member_of: council, reading: It is so.}
  - {id: reed, name: Tom Reed, kind: person}
quotes:
  - {speaker: SPEAKER, cue: CUE, text: 'We will see,'}
"""
    assert messages(article, facts.replace("SPEAKER", "council").replace("CUE", "Lena Ortiz said")) == [
        "right words, wrong speaker: the article attributes them to 'ortiz'"
    ]
    spoken = article.replace("Lena Ortiz said", "Lena Ortiz, a spokeswoman for The council, said")
    cue = "'Lena Ortiz, a spokeswoman for The council, said'"
    assert messages(spoken, facts.replace("SPEAKER", "council").replace("CUE", cue)) == []
    assert messages(article, facts.replace("SPEAKER", "reed").replace("CUE", "Tom Reed came")) == [
        "right words, wrong speaker: the article attributes them to 'ortiz'"
    ]


def test_a_language_without_reporting_verbs_takes_the_editor_s_word_for_the_speaker() -> None:
    facts = ORTIZ + "  - {id: reed, name: Tom Reed, kind: person}\n"
    facts += "quotes:\n  - {speaker: reed, cue: Tom Reed, text: Vi får se}\n"
    assert messages("«Vi får se», sagde Lena Ortiz til Tom Reed.", facts, write_front(lang="da")) == []


def test_a_name_after_a_preposition_is_no_speaker_where_only_these_are_known() -> None:
    facts = ORTIZ + "  - {id: reed, name: Tom Reed, kind: person}\n"
    facts += "quotes:\n  - {speaker: reed, cue: till Tom Reed, text: Vi får se}\n"
    (message,) = messages("«Vi får se», sa Lena Ortiz till Tom Reed.", facts, write_front(lang="sv"))
    assert message == "the program does not understand the cue to say that 'reed' speaks"


def test_a_speaker_named_between_dashes_inside_the_marks_is_the_articles_own_word() -> None:
    article = "Иван Лазарев приехал. «Мы построим, — сказал Лазарев, — новый завод»."
    facts = """\
actors:
  - {id: lazarev, name: Иван Лазарев, kind: person, aliases: [Лазарев]}
quotes:
  - speaker: lazarev
    cue: сказал Лазарев
    text: [Мы построим, новый завод]
"""
    assert messages(article, facts, write_front(lang="ru")) == []
    unquoted = facts.replace("[Мы построим, новый завод]", "Мы построим")
    assert len(messages(article, unquoted, write_front(lang="ru"))) == 1


TWO = """\
actors:
  - {id: ann, name: Ann Lee, kind: person, aliases: [Lee]}
  - {id: bob, name: Bob Ray, kind: person, aliases: [Ray]}
  - {id: firm, name: Lund, kind: group}
quotes:
"""


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("speaker: ann, cue: she told Ray", []),
        ("speaker: bob, cue: she told Ray", ["right words, wrong speaker: the article attributes them to 'ann'"]),
        ("speaker: firm, cue: she told", ["right words, wrong speaker: the article attributes them to 'ann'"]),
    ],
)
def test_a_pronoun_that_leads_the_cue_is_the_one_who_speaks(entry: str, expected: list[str]) -> None:
    article = "Ann Lee and Bob Ray met at Lund. “We won,” she told Ray."
    assert messages(article, f"{TWO}  - {{{entry}, text: 'We won,'}}\n") == expected


def test_a_pronoun_stands_for_nobody_who_is_named_later() -> None:
    article = "Lund met. Ann Lee came. “We won,” she said.\n\nThen Bob Ray came."
    entry = "  - {speaker: bob, cue: she said, text: 'We won,'}\n"
    assert messages(article, TWO + entry) == ["right words, wrong speaker: the article attributes them to 'ann'"]


def test_a_list_stands_beside_the_paragraph_before_it() -> None:
    article = """\
Bob Ray and Lund met. Ann Lee was blunter:

- “One word.”
- “Two words.”
- “Three words.”
"""
    entries = "".join(
        f"  - {{speaker: ann, cue: Ann Lee was blunter, text: {n}}}\n" for n in ("One word.", "Three words.")
    )
    rest = "  - {speaker: ann, cue: Ann Lee was blunter, text: Two words.}\n"
    assert messages(article, TWO + entries + rest) == []


def test_a_pronoun_that_can_mean_two_persons_needs_a_reading() -> None:
    article = 'Lena Ortiz and Tom Reed sat down. "We will see," she said.'
    facts = ORTIZ + "  - {id: reed, name: Tom Reed, kind: person}\n"
    facts += "quotes:\n  - {speaker: ortiz, cue: she said, text: 'We will see,'}\n"
    assert messages(article, facts) == ["“she” can mean 'ortiz' or 'reed'"]
    vouched = facts.replace("cue: she said", "cue: she said, reading: Reed is a man")
    assert messages(article, vouched) == []


def test_a_pronoun_elsewhere_says_whom_another_one_means() -> None:
    facts = ORTIZ + "  - {id: reed, name: Tom Reed, kind: person}\n"
    facts += "quotes:\n  - {speaker: SPEAKER, cue: she said, text: 'We will see,'}\n"
    article = 'Tom Reed sat down. He was late.\n\nLena Ortiz met Tom Reed. "We will see," she said.'
    assert messages(article, facts.replace("SPEAKER", "ortiz")) == []
    assert messages(article, facts.replace("SPEAKER", "reed")) == [
        "right words, wrong speaker: the article attributes them to 'ortiz'"
    ]
