"""The commands. Each imports what it needs when it runs, since most need little."""

import os
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from newsbrief.cli.output import OutputError, ReaderGoneError, print_note, print_result
from newsbrief.cli.progress import Progress
from newsbrief.model.problems import COVERED, Problem

if TYPE_CHECKING:
    from argparse import Namespace


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
    report_orphans(options, result.orphans)
    _report_leftovers(result.leftovers)
    took = round((time.perf_counter() - start) * 1000)
    rendered, reused, removed = map(_count_pages, (result.written, result.unchanged, result.removed))
    counts = {"pages": rendered + reused, "rendered": rendered, "reused": reused, "removed": removed}
    counts |= {"overwritten": len(result.overwritten), "leftovers": len(result.leftovers)}
    verb = "Would build" if options.dry_run else "Built"
    pages = f"{count(rendered + reused, 'page')} ({rendered} rendered, {reused} reused, {removed} removed)"
    edited = f"; replaced changes by hand in {_name_some(result.overwritten)}" if result.overwritten else ""
    outcome = "nothing was written" if options.dry_run else "the site is built"
    notes = (*result.doubts, *result.languages, *(list_site_notes(options.site) if result.is_whole else ()))
    conclude(options, f"{verb} {pages} in {took} ms{edited}", counts, outcome, notes)


def list_site_notes(site: Path) -> tuple[Problem, ...]:
    """Return the notes on a site but for its briefings: on its languages, and on templates that no page uses."""
    from newsbrief.build.language_notes import note_site_languages
    from newsbrief.build.site_templates import list_unused_templates

    return (*note_site_languages(site), *list_unused_templates(site))


def _say_that_it_waits() -> None:
    print_note("Another build of this site is running; waiting for it to end.")


def _report_cardless(options: "Namespace", slugs: Sequence[str]) -> None:
    """Report briefings without a share card, which are no problem."""
    if slugs and not options.quiet:
        why = "the title has characters that no font of Newsbrief has, or that only FriBiDi can shape"
        more = "Chinese, Japanese and Korean are drawn with Noto CJK, where it is installed"
        print_note(f"No share card was drawn for {_name_some(slugs)}: {why}. {more}.")


def report_orphans(options: "Namespace", paths: Sequence[str]) -> None:
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


def run_schema(options: "Namespace") -> None:
    """Print a JSON Schema; that of fact sheets has the kinds that the site defines, where there is a site."""
    from newsbrief.content.settings import CONFIG_FILE, read_config
    from newsbrief.draft.new_site import write_schema
    from newsbrief.model.own_kinds import NO_OWN_KINDS

    has_site = options.of == "facts" and (options.site / CONFIG_FILE).exists()
    print_result(write_schema(options.of, read_config(options.site).own_kinds if has_site else NO_OWN_KINDS))


def conclude(
    options: "Namespace", line: str, counts: Mapping[str, object], outcome: str, notes: Sequence[Problem] = ()
) -> None:
    """Say that all went well: to programs as a JSON report, to people in the summary line, below the notes.

    OutputError: that cannot be printed; it says what became of the site, as `outcome` has it.
    """
    notes = _leave_out_settled(notes, options.format)
    if options.format == "json":
        from newsbrief.cli.reports import encode_report

        print_result(encode_report((), options.site, counts, notes), outcome)
    elif not options.quiet:
        annotations = _report_in_text((), notes, options.format, options.site) if notes else []
        print_result("\n".join([*annotations, line]), outcome)


def _count_pages(paths: Sequence[str]) -> int:
    return sum(path.endswith(".html") for path in paths)


def count(number: int, noun: str) -> str:
    """Return a number of things in words, such as `2 problems`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def report(
    problems: Sequence[Problem],
    outcome: str = "",
    format: str = "text",
    site: Path = Path(),
    notes: Sequence[Problem] = (),
    counts: Mapping[str, object] = MappingProxyType({}),
) -> None:
    """Report problems in one of the FORMATS, and on standard error how many there are and what became of the site.

    Text goes to standard error, in colour on a terminal that wants it. GitHub's annotations go to standard output, and
    the text to standard error as well, for the log. JSON goes to standard output, alone. Paths in problems start from
    the folder `site`. Notes follow the problems; JSON has `counts` as well, such as what --fix wrote. Where standard
    output cannot be written, standard error says so.
    """
    from newsbrief.cli.reports import encode_report

    notes = _leave_out_settled(notes, format)
    annotations = _report_in_text(problems, notes, format, site)
    try:
        if format == "json":
            print_result(encode_report(problems, site, counts, notes))
        elif annotations:
            print_result("\n".join(annotations))
    except ReaderGoneError:
        pass
    except OutputError as error:
        print_note(str(error))
    total = ", ".join([count(len(problems), "problem"), *([count(len(notes), "note")] if notes else [])])
    print_note(f"{total}{f'; {outcome}' if outcome else ''}.")
    if problems and format != "json":
        _lead_to_messages()


def _lead_to_messages() -> None:
    """Say where each message is explained, if the documentation has an address."""
    from newsbrief.model.documentation import find_messages

    if address := find_messages():
        print_note(f"What each means: {address}")


def _leave_out_settled(notes: Sequence[Problem], format: str) -> Sequence[Problem]:
    """Return the notes without those on what the editor's readings cover, which only programs are given."""
    return notes if format == "json" else [note for note in notes if not note.message.startswith(COVERED)]


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
