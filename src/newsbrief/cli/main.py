"""The command `newsbrief`: its arguments and its exit codes."""

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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    0 fine, 1 problems in content, 2 wrong usage or configuration, 3 a fault of Newsbrief itself, 130 interrupted.
    """
    format, site = _find_format(arguments)
    tell = partial(report, format=format, site=site)
    try:
        options = make_parser(argparse.ArgumentParser if format == "text" else _Parser).parse_args(arguments)
        options.run(options)
        sys.stdout.flush()
        return EXIT_FINE
    except NewsbriefError as error:
        tell(error.problems, error.outcome)
        return error.exit_code
    except KeyboardInterrupt:
        print("Interrupted: nothing was left half written.", file=sys.stderr)
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        silence_output()
        return EXIT_FINE
    except OSError as error:
        hint = "see whether it is there, and whether you may read it and the folders that lead to it"
        tell([Problem(str(error.filename or "newsbrief"), 0, 0, error.strerror or str(error), hint)])
        return EXIT_USAGE


def _find_format(arguments: Sequence[str] | None) -> tuple[str, Path]:
    """Return the format and the site's folder that are asked for, as far as the arguments can be read.

    Wrong usage is to be told in that format, too.
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
    """Raises what is wrong with the arguments as a problem."""

    def error(self, message: str) -> NoReturn:
        raise ConfigError.because(message, self.format_usage().strip(), self.prog)


def make_parser(kind: type[argparse.ArgumentParser] = argparse.ArgumentParser) -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = kind(
        prog="newsbrief",
        description="Build a briefing site in which every quotation, date and party is tied to the article's words.",
    )
    parser.add_argument("--version", action="version", version=f"newsbrief {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    build = commands.add_parser("build", help="check the content and write the site")
    _add_site(build)
    build.add_argument("-o", "--output", type=Path, metavar="DIR", help="where to write the site (default: SITE/_site)")
    build.add_argument("--full", action="store_true", help="make every page anew")
    build.add_argument("--dry-run", action="store_true", help="tell what would be written, and write nothing")
    build.add_argument("--explain", action="store_true", help="tell why each page was made anew")
    _add_format(build)
    build.add_argument("-q", "--quiet", action="store_true", help="print no summary")
    build.set_defaults(run=run_build)

    check = commands.add_parser("check", help="check the content and write nothing")
    _add_site(check)
    _add_format(check)
    check.add_argument("--built", action="store_true", help="check the built site, too: its links, ids and pictures")
    check.add_argument(
        "--external", action="store_true", help="as --built, and ask other sites whether links lead anywhere"
    )
    check.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="as --built, with the site there (default: SITE/_site)"
    )
    check.add_argument("-q", "--quiet", action="store_true", help="print no summary")
    check.set_defaults(run=run_check)

    serve = commands.add_parser("serve", help="show the site in a browser, anew after every edit; writes nothing")
    _add_site(serve)
    serve.add_argument("--host", default="127.0.0.1", help="the name or address to serve on (default: 127.0.0.1)")
    serve.add_argument(
        "-p", "--port", type=_port, help="the port, 0 for any (default: the first free one from 8000 on)"
    )
    serve.add_argument("--open", action="store_true", help="open the site in your browser")
    serve.set_defaults(run=run_serve)

    schema = commands.add_parser("schema", help="print the JSON Schema of the fact sheet, for editors")
    schema.set_defaults(run=run_schema)
    return parser


def _add_site(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--site", type=Path, default=Path(), metavar="DIR", help="the site's folder (default: .)")
    parser.add_argument("-b", "--base-url", metavar="URL", help="the address at which the site is published")
    parser.add_argument("--drafts", action="store_true", help="take in briefings marked as drafts")


def _add_format(parser: argparse.ArgumentParser) -> None:
    what = "how problems are told: as text, as annotations of GitHub, or as JSON (default: text)"
    parser.add_argument("--format", choices=FORMATS, default="text", help=what)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: write a number from 0 to 65535")
    return int(text)
