"""Strict YAML: plain values out of a text, and the position of every one of them.

YAML 1.1 has surprises that a fact sheet cannot afford: `NO` is false, `12:30` is 750, a key given twice
keeps its last value, and a few aliases expand to gigabytes. Here only null, true, false and integers are
typed; every other plain word stays the text it is; duplicate keys, anchors, aliases, merge keys and tags
are problems.
"""

import re
from functools import cached_property
from typing import Any

import yaml
from msgspec import Struct
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from newsbrief.content.files import SourceFile, find_unseen
from newsbrief.model.problems import Problem

MAX_DEPTH = 12
"""Deepest nesting of lists and mappings; a fact sheet needs five."""

_TOO_DEEP = (f"nested deeper than {MAX_DEPTH} levels", "a fact sheet needs five levels")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_VALUES = frozenset({ScalarEvent, SequenceStartEvent, MappingStartEvent, AliasEvent})
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")
_TYPED = {"": None, "null": None, "Null": None, "NULL": None, "~": None} | {
    word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")
}

Path = tuple[str | int, ...]
"""Where a value stands: ("quotes", 0, "text") is the text of the first quotation."""

Place = tuple[int, int]
"""A 1-based line and column of the file."""


class YamlFile(Struct, frozen=True, dict=True):
    """The values of one YAML text, which begins at `first_line` of the file.

    `marks` are the lines and columns, from 0, of all keys and values in the order of the file. Only messages
    need them: the tables of places are made when one asks.
    """

    file: SourceFile
    values: dict[str, Any]
    problems: tuple[Problem, ...]
    first_line: int
    marks: tuple[int, ...]

    @property
    def places(self) -> dict[Path, Place]:
        """The place of every value, by its path."""
        return self._places[0]

    @property
    def key_places(self) -> dict[Path, Place]:
        """The place of every key, by the path of its value."""
        return self._places[1]

    @cached_property
    def _places(self) -> tuple[dict[Path, Place], dict[Path, Place]]:
        places: dict[Path, Place] = {}
        key_places: dict[Path, Place] = {}
        lines, columns = iter(self.marks[::2]), iter(self.marks[1::2])

        def locate(path: Path, value: Any) -> None:
            places[path] = next(lines) + self.first_line, next(columns) + 1
            if isinstance(value, dict):
                for key, each in value.items():
                    key_places[*path, key] = next(lines) + self.first_line, next(columns) + 1
                    locate((*path, key), each)
            elif isinstance(value, list):
                for number, each in enumerate(value):
                    locate((*path, number), each)

        if self.marks:
            locate((), self.values)
        return places, key_places

    def problem(self, path: Path, message: str, hint: str = "", *, at_key: bool = False) -> Problem:
        """Return the problem with the value at `path`, or with the nearest value around it that has a place."""
        if at_key and path in self.key_places:
            return self.file.problem(*self.key_places[path], message, hint)
        while path and path not in self.places:
            path = path[:-1]
        return self.file.problem(*self.places.get(path, (1, 1)), message, hint)


def parse_yaml(file: SourceFile, text: str | None = None, first_line: int = 1) -> YamlFile:
    """Parse `text`, which begins at `first_line` of `file` (the whole file where none is given).

    The top must be a mapping; an empty text is an empty one. Syntax ends at its first error, everything else
    is gathered in `problems`.
    """
    builder = _Builder(file, first_line)
    values: dict[str, Any] = {}
    marks: tuple[int, ...] = ()
    try:
        values = builder.document(file.text if text is None else text)
        marks = tuple(builder.marks)
    except _Stopped:
        pass
    except yaml.MarkedYAMLError as error:
        builder.syntax(error)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        builder.problems.append(file.problem(first_line, 1, f"this is not YAML: {error}"))
    return YamlFile(file, values, tuple(builder.problems), first_line, marks)


class _Stopped(Exception):
    """The document cannot be followed further; the reason has been reported."""


