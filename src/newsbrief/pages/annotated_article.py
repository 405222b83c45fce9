"""The article's tree + spans → HTML in which every proven word can be linked to.

Spans may cross each other and the article's own markup. Both are laid as ranges over one line of text and opened
and closed in a single sweep; where two cross, the inner one is closed and opened again, and keeps its id only once.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup
from msgspec import Struct

from newsbrief.model.document import Document, Element, Span, Text
from newsbrief.pages.escaping import escape_text
from newsbrief.pages.ties import Annotation, Kind, SpeakerNote

_VOID = frozenset({"br", "hr", "img"})
_LINKS: frozenset[Kind] = frozenset({"when", "mention"})
_RANK = {kind: rank for rank, kind in enumerate(("cite", "quote", "not-speech", "cue", "when", "mention"))}
_EMPHASIS, _CITE, _WORDS, _LINK = range(4)


class Block(Struct, frozen=True):
    """One block of the article as HTML, with the annotations whose words begin in it."""

    html: Markup
    annotations: tuple[Annotation, ...]

    @property
    def notes(self) -> tuple[Annotation, ...]:
        """Return the first annotation for each card that rests on this block; mentions are links already."""
        cards: dict[str, Annotation] = {}
        for each in self.annotations:
            if each.kind != "mention":
                cards.setdefault(each.target, each)
        return tuple(cards.values())


def annotate_article(document: Document, annotations: Iterable[Annotation]) -> tuple[Block, ...]:
    """Return the article's top-level blocks in order, each with its words marked."""
    ordered = sorted(annotations, key=lambda each: (each.span.start, -each.span.end, _RANK[each.kind], each.id))
    ends = [*(element.at for element in document.tree[1:]), len(document.text) + 1][: len(document.tree)]
    writer = _Writer(document.text)
    blocks = []
    starts = [each.span.start for each in ordered]
    reaching: list[Annotation] = []
    for element, end in zip(document.tree, ends, strict=True):
        inside = tuple(ordered[bisect_left(starts, element.at) : bisect_left(starts, end)])
        reaching = [*(each for each in reaching if each.span.end > element.at), *inside]
        blocks.append(Block(Markup("".join(writer.block(element, reaching))), inside))
    return tuple(blocks)


def render_document(document: Document) -> Markup:
    """Return a document as HTML, without annotations."""
    return Markup("").join(block.html for block in annotate_article(document, ()))


class _Range(NamedTuple):
    """An element to be laid over the text from `start` to `end`: one of the article's own, or an annotation's.

    Where two cross, the one of the higher `rank` stays whole.
    """

    start: int
    end: int
    opening: str
    closing: str
    reopening: str
    rank: int
    is_link: bool


class _Sign(NamedTuple):
    """Something without characters of the canonical text: a picture, a footnote's sign, the note of a speaker.

    `is_break` tells a forced line break, which is a line feed in the canonical text, `leads` that what follows begins
    at the same place.
    """

    at: int
    html: str
    is_break: bool = False
    leads: bool = False


class _Writer:
    def __init__(self, text: str) -> None:
        self.text = text
        self.given_ids: set[str] = set()

    def block(self, element: Element, annotations: list[Annotation]) -> Iterator[str]:
        """Yield the HTML of a block: its child blocks in turn, and each run of inline content as one sweep."""
        yield _start_tag(element)
        if element.tag in _VOID:
            return
        run: list[Element | Text] = []
        for child in element.children:
            if isinstance(child, Element) and _is_block(child):
                yield from self.run(run, annotations)
                run = []
                yield from self.block(child, annotations)
            else:
                run.append(child)
        yield from self.run(run, annotations)
        yield f"</{element.tag}>"

    def run(self, nodes: list[Element | Text], annotations: list[Annotation]) -> list[str]:
        """Return the HTML of inline content, in pieces."""
        ranges: list[_Range] = []
        signs: list[_Sign] = []
        spans = _collect_all(nodes, ranges, signs)
        if not spans:
            return [sign.html for sign in signs]
        whole = Span(min(spans)[0], max(span.end for span in spans))
        meeting = [each for each in annotations if each.span.start < whole.end and whole.start < each.span.end]
        ranges += self.annotate(meeting, whole, ranges, signs)
        notes = [sign for sign in signs if sign.leads]
        notes += [
            _Sign(_outside(ranges, each.speaker.at), _speaker_note(each.speaker, each.target))
            for each in annotations
            if each.speaker and whole.start <= each.speaker.at < whole.end
        ]
        return _sweep(self.text, whole, ranges, [sign for sign in signs if not sign.leads], notes)

    def annotate(
        self, annotations: list[Annotation], whole: Span, own: Sequence[_Range], signs: Sequence[_Sign]
    ) -> list[_Range]:
        """Return the ranges of annotations within `whole`. Those of a link are none where another link lies already."""
        taken = [(each.start, each.end) for each in own if each.is_link]
        taken += [(sign.at, sign.at) for sign in signs if "<a " in sign.html]
        ranges: list[_Range] = []
        for each in annotations:
            start, end = max(each.span.start, whole.start), min(each.span.end, whole.end)
            linked = each.kind in _LINKS and not any(other < end and start < its_end for other, its_end in taken)
            if linked:
                taken.append((start, end))
            ranges.append(self.annotation(each, start, end, linked))
        return ranges

    def annotation(self, each: Annotation, start: int, end: int, linked: bool) -> _Range:
        tag = "a" if linked else "span"
        tag_start = f'<{tag} class="{"mention first" if each.is_first else each.kind}"'
        rest = f' href="#{escape_text(each.target)}">' if linked else ">"
        closing = f"</{tag}>"
        if each.datetime:
            rest += f'<time datetime="{escape_text(each.datetime)}">'
            closing = f"</time>{closing}"
        id = escape_text(each.id)
        reopening = f'{tag_start} data-of="{id}"{rest}'
        opening = reopening if each.id in self.given_ids else f'{tag_start} id="{id}"{rest}'
        self.given_ids.add(each.id)
        return _Range(start, end, opening, closing, reopening, _CITE if each.kind == "cite" else _WORDS, linked)


