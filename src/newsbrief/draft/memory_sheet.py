"""A fact sheet that is not yet a file, held against its article by the rules of `check`.

`check_sheet(findings, sheet)` lists the problems, each with the path of the value that it is about.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from newsbrief.content.article import Article
from newsbrief.content.fact_sheet import ACTORS, SECTION_OF, SECTIONS
from newsbrief.content.join_actors import join_values
from newsbrief.content.parse_fact_sheet import Facts
from newsbrief.content.shared_actors import NO_SHARED_ACTORS, SharedActors
from newsbrief.content.source_file import SourceFile
from newsbrief.content.yaml_positions import Path, YamlFile
from newsbrief.evidence.find_all import find_all
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.search import Evidence
from newsbrief.model.own_kinds import NO_OWN_KINDS, OwnKinds
from newsbrief.model.problems import Problem
from newsbrief.rules.check import check_briefing

SHEET = "facts.yaml"

Sheet = Mapping[str, Sequence[Mapping[str, Any]]]
"""The entries of each section, as plain values."""


def make_facts(
    sheet: Sheet, own: OwnKinds = NO_OWN_KINDS, shared: SharedActors = NO_SHARED_ACTORS
) -> tuple[Facts, Sequence[Path]]:
    """Return the typed entries of a sheet, and the paths of its values by the column that stands for each.

    `own` are the kinds that the site defines; the actors of the sheet are joined with those that are `shared`.
    """
    values = {section.key: [dict(entry) for entry in sheet.get(section.key, ())] for section in SECTIONS}
    whole = values | {ACTORS: join_values(values[ACTORS], shared)}
    entries: dict[Path, Struct] = {
        (key, number): msgspec.convert(entry, SECTION_OF[key].entry)
        for key, listed in whole.items()
        for number, entry in enumerate(listed)
    }
    paths: list[Path] = []
    marks = tuple(mark for each in _number(values, (), paths) for mark in (0, each))
    return Facts(YamlFile(SourceFile(SHEET, ""), values, (), 1, marks), entries, (), own, shared), paths


def _number(value: Any, path: Path, paths: list[Path]) -> Iterator[int]:
    """Yield a column for every value and key, in the order in which a YAML file has them."""
    paths.append(path)
    yield len(paths) - 1
    if isinstance(value, dict):
        for key, each in value.items():
            paths.append((*path, key))
            yield len(paths) - 1
            yield from _number(each, (*path, key), paths)
    elif isinstance(value, (list, tuple)):
        for number, each in enumerate(value):
            yield from _number(each, (*path, number), paths)


def find_sheet(
    article: Article,
    evidence: Evidence,
    sheet: Sheet,
    own: OwnKinds = NO_OWN_KINDS,
    shared: SharedActors = NO_SHARED_ACTORS,
) -> tuple[Findings, Sequence[Path]]:
    """Return the findings of a sheet, whose actors may be `shared`, and the paths of its values."""
    facts, paths = make_facts(sheet, own, shared)
    return find_all(article, facts, evidence), paths


def check_sheet(
    before: Findings, sheet: Sheet, changed: Collection[str] | None = None
) -> tuple[dict[Path, Problem], list[Problem]]:
    """Return the problems of the entries of a sheet, by path, and those of the article that was read `before`.

    Where the sheet was checked and only the sections `changed` are others now, the sentences of the rest are not
    compared again; with other actors, all are.
    """
    facts = before.facts
    findings, paths = find_sheet(before.article, before.evidence, sheet, facts.own_kinds, facts.shared)
    findings.take_over(before)
    if changed is not None and "actors" not in changed:
        findings.look_only_at(changed)
    of_sheet: dict[Path, Problem] = {}
    of_article: list[Problem] = []
    for problem in check_briefing(findings):
        if problem.path == SHEET:
            path = paths[problem.column - 1]
            # An open question is no fault of a draft.
            if path[-1:] != ("doubt",):
                of_sheet.setdefault(path, problem)
        else:
            of_article.append(problem)
    return of_sheet, of_article
