"""`docs/reference/what-templates-may-use.md` says of blocks, values and functions what templates and code do."""

import re
from pathlib import Path

import jinja2
import pytest

from newsbrief.model.paths import theme_folder
from newsbrief.theme.assets import collect_assets
from newsbrief.theme.render import make_renderer
from support.sites import ROOT, SITES, write_template
from support.whole import load_site
from tools.reference import FILE, Reference, list_blocks, plan_examples, read_descriptions

TEMPLATES = sorted(path.name for path in theme_folder("templates").glob("*.html"))


def test_the_reference_is_the_one_that_the_code_makes() -> None:
    reference = Reference()
    assert reference.write() == FILE.read_text(encoding="utf-8"), "run `make reference`"
    assert reference.undescribed == []


def test_every_template_of_a_page_is_in_it() -> None:
    assert sorted({page.template for page in plan_examples()} | {"base.html"}) == TEMPLATES


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_block_that_a_template_begins_is_described_and_no_other(name: str) -> None:
    source = (theme_folder("templates") / name).read_text(encoding="utf-8")
    blocks = {block for block, _ in list_blocks(jinja2.Environment().parse(source))}
    described = read_descriptions(source)
    base = (theme_folder("templates") / "base.html").read_text(encoding="utf-8")
    of_base = {block for block, _ in list_blocks(jinja2.Environment().parse(base))}
    assert described.keys() <= blocks
    assert blocks - described.keys() <= (set() if name == "base.html" else of_base)


def test_every_value_and_function_of_the_reference_can_be_used_by_a_template_of_a_site(tmp_path: Path) -> None:
    text = FILE.read_text(encoding="utf-8")
    every = text.partition("## Values of every template")[2].partition("## Filters")[0]
    names = re.findall(r"^\| `(\w+)", every, re.MULTILINE)
    assert len(names) > 20
    write_template(tmp_path, "404.html", "".join(f"[{name} {{{{ {name} is defined }}}}]" for name in names))
    site = load_site(SITES / "two-briefings")
    page = next(page for page in plan_examples() if page.template == "404.html")
    shown = make_renderer(site, tmp_path, collect_assets(tmp_path))(page).decode()
    assert shown == "".join(f"[{name} True]" for name in names)


def test_every_link_of_the_reference_leads_to_a_class_in_it() -> None:
    text = FILE.read_text(encoding="utf-8")
    links = set(re.findall(r"\]\(#(\w+)\)", text))
    assert links and links <= {each.lower() for each in re.findall(r"^### (\w+)$", text, re.MULTILINE)}


def test_the_reference_is_linked_from_the_description_of_templates() -> None:
    assert "(what-templates-may-use.md)" in (ROOT / "docs" / "reference" / "templates.md").read_text(encoding="utf-8")
