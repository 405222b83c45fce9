"""Words of relation in languages other than English: stems, kind by kind, and what takes a statement back.

Whether a word of a kind stands in a passage is read by these, and who acts only where the passive says so. Each word
begins with a stem; `~` stands for any ending.
"""

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

_KINDS: tuple[str, ...] = (
    "backs",
    "leads",
    "fights",
    "opposes",
    "criticises",
    "accuses",
    "arrests",
    "part-of",
    "owns",
    "employs",
    "sues",
)
_KINDS += ("calls-on", "agrees-with", "merges-with", "sanctions", "succeeds", "meets", "neutral")

_ALSO: Mapping[str, tuple[str, ...]] = {
    "supports": ("backs",),
    "arms": ("backs",),
    "resists": ("opposes",),
    "talks-to": ("meets",),
}
"""The kinds that have the words of another, in these languages."""


class Stems(Struct, frozen=True):
    """The words of one language: of each kind, of negation, of allegation, of plans, of the past, before an agent."""

    kinds: Mapping[str, str]
    negation: str
    allegation: str
    plan: str
    past: str
    agent: str = ""
    passive: str = ""
    is_subject_first: bool = False


def _kinds(*stems: str) -> Mapping[str, str]:
    return dict(zip(_KINDS, stems, strict=True))


