"""Errors of the YAML parser, in an editor's words."""

from yaml.error import Mark

_BELOW_THE_KEY = "put it below the key, after >-"
_EXPLANATIONS = (
    (
        ("mapping values are not allowed",),
        "a second `: ` on one line",
        f"put text that contains `: ` in quotation marks, or {_BELOW_THE_KEY}",
    ),
    (
        ("expected <block end>", "did not find expected key"),
        "this line does not fit the lines above it",
        f"check the indentation; text that begins with a quotation mark must end with one, or {_BELOW_THE_KEY}",
    ),
    (
        ("cannot start any token",),
        "text cannot begin with this character",
        "put the text in quotation marks",
    ),
    (
        ("unexpected end of stream",),
        "a quotation mark that opens here is never closed",
        "close it, or put the text below the key, after >-",
    ),
)
"""Parts of the parser's messages, with the message and the hint that replace them."""


def explain_syntax(problem: str, line: str, mark: Mark | None) -> tuple[str, str]:
    """Return the message and the hint for `problem`, the parser's own message at `mark` of `line`."""
    if "\t" in line[: len(line) - len(line.lstrip())] or "'\\t'" in problem:
        return "this line is indented with a tab", "use spaces: YAML does not accept tabs"
    if "mapping values are not allowed" in problem and mark and ": " not in line[: mark.column]:
        return "this line is indented too far", "indent it like the keys beside it"
    for parts, message, hint in _EXPLANATIONS:
        if any(part in problem for part in parts):
            return message, hint
    return f"this is not YAML: {problem}", "check quotation marks, colons and indentation"
