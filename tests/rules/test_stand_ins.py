"""Words that may stand for two whom the article names vouch for neither."""

import json

import pytest

from support.findings import check

_FRONT = "---\ntitle: T\nas_of: 2019-04-10\nlang: en-GB\n---\n\n"
_ACTORS = """
actors:
  - {id: ash, name: Ash Bank, kind: company}
  - {id: oak, name: Oak Bank, kind: company}
  - id: ruiz
    name: Ines Ruiz
    kind: person
    aliases: [Ms Ruiz]
    about: [ABOUT]
  - {id: lund, name: Mona Lund, kind: person, aliases: [Ms Lund]}
"""


def judge(article: str, sentence: str, cite: str, about: str = "") -> list[str]:
    point = f"key_points: [{{text: {json.dumps(sentence)}, cite: {json.dumps(cite)}}}]\n" if sentence else ""
    facts = _ACTORS.replace("ABOUT", about) + point
    opening = "Ash Bank and Oak Bank are old. Ines Ruiz and Mona Lund met.\n\n"
    return [problem.message for problem in check(opening + article, facts, _FRONT)]


@pytest.mark.parametrize(
    ("article", "sentence", "names"),
    [
        ("Ash Bank lent money to Oak Bank in May. The bank collapsed.", "Ash Bank collapsed.", "Ash Bank or Oak Bank"),
        ("Ash Bank lent money to Oak Bank in May. The bank collapsed.", "Oak Bank collapsed.", "Ash Bank or Oak Bank"),
        ("Ms Ruiz beat Ms Lund in May. She retired at once.", "Mona Lund retired.", "Ines Ruiz or Mona Lund"),
        ("Ash Bank warned Oak Bank in May.", "The bank may close.", "Ash Bank or Oak Bank"),
    ],
)
def test_a_doubt_names_both_who_may_be_meant(article: str, sentence: str, names: str) -> None:
    assert [message for message in judge(article, sentence, article) if names in message]


@pytest.mark.parametrize(
    ("article", "sentence"),
    [
        ("Ash Bank lent money to Oak Bank in May. The bank collapsed.", "The bank collapsed."),
        ("Ash Bank lent money to Oak Bank in May.", "The bank lent money in May."),
        (
            "Ash Bank, which owns half of Oak Bank, closed on Monday. The bank paid its debts.",
            "Ash Bank paid its debts.",
        ),
        ("Ms Ruiz beat Ms Lund in May. Ms Lund retired at once.", "Mona Lund retired."),
        ("Ms Ruiz retired in May. She runs a mill.", "Ines Ruiz runs a mill."),
    ],
)
def test_words_that_can_mean_one_alone_are_borne_out(article: str, sentence: str) -> None:
    assert judge(article, sentence, article) == []


def test_a_pronoun_alone_vouches_for_neither_of_two() -> None:
    article = "Ms Ruiz beat Ms Lund in May. She retired at once."
    assert judge(article, "Ines Ruiz has given up the game.", "She retired at once")


def test_a_sentence_about_one_does_not_say_what_another_did() -> None:
    article = "Ms Ruiz beat Ms Lund in May, and Ms Lund retired at once."
    assert judge(article, "", "", f"{{text: She retired at once., cite: {json.dumps(article)}}}")
    assert judge(article, "", "", f"{{text: She beat Mona Lund., cite: {json.dumps(article)}}}") == []
