"""The front matter of a Markdown file, read.

`split_front_matter(file, FrontMatterEntry)` returns the entry, and the place where the text begins.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Generic, NamedTuple, TypeVar, get_args

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from newsbrief.content.connection_keys import read_connections
from newsbrief.content.fields import URL_PATTERN, Id, SourceEntry, Sources, Text
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.content.validation import convert_entry
from newsbrief.content.yaml_positions import Path, YamlFile
from newsbrief.model.cldr import list_kept
from newsbrief.model.dates import parse_day
from newsbrief.model.front_matter import Correction, FrontMatter, Image, Origin, OriginField, Source
from newsbrief.model.languages import locale_of
from newsbrief.model.patterns import compile_late
from newsbrief.model.problems import Problem

_LANGUAGE_TAG = compile_late(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DRAFT = re.compile(r"^draft:[ \t]*true\b", re.MULTILINE | re.IGNORECASE)
FENCE = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
"""Front matter between its two lines, with its text as the group."""

Day = str | int


NOT_GIVEN = "not given"
"""The words by which an editor declares that the article does not give something of its origin."""

UrlOrNotGiven = Annotated[
    str,
    Meta(
        pattern=rf"^({URL_PATTERN}|{NOT_GIVEN})$",
        description=f"An address that begins with http:// or https://, or: {NOT_GIVEN}.",
    ),
]


class OriginEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """The origin of the article; `not given` says of a key that the article does not give it."""

    publisher: Text | None = None
    author: Text | None = None
    url: UrlOrNotGiven | None = None
    published: Day | None = None
    note: Text | None = None


class ImageEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """The header picture."""

    file: Text
    alt: Text
    credit: Text | None = None


class CorrectionEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """A mistake in the briefing, and its correction."""

    date: Annotated[Day, Meta(description="YYYY-MM-DD: the day of the correction.")]
    said: Annotated[Text, Meta(description="What the briefing said.")]
    says: Annotated[Text, Meta(description="What it says now.")]


class FrontMatterEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """The front matter of an article."""

    title: Text
    as_of: Annotated[Day, Meta(description="YYYY-MM-DD: the day from which the article's weekdays are counted.")]
    standfirst: Text | None = None
    title_reading: Annotated[Text, Meta(description="Why the article's words bear out the title.")] | None = None
    standfirst_reading: Annotated[Text, Meta(description="Why the article's words bear out the standfirst.")] | None = (
        None
    )
    as_of_source: Sources | None = None
    as_of_reading: (
        Annotated[Text, Meta(description="Why `as_of` is far from the day on which the article was published.")] | None
    ) = None
    source: OriginEntry | None = None
    image: ImageEntry | None = None
    image_credit: Text | None = None
    corrections: tuple[CorrectionEntry, ...] = ()
    sic: tuple[Text, ...] = ()
    lang: Text | None = None
    draft: bool = False
    story: Annotated[Id, Meta(description="The story that the briefing belongs to.")] | None = None
    topics: Annotated[tuple[Id, ...], Meta(description="The topics that the briefing belongs to.")] = ()
    updates: Annotated[str | tuple[str, ...], Meta(description="Earlier briefings that this one updates.")] | None = (
        None
    )
    translation_of: Annotated[Text, Meta(description="The folder of the briefing that this one translates.")] | None = (
        None
    )
    formerly: Annotated[
        tuple[Text, ...], Meta(description="Earlier names of the briefing's folder, the first one first.")
    ] = ()
    gone: Annotated[Text, Meta(description="Why the briefing is no longer published.")] | None = None


class PageEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """The front matter of a plain page."""

    title: Text
    lang: Text | None = None


EntryT = TypeVar("EntryT", FrontMatterEntry, PageEntry)


class SplitFile(NamedTuple, Generic[EntryT]):
    """A file divided into front matter and text: the keys, the entry if they are valid, the start of the text."""

    yaml: YamlFile
    entry: EntryT | None
    body_start: int
    problems: list[Problem]


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the front matter of an article."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Newsbrief front matter of an article"}
    return head | msgspec.json.schema(FrontMatterEntry)


def split_front_matter(file: SourceFile, kind: type[EntryT]) -> SplitFile[EntryT] | None:
    """Return a file divided into front matter, with an entry of this kind, and text; None without front matter."""
    match = FENCE.match(file.text)
    if not match:
        return None
    yaml: YamlFile = parse_yaml(file, match[1], first_line=2)
    if yaml.problems and not yaml.values:
        return SplitFile(yaml, None, match.end(), list(yaml.problems))
    read: tuple[EntryT | None, list[Problem]] = convert_entry(yaml, (), yaml.values, kind)
    return SplitFile(yaml, read[0], match.end(), [*yaml.problems, *read[1]])


def is_marked_draft(file: SourceFile) -> bool:
    """Say whether the front matter of an article marks it as a draft, for those who do not check the rest."""
    match = FENCE.match(file.text)
    return match is not None and bool(_DRAFT.search(match[1]))


def no_front_matter(file: SourceFile) -> Problem:
    """Return the problem of a file without front matter."""
    if file.text.startswith("---\n"):
        return file.problem(1, 1, "the front matter is never closed", "add a line --- between it and the text")
    hint = "begin the file with a line ---, then `title: …` and the other keys, then a line ---"
    return file.problem(1, 1, "this file has no front matter", hint)


def read_front_matter(
    yaml: YamlFile, entry: FrontMatterEntry, language: str
) -> tuple[FrontMatter | None, list[Problem]]:
    """Return the front matter of an entry, or None, and its problems. `language` is the site's."""
    problems: list[Problem] = []

    def day(path: Path, written: Day) -> date | None:
        try:
            return parse_day(str(written))
        except ValueError as error:
            problems.append(yaml.problem(path, f"{written!r} is not a day: {error}", "write it as 2019-04-07"))
            return None

    origin = entry.source or OriginEntry()
    not_given = tuple(field for field in get_args(OriginField) if getattr(origin, field) == NOT_GIVEN)
    given = replace(origin, **dict.fromkeys(not_given))
    as_of = day(("as_of",), entry.as_of)
    published = day(("source", "published"), given.published) if given.published is not None else None
    days = [day(("corrections", number, "date"), each.date) for number, each in enumerate(entry.corrections)]
    problems += language_faults(yaml, entry.lang)
    connections, faults = read_connections(yaml, entry)
    problems += faults
    if as_of is None or problems:
        return None, problems
    corrections = [Correction(on, each.said, each.says) for on, each in zip(days, entry.corrections, strict=True) if on]
    image = entry.image
    return FrontMatter(
        title=entry.title,
        standfirst=entry.standfirst,
        as_of=as_of,
        as_of_sources=as_sources(entry.as_of_source),
        origin=Origin(given.publisher, given.author, given.url, published, given.note, not_given),
        image=Image(image.file, image.alt, image.credit) if image else None,
        image_credit=entry.image_credit,
        language=entry.lang or language,
        draft=entry.draft,
        corrections=tuple(sorted(corrections, key=lambda each: each.date)),
        sic=entry.sic,
        as_of_reading=entry.as_of_reading,
        title_reading=entry.title_reading,
        standfirst_reading=entry.standfirst_reading,
        connections=connections,
        gone=entry.gone,
    ), [*_correction_faults(yaml, corrections, as_of), *_as_of_faults(yaml, entry, as_of, published)]


