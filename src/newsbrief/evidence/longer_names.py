"""Names inside longer names, which they are no mention of: England in New England, Washington in The Washington Post.

A capitalised word right before or after a name makes a longer one of it, unless it is a title, a day, the
first word of a sentence or another name. A possessive ends a name: Britain’s Labour Party names Britain.
"""

import re
from collections.abc import Mapping
from functools import cache
from unicodedata import normalize

from msgspec import Struct

from newsbrief.evidence import name_words as words
from newsbrief.evidence.attached_words import attaches, is_whole, spellings_of
from newsbrief.model.cldr import read_cldr
from newsbrief.model.languages import primary_language
from newsbrief.model.patterns import compile_late
from newsbrief.model.scripts import HAN, KATAKANA, UNSPACED

_FAR = 48
_HYPHENS = ("-", "‐", "‑", "–")
_BEFORE = re.compile(r"(?<![\w’'-])([^\W\d_][\w\u0300-\u036f’'-]*\.?)[ \u00a0]$")
_AFTER = re.compile(r"[ \u00a0]([^\W\d_][\w\u0300-\u036f’'-]*)")
_HYPHEN_BEFORE = r"(?<!\w)([^\W\d_]\w+)[-‐‑–]$"
_HYPHEN_AFTER = r"[-‐‑–]([^\W\d_]\w+)(?: (\w+))?"
_OF = re.compile(r"(?<!\w)([A-Z][\w-]*) of (?:the )?$")
_OPENS = re.compile(r"(?:^|[.!?…:;\n\"“”„«‘(\[—–-])[\s\"“”„«»‘’'(\[]*$")
_ADJECTIVES = (
    *("ing", "ed", "ful", "less", "ous", "al", "ic", "ive", "ble", "ish", "ian", "ean", "ese"),
    *("ern", "est", "ary", "ward", "wide", "land-locked", "y"),
)
_PLACE_BEFORE = re.compile(r"(?:^|[.!?\n] ?)(?:In|At|From|Near|On|After|Before|Since|Outside) $")
_DEMONYMS = ("an", "ish", "ese", "ch", "i")
_AMPERSAND_BEFORE = r"[A-Z][\w’'-]* & $"
_RUN = compile_late(r"(?: [A-Z][\w’-]*\.?){1,5}")
_AMPERSAND = re.compile(r" & [A-Z]")
_UNMARKED = frozenset({"de", "lb", "gsw"})
"""Languages that write every noun with a capital."""


class NamedActor(Struct, frozen=True):
    """What a place of a name is judged by: if the actor is a person, and the words of all the actor’s names."""

    is_person: bool
    own_words: frozenset[str]
    given_names: frozenset[str]


