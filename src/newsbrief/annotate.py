"""The article's tree + spans → HTML in which every proven word can be linked to.

Spans may cross each other and the article's own markup. Both are laid as ranges over one line of text and opened
and closed in a single sweep; where two cross, the inner one is closed and opened again, and keeps its id only once.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from newsbrief.anchors import Annotation, Kind, SpeakerNote
from newsbrief.model import Document, Element, Span, Text

_VOID = frozenset({"br", "hr", "img"})
_LINKS: frozenset[Kind] = frozenset({"when", "mention"})
_RANK = {kind: rank for rank, kind in enumerate(("cite", "quote", "not-speech", "cue", "when", "mention"))}
_BREAK = Markup("<br>")
_EMPHASIS, _CITE, _WORDS, _LINK = range(4)


@dataclass(frozen=True, slots=True)
class Block:
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


@dataclass(frozen=True, slots=True)
class _Range:
    """An element to be laid over `span`: one of the article's own, or an annotation's.

    Where two cross, the one of the higher `rank` stays whole.
    """

    span: Span
    opening: Markup
    closing: Markup
    reopening: Markup
    rank: int


@dataclass(frozen=True, slots=True)
class _Sign:
    """Something without characters of the canonical text: a line break, a picture, a footnote's sign."""

    at: int
    html: Markup


class _Writer:
    def __init__(self, text: str) -> None:
        self.text = text
        self.given_ids: set[str] = set()

    def block(self, element: Element, annotations: list[Annotation]) -> Iterator[str]:
        """Yield the HTML of a block: its child blocks in turn, and each run of inline content as one sweep."""
        if element.tag in _VOID:
            yield _start_tag(element)
            return
        yield _start_tag(element)
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

    def run(self, nodes: list[Element | Text], annotations: list[Annotation]) -> Iterator[str]:
        ranges: list[_Range] = []
        signs: list[_Sign] = []
        spans = [span for node in nodes for span in _collect(node, ranges, signs)]
        if not spans:
            yield from (sign.html for sign in signs)
            return
        whole = Span(min(span.start for span in spans), max(span.end for span in spans))
        taken = [each.span for each in ranges if each.opening.startswith("<a")]
        link_signs = [sign.at for sign in signs if "<a " in sign.html]
        for each in annotations:
            if each.span.meets(whole):
                cut = Span(max(each.span.start, whole.start), min(each.span.end, whole.end))
                holds_link = any(span.meets(cut) for span in taken) or any(
                    cut.start < at < cut.end for at in link_signs
                )
                linked = each.kind in _LINKS and not holds_link
                if linked:
                    taken.append(cut)
                ranges.append(self.annotation(each, cut, linked))
        links = [each.span for each in ranges if each.opening.startswith("<a")]
        notes = [
            _Sign(_outside(links, each.speaker.at), _speaker_note(each.speaker, each.target))
            for each in annotations
            if each.speaker and whole.start <= each.speaker.at < whole.end
        ]
        yield from _sweep(self.text, whole, ranges, signs, notes)

    def annotation(self, each: Annotation, span: Span, linked: bool) -> _Range:
        tag = "a" if linked else "span"
        is_first_piece = each.id not in self.given_ids
        self.given_ids.add(each.id)
        start = f'<{tag} class="{"mention first" if each.is_first else each.kind}"'
        rest = (f' href="#{escape(each.target)}">' if linked else ">") + (
            f'<time datetime="{escape(each.datetime)}">' if each.datetime else ""
        )
        reopening = Markup(f'{start} data-of="{escape(each.id)}"{rest}')
        opening = Markup(f'{start} id="{escape(each.id)}"{rest}') if is_first_piece else reopening
        closing = Markup(f"{'</time>' if each.datetime else ''}</{tag}>")
        return _Range(span, opening, closing, reopening, _CITE if each.kind == "cite" else _WORDS)


def _speaker_note(note: SpeakerNote, target: str) -> Markup:
    """Return the link that tells who speaks. Its name is an attribute, so that the article's text stays as it is."""
    side = f" side-{note.side}" if note.side else ""
    return Markup('<a class="speaks{}" href="#{}" data-name="{}" aria-label="{}"></a>').format(
        side, target, note.name, note.label
    )


