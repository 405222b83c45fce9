"""Briefings that are no longer published, of which the front matter of the article is left, and counts.

`parse_gone(file, "en")` returns the front matter, which says why, and its problems.
"""

import re

from newsbrief.content.front_matter import (
    FENCE,
    FrontMatterEntry,
    no_front_matter,
    read_front_matter,
    split_front_matter,
)
from newsbrief.content.source_file import SourceFile
from newsbrief.model.front_matter import FrontMatter
from newsbrief.model.problems import Problem

_GONE = re.compile(r"^gone:[ \t]*[^ \t\n#]", re.MULTILINE)


def is_marked_gone(file: SourceFile) -> bool:
    """Say whether the front matter of an article says that its briefing is no longer published."""
    match = FENCE.match(file.text)
    return match is not None and bool(_GONE.search(match[1]))


def parse_gone(file: SourceFile, language: str) -> tuple[FrontMatter | None, list[Problem]]:
    """Return the front matter of an article that is no longer published, or None, and its problems.

    The text below it counts no more, and may be gone itself. `language` is the site's.
    """
    split = split_front_matter(file, FrontMatterEntry)
    if split is None or split.entry is None:
        return None, split.problems if split else [no_front_matter(file)]
    front, problems = read_front_matter(split.yaml, split.entry, language)
    if split.entry.gone is None:
        problems.append(split.yaml.problem(("gone",), "this gives no reason", "write why, or delete the key"))
    return front, [*split.problems, *problems]
