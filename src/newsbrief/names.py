"""Names of files: which of them can be shown, and kept on record."""

import re

CARD = "card.png"
"""A briefing's share card, beside its page; no picture of the editor's may have this name."""

_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def is_plain_name(name: str) -> bool:
    """Say whether a name or path is UTF-8 and holds no line break and no control character."""
    return name.isprintable() or not _UNFIT.search(name)
