"""Writes the reference of what a site's templates may use: blocks, values, functions, and the classes of the values.

Run by `make reference`, or from tests/ as `python -m tools.reference`. All of it is taken from the templates and the
code of the theme: blocks and their descriptions from the comment at the top of a template, values from the pages of the
test sites, functions and classes from their signatures and docstrings. `tests/theme/test_reference.py` holds it.
"""

import inspect
import re
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import jinja2
from jinja2 import nodes
from markupsafe import Markup

from newsbrief.build.incremental.stale import StaleReport
from newsbrief.build.make_site import make_site
from newsbrief.build.memory_outputs import MemoryOutputs
from newsbrief.build.request import BuildRequest
from newsbrief.build.site_sources import read_sources
from newsbrief.disk.file_states import list_contents
from newsbrief.model.paths import theme_folder
from newsbrief.model.site import Site
from newsbrief.pages.page import Page
from newsbrief.pages.site_footer import FooterWriter
from newsbrief.theme.assets import Assets
from newsbrief.theme.render import make_environment, page_values, site_values
from support.many import make_summaries, plan_little
from support.sites import ROOT, SITES
from support.whole import load_site

_SITES = ("two-briefings", "class", "bilingual")

FILE = ROOT / "docs" / "reference" / "what-templates-may-use.md"

VALUES: Mapping[str, str] = {
    "about": "what outside sources say of an actor",
    "config": "the settings of the site",
    "pages": "the plain pages of the site",
    "has_search": "whether there is a page `search/`",
    "site_card": "the path of the picture for those who share a page that is no briefing's",
    "version": "the version of Newsbrief",
    "policy": "the Content Security Policy of the page, with the hosts that `csp` allows",
    "page": "the page itself",
    "canonical": 'the page\'s whole address; "" where it is not known',
    "custom_style": 'the address of the site\'s `custom.css`; "" where there is none',
    "footer": 'the footer that the settings give, as HTML; "" where they give none',
    "address": 'the whole address of the page; "" where it is not known',
    "article": "the article as HTML, to be read away from its page",
    "card": 'the path of the picture for those who share the page; "" where there is none',
    "blocks": "the blocks of the article; for parts to embed, the places in its text where they begin",
    "depth": "how many letters of a word choose the piece of the index that has it",
    "description": "a sentence for search engines",
    "doubts": "the open questions of a draft, as `readings` are",
    "feed": "the path of the feed of the topic",
    "groups": "the names of the pieces of the index",
    "has_archive": "whether there are more briefings than the home page has room for",
    "has_both": "whether there are organisations as well as people among the entries",
    "home": "the path of the briefing's own page",
    "html": "the text of the page as HTML",
    "is_embed": "whether it takes the place of a page of parts to embed",
    "lead": "the first claim of the newest briefing with its words; none where it has none",
    "letters": "the letters of the glossary with their entries, or with the links to their pages",
    "lists": "the lists that the site has besides, such as stories and topics",
    "minutes": "how long the article takes to read",
    "reason": "why the briefing is no longer published",
    "slug": "the address of the briefing",
    "source_numbers": "the numbers of the outside sources, by address",
    "structured": "the structured data of the page, as JSON",
    "target": "the path of the page that it leads to",
    "title": "the title of the page",
    "total": "how many there are in all",
    "years": "each year with the page and the place at which its briefings begin",
}
"""The values that are no objects of ours, by their names; others are described where their class is."""

_HEAD = """\
# What templates may use

Made from the code by `make reference`: edit the code, its docstrings and the comments at the top of templates instead.
[Templates](templates.md) says what a site's templates are, and what they may not do.
"""

_PLAIN: Mapping[Any, str] = {
    str: "text", Markup: "HTML", int: "number", float: "number", bool: "yes or no", date: "day", types.NoneType: "none",
    bytes: "bytes", Any: "anything", object: "anything",
}  # fmt: skip


def plan_examples() -> list[Page]:
    """Return a page of every template of the theme, made from the test sites."""
    pages = [page for name in _SITES for page in record_pages(SITES / name)]
    return [*pages, *plan_little(load_site(SITES / _SITES[0]).config, make_summaries(24))]


def record_pages(folder: Path) -> list[Page]:
    """Return every page that is rendered where a site is built, for the search and the feeds as well."""
    sources = read_sources(BuildRequest(folder, "https://desk.example.org", workers=1))
    pages: list[Page] = []
    render = sources.setup.render

    def record(page: Page) -> bytes:
        pages.append(page)
        return render(page)

    sources.setup.__dict__["render"] = record
    stale = StaleReport("", list_contents(folder / "content"), None, {}).for_everything("it was never built")
    make_site(sources, stale, MemoryOutputs({}))
    return pages


