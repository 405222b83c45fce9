"""Where sentences end: at a full stop or the like that a capital letter follows, and at the end of a line.

`find_sentence("He left. She stayed.", 10)` is `Span(9, 20)`: a sentence goes on to where the next one begins. A stop
after an initial, a title or another abbreviation ends none; the stops of scripts without capital letters always do.
"""

import re
from bisect import bisect_left
from functools import lru_cache

from newsbrief.model.document import Span
from newsbrief.model.patterns import compile_late

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

_ORDINAL = re.compile(r"(?:(?<!\w)(?P<before>[A-Za-z]+) |(?<![\w.,]))\d{1,2}$")
_BEFORE_ORDINAL = frozenset({"der", "die", "das", "den", "dem", "im", "vom", "zum", "zur", "beim"})
_BEFORE_DAY = _BEFORE_ORDINAL | {"", "am", "ab", "seit", "bis", "und", "oder", "des", "nach", "vor"}
_MONTH = compile_late(
    r"\s+(?:Januar|Jänner|Februar|Feber|M(?:ä|a\u0308)rz|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
)


def is_ordinal(text: str, stop: int) -> bool:
    """Say whether the full stop at `stop` makes the number before it an ordinal one: `am 14. Februar`, `im 2. Quartal`.

    German nouns have capitals, as words that begin a sentence do. Other languages have some of its months (“rose to 14.
    August was worse”), so that the word before the number counts, too.
    """
    number = _ORDINAL.search(text, max(0, stop - 12), stop)
    if number is None:
        return False
    before = (number["before"] or "").lower()
    return before in _BEFORE_ORDINAL or (before in _BEFORE_DAY and _MONTH.match(text, stop + 1) is not None)


def find_sentence(text: str, at: int) -> Span:
    """Return the sentence of `text` that holds the character at `at`."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    cuts = _bounds_of_sentences(text, start, len(text) if end < 0 else end)
    number = min(max(bisect_left(cuts, at + 1) - 1, 0), len(cuts) - 2)
    return Span(cuts[number], cuts[number + 1])


def cut_sentences(text: str) -> list[Span]:
    """Return all sentences of `text`."""
    return find_sentences(text, Span(0, len(text)))


def find_sentences(text: str, span: Span) -> list[Span]:
    """Return the sentences of `text` that `span`, which lies in it, touches."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    cuts = _bounds_of_sentences(text, start, len(text) if end < 0 else end)
    first = max(bisect_left(cuts, span.start + 1) - 1, 0)
    last = bisect_left(cuts, span.end)
    return [Span(one, other) for one, other in zip(cuts[first:last], cuts[first + 1 : last + 1], strict=True)]


@lru_cache(maxsize=256)
def _bounds_of_sentences(text: str, start: int, end: int) -> tuple[int, ...]:
    """Return where the sentences of a stretch of text begin, and where it ends."""
    ends = (
        match.end()
        for match in _END.finditer(text, start, end)
        if not _NO_END.search(text, max(start, match.start() - 6), match.start() + 1)
        and not (text.startswith(".", match.start()) and is_ordinal(text, match.start()))
    )
    return (start, *ends, end)
