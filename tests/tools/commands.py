"""The reference of commands, `docs/reference/commands.md`, from the parser of the command line.

Run by `make reference`, or from tests/ as `python -m tools.commands`.
"""

import argparse
import re
from collections.abc import Iterator

from newsbrief.cli.arguments import make_parser
from tools import ROOT
from tools.generated import renew_parts, write_cell

FILE = ROOT / "docs" / "reference" / "commands.md"


def commands_of(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each command by its name, in their order."""
    (choices,) = [action.choices for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return dict(choices)


def renew(page: str) -> str:
    """Return the page with all that is made from the parser as it is now."""
    parser = make_parser()
    described = {name: _describe(each) for name, each in commands_of(parser).items()}
    return renew_parts(page, {"all commands": _list_commands(parser), **described})


def _list_commands(parser: argparse.ArgumentParser) -> str:
    (found,) = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    helps = {each.dest: each.help for each in found._choices_actions}
    rows = [f"| [`newsbrief {name}`](#newsbrief-{name}) | {_cell(helps[name])} |" for name in commands_of(parser)]
    return "\n".join(["| command | what it does |", "|---|---|", *rows, ""])


def _describe(parser: argparse.ArgumentParser) -> str:
    """Return the description of one command: what it does, its arguments, examples and exit codes."""
    examples, codes = _read_epilog(parser.epilog or "")
    sentence = " ".join((parser.description or "").split())
    actions = [action for action in parser._actions if action.dest != "help"]
    rows = [f"| {_name(action)} | {_cell(action.help)} |" for action in actions]
    lines = [
        sentence,
        "",
        "```text",
        *_write_usage(parser.prog, actions),
        "```",
        "",
        "| argument | meaning |",
        "|---|---|",
        *rows,
        "",
    ]
    lines += ["Examples:", "", "```text", *examples, "```", ""]
    lines += ["| exit code | meaning |", "|---|---|", *(f"| {code} | {meaning} |" for code, meaning in codes), ""]
    return "\n".join(lines)


def _name(action: argparse.Action) -> str:
    """Return an argument as it is written: `-b`, `--base-url URL`."""
    if not action.option_strings:
        return f"`{action.metavar or action.dest}`"
    value = "" if action.nargs == 0 else f" {action.metavar or _choices(action)}"
    return ", ".join(f"`{each}{value if each == action.option_strings[-1] else ''}`" for each in action.option_strings)


def _choices(action: argparse.Action) -> str:
    return "{" + ",".join(map(str, action.choices)) + "}" if action.choices else action.dest.upper()


def _cell(text: str | None) -> str:
    """Return a text for the cell of a table."""
    words = write_cell(text or "")
    return re.sub(r"(?<![\w`-])(--[a-z][a-z-]*|\b[a-z]+\.(?:md|yaml)\b)", r"`\1`", words)


def _read_epilog(epilog: str) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the examples at the end of a help text, and its exit codes with their meanings."""
    examples, _, codes = epilog.partition("\n\nexit codes:\n")
    joined = re.sub(r"\n {7}", " ", codes)
    return (
        [line.strip() for line in examples.splitlines()[1:]],
        re.findall(r"(?m)^  (\d+) +(.*)$", joined),
    )


def _write_usage(command: str, actions: list[argparse.Action], width: int = 100) -> Iterator[str]:
    """Yield the usage of a command in lines: options first, by their long names."""
    line = command
    for action in sorted(actions, key=lambda each: not each.option_strings):
        part = _name(action).split("`")[-2]
        part = f"{part} ..." if action.nargs == "*" else part
        part = f"[{part}]" if action.option_strings or action.nargs in ("?", "*") else part
        if len(line) + 1 + len(part) > width:
            yield line
            line = "   "
        line += f" {part}"
    yield line


def main() -> None:
    FILE.write_text(renew(FILE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
