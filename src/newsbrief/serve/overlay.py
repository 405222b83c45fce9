"""Problems as HTML: a panel over the last good page, and a page for when there is no site yet."""

from collections.abc import Sequence
from html import escape

from newsbrief.model.problem_counts import MOST_WHOLE, count_others
from newsbrief.model.problems import Problem

_BESIDE_MARK = 300
"""The number of characters of a line that are shown on either side of the mark."""

RESERVED = "/.newsbrief/"
"""The path below which the preview keeps its own files. In the addresses of a site, only names of files hold a dot."""

_SHEET = f'<link rel="stylesheet" href="{RESERVED}reload.css">'
_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'"


def problem_panel(problems: Sequence[Problem]) -> str:
    """Return the panel that the preview's script puts over a page, and shows when the style sheet is loaded."""
    return (
        f'{_SHEET}<div class="panel" role="alert" tabindex="0" lang="en" dir="ltr" hidden>'
        f'<button type="button">Hide <kbd>Esc</kbd></button><h2>{_count(problems)}</h2>'
        f"<p>The page behind this panel is from the last build without problems.</p>{_list(problems)}</div>"
    )


def doubt_panel(doubts: Sequence[Problem]) -> str:
    """Return the panel of the questions that drafts leave open: one line over the page, which opens to all of them."""
    number = f"{len(doubts)} open question{'' if len(doubts) == 1 else 's'} in drafts"
    return (
        f'{_SHEET}<div class="panel doubts" role="status" tabindex="0" lang="en" dir="ltr" hidden>'
        f'<button type="button">Hide <kbd>Esc</kbd></button><details><summary>{number}</summary>'
        f"<p>They must be settled before these briefings can be published.</p>{_list(doubts)}</details></div>"
    )


def problem_page(problems: Sequence[Problem]) -> bytes:
    """Return the page that shows problems until there is a site to show."""
    page = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_count(problems)} · Newsbrief</title>\n{_SHEET}\n</head>\n<body>\n<main>\n"
        f"<h1>{_count(problems)}</h1>\n<p>The site will appear here as soon as they are fixed.</p>\n{_list(problems)}\n"
        "</main>\n</body>\n</html>\n"
    )
    return page.encode(errors="replace")


def _count(problems: Sequence[Problem]) -> str:
    return f"{len(problems)} problem{'' if len(problems) == 1 else 's'} to fix"


def _list(problems: Sequence[Problem]) -> str:
    others = "".join(f"<p>{escape(line)}</p>" for line in count_others(problems))
    return f"<ol>{''.join(map(_entry, problems[:MOST_WHOLE]))}</ol>{others}"


def _entry(problem: Problem) -> str:
    place = ":".join([problem.path, *(str(number) for number in (problem.line, problem.column) if number)])
    parts = [f"<p><code>{escape(place)}</code></p>", f'<p class="message" dir="auto">{escape(problem.message)}</p>']
    if problem.line and problem.excerpt.strip():
        parts.append(f'<pre dir="auto">{_marked(problem)}</pre>')
    if problem.hint:
        parts.append(f'<p class="hint" dir="auto">{escape(problem.hint)}</p>')
    return f"<li>{''.join(parts)}</li>"


def _marked(problem: Problem) -> str:
    """Return the line with a mark on the character at the column."""
    at = problem.column - 1
    if not 0 <= at < len(problem.excerpt):
        return escape(problem.excerpt[: 2 * _BESIDE_MARK])
    before, after = problem.excerpt[:at], problem.excerpt[at + 1 :]
    left = f"… {before[-_BESIDE_MARK:]}" if len(before) > _BESIDE_MARK else before
    right = f"{after[:_BESIDE_MARK]} …" if len(after) > _BESIDE_MARK else after
    return f"{escape(left)}<mark>{escape(problem.excerpt[at])}</mark>{escape(right)}"
