"""The examples in docstrings do what they show."""

import doctest
from importlib import import_module

import pytest

from support.sites import ROOT

PACKAGE = ROOT / "src" / "newsbrief"
WITH_EXAMPLES = [
    ".".join(("newsbrief", *path.relative_to(PACKAGE).with_suffix("").parts))
    for path in sorted(PACKAGE.rglob("*.py"))
    if ">>> " in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("module", WITH_EXAMPLES)
def test_the_examples_of_a_module_are_true(module: str) -> None:
    result = doctest.testmod(import_module(module))
    assert result.attempted and not result.failed
