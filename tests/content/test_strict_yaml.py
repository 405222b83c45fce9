"""Strict YAML: what is typed and what is not, every clever feature refused, every fault in its place."""

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.content.source_file import SourceFile, decode
from newsbrief.content.strict_yaml import MAX_DEPTH, parse_yaml
from newsbrief.content.yaml_positions import YamlFile


def parse(text: str) -> YamlFile:
    return parse_yaml(SourceFile("facts.yaml", text))


def faults(text: str) -> list[tuple[int, int, str]]:
    return [(problem.line, problem.column, problem.message) for problem in parse(text).problems]


def one_fault(text: str) -> tuple[int, int, str]:
    (fault,) = faults(text)
    return fault


@pytest.mark.parametrize(
    "plain",
    [
        *("NO", "no", "yes", "on", "off", "y", "12:30", "1:30:00", "2019-04-07", "2019-04-07T10:00:00Z", "1.5", "1e3"),
        *("0x1F", "0o17", "007", "1_000", "+1", ".inf", ".NaN", "-0", "=", "nULL", "99999999999999999999"),
    ],
)
def test_a_plain_word_stays_the_text_it_is(plain: str) -> None:
    assert parse(f"a: {plain}\n").values == {"a": plain}
    assert parse(f"a: {plain}\n").problems == ()


@pytest.mark.parametrize("plain, value", [("0", 0), ("2011", 2011), ("-5", -5), ("999999999999999999", 10**18 - 1)])
def test_an_integer_is_typed(plain: str, value: int) -> None:
    (read,) = parse(f"a: {plain}\n").values.values()
    assert (read, type(read)) == (value, int)


