"""A wrong name gets the nearest right one as a suggestion."""

from newsbrief.content.similar_words import Vocabulary
from newsbrief.content.validation import suggest


def test_the_nearest_name_is_suggested_or_all_are_listed() -> None:
    assert suggest("Afircom", Vocabulary(("africom", "un"))) == "did you mean 'africom'?"
    assert suggest("zzz", Vocabulary(("un", "africom"))) == "choose one of: africom, un"
