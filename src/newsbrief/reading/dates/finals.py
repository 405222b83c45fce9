"""The final one of several days or weeks, which is no date: the last day of the mill, its last week.

`is_final("On its last day", Span(7, 15), "en")` is true.
"""

from newsbrief.model.document import Span
from newsbrief.reading.dates.lexicon import read_lexicon
from newsbrief.reading.dates.tokens import cut_tokens

_FAR = 12
"""The most characters before words in which an owner stands."""


def is_final(text: str, span: Span, language: str) -> bool:
    """Say whether the words at `span` name the final one of several, not a day or a week by its distance."""
    finals = read_lexicon(language).finals
    if not finals:
        return False
    start = max(0, span.start - _FAR)
    tokens = cut_tokens(text[start : span.end])
    words = tuple(token.text for token in tokens)
    inside = next((number for number, token in enumerate(tokens) if token.start >= span.start - start), len(tokens))
    return any(
        words[at : at + len(phrase)] == phrase and at + len(phrase) > inside
        for phrase in finals
        for at in range(len(words))
    )
