"""The pronouns of languages, and for whom each can stand.

`PRONOUNS_OF["en"]["she"]` is `Pronoun("f", "person")`.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

Gender = Literal["m", "f", ""]
Sort = Literal["person", "thing", "any"]


class Pronoun(Struct, frozen=True):
    """A pronoun: the gender of the one for whom it stands ("" for either), and whether that is a person."""

    gender: Gender
    sort: Sort


_M, _F, _P, _T, _ANY = (
    Pronoun("m", "person"),
    Pronoun("f", "person"),
    Pronoun("", "person"),
    Pronoun("", "thing"),
    Pronoun("", "any"),
)

_WORDS: Mapping[str, Mapping[Pronoun, str]] = {
    "en": {
        _M: "he him his himself",
        _F: "she her hers herself",
        _P: "who whose whom",
        _T: "it its itself which",
        _ANY: "they them their theirs themselves",
    },
    "de": {
        _ANY: "er ihm ihn sie ihr es sein seine seinen seinem seiner seines ihre ihren ihrem ihrer ihres dessen deren"
    },
    "nl": {_M: "hij hem", _ANY: "zij ze haar hun hen zijn het"},
    "fr": {_ANY: "il ils elle elles lui eux son sa ses leur leurs celui-ci celle-ci"},
    "es": {_M: "él", _F: "ella", _ANY: "ellos ellas su sus le les éste ésta este esta"},
    "it": {_M: "egli lui", _F: "ella lei", _ANY: "loro suo sua suoi sue esso essa"},
    "pt": {_ANY: "ele ela eles elas seu sua seus suas dele dela deles delas lhe"},
    "ru": {
        _ANY: "он она они оно его её ее ему ей ею ним нём нем неё нее них их им ими свой своя своё своего своей"
        " свою своих"
    },
    "uk": {_ANY: "він вона вони воно його її йому їй ним нею них їх їхній своєї свого свою свої"},
    "pl": {_ANY: "on ona oni one ono jego jej ich jemu mu niego niej nim nich swój swoja swoje swojej swojego swoich"},
    "cs": {_ANY: "on ona oni ono jeho její jejich jemu mu ho ní něm nich svůj své svou"},
    "sv": {_M: "han honom hans", _F: "hon henne hennes", _ANY: "den det dess de dem deras sin sitt sina"},
    "da": {_M: "han ham hans", _F: "hun hende hendes", _ANY: "den det dens dets de dem deres sin sit sine"},
    "no": {_M: "han ham hans", _F: "hun henne hennes", _ANY: "den det dens dets de dem deres sin sitt sine"},
    "ar": {_ANY: "هو هي هم هما هن له لها لهم"},
    "he": {_ANY: "הוא היא הם הן שלו שלה שלהם"},
    "tr": {_ANY: "o onun ona onu onlar onların"},
    "hi": {_ANY: "वह वे उसने उन्होंने उनके उनकी उसके उसकी"},
    "el": {_ANY: "αυτός αυτή αυτό αυτοί του της τους"},
}

PRONOUNS_OF: Mapping[str, Mapping[str, Pronoun]] = {
    language: {word: pronoun for pronoun, words in table.items() for word in words.split()}
    for language, table in _WORDS.items()
}

SUBJECTS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "he she they",
        "de": "er sie",
        "nl": "hij zij ze",
        "fr": "il elle ils elles",
        "es": "él ella ellos ellas",
        "it": "egli lui lei ella loro",
        "pt": "ele ela eles elas",
        "ru": "он она они",
        "uk": "він вона вони",
        "sv": "han hon",
        "da": "han hun",
        "no": "han hun",
    }.items()
}
"""Pronouns that begin a sentence only as the one who acts in it."""

UNSPACED_PRONOUNS: Mapping[str, str] = {
    "ja": "彼女|彼|同氏|同社|同国|同党|同団体|同省",
    "zh": "他们|她们|他|她|它|其|该",
    "th": "เขา|เธอ|มัน",
    "ko": "그녀|그는|그가|그의|그들",
    "ar": r"(?<=\w\w)(?:ها|هم|ه)(?!\w)",
}
"""Patterns of pronouns that are not words of their own."""

DROPS_SUBJECTS = frozenset(
    [
        "es",
        "it",
        "pt",
        "ja",
        "zh",
        "ko",
        "ar",
        "he",
        "pl",
        "cs",
        "uk",
        "ru",
        "tr",
        "el",
        "ro",
        "hu",
        "fi",
        "sr",
        "hr",
        "sl",
        "bg",
        "fa",
        "hi",
    ]
)
"""Languages whose verbs may stand without a word for who acts."""

TITLES: Mapping[str, Gender] = {
    **dict.fromkeys(
        [
            "mr",
            "sir",
            "lord",
            "king",
            "prince",
            "mister",
            "herr",
            "monsieur",
            "señor",
            "sr",
            "signor",
            "senhor",
            "dhr",
            "meneer",
            "г-н",
            "pan",
            "chairman",
        ],
        "m",
    ),
    **dict.fromkeys(["spokesman", "businessman", "congressman", "policeman", "fisherman"], "m"),
    **dict.fromkeys(
        [
            "ms",
            "mrs",
            "miss",
            "dame",
            "lady",
            "queen",
            "princess",
            "madam",
            "frau",
            "madame",
            "mme",
            "mlle",
            "señora",
            "sra",
            "signora",
            "senhora",
        ],
        "f",
    ),
    **dict.fromkeys(
        [
            "mevrouw",
            "mevr",
            "г-жа",
            "pani",
            "chairwoman",
            "spokeswoman",
            "businesswoman",
            "congresswoman",
            "policewoman",
            "actress",
        ],
        "f",
    ),
}
"""Words before a name that say a person's gender."""
