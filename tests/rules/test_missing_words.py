"""Words are cited as the article has them; only typography makes no difference."""

import pytest

from support.findings import check, messages


def test_a_claim_with_a_source_and_a_wrong_cite_is_still_wrong() -> None:
    facts = "key_points:\n  - {text: A., cite: it opened, source: {title: B, url: https://example.org/}}\n"
    assert messages("The bridge closed.", facts) == ["cited passage is not in the article"]


@pytest.mark.parametrize(
    "copied",
    [
        "“It’s late” — she said…",
        '"It\'s late" - she said...',
        "“It’s  late”\n      – she said. . .",
        "“It’s late” -- she said…",
    ],
)
def test_typography_alone_never_makes_a_difference(copied: str) -> None:
    facts = f"key_points:\n  - text: A.\n    cite: >-\n      {copied}\n"
    facts += "quotes:\n  - {speaker: unattributed, text: It’s late}\n"
    assert messages("Then “It’s late” — she said…", facts) == []


@pytest.mark.parametrize("copied", ["It’s Late", "It is late", "It’s late,", "Its late", "It’s lat", "t’s late"])
def test_words_case_and_other_punctuation_always_make_a_difference(copied: str) -> None:
    assert len(messages("It’s late; she said.", f'key_points:\n  - {{text: A., cite: "{copied}"}}\n')) == 1


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert messages("The cafe\u0301 closed.", "key_points:\n  - {text: A., cite: The caf\u00e9 closed}\n") == []
    assert messages("The caf\u00e9 closed.", "key_points:\n  - {text: A., cite: The cafe\u0301 closed}\n") == []


def test_words_may_be_cited_across_emphasis_and_links() -> None:
    article = "The **old** [bridge](https://example.org/) *closed*."
    assert messages(article, "key_points:\n  - {text: A., cite: The old bridge closed.}\n") == []


def test_the_words_of_a_link_s_address_are_not_the_article_s() -> None:
    article = "The [bridge](https://example.org/secret) closed."
    assert messages(article, "key_points:\n  - {text: A., cite: secret}\n") == ["cited passage is not in the article"]


def test_the_nearest_words_are_looked_for_up_to_a_bound_and_the_hints_stay_true() -> None:
    article = "The harbour of the town is closed for repairs."
    facts = "key_points:\n" + "  - {text: A., cite: The harbor of the town is closd}\n" * 520
    hints = [problem.hint for problem in check(article, facts)]
    nearest = "the article's nearest words: “The harbour of the town is closed” (article.md:6)"
    assert hints == [nearest] * 500 + ["copy the words from the article"] * 20


def test_selectors_are_proposed_up_to_a_bound_and_the_hints_stay_true() -> None:
    words = [f"{one}{other}" for one in "bdfgklm" for other in ("an", "en", "in", "on", "un", "as", "es", "is")]
    article = "\n\n".join(f"The {word} here. A {word} there." for word in words)
    facts = "key_points:\n" + "".join(f"  - {{text: A., cite: {word}}}\n" for word in words)
    hints = [problem.hint for problem in check(article, facts)]
    assert all("to choose the first, write: {exact:" in hint for hint in hints[:50])
    assert all(hint.endswith("the words right before or after it") for hint in hints[50:])
    assert len(hints) == len(words) > 50


def test_words_that_occur_thousands_of_times_are_counted_up_to_a_bound() -> None:
    (problem,) = check("It is so. " * 2100, "key_points:\n  - {text: A., cite: It is so}\n")
    assert problem.message == "the cited passage occurs 2000 or more times"
