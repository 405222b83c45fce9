"""The commands. Each imports what it needs when it runs, since most need little."""

import json
import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsbrief.cli.progress import Progress
from newsbrief.model.problems import ConfigError, NewsbriefError, Problem

if TYPE_CHECKING:
    from argparse import Namespace

    from newsbrief.build.briefings import BriefingResult
    from newsbrief.build.check_output import CheckResult

_NAMED = 10
"""The number of names that a line has at most."""


def run_build(options: "Namespace") -> None:
    """Check the content and write the site."""
    from newsbrief.build.request import BuildRequest
    from newsbrief.build.run import build_site

    start = time.perf_counter()
    with Progress(sys.stderr) as progress:
        request = BuildRequest(
            options.site, options.base_url, options.drafts, on_step=progress.show, on_wait=_say_that_it_waits
        )
        output = options.output or options.site / "_site"
        result = build_site(request, output, full=options.full, dry_run=options.dry_run)
    if options.explain or options.dry_run:
        from newsbrief.cli.reports import explain_build, list_changes

        lines = list(explain_build(result)) if options.explain else []
        print("\n".join([*lines, *(list_changes(result) if options.dry_run else ())]), file=sys.stderr)
    _report_cardless(options, result.cardless)
    _report_orphans(options, result.orphans)
    took = round((time.perf_counter() - start) * 1000)
    rendered, reused, removed = map(_count_pages, (result.written, result.unchanged, result.removed))
    counts = {"pages": rendered + reused, "rendered": rendered, "reused": reused, "removed": removed}
    verb = "Would build" if options.dry_run else "Built"
    pages = f"{_count(rendered + reused, 'page')} ({rendered} rendered, {reused} reused, {removed} removed)"
    _conclude(options, f"{verb} {pages} in {took} ms", counts)


def _say_that_it_waits() -> None:
    print("Another build of this site is running; waiting for it to end.", file=sys.stderr)


def run_check(options: "Namespace") -> None:
    """Check the content, and the built site where that is asked for."""
    from newsbrief.build.check_content import check_site
    from newsbrief.build.request import BuildRequest

    if options.external:
        _require_httpx()
    result: CheckResult | None = None
    with Progress(sys.stderr) as progress:
        request = BuildRequest(options.site, options.base_url, options.drafts, on_step=progress.show)
        if options.built or options.external or options.output:
            from newsbrief.build.check_output import check_output

            result = check_output(request, options.output or options.site / "_site")
        briefings = result.briefings if result else check_site(request)
    if result and options.external:
        _ask_other_sites(result.outside, options.quiet or options.format == "json")
    if result and result.problems:
        raise NewsbriefError(result.problems)
    line, counts = _sum_up_content(briefings)
    if result:
        line += f"\n{_sum_up_output(result)}"
        counts |= {"files": result.files, "links": result.links}
        _report_orphans(options, result.orphans)
    _conclude(options, line, counts)


def _sum_up_content(briefings: Sequence["BriefingResult"]) -> tuple[str, dict[str, int]]:
    """Return what was checked in the content as a line, and as counts."""
    teasers = [each.summary.teaser for each in briefings if each.summary]
    passages = sum(teaser.passages for teaser in teasers)
    unattributed = sum(teaser.unattributed for teaser in teasers)
    accounted = f"{passages} of {passages} quoted passages accounted for; {unattributed} unattributed"
    counts = {"briefings": len(teasers), "passages": passages, "unattributed": unattributed}
    return f"Checked {_count(len(teasers), 'briefing')}: {accounted}", counts


def _sum_up_output(result: "CheckResult") -> str:
    links = f"{_count(result.links, 'link')}, {result.to_words:,} of them to words on a page"
    return f"Checked {_count(result.files, 'file')} of the built site: {links}; no problems"


def _report_cardless(options: "Namespace", slugs: Sequence[str]) -> None:
    """Report briefings without a share card, which are no problem."""
    if slugs and not options.quiet:
        why = "the title has characters that no font of Newsbrief has, or that only FriBiDi can shape"
        print(f"No share card was drawn for {_name_some(slugs)}: {why}.", file=sys.stderr)


def _report_orphans(options: "Namespace", paths: Sequence[str]) -> None:
    """Report files that nothing links to, which are no problem."""
    if paths and not options.quiet:
        print(f"Nothing on the site links to {_name_some(paths)}.", file=sys.stderr)


def _name_some(names: Sequence[str]) -> str:
    from newsbrief.cli.reports import make_visible

    named = ", ".join(make_visible(name) for name in names[:_NAMED])
    return f"{named}, and {len(names) - _NAMED:,} more" if len(names) > _NAMED else named


def _require_httpx() -> None:
    """Raise ConfigError where httpx, by which other sites are asked, is not installed."""
    try:
        import httpx  # noqa: F401
    except ModuleNotFoundError:
        message = "--external needs httpx, which is not installed: pip install 'newsbrief[links]'"
        raise ConfigError.because(message, path="newsbrief check") from None


def _ask_other_sites(outside: Mapping[str, Sequence[str]], quiet: bool) -> None:
    """Ask for the addresses of other sites, and report those that do not answer well."""
    from newsbrief.cli.reports import make_visible
    from newsbrief.links.external import ask_addresses, describe_answer, sum_up_answers

    answers = []
    for answer in ask_addresses(outside):
        answers.append(answer)
        for line in describe_answer(answer, outside[answer.address]):
            print(make_visible(line), file=sys.stderr)
    if not quiet:
        print(sum_up_answers(answers))


def run_serve(options: "Namespace") -> None:
    """Show the site in a browser, and rebuild it after every edit."""
    from newsbrief.cli.reports import make_visible
    from newsbrief.serve.loop import ServeRequest, serve_site

    def say(line: str) -> None:
        print(f"{make_visible(line)}\n", end="", flush=True)

    request = ServeRequest(options.site, options.base_url, options.drafts, options.host, options.port, options.open)
    serve_site(request, say, report)


def run_schema(_: "Namespace") -> None:
    """Print the JSON Schema of the fact sheet."""
    from newsbrief.content.fact_sheet import json_schema

    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def _conclude(options: "Namespace", line: str, counts: Mapping[str, int]) -> None:
    """Say that all went well: to programs as a JSON report, to people in the summary line."""
    if options.format == "json":
        from newsbrief.cli.reports import encode_report

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
    """Report problems in one of the FORMATS, and on standard error how many there are and what happened to the site.

    Text goes to standard error, in colour on a terminal that wants it. GitHub's annotations go to standard output, and
    the text to standard error as well, for the log. JSON goes to standard output, alone. Paths in problems start from
    the folder `site`.
    """
    from newsbrief.cli.reports import disarm_commands, encode_report, format_annotation, format_problem, locate_file

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
    """Print a text to standard output, as far as its encoding can show it; a reader who has gone changes nothing."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        print(text.encode(encoding, "backslashreplace").decode(encoding), flush=True)
    except BrokenPipeError:
        silence_output()


def silence_output() -> None:
    """Send all further output nowhere: whoever was reading has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
