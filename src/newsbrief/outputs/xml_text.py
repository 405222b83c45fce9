"""What XML 1.0 asks of every file and every text in it."""

from newsbrief.model.patterns import compile_late

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
_FORBIDDEN = compile_late("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def mend_text(text: str) -> str:
    """Return a text with U+FFFD, the sign for what cannot be shown, for every character that XML 1.0 forbids.

    Not even an escape may stand for these (https://www.w3.org/TR/xml/#charsets), so one of them would make the whole
    file unreadable.
    """
    return _FORBIDDEN.sub("\ufffd", text)