@pytest.mark.parametrize("plain", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_typed(plain: str) -> None:
    assert parse(f"a: {plain}\n").values == {"a": None}


@pytest.mark.parametrize("plain, value", [("true", True), ("True", True), ("TRUE", True), ("false", False)])
def test_true_and_false_are_typed(plain: str, value: bool) -> None:
    assert parse(f"a: {plain}\n").values["a"] is value


@pytest.mark.parametrize("quoted", ["'2011'", '"true"', "'~'", '"null"'])
def test_what_stands_in_quotation_marks_is_text(quoted: str) -> None:
    assert parse(f"a: {quoted}\n").values == {"a": quoted[1:-1]}


def test_keys_are_text_whatever_they_look_like() -> None:
    assert parse("1: a\ntrue: b\nnull: c\n2019-04-07: d\n").values == {
        "1": "a",
        "true": "b",
        "null": "c",
        "2019-04-07": "d",
    }


def test_folded_and_literal_text_is_read() -> None:
    assert parse("a: >-\n  one\n  two\n\n  three\nb: |\n  one\n   two\n").values == {
        "a": "one two\nthree",
        "b": "one\n two\n",
    }


@pytest.mark.parametrize("text", ["", "\n\n", "# only\n\n  # comments\n", "---\n", "null\n", "---\n# comment\n...\n"])
def test_a_file_with_nothing_in_it_is_an_empty_mapping(text: str) -> None:
    assert (parse(text).values, parse(text).problems) == ({}, ())


@pytest.mark.parametrize("text", ["- a\n", "text\n", "5\n", "[a]\n", '"a: b"\n', "false\n"])
def test_anything_but_a_mapping_at_the_top_is_a_problem(text: str) -> None:
    line, column, message = one_fault(text)
    assert (line, column) == (1, 1)
    assert message.startswith("expected keys and values")
    assert parse(text).values == {}


def test_a_key_given_twice_is_a_problem_and_the_first_is_kept() -> None:
    file = parse("a: 1\nb: 2\na: 3\n")
    assert file.values == {"a": 1, "b": 2}
    assert [(problem.line, problem.column) for problem in file.problems] == [(3, 1)]
    assert file.problems[0].hint == "the first is on line 1: keep one of the two"


def test_a_key_given_twice_in_an_entry_is_a_problem() -> None:
    assert one_fault("quotes:\n  - speaker: a\n    text: b\n    speaker: c\n") == (
        4,
        5,
        "the key 'speaker' is given twice",
    )


def test_the_same_key_in_two_entries_is_no_problem() -> None:
    assert faults("quotes:\n  - speaker: a\n  - speaker: a\n") == []


def test_keys_that_differ_only_for_other_yaml_are_not_the_same() -> None:
    assert faults("1: a\n01: b\n'1.0': c\n") == []


def test_quotation_marks_do_not_make_another_key() -> None:
    assert one_fault("a: 1\n'a': 2\n") == (2, 1, "the key 'a' is given twice")


def test_anchors_and_aliases_are_problems_each_in_its_place() -> None:
    assert faults("a: &x one\nb: *x\n") == [
        (1, 4, "anchors are not supported: &x"),
        (2, 4, "aliases are not supported: *x"),
    ]


def test_text_that_begins_with_a_star_is_told_how_to_be_written() -> None:
    (problem,) = parse("a: *Note\n").problems
    assert problem.hint.endswith("needs quotation marks: '*Note'")


def test_an_anchor_on_a_key_and_an_alias_for_a_key_are_problems() -> None:
    assert one_fault("&x a: 1\n") == (1, 1, "anchors are not supported: &x")
    assert one_fault("a: 1\n*x : 2\n")[:2] == (2, 1)


def test_merge_keys_are_problems() -> None:
    found = faults("a: &x {b: 1}\nc:\n  <<: *x\n")
    assert (3, 3, "merge keys (<<) are not supported") in found
    assert (3, 7, "aliases are not supported: *x") in found
    assert parse("a: {b: 1}\nc:\n  <<: {b: 1}\n").problems[0].message == "merge keys (<<) are not supported"


@pytest.mark.parametrize(
    "tagged",
    ["!!python/object/apply:os.system ['true']", "!!python/name:os.system", "!!str 1", "!!binary aGk=", "!x y", "! z"],
)
def test_tags_are_problems_and_make_nothing(tagged: str) -> None:
    line, column, message = one_fault(f"a: {tagged}\n")
    assert (line, column) == (1, 4)
    assert message.startswith("tags are not supported: ")
    assert all(type(value) in (str, list) for value in parse(f"a: {tagged}\n").values.values())


def test_a_tag_on_the_whole_file_is_a_problem() -> None:
    assert one_fault("!!python/object:newsbrief.content.fact_sheet.FactSheet\na: 1\n")[:2] == (1, 1)


def test_a_billion_laughs_stay_a_handful() -> None:
    lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    file = parse("\n".join(lines))
    assert len(file.problems) == 10 + 9 * 9
    assert sum(len(value) for value in file.values.values()) == 90


def test_a_second_document_is_a_problem() -> None:
    assert one_fault("a: 1\n---\nb: 2\n") == (2, 1, "a second document begins here")
    assert parse("a: 1\n---\nb: 2\n").values == {}


def test_one_document_between_markers_is_no_problem() -> None:
    assert parse("---\na: 1\n...\n").values == {"a": 1}


def test_a_tab_inside_text_is_no_problem() -> None:
    assert parse("a: 'one\ttwo'\nb:\tthree\n").values == {"a": "one\ttwo", "b": "three"}


@pytest.mark.parametrize("key", ["? [a, b]\n: 1\n", "? {a: b}\n: 1\n", "{{ name }}: 1\n", "a: {{ name }}\n", "[]: x\n"])
def test_a_list_or_a_mapping_cannot_be_a_key(key: str) -> None:
    assert one_fault(key)[2] == "a list or a mapping cannot be a key"


def test_nesting_stops_at_the_greatest_depth() -> None:
    assert parse("a: " + "[" * (MAX_DEPTH - 1) + "x" + "]" * (MAX_DEPTH - 1)).problems == ()
    assert one_fault("a: " + "[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH)[2] == f"nested more than {MAX_DEPTH} levels deep"


@pytest.mark.parametrize("deep", ["a: " + "[" * 100_000, "a: " + "{b: " * 20_000, "- " * 50_000])
def test_nesting_without_end_is_one_problem_and_no_crash(deep: str) -> None:
    assert one_fault(deep)[2] == f"nested more than {MAX_DEPTH} levels deep"


def test_nesting_by_indentation_is_capped_too() -> None:
    assert one_fault("\n".join("  " * depth + "a:" for depth in range(500)))[0] == MAX_DEPTH + 2


@pytest.mark.parametrize(
    "escape, name",
    [
        (r"\0", "U+0000 control character"),
        (r"\u0000", "U+0000 control character"),
        (r"\x07", "U+0007 control character"),
        (r"\u200b", "U+200B ZERO WIDTH SPACE"),
        (r"\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        (r"\U000e0041", "U+E0041 TAG LATIN CAPITAL LETTER A"),
    ],
)
def test_an_unseen_character_behind_an_escape_is_found(escape: str, name: str) -> None:
    assert one_fault(f'a: 1\nb: "x{escape}y"\n') == (2, 4, f"invisible character {name}")


@pytest.mark.parametrize("escape", [r"\ud800", r"\U00110000", r"\q", r"\x4"])
def test_an_escape_that_names_no_character_is_a_problem(escape: str) -> None:
    assert len(faults(f'a: "{escape}"\n')) == 1


def test_columns_count_characters_beyond_the_basic_plane_once() -> None:
    file = parse("a: {😀😀: x, b: *y}\n")
    assert file.places["a", "😀😀"] == (1, 9)
    assert file.key_places["a", "b"] == (1, 12)
    assert [(problem.line, problem.column) for problem in file.problems] == [(1, 15)]


def test_a_syntax_error_after_emoji_is_in_its_place() -> None:
    assert one_fault('a: "😀😀" x\n')[:2] == (1, 9)


def test_crlf_and_a_byte_order_mark_move_no_place() -> None:
    file, problems = decode("facts.yaml", b"\xef\xbb\xbfa: 1\r\nb: |\r\n  one\r\n  two\r\nc: *x\r\n")
    assert file is not None
    assert problems == []
    read = parse_yaml(file)
    assert read.values == {"a": 1, "b": "one\ntwo\n", "c": None}
    assert [(problem.line, problem.column) for problem in read.problems] == [(5, 4)]


def test_problems_that_are_not_of_syntax_are_told_all_at_once() -> None:
    assert [line for line, _, _ in faults("a: &x 1\na: !y 2\nb: *x\n<<: {}\n")] == [1, 2, 2, 3, 4]


PIECES = st.sampled_from(
    [
        *"ab:-?,[]{}#&*!|>'\"%@`~ \n\t",
        ": ",
        "- ",
        "---\n",
        "...\n",
        "\n  ",
        "\n    ",
        "<<",
        "*a",
        "&a",
        "!!x",
        "é",
        "😀",
        "\\0",
    ]
)


@settings(max_examples=300)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
def test_parse_yaml_never_raises(text: str) -> None:
    file = parse(text)
    assert isinstance(file.values, dict)
    for problem in file.problems:
        assert problem.message
        assert problem.line >= 1
        assert problem.column >= 1


@settings(max_examples=150)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.text("ab :#'\"é😀-\n", max_size=12),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abé", min_size=1), inner, max_size=3),
        max_leaves=8,
    )
)
def test_what_a_yaml_writer_writes_is_read_back(value: object) -> None:
    # By way of JSON no two values are one object, so that the writer needs no aliases.
    written = yaml.safe_dump(json.loads(json.dumps({"a": value})), allow_unicode=True)
    assert (parse(written).values, parse(written).problems) == ({"a": value}, ())


@pytest.mark.parametrize(
    "line", ["text: She was number # 1 of the town.", "text: Their sign is #MeToo today", "text: one two #1"]
)
def test_text_that_a_number_sign_cuts_short_is_a_problem(line: str) -> None:
    assert one_fault(line + "\n")[2] == "this text is cut short by a #"


@pytest.mark.parametrize(
    "line", ["kind: military  # person | state", "date: 2019-04-07 # a day", "when: On Sunday # the words"]
)
def test_a_comment_behind_a_value_is_no_problem(line: str) -> None:
    assert parse(line + "\n").problems == ()


def test_a_list_given_twice_is_one_problem_and_the_first_keeps_its_places() -> None:
    file = parse("a:\n  - b: 1\na:\n  - b: 2\n")
    assert [problem.message for problem in file.problems] == ["the key 'a' is given twice"]
    assert file.places["a", 0, "b"] == (2, 8)
