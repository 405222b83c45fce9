"""The languages for whose pages the interface has no words of their own, and what readers of these pages see instead.

>>> explain_words("fi").message
'no words of the interface in Finnish (fi)'
"""

from functools import cache
from typing import NamedTuple

from newsbrief.model.languages import is_traditional_chinese, locale_of, primary_language
from newsbrief.pages.language.interface import read_interface

NO_WORDS = "no words of the interface in "
"""The beginning of every such note."""

_HOW = "“Add a language” in CONTRIBUTING.md of Newsbrief says how to add one"


class OtherWords(NamedTuple):
    """A note on a language without words of its own: what there is not, and what readers see."""

    message: str
    hint: str


@cache
def explain_words(language: str) -> OtherWords | None:
    """Return what is to be said of pages in a language (a BCP 47 tag); None where the interface speaks it."""
    if read_interface(language).catalogue != primary_language(language):
        dates = locale_of(language).get_language_name("en") or language
        seen = f"headings, labels and numbers of its pages will be in English, dates in {dates}"
    elif is_traditional_chinese(language):
        seen = "headings and labels of its pages will be in simplified characters"
    else:
        return None
    return OtherWords(f"{NO_WORDS}{locale_of(language).get_display_name('en')} ({language})", f"{seen}; {_HOW}")
