"""What somebody is, and what he was: a trombonist, where the words cited have a former trombonist.

`find_other_tenure(stated, cited, lexicon, table)` of these two are `trombonist` and `former trombonist`.
"""

from collections.abc import Iterator, Sequence

from newsbrief.reading.contrasts.contrast import Cited, Contrast, is_of_content, join_words
from newsbrief.reading.contrasts.table import ContrastTable
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon

_FORMER = 0
_MOST_BETWEEN = 2
_NEAR = 4
_WAS = 2


def find_other_tenure(
    stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon, table: ContrastTable
) -> Contrast | None:
    """Return a noun that is former in the words cited alone, or in the sentence alone, with theirs."""
    inside = [[word for word in words if span.meets(word.span)] for words, span in cited]
    if habit := _find_habit(stated, inside, lexicon):
        return habit
    if not _is_past(stated, table):
        ours = {lexicon.stem(word.lower): word for word in stated if is_of_content(word, lexicon)}
        for words in inside:
            for shown, noun in _former_nouns(words, lexicon, table):
                stem = lexicon.stem(noun.lower)
                if stem in ours and not _stands_alone(stem, inside, noun, lexicon):
                    return Contrast(ours[stem], shown)
    if any(_is_past(words, table, _FORMER, _WAS) for words in inside):
        return None
    theirs = {lexicon.stem(noun.lower) for words in inside for _, noun in _former_nouns(words, lexicon, table)}
    for shown, noun in _former_nouns(stated, lexicon, table):
        stem = lexicon.stem(noun.lower)
        for words in inside if stem not in theirs else ():
            at = next((at for at, word in enumerate(words) if lexicon.stem(word.lower) == stem), None)
            if at is not None and not _is_past(words[max(0, at - _NEAR) : at], table):
                return Contrast(shown, words[at])
    return None


def _find_habit(stated: Sequence[Word], cited: Sequence[Sequence[Word]], lexicon: StatementLexicon) -> Contrast | None:
    """Return “used to” and its verb in a sentence, where the words cited have verbs in the present alone."""
    at = next((at for at in range(1, len(stated) - 2) if _is_habit(stated, at, lexicon)), None)
    theirs = [word for words in cited for word in words]
    if at is None or any(lexicon.is_past(word.lower) for word in theirs):
        return None
    now = next((word for word in theirs if word.actor is None and lexicon.is_verb(word.lower)), None)
    return Contrast(join_words(stated[at : at + 3]), now) if now else None


def _is_habit(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether “used to” stands before a verb, and no form of “be” before it: he used to fish."""
    is_used = words[at].lower == "used" and words[at + 1].lower == "to"
    return is_used and lexicon.is_base(words[at + 2].lower) and not lexicon.has("be", words[at - 1].lower)


def _is_past(words: Sequence[Word], table: ContrastTable, *but: int) -> bool:
    """Say whether a sentence has a word by which something may be over, but for those on some sides."""
    sides = table.sides_of.get("former", {})
    return any(word.lower in sides and sides[word.lower] not in but for word in words)


def _former_nouns(
    words: Sequence[Word], lexicon: StatementLexicon, table: ContrastTable
) -> Iterator[tuple[Word, Word]]:
    """Yield the noun after each word such as “former”, the words between them shown with it: a former chief judge."""
    sides = table.sides_of.get("former", {})
    for at, word in enumerate(words):
        if sides.get(word.lower) != _FORMER:
            continue
        end = at + 1
        while end < len(words) and end - at <= _MOST_BETWEEN and words[end].text == "-":
            end += 1
        last = end
        for number in range(end + 1, min(len(words), at + _MOST_BETWEEN + 2)):
            if not _goes_on(words[number], lexicon):
                break
            # “A former Norwegian champion”, but “the former miner Ole Brun”.
            last = number if not words[number].is_capitalised else last
        end = last
        if end < len(words) and is_of_content(words[end], lexicon):
            yield join_words(words[at : end + 1]), words[end]


def _goes_on(word: Word, lexicon: StatementLexicon) -> bool:
    is_verb = lexicon.is_past(word.lower) or word.lower.endswith(("ed", "ing"))
    return is_of_content(word, lexicon) and not is_verb


def _stands_alone(stem: str, cited: Sequence[Sequence[Word]], noun: Word, lexicon: StatementLexicon) -> bool:
    """Say whether the words cited have a noun elsewhere as well, of somebody who is that now."""
    return any(lexicon.stem(word.lower) == stem and word is not noun for words in cited for word in words)
