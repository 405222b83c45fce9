"""Sentences in several languages, true and false, against the words that they cite."""

import json
from collections.abc import Iterator

import pytest

from support.findings import messages

Case = tuple[int, str, str]

ARTICLES: tuple[tuple[str, str, tuple[str, ...], tuple[Case, ...]], ...] = (
    (
        "en-GB",
        "Kestrel Bank cut 340 of its 2,100 jobs on Monday, its chief executive, Ana Roy, said. Ms Roy, who joined"
        " in 2012, called the cuts “painful but necessary” at 9.15am. A third of the branches will shut by"
        " June. The bank lost £4.5m in the second quarter and won a $30 grant. Dozens of customers"
        " protested; the Staff League, a union led by Per Holt, won the vote 7–2.",
        (
            "{id: bank, name: Kestrel Bank, kind: group}",
            "{id: roy, name: Ana Roy, kind: person, aliases: [Ms Roy]}",
            "{id: league, name: Staff League, kind: group}",
            "{id: holt, name: Per Holt, kind: person}",
        ),
        (
            (1, "The bank cut 340 jobs.", "cut 340 of its 2,100 jobs"),
            (1, "Three hundred and forty jobs went.", "cut 340 of its 2,100 jobs"),
            (0, "Kestrel cut 430 jobs.", "cut 340 of its 2,100 jobs"),
            (1, "It had 2 100 jobs.", "340 of its 2,100 jobs"),
            (1, "Ana Roy has been there since 2012.", "Ms Roy, who joined in 2012"),
            (0, "Ana Roy has been there since 2021.", "Ms Roy, who joined in 2012"),
            (1, "She spoke at a quarter past nine in the morning.", "at 9.15am"),
            (0, "She spoke at 9.15pm.", "at 9.15am"),
            (1, "She spoke at 9:15.", "at 9.15am"),
            (1, "One third of the branches will close by June.", "A third of the branches will shut by June"),
            (0, "A quarter of the branches will close by June.", "A third of the branches will shut by June"),
            (0, "A third will close by July.", "A third of the branches will shut by June"),
            (1, "The loss was 4.5 million pounds.", "The bank lost £4.5m in the second quarter"),
            (0, "The loss was 4.5 million dollars.", "The bank lost £4.5m in the second quarter"),
            (0, "The loss was 45 million pounds.", "The bank lost £4.5m in the second quarter"),
            (1, "In the second quarter it lost money.", "The bank lost £4.5m in the second quarter"),
            (0, "In the third quarter it lost money.", "The bank lost £4.5m in the second quarter"),
            (0, "30 branches got a grant.", "won a $30 grant"),
            (1, "The grant was 30 dollars.", "won a $30 grant"),
            (1, "Dozens protested.", "Dozens of customers protested"),
            (0, "Hundreds protested.", "Dozens of customers protested"),
            (1, "The vote was 7-2.", "won the vote 7–2"),
            (0, "The vote was 7-3.", "won the vote 7–2"),
            (1, "The Staff League won by seven to two.", "the Staff League, a union led by Per Holt, won the vote 7–2"),
            (1, "The union won.", "won the vote 7–2"),
            (0, "Per Holt won.", "won the vote 7–2"),
            (1, "One of them won.", "won the vote 7–2"),
            (1, "At first the bank lost money.", "The bank lost £4.5m"),
            (
                1,
                "Ana Roy says the cuts are “painful”.",
                "Ms Roy, who joined in 2012, called the cuts “painful but necessary”",
            ),
            (
                0,
                "Ana Roy says the cuts are “painless”.",
                "Ms Roy, who joined in 2012, called the cuts “painful but necessary”",
            ),
            (1, "The cuts are “Painful but necessary,” she says.", "called the cuts “painful but necessary”"),
            (0, "The bank's “joined” chief.", "Ms Roy, who joined in 2012, called the cuts “painful but necessary”"),
            (0, "The bank cut jobs on Tuesday.", "cut 340 of its 2,100 jobs on Monday"),
            (1, "On Monday, 8 April, the bank cut jobs.", "cut 340 of its 2,100 jobs on Monday"),
            (0, "On 9 April the bank cut jobs.", "cut 340 of its 2,100 jobs on Monday"),
            (1, "Its chief, Ana Roy, spoke.", "its chief executive, Ana Roy, said"),
            (0, "About 16 percent of the jobs went.", "cut 340 of its 2,100 jobs"),
            (1, "Kestrel Bank lost £4.5m.", "The bank lost £4.5m in the second quarter"),
            (0, "The Staff League lost £4.5m.", "The bank lost £4.5m in the second quarter"),
        ),
    ),
    (
        "de",
        "Die Werft Nordkai entlässt 1.200 ihrer 3.400 Beschäftigten, sagte ihr Chef Jan Voss am Montag. Zwölf"
        " Prozent der Aufträge fehlten, 2,5 Millionen Euro sind verloren. „Wir bleiben hier“, sagte er um 16"
        " Uhr. Die Gewerkschaft Hafenbund nannte das ein „Trauerspiel“. Drei von sieben Kränen stehen still.",
        (
            "{id: werft, name: Nordkai, kind: group}",
            "{id: voss, name: Jan Voss, kind: person}",
            "{id: bund, name: Hafenbund, kind: group}",
        ),
        (
            (1, "Tausendzweihundert Beschäftigte müssen gehen.", "entlässt 1.200 ihrer 3.400 Beschäftigten"),
            (1, "Nordkai entlässt 1200 Leute.", "Die Werft Nordkai entlässt 1.200 ihrer 3.400 Beschäftigten"),
            (0, "Nordkai entlässt 2100 Leute.", "Die Werft Nordkai entlässt 1.200 ihrer 3.400 Beschäftigten"),
            (1, "12 % der Aufträge fehlen.", "Zwölf Prozent der Aufträge fehlten"),
            (0, "12 Aufträge fehlen.", "Zwölf Prozent der Aufträge fehlten"),
            (0, "21 Prozent der Aufträge fehlen.", "Zwölf Prozent der Aufträge fehlten"),
            (1, "Zweieinhalb Millionen Euro sind weg.", "2,5 Millionen Euro sind verloren"),
            (0, "2,5 Milliarden Euro sind weg.", "2,5 Millionen Euro sind verloren"),
            (1, "2,5 Mio. Euro sind weg.", "2,5 Millionen Euro sind verloren"),
            (1, "Von 7 Kränen stehen 3 still.", "Drei von sieben Kränen stehen still"),
            (0, "Vier von sieben Kränen stehen still.", "Drei von sieben Kränen stehen still"),
            (1, "Voss sprach um vier Uhr nachmittags.", "sagte er um 16 Uhr"),
            (0, "Er sprach um 17 Uhr.", "sagte er um 16 Uhr"),
            (1, "Jan Voss will bleiben.", "„Wir bleiben hier“, sagte er"),
            (0, "Der Hafenbund will bleiben.", "„Wir bleiben hier“, sagte er"),
            (1, "Der Hafenbund nennt es „Trauerspiel“.", "Die Gewerkschaft Hafenbund nannte das ein „Trauerspiel“"),
            (0, "Der Hafenbund nennt es „Schauspiel“.", "Die Gewerkschaft Hafenbund nannte das ein „Trauerspiel“"),
            (0, "Am Dienstag kam die Nachricht.", "sagte ihr Chef Jan Voss am Montag"),
            (1, "Am Montag kam die Nachricht.", "sagte ihr Chef Jan Voss am Montag"),
            (1, "Eine der Werften entlässt Leute.", "Die Werft Nordkai entlässt"),
        ),
    ),
    (
        "fr",
        "La banque Crédan supprime 1 450 postes, a annoncé mardi sa directrice, Léa Morel. « C’est un choix"
        " difficile », a-t-elle dit à 16h30. Douze pour cent des agences, soit trois sur vingt-cinq, fermeront"
        " d’ici juin 2020. Le coût atteint 30 millions d’euros.",
        ("{id: b, name: Crédan, kind: group}", "{id: m, name: Léa Morel, kind: person}"),
        (
            (1, "Crédan supprime 1450 postes.", "La banque Crédan supprime 1 450 postes"),
            (0, "Crédan supprime 1540 postes.", "La banque Crédan supprime 1 450 postes"),
            (1, "Quelque 12 % des agences fermeront.", "Douze pour cent des agences"),
            (0, "Quelque 13 % des agences fermeront.", "Douze pour cent des agences"),
            (1, "Trois agences sur 25 fermeront.", "soit trois sur vingt-cinq, fermeront"),
            (0, "Trois agences sur 35 fermeront.", "soit trois sur vingt-cinq, fermeront"),
            (1, "Le coût est de 30 M€.", "Le coût atteint 30 millions d’euros"),
            (0, "Le coût est de 30 milliards d’euros.", "Le coût atteint 30 millions d’euros"),
            (1, "Léa Morel y voit un « choix difficile ».", "« C’est un choix difficile », a-t-elle dit"),
            (0, "Léa Morel y voit un « choix facile ».", "« C’est un choix difficile », a-t-elle dit"),
            (0, "Elle a parlé à 17h30.", "a-t-elle dit à 16h30"),
            (0, "L’annonce date de jeudi.", "a annoncé mardi sa directrice"),
            (1, "L’annonce date de mardi.", "a annoncé mardi sa directrice"),
            (1, "Une partie des agences fermera.", "Douze pour cent des agences"),
            (0, "Elles fermeront d’ici juillet 2020.", "fermeront d’ici juin 2020"),
        ),
    ),
    (
        "es",
        "La naviera Olmar despidió a 340 de sus 2.100 empleados el lunes, dijo su presidenta, Rosa Gil. «Es"
        " doloroso», afirmó a las 16 horas. Perdió tres mil millones de euros, el 12,5 por ciento de sus"
        " ventas. El sindicato Faro protestó con dos tercios de la plantilla.",
        (
            "{id: o, name: Olmar, kind: group}",
            "{id: g, name: Rosa Gil, kind: person}",
            "{id: f, name: Faro, kind: group}",
        ),
        (
            (1, "Olmar despidió a 340 de 2100 personas.", "La naviera Olmar despidió a 340 de sus 2.100 empleados"),
            (0, "Olmar despidió a 304 personas.", "La naviera Olmar despidió a 340 de sus 2.100 empleados"),
            (1, "Perdió 3000 millones de euros.", "Perdió tres mil millones de euros"),
            (0, "Perdió tres millones de euros.", "Perdió tres mil millones de euros"),
            (1, "Es el 12,5% de las ventas.", "el 12,5 por ciento de sus ventas"),
            (0, "Es el 15,2% de las ventas.", "el 12,5 por ciento de sus ventas"),
            (1, "Rosa Gil lo llama «doloroso».", "«Es doloroso», afirmó"),
            (1, "Habló a las cuatro de la tarde.", "afirmó a las 16 horas"),
            (0, "Habló a las cinco de la tarde.", "afirmó a las 16 horas"),
            (0, "Protestó la mitad de la plantilla.", "con dos tercios de la plantilla"),
            (1, "El Faro protestó.", "El sindicato Faro protestó"),
            (0, "Olmar protestó.", "El sindicato Faro protestó"),
            (0, "Fue el martes.", "el lunes, dijo su presidenta"),
            (1, "Fue el lunes.", "el lunes, dijo su presidenta"),
        ),
    ),
    (
        "ru",
        "Компания «Волнар» уволила 1450 рабочих, сообщил во вторник её директор Пётр Гусев. Двенадцать процентов"
        " кораблей, или 30 миллионов рублей, потеряны. «Мы останемся», — заявил он в 16 часов. Союз «Маяк»"
        " назвал это «позором». Три из семи кранов стоят.",
        (
            "{id: v, name: Волнар, kind: group}",
            "{id: g, name: Пётр Гусев, kind: person}",
            "{id: m, name: Маяк, kind: group}",
        ),
        (
            (1, "Волнар уволил 1 450 человек.", "Компания «Волнар» уволила 1450 рабочих"),
            (0, "Волнар уволил 1540 человек.", "Компания «Волнар» уволила 1450 рабочих"),
            (1, "Потеряно 12% кораблей.", "Двенадцать процентов кораблей"),
            (0, "Потеряно 12 кораблей.", "Двенадцать процентов кораблей"),
            (1, "Потеряно 30 млн рублей.", "30 миллионов рублей, потеряны"),
            (0, "Потеряно 30 млрд рублей.", "30 миллионов рублей, потеряны"),
            (1, "Стоят 3 крана из 7.", "Три из семи кранов стоят"),
            (0, "Стоят 4 крана из 7.", "Три из семи кранов стоят"),
            (1, "Пётр Гусев остаётся.", "«Мы останемся», — заявил он"),
            (0, "Маяк остаётся.", "«Мы останемся», — заявил он"),
            (1, "Маяк называет это «позором».", "Союз «Маяк» назвал это «позором»"),
            (0, "Маяк называет это «победой».", "Союз «Маяк» назвал это «позором»"),
            (0, "Это было в среду.", "сообщил во вторник"),
            (1, "Это было во вторник.", "сообщил во вторник"),
        ),
    ),
    (
        "ar",
        "قالت شركة نورام يوم الثلاثاء إنها ستسرح ١٢ في المئة من ١٤٥٠ عاملا. وقالت مديرتها سلمى ناصر: «سنبقى هنا»."
        " وخسرت الشركة ثلاثين مليون يورو. وتوقفت ثلاث رافعات من سبع.",
        ("{id: n, name: نورام, kind: group}", "{id: s, name: سلمى ناصر, kind: person}"),
        (
            (1, "تسرح نورام 12% من عمالها.", "قالت شركة نورام يوم الثلاثاء إنها ستسرح ١٢ في المئة"),
            (0, "تسرح نورام 21% من عمالها.", "قالت شركة نورام يوم الثلاثاء إنها ستسرح ١٢ في المئة"),
            (1, "لديها 1450 عاملا.", "من ١٤٥٠ عاملا"),
            (0, "لديها 1540 عاملا.", "من ١٤٥٠ عاملا"),
            (1, "خسرت 30 مليون يورو.", "وخسرت الشركة ثلاثين مليون يورو"),
            (0, "خسرت 30 مليار يورو.", "وخسرت الشركة ثلاثين مليون يورو"),
            (1, "توقفت 3 رافعات من 7.", "وتوقفت ثلاث رافعات من سبع"),
            (0, "توقفت أربع رافعات من سبع.", "وتوقفت ثلاث رافعات من سبع"),
            (1, "قالت سلمى ناصر «سنبقى هنا».", "وقالت مديرتها سلمى ناصر: «سنبقى هنا»"),
            (0, "قالت سلمى ناصر «سنرحل».", "وقالت مديرتها سلمى ناصر: «سنبقى هنا»"),
            (0, "كان ذلك يوم الأربعاء.", "قالت شركة نورام يوم الثلاثاء"),
            (1, "كان ذلك يوم الثلاثاء.", "قالت شركة نورام يوم الثلاثاء"),
        ),
    ),
    (
        "de",
        "Orla Hein eröffnete im Alter von 40 Jahren ihr erstes Geschäft. Die Mieten stiegen um 7 Prozent auf 900 Euro."
        " Mara Brandt traf zweimal. Zum Fest kamen 6200 Besucher.",
        ("{id: h, name: Orla Hein, kind: person}", "{id: b, name: Mara Brandt, kind: person}"),
        (
            (0, "Orla Hein eröffnete 40 Geschäfte.", "Orla Hein eröffnete im Alter von 40 Jahren ihr erstes Geschäft"),
            (1, "Die Mieten stiegen um 7 Prozent.", "Die Mieten stiegen um 7 Prozent auf 900 Euro"),
            (0, "Die Mieten stiegen auf 7 Prozent.", "Die Mieten stiegen um 7 Prozent auf 900 Euro"),
            (1, "Mara Brandt schoss zwei Tore.", "Mara Brandt traf zweimal"),
            (0, "Mara Brandt schoss drei Tore.", "Mara Brandt traf zweimal"),
            (1, "Mehr als 6000 Besucher kamen.", "Zum Fest kamen 6200 Besucher"),
            (0, "Mehr als 7000 Besucher kamen.", "Zum Fest kamen 6200 Besucher"),
            (0, "Weniger als 6000 Besucher kamen.", "Zum Fest kamen 6200 Besucher"),
        ),
    ),
    (
        "es",
        "Lucía Vane marcó tres veces. Firmaron 6.200 vecinos.",
        ("{id: v, name: Lucía Vane, kind: person}",),
        (
            (1, "Lucía Vane marcó tres goles.", "Lucía Vane marcó tres veces"),
            (0, "Lucía Vane marcó dos goles.", "Lucía Vane marcó tres veces"),
            (1, "Firmaron más de 6.000 vecinos.", "Firmaron 6.200 vecinos"),
            (0, "Firmaron menos de 6.000 vecinos.", "Firmaron 6.200 vecinos"),
        ),
    ),
    (
        "ja",
        "港湾会社オルマは9日、従業員1450人の12%を解雇すると発表した。佐藤恵社長は「ここに残る」と午後4時に述べた。損失は3千万円。七台のうち三台のクレーンが止まっている。",
        ("{id: o, name: オルマ, kind: group}", "{id: s, name: 佐藤恵, kind: person}"),
        (
            (1, "オルマは12パーセントを解雇する。", "港湾会社オルマは9日、従業員1450人の12%を解雇する"),
            (0, "オルマは21パーセントを解雇する。", "港湾会社オルマは9日、従業員1450人の12%を解雇する"),
            (1, "従業員は1,450人。", "従業員1450人"),
            (0, "従業員は1,540人。", "従業員1450人"),
            (1, "損失は3000万円。", "損失は3千万円"),
            (0, "損失は3億円。", "損失は3千万円"),
            (1, "7台のうち3台が止まっている。", "七台のうち三台のクレーンが止まっている"),
            (0, "七台のうち四台が止まっている。", "七台のうち三台のクレーンが止まっている"),
            (1, "佐藤恵は「ここに残る」と言う。", "佐藤恵社長は「ここに残る」と午後4時に述べた"),
            (0, "佐藤恵は「去る」と言う。", "佐藤恵社長は「ここに残る」と午後4時に述べた"),
            (0, "午後5時に述べた。", "午後4時に述べた"),
            (1, "16時に述べた。", "午後4時に述べた"),
        ),
    ),
)
"""Languages, articles, actors and sentences: 1 for what is true, the sentence, and the words that it cites."""


