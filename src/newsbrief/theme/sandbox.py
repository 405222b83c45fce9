"""The sandbox in which the templates of a site run: a site may come from anywhere, and its templates must run no code.

Templates of the site and of the theme include, extend and import one another in one environment. The sandbox looks up
attributes for both, so the site's cannot use the theme's to get at more. They differ in how they are compiled: a site's
ask the sandbox before each call and each operator that can fill the memory; the theme's are compiled as without it.

    >>> SandboxEnvironment(Path("templates"), jinja2.Environment()).from_string("{{ cycler.__init__ }}").render()
    Traceback (most recent call last):
    jinja2.exceptions.SecurityError: a template may not use '__init__' of a type
"""

import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from string import Formatter
from types import BuiltinMethodType, CodeType, FrameType, GeneratorType, ModuleType, TracebackType
from typing import Any

import jinja2
from jinja2.compiler import CodeGenerator
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import MAX_RANGE, ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner

from newsbrief.pages.language.interface import Interface
from newsbrief.theme.fast_jinja import FastEnvironment

MOST = MAX_RANGE
"""The most that a template may ask for at a time: numbers of a range, copies of a text, characters of a line."""

_MOST_BITS = 10_000
"""The size of the greatest number that a template may calculate, in bits."""

_OPEN = (BlockReference, Cycler, Interface, Joiner, LoopContext, Macro, jinja2.Undefined)
"""What can be called and has attributes that templates may use. No function, method or class is among it."""

_CLOSED = (CodeType, FrameType, GeneratorType, ModuleType, TracebackType)

_NOT_OFFERED = ("lipsum",), ("random",)
"""Globals and filters of Jinja that give something else each time: the same content always gives the same pages."""

_WIDE_PERCENT = re.compile(r"%(?:\([^)]*\))?[#0 +-]*(?:\d*\.)?(?:\*|\d{6})")
_WIDE_FIELD = re.compile(r"\{|\d{6}")


class SandboxEnvironment(ImmutableSandboxedEnvironment, FastEnvironment):
    """Jinja's sandbox for the templates in the folder `own`; all others are compiled by the environment `theme`."""

    code_generator_class = CodeGenerator
    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, own: Path, theme: jinja2.Environment, **options: Any) -> None:
        super().__init__(**options)
        self.own = own
        self.theme = theme
        self._safe: set[tuple[type, str]] = set()
        for name in _NOT_OFFERED[0]:
            del self.globals[name]
        for name in _NOT_OFFERED[1]:
            del self.filters[name]
        for name in ("batch", "center", "format", "indent", "slice"):
            self.filters[name] = _bound(self.filters[name])

    def compiler_for(self, filename: str | None) -> jinja2.Environment:
        """Return the environment that compiles a template: this one, unless it lies outside the site's folder."""
        return self if filename is None or Path(filename).is_relative_to(self.own) else self.theme

    def compile(self, source: Any, name: Any = None, filename: Any = None, *more: Any, **options: Any) -> Any:
        """Return the code of a template; TemplateSyntaxError also where Python cannot compile what Jinja has made."""
        if (compiler := self.compiler_for(filename)) is not self:
            return compiler.compile(source, name, filename, *more, **options)
        try:
            return super().compile(source, name, filename, *more, **options)
        except (MemoryError, OverflowError, RecursionError, SyntaxError, ValueError):
            message = "it has too many parts inside one another"
            raise jinja2.TemplateSyntaxError(message, 0, name, filename) from None

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute that a template may use. Those of our own classes are judged once, for all their values.

        Without that, rendering takes twice the time.
        """
        kind = type(obj)
        if (kind, attribute) in self._safe:
            return getattr(obj, attribute)
        value = super().getattr(obj, attribute)
        if kind.__module__.startswith("newsbrief.") and hasattr(kind, attribute):
            self._safe.add((kind, attribute))
        return value

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Say whether a template may use an attribute; of functions, methods and classes it may use none."""
        if isinstance(obj, _CLOSED) or (callable(obj) and not isinstance(obj, _OPEN)):
            return False
        return super().is_safe_attribute(obj, attr, value)

    def unsafe_undefined(self, obj: Any, attribute: str) -> jinja2.Undefined:
        """Raise SecurityError: an attempt is a fault even where its outcome is not used."""
        raise SecurityError(f"a template may not use {attribute!r} of a {type(obj).__name__}")

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call what a template calls. Methods of texts and numbers are given no number that fills the memory."""
        if isinstance(__obj, BuiltinMethodType):
            _refuse_many((*args, *kwargs.values()))
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Calculate what a template calculates, unless the outcome would fill the memory."""
        if operator == "%":
            _refuse_wide_percent(left)
        elif isinstance(left, int) and isinstance(right, int):
            bits = left.bit_length() * right if operator == "**" else left.bit_length() + right.bit_length()
            if bits > _MOST_BITS:
                raise SecurityError("this number is too great for a template")
        elif operator == "*":
            count, entries = (left, right) if isinstance(left, int) else (right, left)
            if isinstance(count, int) and hasattr(entries, "__len__") and count * len(entries) > MOST:
                raise SecurityError(f"a template may repeat no more than to {MOST:,} entries")
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Return the safe function in place of a text's own `format`; None for anything else."""
        function: Callable[..., str] | None = super().wrap_str_format(value)
        if function and any(_WIDE_FIELD.search(spec or "") for _, _, spec, _ in Formatter().parse(value.__self__)):
            raise SecurityError("a template may not make a field so wide, nor leave its width open")
        return function


def _bound(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that is given no number that fills the memory."""

    @wraps(function)
    def bounded(value: Any, *args: Any, **kwargs: Any) -> Any:
        _refuse_many((*args, *kwargs.values()))
        if function.__name__ == "do_format":
            _refuse_wide_percent(value)
        return function(value, *args, **kwargs)

    return bounded


def _refuse_many(numbers: tuple[Any, ...]) -> None:
    if any(isinstance(number, int) and number > MOST for number in numbers):
        raise SecurityError(f"a template may ask for no more than {MOST:,} at a time")


def _refuse_wide_percent(text: Any) -> None:
    if isinstance(text, str) and _WIDE_PERCENT.search(text):
        raise SecurityError("a template may not make a field so wide, nor leave its width open")
