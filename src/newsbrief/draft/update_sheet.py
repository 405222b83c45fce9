"""A fact sheet after its article was edited: entries for what is new, and the names of what is gone.

    update_sheet(Path("."), "libya-2019", read_config(Path("."))).added

The sheet stays as it is, byte for byte, around what is added.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from newsbrief.content.article import parse_article
from newsbrief.content.fact_sheet import DateEntry, QuoteEntry
from newsbrief.content.files import read_folder
from newsbrief.content.parse_fact_sheet import parse_facts
from newsbrief.content.shared_actors import read_shared_actors
from newsbrief.content.source_file import BYTE_ORDER_MARK
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.disk.files import rewrite_file
from newsbrief.draft.add_entry import SnippetError
from newsbrief.draft.draft import make_sheet
from newsbrief.draft.drafted_entry import DraftedEntry
from newsbrief.draft.insertion import insert_entries
from newsbrief.draft.memory_sheet import check_sheet
from newsbrief.draft.new_entries import draft_new_entries
from newsbrief.evidence.find_all import find_all
from newsbrief.evidence.findings import Findings
from newsbrief.model.languages import is_same_language
from newsbrief.model.problems import NewsbriefError, Problem
from newsbrief.model.site import SiteConfig
from newsbrief.rules.missing_words import words_are_in_the_article
from newsbrief.rules.parties import parties_are_in_the_article

_MOST_ROUNDS = 6
_IN_ORDER: tuple[tuple[str, type[QuoteEntry | DateEntry], str], ...] = (
    ("quotes", QuoteEntry, "text"),
    ("dates", DateEntry, "cite"),
)
"""The sections whose entries follow the article, with the key by whose words each entry has its place."""


class SheetUpdate(Struct, frozen=True):
    """The entries that were added to the sheet at `path`, and the problems of those whose words are gone."""

    path: str
    added: tuple[DraftedEntry, ...]
    gone: tuple[Problem, ...]


def update_sheet(site: Path, name: str, config: SiteConfig) -> SheetUpdate:
    """Add entries for the passages, actors and dated events that a sheet lacks; `config` is the site's.

    NewsbriefError: the article or the sheet has a problem in its form. SnippetError: nothing could be inserted.
    """
    folder, problems = read_folder(site, name)
    if folder is None or folder.facts is None:
        raise NewsbriefError(problems or [Problem(f"content/{name}", 0, 0, "there is no fact sheet to update")])
    article, problems = parse_article(folder, config.language)
    shared, faults = read_shared_actors(site, config.own_kinds)
    is_foreign = article is not None and not is_same_language(article.front.language, config.language)
    facts = parse_facts(parse_yaml(folder.facts), config.own_kinds, shared, is_foreign=is_foreign)
    problems += faults
    if article is None or problems or facts.problems:
        raise NewsbriefError([*problems, *facts.problems])
    findings = find_all(article, facts)
    new = _settle(findings, list(draft_new_entries(findings)))
    if new:
        _insert(folder.folder / "facts.yaml", folder.facts.path, findings, new)
    gone = [*words_are_in_the_article(findings), *parties_are_in_the_article(findings)]
    return SheetUpdate(folder.facts.path, tuple(new), tuple(sorted(gone)))


def _settle(findings: Findings, entries: list[DraftedEntry]) -> list[DraftedEntry]:
    """Return new entries in forms that the rules accept beside those of the sheet."""
    values: Mapping[str, Sequence[Mapping[str, Any]]] = {
        key: [dict(each) for each in listed or ()] for key, listed in findings.facts.file.values.items()
    }
    for _ in range(_MOST_ROUNDS):
        new = make_sheet(entries)
        counts = {key: len(values.get(key, ())) for key in new}
        of_sheet, _of_article = check_sheet(
            findings, {key: [*values.get(key, ()), *new.get(key, ())] for key in {*values, *new}}
        )
        faulty = {
            (str(path[0]), int(path[1]) - counts[str(path[0])])
            for path in of_sheet
            if len(path) > 1 and str(path[0]) in counts and int(path[1]) >= counts[str(path[0])]
        }
        if not faulty:
            break
        entries = list(_weaken(entries, faulty))
    return sorted(entries, key=lambda entry: entry.at)


def _weaken(entries: Sequence[DraftedEntry], faulty: set[tuple[str, int]]) -> Iterator[DraftedEntry]:
    numbers: dict[str, int] = {}
    for entry in entries:
        number = numbers.get(entry.section, 0)
        numbers[entry.section] = number + 1
        yield from entry.weaker() if (entry.section, number) in faulty else (entry,)


def _insert(path: Path, shown: str, findings: Findings, entries: Sequence[DraftedEntry]) -> None:
    """Write the sheet with its new entries, quotations and events in the order of the article."""
    raw = path.read_bytes()
    mark = BYTE_ORDER_MARK if raw.startswith(BYTE_ORDER_MARK) else b""
    places = {key: _places_of(findings, entries, key, kind, words) for key, kind, words in _IN_ORDER}
    inserted = insert_entries(raw[len(mark) :].decode(), make_sheet(entries), places)
    if inserted.text is None:
        raise SnippetError(shown, inserted.why, inserted.snippet)
    rewrite_file(path, raw, mark + inserted.text.encode())


def _places_of(
    findings: Findings, entries: Sequence[DraftedEntry], key: str, kind: type[QuoteEntry | DateEntry], words: str
) -> list[int]:
    """Return before which of the old entries of a section each new one goes."""
    starts = [
        min((span.start for span in findings.spans((*at, words))), default=0) for at, _ in findings.facts.of(kind)
    ]
    return [sum(start < entry.at.start for start in starts) for entry in entries if entry.section == key]
