"""Check the content of a site, and then what was built from it: the links, ids and pictures of the files in the output.

For example:

    check_output(BuildRequest(Path(".")), Path("_site")).problems
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from newsbrief.build.briefings import BriefingResult
from newsbrief.build.check_content import check_sources
from newsbrief.build.request import BuildRequest
from newsbrief.build.shared_files.forwards import list_left_pages
from newsbrief.build.site_sources import read_sources
from newsbrief.build.staged_links import find_drafts
from newsbrief.build.workers import share_out
from newsbrief.disk.build_signs import find_leftovers
from newsbrief.disk.output_record import read_record
from newsbrief.links.judge import find_orphans, judge_links
from newsbrief.links.locate import place_faults
from newsbrief.links.outline import Survey, survey_page, survey_sheet
from newsbrief.model.problems import ConfigError, InternalError, NewsbriefError, Problem


class CheckResult(NamedTuple):
    """The outcome of a check: the briefings, and what is wrong with the content and the built site.

    `files` counts the files of the site, `links` the links to them, `to_words` those of them that name a fragment;
    `orphans` are files that nothing links to, `outside` the pages that link to each address of another site.
    """

    briefings: Sequence[BriefingResult]
    problems: tuple[Problem, ...]
    files: int
    links: int
    to_words: int
    orphans: tuple[str, ...]
    outside: Mapping[str, tuple[str, ...]]


def check_output(request: BuildRequest, output: Path) -> CheckResult:
    """Check the content of a site as `check_site` does, then what was built from it into `output`.

    Only files that are on record as written by a build are judged. ConfigError: the settings are at fault, or there is
    no built site.
    """
    briefings: Sequence[BriefingResult] = ()
    problems: tuple[Problem, ...] = ()
    sources = read_sources(request)
    try:
        briefings = check_sources(sources)
    except (ConfigError, InternalError):
        raise
    except NewsbriefError as error:
        problems = error.problems
    files = _list_site_files(output)
    surveys, unread = _survey_files(sorted(files), output, sources.setup.config.base_url, request.workers)
    outlines = [survey.outline for survey in surveys]
    faults = judge_links(outlines, files, frozenset(list_files(output)))
    root, assets = Path(os.path.realpath(output)), sources.setup.assets
    drafts = find_drafts(sources.slugs, files)
    read = partial(_read_within, root)
    found = place_faults(faults, request.site, output, sources.slugs, read, drafts)
    left = list_left_pages(summary for each in briefings if (summary := each.summary))
    return CheckResult(
        briefings,
        tuple(dict.fromkeys([*problems, *unread, *found, *_name_leftovers(output, files)])),
        len(files),
        sum(outline.links for outline in outlines),
        sum(outline.to_words for outline in outlines),
        # Files that only an unread file links to would seem to be orphans.
        () if unread else find_orphans(outlines, files.difference(assets.at_root if assets else (), left)),
        _gather_outside(surveys),
    )


def _gather_outside(surveys: Iterable[Survey]) -> dict[str, tuple[str, ...]]:
    pages: dict[str, list[str]] = {}
    for survey in surveys:
        for address in survey.outside:
            pages.setdefault(address, []).append(survey.outline.path)
    return {address: tuple(pages[address]) for address in sorted(pages)}


def _list_site_files(output: Path) -> frozenset[str]:
    files = frozenset(read_record(output).digests)
    if not output.is_dir() or not files:
        message = "no built site is on record here" if output.is_dir() else "there is no such folder"
        hint = "build it first: newsbrief build, with the same --site and --output"
        raise ConfigError.because(message, hint, str(output))
    return files


def _name_leftovers(output: Path, files: frozenset[str]) -> Iterator[Problem]:
    """Yield a problem for each file that readers of the site may find, and that does not belong to it."""
    for path in find_leftovers(output, files):
        message = "this file bears the signs of a build and belongs to no page of the site, but is published with it"
        yield Problem(f"{output}/{path}", 0, 0, message, "delete it, unless you put it there yourself")


def list_files(output: Path) -> Iterator[str]:
    """Yield the path of every file of an output, whoever wrote it; links are not followed."""
    for folder, _, names in os.walk(output):
        inside = os.path.relpath(folder, output)
        for name in names:
            path = name if inside == "." else f"{inside}/{name}".replace(os.sep, "/")
            if not os.path.islink(f"{output}/{path}"):  # noqa: PTH114 - a path object for each of many files takes longer
                yield path


def locate(root: Path, path: str) -> Path:
    """Return the real path of a file of an output; OSError, with the reason, where there is none or a link leads out.

    `root` is the output without links.
    """
    place = Path(os.path.realpath(root / path))
    if not place.is_relative_to(root):
        raise OSError(0, "a link leads out of the output", str(place))
    if not S_ISREG(place.stat().st_mode):
        raise OSError(0, "something other than a file stands here", str(place))
    return place


def _read_within(root: Path, path: str) -> bytes:
    return locate(root, path).read_bytes()


def _survey_files(
    paths: Sequence[str], output: Path, base_url: str, workers: int
) -> tuple[list[Survey], list[Problem]]:
    """Return the surveys of pages and style sheets, in order, and a problem for each file that cannot be read."""
    found = list(share_out(partial(_survey_share, output, base_url), paths, workers))
    surveys = sorted((each for each in found if isinstance(each, Survey)), key=lambda each: each.outline.path)
    return surveys, sorted(each for each in found if isinstance(each, Problem))


def _survey_share(output: Path, base_url: str, paths: Iterable[str]) -> Iterator[Survey | Problem]:
    root = Path(os.path.realpath(output))
    for path in paths:
        try:
            with locate(root, path).open("rb") as file:
                if path.endswith(".html"):
                    yield survey_page(path, file.read(), base_url)
                elif path.endswith(".css"):
                    yield survey_sheet(path, file.read(), base_url)
        except OSError as error:
            hint = "build again; where something else stands in its place, move that away"
            yield Problem(f"{output}/{path}", 0, 0, f"this file cannot be read: {error.strerror}", hint)
