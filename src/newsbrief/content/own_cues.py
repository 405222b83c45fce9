"""The words of a relation of a site's own: which can be cues, and how English has them after “to”.

>>> find_infinitive("presides over", "en"), find_infinitive("يهزم", "ar")
('preside over', 'يهزم')
"""

import re
from collections.abc import Iterator

from newsbrief.model.patterns import compile_late

_MOST_WORDS = 6
_LONGEST = 60
_ENGLISH_WORD = compile_late(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_WORD = compile_late(r"\w+~?(?:[-'’]\w+~?)*")
_IRREGULAR = {"is": "be", "are": "be", "has": "have", "does": "do", "goes": "go"}


def find_cue_faults(cue: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a cue in a language, each with its remedy."""
    words = cue.split()
    if len(words) > _MOST_WORDS or len(cue) > _LONGEST:
        yield (
            f"{cue[:_LONGEST]!r} is too long for a cue",
            f"give {_MOST_WORDS} words at most: the verb, or a noun and its preposition",
        )
    elif language == "en" and "~" in cue:
        yield (
            f"{cue!r} has a sign for any ending",
            "write the verb in its base form: English has its other forms by itself",
        )
    elif not all((_ENGLISH_WORD if language == "en" else _WORD).fullmatch(word) for word in words):
        more = "" if language == "en" else "; `~` at the end of a word stands for any ending"
        yield f"{cue!r} has signs that no cue can have", f"write words of the article, without punctuation{more}"


def find_infinitive(words: str, language: str) -> str:
    """Return the words of a relation as they stand after “is alleged to”; other languages than English keep them."""
    first, _, rest = words.partition(" ")
    if language != "en":
        return words
    return f"{_base_of(first)} {rest}".strip()


def _base_of(verb: str) -> str:
    """Return an English verb without the ending of its third person."""
    lower = verb.lower()
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if lower.endswith("ies") and len(lower) > 4:
        return verb[:-3] + "y"
    if re.search(r"(?:ss|sh|ch|x|zz)es$", lower):
        return verb[:-2]
    return verb[:-1] if lower.endswith("s") and not lower.endswith("ss") else verb
