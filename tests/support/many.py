"""Sites of many briefings: summaries that are made up, and the pages that list them, on little pages."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from msgspec.structs import replace

from newsbrief.briefing.summary import choose_parties
from newsbrief.model.site import Party, Site, SiteConfig, Summary, Teaser
from newsbrief.pages.page import Page
from newsbrief.pages.plan import plan_list_pages, plan_not_found
from newsbrief.theme.assets import collect_assets
from newsbrief.theme.render import make_renderer
from support.sites import ROOT, SITES
from support.whole import load_site

NEWEST = date(2021, 5, 12)
CONFIG = SiteConfig("The Valley Desk", "Briefings from a valley that is made up.", "https://desk.example.org", "en-GB")
COUNCIL = Party("council", "Municipal Council of Adaba", "MCA", "government", "It votes on every bridge.")
BOARD = Party("board", "Adaba Ferry Board", None, "group", "It sold its last boat.")
NAMES = ("Ada", "Bo", "Cleo", "Dov", "Élise", "Żegota", "Ömer", "17Masts", "Ivo", "Lena")


def make_summary(number: int = 1, parties: Iterable[Party] = (), as_of: date | None = None) -> Summary:
    """Return one summary; the higher its number, the older it is."""
    day = as_of or NEWEST - timedelta(days=11 * number)
    slug, title = f"bridge-{number:03}", f"Adaba opens bridge number {number}"
    parties, standfirst = tuple(parties), "The council had put it off for a year."
    return Summary(Teaser(slug, title, standfirst, day, day, False, *choose_parties(parties)), parties)


def make_summaries(count: int) -> list[Summary]:
    """Return summaries with two people each, and the council in all of them; the newest names a board, too."""
    summaries = []
    for number in range(count):
        people = [
            Party(f"speaker-{k}-{number}", f"Marl {name}{number}", None, "person", "Spoke at the opening.")
            for k, name in ((0, NAMES[number % 10]), (3, NAMES[(number + 3) % 10]))
        ]
        summaries.append(make_summary(number, [COUNCIL, *people, *([] if number else [BOARD])]))
    return summaries


def make_arabic_summaries(count: int) -> list[Summary]:
    """Return the summary of the Arabic test site again and again, its people under other names."""
    first = load_site(SITES / "arabic").summaries[0]
    council, *people = first.parties
    days = [first.teaser.as_of - timedelta(days=23 * number) for number in range(count)]
    return [
        Summary(
            replace(
                first.teaser, slug=f"jisr-{number}", title=f"{first.teaser.title} {number}", as_of=day, updated=day
            ),
            (council, *(replace(each, id=f"{each.id}-{number}", name=f"{number} {each.name}") for each in people)),
        )
        for number, day in enumerate(days)
    ]


def plan_little(config: SiteConfig, summaries: Iterable[Summary]) -> tuple[Page, ...]:
    """Return the pages of lists with so little on each that few briefings make every kind of them."""
    return plan_list_pages(config, summaries, briefings_a_page=4, entries_a_page=5, appearances_a_page=6)


def render_little(config: SiteConfig, summaries: Iterable[Summary]) -> dict[str, bytes]:
    """Return the pages of lists with the files that they need, by path."""
    summaries = tuple(summaries)
    assets = collect_assets(ROOT)
    render = make_renderer(Site(config, (), (), summaries), ROOT, assets)
    pages = [*plan_little(config, summaries), plan_not_found(config)]
    return {**assets.files, **{page.path: render(page) for page in pages}}


def write_little(folder: Path, language: str) -> Path:
    """Write the pages of lists of a site in English or Arabic."""
    arabic = language == "ar"
    config = load_site(SITES / "arabic").config if arabic else CONFIG
    summaries = make_arabic_summaries(24) if arabic else make_summaries(24)
    for path, raw in render_little(config, summaries).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(raw)
    return folder
