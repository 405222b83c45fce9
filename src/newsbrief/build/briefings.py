"""One briefing, from its folder to its files: read, parsed, checked, rendered. Any process can do it."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from newsbrief.briefing.assemble import assemble_briefing
from newsbrief.briefing.summary import summarise
from newsbrief.content.article import parse_article
from newsbrief.content.facts import parse_facts
from newsbrief.content.files import BriefingFolder, read_folder
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.disk.file_states import sign_folder
from newsbrief.disk.staging import Outputs, Placed
from newsbrief.evidence.findings import find_all
from newsbrief.model.briefing import Briefing
from newsbrief.model.paths import absolute_url, card_path
from newsbrief.model.problems import Problem
from newsbrief.model.site import PlainPage, Site, SiteConfig, Summary
from newsbrief.outputs.evidence_json import ARTICLE_TEXT, EVIDENCE, evidence_json
from newsbrief.outputs.share_card.card import plan_card
from newsbrief.outputs.structured_data import describe_briefing
from newsbrief.pages.briefing_page import plan_briefing_page
from newsbrief.rules.check import check_briefing
from newsbrief.theme.assets import Assets
from newsbrief.theme.render import Renderer, make_renderer
from newsbrief.theme.template_cache import CompiledTemplates, read_kept


class Drawn(NamedTuple):
    """A picture that was drawn: the sign of what it shows, and its SHA-256; "" where it could not be drawn."""

    sign: str = ""
    digest: str = ""


class Task(NamedTuple):
    """A briefing to be made: its folder's name in `content/`, its address, and the picture it had last."""

    name: str
    slug: str
    card: Drawn = Drawn()


class Made(NamedTuple):
    """What came of a briefing's folder.

    `inputs` are the signs of its files as they were before they were read, `digests` the SHA-256 of what was read, by
    name, `placed` the files that were made, `card` the sign of what the briefing's picture shows. `summary` is what
    other pages show: None where there are problems, and for a draft that is not wanted. `briefing` is at hand where
    few were made.
    """

    name: str
    slug: str
    inputs: str
    problems: tuple[Problem, ...]
    digests: dict[str, str]
    summary: Summary | None
    placed: tuple[Placed, ...] = ()
    card: str = ""
    briefing: Briefing | None = None

    @property
    def is_cardless(self) -> bool:
        """Whether the briefing was to have a picture, and none could be drawn."""
        return bool(self.card) and all(each.path != card_path(self.slug) for each in self.placed)

    @property
    def shown(self) -> Any:
        """The summary in plain values, as it goes on record."""
        return msgspec.to_builtins(self.summary)


class Loaded(NamedTuple):
    """A briefing before it is rendered; None where there are problems, and for a draft that is not wanted."""

    task: Task
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
        return Loaded(task, Made(task.name, task.slug, inputs, tuple(problems), digests, summary), briefing)

    def render_files(self, briefing: Briefing, card: bytes | None) -> Iterator[tuple[str, bytes]]:
        """Yield every file of a briefing, path and bytes; `card` is its picture for those who share it."""
        picture = card_path(briefing.slug) if card else ""
        structured = describe_briefing(briefing, self.config, absolute_url(self.config, picture) if card else "")
        page = plan_briefing_page(briefing, picture, structured)
        yield page.path, self.render(page)
        if card:
            yield picture, card
        yield f"{briefing.slug}/{ARTICLE_TEXT}", briefing.document.text.encode()
        yield f"{briefing.slug}/{EVIDENCE}", evidence_json(briefing, self.config, page.context["annotations"])
        for name in briefing.files:
            yield f"{briefing.slug}/{name}", (self.folder / "content" / briefing.folder / name).read_bytes()

    def finish(self, loaded: Loaded, outputs: Outputs) -> Made:
        """Render a briefing that was loaded and put its files to their places."""
        if loaded.briefing is None:
            return loaded.made
        sign, card = self.draw(loaded.briefing, loaded.task.card, outputs)
        placed = tuple(outputs.put(*file) for file in self.render_files(loaded.briefing, card))
        pictures = {f"{loaded.made.slug}/{name}": name for name in loaded.briefing.files}
        read = {pictures[each.path]: each.digest for each in placed if each.path in pictures}
        return loaded.made._replace(digests={**loaded.made.digests, **read}, placed=placed, card=sign)

    def draw(self, briefing: Briefing, last: Drawn, outputs: Outputs) -> tuple[str, bytes | None]:
        """Return the sign of what a briefing's picture shows, and the picture: the `last` one where it shows the same.

        None where it cannot be drawn, and where the site's address is not known: then nobody could be led to it.
        """
        if not self.config.base_url:
            return "", None
        card = plan_card(briefing, self.config)
        sign = sha256(msgspec.json.encode(card)).hexdigest()
        if sign == last.sign:
            if not last.digest:
                return sign, None
            drawn = outputs.read(card_path(briefing.slug))
            if drawn and sha256(drawn).hexdigest() == last.digest:
                return sign, drawn
        # Few builds draw anything; the others do without what it takes.
        from newsbrief.outputs.share_card.drawing import draw_card

        return sign, draw_card(card)


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
        yield from (workshop.finish(each, outputs)._replace(briefing=each.briefing) for each in loaded)
