"""Words as a search compares them: without case, accents and forms of typography.

>>> cut_words("Ça coûte “½ million”")
['ca', 'coute', 'million']

`static/search.js` folds what a reader types by the same rules; a test compares the two.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from newsbrief.model.patterns import compile_late

MOST_LETTERS = 32
"""The letters of a word that count."""

_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u0655\u0670\u06d6-\u06ed]"
)
"""Accents and the signs for vowels that Hebrew and Arabic leave out; those that other scripts need are kept."""

_ALIKE = str.maketrans(
    {
        **{"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h"},
        **{"ς": "σ", "ى": "ي", "ی": "ي", "ة": "ه", "ٱ": "ا", "ک": "ك"},
        **{chr(zero + number): str(number) for zero in (0x660, 0x6F0) for number in range(10)},
    }
)
"""Letters that take no accent apart, letters of Arabic that are written for one another, and its figures."""

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
)
"""The scripts that set no spaces between words."""

_RUN = compile_late(f"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_ARTICLE = compile_late("^(?:[وفبك]?ال|لل)(?=...)")
"""The Arabic article and what is written together with it."""

_MOST_JOINED = 5
_JOINED = compile_late("ו?(?:מש|כש|לכש|ש)?[הבלמכ]?ה?")
"""What Hebrew writes together with the word behind it: and, that, the, in, to, from."""


class _Folds(dict[int, str]):
    """Each character, folded; what belongs to no word is a space."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_one(chr(code))
        return folded


def _fold_one(char: str) -> str:
    plain = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", char.lower())))
    return "".join(letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in plain.translate(_ALIKE))


_FOLDS = _Folds()
_FOLDS_OF_ASCII = "".join(_FOLDS[code] for code in range(128))


def cut_words(text: str) -> list[str]:
    """Return the words of a text in its order, folded; words of one letter are left out."""
    return [word for written in text.split() for word in _cut(written)]


def find_words(texts: Iterable[str]) -> set[str]:
    """Return the words of several texts, each once."""
    written = {each for text in texts for each in text.split()}
    plain = {each for each in written if each.isascii()}
    # Python folds ASCII many times as fast as the rest, and it is nearly all of most texts.
    words = {word[:MOST_LETTERS] for word in " ".join(plain).translate(_FOLDS_OF_ASCII).split() if len(word) > 1}
    words.update(word for each in written - plain for word in _cut(each))
    return words


@lru_cache(maxsize=4096)
def _cut(written: str) -> tuple[str, ...]:
    """Return the words in letters without white space."""
    return tuple(word for folded in written.translate(_FOLDS).split() for word in _cut_runs(folded))


def _cut_runs(written: str) -> Iterator[str]:
    """Yield the words in folded letters: of scripts that set no spaces, each two signs, and the last one."""
    if written.isascii():
        if len(written) > 1:
            yield written[:MOST_LETTERS]
        return
    for run in _RUN.findall(written):
        if is_unspaced(run):
            yield from (run[at : at + 2] for at in range(len(run)))
        elif len(run) > 1:
            yield _ARTICLE.sub("", run)[:MOST_LETTERS]
            yield from (run[end : end + MOST_LETTERS] for end in _find_joined(run))


def _find_joined(word: str) -> Iterator[int]:
    """Yield how many letters at the beginning of a Hebrew word may be others; it is found by the rest alone as well."""
    if "א" <= word[0] <= "ת":
        yield from (end for end in range(1, min(_MOST_JOINED, len(word) - 2) + 1) if _JOINED.fullmatch(word, 0, end))


def is_unspaced(word: str) -> bool:
    """Say whether a word begins with a sign of a script that sets no spaces."""
    return bool(re.match(f"[{_UNSPACED}]", word))