def _speaker_note(note: SpeakerNote, target: str) -> str:
    """Return the link that tells who speaks. Its name is an attribute, so that the article's text stays as it is."""
    side = f" side-{note.side}" if note.side else ""
    name, label = escape_text(note.name), escape_text(note.label)
    return f'<a class="speaks{side}" href="#{escape_text(target)}" data-name="{name}" aria-label="{label}"></a>'


def _collect_all(nodes: Iterable[Element | Text], ranges: list[_Range], signs: list[_Sign]) -> list[Span]:
    """Return where the nodes' seen characters stand; a sign right before some of them leads them."""
    spans = []
    for node in nodes:
        before = len(signs)
        span = _collect(node, ranges, signs)
        if span:
            spans.append(span)
            for number in range(before):
                if signs[number].at == span.start:
                    signs[number] = signs[number]._replace(leads=True)
    return spans


def _collect(node: Element | Text, ranges: list[_Range], signs: list[_Sign]) -> Span | None:
    """Return where a node's seen characters stand, if it has any; put its elements among the ranges or the signs."""
    if isinstance(node, Text):
        return Span(node.start, node.start + len(node.value)) if node.start is not None and node.value else None
    if node.tag == "br":
        signs.append(_Sign(node.at, "<br>", is_break=True))
        return Span(node.at, node.at + 1)
    inner_ranges: list[_Range] = []
    inner_signs: list[_Sign] = []
    spans = _collect_all(node.children, inner_ranges, inner_signs)
    if not spans:
        signs.append(_Sign(node.at, _verbatim(node)))
        return None
    span = Span(spans[0].start, spans[-1].end)
    opening = _start_tag(node)
    is_link = node.tag == "a"
    ranges.append(_Range(*span, opening, f"</{node.tag}>", opening, _LINK if is_link else _EMPHASIS, is_link))
    ranges += inner_ranges
    # What stands in a link stays there, though what follows it in there begins where the link does.
    signs += [sign._replace(leads=False) for sign in inner_signs] if is_link else inner_signs
    return span


def _outside(ranges: Iterable[_Range], at: int) -> int:
    """Return `at`, or the start of the link that it lies in: no link may stand in another."""
    return next((each.start for each in ranges if each.is_link and each.start <= at < each.end), at)


def _sweep(text: str, whole: Span, ranges: list[_Range], signs: list[_Sign], notes: list[_Sign]) -> list[str]:
    """Return the text of `whole`, in pieces, with ranges opened and closed so that elements nest.

    At one place the notes come first, among them the signs that lead, then the ranges that open there, then the signs.
    """
    waiting = sorted(ranges, key=lambda each: (each.start, -each.end))[::-1]
    signs = sorted(signs, key=lambda sign: sign.at)[::-1]
    notes = sorted(notes, key=lambda note: note.at)[::-1]
    ends = {each.end for each in ranges}
    breaks = {sign.at + 1 for sign in signs if sign.is_break}
    starts = {each.start for each in ranges} | {sign.at for sign in (*signs, *notes)}
    edges = sorted({*whole, *starts, *ends, *breaks})
    written: list[str] = []
    stack: list[_Range] = []
    for edge, following in zip(edges, [*edges[1:], whole.end], strict=True):
        if edge in ends:
            _close(stack, edge, written)
        while notes and notes[-1].at <= edge:
            written.append(notes.pop().html)
        while waiting and waiting[-1].start <= edge:
            _open(stack, waiting.pop(), written)
        broken = False
        while signs and signs[-1].at <= edge:
            broken = broken or signs[-1].is_break
            written.append(signs.pop().html)
        # A forced break is a line feed in the canonical text; the element says it already.
        if not broken:
            written.append(escape_text(text[edge:following]))
    return written


def _open(stack: list[_Range], new: _Range, written: list[str]) -> None:
    """Open a range; what would cut it before its end, and ranks below it, is closed first and opened again inside."""
    for at, outermost in enumerate(stack):
        if outermost.end < new.end and outermost.rank < new.rank:
            inside = stack[at:]
            written += [each.closing for each in reversed(inside)]
            written.append(new.opening)
            written += [each.reopening for each in inside]
            stack.insert(at, new)
            return
    written.append(new.opening)
    stack.append(new)


def _close(stack: list[_Range], edge: int, written: list[str]) -> None:
    """Close what ends at `edge`; open again what had to be closed on the way."""
    while stack and stack[-1].end <= edge:
        written.append(stack.pop().closing)
    for at, outermost in enumerate(stack):
        if outermost.end <= edge:
            closed = stack[at:]
            crossed = [each for each in closed if each.end > edge]
            written += [each.closing for each in reversed(closed)]
            written += [each.reopening for each in crossed]
            stack[at:] = crossed
            return


def _verbatim(node: Element | Text) -> str:
    """Return a node without canonical text as it stands; a footnote's links get a name that can be read out."""
    if isinstance(node, Text):
        return escape_text(node.value)
    if node.tag in _VOID:
        return _start_tag(node)
    return f"{_start_tag(node)}{''.join(map(_verbatim, node.children))}</{node.tag}>"


def _start_tag(element: Element) -> str:
    attributes = "".join(f' {name}="{escape_text(value)}"' for name, value in element.attributes)
    return f"<{element.tag}{attributes}>"


def _is_block(element: Element) -> bool:
    return element.tag not in {"a", "br", "code", "em", "img", "strong", "sup"}
