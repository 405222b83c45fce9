"""Small sites in other languages: what is ordinary in their articles is understood without a reading by the editor."""

import pytest

from support.sites import SITES
from support.whole import build_in_memory, load_site


@pytest.mark.parametrize("site", ["spanish", "portuguese"])
def test_the_program_understands_an_ordinary_article(site: str) -> None:
    (briefing,) = load_site(SITES / site).briefings
    assert briefing.tally.passages > 10 and briefing.tally.unattributed == 0
    assert [each.name for each in briefing.tally.grounds if each.total < 4 or each.program != each.total] == []


@pytest.mark.parametrize(
    ("site", "page", "texts"),
    [
        (
            "spanish",
            "lonja/index.html",
            [
                "Situación a <time",
                "</a></cite> e <cite>",
                "<td>prevé demandar a</td>",
                "Recogidos los 12 pasajes entrecomillados; 2 no son citas",
                "donde solo <q>ella</q> indica quién habla",
                "1 día después",
            ],
        ),
        (
            "portuguese",
            "canal/index.html",
            [
                "Situação em <time",
                "</a></cite> e <cite>",
                "<td>pretende processar</td>",
                "Todos os 12 trechos entre aspas constam do resumo; 2 não são citações",
                "onde só <q>ela</q> indica quem fala",
                "1 dia depois",
                "Não diz quem o escreveu.",
            ],
        ),
    ],
)
def test_the_page_says_in_its_language_what_is_counted_joined_and_hedged(
    site: str, page: str, texts: list[str]
) -> None:
    shown = build_in_memory(SITES / site)[page].decode()
    assert [text for text in texts if text not in shown] == []
