from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.content.markdown import (
    MarkdownError,
    is_allowed_address,
    locate_words,
    read_markdown,
)
from newsbrief.evidence.search import Evidence
from newsbrief.model.document import Document, Element, Span, Text

PIECES = [
    *"*_`[]()<>#!|>&\\:~=-+.^{}\"' \n\ta1é",
    *[
        "\n\n",
        "\n> ",
        "\n- ",
        "\n1. ",
        "\n    ",
        "\n# ",
        "\n```\n",
        "  \n",
        "[^1]",
        "\n\n[^1]: ",
        "[a](b)",
        "![a](b.png)",
    ],
    *[
        "<b>",
        "</b>",
        "<script>",
        "<!--",
        "-->",
        "<div>\n",
        "&amp;",
        "&#60;",
        "&nbsp;",
        "\n|a|b|\n|-|-|\n",
        "\n: ",
        "**",
    ],
    *["<http://a.org>", "\x02", "\x03", "\x00", "\r", "\u2028", "\u00a0", "wzxhzdk:0", "klzzwxh:0001", "one two"],
]
MARKDOWN = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
ANY = st.one_of(MARKDOWN, st.text(max_size=60))


def walk(document: Document) -> Iterator[Element | Text]:
    waiting: list[Element | Text] = list(reversed(document.tree))
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, Element):
            waiting.extend(reversed(node.children))


def elements(document: Document, tag: str) -> list[Element]:
    return [node for node in walk(document) if isinstance(node, Element) and node.tag == tag]


def tags(markdown: str) -> list[str]:
    return [element.tag for element in read_markdown(markdown).tree]


def seen_runs(document: Document) -> list[tuple[int, str]]:
    runs = []
    for node in walk(document):
        if isinstance(node, Text) and node.start is not None:
            runs.append((node.start, node.value))
        elif isinstance(node, Element) and node.tag == "br":
            runs.append((node.at, "\n"))
    return runs


def read_or_refuse(markdown: str) -> Document:
    try:
        return read_markdown(markdown)
    except MarkdownError:
        return read_markdown("")


def test_the_text_is_what_a_reader_sees():
    document = read_markdown("One *two*\nthree.\n\nFour  \nfive.")
    assert document.text == "One two three.\n\nFour\nfive."
    assert document.paragraphs == (Span(0, 14), Span(16, 26))


def test_runs_of_white_space_are_one_space():
    assert read_markdown("One   two\t three *  four*").text == "One two three * four*"


def test_a_no_break_space_stays():
    assert read_markdown("7&nbsp;April\u00a02019").text == "7\u00a0April\u00a02019"


def test_nothing_at_all_has_no_text():
    assert read_markdown("") == Document((), "", ())


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<!-- hidden -->",
        "<div class='a'>in a block</div>",
        "<svg onload=alert(1)>",
        "<a href='javascript:alert(1)'>a</a>",
        "<iframe src=//evil.example></iframe>",
        "<?php echo 1 ?>",
        "<![CDATA[x]]>",
        "<!DOCTYPE html>",
        "<p id=facts onclick=alert(1)>",
        "<style>body{display:none}</style>",
    ],
)
def test_raw_html_is_shown_as_text(html: str):
    for markdown in (html, f"before {html} after", f"- {html}", f"> {html}", f"# {html}", f"`{html}`"):
        document = read_markdown(markdown)
        assert html in document.text
        assert {node.tag for node in walk(document) if isinstance(node, Element)} <= {
            *("p", "ul", "li", "blockquote", "h3", "code")
        }


def test_a_block_of_raw_html_is_text_and_the_markdown_in_it_is_read():
    document = read_markdown("<div>\n\n*a*\n\n</div>")
    assert document.text == "<div>\n\na\n\n</div>"
    assert len(elements(document, "em")) == 1


def test_html_within_code_and_entities_is_text():
    assert read_markdown("`<b>` &lt;b&gt; &amp;lt;").text == "<b> <b> &lt;"
    assert read_markdown("```\n<b>\n```\n\nEnd.").text.startswith("<b>")


def test_a_fence_does_not_carry_attributes():
    (pre,) = read_markdown('``` { .x #facts onclick="a" }\na\n```').tree
    assert pre.tag == "pre"
    assert all(node.attributes == () for node in walk(Document((pre,), "", ())) if isinstance(node, Element))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "file:///etc/passwd",
    ],
)
def test_hostile_addresses_are_left_out_of_the_tree_and_told(address: str):
    document = read_markdown(f"[words]({address}) ![face]({address}) [more][1]\n\n[1]: {address}")
    assert document.text.startswith("words")
    for node in walk(document):
        assert not isinstance(node, Element) or not {"href", "src"} & dict(node.attributes).keys()
    assert document.links
    assert document.images
    assert not any(is_allowed_address(found) for found in (*document.links, *document.images))


