"""Counts of problems that are too many to show whole, by their kind and file.

>>> count_others([Problem("a.yaml", number, 1, f"unknown key 'k{number}'") for number in range(1, 61)])
['and 10 more:', "10 × unknown key '…' in a.yaml"]
"""

import re
from collections import Counter
from collections.abc import Sequence

from newsbrief.model.problems import Problem

MOST_WHOLE = 50
"""The number of problems that people are shown whole."""

_MOST_KINDS = 20
"""The number of lines that count the others."""

_READ, _LONGEST = 5_000, 200
"""The number of characters of a message that are looked at, and that a kind has."""

_QUOTED = re.compile(r"""(?<![\w'"])(['"]).*?(?:\1(?!\w)|$)|“.*?(?:”|$)|‘.*?(?:’|$)""", re.DOTALL)
_CLOSING = {"“": "”", "‘": "’"}
_NUMBER = re.compile(r"\d[\d.,:-]*\b")


def count_others(problems: Sequence[Problem]) -> list[str]:
    """Return the lines that count what comes after the first MOST_WHOLE problems, the commonest first; [] for none."""
    others = problems[MOST_WHOLE:]
    if not others:
        return []
    counts = Counter((problem.path, name_kind(problem.message)) for problem in others).most_common()
    lines = [f"{number:,} × {kind} in {path}" for (path, kind), number in counts[:_MOST_KINDS]]
    if rest := counts[_MOST_KINDS:]:
        files = len({path for (path, _), _ in rest})
        lines.append(f"{sum(number for _, number in rest):,} others in {files:,} file{'' if files == 1 else 's'}")
    return [f"and {len(others):,} more:", *lines]


def name_kind(message: str) -> str:
    """Return a message without what differs among messages of its kind: what it quotes, and its numbers."""
    kind = _NUMBER.sub("…", _QUOTED.sub(_blank, message[:_READ]))
    return kind[:_LONGEST] + ("…" if len(kind) > _LONGEST else "")


def _blank(quoted: re.Match[str]) -> str:
    mark = quoted[0][0]
    return f"{mark}…{_CLOSING.get(mark, mark)}"
