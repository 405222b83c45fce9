"""SVG pictures, which may hold programs and lead elsewhere: those that do are refused.

    >>> find_svg_faults(b'<svg xmlns="http://www.w3.org/2000/svg" onload="go()"/>')[0].message
    "a picture may not have the event attribute 'onload'"

A picture that a reader opens by its address is a page of the site: its scripts run as the site's, and what it refers to
is asked of other hosts. Refused are scripts and event attributes; HTML and MathML, `foreignObject` among it; references
to anything but ids of the picture and embedded pictures and fonts, in attributes, in styles, and in animations of them;
style sheets of another file; entities, by which a text means something else than it seems to; compressed files and
encodings other than UTF-8, in which a browser may read something else than is read here.
"""

import re
from typing import NamedTuple
from xml.parsers import expat

from newsbrief.model.patterns import compile_late
from newsbrief.model.problems import Problem

_XHTML, _MATHML = "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"
_SVG, _XML = "http://www.w3.org/2000/svg", "http://www.w3.org/XML/1998/namespace"

_PROGRAMS = frozenset({"handler", "listener", "script"})

_REFERENCES = frozenset({"href", "ping", "src"})

_EMBEDDED = r"data:(?:image/(?:avif|gif|jpe?g|png|webp)|font/[\w.+-]+|application/(?:x-)?font-[\w.+-]+)[;,]"
_INSIDE = rf"(?i:\s*(?:#|$|{_EMBEDDED}))"

_ESCAPE = compile_late(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE | re.DOTALL)
_LEADS_OUT = compile_late(
    rf"""url\(\s*(?:["']\s*)?(?!["')\s]|\#|{_EMBEDDED})[^"')]*|@import\b[^;]*|\b(?:image(?:-set)?|src)\(""",
    re.IGNORECASE,
)
"""What leads out of a picture in a style whose escapes are undone."""

_NO_STYLE = compile_late(r"(?:aria-|data-).*|class|content|d|id|points", re.IGNORECASE | re.DOTALL)
"""Attributes that hold no style, and may hold anything."""

_ENTITY = compile_late(r"&(?!#|(?:amp|apos|gt|lt|quot);)")
_ENCODINGS = frozenset({"ascii", "us-ascii", "utf-8", "utf8", "iso-8859-1", "windows-1252"})
"""Encodings that a file in UTF-8 may declare: what means something in XML is the same in all of them."""

_DELETE = "delete it: it would run in a reader's browser"
_EXPORT = "draw it as SVG: in your drawing program, export without HTML, or turn text into paths"
_EMBED = "refer only to ids of this picture (#name), or embed what it shows as data:image/png"
_DTDS = compile_late("https?://www[.]w3[.]org/")
_SAVE = "save it from your drawing program as plain SVG, in UTF-8"
_SHOWN = 60
_MOST = 20
"""The most reasons that are given for one picture."""


class SvgFault(NamedTuple):
    """A reason to refuse a picture, at a line that counts from 1, and the remedy."""

    line: int
    message: str
    hint: str