class ArticleNames(Struct, frozen=True):
    """The text in which names stand, its language, the actors by id, and every name in the fact sheet."""

    text: str
    language: str
    actors: Mapping[str, NamedActor]
    all_names: frozenset[str]

    def is_in_longer(self, start: int, end: int, actor: str) -> bool:
        """Say whether the name of this actor from `start` to `end` is a part of a longer name."""
        name = " ".join(self.text[start:end].split())
        if name[:1] in KATAKANA or name[:1] in UNSPACED:
            return self._is_in_longer_word(start, end, name)
        if name.lower() == name.upper():
            return self._is_in_known_place(start, end, name)
        who = self.actors.get(actor) or NamedActor(False, frozenset(), frozenset())
        if not name[0].isupper() or self._is_headline(start):
            return False
        return self._joins_before(start, end, name, who) or self._joins_after(start, end, name, who)

    def _joins_before(self, start: int, end: int, name: str, who: NamedActor) -> bool:
        left = self.text[max(0, start - _FAR) : start]
        if left.endswith(("O'", "O’")) or (left.endswith(" & ") and re.search(_AMPERSAND_BEFORE, left)):
            return True
        if left.endswith(_HYPHENS) and (hyphen := re.search(_HYPHEN_BEFORE, left)) and hyphen[1][0].isupper():
            following = _AFTER.match(self.text, end)
            return not (hyphen[1] in self.all_names or (following and following[1].lower() in words.PAIRS))
        before = left.split()
        is_of = not who.is_person and ("of" in before[-1:] or before[-2:] == ["of", "the"])
        if is_of and (head := _OF.search(left)) and head[1].lower() in words.HEADS:
            return True
        if not before or not any(map(str.isupper, before[-1])):
            # Looking back from the end takes long, and most words have no capital.
            return False
        match = _BEFORE.search(left)
        if match is None or not (match[1][0].isupper() and match[1].rpartition("-")[2][:1].isupper()):
            return False
        word = match[1].rstrip(".")
        plain = word.lower()
        if (
            word.endswith(("'s", "’s", "s'", "s’"))
            or plain in words.TITLES
            or plain in words.TIMES
            or word in who.own_words
        ):
            return False
        if word in self.all_names or self._is_case_of_name(word):
            return False
        is_first = bool(_OPENS.search(left[: match.start()])) and (match.start() > 0 or start <= _FAR)
        if is_first and plain in words.ARTICLES.get(primary_language(self.language), ()):
            return False
        if plain in words.PREFIXES:
            return not (who.is_person and is_first and plain in ("old", "far", "little", "new", "great"))
        if match[1].endswith(".") or _PLACE_BEFORE.search(left[: match.start()]):
            return False
        return self._makes_longer(word, is_first, name, who)

    def _makes_longer(self, word: str, is_first: bool, name: str, who: NamedActor) -> bool:
        """Say whether a capitalised `word` right before a name, which is no title, belongs to it."""
        if primary_language(self.language) in _UNMARKED:
            return False
        if is_first and (primary_language(self.language) != "en" or _may_begin(word)):
            return False
        if who.is_person:
            is_bare = " " not in name and bool(who.given_names)
            return is_bare and not word.endswith(_DEMONYMS)
        return not (" " in name and word.endswith(_DEMONYMS)) and word not in ("The", "A", "An")

    def _joins_after(self, start: int, end: int, name: str, who: NamedActor) -> bool:
        right = self.text[end : end + _FAR]
        if right[:1] == "." and right[1:2].isalpha() and name[-1].isalnum() and right[1:2].islower():
            return True
        if right.startswith(_HYPHENS) and (hyphen := re.match(_HYPHEN_AFTER, right)) and hyphen[1][0].isupper():
            return not (hyphen[1] in self.all_names or (hyphen[2] or "").lower() in words.PAIRS)
        if _AMPERSAND.match(right):
            return True
        match = _AFTER.match(right)
        if match is None or not match[1][0].isupper() or primary_language(self.language) in _UNMARKED:
            return False
        word = match[1]
        plain = word.lower().removesuffix("'s").removesuffix("’s")
        if plain in words.TITLES or plain in words.TIMES or plain in words.SUFFIXES or word in who.own_words:
            return False
        if plain.rpartition("-")[2] in words.TITLES or self._begins_name(end + 1) or _leads_to_title(right):
            return False
        if self._is_case_of_name(word):
            return False
        return not (name.isupper() and len(name) <= 5 and plain in words.BODIES)

    def _is_case_of_name(self, word: str) -> bool:
        """Say whether a word is another name of the fact sheet in a case: “на вопрос Орлова Белова ответила”."""
        language = primary_language(self.language)
        if not attaches(language):
            return False
        word = normalize("NFC", word)
        return any(
            (word.startswith(name) and is_whole(word, 0, len(name), language)) or word in spellings_of(name, language)
            for name in self._by_first.get(word[:3], ())
        )

    def _begins_name(self, at: int) -> bool:
        """Say whether another name of the fact sheet begins here: “Kestrel Air Ines Roth said”."""
        return any(self.text.startswith(name, at) for name in self._by_first.get(self.text[at : at + 3], ()))

    @property
    def _by_first(self) -> Mapping[str, tuple[str, ...]]:
        return _by_first_letters(self.all_names)

    def _is_headline(self, at: int) -> bool:
        """Say whether every longer word of the line has a capital, so that capitals say nothing."""
        start, end = self.text.rfind("\n", 0, at) + 1, self.text.find("\n", at)
        line = self.text[start : end if end >= 0 else len(self.text)]
        if len(line) > 200:
            return False
        longer = list(re.findall(r"[^\W\d_]{4,}", line))
        return len(longer) > 3 and all(word[0].isupper() for word in longer)

    def _is_in_longer_word(self, start: int, end: int, name: str) -> bool:
        """Say whether a name in a script without spaces is a part of a longer word."""
        before, after = self.text[start - 1 : start], self.text[end : end + 1]
        if (before in KATAKANA and name[0] in KATAKANA) or (after in KATAKANA and name[-1] in KATAKANA):
            return True
        if self._is_in_known_place(start, end, name):
            return True
        if name[-1] not in HAN:
            return False
        if after and after in words.ROADS:
            return True
        if after and after in words.WATERS and self.text[end + 1 : end + 2] not in HAN:
            return True
        if primary_language(self.language) != "ja" or before not in HAN or before in words.BEFORE_NAMES:
            return False
        return self.text[start - 2 : start - 1] not in HAN

    def _is_in_known_place(self, start: int, end: int, name: str) -> bool:
        """Say whether the name is a part of a longer name of a country or a city that the CLDR knows."""
        for place, offset in _places_around(name, self.language):
            at = start - offset
            if at >= 0 and place not in self.all_names and self.text.startswith(place, at):
                return True
        return False


def _leads_to_title(right: str) -> bool:
    """Say whether the capitalised words after a name are those of a title: “US Africa Command Marine Corps Gen. …”."""
    run = _RUN.match(right)
    return run is not None and any(word.strip(".").lower() in words.TITLES for word in run[0].split())


@cache
def _by_first_letters(names: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(name[:3], []).append(name)
    return {key: tuple(each) for key, each in found.items()}


def _may_begin(word: str) -> bool:
    """Say whether an English sentence may begin with this word before a name which it is no part of."""
    return word.lower() in words.STARTERS or (word.endswith(_ADJECTIVES) and len(word) > 4)


@cache
def _places_around(name: str, language: str) -> tuple[tuple[str, int], ...]:
    """Return the known places whose names hold `name`, or end in its beginning, with where it begins in them."""
    found = []
    for place in read_cldr(language).places:
        if place == name:
            continue
        at = place.find(name)
        if at >= 0:
            found.append((place, at))
        elif name[:1] in UNSPACED:
            found += [(place, at) for at in range(1, len(place)) if name.startswith(place[at:])]
    return tuple(found)