class Reference:
    """The reference, part by part; `classes` fills as values are described."""

    def __init__(self) -> None:
        self.pages = plan_examples()
        self.classes: dict[str, type] = {}
        self.undescribed: list[str] = []
        """The values that need words in VALUES."""

    def write(self) -> str:
        """Return the reference as Markdown."""
        parts = [_HEAD, *self.blocks(), *self.given(), *self.given_to_pages()]
        return "\n".join([*parts, *self.described_classes()]).rstrip() + "\n"

    def blocks(self) -> Iterator[str]:
        yield "## Blocks\n\nWho extends one of these may fill them; `{{ super() }}` is what the theme has.\n"
        for name in sorted({page.template for page in self.pages} | {"base.html"}):
            source = (theme_folder("templates") / name).read_text(encoding="utf-8")
            tree = jinja2.Environment().parse(source)
            described = read_descriptions(source)
            parents = [str(node.template.as_const()) for node in tree.find_all(nodes.Extends)]
            found = list(list_blocks(tree))
            new = [(block, within) for block, within in found if block in described or not parents]
            filled = [block for block, _ in found if block not in {each for each, _ in new}]
            yield f"### `{name}`\n"
            if parents:
                fills = f", and fills {_list_code(filled)} of it" if filled else ""
                yield f"It extends `{parents[0]}`{fills}.\n"
            elif not found:
                yield "It has no blocks.\n"
            if new:
                yield "| block | within | |\n|---|---|---|"
                yield from (
                    f"| `{block}` | {f'`{within}`' if within else ''} | {described[block]} |" for block, within in new
                )
                yield ""

    def given(self) -> Iterator[str]:
        """Yield what every template is given."""
        environment = make_environment(ROOT / "no-such-folder")
        plain = {**jinja2.Environment().globals}
        own = {name: value for name, value in environment.globals.items() if name not in plain}
        filters = {name: each for name, each in environment.filters.items() if name not in jinja2.Environment().filters}
        site = load_site(SITES / "two-briefings")
        site = Site(site.config, (), site.pages or load_site(ROOT).pages)
        values = site_values(site) | page_values(self.pages[0], site, Assets({}, {}), FooterWriter(site.config))
        yield "## Values of every template\n\n| name | | |\n|---|---|---|"
        for name, value in sorted(values.items()):
            if not inspect.isroutine(value):
                yield self._row(name, value)
        yield "\n## Functions of every template\n\n| function | |\n|---|---|"
        functions = {name: each for name, each in {**own, **values}.items() if callable(each)}
        for name, function in sorted(functions.items()):
            yield f"| `{name}{_sign(function)}` | {_first_sentence(function)} |"
        yield "\n## Filters\n\nBesides those of Jinja but `random`:\n\n| filter | |\n|---|---|"
        for name, function in sorted(filters.items()):
            yield f"| `{name}{_sign(function, is_filter=True)}` | {_first_sentence(function)} |"
        yield ""

    def given_to_pages(self) -> Iterator[str]:
        """Yield what the template of each page is given besides."""
        yield "## Values of the template of a page\n"
        for name in sorted({page.template for page in self.pages}):
            found: dict[str, Any] = {}
            for page in self.pages:
                if page.template == name:
                    found |= {key: value for key, value in page.context.items() if value or key not in found}
            yield f"### Values of `{name}`\n"
            if not found:
                yield "None besides those of every template.\n"
                continue
            yield "| name | | |\n|---|---|---|"
            yield from (self._row(key, value) for key, value in sorted(found.items()))
            yield ""

    def _row(self, name: str, value: object) -> str:
        kind = self._kind_of(value)
        classes = [each for each in self.classes.values() if f"#{each.__name__.lower()}" in kind]
        words = VALUES.get(name) or (_first_sentence(classes[0]) if len(classes) == 1 else "")
        if not words:
            self.undescribed.append(name)
        return f"| `{name}` | {kind} | {words} |"

    def _kind_of(self, value: object) -> str:
        """Return the kind of a value in words."""
        if isinstance(value, (list, tuple)):
            return f"list of {self._kind_of(value[0])}" if value else "list"
        if isinstance(value, Mapping):
            return f"{self._kind_of(next(iter(value.values())))}, by name" if value else "values by name"
        return self._name_type(type(value))

    def _name_type(self, hint: Any) -> str:
        """Return a type in words, and note the classes in it."""
        if hint in _PLAIN:
            return _PLAIN[hint]
        origin, parts = get_origin(hint), [each for each in get_args(hint) if each is not Ellipsis]
        if origin is Literal:
            return _list_code(map(str, parts), "or")
        if origin in (Union, types.UnionType):
            return " or ".join(dict.fromkeys(self._name_type(each) for each in parts))
        if origin in (tuple, list) and len(set(parts)) == 1:
            return f"list of {self._name_type(parts[0])}"
        if origin in (tuple, list):
            return " and ".join(self._name_type(each) for each in parts)
        if origin is not None and issubclass(origin, Mapping):
            return f"{self._name_type(parts[-1])}, by name"
        if origin is not None and isinstance(origin, type) and issubclass(origin, Iterable):
            return f"list of {self._name_type(parts[0])}"
        kind = origin or hint
        if isinstance(kind, type) and kind.__module__.startswith("newsbrief."):
            self.classes.setdefault(kind.__name__, kind)
            return f"[{kind.__name__}](#{kind.__name__.lower()})"
        return getattr(kind, "__name__", str(kind)).lower()

    def described_classes(self) -> Iterator[str]:
        """Yield the classes of the values, with those of their own parts."""
        told: dict[str, str] = {}
        while left := [each for name, each in self.classes.items() if name not in told]:
            told |= {kind.__name__: self._describe(kind) for kind in left}
        yield "## Classes\n"
        yield from (text for _, text in sorted(told.items()))

    def _describe(self, kind: type) -> str:
        paragraphs = (inspect.getdoc(kind) or "").split("\n\n")
        lines = [f"### {kind.__name__}\n", *(f"{' '.join(each.split())}\n" for each in paragraphs)]
        hints = {name: hint for name, hint in _hints(kind).items() if not name.startswith("_")}
        rows = [f"| `{name}` | {self._name_type(hint)} | |" for name, hint in hints.items()]
        for name, member in _members(kind):
            function = (
                member.fget
                if isinstance(member, property)
                else member.func
                if isinstance(member, cached_property)
                else member
            )
            returned = self._name_type(get_type_hints(function).get("return", object))
            sign = "" if isinstance(member, (property, cached_property)) else _sign(function, is_filter=True)
            rows.append(f"| `{name}{sign}` | {returned} | {_first_sentence(function)} |")
        return "\n".join([*lines, "| | | |", "|---|---|---|", *rows, ""] if rows else lines)


