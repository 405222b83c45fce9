"""Quotation marks in pairs: the passages between them, and the marks without a partner.

Pairs are found with a stack, one paragraph after the other. A quotation may run through several paragraphs if each
opens it again and only the last closes it; a heading, a list or a caption may stand between them.

`pair_quotation_marks(text, paragraphs).passages` are the passages in quotation marks.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from newsbrief.evidence import apostrophes
from newsbrief.evidence.mark_families import FAMILIES, MARK, PAIRS_OF_SINGLE, TITLES, read_mark
from newsbrief.evidence.mark_roles import ParagraphMarks
from newsbrief.evidence.title_marks import are_title_marks
from newsbrief.model.document import Passage, Span

_MOST_OPEN = 40
"""The most marks that are open at a time; an article that opens another one has left the first one open."""


class UnpairedMark(Struct, frozen=True):
    """An opening or closing mark at `offset` without a partner."""

    offset: int
    opens: bool
    length: int = 1

    @property
    def end(self) -> int:
        return self.offset + self.length


class Marks(Struct, frozen=True):
    """The quotation marks of a text. `reopening` are the offsets of marks that open a quotation again.

    `titles` are the names of works between 《 and 》, which are no quotations.
    """

    passages: tuple[Passage, ...]
    unpaired: tuple[UnpairedMark, ...]
    reopening: tuple[int, ...]
    titles: tuple[Passage, ...] = ()


class _Open(Struct):
    """An opening mark. `done` are the words inside it in the paragraphs above; in this one, they begin later."""

    mark: str
    offset: int
    inner_start: int
    done: list[Span]
    is_doubtful: bool = False
    is_letter: bool = False

    @property
    def family(self) -> str:
        return FAMILIES[self.mark]


def pair_quotation_marks(
    text: str,
    paragraphs: tuple[Span, ...],
    flows: Sequence[int] = (),
    language: str = "",
    skip: frozenset[int] = frozenset(),
) -> Marks:
    """Return the passages in quotation marks, in the order of their opening marks, and the marks without a partner.

    `flows` has a number for each paragraph, see `read_flows`. Marks at the offsets in `skip` take no part.
    """
    pairing = _Pairing(text, language, skip)
    flows = flows or [0] * len(paragraphs)
    carried: dict[int, list[_Open]] = {}
    for number, later in enumerate(_following(flows)):
        pairing.stack = carried.pop(flows[number], [])
        pairing.read(paragraphs[number])
        for following in later:
            if pairing.carry_on(paragraphs[number], paragraphs[following]):
                carried[flows[following]] = pairing.stack
                break
        else:
            for opening in pairing.stack:
                pairing.drop(opening)
    unpaired = tuple(sorted(pairing.unpaired, key=lambda mark: mark.offset))
    return Marks(_nest(pairing.passages), unpaired, tuple(sorted(pairing.reopening)), _nest(pairing.titles))


def _following(flows: Sequence[int]) -> list[list[int]]:
    """Return the paragraphs in which each one's quotation may go on: the next of its flow, then the very next."""
    later: list[list[int]] = []
    nearest: dict[int, int] = {}
    for number in reversed(range(len(flows))):
        flow = flows[number]
        found = [nearest[flow]] if flow in nearest else []
        if number + 1 < len(flows) and number + 1 not in found and min(flow, flows[number + 1]) >= 0:
            found.append(number + 1)
        later.append(found)
        nearest[flow] = number
    return later[::-1]


def _nest(passages: list[Passage]) -> tuple[Passage, ...]:
    """Return the passages in order, each with its depth."""
    nested: list[Passage] = []
    around: list[Passage] = []
    for passage in sorted(passages, key=lambda passage: passage.outer):
        while around and around[-1].outer.end <= passage.outer.start:
            around.pop()
        depth = next((outer.depth + 1 for outer in reversed(around) if outer.surrounds(passage.outer)), 0)
        nested.append(Passage(passage.inner, passage.outer, depth))
        around.append(nested[-1])
    return tuple(nested)


