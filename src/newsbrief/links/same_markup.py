"""Compares two versions of a page by their tags: where these are the same, so are its links, its ids and its pictures.

>>> differ_in_text_only(b'<p id="a">One.</p>', b'<p id="a">Two.</p>')
True

Most edits change only words of an article. To see that, a page need not be read as a browser reads it.
"""

import re

from newsbrief.model.patterns import compile_late

_TAG = compile_late(
    rb"""(<[/!]?[A-Za-z][^\s<>"'=/]*+(?>(?:\s++[^\s<>"'=/]++(?>(?:="[^<>"]*+")?))*)\s*+/?>)""",
)
"""A tag as browsers and this module read it alike: each attribute bare, or with its value in double marks after "="."""

_REFERENCE = compile_late(rb"&[#\w]+;?")
_READ_OTHERWISE = compile_late(rb"<style|<frame|<head[\s/]", re.IGNORECASE)
"""Tags in which a text can be an address, or which count only where no text is before them."""


def differ_in_text_only(one: bytes, other: bytes) -> bool:
    """Say whether two pages have the same tags in the same order; False also where that cannot be seen for sure.

    Every tag begins at its “<” and ends at its “>” and no text holds either sign, so that no text can begin or end
    a tag, a comment or an attribute. Where a text shows something, it does so in both: behind wrongly nested tags,
    browsers repeat an element for it.
    """
    first, second = _TAG.split(one), _TAG.split(other)
    return (
        first[1::2] == second[1::2]
        and first[0] == second[0]
        and all(map(_is_regular, (one, other), (first, second)))
        and all(map(_are_alike, first[::2], second[::2]))
    )


def _are_alike(text: bytes, other: bytes) -> bool:
    return text == other or (_has_words(text) and _has_words(other))


def _has_words(text: bytes) -> bool:
    """Say whether a text shows something, whatever its character references mean."""
    return bool(_REFERENCE.sub(b"", text).strip(b" \t\n\r\f"))


def _is_regular(page: bytes, parts: list[bytes]) -> bool:
    if page.count(b"<!") > 1 or b"\0" in page or _READ_OTHERWISE.search(page):
        return False
    return page.count(b"<") == page.count(b">") == len(parts) // 2
