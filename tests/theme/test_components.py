"""The components of the templates: template, style sheet and example under one name, and one page for all."""

from pathlib import Path

import pytest

from newsbrief.model.paths import theme_folder
from support.html import files_of, read_html, text_of
from support.sites import ROOT
from tools.components import PATH, list_components, make_files

MADE_BY_SCRIPT = {"preview", "sheet"}
"""What has a style sheet and no template, because `briefing.js` makes it."""

SHEETS = ("style.css", "lists.css")
"""The style sheets that gather those of the components: of every page, and of lists and drafts."""


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return make_files(ROOT)


def names_in(folder: Path, suffix: str) -> set[str]:
    return {path.stem for path in folder.glob(f"*{suffix}")}


def test_template_style_sheet_and_example_of_a_component_bear_one_name() -> None:
    components = set(list_components())
    assert len(components) > 10
    assert names_in(theme_folder("templates") / "examples", ".html") - {"index"} == components
    styled = names_in(theme_folder("static") / "css" / "components", ".css")
    assert styled - components == MADE_BY_SCRIPT
    sheets = [(theme_folder("static") / name).read_text(encoding="utf-8") for name in SHEETS]
    assert all(f"components/{name}.css" in "".join(sheets) for name in styled)


def test_the_page_of_components_shows_each_of_them(files: dict[str, bytes]) -> None:
    page = read_html(files[PATH])
    sections = {each.get("aria-labelledby"): each for each in page.iter("section")}
    for name in list_components():
        shown = text_of(sections[f"component-{name}"]).removeprefix(name).strip()
        assert shown, name


def test_the_page_of_components_is_part_of_no_site(files: dict[str, bytes]) -> None:
    site = files_of("libya")
    assert PATH not in site
    assert not [path for path, raw in site.items() if b">Components<" in raw]
    assert b">Components<" in files[PATH]
