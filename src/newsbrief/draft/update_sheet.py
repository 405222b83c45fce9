"""A fact sheet after its article was edited: entries for passages that are new, and the names of what is gone.

    update_sheet(Path("."), "libya-2019", "en").added

The sheet stays as it is, byte for byte, around what is added.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from newsbrief.content.article import parse_article
from newsbrief.content.fact_sheet import QuoteEntry
from newsbrief.content.files import read_folder
from newsbrief.content.parse_fact_sheet import parse_facts
from newsbrief.content.source_file import BYTE_ORDER_MARK
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.disk.files import rewrite_file
from newsbrief.draft.add_entry import SnippetError
from newsbrief.draft.draft import make_sheet
from newsbrief.draft.drafted_entry import DraftedEntry
from newsbrief.draft.drafted_quotes import draft_quotes
from newsbrief.draft.insertion import insert_entries
from newsbrief.draft.memory_sheet import check_sheet
from newsbrief.draft.passages import ArticlePassage, list_passages
from newsbrief.evidence.coverage import Coverage
from newsbrief.evidence.find_all import find_all
from newsbrief.evidence.findings import Findings
from newsbrief.model.problems import NewsbriefError, Problem
from newsbrief.rules.missing_words import words_are_in_the_article

_MOST_ROUNDS = 6


class SheetUpdate(Struct, frozen=True):
    """The entries that were added to the sheet at `path`, and the problems of those whose words are gone."""

    path: str
    added: tuple[DraftedEntry, ...]
    gone: tuple[Problem, ...]


def update_sheet(site: Path, name: str, language: str) -> SheetUpdate:
    """Add entries for the passages of an article for which its sheet has none yet; `language` is the site's.

    NewsbriefError: the article or the sheet has a problem in its form. SnippetError: nothing could be inserted.
    """
    folder, problems = read_folder(site, name)
    if folder is None or folder.facts is None:
        raise NewsbriefError(problems or [Problem(f"content/{name}", 0, 0, "there is no fact sheet to update")])
    article, problems = parse_article(folder, language)
    facts = parse_facts(parse_yaml(folder.facts))
    if article is None or problems or facts.problems:
        raise NewsbriefError([*problems, *facts.problems])
    findings = find_all(article, facts)
    new = _settle(findings, list(_draft_new(findings)))
    if new:
        _insert(folder.folder / "facts.yaml", folder.facts.path, findings, new)
    return SheetUpdate(folder.facts.path, tuple(new), tuple(words_are_in_the_article(findings)))


def _draft_new(findings: Findings) -> Iterator[DraftedEntry]:
    """Yield entries for the passages for which no entry accounts."""
    covered = Coverage(span for _, span in findings.quoted)
    numbers: dict[int, int] = {}
    left: list[ArticlePassage] = []
    for number, passage in enumerate(list_passages(findings)):
        if covered.meets(passage.passage.outer):
            continue
        numbers[number] = len(left)
        joins = numbers.get(passage.joins) if passage.joins is not None else None
        left.append(ArticlePassage(passage.passage, passage.reading, passage.why, joins))
    yield from draft_quotes(findings, left)


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
    """Write the sheet with its new entries, quotations in the order of the article."""
    raw = path.read_bytes()
    mark = BYTE_ORDER_MARK if raw.startswith(BYTE_ORDER_MARK) else b""
    quotes = [entry for entry in entries if entry.section == "quotes"]
    starts = [
        min((span.start for span in findings.spans((*at, "text"))), default=0)
        for at, _ in findings.facts.of(QuoteEntry)
    ]
    before = [sum(start < entry.at.start for start in starts) for entry in quotes]
    inserted = insert_entries(raw[len(mark) :].decode(), make_sheet(entries), {"quotes": before})
    if inserted.text is None:
        raise SnippetError(shown, inserted.why, inserted.snippet)
    rewrite_file(path, raw, mark + inserted.text.encode())
