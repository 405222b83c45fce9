"""A passage and the saying that it belongs to, and names before a colon: `ASKE: “We sail.”`

`bind_label(sentences, colon)` is the bond of the words after a colon to the name before it.
"""

from msgspec import Struct

from newsbrief.reading.speech.phrases import read_left
from newsbrief.reading.speech.phrases_after import read_right
from newsbrief.reading.speech.sentences import Saying, TokenSentences

COLONS = (":", "：")


class Bond(Struct, frozen=True):
    """A passage's saying. `is_plain`: it stands right beside the marks and is understood; `is_set_off`: a sign divides.

    `is_carried` says that the saying belongs to the passage before and nothing stands between the two, `is_direct`
    that no word stands between the verb and the marks.
    """

    saying: Saying
    is_plain: bool
    is_set_off: bool = False
    is_carried: bool = False
    is_direct: bool = False


def bind_label(sentences: TokenSentences, colon: int) -> Bond | None:
    """Return the bond to the name before a colon: `ASKE: “…”`, or to the subject of what leads to one."""
    grammar = sentences.grammar
    if grammar.word(colon) not in COLONS:
        return None
    start = sentences.starts[colon]
    end = colon
    if grammar.word(end - 1) == ")":
        while end > start and grammar.word(end) != "(":
            end -= 1
    subjects = read_left(grammar, end, start)
    is_clause = bool(subjects) and subjects[-1].kind == "noun" and bool(subjects[-1].related)
    if (
        subjects
        and not is_clause
        and (subjects[0].first == start or grammar.word(subjects[0].first - 1) in (",", "，"))
    ):
        return Bond(Saying(colon, subjects[0].first, colon, subjects, "label"), True, True)
    first = start
    while first < colon and grammar.is_(first, "conjunctions", "adverbs"):
        first += 1
    if subjects := read_right(grammar, first):
        return Bond(Saying(colon, subjects[0].first, colon, subjects, "label", is_sure=False), False, True)
    return None
