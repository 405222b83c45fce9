"""Plain values → typed entries, with every problem in an editor's words.

msgspec validates; its messages are replaced by problems with a place in the file and a remedy.
"""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

import msgspec
from msgspec import Struct

from newsbrief.content.kind_hints import suggest_kind
from newsbrief.content.similar_words import Vocabulary
from newsbrief.content.yaml_positions import Path, YamlFile
from newsbrief.model.problems import Problem

EntryT = TypeVar("EntryT", bound=Struct)

_MOST_NAMES = 60
"""The most names that a hint lists."""

_MOST_LETTERS = 100
"""The letters of a name by which a known one is looked for."""

_MOST_FAULTS = 100
"""The most faults of one entry that are reported together, unknown keys not counted."""


def unknown_name(file: YamlFile, path: Path, message: str, name: str, known: Iterable[str]) -> Problem:
    """Return the problem of an unknown key, with the nearest known one as the hint."""
    return file.problem(path, message, suggest(name, Vocabulary(tuple(known))), at_key=True)


def suggest(name: str, known: Vocabulary) -> str:
    """Return a hint that names the known name nearest to `name`, or else all known names, if they are few."""
    if near := known.nearest(name[:_MOST_LETTERS].lower(), cutoff=0.6):
        return f"did you mean {near!r}?"
    if not known.words:
        return "there are none yet"
    more = len(known.words) - _MOST_NAMES
    return f"choose one of: {', '.join(sorted(known.words)[:_MOST_NAMES])}{f' and {more:,} more' if more > 0 else ''}"


def convert_entry(file: YamlFile, path: Path, plain: Any, kind: type[EntryT]) -> tuple[EntryT | None, list[Problem]]:
    """Return the entry of type `kind` at `path`, or None and everything that is wrong with it.

    The converter stops at the first fault. So the value with the fault is reported and left out, and the rest is
    converted again.
    """
    problems: list[Problem] = []
    taken_out: set[Path] = set()
    for _ in range(_MOST_FAULTS):
        try:
            entry = msgspec.convert(plain, kind)
        except msgspec.ValidationError as error:
            message, where = _split_error(str(error))
            if missing := _MISSING.fullmatch(message):
                if not _was_given((*where, missing[1]), taken_out):
                    problems.append(_explain(file, (*path, *where), message, None, kind))
                return None, problems
            if unknown := _UNKNOWN.fullmatch(message):
                known, given = _keys_at(kind, _keys_of(where)), _at(plain, where)
                keys = [(*where, key) for key in given if key == unknown[1] or key not in known]
                problems += [unknown_name(file, (*path, *at), f"unknown key {at[-1]!r}", at[-1], known) for at in keys]
            else:
                problems.append(_explain(file, (*path, *where), message, _at(plain, where), kind))
                keys = [_up_to_key(where)]
            if keys == [()]:
                return None, problems
            taken_out.update(keys)
            plain = _without(plain, keys)
        else:
            return (None if problems else entry), problems
    return None, problems


def _keys_of(where: Path) -> tuple[str, ...]:
    return tuple(step for step in where if isinstance(step, str))


def _up_to_key(where: Path) -> Path:
    """Return the path of the key whose value, or a part of it, is at `where`."""
    while where and not isinstance(where[-1], str):
        where = where[:-1]
    return where


def _was_given(path: Path, taken_out: set[Path]) -> bool:
    """Say whether a key that is missing was taken out for a fault, or was misspelt."""
    *around, key = path
    beside = [str(other[-1]) for other in taken_out if list(other[:-1]) == around]
    return path in taken_out or bool(get_close_matches(str(key), beside, n=1, cutoff=0.6))


