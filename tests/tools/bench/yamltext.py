"""Plain values → YAML as an editor would write it: block style, long texts folded."""

import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any

WIDTH = 118
_PLAIN = re.compile(r"[A-Za-z](?:[\w ,;()’.–-]*[\w)’.])?")
_TYPED = frozenset({"false", "n", "no", "null", "off", "on", "true", "y", "yes"})


def as_yaml(values: Mapping[str, Any]) -> str:
    """Return a document of keys and values; these are text, numbers, true or false, and lists and mappings of them."""
    return "\n".join(_mapping(values, 0)) + "\n"


def _mapping(values: Mapping[str, Any], depth: int) -> Iterator[str]:
    for key, value in values.items():
        if isinstance(value, str):
            head, *rest = _text(value, depth + 2, WIDTH - depth - len(key) - 2)
            yield f"{' ' * depth}{key}: {head}"
            yield from rest
        elif isinstance(value, Mapping):
            yield f"{' ' * depth}{key}:"
            yield from _mapping(value, depth + 2)
        elif isinstance(value, Sequence):
            yield f"{' ' * depth}{key}:"
            yield from _sequence(value, depth + 2)
        else:
            yield f"{' ' * depth}{key}: {str(value).lower()}"


def _sequence(values: Sequence[Any], depth: int) -> Iterator[str]:
    for value in values:
        if isinstance(value, Mapping):
            first, *rest = _mapping(value, depth + 2)
            yield f"{' ' * depth}- {first.lstrip()}"
            yield from rest
        else:
            head, *rest = _text(value, depth + 2, WIDTH - depth - 2)
            yield f"{' ' * depth}- {head}"
            yield from rest


def _text(value: str, depth: int, room: int) -> list[str]:
    """Return the lines of a text: on one line where it fits, or else folded below an opening `>-`."""
    if len(value) > room - 2:
        return [">-", *(" " * depth + line for line in wrap(value, WIDTH - depth, break_on_hyphens=False))]
    if _PLAIN.fullmatch(value) and value.lower() not in _TYPED:
        return [value]
    return ["'" + value.replace("'", "''") + "'"]
