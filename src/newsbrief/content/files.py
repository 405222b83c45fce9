"""The files under `content/`, read whole and judged as text before anything parses them."""

import os
import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.model.paths import is_plain_name
from newsbrief.model.problems import Problem

MAX_BYTES = 1024 * 1024
"""Largest accepted text file, in bytes; an article of 600 words has about 4,000."""

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ZERO_WIDTH = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
)
_TAGS = "\U000e0000-\U000e007f"
_JOINERS = "\u200c\u200d"
_CONTROLS = "\u2028\u2029\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_UNWELCOME = re.compile(f"[{_CONTROLS}{_BIDI}{_ZERO_WIDTH}{_TAGS}{_JOINERS}]")
_PLAIN_BYTES = b"\t\n\r" + bytes(range(0x20, 0x7F))
# Scripts whose spelling needs the joiners U+200C and U+200D: Arabic to Mongolian, and Arabic's presentation forms.
_JOINING_SCRIPTS = re.compile("[\u0600-\u18af\ufb50-\ufdff\ufe70-\ufefc]")

# Thai, Lao, Burmese and Khmer may part words by U+200B.
_UNSPACED_SCRIPTS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f?")


class SourceFile(Struct, frozen=True, dict=True):
    """One text file: `path` as an editor would name it, `text` with line ends as `\\n` and no byte-order mark.

    `digest` is the SHA-256 of its bytes, where it was made of bytes.
    """

    path: str
    text: str
    digest: str = ""

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def may_hide(self) -> bool:
        return may_hide(self.text)

    def problem(self, line: int, column: int, message: str, hint: str = "") -> Problem:
        """Return the problem at a 1-based line and column of this file, with its line."""
        excerpt = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Problem(self.path, line, column, message, hint, excerpt)

    def problem_at(self, offset: int, message: str, hint: str = "") -> Problem:
        """Return the problem at a 0-based character offset of `text`."""
        before = self.text.count("\n", 0, offset)
        return self.problem(before + 1, offset - self.text.rfind("\n", 0, offset), message, hint)


class BriefingFolder(Struct, frozen=True):
    """The files of one briefing; `facts` is None where the folder has no fact sheet."""

    name: str
    folder: Path
    article: SourceFile
    facts: SourceFile | None


class Listing(Struct, frozen=True):
    """What one `content/` folder holds, in order of name: the folders of briefings, and the plain pages' files."""

    folders: tuple[str, ...]
    pages: tuple[str, ...]
    problems: tuple[Problem, ...]


def list_sources(site: Path) -> Listing:
    """Return what `content/` below `site` holds. What has no place there is a problem, not an exception."""
    reader = _Reader(site)
    content = site / "content"
    if not content.is_dir():
        hint = f"create it in {site}, or name the site with --site"
        return Listing((), (), (Problem("content", 0, 0, "there is no such folder", hint),))
    if content.is_symlink() and not reader.may_follow(content):
        return Listing((), (), tuple(reader.problems))
    folders, pages = [], []
    for entry in reader.entries(content):
        if entry.is_dir():
            folders.append(entry.name)
        elif entry.name.endswith(".md"):
            pages.append(entry.name)
        elif entry.name != "site.yaml":
            reader.stray(
                content / entry.name, "content/ holds site.yaml, pages (*.md) and one folder for each briefing"
            )
    return Listing(tuple(folders), tuple(pages), tuple(reader.problems))


def read_folder(site: Path, name: str) -> tuple[BriefingFolder | None, list[Problem]]:
    """Return the files of one briefing; None where there is no article that can be read."""
    reader = _Reader(site)
    return reader.briefing(site / "content" / name), reader.problems


def read_page(site: Path, name: str) -> tuple[SourceFile | None, list[Problem]]:
    """Return the file of one plain page, or None and why it cannot be used."""
    reader = _Reader(site)
    return reader.read(site / "content" / name), reader.problems


def read_file(site: Path, path: Path) -> tuple[SourceFile | None, list[Problem]]:
    """Return one text file below `site`, or None and why it cannot be used."""
    reader = _Reader(site)
    file = reader.read(path) if reader.may_follow(path) else None
    return file, reader.problems


