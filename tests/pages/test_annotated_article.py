from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from newsbrief.briefing.assemble import assemble_briefing
from newsbrief.content.markdown import read_markdown
from newsbrief.model.document import Document, Span
from newsbrief.pages.annotated_article import Block, annotate_article, render_document
from newsbrief.pages.ties import Annotation, Kind, SpeakerNote, find_annotations
from support.articles import BLOCKS
from support.findings import check, find

VOID = {"br", "hr", "img"}
KINDS = get_args(Kind)
DOCUMENTS = st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=5).map("\n\n".join).map(read_markdown)


@dataclass
class Page(HTMLParser):
    """HTML as read back: characters that are seen, with the classes around each; ids; what does not nest."""

    text: str = ""
    classes: list[set[str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    stack: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "a" and any(open_tag == "a" for open_tag, _ in self.stack):
            self.faults.append("a link within a link")
        if attributes.get("id"):
            self.ids.append(str(attributes["id"]))
        if tag == "br":
            self.see("\n")
        if tag not in VOID:
            self.stack.append((tag, attributes))

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack[-1][0] != tag:
            self.faults.append(f"</{tag}> closes another element")
        else:
            self.stack.pop()

    def handle_data(self, data: str) -> None:
        classes = {str(attributes.get("class")) for _, attributes in self.stack}
        if not classes & {"footnote-ref", "footnote-backref"}:
            self.see(data)

    def see(self, data: str) -> None:
        self.text += data
        self.classes += [{str(attributes.get("class")) for _, attributes in self.stack}] * len(data)


def read_back(blocks: tuple[Block, ...]) -> Page:
    page = Page()
    page.feed("".join(block.html for block in blocks))
    page.close()
    page.faults += [f"<{tag}> is not closed" for tag, _ in page.stack]
    return page


def seen_offsets(document: Document) -> list[int]:
    return [at for span in document.paragraphs for at in range(*span)]


@st.composite
def annotations_of(draw: st.DrawFn, document: Document) -> list[Annotation]:
    size = len(document.text)
    spans = draw(st.lists(st.tuples(st.integers(0, size), st.integers(0, size)).map(sorted), max_size=7))
    kinds = st.sampled_from(KINDS)
    return [
        Annotation(f"w{number}", draw(kinds), Span(start, end), f"card-{number}", "A card", draw(st.sampled_from(DAYS)))
        for number, (start, end) in enumerate(spans)
        if start < end
    ]


DAYS = ["", "2019-04-07"]
ANNOTATED = DOCUMENTS.flatmap(lambda document: st.tuples(st.just(document), annotations_of(document)))


def annotate(markdown: str, *marked: tuple[str, Kind], datetime: str = "") -> str:
    document = read_markdown(markdown)
    annotations = []
    for number, (words, kind) in enumerate(marked, 1):
        start = document.text.index(words)
        span = Span(start, start + len(words))
        annotations.append(Annotation(f"w{number}", kind, span, f"c{number}", "A card", datetime))
    return "".join(block.html for block in annotate_article(document, annotations))


def test_words_are_marked_with_their_anchor():
    html = annotate("One two three.", ("two", "cite"))
    assert html == '<p>One <span class="cite" id="w1">two</span> three.</p>'


@pytest.mark.parametrize("kind", ["mention", "when"])
def test_mentions_and_dates_are_links_to_their_card(kind: Kind):
    html = annotate("One two three.", ("two", kind))
    assert html == f'<p>One <a class="{kind}" id="w1" href="#c1">two</a> three.</p>'


def test_the_words_of_a_date_bear_it():
    html = annotate("On Sunday.", ("Sunday", "when"), datetime="2019-04-07")
    assert html == '<p>On <a class="when" id="w1" href="#c1"><time datetime="2019-04-07">Sunday</time></a>.</p>'


def test_annotations_nest_within_one_another():
    html = annotate("One two three.", ("One two", "quote"), ("two", "mention"))
    assert html == (
        '<p><span class="quote" id="w1">One <a class="mention" id="w2" href="#c2">two</a></span> three.</p>'
    )


def test_annotations_that_cross_are_closed_and_opened_again_without_their_id():
    html = annotate("One two three.", ("One two", "quote"), ("two three", "cite"))
    assert html == (
        '<p><span class="quote" id="w1">One <span class="cite" id="w2">two</span></span>'
        '<span class="cite" data-of="w2"> three</span>.</p>'
    )


def test_emphasis_that_crosses_an_annotation_is_closed_and_opened_again():
    html = annotate("One *two three* four.", ("One two", "cite"))
    assert html == '<p><span class="cite" id="w1">One <em>two</em></span><em> three</em> four.</p>'


def test_a_quotation_stays_whole_where_a_cite_crosses_it():
    html = annotate("One two three.", ("One two", "cite"), ("two three", "quote"))
    assert html == (
        '<p><span class="cite" id="w1">One </span><span class="quote" id="w2">'
        '<span class="cite" data-of="w1">two</span> three</span>.</p>'
    )


def test_words_over_several_blocks_are_marked_in_each_and_bear_their_id_once():
    html = annotate("One two.\n\n- three\n- four", ("two.\n\nthree", "quote")).replace("\n", "")
    assert html == (
        '<p>One <span class="quote" id="w1">two.</span></p>'
        '<ul><li><span class="quote" data-of="w1">three</span></li><li>four</li></ul>'
    )


def test_a_mention_within_the_articles_own_link_is_no_link():
    html = annotate("[One two](https://example.org) three.", ("two", "mention"))
    assert '<span class="mention" id="w1">two</span></a> three.' in html


def test_a_mention_around_the_articles_own_link_is_no_link():
    html = annotate("One [two](https://example.org) three.", ("One two three", "mention"))
    assert html.startswith('<p><span class="mention" id="w1">One <a href="https://example.org"')


def test_of_two_mentions_in_one_place_one_is_a_link():
    html = annotate("One two three.", ("One two", "mention"), ("two three", "mention"))
    assert html.count("<a ") == 1
    assert 'id="w1"' in html
    assert 'id="w2"' in html


def test_signs_of_footnotes_stay_in_marked_words():
    html = annotate("One[^1] two.\n\n[^1]: Three.", ("One two", "quote"))
    assert html.startswith('<p><span class="quote" id="w1">One<sup id="fnref:1"><a class="footnote-ref" href="#fn:1"')
    assert "</sup> two</span>.</p>" in html


def test_a_picture_stays_in_marked_words():
    html = annotate("One ![face](a.png) two.", ("One two", "quote"))
    assert html == '<p><span class="quote" id="w1">One <img alt="face" src="a.png">two</span>.</p>'


def test_a_picture_before_a_link_stays_before_it():
    html = annotate("![face](a.png) [One](https://example.org) two.", ("two", "mention"))
    assert html.startswith('<p><img alt="face" src="a.png"><a href="https://example.org"')
    html = annotate("![face](a.png) One two.", ("One", "mention"))
    assert html.startswith('<p><img alt="face" src="a.png"><a class="mention" id="w1"')


def test_a_picture_in_a_link_stays_in_it():
    html = annotate("[![face](a.png) *One*](https://example.org) two.", ("two", "mention"))
    before, _, after = html.partition('<img alt="face" src="a.png">')
    assert '<a href="https://example.org"' in before and after.startswith(("<em>One</em></a>", "One</em></a>"))


def test_signs_that_html_uses_are_escaped():
    html = annotate('A <b> & "c" d.', ("<b> &", "quote"))
    assert '<span class="quote" id="w1">&lt;b&gt; &amp;</span>' in html
    assert "<b>" not in html


def test_ids_targets_and_dates_are_escaped():
    document = read_markdown("One.")
    annotation = Annotation('"><script>', "when", Span(0, 3), '"><script>', "A card", '"><script>')
    (block,) = annotate_article(document, [annotation])
    assert "<script>" not in block.html


def test_a_block_tells_the_annotations_that_begin_in_it():
    document = read_markdown("One two.\n\nThree.")
    crossing = Annotation("a", "quote", Span(4, 15), "c1", "A card")
    later = Annotation("b", "cite", Span(10, 15), "c2", "A card")
    first, second = annotate_article(document, [later, crossing])
    assert first.annotations == (crossing,)
    assert second.annotations == (later,)


def test_the_notes_of_a_block_name_each_card_once_and_no_mention():
    document = read_markdown("One two three.")
    annotations = [
        Annotation("a", "quote", Span(0, 3), "c1", "A card"),
        Annotation("b", "cue", Span(4, 7), "c1", "A card"),
        Annotation("c", "mention", Span(4, 7), "c2", "A card"),
        Annotation("d", "cite", Span(8, 13), "c3", "A card"),
    ]
    (block,) = annotate_article(document, annotations)
    assert [note.id for note in block.notes] == ["a", "d"]


def test_there_is_one_block_for_each_of_the_article():
    document = read_markdown("One.\n\n---\n\n- Two.\n\n> Three.")
    assert [block.html[:4] for block in annotate_article(document, [])] == ["<p>O", "<hr>", "<ul>", "<blo"]


def test_blocks_are_numbered_and_a_line_across_the_page_is_not():
    document = read_markdown("One.\n\n---\n\n## Two\n\n- Three.\n- Four.\n\n> Five.")
    assert [block.number for block in annotate_article(document, [])] == [1, None, 2, 3, 4]


def test_a_document_is_rendered_without_annotations():
    assert render_document(read_markdown("One *two*.\n\nThree.")) == "<p>One <em>two</em>.</p><p>Three.</p>"


@given(ANNOTATED)
def test_the_page_says_what_the_article_says(case: tuple[Document, list[Annotation]]):
    document, annotations = case
    blocks = annotate_article(document, annotations)
    ends = [*(element.at for element in document.tree[1:]), len(document.text) + 1]
    for block, element, end in zip(blocks, document.tree, ends, strict=True):
        inside = [span for span in document.paragraphs if element.at <= span.start < end]
        assert read_back((block,)).text == "".join(document.text[span.start : span.end] for span in inside)


@given(ANNOTATED)
def test_elements_nest_and_ids_stand_once(case: tuple[Document, list[Annotation]]):
    page = read_back(annotate_article(*case))
    assert page.faults == []
    assert len(set(page.ids)) == len(page.ids)


@given(ANNOTATED)
def test_every_annotated_character_is_marked_and_no_other(case: tuple[Document, list[Annotation]]):
    document, annotations = case
    page = read_back(annotate_article(document, annotations))
    for at, classes in zip(seen_offsets(document), page.classes, strict=True):
        expected = {each.kind for each in annotations if each.span.start <= at < each.span.end}
        assert classes & set(KINDS) == expected


@given(ANNOTATED)
def test_every_annotation_of_seen_words_has_its_anchor(case: tuple[Document, list[Annotation]]):
    document, annotations = case
    page = read_back(annotate_article(document, annotations))
    seen = seen_offsets(document)
    shown = {each.id for each in annotations if any(each.span.start <= at < each.span.end for at in seen)}
    assert {id for id in page.ids if id.startswith("w")} == shown


@given(ANNOTATED)
def test_every_annotation_begins_in_one_block(case: tuple[Document, list[Annotation]]):
    document, annotations = case
    told = [each.id for block in annotate_article(document, annotations) for each in block.annotations]
    assert sorted(told) == sorted(each.id for each in annotations)


@given(ANNOTATED, st.randoms())
def test_the_order_of_the_annotations_does_not_matter(case: tuple[Document, list[Annotation]], random):
    document, annotations = case
    shuffled = list(annotations)
    random.shuffle(shuffled)
    assert annotate_article(document, shuffled) == annotate_article(document, annotations)


def test_words_after_a_forced_break_are_shown():
    assert render_document(read_markdown("One  \ntwo.")) == "<p>One<br>two.</p>"


def test_a_forced_break_stays_in_marked_words():
    (block,) = annotate_article(read_markdown("One  \ntwo."), [Annotation("w1", "quote", Span(0, 7), "c1", "A card")])
    assert block.html == '<p><span class="quote" id="w1">One<br>two</span>.</p>'


def test_a_mention_around_a_footnotes_sign_is_no_link():
    document = read_markdown("General[^1] Ali spoke.\n\n[^1]: Note.")
    (block, _) = annotate_article(document, [Annotation("m", "mention", Span(0, 11), "c", "A card")])
    assert block.html.startswith('<p><span class="mention" id="m">General<sup')


def test_an_empty_document_renders_to_nothing():
    assert render_document(read_markdown("")) == ""


ANN = "actors:\n  - {id: ann, name: Ann, kind: person, side: town}\nquotes:\n  - {speaker: ann, cue: Ann said, text: "


def annotate_facts(article: str, facts: str) -> str:
    """Return the article of a briefing as HTML, of which only the quotations are marked."""
    assert check(article, facts) == []
    briefing = assemble_briefing("x", "x", find(article, facts))
    quotations = [each for each in find_annotations(briefing) if each.kind == "quote"]
    return "".join(block.html for block in annotate_article(briefing.document, quotations))


def note(name: str, target: str = "quote-1", side: str = " side-1") -> str:
    label = f"Quotation {target.partition('-')[2]}: {name}"
    return f'<a class="speaks{side}" href="#{target}" data-name="{name}" aria-label="{label}"></a>'


def test_who_speaks_is_told_before_the_opening_mark():
    html = annotate_facts("Ann said: “One two.”", f"{ANN}One two.}}\n")
    assert html == f'<p>Ann said: {note("Ann")}“<span class="quote" id="quote-1-words">One two.</span>”</p>'


def test_who_speaks_is_told_before_a_mark_that_a_space_follows():
    html = annotate_facts("Ann said: « One two. »", f"{ANN}One two.}}\n")
    assert html == f'<p>Ann said: {note("Ann")}« <span class="quote" id="quote-1-words">One two.</span> »</p>'


def test_a_speakers_name_is_escaped_once():
    facts = "actors: [{id: ann, name: Ann O'Neil, kind: person, side: town}]\n"
    html = annotate_facts(
        "Ann O'Neil said: “One.”", f"{facts}quotes: [{{speaker: ann, cue: Ann O'Neil said, text: One.}}]"
    )
    assert note("Ann O&#39;Neil") in html


def test_who_speaks_is_told_once_in_a_paragraph_for_each_quotation():
    facts = f"{ANN}['One,', two.]}}\n  - {{speaker: unattributed, text: three}}\n"
    html = annotate_facts("“One,” Ann said, “two.” Then “three” came up.", facts)
    assert html.count('class="speaks') == 2
    assert html.startswith(f"<p>{note('Ann')}“<span")
    assert f"Then {note('Unattributed', 'quote-2', '')}“<span" in html


def test_who_speaks_is_told_again_in_each_paragraph_that_a_quotation_runs_on_to():
    html = annotate_facts("Ann said: “One.\n\n“Two.\n\n“Three.”", f"{ANN}One. Two. Three.}}\n")
    assert [paragraph.count(note("Ann")) for paragraph in html.split("</p>")] == [1, 1, 1, 0]


def test_who_speaks_is_told_before_the_mark_that_opens_a_paragraph_anew():
    html = annotate_facts("Ann said: “One.\n\n“Two.”", f"{ANN}One. Two.}}\n")
    assert f"<p>{note('Ann')}“<span" in html


def test_who_speaks_is_told_in_each_entry_of_a_list():
    html = annotate_facts("Ann said:\n\n- “One.”\n- “Two.”", f"{ANN}[One., Two.]}}\n")
    assert html.count(f"<li>{note('Ann')}“<span") == 2


@pytest.mark.parametrize(
    "article",
    [
        "Ann said: [“One two.”](https://example.org)",
        "Ann said: “[One two.](https://example.org)”",
        "[Ann said: “One two.” Then she left.](https://example.org)",
        "Ann said: *[“One two.”](https://example.org)*",
        "Ann said: “One [two](https://example.org).”",
        "Ann said: [*“One two.”*](https://example.org) there.",
        "[Yes](https://example.org)“One two.” Ann said",
        "[Yes](https://example.org) “One two.” Ann said [no](https://example.org).",
    ],
)
def test_no_note_of_who_speaks_stands_within_a_link(article: str):
    assert check(article, f"{ANN}One two.}}\n") == []
    briefing = assemble_briefing("x", "x", find(article, f"{ANN}One two.}}\n"))
    page = read_back(annotate_article(briefing.document, find_annotations(briefing)))
    assert page.faults == []
    assert page.text == briefing.document.text.rstrip("\n")


@pytest.mark.parametrize("name", ['"><script>alert(1)</script>', "' onclick='x", "<b>&amp;</b>", "\x00\u202e\n"])
def test_a_hostile_name_of_who_speaks_is_escaped(name: str):
    read = Attributes()
    speaker = SpeakerNote(0, name, f"Quotation: {name}", 1)
    (block,) = annotate_article(
        read_markdown("One."), [Annotation("q", "quote", Span(0, 4), "quote-1", "A card", speaker=speaker)]
    )
    read.feed(block.html)
    assert sorted(read.tags) == ["a", "p", "span"]
    assert read.of["a"] == {
        "class": "speaks side-1",
        "href": "#quote-1",
        "data-name": name,
        "aria-label": f"Quotation: {name}",
    }


@dataclass
class Attributes(HTMLParser):
    """The tags of some HTML in order, and the attributes of the last of each."""

    tags: list[str] = field(default_factory=list)
    of: dict[str, dict[str, str | None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.of[tag] = dict(attrs)


@given(ANNOTATED, st.data())
def test_notes_of_who_speaks_change_no_word_and_nest(case: tuple[Document, list[Annotation]], data: st.DataObject):
    document, annotations = case
    spoken = [
        replace(each, speaker=SpeakerNote(data.draw(st.integers(0, each.span.start)), "Ann", "Ann speaks", None))
        for each in annotations
    ]
    without, page = (read_back(annotate_article(document, each)) for each in (annotations, spoken))
    assert page.text == without.text
    assert page.faults == []


def test_who_speaks_within_a_link_is_told_before_the_link():
    facts = """\
actors: [{id: ann, name: Ann, kind: person}]
quotes: [{speaker: ann, cue: Ann said, text: One two.}]
"""
    html = annotate_facts("Ann said: [so “One two.”](https://example.org)", facts)
    assert html.startswith('<p>Ann said: <a class="speaks" href="#quote-1"')
    assert html.index("</a>") < html.index('<a href="https://example.org"')
