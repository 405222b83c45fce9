"""The words for numbers of Slavic, Semitic, Turkic and other languages.

`EASTERN["ru"].ones.split()[3]` is `три/трёх/трех/трем/тремя`.
"""

from newsbrief.reading.numbers.number_table import Table

_RUSSIAN_ENDINGS = "ый ий ой ая ое ые ого его ому ему ым им ом ем ую ых их ыми"

EASTERN = {
    "ru": Table(
        ones=(
            "ноль/нуль один/одна/одно/одного/одной/одну/одному два/две/двух/двум/двумя три/трёх/трех/трём/трем/тремя"
            " четыре/четырёх/четырех/четырём/четырем/четырьмя пять/пяти/пятью шесть/шести/шестью семь/семи/семью"
            " восемь/восьми/восемью девять/девяти/девятью десять/десяти/десятью одиннадцать/одиннадцати"
            " двенадцать/двенадцати/двенадцатью тринадцать/тринадцати четырнадцать/четырнадцати пятнадцать/пятнадцати"
            " шестнадцать/шестнадцати семнадцать/семнадцати восемнадцать/восемнадцати девятнадцать/девятнадцати"
        ),
        tens=(
            "двадцать/двадцати тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят/шестидесяти"
            " семьдесят/семидесяти восемьдесят/восьмидесяти девяносто/девяноста"
        ),
        hundred="сто ста",
        hundreds=(
            "двести/двухсот триста/трёхсот/трехсот четыреста/четырёхсот/четырехсот пятьсот/пятисот шестьсот/шестисот"
            " семьсот/семисот восемьсот/восьмисот девятьсот/девятисот"
        ),
        scales={
            3: "тысяча тысячи тысяч тысячу тысяче тысячам тыс",
            6: "миллион миллиона миллионов миллионам миллионами миллионе млн",
            9: "миллиард миллиарда миллиардов миллиардам миллиардами млрд",
            12: "триллион триллиона триллионов трлн",
        },
        ordinals="перв втор треть/трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат",
        endings=_RUSSIAN_ENDINGS + " ья ье ьи",
        fractions={2: "половина половины половину половине", 3: "треть трети", 4: "четверть четверти"},
        vague={24: "десятки десятков десятками", 200: "сотни сотен сотнями"},
        others={2: "двое двоих", 3: "трое троих", 4: "четверо четверых", 5: "пятеро пятерых"},
    ),
    "uk": Table(
        ones=(
            "нуль один/одна/одно/одного/однієї/одну два/дві/двох/двом три/трьох/трьом чотири/чотирьох п'ять/п'яти"
            " шість/шести сім/семи вісім/восьми дев'ять/дев'яти десять/десяти одинадцять/одинадцяти"
            " дванадцять/дванадцяти"
            " тринадцять чотирнадцять п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять"
        ),
        tens="двадцять/двадцяти тридцять/тридцяти сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто",
        hundred="сто ста",
        hundreds="двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот",
        scales={
            3: "тисяча тисячі тисяч тисячу тис",
            6: "мільйон мільйона мільйони мільйонів млн",
            9: "мільярд мільярда мільярди мільярдів млрд",
        },
        ordinals="перш друг трет четверт п'ят шост сьом восьм дев'ят десят",
        endings="ий ій а я е є ого ього ому ьому им ім у ю ої ої і их",
        fractions={2: "половина половини половину", 3: "третина третини третину", 4: "чверть чверті"},
        vague={24: "десятки десятків", 200: "сотні сотень"},
    ),
    "pl": Table(
        ones=(
            "zero jeden/jedna/jedno/jednego/jednej/jedną dwa/dwie/dwóch/dwaj/dwoma/dwu trzy/trzech/trzej/trzema"
            " cztery/czterech/czterej pięć/pięciu sześć/sześciu siedem/siedmiu osiem/ośmiu dziewięć/dziewięciu"
            " dziesięć/dziesięciu jedenaście/jedenastu dwanaście/dwunastu trzynaście/trzynastu czternaście/czternastu"
            " piętnaście/piętnastu szesnaście/szesnastu siedemnaście/siedemnastu osiemnaście/osiemnastu"
            " dziewiętnaście/dziewiętnastu"
        ),
        tens=(
            "dwadzieścia/dwudziestu trzydzieści/trzydziestu czterdzieści/czterdziestu pięćdziesiąt/pięćdziesięciu"
            " sześćdziesiąt/sześćdziesięciu siedemdziesiąt/siedemdziesięciu osiemdziesiąt/osiemdziesięciu"
            " dziewięćdziesiąt/dziewięćdziesięciu"
        ),
        hundred="sto stu",
        hundreds="dwieście/dwustu trzysta/trzystu czterysta/czterystu pięćset/pięciuset sześćset siedemset osiemset"
        " dziewięćset",
        scales={
            3: "tysiąc tysiące tysięcy tysiąca tys",
            6: "milion miliony milionów miliona mln",
            9: "miliard miliardy miliardów miliarda mld",
            12: "bilion biliony bilionów",
        },
        ordinals="pierwsz drug trzec czwart piąt szóst siódm ósm dziewiąt dziesiąt",
        endings="y i a ia e ie ego iego ej iej emu iemu ą ią ym im",
        fractions={2: "połowa połowy połowę pół", 4: "ćwierć"},
        vague={24: "dziesiątki dziesiątek", 200: "setki setek"},
        dozen="tuzin",
    ),
    "cs": Table(
        ones=(
            "nula jeden/jedna/jedno/jednoho dva/dvě/dvou tři/tří čtyři/čtyř pět/pěti šest/šesti sedm/sedmi osm/osmi"
            " devět/devíti deset/deseti jedenáct dvanáct třináct čtrnáct patnáct šestnáct sedmnáct osmnáct devatenáct"
        ),
        tens="dvacet třicet čtyřicet padesát šedesát sedmdesát osmdesát devadesát",
        hundred="sto",
        scales={3: "tisíc tisíce", 6: "milion miliony milionů mil", 9: "miliarda miliardy miliard mld"},
        ordinals="prv/prvn druh třet čtvrt pát šest sedm osm devát desát",
        endings="ý í á ého ího é ém ím ou",
        fractions={2: "polovina poloviny polovinu půl", 3: "třetina třetiny", 4: "čtvrtina čtvrtiny"},
    ),
    "ar": Table(
        ones=(
            "صفر واحد/واحدة اثنان/اثنين/اثنتان/اثنتين/اثنا/اثني/اثنتا/اثنتي ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست"
            " سبعة/سبع ثمانية/ثماني/ثمان تسعة/تسع عشرة/عشر"
        ),
        tens="عشرون/عشرين ثلاثون/ثلاثين أربعون/أربعين خمسون/خمسين ستون/ستين سبعون/سبعين ثمانون/ثمانين تسعون/تسعين",
        hundred="مئة مائة",
        hundreds=(
            "مئتان/مئتين/مائتان/مائتين ثلاثمئة/ثلاثمائة أربعمئة/أربعمائة خمسمئة/خمسمائة ستمئة/ستمائة سبعمئة/سبعمائة"
            " ثمانمئة/ثمانمائة تسعمئة/تسعمائة"
        ),
        scales={
            3: "ألف آلاف ألفا ألفًا ألفاً",
            6: "مليون ملايين مليونا مليونًا مليوناً",
            9: "مليار مليارات مليارا مليارًا ملياراً",
        },
        ordinals="أول/أولى ثاني/ثانية ثالث/ثالثة رابع/رابعة خامس/خامسة سادس/سادسة سابع/سابعة ثامن/ثامنة تاسع/تاسعة"
        " عاشر/عاشرة",
        fractions={2: "نصف", 3: "ثلث", 4: "ربع"},
        vague={24: "عشرات", 200: "مئات"},
        others={2000: "ألفان ألفين", 2000000: "مليونان مليونين"},
        prefixes="[وف]?(?:ال|لل|[بلك])?",
    ),
    "he": Table(
        ones=(
            "אפס אחד/אחת שניים/שני/שתיים/שתי שלושה/שלוש/שלושת ארבעה/ארבע/ארבעת חמישה/חמש/חמשת שישה/שש/ששת שבעה/שבע/שבעת"
            " שמונה/שמונת תשעה/תשע/תשעת עשרה/עשר"
        ),
        tens="עשרים שלושים ארבעים חמישים שישים שבעים שמונים תשעים",
        hundred="מאה",
        scales={3: "אלף אלפים", 6: "מיליון מיליוני", 9: "מיליארד מיליארדי"},
        fractions={2: "חצי מחצית", 3: "שליש", 4: "רבע"},
        others={200: "מאתיים", 2000: "אלפיים"},
        prefixes="ו?[הבלמכש]?",
    ),
    "tr": Table(
        ones="sıfır bir iki üç dört beş altı yedi sekiz dokuz on",
        tens="yirmi otuz kırk elli altmış yetmiş seksen doksan",
        hundred="yüz",
        scales={3: "bin", 6: "milyon", 9: "milyar", 12: "trilyon"},
        ordinals="birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu",
        fractions={2: "yarısı yarım"},
        vague={24: "onlarca düzinelerce", 200: "yüzlerce", 2000: "binlerce"},
        articles="bir",
    ),
    "fi": Table(
        ones=(
            "nolla yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen yksitoista kaksitoista"
            " kolmetoista neljätoista viisitoista kuusitoista seitsemäntoista kahdeksantoista yhdeksäntoista"
        ),
        tens=(
            "kaksikymmentä kolmekymmentä neljäkymmentä viisikymmentä kuusikymmentä seitsemänkymmentä kahdeksankymmentä"
            " yhdeksänkymmentä"
        ),
        hundred="sata sataa",
        scales={3: "tuhat tuhatta", 6: "miljoona miljoonaa", 9: "miljardi miljardia"},
    ),
    "id": Table(
        ones="nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas",
        hundred="ratus",
        scales={3: "ribu", 6: "juta", 9: "miliar milyar", 12: "triliun"},
        ordinals="pertama kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan kesepuluh",
        fractions={2: "setengah separuh"},
        vague={24: "puluhan", 200: "ratusan", 2000: "ribuan", 2000000: "jutaan"},
        others={100: "seratus", 1000: "seribu"},
    ),
}
