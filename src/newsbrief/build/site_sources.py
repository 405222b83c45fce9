"""The sources of a site but for its briefings: settings, plain pages, and which briefings there are.

For example:

    [job.name for job in read_sources(BuildRequest(Path("."))).jobs]
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.build.briefings import BriefingJob, BriefingResult, list_notes
from newsbrief.build.request import BuildRequest
from newsbrief.build.root_files import find_hiding
from newsbrief.build.site_setup import SiteSetup
from newsbrief.build.site_templates import judge_templates
from newsbrief.content.article import parse_page
from newsbrief.content.files import list_content, read_file, read_page
from newsbrief.content.front_matter import is_marked_draft
from newsbrief.content.gone import is_marked_gone
from newsbrief.content.settings import find_own_kinds, read_config
from newsbrief.content.shared_actors import read_shared_actors
from newsbrief.content.slugs import assign_slugs
from newsbrief.disk.symbolic_links import find_bad_links
from newsbrief.model.paths import ACTORS_FILE
from newsbrief.model.problems import ConfigError, NewsbriefError, Problem
from newsbrief.model.site import PlainPage, SiteConfig
from newsbrief.theme.assets import Assets, collect_assets

if TYPE_CHECKING:
    from newsbrief.build.incremental.stale import StaleReport

ASSETS = "assets"
"""The name under which the trace has the paths of the static files."""

OWN_FOLDERS = ("templates", "static")
"""The folders of a site whose files replace those of the theme."""

MANY = 500
"""The most briefings whose pages are held in memory for a moment: of so many they are 40 MB."""

SEARCHED_FROM = 3
"""The number of briefings from which a site offers to search them."""

_STAND_IN = SiteConfig("", "", "", "en")
"""Settings in place of those that have problems, so that the content is checked in the same run."""


class SiteSources(Struct, frozen=True):
    """All that a build reads before the briefings, with a job for each briefing.

    `page_digests` are those of the plain pages' files by name, `navigation` is what every page may show of these pages;
    `slugs` are the addresses of the briefings' folders and the plain pages' files, by name.
    """

    request: BuildRequest
    setup: SiteSetup
    config_problems: tuple[Problem, ...]
    problems: tuple[Problem, ...]
    page_digests: Mapping[str, str]
    navigation: str
    slugs: Mapping[str, str]
    jobs: tuple[BriefingJob, ...]

    @property
    def shared_digests(self) -> Mapping[str, str]:
        """The digests of the files that belong to no briefing and no theme, by name."""
        actors = self.setup.actors
        return {**self.page_digests, **({ACTORS_FILE: actors.digest} if actors.digest else {})}

    @property
    def is_sound(self) -> bool:
        """Say whether no problem has been found so far."""
        return not self.config_problems and not self.problems

    def refuse_problems(self, briefings: Sequence[BriefingResult], more: Iterable[Problem] = ()) -> None:
        """Raise NewsbriefError with every problem of the site, and the notes on it, if there are any problems.

        `more` are problems that concern several briefings.
        """
        problems = sorted({*self.problems, *more, *(problem for each in briefings for problem in each.problems)})
        if self.config_problems:
            raise ConfigError([*self.config_problems, *problems], list_notes(briefings))
        if problems:
            raise NewsbriefError(problems, list_notes(briefings))


def read_sources(request: BuildRequest, stale: "StaleReport | None" = None) -> SiteSources:
    """Read what a site has besides its briefings.

    Static files are read as far as something is to be made from them: where the last build has all of them in place,
    `stale` leads to their paths.
    """
    config = _STAND_IN
    config_problems: tuple[Problem, ...] = ()
    try:
        config = read_config(request.site, request.base_url)
    except ConfigError as error:
        config_problems = error.problems
        config = replace(_STAND_IN, own_kinds=find_own_kinds(request.site))
    actors, actor_faults = read_shared_actors(request.site, config.own_kinds)
    listing = list_content(request.site)
    slugs, faults = assign_slugs(listing.folders, listing.pages)
    pages, digests, page_faults = _read_pages(request.site, slugs, listing.pages, config.language)
    problems = (*listing.problems, *actor_faults, *faults, *page_faults)
    has_search = _has_many(request, listing.folders)
    navigation = _describe_navigation(pages, digests, request.site, has_search)
    assets: Assets | None = None
    folder_problems = tuple(problem for name in OWN_FOLDERS for problem in _check_folder(request.site, name))
    if not folder_problems:
        try:
            assets = _find_assets(request.site, config, stale, navigation)
            folder_problems = tuple(find_hiding(assets, slugs.values(), config))
            if not (stale and stale.base):
                # Where templates and settings are as they were, they are as sound.
                folder_problems += judge_templates(request.site, None if config_problems else config)
        except ConfigError as error:
            folder_problems = error.problems
    config_problems = (*config_problems, *folder_problems)
    return SiteSources(
        request=request,
        setup=SiteSetup(request.site, config, request.drafts, pages, assets, has_search, len(slugs) > MANY, actors),
        config_problems=config_problems,
        problems=problems,
        page_digests=digests,
        navigation=navigation,
        slugs=slugs,
        jobs=tuple(BriefingJob(name, slugs[name]) for name in listing.folders),
    )


def _read_pages(
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


def _has_many(request: BuildRequest, names: Sequence[str]) -> bool:
    """Say whether a site has so many briefings that it offers to search them; drafts count where they are wanted."""
    if request.drafts:
        return len(names) >= SEARCHED_FROM
    published = (name for name in names if _is_published(request.site, name))
    return len(list(islice(published, SEARCHED_FROM))) == SEARCHED_FROM


def _is_published(site: Path, name: str) -> bool:
    """Say whether the article in a folder is there, and neither a draft nor gone."""
    file, _ = read_file(site, site / "content" / name / "article.md")
    return file is not None and not is_marked_draft(file) and not is_marked_gone(file)


def _describe_navigation(pages: Iterable[PlainPage], digests: Mapping[str, str], site: Path, has_search: bool) -> str:
    """Return what every page may show of the plain pages: address and title, and all of it to templates of the site.

    Whether there is a search is shown everywhere, too.
    """
    links = [(page.slug, page.title) for page in pages]
    return repr([has_search, links, sorted(digests.items()) if (site / "templates").exists() else []])


def _check_folder(site: Path, name: str) -> list[Problem]:
    """Return what keeps one of a site's own folders from being read."""
    folder = site / name
    problems = list(find_bad_links(site, name))
    if not problems and folder.exists() and not folder.is_dir():
        problems.append(Problem(name, 0, 0, "a file stands in place of this folder", "move it away"))
    return problems


def _find_assets(site: Path, config: SiteConfig, stale: "StaleReport | None", navigation: str) -> Assets:
    """Return the static files; where none has to be written, only their paths."""
    last = stale.with_navigation(navigation) if stale else None
    if last and last.base and not last.is_shared_lost:
        from newsbrief.build.incremental.trace import read_details

        return Assets(read_details(last.base.shared)["shown"][ASSETS], {})
    return collect_assets(site, config.accent)
