"""What the words cited take back, doubt or leave to others, and the editor's sentences state: rather than, unless."""

from collections.abc import Sequence

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.restrictions import find_widened
from newsbrief.reading.statements.unanswered import Cited, find_unanswered


def find_taken_back(
    text: str, words: Sequence[Word], cited: Cited, lexicon: StatementLexicon
) -> tuple[str, Word] | None:
    """Return the message of what a sentence states of words that those cited take back or restrict, and these."""
    found = find_unanswered(words, cited, lexicon)
    pattern = lexicon.superlative_pattern
    if found is None and pattern and pattern.search(text):
        found = find_widened(words, cited, lexicon)
    if found is None:
        return None
    own, their = found
    return f"the sentence states “{own.text}” where the cited words have “{their.text}”", their
