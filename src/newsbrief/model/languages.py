"""Language tags, as BCP 47 has them."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


@cache
def primary_language(language: str) -> str:
    """Return the language of a tag without its region or script: `en` of `en-GB`."""
    return language.split("-")[0].lower()


@cache
def locale_of(language: str) -> "Locale":
    """Return Babel's locale of a BCP 47 language tag such as `en`, `ar` or `pt-BR`."""
    from babel import Locale

    return Locale.parse(language, sep="-")


def is_same_language(tag: str, other: str) -> bool:
    """Say whether two tags name one language, in whichever form: `en-GB` and `en`."""
    return primary_language(tag) == primary_language(other)
