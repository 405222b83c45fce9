"""Articles and sheets whose letters are decomposed (NFD) are read as those whose letters are composed (NFC)."""

import unicodedata
from itertools import product

import pytest

from support.findings import messages

_FACTS = "actors:\n  - {id: one, name: NAME, kind: person}\n  - {id: other, name: OTHER, kind: person}\n"
_QUOTE = "quotes:\n  - {speaker: SPEAKER, cue: CUE, text: TEXT}\n"
_POINT = 'key_points:\n  - {text: "TEXT", cite: "CITE"}\n'
_DATE = 'dates:\n  - {date: 2019-04-07, when: "WHEN", event: "TEXT", cite: "CITE"}\n'

SPOKEN = (
    (
        "ko",
        "한서윤은 월요일 “우리는 떠나지 않는다”고 말했다. 오준이 왔다.",
        "한서윤",
        "오준",
        "한서윤은 월요일",
        "우리는 떠나지 않는다",
    ),
    (
        "ko",
        "“우리는 떠나지 않는다”고 한서윤이 말했다. 오준이 왔다.",
        "한서윤",
        "오준",
        "고 한서윤이 말했다",
        "우리는 떠나지 않는다",
    ),
    ("ja", "山田が「がんばります」と語った。ペドロが来た。", "山田", "ペドロ", "山田が", "がんばります"),
    (
        "fr",
        "« Nous resterons », a déclaré Zoé Béart. Éric Brûlé est parti.",
        "Zoé Béart",
        "Éric Brûlé",
        "a déclaré Zoé Béart",
        "Nous resterons",
    ),
)
STATED = (
    (
        "ko",
        "한서윤은 4월 7일 배 12척을 샀다.",
        "한서윤",
        "한서윤은 4월 7일 배 12척을 샀다.",
        "한서윤은 4월 8일 배 12척을 샀다.",
    ),
    (
        "de",
        "Am 7. April traf Jörg Möhn fünf Räte.",
        "Jörg Möhn",
        "Jörg Möhn traf 5 Räte.",
        "Jörg Möhn traf zwölf Räte.",
    ),
    (
        "fr",
        "Le 3 août, Zoé Béart a reçu vingt-deux élèves.",
        "Zoé Béart",
        "Zoé Béart a reçu 22 élèves le 3 août.",
        "Zoé Béart a reçu vingt-trois élèves le 4 août.",
    ),
)
FORMS = tuple(product(("NFC", "NFD"), repeat=2))


def judge(language: str, article: str, facts: str, forms: tuple[str, str]) -> list[str]:
    front = f"---\ntitle: T\nas_of: 2019-04-10\nlang: {language}\n---\n\n"
    text, sheet = (unicodedata.normalize(form, each) for form, each in zip(forms, (article + "\n", facts), strict=True))
    return messages(text, sheet, front)


@pytest.mark.parametrize("forms", FORMS)
@pytest.mark.parametrize(("language", "article", "name", "other", "cue", "text"), SPOKEN)
def test_a_speaker_is_found_in_either_form(
    language: str, article: str, name: str, other: str, cue: str, text: str, forms: tuple[str, str]
) -> None:
    facts = (_FACTS + _QUOTE).replace("NAME", name).replace("OTHER", other).replace("CUE", cue).replace("TEXT", text)
    assert judge(language, article, facts.replace("SPEAKER", "one"), forms) == []
    (problem,) = judge(language, article, facts.replace("SPEAKER", "other"), forms)
    assert problem == "right words, wrong speaker: the article attributes them to 'one'"


@pytest.mark.parametrize("forms", FORMS)
@pytest.mark.parametrize(("language", "article", "name", "right", "wrong"), STATED)
def test_numbers_and_dates_are_found_in_either_form(
    language: str, article: str, name: str, right: str, wrong: str, forms: tuple[str, str]
) -> None:
    facts = (_FACTS.splitlines()[0] + "\n" + _FACTS.splitlines()[1] + "\n").replace("NAME", name)
    facts += _POINT.replace("CITE", article.rstrip("."))
    assert judge(language, article, facts.replace("TEXT", right), forms) == []
    assert judge(language, article, facts.replace("TEXT", wrong), forms)


@pytest.mark.parametrize("forms", FORMS)
def test_words_for_a_date_are_understood_in_either_form(forms: tuple[str, str]) -> None:
    article = "한서윤은 4월 7일 배를 샀다."
    facts = (
        _DATE.replace("WHEN", "4월 7일")
        .replace("TEXT", "한서윤이 배를 샀다.")
        .replace("CITE", "한서윤은 4월 7일 배를 샀다")
    )
    facts = "actors:\n  - {id: one, name: 한서윤, kind: person}\n" + facts
    assert judge("ko", article, facts, forms) == []
    assert judge("ko", article, facts.replace("2019-04-07", "2019-04-08"), forms)


@pytest.mark.parametrize("forms", FORMS)
@pytest.mark.parametrize(
    ("language", "article", "one", "other"),
    [
        ("de", "Jörg Möhn führt die Mühle Fürth.", "Jörg Möhn", "Mühle Fürth"),
        ("fr", "Zoé Béart préside les Éditions Brûlé.", "Zoé Béart", "Éditions Brûlé"),
    ],
)
def test_words_of_a_relation_are_understood_in_either_form(
    language: str, article: str, one: str, other: str, forms: tuple[str, str]
) -> None:
    facts = _FACTS.replace("NAME", one).replace("OTHER", other).replace("id: other", "id: body")
    facts += f"relations:\n  - {{from: one, to: body, kind: KIND, cite: {article.rstrip('.')}}}\n"
    assert judge(language, article, facts.replace("KIND", "leads"), forms) == []
    assert judge(language, article, facts.replace("KIND", "sues"), forms)
