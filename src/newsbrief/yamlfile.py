"""Strict YAML: plain values out of a text, and the position of every one of them.

YAML 1.1 has surprises that a fact sheet cannot afford: `NO` is false, `12:30` is 750, a key given twice
keeps its last value, and a few aliases expand to gigabytes. Here only null, true, false and integers are
typed; every other plain word stays the text it is; duplicate keys, anchors, aliases, merge keys and tags
are problems.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from newsbrief.errors import Problem
from newsbrief.source import SourceFile, find_unseen

_AGAIN = "\0again"
MAX_DEPTH = 12
"""Deepest nesting of lists and mappings; a fact sheet needs five."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")
_TYPED = {"": None, "null": None, "Null": None, "NULL": None, "~": None} | {
    word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")
}

Path = tuple[str | int, ...]
"""Where a value stands: ("quotes", 0, "text") is the text of the first quotation."""


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The values of one YAML text.

    `places` and `key_places` map a path to the 1-based line and column, in the file, of the value and of the
    key that names it.
    """

    file: SourceFile
    values: dict[str, Any]
    places: dict[Path, tuple[int, int]]
    key_places: dict[Path, tuple[int, int]]
    problems: tuple[Problem, ...]

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
    source = file.text if text is None else text
    try:
        events = yaml.parse(source, Loader=_LOADER)
        values = builder.document(events)
    except _Stopped:
        values = {}
    except yaml.MarkedYAMLError as error:
        builder.syntax(error)
        values = {}
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        builder.problems.append(file.problem(first_line, 1, f"this is not YAML: {error}"))
        values = {}
    return YamlFile(file, values, builder.places, builder.key_places, tuple(builder.problems))


class _Stopped(Exception):
    """The document cannot be followed further; the reason has been reported."""


class _Builder:
    def __init__(self, file: SourceFile, first_line: int) -> None:
        self.file = file
        self.above = first_line
        self.places: dict[Path, tuple[int, int]] = {}
        self.key_places: dict[Path, tuple[int, int]] = {}
        self.problems: list[Problem] = []

    def document(self, events: Iterator[yaml.Event]) -> dict[str, Any]:
        values: Any = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.report(event, "a second document begins here", "keep one document: remove the line ---")
                    raise _Stopped
            elif isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent, yaml.AliasEvent)):
                values = self.value(event, events, ())
                if values is not None and not isinstance(values, dict):
                    self.report(event, "here must be keys and values, each on a line such as `title: …`")
                    raise _Stopped
        return values or {}

    def value(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> Any:
        self.places[path] = self.place(event)
        if len(path) > MAX_DEPTH:
            self.report(event, f"nested deeper than {MAX_DEPTH} levels", "a fact sheet needs five levels")
            raise _Stopped
        self.refuse_cleverness(event)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, path)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(events, path)
        return None

    def scalar(self, event: yaml.ScalarEvent) -> Any:
        value: str = event.value
        for _, what in find_unseen(value):
            self.report(event, what, "delete it: readers and searches cannot see it")
        if not event.implicit[0]:
            return value
        if self.is_cut_short(event):
            hint = "what follows # is a comment; put the text in quotation marks, or two spaces before a comment"
            self.report(event, "this text is cut short by a #", hint)
        if _INTEGER.fullmatch(value):
            return int(value)
        return _TYPED.get(value, value)

    def is_cut_short(self, event: yaml.ScalarEvent) -> bool:
        """Say whether a plain text goes on behind ` #`: a comment has a space there and seldom begins with a number."""
        end = event.end_mark
        line = (
            self.file.lines[end.line + self.above - 1] if end and end.line + self.above <= len(self.file.lines) else ""
        )
        return bool(end and " " in event.value and re.match(r" #(?! (?!\d)|$)", line[end.column :]))

    def sequence(self, events: Iterator[yaml.Event], path: Path) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            values.append(self.value(event, events, (*path, len(values))))
        return values

    def mapping(self, events: Iterator[yaml.Event], path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self.key(event)
            again = (*path, key) in self.key_places
            if again:
                line = self.key_places[(*path, key)][0]
                self.report(
                    event,
                    f"the key {key!r} is given twice",
                    f"the first is on line {line}: keep one of the two",
                )
            if again:
                # Read past the second value; the places of the first are those that later problems mean.
                self.value(next(events), events, (*path, _AGAIN, len(self.problems)))
                continue
            self.key_places[(*path, key)] = self.place(event)
            values[key] = self.value(next(events), events, (*path, key))
        return values

    def key(self, event: yaml.Event) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self.report(event, "a list or a mapping cannot be a key", "put text that holds { or [ in quotation marks")
            raise _Stopped
        self.refuse_cleverness(event)
        if event.value == "<<" and event.implicit[0]:
            self.report(event, "merge keys (<<) are not read here", "write the keys out")
        return str(event.value)

    def refuse_cleverness(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            hint = f"write the value out; text that begins with * needs quotation marks: '*{event.anchor}'"
            self.report(event, f"the alias *{event.anchor} is not read here", hint)
            return
        if anchor := getattr(event, "anchor", None):
            hint = "write the value out where it is needed; text that begins with & needs quotation marks"
            self.report(event, f"the anchor &{anchor} is not read here", hint)
        if tag := getattr(event, "tag", None):
            hint = "leave it out; text that begins with ! needs quotation marks"
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            self.report(event, f"the tag {shown} is not read here", hint)

    def place(self, event: yaml.Event) -> tuple[int, int]:
        mark = event.start_mark
        assert mark is not None
        return mark.line + self.above, mark.column + 1

    def report(self, event: yaml.Event, message: str, hint: str = "") -> None:
        self.problems.append(self.file.problem(*self.place(event), message, hint))

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
    if "cannot start any token" in problem:
        return "text cannot begin with this character here", "put the text in quotation marks"
    if "unexpected end of stream" in problem:
        return (
            "a quotation mark that opens here is never closed",
            "close it, or put the text below the key after >-",
        )
    return f"this is not YAML: {problem}", "check quotation marks, colons and indentation"