def list_blocks(tree: nodes.Template) -> Iterator[tuple[str, str]]:
    """Yield the blocks of a template, each with the one around it, in their order."""

    def walk(node: nodes.Node, within: str) -> Iterator[tuple[str, str]]:
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Block):
                yield child.name, within
            yield from walk(child, child.name if isinstance(child, nodes.Block) else within)

    return walk(tree, "")


def read_descriptions(source: str) -> dict[str, str]:
    """Return the descriptions of blocks, by name, from the comment that a template begins with."""
    comment = re.match(r"\{#(.*?)#\}", source, re.DOTALL)
    rows = re.findall(r"^ {3}(\w+): (.*(?:\n {6}.*)*)", comment[1], re.MULTILINE) if comment else []
    return {name: " ".join(text.split()) for name, text in rows}


def _hints(kind: type) -> dict[str, Any]:
    names = list(getattr(kind, "__struct_fields__", None) or getattr(kind, "_fields", ()))
    hints = get_type_hints(kind)
    return {name: hints[name] for name in names}


def _members(kind: type) -> Iterator[tuple[str, Any]]:
    """Yield the public properties and methods that a class or those it is made from define."""
    met: set[str] = set()
    for each in kind.__mro__:
        if each.__module__.startswith("newsbrief."):
            for name, member in vars(each).items():
                is_own = isinstance(member, (property, cached_property, types.FunctionType))
                if is_own and not name.startswith("_") and name not in met:
                    met.add(name)
                    yield name, member


def _sign(function: Callable[..., Any], *, is_filter: bool = False) -> str:
    """Return the parameters of a function without their types; of a filter, without the value that it is given."""
    if not inspect.isroutine(function):
        function = type(function).__call__  # type: ignore[operator]
        is_filter = True
    names = []
    for each in list(inspect.signature(function).parameters.values())[is_filter:]:
        star = {each.VAR_KEYWORD: "**", each.VAR_POSITIONAL: "*"}.get(each.kind, "")
        names.append(f"{star}{each.name}{'=…' if each.default is not each.empty else ''}")
    return f"({', '.join(names)})" if names or not is_filter else ""


def _first_sentence(thing: Any) -> str:
    """Return the first sentence of a docstring, without its full stop."""
    if not inspect.isroutine(thing) and not isinstance(thing, type):
        thing = type(thing).__call__
    text = " ".join((inspect.getdoc(thing) or "").split("\n\n")[0].split())
    first = re.split(r"(?<=[^.]\.) (?=[A-Z])", text)[0].removesuffix(".")
    first = first.removeprefix("Return ")
    return (first[:1].lower() + first[1:] if first[1:2] in " " or first[1:2].islower() else first).replace("|", "\\|")


def _list_code(names: Iterable[str], last: str = "and") -> str:
    *others, end = [f"`{name}`" for name in names]
    return f"{', '.join(others)} {last} {end}" if others else end


def main() -> None:
    reference = Reference()
    FILE.write_text(reference.write(), encoding="utf-8")
    if reference.undescribed:
        print(f"Describe in VALUES: {', '.join(reference.undescribed)}")


if __name__ == "__main__":
    main()
