"""The tables of the CLDR that Newsbrief keeps, by way of the Babel that is installed: `make cldr` writes them again."""

import json

from msgspec import to_builtins

from newsbrief.model.babel_table import make_table
from newsbrief.model.cldr import CLDR_FOLDER
from newsbrief.model.languages import locale_of

KEPT = ("ar", "de", "en", "en-GB", "en-US", "es", "fr", "he", "pt", "pt-BR", "ru", "uk", "zh")
"""The languages of the interface, and regions that have much of their press."""


def write_table(language: str) -> str:
    """Return the table of a language as it is kept, with a key on each line."""
    table = to_builtins(make_table(locale_of(language)))
    lines = [f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in table.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    CLDR_FOLDER.mkdir(exist_ok=True)
    for language in KEPT:
        (CLDR_FOLDER / f"{language}.json").write_text(write_table(language), encoding="utf-8")
