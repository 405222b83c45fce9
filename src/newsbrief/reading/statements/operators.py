"""The words that take something back, doubt it or leave it to others, and the words that they do so to.

`find_operators(split_words("Harlow sold the mill instead of closing it", …), lexicon)` has `instead of`, which leaves
`closing` undone.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newsbrief.reading.sentence_words import Word, read_once
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.operator_table import CLAIMED, CONDITIONAL, EXCEPTED, UNDONE, OperatorPhrase, Place

_ENDS = frozenset('.,;:!?()–—“”"')
_BREAKS = frozenset(".;:!?")
FORMS = ("ing", "ed")
"""The forms of a verb that a phrase may want; `ed` is any past."""

_MOST_WORDS, _MOST_HEADS = 60, 20
_FARTHEST = 12
"""The most words between a verb such as “accused” and its “of”."""


class Operator(NamedTuple):
    """A word or phrase of a `kind`, from the word number `start` to before `end`, and the numbers of its heads.

    A head is the verb or the noun to which it does something: in “instead of closing the mill”, `closing`.
    """

    kind: str
    start: int
    end: int
    heads: tuple[int, ...]


def find_operators(words: Sequence[Word], lexicon: StatementLexicon) -> tuple[Operator, ...]:
    """Return the operators of a sentence, in order; those that a negation takes back are none."""
    return read_once(_read_operators, words, lexicon)


def _read_operators(words: Sequence[Word], lexicon: StatementLexicon) -> tuple[Operator, ...]:
    return tuple(_operators_in(words, lexicon))


def _operators_in(words: Sequence[Word], lexicon: StatementLexicon) -> Iterator[Operator]:
    table = lexicon.operators
    look_up = table.known.get
    for at, word in enumerate(words):
        senses: Sequence[OperatorPhrase] | None = look_up(word.lower)
        if senses is None:
            senses = table.senses_of(word.lower, lexicon.stem)
        if not senses or word.actor is not None or (at and _denies(words[at - 1], lexicon)):
            continue
        for phrase in senses:
            if found := _READERS[phrase.place](words, at, phrase, lexicon):
                yield found
                break


def _read_phrase(words: Sequence[Word], at: int, phrase: OperatorPhrase, lexicon: StatementLexicon) -> Operator | None:
    """Return an operator whose words stand together, as in “rather than”."""
    end = at + len(phrase.words)
    if end > len(words) or not all(_fits(*each, lexicon) for each in zip(words[at:end], phrase.words, strict=True)):
        return None
    end -= phrase.words[-1] in FORMS
    if not _is_meant(words, at, end, phrase, lexicon):
        return None
    return Operator(phrase.kind, at, end, tuple(_find_heads(words, end, lexicon)))


def _read_verb(words: Sequence[Word], at: int, phrase: OperatorPhrase, lexicon: StatementLexicon) -> Operator | None:
    """Return a verb with the preposition that it wants: accused … of."""
    begin = _find_preposition(words, at + 1, phrase)
    if not begin or (at > 1 and _denies(words[at - 2], lexicon)):
        return None
    is_wrong = at > 0 and lexicon.has("wrongly", words[at - 1].lower)
    kind = UNDONE if is_wrong and phrase.kind == CLAIMED else phrase.kind
    return Operator(kind, at, begin, tuple(_find_heads(words, begin, lexicon)))


def _read_bound(words: Sequence[Word], at: int, phrase: OperatorPhrase, lexicon: StatementLexicon) -> Operator | None:
    """Return the bound of a time: in 2031 at the earliest."""
    is_bound = at > 2 and words[at - 2].lower == "at"
    return Operator(phrase.kind, at - 2, at + 1, (at - 3,)) if is_bound else None


def _read_alone(words: Sequence[Word], at: int, phrase: OperatorPhrase, lexicon: StatementLexicon) -> Operator | None:
    """Return “only” before a name, with the verb after that."""
    if at + 1 == len(words) or words[at + 1].actor is None or (at and words[at - 1].actor):
        return None
    return Operator(phrase.kind, at, at + 2, tuple(_find_verbs(words, at + 2, lexicon))[:1])


def _read_opposing(
    words: Sequence[Word], at: int, phrase: OperatorPhrase, lexicon: StatementLexicon
) -> Operator | None:
    """Return “against” before words such as “the advice”."""
    near = range(at + 1, min(len(words), at + 4))
    opposed = next((n for n in near if words[n].actor is None and lexicon.has("opposed", words[n].lower)), None)
    return Operator(phrase.kind, at, opposed, (opposed,)) if opposed is not None else None


def _read_excess(words: Sequence[Word], at: int, phrase: OperatorPhrase, lexicon: StatementLexicon) -> Operator | None:
    """Return the words before the verb in “too thin to carry”."""
    for number in range(at + 2, min(len(words) - 1, at + 4)):
        if words[number].lower == "to" and lexicon.is_verb(words[number + 1].lower):
            return Operator(phrase.kind, at, number + 1, tuple(_find_heads(words, number + 1, lexicon)))
    return None


def _read_inverted(
    words: Sequence[Word], at: int, phrase: OperatorPhrase, lexicon: StatementLexicon
) -> Operator | None:
    """Return the condition of “Had the alarm worked, …”."""
    if at and words[at - 1].text not in _ENDS:
        return None
    near = range(at + 2, min(len(words), at + _FARTHEST))
    end = next((number for number in near if words[number].text == ","), None)
    if end is None or not is_hypothesis(words[end:]):
        return None
    verbs = tuple(number for number in range(at + 2, end) if _is_past(words[number], lexicon))
    return Operator(phrase.kind, at, at + 1, verbs[:1]) if verbs else None


_READERS: Mapping[Place, Callable[[Sequence[Word], int, OperatorPhrase, StatementLexicon], Operator | None]] = {
    "after": _read_phrase,
    "across": _read_verb,
    "bounds of time": _read_bound,
    "alone": _read_alone,
    "opposing": _read_opposing,
    "excess": _read_excess,
    "inverted": _read_inverted,
}


def is_hypothesis(words: Sequence[Word]) -> bool:
    """Say whether a sentence has “would have” or “would not have”: what was not, or was, but for something."""
    near = words[:_MOST_WORDS]
    would = next((at for at, word in enumerate(near) if word.lower in ("would", "wouldn't")), len(near))
    return any(word.lower == "have" for word in near[would + 1 : would + 4])


def _is_meant(words: Sequence[Word], start: int, end: int, phrase: OperatorPhrase, lexicon: StatementLexicon) -> bool:
    """Say whether words are an operator here: `all but` is none before an adjective, `could have` needs a “did not”."""
    if phrase.kind == EXCEPTED:
        is_number = end < len(words) and (words[end].text[0].isdigit() or lexicon.has("numbers", words[end].lower))
        return not is_number and not (start and lexicon.has("auxiliaries", words[start - 1].lower))
    if phrase.kind == CONDITIONAL and lexicon.has("thoughts of", words[start].lower):
        return end < len(words) and words[end].lower.endswith("ing")
    if words[start].lower == "without":
        return not any(word.lower in ("would", "wouldn't") for word in words[:_MOST_WORDS])
    if words[end - 1].lower == "have" and lexicon.has("possible", words[start].lower):
        after = [word.lower for word in words[end : end + _MOST_HEADS]]
        return any(
            one == "but" and not lexicon.words_of(("negations",)).isdisjoint(after[at + 1 : at + 4])
            for at, one in enumerate(after)
        )
    return True


def _fits(word: Word, wanted: str, lexicon: StatementLexicon) -> bool:
    """Say whether a word is the one that a phrase wants, or has its form: `ing` is any that ends in it."""
    if wanted == "ed":
        return word.actor is None and lexicon.is_past(word.lower)
    return word.lower == wanted or (wanted in FORMS and word.actor is None and word.lower.endswith(wanted))


def _denies(word: Word, lexicon: StatementLexicon) -> bool:
    return lexicon.has("negative subjects", word.lower) or word.lower == "never" or word.lower.endswith("n't")


def _find_preposition(words: Sequence[Word], at: int, phrase: OperatorPhrase) -> int:
    """Return the number of the word after the preposition that a verb wants, 0 where it has none.

    Some want a form in -ing after it: who blames a club for a death does not doubt the death.
    """
    wants_verb = phrase.words[-1] == "ing"
    for number in range(at, min(len(words) - 1, at + _FARTHEST)):
        word = words[number]
        if word.text in _BREAKS:
            return 0
        if word.lower == phrase.words[1] and (not wants_verb or words[number + 1].lower.endswith("ing")):
            return number + 1
    return 0


def _find_heads(words: Sequence[Word], start: int, lexicon: StatementLexicon) -> Iterator[int]:
    """Yield the heads of what begins at a word: the verbs of a clause, or a verb and not its objects, or a noun."""
    for at in range(start - 1, min(len(words), start + 1)):
        if lexicon.has("clause openers", words[at].lower) and words[at].lower != "if":
            yield from list(_find_verbs(words, at + 1, lexicon)) or _find_noun(words, at + 1, lexicon)
            return
    if words[start - 1].lower == "have":
        # “Could have refused to sign”.
        yield from (number for number in range(start, min(start + 3, len(words))) if _is_past(words[number], lexicon))
        return
    yield from _find_noun(words, start, lexicon)


def _find_noun(words: Sequence[Word], start: int, lexicon: StatementLexicon) -> Iterator[int]:
    """Yield a verb without its objects, or the last word of a noun."""
    last = None
    for number in range(start, min(len(words), start + _MOST_HEADS)):
        word = words[number]
        if last is not None and lexicon.has("joining", word.lower) and _begins_verb(words, number + 1, lexicon):
            break
        if word.text in _ENDS or (
            last is not None and word.lower in lexicon.words_of(("contrasts", "relatives", "conjunctions"))
        ):
            break
        if word.actor or _is_small(word, lexicon):
            if last is not None and lexicon.has("prepositions", word.lower):
                break
            continue
        if word.lower.endswith("ing") or (last is None and lexicon.is_base(word.lower) and _is_verb_at(words, number)):
            yield number
            if not any(lexicon.has_stem(key, lexicon.stem(word.lower)) for key in ("light verbs", "letting")):
                return
        last = number
    if last is not None:
        yield last


def _begins_verb(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether a finite verb begins at a word: “… and offered repairs”."""
    if at >= len(words) or words[at].actor:
        return False
    return lexicon.is_past(words[at].lower) or words[at].lower in lexicon.words_of(
        ("auxiliaries", "modals", "pronouns")
    )


def _is_past(word: Word, lexicon: StatementLexicon) -> bool:
    return word.actor is None and lexicon.is_past(word.lower)


def _is_verb_at(words: Sequence[Word], number: int) -> bool:
    return not (number and words[number - 1].lower in ("a", "an", "the", "its", "his", "her", "their", "of", "for"))


def _is_small(word: Word, lexicon: StatementLexicon) -> bool:
    return word.lower in lexicon.small or lexicon.has("prepositions", word.lower) or not word.lower[0].isalpha()


def _find_verbs(words: Sequence[Word], start: int, lexicon: StatementLexicon) -> Iterator[int]:
    """Yield the verbs of content of a clause."""
    for number in range(start, min(len(words), start + _MOST_HEADS)):
        word = words[number]
        if word.text in _BREAKS or lexicon.has("contrasts", word.lower):
            return
        if word.actor is None and not _is_small(word, lexicon) and lexicon.may_be_verb(word.lower):
            yield number
