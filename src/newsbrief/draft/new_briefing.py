"""A new briefing from an incoming article: its files in memory, checked, and written into the site.

`make_briefing(incoming, settings).files` are `article.md` and `facts.yaml`; `write_briefing` puts them in their folder.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from msgspec import Struct

from newsbrief.content.article import Article, parse_article
from newsbrief.content.files import BriefingFolder, list_content
from newsbrief.content.incoming.incoming_article import IncomingArticle
from newsbrief.content.shared_actors import NO_SHARED_ACTORS, SharedActors
from newsbrief.content.slugs import make_slug
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.content.yaml_positions import YamlFile
from newsbrief.disk.files import cannot_write, replace_file
from newsbrief.draft.article_file import name_by_first_words, without_marks, write_article
from newsbrief.draft.draft import Draft, draft_article
from newsbrief.draft.yaml_writer import SheetEntry, write_fact_sheet
from newsbrief.model.languages import primary_language
from newsbrief.model.own_kinds import NO_OWN_KINDS, OwnKinds
from newsbrief.model.paths import RESERVED_SLUGS
from newsbrief.model.problems import ConfigError, NewsbriefError, Problem
from newsbrief.reading.datelines import find_dateline, paragraphs_of
from newsbrief.reading.function_words import guess_language

ARTICLE, SHEET = "article.md", "facts.yaml"
BACKUP = ".bak"
_LONGEST_NAME = 60
_UNTITLED = "Untitled"

DaySource = Literal["given", "published", "dateline", "today"]
"""Whence the as-of day of a new briefing is known."""


class NewBriefing(Struct, frozen=True):
    """A briefing that is not yet on the disk: its folder's name, the text of its files, and what was found.

    `doubts` are the open questions at their lines, `problems` what of the article stands in the way of `check`.
    `notes` say what was written otherwise than the page has it.
    """

    name: str
    article: Article
    files: Mapping[str, str]
    draft: Draft
    doubts: tuple[Problem, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()


class BriefingSettings(Struct, frozen=True):
    """What an editor says of a new briefing; "" for what the article is to say itself."""

    as_of: date
    site_language: str
    name: str = ""
    title: str = ""
    language: str = ""
    is_day_known: bool = True
    """False where nothing gives the day of the article, so that `as_of` is the day of reading."""

    own_kinds: OwnKinds = NO_OWN_KINDS
    actors: SharedActors = NO_SHARED_ACTORS
    """The actors that the site knows already."""


def make_briefing(incoming: IncomingArticle, settings: BriefingSettings) -> NewBriefing:
    """Return the briefing of an incoming article. NewsbriefError: its text cannot be an article's, and why."""
    name = settings.name or _name(incoming, settings)
    language = settings.language or incoming.origin.language or find_language(incoming, settings.site_language)
    if primary_language(language) == primary_language(settings.site_language):
        language = settings.language
    title = settings.title or incoming.origin.title or name_by_first_words(incoming.text) or _UNTITLED
    notes: list[str] = []
    for written, note in _list_titles(title, incoming.text):
        text = write_article(incoming, settings.as_of, written, language)
        article, problems = _parse(name, text, settings)
        draft = draft_article(
            article, is_day_known=settings.is_day_known, own=settings.own_kinds, shared=settings.actors
        )
        notes += [note] if note else []
        if settings.title or not any(_is_of_title(each, text) for each in draft.problems):
            break
    sheet = write_fact_sheet(_sections(draft))
    yaml = parse_yaml(SourceFile(f"content/{name}/{SHEET}", sheet))
    return NewBriefing(
        name,
        article,
        {ARTICLE: text, SHEET: sheet},
        draft,
        tuple(_doubts(yaml)),
        (*problems, *draft.problems),
        tuple(notes[-1:]),
    )


def _parse(name: str, text: str, settings: BriefingSettings) -> tuple[Article, Sequence[Problem]]:
    """Return an article from the text of its file, with its problems. NewsbriefError: it cannot be read."""
    folder = BriefingFolder(name, Path(name), SourceFile(f"content/{name}/{ARTICLE}", text), None)
    article, problems = parse_article(folder, settings.site_language)
    if article is None or not article.is_dated:
        raise NewsbriefError(problems)
    return article, problems


