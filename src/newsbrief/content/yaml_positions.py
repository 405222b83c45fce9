"""The values of a YAML text, each with its line and column.

`yaml.problem(("quotes", 0, "text"), "this is empty")` is the problem at the text of the first quotation.
"""

from functools import cached_property
from typing import Any

from msgspec import Struct

from newsbrief.content.source_file import SourceFile
from newsbrief.model.problems import Problem

Path = tuple[str | int, ...]
"""The keys and numbers that lead to a value: ("quotes", 0, "text") leads to the text of the first quotation."""

Place = tuple[int, int]
"""A 1-based line and column of the file."""


class YamlFile(Struct, frozen=True, dict=True):
    """The values of one YAML text, which begins at `first_line` of the file.

    `marks` are the lines and columns, from 0, of all keys and values in the order of the file. Only messages need
    them, so the tables of places are made on demand.
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
