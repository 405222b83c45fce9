"""Strict YAML.

YAML 1.1 surprises editors: `NO` is false, `12:30` is 750, the last of two equal keys wins, and a few aliases grow to
gigabytes. Here only null, true, false and integers have a type; every other plain word stays the text it is. Duplicate
keys, anchors, aliases, merge keys and tags are problems.

`parse_yaml(SourceFile("facts.yaml", "country: NO")).values` is `{"country": "NO"}`.
"""

import re
from typing import Any

import yaml
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

from newsbrief.content.invisible_characters import find_invisible
from newsbrief.content.source_file import SourceFile
from newsbrief.content.yaml_errors import explain_syntax
from newsbrief.content.yaml_positions import YamlFile
from newsbrief.model.problems import Problem

MAX_DEPTH = 12
"""The deepest nesting of lists and mappings; a fact sheet needs five."""

_TOO_DEEP = (f"nested more than {MAX_DEPTH} levels deep", "a fact sheet needs five levels")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_VALUES = frozenset({ScalarEvent, SequenceStartEvent, MappingStartEvent, AliasEvent})
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")
_TYPED = {"": None, "null": None, "Null": None, "NULL": None, "~": None} | {
    word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")
}


def parse_yaml(file: SourceFile, text: str | None = None, first_line: int = 1) -> YamlFile:
    """Parse `text`, which begins at `first_line` of `file`; without `text`, the whole file.

    The top level must be a mapping; an empty text is an empty mapping. Parsing stops at the first error of syntax; all
    other problems are collected in `problems`.
    """
    reader = _YamlReader(file, first_line)
    values: dict[str, Any] = {}
    marks: tuple[int, ...] = ()
    try:
        values = reader.document(file.text if text is None else text)
        marks = tuple(reader.marks)
    except _StopParsing:
        pass
    except yaml.MarkedYAMLError as error:
        reader.report_syntax(error)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        reader.problems.append(file.problem(first_line, 1, f"this is not YAML: {error}"))
    return YamlFile(file, values, tuple(reader.problems), first_line, marks)


class _StopParsing(Exception):
    """Parsing cannot go on; the reason has been reported."""


class _YamlReader:
    def __init__(self, file: SourceFile, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        # A scalar holds only characters that its file holds, except one in double quotation marks, with its escapes.
        self.is_odd = file.has_invisible or " #" in file.text
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
                    raise _StopParsing
            elif event.__class__ in _VALUES:
                values = self.value(event, 0)
                if values is not None and not isinstance(values, dict):
                    self.report(event, "expected keys and values, each on its own line, such as `title: …`")
                    raise _StopParsing
        return values or {}

    def value(self, event: Any, depth: int) -> Any:
        mark = event.start_mark
        self.marks += mark.line, mark.column
        if depth > MAX_DEPTH:
            self.report(event, *_TOO_DEEP)
            raise _StopParsing
        if event.anchor or event.tag:
            self.refuse_shorthand(event)
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
        for _, what in find_invisible(event.value):
            self.report(event, what, "delete it: readers and searches cannot see it")
        if event.implicit[0] and self.is_cut_short(event):
            hint = "what follows # is a comment; put the text in quotation marks, or two spaces before a comment"
            self.report(event, "this text is cut short by a #", hint)

    def is_cut_short(self, event: ScalarEvent) -> bool:
        """Say whether a plain text goes on after ` #`: a comment has a space there and seldom begins with a number."""
        end = event.end_mark
        number = end.line + self.first_line if end else 0
        line = self.file.lines[number - 1] if 0 < number <= len(self.file.lines) else ""
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
                hint = f"the first is on line {lines[key]}: keep one of the two"
                self.report(event, f"the key {key!r} is given twice", hint)
                self.read_past(depth)
                continue
            mark = event.start_mark
            marks += mark.line, mark.column
            lines[key] = mark.line + self.first_line
            values[key] = self.value(next_event(), depth)
        return values

    def read_past(self, depth: int) -> None:
        """Read the second value of a key, and keep the places of the first, which later problems mean."""
        read = len(self.marks)
        self.value(self.next_event(), depth + 1)
        del self.marks[read:]

    def judge_key(self, event: Any) -> None:
        if event.__class__ is not ScalarEvent:
            hint = "put text that contains { or [ in quotation marks"
            self.report(event, "a list or a mapping cannot be a key", hint)
            raise _StopParsing
        self.refuse_shorthand(event)
        if event.value == "<<" and event.implicit[0]:
            self.report(event, "merge keys (<<) are not supported", "write the keys out")

    def refuse_shorthand(self, event: Any) -> None:
        """Report an alias, an anchor or a tag."""
        if isinstance(event, AliasEvent):
            hint = f"write the value out; text that begins with * needs quotation marks: '*{event.anchor}'"
            self.report(event, f"aliases are not supported: *{event.anchor}", hint)
            return
        if event.anchor:
            hint = "write the value out where it is needed; text that begins with & needs quotation marks"
            self.report(event, f"anchors are not supported: &{event.anchor}", hint)
        if event.tag:
            shown = event.tag.replace("tag:yaml.org,2002:", "!!")
            hint = "leave it out; text that begins with ! needs quotation marks"
            self.report(event, f"tags are not supported: {shown}", hint)

    def report(self, event: Any, message: str, hint: str = "") -> None:
        mark = event.start_mark
        self.problems.append(self.file.problem(mark.line + self.first_line, mark.column + 1, message, hint))

    def report_syntax(self, error: yaml.MarkedYAMLError) -> None:
        problem = error.problem or "it cannot be read"
        never_closed = "unexpected end of stream" in problem
        mark = error.context_mark if never_closed else error.problem_mark or error.context_mark
        line = min(mark.line + self.first_line if mark else self.first_line, len(self.file.lines))
        # The parser looks ahead for the end of a list that may yet be a key, and has a limit of its own.
        is_too_deep = "maximum nesting depth" in problem
        message, hint = _TOO_DEEP if is_too_deep else explain_syntax(problem, self.file.lines[line - 1], mark)
        if error.context_mark and error.context_mark.line + self.first_line < line:
            hint += f" (the mistake may begin on line {error.context_mark.line + self.first_line})"
        column = mark.column + 1 if mark else 1
        self.problems.append(self.file.problem(line, column, message, hint))
