"""A sheet that is accepted stays accepted when its article and the sheet are written in other typography."""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsbrief.content.settings import find_own_kinds
from newsbrief.content.shared_actors import SharedActors, read_shared_actors
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.model.own_kinds import NO_OWN_KINDS, OwnKinds
from newsbrief.rules.check import check_briefing
from support.findings import find
from support.sites import ROOT

pytestmark = pytest.mark.slow

_FOLDERS = tuple(
    folder
    for content in (ROOT / "content", *sorted((ROOT / "tests" / "sites").glob("*/content")))
    for folder in sorted(content.iterdir())
    if (folder / "facts.yaml").is_file()
)
_WRAPS = re.compile(r"(?<=[^\W\d_]{3}) (?=[^\W\d_A-Z]{4})")


def straighten(text: str) -> str:
    return re.sub("[“”„]", '"', text).replace("’", "'").replace("‘", "'")


def curl(text: str) -> str:
    # A mark inside a word is a letter's, as in the Hebrew acronym מנכ"ל.
    text = re.sub(r'(?<!\w)"((?:[^"\n]|(?<=\w)"(?=\w))*)"(?!\w)', r"“\1”", text)
    return re.sub(r"(?<=\w)'(?=\w)", "’", text)


def lengthen_dashes(text: str) -> str:
    return text.replace(" – ", " — ")


def join_ellipses(text: str) -> str:
    return text.replace("...", "…")


def widen(text: str) -> str:
    return _WRAPS.sub("\u00a0", text)


def decompose(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def compose(text: str) -> str:
    return unicodedata.normalize("NFC", text)


CHANGES: Mapping[str, Callable[[str], str]] = {
    each.__name__: each for each in (straighten, curl, lengthen_dashes, join_ellipses, widen, decompose, compose)
}


def change_values(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, dict):
        return {key: change_values(each, change) for key, each in value.items()}
    if isinstance(value, list):
        return [change_values(each, change) for each in value]
    return change(value) if isinstance(value, str) else value


def read_source(path: Path) -> SourceFile:
    return SourceFile(str(path), path.read_text("utf-8"))


def read_site(folder: Path) -> tuple[str, str, object]:
    front, _, article = (folder / "article.md").read_text("utf-8").partition("\n---\n")
    return f"{front}\n---\n", article, parse_yaml(read_source(folder / "facts.yaml")).values


@cache
def read_settings(site: Path) -> tuple[OwnKinds, SharedActors]:
    """Return the kinds that a site defines, and the actors that its briefings share."""
    own = find_own_kinds(site) or NO_OWN_KINDS
    return own, read_shared_actors(site, own)[0]


def wrap(article: str, every: int) -> str:
    """Break the lines of an article at every so many places where a break changes nothing."""
    count = 0

    def replace(_: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return "\n" if count % every == 0 else " "

    return _WRAPS.sub(replace, article)


@pytest.mark.parametrize("folder", _FOLDERS, ids=lambda folder: folder.name)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    of_article=st.lists(st.sampled_from(sorted(CHANGES)), max_size=3),
    of_sheet=st.lists(st.sampled_from(sorted(CHANGES)), max_size=3),
    every=st.integers(3, 40),
)
def test_a_sheet_accepted_stays_accepted_in_other_typography(
    folder: Path, of_article: list[str], of_sheet: list[str], every: int
) -> None:
    front, article, facts = read_site(folder)
    for name in of_article:
        # The speakers of an article in Arabic are read from composed letters alone.
        if not (name == "decompose" and folder.name in ("jisr", "mahkama")):
            article = CHANGES[name](article)
    for name in of_sheet:
        facts = change_values(facts, CHANGES[name])
    sheet = json.dumps(facts, ensure_ascii=False)
    own, shared = read_settings(folder.parents[1])
    problems = check_briefing(find(wrap(article, every), sheet, front, own, shared))
    assert [(problem.message, problem.hint) for problem in problems] == []
