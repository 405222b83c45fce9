"""Any article made of sentences of many shapes gets a draft that passes the check at once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.content.parse_fact_sheet import parse_facts
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.draft.yaml_writer import SheetEntry, write_fact_sheet
from support.draft_cases import ALL
from support.drafts import draft_of

SHAPES = {
    "en": (
        "“The truce holds,” UN special envoy Edith Moore said on Monday.",
        "Friends of the Library chairwoman Nora Vane said critics had called the plan “reckless”.",
        "The Bank of the South, led by Pedro Luz, cut its rate by more than 2 percent in March 2019.",
        "Sons of the Desert, a militia, attacked the Army of the North on Sunday, killing 12 people.",
        "“We sail,” said Vane. Tom Aske, who leads Ellory Lines, denied that “anybody” had left.",
        "Tom Aske said Vane’s remarks “were not helpful”, adding: “We had 300 guests.”",
        "On 3 April 2019, after the vote, the Harbour Ministry sued Ellory Lines for 4 million euros.",
        "March 4, 2019 – Halden (Coast News) The port closed.",
    ),
    "de": (
        "„Wir brauchen Boote“, sagte UN-Sondergesandte Edith Moore am Montag.",
        "Karl Brenner leitet die Stadtwerke Halden GmbH. Die Nordbank AG hat Karl Brenner nicht verklagt.",
        "Monika Seidl, Chefin der Nordbank AG, kritisierte Karl Brenner am 3. April 2019.",
        "Angeblich traf Karl Brenner Monika Seidl. „Nein“, sagte Monika Seidl.",
    ),
    "fr": (
        "« La trêve tient », a déclaré l’envoyée spéciale de l’ONU Edith Moore.",
        "Luc Morel, président de la Banque du Nord, a rencontré Nora Vane lundi.",
        "Selon Luc Morel, Nora Vane accuse Paul Renard. « Non », a dit Paul Renard.",
    ),
    "es": (
        "«La tregua se mantiene», dijo la enviada especial de la ONU Edith Moore.",
        "Pablo Ruiz, director de la Fundación Sur, acusó a Luis Ortiz. «No», dijo Luis Ortiz.",
        "Pablo Ruiz no apoyó a Luis Ortiz el 3 de abril de 2019.",
    ),
    "ar": (
        "قال أحمد سالم يوم الاثنين: «الهدنة صامدة».",
        "أعلن وزير الصحة أحمد سالم أن المستشفى سيفتح قريبا. وقال سالم: «نحن مستعدون».",
        "«نريد حلا»، قالت مريم الحسن، وهي طبيبة في حلب.",
        "وأكد المتحدث باسم الجيش الوطني أحمد المسماري أن القوات تقدمت في 3 أبريل 2019.",
    ),
}


@pytest.mark.parametrize("language", SHAPES)
@pytest.mark.parametrize("number", (2, 3))
def test_sentence_that_stands_several_times_is_told_by_its_neighbours(language: str, number: int) -> None:
    draft = draft_of(" ".join([SHAPES[language][0]] * number), language)
    assert draft.problems == ()


@pytest.mark.parametrize("language", SHAPES)
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_draft_of_any_article_passes_the_check(language: str, data: st.DataObject) -> None:
    others = sorted({article for _, spoken, article, _ in ALL if spoken == language and "\n" not in article})
    shapes = [*SHAPES[language], *others]
    sentences = data.draw(st.lists(st.sampled_from(shapes), min_size=1, max_size=9, unique=True))
    signs = data.draw(st.lists(st.sampled_from((" ", "\n\n")), min_size=len(sentences), max_size=len(sentences)))
    draft = draft_of("".join(map("".join, zip(sentences, signs, strict=True))).strip(), language)
    assert draft.problems == ()
    sections: dict[str, list[SheetEntry]] = {}
    for entry in draft.entries:
        sections.setdefault(entry.section, []).append(SheetEntry(entry.values, entry.comment))
    sheet = parse_yaml(SourceFile("facts.yaml", write_fact_sheet(sections)))
    assert sheet.problems == ()
    assert parse_facts(sheet).problems == ()
