"""`python -m newsbrief` is the command `newsbrief`."""

import sys

from newsbrief.cli import main

sys.exit(main())
