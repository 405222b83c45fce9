"""The footer of every page, `footer` in `content/site.yaml`: short Markdown, read and made safe as articles are.

`read_footers(yaml, "[Imprint](imprint/)", "en")` returns it, as the footer of pages in any language.
"""

from collections.abc import Iterator
from typing import Any

from newsbrief.content.front_matter import is_known_language
from newsbrief.content.markdown import MarkdownError, is_allowed_address, read_markdown
from newsbrief.content.yaml_positions import Path, YamlFile
from newsbrief.model.document import Document, Element
from newsbrief.model.languages import primary_language
from newsbrief.model.problems import Problem
from newsbrief.model.site import SiteFooter

MOST_LETTERS = 2_000
_ALLOWED = frozenset({"a", "abbr", "br", "code", "em", "li", "ol", "p", "strong", "ul"})


def read_footers(yaml: YamlFile, given: Any, language: str) -> tuple[tuple[SiteFooter, ...], list[Problem]]:
    """Return the footers of a site, that of its own `language` first, and what is wrong with them."""
    if given is None:
        return (), []
    texts = given if isinstance(given, dict) else {language: given}
    footers: dict[str, SiteFooter] = {}
    problems: list[Problem] = []
    for key, text in texts.items():
        path: Path = ("footer", key) if isinstance(given, dict) else ("footer",)
        if not is_known_language(key):
            problems.append(yaml.problem(path, f"unknown language {key!r}", "write a language tag such as en or ar"))
            continue
        document, faults = _read(yaml, path, text)
        problems += faults
        if document:
            footers[primary_language(key)] = SiteFooter(key, document)
    own = primary_language(language)
    if not problems and own not in footers:
        hint = f"add one under `{language}:`, the language of the site"
        problems.append(yaml.problem(("footer",), "there is no footer in the language of the site", hint))
    if problems:
        return (), problems
    return (footers.pop(own), *footers.values()), []


def describe_footer() -> dict[str, Any]:
    """Return the JSON Schema of the key."""
    text = {"type": "string", "pattern": r"\S", "maxLength": MOST_LETTERS}
    return {
        "description": "Short Markdown for the foot of every page, or one for each language: `{en: …, ar: …}`.",
        "anyOf": [text, {"type": "object", "additionalProperties": text, "minProperties": 1}, {"type": "null"}],
    }


def _read(yaml: YamlFile, path: Path, text: Any) -> tuple[Document | None, list[Problem]]:
    if not isinstance(text, str) or not text.strip():
        return None, [yaml.problem(path, "there is no text", "write one, or leave `footer` out")]
    if len(text) > MOST_LETTERS:
        hint = "put the rest on a page of its own, and link to it"
        return None, [yaml.problem(path, f"this is too long for a footer: {len(text):,} letters", hint)]
    try:
        document = read_markdown(text.strip() + "\n", top_heading=2)
    except MarkdownError as error:
        return None, [yaml.problem(path, f"the text cannot be read: {error}", error.hint)]
    faults = [yaml.problem(path, *fault) for fault in _find_faults(document)]
    return (None if faults else document), faults


def _find_faults(document: Document) -> Iterator[tuple[str, str]]:
    if odd := next((element.tag for element in _walk(document.tree) if element.tag not in _ALLOWED), None):
        yield f"a footer cannot have <{odd}>", "write paragraphs, lists, links and emphasis"
    for address in document.links:
        if not is_allowed_address(address):
            yield f"the address ‘{address}’ is not allowed", "links are http, https, mailto or relative"
        elif address.startswith("/") or address.startswith(("../", "./")):
            hint = "write it from the root of the site, such as `[About](about/)`"
            yield f"the address ‘{address}’ is not one from the root of the site", hint


def _walk(tree: tuple[Any, ...]) -> Iterator[Element]:
    for element in tree:
        if isinstance(element, Element):
            yield element
            yield from _walk(element.children)
