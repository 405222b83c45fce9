"""Make the search page and the pieces of its index; for an edited briefing, only the pieces of words that came or went.

For example:

    make_search(sources).files
"""

from array import array
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from hashlib import sha256

from msgspec import Struct

from newsbrief.briefing.summary import summarise
from newsbrief.build.incremental.trace import read_details
from newsbrief.build.shared_files.inputs import FileGroup, SharedSources, list_summaries, read_summary
from newsbrief.build.shared_files.lists import digest_page
from newsbrief.model.paths import ARTICLE_TEXT, SEARCH_PAGE, STORIES, TOPICS
from newsbrief.outputs.search_index.briefing_words import Words, collect_words, unpack_words
from newsbrief.outputs.search_index.pieces import (
    BRIEFINGS_A_PIECE,
    briefings_path,
    choose_depth,
    decode_numbers,
    decode_slugs,
    encode_numbers,
    encode_piece,
    encode_titles,
    is_of_words,
    join_rows,
    split_rows,
    words_path,
)
from newsbrief.pages.search_page import plan_search

SEARCH = "search"

Pieces = Mapping[str, bytes | None]
"""Pieces of the index by path: None for one that is as it was."""


def make_search(sources: SharedSources, lists: Collection[str] = ()) -> FileGroup:
    """Make what of the search is not as it was; there is none where the site offers none.

    `lists` are the paths of the pages that list briefings.
    """
    before = sources.shown_before(SEARCH)
    if not sources.setup.has_search:
        return FileGroup((), ())
    if before and not sources.briefings and sources.summaries is None:
        return FileGroup((), before, before)
    index = _Index(sources)
    pieces = {**index.titles, **index.words}
    put, known = sources.outputs.put, sources.known
    files = [put(path, raw) for path, raw in pieces.items() if raw and sha256(raw).hexdigest() != known.get(path)]
    more = tuple((path, kind) for kind in (STORIES, TOPICS) if (path := f"{kind}/index.html") in lists)
    page = plan_search(sources.setup.config.language, len(index.slugs), choose_depth(len(index.slugs)), pieces, more)
    digest = digest_page(page)
    if before.get(SEARCH_PAGE) != digest:
        files.append(put(SEARCH_PAGE, sources.setup.render(page)))
    shown = {**dict.fromkeys(pieces, ""), SEARCH_PAGE: digest}
    return FileGroup(tuple(files), shown, shown)


class _CannotPatchError(Exception):
    """The last index is not there, or is another one altogether."""


