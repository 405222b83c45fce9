"""The findings of one briefing: the place in its article of every selector in its fact sheet.

`findings.found["quotes", 0, "text"]` is the span of the first quotation's words.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.content.article import Article
from newsbrief.content.fact_sheet import ActorEntry, is_quoted
from newsbrief.content.parse_fact_sheet import Facts
from newsbrief.content.similar_words import Vocabulary
from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.coverage import Coverage
from newsbrief.evidence.lone_marks import LoneMarks
from newsbrief.evidence.missing import Missing
from newsbrief.evidence.names import NamePlace, find_names
from newsbrief.evidence.passage_tree import PassageTree
from newsbrief.evidence.search import Evidence
from newsbrief.evidence.sentences import Sentence, Sentences, list_sentences
from newsbrief.model.document import Passage, Span
from newsbrief.model.languages import primary_language
from newsbrief.model.problems import COVERED, Problem

T = TypeVar("T")

_DASHES = ("—", "–", "―", "-")
_ASIDES_IN_COMMAS = frozenset({"fr", "es", "it", "pt"})
"""Languages in which the article's own words may stand behind a comma or the like inside quotation marks."""

_CLOSERS = ("»", "”", "“", '"', "«")


class Findings(Struct, frozen=True, dict=True):
    """One briefing's article and fact sheet, with the place in the article of every selector.

    `found` and `missing` have paths of the fact sheet as keys. The quotation marks around words are no part of a place.
    """

    article: Article
    facts: Facts
    evidence: Evidence
    found: Mapping[Path, Span]
    missing: Mapping[Path, Missing]

    def problem(self, path: Path, message: str, hint: str = "") -> Problem:
        return self.facts.file.problem(path, message, hint)

    def doubts(self, path: Path, message: str, hint: str = "") -> list[Problem]:
        """Return the problem of words that the program does not understand; none if the editor vouches for them.

        Nor is there one where the entry has an open question already, which keeps it from being published. A
        contradiction is no doubt: it is a problem whatever the editor says.
        """
        is_read = bool(self.reading_at(path))
        if not is_read and any(getattr(entry, "doubt", None) for entry in self._entries_around(path)):
            return []
        return self._unless_read(is_read, "this entry", "reading", partial(self.problem, path), message, hint)

    def problem_with(self, sentence: Sentence, message: str, hint: str = "") -> Problem:
        """Return the problem of a sentence of the editor's, in the fact sheet or in the article's front matter."""
        if sentence.is_of_front_matter:
            return self.article.problem(sentence.path, message, hint)
        return self.problem(sentence.path, message, hint)

    def doubts_about(self, sentence: Sentence, message: str, hint: str = "") -> list[Problem]:
        """Return the problem of a sentence that the article's words do not bear out as the program reads them."""
        if sentence.is_of_front_matter:
            key = f"{sentence.path[0]}_reading"
            is_read = bool(getattr(self.article.front, key))
            report = partial(self.problem_with, sentence)
            return self._unless_read(is_read, "the front matter", key, report, message, hint)
        return self.doubts(sentence.path, message, hint)

    def _unless_read(
        self, is_read: bool, where: str, key: str, report: Callable[[str, str], Problem], message: str, hint: str
    ) -> list[Problem]:
        """Return a problem with the way out of it; where the editor has taken that, none, but a note."""
        if is_read:
            self.covered.append(report(f"{COVERED}`{key}`: {message}", ""))
            return []
        remedy = f"if you have read it so, add to {where}: `{key}: ` and why, which readers see"
        return [report(message, f"{hint}; or, {remedy}" if hint else remedy)]

    def reading_at(self, path: Path) -> str | None:
        """Return the editor's own reading that the innermost entry around `path` gives."""
        return next((getattr(entry, "reading", None) for entry in self._entries_around(path)), None)

    def _entries_around(self, path: Path) -> Iterator[Struct]:
        """Yield the entries around `path`, the innermost first."""
        for length in range(len(path), 0, -1):
            if entry := self._entries.get(path[:length]):
                yield entry

    @cached_property
    def covered(self) -> list[Problem]:
        """The doubts for which the editor vouches, as notes; the rules add to them."""
        return []

    @cached_property
    def _entries(self) -> Mapping[Path, Struct]:
        return {path: entry for _, path, entry in self.facts.all_entries}

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences that the editor wrote, with the article's words on which each rests."""
        return list_sentences(self.article, self.facts, self.names, self._persons, self.spans)

    def once(self, read: Callable[["Findings"], T]) -> T:
        """Return what `read` makes of these findings, which it does once: several rules ask the same of a briefing."""
        if read not in self._read:
            self._read[read] = read(self)
        return cast(T, self._read[read])

    def once_of_article(self, read: Callable[["Findings"], T]) -> T:
        """Return what `read` makes of the article and its actors alone: the findings of another sheet take it over."""
        if read not in self._read_of_article:
            self._read_of_article[read] = read(self)
        return cast(T, self._read_of_article[read])

    def forget(self) -> None:
        """Forget what was read, each of which knows these findings: so their memory is free without a search for it."""
        self._read.clear()
        self._read_of_article.clear()

    def take_over(self, before: "Findings") -> None:
        """Take over what was read of the same article before, where both know the same actors by the same names."""
        if self.evidence is before.evidence and self._known == before._known and self.names == before.names:
            self.__dict__.update(name_places=before.name_places, _read_of_article=before._read_of_article)

    @cached_property
    def _known(self) -> Mapping[str, tuple[Sequence[str], str]]:
        return {actor.id: (actor.names, actor.kind) for actor in self.actors.values()}

    @cached_property
    def _read(self) -> dict[Callable[["Findings"], object], object]:
        return {}

    @cached_property
    def _read_of_article(self) -> dict[Callable[["Findings"], object], object]:
        return {}

    def look_only_at(self, sections: Collection[str]) -> None:
        """Pass over the sentences of other sections: they were compared with the article before."""
        self.__dict__["sentences"] = self.sentences.only_of(sections)

    def places(self, path: Path) -> tuple[tuple[Path, Span], ...]:
        """Return the places of the selector at `path`, or of each in the list there, with their paths."""
        if path in self.found:
            return ((path, self.found[path]),)
        return tuple(self._parts.get(path, ()))

    def spans(self, path: Path) -> tuple[Span, ...]:
        """Return the places of the selector at `path`, or of each in the list there."""
        return tuple(span for _, span in self.places(path))

    @cached_property
    def _parts(self) -> Mapping[Path, list[tuple[Path, Span]]]:
        parts: dict[Path, list[tuple[Path, Span]]] = {}
        for at, span in self.found.items():
            parts.setdefault(at[:-1], []).append((at, span))
        return parts

    @cached_property
    def quoted(self) -> tuple[tuple[Path, Span], ...]:
        """The places, with their paths, of words in quotation marks for which entries account."""
        return tuple((at, span) for at, span in self.found.items() if is_quoted(at))

    @cached_property
    def actors(self) -> Mapping[str, ActorEntry]:
        """The actors by their ids; one of a kind of the site's own has the built-in kind that this one is like."""
        own = self.facts.own_kinds.actor_kind
        return {
            entry.id: replace(entry, kind=kind.like) if (kind := own(entry.kind)) else entry
            for _, entry in self.facts.of(ActorEntry)
        }

    @cached_property
    def known_ids(self) -> Vocabulary:
        """Every actor's id in the fact sheet, those of entries with faults included."""
        raw = self.facts.file.values.get("actors")
        given = [plain.get("id") for plain in raw if isinstance(plain, dict)] if isinstance(raw, list) else []
        return Vocabulary(tuple(dict.fromkeys(id for id in given if isinstance(id, str))))

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The id of the actor by each name; a name that two actors have is the first one's."""
        names: dict[str, str] = {}
        for actor in self.actors.values():
            for name in actor.names:
                names.setdefault(name, actor.id)
        return names

    @cached_property
    def name_places(self) -> tuple[NamePlace, ...]:
        return find_names(self.evidence, self.names, self.article.front.language, self._persons)

    @cached_property
    def _persons(self) -> tuple[str, ...]:
        return tuple(actor.id for actor in self.actors.values() if actor.kind == "person")

    def places_of(self, actor: str) -> Sequence[NamePlace]:
        """Return the places of the names of the actor with this id."""
        return self._places_of.get(actor, ())

    @cached_property
    def _places_of(self) -> Mapping[str, Sequence[NamePlace]]:
        places: dict[str, list[NamePlace]] = {}
        for place in self.name_places:
            places.setdefault(place.actor, []).append(place)
        return places

    @property
    def passages(self) -> tuple[Passage, ...]:
        return self.evidence.marks.passages

    def names_in(self, span: Span) -> tuple[NamePlace, ...]:
        """Return the names that stand inside `span`."""
        first = bisect_left(self._name_starts, span.start)
        end = bisect_left(self._name_starts, span.end)
        return tuple(place for place in self.name_places[first:end] if span.holds(place.span))

    @cached_property
    def _name_starts(self) -> list[int]:
        return [place.span.start for place in self.name_places]

    def is_aside(self, cue: Span) -> bool:
        """Say whether a cue inside quotation marks is the article's own, as «Yes, — he said, — go» has it.

        Languages that write « Oui, dit-il, partez » have it between commas too, and « Oui ! dit-il. Partez. »
        """
        before, after = self._signs_around(cue)
        is_set_off = before.endswith((",", "!", "?", "…")) and after.startswith((",", ".", *_CLOSERS))
        return self._is_between(cue) or (is_set_off and self._has_asides_in_commas(cue))

    def _is_between(self, span: Span) -> bool:
        """Say whether two dashes, or two commas, part words inside quotation marks from what is quoted."""
        before, after = self._signs_around(span)
        if before.endswith(",") and after.startswith(","):
            return self._has_asides_in_commas(span)
        return before.endswith(_DASHES) and after.lstrip(" ,.").startswith(_DASHES + _CLOSERS)

    def _signs_around(self, span: Span) -> tuple[str, str]:
        text = self.evidence.text
        return text[max(0, span.start - 3) : span.start].rstrip(), text[span.end : span.end + 4].lstrip()

    def _has_asides_in_commas(self, span: Span) -> bool:
        spoken = primary_language(self.article.front.language)
        return spoken in _ASIDES_IN_COMMAS and self.passage_around(span) is not None

    def own_words_of(self, cue: Span) -> str:
        """Return the words of a cue that are the article's own."""
        return self.evidence.words(cue) if self.is_aside(cue) else self.words_outside_marks(cue)

    def words_outside_marks(self, span: Span) -> str:
        """Return the words of `span` that are the article's own, without those it quotes."""
        if self._is_between(span):
            return self.evidence.words(span)
        pieces: list[str] = []
        at = span.start
        for quoted in self._outermost.meeting(span):
            start, end = max(span.start, quoted.start), min(span.end, quoted.end)
            pieces += self.evidence.text[at:start], " " * (end - start)
            at = end
        return "".join([*pieces, self.evidence.text[at : span.end]])

    @cached_property
    def _outermost(self) -> Coverage:
        return Coverage(piece for passage in self.passages for piece in passage.pieces)

    def passage_around(self, span: Span) -> Passage | None:
        """Return the innermost passage in quotation marks that holds `span`."""
        return self._tree.around(span)

    def passage_outside(self, outer: Span) -> Span | None:
        """Return the place of the passage right around the one at `outer`."""
        return self._tree.outside(outer)

    @cached_property
    def _tree(self) -> PassageTree:
        return PassageTree(self.passages)

    @cached_property
    def lone_marks(self) -> LoneMarks:
        return LoneMarks(self.evidence.text, self.evidence.marks.unpaired)

    def is_nested(self, number: int) -> bool:
        """Say whether the passage of this number stands inside another one."""
        return self._tree.is_nested(number)

    def are_quoted(self, span: Span) -> bool:
        """Say whether some of the words at `span` stand in quotation marks."""
        return self._outermost.meets(span)

    def is_set_off(self, span: Span) -> bool:
        """Say whether the words at `span` stand in one text that is set off as a quotation."""
        return any(block.holds(span) for block in self._set_off.meeting(span))

    @cached_property
    def _set_off(self) -> Coverage:
        return Coverage(self.article.document.block_quotations)
