"""The command `newsbrief`: arguments, printing, exit codes."""

import argparse
import gc
import json
import os
import sys
import time
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsbrief import __version__
from newsbrief.errors import NewsbriefError, Problem
from newsbrief.progress import Progress

if TYPE_CHECKING:
    from newsbrief.build import Built
    from newsbrief.built import Checked
    from newsbrief.model import Summary

EXIT_FINE, EXIT_USAGE, EXIT_INTERRUPTED = 0, 2, 130
_EXCERPT_WIDTH = 100
_OBJECTS_BETWEEN_COLLECTIONS = 50_000
"""Nearly all that a build makes is freed when it is no longer named; looking for the rest 70 times as often as this
took a twentieth of the time."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 fine, 1 problems in content, 2 wrong usage, 130 interrupted."""
    options = make_parser().parse_args(arguments)
    try:
        code = int(options.run(options))
        sys.stdout.flush()
        return code
    except NewsbriefError as error:
        report(error.problems, error.outcome)
        return error.exit_code
    except KeyboardInterrupt:
        print("Interrupted: nothing was left half written.", file=sys.stderr)
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # Whoever was reading has gone; nothing more can be said to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_FINE
    except OSError as error:
        hint = "see whether it is there, and whether you may read it and the folders that lead to it"
        report([Problem(str(error.filename or "newsbrief"), 0, 0, error.strerror or str(error), hint)])
        return EXIT_USAGE


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = argparse.ArgumentParser(
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
    build.add_argument("-q", "--quiet", action="store_true", help="print no summary")
    build.set_defaults(run=run_build)

    check = commands.add_parser("check", help="check the content and write nothing")
    _add_site(check)
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
        print("\n".join(_explain(built)), file=sys.stderr)
    if options.dry_run:
        print("\n".join(_list_changes(built)), file=sys.stderr)
    if not options.quiet:
        took = round((time.perf_counter() - start) * 1000)
        rendered, reused, removed = map(_count_pages, (built.files.written, built.files.unchanged, built.files.removed))
        counts = f"{rendered} rendered, {reused} reused, {removed} removed"
        verb = "Would build" if options.dry_run else "Built"
        print(f"{verb} {_count(rendered + reused, 'page')} ({counts}) in {took} ms")
    return EXIT_FINE


def _list_changes(built: "Built") -> Iterator[str]:
    """Yield a line for each file that a build would write or remove."""
    yield from (f"would write {_visible(path)}" for path in built.files.written)
    yield from (f"would remove {_visible(path)}" for path in built.files.removed)


def _explain(built: "Built") -> Iterator[str]:
    """Yield a line for each reason why something was made anew."""
    if not built.reasons:
        yield "Nothing has changed."
    elif built.is_whole and "" in built.reasons:
        yield f"Everything was made anew: {built.reasons['']}"
    else:
        for name, reason in sorted(built.reasons.items()):
            what = f"content/{name}" if name else "The pages that all briefings share"
            yield f"{what}: {reason}"


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
        _ask_other_sites(checked.outside, options.quiet)
    if checked and checked.problems:
        raise NewsbriefError(checked.problems)
    if not options.quiet:
        print(_sum_up([each.summary for each in made if each.summary]))
        if checked:
            links = f"{_count(checked.links, 'link')}, {checked.to_words:,} of them to words of a page"
            print(f"Checked {_count(checked.files, 'file')} of the built site: {links}; no problem")
    return EXIT_FINE


def _ask_other_sites(outside: Mapping[str, Sequence[str]], quiet: bool) -> None:
    """Ask for the addresses of other sites, and tell of those that do not answer well."""
    from newsbrief.external import ask_addresses, describe_answer, sum_up_answers

    answers = []
    for answer in ask_addresses(outside):
        answers.append(answer)
        for line in describe_answer(answer, outside[answer.address]):
            print(_visible(line), file=sys.stderr)
    if not quiet:
        print(sum_up_answers(answers))


def run_serve(options: argparse.Namespace) -> int:
    from newsbrief.serve.loop import Wishes, serve_site

    def say(line: str) -> None:
        print(f"{_visible(line)}\n", end="", flush=True)

    wishes = Wishes(options.site, options.base_url, options.drafts, options.host, options.port, options.open)
    serve_site(wishes, say, report)
    return EXIT_FINE


def run_schema(_: argparse.Namespace) -> int:
    from newsbrief.facts import json_schema

    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return EXIT_FINE


def _sum_up(summaries: "Sequence[Summary]") -> str:
    passages = sum(summary.passages for summary in summaries)
    unattributed = sum(summary.unattributed for summary in summaries)
    accounted = f"{passages} of {passages} quoted passages accounted for; {unattributed} unattributed"
    return f"Checked {_count(len(summaries), 'briefing')}: {accounted}"


def _count_pages(paths: Sequence[str]) -> int:
    return sum(path.endswith(".html") for path in paths)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def report(problems: Sequence[Problem], outcome: str = NewsbriefError.outcome) -> None:
    """Print problems to standard error, each with its line and what to do; in colour on a terminal that wants it."""
    colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    for problem in problems:
        print(format_problem(problem, colour), file=sys.stderr)
    print(f"{_count(len(problems), 'problem')}; {outcome}.", file=sys.stderr)


def format_problem(problem: Problem, colour: bool = False) -> str:
    """Return a problem as it is printed: `path:line:column: message`, the line with a mark below, the remedy."""
    bold, red, dim, plain = ("\x1b[1m", "\x1b[31m", "\x1b[2m", "\x1b[0m") if colour else ("", "", "", "")
    place = ":".join([_visible(problem.path), *(str(number) for number in (problem.line, problem.column) if number)])
    lines = [f"{bold}{place}:{plain} {red}{_visible(problem.message)}{plain}"]
    if problem.line and problem.excerpt.strip():
        text, before = _excerpt(problem)
        number = f"{problem.line:>5}"
        lines.append(f"{dim}{number} |{plain} {text}")
        lines.append(f"{dim}{' ' * len(number)} |{plain} {' ' * before}{red}^{plain}")
    lines += [f"      {_visible(line)}" for line in problem.hint.split("\n") if line]
    return "\n".join(lines)


def _excerpt(problem: Problem) -> tuple[str, int]:
    """Return the stretch of the line around the column, and how many cells of a terminal stand before it."""
    at = max(problem.column - 1, 0)
    start = max(0, at - _EXCERPT_WIDTH // 2) if len(problem.excerpt) > _EXCERPT_WIDTH else 0
    end = start + _EXCERPT_WIDTH
    left, right = "… " if start else "", " …" if end < len(problem.excerpt) else ""
    before = left + _visible(problem.excerpt[start:at])
    return before + _visible(problem.excerpt[at:end]) + right, sum(_cells(char) for char in before)


def _visible(text: str) -> str:
    """Return `text` with a tab as a space, and as \\uXXXX what could play tricks on a terminal."""
    shown = text.replace("\t", " ")
    return "".join(
        char if char.isprintable() or char in "\u200c\u200d\xa0" else f"\\u{ord(char):04x}" for char in shown
    )


def _cells(char: str) -> int:
    if unicodedata.combining(char) or char in "\u200c\u200d":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
