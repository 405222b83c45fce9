"""The command `newsbrief`: arguments, printing, exit codes."""

import argparse
import gc
import json
import os
import sys
import time
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from newsbrief import __version__
from newsbrief.errors import ConfigError, NewsbriefError, Problem
from newsbrief.progress import Progress
from newsbrief.reports import (
    FORMATS,
    disarm_commands,
    encode_report,
    explain_build,
    format_annotation,
    format_problem,
    list_changes,
    locate_file,
    make_visible,
)

if TYPE_CHECKING:
    from newsbrief.built import Checked

EXIT_FINE, EXIT_USAGE, EXIT_INTERRUPTED = 0, 2, 130
_OBJECTS_BETWEEN_COLLECTIONS = 50_000
"""Nearly all that a build makes is freed when it is no longer named; looking for the rest 70 times as often as this
took a twentieth of the time."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 fine, 1 problems in content, 2 wrong usage, 130 interrupted."""
    format, site = _find_format(arguments)
    tell = partial(report, format=format, site=site)
    try:
        options = make_parser(argparse.ArgumentParser if format == "text" else _Parser).parse_args(arguments)
        code = int(options.run(options))
        sys.stdout.flush()
        return code
    except NewsbriefError as error:
        tell(error.problems, error.outcome)
        return error.exit_code
    except KeyboardInterrupt:
        print("Interrupted: nothing was left half written.", file=sys.stderr)
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        _silence_output()
        return EXIT_FINE
    except OSError as error:
        hint = "see whether it is there, and whether you may read it and the folders that lead to it"
        tell([Problem(str(error.filename or "newsbrief"), 0, 0, error.strerror or str(error), hint)])
        return EXIT_USAGE


def _find_format(arguments: Sequence[str] | None) -> tuple[str, Path]:
    """Return the format and the site's folder that are asked for, as far as the arguments can be read.

    Wrong usage is to be told in that format, too.
    """
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


def run_build(options: argparse.Namespace) -> int:
    from newsbrief.build import build_site

    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    start = time.perf_counter()
    with Progress(sys.stderr) as progress:
        built = build_site(
            options.site,
            options.output or options.site / "_site",
            options.base_url,
            options.drafts,
            full=options.full,
            dry_run=options.dry_run,
            on_wait=lambda: print("Another build of this site is under way; waiting for it to end.", file=sys.stderr),
            on_step=progress.show,
        )
    if options.explain:
        print("\n".join(explain_build(built)), file=sys.stderr)
    if options.dry_run:
        print("\n".join(list_changes(built)), file=sys.stderr)
    took = round((time.perf_counter() - start) * 1000)
    rendered, reused, removed = map(_count_pages, (built.files.written, built.files.unchanged, built.files.removed))
    counts = {"pages": rendered + reused, "rendered": rendered, "reused": reused, "removed": removed}
    verb = "Would build" if options.dry_run else "Built"
    pages = f"{_count(rendered + reused, 'page')} ({rendered} rendered, {reused} reused, {removed} removed)"
    _conclude(options, f"{verb} {pages} in {took} ms", counts)
    return EXIT_FINE


def run_check(options: argparse.Namespace) -> int:
    from newsbrief.crew import count_cores
    from newsbrief.pipeline import Order, check_site

    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    checked: Checked | None = None
    with Progress(sys.stderr) as progress:
        order = Order(options.site, options.base_url, options.drafts, count_cores(), progress.show)
        if options.built or options.external or options.output:
            from newsbrief.built import check_built

            checked = check_built(order, options.output or options.site / "_site")
        made = checked.made if checked else check_site(order)
    if checked and options.external:
        _ask_other_sites(checked.outside, options.quiet or options.format == "json")
    if checked and checked.problems:
        raise NewsbriefError(checked.problems)
    summaries = [each.summary for each in made if each.summary]
    passages = sum(summary.passages for summary in summaries)
    unattributed = sum(summary.unattributed for summary in summaries)
    counts = {"briefings": len(summaries), "passages": passages, "unattributed": unattributed}
    accounted = f"{passages} of {passages} quoted passages accounted for; {unattributed} unattributed"
    lines = [f"Checked {_count(len(summaries), 'briefing')}: {accounted}"]
    if checked:
        counts |= {"files": checked.files, "links": checked.links}
        links = f"{_count(checked.links, 'link')}, {checked.to_words:,} of them to words of a page"
        lines.append(f"Checked {_count(checked.files, 'file')} of the built site: {links}; no problem")
    _conclude(options, "\n".join(lines), counts)
    return EXIT_FINE


def _ask_other_sites(outside: Mapping[str, Sequence[str]], quiet: bool) -> None:
    """Ask for the addresses of other sites, and tell of those that do not answer well."""
    from newsbrief.external import ask_addresses, describe_answer, sum_up_answers

    answers = []
    for answer in ask_addresses(outside):
        answers.append(answer)
        for line in describe_answer(answer, outside[answer.address]):
            print(make_visible(line), file=sys.stderr)
    if not quiet:
        print(sum_up_answers(answers))


def run_serve(options: argparse.Namespace) -> int:
    from newsbrief.serve.loop import Wishes, serve_site

    def say(line: str) -> None:
        print(f"{make_visible(line)}\n", end="", flush=True)

    wishes = Wishes(options.site, options.base_url, options.drafts, options.host, options.port, options.open)
    serve_site(wishes, say, report)
    return EXIT_FINE


def run_schema(_: argparse.Namespace) -> int:
    from newsbrief.facts import json_schema

    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return EXIT_FINE


def _conclude(options: argparse.Namespace, line: str, counts: Mapping[str, int]) -> None:
    """Say that all went well: a program learns it from the report, others from a line that sums up."""
    if options.format == "json":
        print(encode_report((), options.site, counts))
    elif not options.quiet:
        print(line)


def _count_pages(paths: Sequence[str]) -> int:
    return sum(path.endswith(".html") for path in paths)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def report(
    problems: Sequence[Problem],
    outcome: str = NewsbriefError.outcome,
    format: str = "text",
    site: Path = Path(),
) -> None:
    """Tell problems in one of FORMATS; how many there are, and what became of the site, always to standard error.

    Text goes to standard error, in colour on a terminal that wants it; GitHub's annotations go to standard output, and
    the text is for the log; JSON goes to standard output, alone. `site` is the folder from which paths are told.
    """
    if format == "json":
        _write(encode_report(problems, site, {}))
    else:
        colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        for problem in problems:
            text = format_problem(problem, colour)
            print(disarm_commands(text) if format == "github" else text, file=sys.stderr)
        if format == "github":
            _write("\n".join(format_annotation(problem, locate_file(problem.path, site)) for problem in problems))
    print(f"{_count(len(problems), 'problem')}; {outcome}.", file=sys.stderr)


def _write(text: str) -> None:
    """Print to standard output what it can show; a reader who has gone changes nothing."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        print(text.encode(encoding, "backslashreplace").decode(encoding), flush=True)
    except BrokenPipeError:
        _silence_output()


def _silence_output() -> None:
    # Whoever was reading has gone; nothing more can be said to them.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
