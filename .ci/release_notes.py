"""Print the notes of the release that a tag such as v1.2.0 stands for: `python .ci/release_notes.py v1.2.0`.

Fails where the tag, the package's two places of its version, and CHANGELOG.md do not agree.
"""

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def find_faults(tag: str) -> list[str]:
    """Return what keeps a tag from being released."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    package = (ROOT / "src" / "newsbrief" / "__init__.py").read_text(encoding="utf-8")
    faults = []
    if tag != f"v{project}":
        faults.append(f"the tag is {tag}, and the version in pyproject.toml is {project}")
    if f'\n__version__ = "{project}"\n' not in package:
        faults.append(f"the version in src/newsbrief/__init__.py is not {project}")
    if not read_notes(project):
        faults.append(f"CHANGELOG.md has no section “## {project} (YYYY-MM-DD)” with changes below it")
    return faults


def read_notes(version: str) -> str:
    """Return the section of CHANGELOG.md about a version without its heading, or nothing."""
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    section = re.search(
        rf"^## {re.escape(version)} \(\d{{4}}-\d\d-\d\d\)\n(.*?)(?=^## |\Z)", changes, re.MULTILINE | re.DOTALL
    )
    return section[1].strip() if section else ""


if __name__ == "__main__":
    (_, tag) = sys.argv
    if faults := find_faults(tag):
        sys.exit("\n".join(f"{tag} cannot be released: {fault}." for fault in faults))
    print(read_notes(tag.removeprefix("v")))
