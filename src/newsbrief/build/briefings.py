"""Briefings, each made from its folder to its files by whichever process has the job.

For example:

    for result in make_briefings(setup, outputs, [BriefingJob("libya-2019", "libya-2019")]):
        print(result.files)
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from newsbrief.briefing.assemble import assemble_briefing
from newsbrief.briefing.summary import summarise
from newsbrief.build.share_cards import CardRecord, draw_or_keep_card
from newsbrief.build.site_setup import SiteSetup
from newsbrief.content.article import parse_article
from newsbrief.content.files import BriefingFolder, read_folder
from newsbrief.content.markup_counts import count_markup
from newsbrief.content.parse_fact_sheet import parse_facts
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.disk.file_states import sign_folder
from newsbrief.disk.staging import OutputFile, Outputs
from newsbrief.evidence.find_all import find_all
from newsbrief.links.addresses import read_base
from newsbrief.links.linked_files import find_linked_files
from newsbrief.links.written_links import choose_addresses, list_briefing_addresses
from newsbrief.model.briefing import Briefing
from newsbrief.model.paths import ARTICLE_TEXT, EVIDENCE, absolute_url, briefing_path, card_path
from newsbrief.model.problems import Problem
from newsbrief.model.site import SiteConfig, Summary
from newsbrief.outputs.evidence_json import evidence_json
from newsbrief.outputs.search_index.briefing_words import collect_words, pack_words
from newsbrief.outputs.structured_data import describe_briefing
from newsbrief.pages.briefing_page import plan_briefing_page
from newsbrief.pages.embed_page import plan_embed_page
from newsbrief.pages.lists.onward import Onward
from newsbrief.rules.check import check_briefing
from newsbrief.rules.doubts import list_doubts


class BriefingJob(NamedTuple):
    """A briefing to make: its folder's name in `content/`, its address, and the share card that it had last."""

    name: str
    slug: str
    card: CardRecord = CardRecord()


class BriefingResult(NamedTuple):
    """The outcome of a job.

    `inputs` are the signs of the folder's files as they were before they were read, `digests` the SHA-256 of what was
    read, by name, `files` the files that were made, `card` the sign of what the share card shows. `summary` is what
    other pages show: None where there are problems, and for a draft that is not wanted. `briefing` is there until the
    briefing is rendered, and afterwards where few are made. `notes` are on the article, on open questions and on what
    readings cover, and no problems. Of one that is only checked, `addresses` are those that its editor wrote and that
    lead to the site, `beside` the files of its folder that are published with it, and `markup` is what markup its
    article has, and how often. Of one that was rendered, `words` are those by which a search finds it, packed, and
    `page` is what its page was set aside by, until its ways `onward` are known.
    """

    name: str
    slug: str
    inputs: str
    problems: tuple[Problem, ...]
    digests: dict[str, str]
    summary: Summary | None
    briefing: Briefing | None = None
    files: tuple[OutputFile, ...] = ()
    card: str = ""
    addresses: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()
    markup: Mapping[str, int] = {}
    words: bytes = b""
    language: str = ""
    page: str | bytes | None = None
    onward: Onward = Onward()

    @property
    def doubts(self) -> tuple[Problem, ...]:
        """The notes on the fact sheet: the questions that a draft leaves open."""
        return tuple(note for note in self.notes if note.path.endswith("/facts.yaml"))

    @property
    def is_cardless(self) -> bool:
        """Say whether the briefing should have a share card, and none could be drawn."""
        return bool(self.card) and all(each.path != card_path(self.slug) for each in self.files)

    @property
    def shown(self) -> Any:
        """The summary in plain values, as the trace has it."""
        return msgspec.to_builtins(self.summary)

    @property
    def ways(self) -> Any:
        """The ways onward in plain values, as the trace has them."""
        return msgspec.to_builtins(self.onward)


def check_briefings(setup: SiteSetup, jobs: Iterable[BriefingJob]) -> Iterator[BriefingResult]:
    """Read and check briefings, one after the other; note the links that editors wrote."""
    base = read_base(setup.config.base_url)
    for job in jobs:
        result = read_briefing(setup, job)
        if briefing := result.briefing:
            addresses = choose_addresses(list_briefing_addresses(briefing), briefing_path(job.slug), base)
            markup = count_markup(briefing.document)
            result = result._replace(briefing=None, addresses=tuple(addresses), beside=briefing.files, markup=markup)
        yield result


def make_briefings(setup: SiteSetup, outputs: Outputs, jobs: Iterable[BriefingJob]) -> Iterator[BriefingResult]:
    """Make briefings, one after the other; after the first one with a problem, only check the others."""
    is_sound = True
    for job in jobs:
        result = read_briefing(setup, job)
        is_sound = is_sound and not result.problems
        if is_sound:
            result = render_briefing(setup, outputs, job, result)
        # Briefings are large, and another process may have to send this one.
        yield result._replace(briefing=None)


