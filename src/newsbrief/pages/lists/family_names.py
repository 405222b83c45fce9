"""Family names, guessed from the names of people: the glossary sorts people by them.

>>> guess_sort("Ursula von der Leyen"), guess_sort("Khalifa Haftar"), guess_sort("Ban Ki-moon")
('Leyen, Ursula von der', 'Haftar, Khalifa', 'Ban Ki-moon')

The family name is the last word of a name, with a word such as “Van”, “Le” or “Ben” before it that has a capital; small
words such as “von” do not count, nor does “al-” for the order, and “Jr.” stands behind. Names in Chinese, Japanese and
Korean letters begin with the family name, and so do names such as “Ban Ki-moon”, and those that begin with one of the
commonest Chinese, Korean and Vietnamese family names. Popes and kings go by the name behind their title. Where this
guesses wrong, `sort` in `content/actors.yaml` is right.
"""

import re
import unicodedata
from typing import NamedTuple

from newsbrief.model.scripts import Letters

_PREFIX_WORDS = """
abu aboul abul abd abdel abdul abdal ait al ap ben bin bint bou da dal de del della des di do dos du el fitz ibn la las
le les li lo los mac mc o ould saint san santa são st st. ste. ter van vande vanden vander von أبو ابو بن ابن عبد بو آل
"""
_SUFFIX_WORDS = "jr jnr sr snr ii iii iv v vi vii phd md mp mep qc kc obe filho neto júnior junior"
_TITLE_WORDS = "pope king queen prince princess emperor empress saint sultan patriarch"
_FAMILY_WORDS = """
bai cai cao chen cho cui deng dong feng gao guo hou hu huang jiang jin kong lai lam li liang liao liu lu lü luo ma meng
peng qian qiao qin qiu shao shen shi tian wang wen wu xi xia xiao xie xu xue yan yao ye yin yuan zeng zhang zhao zheng
zhong zhou zhu zou tsai tsang chiang choi hwang jeon jeong kwon yoon nguyen nguyễn tran trần pham phạm huynh huỳnh vu vũ
võ đặng bui bùi dương ngo ngô trinh trịnh dinh đinh
"""
_FAMILY_WORDS_TOO = "an bae chung dang duong han he jung kang kim lee lin moon oh pan park phan shin son sun tan vo"

_PREFIXES = frozenset(_PREFIX_WORDS.split())
"""Words that begin a family name where they have a capital, or where their letters have none."""

_SMALL_PREFIXES = frozenset({"bin", "ben", "bint", "ibn", "abu", "ould"})
"""Those of them that do so in small letters, too: “son of” and the like."""

_SUFFIXES = frozenset(_SUFFIX_WORDS.split())
_TITLES = frozenset(_TITLE_WORDS.split())
_FAMILY_NAMES = frozenset(_FAMILY_WORDS.split())
"""Chinese, Korean and Vietnamese family names that are hardly given names in languages with Latin letters."""

_FAMILY_NAMES_TOO = frozenset(_FAMILY_WORDS_TOO.split())
"""Others of them, which may be: they count where two given names follow (“Lee Jae Myung”)."""

_ARTICLE = re.compile(r"(?:a[dlnrstz]|ash|el|es)[-‐‑–’'](?=\w)|(?:al|el) (?=\w)|ال(?=\w{2})", re.IGNORECASE)
_FAMILY_FIRST = Letters("\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff")
_TWO_SYLLABLES = re.compile(r"[^\W\d_]+[-‐‑][^\W\d_]+")


class SplitName(NamedTuple):
    """A name, divided: what stands before the family name, the family name, and what stands behind it."""

    before: str
    family: str
    after: str


def guess_sort(name: str) -> str:
    """Return the name of a person as an index has it: `Haftar, Khalifa`."""
    before, family, after = (part.strip(" ,") for part in split_name(name))
    if not before:
        return f"{family} {after}".strip()
    return f"{family}, {before} {after}".strip() if after else f"{family}, {before}"


def skip_article(name: str) -> str:
    """Return a name without the Arabic article before it, which does not count for the order."""
    article = _ARTICLE.match(name)
    return name[article.end() :] if article else name


def split_name(name: str) -> SplitName:
    """Return the parts of a person's name."""
    words = [match.span() for match in re.finditer(r"[^\s,]+", name)]
    last = len(words)
    while last > 1 and name[slice(*words[last - 1])].rstrip(".").casefold() in _SUFFIXES:
        last -= 1
    if last < 2 or "," in name[words[0][0] : words[last - 1][1]]:
        return SplitName("", name, "")
    first, end = last - 1, words[last - 1][1]
    if name[slice(*words[0])].casefold() in _TITLES:
        return SplitName(name[: words[1][0]], name[words[1][0] :], "")
    if _FAMILY_FIRST.stand_in(name) or _begins_with_family([name[slice(*word)] for word in words[:last]]):
        return SplitName("", name[: words[0][1]], name[words[0][1] :])
    while first > 1 and _is_prefix(name[slice(*words[first - 1])]):
        first -= 1
    return SplitName(name[: words[first][0]], name[words[first][0] : end], name[end:])


def _is_prefix(word: str) -> bool:
    has_capital = word[:1].isupper() or unicodedata.category(word[0]) == "Lo"
    return (has_capital and word.casefold() in _PREFIXES) or word.casefold() in _SMALL_PREFIXES


def _begins_with_family(words: list[str]) -> bool:
    """Say whether the first of the words is the family name."""
    first, *given = words
    # “Ki-moon”: the second syllable of a given name has a small letter.
    second = given[0]
    if len(given) == 1 and _TWO_SYLLABLES.fullmatch(second) and second[0].isupper() and second == second.capitalize():
        return True
    return first.casefold() in (_FAMILY_NAMES if len(given) != 2 else _FAMILY_NAMES | _FAMILY_NAMES_TOO)