class _Reader:
    def __init__(self, site: Path) -> None:
        self.site = site
        self.root = Path(os.path.realpath(site))
        content = site / "content"
        self.inside = {content} if Path(os.path.realpath(content)).is_relative_to(self.root) else set()
        self.problems: list[Problem] = []

    def entries(self, folder: Path) -> Iterator["os.DirEntry[str]"]:
        """Yield what `folder` holds by name, but for hidden entries and those that may not be followed."""
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            self.report(folder, f"this folder cannot be read: {error.strerror}", "check its permissions")
            return
        for entry in entries:
            if not is_plain_name(entry.name):
                hint = "give it a name that can be shown, without line breaks and control characters"
                self.report(folder / entry.name, "this name cannot be used", hint)
                continue
            # What is no link stands where its folder does, which has been followed.
            if not entry.name.startswith(".") and (not entry.is_symlink() or self.may_follow(folder / entry.name)):
                yield entry

    def briefing(self, folder: Path) -> BriefingFolder | None:
        before = len(self.problems)
        names = {entry.name for entry in self.entries(folder)}
        if len(self.problems) > before and not names:
            return None
        if "article.md" not in names:
            near = sorted(name for name in names if name.lower().startswith("article"))
            hint = f"rename {near[0]} to article.md" if near else "add article.md, or move the folder out of content/"
            self.report(folder, "this folder has no article.md", hint)
            return None
        misnamed = sorted(names & {"facts.yml", "fact.yaml", "facts.yaml.txt", "Facts.yaml"})
        for name in misnamed:
            self.stray(folder / name, "the fact sheet's name is facts.yaml: rename it")
        article = self.read(folder / "article.md")
        facts = self.read(folder / "facts.yaml") if "facts.yaml" in names else None
        if "facts.yaml" not in names and not misnamed and not (folder / "facts.yaml").is_symlink():
            self.report(
                folder,
                "this folder has no facts.yaml",
                "add one; it may be empty if the article quotes nobody",
            )
        return BriefingFolder(folder.name, folder, article, facts) if article else None

    def read(self, path: Path) -> SourceFile | None:
        """Return the file's text, or None after reporting why it is not to be used."""
        shown = self.shown(path)
        try:
            if not path.is_file():
                self.report(path, "this is not a file", "put a plain text file in its place")
                return None
            size = path.stat().st_size
            if size > MAX_BYTES:
                message = f"this file has {size:,} bytes; the most that is read is {MAX_BYTES:,}"
                self.report(path, message, "an article or a fact sheet is far smaller: is this the right file?")
                return None
            raw = path.read_bytes()
        except OSError as error:
            self.report(path, f"this file cannot be read: {error.strerror}", "check its permissions")
            return None
        file, problems = decode(shown, raw)
        self.problems += problems
        return file

    def may_follow(self, path: Path) -> bool:
        """Say whether `path` stays inside the site: out of a folder that does, only links lead."""
        if path.parent in self.inside and not path.is_symlink():
            self.inside.add(path)
            return True
        try:
            target = path.resolve(strict=True)
        except (OSError, RuntimeError):
            if path.is_symlink():
                self.report(path, "this link leads nowhere", "mend the link or delete it")
            return not path.is_symlink()
        if target.is_relative_to(self.root):
            self.inside.add(path)
            return True
        self.report(path, "this link leads out of the site", "copy what it points to into content/")
        return False

    def stray(self, path: Path, hint: str) -> None:
        self.report(path, "this file has no place here", hint)

    def report(self, path: Path, message: str, hint: str) -> None:
        self.problems.append(Problem(self.shown(path), 0, 0, message, hint))

    def shown(self, path: Path) -> str:
        return path.relative_to(self.site).as_posix()


def decode(path: str, raw: bytes) -> tuple[SourceFile | None, list[Problem]]:
    """Return the file of these bytes, which must be UTF-8 and free of characters that no reader sees.

    Line ends CRLF and CR become LF, as in every text; a byte-order mark at the start is dropped.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The place is counted after the mark.
        at = error.start + len(_BYTE_ORDER_MARK) * raw.startswith(_BYTE_ORDER_MARK)
        before = _with_line_feeds(raw[:at].decode("utf-8-sig", errors="replace"))
        readable = SourceFile(path, _with_line_feeds(raw.decode("utf-8-sig", errors="replace")))
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"byte {at + 1} of this file (0x{raw[at]:02X}) is not UTF-8"
        return None, [readable.problem(line, column, message, "save the file as UTF-8 in your editor")]
    file = SourceFile(path, _with_line_feeds(text), sha256(raw).hexdigest())
    if not file.may_hide:
        return file, []
    unseen = find_unseen(file.text)
    problems = [file.problem_at(at, what, "delete it: readers and searches cannot see it") for at, what in unseen]
    return replace(file, text=_without(file.text, [at for at, _ in unseen])), problems


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _without(text: str, offsets: list[int]) -> str:
    """Drop single characters, so that the rest of the file can still be checked in the same run."""
    ends = [*offsets, len(text)]
    starts = [0, *(offset + 1 for offset in offsets)]
    return "".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def may_hide(text: str) -> bool:
    """Say whether `text` holds any control, zero-width or bidi character, be it one that spelling needs."""
    # Most characters are plain ASCII: to drop them first as bytes takes a quarter of the time of looking at each.
    rest = text.encode(errors="surrogatepass").translate(None, _PLAIN_BYTES).decode(errors="surrogatepass")
    return _UNWELCOME.search(rest) is not None


def find_unseen(text: str) -> list[tuple[int, str]]:
    """Return the offset and description of every control, zero-width and bidi character in `text`.

    Those that spelling needs are let be: joiners in the scripts that have them and in emoji, U+200B in those that set
    no spaces, tags in a flag.
    """
    if not may_hide(text):
        return []
    return [
        (match.start(), f"invisible character U+{ord(match[0]):04X} {_name(match[0])}")
        for match in _UNWELCOME.finditer(text)
        if not _joins(text, match.start())
    ]


def _joins(text: str, offset: int) -> bool:
    """Say whether an invisible character is part of how the word or the emoji around it is spelt."""
    if text[offset] == "\u200b":
        return bool(_UNSPACED_SCRIPTS.match(text, offset - 1)) and offset > 0
    if text[offset] not in _JOINERS:
        return bool(_FLAG.fullmatch(text, text.rfind("\U0001f3f4", 0, offset), offset + 1))
    before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
    in_script = bool(_JOINING_SCRIPTS.match(before)) and before.isprintable()
    in_emoji = before + after != "" and all(unicodedata.category(char) in ("So", "Sk", "Mn") for char in before + after)
    return in_script or (text[offset] == "\u200d" and len(before + after) == 2 and in_emoji)


def _name(char: str) -> str:
    return unicodedata.name(char, "control character")
