"""What the invented briefings draw their names, words and numbers from. No place, person or body in here is real."""

TOWNS = (
    ("Ost", "Vel", "Tarn", "Bry", "Cald", "Mir", "Sund", "Wex", "Ard", "Nim", "Porl", "Lys"),
    ("a", "e", "i", "o"),
    ("mora", "ness", "vik", "delph", "stria", "gand", "thal", "quay", "rossel", "bant"),
)
RIVERS = (
    ("Ish", "Orl", "Tav", "Umb", "Zer", "Quil", "Vash", "Yarr"),
    ("ane", "ique", "ow", "ella", "ith", "une"),
)
LANDS = (
    ("Zel", "Ondr", "Karv", "Thul", "Bresk", "Quend", "Yastr", "Wolv"),
    ("avia", "uria", "omark", "etia", "anore"),
)
GIVEN_NAMES = (
    ("Ar", "Bel", "Cor", "Dar", "El", "Fen", "Gal", "Hal", "Il", "Jor", "Kel", "Lor", "Nor", "Os", "Per", "Tir"),
    ("vesh", "dryl", "quen", "thos", "zima", "bryn", "mund", "wisa"),
)
SURNAMES = (
    ("Quor", "Thess", "Brund", "Velk", "Omb", "Skarr", "Drov", "Hesp", "Jund", "Wend", "Pluv", "Trem"),
    ("a", "e", "i", "o", "u"),
    ("vell", "mard", "dov", "rind", "lusk", "tagh", "brex", "nask", "phane", "zolt"),
)
"""Names are put together from one piece of each group."""

WORKS = (
    "swing bridge",
    "canal lock",
    "ferry pier",
    "grain quay",
    "mill weir",
    "cable railway",
    "harbour crane",
    "timber slipway",
    "salt causeway",
    "flood gate",
)
PARTS = ("girders", "hinges", "anchor bolts", "piles", "sluice boards", "bearings", "cross beams", "stone footings")
GOODS = ("grain", "timber", "salt", "wool", "slate", "cider", "glass", "rope", "lamp oil", "clay")
VEHICLES = ("carts", "barges", "lorries", "wagons", "lighters", "tractors")
TRADES = ("Carters", "Bargemen", "Coopers", "Millers", "Porters", "Ropemakers", "Saltworkers", "Glaziers", "Tanners")
COINS = ("crowns", "florins", "marks", "talers", "dinars")
PRONOUNS = ("He", "She")
MOODS = (("calm", "quiet today"), ("busy", "crowded"), ("open", "still open"), ("empty", "half empty"))
"""Pairs of words: what an article says before it is edited, and after. They are of different length."""

NUMBERS = {"few": (3, 9), "tens": (11, 98), "hundreds": (104, 987)}
"""The ranges of the numbers that sentences draw, each time anew."""