def make_few_briefings(
    setup: SiteSetup, outputs: Outputs, get_ready: Callable[[], None], jobs: Iterable[BriefingJob]
) -> Iterator[BriefingResult]:
    """Make briefings, after all of them have been checked and `get_ready` called; with problems, none."""
    jobs = tuple(jobs)
    results = [read_briefing(setup, job) for job in jobs]
    if any(result.problems for result in results):
        yield from results
        return
    get_ready()
    for job, result in zip(jobs, results, strict=True):
        yield render_briefing(setup, outputs, job, result)


def read_briefing(setup: SiteSetup, job: BriefingJob) -> BriefingResult:
    """Read and check a briefing."""
    inputs = sign_folder(f"{setup.folder}/content/{job.name}").signs
    folder, problems = read_folder(setup.folder, job.name)
    briefing = None
    notes: tuple[Problem, ...] = ()
    if folder:
        briefing, faults, notes = parse_briefing(folder, job.slug, setup.config, setup.drafts)
        problems += faults
    if problems:
        briefing = None
    read = (folder.article, folder.facts) if folder else ()
    digests = {Path(file.path).name: file.digest for file in read if file}
    summary = summarise(briefing) if briefing else None
    return BriefingResult(job.name, job.slug, inputs, tuple(problems), digests, summary, briefing, notes=notes)


def parse_briefing(
    folder: BriefingFolder, slug: str, config: SiteConfig, drafts: bool
) -> tuple[Briefing | None, list[Problem], tuple[Problem, ...]]:
    """Return the briefing in a folder, or None and its problems, and notes.

    A draft that is not wanted has neither a briefing nor problems. The questions that a draft leaves open are notes.
    """
    article, problems = parse_article(folder, config.language)
    if article and article.front.draft and not drafts:
        return None, [], _find_doubts(folder)
    linked, faults = (
        find_linked_files(article, folder.folder, slug, read_base(config.base_url)) if article else ((), [])
    )
    problems += faults
    facts = parse_facts(parse_yaml(folder.facts)) if folder.facts else None
    doubts = list_doubts(facts) if article and article.front.draft and facts else ()
    if article is None or facts is None:
        return None, [*problems, *(facts.problems if facts else [])], article.notes if article else ()
    findings = find_all(article, facts)
    problems += check_briefing(findings)
    notes = (*article.notes, *doubts, *sorted(set(findings.covered)))
    return (None if problems else assemble_briefing(slug, folder.name, findings, linked)), problems, notes


def _find_doubts(folder: BriefingFolder) -> tuple[Problem, ...]:
    """Return the questions that a draft leaves open; a draft that is not wanted may have problems as well."""
    if folder.facts is None or "doubt" not in folder.facts.text:
        return ()
    return tuple(list_doubts(parse_facts(parse_yaml(folder.facts))))


def list_notes(results: Iterable[BriefingResult]) -> tuple[Problem, ...]:
    """Return the notes on all articles and fact sheets, in the order of the files."""
    return tuple(sorted(note for each in results for note in each.notes))


def render_briefing(setup: SiteSetup, outputs: Outputs, job: BriefingJob, result: BriefingResult) -> BriefingResult:
    """Render a briefing that was read, and put its files into the outputs; its page is set aside."""
    briefing = result.briefing
    if briefing is None:
        return result
    sign, card = draw_or_keep_card(briefing, setup.config, job.card, outputs)
    (path, page), *others = _render_files(setup, briefing, card)
    aside = outputs.set_aside(path, page) if setup.is_large else page
    files = tuple(outputs.put(*file) for file in others)
    copied = {f"{job.slug}/{name}": name for name in briefing.files}
    read = {copied[file.path]: file.digest for file in files if file.path in copied}
    words = b""
    if setup.has_search and result.summary:
        words = pack_words(collect_words(briefing.document.text, result.summary))
    made = result._replace(digests={**result.digests, **read}, files=files, card=sign, words=words)
    return made._replace(page=aside, language=briefing.front.language)


def _render_files(setup: SiteSetup, briefing: Briefing, card: bytes | None) -> Iterator[tuple[str, bytes]]:
    """Yield every file of a briefing, path and bytes, first its page; `card` is its share card."""
    picture = card_path(briefing.slug) if card else ""
    structured = describe_briefing(briefing, setup.config, absolute_url(setup.config, picture) if card else "")
    page = plan_briefing_page(briefing, picture, structured)
    yield page.path, setup.render(page)
    embed = plan_embed_page(briefing, setup.config, page.context)
    yield embed.path, setup.render(embed)
    if card:
        yield picture, card
    yield f"{briefing.slug}/{ARTICLE_TEXT}", briefing.document.text.encode()
    yield f"{briefing.slug}/{EVIDENCE}", evidence_json(briefing, setup.config, page.context["annotations"])
    for name in briefing.files:
        yield f"{briefing.slug}/{name}", (setup.folder / "content" / briefing.folder / name).read_bytes()
