"""Pages of docs/ of which some parts are made from the program; all else on them is written by hand and stays.

A part stands between `<!-- of NAME -->` and `<!-- end -->`.
"""

import re
from collections.abc import Mapping

_PART = re.compile(r"(<!-- of ([\w ]+) -->\n).*?(<!-- end -->\n)", re.S)


def renew_parts(page: str, parts: Mapping[str, str]) -> str:
    """Return a page with the parts that are given, by name; each is Markdown."""
    return _PART.sub(lambda match: f"{match[1]}\n{parts[match[2]].strip()}\n\n{match[3]}", page)


def names_of_parts(page: str) -> list[str]:
    """Return the names of the parts of a page, in order."""
    return [match[2] for match in _PART.finditer(page)]


def write_cell(text: str) -> str:
    """Return a text for the cell of a table; what would be markup outside of code is plain text."""
    parts = re.split(r"(`[^`]*`)", " ".join(text.split()))
    plain = [part if part.startswith("`") else re.sub(r"[*_<\[\]]", _escape, part) for part in parts]
    return "".join(plain).replace("|", "\\|")


def _escape(sign: re.Match[str]) -> str:
    return "&lt;" if sign[0] == "<" else f"\\{sign[0]}"
