"""Emphasis in a pasted text: stars or underscores round whole words.

For example, `*very*` is emphasised, and the stars of `5*3*2`, the underscores of `__init__` and a lone `*` are not.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_MOST_SIGNS = 3
_NAME = re.compile(r"[a-z0-9_]+")
_MOST_TRIED = 30


class Run(NamedTuple):
    """A run of stars or underscores, and whether emphasis may begin or end there."""

    start: int
    text: str
    opens: bool
    closes: bool


def read_run(text: str, start: int, signs: str) -> Run:
    """Return the run of signs at a place of a paragraph."""
    end = start + len(signs)
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    opens = not before.isalnum() and bool(after.strip()) and after not in ")]},.;:!?"
    closes = not after.isalnum() and bool(before.strip()) and before not in "([{"
    is_short = len(signs) <= _MOST_SIGNS
    return Run(start, signs, opens and is_short, closes and is_short)


def pair_runs(runs: Sequence[Run], text: str) -> Iterator[tuple[Run, bool]]:
    """Yield each run of a paragraph, and whether it is emphasis."""
    paired: set[int] = set()
    opened: list[Run] = []
    for run in runs:
        if run.closes and (opener := _find_opener(opened, run)):
            inside = text[opener.start + len(opener.text) : run.start]
            is_name = run.text == "__" and _NAME.fullmatch(inside)
            if any(map(str.isalnum, inside)) and not is_name:
                paired |= {opener.start, run.start}
        elif run.opens:
            opened.append(run)
    yield from ((run, run.start in paired) for run in runs)


def _find_opener(opened: list[Run], run: Run) -> Run | None:
    """Take the nearest run like this one from those that are open, with all behind it."""
    for number in range(len(opened) - 1, max(-1, len(opened) - _MOST_TRIED), -1):
        if opened[number].text == run.text:
            opener = opened[number]
            del opened[number:]
            return opener
    return None
