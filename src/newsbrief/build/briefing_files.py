"""The files of briefings, made by whichever process has the job; to check a briefing, none of this is needed.

For example:

    for result in make_briefings(setup, outputs, [BriefingJob("libya-2019", "libya-2019")]):
        print(result.files)
"""

from collections.abc import Callable, Iterable, Iterator

from newsbrief.build.briefings import BriefingJob, BriefingResult, read_briefing
from newsbrief.build.share_cards import draw_or_keep_card
from newsbrief.build.site_setup import SiteSetup
from newsbrief.disk.staging import Outputs
from newsbrief.model.briefing import Briefing
from newsbrief.model.paths import ARTICLE_TEXT, EVIDENCE, absolute_url, card_path
from newsbrief.outputs.evidence_json import evidence_json
from newsbrief.outputs.search_index.briefing_words import collect_words, pack_words
from newsbrief.outputs.structured_data import describe_briefing
from newsbrief.pages.briefing_page import plan_briefing_page
from newsbrief.pages.embed_page import plan_embed_page
from newsbrief.pages.gone_page import plan_gone_pages


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


def render_briefing(setup: SiteSetup, outputs: Outputs, job: BriefingJob, result: BriefingResult) -> BriefingResult:
    """Render a briefing that was read, and put its files into the outputs; its page is set aside."""
    briefing = result.briefing
    if briefing is None:
        return result
    if briefing.front.gone:
        pages = ((page.path, setup.render(page)) for page in plan_gone_pages(briefing))
        return result._replace(files=tuple(outputs.put(*file) for file in pages), language=briefing.front.language)
    sign, card = draw_or_keep_card(briefing, setup.config, job.card, outputs)
    (path, page), *others = _render_files(setup, briefing, card)
    aside = outputs.set_aside(path, page) if setup.is_large else page
    files = tuple(outputs.put(*file) for file in others)
    copied = {f"{job.slug}/{name}": name for name in briefing.files}
    read = {copied[file.path]: file.digest for file in files if file.path in copied}
    words = b""
    if setup.has_search and (summary := result.summary):
        words = pack_words(collect_words(briefing.document.text, summary))
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
