"""The words of a sentence, one by one, with the names of actors among them as single words.

`split_words("Sorland’s navy", 0, ())` are `Sorland`, `'s` and `navy`.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from newsbrief.evidence.names import NamePlace
from newsbrief.model.document import Span

_WORD = re.compile(r"[’']s(?!\w)|[^\W\d_]+(?:(?![’']s(?!\w))[’'-][^\W\d_]+)*|\d[\d.,]*\d|\d|[^\w\s]")


class Word(Struct, frozen=True):
    """A word or a sign at its place in the article; `actor` is the id of the actor whom it names.

    `is_own_cue` marks a word by which a relation of the site's own is stated.
    """

    text: str
    lower: str
    span: Span
    actor: str | None
    is_own_cue: bool = False

    @property
    def is_capitalised(self) -> bool:
        return self.text[:1].isupper()


def split_words(text: str, sentence: Span, names: Sequence[NamePlace]) -> list[Word]:
    """Return the words at `sentence` of a text; `names` are those in it, in order."""
    words: list[Word] = []
    at = sentence.start
    for name in names:
        words += _plain_words(text, at, name.span.start)
        written = text[name.span.start : name.span.end]
        words.append(Word(written, written.lower(), name.span, name.actor))
        at = name.span.end
    return words + _plain_words(text, at, sentence.end)


def _plain_words(text: str, start: int, end: int) -> list[Word]:
    return [
        Word(match[0], match[0].lower().replace("’", "'"), Span(match.start(), match.end()), None)
        for match in _WORD.finditer(text, start, end)
    ]
