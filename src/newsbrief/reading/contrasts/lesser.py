"""Titles that a word before them makes lesser ones: the deputy mayor, where the words cited have the mayor.

`find_other_grade(stated, cited, lexicon, table)` of these two are `deputy mayor` and `mayor`.
"""

from collections.abc import Iterator, Sequence

from newsbrief.reading.contrasts.contrast import Cited, Contrast, is_of_content, join_words, read_both
from newsbrief.reading.contrasts.table import ContrastTable
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon

Grades = tuple[str, bool, Word]
"""A noun by its stem, if a word before it makes it a lesser one, and both as one word."""


def find_other_grade(
    stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon, table: ContrastTable
) -> Contrast | None:
    """Return a title that is a lesser one in a sentence, or in the words cited, and not in the other."""
    ours, theirs = read_both(stated, cited, lambda words: _read_grades(words, lexicon, table))
    lesser = {stem for stem, is_lesser, _ in (*ours, *theirs) if is_lesser}
    for stem, is_lesser, word in ours if lesser else ():
        same = [(other, their) for title, other, their in theirs if title == stem]
        if stem in lesser and same and all(other != is_lesser for other, _ in same):
            return Contrast(word, same[0][1])
    return None


def _read_grades(words: Sequence[Word], lexicon: StatementLexicon, table: ContrastTable) -> Iterator[Grades]:
    lesser = table.sides_of.get("lesser", {})
    for at, word in enumerate(words):
        if not is_of_content(word, lexicon) or word.lower in lesser:
            continue
        start = at
        while start and at - start < 2 and (words[start - 1].text == "-" or words[start - 1].lower in lesser):
            start -= 1
        yield lexicon.stem(word.lower), start < at and words[start].lower in lesser, join_words(words[start : at + 1])
