"""Values written as YAML: they are read again as they were, and look as a person writes them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsbrief.content.invisible_characters import has_invisible
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.content.yaml_text import WIDTH, write_flow, write_mapping, write_text

ODD = [
    "", " ", "~", "null", "True", "NO", "yes", "12", "-7", "0", "007", "1.5", ".5", "1e3", "0x1F", "12:30",
    "2019-04-05", "=", "<<", "-", "- x", "-x", "---", "--- x", "...", "?", "? x", ": x", "x:", "x: y", "x:y",
    "x #y", "x # y", "#x", "&x",
    "*x", "!x", "|", ">", "'x'", '"x"', "it's", 'say "it\'s"', "a\\b", '"a\\b"', "%x", "@x", "`x`", "[x]", "{x}",
    "a, b", "a\nb", "a\n\nb", "\ta", "a\tb", "a\u00a0b", "\u00a0", "\u2003a", "é’“”", "🇩🇪", "x\u2028y", "x\x85y",
    "a  b",
]  # fmt: skip

visible = st.characters(exclude_categories=("Cs", "Cc", "Cf")).filter(lambda letter: not has_invisible(letter))
words = st.text(visible | st.sampled_from("\n\t :#-'\"\\,[]{}&*!|>%@?"))
texts = words | st.sampled_from(ODD)
long_texts = st.lists(texts | st.sampled_from(["the", "harbour", "closed", " ", "  "]), max_size=60).map(" ".join)
scalars = texts | long_texts | st.none() | st.booleans() | st.integers(-(10**15), 10**15)
keys = st.sampled_from(["text", "cite", "from", "to", "yes", "no", "doubt", "a b", "x:y"])
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=8
)


def read(text: str) -> dict[str, object]:
    yaml = parse_yaml(SourceFile("facts.yaml", text))
    # A character that nobody sees is reported wherever it stands; the text is read as it is all the same.
    assert [each for each in yaml.problems if "invisible" not in each.message] == []
    return yaml.values


@given(st.dictionaries(keys, values, min_size=1, max_size=5), st.integers(0, 4))
@example({"text": "a " * 80 + "x: y #z"}, 0)
@example({"text": "word " * 30 + "- a\tb   c  d " + "word " * 30 + "x"}, 0)
def test_what_is_written_is_read_as_it_was(mapping: dict[str, object], level: int) -> None:
    lines = write_mapping(mapping, 2 * level)
    above = [f"{' ' * 2 * number}k:" for number in range(level)]
    found: object = read("\n".join([*above, *lines, ""]))
    for _ in range(level):
        assert isinstance(found, dict)
        found = found["k"]
    assert found == mapping


@given(values)
def test_a_value_on_one_line_is_read_as_it_was(value: object) -> None:
    written = write_flow(value)
    assert "\n" not in written
    assert read(f"k: {written}\n") == {"k": value}


@pytest.mark.parametrize("text", ODD)
def test_an_odd_text_is_read_as_it_was_alone_and_in_a_list(text: str) -> None:
    assert read(f"k: {write_text(text)}\n") == {"k": text}
    assert read(f"k: [{write_text(text, True)}, {write_text(text, True)}]\n") == {"k": [text, text]}


@pytest.mark.parametrize(
    "text", ["2019-04-05", "it's", "the UN’s “truce”", "a-b", "-5 degrees", "x:y", "Haftar, the General", "5*3", "C#"]
)
def test_quotation_marks_are_left_out_where_nothing_needs_them(text: str) -> None:
    assert write_text(text) == text


def test_numbers_and_words_of_other_readers_are_put_in_quotation_marks() -> None:
    assert [write_text(word) for word in ("NO", "1.5", "12:30", "2019")] == ['"NO"', '"1.5"', '"12:30"', '"2019"']


@given(st.lists(st.sampled_from(["the", "harbour", "was", "closed"]), min_size=40).map(" ".join))
def test_long_text_is_folded_between_words(text: str) -> None:
    first, *lines = write_mapping({"text": text}, 4)
    assert first == "    text: >-"
    assert all(line.startswith("      ") and len(line) <= WIDTH for line in lines)


def test_sentences_have_a_line_each_and_names_share_one() -> None:
    assert write_mapping({"aliases": ["UN", "the UN"]}) == ["aliases: [UN, the UN]"]
    cites = ["forces led by General Haftar (under the Libyan National Army)", "another"]
    assert write_mapping({"cite": cites}) == ["cite:", *(f"  - {cite}" for cite in cites)]
