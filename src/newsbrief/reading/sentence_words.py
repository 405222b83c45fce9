"""The words of a sentence, one by one, with the names of actors among them as single words.

`split_words("Sorland’s navy", 0, ())` are `Sorland`, `'s` and `navy`.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from newsbrief.evidence.names import NamePlace
from newsbrief.model.document import Span

_WORD = re.compile(r"[’']s(?!\w)|[^\W\d_]+(?:(?![’']s(?!\w))[’'-][^\W\d_]+)*|\d[\d.,]*\d|\d|[^\w\s]")
_OPENING = "\"'“‘«‹»›„‚「『《〈([¿¡"
_LARGE = r"[^\W\d_a-zß-öø-ÿα-ωά-ώа-џ]"
_CLOSING = r"[\"'”’“‘»›«)\]]*"
_END = re.compile(
    rf"[.!?…]+{_CLOSING}\s+(?=(?:[{re.escape(_OPENING)}][ \u00a0\u202f]?)*{_LARGE})"
    rf"|[؟۔।]+{_CLOSING}\s+|[。！？]+[」』”’》〉）]*|\n"
)
_NO_END = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Capt|Adm|Prof|St|Sen|Rep|Gov|Rev|No|vs|Inc|Ltd|Co|Jr|Sr|Nr|bzw|ca|Mme|Mlle|Sra|Sig|Hr|Fr|p\.m|a\.m))\.$"
)


class Word(Struct, frozen=True):
    """A word or a sign at its place in the article; `actor` is the id of the actor whom it names."""

    text: str
    lower: str
    span: Span
    actor: str | None

    @property
    def is_capitalised(self) -> bool:
        return self.text[:1].isupper()


def find_sentences(text: str, span: Span) -> list[Span]:
    """Return the sentences of `text` that `span`, which lies in it, touches."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    cuts = _bounds_of_sentences(text, start, len(text) if end < 0 else end)
    first = max(bisect_left(cuts, span.start + 1) - 1, 0)
    last = bisect_left(cuts, span.end)
    return [Span(one, other) for one, other in zip(cuts[first:last], cuts[first + 1 : last + 1], strict=True)]


@lru_cache(maxsize=256)
def _bounds_of_sentences(text: str, start: int, end: int) -> tuple[int, ...]:
    """Return where the sentences of a paragraph begin, and where it ends."""
    ends = (
        match.end()
        for match in _END.finditer(text, start, end)
        if not _NO_END.search(text, max(start, match.start() - 6), match.start() + 1)
    )
    return (start, *ends, end)


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
