"""Briefings, each read from its folder and checked by whichever process has the job.

For example:

    for result in check_briefings(setup, [BriefingJob("libya-2019", "libya-2019")]):
        print(result.problems)
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from newsbrief.briefing.assemble import assemble_briefing
from newsbrief.briefing.story_part import pack_part
from newsbrief.briefing.summary import summarise
from newsbrief.build.language_notes import note_language, note_language_of
from newsbrief.build.request import BuildRequest
from newsbrief.build.site_setup import SiteSetup
from newsbrief.build.workers import Work, share_out
from newsbrief.content.article import parse_article
from newsbrief.content.files import BriefingFolder, read_folder
from newsbrief.content.front_matter import is_marked_draft
from newsbrief.content.gone import is_marked_gone, parse_gone
from newsbrief.content.markup_counts import count_markup
from newsbrief.content.parse_fact_sheet import parse_facts
from newsbrief.content.shared_actors import NO_SHARED_ACTORS, SharedActors
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.disk.file_states import sign_folder
from newsbrief.evidence.find_all import find_all
from newsbrief.links.addresses import read_base
from newsbrief.links.linked_files import find_linked_files
from newsbrief.links.written_links import choose_addresses, list_briefing_addresses
from newsbrief.model.briefing import Briefing
from newsbrief.model.document import Document
from newsbrief.model.languages import is_same_language
from newsbrief.model.own_kinds import UNKNOWN_KINDS
from newsbrief.model.paths import briefing_path, card_path
from newsbrief.model.problems import Problem
from newsbrief.model.site import SiteConfig, Summary
from newsbrief.outputs.share_card.card import CardRecord
from newsbrief.rules.check import check_briefing
from newsbrief.rules.doubts import list_doubts

if TYPE_CHECKING:
    from newsbrief.disk.staging import OutputFile


class BriefingJob(NamedTuple):
    """A briefing to make: its folder's name in `content/`, its address, and the share card that it had last."""

    name: str
    slug: str
    card: CardRecord = CardRecord()


class BriefingResult(NamedTuple):
    """The outcome of a job.

    `inputs` are the signs of the folder's files as they were before they were read, `digests` the SHA-256 of what was
    read, by name, `files` the files that were made, `card` the sign of what the share card shows. `summarised` is the
    `summary`, in JSON: those of many briefings are held at once. `briefing` is there until the briefing is rendered,
    and afterwards where few are made. `notes` are on the article, on its language, on open questions and on what
    readings cover, and no problems. `part` is what the page of its story shows of it, packed. Of one that is
    only checked, `addresses` are those that its editor wrote and that lead to the site, `beside` the files of its
    folder that are published with it, and `markup` is what markup its article has, and how often. Of one that was
    rendered, `words` are those by which a search finds it, packed, and `page` is what its page was set aside by, until
    its ways `onward` are known, in JSON.
    """

    name: str
    slug: str
    inputs: str
    problems: tuple[Problem, ...]
    digests: dict[str, str]
    summarised: bytes = b""
    briefing: Briefing | None = None
    files: "tuple[OutputFile, ...]" = ()
    card: str = ""
    addresses: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()
    markup: Mapping[str, int] = {}
    words: bytes = b""
    language: str = ""
    page: str | bytes | None = None
    onward: bytes = b"[]"
    part: bytes = b""

    @property
    def doubts(self) -> tuple[Problem, ...]:
        """The notes on the fact sheet: the questions that a draft leaves open."""
        return tuple(note for note in self.notes if note.path.endswith("/facts.yaml"))

    @property
    def is_cardless(self) -> bool:
        """Say whether the briefing should have a share card, and none could be drawn."""
        return bool(self.card) and all(each.path != card_path(self.slug) for each in self.files)

    @property
    def summary(self) -> Summary | None:
        """What other pages show: None where there are problems, and for a draft that is not wanted."""
        return msgspec.json.decode(self.summarised, type=Summary) if self.summarised else None

    @property
    def shown(self) -> Any:
        """The summary in plain values, as the trace has it."""
        return msgspec.json.decode(self.summarised) if self.summarised else None

    @property
    def ways(self) -> Any:
        """The ways onward in plain values, as the trace has them."""
        return msgspec.json.decode(self.onward)


KeepResults = Callable[[Iterable[BriefingResult]], Sequence[BriefingResult]]
"""A function that takes results in any order, and returns them in the order of their names."""


def hold_results(results: Iterable[BriefingResult]) -> Sequence[BriefingResult]:
    """Return results in the order of their names, held in memory."""
    return tuple(sorted(results, key=lambda each: each.name))


