"""A party is named by the article, or by a source outside."""

from support.findings import check, messages


def test_a_name_inside_a_longer_word_is_no_mention() -> None:
    facts = "actors:\n  - {id: un, name: United Nations, abbr: UN, kind: alliance}\n"
    assert messages("The UNESCO and the UNs met in the sun.", facts) == ["the article does not name United Nations"]
    assert messages("The UN's envoy and the UN-backed force met.", facts) == []


def test_a_background_party_with_an_outside_source_needs_no_mention() -> None:
    source = "{title: The town, url: https://example.org/}"
    facts = f"actors:\n  - {{id: a, name: A, kind: state, background: true, about: [{{text: B., source: {source}}}]}}\n"
    assert messages("The bridge closed.", facts) == []


def test_each_actor_of_a_circle_is_a_member_of_itself_and_those_who_lead_to_it_are_not() -> None:
    above = {"a": "b", "b": "c", "c": "b", "d": "a", "e": "e", "f": "none"}
    facts = "actors:\n" + "".join(
        f"  - {{id: {id}, name: Name{id}, kind: group, member_of: {other}}}\n" for id, other in above.items()
    )
    found = [message for message in messages(" ".join(f"Name{id}" for id in above), facts) if "itself" in message]
    assert found == [f"'{id}' is a member of itself" for id in "bce"]


def test_of_many_ids_a_hint_lists_the_first() -> None:
    ids = [f"{one}{other}" for one in "abcdefgh" for other in "abcdefghi"]
    facts = "actors:\n" + "".join(f"  - {{id: {id}, name: Name{id}, kind: group}}\n" for id in ids)
    facts += "relations:\n  - {from: aa, to: zzzzzz, kind: backs, cite: Nameaa}\n"
    (problem,) = check(" ".join(f"Name{id}" for id in ids), facts)
    assert problem.hint == f"choose one of: {', '.join(ids[:60])} and 12 more"
