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


@pytest.mark.parametrize(
    ("article", "cue", "texts", "is_accepted"),
    [
        ("« Je pars, a dit Tom Reed. Il est tard. »", "a dit Tom Reed", "[Je pars, Il est tard.]", True),
        ("« Je pars ! s’est défendu Tom Reed. Enfin. »", "s’est défendu Tom Reed", "[Je pars !, Enfin.]", True),
        ("« Je pars, dit Tom Reed »", "dit Tom Reed", "Je pars", True),
        ("« Je pars, Tom Reed. Il est tard. »", "Tom Reed", "[Je pars, Il est tard.]", False),
    ],
)
def test_words_behind_a_comma_inside_french_marks_are_the_articles_own_if_they_say_who_speaks(
    article: str, cue: str, texts: str, is_accepted: bool
) -> None:
    facts = "actors:\n  - {id: reed, name: Tom Reed, kind: person}\n"
    facts += f"quotes:\n  - {{speaker: reed, cue: {cue}, text: {texts}}}\n"
    assert (messages(article, facts, write_front(lang="fr")) == []) is is_accepted


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


SHOW = """\
actors:
  - {id: osei, name: Kwame Osei, kind: person}
  - {id: orr, name: Lea Orr, kind: person}
quotes:
  - {speaker: osei, cue: Kwame Osei told, text: We sail at noon.}
not_speech:
  - {text: Brackley Tonight, why: title}
"""


@pytest.mark.parametrize(
    "article",
    [
        "Asked when, Kwame Osei told “Brackley Tonight” co-host Lea Orr, “We sail at noon.”",
        "Kwame Osei told “Brackley Tonight” in an interview with Lea Orr: “We sail at noon.”",
        "“We sail at noon.” Kwame Osei told “Brackley Tonight” presenter Lea Orr.",
    ],
)
def test_a_programme_inside_an_attribution_is_no_speech(article: str) -> None:
    assert messages(article, SHOW) == []


def test_the_name_of_a_programme_is_not_given_to_the_one_who_speaks_there() -> None:
    article = "Kwame Osei told “Brackley Tonight” co-host Lea Orr, “We sail at noon.”"
    facts = SHOW.replace("text: We sail at noon.", "text: Brackley Tonight").partition("not_speech")[0]
    facts += "not_speech:\n  - {text: We sail at noon., why: term}\n"
    assert "the cue belongs to another quotation" in messages(article, facts)


def test_words_written_as_a_title_that_are_read_as_speech_have_a_way_out() -> None:
    article, facts = (
        "Kwame Osei answered “Harbour Songs” and left Lea Orr.",
        SHOW.replace("Brackley Tonight", "Harbour Songs"),
    )
    facts = facts.partition("quotes:")[0] + "not_speech" + facts.partition("not_speech")[2]
    (message,) = messages(article, facts)
    assert message == "these words are speech: the article says who speaks"
    assert messages(article, facts.replace("why: title}", "why: title, reading: It is a book of his.}")) == []


def test_words_set_off_by_a_sign_are_speech_whatever_the_editor_reads() -> None:
    article, facts = "“No,” Kwame Osei said to Lea Orr.", SHOW.partition("quotes:")[0]
    facts += "not_speech:\n  - {text: 'No,', why: term, reading: It is one.}\n"
    assert messages(article, facts) == ["these words are speech: the article says who speaks"]


PARTS = """\
actors:
  - {id: stenzel, name: Nils Stenzel, kind: person}
  - {id: rollbus, name: Rollbus, kind: company}
quotes:
  - {speaker: stenzel, cue: CUE, text: [One must take care, It would be a disaster.]}
"""


@pytest.mark.parametrize("said", ["Nils Stenzel, the head of Rollbus", "Rollbus founder Nils Stenzel"])
def test_a_body_that_only_describes_the_speaker_divides_no_quotation(said: str) -> None:
    article = f"“One must take care,” said {said}. “It would be a disaster.”"
    assert messages(article, PARTS.replace("CUE", f"'said {said}'")) == []


def test_a_body_that_does_something_between_the_parts_is_doubted() -> None:
    article = "“One must take care,” said Nils Stenzel, and Rollbus agreed. “It would be a disaster.”"
    (message,) = messages(article, PARTS.replace("CUE", "said Nils Stenzel"))
    assert message == "the program does not understand that the same speaker says this part"


def test_a_german_head_of_a_body_is_one_speaker() -> None:
    article = "„One must take care“, sagt Nils Stenzel, der Sorland-Chef von Rollbus. „It would be a disaster.“"
    assert messages(article, PARTS.replace("CUE", "sagt Nils Stenzel"), write_front(lang="de")) == []
