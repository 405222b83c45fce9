"""Within what something is the first or the largest: the first win away from home since October.

`find_widened(stated, cited, lexicon)` of “the first win since October” and that is the place of `first` in both.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsbrief.model.document import Span
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.unanswered import Cited

_STOPS = frozenset('.,;:!?()–—“”"')
_FARTHEST = 14
_MOST_BEFORE = 3


class Superlative(NamedTuple):
    """A word such as “first”, the stem of its noun, and the words of each phrase that restricts it."""

    word: Word
    noun: str
    restrictions: tuple[frozenset[str], ...]
    last: Word


def read_superlatives(words: Sequence[Word], lexicon: StatementLexicon) -> Iterator[Superlative]:
    """Yield the superlatives of a sentence, with what restricts them."""
    plain = lexicon.words_of(("superlatives",))
    for at, word in enumerate(words):
        lower = word.lower
        if (lower in plain or lower.endswith("est")) and word.actor is None and _is_superlative(lower, lexicon):
            yield _read(words, at, lexicon)


def _is_superlative(lower: str, lexicon: StatementLexicon) -> bool:
    if lexicon.has("superlatives", lower):
        return True
    return len(lower) > 5 and lower.endswith("est") and not lexicon.has("no superlatives", lower)


def _read(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> Superlative:
    noun: list[Word] = []
    end = at + 1
    while end < len(words) and _is_content(words[end], lexicon) and len(noun) <= _MOST_BEFORE:
        noun.append(words[end])
        end += 1
    restrictions = [frozenset({_stem(word, lexicon)}) for word in noun[:-1]]
    phrase: set[str] = set()
    last_was_to = False
    stands_apart = _stands_apart(words, at, lexicon)
    last = noun[-1] if noun else words[at]
    for word in words[end : end + _FARTHEST]:
        is_after_to = last_was_to and word.lower in ("have", "be")
        last_was_to = word.lower == "to"
        is_auxiliary = word.actor is None and lexicon.has("auxiliaries", word.lower) and not is_after_to
        if word.text in _STOPS or (is_auxiliary and not last_was_to):
            break
        if word.actor is None and word.lower in lexicon.words_of(("conjunctions", "relatives", "joining", "modals")):
            break
        if word.actor is None and lexicon.has("restricting", word.lower):
            if not (stands_apart or lexicon.has("restricting closely", word.lower)):
                break
            restrictions += [frozenset(phrase)] if phrase else []
            phrase = set()
            continue
        if not phrase and not restrictions and word == words[end]:
            break
        if word.lower in lexicon.small and not word.text[0].isdigit():
            continue
        phrase.add(_stem(word, lexicon))
        last = word
    restrictions += [frozenset(phrase)] if phrase else []
    head = lexicon.stem_of_meaning(noun[-1].lower) if noun and noun[-1].actor is None else ""
    return Superlative(words[at], head, tuple(restrictions), last)


def _stands_apart(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether a superlative follows “is” or a comma, so that what comes after it restricts no verb."""
    while at and (
        words[at - 1].actor or words[at - 1].lower == "'s" or lexicon.has("determiners", words[at - 1].lower)
    ):
        at -= 1
    return bool(at) and (words[at - 1].text == "," or lexicon.has("linking", words[at - 1].lower))


def _is_content(word: Word, lexicon: StatementLexicon) -> bool:
    is_small = word.lower in lexicon.small or lexicon.has("prepositions", word.lower)
    return (
        word.actor is None and word.lower[0].isalpha() and not is_small and not lexicon.has("restricting", word.lower)
    )


def _stem(word: Word, lexicon: StatementLexicon) -> str:
    return f"@{word.actor}" if word.actor else lexicon.stem(word.lower)


def find_widened(stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon) -> tuple[Word, Word] | None:
    """Return a superlative of a sentence that the words cited restrict and the sentence does not, and theirs."""
    ours = list(read_superlatives(stated, lexicon))
    known = frozenset(_stem(word, lexicon) for word in stated) if ours else frozenset[str]()
    for words, span, _ in cited if ours else ():
        for their in read_superlatives(words, lexicon):
            own = next((each for each in ours if _are_alike(each, their)), None)
            if own is None or not span.holds(their.word.span) or len(own.restrictions) >= len(their.restrictions):
                continue
            for restriction in their.restrictions:
                # A name may be told as a pronoun, a time may be that of the verb.
                is_open = any(stem.startswith("@") for stem in restriction) or _is_time(restriction, lexicon)
                if not is_open and restriction.isdisjoint(known):
                    text = " ".join(
                        word.text for word in words if their.word.span.start <= word.span.start <= their.last.span.start
                    )
                    shown = Word(text, text.lower(), Span(their.word.span.start, their.last.span.end), None)
                    return own.word, shown
    return None


def _are_alike(own: Superlative, their: Superlative) -> bool:
    return own.word.lower == their.word.lower and (not own.noun or not their.noun or own.noun == their.noun)


def _is_time(stems: frozenset[str], lexicon: StatementLexicon) -> bool:
    return any(lexicon.has("time", stem) for stem in stems)