@pytest.mark.parametrize(
    "address",
    [
        *("http://example.org/a", "https://example.org", "HTTPS://EXAMPLE.ORG", "mailto:a@example.org"),
        *("/a", "a/b", "../a", "./a:b", "a", "#part", "?a=b", "#a:b", "a?b:c", "a#b:c", ""),
    ],
)
def test_allowed_addresses_are_web_mail_and_relative_ones(address: str):
    assert is_allowed_address(address)


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:x", "JAVASCRIPT:x", "java\nscript:x", "java\tscript:x", " javascript:x", "\x01javascript:x"),
        *("data:text/html,x", "vbscript:x", "file:///x", "ftp://example.org", "tel:1", "a:b"),
        *("//example.org", " //example.org", "\\\\example.org", "/\\example.org", "\t//example.org", "http://["),
    ],
)
def test_addresses_of_other_schemes_or_hosts_without_one_are_not_allowed(address: str):
    assert not is_allowed_address(address)


def test_links_and_pictures_are_told_in_order():
    document = read_markdown("[a](b) ![c](d.png) <http://e.org> [f][g]\n\n[g]: h")
    assert document.links == ("b", "http://e.org", "h")
    assert document.images == ("d.png",)


def test_links_keep_their_address_and_title_only():
    (link,) = elements(read_markdown('[a](https://b.org "c")'), "a")
    assert dict(link.attributes) == {"href": "https://b.org", "title": "c", "rel": "noopener noreferrer"}


def test_the_highest_heading_becomes_the_third_level():
    assert tags("# One\n\n## Two\n\n# Three") == ["h3", "h4", "h3"]
    assert tags("## One\n\n### Two") == ["h3", "h4"]
    assert tags("One\n===\n\nTwo\n---") == ["h3", "h4"]


def test_levels_that_no_heading_uses_are_closed_up():
    assert tags("# One\n\n###### Two") == ["h3", "h4"]


def test_headings_go_no_deeper_than_the_sixth_level():
    markdown = "\n\n".join("#" * level + " a" for level in range(1, 7))
    assert tags(markdown) == ["h3", "h4", "h5", "h6", "h6", "h6"]


def test_a_page_may_say_at_which_level_its_headings_begin():
    assert [element.tag for element in read_markdown("# One\n\n## Two", top_heading=2).tree] == ["h2", "h3"]


def test_headings_lists_and_cells_are_paragraphs_of_their_own():
    document = read_markdown("# One\n\n- two\n- three\n\n| a | b |\n|---|---|\n| c | d |\n\nTerm\n:   Meaning")
    assert [document.text[span.start : span.end].strip() for span in document.paragraphs] == [
        *("One", "two", "three", "a", "b", "c", "d", "Term", "Meaning")
    ]


def test_a_list_keeps_its_first_number():
    (entries,) = read_markdown("3. a\n4. b").tree
    assert entries.attributes == (("start", "3"),)


def test_words_set_off_as_a_quotation_are_told():
    document = read_markdown("Before.\n\n> One.\n>\n> Two.\n\nAfter.")
    (span,) = document.block_quotations
    assert document.text[span.start : span.end].strip() == "One.\n\nTwo."


def test_signs_of_footnotes_are_outside_the_text():
    document = read_markdown("One[^1] two.\n\n[^1]: Three.")
    assert [part.strip() for part in document.text.split("\n\n")] == ["One two.", "Three."]
    unseen = [node.value for node in walk(document) if isinstance(node, Text) and node.start is None]
    assert unseen == ["1", "↩"]


def test_a_footnote_cited_twice_has_two_signs():
    document = read_markdown("One[^1] two[^1].\n\n[^1]: Three.")
    ids = [dict(element.attributes)["id"] for element in elements(document, "sup")]
    assert len(ids) == len(set(ids)) == 2


def test_footnotes_of_one_article_do_not_show_in_the_next():
    read_markdown("One[^1].\n\n[^1]: Two.\n\n[ref]: https://example.org")
    assert read_markdown("Three[^1] [four][ref].").text == "Three[^1] [four][ref]."


@pytest.mark.parametrize(
    "article",
    [
        "He said: “We *want* peace,” and left.",
        "He said: “We want **pea**ce,” and left.",
        "He said: “We [want](https://example.org) peace,” and left.",
        "He said: “We [want peace,” and][1] left.\n\n[1]: https://example.org",
        "He said: *“We want* peace,” and left.",
        "He said: &ldquo;We want&nbsp;peace,&rdquo; and left.",
        "He said: “We[^1] want peace[^1],” and left.\n\n[^1]: A note.",
        "He said: “We want\npeace,” and left.",
        "He said: “We want  \npeace,” and left.",
        "He said: “We ![](a.png) want peace,” and left.",
        "# He said: “We want peace,” and left.",
        "- He said: “We want\n  peace,” and left.",
        "> He said: “We want\n> peace,” and left.",
        "| a |\n|---|\n| He said: “We want *peace*,” and left. |",
        "A.[^1]\n\n[^1]: He said: “We want\n    peace,” and left.",
        "He said: “We want `peace`,” and left.",
    ],
)
def test_markup_does_not_come_between_a_quotation_and_its_match(article: str):
    evidence = Evidence(read_markdown(article))
    assert isinstance(evidence.find('He said: "We want peace," and left'), Span)
    (passage,) = evidence.marks.passages
    assert evidence.find("We want peace,") == passage.inner[0]


