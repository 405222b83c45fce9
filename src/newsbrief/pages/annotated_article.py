"""An article as HTML, in which every proven word can be linked to.

`annotate_article(document, annotations)` returns the blocks of the article. Annotations may cross each other and the
article's own markup: an annotation that is cut keeps its id only once.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct

from newsbrief.model.document import Document, Element, Span, Text
from newsbrief.pages.escaping import escape_text
from newsbrief.pages.overlapping_elements import Insertion, Range, write_nested
from newsbrief.pages.ties import Annotation, Kind, SpeakerNote

_VOID = frozenset({"br", "hr", "img"})
_INLINE = frozenset({"a", "br", "code", "em", "img", "strong", "sup"})
_LINKS: frozenset[Kind] = frozenset({"when", "mention"})
_ORDER = {kind: number for number, kind in enumerate(("cite", "quote", "not-speech", "cue", "when", "mention"))}
_EMPHASIS, _CITE, _WORDS, _LINK = range(4)
"""The ranks of ranges: of two that cross, the higher one stays whole."""

_LONG_NAME = 32
"""The most characters of a speaker's name that stay on one line of a narrow page."""


class Block(Struct, frozen=True):
    """A block of the article as HTML, with the annotations whose words begin in it.

    A line across the page has no number.
    """

    html: Markup
    annotations: tuple[Annotation, ...]
    number: int | None = None

    @property
    def notes(self) -> tuple[Annotation, ...]:
        """Return the first annotation of each card that rests on this block; mentions are links already."""
        cards: dict[str, Annotation] = {}
        for each in self.annotations:
            if each.kind != "mention":
                cards.setdefault(each.target, each)
        return tuple(cards.values())


def annotate_article(document: Document, annotations: Iterable[Annotation]) -> tuple[Block, ...]:
    """Return the article's top-level blocks in order, each with its words marked."""
    ordered = sorted(annotations, key=lambda each: (each.span.start, -each.span.end, _ORDER[each.kind], each.id))
    ends = [*(element.at for element in document.tree[1:]), len(document.text) + 1][: len(document.tree)]
    writer = _Writer(document.text)
    blocks = []
    starts = [each.span.start for each in ordered]
    reaching: list[Annotation] = []
    number = 0
    for element, end in zip(document.tree, ends, strict=True):
        inside = tuple(ordered[bisect_left(starts, element.at) : bisect_left(starts, end)])
        reaching = [*(each for each in reaching if each.span.end > element.at), *inside]
        html = Markup("".join(writer.block(element, reaching)))
        number += element.is_numbered
        blocks.append(Block(html, inside, number if element.is_numbered else None))
    return tuple(blocks)


def render_document(document: Document) -> Markup:
    """Return a document as HTML, without annotations."""
    return Markup("").join(block.html for block in annotate_article(document, ()))


class _Writer:
    def __init__(self, text: str) -> None:
        self.text = text
        self.given_ids: set[str] = set()

    def block(self, element: Element, annotations: list[Annotation]) -> Iterator[str]:
        """Yield the HTML of a block: its child blocks in turn, and each run of inline content in one go."""
        yield _start_tag(element)
        if element.tag in _VOID:
            return
        run: list[Element | Text] = []
        for child in element.children:
            if isinstance(child, Element) and child.tag not in _INLINE:
                yield from self.run(run, annotations)
                run = []
                yield from self.block(child, annotations)
            else:
                run.append(child)
        yield from self.run(run, annotations)
        yield f"</{element.tag}>"

    def run(self, nodes: list[Element | Text], annotations: list[Annotation]) -> list[str]:
        """Return the HTML of inline content, in pieces."""
        ranges: list[Range] = []
        insertions: list[Insertion] = []
        spans = _collect_all(nodes, ranges, insertions)
        if not spans:
            return [each.html for each in insertions]
        whole = Span(min(spans)[0], max(span.end for span in spans))
        meeting = [each for each in annotations if each.span.start < whole.end and whole.start < each.span.end]
        ranges += self.annotate(meeting, whole, ranges, insertions)
        leading = [each for each in insertions if each.leads]
        leading += [
            Insertion(_outside(ranges, each.speaker.at), _speaker_note(each.speaker, each.target))
            for each in annotations
            if each.speaker and whole.start <= each.speaker.at < whole.end
        ]
        return write_nested(self.text, whole, ranges, [each for each in insertions if not each.leads], leading)

    def annotate(
        self, annotations: list[Annotation], whole: Span, own: Sequence[Range], insertions: Sequence[Insertion]
    ) -> list[Range]:
        """Return the ranges of annotations within `whole`. An annotation is no link where another link lies already."""
        taken = [(each.start, each.end) for each in own if each.is_link]
        taken += [(each.at, each.at) for each in insertions if "<a " in each.html]
        ranges: list[Range] = []
        for each in annotations:
            start, end = max(each.span.start, whole.start), min(each.span.end, whole.end)
            linked = each.kind in _LINKS and not any(other < end and start < its_end for other, its_end in taken)
            if linked:
                taken.append((start, end))
            ranges.append(self.annotation(each, start, end, linked))
        return ranges

    def annotation(self, each: Annotation, start: int, end: int, linked: bool) -> Range:
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
        return Range(start, end, opening, closing, reopening, _CITE if each.kind == "cite" else _WORDS, linked)


