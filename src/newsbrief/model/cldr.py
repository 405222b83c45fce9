"""The tables of the CLDR, by language.

`read_cldr("en").names["MMMM"][3]` is `April`. The tables of some languages are kept in `cldr_tables/`, where
`make cldr` writes them, since Babel takes long to import and to read its data; those of all others are made from
Babel each time.
"""

from functools import cache

from msgspec.json import decode

from newsbrief.model.cldr_table import CldrTable
from newsbrief.model.languages import locale_of
from newsbrief.model.paths import PACKAGE

CLDR_FOLDER = PACKAGE / "model" / "cldr_tables"


@cache
def read_cldr(language: str) -> CldrTable:
    """Return the table of a BCP 47 language tag such as `en`, `ar` or `pt-BR`."""
    if language in list_kept():
        return decode((CLDR_FOLDER / f"{language}.json").read_bytes(), type=CldrTable)
    from newsbrief.model.babel_table import make_table

    return make_table(locale_of(language))


@cache
def list_kept() -> frozenset[str]:
    """Return the tags of the languages whose tables are kept."""
    return frozenset(path.stem for path in CLDR_FOLDER.glob("*.json"))