def _collect(node: Element | Text, ranges: list[_Range], signs: list[_Sign]) -> Iterator[Span]:
    """Yield the spans of a node's seen characters; put its elements among the ranges or the signs."""
    if isinstance(node, Text):
        if node.start is not None and node.value:
            yield Span(node.start, node.start + len(node.value))
        return
    if node.tag == "br":
        yield Span(node.at, node.at + 1)
        signs.append(_Sign(node.at, _BREAK))
        return
    inside = [span for child in node.children for span in _collect(child, [], [])]
    if not inside:
        signs.append(_Sign(node.at, _verbatim(node)))
        return
    span = Span(inside[0].start, inside[-1].end)
    opening = Markup(_start_tag(node))
    rank = _LINK if node.tag == "a" else _EMPHASIS
    ranges.append(_Range(span, opening, Markup("</{}>").format(node.tag), opening, rank))
    for child in node.children:
        yield from _collect(child, ranges, signs)


def _outside(links: Iterable[Span], at: int) -> int:
    """Return `at`, or the start of the link that it lies in: no link may stand in another."""
    return next((link.start for link in links if link.start <= at < link.end), at)


def _sweep(text: str, whole: Span, ranges: list[_Range], signs: list[_Sign], notes: list[_Sign]) -> Iterator[str]:
    """Yield the text of `whole` with ranges opened and closed so that elements nest.

    At one place the notes come first, then the ranges that open there, then the signs.
    """
    waiting = sorted(ranges, key=lambda each: (each.span.start, -each.span.end))
    signs = sorted(signs, key=lambda sign: sign.at)
    notes = sorted(notes, key=lambda note: note.at)
    breaks = {note.at for note in notes} | {
        edge for sign in signs for edge in (sign.at, sign.at + (sign.html is _BREAK))
    }
    edges = sorted({edge for each in ranges for edge in each.span} | breaks | set(whole))
    stack: list[_Range] = []
    for edge, following in zip(edges, [*edges[1:], whole.end], strict=True):
        yield from _close(stack, edge)
        while notes and notes[0].at <= edge:
            yield notes.pop(0).html
        while waiting and waiting[0].span.start <= edge:
            yield from _open(stack, waiting.pop(0))
        broken = False
        while signs and signs[0].at <= edge:
            broken = broken or signs[0].html is _BREAK
            yield signs.pop(0).html
        # A forced break is a line feed in the canonical text; the element says it already.
        if not broken:
            yield escape(text[edge:following])


def _open(stack: list[_Range], new: _Range) -> Iterator[str]:
    """Open a range; what would cut it before its end, and ranks below it, is closed first and opened again inside."""
    crossing = [at for at, each in enumerate(stack) if each.span.end < new.span.end and each.rank < new.rank]
    inside = stack[crossing[0] :] if crossing else []
    for _ in inside:
        yield stack.pop().closing
    stack.append(new)
    yield new.opening
    for each in inside:
        stack.append(each)
        yield each.reopening


def _close(stack: list[_Range], edge: int) -> Iterator[str]:
    """Close what ends at `edge`; open again what had to be closed on the way."""
    ending = [at for at, each in enumerate(stack) if each.span.end <= edge]
    if not ending:
        return
    crossed = []
    while len(stack) > ending[0]:
        each = stack.pop()
        yield each.closing
        if each.span.end > edge:
            crossed.append(each)
    for each in reversed(crossed):
        stack.append(each)
        yield each.reopening


def _verbatim(node: Element | Text) -> Markup:
    """Return a node without canonical text as it stands; a footnote's links get a name that can be read out."""
    if isinstance(node, Text):
        return escape(node.value)
    if node.tag in _VOID:
        return Markup(_start_tag(node))
    inside = Markup("").join(_verbatim(child) for child in node.children)
    return Markup(_start_tag(node)) + inside + Markup("</{}>").format(node.tag)


def _start_tag(element: Element) -> Markup:
    attributes = Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in element.attributes)
    return Markup("<{}{}>").format(element.tag, attributes)


def _is_block(element: Element) -> bool:
    return element.tag not in {"a", "br", "code", "em", "img", "strong", "sup"}
