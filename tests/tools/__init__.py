"""Tools from outside of Python, and what is measured with them. See docs/contributing/quality.md."""

import os
from pathlib import Path

ROOT = Path(__file__).parents[2]

INSTALLED = Path(os.environ.get("NEWSBRIEF_TOOLS") or ROOT / ".venv" / "tools") / "node_modules"
"""Where npm put them: in the folder that NEWSBRIEF_TOOLS names, or else in `.venv/tools`, as the Makefile does."""

NU_CHECKER = INSTALLED / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = INSTALLED / ".bin" / "lighthouse"
