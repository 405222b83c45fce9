"""`docs/reference/commands.md` says of the commands and their options what the parser does."""

from newsbrief.cli.arguments import make_parser
from tools.commands import FILE, commands_of, renew
from tools.generated import names_of_parts


def test_the_reference_of_commands_is_the_one_that_the_parser_makes() -> None:
    page = FILE.read_text(encoding="utf-8")
    assert renew(page) == page, "run `make reference`"


def test_every_command_has_its_part_in_the_order_of_the_help() -> None:
    assert names_of_parts(FILE.read_text(encoding="utf-8")) == ["all commands", *commands_of(make_parser())]


def test_an_option_that_is_gone_would_be_noticed() -> None:
    page = FILE.read_text(encoding="utf-8")
    assert page.count("| `--dry-run` |") == 1
    assert renew(page.replace("| `--dry-run` |", "| `--no-run` |")) == page