def list_cases() -> Iterator[object]:
    for language, article, actors, cases in ARTICLES:
        for is_true, text, cite in cases:
            yield pytest.param(language, article, actors, is_true, text, cite, id=f"{language}: {text}")


@pytest.mark.parametrize("language, article, actors, is_true, text, cite", list(list_cases()))
def test_a_sentence_says_what_its_words_say(
    language: str, article: str, actors: tuple[str, ...], is_true: int, text: str, cite: str
) -> None:
    point = f"  - text: {json.dumps(text, ensure_ascii=False)}\n    cite: {json.dumps(cite, ensure_ascii=False)}\n"
    facts = "actors:\n" + "".join(f"  - {actor}\n" for actor in actors) + "key_points:\n" + point
    front = f"---\ntitle: T\nas_of: 2019-04-10\nlang: {language}\n---\n\n"
    said = [each for each in messages(article, facts, front) if not each.startswith("the passage in quotation marks")]
    found = [each for each in said if "cited words" in each or "article does not have" in each]
    assert (not found) == bool(is_true), found


OARS = """\
actors:
  - {id: melk, name: Jan Melk, kind: person}
  - {id: fabre, name: Leon Fabre, kind: person}
  - {id: q7, name: Q7, kind: group}
key_points:
"""


@pytest.mark.parametrize(("sentence", "is_true"), [("Two ministers fled.", True), ("Four ministers fled.", False)])
def test_the_digit_of_a_name_is_no_number(sentence: str, is_true: bool) -> None:
    article = "The Q7 figures are ministers Jan Melk and Leon Fabre, who fled to the pier."
    facts = OARS + f"  - {{text: {sentence}, cite: '{article}'}}\n"
    assert (messages(article, facts) == []) is is_true


