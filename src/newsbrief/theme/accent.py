"""The static files of the theme in the colour of a site's accent.

`paint(files, Accent("#005a3c", "#7fd6b0"))` are those that have another colour then.
"""

from collections.abc import Mapping

from newsbrief.model.patterns import compile_late
from newsbrief.model.site import Accent

TOKENS = "css/tokens.css"
FAVICON = "favicon.svg"

_TOKEN = compile_late(rb"(?<=--accent:)[^;}]*(?=[;}])")
_FAVICON_GROUND = compile_late(rb'(?<=<rect width="32" height="32" rx="6" fill=")#7a1f1f')


def paint(files: Mapping[str, bytes], accent: Accent) -> dict[str, bytes]:
    """Return the files among these that show the accent, with it in place of the theme's."""
    colours = f" light-dark({accent.light}, {accent.dark})".encode()
    painted: dict[str, bytes] = {}
    if TOKENS in files:
        painted[TOKENS] = _TOKEN.sub(colours, files[TOKENS], count=1)
    if FAVICON in files:
        painted[FAVICON] = _FAVICON_GROUND.sub(accent.light.encode(), files[FAVICON])
    return painted
