"""What a sentence states of two actors, with the hedges that it puts on it.

`tie_all(words, subject, object, sense, 3, 4)` are the ties of a word of relation, the fourth, and its two arguments.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from newsbrief.model.document import Span
from newsbrief.reading.relations import grammar
from newsbrief.reading.relations.arguments import Argument
from newsbrief.reading.relations.cues import Sense
from newsbrief.reading.sentence_words import Word

_REPORTING = grammar.ALLEGATIONS | grammar.SAYING
_OPENING, _MARKS = frozenset("“«„"), frozenset('“”«»„"')


class Tie(Struct, frozen=True):
    """What a sentence states of two actors.

    `hedges` are those that fit its words; none if it is stated as a fact. `is_negated` if the words say that it is not
    so. `words` reaches from the first of its words to the last; `pronoun` stands for the one `meant`.
    """

    subject: str
    object: str
    kinds: frozenset[str]
    hedges: frozenset[str]
    is_negated: bool
    words: Span
    pronoun: str = ""
    meant: str = ""

    def joins(self, one: str, other: str) -> bool:
        return (self.subject, self.object) in ((one, other), (other, one))


def tie_all(
    words: Sequence[Word],
    subject: Argument | None,
    object: Argument | None,
    sense: Sense,
    number: int,
    after: int,
    more: frozenset[str] = frozenset(),
    is_apart: bool = False,
) -> Iterator[Tie]:
    """Yield the ties of a subject and an object; `is_apart` if the words are the article's own, set beside a name."""
    if subject is None or object is None:
        return
    if sense.is_swapped:
        subject, object = object, subject
    around = frozenset() if is_apart else _around(words, number, subject, object)
    if "accuses" in sense.kinds:
        # Who denies an accusation denies what is said in it.
        around -= {"denied"}
    hedges = subject.hedges | object.hedges | more | around
    span = Span(words[number].span.start, words[min(after, len(words)) - 1].span.end)
    stands_in = next((each for each in (subject, object) if each.pronoun), None)
    pronoun, meant = (stands_in.pronoun, stands_in.actors[0]) if stands_in else ("", "")
    for one in subject.actors:
        for other in object.actors:
            if one != other:
                yield Tie(one, other, sense.kinds, hedges - {"not"}, "not" in hedges, span, pronoun, meant)


def _outside_marks(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words that follow the last quotation that has ended, with those before it that stand in no marks."""
    outside: list[Word] = []
    quoted: list[Word] = []
    is_open = False
    for word in words:
        if word.text in _MARKS:
            is_open = word.text in _OPENING if word.text != '"' else not is_open
            if is_open:
                quoted = []
        else:
            (quoted if is_open else outside).append(word)
    # Where the quotation is still open, its own words say how sure it is.
    return [*outside, *quoted] if is_open else outside


def _around(words: Sequence[Word], number: int, subject: Argument, object: Argument) -> frozenset[str]:
    """Return the hedges that the sentence puts on all of it: before its subject, or after its last word."""
    hedges: set[str] = set()
    first = min(subject.start, object.start, number)
    for word in _outside_marks(words[:first]):
        if word.lower in _REPORTING and word.text != "May":
            hedges |= {"alleged", "reported"}
        if word.lower in grammar.DENIALS:
            hedges.add("denied")
        if word.lower in grammar.AT_FIRST:
            hedges.add("past")
    if [word.lower for word in words[subject.end : subject.end + 2]] in ([",", "who"], [",", "which"]):
        # What a clause adds to a name is the article's own, whoever speaks around it.
        hedges.clear()
    last = max(subject.end, object.end, number + 1)
    rest = [word.lower for word in words[last : last + 12]]
    for at, following in enumerate(rest):
        if following in ("allegedly", "reportedly", "supposedly") or (
            following == "according" and rest[at + 1 : at + 2] == ["to"]
        ):
            hedges |= {"alleged", "reported"}
        if (
            following in grammar.SAYING
            and at > 1
            and "," in rest[: at - 1]
            and not {"who", "which", "and", "but"} & set(rest[:at])
        ):
            hedges |= {"alleged", "reported"}
        if following in ("denies", "denied", "deny"):
            hedges.add("denied")
        if following in ("until", "till") and at < 3:
            hedges.add("past")
    return frozenset(hedges)
