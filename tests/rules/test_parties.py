"""A party is named by the article, or by a source outside."""

from support.findings import messages


def test_a_name_inside_a_longer_word_is_no_mention() -> None:
    facts = "actors:\n  - {id: un, name: United Nations, abbr: UN, kind: alliance}\n"
    assert messages("The UNESCO and the UNs met in the sun.", facts) == ["the article does not name United Nations"]
    assert messages("The UN's envoy and the UN-backed force met.", facts) == []


def test_a_background_party_with_an_outside_source_needs_no_mention() -> None:
    source = "{title: The town, url: https://example.org/}"
    facts = f"actors:\n  - {{id: a, name: A, kind: state, background: true, about: [{{text: B., source: {source}}}]}}\n"
    assert messages("The bridge closed.", facts) == []
