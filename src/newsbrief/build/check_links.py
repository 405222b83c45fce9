"""The check of a built site: its files are read from the output and judged, the content before them."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from newsbrief.build.briefings import Made
from newsbrief.build.pipeline import Order, Remade, begin, check_all
from newsbrief.build.workers import share_out
from newsbrief.content.slugs import assign_slugs
from newsbrief.disk.ownership import private_path, read_record
from newsbrief.disk.staging import Staging
from newsbrief.links.judge import find_orphans, judge_links
from newsbrief.links.locate import place_faults
from newsbrief.links.outline import Survey, survey_page, survey_sheet
from newsbrief.model.problems import ConfigError, InternalError, NewsbriefError, Problem


class Checked(NamedTuple):
    """What came of a check: the briefings, and what is wrong with the content and the built site.

    `files` counts the files of the site, `links` the links to them, `to_words` those of them that name a fragment;
    `orphans` are files that nothing leads to, `outside` the pages that link to each address of another site.
    """

    made: tuple[Made, ...]
    problems: tuple[Problem, ...]
    files: int
    links: int
    to_words: int
    orphans: tuple[str, ...]
    outside: Mapping[str, tuple[str, ...]]


def check_built(order: Order, output: Path) -> Checked:
    """Check the content of a site as `check_site` does, then what was built from it into `output`.

    Only files that are on record as the build's own are judged. ConfigError: the settings are at fault, or there is no
    built site.
    """
    made: tuple[Made, ...] = ()
    problems: tuple[Problem, ...] = ()
    start = begin(order)
    try:
        made = check_all(order, start)
    except (ConfigError, InternalError):
        raise
    except NewsbriefError as error:
        problems = error.problems
    base_url = start.workshop.config.base_url
    files = _list_own(output, order.site)
    surveys, unread = _survey_files(sorted(files), output, base_url, order.hands)
    outlines = [survey.outline for survey in surveys]
    faults = judge_links(outlines, files, frozenset(list_files(output)))
    root = Path(os.path.realpath(output))
    placed = place_faults(faults, order.site, output, start.slugs, lambda path: place_of(root, path).read_bytes())
    return Checked(
        made,
        tuple(dict.fromkeys([*problems, *unread, *placed])),
        len(files),
        sum(outline.links for outline in outlines),
        sum(outline.to_words for outline in outlines),
        # What a file that could not be read links to only seems to be an orphan.
        () if unread else find_orphans(outlines, files),
        _gather_outside(surveys),
    )


def judge_staged(remade: Remade, staging: Staging, site: Path) -> tuple[str, ...]:
    """Return the files that nothing leads to, of a site as it is staged; everything in it was made anew.

    NewsbriefError: something is wrong with its pages.
    """
    staged = {placed.path: placed.staged for placed in remade.placed}
    outlines = [placed.outline for placed in remade.placed if placed.outline]
    faults = judge_links(outlines, staged)
    if not faults:
        return find_orphans(outlines, staged)
    slugs, _ = assign_slugs([made.name for made in remade.made], remade.page_digests)

    def read(path: str) -> bytes:
        return Path(staged[path] or staging.output / path).read_bytes()

    raise NewsbriefError(place_faults(faults, site, staging.output, slugs, read))


def _gather_outside(surveys: Iterable[Survey]) -> dict[str, tuple[str, ...]]:
    pages: dict[str, list[str]] = {}
    for survey in surveys:
        for address in survey.outside:
            pages.setdefault(address, []).append(survey.outline.path)
    return {address: tuple(pages[address]) for address in sorted(pages)}


def _list_own(output: Path, site: Path) -> frozenset[str]:
    files = read_record(private_path("outputs", output, site)).paths
    if not output.is_dir() or not files:
        message = "no built site is on record here" if output.is_dir() else "there is no such folder"
        hint = "build it first: newsbrief build, with the same --site and --output"
        raise ConfigError.because(message, hint, str(output))
    return files


def list_files(output: Path) -> Iterator[str]:
    """Yield the path of every file of an output, the build's or a stranger's; links are not followed."""
    for folder, _, names in os.walk(output):
        inside = os.path.relpath(folder, output)
        for name in names:
            path = name if inside == "." else f"{inside}/{name}".replace(os.sep, "/")
            if not os.path.islink(f"{output}/{path}"):  # noqa: PTH114 - a path object for each of many files takes longer
                yield path


def place_of(root: Path, path: str) -> Path:
    """Return where a file of an output stands; OSError, with the reason, where none does or a link leads out.

    `root` is the output without links.
    """
    place = Path(os.path.realpath(root / path))
    if not place.is_relative_to(root):
        raise OSError(0, "a link leads out of the output", str(place))
    if not S_ISREG(place.stat().st_mode):
        raise OSError(0, "something other than a file stands here", str(place))
    return place


def _survey_files(paths: Sequence[str], output: Path, base_url: str, hands: int) -> tuple[list[Survey], list[Problem]]:
    """Return what pages and style sheets there are, in order, and a problem for each file that cannot be read."""
    found = list(share_out(partial(_survey_share, output, base_url), paths, hands))
    surveys = sorted((each for each in found if isinstance(each, Survey)), key=lambda each: each.outline.path)
    return surveys, sorted(each for each in found if isinstance(each, Problem))


def _survey_share(output: Path, base_url: str, paths: Iterable[str]) -> Iterator[Survey | Problem]:
    root = Path(os.path.realpath(output))
    for path in paths:
        try:
            with place_of(root, path).open("rb") as file:
                if path.endswith(".html"):
                    yield survey_page(path, file.read(), base_url)
                elif path.endswith(".css"):
                    yield survey_sheet(path, file.read(), base_url)
        except OSError as error:
            hint = "build again; where something else stands in its place, move that away"
            yield Problem(f"{output}/{path}", 0, 0, f"this file cannot be read: {error.strerror}", hint)
