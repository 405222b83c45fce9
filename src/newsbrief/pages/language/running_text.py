"""Names, and the words of the editor and the article, inside a sentence of the interface.

>>> within_sentence("The Government of National Accord", "en-GB")
'the Government of National Accord'
>>> shorten("military support for diplomatic missions, and more", 45)
'military support for diplomatic missions…'
"""

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from newsbrief.model.languages import primary_language
from newsbrief.model.patterns import compile_late
from newsbrief.model.scripts import UNSPACED
from newsbrief.pages.language.interface import Interface

_ARTICLES: Mapping[str, tuple[str, ...]] = {"en": ("The ", "A ", "An ")}
"""The words that a name may begin with and that are written small within a sentence, by language."""

_BEFORE_I: Mapping[str, Markup] = {"es": Markup(" e ")}
"""The “and” before the sound of i, in languages that have one of its own for it."""

_SOUND_OF_I = compile_late(r"\W*(?:h?[ií]|y)(?![aeoáéó])", re.IGNORECASE)
"""A word that begins with the sound of i: Irene, Hilario, Yves, but not Hielos, Yago."""


def within_sentence(name: str, language: str) -> str:
    """Return a name as it stands within a sentence: an article at its beginning has a small letter."""
    is_led = name.startswith(_ARTICLES.get(primary_language(language), ()))
    return name[:1].lower() + name[1:] if is_led else name


def join_names(first: str, last: str, say: Interface) -> Markup:
    """Return names and the last one with “and” between them; what is not Markup is escaped."""
    joint = _BEFORE_I.get(say.catalogue)
    if joint and _SOUND_OF_I.match(Markup(last).striptags()):
        return escape(first) + joint + escape(last)
    return say("names-and", first=first, last=last)


def shorten(text: str, most: int) -> str:
    """Return a text without its full stop, or its first words and an ellipsis where it has more than `most` characters.

    Where letters set no spaces between words, it is cut between two of them.
    """
    text = " ".join(text.split())
    if len(text) <= most:
        return text.removesuffix(".").removesuffix("。")
    cut = text[: _find_end(text, most)] or text[:most]
    return re.sub(r"[^\w)\]’”»）」』》〉】]+$", "", cut) + "…"


def _find_end(text: str, most: int) -> int:
    """Return the last place in a text, up to `most`, that is beside a space or a letter of a script without spaces."""
    space = text.rfind(" ", 0, most)
    if not UNSPACED.stand_in(text, 0, most + 1):
        return max(space, 0)
    ends = (at for at in range(most, space, -1) if text[at] in UNSPACED or text[at - 1] in UNSPACED)
    return next(ends, max(space, 0))
