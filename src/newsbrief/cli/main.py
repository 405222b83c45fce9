"""The command `newsbrief`: its arguments and exit codes."""

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

from newsbrief import __version__
from newsbrief.cli.commands import report, run_build, run_check, run_schema, run_serve, silence_output
from newsbrief.model.problems import ConfigError, NewsbriefError, Problem

EXIT_USAGE, EXIT_INTERRUPTED, EXIT_FINE = 2, 130, 0
FORMATS = ("text", "github", "json")
DEFAULT_PORT = 8000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    0 fine, 1 problems in the content, 2 wrong usage or configuration, 3 a bug in Newsbrief itself, 130 interrupted.
    """
    format, site = _find_format(arguments)
    report_problems = partial(report, format=format, site=site)
    try:
        options = make_parser(argparse.ArgumentParser if format == "text" else _Parser).parse_args(arguments)
        options.run(options)
        sys.stdout.flush()
        return EXIT_FINE
    except NewsbriefError as error:
        report_problems(error.problems, error.outcome)
        return error.exit_code
    except KeyboardInterrupt:
        print("Interrupted: nothing was left half written.", file=sys.stderr)
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        silence_output()
        return EXIT_FINE
    except OSError as error:
        hint = "check that it exists, and that you may read it and the folders above it"
        report_problems([Problem(str(error.filename or "newsbrief"), 0, 0, error.strerror or str(error), hint)])
        return EXIT_USAGE


def _find_format(arguments: Sequence[str] | None) -> tuple[str, Path]:
    """Return the format and the site's folder that the arguments give, as far as they can be read.

    Wrong usage is reported in that format, too.
    """
    if not any(argument.startswith("--f") for argument in (sys.argv[1:] if arguments is None else arguments)):
        return "text", Path()
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    _add_format(parser)
    parser.add_argument("--site", type=Path, default=Path())
    try:
        found, _ = parser.parse_known_args(arguments)
    except argparse.ArgumentError:
        return "text", Path()
    return found.format, found.site


class _Parser(argparse.ArgumentParser):
    """A parser that raises wrong usage as a problem."""

    def error(self, message: str) -> NoReturn:
        raise ConfigError.because(message, self.format_usage().strip(), self.prog)


def make_parser(kind: type[argparse.ArgumentParser] = argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = kind(
        prog="newsbrief",
        description="Build a briefing site in which every quotation, date and party is tied to the article's words.",
    )
    parser.add_argument("--version", action="version", version=f"newsbrief {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True, prog="newsbrief")
    _describe_build(commands.add_parser("build", help="check the content and write the site"))
    _describe_check(commands.add_parser("check", help="check the content; write nothing"))
    _describe_serve(commands.add_parser("serve", help="preview the site in a browser while you edit it; write nothing"))
    schema = commands.add_parser("schema", help="print the JSON Schema of the fact sheet, for editors")
    schema.set_defaults(run=run_schema)
    return parser


def _describe_build(parser: argparse.ArgumentParser) -> None:
    _add_site(parser)
    parser.add_argument("-o", "--output", type=Path, metavar="DIR", help="the folder to write to (default: SITE/_site)")
    parser.add_argument("--full", action="store_true", help="rebuild everything, whether it has changed or not")
    parser.add_argument("--dry-run", action="store_true", help="show what would be written, but write nothing")
    parser.add_argument("--explain", action="store_true", help="say why each page was rebuilt")
    _add_format(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help="do not print a summary")
    parser.set_defaults(run=run_build)


def _describe_check(parser: argparse.ArgumentParser) -> None:
    _add_site(parser)
    _add_format(parser)
    parser.add_argument("--built", action="store_true", help="also check the built site: its links, ids and pictures")
    parser.add_argument(
        "--external", action="store_true", help="like --built, and also ask other sites whether links to them work"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="like --built, for the site in DIR (default: SITE/_site)"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="do not print a summary")
    parser.set_defaults(run=run_check)


def _describe_serve(parser: argparse.ArgumentParser) -> None:
    _add_site(parser)
    parser.add_argument("--host", default="127.0.0.1", help="the host name or address to serve on (default: 127.0.0.1)")
    parser.add_argument(
        "-p",
        "--port",
        type=_ports,
        default=range(DEFAULT_PORT, DEFAULT_PORT + 100),
        help=f"the port to serve on, 0 for any free one (default: the first free one from {DEFAULT_PORT})",
    )
    parser.add_argument("--open", action="store_true", help="open the site in your browser")
    parser.set_defaults(run=run_serve)


def _add_site(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--site", type=Path, default=Path(), metavar="DIR", help="the site's folder (default: .)")
    parser.add_argument("-b", "--base-url", metavar="URL", help="the address at which the site is published")
    parser.add_argument("--drafts", action="store_true", help="include briefings marked as drafts")


def _add_format(parser: argparse.ArgumentParser) -> None:
    what = "how to report problems: as text, as GitHub annotations, or as JSON (default: text)"
    parser.add_argument("--format", choices=FORMATS, default="text", help=what)


def _ports(text: str) -> tuple[int]:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: give a number from 0 to 65535")
    return (int(text),)
