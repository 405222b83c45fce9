"""The real command, run in a process of its own."""

from typing import Any

from support.processes import NEWSBRIEF, Ended, environment
from support.processes import run as run_process


def run(*arguments: object, cwd: object = None, **variables: str) -> Ended:
    """Run the command in a process of its own, with some variables in its surroundings."""
    options: dict[str, Any] = {"cwd": cwd, "env": environment(**variables)}
    return run_process(*NEWSBRIEF, *arguments, **options)