def _list_titles(title: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield the title in forms of which each says less than the one before, with what a note says of it."""
    yield title, ""
    plain = without_marks(title)
    if plain != title:
        yield plain, "the title has no quotation marks: the article does not have the words that it quotes"
    yield name_by_first_words(text) or _UNTITLED, f"the article does not bear out the title “{title}”: write one"


def _is_of_title(problem: Problem, text: str) -> bool:
    """Say whether a problem is one of the title, which is the first key of the front matter."""
    end = next((number for number, line in enumerate(text.split("\n"), 1) if line.startswith("as_of:")), 0)
    return problem.path.endswith(ARTICLE) and problem.line is not None and 1 < problem.line < end


def find_day(incoming: IncomingArticle, given: date | None, language: str, of_reading: date) -> tuple[date, DaySource]:
    """Return the day of which an article tells, and how it is known; that `of_reading` where nothing says it."""
    if given is not None:
        return given, "given"
    if incoming.origin.published:
        return incoming.origin.published, "published"
    dateline = find_dateline(incoming.text, paragraphs_of(incoming.text), language)
    return (dateline.day, "dateline") if dateline and dateline.day else (of_reading, "today")


def find_language(incoming: IncomingArticle, site_language: str) -> str:
    """Return the language of an article that does not name it: the site's, unless its words plainly are another's."""
    assumed = primary_language(site_language)
    guessed = guess_language(incoming.text, assumed)
    return site_language if guessed == assumed else guessed


def _name(incoming: IncomingArticle, settings: BriefingSettings) -> str:
    title = settings.title or incoming.origin.title or name_by_first_words(incoming.text)
    slug = make_slug(title)[:_LONGEST_NAME]
    whole = slug.rpartition("-")[0] if len(slug) == _LONGEST_NAME else slug
    name = whole.strip("-") or "article"
    return f"{name}-{settings.as_of.year}" if name in RESERVED_SLUGS else name


def _sections(draft: Draft) -> Mapping[str, Sequence[SheetEntry]]:
    sections: dict[str, list[SheetEntry]] = {}
    for entry in draft.entries:
        sections.setdefault(entry.section, []).append(SheetEntry(entry.values, entry.comment))
    for entry in draft.offered:
        sections.setdefault(entry.section, []).append(SheetEntry(entry.values, offered=True))
    return sections


def _doubts(yaml: YamlFile) -> Iterator[Problem]:
    """Yield the open questions of a fact sheet at their lines."""
    for key, entries in yaml.values.items():
        for number, entry in enumerate(entries or ()):
            if isinstance(entry, dict) and (doubt := entry.get("doubt")):
                yield yaml.problem((key, number, "doubt"), str(doubt))


def refuse_existing(site: Path, name: str, *, is_forced: bool) -> None:
    """Raise ConfigError where a briefing of this name is there already and is not to be replaced."""
    folder = site / "content" / name
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise ConfigError.because("something else stands in its place", "choose another name with --slug", str(folder))
    there = [each for each in (ARTICLE, SHEET) if (folder / each).exists()]
    if there and not is_forced:
        hint = "choose another name with --slug, or replace it with --force, which keeps a backup"
        raise ConfigError.because(f"there is a briefing of this name: it has {' and '.join(there)}", hint, str(folder))
    if name in list_content(site).pages:
        raise ConfigError.because("a plain page has this name", "choose another one with --slug", name)


def write_briefing(site: Path, briefing: NewBriefing) -> tuple[str, ...]:
    """Write the files of a briefing, and return the names of the backups of those that were there before.

    ConfigError: they cannot be written.
    """
    folder = site / "content" / briefing.name
    kept: list[str] = []
    for name, text in briefing.files.items():
        path = folder / name
        try:
            if path.exists():
                backup = _free_name(path)
                replace_file(backup, [path.read_bytes()])
                kept.append(backup.name)
            replace_file(path, [text.encode()])
        except OSError as error:
            raise cannot_write(error, path, "free some space or fix the permissions") from None
    return tuple(kept)


def _free_name(path: Path) -> Path:
    """Return a path for the backup of a file at which nothing stands."""
    number = 1
    while (backup := path.with_name(f"{path.name}{BACKUP}{number if number > 1 else ''}")).exists():
        number += 1
    return backup
