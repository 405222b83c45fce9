"""The questions that drafts leave open, read from their fact sheets after a build, which may have read none of them.

`read_doubts(site, trace.doubtful)` are the notes on them.
"""

from collections.abc import Iterable
from pathlib import Path

from newsbrief.model.problems import Problem


def read_doubts(site: Path, names: Iterable[str]) -> tuple[Problem, ...]:
    """Return the questions that the fact sheets in these folders leave open; most sites have none."""
    names = tuple(names)
    if not names:
        return ()
    from newsbrief.content.files import read_folder
    from newsbrief.content.parse_fact_sheet import parse_facts
    from newsbrief.content.shared_actors import read_shared_actors
    from newsbrief.content.strict_yaml import parse_yaml
    from newsbrief.model.own_kinds import UNKNOWN_KINDS
    from newsbrief.rules.doubts import list_doubts

    shared, _ = read_shared_actors(site, UNKNOWN_KINDS)
    folders = [read_folder(site, name)[0] for name in names]
    sheets = [folder.facts for folder in folders if folder and folder.facts]
    facts = (parse_facts(parse_yaml(sheet), UNKNOWN_KINDS, shared) for sheet in sheets)
    return tuple(doubt for each in facts for doubt in list_doubts(each))
