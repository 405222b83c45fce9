"""Build the site: `python build.py [options]` is `newsbrief build [options]`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))

try:
    from newsbrief.__main__ import run
    from newsbrief.build import make_site  # noqa: F401 - reports a missing dependency before anything is done
except ModuleNotFoundError as missing:
    sys.exit(
        f"build.py: the Python package {missing.name!r} is not installed here: run `make site`, or `pip install .`"
    )

if __name__ == "__main__":
    run(["build", *sys.argv[1:]])
