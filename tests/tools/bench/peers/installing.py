"""Programs installed into folders of their own under .venv/, by pip or npm, and asked for their version."""

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools import ROOT

INSTALLED = ROOT / ".venv"
_VERSION = re.compile(r"\d+(?:\.\d+)+")


def install_by_pip(folder: Path, packages: Sequence[str]) -> str:
    """Install packages into an environment of their own; return why that failed, or ""."""
    python = str(folder / "bin" / "python")
    return _run_all(
        [sys.executable, "-m", "venv", str(folder)],
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages],
    )


def install_by_npm(folder: Path, packages: Sequence[str]) -> str:
    """Install packages into a folder of their own; return why that failed, or ""."""
    folder.mkdir(parents=True, exist_ok=True)
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    return _run_all(["npm", "--prefix", str(folder), *quiet, "install", *packages])


def ask_version(*command: str) -> str:
    """Return the first version that a program prints, such as 0.146.0."""
    said = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=True).stdout
    found = _VERSION.search(said)
    return found[0] if found else "of no version"


def _run_all(*commands: Sequence[str]) -> str:
    for command in commands:
        try:
            run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        except OSError as error:
            return str(error)
        if run.returncode != 0:
            return run.stdout.strip().rpartition("\n")[2] or f"{command[0]} ended with {run.returncode}"
    return ""
