"""The whole way, from content to files, in one screen: list, read, parse, check, plan, render, put."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from newsbrief.build.briefings import Drawn, Made, Task, Workshop, check_share, make_few, make_share
from newsbrief.build.incremental.fingerprint import digest_hand
from newsbrief.build.incremental.trace import Past, Record, Trace, read_details
from newsbrief.build.shared_files.make import Shared, make_shared, recall_assets
from newsbrief.build.workers import FEW, Work, share_out
from newsbrief.content.article import parse_page
from newsbrief.content.files import list_content, read_page
from newsbrief.content.settings import read_config
from newsbrief.content.slugs import assign_slugs
from newsbrief.disk.staging import Outputs, Placed
from newsbrief.model.paths import card_path
from newsbrief.model.problems import ConfigError, NewsbriefError, Problem
from newsbrief.model.site import PlainPage, SiteConfig
from newsbrief.theme.assets import collect_assets
from newsbrief.theme.template_cache import CompiledTemplates

_STAND_IN = SiteConfig("", "", "", "en")
"""Stands for settings with faults, so that the content is checked in the same run."""


class Order(Struct, frozen=True):
    """Which site is wanted, and how: `base_url` comes before the configured one, `hands` are the processes at work.

    `on_step` is told after each briefing how many are made, and of how many. With `is_surveyed`, pages are looked at
    for their links where everything is made anew.
    """

    site: Path
    base_url: str | None = None
    drafts: bool = False
    hands: int = 1
    on_step: Callable[[int, int], None] = lambda done, total: None
    is_surveyed: bool = False


class Remade(Struct, frozen=True):
    """A site for `base_url`, checked, and made as far as need was; `kept` are the briefings that were not read again.

    `reasons` tells why others had to be made, by folder's name, and under "" why the shared files had to be, or, where
    the site `is_whole`, all. `hand` is a digest of what draws pictures.
    """

    base_url: str
    navigation: str
    page_digests: Mapping[str, str]
    made: tuple[Made, ...]
    kept: Mapping[str, Record]
    shared: Shared
    reasons: Mapping[str, str]
    is_whole: bool
    compiled: CompiledTemplates
    hand: str

    @property
    def placed(self) -> list[Placed]:
        """Every file that was made."""
        return [*(each for made in self.made for each in made.placed), *self.shared.placed]

    @property
    def kept_paths(self) -> list[str]:
        """The paths of the files that were not made again."""
        return [*(path for record in self.kept.values() for path in record.paths), *self.shared.kept]


def check_site(order: Order) -> tuple[Made, ...]:
    """Read and check a whole site; return what came of each briefing.

    NewsbriefError: with every problem of every file.
    """
    return check_all(order, begin(order))


def check_all(order: Order, start: "Start") -> tuple[Made, ...]:
    """Read and check every briefing, after what comes before them.

    NewsbriefError: with every problem of every file.
    """
    made = _do(order, start.tasks, partial(check_share, start.workshop))
    start.refuse_problems(made)
    return made


def remake(
    order: Order,
    past: Past | None,
    why: Mapping[str, str],
    outputs: Outputs,
    get_ready: Callable[[], None] = lambda: None,
    last: Trace | None = None,
) -> Remade:
    """Make what has changed since the `past`, and put every file that was made into the `outputs`.

    `why` tells why everything must be made, where there is no past; `get_ready` is called before the first file is put.
    `last` is what the last build left, be it by other templates or settings: pictures that it drew and that would be
    drawn alike are kept.
    NewsbriefError: with every problem of every file that was read; some files may then have been put, where briefings
    are many.
    """
    start = begin(order, past)
    reasons = past.reasons if past else why
    if past and past.trace.navigation != start.navigation:
        past, reasons = None, {"": "the pages that every page links to have changed"}
    if order.is_surveyed and not past:
        outputs = _survey(outputs, start.workshop.config)
    known = past.trace.briefings if past else {}
    kept = {task.name: known[task.name] for task in start.tasks if task.name in known and task.name not in reasons}
    hand = read_details(past.trace.shared)["card"] if past else digest_hand()
    drawn = last if last and read_details(last.shared)["card"] == hand else None
    tasks = tuple(recall_card(task, drawn) for task in start.tasks if task.name not in kept)
    made = _do(order, tasks, _choose_work(start, tasks, outputs, get_ready))
    start.refuse_problems(made)
    trace = past.trace if past and not past.is_shared_lost else None
    shared = make_shared(start.workshop, start.slugged_digests, made, kept, trace, outputs, order.hands)
    return Remade(
        start.workshop.config.base_url,
        start.navigation,
        start.page_digests,
        made,
        kept,
        shared,
        reasons,
        past is None,
        start.workshop.compiled,
        hand,
    )


def _survey(outputs: Outputs, config: SiteConfig) -> Outputs:
    # Most builds are not whole; they need none of this.
    from newsbrief.build.outlining import Surveying

    return Surveying(outputs, config.base_url)


def recall_card(task: Task, last: Trace | None) -> Task:
    """Return the task with what is known of the picture that the last build drew for it."""
    record = last.briefings.get(task.name) if last else None
    if record is None or record.slug != task.slug:
        return task
    details = read_details(record)
    return task._replace(card=Drawn(details["card"], details["outputs"].get(card_path(task.slug), "")))


def _choose_work(
    start: "Start", tasks: Sequence[Task], outputs: Outputs, get_ready: Callable[[], None]
) -> Work[Task, Made]:
    """Return how the briefings are made: where there are problems already, they are only checked."""
    if not start.is_sound:
        return partial(check_share, start.workshop)
    if len(tasks) <= FEW:
        return partial(make_few, start.workshop, outputs, get_ready)
    get_ready()
    return partial(make_share, start.workshop, outputs)


def _do(order: Order, tasks: tuple[Task, ...], work: Work[Task, Made]) -> tuple[Made, ...]:
    """Have all briefings made, by several processes where there are many; return them in the order of their names."""
    made = []
    for each in share_out(work, tasks, order.hands):
        made.append(each)
        order.on_step(len(made), len(tasks))
    return tuple(sorted(made, key=lambda each: each.name))


class Start(Struct, frozen=True):
    """What comes before the briefings: the settings, the plain pages, and which briefings there are.

    `slugs` are the addresses of the briefings' folders and the plain pages' files, by name.
    """

    workshop: Workshop
    config_problems: tuple[Problem, ...]
    problems: tuple[Problem, ...]
    page_digests: Mapping[str, str]
    navigation: str
    slugs: Mapping[str, str]
    tasks: tuple[Task, ...]

    @property
    def is_sound(self) -> bool:
        """Whether no problem has been found so far."""
        return not self.config_problems and not self.problems

    @property
    def slugged_digests(self) -> Mapping[str, str]:
        """The digests of the plain pages' files, by address."""
        return dict(zip((page.slug for page in self.workshop.pages), self.page_digests.values(), strict=True))

    def refuse_problems(self, made: Iterable[Made]) -> None:
        """Raise NewsbriefError with every problem that there is, if there are any."""
        problems = sorted({*self.problems, *(problem for each in made for problem in each.problems)})
        if self.config_problems:
            raise ConfigError([*self.config_problems, *problems])
        if problems:
            raise NewsbriefError(problems)


