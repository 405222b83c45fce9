"""The tests themselves: all are collected, and all start processes in one way."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from support.sites import ROOT

TESTS = ROOT / "tests"
STARTING = {"run", "Popen", "call", "check_call", "check_output", "fork", "system", "posix_spawn"}
"""The functions of `subprocess` and `os` that start a process."""

ONE_PLACE = "support/processes.py"


def starts_of(tree: ast.AST) -> Iterator[str]:
    """Yield every place that starts a process by itself."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            module, name = ast.unparse(node.func.value), node.func.attr
            if module in ("os", "subprocess") and name in STARTING:
                yield f"line {node.lineno}: {module}.{name}"
        if isinstance(node, ast.ImportFrom) and node.module == "subprocess":
            yield from (f"line {node.lineno}: {each.name}" for each in node.names if each.name in STARTING)


def test_no_folder_of_tests_is_left_out(pytestconfig: pytest.Config) -> None:
    left_out = pytestconfig.getini("norecursedirs")
    folders = {path.parent.name for path in TESTS.rglob("test_*.py")}
    assert {"build", "serve", "tests"} <= folders
    assert [name for name in folders for pattern in left_out if fnmatch(name, pattern)] == []


def test_processes_are_started_in_one_place() -> None:
    files = [path for path in TESTS.rglob("*.py") if "tools" not in path.parts]
    starts = {name_of(path): list(starts_of(ast.parse(path.read_text(encoding="utf-8")))) for path in files}
    assert {name for name, found in starts.items() if found} == {ONE_PLACE}


def name_of(path: Path) -> str:
    return path.relative_to(TESTS).as_posix()


def test_every_way_of_starting_a_process_would_be_noticed() -> None:
    ways = ["subprocess.run(x)", "subprocess.Popen(x)", "os.fork()", "from subprocess import check_output"]
    assert [way for way in ways if not list(starts_of(ast.parse(way)))] == []
    assert not list(starts_of(ast.parse("run(x)\nrunner.run(x)\nsubprocess.PIPE")))
