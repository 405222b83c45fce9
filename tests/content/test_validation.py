"""A wrong name gets the nearest right one as a suggestion."""

from msgspec import Struct

from newsbrief.content.similar_words import Vocabulary
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.content.validation import convert_entry, suggest


def test_the_nearest_name_is_suggested_or_all_are_listed() -> None:
    assert suggest("Afircom", Vocabulary(("africom", "un"))) == "did you mean 'africom'?"
    assert suggest("zzz", Vocabulary(("un", "africom"))) == "choose one of: africom, un"


class Person(Struct, forbid_unknown_fields=True):
    """A person with friends, of whom each has a name."""

    name: str
    age: int | None = None
    friends: tuple["Person", ...] = ()


def faults(text: str) -> list[str]:
    file = parse_yaml(SourceFile("a.yaml", text))
    return [problem.message for problem in convert_entry(file, (), file.values, Person)[1]]


def test_all_unknown_keys_of_a_mapping_are_reported_however_many() -> None:
    text = (
        "name: A\n" + "".join(f"key{number}: 1\n" for number in range(300)) + "friends:\n  - {name: B, agee: 1, x: 2}\n"
    )
    assert faults(text) == [
        *(f"unknown key 'key{number}'" for number in range(300)),
        "unknown key 'agee'",
        "unknown key 'x'",
    ]


def test_other_faults_of_an_entry_are_reported_up_to_a_bound() -> None:
    few, many = ("name: A\nfriends:\n" + "  - {name: B, age: old}\n" * count for count in (30, 300))
    assert faults(few) == ["expected a number, found text"] * 30
    assert faults(many) == ["expected a number, found text"] * 100