def begin(order: Order, past: Past | None = None) -> Start:
    """Read what comes before the briefings. Static files are not read where they stand in the output of the `past`."""
    config = _STAND_IN
    config_problems: tuple[Problem, ...] = ()
    try:
        config = read_config(order.site, order.base_url)
    except ConfigError as error:
        config_problems = error.problems
    listing = list_content(order.site)
    slugs, faults = assign_slugs(listing.folders, listing.pages)
    pages, digests, page_faults = _load_pages(order.site, slugs, listing.pages, config.language)
    problems = (*listing.problems, *faults, *page_faults)
    navigation = _describe_navigation(pages, digests, order.site)
    assets = None
    if not problems and not config_problems:
        stands = past is not None and not past.is_shared_lost and past.trace.navigation == navigation
        assets = recall_assets(past.trace) if past and stands else collect_assets(order.site)
    return Start(
        workshop=Workshop(order.site, config, order.drafts, pages, assets),
        config_problems=config_problems,
        problems=problems,
        page_digests=digests,
        navigation=navigation,
        slugs=slugs,
        tasks=tuple(Task(name, slugs[name]) for name in listing.folders),
    )


def _load_pages(
    site: Path, slugs: Mapping[str, str], names: Iterable[str], language: str
) -> tuple[tuple[PlainPage, ...], dict[str, str], list[Problem]]:
    """Return the plain pages, the digests of their files by name, and what is wrong with others."""
    pages: list[PlainPage] = []
    digests: dict[str, str] = {}
    problems: list[Problem] = []
    for name in names:
        file, faults = read_page(site, name)
        problems += faults
        if file:
            page, faults = parse_page(file, slugs[name], language)
            problems += faults
            pages += [page] if page else []
            digests[name] = file.digest
    return tuple(pages), digests, problems


def _describe_navigation(pages: Iterable[PlainPage], digests: Mapping[str, str], site: Path) -> str:
    """Return what every page may show of the plain pages: address and title, and all of it to templates of the site."""
    links = [(page.slug, page.title) for page in pages]
    return repr([links, sorted(digests.items()) if (site / "templates").exists() else []])