@pytest.mark.parametrize(
    ("article", "sentence", "is_true"),
    [
        ("The stakes are high ahead of Tuesday's debate in Kesten.", "Tuesday's debate is near.", True),
        ("The stakes are high ahead of Tuesday's harbour debate in Kesten.", "Tuesday's debate is near.", True),
        ("Votes are counted after Sunday's election.", "Sunday's election is over.", True),
        ("The stakes are high ahead of Tuesday's debate in Kesten.", "Friday's debate is near.", False),
        ("The stakes are high ahead of Tuesday's debate in Kesten.", "Tuesday's race is near.", False),
        ("The ferry left before Tuesday.", "The ferry left on Tuesday.", False),
    ],
)
def test_a_day_that_owns_a_thing_is_that_of_the_thing(article: str, sentence: str, is_true: bool) -> None:
    facts = f'key_points:\n  - {{text: "{sentence}", cite: "{article}"}}\n'
    assert (messages(article, facts) == []) is is_true


@pytest.mark.parametrize(
    ("language", "title", "is_fine"),
    [
        ("en", "The last day of the mill", True),
        ("en", "The mill’s last week", True),
        ("en", "A ferry’s last days", True),
        ("en", "Mill shut last week", False),
        ("de", "Der letzte Tag der Mühle", True),
        ("de", "Die Mühle schloss letzte Woche", False),
        ("fr", "Le dernier jour du moulin", True),
        ("fr", "Le moulin fermé la semaine dernière", False),
        ("es", "El último día del molino", True),
        ("it", "L’ultimo giorno del mulino", True),
    ],
)
def test_the_last_day_of_something_in_a_title_is_no_date(language: str, title: str, is_fine: bool) -> None:
    front = f"---\ntitle: {title}\nas_of: 2019-04-10\nlang: {language}\n---\n\n"
    assert (messages("2019.\n", "actors: []\n", front) == []) is is_fine


@pytest.mark.parametrize(("day", "is_true"), [("9. April", True), ("1. April", False)])
def test_a_german_day_of_a_month_is_one_date(day: str, is_true: bool) -> None:
    front = "---\ntitle: Der Rat\nas_of: 2019-04-10\nlang: de\n---\n\n"
    facts = f"key_points:\n  - {{text: Der Rat stimmte am {day} zu., cite: Am Dienstag stimmte der Rat zu}}\n"
    assert (messages("Am Dienstag stimmte der Rat zu.", facts, front) == []) is is_true
