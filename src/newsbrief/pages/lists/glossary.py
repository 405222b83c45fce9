"""The actors of all briefings by their labels: on one page, or, where they are many, on pages by letter."""

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.model.site import Party
from newsbrief.pages.lists.appearances import APPEARANCES_OF_AN_ENTRY, Appearance, Dossier, name_anchors

ENTRIES_A_PAGE = 200
GLOSSARY = "glossary/index.html"
MOST_LETTERS = 60
"""Alphabets have fewer letters, and each page names them; Chinese has more signs, which only the first page names."""

_NO_LETTER = "#"


class GlossaryEntry(Struct, frozen=True, gc=False):
    """One actor across briefings, with the newest appearances; `more` are only on the page at `path`."""

    id: str
    actor: Party
    appearances: tuple[Appearance, ...]
    more: int = 0
    path: str = ""


class Letter(Struct, frozen=True):
    """The glossary's entries under one letter; `id` is its anchor, `segment` its part of an address."""

    name: str
    entries: tuple[GlossaryEntry, ...]

    @property
    def id(self) -> str:
        return f"letter-{self.name.casefold() if self.name.isalpha() else 'other'}"

    @property
    def segment(self) -> str:
        if not self.name.isalpha():
            return "other"
        if self.name.isascii():
            return self.name.lower()
        return "-".join(f"u{ord(char):04x}" for char in self.name)

    @property
    def has_people(self) -> bool:
        return any(entry.actor.kind == "person" for entry in self.entries)

    @property
    def has_organisations(self) -> bool:
        return any(entry.actor.kind != "person" for entry in self.entries)


class Reach(Struct, frozen=True):
    """A page of entries, and the labels of the first and the last of them."""

    path: str
    first: str
    last: str


class Drawer(Struct, frozen=True):
    """A letter in the list of letters: the number of its entries, and their pages; `name` is "" for no letter."""

    name: str
    number: int
    pages: tuple[Reach, ...]


class LetterPage(Struct, frozen=True):
    """A page of entries under one letter, which has `total` of them on `pages`; this is the page at `place` from 0.

    `letters` has the name and the first page of each letter of the glossary, and is empty where they are too many.
    """

    letter: Letter
    total: int
    place: int
    pages: tuple[Reach, ...]
    before: Reach | None
    after: Reach | None
    letters: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        return _shown_name(self.letter)

    @property
    def reach(self) -> Reach:
        return self.pages[self.place]


def collect_entries(dossiers: Iterable[Dossier]) -> tuple[GlossaryEntry, ...]:
    """Return the entries by label, those of one label by id; an entry's `id` is its actor's, and may come again."""
    keyed = [(_sorting_key(dossier.actor.label), dossier.actor.id, dossier.actor.name, dossier) for dossier in dossiers]
    keyed.sort(key=lambda each: each[:3])
    return tuple(_make_entry(dossier) for *_, dossier in keyed)


def _make_entry(dossier: Dossier) -> GlossaryEntry:
    newest = dossier.appearances[:APPEARANCES_OF_AN_ENTRY]
    more = len(dossier.appearances) - len(newest)
    return GlossaryEntry(dossier.actor.id, dossier.actor, newest, more, dossier.path)


def give_anchors(entries: Sequence[GlossaryEntry]) -> tuple[GlossaryEntry, ...]:
    """Return the entries of one page, in their order, each with an id that no other on the page has."""
    ordered = sorted(range(len(entries)), key=lambda at: (entries[at].actor.id, entries[at].actor.name))
    anchors = dict(zip(ordered, name_anchors(entries[at].actor.id for at in ordered), strict=True))
    return tuple(
        entry if entry.id == anchors[at] else replace(entry, id=anchors[at]) for at, entry in enumerate(entries)
    )


def list_letters(entries: Iterable[GlossaryEntry]) -> tuple[Letter, ...]:
    """Return the entries under their first letters, in the same order; what begins with no letter stands under #."""
    letters: dict[str, list[GlossaryEntry]] = {}
    for entry in entries:
        first = _sorting_key(entry.actor.label)[:1].upper()
        letters.setdefault(first if first.isalpha() else _NO_LETTER, []).append(entry)
    return tuple(Letter(name, tuple(under)) for name, under in letters.items())


def list_drawers(letters: Iterable[Letter], full: int = ENTRIES_A_PAGE) -> tuple[Drawer, ...]:
    """Return the list of letters, each with its pages of at most `full` entries."""
    return tuple(_make_drawer(letter, full) for letter in letters)


def _make_drawer(letter: Letter, full: int) -> Drawer:
    reaches = []
    for place, entries in enumerate(_share_out(letter.entries, full)):
        part = f"{place + 1}/" if place else ""
        path = f"glossary/{letter.segment}/{part}index.html"
        reaches.append(Reach(path, entries[0].actor.label, entries[-1].actor.label))
    return Drawer(_shown_name(letter), len(letter.entries), tuple(reaches))


def list_letter_pages(letters: Sequence[Letter], full: int = ENTRIES_A_PAGE) -> tuple[LetterPage, ...]:
    """Return the pages of all letters, one after another, each with at most `full` entries."""
    drawers = list_drawers(letters, full)
    named = tuple((drawer.name, drawer.pages[0].path) for drawer in drawers) if len(drawers) <= MOST_LETTERS else ()
    reaches = [reach for drawer in drawers for reach in drawer.pages]
    neighbours = iter(zip([None, *reaches[:-1]], [*reaches[1:], None], strict=True))
    return tuple(
        LetterPage(Letter(letter.name, give_anchors(entries)), drawer.number, place, drawer.pages, before, after, named)
        for letter, drawer in zip(letters, drawers, strict=True)
        for place, entries in enumerate(_share_out(letter.entries, full))
        for before, after in [next(neighbours)]
    )


def _share_out(entries: Sequence[GlossaryEntry], full: int) -> list[Sequence[GlossaryEntry]]:
    """Return the entries in as few pages as hold them, all of about one size."""
    pages = -(-len(entries) // full)
    bounds = [len(entries) * page // pages for page in range(pages + 1)]
    return [entries[start:end] for start, end in pairwise(bounds)]


def _shown_name(letter: Letter) -> str:
    return letter.name if letter.name != _NO_LETTER else ""


def _sorting_key(label: str) -> str:
    """Return `label` without accents and case."""
    if label.isascii():
        return label.casefold()
    decomposed = unicodedata.normalize("NFKD", label)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()
