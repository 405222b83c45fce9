"""The real command, run in a process of its own or in this one."""

import subprocess
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from typing import Any

from newsbrief.cli.main import main
from support.processes import NEWSBRIEF, Ended, environment
from support.processes import run as run_process


def run(*arguments: object, cwd: object = None, **variables: str) -> Ended:
    """Run the command in a process of its own, with some variables in its surroundings."""
    options: dict[str, Any] = {"cwd": cwd, "env": environment(**variables)}
    return run_process(*NEWSBRIEF, *arguments, **options)


def run_here(*arguments: object) -> Ended:
    """Run the command in this process, for tests of many runs: most of what a process takes is its start."""
    said, complaint = StringIO(), StringIO()
    with redirect_stdout(said), redirect_stderr(complaint):
        code = main([str(each) for each in arguments])
    return subprocess.CompletedProcess(arguments, code, said.getvalue(), complaint.getvalue())