STEMS: Mapping[str, Stems] = {
    "de": Stems(
        _kinds(
            "unterstütz~|anerkenn~|erkennt|anerkannt|bewaffn~|finanzier~|rückhalt|stärk~|hilft|half|beliefer~"
            "|rüst~|steht hinter",
            "führ~|leit~|chef~|vorsitz~|präsident~|befehl~|kommand~|anführ~|regier~|bürgermeister~|spitze"
            "|vorstand~|direktor~|angeführt",
            "kämpf~|bekämpf~|angriff~|angegriffen|greift|griff|krieg~|gefecht~|bombardier~|beschieß~|beschoss~",
            "gegen|widersetz~|ablehn~|lehnt|lehnte~|gegner~|widerstand|weiger~|widerspr~|bekämpf~",
            "kritisier~|kritik~|verurteil~|rüg~|tadel~",
            "beschuldig~|vorwirft|wirft|warf|vorwurf|anklag~|bezichtig~|verdächtig~",
            "festgenommen|verhaft~|nahm|nimmt|inhaftier~|festnahm~|gefangen~",
            "teil|gehör~|mitglied~|angehör~|tochter~|abteilung~|zweig~|flügel",
            "besitz~|gehör~|eigentüm~|kauf~|übernahm~|übernimm~|übernomm~|erwarb~|erwirbt|inhaber~|tochter~"
            "|mutter~|gekauft",
            "beschäftig~|angestellt~|arbeit~|einstell~|eingestellt|stellt|mitarbeiter~",
            "verklag~|klag~|gericht",
            "ruf~|rief~|aufgerufen|forder~|aufforder~|appell~|mahn~|drängt~|bitte~|bat",
            "einig~|vereinbar~|abkomm~|vertrag~|geeinigt|unterzeichn~",
            "fusion~|verschmelz~|zusammenschl~|zusammenschloss",
            "sanktion~|embargo~",
            "nachfolg~|folgt~|ablös~|abgelöst|ersetz~|löst",
            "traf~|treff~|trifft|getroffen|gespräch~|spr[aei]ch~|gesprochen|verhandel~|begegn~",
            "neutral~|unparteiisch~",
        ),
        "nicht|kein~|nie|niemals|weder",
        "angeblich~|mutmaßlich~|soll|sollen|beschuldig~|verdächtig~|vorwurf|vorgeworfen|laut|wirft|warf|offenbar"
        "|vermutlich",
        "will|wollen|plan~|werde|werden wird|beabsichtig~|möchte~|kündig~",
        "früher~|ehemalig~|einst~|ex~|vormalig~|bisherig~",
        "von|vom|durch",
        "w[iu]rd~|worden|geführt|gekauft",
    ),
    "es": Stems(
        _kinds(
            "apoy~|respald~|reconoc~|arm[aóo]~|financi~|ayud~|sostien~|suministr~",
            "lider~|dirig~|encabez~|president~|jef[ea]~|comandant~|mand~|gobern~|director~|alcald~|al frente|presid~",
            "lucha~|combat~|ataca~|atacó|guerra|pele~|bombarde~|enfrent~",
            "opon~|opuso|opus~|contra|rechaz~|resist~|oposi~|niega",
            "critic~|conden~|denunci~|repro~",
            "acus~|culp~|denunci~|imput~",
            "detuv~|deten~|arrest~|encarcel~|captur~|apres~",
            "parte|miembro~|pertenec~|integr~|filial~|rama|ala",
            "posee~|dueñ~|propietari~|propiedad|compr~|adquir~|pertenec~|filial~",
            "emple~|contrat~|trabaj~",
            "demand~|querell~|tribunal~",
            "pid~|pidi~|inst[aóo]~|exhort~|llam~|urg~|reclam~|exig~",
            "acuerd~|acord~|pact~|firm~|tratado",
            "fusion~|uni~",
            "sancion~|embargo",
            "suced~|reemplaz~|sustitu~|relev~|sucesor~",
            "reun~|reún~|convers~|habl~|dialog~|negoci~|encuentr~|encontr~|recib~",
            "neutral~|imparcial~",
        ),
        "no|nunca|jamás|tampoco|ni|sin",
        "presunt~|supuest~|acusad~|acusa|habría|según|sospech~|aparent~|dicen|rumor~",
        "plane~|quier~|prevé|piensa~|pretend~|va a|apoyará",
        "antigu~|ex|exlíder|expresident~|antes|anterior~|solía",
        "por",
        "es|fue|son|fueron|ser|sido|está|siendo|respaldad~|apoyad~|dirigid~|liderad~|detenid~|acusad~|comprad~",
        True,
    ),
    "fr": Stems(
        _kinds(
            "souti~|souten~|appui~|appuy~|reconna~|reconnu~|arm[eé]~|finan~|aid[eé]~|fourni~|soutien",
            "dirig~|chef~|command~|président~|présid~|mèn~|tête|patron~|directeur~|directrice~|maire|préside",
            "combat~|attaqu~|guerre|affront~|lutt~|bombard~",
            "oppos~|contre|rejet~|refus~|résist~|opposant~",
            "critiqu~|condamn~|dénonc~|reproch~",
            "accus~|reproch~|mis en cause|soupçonn~",
            "arrêt~|interpell~|détien~|détenu~|emprisonn~|captur~",
            "partie|membre~|appartien~|appartenan~|filiale~|branche|aile",
            "possèd~|propriétaire~|rachet~|achet~|rachat|acqui~|appartien~|filiale~|détien~",
            "emploi~|employ~|embauch~|travaill~|recrut~",
            "poursui~|plainte|justice|procès|assign~",
            "appel~|exhort~|demand~|press~|somm~|invit~",
            "accord~|sign~|pacte|traité|convenu~|entend~|entent~",
            "fusionn~|fusion",
            "sanction~|embargo",
            "succéd~|succèd~|remplac~|successeur~",
            "rencontr~|parl~|discut~|négoci~|entret~|reçu|reçoi~|pourparlers|réuni~",
            "neutr~|impartial~",
        ),
        "ne|n|pas|jamais|aucun~|ni|sans",
        "accusé~|présumé~|aurait|auraient|serait|seraient|soupçonné~|selon|prétend~|allégu~|accuse",
        "veut|prévoi~|entend|compte|compt~|va|envisag~|souhait~",
        "ancien~|ex|autrefois|jadis",
        "par",
        "est|a été|ont été|été|sont|fut|furent|soutenu~|dirigé~|mené~|arrêté~|racheté~|appuyé~|accusé~",
        True,
    ),
    "it": Stems(
        _kinds(
            "sosten~|sostien~|appoggi~|riconosc~|arm[aòoi]~|finanzi~|aiut~|forni~|supporta~",
            "guid~|capo|leader|comand~|president~|dirig~|presied~|direttor~|sindac~|capeggi~|vertice",
            "combatt~|attacc~|guerra|lott~|scontr~|bombard~",
            "oppon~|oppos~|contro|rifiut~|respin~|resist~|contrar~",
            "critic~|condann~|denunci~|biasim~",
            "accus~|incolp~|denunci~",
            "arrest~|ferma~|detien~|incarcer~|cattur~",
            "parte|membr~|appartien~|appartengo~|filial~|controllat~|ala",
            "possied~|proprietari~|proprietà|acquist~|compr~|rilev~|appartien~|controlla~",
            "assum~|assunt~|lavor~|dipendent~|impieg~",
            "denunci~|causa|querel~|tribunal~",
            "chied~|chiest~|esort~|invit~|appell~|sollecit~",
            "accord~|intes~|firm~|patto|trattato",
            "fusion~|fond~|fus[oaei]",
            "sanzion~|embargo",
            "succed~|successor~|sostitu~|subentr~",
            "incontr~|parl~|colloqui~|negozi~|trattativ~|discu~|ricev~",
            "neutral~|imparzial~",
        ),
        "non|mai|nessun~|né|senza",
        "accusat~|presunt~|avrebbe|avrebbero|sarebbe|sarebbero|secondo|sospett~|accusa",
        "vuole|vogliono|intend~|prevede|pensa|progett~|sosterrà",
        "ex|già|un tempo|precedente",
        "da|dal|dalla|dallo|dai|dagli|dalle|dall",
        "è|stat~|sono|fu|furono|viene|vengono|guidat~|sostenut~|arrestat~|acquistat~|appoggiat~|accusat~",
        True,
    ),
    "nl": Stems(
        _kinds(
            "steun~|gesteund|erken~|bewapen~|financier~|help~|hielp~|achter|levert|leverde~",
            "leid~|geleid|leider|hoofd|commandant~|voorzitter~|president~|chef|directeur~|burgemeester~|bestuur~"
            "|baas|voorman",
            "vecht~|vocht~|bevecht~|strijd~|aanval~|viel|valt|aangevallen|oorlog~|bombardeer~|gevecht~",
            "tegen|verzet~|afwijz~|wijst|wees|tegenstander~|weiger~|bestrijd~",
            "kritiseer~|bekritiseer~|kritiek|veroordeel~|hekel~",
            "beschuldig~|verwijt~|verweet|verdenk~|aanklacht",
            "arresteer~|gearresteerd|aangehouden|oppakt~|opgepakt|pakte|hield|gevangen~",
            "deel|lid|leden|behoor~|dochter~|onderdeel|afdeling|tak|vleugel",
            "bezit~|eigena~|eigendom|koop~|kocht~|gekocht|overneem~|overnam~|nam|neemt|overgenomen|dochter~|moeder~",
            "werk~|dienst|aangenomen|medewerker~|werknemer~",
            "klaagt|klaagde~|aangeklaagd|rechter|rechtszaak|proces",
            "roep~|riep~|opgeroepen|vraag~|vroeg~|vroeg|eist~|dring~|drong~|verzoek~",
            "akkoord~|overeen~|verdrag|eens|deal|teken~|contract~",
            "fuseer~|fuser~|fusie~|gefuseerd",
            "sanctie~|embargo",
            "opvolg~|volgt|volgde|opgevolgd|vervang~|vervangen",
            "ontmoet~|sprak~|spreek~|spreken|gesproken|gesprek~|overleg~|onderhandel~|treft|trof",
            "neutra~|onpartijdig~",
        ),
        "niet|geen|nooit|noch",
        "beschuldig~|zou|zouden|vermeend~|naar verluidt|volgens|verdacht~|mogelijk|vermoedelijk",
        "wil|willen|plan~|gaat|gaan|zal|zullen|overweegt",
        "voormalig~|ex|vroeger~|oud~",
        "door",
        "word~|werd~|geworden|is|zijn|geleid|gesteund",
    ),
    "pt": Stems(
        _kinds(
            "apoi~|respald~|reconhec~|arm[aou]~|financi~|ajud~|sustent~|forne~",
            "lider~|dirig~|chefi~|chefe~|comand~|president~|presid~|frente|diretor~|prefeit~|govern~|encabeç~",
            "lut~|combat~|atac~|guerra|bombarde~|enfrent~|confront~",
            "opõ~|opôs|opus~|contra|rejeit~|resist~|recus~|oposi~",
            "critic~|conden~|denunci~|censur~",
            "acus~|culp~|denunci~",
            "prend~|preso~|presa~|prisão|det[eé]m|detev~|detid~|captur~",
            "parte|membro~|pertenc~|integr~|filial|subsidiári~|ala|braço",
            "possui~|don[oa]|proprietári~|compr~|adquir~|pertenc~|detém|subsidiári~",
            "empreg~|contrat~|trabalh~|funcionári~",
            "process~|tribunal|justiça|ação",
            "pedi~|ped[eiu]~|apel~|exort~|inst[aou]~|exig~|convoc~",
            "acord~|pacto|assin~|tratado",
            "fund~|fusão|un[iei]~",
            "sanç~|sancion~|embargo",
            "suced~|substitu~|sucessor~",
            "reun~|encontr~|convers~|fal[aou]~|negoci~|dialog~|receb~",
            "neutr~|imparcia~",
        ),
        "não|nunca|jamais|nem|sem|nenhum~",
        "acusad~|suposta~|suposto~|alegad~|teria|teriam|seria|segundo|suspeit~|acusa",
        "quer|quer~|pretend~|planej~|vai|vão|apoiará",
        "antig~|ex|outrora|anterior~",
        "por|pelo|pela|pelos|pelas",
        "é|foi|são|foram|sido|ser|lideriad~|apoiad~|pres[oa]|comprad~|dirigid~|acusad~|liderad~",
        True,
    ),
    "ru": Stems(
        _kinds(
            "поддерж~|признал~|призна[её]т|вооруж~|финансир~|помога~|помог~|поставл~",
            "возглав~|руковод~|командир~|команду~|глав[аыеу]~|лидер~|президент~|директор~|председател~|начальник~"
            "|мэр~|правит",
            "воюе~|воева~|сража~|атак~|напал~|напада~|бой|бои|войн~|бомби~|обстрел~",
            "против~|отверг~|отказ~|сопротивл~|выступа~|оппонент~",
            "критик~|раскритик~|осуди~|осужд~",
            "обвин~|упрек~|подозрева~",
            "арест~|задерж~|схвати~|заключ~",
            "част~|член~|входит|входят|принадлеж~|подраздел~|крыло|филиал~",
            "владе~|принадлеж~|купи~|приобр~|собственник~|дочерн~",
            "работа~|наня~|нанима~|сотрудник~",
            "подал~|иск~|суд~",
            "призва~|призыва~|потребов~|требу~|проси~|попроси~",
            "договор~|соглаш~|соглас~|подписа~",
            "слия~|объедин~",
            "санкци~|эмбарго",
            "смени~|сменя~|преемник~|замени~",
            "встре[чт]~|перегов~|говор~|бесед~|обсуд~|поговор~",
            "нейтрал~",
        ),
        "не|ни|никогда|нет",
        "обвин~|якобы|предположительно|по данным|подозрева~|по словам|сообща~|вероятно",
        "план~|хоче~|хотят|намер~|собира~|буде~",
        "бывш~|экс~|прежн~|раньше|ранее",
    ),
    "ar": Stems(
        _kinds(
            "يدعم|تدعم|دعم|دعمت|يؤيد|تؤيد|أيد|يساند|تساند|ساند|يعترف|تعترف|اعترف|اعترفت|يسلح|تسلح|تمول|يمول|مدعوم"
            "|مدعومة|المدعوم|المدعومة|بدعم",
            "يقود|تقود|قاد|قائد|قائدة|رئيس|رئيسة|زعيم|يترأس|تترأس|يرأس|ترأس|بقيادة|يقودها|يقوده|مدير",
            "يقاتل|تقاتل|قاتل|يهاجم|تهاجم|هاجم|هاجمت|حرب|معركة|معارك|يحارب|تحارب|اشتباكات|قصف|قصفت",
            "يعارض|تعارض|عارض|عارضت|ضد|يرفض|ترفض|رفض|رفضت|يقاوم|تقاوم|قاوم",
            "ينتقد|تنتقد|انتقد|انتقدت|يدين|تدين|أدان|أدانت|ندد|نددت",
            "يتهم|تتهم|اتهم|اتهمت|متهم|متهمة",
            "اعتقل|اعتقلت|يعتقل|تعتقل|أوقف|أوقفت|احتجز|احتجزت|قبضت|قبض|القبض",
            "جزء|عضو|ينتمي|تنتمي|تابع|تابعة|التابع|التابعة|فرع|جناح",
            "يملك|تملك|يمتلك|تمتلك|مالك|مالكة|اشترى|اشترت|استحوذ|استحوذت|مملوكة|المملوكة",
            "يوظف|توظف|يعمل|تعمل|موظف|موظفة|عين|عينت",
            "يقاضي|تقاضي|قاضى|دعوى|رفع|رفعت",
            "يدعو|تدعو|دعا|دعت|يطالب|تطالب|طالب|طالبت|يحث|تحث|حث|حثت|ناشد|ناشدت",
            "اتفق|اتفقت|يتفق|تتفق|اتفاق|اتفاقا|وقع|وقعت|معاهدة",
            "اندمج|اندمجت|يندمج|تندمج|اندماج",
            "عقوبات|حظر|حظرا",
            "خلف|خلفت|يخلف|تخلف|خليفة|حل",
            "التقى|التقت|يلتقي|تلتقي|اجتمع|اجتمعت|محادثات|مفاوضات|تحدث|تحدثت|لقاء|يتحدث|تتحدث",
            "محايد|محايدة|حياد|الحياد",
        ),
        "لا|لم|لن|ليس|ليست|ما|غير|دون",
        "متهم|متهمة|مزعوم|يزعم|تزعم|زعم|زعمت|يقال|اتهام|اتهامات|بحسب|وفقا|يشتبه",
        "يعتزم|تعتزم|يريد|تريد|سوف|يخطط|تخطط|ينوي|تنوي",
        "السابق|السابقة|سابق|سابقا|سابقة",
    ),
}


