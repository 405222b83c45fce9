"""The commands. Each imports what it needs when it runs, since most need little."""

import json
import os
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsbrief.cli.output import OutputError, ReaderGoneError, print_note, print_result
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
    from newsbrief.disk.files_in_the_way import choose_output

    start = time.perf_counter()
    with Progress(sys.stderr) as progress:
        request = BuildRequest(
            options.site, options.base_url, options.drafts, on_step=progress.show, on_wait=_say_that_it_waits
        )
        output = choose_output(options.output, options.site)
        result = build_site(request, output, full=options.full, dry_run=options.dry_run)
    if options.explain or options.dry_run:
        from newsbrief.cli.reports import explain_build, list_changes

        lines = list(explain_build(result)) if options.explain else []
        print_note("\n".join([*lines, *(list_changes(result) if options.dry_run else ())]))
    _report_cardless(options, result.cardless)
    _report_orphans(options, result.orphans)
    _report_leftovers(result.leftovers)
    took = round((time.perf_counter() - start) * 1000)
    rendered, reused, removed = map(_count_pages, (result.written, result.unchanged, result.removed))
    counts = {"pages": rendered + reused, "rendered": rendered, "reused": reused, "removed": removed}
    counts |= {"overwritten": len(result.overwritten), "leftovers": len(result.leftovers)}
    verb = "Would build" if options.dry_run else "Built"
    pages = f"{_count(rendered + reused, 'page')} ({rendered} rendered, {reused} reused, {removed} removed)"
    edited = f"; replaced changes by hand in {_name_some(result.overwritten)}" if result.overwritten else ""
    outcome = "nothing was written" if options.dry_run else "the site is built"
    _conclude(options, f"{verb} {pages} in {took} ms{edited}", counts, outcome)


def _say_that_it_waits() -> None:
    print_note("Another build of this site is running; waiting for it to end.")


def run_check(options: "Namespace") -> None:
    """Check the content, and the built site where that is asked for; with --fix, write articles in the right form."""
    from newsbrief.build.briefings import list_notes
    from newsbrief.build.check_content import check_site
    from newsbrief.build.request import BuildRequest

    if options.external:
        _require_httpx()
    fixed = _fix_articles(options) if options.fix else {}
    result: CheckResult | None = None
    with Progress(sys.stderr) as progress:
        request = BuildRequest(options.site, options.base_url, options.drafts, on_step=progress.show)
        if options.built or options.external or options.output:
            from newsbrief.build.check_output import check_output
            from newsbrief.disk.files_in_the_way import choose_output

            result = check_output(request, choose_output(options.output, options.site))
        briefings = result.briefings if result else check_site(request)
    answers = _ask_other_sites(result.outside) if result and options.external else ""
    notes = list_notes(briefings)
    if result and result.problems:
        if answers and not options.quiet and options.format != "json":
            print_note(answers)
        raise NewsbriefError(result.problems, notes)
    line, counts = _sum_up_content(briefings)
    if result:
        line = f"{answers}\n{line}" if answers else line
        line += f"\n{_sum_up_output(result)}"
        counts |= {"files": result.files, "links": result.links}
        _report_orphans(options, result.orphans)
    markup, number = _sum_up_markup(briefings)
    line += f"\n{markup}" if markup else ""
    _conclude(options, line, {**counts, "markup": number, **fixed}, "there is no problem", notes)


def _fix_articles(options: "Namespace") -> dict[str, object]:
    """Write articles in the right form, show what was changed, and return it for a report."""
    from newsbrief.build.fix_articles import fix_articles
    from newsbrief.cli.reports import disarm_commands, list_fixes

    fixed: list[dict[str, object]] = []
    lines = 0
    for article in fix_articles(options.site):
        lines += len(article.changes)
        fixed += ({"path": article.path, **change._asdict()} for change in article.changes)
        for line in list_fixes(article):
            print_note(disarm_commands(line) if options.format == "github" else line)
    if not options.quiet:
        print_note(f"Fixed {_count(lines, 'place')} in articles." if lines else "There was nothing to fix in articles.")
    return {"fixed": fixed}


def _sum_up_markup(briefings: Sequence["BriefingResult"]) -> tuple[str, dict[str, int]]:
    """Return which markup the articles are read with, as a line and as counts."""
    from newsbrief.content.markup_counts import add_counts, describe_markup

    counts = add_counts(each.markup for each in briefings)
    return f"Markup: {describe_markup(counts)}" if counts else "", counts


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
        print_note(f"No share card was drawn for {_name_some(slugs)}: {why}.")


