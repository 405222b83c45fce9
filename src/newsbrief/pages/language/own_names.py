"""The names of languages, each in the language itself.

>>> name_language("fr")
'Français'
"""

from functools import cache

from newsbrief.model.languages import locale_of


@cache
def name_language(tag: str) -> str:
    """Return the name of a language in itself, as it stands alone; its tag where that is not known."""
    locale = locale_of(tag)
    name = locale.get_language_name(tag.replace("-", "_")) or locale.get_language_name() or tag
    return name[:1].upper() + name[1:]
