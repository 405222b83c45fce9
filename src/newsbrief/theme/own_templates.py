"""A site's own templates: which of them no page uses, and which extend or include one another in a circle.

read_own_templates(folder).loops    # the problems of circles, each at the template that makes it
read_own_templates(folder).unused   # notes on files that no page uses
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import jinja2
from jinja2 import nodes
from msgspec import Struct

from newsbrief.content.similar_words import Vocabulary
from newsbrief.content.source_file import SourceFile
from newsbrief.model.paths import theme_folder
from newsbrief.model.problems import Problem
from newsbrief.theme.faults import THEME

_EXAMPLES = "examples/"
"""The templates of the theme that show its components to those who work on them."""

_USE = re.compile(r'\{% (?:extends|from|include|import) "([^"]+)"')

_FRAMES = nodes.If | nodes.For | nodes.Macro | nodes.CallBlock
"""What a template may leave out, so that a circle through it can end."""


class TemplateUse(NamedTuple):
    """A template that another one names at a line; `is_certain` if it is used whenever the other is."""

    name: str
    line: int
    is_certain: bool


class TemplateSource(Struct, frozen=True):
    """A template: the text of its file, and those that it names; `is_open` if one of their names is made on a page."""

    text: str
    references: tuple[TemplateUse, ...] = ()
    is_open: bool = False


class OwnTemplates(NamedTuple):
    """What is to be said of a site's own templates."""

    loops: tuple[Problem, ...]
    unused: tuple[Problem, ...]


def read_own_templates(folder: Path) -> OwnTemplates:
    """Return what is to be said of the templates in a site's own folder. One with a fault is passed over here."""
    own = {name: _read(folder / name) for name in _list_files(folder)}
    theme = _theme_templates()
    known = {f"{THEME}{name}": source for name, source in theme.items()} | {name: theme[name] for name in theme} | own
    loops = tuple(_find_loops(own, known))
    pages = {name for name in own if name in theme}
    reached = set(_reach(pages, known))
    is_open = any(own[name].is_open for name in reached if name in own)
    unused = () if is_open else tuple(_note_unused(own.keys() - reached, theme))
    return OwnTemplates(loops, unused)


def _list_files(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") or part == "__pycache__" for part in name.parts):
            yield name.as_posix()


@cache
def _theme_templates() -> Mapping[str, TemplateSource]:
    """Return the templates of the theme, which name others at their beginnings only: to parse them takes too long."""
    folder = theme_folder("templates")
    names = [name for name in _list_files(folder) if not name.startswith(_EXAMPLES)]
    texts = {name: (folder / name).read_text(encoding="utf-8") for name in names}
    return {name: TemplateSource(text, tuple(_find_uses(text))) for name, text in texts.items()}


def _find_uses(text: str) -> Iterator[TemplateUse]:
    for number, line in enumerate(text.split("\n"), 1):
        if use := _USE.match(line):
            yield TemplateUse(use[1], number, True)


def _read(path: Path) -> TemplateSource:
    try:
        text = path.read_text(encoding="utf-8")
        found = list(_walk(jinja2.Environment().parse(text), is_certain=True))
    except (UnicodeDecodeError, jinja2.TemplateSyntaxError, RecursionError):
        # Whoever uses it is told so.
        return TemplateSource("")
    references: list[TemplateUse] = []
    is_open = False
    for node, is_certain in found:
        names = list(_names_in(node.template))
        is_open = is_open or not names
        is_sure = is_certain and len(names) == 1 and not getattr(node, "ignore_missing", False)
        references += (TemplateUse(name, node.lineno, is_sure) for name in names)
    return TemplateSource(text, tuple(references), is_open)


def _walk(node: nodes.Node, *, is_certain: bool) -> Iterator[tuple[nodes.Extends | nodes.Include | nodes.Import, bool]]:
    """Yield what names another template, and whether it is used whenever its template is."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport):
            yield child, is_certain  # type: ignore[misc]
        yield from _walk(child, is_certain=is_certain and not isinstance(child, _FRAMES))


def _names_in(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Const):
        yield from (
            [node.value] if isinstance(node.value, str) else [each for each in node.value if isinstance(each, str)]
        )
    elif isinstance(node, nodes.List | nodes.Tuple):
        yield from (each for item in node.items for each in _names_in(item))
    elif isinstance(node, nodes.CondExpr):
        yield from (each for choice in (node.expr1, node.expr2) if choice for each in _names_in(choice))


def _reach(names: Iterable[str], known: Mapping[str, TemplateSource]) -> Iterator[str]:
    """Yield templates with all that they name, each once."""
    waiting, met = list(names), set()
    while waiting:
        name = waiting.pop()
        if name in known and name not in met:
            met.add(name)
            yield name
            waiting += (each.name for each in known[name].references)


def _note_unused(names: Iterable[str], theme: Iterable[str]) -> Iterator[Problem]:
    vocabulary = Vocabulary(tuple(theme))
    for name in sorted(names):
        near = vocabulary.nearest(name, cutoff=0.8) or _find_namesake(name, vocabulary.words)
        hint = "no template of the theme has this name, and none of the site’s includes, imports or extends it"
        hint = f"did you mean templates/{near}? {hint}" if near else f"{hint}; delete it, or move it out of templates/"
        yield Problem(f"templates/{name}", 0, 0, "no page uses this file", hint)


def _find_namesake(name: str, theme: Iterable[str]) -> str:
    """Return the template of the theme that has a file's name in another folder."""
    last = name.rpartition("/")[2]
    return next((each for each in theme if each.rpartition("/")[2] == last), "")


def _find_loops(own: Mapping[str, TemplateSource], known: Mapping[str, TemplateSource]) -> Iterator[Problem]:
    """Yield the problem of each circle, at the first of the site's own templates in it."""
    told: set[frozenset[str]] = set()
    for name in own:
        circle = _find_circle(name, known)
        if circle and (members := frozenset(step for step, _ in circle)) not in told:
            told.add(members)
            yield _describe_circle(name, circle, known)


def _find_circle(name: str, known: Mapping[str, TemplateSource]) -> Sequence[tuple[str, int]]:
    """Return the way from a template back to itself, each step with the line that leads on; nothing without one."""
    waiting: list[tuple[str, tuple[tuple[str, int], ...]]] = [(name, ())]
    met: set[str] = set()
    while waiting:
        at, way = waiting.pop(0)
        for each in known[at].references if at in known else ():
            step = (*way, (at, each.line))
            if each.is_certain and each.name == name:
                return step
            if each.is_certain and each.name not in met:
                met.add(each.name)
                waiting.append((each.name, step))
    return ()


def _describe_circle(name: str, circle: Sequence[tuple[str, int]], known: Mapping[str, TemplateSource]) -> Problem:
    source = SourceFile(f"templates/{name}", known[name].text)
    way = " → ".join([*(f"{step}:{line}" for step, line in circle), name])
    what = "this template uses itself" if len(circle) == 1 else f"these templates use one another without end: {way}"
    has_namesake = f"{THEME}{name}" in known
    hint = f'the theme’s own is named with `{THEME}`: write "{THEME}{name}"' if has_namesake else "cut the circle"
    column = next((at + 1 for at, sign in enumerate(source.lines[circle[0][1] - 1]) if not sign.isspace()), 1)
    return source.problem(circle[0][1], column, what, hint)
