"""The table of the sides' styles, and the style sheets that repeat it."""

import re
from typing import get_args

from newsbrief.briefing.side_colours import SIDE_STYLES, Shape
from support.sites import ROOT

CSS = ROOT / "static" / "css"


def test_every_side_has_a_shape_a_sign_and_colours_of_its_own() -> None:
    assert [style.shape for style in SIDE_STYLES] == list(get_args(Shape))
    for values in zip(*SIDE_STYLES, strict=True):
        assert len(set(values)) == len(SIDE_STYLES)


def test_the_tokens_of_the_theme_have_the_colours_of_the_table() -> None:
    tokens = (CSS / "tokens.css").read_text(encoding="utf-8")
    found = re.findall(r"--side-(\d+): light-dark\(#(\w+), #(\w+)\);", tokens)
    assert found == [(str(number), style.light, style.dark) for number, style in enumerate(SIDE_STYLES, 1)]
    assert tokens.count("--side") == len(SIDE_STYLES)


def test_the_style_sheet_of_sides_has_the_signs_of_the_table() -> None:
    sheet = (CSS / "components" / "side.css").read_text(encoding="utf-8")
    found = re.findall(r"^\.side-(\d+) \{ (.*) \}$", sheet, re.MULTILINE)
    assert found == [
        (str(number), f'--side: var(--side-{number}); --shape: "{style.sign}";')
        for number, style in enumerate(SIDE_STYLES, 1)
    ]


def test_no_other_style_sheet_gives_a_side_a_colour_or_a_sign() -> None:
    for sheet in CSS.rglob("*.css"):
        if sheet.name not in ("tokens.css", "side.css"):
            text = sheet.read_text(encoding="utf-8")
            assert not re.search(r"--(side|side-\d+|shape):|\.side-\d", text), sheet.name