def find_svg_faults(raw: bytes) -> list[SvgFault]:
    """Return why an SVG picture is refused: each reason at its first line, 20 at most; none for one that only draws."""
    if raw.startswith(b"\x1f\x8b"):
        return [SvgFault(1, "this picture is compressed", _SAVE)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [SvgFault(1 + raw.count(b"\n", 0, error.start), "this picture is not UTF-8", _SAVE)]
    reader = _SvgReader(text)
    try:
        reader.parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        reader.add(f"this picture cannot be read: {expat.ErrorString(error.code)}", _SAVE, error.lineno)
    except _StopError:
        pass
    return [SvgFault(line, message, hint) for message, (line, hint) in reader.faults.items()]


def judge_svg(path: str, raw: bytes) -> list[Problem]:
    """Return the problems of a file by its name, which tells pictures from others; `path` is shown."""
    small = path.lower()
    if small.endswith(".svgz"):
        return [Problem(path, 0, 0, "this picture is compressed", _SAVE)]
    if not small.endswith(".svg"):
        return []
    return [Problem(path, fault.line, 0, fault.message, fault.hint) for fault in find_svg_faults(raw)]


class _StopError(Exception):
    """There is a fault after which nothing is sure to be read as a browser reads it."""


class _SvgReader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: dict[str, tuple[int, str]] = {}
        self.is_root = True
        self.style: list[str] | None = None
        self.style_line = 0
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.buffer_text = True
        self.parser.XmlDeclHandler = self._read_declaration
        self.parser.StartDoctypeDeclHandler = self._read_doctype
        self.parser.ProcessingInstructionHandler = self._read_instruction
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._read_characters

    def add(self, message: str, hint: str, line: int = 0) -> None:
        if len(self.faults) < _MOST:
            self.faults.setdefault(message, (line or self.parser.CurrentLineNumber, hint))

    def _read_declaration(self, _: str, encoding: str | None, __: int) -> None:
        if encoding and encoding.lower() not in _ENCODINGS:
            self.add(f"this picture declares the encoding {encoding!r}", _SAVE)
            raise _StopError

    def _read_doctype(self, _: str, system: str | None, public: str | None, has_subset: int) -> None:
        is_usual = (public or "").startswith("-//W3C//DTD SVG ") and _DTDS.match(system or "")
        if has_subset or not (is_usual or (system is None and public is None)):
            self.add("a picture may not declare entities, nor another document type than SVG's", _SAVE)
            raise _StopError
        if entity := _ENTITY.search(self.text):
            self.add("a picture may not use entities", _SAVE, 1 + self.text.count("\n", 0, entity.start()))
            raise _StopError

    def _read_instruction(self, target: str, _: str) -> None:
        if target.lower() == "xml-stylesheet":
            self.add("a picture may not have the style sheet of another file", "put the styles into <style>")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, local = _split(name)
        if self.is_root and (local != "svg" or space not in ("", _SVG)):
            self.add(f"this is no SVG picture: it begins with <{_cut(local)}>", _SAVE)
        self.is_root = False
        if local.lower() in _PROGRAMS:
            self.add(f"a picture may not hold <{_cut(local)}>", _DELETE)
        elif local.lower() == "foreignobject" or space in (_XHTML, _MATHML):
            self.add(f"a picture may not hold <{_cut(local)}>", _EXPORT)
        if self.style is not None:
            self.add(f"a style may not hold <{_cut(local)}>", "delete the element, and leave its text")
        for key, value in attributes.items():
            self._judge_attribute(*_split(key), value)
        if local.lower() == "style" and self.style is None:
            self.style, self.style_line = [], self.parser.CurrentLineNumber

    def _judge_attribute(self, space: str, name: str, value: str) -> None:
        small = name.lower()
        if small.startswith("on"):
            self.add(f"a picture may not have the event attribute {_cut(name)!r}", _DELETE)
        elif small in _REFERENCES or (space == _XML and small == "base"):
            if not re.match(_INSIDE, value):
                self.add(f"this reference leads out of the picture: {_cut(value)!r}", _EMBED)
        elif small == "attributename":
            animated = value.strip().rpartition(":")[2].lower()
            if animated in _REFERENCES or animated.startswith("on"):
                self.add(f"a picture may not animate {_cut(value)!r}", _DELETE)
        elif not space and not _NO_STYLE.fullmatch(name):
            self._judge_style(value, self.parser.CurrentLineNumber)

    def _judge_style(self, style: str, line: int) -> None:
        plain = _ESCAPE.sub(_undo_escape, style)
        for match in _LEADS_OUT.finditer(plain):
            message = f"this style leads out of the picture: {_cut(match[0])!r}"
            if message in self.faults or len(self.faults) >= _MOST:
                continue
            self.add(message, _EMBED, line + plain.count("\n", 0, match.start()))

    def _read_characters(self, text: str) -> None:
        if self.style is not None:
            self.style.append(text)

    def _end(self, name: str) -> None:
        if self.style is not None and _split(name)[1].lower() == "style":
            self._judge_style("".join(self.style), self.style_line)
            self.style = None


def _split(name: str) -> tuple[str, str]:
    """Return the namespace and the local part of a name."""
    space, _, local = name.rpartition(" ")
    return space, local


def _undo_escape(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[2]
    code = int(match[1], 16)
    return chr(code) if code < 0x110000 else "\N{REPLACEMENT CHARACTER}"


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
