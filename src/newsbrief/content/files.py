"""The files under `content/`: which there are, and their text."""

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from newsbrief.content.gone import is_marked_gone
from newsbrief.content.source_file import SourceFile, decode
from newsbrief.disk.symbolic_links import refuse_link
from newsbrief.model.paths import SITE_FILES, is_plain_name
from newsbrief.model.problems import Problem

MAX_BYTES = 1024 * 1024
"""The size of the largest text file that is read, in bytes; an article of 600 words has about 4,000."""


class BriefingFolder(Struct, frozen=True):
    """The files of one briefing; `facts` is None where the folder has no fact sheet."""

    name: str
    folder: Path
    article: SourceFile
    facts: SourceFile | None


class Listing(Struct, frozen=True):
    """The briefings' folders and the plain pages' files in `content/`, each in order of name."""

    folders: tuple[str, ...]
    pages: tuple[str, ...]
    problems: tuple[Problem, ...]


def list_content(site: Path) -> Listing:
    """Return what the folder `content/` of a site holds. Anything that does not belong there is a problem."""
    reader = _Reader(site)
    content = site / "content"
    if content.is_symlink() and not reader.may_follow(content):
        return Listing((), (), tuple(reader.problems))
    if not content.is_dir():
        hint = f"create it in {site}, or name the site with --site"
        return Listing((), (), (Problem("content", 0, 0, "there is no such folder", hint),))
    folders, pages = [], []
    for entry in reader.entries(content):
        if entry.is_dir():
            folders.append(entry.name)
        elif entry.name.endswith(".md"):
            pages.append(entry.name)
        elif entry.name not in SITE_FILES:
            hint = "content/ holds site.yaml, actors.yaml, pages (*.md) and one folder for each briefing"
            if entry.name.lower().replace(".yml", ".yaml") in SITE_FILES:
                hint = f"its name is {entry.name.lower().replace('.yml', '.yaml')}: rename it"
            reader.report_stray(content / entry.name, hint)
    return Listing(tuple(folders), tuple(pages), tuple(reader.problems))


def read_folder(site: Path, name: str) -> tuple[BriefingFolder | None, list[Problem]]:
    """Return the files of one briefing; None without a readable article."""
    reader = _Reader(site)
    return reader.briefing(site / "content" / name), reader.problems


def read_page(site: Path, name: str) -> tuple[SourceFile | None, list[Problem]]:
    """Return the file of one plain page, or None and the reasons."""
    reader = _Reader(site)
    return reader.read(site / "content" / name), reader.problems


def read_file(site: Path, path: Path) -> tuple[SourceFile | None, list[Problem]]:
    """Return one text file of the site, or None and the reasons."""
    reader = _Reader(site)
    file = reader.read(path) if reader.may_follow(path) else None
    return file, reader.problems


class _Reader:
    def __init__(self, site: Path) -> None:
        self.site = site
        self.root = Path(os.path.realpath(site))
        content = site / "content"
        self.inside = {content} if Path(os.path.realpath(content)).is_relative_to(self.root) else set()
        self.problems: list[Problem] = []

    def entries(self, folder: Path) -> Iterator["os.DirEntry[str]"]:
        """Yield the entries of `folder` by name, without hidden ones and links that may not be followed."""
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            self.report(folder, f"this folder cannot be read: {error.strerror}", "check its permissions")
            return
        for entry in entries:
            if not is_plain_name(entry.name):
                hint = "give it a name without line breaks and control characters"
                self.report(folder / entry.name, "this name cannot be used", hint)
                continue
            # An entry that is no link lies inside the site, as its folder does.
            if not entry.name.startswith(".") and (not entry.is_symlink() or self.may_follow(folder / entry.name)):
                yield entry

    def briefing(self, folder: Path) -> BriefingFolder | None:
        before = len(self.problems)
        names = {entry.name for entry in self.entries(folder)}
        if len(self.problems) > before and not names:
            return None
        if "article.md" not in names:
            near = sorted(name for name in names if name.lower().startswith("article"))
            hint = f"rename {near[0]} to article.md" if near else "add article.md, or move the folder out of content/"
            self.report(folder, "this folder has no article.md", hint)
            return None
        misnamed = sorted(names & {"facts.yml", "fact.yaml", "facts.yaml.txt", "Facts.yaml"})
        for name in misnamed:
            self.report_stray(folder / name, "the fact sheet's name is facts.yaml: rename it")
        article = self.read(folder / "article.md")
        facts = self.read(folder / "facts.yaml") if "facts.yaml" in names else None
        is_missing = "facts.yaml" not in names and not misnamed and not (folder / "facts.yaml").is_symlink()
        if is_missing and not (article and is_marked_gone(article)):
            hint = "add one; it may be empty if the article quotes nobody"
            self.report(folder, "this folder has no facts.yaml", hint)
        return BriefingFolder(folder.name, folder, article, facts) if article else None

    def read(self, path: Path) -> SourceFile | None:
        """Return the file, or None after reporting the reason."""
        shown = self.shown(path)
        try:
            if not path.is_file():
                self.report(path, "this is not a file", "replace it with a plain text file")
                return None
            size = path.stat().st_size
            if size > MAX_BYTES:
                message = f"this file has {size:,} bytes; the limit is {MAX_BYTES:,}"
                self.report(path, message, "an article or a fact sheet is far smaller: is this the right file?")
                return None
            raw = path.read_bytes()
        except OSError as error:
            self.report(path, f"this file cannot be read: {error.strerror}", "check its permissions")
            return None
        file, problems = decode(shown, raw)
        self.problems += problems
        return file

    def may_follow(self, path: Path) -> bool:
        """Say whether `path` stays inside the site. Only a link can leave a folder that does."""
        if path.parent in self.inside and not path.is_symlink():
            self.inside.add(path)
            return True
        if problem := refuse_link(path, self.site, self.root):
            self.problems.append(problem)
            return False
        if path.exists():
            self.inside.add(path)
        return True

    def report_stray(self, path: Path, hint: str) -> None:
        self.report(path, "this file does not belong here", hint)

    def report(self, path: Path, message: str, hint: str) -> None:
        self.problems.append(Problem(self.shown(path), 0, 0, message, hint))

    def shown(self, path: Path) -> str:
        return path.relative_to(self.site).as_posix()
