"""The words of languages in which a single quotation mark is an apostrophe or a letter.

`"tis" in SHORTENED_AT_FRONT` is True: the mark of 'tis is an apostrophe.
"""

_SHORTENED = {
    "en": """n em tis twas twere twill twould tisn twasn til till cause coz cos cuz bout round neath ere un uns kay
        nother nuff fraid gainst tween twixt stead scuse spose pon sup phone plane flu burbs hood zine gator roo gabba
        net im er e ow ave ad ome ouse ello appen eart orse alf""",
    "nl": "t s n k m r ns tzelfde",
    "de": "ne nen nem ner raus rein ran rauf runter rüber nauf naus",
    "fr": "sieur tite tit",
    "it": "sto sta sti ste stu ndrangheta ndrine na nu",
    "ca": "l ls ns",
    "sv": "sen nån nåt",
    "ha": "yan yar yansanda",
    "cy": "r w n u ch",
}
SHORTENED_AT_FRONT = frozenset(word for words in _SHORTENED.values() for word in words.split())
"""Words that have an apostrophe at their front, where letters are left out."""

_CUT_SHORT = {
    "en": "o n th tha wi ol li po an mo ma fo yo lil sho gonna ne'er",
    "it": "be ca co da de di fa mo ne pe po sta to va vo cu su gli nu a e i",
    "mt": "ta sa bla ġo ħa fi bi lo ma",
    "el": "τ σ μ θ γι κι απ παρ υπ κατ μετ αλλ ανθ εφ αφ καθ δι στ ούτ τίποτ",
    "ru": "rus kazan perm tver gogol yaroslavl ternopil kuban astrakhan sevastopol simferopol arkhangel",
    "uz": "tog bog sog tug",
    "ar": "qal rabi jami karbala zahra fida bayda sayda ulama shuhada sana samarra hira isra khulafa umara fuqaha nisa",
}
CUT_SHORT_AT_END = frozenset(word for words in _CUT_SHORT.values() for word in words.split())
"""Words that have an apostrophe at their end: letters are left out, or it is the soft sign of a romanised name."""

_ROMANISED = {
    "ar": """abd abdallah abdullah abdul abdel abbas abu adel adil adnan afif afifi afrin ain ayn ajlun akka alawi
        alawite alawites ali alim aliya allawi amer amir amman ammar amr amran anbar ansar aqaba aqil arabi arafat arish
        ashura asir asqalan ata atiya awad awda ayyash azaz azm aziz azzam azza eid eisa id idris imad imran iraq
        irfan isa isam issa isra iyad iyar izz izzat ubayd ubayda ud oud ukasha ula ulama ulema umar umayr uman oman
        umran uqba utayba utaybi uthman othman""",
    "he": "akko afula ofra",
    "haw": "iolani ewa aiea olelo ohana okina ina iliahi aumakua awa ahi ono ukulele olena",
    "to": "eua upolu uvea atenisi atata",
}
ROMANISED = frozenset(word for words in _ROMANISED.values() for word in words.split())
"""Romanised words that begin with ‘ayn or ʻokina; other names are known by the capital vowel behind the mark."""

_BEGINS_SPEECH = {
    "en": """a about above absolutely according actually after again against ah all almost alone along already also
        although always am an and another any anybody anyone anything anyway apart apparently are around as ask at away
        each early easy eight either eleven else empty end enough especially even eventually every everybody everyone
        everything everywhere exactly except excuse extremely i if imagine immediately important impossible in indeed
        inside instead into is isn it its oh ok okay of off often old on once one only open or ordinary other others our
        ours out outside over own ugly under unfortunately unless until up upon us use usually unacceptable""",
    "nl": "ik een en er als in is op om uit of alle over ook",
    "es": "el ella ellos es eso esta este esto un una al algo ahora",
    "it": "il io è e un una i",
    "de": "ich ein eine er es und im ist ihr aber alle",
    "fr": "il elle elles et en on ils une au aux avec",
}
BEGINS_SPEECH = frozenset(word for words in _BEGINS_SPEECH.values() for word in words.split())
"""Common words that begin with a vowel and may begin what somebody says: before them a mark is no letter."""

_SAYING = {
    "en": """said says say saying told asked added replied answered wrote writes called calls cried shouted insisted
        declared warned argued claimed""",
    "nl": "zei zegt",
    "de": "sagte sagt",
    "es": "dijo dice",
    "it": "disse ha",
    "fr": "dit",
}
SAYING = frozenset(word for words in _SAYING.values() for word in words.split())
"""Words behind which a mark opens what somebody says."""
