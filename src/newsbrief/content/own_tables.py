"""Tables of words that Newsbrief brings with it: YAML files, whose faults are ours and not the editor's.

`split_phrases("goes on, Told  to")` is `["goes on", "told to"]`.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.model.problems import REPORT, InternalError


def read_own_table(path: Path) -> Mapping[str, Any]:
    """Return the keys and values of a table. InternalError: it is not the YAML that it must be."""
    file = parse_yaml(SourceFile(str(path), path.read_text(encoding="utf-8")))
    if file.problems:
        raise InternalError(problem._replace(hint=REPORT) for problem in file.problems)
    return file.values


def split_phrases(text: object) -> list[str]:
    """Return the phrases of a list that commas divide, in small letters and with single blanks."""
    words = " ".join(str(text or "").lower().split())
    return [phrase for each in words.split(",") if (phrase := each.strip())]
