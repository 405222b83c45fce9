"""The names under which a pasted text defines footnotes and addresses.

>>> find_labels("The tide[^1] rose.\\n\\n[^1]: At noon.").footnotes
frozenset({'1'})
"""

import re
from typing import NamedTuple

FOOTNOTE = re.compile(r" {0,3}\[\^([^\[\]\n]*)\]:[ ]*")
ADDRESS = re.compile(r""" {0,3}\[(?!\^)([^\[\]\n]*)\]: *<?([^\s<>]+)>? *(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\))? *$""")
"""Lines that define a footnote, or an address."""

_USED_NOTE = re.compile(r"\[\^([^\[\]\n]*+)\](?!:)")
_USED_ADDRESS = re.compile(r"\[([^\[\]\n]*+)\] ?\[([^\[\]\n]*+)\]")
_REACHABLE = re.compile(r"[a-z][a-z0-9+.-]*:|[/.#]|\w[\w-]*[./]", re.IGNORECASE)


class Labels(NamedTuple):
    """The names of the footnotes and of the addresses that are defined and used."""

    footnotes: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()


def find_labels(text: str) -> Labels:
    """Return the footnotes and addresses that are defined, each once, and used."""
    if "]:" not in text:
        return Labels()
    notes: list[str] = []
    addresses: list[str] = []
    for row in text.split("\n"):
        if "]:" in row:
            row = row.lstrip("> \t")
            if note := FOOTNOTE.match(row):
                notes.append(note[1])
            elif (address := ADDRESS.match(row)) and _REACHABLE.match(address[2]):
                addresses.append(address[1].lower())
    used_notes = {match[1] for match in _USED_NOTE.finditer(text)}
    used = {(match[2] or match[1]).lower() for match in _USED_ADDRESS.finditer(text)}
    return Labels(
        frozenset(each for each in used_notes.intersection(notes) if notes.count(each) == 1),
        frozenset(each for each in used.intersection(addresses) if addresses.count(each) == 1),
    )
