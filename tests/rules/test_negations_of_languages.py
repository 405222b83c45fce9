"""What the words cited deny is not stated, in languages whose negations are known."""

import json

import pytest

from newsbrief.rules.check import check_briefing
from support.findings import find

_CASES = (
    ("de", "Die Firma hat den Vertrag nicht unterzeichnet.", "Die Firma unterzeichnete den Vertrag.", False),
    ("de", "Die Firma hat den Vertrag nicht unterzeichnet.", "Sie hat ihn nicht unterzeichnet.", True),
    ("de", "Die Firma hat den Vertrag unterzeichnet.", "Sie hat den Vertrag nicht unterzeichnet.", False),
    ("de", "Sie kaufte nicht nur Busse, sondern auch Bahnen.", "Sie kaufte Busse und Bahnen.", True),
    ("fr", "La mairie n’a pas signé le contrat.", "La mairie a signé le contrat.", False),
    ("fr", "La mairie n’a pas signé le contrat.", "Le contrat n’est pas signé.", True),
    ("fr", "La ville ne compte que deux écoles.", "La ville compte deux écoles.", True),
    ("es", "El alcalde no firmó el acuerdo.", "El alcalde firmó el acuerdo.", False),
    ("es", "El alcalde no firmó el acuerdo.", "El acuerdo quedó sin firma.", True),
    ("it", "Il sindaco non ha firmato il patto.", "Il sindaco ha firmato il patto.", False),
    ("it", "Il sindaco ha firmato il patto.", "Il patto porta la sua firma.", True),
    ("ru", "Мэр не подписал договор.", "Мэр подписал договор.", False),
    ("ru", "Мэр не подписал договор.", "Мэр договор не подписывал.", True),
    ("ar", "لم يوقع العمدة الاتفاق.", "يوقع العمدة الاتفاق.", False),
    ("pt", "O prefeito não assinou o acordo.", "O prefeito assinou o acordo.", False),
    ("pt", "O prefeito não assinou o acordo.", "O acordo não foi assinado.", True),
    ("nl", "De burgemeester heeft het verdrag niet getekend.", "De burgemeester heeft het verdrag getekend.", False),
)


@pytest.mark.parametrize(("language", "cite", "sentence", "is_borne_out"), _CASES)
def test_a_negation_is_neither_dropped_nor_added(language: str, cite: str, sentence: str, is_borne_out: bool) -> None:
    entry = f"  - text: {json.dumps(sentence, ensure_ascii=False)}\n    cite: {json.dumps(cite, ensure_ascii=False)}\n"
    front = f"---\ntitle: T\nas_of: 2019-04-10\nlang: {language}\n---\n\n"
    problems = check_briefing(find(cite + "\n", f"key_points:\n{entry}", front))
    assert (problems == []) is is_borne_out, [problem.message for problem in problems]
