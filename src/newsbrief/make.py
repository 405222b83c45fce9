"""One briefing, from its folder to its files: read, parsed, checked, rendered. Any process can do it."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from newsbrief.article import parse_article
from newsbrief.assets import Assets
from newsbrief.briefing import assemble_briefing, summarise
from newsbrief.check import check_briefing
from newsbrief.compiled import CompiledTemplates, read_kept
from newsbrief.errors import Problem
from newsbrief.facts import parse_facts
from newsbrief.feeds.collection import ARTICLE_TEXT, EVIDENCE, evidence_json
from newsbrief.findings import find_all
from newsbrief.model import Briefing, PlainPage, Site, SiteConfig, Summary
from newsbrief.pages import plan_briefing_page
from newsbrief.render import Renderer, make_renderer
from newsbrief.scan import sign_folder
from newsbrief.source import BriefingFolder, read_folder
from newsbrief.write.staging import Outputs, Placed
from newsbrief.yamlfile import parse_yaml


class Task(NamedTuple):
    """A briefing to be made: its folder's name in `content/`, and its address."""

    name: str
    slug: str


class Made(NamedTuple):
    """What came of a briefing's folder.

    `inputs` are the signs of its files as they were before they were read, `digests` the SHA-256 of what was read, by
    name, `placed` the files that were made. `summary` is what other pages show: None where there are problems, and for
    a draft that is not wanted.
    """

    name: str
    slug: str
    inputs: str
    problems: tuple[Problem, ...]
    digests: dict[str, str]
    summary: Summary | None
    placed: tuple[Placed, ...] = ()

    @property
    def shown(self) -> Any:
        """The summary in plain values, as it goes on record."""
        return msgspec.to_builtins(self.summary)


class Loaded(NamedTuple):
    """A briefing before it is rendered; None where there are problems, and for a draft that is not wanted."""

    made: Made
    briefing: Briefing | None


class Workshop(Struct, frozen=True, eq=False, dict=True):
    """What it takes to make briefings of one site."""

    folder: Path
    config: SiteConfig
    drafts: bool
    pages: tuple[PlainPage, ...] = ()
    assets: Assets | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return Workshop, (self.folder, self.config, self.drafts, self.pages, self.assets)

    @cached_property
    def render(self) -> Renderer:
        """What renders the pages of the site."""
        assert self.assets is not None
        return make_renderer(Site(self.config, (), self.pages), self.folder, self.assets, self.compiled)

    @cached_property
    def compiled(self) -> CompiledTemplates:
        """The theme's templates, as far as they are compiled."""
        return CompiledTemplates(read_kept())

    def load(self, task: Task) -> Loaded:
        """Read and check a briefing."""
        inputs = sign_folder(f"{self.folder}/content/{task.name}").signs
        files, problems = read_folder(self.folder, task.name)
        briefing = None
        if files:
            briefing, faults = load_briefing(files, task.slug, self.config.language, self.drafts)
            problems += faults
        read = (files.article, files.facts) if files else ()
        digests = {Path(file.path).name: file.digest for file in read if file}
        if problems:
            briefing = None
        summary = summarise(briefing) if briefing else None
        return Loaded(Made(task.name, task.slug, inputs, tuple(problems), digests, summary), briefing)

    def render_files(self, briefing: Briefing) -> Iterator[tuple[str, bytes]]:
        """Yield every file of a briefing, path and bytes."""
        page = plan_briefing_page(briefing)
        yield page.path, self.render(page)
        yield f"{briefing.slug}/{ARTICLE_TEXT}", briefing.document.text.encode()
        yield f"{briefing.slug}/{EVIDENCE}", evidence_json(briefing, self.config, page.context["annotations"])
        for name in briefing.files:
            yield f"{briefing.slug}/{name}", (self.folder / "content" / briefing.folder / name).read_bytes()

    def finish(self, loaded: Loaded, outputs: Outputs) -> Made:
        """Render a briefing that was loaded and put its files to their places."""
        if loaded.briefing is None:
            return loaded.made
        placed = tuple(outputs.put(*file) for file in self.render_files(loaded.briefing))
        pictures = {f"{loaded.made.slug}/{name}": name for name in loaded.briefing.files}
        read = {pictures[each.path]: each.digest for each in placed if each.path in pictures}
        return loaded.made._replace(digests={**loaded.made.digests, **read}, placed=placed)


def load_briefing(
    folder: BriefingFolder, slug: str, language: str, drafts: bool
) -> tuple[Briefing | None, list[Problem]]:
    """Return one folder's briefing, or None and its problems; None without any for a draft that is not wanted."""
    article, problems = parse_article(folder, language)
    if article and article.front.draft and not drafts:
        return None, []
    facts = parse_facts(parse_yaml(folder.facts)) if folder.facts else None
    if article is None or facts is None:
        return None, [*problems, *(facts.problems if facts else [])]
    findings = find_all(article, facts)
    problems += check_briefing(findings)
    return (None if problems else assemble_briefing(slug, folder.name, findings)), problems


def check_share(workshop: Workshop, tasks: Iterable[Task]) -> Iterator[Made]:
    """Read and check briefings, one after the other."""
    for task in tasks:
        yield workshop.load(task).made


def make_share(workshop: Workshop, outputs: Outputs, tasks: Iterable[Task]) -> Iterator[Made]:
    """Make briefings, one after the other; after the first one with a problem, they are only checked."""
    is_sound = True
    for task in tasks:
        loaded = workshop.load(task)
        is_sound = is_sound and not loaded.made.problems
        yield workshop.finish(loaded, outputs) if is_sound else loaded.made


def make_few(
    workshop: Workshop, outputs: Outputs, get_ready: Callable[[], None], tasks: Iterable[Task]
) -> Iterator[Made]:
    """Make briefings, after all of them have been checked and `get_ready` called; with problems, none."""
    loaded = [workshop.load(task) for task in tasks]
    if any(each.made.problems for each in loaded):
        yield from (each.made for each in loaded)
    else:
        get_ready()
        yield from (workshop.finish(each, outputs) for each in loaded)
