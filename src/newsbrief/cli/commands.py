"""What each command does and says. What it needs is imported when it is run: most of them need little."""

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

    from newsbrief.build.check_links import Checked

_NAMED = 10
"""How many names a line has at most."""


def run_build(options: "Namespace") -> None:
    """Check the content and write the site."""
    from newsbrief.build.run import build_site

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
    if options.explain or options.dry_run:
        from newsbrief.cli.reports import explain_build, list_changes

        lines = [*(explain_build(built) if options.explain else ()), *(list_changes(built) if options.dry_run else ())]
        print("\n".join(lines), file=sys.stderr)
    _tell_cardless(options, built.cardless)
    _tell_orphans(options, built.orphans)
    took = round((time.perf_counter() - start) * 1000)
    rendered, reused, removed = map(_count_pages, (built.files.written, built.files.unchanged, built.files.removed))
    counts = {"pages": rendered + reused, "rendered": rendered, "reused": reused, "removed": removed}
    verb = "Would build" if options.dry_run else "Built"
    pages = f"{_count(rendered + reused, 'page')} ({rendered} rendered, {reused} reused, {removed} removed)"
    _conclude(options, f"{verb} {pages} in {took} ms", counts)


def run_check(options: "Namespace") -> None:
    """Check the content, and the built site where that is asked for."""
    from newsbrief.build.pipeline import Order, check_site
    from newsbrief.build.workers import count_cores

    if options.external:
        _require_httpx()
    checked: Checked | None = None
    with Progress(sys.stderr) as progress:
        order = Order(options.site, options.base_url, options.drafts, count_cores(), progress.show)
        if options.built or options.external or options.output:
            from newsbrief.build.check_links import check_built

            checked = check_built(order, options.output or options.site / "_site")
        made = checked.made if checked else check_site(order)
    if checked and options.external:
        _ask_other_sites(checked.outside, options.quiet or options.format == "json")
    if checked and checked.problems:
        raise NewsbriefError(checked.problems)
    teasers = [each.summary.teaser for each in made if each.summary]
    passages = sum(teaser.passages for teaser in teasers)
    unattributed = sum(teaser.unattributed for teaser in teasers)
    counts = {"briefings": len(teasers), "passages": passages, "unattributed": unattributed}
    accounted = f"{passages} of {passages} quoted passages accounted for; {unattributed} unattributed"
    lines = [f"Checked {_count(len(teasers), 'briefing')}: {accounted}"]
    if checked:
        counts |= {"files": checked.files, "links": checked.links}
        links = f"{_count(checked.links, 'link')}, {checked.to_words:,} of them to words of a page"
        lines.append(f"Checked {_count(checked.files, 'file')} of the built site: {links}; no problem")
        _tell_orphans(options, checked.orphans)
    _conclude(options, "\n".join(lines), counts)


def _tell_cardless(options: "Namespace", slugs: Sequence[str]) -> None:
    """Tell of briefings without a share card; they are no problem."""
    if slugs and not options.quiet:
        why = "no typeface that comes with Newsbrief has all characters of the title, or it needs FriBiDi to be shaped"
        print(f"No share card was drawn for {_name_some(slugs)}: {why}.", file=sys.stderr)


def _tell_orphans(options: "Namespace", paths: Sequence[str]) -> None:
    """Tell of files that nothing leads to; they are no problem."""
    if paths and not options.quiet:
        print(f"Nothing on the site leads to {_name_some(paths)}.", file=sys.stderr)


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
    """Ask for the addresses of other sites, and tell of those that do not answer well."""
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
    """Show the site in a browser, anew after every edit."""
    from newsbrief.cli.reports import make_visible
    from newsbrief.serve.loop import Wishes, serve_site

    def say(line: str) -> None:
        print(f"{make_visible(line)}\n", end="", flush=True)

    wishes = Wishes(options.site, options.base_url, options.drafts, options.host, options.port, options.open)
    serve_site(wishes, say, report)


def run_schema(_: "Namespace") -> None:
    """Print the JSON Schema of the fact sheet."""
    from newsbrief.content.fact_sheet import json_schema

    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def _conclude(options: "Namespace", line: str, counts: Mapping[str, int]) -> None:
    """Say that all went well: a program learns it from the report, others from a line that sums up."""
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
    """Tell problems in one of FORMATS; how many there are, and what became of the site, always to standard error.

    Text goes to standard error, in colour on a terminal that wants it; GitHub's annotations go to standard output, and
    the text is for the log; JSON goes to standard output, alone. `site` is the folder from which paths are told.
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
    """Print to standard output what it can show; a reader who has gone changes nothing."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        print(text.encode(encoding, "backslashreplace").decode(encoding), flush=True)
    except BrokenPipeError:
        silence_output()


def silence_output() -> None:
    """Say no more: whoever was reading has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
