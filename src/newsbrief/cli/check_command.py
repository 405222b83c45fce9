"""The command `check`: problems and notes of the content, of the built site and of links to other sites; and --fix."""

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from newsbrief.cli.commands import conclude, count, list_site_notes, report_orphans
from newsbrief.cli.output import print_note
from newsbrief.cli.progress import Progress
from newsbrief.model.problems import COVERED, ConfigError, NewsbriefError

if TYPE_CHECKING:
    from argparse import Namespace

    from newsbrief.build.briefings import BriefingResult
    from newsbrief.build.check_output import CheckResult


def run_check(options: "Namespace") -> None:
    """Check the content, and the built site where that is asked for; with --fix, write articles in the right form."""
    from newsbrief.build.briefings import list_notes
    from newsbrief.build.check_content import check_site
    from newsbrief.build.request import BuildRequest

    if options.external:
        _require_httpx()
    # What was fixed is reported also where problems remain.
    options.fixed = fixed = _fix_articles(options) if options.fix else {}
    result: CheckResult | None = None
    with Progress(sys.stderr) as progress:
        request = BuildRequest(options.site, options.base_url, options.drafts, on_step=progress.show)
        if options.built or options.external or options.output:
            from newsbrief.build.check_output import check_output
            from newsbrief.disk.files_in_the_way import choose_output

            result = check_output(request, choose_output(options.output, options.site))
        briefings = result.briefings if result else check_site(request)
    answers = _ask_other_sites(result.outside) if result and options.external else ""
    notes = (*list_notes(briefings), *list_site_notes(options.site))
    if result and result.problems:
        if answers and not options.quiet and options.format != "json":
            print_note(answers)
        raise NewsbriefError(result.problems, notes)
    line, counts = _sum_up_content(briefings)
    if result:
        line = f"{answers}\n{line}" if answers else line
        line += f"\n{_sum_up_output(result)}"
        counts |= {"files": result.files, "links": result.links}
        report_orphans(options, result.orphans)
    markup, number = _sum_up_markup(briefings)
    line += f"\n{markup}" if markup else ""
    settled = sum(note.message.startswith(COVERED) for note in notes)
    line += f"\n{count(settled, 'doubt')} settled by a reading; --format json lists what each covers" if settled else ""
    conclude(options, line, {**counts, "markup": number, "settled": settled, **fixed}, "there is no problem", notes)


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
        print_note(f"Fixed {count(lines, 'place')} in articles." if lines else "There was nothing to fix in articles.")
    return {"fixed": fixed}


def _sum_up_markup(briefings: Sequence["BriefingResult"]) -> tuple[str, dict[str, int]]:
    """Return which markup the articles are read with, as a line and as counts."""
    from newsbrief.content.markup_counts import add_counts, describe_markup

    counts = add_counts(each.markup for each in briefings)
    return f"Markup: {describe_markup(counts)}" if counts else "", counts


def _sum_up_content(briefings: Sequence["BriefingResult"]) -> tuple[str, dict[str, int]]:
    """Return what was checked in the content as a line, and as counts."""
    summaries = [summary for each in briefings if (summary := each.summary) and not summary.is_gone]
    passages = sum(summary.passages for summary in summaries)
    unattributed = sum(summary.unattributed for summary in summaries)
    accounted = f"{passages} of {passages} quoted passages accounted for; {unattributed} unattributed"
    counts = {"briefings": len(summaries), "passages": passages, "unattributed": unattributed}
    return f"Checked {count(len(summaries), 'briefing')}: {accounted}", counts


def _sum_up_output(result: "CheckResult") -> str:
    links = f"{count(result.links, 'link')}, {result.to_words:,} of them to words on a page"
    return f"Checked {count(result.files, 'file')} of the built site: {links}; no problems"


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
