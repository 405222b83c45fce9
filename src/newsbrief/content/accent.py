"""The colour of a site's links, `accent` in `content/site.yaml`, held against every ground on which links stand.

`read_accent(yaml, "#005a3c", grounds)` is that colour on light pages and a lighter one of its hue on dark ones.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import msgspec
from msgspec import Meta, Struct

from newsbrief.content.contrast import find_nearest, has_contrast, measure_contrast
from newsbrief.content.yaml_positions import Path as YamlPath
from newsbrief.content.yaml_positions import YamlFile
from newsbrief.model.paths import theme_folder
from newsbrief.model.patterns import compile_late
from newsbrief.model.problems import Problem
from newsbrief.model.site import Accent

TOKENS = "css/tokens.css"
LIGHT, DARK = "light", "dark"

_PAIRS: Mapping[str, float] = {"paper": 7, "paper-raised": 7, "mark": 4.5, "lit": 4.5}
"""The grounds on which links stand, by their tokens, and the least contrast: of text, and of what is pointed at."""

_GROUNDS = {"paper": "the page", "paper-raised": "boxes", "mark": "quoted words", "lit": "words that are pointed at"}
_HEX = r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})"
_TOKEN = compile_late(rf"--([\w-]+)\s*:\s*(?:light-dark\(\s*({_HEX})\s*,\s*({_HEX})\s*\)|({_HEX}))\s*;")
_COMMENT = compile_late(r"/\*.*?\*/", re.DOTALL)

Colour = Annotated[str, Meta(pattern=rf"^{_HEX}$", description="A colour, such as `#005a3c`.")]


class AccentEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """A colour for light pages, and one for dark pages."""

    light: Colour
    dark: Colour


class Grounds(NamedTuple):
    """The colours of the grounds, by their tokens, on light and on dark pages."""

    light: Mapping[str, str]
    dark: Mapping[str, str]


def read_grounds(static: Path) -> Grounds:
    """Return the colours of the theme, and over them those of a site's own style sheets in the folder `static`."""
    tokens = static / TOKENS
    sheets = [tokens if tokens.is_file() else theme_folder("static") / TOKENS, static / "custom.css"]
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    for sheet in sheets:
        text = _COMMENT.sub("", sheet.read_text(encoding="utf-8", errors="replace")) if sheet.is_file() else ""
        for name, first, second, only in _TOKEN.findall(text):
            light[name], dark[name] = _widen(first or only), _widen(second or only)
    return Grounds(light, dark)


def read_accent(yaml: YamlFile, given: Any, grounds: Grounds) -> tuple[Accent | None, list[Problem]]:
    """Return the accent of a site, or None and what is wrong with it.

    `given` is one colour, for which one of the same hue is found for dark pages, or a colour for each.
    """
    path: YamlPath = ("accent",)
    colours = given if isinstance(given, dict) else {LIGHT: given}
    problems = list(_find_faults(yaml, path, given, colours))
    if problems:
        return None, problems
    for key, on in ((LIGHT, grounds.light), (DARK, grounds.dark)):
        if key in colours:
            at = (*path, key) if isinstance(given, dict) else path
            problems += _judge(yaml, at, _widen(colours[key]), key, on)
    light = _widen(colours[LIGHT])
    dark = _widen(colours[DARK]) if DARK in colours else find_nearest(light, _demands(grounds.dark))
    if dark is None and not problems:
        hint = f"give one for each: `accent: {{light: '{light}', dark: '#…'}}`"
        problems.append(yaml.problem(path, "no colour of this hue can be read on dark pages", hint))
    return (None if problems or dark is None else Accent(light, dark)), problems


def describe_accent() -> dict[str, Any]:
    """Return the JSON Schema of the key."""
    colour, entry = msgspec.json.schema(Colour), msgspec.json.schema_components([AccentEntry])[1]["AccentEntry"]
    return {
        "description": "The colour of links: one for light pages, or one each for light and dark pages.",
        "anyOf": [colour, entry, {"type": "null"}],
    }


def _find_faults(yaml: YamlFile, path: YamlPath, given: Any, colours: Mapping[str, Any]) -> Iterator[Problem]:
    for key, colour in colours.items():
        at = (*path, key) if isinstance(given, dict) else path
        if key not in (LIGHT, DARK):
            hint = "write `accent: '#005a3c'`, or `{light: '#005a3c', dark: '#7fd6b0'}`"
            yield yaml.problem(at, f"unknown key {key!r}", hint, at_key=True)
        elif not isinstance(colour, str) or not re.fullmatch(_HEX, colour):
            hint = "write it as '#005a3c', in quotation marks: without them, # begins a comment"
            yield yaml.problem(at, f"{colour!r} is no colour" if colour else "there is no colour", hint)
    if missing := [key for key in (LIGHT, DARK) if key not in colours and isinstance(given, dict)]:
        yield yaml.problem(
            path, f"the key {missing[0]!r} is missing", f"add `{missing[0]}:`, or write one colour alone"
        )


def _judge(yaml: YamlFile, path: YamlPath, colour: str, pages: str, grounds: Mapping[str, str]) -> list[Problem]:
    """Return the problem of a colour that cannot be read well on one of the grounds, with the nearest that can."""
    demands = _demands(grounds)
    if has_contrast(colour, demands):
        return []
    measured = [
        f"{measure_contrast(colour, ground):.2f} : 1 on {_GROUNDS[name]} ({ground}), where {_PAIRS[name]:g} is needed"
        for name, ground in grounds.items()
        if name in _PAIRS and measure_contrast(colour, ground) < _PAIRS[name]
    ]
    nearest = find_nearest(colour, demands)
    hint = f"the nearest that passes is '{nearest}'" if nearest else "no colour of this hue passes: choose another"
    if pages == LIGHT:
        hint += "; one for dark pages alone is written as `{light: …, dark: …}`" if not nearest else ""
    message = f"links in {colour} cannot be read well on {pages} pages: their contrast is {'; '.join(measured)}"
    return [yaml.problem(path, message, hint)]


def _demands(grounds: Mapping[str, str]) -> dict[str, float]:
    """Return the least contrast against each of the grounds."""
    found: dict[str, float] = {}
    for name, least in _PAIRS.items():
        if name in grounds:
            found[grounds[name]] = max(least, found.get(grounds[name], 0))
    return found


def _widen(colour: str) -> str:
    """Return a colour with two figures for each of its parts, in small letters."""
    digits = colour.lower().removeprefix("#")
    return "#" + ("".join(digit * 2 for digit in digits) if len(digits) == 3 else digits)
