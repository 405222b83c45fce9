"""The words of the interface, language by language, from the catalogues in `catalogues/`.

A text may hold fields in braces; a key that counts has one text for each plural form of the CLDR that its language has,
and may have another for one number alone, under `=1`.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter

from markupsafe import Markup, escape
from msgspec import Struct

from newsbrief.content.own_tables import read_own_table
from newsbrief.model.cldr import read_cldr
from newsbrief.model.languages import primary_language
from newsbrief.model.own_kinds import OwnKinds
from newsbrief.model.paths import PACKAGE
from newsbrief.model.problems import REPORT, InternalError
from newsbrief.pages.escaping import escape_text

_WITHOUT_SPACES = frozenset({"zh"})

_FOLDER = PACKAGE / "pages" / "language" / "catalogues"
DEFAULT = "en"


class CatalogueText(Struct, frozen=True):
    """A text of the catalogue, cut at its fields: `fields` has the name of each with its place among the pieces."""

    pieces: tuple[str, ...]
    fields: tuple[tuple[int, str], ...]

    def fill(self, values: Mapping[str, object]) -> Markup:
        """Return the text with its fields filled in; values that are not Markup are escaped."""
        pieces = list(self.pieces)
        for place, name in self.fields:
            pieces[place] = escape_text(values[name])
        return Markup("".join(pieces))


Entry = Markup | CatalogueText | Mapping[str, CatalogueText]
"""What a catalogue has for a key: a text without fields, one with fields, or one for each plural form."""


class Interface(Struct, frozen=True):
    """The interface in one language: call it with a key and the values of its fields.

    `language` is the tag in which dates and numbers are written; `entries` holds the catalogue.
    """

    language: str
    entries: Mapping[str, Entry]

    def __call__(self, key: str, **values: object) -> Markup:
        """Return the text of `key` with its fields filled in; values that are not Markup are escaped.

        Where the text has plural forms, `number` chooses among them. InternalError for a key that the catalogue does
        not have, KeyError for a field without a value.
        """
        entry = self.entries.get(key)
        if entry is None:
            path = _catalogue_path(primary_language(self.language))
            raise InternalError.because(f"the catalogue {path.name} has no text {key!r}", REPORT, str(path))
        if isinstance(entry, Markup):
            return entry
        number = values.get("number")
        if isinstance(number, int):
            values["number"] = _format_number(number, self.language)
        if isinstance(entry, CatalogueText):
            return entry.fill(values)
        if not isinstance(number, int):
            raise KeyError("number")
        text = entry.get(f"={number}") or entry[read_cldr(self.language).plural_form(number)]
        return text.fill(values)

    @property
    def catalogue(self) -> str:
        """The language of the catalogue, in which the interface speaks."""
        return _catalogue_language(self.language)

    @property
    def space(self) -> str:
        """The space between a text of the interface and words behind it; "" where the language sets none."""
        return "" if self.catalogue in _WITHOUT_SPACES else " "

    def with_kinds(self, own: OwnKinds) -> "Interface":
        """Return the interface with the words for a site's own kinds of actors; those of relations are in these."""
        words = {f"kind-{each.name}": escape(each.words.in_language(self.catalogue)) for each in own.actors}
        return Interface(self.language, {**self.entries, **words}) if words else self

    def letter(self, number: int) -> str:
        """Return a letter of the language by its number from 0 on, by which things are told apart; then figures."""
        letters = str(self("letters"))
        return letters[number] if number < len(letters) else self.format_number(number + 1)

    def format_number(self, number: int) -> str:
        """Return a number as the language writes it."""
        return _format_number(number, self.language)


@cache
def _format_number(number: int, language: str) -> str:
    return read_cldr(language).format_number(number)


@cache
def read_interface(language: str) -> Interface:
    """Return the interface for a page in `language` (a BCP 47 tag); English where there is no catalogue for it."""
    spoken = _catalogue_language(language)
    return Interface(language if spoken == primary_language(language) else spoken, _read_catalogue(spoken))


def _catalogue_language(language: str) -> str:
    """Return the language of the catalogue for pages in `language`."""
    spoken = primary_language(language)
    return spoken if spoken in shipped_languages() else DEFAULT


@cache
def shipped_languages() -> frozenset[str]:
    """Return the languages that have a catalogue."""
    return frozenset(path.stem for path in _FOLDER.glob("*.yaml"))


@cache
def _read_catalogue(language: str) -> Mapping[str, Entry]:
    table = read_own_table(_catalogue_path(language))
    return {key: _read_entry(written) for key, written in table.items()}


def _catalogue_path(language: str) -> Path:
    return _FOLDER / f"{language}.yaml"


def _read_entry(written: str | Mapping[str, str]) -> Entry:
    if not isinstance(written, str):
        return {form: _cut(text) for form, text in written.items()}
    text = _cut(written)
    return text if text.fields else text.fill({})


def _cut(written: str) -> CatalogueText:
    pieces: list[str] = []
    fields: list[tuple[int, str]] = []
    for literal, name, _, _ in Formatter().parse(written):
        pieces.append(literal)
        if name is not None:
            fields.append((len(pieces), name))
            pieces.append("")
    return CatalogueText(tuple(pieces), tuple(fields))