_ERROR = re.compile(r"(.*?)(?: - at `\$(.*)`)?", re.DOTALL)
_STEP = re.compile(r"\.([A-Za-z_][\w-]*)|\[(\d+)\]")
_UNKNOWN = re.compile(r"Object contains unknown field `(.*)`", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(.*)`")
_FILLED = {"speaker": "write the id of who speaks, or `speaker: unattributed`", "text": "write the article’s words"}
"""What to write in an empty list under a key that cannot be left out."""

_EXPECTED = re.compile(r"Expected `(.*)`, got `(.*)`")
_NAMES = {
    "str": "text",
    "int": "a number",
    "bool": "true or false",
    "null": "nothing",
    "array": "a list",
    "object": "keys and values",
}


def _split_error(error: str) -> tuple[str, Path]:
    match = _ERROR.fullmatch(error)
    assert match
    steps = [int(number) if number else key for key, number in _STEP.findall(match[2] or "")]
    return match[1], tuple(steps)


def _at(plain: Any, where: Path) -> Any:
    for step in where:
        plain = plain[step]
    return plain


def _without(plain: Any, keys: list[tuple[Any, ...]]) -> Any:
    """Return the plain values without those under `keys`, which all lie in one mapping."""
    step, *rest = keys[0]
    if isinstance(plain, dict):
        if not rest:
            left_out = {key[0] for key in keys}
            return {key: value for key, value in plain.items() if key not in left_out}
        return plain | {step: _without(plain[step], [key[1:] for key in keys])}
    return [*plain[:step], _without(plain[step], [key[1:] for key in keys]), *plain[step + 1 :]]


@cache
def _keys_at(kind: type[Struct], keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys that the struct below these keys of an entry of type `kind` may carry."""
    found = _structs(msgspec.inspect.type_info(kind))
    for step in keys:
        found = [
            deeper
            for struct in found
            for key in struct.fields
            if key.encode_name == step
            for deeper in _structs(key.type)
        ]
    return tuple(key.encode_name for struct in found for key in struct.fields)


def _structs(kind: msgspec.inspect.Type) -> list[msgspec.inspect.StructType]:
    """Return the struct types that a value of this type may be, or may be a list of."""
    if isinstance(kind, msgspec.inspect.StructType):
        return [kind]
    if isinstance(kind, msgspec.inspect.UnionType):
        return [struct for choice in kind.types for struct in _structs(choice)]
    if isinstance(kind, msgspec.inspect.VarTupleType):
        return _structs(kind.item_type)
    return _structs(kind.type) if isinstance(kind, msgspec.inspect.Metadata) else []


def _explain(file: YamlFile, path: Path, message: str, value: Any, kind: type[Struct]) -> Problem:
    """Return the problem that replaces the converter's message about `value`."""
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    if missing := _MISSING.fullmatch(message):
        return file.problem(path, f"the key {missing[1]!r} is missing", f"add `{missing[1]}:` to this entry")
    if message.startswith("Invalid enum value"):
        return file.problem(path, f"unknown {key} {value!r}", suggest_kind(str(value), _choices(kind, key)))
    if "matching regex" in message:
        return file.problem(path, *_explain_pattern(key, value))
    if "length" in message:
        if value:
            return file.problem(path, "this is too long", "fix it, or leave the key out")
        return file.problem(path, "this list is empty", _FILLED.get(key, "fix it, or leave the key out"))
    if expected := _EXPECTED.fullmatch(message):
        return file.problem(path, *_explain_type(expected[1], expected[2], value, kind))
    return file.problem(path, message)


def _explain_pattern(key: str, value: Any) -> tuple[str, str]:
    if key == "url":
        return f"{value!r} is not a web address", "a web address begins with https:// or http://"
    if isinstance(value, str) and not value.strip():
        return "this is empty", "write something"
    return f"{value!r} cannot be an id", "use small letters a–z, digits and single hyphens"


def _explain_type(expected: str, found: str, value: Any, kind: type[Struct]) -> tuple[str, str]:
    if value is None:
        return "this is empty", f"write {_in_words(expected)}"
    if expected.startswith("str") and isinstance(value, (bool, int)):
        return f"{value!r} is read as {_in_words(found)}", "put it in quotation marks to make it text"
    hint = ""
    if expected == "object":
        first = next(field.encode_name for field in msgspec.structs.fields(kind))
        hint = f"begin with a key, such as `{first}: …`"
    return f"expected {_in_words(expected)}, found {_in_words(found)}", hint


def _in_words(types: str) -> str:
    names = [_NAMES.get(name.strip(), name.strip()) for name in types.split("|")]
    return " or ".join(name for name in names if name != "nothing") or "nothing"


def _choices(kind: type[Struct], key: str) -> list[str]:
    kinds = {field.encode_name: field.type for field in msgspec.structs.fields(kind)}
    given = kinds.get(key, Literal[""])
    literals = [given] if get_origin(given) is Literal else get_args(given)
    return [str(choice) for literal in literals for choice in get_args(literal)]