def _report_orphans(options: "Namespace", paths: Sequence[str]) -> None:
    """Report files that nothing links to, which are no problem."""
    if paths and not options.quiet:
        print_note(f"Nothing on the site links to {_name_some(paths)}.")


def _report_leftovers(paths: Sequence[str]) -> None:
    """Report files of the output that look like a build's and that the site does not have."""
    if paths:
        what = "bears the signs of a build and belongs" if len(paths) == 1 else "bear the signs of a build and belong"
        print_note(f"{_name_some(paths)} {what} to no page; delete what should not be published.")


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


def _ask_other_sites(outside: Mapping[str, Sequence[str]]) -> str:
    """Ask for the addresses of other sites, report those that do not answer well, and return the sum as a line."""
    from newsbrief.cli.reports import make_visible
    from newsbrief.links.external import ask_addresses, describe_answer, sum_up_answers

    answers = []
    for answer in ask_addresses(outside):
        answers.append(answer)
        for line in describe_answer(answer, outside[answer.address]):
            print_note(make_visible(line))
    return sum_up_answers(answers)


def run_serve(options: "Namespace") -> None:
    """Show the site in a browser, and rebuild it after every edit."""
    from newsbrief.cli.reports import make_visible
    from newsbrief.serve.loop import ServeRequest, serve_site

    def say(line: str) -> None:
        try:
            print_result(make_visible(line), "nothing is served any more")
        except OutputError:
            # A thread that answers a request goes on answering.
            if threading.current_thread() is threading.main_thread():
                raise

    request = ServeRequest(options.site, options.base_url, options.drafts, options.host, options.port, options.open)
    serve_site(request, say, report)


def run_schema(_: "Namespace") -> None:
    """Print the JSON Schema of the fact sheet."""
    from newsbrief.content.fact_sheet import json_schema

    print_result(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def _conclude(
    options: "Namespace", line: str, counts: Mapping[str, object], outcome: str, notes: Sequence[Problem] = ()
) -> None:
    """Say that all went well: to programs as a JSON report, to people in the summary line, below the notes.

    OutputError: that cannot be printed; it says what became of the site, as `outcome` has it.
    """
    if options.format == "json":
        from newsbrief.cli.reports import encode_report

        print_result(encode_report((), options.site, counts, notes), outcome)
    elif not options.quiet:
        annotations = _report_in_text((), notes, options.format, options.site) if notes else []
        print_result("\n".join([*annotations, line]), outcome)


def _count_pages(paths: Sequence[str]) -> int:
    return sum(path.endswith(".html") for path in paths)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def report(
    problems: Sequence[Problem],
    outcome: str = "",
    format: str = "text",
    site: Path = Path(),
    notes: Sequence[Problem] = (),
) -> None:
    """Report problems in one of the FORMATS, and on standard error how many there are and what became of the site.

    Text goes to standard error, in colour on a terminal that wants it. GitHub's annotations go to standard output, and
    the text to standard error as well, for the log. JSON goes to standard output, alone. Paths in problems start from
    the folder `site`. Notes follow the problems. Where standard output cannot be written, standard error says so.
    """
    from newsbrief.cli.reports import encode_report

    annotations = _report_in_text(problems, notes, format, site)
    try:
        if format == "json":
            print_result(encode_report(problems, site, {}, notes))
        elif annotations:
            print_result("\n".join(annotations))
    except ReaderGoneError:
        pass
    except OutputError as error:
        print_note(str(error))
    counts = ", ".join([_count(len(problems), "problem"), *([_count(len(notes), "note")] if notes else [])])
    print_note(f"{counts}{f'; {outcome}' if outcome else ''}.")


def _report_in_text(problems: Sequence[Problem], notes: Sequence[Problem], format: str, site: Path) -> list[str]:
    """Report problems and notes to people, and return what is to be printed for GitHub."""
    from newsbrief.cli.reports import annotate_problems, disarm_commands, list_notes, list_problems

    if format == "json":
        return []
    wants_colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    colour = wants_colour and sys.stderr is not None and sys.stderr.isatty()
    for text in (*list_problems(problems, colour), *list_notes(notes, colour)):
        print_note(disarm_commands(text) if format == "github" else text)
    if format != "github":
        return []
    return [*annotate_problems(problems, site), *annotate_problems(notes, site, "notice")]
