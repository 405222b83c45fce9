"""The actors of all briefings in their order, people by family name: on one page, or, if many, on pages by letter."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from newsbrief.model.languages import primary_language
from newsbrief.model.shared_actor import SourcedSentence
from newsbrief.model.site import Party
from newsbrief.pages.lists.appearances import APPEARANCES_OF_AN_ENTRY, ActorAppearances, Appearance
from newsbrief.pages.lists.family_names import guess_sort, skip_article, split_name
from newsbrief.pages.lists.paging import ListPage, PageLink, cut_evenly, link_pages
from newsbrief.pages.lists.pinyin import spell_for_order

ENTRIES_A_PAGE = 200
GLOSSARY = "glossary/index.html"
MOST_LETTERS = 60
"""Alphabets have fewer letters, and each page names them; where there are more signs, only the first page does."""

_NO_LETTER = "#"


class GlossaryEntry(Struct, frozen=True):
    """An actor with its newest appearances; `more` of them are only on the page at `path`.

    `sort` is the name by which it has its place; `about` is what outside sources say of it. With `is_spelled`, names in
    Chinese signs have their places by their sound.
    """

    actor: Party
    sort: str
    appearances: tuple[Appearance, ...]
    more: int = 0
    path: str = ""
    about: tuple[SourcedSentence, ...] = ()
    is_spelled: bool = False

    @property
    def is_person(self) -> bool:
        return self.actor.kind == "person"

    @property
    def label(self) -> str:
        """The name that stands above all else: people are looked for by their names."""
        return self.actor.name if self.is_person else self.actor.label

    @property
    def label_parts(self) -> tuple[str, str, str]:
        """The label, divided: what stands before the family name of a person, that, and what stands behind it."""
        if not self.is_person:
            return "", self.label, ""
        family, comma, _ = self.sort.partition(",")
        before, found, after = self.label.rpartition(family) if comma else ("", "", "")
        return (before, found, after) if found else split_name(self.label)

    @property
    def key(self) -> str:
        """The letters that count for its place."""
        name = spell_for_order(self.sort, self.is_person) if self.is_spelled else self.sort
        return _sorting_key(skip_article(name) if self.is_person else name)


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
        return any(entry.is_person for entry in self.entries)

    @property
    def has_organisations(self) -> bool:
        return any(not entry.is_person for entry in self.entries)


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


def collect_entries(actors: Iterable[ActorAppearances], language: str = "") -> tuple[GlossaryEntry, ...]:
    """Return the entries in their order: people by family name, all others by label, and those that are alike by id.

    `language` is the site's: a Chinese one has Chinese names under the letters of pinyin.
    """
    is_spelled = primary_language(language) == "zh"
    entries = (_make_entry(each, is_spelled) for each in actors)
    return tuple(sorted(entries, key=lambda entry: (entry.key, entry.actor.id)))


def _make_entry(of_actor: ActorAppearances, is_spelled: bool) -> GlossaryEntry:
    newest = of_actor.appearances[:APPEARANCES_OF_AN_ENTRY]
    more = len(of_actor.appearances) - len(newest)
    actor = of_actor.actor
    sort = of_actor.sort or (guess_sort(actor.name) if actor.kind == "person" else actor.label)
    return GlossaryEntry(actor, sort, newest, more, of_actor.path, of_actor.about, is_spelled)


def list_letters(entries: Iterable[GlossaryEntry]) -> tuple[Letter, ...]:
    """Return the entries under their first letters, in the same order; those that begin with no letter are under #."""
    letters: dict[str, list[GlossaryEntry]] = {}
    for entry in entries:
        first = entry.key[:1].upper()
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
    pages = link_pages(parts, _outermost_labels)
    return tuple(
        LetterPage(letter, page, _has_both(page.entries), named) for letter, page in zip(owners, pages, strict=True)
    )


def _cut_letter(letter: Letter, full: int) -> Iterator[tuple[str, int, Sequence[GlossaryEntry]]]:
    """Yield the path, the number and the entries of each page of a letter."""
    for number, entries in enumerate(cut_evenly(letter.entries, full), 1):
        part = f"{number}/" if number > 1 else ""
        yield f"glossary/{letter.segment}/{part}index.html", number, entries


def _outermost_labels(entries: Sequence[GlossaryEntry]) -> tuple[str, str]:
    return entries[0].sort, entries[-1].sort


def _has_both(entries: Iterable[GlossaryEntry]) -> bool:
    return len({entry.is_person for entry in entries}) == 2


def _sorting_key(name: str) -> str:
    """Return a name without accents and case."""
    if name.isascii():
        return name.casefold()
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()