def _speaker_note(note: SpeakerNote, target: str) -> str:
    """Return the link that names the speaker, in an attribute, so that the article's text stays as it is."""
    side = f" side-{note.side}" if note.side else ""
    long = " long" if len(note.name) > _LONG_NAME else ""
    name, label = escape_text(note.name), escape_text(note.label)
    return f'<a class="speaks{side}{long}" href="#{escape_text(target)}" data-name="{name}" aria-label="{label}"></a>'


def _collect_all(nodes: Iterable[Element | Text], ranges: list[Range], insertions: list[Insertion]) -> list[Span]:
    """Return the spans of the nodes' canonical text; an insertion right before one of them leads it."""
    spans = []
    for node in nodes:
        before = len(insertions)
        span = _collect(node, ranges, insertions)
        if span:
            spans.append(span)
            for number in range(before):
                if insertions[number].at == span.start:
                    insertions[number] = insertions[number]._replace(leads=True)
    return spans


def _collect(node: Element | Text, ranges: list[Range], insertions: list[Insertion]) -> Span | None:
    """Return the span of a node's canonical text, if it has any; add its elements to the ranges or insertions."""
    if isinstance(node, Text):
        return Span(node.start, node.start + len(node.value)) if node.start is not None and node.value else None
    if node.tag == "br":
        insertions.append(Insertion(node.at, "<br>", is_break=True))
        return Span(node.at, node.at + 1)
    inner_ranges: list[Range] = []
    inner: list[Insertion] = []
    spans = _collect_all(node.children, inner_ranges, inner)
    if not spans:
        insertions.append(Insertion(node.at, _verbatim(node)))
        return None
    span = Span(spans[0].start, spans[-1].end)
    opening = _start_tag(node)
    is_link = node.tag == "a"
    ranges.append(Range(*span, opening, f"</{node.tag}>", opening, _LINK if is_link else _EMPHASIS, is_link))
    ranges += inner_ranges
    # An insertion in a link stays in it, even where the text that it leads begins with the link.
    insertions += [each._replace(leads=False) for each in inner] if is_link else inner
    return span


def _outside(ranges: Iterable[Range], at: int) -> int:
    """Return `at`, or the start of the link that it lies in: no link may stand in another."""
    return next((each.start for each in ranges if each.is_link and each.start <= at < each.end), at)


def _verbatim(node: Element | Text) -> str:
    """Return the HTML of a node without canonical text."""
    if isinstance(node, Text):
        return escape_text(node.value)
    if node.tag in _VOID:
        return _start_tag(node)
    return f"{_start_tag(node)}{''.join(map(_verbatim, node.children))}</{node.tag}>"


def _start_tag(element: Element) -> str:
    attributes = "".join(f' {name}="{escape_text(value)}"' for name, value in element.attributes)
    return f"<{element.tag}{attributes}>"
