"""Words that stand beside names: titles, first words of sentences, parts of longer names, endings of cases."""

from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    "president admiral general mr mrs ms miss dr sir dame lord lady minister judge captain professor prof colonel"
    " major lieutenant"
    " sergeant commander chief king queen prince princess pope bishop archbishop cardinal rabbi imam sheikh emir"
    " sultan ayatollah senator"
    " sen rep representative governor gov mayor councillor councilwoman councilman chancellor premier secretary"
    " secretary-general"
    " chairman chairwoman chair chairperson director ceo cfo coo cto spokesman spokeswoman spokesperson"
    " ambassador envoy mp mep msp ms"
    " congressman congresswoman detective inspector constable officer justice attorney deputy vice acting former"
    " ex-president"
    " ex-minister prime foreign defence defense finance interior health home first leader boss coach manager"
    " editor founder"
    " commissioner sheriff marshal brigadier gen lt col sgt capt cmdr adm maj brig rev reverend father brother"
    " sister mother saint-"
    " uncle aunt comrade speaker author actor actress singer democrat republican conservative liberal labour pc"
    " pte cpl fr hon"
    " president-elect director-general vice-president treasurer ministry spokesmen officials troops forces"
    " fighters soldiers"
    " citizen citizens tory socialist green chef pilot striker defender goalkeeper midfielder captain-general md dj"
    " président présidente ministre général madame monsieur m mme mlle maître presidente ministro ministra señor"
    " señora sr sra don doña"
    " doctor doctora general capitán signor signora dottor herr frau präsident minister kanzler senhor senhora"
    " doutor meneer mevrouw"
    " президент министр генерал господин госпожа адмирал пан пані pan pani prezydent premier президента"
)
"""Titles, offices and callings; before a name or after it they are no part of it."""

BODIES = _words(
    "navy army force forces air congress senate house treasury state department supreme court federal security"
    " council general"
    " assembly secretary commission parliament ambassador embassy marine marines coast border customs justice"
    " central government"
    " ministry high special human military intelligence secretary-general envoy office mission representative"
    " delegation"
)
"""Bodies of a state or an organisation: “US Congress” and “UN Security Council” name the US and the UN as well."""

TIMES = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october"
    " november december i today yesterday tomorrow christmas easter ramadan mon tue tues wed thu thur fri sat sun"
)

SUFFIXES = _words("jr sr mp mep msp qc kc phd md obe cbe mbe esq jnr snr")

PREFIXES = _words(
    "new south north east west northern southern eastern western papua great greater upper lower central"
    " equatorial saint st san santa"
    " mount mt lake fort port cape los las el la le les old inner outer nova novo nueva nuevo nouvelle nuova neu"
    " nieuw neuw nord süd"
    " south-east north-east south-west north-west bad grand middle far little royal"
    " новый новая южный северный южная северная нова nowy nowa"
)
"""Words that begin a longer name, at the start of a sentence as well: New England, Papua New Guinea."""

ARTICLES: Mapping[str, frozenset[str]] = {
    "fr": _words("le la les"),
    "es": _words("el la los las"),
    "it": _words("il lo la i gli le"),
    "pt": _words("o a os as"),
}
"""Articles, which begin a sentence with a capital letter without being part of the name after them."""

HEADS = _words(
    "bank university college church gulf bay cape strait straits sea duke duchess earl prince princess isle isles"
    " museum tower bishop"
    " archbishop institute battle treaty voice cathedral school academy bank's times house lord lady count"
    " countess marquess statue"
    " mount lake port"
)
"""Words that, with “of” and a name, make another one: Bank of England, Duke of York."""

PAIRS = _words(
    "talks border war deal axis relations summit conflict trade treaty agreement accord alliance ties dispute"
    " pact row crisis match"
    " game final flight flights route tensions truce ceasefire partnership friendship rivalry line railway"
    " frontier project led"
)
"""Nouns after two names that a hyphen joins: the US-China talks."""

STARTERS = _words(
    "the a an this that these those in on at by for with from to into over against about under above between"
    " among through without"
    " within across behind beyond near after before during since until towards upon as than like amid despite"
    " because off out via per"
    " around along inside outside beside besides and or but while although though when where if whether unless so"
    " yet nor then now"
    " yesterday today tomorrow again also still here there once often never always sometimes soon later earlier"
    " meanwhile however"
    " instead thus perhaps maybe even only just both all each every some any no not many most few several two"
    " three four five six"
    " seven eight nine ten what why how who which whose did does do is was are were has have had will would can"
    " could should may"
    " might must let see ask tell give take make its his her their our my your it he she they we you i next last"
    " first second third"
    " rich poor small big tiny huge rival fellow old young once late nearby one another such former neighbouring"
    " ally allied"
    " like unlike plus minus versus said says say asked told added yes well oh ah inside back down up later ago"
    " much more less"
    " envoys officials leaders rebels troops soldiers forces police critics supporters aides allies opponents"
    " lawyers relatives"
)
"""Words that a sentence may begin with before a name which they are no part of."""

