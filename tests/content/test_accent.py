"""The accent of a site: read, and held against every ground on which links stand, on light and on dark pages."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.content.accent import Grounds, read_accent, read_grounds
from newsbrief.content.contrast import find_nearest, has_contrast, measure_contrast
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.model.problems import Problem
from newsbrief.model.site import Accent
from support.sites import ROOT

THEME = read_grounds(ROOT / "no-such-folder")


def read(text: str, grounds: Grounds = THEME) -> tuple[Accent | None, list[Problem]]:
    yaml = parse_yaml(SourceFile("content/site.yaml", text))
    return read_accent(yaml, yaml.values["accent"], grounds)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#595959", "#ffffff", 7), ("#112233", "#112233", 1)],
)
def test_contrast_is_measured_as_wcag_has_it(one: str, other: str, ratio: float) -> None:
    assert round(measure_contrast(one, other), 2) == round(measure_contrast(other, one), 2) == ratio


@given(st.integers(0, 0xFFFFFF))
def test_the_nearest_colour_passes_and_one_that_passes_is_its_own_nearest(number: int) -> None:
    colour, grounds = f"#{number:06x}", {"#ffffff": 7.0, "#f0f0f0": 4.5}
    nearest = find_nearest(colour, grounds)
    assert nearest is not None and has_contrast(nearest, grounds)
    if has_contrast(colour, grounds):
        # Lightness is looked for in steps, so that a colour may come out one part in 256 away.
        channels = zip(bytes.fromhex(colour[1:]), bytes.fromhex(nearest[1:]), strict=True)
        assert all(abs(a - b) <= 2 for a, b in channels)


def test_the_grounds_are_those_of_the_theme_and_over_them_the_sites(tmp_path: Path) -> None:
    assert THEME.light["paper"] == "#fdfcf9" and THEME.dark["paper"] == "#16171a"
    (tmp_path / "custom.css").write_text(
        "/* --paper: #000000; */ :root { --paper: #fff; --mark: light-dark(#eee, #333); --text: red }", encoding="utf-8"
    )
    own = read_grounds(tmp_path)
    assert (own.light["paper"], own.dark["paper"]) == ("#ffffff", "#ffffff")
    assert (own.light["mark"], own.dark["mark"]) == ("#eeeeee", "#333333")
    assert own.light["paper-raised"] == THEME.light["paper-raised"]


def test_the_accent_of_the_theme_itself_is_accepted() -> None:
    tokens = (ROOT / "static/css/tokens.css").read_text(encoding="utf-8")
    match = re.search(r"--accent: light-dark\((#\w+), (#\w+)\)", tokens)
    assert match
    accent, problems = read(f"accent: {{light: '{match[1]}', dark: '{match[2]}'}}\n")
    assert problems == [] and accent == Accent(match[1], match[2])


def test_one_colour_has_a_lighter_one_of_its_hue_on_dark_pages() -> None:
    accent, problems = read("accent: '#005a3c'\n")
    assert problems == [] and accent is not None
    assert accent.light == "#005a3c"
    assert all(measure_contrast(accent.dark, THEME.dark[ground]) >= 7 for ground in ("paper", "paper-raised"))
    assert read("accent: '#064'\n")[0] == read("accent: '#006644'\n")[0]


@pytest.mark.parametrize(
    ("text", "place", "told", "hint"),
    [
        (
            "accent: '#0a6b4a'",
            "1:9",
            "links in #0a6b4a cannot be read well on light pages: their contrast is 6.37 : 1 on the page (#fdfcf9),"
            " where 7 is needed; 5.89 : 1 on boxes (#f6f3ec), where 7 is needed",
            "the nearest that passes is '#095e41'",
        ),
        (
            "accent: {light: '#005a3c', dark: '#00704b'}",
            "1:34",
            "links in #00704b cannot be read well on dark pages: their contrast is 2.92 : 1 on the page (#16171a)",
            "the nearest that passes is '#00",
        ),
        ("accent: green", "1:9", "'green' is no colour", "write it as '#005a3c', in quotation marks"),
        ("accent: '#12'", "1:9", "'#12' is no colour", "write it as"),
        ("accent: {light: '#005a3c'}", "1:9", "the key 'dark' is missing", "add `dark:`, or write one colour alone"),
        ("accent: {lite: '#005a3c'}", "1:10", "unknown key 'lite'", "write `accent: '#005a3c'`"),
        ("accent: [red]", "1:9", "['red'] is no colour", "write it as"),
    ],
)
def test_a_colour_that_cannot_be_read_is_refused_with_what_was_measured(
    text: str, place: str, told: str, hint: str
) -> None:
    accent, problems = read(f"{text}\n")
    assert accent is None
    assert f"{problems[0].line}:{problems[0].column}" == place
    assert problems[0].message.startswith(told)
    assert problems[0].hint.startswith(hint)


def test_the_nearest_colour_that_is_proposed_is_accepted() -> None:
    for colour in ("#7fd6b0", "#ff0000", "#ffff00", "#0a6b4a", "#888888"):
        _, (problem,) = read(f"accent: '{colour}'\n")
        match = re.search(r"'(#\w{6})'", problem.hint)
        assert match and read(f"accent: '{match[1]}'\n")[1] == []
