"""HTML in an article: tags with the names of HTML's elements, comments and declarations.

>>> find_html('<b class="price">5', 0)
HtmlTag(end=17, is_block=False)
>>> find_html("<y and z>", 0)
"""

import re
from typing import NamedTuple

_TAG = re.compile(
    r"""<(/?)([A-Za-z][A-Za-z0-9:_-]*+)"""
    r"""((?>(?:\s++[^\s"'=<>/]++(?>(?:\s*+=\s*+(?:"[^"<]*+"|'[^'<]*+'|[^\s"'=<>]++))?))*))"""
    r"""\s*+/?+>"""
)
_OTHER = re.compile(r"<!--.*?-->|<!--|<![A-Za-z][^<>]*+>|<\?[^<>]*+>|<!\[CDATA\[", re.DOTALL)
_LONGEST_COMMENT = 5_000

_INLINE_NAMES = """
a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike
strong sub sup time tt u var wbr
"""
_BLOCK_NAMES = """
address applet area article aside audio base basefont blockquote body br button canvas caption center col colgroup
datalist dd details dialog dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6
head header hgroup hr html iframe img input legend li link main map menu meta meter nav noscript object ol optgroup
option output p param picture pre progress script search section select slot source style summary svg table tbody td
template textarea tfoot th thead title tr track ul video
"""
_LONE_ATTRIBUTES = """
allowfullscreen async autofocus autoplay checked compact controls default defer disabled download hidden inert ismap
itemscope loop multiple muted nomodule noshade novalidate nowrap open readonly required reversed selected
"""
_INLINE, _BLOCKS, _LONE = (frozenset(names.split()) for names in (_INLINE_NAMES, _BLOCK_NAMES, _LONE_ATTRIBUTES))
_PAIR = re.compile(r"""[^\s"'=<>/]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>]+)""")


class HtmlTag(NamedTuple):
    """A tag, comment or declaration: where it ends, and whether it divides words."""

    end: int
    is_block: bool


def find_html(text: str, at: int) -> HtmlTag | None:
    """Return the HTML that begins at the angle bracket at `at`, or None where it is only a sign."""
    if tag := _TAG.match(text, at):
        name = tag[2].lower()
        is_known = name in _INLINE or name in _BLOCKS or ":" in name
        if (is_known or "=" in tag[3] or (tag[1] and "-" in name)) and _has_sound_attributes(tag[3]):
            return HtmlTag(tag.end(), name not in _INLINE)
        return None
    other = _OTHER.match(text, at, at + _LONGEST_COMMENT)
    return HtmlTag(other.end(), True) if other else None


def _has_sound_attributes(attributes: str) -> bool:
    """Say whether attributes without a value are HTML's own, and not words of a text."""
    return all(word.lower() in _LONE for word in _PAIR.sub("", attributes).split())
