"""Single marks that are apostrophes or letters, and marks that are signs of measure.

Languages shorten words at their front ('tis, 't Hart) and at their end (goin', un po'); names from Arabic, Hawaiian and
others have letters that are written as marks (‘Ain, ‘Iolani). The words are tables; a mark that no table and no rule
knows is left to be a quotation mark.

`shortens_front("'tis the season", 0)` is True.
"""

import re
import unicodedata
from functools import lru_cache

from newsbrief.evidence import apostrophe_words as words
from newsbrief.evidence.mark_families import FAMILIES
from newsbrief.model.patterns import compile_late
from newsbrief.model.scripts import UNSPACED, Letters

_DECADE = compile_late(r"\d{2}[sS]\b")
_SHORT_WORD = compile_late(r"([^\W\d_]+)\b(?!['’](?!\w))")
_YEAR_SHORTENED = compile_late(r"\d{2}(?!\d)")
_LETTERS = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u1e00-\u1fff"
_LAST_WORD = rf"[{_LETTERS}]+(?:['’‘][{_LETTERS}]+)*\Z"
# A word with such a mark inside is romanised, and may end in one: San‘a’, K’iche’.
_MARK_INSIDE = "‘|['’](?!(?:t|s|d|m|ll|re|ve|er|all)\\Z)"
# An apostrophe with a blank on either side, before an ending or after a plural.
_ENDING_APART = compile_late(r" (?:s|t|d|ll|ve|re|m)(?=[\s.,;:!?]|\Z)")
_WORD_BEFORE_ENDING = compile_late(r"[^\W\d_] ?\Z")
_PLURAL_APART = compile_late(r"[sSzZxX] \Z")
_HEBREW = Letters("\u05d0-\u05ea")
_HEBREW_PREFIX = "(?:^|[^\u05d0-\u05ea])[ובכלמשה]{1,2}\\Z"
# Scripts in which no mark inside a word is an apostrophe: words may end or begin right beside a quotation.
_ATTACHING = Letters("\u0600-\u06ff\u0750-\u077f\u0840-\u08ff\u1100-\u11ff\u1200-\u139f\uac00-\ud7a3\u3130-\u318f")
_INDIC = Letters("\u0900-\u0dff\u10a0-\u10ff")
_ARTICLE = r"(?i:(?:^|[^\w])(?:al|el|ul|il|ad|ar|as|at|az|an|ash|esh|ud|ed|abd|abdul|abu|umm|ibn|bin|bani|bab)-\Z)"
_VOWELS = frozenset("AEIOUÁÀÂÄÃÅĀÉÈÊËĒÍÌÎÏĪÓÒÔÖÕŌÚÙÛÜŪ")
_WORD_BEFORE = compile_late(r"([^\W\d_]+)[,;]?\s+\Z")
_FIRST_WORD = compile_late(r"[^\W\d_]+")


def is_letter(char: str) -> bool:
    """Say whether `char` is a letter, a combining mark or a digit; a raised figure is a sign of a footnote."""
    if char.isalpha():
        return char not in "ªºⁱⁿ"
    return (char.isalnum() and category(char) != "No") or (char > "\u02ff" and category(char)[0] == "M")


@lru_cache(maxsize=1024)
def category(char: str) -> str:
    """Return the general category that Unicode gives a character."""
    return unicodedata.category(char)


def attaches(char: str) -> bool:
    """Say whether `char` is a letter of a script in which words stand right beside quotation marks."""
    return char in _ATTACHING or char in UNSPACED


def is_indic(char: str) -> bool:
    """Say whether `char` is a letter of a script that adds endings right behind a quotation mark."""
    return char in _INDIC


def is_hebrew(char: str) -> bool:
    """Say whether `char` is a Hebrew letter."""
    return bool(char) and char in _HEBREW


def follows_hebrew_prefix(text: str, at: int) -> bool:
    """Say whether only a Hebrew prefix, such as ב or של, stands between the mark at `at` and the word before."""
    return bool(re.compile(_HEBREW_PREFIX).search(text, max(0, at - 3), at))


