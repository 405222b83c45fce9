"""Markdown files with front matter: the article of a briefing, and the editor's plain pages.

`parse_article(folder, "en")` returns the article and its problems.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct

from newsbrief.content.files import BriefingFolder
from newsbrief.content.front_matter import (
    FrontMatterEntry,
    PageEntry,
    language_faults,
    no_front_matter,
    read_front_matter,
    split_front_matter,
)
from newsbrief.content.invisible_characters import find_invisible
from newsbrief.content.markdown import MarkdownError, WordPlaces, is_allowed_address, locate_words, read_markdown
from newsbrief.content.pasted_remarks import HtmlText, PastedText
from newsbrief.content.pasted_text import read_pasted
from newsbrief.content.source_file import SourceFile
from newsbrief.content.svg import judge_svg
from newsbrief.content.yaml_positions import Path as YamlPath
from newsbrief.content.yaml_positions import YamlFile
from newsbrief.model.document import Document
from newsbrief.model.front_matter import FrontMatter, Origin
from newsbrief.model.paths import CARD
from newsbrief.model.patterns import compile_late
from newsbrief.model.problems import Problem
from newsbrief.model.site import PlainPage

_ADDRESS = compile_late(r"\](?:\(|:)\s*+<?([^\s()<>]++)")
IMAGE_TYPES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})


class Article(Struct, frozen=True, dict=True):
    """An article: its file, its front matter, and its text, which begins at `body_start` of the file.

    `head` has the keys of the front matter with their lines, `site_language` is that of the site around it. `is_dated`
    is False if a stand-in replaces front matter with faults; so the text is checked in the same run. `notes` say how
    the text was read where nothing of it is lost. `html` are tags in it, which are no part of the document.
    """

    file: SourceFile
    body_start: int
    front: FrontMatter
    document: Document
    head: YamlFile
    site_language: str
    is_dated: bool = True
    notes: tuple[Problem, ...] = ()
    html: tuple[HtmlText, ...] = ()

    def problem(self, path: YamlPath, message: str, hint: str = "") -> Problem:
        """Return the problem of the front matter's key at `path`."""
        return self.head.problem(path, message, hint)

    def problem_at(self, offset: int, message: str, hint: str = "") -> Problem:
        """Return the problem at an offset of the canonical text, in the Markdown file."""
        return self.file.problem_at(self.file_offset(offset), message, hint)

    def line_of(self, offset: int) -> str:
        """Return the file and line of an offset of the canonical text, as `article.md:31`."""
        return self._show_line(self.file_offset(offset))

    def line_of_source(self, offset: int) -> str:
        """Return the file and line of an offset of the article's Markdown, as `article.md:31`."""
        return self._show_line(self.body_start + offset)

    def _show_line(self, offset: int) -> str:
        return f"{self.file.path.rsplit('/', 1)[-1]}:{self.file.line_at(offset)}"

    def file_offset(self, offset: int) -> int:
        return self.body_start + self._followed.source_offset(offset)

    @cached_property
    def _followed(self) -> WordPlaces:
        return locate_words(self.file.text[self.body_start :], self.document.text)


def parse_article(folder: BriefingFolder, language: str) -> tuple[Article | None, list[Problem]]:
    """Return the folder's article, or None if it has no text, and its problems. `language` is the site's."""
    split = split_front_matter(folder.article, FrontMatterEntry)
    if split is None:
        return None, [no_front_matter(folder.article)]
    yaml, entry, body_start, problems = split
    front: FrontMatter | None = None
    if entry is not None:
        front, faults = read_front_matter(yaml, entry, language)
        problems += faults
        problems += _image_faults(yaml, entry, folder.folder)
    body, faults = _read_body(folder.article, body_start, read_pasted)
    problems += faults
    if body is None:
        return None, problems
    document = body.document
    remarks = [
        (each.is_note, folder.article.problem_at(body_start + each.at, each.message, each.remedy))
        for each in body.remarks
    ]
    problems += (problem for is_note, problem in remarks if not is_note)
    notes = tuple(problem for is_note, problem in remarks if is_note)
    stand_in = FrontMatter("", None, date.min, (), Origin(), None, None, language, draft=False)
    article = Article(
        file=folder.article,
        body_start=body_start,
        front=front or stand_in,
        document=document,
        head=yaml,
        site_language=language,
        is_dated=front is not None,
        notes=notes,
        html=body.html,
    )
    problems += _judge_body(article, folder.folder)
    header = [entry.image.file] if entry and entry.image else []
    return article, [*problems, *_judge_pictures([*header, *map(unquote, document.images)], folder)]


def locate_key(file: SourceFile, path: YamlPath, message: str, hint: str) -> Problem:
    """Return the problem of a key of the front matter of a file; a list of one may be written without its brackets."""
    split = split_front_matter(file, FrontMatterEntry)
    if split is None:
        return file.problem(1, 1, message, hint)
    value = split.yaml.values.get(str(path[0])) if isinstance(split.yaml.values, dict) else None
    return split.yaml.problem(path[:1] if isinstance(value, str) else path, message, hint)


