"""The ties between an article and what rests on it."""

from newsbrief.pages.ties import party_id, words_id


def test_ids_of_cards_and_words():
    assert party_id("haftar") == "party-haftar"
    assert [words_id("quote-1", number) for number in range(3)] == [
        *("quote-1-words", "quote-1-words-2", "quote-1-words-3")
    ]
