"""One text file, decoded.

`decode("facts.yaml", b"dates:\\r\\n")` returns the file with the text `dates:\\n`, and no problems.
"""

from bisect import bisect_right
from functools import cached_property
from hashlib import sha256
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.content.invisible_characters import find_invisible, has_invisible
from newsbrief.model.problems import Problem

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class SourceFile(Struct, frozen=True, dict=True):
    """A text file: `path` as an editor would name it, `text` with `\\n` at the end of lines and no byte-order mark.

    `digest` is the SHA-256 of its bytes; "" for a text that was not read from bytes.
    """

    path: str
    text: str
    digest: str = ""

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def _line_ends(self) -> list[int]:
        """The offset behind each line, its line feed included."""
        return list(accumulate(len(line) + 1 for line in self.lines))

    @cached_property
    def has_invisible(self) -> bool:
        return has_invisible(self.text)

    def problem(self, line: int, column: int, message: str, hint: str = "") -> Problem:
        """Return the problem at a 1-based line and column of this file, with its line."""
        excerpt = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Problem(self.path, line, column, message, hint, excerpt)

    def problem_at(self, offset: int, message: str, hint: str = "") -> Problem:
        """Return the problem at a 0-based character offset of `text`."""
        line = self.line_at(offset)
        start = self._line_ends[line - 2] if line > 1 else 0
        return self.problem(line, offset - start + 1, message, hint)

    def line_at(self, offset: int) -> int:
        """Return the number, from 1, of the line at a 0-based character offset of `text`."""
        return bisect_right(self._line_ends, offset, hi=len(self._line_ends) - 1) + 1


def decode(path: str, raw: bytes) -> tuple[SourceFile | None, list[Problem]]:
    """Return the file of these bytes, which must be UTF-8 without invisible characters.

    The line ends CRLF and CR become LF; a byte-order mark at the start is dropped.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_broken_byte(path, raw, error.start)]
    file = SourceFile(path, with_line_feeds(text), sha256(raw).hexdigest())
    if not file.has_invisible:
        return file, []
    found = find_invisible(file.text)
    problems = [file.problem_at(at, what, "delete it: readers and searches cannot see it") for at, what in found]
    return replace(file, text=_without(file.text, [at for at, _ in found])), problems


def _broken_byte(path: str, raw: bytes, start: int) -> Problem:
    """Return the problem of the byte at `start`, counted after the byte-order mark, which is not UTF-8."""
    at = start + len(BYTE_ORDER_MARK) * raw.startswith(BYTE_ORDER_MARK)
    before = with_line_feeds(raw[:at].decode("utf-8-sig", errors="replace"))
    readable = SourceFile(path, with_line_feeds(raw.decode("utf-8-sig", errors="replace")))
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    message = f"byte {at + 1} of this file (0x{raw[at]:02X}) is not UTF-8"
    return readable.problem(line, column, message, "save the file as UTF-8 in your editor")


def with_line_feeds(text: str) -> str:
    """Return a text with LF for the line ends CRLF and CR."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _without(text: str, offsets: list[int]) -> str:
    """Drop single characters, so that the rest of the file can still be checked in the same run."""
    ends = [*offsets, len(text)]
    starts = [0, *(offset + 1 for offset in offsets)]
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))
