"""The units in which numbers are given: percent, money, lengths, times and the like, in many languages.

`unit_after("Prozent der Arbeiter")` is `("percent", 7)`: the unit and where its words end.
"""

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache

from newsbrief.model.patterns import compile_late
from newsbrief.model.scripts import EAST_ASIAN

_UNITS = {
    "percent": (
        "% ٪ ％ percent per_cent per-cent pct prozent pour_cent por_ciento per_cento por_cento porcentaje procent*"
        " procenta"
        " prosent процент* проц відсот* yüzde percento sázalék százalék prosentti* τοις_εκατό אחוז אחוזים بالمئة"
        " بالمائة"
        " في_المئة في_المائة パーセント ％ 퍼센트 프로 प्रतिशत فیصد درصد persen phần_trăm เปอร์เซ็นต์ ለመቶ"
    ),
    "point": (
        "percentage_point percentage_points percentage-point prozentpunkt* points_de_pourcentage"
        " puntos_porcentuales punti_percentuali procentpoint*"
        " procentenhet* pontos_percentuais п.п"
    ),
    "degree": "° ℃ ℉ °c °f degree* grad degré* grado* gradi grau graus градус* derece",
    "dollar": ("$ us$ dollar* dólar* dollaro dollari доллар* долар* dolar* دولار* دولارات 美元 ドル 달러 डॉलर usd"),
    "euro": "€ euro* eur евро євро يورو 欧元 ユーロ 유로 יורו ευρώ avro",
    "pound": "£ pound* pfund livre* libra* sterline sterlina фунт* gbp جنيه* 英镑 ポンド 파운드",
    "yen": "¥ yen иен* йен* 日元 円 엔 jpy",
    "yuan": "yuan renminbi юан* cny rmb 元 人民币 위안",
    "won": "₩ 원 krw",
    "rupee": "₹ rupee* rupie* рупи* रुपये inr",
    "rouble": "₽ rouble* ruble* rubel* rublos рубл* руб rub",
    "hryvnia": "₴ hryvnia* hrywna* гривен* гривн* грн uah",
    "franc": "franc* franken chf франк*",
    "crown": "crown* krone* kronor kroner korun* couronne* corona* corone крон* kr kč sek nok dkk czk",
    "lira": "₺ lira* lire лир* tl",
    "zloty": "zł zloty* złot* pln злот*",
    "real": "r$ reais brl",
    "peso": "peso* песо",
    "shekel": "₪ shekel* nis ils שקל שקלים",
    "riyal": "riyal* rial* ريال*",
    "dinar": "dinar* دينار*",
    "dirham": "dirham* درهم*",
    "kilometre": "km kilometre* kilometer* kilomètre* kilómetro* chilometr* quilómetro* quilômetro* километр*"
    " кілометр* كيلومتر* 公里 キロメートル 킬로미터",
    "mile": "mile miles mi meile* milles millas miglia milha* миля мили миль ميل أميال 英里 マイル",
    "metre": "m metre* meter* mètre* metro* metri метр* متر* أمتار 米 メートル 미터",
    "foot": "ft foot feet fuß pieds pies",
    "centimetre": "cm centimetre* centimeter* centimètre* centímetro* сантиметр*",
    "kilogram": "kg kilo kilos kilogram* kilogramm* kilogramme* килограмм* кг",
    "tonne": "t ton tons tonne* tonnen tonelada* tonnellat* тонн* ton طن أطنان 吨 トン 톤",
    "litre": "l litre* liter* litro* litri литр* لتر",
    "barrel": "barrel* fass barril* barils barili баррел* برميل",
    "hectare": "ha hectare* hektar* hectárea* ettari гектар*",
    "second": "sec secs seconds sekunde* segundos secondes secondi секунд* ثانية ثوان 秒 초",
    "minute": "min mins minute* minut* minuto* minuti минут* хвилин* دقيقة دقائق 分 分钟 分鐘 분",
    "hour": "h hr hrs hour* stunde* heure* hora* ora ore uur uren час часа часов часам часами годин* godzin* ساعة"
    " ساعات 小时 時間 시간 saat שעות timme timmar",
    "day": "day days tag tage tagen jour* día días giorno giorni dia dias dag dagen dagar день дня дней дні днів"
    " dzień dni يوم أيام يوما 天 日間 일간 gün ימים",
    "week": "week* woche* semaine* semana* settiman* недел* тижд* vecka veckor أسبوع أسابيع 周 週間 주 hafta שבועות"
    " tydzień tygodni*",
    "month": "month* monat* mois mes meses mese mesi mês maand* месяц* місяц* miesiąc* miesięc* månad* شهر أشهر 个月"
    " か月 カ月 ヶ月 개월 חודשים",
    "year": (
        "year* yr yrs jahr jahre jahren jährig* ans année* año años anno anni ano anos jaar jarige год года лет"
        " годами рок"
        " роки років rok lata lat år سنة سنوات عاما عام أعوام 岁 歳 才 年間 세 yıl yaşında שנים שנה"
    ),
    "ten years": "decade decades jahrzehnt* décennie* década* decenni* dekad* десятилет* årti årtier",
    "hundred years": "centuries jahrhunderte jahrhunderten siècles siglos séculos secoli",
    "two weeks": "fortnight fortnights quinzaines",
    "time": "times mal fois veces volte vezes keer раз раза razy gånger مرات 倍 次 回 배",
}
MULTIPLES = {"ten years": ("year", 10), "hundred years": ("year", 100), "two weeks": ("week", 2)}
"""The units that are several of another one."""