class _Builder:
    def __init__(self, file: SourceFile, first_line: int) -> None:
        self.file = file
        self.above = first_line
        # Whatever else a scalar holds, its file holds too: one in double quotation marks may make a character itself.
        self.is_odd = file.may_hide or " #" in file.text
        self.marks: list[int] = []
        self.problems: list[Problem] = []

    def document(self, text: str) -> dict[str, Any]:
        self.next_event = _LOADER(text).get_event
        values: Any = None
        documents = 0
        event: Any
        while (event := self.next_event()).__class__ is not StreamEndEvent:
            if event.__class__ is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.report(event, "a second document begins here", "keep one document: remove the line ---")
                    raise _Stopped
            elif event.__class__ in _VALUES:
                values = self.value(event, 0)
                if values is not None and not isinstance(values, dict):
                    self.report(event, "here must be keys and values, each on a line such as `title: …`")
                    raise _Stopped
        return values or {}

    def value(self, event: Any, depth: int) -> Any:
        mark = event.start_mark
        self.marks += mark.line, mark.column
        if depth > MAX_DEPTH:
            self.report(event, *_TOO_DEEP)
            raise _Stopped
        if event.anchor or event.tag:
            self.refuse_cleverness(event)
        kind = event.__class__
        if kind is SequenceStartEvent:
            return self.sequence(depth + 1)
        if kind is MappingStartEvent:
            return self.mapping(depth + 1)
        if kind is AliasEvent:
            return None
        if self.is_odd or event.style == '"':
            self.judge_scalar(event)
        text: str = event.value
        if not event.implicit[0]:
            return text
        return int(text) if text[-1:].isdigit() and _INTEGER.fullmatch(text) else _TYPED.get(text, text)

    def judge_scalar(self, event: Any) -> None:
        for _, what in find_unseen(event.value):
            self.report(event, what, "delete it: readers and searches cannot see it")
        if event.implicit[0] and self.is_cut_short(event):
            hint = "what follows # is a comment; put the text in quotation marks, or two spaces before a comment"
            self.report(event, "this text is cut short by a #", hint)

    def is_cut_short(self, event: ScalarEvent) -> bool:
        """Say whether a plain text goes on behind ` #`: a comment has a space there and seldom begins with a number."""
        end = event.end_mark
        line = (
            self.file.lines[end.line + self.above - 1] if end and end.line + self.above <= len(self.file.lines) else ""
        )
        return bool(end and " " in event.value and re.match(r" #(?! (?!\d)|$)", line[end.column :]))

    def sequence(self, depth: int) -> list[Any]:
        values: list[Any] = []
        while (event := self.next_event()).__class__ is not SequenceEndEvent:
            values.append(self.value(event, depth))
        return values

    def mapping(self, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        lines: dict[str, int] = {}
        next_event, marks = self.next_event, self.marks
        while (event := next_event()).__class__ is not MappingEndEvent:
            if event.__class__ is not ScalarEvent or event.anchor or event.tag or event.value == "<<":
                self.judge_key(event)
            key = event.value
            if key in values:
                self.report(
                    event, f"the key {key!r} is given twice", f"the first is on line {lines[key]}: keep one of the two"
                )
                self.read_past(depth)
                continue
            mark = event.start_mark
            marks += mark.line, mark.column
            lines[key] = mark.line + self.above
            values[key] = self.value(next_event(), depth)
        return values

    def read_past(self, depth: int) -> None:
        """Read a second value of a key; the places of the first are those that later problems mean."""
        read = len(self.marks)
        self.value(self.next_event(), depth + 1)
        del self.marks[read:]

    def judge_key(self, event: Any) -> None:
        if event.__class__ is not ScalarEvent:
            self.report(event, "a list or a mapping cannot be a key", "put text that holds { or [ in quotation marks")
            raise _Stopped
        self.refuse_cleverness(event)
        if event.value == "<<" and event.implicit[0]:
            self.report(event, "merge keys (<<) are not read here", "write the keys out")

    def refuse_cleverness(self, event: Any) -> None:
        if isinstance(event, AliasEvent):
            hint = f"write the value out; text that begins with * needs quotation marks: '*{event.anchor}'"
            self.report(event, f"the alias *{event.anchor} is not read here", hint)
            return
        if event.anchor:
            hint = "write the value out where it is needed; text that begins with & needs quotation marks"
            self.report(event, f"the anchor &{event.anchor} is not read here", hint)
        if event.tag:
            hint = "leave it out; text that begins with ! needs quotation marks"
            shown = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.report(event, f"the tag {shown} is not read here", hint)

    def report(self, event: Any, message: str, hint: str = "") -> None:
        mark = event.start_mark
        self.problems.append(self.file.problem(mark.line + self.above, mark.column + 1, message, hint))

    def syntax(self, error: yaml.MarkedYAMLError) -> None:
        never_closed = "unexpected end of stream" in (error.problem or "")
        mark = error.context_mark if never_closed else error.problem_mark or error.context_mark
        line = min(mark.line + self.above if mark else self.above, len(self.file.lines))
        message, hint = _explain_syntax(error.problem or "it cannot be read", self.file.lines[line - 1], mark)
        if error.context_mark and error.context_mark.line + self.above < line:
            hint += f" (the trouble may begin on line {error.context_mark.line + self.above})"
        column = mark.column + 1 if mark else 1
        self.problems.append(self.file.problem(line, column, message, hint))


def _explain_syntax(problem: str, line: str, mark: yaml.error.Mark | None) -> tuple[str, str]:
    """Say in an editor's words what the parser says in its own."""
    if "\t" in line[: len(line) - len(line.lstrip())] or "'\\t'" in problem:
        return "this line is indented with a tab", "YAML takes spaces only"
    if "maximum nesting depth" in problem:
        # The parser looks ahead for the end of a list that may yet be a key, and has a limit of its own.
        return _TOO_DEEP
    if "mapping values are not allowed" in problem and mark and ": " not in line[: mark.column]:
        return (
            "this line is indented further than its place allows",
            "give it the same indentation as the keys beside it",
        )
    if "mapping values are not allowed" in problem:
        return (
            "a second `: ` in one line",
            "put text that holds `: ` in quotation marks, or below the key after >-",
        )
    if "expected <block end>" in problem or "did not find expected key" in problem:
        return "this line does not fit what stands above it", (
            "check the indentation; "
            "text that begins with a quotation mark must end with it, else put it below the key after >-"
        )
    if "maximum nesting depth" in problem:
        return f"nested deeper than {MAX_DEPTH} levels", "a fact sheet needs five levels"
    if "cannot start any token" in problem:
        return "text cannot begin with this character here", "put the text in quotation marks"
    if "unexpected end of stream" in problem:
        return (
            "a quotation mark that opens here is never closed",
            "close it, or put the text below the key after >-",
        )
    return f"this is not YAML: {problem}", "check quotation marks, colons and indentation"
