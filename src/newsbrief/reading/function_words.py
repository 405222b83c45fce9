"""The smallest words of languages, which name nothing that can be counted and tell a sentence's language.

`"the" in FUNCTION_WORDS["en"]` is true.
"""

from collections.abc import Mapping

from newsbrief.model.patterns import compile_late

_WORDS = {
    "en": (
        "of is are was were will would has have had to and or in for by on at from as than that who which it the"
        " with but more"
        " less per can could after before since until this these those be not its their his her"
    ),
    "de": (
        "von ist sind war waren und oder in im für bis auf aus als der die das den dem des mit hat haben wurden"
        " wird an am zu"
        " zum zur bei nach vor nicht ein eine einen er sie es sich"
    ),
    "fr": "de du des est sont était étaient et ou en pour par sur dans à au aux que qui ont le la les un une ne pas"
    " il elle",
    "es": "de del y o en es son era eran por para con que el la los las un una al se no su",
    "it": "di del della dei delle e in è sono era erano per con che il la lo gli le un una al si non ha",
    "pt": "de da do dos das e em é são era foram por para com que o a os as um uma ao se não",
    "nl": "van is zijn was waren en of in op voor uit door met dat die de het een te aan bij niet heeft",
    "sv": "av är var och eller i på för till från med som den det de en ett att inte har",
    "da": "af er var og eller i på for til fra med som den det de en et at ikke har",
    "no": "av er var og eller i på for til fra med som den det de en et at ikke har",
    "pl": "z ze i lub w we na dla do od o jest są był była było były że to się nie",
    "ru": "и или в во на из за по с со у от до для о об что это не был была было были",
    "uk": "і й або в у на із за по з від до для о про що це не був була було були",
    "ar": "في من إلى على أن عن مع إن هذا هذه التي الذي كان كانت",
    "tr": "ve veya ile için bir bu da de ki olan değil",
}

FUNCTION_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split()) for language, words in _WORDS.items()
}

ALL_FUNCTION_WORDS = frozenset(word for words in FUNCTION_WORDS.values() for word in words)

_WORD = compile_late(r"[^\W\d_]+")
_MUCH, _LITTLE, _FEWEST, _LONGEST = 0.15, 0.08, 30, 20_000


def guess_language(text: str, assumed: str) -> str:
    """Return the language that the smallest words of a text show, by its code; `assumed` where they leave a doubt."""
    words = _WORD.findall(text[:_LONGEST].lower())
    if len(words) < _FEWEST:
        return assumed
    shares = {code: sum(word in small for word in words) / len(words) for code, small in FUNCTION_WORDS.items()}
    first, second, *_ = sorted(shares, key=lambda code: -shares[code])
    is_plain = shares[first] >= _MUCH and shares[second] < 0.7 * shares[first]
    return first if is_plain and shares.get(assumed, 1) < _LITTLE else assumed
