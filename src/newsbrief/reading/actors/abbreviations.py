"""Names with their abbreviations, in both orders: `Government of National Accord, or G.N.A.`, `RSF (Rapid … Forces)`.

`find_pairs(text, mentions, words)` maps the abbreviation to the name.
"""

import re
from collections.abc import Mapping, Sequence

from newsbrief.reading.actors.lexicon import NamingWords, list_words
from newsbrief.reading.actors.mentions import NameMention

_SMALL = list_words("of the for and in on to de la du des et und der die das del y e di da - &")
_SHORT = re.compile(r"(?:the )?((?:[^\W\d_]\.){2,6}|[^\W\d_a-z][^\W_]{1,7})[.,]?[\"”’]?(?:[),;:.]| |$)")


def find_pairs(text: str, mentions: Sequence[NameMention], words: NamingWords) -> Mapping[str, str]:
    """Return the full name by each abbreviation that the article explains."""
    pairs: dict[str, str] = {}
    for number, mention in enumerate(mentions):
        following = mentions[number + 1] if number + 1 < len(mentions) else None
        if following is None or mention.sort in ("surname", "person"):
            continue
        between = text[mention.span.end : following.span.start]
        if len(between) > 24 or not _explains(between, words):
            continue
        one, other = mention.name, following.name
        if _abbreviates(other, one):
            pairs.setdefault(other, one)
        elif _abbreviates(one, other) and "(" in between:
            pairs.setdefault(one, other)
    return pairs


def _explains(between: str, words: NamingWords) -> bool:
    """Say whether what stands between two names makes one the abbreviation of the other."""
    plain = between.strip(" ,\"“‘'’")
    if plain in ("(", "(the"):
        return True
    link = plain.removesuffix("the").strip(' ,"“‘(')
    return words.has("abbreviated by", link)


def _abbreviates(short: str, long: str) -> bool:
    """Say whether a short word is made of the first letters of a name, most of them in their order."""
    letters = [char for char in short if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    if not 2 <= len(letters) <= 8 or capitals < 2 or " " in short or " " not in long:
        return False
    return spells(short, long)


def spells(short: str, long: str) -> bool:
    """Say whether the letters of an abbreviation stand in a name in their order, each in a word of its own."""
    letters = [char.lower() for char in short if char.isalpha()]
    initials = [word[0].lower() for word in re.split(r"[\s-]+", long) if word]
    capital = [word[0].lower() for word in re.split(r"[\s-]+", long) if word and word.lower() not in _SMALL]
    return letters in (initials, capital) or (len(letters) > 3 and _runs_through(letters, long.lower()))


def _runs_through(letters: Sequence[str], name: str) -> bool:
    """Say whether letters stand in a name in their order, the first at its beginning: AFRICOM, Interpol."""
    at = 0
    if not name.startswith(letters[0]):
        return False
    for letter in letters:
        at = name.find(letter, at) + 1
        if not at:
            return False
    return True