def shortens_front(text: str, at: int) -> bool:
    """Say whether the mark at `at` replaces letters at the front of a word, as in 'em or '90s."""
    word = _SHORT_WORD.match(text, at + 1)
    is_short = word is not None and word[1].lower() in words.SHORTENED_AT_FRONT
    return (is_short or bool(_DECADE.match(text, at + 1))) and not (at and is_letter(text[at - 1]))


def is_inside_word(text: str, at: int) -> bool:
    """Say whether a single mark at `at` stands between letters of a script in which it can only be an apostrophe."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if FAMILIES.get(text[at]) != "single" or not (is_letter(before) and is_letter(after)):
        return False
    return not any(attaches(char) or is_indic(char) for char in (before, after))


def is_around_n(text: str, at: int) -> bool:
    """Say whether the mark at `at` replaces a letter of "and", as in rock 'n' roll, curled either way."""
    before, after = text[max(0, at - 2) : at].lower(), text[at + 1 : at + 3].lower()
    return after in ("n'", "n’") or before in ("'n", "’n", "‘n")


def shortens_year(text: str, at: int) -> bool:
    """Say whether the mark at `at` replaces the first figures of a year, as in '98."""
    return bool(_YEAR_SHORTENED.match(text, at + 1)) and not (at and is_letter(text[at - 1]))


def shortens_end(text: str, at: int, language: str) -> bool:
    """Say whether the mark at `at` may stand at the end of a word as an apostrophe: boys', goin', un po'."""
    before = text[at - 1 : at]
    if before in "sSzZxXßſ" or is_hebrew(before):
        return True
    match = re.compile(_LAST_WORD).search(text, max(0, at - 30), at)
    word = match[0].lower() if match else ""
    if re.search(_MARK_INSIDE, word) or (match and _follows_article(text, match.start())):
        return True
    if word in words.CUT_SHORT_AT_END or (word.endswith(("in", "ce")) and len(word) > 3):
        return True
    return language[:2] in ("it", "co", "sc", "mt") and word[-1:] in tuple("aeiou")


def is_set_apart(text: str, at: int) -> bool:
    """Say whether the mark at `at` is an apostrophe with a blank beside it, as some agencies write: Egypt' s army."""
    if _ENDING_APART.match(text, at + 1):
        return bool(_WORD_BEFORE_ENDING.search(text, max(0, at - 2), at))
    after = text[at + 1 : at + 3]
    return after[:1] == " " and is_letter(after[1:]) and bool(_PLURAL_APART.search(text, max(0, at - 2), at))


def ends_romanised(text: str, at: int) -> bool:
    """Say whether the mark at `at` ends a word that has ‘ inside, and so may be a letter itself: San‘a’."""
    match = re.compile(_LAST_WORD).search(text, max(0, at - 30), at)
    return match is not None and "‘" in match[0]


def is_known_letter(text: str, at: int) -> bool:
    """Say whether the mark at `at` begins a romanised word that is known to begin with a letter like a mark."""
    word = _FIRST_WORD.match(text, at + 1)
    if not word:
        return False
    return word[0].lower() in words.ROMANISED or (_follows_article(text, at) and word[0][0].upper() in _VOWELS)


def looks_like_letter(text: str, at: int) -> bool:
    """Say whether the mark at `at` may be a letter at the front of a name: a capital vowel follows, and no speech."""
    word = _FIRST_WORD.match(text, at + 1)
    if (
        not word
        or word[0][0] not in _VOWELS
        or word[0].lower() in words.BEGINS_SPEECH
        or (len(word[0]) > 1 and word[0].isupper())
    ):
        return False
    before = _WORD_BEFORE.search(text, max(0, at - 30), at)
    if before:
        return before[1].lower() not in words.SAYING
    return at == 0 or text[at - 1] in "-\n(" or (text[at - 1].isspace() and text[at - 2 : at - 1] in ".!?;")


def _follows_article(text: str, at: int) -> bool:
    return bool(re.compile(_ARTICLE).search(text, max(0, at - 7), at))