class _Pairing:
    """The marks that are open while paragraphs are read, and what has been found."""

    def __init__(self, text: str, language: str, skip: frozenset[int]) -> None:
        self.text = text
        self.language = language
        self.skip = skip
        self.is_turned = "‘" not in text
        self.stack: list[_Open] = []
        self.passages: list[Passage] = []
        self.titles: list[Passage] = []
        self.unpaired: list[UnpairedMark] = []
        self.reopening: set[int] = set()

    def look_at(self, paragraph: Span) -> ParagraphMarks:
        return ParagraphMarks(self.text, paragraph, self.language, self.skip, self.is_turned)

    def read(self, paragraph: Span) -> None:
        marks = self.look_at(paragraph)
        for match in MARK.finditer(self.text, *paragraph):
            for mark, at in self.divide(match[0], match.start(), marks):
                if at in self.skip or at in self.reopening:
                    continue
                opened = self.innermost(mark)
                role = marks.role(mark, at, opened.mark if opened else "", bool(opened and opened.is_letter))
                if role == "open":
                    self.begin(mark, at)
                elif role == "close":
                    self.close(mark, at, paragraph)

    def divide(self, mark: str, at: int, marks: ParagraphMarks) -> Iterator[tuple[str, int]]:
        """Yield a sign of two characters as one mark, or as two single marks if it is no double mark."""
        if len(mark) == 1 or mark not in PAIRS_OF_SINGLE:
            yield mark, at
            return
        opened, single = self.innermost(mark), self.innermost(mark[0])
        is_double = marks.is_double(at, opened.mark if opened else "", single.mark if single else "")
        if is_double and self.skip.isdisjoint((at, at + 1)):
            yield mark, at
        else:
            yield mark[0], at
            yield mark[1], at + 1

    def begin(self, mark: str, offset: int) -> None:
        if len(self.stack) == _MOST_OPEN:
            self.drop(self.stack.pop(0))
        is_single = FAMILIES[mark] == "single"
        is_letter = is_single and apostrophes.is_known_letter(self.text, offset)
        is_doubtful = is_letter or (is_single and apostrophes.looks_like_letter(self.text, offset))
        self.stack.append(_Open(mark, offset, offset + len(mark), [], is_doubtful, is_letter))

    def close(self, mark: str, offset: int, paragraph: Span) -> None:
        opening = self.innermost(mark)
        if opening is None:
            self.unpaired.append(UnpairedMark(offset, False, len(mark)))
            return
        at = next(number for number, each in enumerate(self.stack) if each is opening)
        for crossed in self.stack[at + 1 :]:
            self.drop(crossed)
        del self.stack[at:]
        inner = (*opening.done, Span(opening.inner_start, offset))
        passage = Passage(inner, Span(opening.offset, offset + len(mark)), at)
        is_title = opening.family in TITLES and are_title_marks(self.text, paragraph)
        (self.titles if is_title else self.passages).append(passage)

    def carry_on(self, paragraph: Span, following: Span) -> bool:
        """Continue the quotations that the next paragraph opens again, if any; report the others as unpaired."""
        at = following.start
        carried: list[_Open] = []
        marks = self.look_at(following)
        for opening in self.stack:
            again = read_mark(self.text, at)
            if again in PAIRS_OF_SINGLE and opening.family == "single":
                again = again[0]
            if FAMILIES.get(again) != opening.family or at in self.skip or not self.is_again(opening, marks, at):
                break
            self.reopening.update(range(at, at + len(again)))
            at = self.skip_space(at + len(again), following.end)
            opening.done.append(Span(opening.inner_start, paragraph.end))
            opening.inner_start = at
            carried.append(opening)
        if carried:
            for opening in self.stack[len(carried) :]:
                self.drop(opening)
            self.stack = carried
        return bool(carried)

    def is_again(self, opening: _Open, marks: ParagraphMarks, at: int) -> bool:
        """Say whether the single mark at `at` may open again what is open: it is no letter and no apostrophe."""
        if opening.family != "single":
            return True
        if apostrophes.shortens_front(self.text, at) or apostrophes.shortens_year(self.text, at):
            return False
        return not opening.is_doubtful or marks.singles.strong_ahead(at)

    def drop(self, opening: _Open) -> None:
        """Report an opening mark as unpaired, unless it is an apostrophe or a letter that looked like one."""
        if opening.mark != "’" and not opening.is_doubtful:
            self.unpaired.append(UnpairedMark(opening.offset, True, len(opening.mark)))

    def skip_space(self, at: int, end: int) -> int:
        while at < end and self.text[at].isspace():
            at += 1
        return at

    def innermost(self, mark: str) -> _Open | None:
        """Return the innermost open mark of the family of `mark`; one that may be a letter hides behind any other."""
        family = FAMILIES[mark]
        for number, opening in enumerate(reversed(self.stack)):
            if opening.family == family:
                return None if number and opening.is_doubtful else opening
        return None