class Cues(Struct, frozen=True):
    """The compiled words of one language."""

    kinds: Mapping[str, re.Pattern[str]]
    negation: re.Pattern[str]
    hedges: Mapping[str, re.Pattern[str]]
    agent: re.Pattern[str] | None
    passive: re.Pattern[str] | None
    is_subject_first: bool


@cache
def cues_of(language: str) -> Cues | None:
    """Return the words of relation of a language, by its primary tag; None where there are none."""
    stems = STEMS.get(language)
    if stems is None:
        return None
    kinds = {kind: _compile(words, language) for kind, words in stems.kinds.items()}
    kinds |= {kind: kinds[other] for kind, others in _ALSO.items() for other in others}
    return Cues(
        kinds,
        _compile(stems.negation, ""),
        {
            "alleged": _compile(stems.allegation, language),
            "planned": _compile(stems.plan, language),
            "past": _compile(stems.past, language),
        },
        _compile(stems.agent, "") if stems.agent else None,
        _compile(stems.passive, "") if stems.passive else None,
        stems.is_subject_first,
    )


def _compile(words: str, language: str) -> re.Pattern[str]:
    joined = "[وف]?" if language == "ar" else ""
    each = words.replace("~", r"\w*")
    return re.compile(rf"(?<!\w){joined}(?:{each})(?!\w)", re.IGNORECASE)
