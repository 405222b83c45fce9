"""What XML 1.0 asks of every file and every text in it."""

import re

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def mend_text(text: str) -> str:
    """Return a text with U+FFFD, the sign for what cannot be shown, for every character that XML 1.0 forbids.

    Not even an escape may stand for these (https://www.w3.org/TR/xml/#charsets), so one of them would make the whole
    file unreadable.
    """
    return _FORBIDDEN.sub("\ufffd", text)
