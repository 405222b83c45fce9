"""Why something is so, and what it is so in spite of: although nights are colder, where the words cited have because.

`find_other_cause(stated, cited, lexicon, table)` of these two are `although` and `because`.
"""

from collections.abc import Sequence

from newsbrief.reading.contrasts.contrast import Cited, Contrast, read_both, sides_in, stems_within
from newsbrief.reading.contrasts.table import ContrastTable
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon


def find_other_cause(
    stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon, table: ContrastTable
) -> Contrast | None:
    """Return a word for a cause before what the words cited have as none, or the other way round."""
    sides = table.sides_of.get("causes", {})
    ours, theirs = read_both(
        stated,
        cited,
        lambda words: [
            (side, words[at], stems_within(words[at + 1 :], lexicon)) for at, side in sides_in(words, sides)
        ],
    )
    for side, word, stems in ours:
        same = [(each, their) for each, their, those in theirs if stems & those]
        if same and all(each != side for each, _ in same):
            return Contrast(word, same[0][1])
    return None