class _Index(Struct, frozen=True, dict=True):
    """The index of all briefings, made from the last one where that can be."""

    sources: SharedSources

    @cached_property
    def last_slugs(self) -> Sequence[str]:
        """The addresses of the briefings in the last index, in the order of their numbers; () where there was none."""
        slugs: list[str] = []
        while piece := self.read(briefings_path(len(slugs))):
            slugs += decode_slugs(piece)
            if len(slugs) % BRIEFINGS_A_PIECE:
                break
        return tuple(slugs)

    @cached_property
    def slugs(self) -> Sequence[str]:
        """The addresses of the briefings: a new one comes last as a rule, so that the others keep their numbers."""
        if self.sources.summaries is None and self.last_slugs:
            return self.last_slugs
        return tuple(slug for slug, _, _ in self._rows)

    @cached_property
    def _rows(self) -> Sequence[tuple[str, str, str]]:
        summaries = self.sources.summaries
        if summaries is None:
            summaries = list_summaries(self.sources.briefings, self.sources.kept)
        teasers = sorted(
            (each.teaser for each in summaries if not each.is_gone), key=lambda each: (each.as_of, each.slug)
        )
        return tuple((teaser.slug, teaser.as_of.isoformat(), teaser.title) for teaser in teasers)

    @property
    def titles(self) -> Pieces:
        """The pieces with the titles."""
        firsts = range(0, len(self.slugs), BRIEFINGS_A_PIECE)
        if self.sources.summaries is None and self.last_slugs:
            return dict.fromkeys(map(briefings_path, firsts))
        return {briefings_path(at): encode_titles(self._rows[at : at + BRIEFINGS_A_PIECE]) for at in firsts}

    @property
    def words(self) -> Pieces:
        """The pieces with the words."""
        try:
            return self._patch()
        except _CannotPatchError:
            return self._gather()

    def _patch(self) -> Pieces:
        """Return the pieces of the last index with what is new in the briefings that were made."""
        count, depth = len(self.last_slugs), choose_depth(len(self.slugs))
        if not count or self.slugs[:count] != self.last_slugs or choose_depth(count) != depth:
            raise _CannotPatchError
        changes: dict[str, dict[str, dict[int, bool | None]]] = {}
        for number, words in self._list_changes().items():
            for word, counts in words.items():
                changes.setdefault(words_path(word, depth), {}).setdefault(word, {})[number] = counts
        pieces: dict[str, bytes | None] = {
            path: None for path in self.sources.shown_before(SEARCH) if is_of_words(path)
        }
        for path, changed in changes.items():
            pieces[path] = self._patch_piece(path, changed)
            if pieces[path] is None:
                del pieces[path]
        return pieces

    def _list_changes(self) -> Mapping[int, Mapping[str, bool | None]]:
        """Return the words that came, went or count otherwise (None: went), by the number of their briefing."""
        numbers, last = {slug: number for number, slug in enumerate(self.slugs)}, frozenset(self.last_slugs)
        changes: dict[int, Mapping[str, bool | None]] = {}
        for each in self.sources.briefings:
            if each.slug in numbers:
                new = unpack_words(each.words)
                old = self._read_last_words(each.name, each.slug) if each.slug in last else {}
                changes[numbers[each.slug]] = {
                    word: new.get(word) for word in new.keys() | old.keys() if new.get(word) != old.get(word)
                }
        return changes

    def _patch_piece(self, path: str, changes: Mapping[str, Mapping[int, bool | None]]) -> bytes | None:
        """Return a piece with its changes; None where no word is left in it."""
        rows: dict[str, str] = {}
        if path in self.sources.known:
            piece = self.read(path)
            if piece is None:
                raise _CannotPatchError
            rows = split_rows(piece)
        for word, of_word in changes.items():
            numbers = dict(divmod(number, 2) for number in decode_numbers(rows.get(word, "")))
            numbers.update((number, int(counts)) for number, counts in of_word.items() if counts is not None)
            for number in [number for number, counts in of_word.items() if counts is None]:
                numbers.pop(number, None)
            rows[word] = encode_numbers(2 * number + counts for number, counts in sorted(numbers.items()))
        rows = {word: numbers for word, numbers in rows.items() if numbers}
        return join_rows(rows) if rows else None

    def _gather(self) -> Pieces:
        """Return the pieces of an index that is made anew from the words of all briefings."""
        briefings, made = self.sources.briefings, self.sources.numbers
        rows: dict[str, array[int]] = {}
        for number, slug in enumerate(self.slugs):
            words = unpack_words(briefings[made[slug]].words) if slug in made else self._read_kept_words(slug)
            for word, counts in words.items():
                if word in rows:
                    rows[word].append(2 * number + counts)
                else:
                    rows[word] = array("I", (2 * number + counts,))
        pieces: dict[str, dict[str, array[int]]] = {}
        depth = choose_depth(len(self.slugs))
        for word, numbers in rows.items():
            pieces.setdefault(words_path(word, depth), {})[word] = numbers
        return {path: encode_piece(pieces[path]) for path in sorted(pieces)}

    def _read_kept_words(self, slug: str) -> Words:
        """Return the words of a briefing that was not made."""
        name = self.sources.names[slug]
        summary, text = read_summary(self.sources.kept[name]), self.sources.outputs.read(f"{slug}/{ARTICLE_TEXT}")
        if summary is None or text is None:
            briefing = self.sources.read_again(name, slug)
            return collect_words(briefing.document.text, summarise(briefing))
        return collect_words(text.decode(), summary)

    def _read_last_words(self, name: str, slug: str) -> Words:
        """Return the words that a briefing had in the last build."""
        entry, path = self.sources.last.get(name), f"{slug}/{ARTICLE_TEXT}"
        summary = read_summary(entry) if entry else None
        text = self.sources.outputs.read(path)
        if entry is None or summary is None or text is None:
            raise _CannotPatchError
        if sha256(text).hexdigest() != read_details(entry)["outputs"].get(path):
            raise _CannotPatchError
        return collect_words(text.decode(), summary)

    def read(self, path: str) -> bytes | None:
        """Return a file of the last index; None where it is not as it was left."""
        digest = self.sources.known.get(path)
        raw = self.sources.outputs.read(path) if digest else None
        return raw if raw and sha256(raw).hexdigest() == digest else None
