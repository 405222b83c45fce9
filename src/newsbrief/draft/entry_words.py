"""An entry of the fact sheet as words of a command line: `speaker=un`, `text=…`, `source.url=…`.

>>> read_entry_words(["speaker=un", "text=One", "text=Two", "cue.exact=said", "cue.prefix=it "])
{'speaker': 'un', 'text': ['One', 'Two'], 'cue': {'exact': 'said', 'prefix': 'it '}}
"""

from collections.abc import Iterable, Mapping
from typing import Any

KINDS: Mapping[str, str] = {
    "key-point": "key_points",
    "actor": "actors",
    "date": "dates",
    "quote": "quotes",
    "relation": "relations",
    "not-speech": "not_speech",
}
"""The names of entries on the command line, with their sections."""

_LISTS = frozenset({"aliases", "actors"})
_TRUTHS = frozenset({"background"})


def read_entry_words(words: Iterable[str]) -> dict[str, Any]:
    """Return the values of an entry; a key that is given twice has a list. ValueError: a word is not KEY=VALUE."""
    values: dict[str, Any] = {}
    for word in words:
        path, sign, text = word.partition("=")
        key, _, inner = path.partition(".")
        if not sign or not key:
            raise ValueError(f"{word!r} is not of the form KEY=VALUE")
        if inner:
            around = values.setdefault(key, {})
            if not isinstance(around, dict) or inner in around:
                raise ValueError(f"{path!r} does not go with what is given before: hand the entry over with --json")
            around[inner] = text
        elif key in values:
            before = values[key]
            if isinstance(before, dict):
                raise ValueError(f"{path!r} does not go with what is given before: hand the entry over with --json")
            values[key] = [*before, text] if isinstance(before, list) else [before, text]
        else:
            values[key] = [text] if key in _LISTS else _read_value(key, text)
    return values


def _read_value(key: str, text: str) -> Any:
    """Return a text, or for some keys what it means: a year alone is a number, as a person writes it."""
    if key in _TRUTHS and text in ("true", "false"):
        return text == "true"
    return int(text) if key == "date" and text.isascii() and text.isdecimal() and text[0] != "0" else text
