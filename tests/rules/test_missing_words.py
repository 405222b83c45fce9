"""Words are cited as the article has them; only typography makes no difference."""

import pytest

from support.findings import messages


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
