"""Faults of templates: at which line they are, and whether the site or Newsbrief has to fix them.

A site has to fix its own templates, and what these hand to the theme's; the theme itself is Newsbrief's to fix.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import jinja2
from jinja2.exceptions import SecurityError

from newsbrief.model.documentation import name_page
from newsbrief.model.paths import theme_folder
from newsbrief.model.problems import REPORT, ConfigError, InternalError, NewsbriefError

THEME = "theme/"
"""Before the name of a template: the theme's own."""

_LAST = 100
"""How many places before a circle was noticed are looked at for the templates in it."""

_NAMED = 3
"""How many of a site's own templates a hint names."""


class Place(NamedTuple):
    """A line of the template `name`; line 0 is the whole of it. `is_own` marks those of the site's own."""

    is_own: bool
    name: str
    line: int


class TemplateLoader(jinja2.FileSystemLoader):
    """A loader to which a template that is not UTF-8 has a fault at a line, as one that cannot be parsed has.

    It finds the theme's own under `theme/`, whatever the site has under the same name. It does not find hidden files,
    which are left out wherever the files of a site are read.
    """

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's source, its file, and the function that says whether the file is still the same."""
        if any(part.startswith(".") for part in template.split("/")):
            raise jinja2.TemplateNotFound(template)
        if template.startswith(THEME):
            theme = TemplateLoader(theme_folder("templates"))
            return theme.get_source(environment, template.removeprefix(THEME))
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            file = next(file for folder in self.searchpath if (file := Path(folder, template)).is_file())
            line = 1 + error.object.count(b"\n", 0, error.start)
            raise jinja2.TemplateSyntaxError("it is not UTF-8", line, template, str(file)) from None


def explain_fault(error: Exception, page: str, template: str, own: Path | None) -> NewsbriefError:
    """Return the error to raise for what went wrong while `template` was rendered for the page at the path `page`.

    `own` is the folder of the site's own templates, if it has any. The innermost of them that takes part is at fault:
    it may have handed to the theme what the theme cannot use. Without any, the fault is Newsbrief's.
    """
    theme = theme_folder("templates")
    places = list(_find_places(error, own, theme)) or [Place(False, template, 0)]
    if isinstance(error, jinja2.TemplateNotFound):
        # Whoever names a template that is not there is at fault.
        places = places[-1:]
    inner, when = places[-1], f" (while rendering {page})"
    message = _describe_circle(places) if isinstance(error, RecursionError) else _describe(error)
    if blamed := next((place for place in reversed(places) if place.is_own), None):
        inside = "" if inner.is_own else f", in the theme's {inner.name}:{inner.line}"
        instead = ", or delete it to have the theme's own" if (theme / blamed.name).is_file() else ""
        path = f"templates/{blamed.name}"
        remedy = f"fix the template{instead}"
        if isinstance(error, SecurityError):
            remedy += f"\nwhat a site's templates may do: {name_page('reference/templates')}"
        elif isinstance(error, jinja2.UndefinedError):
            remedy += f"\nwhat they may use: {name_page('reference/what-templates-may-use')}"
        return ConfigError.at(path, blamed.line, message + inside + when, remedy)
    if isinstance(error, InternalError):
        return error
    path, others = str(theme / inner.name), _list_own(own)
    if others and not isinstance(error, (jinja2.TemplateSyntaxError, jinja2.TemplateNotFound)):
        hint = f"the site's own templates may not fit the theme ({others}); if it fails without them, too, {REPORT}"
        return ConfigError.at(path, inner.line, message + when, hint)
    return InternalError.at(path, inner.line, message + when, REPORT)


def _describe(error: Exception) -> str:
    match error:
        case InternalError():
            return error.problems[0].message
        case jinja2.TemplateNotFound():
            return f"there is no template {error.name!r}"
        case jinja2.TemplateError(message=str(message)):
            return message
    return f"{type(error).__name__}: {error}"


def _describe_circle(places: Sequence[Place]) -> str:
    """Return that templates, or macros in one of them, use one another without end, and which these are."""
    names = list(dict.fromkeys(place.name for place in places[-_LAST:]))
    if len(names) == 1:
        return "this template uses itself without end"
    return f"these templates use one another without end: {' → '.join([*names, names[0]])}"


def _find_places(error: Exception, own: Path | None, theme: Path) -> Iterator[Place]:
    """Yield the lines of templates that led to an error, the innermost last."""
    # Most builds meet no fault, and do without it.
    from traceback import walk_tb

    lines = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    if isinstance(error, jinja2.TemplateSyntaxError):
        # It is no fault of those that use the template.
        lines = [(error.filename or "", error.lineno)]
    for filename, line in lines:
        file = Path(filename)
        for folder, is_own in ((own, True), (theme, False)):
            if folder and file.is_relative_to(folder):
                yield Place(is_own, file.relative_to(folder).as_posix(), line)
                break


def _list_own(own: Path | None) -> str:
    """Return the names of a site's own templates, or of some."""
    if own is None:
        return ""
    names = sorted(path.relative_to(own).as_posix() for path in own.rglob("*") if path.is_file())
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
