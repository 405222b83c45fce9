"""The words for numbers of Germanic and Romance languages.

`WESTERN["de"].ones.split()[3]` is `drei`.
"""

from newsbrief.reading.numbers.number_table import Table

_ENGLISH_FRACTIONS = {
    2: "half halves",
    3: "thirds",
    4: "quarters quarter",
    5: "fifths",
    6: "sixths",
    7: "sevenths",
    8: "eighths",
    9: "ninths",
    10: "tenths",
}

WESTERN = {
    "en": Table(
        ones=(
            "zero/nil one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
            " seventeen eighteen nineteen"
        ),
        tens="twenty thirty forty/fourty fifty sixty seventy eighty ninety",
        hundred="hundred",
        scales={
            3: "thousand k",
            5: "lakh lakhs",
            6: "million m mn mln mio",
            7: "crore crores",
            9: "billion bn bln",
            12: "trillion tn trn",
        },
        ordinals=(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
            " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        fractions=_ENGLISH_FRACTIONS,
        vague={24: "dozens", 200: "hundreds", 2000: "thousands", 2000000: "millions", 2000000000: "billions"},
        dozen="dozen",
        joints="and",
        articles="a an one",
    ),
    "de": Table(
        ones=(
            "null eins/ein/eine/einen/einem/einer/eines zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"
            " dreizehn"
            " vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
        ),
        tens="zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
        scales={3: "tausend tsd", 6: "million millionen mio", 9: "milliarde milliarden mrd", 12: "billion billionen"},
        ordinals="erst zweit dritt viert fünft sechst siebt/siebent acht neunt zehnt elft zwölft dreizehnt"
        " vierzehnt fünfzehnt",
        endings="e er en em es",
        fractions={
            2: "hälfte halb halbe halben halber halbes",
            3: "drittel",
            4: "viertel",
            5: "fünftel",
            10: "zehntel",
        },
        vague={24: "dutzende dutzenden", 200: "hunderte hunderten", 2000: "tausende tausenden"},
        others={2: "zweier zweien", 3: "dreier dreien"},
        dozen="dutzend",
        joints="und",
        articles="ein eine einen einem einer",
        joined_hundred="hundert",
        thousand="tausend",
    ),
    "nl": Table(
        ones=(
            "nul een/één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien"
            " zeventien achttien negentien"
        ),
        tens="twintig dertig veertig vijftig zestig zeventig tachtig negentig",
        scales={3: "duizend", 6: "miljoen mln", 9: "miljard mld", 12: "biljoen"},
        ordinals="eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde",
        fractions={2: "helft half halve", 4: "kwart"},
        vague={24: "tientallen", 200: "honderden", 2000: "duizenden", 2000000: "miljoenen"},
        dozen="dozijn",
        joints="en",
        articles="een",
        joined_hundred="honderd",
        thousand="duizend",
    ),
    "sv": Table(
        ones="noll en/ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton"
        " arton nitton",
        tens="tjugo trettio fyrtio femtio sextio sjuttio åttio nittio",
        scales={3: "tusen", 6: "miljon miljoner", 9: "miljard miljarder mdr", 12: "biljon biljoner"},
        ordinals="första/förste andra/andre tredje fjärde femte sjätte sjunde åttonde nionde tionde",
        fractions={2: "hälften halva", 3: "tredjedel tredjedelar", 4: "fjärdedel fjärdedelar"},
        vague={24: "dussintals tiotals", 200: "hundratals", 2000: "tusentals"},
        dozen="dussin",
        articles="en ett",
        joined_hundred="hundra",
        thousand="tusen",
    ),
    "da": Table(
        ones="nul en/et/én to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten"
        " atten nitten",
        tens="tyve tredive fyrre halvtreds tres halvfjerds firs halvfems",
        hundred="hundrede hundred",
        scales={3: "tusind tusinde", 6: "million millioner", 9: "milliard milliarder"},
        ordinals="første anden/andet tredje fjerde femte sjette syvende ottende niende tiende",
        joints="og",
        articles="en et",
    ),
    "no": Table(
        ones="null en/ett/én to tre fire fem seks sju/syv åtte ni ti elleve tolv tretten fjorten femten seksten"
        " sytten atten nitten",
        tens="tjue tretti førti femti seksti sytti åtti nitti",
        hundred="hundre",
        scales={3: "tusen", 6: "million millioner", 9: "milliard milliarder"},
        ordinals="første annen/andre tredje fjerde femte sjette sjuende åttende niende tiende",
        joints="og",
        articles="en ett",
    ),
    "fr": Table(
        ones="zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
        tens="vingt/vingts trente quarante cinquante soixante septante huitante nonante",
        hundred="cent cents",
        scales={3: "mille", 6: "million millions m", 9: "milliard milliards md mds", 12: "billion billions"},
        ordinals=(
            "premier/première/premiers/premières deuxième/second/seconde troisième quatrième cinquième sixième"
            " septième huitième"
            " neuvième dixième onzième douzième"
        ),
        endings="- s",
        fractions={2: "moitié demi demie", 3: "tiers", 4: "quart quarts"},
        vague={24: "dizaines", 200: "centaines", 2000: "milliers"},
        dozen="douzaine",
        joints="et",
        articles="un une",
    ),
    "it": Table(
        ones=(
            "zero uno/un/una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici"
            " quindici sedici"
            " diciassette diciotto diciannove"
        ),
        tens="venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
        scales={3: "mille mila", 6: "milione milioni mln", 9: "miliardo miliardi mld"},
        ordinals="prim second terz quart quint sest settim ottav non decim undicesim dodicesim",
        endings="o a i e",
        fractions={2: "metà mezzo mezza", 3: "terzi", 4: "quarti"},
        vague={24: "decine", 200: "centinaia", 2000: "migliaia"},
        dozen="dozzina",
        joints="e",
        articles="un una",
        joined_hundred="cento",
        thousand="mila",
    ),
    "es": Table(
        ones=(
            "cero uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
            " dieciséis diecisiete dieciocho diecinueve"
        ),
        tens="veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        hundred="cien ciento",
        hundreds=(
            "doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas quinientos/quinientas"
            " seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas novecientos/novecientas"
        ),
        scales={3: "mil", 6: "millón millones", 12: "billón billones"},
        ordinals=(
            "primer/primero/primera/primeros/primeras segundo/segunda tercer/tercero/tercera cuarto/cuarta"
            " quinto/quinta"
            " sexto/sexta séptimo/séptima octavo/octava noveno/novena décimo/décima"
        ),
        fractions={2: "mitad medio media", 3: "tercio tercios", 4: "cuartos"},
        vague={24: "decenas docenas", 200: "cientos centenares", 2000: "miles"},
        others={
            21: "veintiuno veintiún veintiuna",
            22: "veintidós",
            23: "veintitrés",
            24: "veinticuatro",
            25: "veinticinco",
            26: "veintiséis",
            27: "veintisiete",
            28: "veintiocho",
            29: "veintinueve",
        },
        dozen="docena",
        joints="y",
        articles="un una",
    ),
    "pt": Table(
        ones=(
            "zero um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze"
            " dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove"
        ),
        tens="vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
        hundred="cem cento",
        hundreds=(
            "duzentos/duzentas trezentos/trezentas quatrocentos/quatrocentas quinhentos/quinhentas"
            " seiscentos/seiscentas"
            " setecentos/setecentas oitocentos/oitocentas novecentos/novecentas"
        ),
        scales={3: "mil", 6: "milhão milhões", 9: "bilhão bilhões", 12: "trilhão trilhões bilião biliões"},
        ordinals="primeiro/primeira segundo terceiro quarto quinto sexto sétimo/sétima oitavo/oitava nono/nona"
        " décimo/décima",
        fractions={2: "metade meia meio", 3: "terço terços", 4: "quartos"},
        vague={24: "dezenas", 200: "centenas", 2000: "milhares"},
        dozen="dúzia",
        joints="e",
        articles="um uma",
    ),
}
