"""The asides of a sentence, and the names or numbers that are joined in it.

`split_asides(split_words("Aske, a baker, left", …))` are the words without the aside, and the aside with its name.
"""

from collections.abc import Iterator, Sequence

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.roles import is_number

_FARTHEST = 6
_LONGEST_ASIDE = 14
_STOPS = frozenset('.;:!?()[]“”„«»"')
_PAIRS = {",": ",", "–": "–", "—": "—", "(": ")"}


def split_asides(words: Sequence[Word]) -> list[Sequence[Word]]:
    """Return the words without what stands between two commas, dashes or brackets after a name, and that, after it."""
    kept: list[Word] = []
    asides: list[Sequence[Word]] = []
    at = 0
    while at < len(words):
        end = _end_of_aside(words, at) if kept and kept[-1].actor else None
        if end is None:
            kept.append(words[at])
            at += 1
        else:
            asides.append([kept[-1], *words[at:end]])
            at = end + 1
    return [kept, *asides]


def _end_of_aside(words: Sequence[Word], at: int) -> int | None:
    """Return the number of the sign that closes what the one at `at` opens."""
    closing = _PAIRS.get(words[at].text)
    if closing is None or at + 1 == len(words) or words[at + 1].actor:
        return None
    for end in range(at + 1, min(len(words), at + _LONGEST_ASIDE)):
        if words[end].text == closing:
            return end
        if words[end].text in _STOPS:
            return None
    return None


def group_joined(words: Sequence[Word], lexicon: StatementLexicon) -> Iterator[tuple[int, int]]:
    """Yield from where to where names or numbers stand that are joined, as by "and": what is said of one is of all."""
    at = 0
    while at < len(words):
        if words[at].actor is None:
            at += 1
            continue
        end = at + 1
        while (following := _joined(words, end, lexicon)) is not None:
            end = following + 1
        yield at, end
        at = end


def _joined(words: Sequence[Word], end: int, lexicon: StatementLexicon) -> int | None:
    """Return the number of the name or number that is joined to the one that ends before `end`, if one is."""
    joint = ""
    at = end
    while at < len(words) and words[at].actor is None:
        lower = words[at].lower
        if lower == "," or lexicon.has("joining", lower):
            joint = lower
        elif not (lexicon.has("determiners", lower) or words[at].is_capitalised):
            return None
        at += 1
    if not joint or at == len(words) or is_number(words[at].actor or "") != is_number(words[end - 1].actor or ""):
        return None
    following = words[at + 1 : at + _LONGEST_ASIDE] if joint == "," else ()
    goes_on = any(lexicon.has("joining", word.lower) and word.lower != "but" for word in following[:_FARTHEST])
    return at if joint != "," or goes_on else None