@pytest.mark.parametrize(
    "markdown",
    [
        "> " * 5000,
        "".join("    " * depth + "- a\n" for depth in range(150)),
        "*" * 20000,
        "*a " * 20000,
        "*_" * 5000 + "a" + "_*" * 5000,
        "`" * 20000,
        "[" * 50000,
        "[a](" * 20000,
        "![" * 50000,
        "[^1]: " * 5000,
        "<" * 50000,
        "<a@" * 20000,
        "&#" * 20000,
        "\\" * 20000,
        "|a" * 3000 + "\n" + "|-" * 3000,
        "```\n" * 3000,
        " " * 100000 + "a",
        "> - " * 3000,
    ],
    ids=lambda markdown: repr(markdown[:12]),
)
def test_hostile_nesting_is_read_or_refused(markdown: str):
    document = read_or_refuse(markdown)
    assert sum(len(value) for _, value in seen_runs(document)) <= len(markdown)


def test_too_many_brackets_are_refused_with_advice():
    with pytest.raises(MarkdownError, match="too many square brackets"):
        read_markdown("[a](" * 20000)


@pytest.mark.parametrize("word", ["bridge", "ünder", "end", "note"])
def test_a_place_in_the_text_is_found_in_the_source(word: str):
    source = "# The *bridge*\n\nIt fell [ünder](https://x.org) us.[^1]\n\nAt the end.\n\n[^1]: A note."
    text = read_markdown(source).text
    assert locate_words(source, text).source_offset(text.index(word)) == source.index(word)


def test_words_that_the_source_writes_otherwise_are_passed_over():
    source = "Fish &amp; chips, *twice*."
    text = read_markdown(source).text
    assert locate_words(source, text).source_offset(text.index("twice")) == source.index("twice")


def test_a_place_within_a_word_is_found_in_the_source():
    assert locate_words("**bridge**", "bridge").source_offset(3) == 5


@given(ANY)
def test_the_tree_and_the_text_hold_the_same_characters(markdown: str):
    document = read_or_refuse(markdown)
    with_last_line_feeds = document.text + "\n" * len(markdown)
    at = 0
    for start, value in seen_runs(document):
        assert with_last_line_feeds[at:start] in ("", "\n\n")
        assert with_last_line_feeds[start : start + len(value)] == value
        at = start + len(value)
    assert at >= len(document.text)


@given(ANY)
def test_paragraphs_are_in_order_and_two_line_feeds_apart(markdown: str):
    document = read_or_refuse(markdown)
    ends = [0, *(span.end + 2 for span in document.paragraphs)]
    assert [span.start for span in document.paragraphs] == ends[: len(document.paragraphs)]
    assert all(span.start < span.end for span in document.paragraphs)


@given(ANY)
def test_only_known_elements_and_attributes_are_left(markdown: str):
    allowed = {"href", "title", "src", "alt", "start", "id", "class", "rel"}
    for node in walk(read_or_refuse(markdown)):
        if isinstance(node, Element):
            assert node.tag not in {"script", "style", "iframe", "svg", "h1", "h2"}
            assert dict(node.attributes).keys() <= allowed
            assert all(is_allowed_address(value) for name, value in node.attributes if name in ("href", "src"))


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8), min_size=1, max_size=6))
def test_plain_words_are_read_as_they_are(words: list[str]):
    assert read_markdown(" ".join(words)).text == " ".join(words)


@given(ANY, st.integers(0, 100))
def test_every_place_has_an_offset_in_the_source(markdown: str, offset: int):
    assert 0 <= locate_words(markdown, read_or_refuse(markdown).text).source_offset(offset) <= len(markdown)


@pytest.mark.parametrize("hostile", ["1. " * 3000, "a\n: b\n" * 600])
def test_an_article_that_is_refused_does_not_spoil_the_next(hostile):
    with pytest.raises(MarkdownError, match="nested too deeply"):
        read_markdown(hostile)
    assert [element.tag for element in read_markdown("One.\n\nTwo.").tree] == ["p", "p"]


def test_a_last_block_of_code_ends_where_the_text_ends():
    document = read_markdown("Run:\n\n    make")
    assert document.paragraphs[-1].end == len(document.text)


def test_a_block_of_code_is_two_line_feeds_apart_from_what_follows():
    assert read_markdown("a\n\n    code\n\nb").text == "a\n\ncode\n\nb"


def test_a_footnote_ends_with_its_own_words():
    assert read_markdown("a[^1]\n\n[^1]: Note.").text == "a\n\nNote."