_LENGTHS = {
    "second": ("second", 1),
    "minute": ("second", 60),
    "hour": ("second", 3600),
    "day": ("second", 86400),
    "week": ("second", 604800),
    "month": ("month", 1),
    "year": ("month", 12),
}


def length_in(unit: str, value: Fraction) -> tuple[str, Fraction] | None:
    """Return a length of time in the seconds or months that it has; None for another unit."""
    base = _LENGTHS.get(unit)
    return (base[0], value * base[1]) if base else None


def lengths_of_one(text: str) -> frozenset[tuple[str, Fraction]]:
    """Return the lengths of time that a text has with an article, such as “a week”, as `length_in` has them."""
    units = (unit_at(match[1].lower(), 0) for match in _ONE.finditer(text))
    return frozenset(length for unit in units if unit and (length := length_in(unit[0], Fraction(1))))


_ONE = compile_late(r"\b(?:an?|one) ([^\W\d_]+)", re.IGNORECASE)

_MONEY_SIGNS = {
    "$": "dollar",
    "€": "euro",
    "£": "pound",
    "¥": "yen",
    "₹": "rupee",
    "₽": "rouble",
    "₺": "lira",
    "₪": "shekel",
    "₩": "won",
    "₴": "hryvnia",
}
_CODES = "usd eur gbp jpy cny chf rub inr uah pln krw sek nok dkk brl"


def _forms() -> Iterable[tuple[str, str]]:
    for unit, forms in _UNITS.items():
        for form in forms.split():
            yield form.replace("_", " "), unit


@cache
def _units() -> tuple[Mapping[str, str], Mapping[str, tuple[str, ...]], tuple[tuple[str, str], ...]]:
    """Return the units by their whole words, the signs and phrases by their first letter, and the beginnings of words.

    Of signs and phrases, the longest are first.
    """
    whole = {form: unit for form, unit in _forms() if not form.endswith("*")}
    stems = tuple((form[:-1], unit) for form, unit in _forms() if form.endswith("*"))
    special: dict[str, tuple[str, ...]] = {}
    for form in sorted(whole, key=len, reverse=True):
        if " " in form or not form[0].isalpha() or form[0] in EAST_ASIAN:
            special[form[0]] = (*special.get(form[0], ()), form)
    return whole, special, stems


def _end_of(form: str, text: str, at: int) -> int:
    """Return where a sign or a phrase that begins at `at` ends, with any white space between its words; 0 if none."""
    for number, word in enumerate(form.split()):
        start = at
        while number and text[at : at + 1].isspace():
            at += 1
        if not text.startswith(word, at) or (number and at == start):
            return 0
        at += len(word)
    return at


_WORD = compile_late(r"[^\W\d_]+")
_LONGEST_ENDING = 4


def unit_at(text: str, at: int) -> tuple[str, int] | None:
    """Return the unit whose words begin at `at` of a text in small letters, and where they end."""
    whole, special, stems = _units()
    for form in special.get(text[at : at + 1], ()):
        if end := _end_of(form, text, at):
            joined = text[end - 1].isalpha() and text[end - 1] not in EAST_ASIAN and text[end : end + 1].isalpha()
            if not joined:
                return whole[form], end
            break
    word = _WORD.match(text, at)
    if not word:
        return None
    if unit := whole.get(word[0]):
        return unit, word.end()
    for stem, unit in stems:
        if word[0].startswith(stem) and len(word[0]) - len(stem) <= _LONGEST_ENDING:
            return unit, word.end()
    return None


_BEFORE = compile_late(
    rf"(?:(?:us|a|c|nz|hk|r)?([{''.join(map(re.escape, _MONEY_SIGNS))}])|\b({'|'.join(_CODES.split())})|(yüzde)"
    rf"|(?<![\d ])(%))\s?$"
)
_BEFORE_PERCENT = compile_late("百分之$|백분의 ?$")


def unit_before(text: str, at: int) -> tuple[str, int] | None:
    """Return the unit whose sign or code ends at `at`, as in "$5", and where it begins."""
    near = text[max(0, at - 8) : at]
    if found := _BEFORE.search(near):
        sign, code, *_ = found.groups()
        unit = _MONEY_SIGNS[sign] if sign else _units()[0][code] if code else "percent"
        return unit, at - (len(near) - found.start())
    if _BEFORE_PERCENT.search(near):
        return "percent", at - 3
    return None
