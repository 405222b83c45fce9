"""Values as YAML that a person would write: plain where that is safe, long text folded, no line longer than it must be.

It is the way back from `strict_yaml.py`: what is written here is read there as it was.

>>> print("\\n".join(write_mapping({"text": "Ports: closed.", "actors": ["un", "eu"]})))
text: "Ports: closed."
actors: [un, eu]
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

WIDTH = 120
"""The longest line, in characters, where it can be divided."""

_STEP = 2
_ESCAPED = re.compile('[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff\\\\"]')
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_LEAD = re.compile(r"[-?:](?:\s|$)|[-?:,\[\]{}#&*!|>'\"%@`]|---|\.\.\.")
_HARMLESS_LEAD = re.compile(r"-\w")
_INSIDE = re.compile(r":(?:\s|$)|\s#")
_IN_FLOW = re.compile(r"[,\[\]{}:?#]")
_TYPED = re.compile(
    r"(?:~|null|true|false|yes|no|on|off|y|n|=|<<|[-+]?(?:\.inf|\.nan|\.?[0-9][0-9_]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?)"
    r"|[-+]?0[xob][0-9a-f_]+|[0-9]+(?::[0-9]+)+)",
    re.IGNORECASE,
)
_NAMES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def write_mapping(values: Mapping[str, Any], indent: int = 0) -> list[str]:
    """Return the lines of a mapping, each behind `indent` blanks."""
    return [line for key, value in values.items() for line in _write_pair(key, value, indent)]


def write_list(values: Iterable[Any], indent: int = 0) -> list[str]:
    """Return the lines of a list with an entry or more to a line, each behind `indent` blanks."""
    lines: list[str] = []
    for value in values:
        if isinstance(value, Mapping) and value:
            inner = write_mapping(value, indent + _STEP)
            lines += [f"{' ' * indent}- {inner[0].lstrip(' ')}", *inner[1:]]
        elif isinstance(value, (list, tuple)) and value:
            lines += [f"{' ' * indent}- {write_flow(value)}"]
        else:
            first, *others = _write_scalar(value, indent + _STEP, indent + _STEP)
            lines += [f"{' ' * indent}- {first}", *others]
    return lines


def write_flow(value: Any) -> str:
    """Return a value on one line, such as `{id: un, aliases: [UN]}`."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{write_text(key, True)}: {write_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(write_flow, value)) + "]"
    return write_text(value, True) if isinstance(value, str) else _write_typed(value)


def write_text(text: str, is_in_flow: bool = False) -> str:
    """Return a text on one line, in quotation marks only where it would else be read as something different."""
    if _UNPRINTABLE.search(text):
        return _quote(text)
    if _is_plain(text) and not (is_in_flow and _IN_FLOW.search(text)):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _write_pair(key: str, value: Any, indent: int) -> Iterator[str]:
    head = f"{' ' * indent}{write_text(key)}:"
    if isinstance(value, Mapping) and value:
        yield head
        yield from write_mapping(value, indent + _STEP)
    elif isinstance(value, (list, tuple)) and value:
        flow = f"{head} {write_flow(value)}"
        if len(flow) <= WIDTH and _is_short(value):
            yield flow
        else:
            yield head
            yield from write_list(value, indent + _STEP)
    else:
        first, *others = _write_scalar(value, len(head) + 1, indent + _STEP)
        yield f"{head} {first}"
        yield from others


def _is_short(values: Sequence[Any]) -> bool:
    """Say whether the values of a list are names, and not sentences, which have a line each."""
    return all(isinstance(each, (str, int)) and len(str(each)) <= WIDTH // 3 for each in values)


def _write_scalar(value: Any, column: int, indent: int) -> list[str]:
    """Return the lines of a value that begins at `column`; further lines stand behind `indent` blanks."""
    if isinstance(value, Mapping):
        return ["{}"]
    if isinstance(value, (list, tuple)):
        return ["[]"]
    if not isinstance(value, str):
        return [_write_typed(value)]
    short = write_text(value)
    if column + len(short) <= WIDTH or not _can_fold(value):
        return [short]
    return [">-", *(f"{' ' * indent}{line}" for line in _fold(value, max(WIDTH - indent, 20)))]


def _write_typed(value: object) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value)


def _is_plain(text: str) -> bool:
    """Say whether a text is read as it is without quotation marks."""
    if not text or text != text.strip() or _INSIDE.search(text) or _TYPED.fullmatch(text):
        return False
    return not _LEAD.match(text) or (_HARMLESS_LEAD.match(text) is not None and not text.startswith("---"))


def _can_fold(text: str) -> bool:
    return " " in text and text == text.strip() and not _UNPRINTABLE.search(text)


def _fold(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a folded text; only single spaces become the end of a line."""
    line = ""
    for word in re.split(r"(?<!\s) (?!\s)", text):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _quote(text: str) -> str:
    return '"' + _ESCAPED.sub(lambda match: _NAMES.get(match[0]) or _escape(match[0]), text) + '"'


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
