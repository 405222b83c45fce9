"""What takes words back: the operators of a sentence, the words that they govern, shares and comparisons."""

from fractions import Fraction

import pytest

from newsbrief.model.document import Span
from newsbrief.reading.sentence_words import Word, split_words
from newsbrief.reading.statements.comparisons import find_crossed
from newsbrief.reading.statements.lexicon import read_lexicon
from newsbrief.reading.statements.operators import find_operators
from newsbrief.reading.statements.shares import read_share

LEXICON = read_lexicon("en")


def words_of(text: str) -> list[Word]:
    return split_words(text, Span(0, len(text)), ())


@pytest.mark.parametrize(
    ("text", "kind", "head"),
    [
        ("He sold the mill instead of closing it.", "undone", "closing"),
        ("She is a witness rather than a suspect.", "undone", "suspect"),
        ("The court cleared the firm of polluting the lake.", "undone", "polluting"),
        ("The ice was too thin to carry lorries.", "undone", "carry"),
        ("They built it against the advice of the board.", "undone", "advice"),
        ("He could have refused to sign but did not.", "undone", "refused"),
        ("Had the alarm worked, they would have fled.", "undone", "worked"),
        ("A guard was accused by two nurses of theft.", "claimed", "theft"),
        ("The clerk stayed away, citing a fever.", "claimed", "fever"),
        ("Nurses doubt whether the ward will open.", "doubted", "open"),
        ("The pool will close unless a buyer is found.", "conditional", "found"),
        ("The dam is no longer in danger.", "ceased", "danger"),
        ("The hall opens in 2031 at the earliest.", "bounded", "2031"),
    ],
)
def test_an_operator_does_something_to_its_head(text: str, kind: str, head: str) -> None:
    words = words_of(text)
    found = [(each.kind, words[number].lower) for each in find_operators(words, LEXICON) for number in each.heads]
    assert (kind, head.lower()) in found


@pytest.mark.parametrize(
    "text",
    [
        "The court never cleared the firm of polluting the lake.",
        "He could have refused to sign.",
        "The harbour is all but empty.",
        "The council considers the plan a success.",
        "They blame the club for the death of a swimmer.",
        "Had she a boat, they asked.",
    ],
)
def test_words_that_take_nothing_back_are_no_operators(text: str) -> None:
    assert list(find_operators(words_of(text), LEXICON)) == []


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("one in six drivers", Fraction(1, 6)),
        ("one driver in six", Fraction(1, 6)),
        ("two thirds of the voters", Fraction(2, 3)),
        ("four of the nine judges", Fraction(4, 9)),
        ("40 percent of them", Fraction(2, 5)),
        ("nine of the four judges", None),
        ("seven swans", None),
    ],
)
def test_a_share_is_read_from_its_words(text: str, share: Fraction | None) -> None:
    assert read_share(words_of(text), 0, LEXICON) == share


@pytest.mark.parametrize(
    ("stated", "is_crossed"),
    [
        ("The town has more butchers than bakers.", True),
        ("The town has more bakers than butchers.", False),
        ("The town has fewer butchers than bakers.", False),
    ],
)
def test_two_that_are_compared_keep_their_sides(stated: str, is_crossed: bool) -> None:
    cited = words_of("The town has more bakers than butchers.")
    span = Span(0, cited[-1].span.end)
    assert (find_crossed(words_of(stated), [(cited, span)], LEXICON) is not None) is is_crossed