CONSONANT_ENDINGS: Mapping[str, str] = {
    "ru": "а|у|ом|ем|е|ы|ов|ам|ами|ах|ым|ого|ому|ская|ские|и|ю|я",
    "uk": "а|у|ом|ем|ові|еві|і|ю|я|ів|ам|ами|ах|им|и",
    "pl": "a|owi|em|ie|u|iem|owie|ów|ach|y|i|om|ami|a",
    "cs": "a|ovi|em|u|e|ů|y|i|ům|ech",
    "sk": "a|ovi|om|u|e|y|i",
    "hr": "a|u|om|e|i",
    "sr": "а|у|ом|е|и|a|u|om|e|i",
    "fi": "n|in|en|an|on|un|a|ä|ssa|ssä|issa|essa|sta|stä|ista|esta|lle|ille|elle|lla|llä|illa|ella|lta|ltä|ilta"
    "|ksi|iksi|na|nä|ta|tä"
    "|ia|iä|iin|een|seen|han|hun|hin",
    "et": "i|it|is|ist|ile|il|ilt|iga|ni|s|st|le|l|lt|ga|t|ta",
    "hu": "t|ot|et|öt|at|nak|nek|val|vel|al|el|ban|ben|ba|be|ra|re|ról|ről|tól|től|hoz|hez|höz|nál|nél|ért|on|en"
    "|ön|n|ig|é|ék"
    "|ból|ből",
    "de": "s|er|ern",
    "sv": "s",
    "da": "s",
    "nb": "s",
    "no": "s",
    "nn": "s",
    "is": "s|i|ar|um",
    "nl": "s",
    "tr": "",
}
"""The endings that a name takes in a case, after its last letter."""

VOWEL_ENDINGS: Mapping[str, str] = {
    "pl": "y|i|ę|ą|o|iej|ej",
    "cs": "y|u|ou|o|ě",
    "sk": "y|u|ou",
    "hr": "e|i|u|om|o",
    "sr": "e|i|u|om|е|и|у|ом",
}
"""The endings that take the place of a last -a; `slavic_cases.py` has Russian and Ukrainian."""

PAIR_ENDINGS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "pl": (("a", "a"), ("owi", "owi"), ("em", "em")),
    "cs": (("a", "a"), ("ovi", "ovi"), ("em", "em")),
}
"""The endings of both words of a name of two that end in consonants; `slavic_cases.py` has Russian and Ukrainian."""

PREFIXED: Mapping[str, str] = {
    "ar": r"[وف]?(?:[بكل]?(?:ال)?|س)",
    "fa": "",
    "he": r"ו?(?:כש|מש|לכש)?ש?[הבלמכ]?ה?",
    "ur": "",
}
"""The letters that are written joined to the front of a name."""

PARTICLES = (
    "은|는|이|가|을|를|의|에|에게|에서|와|과|도|만|로|으로|께|께서|한테|부터|까지|처럼|보다|이나|나|이라|라|이라고|라고|이며|며|이고|고|이다|다|이었다|였다"
    "|씨|씨는|씨가|씨의|씨를|님|측|측은|측이|측의|에는|에서는|에게는|으로는|로는|에도|에서도|으로부터|로부터|까지도|만이|만의|이란|란|조차|마저|밖에|들|들은|들이|들의|여|이여"
    "|와의|과의|와는|과는|에의|시|시는|시의|시가|시에|시에서"
)
"""Korean particles, and what else is written joined to a name."""

AFTER_CONSONANT = ("은", "이", "을", "과", "으로")
AFTER_VOWEL = ("는", "가", "를", "와", "로")
"""Particles that follow only a consonant, and only a vowel."""

ROADS = "路街橋桥"
WATERS = "海川山湖島岛湾峡谷江河洋"
"""Signs that make another place of a place’s name: 日本橋, 南京路."""

BEFORE_NAMES = "昨今先本翌年月日時元前同故在対反親駐訪全各米仏独英露中韓日新旧同現氏と、は"
"""Signs that stand right before a Japanese name without being part of it."""
