"""The whole way, from content to site, in one screen: read, parse, check, plan, render, write."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from slugify import slugify

from newsbrief.article import parse_article, parse_page
from newsbrief.assets import collect_assets, theme_folder
from newsbrief.briefing import assemble_briefing, summarise
from newsbrief.check import check_briefing
from newsbrief.config import read_config
from newsbrief.errors import ConfigError, NewsbriefError, Problem
from newsbrief.facts import parse_facts
from newsbrief.feeds import ARTICLE_TEXT, EVIDENCE, evidence_json
from newsbrief.findings import find_all
from newsbrief.model import Briefing, PlainPage, Site, SiteConfig
from newsbrief.pages import RESERVED_SLUGS, plan_pages
from newsbrief.render import make_renderer
from newsbrief.source import BriefingFolder, Sources, read_sources
from newsbrief.write import Written, refuse_sources, write_site
from newsbrief.yamlfile import parse_yaml


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made of a site, and which files it wrote."""

    site: Site
    files: Written


def build_site(folder: Path, output: Path, base_url: str | None = None, drafts: bool = False) -> Built:
    """Check the site in `folder` and write it to `output`. NewsbriefError: it has problems, and nothing was written."""
    protected = [folder / "content", folder / "templates", folder / "static"]
    refuse_sources(output, folder, [*protected, theme_folder("templates"), theme_folder("static")])
    site = load_site(folder, base_url, drafts)
    return Built(site, write_site(render_files(site, folder), output, folder))


def load_site(folder: Path, base_url: str | None = None, drafts: bool = False) -> Site:
    """Return the checked site; NewsbriefError with every problem of every file where there are any."""
    config: SiteConfig | None = None
    config_problems: tuple[Problem, ...] = ()
    try:
        config = read_config(folder, base_url)
    except ConfigError as error:
        config_problems = error.problems
    language = config.language if config else "en"
    sources = read_sources(folder)
    slugs, problems = assign_slugs(sources)
    problems += sources.problems
    briefings: list[Briefing] = []
    for files in sources.briefings:
        briefing, faults = load_briefing(files, slugs.get(files.article.path, ""), language, drafts)
        problems += faults
        briefings += [briefing] if briefing else []
    pages: list[PlainPage] = []
    for file in sources.pages:
        page, faults = parse_page(file, slugs.get(file.path, ""), language)
        problems += faults
        pages += [page] if page else []
    if config is None:
        raise ConfigError([*config_problems, *sorted(set(problems))])
    if problems:
        raise NewsbriefError(sorted(set(problems)))
    return Site(config, tuple(briefings), tuple(pages), tuple(map(summarise, briefings)))


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
    named = [(folder.article.path, folder.article.path.rpartition("/")[0], folder.name) for folder in sources.briefings]
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
    assets = collect_assets(folder)
    render = make_renderer(site, folder, assets)
    files = dict(assets.files)
    for page in plan_pages(site):
        files[page.path] = render(page)
    for briefing in site.briefings:
        files[f"{briefing.slug}/{ARTICLE_TEXT}"] = briefing.document.text.encode()
        files[f"{briefing.slug}/{EVIDENCE}"] = evidence_json(briefing, site.config)
        for name in briefing.files:
            files[f"{briefing.slug}/{name}"] = (folder / "content" / briefing.folder / name).read_bytes()
    return files