def parse_page(file: SourceFile, slug: str, language: str) -> tuple[PlainPage | None, list[Problem]]:
    """Return the plain page of this file, or None, and its problems."""
    split = split_front_matter(file, PageEntry)
    if split is None:
        return None, [no_front_matter(file)]
    yaml, entry, body_start, problems = split
    body, faults = _read_body(file, body_start, lambda text: PastedText(text, read_markdown(text, top_heading=2)))
    problems += faults
    if entry is None or body is None:
        return None, problems
    document = body.document
    places = AddressPlaces(file, body_start)
    problems += _bad_addresses(places, document)
    if document.images:
        problems.append(places.problem(document.images[0], "a plain page cannot show pictures", "remove it"))
    problems += language_faults(yaml, entry.lang)
    return PlainPage(slug, entry.title, entry.lang or language, document), problems


def _read_body(
    file: SourceFile, start: int, read: Callable[[str], PastedText]
) -> tuple[PastedText | None, list[Problem]]:
    line = file.text.count("\n", 0, start) + 1
    try:
        body = read(file.text[start:])
    except MarkdownError as error:
        return None, [file.problem_at(start + error.offset, f"the text cannot be read: {error}", error.hint)]
    if not body.document.text.strip():
        return None, [file.problem(line, 1, "there is no text below the front matter", "paste the article there")]
    return body, []


def _image_faults(yaml: YamlFile, entry: FrontMatterEntry, folder: Path) -> list[Problem]:
    if entry.image is None or not (fault := image_fault(entry.image.file, folder)):
        return []
    return [yaml.problem(("image", "file"), *fault)]


def image_fault(name: str, folder: Path) -> tuple[str, str] | None:
    """Return the fault of a picture's address, and the remedy; None for a picture in the briefing's folder."""
    path = folder / name
    if "/" in name or "\\" in name or name.startswith(".") or ":" in name:
        return f"the picture {name!r} is not a file of this folder", "save it beside article.md and write only its name"
    if path.suffix.lower() not in IMAGE_TYPES:
        return f"{name!r} is not a picture", f"pictures end in {', '.join(sorted(IMAGE_TYPES))}"
    if name.casefold() == CARD:
        return f"the name {CARD!r} is reserved for the page's share card", "rename the picture"
    if not is_file(path):
        return f"there is no picture {name!r} in this folder", "save it beside article.md"
    return file_fault(name, folder, f"the picture {name!r}")


def file_fault(name: str, folder: Path, shown: str) -> tuple[str, str] | None:
    """Return why a file of the briefing's folder, `shown` in a message, cannot be published, and the remedy."""
    path = folder / name
    if not os.access(path, os.R_OK, effective_ids=os.access in os.supports_effective_ids):
        return f"{shown} cannot be read", "check its permissions"
    if not path.resolve().is_relative_to(folder.resolve()):
        return f"{shown} is a link out of its folder", "copy the file itself"
    return None


def _judge_pictures(names: Iterable[str], folder: BriefingFolder) -> Iterator[Problem]:
    """Yield the problems of SVG pictures, each picture once; those without a sound address are left out."""
    for name in dict.fromkeys(names):
        if name.lower().endswith(".svg") and image_fault(name, folder.folder) is None:
            shown = f"{folder.article.path.rpartition('/')[0]}/{name}"
            yield from judge_svg(shown, (folder.folder / name).read_bytes())


def is_file(path: Path) -> bool:
    """Say whether there is a file, or a link to one, at a path."""
    try:
        return path.is_file()
    except OSError:
        # The file system does not accept the name, for instance one of 300 characters.
        return False


def _judge_body(article: Article, folder: Path) -> list[Problem]:
    """Return the problems of the text: addresses, pictures, invisible characters behind entities."""
    places = AddressPlaces(article.file, article.body_start)
    problems = _bad_addresses(places, article.document)
    for address in article.document.images:
        if fault := image_fault(unquote(address), folder):
            problems.append(places.problem(address, *fault))
    for offset, what in find_invisible(article.document.text):
        problems.append(article.problem_at(offset, what, "delete it: readers and searches cannot see it"))
    return problems


def _bad_addresses(places: "AddressPlaces", document: Document) -> list[Problem]:
    hint = "use http, https, mailto, or a relative address"
    bad = [link for link in document.links if not is_allowed_address(link)]
    return [places.problem(link, f"the address {link!r} is not allowed", hint) for link in bad]


class AddressPlaces:
    """The places of addresses in the text of a file, which are found when a problem first needs one."""

    def __init__(self, file: SourceFile, start: int) -> None:
        self.file = file
        self.start = start

    @cached_property
    def _places(self) -> Mapping[str, int]:
        found = _ADDRESS.finditer(self.file.text, self.start)
        return {match[1]: match.start(1) for match in reversed(list(found))}

    def problem(self, address: str, message: str, hint: str) -> Problem:
        """Return the problem where an address stands."""
        offset = self._places.get(address)
        if offset is None:
            offset = max(self.file.text.find(address, self.start), self.start)
        return self.file.problem_at(offset, message, hint)
