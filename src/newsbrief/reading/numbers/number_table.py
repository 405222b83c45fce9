"""The form of a table of the words for numbers of one language, and the ways in which languages join them."""

from collections.abc import Callable, Mapping

from msgspec import Struct


class Table(Struct, frozen=True):
    """The words for numbers of one language, in small letters, separated by spaces; `/` separates forms of one word.

    `ones` begin with 0 and go as far as single words do, `tens` begin with 20, `hundreds` with 200, `ordinals` with 1
    (each takes every one of `endings`; `-` is an empty one). `scales` have powers of ten as keys, `fractions`
    denominators, `vague` ("hundreds of") and `others` values. `prefixes` is a pattern of what is joined to a numeral.
    """

    ones: str
    tens: str = ""
    hundred: str = ""
    hundreds: str = ""
    scales: Mapping[int, str] = {}
    ordinals: str = ""
    endings: str = ""
    fractions: Mapping[int, str] = {}
    vague: Mapping[int, str] = {}
    others: Mapping[int, str] = {}
    dozen: str = ""
    joints: str = ""
    articles: str = ""
    joined_hundred: str = ""
    thousand: str = ""
    prefixes: str = ""


def _unit_first(joint: str) -> Callable[[str, str], str]:
    def join(ten: str, unit: str) -> str:
        return f"{'ein' if unit == 'eins' else unit}{joint}{ten}"

    return join


def _dutch(ten: str, unit: str) -> str:
    return f"{unit}{'ën' if unit.endswith('e') else 'en'}{ten}"


def _italian(ten: str, unit: str) -> str:
    return (ten[:-1] if unit[0] in "uo" else ten) + unit


COMPOUNDS: Mapping[str, Callable[[str, str], str]] = {
    "de": _unit_first("und"),
    "nl": _dutch,
    "da": _unit_first("og"),
    "it": _italian,
    "sv": str.__add__,
    "no": str.__add__,
    "fi": str.__add__,
}
"""How a ten and a unit are joined in the languages that write them in one word."""
