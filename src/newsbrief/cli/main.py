"""The command `newsbrief`: runs what its arguments say, and returns the exit code."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from functools import partial

from newsbrief.cli.arguments import find_format, make_parser
from newsbrief.cli.check_command import run_check
from newsbrief.cli.commands import report, run_build
from newsbrief.cli.ending import EndedError, ended_by_signals
from newsbrief.cli.output import OutputError, ReaderGoneError, fill_closed_streams, print_note
from newsbrief.cli.start_commands import run_add, run_init
from newsbrief.model.problems import NewsbriefError, Problem

EXIT_USAGE, EXIT_INTERRUPTED, EXIT_FINE = 2, 130, 0

_CUT_SHORT = "the build did not end, and the next one completes it"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    0 fine, 1 problems in the content, 2 wrong usage or configuration, 3 a bug in Newsbrief itself, 130 interrupted, 143
    ended by SIGTERM.
    """
    fill_closed_streams()
    arguments = sys.argv[1:] if arguments is None else arguments
    if not arguments:
        print_note("Start a new site with: newsbrief init. All commands are listed by: newsbrief --help")
        return EXIT_USAGE
    if arguments[0] == "help":
        arguments = [*arguments[1:], "--help"]
    if arguments[0] == "new":
        arguments = ["draft", *arguments[1:]]
    format, site = find_format(arguments)
    report_problems = partial(report, format=format, site=site)
    options = Namespace(run=None)
    try:
        with ended_by_signals():
            make_parser(format).parse_args(arguments, options)
            options.run(options)
        return EXIT_FINE
    except NewsbriefError as error:
        notes = error.notes if options.run is run_check else ()
        fixed = getattr(options, "fixed", {})
        report_problems(error.problems, _tell_outcome(options, error.outcome), notes=notes, counts=fixed)
        return error.exit_code
    except OutputError as error:
        if not isinstance(error, ReaderGoneError):
            print_note(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        print_note("Interrupted: nothing was left half written.")
        return EXIT_INTERRUPTED
    except EndedError as error:
        print_note(f"Ended by {error.signal.name}: nothing was left half written.")
        return 128 + error.signal
    except OSError as error:
        hint = "check that it exists, and that you may read it and the folders above it"
        problem = Problem(str(error.filename or "newsbrief"), 0, 0, error.strerror or str(error), hint)
        report_problems([problem], _tell_outcome(options, _CUT_SHORT))
        return EXIT_USAGE


def _tell_outcome(options: Namespace, outcome: str) -> str:
    """Return what became of the site by a command that failed; "" for one that writes nothing."""
    if options.run in (run_init, run_add):
        return NewsbriefError.outcome
    if options.run is not run_build:
        return ""
    return NewsbriefError.outcome if options.dry_run else outcome
