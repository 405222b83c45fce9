"""The actors of all briefings by their labels: on one page, or, where they are many, on pages by letter."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.model.site import Party
from newsbrief.pages.lists.appearances import APPEARANCES_OF_AN_ENTRY, ActorAppearances, Appearance, name_anchors
from newsbrief.pages.lists.paging import ListPage, PageLink, cut_evenly, link_pages

ENTRIES_A_PAGE = 200
GLOSSARY = "glossary/index.html"
MOST_LETTERS = 60
"""Alphabets have fewer letters, and each page names them; Chinese has more signs, which only the first page names."""

_NO_LETTER = "#"


class GlossaryEntry(Struct, frozen=True):
    """An actor with its newest appearances; `more` of them are only on the page at `path`."""

    id: str
    actor: Party
    appearances: tuple[Appearance, ...]
    more: int = 0
    path: str = ""


class Letter(Struct, frozen=True):
    """A letter and the entries under it; `id` is its anchor on a page, `segment` its part of an address."""

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


class LetterLinks(Struct, frozen=True):
    """A letter in the list of letters, the `total` of its entries, and its pages; `name` is "" for no letter."""

    name: str
    total: int
    pages: tuple[PageLink[str], ...]


class LetterPage(Struct, frozen=True):
    """A page of glossary entries under one letter; `has_both` says that people and organisations are among them.

    `letters` has the name and the first page of each letter of the glossary, and is empty where they are too many.
    """

    letter: LetterLinks
    glossary: ListPage[GlossaryEntry, str]
    has_both: bool
    letters: tuple[tuple[str, str], ...]


def collect_entries(actors: Iterable[ActorAppearances]) -> tuple[GlossaryEntry, ...]:
    """Return the entries by label, those of one label by id. An entry has its actor's id, which others may share."""
    keyed = [(_sorting_key(each.actor.label), each.actor.id, each.actor.name, each) for each in actors]
    keyed.sort(key=lambda each: each[:3])
    return tuple(_make_entry(each) for *_, each in keyed)


def _make_entry(of_actor: ActorAppearances) -> GlossaryEntry:
    newest = of_actor.appearances[:APPEARANCES_OF_AN_ENTRY]
    more = len(of_actor.appearances) - len(newest)
    return GlossaryEntry(of_actor.actor.id, of_actor.actor, newest, more, of_actor.path)


def give_anchors(entries: Sequence[GlossaryEntry]) -> tuple[GlossaryEntry, ...]:
    """Return the entries of one page, in their order, each with an id that no other on the page has."""
    ordered = sorted(range(len(entries)), key=lambda at: (entries[at].actor.id, entries[at].actor.name))
    anchors = dict(zip(ordered, name_anchors(entries[at].actor.id for at in ordered), strict=True))
    return tuple(
        entry if entry.id == anchors[at] else replace(entry, id=anchors[at]) for at, entry in enumerate(entries)
    )


def list_letters(entries: Iterable[GlossaryEntry]) -> tuple[Letter, ...]:
    """Return the entries under their first letters, in the same order; those that begin with no letter are under #."""
    letters: dict[str, list[GlossaryEntry]] = {}
    for entry in entries:
        first = _sorting_key(entry.actor.label)[:1].upper()
        letters.setdefault(first if first.isalpha() else _NO_LETTER, []).append(entry)
    return tuple(Letter(name, tuple(under)) for name, under in letters.items())


def index_letters(letters: Iterable[Letter], full: int = ENTRIES_A_PAGE) -> tuple[LetterLinks, ...]:
    """Return the list of letters, each with its pages of at most `full` entries."""
    return tuple(_index_letter(letter, full) for letter in letters)


def _index_letter(letter: Letter, full: int) -> LetterLinks:
    pages = link_pages(_cut_letter(letter, full), _outermost_labels)
    name = letter.name if letter.name != _NO_LETTER else ""
    return LetterLinks(name, len(letter.entries), tuple(page.here for page in pages))


def list_letter_pages(letters: Sequence[Letter], full: int = ENTRIES_A_PAGE) -> tuple[LetterPage, ...]:
    """Return the pages of all letters, one after another, each with at most `full` entries."""
    index = index_letters(letters, full)
    named = tuple((each.name, each.pages[0].path) for each in index) if len(index) <= MOST_LETTERS else ()
    owners = [each for each in index for _ in each.pages]
    parts = (part for letter in letters for part in _cut_letter(letter, full))
    pages = link_pages(((path, number, give_anchors(entries)) for path, number, entries in parts), _outermost_labels)
    return tuple(
        LetterPage(letter, page, _has_both(page.entries), named) for letter, page in zip(owners, pages, strict=True)
    )


def _cut_letter(letter: Letter, full: int) -> Iterator[tuple[str, int, Sequence[GlossaryEntry]]]:
    """Yield the path, the number and the entries of each page of a letter."""
    for number, entries in enumerate(cut_evenly(letter.entries, full), 1):
        part = f"{number}/" if number > 1 else ""
        yield f"glossary/{letter.segment}/{part}index.html", number, entries


def _outermost_labels(entries: Sequence[GlossaryEntry]) -> tuple[str, str]:
    return entries[0].actor.label, entries[-1].actor.label


def _has_both(entries: Iterable[GlossaryEntry]) -> bool:
    return len({entry.actor.kind == "person" for entry in entries}) == 2


def _sorting_key(label: str) -> str:
    """Return `label` without accents and case."""
    if label.isascii():
        return label.casefold()
    decomposed = unicodedata.normalize("NFKD", label)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()
