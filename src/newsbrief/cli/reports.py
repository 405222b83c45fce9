"""The reports of commands: problems, for people, for GitHub and for programs; and why a build rebuilt what it did.

>>> print(format_problem(Problem("content/site.yaml", 2, 1, "unknown key ‘titel’", "write `title`")))
content/site.yaml:2:1: unknown key ‘titel’
      write `title`
"""

import json
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsbrief.model.problem_counts import MOST_WHOLE, count_others
from newsbrief.model.problems import Problem

if TYPE_CHECKING:
    from newsbrief.build.fix_articles import FixedArticle
    from newsbrief.build.run import BuildResult

_VERSION = 1
_EXCERPT_WIDTH = 100

_MOST_LISTED = 10_000
"""The number of problems in a report for programs."""

_LONGEST_EXCERPT, _LONGEST_LINE = 2_000, 1_000
"""The number of characters of a line that a report for programs quotes, and of a message or hint for people."""

_COMMAND = re.compile(r"^\s*(?=::)|##(?=\[)", re.MULTILINE)
"""Places in a line at which GitHub would read a command, on either stream."""


def list_problems(problems: Sequence[Problem], colour: bool = False) -> Iterator[str]:
    """Yield the texts that report problems to people: the first ones whole, and a count of the others."""
    for problem in problems[:MOST_WHOLE]:
        yield format_problem(problem, colour)
    for number, line in enumerate(count_others(problems)):
        yield make_visible(f"      {line}" if number else f"… {line}")


def list_notes(notes: Sequence[Problem], colour: bool = False) -> Iterator[str]:
    """Yield the texts that report notes to people: the first ones, and how many there are besides."""
    for note in notes[:MOST_WHOLE]:
        yield format_problem(note, colour, is_note=True)
    if len(notes) > MOST_WHOLE:
        yield f"… and {len(notes) - MOST_WHOLE:,} more notes"


def format_problem(problem: Problem, colour: bool = False, is_note: bool = False) -> str:
    """Return a problem as it is printed: `path:line:column: message`, the line with a mark below it, the hint.

    A note has the word `note:` before its message.
    """
    bold, red, dim, plain = ("\x1b[1m", "\x1b[31m", "\x1b[2m", "\x1b[0m") if colour else ("", "", "", "")
    red, kind = (bold, "note: ") if is_note else (red, "")
    lines = [f"{bold}{_name_place(problem)}:{plain} {red}{kind}{_show_line(problem.message)}{plain}"]
    if problem.line and problem.excerpt.strip():
        text, before = _excerpt(problem)
        number = f"{problem.line:>5}"
        lines.append(f"{dim}{number} |{plain} {text}")
        lines.append(f"{dim}{' ' * len(number)} |{plain} {' ' * before}{red}^{plain}")
    lines += [f"      {_show_line(line)}" for line in problem.hint.split("\n") if line]
    return "\n".join(lines)


def annotate_problems(problems: Sequence[Problem], site: Path, kind: str = "error") -> Iterator[str]:
    """Yield the annotations of the problems, or notes, that are printed whole; GitHub shows fewer."""
    return (format_annotation(problem, locate_file(problem.path, site), kind) for problem in problems[:MOST_WHOLE])


def format_annotation(problem: Problem, file: str, kind: str = "error") -> str:
    """Return a problem as the workflow command that makes GitHub show it at its line; `kind` is error or notice.

    `file` is the problem's file as seen from the repository's root, or "" where there is none; see `locate_file`.
    """
    properties: dict[str, object] = {}
    if file:
        places = {"file": file, "line": problem.line, "col": problem.column if problem.line else 0}
        properties = {key: value for key, value in places.items() if value}
    properties["title"] = _name_place(problem)
    written = ",".join(f"{key}={_escape_property(str(value))}" for key, value in properties.items())
    lines = [problem.message, *(line for line in problem.hint.split("\n") if line)]
    message = "\n".join(map(_show_line, lines))
    return f"::{kind} {written}::{_escape_message(message)}"


def _escape_message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_message(text).replace(":", "%3A").replace(",", "%2C")


def disarm_commands(text: str) -> str:
    """Return a text for GitHub's log, with a backslash after whatever would begin a command there."""
    return _COMMAND.sub(r"\g<0>\\", text)


