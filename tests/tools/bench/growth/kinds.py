"""The ways in which a site can grow.

`KINDS["mistyped quotations"](content, 400)` writes the folder `content` of such a site.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

from tools.bench.growth import actors, articles, dates, keys, marks, quotations, sites

Kind = Callable[[Path, int], None]
"""Writes the folder `content` of a site in which something stands as often as the number says."""

MODULES = (quotations, marks, keys, actors, dates, articles, sites)


def _kinds_of(module: ModuleType) -> Iterator[tuple[str, Kind]]:
    """Yield each kind that a module defines, with its name."""
    for name, value in vars(module).items():
        if callable(value) and value.__module__ == module.__name__:
            yield name.replace("_", " "), value


KINDS = {name: kind for module in MODULES for name, kind in _kinds_of(module)}
