"""The words of the interface, language by language, from the catalogues in `languages/`.

A text may hold fields in braces; a key that counts has one text for each plural form of the CLDR that its language has.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from markupsafe import Markup

from newsbrief.dates import locale_of, primary_language
from newsbrief.escaping import escape_text
from newsbrief.source import SourceFile
from newsbrief.yamlfile import parse_yaml

_FOLDER = Path(__file__).parent / "languages"
DEFAULT = "en"


@dataclass(frozen=True, slots=True)
class Interface:
    """The interface in one language: call it with a key and the values of its fields.

    `language` is the tag in which dates and numbers are written; `texts` holds the catalogue, in which texts without
    fields are Markup.
    """

    language: str
    texts: Mapping[str, str | Mapping[str, str]] = field(repr=False)

    def __call__(self, key: str, **values: object) -> Markup:
        """Return the text of `key` with its fields filled in; values that are not Markup are escaped.

        Where the text has plural forms, `number` chooses among them. KeyError for a key that no catalogue has.
        """
        text = self.texts[key]
        if type(text) is Markup:
            return text
        number = values.get("number")
        if isinstance(number, int):
            if not isinstance(text, str):
                text = text.get(_plural_form(number, self.language), text["other"])
            values["number"] = self.format_number(number)
        assert isinstance(text, str), f"{key!r} counts, and there is no number"
        return Markup(text.format_map({name: escape_text(value) for name, value in values.items()}))

    def format_number(self, number: int) -> str:
        """Return a number as the language writes it."""
        return _format_number(number, self.language)


@cache
def _format_number(number: int, language: str) -> str:
    from babel.numbers import format_decimal

    return str(format_decimal(number, locale=locale_of(language)))


@cache
def _plural_form(number: int, language: str) -> str:
    return str(locale_of(language).plural_form(number))


def read_interface(language: str) -> Interface:
    """Return the interface for a page in `language` (a BCP 47 tag); English where there is no catalogue for it."""
    spoken = primary_language(language)
    return Interface(language if spoken in shipped_languages() else DEFAULT, _read_catalogue(spoken))


@cache
def shipped_languages() -> frozenset[str]:
    """Return the languages that have a catalogue."""
    return frozenset(path.stem for path in _FOLDER.glob("*.yaml"))


@cache
def _read_catalogue(language: str) -> Mapping[str, str | Mapping[str, str]]:
    """Return the catalogue of a language; texts that it lacks are those of the default one."""
    if language not in shipped_languages():
        language = DEFAULT
    path = _FOLDER / f"{language}.yaml"
    file = parse_yaml(SourceFile(path.name, path.read_text(encoding="utf-8")))
    if file.problems:
        raise ValueError(f"{path}: {file.problems[0].message}")
    texts = {key: _finish(text) for key, text in file.values.items()}
    return texts if language == DEFAULT else {**_read_catalogue(DEFAULT), **texts}


def _finish(text: str | Mapping[str, str]) -> str | Mapping[str, str]:
    """Return a text without fields as the Markup that it is; it is asked for many times."""
    return Markup(text) if isinstance(text, str) and not set(text) & set("{}") else text
