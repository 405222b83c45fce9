"""Fresh clones of the repository, in which tests do what a stranger does first."""

import shutil
from pathlib import Path

from support.processes import environment, run_well
from support.sites import ROOT

_NOT_CLONED = shutil.ignore_patterns(".git", ".venv", "_site", ".newsbrief*", "__pycache__", ".*_cache", ".hypothesis")


def clone(folder: Path) -> None:
    """Make a fresh clone of what is committed; where there is no repository, a copy of what would be."""
    if (ROOT / ".git").exists():
        # The repository may belong to someone else, as in a container.
        settings = folder.with_name("gitconfig")
        settings.write_text("[safe]\n\tdirectory = *\n", encoding="utf-8")
        surroundings = environment(None, GIT_CONFIG_GLOBAL=str(settings))
        run_well("git", "clone", "--quiet", ROOT, folder, env=surroundings)
    else:
        shutil.copytree(ROOT, folder, ignore=_NOT_CLONED)
