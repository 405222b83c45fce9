"""The examples in the package's docstrings: each shows what it says."""

from doctest import DocTestFinder, DocTestRunner
from importlib import import_module

import pytest

from test_architecture import MODULES, PACKAGE

WITH_EXAMPLES = [
    module
    for module in MODULES
    if ">>> " in PACKAGE.joinpath(*module.split(".")).with_suffix(".py").read_text(encoding="utf-8")
]


@pytest.mark.parametrize("module", WITH_EXAMPLES)
def test_an_example_shows_what_it_says(module: str, capsys: pytest.CaptureFixture[str]) -> None:
    examples = DocTestFinder().find(import_module(f"newsbrief.{module}"))
    runner = DocTestRunner()
    for each in examples:
        runner.run(each)
    assert runner.failures == 0, capsys.readouterr().out
    assert runner.tries