def do_jobs(
    request: BuildRequest,
    jobs: tuple[BriefingJob, ...],
    work: Work[BriefingJob, BriefingResult],
    keep: KeepResults = hold_results,
) -> Sequence[BriefingResult]:
    """Do all jobs, with several processes where they are many; return the outcomes in the order of their names."""
    return keep(_count_steps(request, share_out(work, jobs, request.workers), len(jobs)))


def _count_steps(request: BuildRequest, results: Iterable[BriefingResult], total: int) -> Iterator[BriefingResult]:
    for number, result in enumerate(results, 1):
        yield result
        request.on_step(number, total)


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


def read_briefing(setup: SiteSetup, job: BriefingJob, sound: Mapping[str, str] | None = None) -> BriefingResult:
    """Read and check a briefing; `sound` are the digests of its files where they were found to have no problem."""
    inputs = sign_folder(f"{setup.folder}/content/{job.name}").signs
    folder, problems = read_folder(setup.folder, job.name)
    read = (folder.article, folder.facts) if folder else ()
    digests = {Path(file.path).name: file.digest for file in read if file}
    is_sound = sound is not None and digests.items() <= sound.items()
    briefing = None
    notes: tuple[Problem, ...] = ()
    if folder:
        briefing, faults, notes = parse_briefing(
            folder, job.slug, setup.config, setup.drafts, is_sound, actors=setup.actors
        )
        problems += faults
    if problems:
        briefing = None
    result = BriefingResult(job.name, job.slug, inputs, tuple(problems), digests, notes=notes)
    if briefing is None:
        return result
    summarised = msgspec.json.encode(summarise(briefing))
    return result._replace(summarised=summarised, briefing=briefing, part=pack_part(briefing))


def parse_briefing(
    folder: BriefingFolder,
    slug: str,
    config: SiteConfig,
    drafts: bool,
    is_sound: bool = False,
    actors: SharedActors = NO_SHARED_ACTORS,
) -> tuple[Briefing | None, list[Problem], tuple[Problem, ...]]:
    """Return the briefing in a folder, or None and its problems, and notes.

    A draft that is not wanted has neither a briefing nor problems. The questions that a draft leaves open are notes.
    One that `is_sound` was checked before, and is only read. `actors` are those that all fact sheets share.
    """
    if is_marked_gone(folder.article):
        return _parse_gone(folder, slug, config, drafts)
    article, problems = parse_article(folder, config.language)
    if article and article.front.draft and not drafts:
        return None, [], _find_doubts(folder, actors)
    linked, faults = (
        find_linked_files(article, folder.folder, slug, read_base(config.base_url)) if article else ((), [])
    )
    problems += faults
    is_foreign = article is not None and not is_same_language(article.front.language, config.language)
    facts = (
        parse_facts(parse_yaml(folder.facts), config.own_kinds, actors, is_foreign=is_foreign) if folder.facts else None
    )
    doubts = list_doubts(facts) if article and article.front.draft and facts else ()
    about_article = (*article.notes, *note_language(article.head)) if article else ()
    if article is None or facts is None:
        return None, [*problems, *(facts.problems if facts else [])], about_article
    if not actors.is_whole:
        # Whom an id means is not known, so that rules would blame the sheet for it.
        return None, [*problems, *facts.problems], about_article
    findings = find_all(article, facts)
    problems += [] if is_sound else check_briefing(findings)
    notes = (*about_article, *doubts, *sorted(set(findings.covered)))
    briefing = None if problems else assemble_briefing(slug, folder.name, findings, linked)
    findings.forget()
    return briefing, problems, notes


def _parse_gone(
    folder: BriefingFolder, slug: str, config: SiteConfig, drafts: bool
) -> tuple[Briefing | None, list[Problem], tuple[Problem, ...]]:
    """Return a briefing of which only the front matter is left, or None, and its problems, and notes."""
    if is_marked_draft(folder.article) and not drafts:
        return None, [], ()
    front, problems = parse_gone(folder.article, config.language)
    if front is None or problems:
        return None, problems, ()
    nothing = Document((), "", ())
    notes = note_language_of(folder.article)
    return Briefing(slug, folder.name, front, nothing, {}, (), (), (), (), (), ()), [], notes


def _find_doubts(folder: BriefingFolder, actors: SharedActors) -> tuple[Problem, ...]:
    """Return the questions that a draft leaves open; a draft that is not wanted may have problems as well."""
    if folder.facts is None or "doubt" not in folder.facts.text:
        return ()
    return tuple(list_doubts(parse_facts(parse_yaml(folder.facts), UNKNOWN_KINDS, actors)))


def list_notes(results: Iterable[BriefingResult]) -> tuple[Problem, ...]:
    """Return the notes on all articles and fact sheets, in the order of the files."""
    return tuple(sorted(note for each in results for note in each.notes))