def encode_report(
    problems: Sequence[Problem], site: Path, counts: Mapping[str, object], notes: Sequence[Problem] = ()
) -> str:
    """Return a report as JSON in ASCII: its version, problems, notes, and what was counted.

    See docs/reference/reports.md. Of very many problems it has the first ones, and says how many it leaves out.
    """
    located = {path: locate_file(path, site) or path for path in {each.path for each in (*problems, *notes)}}
    listed = [_list_fields(problem, located[problem.path]) for problem in problems[:_MOST_LISTED]]
    noted = [_list_fields(note, located[note.path]) for note in notes[:_MOST_LISTED]]
    omitted = len(problems) - len(listed)
    report = {"version": _VERSION, "problems": listed, "omitted": omitted, "notes": noted, **counts}
    return json.dumps(report, indent=2)


def _list_fields(problem: Problem, path: str) -> dict[str, object]:
    return {
        "path": path,
        "line": problem.line or None,
        "column": problem.column or None,
        "message": problem.message,
        "hint": problem.hint,
        "excerpt": problem.excerpt if len(problem.excerpt) <= _LONGEST_EXCERPT else "",
    }


def list_changes(result: "BuildResult") -> Iterator[str]:
    """Yield a line for each file that a build would write or remove."""
    yield from (f"would write {make_visible(path)}" for path in result.written)
    yield from (f"would remove {make_visible(path)}" for path in result.removed)


def list_fixes(article: "FixedArticle") -> Iterator[str]:
    """Yield the lines that show what was changed in an article: as they were, and as they are."""
    for change in article.changes:
        yield f"{make_visible(article.path)}:{change.line}: fixed"
        yield from (f"    - {_show_line(line)}" for line in change.before)
        yield from (f"    + {_show_line(line)}" for line in change.after)


def explain_build(result: "BuildResult") -> Iterator[str]:
    """Yield a line for each reason why something was rebuilt."""
    if not result.reasons:
        yield "Nothing has changed."
    elif result.is_whole:
        yield f"Everything was rebuilt: {result.reasons['']}"
    else:
        for name, reason in sorted(result.reasons.items()):
            what = f"content/{name}" if name else "The pages that all briefings share"
            yield f"{what}: {reason}"


def locate_file(path: str, site: Path) -> str:
    """Return the path of a problem's file from the current folder, or "" where it is no file or cannot be shown.

    Problems give the paths of a site's files from its folder, or with that folder in front.
    """
    given = Path(path)
    places = [site / given, *([given] if given.is_relative_to(site) else [])]
    for place in filter(_is_file, places):
        shown = Path(_relate(place)).as_posix()
        return shown if make_visible(shown) == shown else ""
    return ""


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _relate(path: Path) -> str:
    try:
        return os.path.relpath(path)
    except ValueError:
        # On another drive.
        return str(path)


def _name_place(problem: Problem) -> str:
    """Return `path:line:column`, as far as they are known."""
    numbers = (str(number) for number in (problem.line, problem.column) if number)
    return ":".join([make_visible(problem.path), *numbers])


def _excerpt(problem: Problem) -> tuple[str, int]:
    """Return the part of the line around the column, and how many cells of a terminal come before the column."""
    at = max(problem.column - 1, 0)
    start = max(0, at - _EXCERPT_WIDTH // 2) if len(problem.excerpt) > _EXCERPT_WIDTH else 0
    end = start + _EXCERPT_WIDTH
    left, right = "… " if start else "", " …" if end < len(problem.excerpt) else ""
    before = left + make_visible(problem.excerpt[start:at])
    return before + make_visible(problem.excerpt[at:end]) + right, sum(_cells(char) for char in before)


def _show_line(text: str) -> str:
    """Return a line for people, which is cut where no person would read on."""
    return make_visible(text[:_LONGEST_LINE]) + (" …" if len(text) > _LONGEST_LINE else "")


def make_visible(text: str) -> str:
    """Return `text` with a tab as a space, and characters that could deceive on a terminal as \\uXXXX."""
    shown = text.replace("\t", " ")
    return "".join(
        char if char.isprintable() or char in "\u200c\u200d\xa0" else f"\\u{ord(char):04x}" for char in shown
    )


def _cells(char: str) -> int:
    if unicodedata.combining(char) or char in "\u200c\u200d":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
