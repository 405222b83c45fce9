"""`python -m newsbrief` is the command `newsbrief`."""

import sys

from newsbrief.cli.main import main

sys.exit(main())
