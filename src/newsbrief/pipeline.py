"""The whole way, from content to site, in one screen: read, parse, check, plan, render, write."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from slugify import slugify

from newsbrief.article import parse_article, parse_page
from newsbrief.assets import collect_assets
from newsbrief.briefing import assemble_briefing, summarise
from newsbrief.check import check_briefing
from newsbrief.config import read_config
from newsbrief.errors import ConfigError, NewsbriefError, Problem
from newsbrief.facts import parse_facts
from newsbrief.feeds import ARTICLE_TEXT, EVIDENCE, evidence_json
from newsbrief.findings import find_all
from newsbrief.model import Briefing, PlainPage, Site, SiteConfig
from newsbrief.pages import RESERVED_SLUGS, briefing_path, plan_pages
from newsbrief.render import make_renderer
from newsbrief.source import BriefingFolder, Sources, read_sources
from newsbrief.trace import Record, Trace
from newsbrief.yamlfile import parse_yaml


@dataclass(frozen=True, slots=True)
class Loaded:
    """A checked site, and by the names of their folders: the records of briefings that were not read again, the
    addresses of drafts that are not wanted, and the digests of files that were read, those of plain pages under ""."""

    site: Site
    kept: Mapping[str, Record]
    drafts: Mapping[str, str]
    digests: Mapping[str, Mapping[str, str]]
    reasons: Mapping[str, str]
    navigation: tuple[tuple[str, str], ...] = ()


def load_site(folder: Path, base_url: str | None = None, drafts: bool = False) -> Site:
    """Return the checked site; NewsbriefError with every problem of every file where there are any."""
    return load(folder, base_url, drafts, None, {}).site


def load(folder: Path, base_url: str | None, drafts: bool, past: Trace | None, reasons: Mapping[str, str]) -> Loaded:
    """Return the checked site. Briefings of `past` that `reasons` does not name are not read again.

    NewsbriefError: with every problem of every file that was read.
    """
    config: SiteConfig | None = None
    config_problems: tuple[Problem, ...] = ()
    try:
        config = read_config(folder, base_url)
    except ConfigError as error:
        config_problems = error.problems
    language = config.language if config else "en"
    sources = read_sources(folder, past.briefings.keys() - reasons.keys() if past else ())
    pages, problems = _load_pages(sources, language)
    navigation = list_navigation(pages, sources, folder)
    if past and past.navigation != navigation:
        reasons = {"": "the pages that every page links to have changed"}
        sources = read_sources(folder)
    kept = {name: past.briefings[name] for name in sources.skipped} if past else {}
    slugs, faults = assign_slugs(sources)
    problems += [*faults, *sources.problems]
    briefings: list[Briefing] = []
    unwanted: dict[str, str] = {}
    for files in sources.briefings:
        briefing, faults = load_briefing(files, slugs.get(files.article.path, ""), language, drafts)
        problems += faults
        briefings += [briefing] if briefing else []
        if briefing is None and not faults:
            unwanted[files.name] = slugs.get(files.article.path, "")
    if config is None:
        raise ConfigError([*config_problems, *sorted(set(problems))])
    if problems:
        raise NewsbriefError(sorted(set(problems)))
    summaries = [*(record.summary for record in kept.values() if record.summary), *map(summarise, briefings)]
    site = Site(config, tuple(briefings), pages, tuple(summaries))
    return Loaded(site, kept, unwanted, _digests(sources), reasons, navigation)


def _digests(sources: Sources) -> dict[str, dict[str, str]]:
    found = {"": {Path(page.path).name: page.digest for page in sources.pages}}
    for each in sources.briefings:
        found[each.name] = {Path(file.path).name: file.digest for file in (each.article, each.facts) if file}
    return found


def _load_pages(sources: Sources, language: str) -> tuple[tuple[PlainPage, ...], list[Problem]]:
    slugs, _ = assign_slugs(sources)
    pages: list[PlainPage] = []
    problems: list[Problem] = []
    for file in sources.pages:
        page, faults = parse_page(file, slugs.get(file.path, ""), language)
        problems += faults
        pages += [page] if page else []
    return tuple(pages), problems


def list_navigation(pages: Iterable[PlainPage], sources: Sources, folder: Path) -> tuple[tuple[str, str], ...]:
    """Return what every page may show of the plain pages: address and title, and all of it to templates of the site."""
    links = [(page.slug, page.title) for page in pages]
    if (folder / "templates").exists():
        links += [(file.path, file.digest) for file in sources.pages]
    return tuple(links)


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


def assign_slugs(sources: Sources) -> tuple[Mapping[str, str], list[Problem]]:
    """Return each briefing's and page's address by the path of its file; no two share one."""
    names = sorted([*sources.skipped, *(each.name for each in sources.briefings)])
    named = [(f"content/{name}/article.md", f"content/{name}", name) for name in names]
    named += [(file.path, file.path, Path(file.path).stem) for file in sources.pages]
    slugs: dict[str, str] = {}
    taken: dict[str, str] = {}
    problems = []
    for path, shown, name in named:
        slug = slugify(name)
        if not slug:
            hint = "give it a name with letters or digits: the name is the address"
            problems.append(Problem(shown, 0, 0, f"the name {name!r} makes no address", hint))
        elif slug in RESERVED_SLUGS or slug in ("404", "index"):
            message = f"the address {slug!r} is the generator's own"
            problems.append(Problem(shown, 0, 0, message, "give it another name"))
        elif slug in taken:
            message = f"the name {name!r} makes the same address as {taken[slug]}: {slug!r}"
            problems.append(Problem(shown, 0, 0, message, "rename one of the two"))
        taken.setdefault(slug, shown)
        slugs[path] = slug
    return slugs, problems


def render_files(site: Site, folder: Path) -> dict[str, bytes]:
    """Return every file of the site, output path → bytes."""
    made = render_parts(Loaded(site, {}, {}, {}, {}), folder)
    return {path: raw for part in made.values() for path, raw in part.items()}


def render_parts(loaded: Loaded, folder: Path) -> dict[str, dict[str, bytes]]:
    """Return the files of each briefing that was read, by its folder's name; under "" those that no briefing has."""
    site = loaded.site
    assets = collect_assets(folder)
    render = make_renderer(site, folder, assets)
    folders = {briefing_path(briefing.slug): briefing.folder for briefing in site.briefings}
    made: dict[str, dict[str, bytes]] = {"": dict(assets.files), **{name: {} for name in folders.values()}}
    for page in plan_pages(site):
        made[folders.get(page.path, "")][page.path] = render(page)
    for briefing in site.briefings:
        files = made[briefing.folder]
        files[f"{briefing.slug}/{ARTICLE_TEXT}"] = briefing.document.text.encode()
        files[f"{briefing.slug}/{EVIDENCE}"] = evidence_json(briefing, site.config)
        for name in briefing.files:
            files[f"{briefing.slug}/{name}"] = (folder / "content" / briefing.folder / name).read_bytes()
    return made
