"""Language tags, as BCP 47 has them."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale


_FORMER_CODES = {"iw": "he", "in": "id", "ji": "yi"}


@cache
def primary_language(language: str) -> str:
    """Return the language of a tag without region or script, by its code of today: `en` of `en-GB`, `he` of `iw`."""
    code = language.split("-")[0].lower()
    return _FORMER_CODES.get(code, code)


@cache
def locale_of(language: str) -> "Locale":
    """Return Babel's locale of a BCP 47 language tag such as `en`, `ar` or `pt-BR`."""
    from babel import Locale

    return Locale.parse(language, sep="-")


def is_east_asian(language: str) -> bool:
    """Say whether a tag is of Chinese, Japanese or Korean, whose pages have a style sheet of their own."""
    return primary_language(language) in ("zh", "ja", "ko")


@cache
def is_traditional_chinese(language: str) -> bool:
    """Say whether a tag is of Chinese in traditional characters: `zh-Hant`, or a region that writes them (`zh-TW`)."""
    return primary_language(language) == "zh" and locale_of(language).script == "Hant"


def is_same_language(tag: str, other: str) -> bool:
    """Say whether two tags name one language, in whichever form: `en-GB` and `en`."""
    return primary_language(tag) == primary_language(other)
