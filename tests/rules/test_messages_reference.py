"""`docs/reference/messages.md` has every rule, with what the program prints where it is broken."""

import re

from newsbrief.rules.check import RULES
from tools.generated import names_of_parts, write_cell
from tools.messages import FILE, list_messages_on_files, renew

PAGE = FILE.read_text(encoding="utf-8")


def test_the_messages_are_those_that_the_program_prints() -> None:
    assert renew(PAGE) == PAGE, "run `make reference`"


def test_every_rule_and_every_sort_of_file_is_there_once() -> None:
    rules = [rule.__name__ for rule in RULES]
    lacking = set(rules) - set(names_of_parts(PAGE))
    assert not lacking, f"docs/reference/messages.md has no part for {', '.join(sorted(lacking))}"
    assert sorted(names_of_parts(PAGE)) == sorted([*rules, *list_messages_on_files()])


def test_every_rule_has_its_name_for_a_heading_and_says_what_must_hold() -> None:
    sections = re.findall(r"(?m)^### (.+)\n\n((?:.+\n)+)\n<!-- of (\w+) -->\n", PAGE)
    headings = {name: heading for heading, _, name in sections}
    for rule in RULES:
        heading = headings.get(rule.__name__, "")
        assert re.sub("[’']", "", heading).lower().replace(" ", "_") == rule.__name__, f"{FILE.name}: {rule.__name__}"


def test_a_message_that_the_program_no_longer_prints_would_be_noticed() -> None:
    assert PAGE.count("| this sentence has neither") == 1
    assert renew(PAGE.replace("| this sentence has neither", "| this sentence lacks")) == PAGE


def test_a_message_with_signs_of_markup_is_shown_as_it_is_printed() -> None:
    assert write_cell("<b> or `*a|b*` or [c]_d_ | *") == "&lt;b> or `*a\\|b*` or \\[c\\]\\_d\\_ \\| \\*"
