"""Parsers of arguments: help and wrong usage are printed as results and notes are, or wrong usage is raised.

`RaisingParser(prog="newsbrief").parse_args(["--no"])` raises ConfigError.
"""

import argparse
import os
from typing import TYPE_CHECKING, Any, NoReturn

from newsbrief.cli.output import print_note, print_result
from newsbrief.model.problems import ConfigError

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_WIDTH = 80


class PrintingParser(argparse.ArgumentParser):
    """A parser that prints what was asked for as a result, so that it is no success where it cannot be printed.

    Where it `names_documentation`, its help ends with the place of that.
    """

    names_documentation = False

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_HelpFormatter, **options)

    def format_help(self) -> str:
        """Return the help."""
        if not self.names_documentation:
            return super().format_help()
        from newsbrief.model.documentation import find_documentation

        return f"{super().format_help()}\ndocumentation:\n  {find_documentation()}\n"

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        # Relies on argparse printing help and the version by this method, and nothing else where `error` is its own.
        print_result(message.rstrip("\n"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the usage, and end the process."""
        print_note(f"{self.format_usage()}{self.prog}: error: {message}")
        raise SystemExit(ConfigError.exit_code)


class RaisingParser(PrintingParser):
    """A parser that raises wrong usage as a problem."""

    def error(self, message: str) -> NoReturn:
        """Raise ConfigError."""
        raise ConfigError.because(message, self.format_usage().strip(), self.prog)


class _HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Help with examples as they are written, as wide as the terminal.

    argparse finds that width by a module which takes longer to import than a build without changes has to spare.
    """

    def __init__(self, prog: str, **options: Any) -> None:
        super().__init__(prog, **{"width": _find_width() - 2, **options})


def _find_width() -> int:
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given):
        return int(given)
    try:
        return os.get_terminal_size(1).columns or _WIDTH
    except OSError:
        return _WIDTH