_MOST_DAYS_APART = 7


def _as_of_faults(yaml: YamlFile, entry: FrontMatterEntry, as_of: date, published: date | None) -> list[Problem]:
    """Return the problem of an as-of day that is not about the day on which the article was published."""
    if published is None or entry.as_of_reading or abs((published - as_of).days) <= _MOST_DAYS_APART:
        return []
    message = f"the as-of day {as_of} is far from {published}, the day on which the article was published"
    hint = (
        f"write `as_of: {published}`, or say why the article's days are counted from another: `as_of_reading: ` and why"
    )
    return [yaml.problem(("as_of",), message, hint)]


def _correction_faults(yaml: YamlFile, corrections: Iterable[Correction], as_of: date) -> list[Problem]:
    """Return the problems of corrections, which are given in the order of the file."""
    problems = []
    for number, each in enumerate(corrections):
        if each.date < as_of:
            message = f"this correction is older than the briefing, which is as of {as_of}"
            hint = "give the day of the correction"
            problems.append(yaml.problem(("corrections", number, "date"), message, hint))
        if each.said == each.says:
            message = "this correction changes nothing: `said` and `says` are the same"
            hint = "write under `said` what the briefing said before"
            problems.append(yaml.problem(("corrections", number, "says"), message, hint))
    return problems


def as_sources(entry: SourceEntry | tuple[SourceEntry, ...] | None) -> tuple[Source, ...]:
    """Return one source, several or none as a tuple."""
    entries = () if entry is None else entry if isinstance(entry, tuple) else (entry,)
    return tuple(Source(each.title, each.url) for each in entries)


def is_known_language(tag: str) -> bool:
    """Say whether `tag` (BCP 47, such as `en` or `pt-BR`) is a language in which dates can be written."""
    if tag in list_kept():
        return True
    if not _LANGUAGE_TAG.fullmatch(tag):
        return False
    from babel import UnknownLocaleError

    try:
        locale_of(tag)
    except (UnknownLocaleError, ValueError, TypeError):
        return False
    return True


def language_faults(yaml: YamlFile, tag: str | None) -> list[Problem]:
    """Return the problems of the key `lang`."""
    if tag is None or is_known_language(tag):
        return []
    return [yaml.problem(("lang",), f"unknown language {tag!r}", "write a language tag such as en, ar or pt-BR")]
