"""Words written as titles are: “The Wall and the Water”, “Harbour Talk”.

`is_title("The Wall and the Water", lexicon)` is True.
"""

import re

from newsbrief.reading.speech.lexicon import Lexicon

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_SMALL = ("articles", "indefinite", "prepositions", "conjunctions", "be", "to")


def is_title(words: str, lexicon: Lexicon) -> bool:
    """Say whether words are written as a title is: with capitals, but for small words, and no sentence's end."""
    found = _WORD.findall(words)
    ends = words.endswith(("!", "?", "…")) or (words.endswith(".") and len(found) == 1)
    if not found or not words[0].isupper() or ends:
        return False
    return all(word[0].isupper() or word[0].isdigit() or _is_small(lexicon, word) for word in found)


def _is_small(lexicon: Lexicon, word: str) -> bool:
    return any(lexicon.has(key, word) for key in _SMALL) or word in lexicon.pronouns
